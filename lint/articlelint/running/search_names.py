"""What a search goes by: the names of articles, and of files and folders that are none."""

from __future__ import annotations

import os
from collections.abc import Iterable

#: What the names of articles end with, in lower case.
ENDINGS = (".md", ".markdown", ".mdx", ".qmd", ".rmd", ".mkd")
#: What those of other files in Markdown, and in dialects of it, end with.
MARKDOWN_ENDINGS = (".mdown", ".mkdn", ".mkdown", ".mdwn", ".svx", ".mdoc")
#: What those of other files end with that may begin with front matter: also templates, and pages
#: that are more than text.
OTHER_ENDINGS = (
    *MARKDOWN_ENDINGS,
    *(".html", ".htm", ".njk", ".liquid", ".hbs", ".webc", ".vto", ".astro"),
    *(".ejs", ".haml", ".mustache", ".pug"),
    *(".rst", ".ad", ".adoc", ".asciidoc", ".org", ".pandoc", ".pdc"),
    *(".textile", ".dj", ".typ", ".txt"),
)
#: Those that an ``include`` may leave out unnoticed, the usual ones also in capitals.
LEFT_OUT_ENDINGS = (*OTHER_ENDINGS, *ENDINGS)
#: At how many files with one of them a run looks.
MOST_OTHERS = 500
#: Files that by custom have no front matter: only with front matter are they articles.
NO_ARTICLES = frozenset(
    (
        *("agents", "changelog", "claude", "code_of_conduct", "contributing", "license"),
        *("pull_request_template", "readme", "security", "support"),
    )
)
#: How many letters a language may have.
_LANGUAGE = (2, 3)
#: Folders of what others have written, besides those whose names begin with a dot.
FOREIGN_FOLDERS = frozenset({"node_modules", "vendor"})
#: The file at the top of a virtual environment.
OF_ENVIRONMENT = "pyvenv.cfg"
#: A folder of templates, where it is next to a file or folder by which Hugo is known.
ARCHETYPES = "archetypes"
OF_HUGO = (
    *("hugo.toml", "hugo.yaml", "hugo.json"),
    *("config.toml", "config.yaml", "config.json", "config/_default"),
)


def is_no_article(name: str) -> bool:
    """Whether by custom a file of this name, in lower case, has no front matter.

    It may have a language in its name, such as readme.de.md.
    """
    stem, _, rest = name.partition(".")
    if stem not in NO_ARTICLES:
        return False
    *more, _ending = rest.split(".")
    return not more or (len(more) == 1 and len(more[0]) in _LANGUAGE and more[0].isalpha())


def is_foreign_folder(folder: str, name: str) -> bool:
    """Whether in a folder, others have written what is in one of this name, or it is hidden.

    A search does not enter it, unless it is included.
    """
    if name.startswith(".") or name in FOREIGN_FOLDERS:
        return True
    if name == ARCHETYPES and is_any_there(folder, OF_HUGO):
        return True
    return os.path.lexists(os.path.join(folder, name, OF_ENVIRONMENT))


def is_any_there(folder: str, names: Iterable[str]) -> bool:
    """Whether a folder holds anything of these names."""
    return any(os.path.lexists(os.path.join(folder, each)) for each in names)
