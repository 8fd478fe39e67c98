"""The texts of the files that a folder begins with: a configuration, and hooks for pre-commit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlelint.settings.presets import Preset
from articlelint.setup.config_lines import config_lines, flow_list
from articlelint.setup.fields import other_fields
from articlelint.setup.infer import InferredKind

#: What the file of the schema is called: the hooks know such a name for that of a schema.
SCHEMA_NAME = "content.schema.yaml"
PRE_COMMIT_NAME = ".pre-commit-config.yaml"


def configuration(
    kinds: Sequence[InferredKind], endings: Sequence[str], preset: Preset | None = None
) -> str:
    """The configuration for some kinds of content, on top of a preset.

    ``endings`` are empty if they are the usual. Without kinds, the preset is all.
    """
    top = [f"preset: {preset.name} # what is usual for {preset.title}"] if preset else []
    if not kinds:
        return "".join(f"{line}\n" for line in top)
    more = []
    if endings:
        more.append(f"include: {flow_list(f'*{each}' for each in endings)}")
    if preset:
        kinds = [_beyond(preset, each) for each in kinds]
    lines = [*top, *config_lines(kinds, SCHEMA_NAME, more=more, preset=preset)]
    return "".join(f"{line}\n" for line in lines)


def _beyond(preset: Preset, kind: InferredKind) -> InferredKind:
    """The kind with those fields alone that a preset does not have."""
    fields = other_fields(kind.fields, preset)
    dates = {field: forms for field, forms in kind.dates.items() if field in fields}
    return kind._replace(fields=fields, dates=dates)


def hook_lines(version: str, endings: Sequence[str]) -> Iterator[str]:
    """The entry in the list of repositories, for files with some endings, as above."""
    yield "  - repo: https://github.com/articlelint/articlelint # wherever you host it"
    yield f"    rev: v{version} # a tag or commit of it"
    yield "    hooks:"
    yield "      - id: articlelint"
    if endings:
        names = "|".join(sorted({each.lstrip(".").lower() for each in endings}))
        yield "        types: [file]"
        yield f"        files: (?i)\\.({names})$"
    yield "      - id: articlelint-all"
