"""What a search goes by: the names of the files that are articles, and of those that are not."""

from __future__ import annotations

from articlelint.text.late_pattern import late_pattern

#: What the names of articles end with, in lower case.
ENDINGS = (".md", ".markdown")
#: Files that by custom have no front matter, also with a language in the name, such as
#: README.de.md. The pre-commit hook leaves out the same files.
NO_ARTICLES = r"(changelog|code_of_conduct|contributing|license|readme|security)(\.[a-z]{2,3})?"
NO_ARTICLE = late_pattern(NO_ARTICLES + r"\.(md|markdown)")
