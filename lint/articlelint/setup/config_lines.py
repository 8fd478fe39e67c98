"""What to write in a configuration for the kinds of content that there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from articlelint.settings.presets import Preset
from articlelint.setup.fields import accepted_dates
from articlelint.setup.infer import InferredKind
from articlelint.setup.written import scalar

#: What means something in the patterns of a .gitignore.
_SPECIAL = re.compile(r"[\\*?\[!#]")


def config_lines(
    kinds: Sequence[InferredKind],
    schema: str,
    top: str = "",
    more: Iterable[str] = (),
    preset: Preset | None = None,
) -> Iterator[str]:
    """The lines by which each folder is checked by its own kind, the commonest kind first.

    ``schema`` is the name of the file with the schema. ``top`` is the folder that the folders of
    kinds are in, as a path from that of the configuration, with ``/`` also at the end; empty if it
    is the same. ``more`` are lines for all kinds, and ``preset`` is below all of it.
    """
    yield f"schema: {scalar(schema)}"
    yield from more
    common = kinds[0].fields
    if common:
        yield f"fields: {_flow(common)} # the default names, and the names here"
    accepted = accepted_dates((forms for each in kinds for forms in each.dates.values()), preset)
    if accepted:
        yield "rules:"
        yield f"  non-iso-date: {{accept: {flow_list(accepted)}}} # forms that are there"
    own = [each for each in kinds if each.folders] if len(kinds) > 1 else []
    if own:
        yield "overrides:"
    for each in own:
        patterns = [f"{_escaped(top, folder)}/**" for folder in each.folders]
        patterns += [f"!{_escaped(top if '/' in path else '', path)}" for path in each.others]
        yield f"  - files: {flow_list(patterns)}"
        yield f"    schema: {scalar(schema + each.pointer)}"
        fields = {field: name for field, name in each.fields.items() if common.get(field) != name}
        if fields:
            yield f"    fields: {_flow(fields)}"


def flow_list(items: Iterable[str]) -> str:
    """Texts as a list on one line."""
    return f"[{', '.join(map(scalar, items))}]"


def _flow(mapping: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{scalar(key)}: {scalar(value)}' for key, value in mapping.items())}}}"


def _escaped(top: str, path: str) -> str:
    """A path as a pattern."""
    return _SPECIAL.sub(r"\\\g<0>", top + path)
