"""The facts of a collection of which most are in the cache, where they are found by their keys."""

from __future__ import annotations

from collections import Counter

from articlelint.collection.table_facts import OF_RULE, TableFacts

TABLES = (
    # Files with these settings belong to the collection, and ``cut`` is where their names in it
    # begin; but not those that this run has looked at.
    "CREATE TEMP TABLE taken (settings BLOB PRIMARY KEY, collection BLOB, cut INTEGER)",
    "CREATE TEMP TABLE looked_at (name BLOB PRIMARY KEY)",
    # As they are few, each fact of those is found by its file.
    """CREATE TEMP VIEW noted_here AS
SELECT rule, collection, key, value, path, id, name, is_reported, fact.rowid AS number
FROM temp.fact CROSS JOIN temp.file ON file = id
UNION ALL
SELECT rule, collection, key, value, path, id, name, is_reported, known.rowid AS number
FROM temp.file CROSS JOIN main.remembered_fact AS known INDEXED BY fact_by_file
ON known.file = remembered""",
    # Each fact of the others is found by its key, then its file.
    """CREATE TEMP VIEW noted_everywhere AS
SELECT * FROM temp.noted_here
UNION ALL
SELECT rule, collection, key, value, path, -known.file AS id, substr(name, cut) AS name,
0 AS is_reported, known.rowid AS number
FROM main.remembered_fact AS known INDEXED BY fact_by_key
CROSS JOIN main.remembered AS row ON row.id = known.file
CROSS JOIN temp.taken ON taken.settings = row.settings
WHERE name NOT IN (SELECT name FROM temp.looked_at)""",
)
_HERE = f"FROM temp.noted_here {OF_RULE}"

_KNOWN = "FROM main.remembered_fact WHERE rule = ?1 AND ?2 NOTNULL GROUP BY key"
# All settings, each found by one look at the index, and from those the files that do not count.
_OTHERS = """
WITH RECURSIVE known(settings) AS (
    SELECT min(settings) FROM main.remembered
    UNION ALL
    SELECT (SELECT min(settings) FROM main.remembered AS next WHERE next.settings > known.settings)
    FROM known WHERE settings IS NOT NULL
), other(id) AS (
    SELECT id FROM known CROSS JOIN main.remembered AS row ON row.settings = known.settings
    WHERE known.settings NOT IN (SELECT settings FROM temp.taken WHERE collection = ?2)
    UNION
    SELECT id FROM main.remembered WHERE name IN (SELECT name FROM temp.looked_at)
)
"""
_OF_OTHERS = """
FROM other CROSS JOIN main.remembered_fact AS fact INDEXED BY fact_by_file ON fact.file = other.id
WHERE rule = ?1 GROUP BY key
"""


class TakenFacts(TableFacts):
    """The same, for few files to report on."""

    @property
    def all(self) -> str:
        """Where the facts of all files are."""
        return f"FROM temp.noted_everywhere {OF_RULE}"

    def counts(self) -> dict[str, int]:
        """How often each key was noted, in the whole collection."""
        counts = Counter(self.counted(_KNOWN))
        counts.subtract(self.counted(_OF_OTHERS, _OTHERS))
        counts.update(self.counted(f"{_HERE} GROUP BY key"))
        return {key: counts[key] for key in sorted(counts) if counts[key]}
