"""The page on presets."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.catalogue.presets_page import presets_page
from articlelint.schema.loading import store
from articlelint.settings import presets

PRESET = """\
title: Weir
source: Weir 2
exclude: [old/]
pages: ["*.html"]
fields: {title: name}
inline: {schema: false}
rules: {unknown-topic: {topics: [A]}, insecure-url: off}
schema: page
overrides:
- {files: [walks/, "*.walk"], schema: walk, rules: {schema/enum: warning}}
schemas:
  page:
    description: A page.
    properties:
      name: {description: Its name., examples: ["a|b"]}
      day: {description: Its day., examples: [[1]]}
    required: [name]
    additionalProperties: false
  walk: {description: A walk., $ref: "#/$defs/walk"}
$defs:
  walk: {properties: {miles: {description: How far., examples: [2]}}}
"""

OTHER = """\
title: Boat
source: Boat 1
include: ["*.md"]
schema: page
overrides: [{files: [docs/], rules: {insecure-url: error}}]
schemas: {page: {description: A page., properties: {}}}
"""


def test_what_is_told_of_a_preset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "presets_folder", lambda: str(tmp_path))
    (tmp_path / "weir.yaml").write_text(PRESET)
    (tmp_path / "boat.yaml").write_text(OTHER)
    presets.names.cache_clear()
    try:
        page = presets_page()
    finally:
        presets.names.cache_clear()
    assert "| [`weir`](#weir) | Weir | Weir 2 |\n" in page
    assert (
        page.partition("## weir\n\n")[2]
        == """\
- Left out: `old/`
- Pages that are no articles, of which no note speaks: `*.html`
- Fields: `title: name`
- Rules: `unknown-topic: {topics: ["A"]}` and `insecure-url: off`
- In `walks/` and `*.walk`: Rules: `schema/enum: warning`

`page`: A page.

| key | holds | for example |
| --- | --- | --- |
| `name` (required) | Its name. | `"a\\|b"` |
| `day` | Its day. | `[1]` |

Other keys are reported.

`walk`: A walk. It is for `walks/` and `*.walk`.

| key | holds | for example |
| --- | --- | --- |
| `miles` | How far. | `2` |
"""
    )
