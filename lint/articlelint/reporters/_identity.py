"""What identifies a file and a diagnostic to other programs: a path and a fingerprint."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from articlelint.model import Diagnostic, pointer
from articlelint.text.strict_json import distinct


def repository_path(path: str) -> str:
    """A path as a repository has it: with ``/``, and from the current folder if below that."""
    if os.path.isabs(path):
        path = path.removeprefix(os.path.join(os.getcwd(), ""))
    return distinct(os.path.normpath(path)).replace(os.sep, "/")


def fingerprints(path: str, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """For each diagnostic of a file a text that stays the same when lines are moved.

    Diagnostics that agree in everything but their place are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for diagnostic in diagnostics:
        what = path, diagnostic.rule, pointer(diagnostic.path), diagnostic.message
        seen[what] += 1
        yield sha256(json.dumps([*what, seen[what]]).encode()).hexdigest()
