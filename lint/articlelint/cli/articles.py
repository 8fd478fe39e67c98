"""The articles that a command draws a schema from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from articlelint.running.found import Found
from articlelint.running.run import open_found
from articlelint.setup.infer import Article


def opened(files: Iterable[Found], top: str) -> Iterator[Article]:
    """Each file as it is read, one after the other; ``top`` is the folder that all are in."""
    for each in files:
        name = os.path.relpath(os.path.abspath(each.path), top).replace(os.sep, "/")
        yield Article(each.path, name, open_found(each).source)


def title_of(top: str) -> str:
    """What to call articles that are in no folder, by the one that all are in."""
    return os.path.basename(top).strip("_") or "content"
