"""The page on presets: what each sets, and which keys its generator documents."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from articlelint.catalogue import blocks
from articlelint.model import DataPath
from articlelint.settings import presets
from articlelint.settings.presets import Preset
from articlelint.settings.single_settings import Settings
from articlelint.text.words import both

_BEGIN = """\
<!-- Written by docs/generate.py from schemas/presets. -->

# Presets

A preset is what is usual for a site generator or a format: which files have front matter, what
fields are called, which rules fit, and a schema of the keys that its documentation describes.

```yaml
# .articlelint.yaml
preset: jekyll
```

`articlelint --preset jekyll` does the same without a file, and `articlelint --preset skill skills/`
checks the agent skills in a folder. `articlelint init` [begins with the
preset](configuration.md#begin-with-one) of the site that it finds.
"""

_ON_TOP = """\
## On top of a preset

Your configuration is on top of the preset, key by key:

- `schema`, each of the `fields`, each flag of `inline`, and of each rule the severity and each of
  its options replace what the preset has there. A list is replaced as a whole. What you do not set
  stays as the preset has it.
- This holds also where the preset has `overrides` for some files: they come before all that you
  set. Your own `schema`, for example, is for every file. Your `overrides` come last.
- `include` replaces that of the preset.
- `exclude` is added to that of the preset. To take something back, write it with `!`, as in
  `exclude: ["!vendor/"]`.

A preset sets nothing else. `--preset` replaces the preset that a configuration names, and each
configuration is on top of it; with `--no-config`, it is used alone. As settings are not inherited,
a configuration in a folder further down names its own preset. `articlelint --show-config FILE`
prints where each setting comes from.

What is searched for, and what holds for some files, holds in all folders, wherever a site is in its
repository. A folder that is left out with a slash before its name is next to the configuration.
With `--preset` alone, it is at the top of the site, which is known by files of its generator such
as `hugo.toml`; else at the top of the repository or, without one, in the current folder. Unless it
is said below, an article may have any key besides those that are listed.
"""


def presets_page() -> str:
    """The whole page, in Markdown."""
    return blocks.page(_page())


def _page() -> Iterator[str]:
    loaded = [presets.load(name) for name in presets.names()]
    yield _BEGIN
    yield _table(
        ("preset", "for", "made from"),
        ((f"[`{each.name}`](#{each.name})", each.title, each.source) for each in loaded),
    )
    yield _ON_TOP
    for preset in loaded:
        yield from _section(preset)


def _section(preset: Preset) -> Iterator[str]:
    yield f"## {preset.name}\n"
    yield "".join(f"- {each}\n" for each in _settings(preset))
    files = _files_by_schema(preset)
    for name, schema in preset.schemas.items():
        where = f" It is for {_listed(files[name])}." if name in files else ""
        yield blocks.paragraph(f"`{name}`: {schema.contents['description']}{where}")
        yield from _keys(schema.contents)


def _settings(preset: Preset) -> Iterator[str]:
    """A line for each group of settings."""
    if preset.include:
        yield f"Searched for: {_listed(preset.include)}"
    if preset.exclude:
        yield f"Left out: {_listed(preset.exclude)}"
    if preset.pages:
        yield f"Pages that are no articles, of which no note speaks: {_listed(preset.pages)}"
    yield from _groups(preset.settings)
    for override in preset.overrides:
        for line in _groups(override.settings):
            yield f"In {_listed(override.files)}: {line}"


def _groups(settings: Settings) -> Iterator[str]:
    for group, title in (("fields", "Fields"), ("rules", "Rules")):
        told = [
            _told(path[1:], _written(each.value))
            for path, each in settings.items()
            if path[0] == group and each.value is not None
        ]
        if told:
            yield f"{title}: {_listed(told)}"


def _told(path: DataPath, value: str) -> str:
    """A setting as a configuration has it, in short."""
    if path[1:] and path[1] != "severity":
        value = f"{{{path[1]}: {value}}}"
    return f"{path[0]}: {value}"


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _files_by_schema(preset: Preset) -> Mapping[str, Sequence[str]]:
    """The patterns of the files that each schema is for, if it is not the one of all others."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for override in preset.overrides:
        if ("schema",) in override.settings:
            found[override.settings["schema",].value] += override.files
    return found


def _keys(contents: Mapping[str, Any]) -> Iterator[str]:
    """A table of the keys that a schema describes."""
    body = (
        contents["$defs"][contents["$ref"].rpartition("/")[2]] if "$ref" in contents else contents
    )
    required = body.get("required", ())
    rows = (
        (
            f"`{key}`" + (" (required)" if key in required else ""),
            each["description"],
            f"`{json.dumps(each['examples'][0], ensure_ascii=False)}`",
        )
        for key, each in body["properties"].items()
    )
    yield _table(("key", "holds", "for example"), rows)
    if body.get("additionalProperties") is False:
        yield "Other keys are reported.\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar within a cell is written so that it ends none."""
    lines = [
        head,
        ["---"] * len(head),
        *([each.replace("|", "\\|") for each in row] for row in rows),
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _listed(words: Iterable[str]) -> str:
    return both([f"`{each}`" for each in words])
