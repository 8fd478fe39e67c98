"""What to write in a configuration to check each folder by the schema of its kind of content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articlelint.setup.infer import InferredKind
from articlelint.setup.written import scalar

#: What means something in the patterns of a .gitignore.
_SPECIAL = re.compile(r"[\\*?\[!#]")


def config_lines(kinds: Sequence[InferredKind], schema: str, top: str) -> Iterator[str]:
    """The lines, for a schema that is in a file of that name.

    ``top`` is the folder that the folders of kinds are in, as a path from that of the
    configuration, with ``/`` also at the end; empty if it is the same.
    """
    yield f"schema: {scalar(schema)}"
    if len(kinds) == 1 or not any(each.folders for each in kinds):
        return
    yield "overrides:"
    for each in kinds:
        if each.folders:
            patterns = (scalar(_pattern(top, folder)) for folder in each.folders)
            yield f"  - files: [{', '.join(patterns)}]"
            yield f"    schema: {scalar(schema + each.pointer)}"


def _pattern(top: str, folder: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", top + folder) + "/**"
