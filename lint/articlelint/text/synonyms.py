"""Names that sites give to one and the same field."""

from __future__ import annotations

from collections.abc import Mapping

#: Each a group, by its letters alone, in lower case. What is shorter for another, as `url` for
#: `webUrl`, and what is spelled alike, needs no entry.
_GROUPS = tuple(
    frozenset(each.split())
    for each in (
        "title headline heading",
        "excerpt description summary abstract teaser synopsis standfirst",
        "tags keywords topics labels subjects",
        "category categories section sections",
        "author authors creator creators writer writers byline",
        "image images cover thumbnail banner hero picture pictures photo photos gallery",
        "url weburl link href permalink",
        "source publisher provider",
        "lang language locale",
        "order weight position",
        "date published pubdate publishdate publisheddate publisheddatetime publishedat",
        "date created createdat createddate datepublished publishdate publisheddatetime",
        "updated updateddate updateddatetime updatedat lastmod lastmodified lastmodifiedat",
        "lastupdated updated updateddate updateddatetime modified modifieddate datemodified",
    )
)


def synonym(letters: str, known: Mapping[str, str]) -> str | None:
    """The one known word for the same field, by its letters; None if there is none, or several."""
    groups = [group for group in _GROUPS if letters in group]
    found = {known[each] for group in groups for each in group if each in known}
    return found.pop() if len(found) == 1 else None
