"""The documentation names what there is: pages, headings, modules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def headings(page: Path) -> set[str]:
    """The anchors of a page, as GitHub makes them from its headings."""
    text = re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    return {
        re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_a_page_and_a_heading(page: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text(encoding="utf-8")):
        name, _, heading = link.partition("#")
        target = page.parent / name if name else page
        assert target.is_file(), link
        assert not heading or heading in headings(target), link


def test_the_modules_on_the_page_about_them_exist() -> None:
    text = (ROOT / "docs/how-it-works.md").read_text(encoding="utf-8")
    paths = [*(ROOT / "lint/articlelint").rglob("*")]
    modules = {path.stem for path in paths if path.suffix == ".py" or path.is_dir()}
    named = {*re.findall(r"`([a-z_]+)/?`", text), *re.findall(r"^## (\w+)$", text, re.MULTILINE)}
    assert named - modules == {"Layers", "lint_text", "fix_text"}
