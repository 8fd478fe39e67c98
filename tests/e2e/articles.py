"""Articles, and the line that is reported for each one with a fault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

#: At the home page of its site, so that no two files are about the same page.
SOUND = """\
---
category: news
title: Ferry timetable grows by two boats
excerpt: The first boat now leaves at six.
publishedDateTime: 2024-03-05T06:00:00Z
webUrl: https://www.example.org/
type: article
published: true
provider:
  name: Harbour Herald
  domain: example.org
topics: [Ferries]
---
"""

BROKEN = SOUND.replace("type: article", "type: artcle")
BROKEN_LINE = (
    ':7:7: error "type" should be "article" or "video", not "artcle": did you mean "article"? '
    "[fixable, unsafe] [schema/enum]\n"
)

#: Only a warning.
ODD = SOUND.replace("[Ferries]", '["Ferries "]')
ODD_LINE = (
    ':12:18: warning trailing space after "Ferries": remove it [fixable] [irregular-whitespace]\n'
)

#: Before its fault, é is two bytes, 渡 three and 🚢 four; the ship is two code units of UTF-16.
WIDE = SOUND.replace("topics: [Ferries]", "topics: [é 渡 🚢, no]")

#: Two safe fixes and an unsafe one, and a fault that only its author can fix.
FAULTY = (
    SOUND.replace("published: true", "published: yes # for now")
    .replace("[Ferries]", "[Ferries, Ferries]")
    .replace("type: article", "type: artcle")
    .replace("name: Harbour Herald", "name:")
)
SAFELY = FAULTY.replace("published: yes", "published: true").replace(", Ferries", "")
UNSAFELY = SAFELY.replace("artcle", "article")


#: What is said of a schema that an article or a configuration names, but may not.
OUTSIDE = "it is outside the repository: the configuration can allow its folder in `schema-folders`"


def about(page: str) -> str:
    """A sound article about the page of this name."""
    return SOUND.replace("www.example.org/", f"www.example.org/{page}")


def same_page(name: str, other: str, line: int = 6) -> str:
    """What is said of an article that is about the page of another one, by their names."""
    what = f'"webUrl" leads to the same page as in "{other}"'
    return f"{name}:{line}:9: error {what} [duplicate-url]\n"


def write_all(files: Mapping[str, str]) -> None:
    """Write files by their names, in folders that are made."""
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def naming(schema: str) -> str:
    """A sound article that names its schema."""
    return SOUND.replace("---\n", f"---\n$schema: {schema}\n", 1)


def in_full(line: str) -> str:
    """A line as the format ``full`` has it, where the fix itself is shown below."""
    return re.sub(r"\[fixable(, unsafe)?\] ", "", line)


def write(text: str, path: str = "a.md") -> None:
    """Write an article, with its own line breaks, and create its folder."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def read(path: str = "a.md") -> str:
    """The text of an article, with its own line breaks."""
    return Path(path).read_bytes().decode()
