"""Templates of articles, which are no articles: `title: {{ title }}` is right in them."""

from __future__ import annotations

import json
import re

from articlelint.model import Diagnostic
from articlelint.text.words import show

#: Folders of templates, in any case and with `_` or `.` before: of Hugo, Hexo, Jekyll, Obsidian and
#: others.
_FOLDERS = frozenset(("archetypes", "scaffolds", "skeletons", "template", "templates"))
#: Folders that are of templates only with `_` or `.` before: else articles may be about such.
_FOLDERS_IF_MARKED = frozenset(
    ("boilerplate", "boilerplates", "includes", "layouts", "partials", "snippets", "stubs")
)
#: How many folders above a file may be such: what is further above is the place of the site.
_NEAR = 3
#: Of how many words a name may be that says so: an article may be about a template.
_SHORT_NAME = 2
_SEPARATOR = re.compile(r"[\\/]")
#: What a pattern takes for more than itself.
_SPECIAL = re.compile(r"[*?\[\]\\]|^[!#]")
_WORDS = re.compile(r"[^\W_]+")
_TAG = re.compile(r"\{\{|\{%|<%")
#: What may be before the place of a fault: the first brace of a template, which YAML reads as two
#: mappings, of which the inner one is the fault.
_BRACE = "{"
_QUOTES = ('"', "'")


def told_of_template(fault: Diagnostic, text: str, path: str) -> Diagnostic:
    """A fault; one at a template tag is told as what it is if the file is a template.

    The tag may be in quotes, but no quotes are advised: these, which an article would need there,
    may be wrong in what is made of the template.
    """
    start = fault.span.start - text.startswith(_BRACE, max(0, fault.span.start - 1))
    start += text.startswith(_QUOTES, start)
    if not _TAG.match(text, start) or not (found := _template(path)):
        return fault
    pattern, why = found
    help_ = f"leave it out: add `exclude: [{json.dumps(pattern)}]` to `.articlelint.yaml`"
    message = f"a template that is not filled in: {why}"
    return fault._replace(message=message, help=(help_,), related=(), fix=None)


def _template(path: str) -> tuple[str, str] | None:
    """The pattern, as in .gitignore, by which a file is a template, and why it is; None if not."""
    *folders, name = _SEPARATOR.split(path)
    for folder in reversed(folders[-_NEAR:]):
        plain = folder.lstrip("_.").casefold()
        if plain in _FOLDERS or (plain in _FOLDERS_IF_MARKED and folder[0] in "_."):
            return f"{folder}/", f'"{folder}" is a folder of templates'
    words = _WORDS.findall(name.casefold().rpartition(".")[0])
    if "template" in words and len(words) <= _SHORT_NAME:
        return _SPECIAL.sub(r"\\\g<0>", name), f"{show(name)} is a template by its name"
    return None
