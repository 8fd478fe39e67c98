"""What a folder is by its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.settings import presets
from articlelint.settings.globs import Globs
from articlelint.setup.site import format_of, look_at


def name_of(folder: Path) -> tuple[str | None, str | None]:
    title, preset = look_at(str(folder))
    return title, preset.name if preset else None


@pytest.mark.parametrize(
    ("names", "title", "preset"),
    [
        ([], None, None),
        (["node_modules/", "templates/"], None, None),
        (["_config.yml"], "Jekyll", "jekyll"),
        (["config.toml", "archetypes/"], "Hugo", "hugo"),
        (["config.toml", "content/", "templates/"], "Zola", "zola"),
        (["config.toml", "content/"], None, None),
        (["astro.config.mjs"], "Astro", "astro"),
        ([".obsidian/"], "Obsidian", "obsidian"),
        ([".obsidian/", "_quarto.yml"], "Quarto", "quarto"),
        (["docs/", "docs/.vitepress/"], "VitePress", "vitepress"),
    ],
)
def test_generators(
    names: list[str], title: str | None, preset: str | None, tmp_path: Path
) -> None:
    for name in names:
        path = tmp_path / name
        path.mkdir() if name.endswith("/") else path.write_text("")
    assert name_of(tmp_path) == (title, preset)


@pytest.mark.parametrize(
    ("text", "title", "preset"),
    [
        ("theme:\n  name: material\n", "Material for MkDocs", "mkdocs-material"),
        ('theme: "material"\n', "Material for MkDocs", "mkdocs-material"),
        ("theme: readthedocs\n", "MkDocs", None),
        ("site_name: A\nnav: [material.md]\n", "MkDocs", None),
    ],
)
def test_the_theme_of_mkdocs(text: str, title: str, preset: str | None, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert name_of(tmp_path) == (title, preset)


def test_a_configuration_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    assert name_of(tmp_path) == ("MkDocs", None)


@pytest.mark.parametrize(
    ("paths", "hidden", "preset"),
    [
        ([], [], None),
        (["SKILL.md"], [], "skill"),
        (["skills/tides/SKILL.md", "skills/boats/SKILL.md"], [], "skill"),
        ([], [".claude/skills/tides/SKILL.md"], "skill"),
        (["skills/tides/SKILL.md", "about.md"], [], None),
        (["about.md"], [".claude/skills/tides/SKILL.md"], None),
        (["docs/decisions/0001-steel.md"], [], "adr"),
        (["docs/steel.md"], [], None),
    ],
)
def test_formats(paths: list[str], hidden: list[str], preset: str | None) -> None:
    def search(name: str | None) -> list[str]:
        included = Globs(presets.load(name).include) if name else None
        return [each for each in [*paths, *hidden] if included.match(each)] if included else paths

    found = format_of(search)
    assert (found.preset and found.preset.name) == preset
