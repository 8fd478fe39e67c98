from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from articlelint import rules
from articlelint.article import Article, Fields
from articlelint.collection.fact_table import FactTable
from articlelint.collection.stored import fact_rows
from articlelint.rule import Fact
from articlelint.settings.config import ConfigError, make_config
from tests.changes import document_of
from tests.clock import now
from tests.many import compared
from tests.support import article

RULE = "broken-reference"
FIELDS: dict[str, Any] = {
    "image": ["assets", "static"],
    "layout": {"folders": ["_layouts"], "endings": [".html", ".liquid"]},
    "related": {"endings": [".md"]},
    "next.link": ["."],
}
FILES = (
    "assets/images/Bridge.jpg",
    "assets/images/the mole.jpg",
    "assets/images/100%.jpg",
    "assets/images/what?.jpg",
    "assets/images/caf\u00e9.jpg",
    "assets/images/one.png",
    "static/ferry.png",
    "_layouts/post.html",
    "_layouts/page.liquid",
    "_news/2023/cover.jpg",
    "_news/2023/lock.md",
    "_news/bundle/index.md",
    "guide/mill.md",
    "about.html",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a collection that has the ``FILES``."""
    site = tmp_path / "site"
    for each in FILES:
        path = site / each
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (site / ".git").mkdir()
    return site


def said(
    site: Path, front_matter: str, *, name: str = "_news/2023/a.md", fields: Any = None
) -> list[str]:
    """What is said of an article, without its name and the rule's."""
    options = {"fields": fields or FIELDS}
    lines = compared(RULE, {name: article(front_matter)}, options, folder=site)
    return [each.removeprefix(f"{name} ").replace(f"{RULE} ", "") for each in lines]


def _lost(pointer: str, text: str, meant: str) -> str:
    return f'/{pointer}: there is no file "{text}": did you mean "{meant}"?'


@pytest.mark.parametrize(
    "front_matter",
    [
        pytest.param("title: none.jpg\n", id="another field"),
        pytest.param("image: /images/Bridge.jpg\n", id="in a folder"),
        pytest.param("image: images/Bridge.jpg\n", id="in a folder, relative"),
        pytest.param("image: ./images/Bridge.jpg\n", id="with a dot"),
        pytest.param("image: images//../images/Bridge.jpg\n", id="there and back"),
        pytest.param("image: /ferry.png\n", id="in another folder"),
        pytest.param("image: [ferry.png, cover.jpg]\n", id="next to the article"),
        pytest.param("image: ' cover.jpg '\n", id="spaces around it"),
        pytest.param("image: ../2023/cover.jpg\n", id="relative to the article"),
        pytest.param("image: /images/the%20mole.jpg\n", id="percent-encoded"),
        pytest.param("image: /images/the mole.jpg\n", id="as the file is called"),
        pytest.param("image: /images/100%.jpg\n", id="a percent sign"),
        pytest.param("image: /images/100%25.jpg\n", id="an encoded percent sign"),
        pytest.param("image: /images/Bridge.jpg?width=300#top\n", id="query and fragment"),
        pytest.param("image: '/images/what?.jpg'\n", id="a question mark"),
        pytest.param("image: /images/what%3F.jpg\n", id="an encoded question mark"),
        pytest.param("image: /images/caf%C3%A9.jpg\n", id="an accent"),
        pytest.param("image: /images/cafe\u0301.jpg\n", id="an accent of its own"),
        pytest.param("layout: post\n", id="without its ending"),
        pytest.param("layout: post.html\n", id="with its ending"),
        pytest.param("layout: page\n", id="without another ending"),
        pytest.param("layout: none\n", id="no layout"),
        pytest.param("related: lock\n", id="an article of the folder"),
        pytest.param(
            "related: [/guide/mill, guide/mill.md, 'guide/mill.md#sails']\n", id="articles"
        ),
        pytest.param("related: /_news/bundle\n", id="a folder"),
        pytest.param("next: {link: /guide/mill.md}\n", id="below a key"),
    ],
)
def test_what_is_there(site: Path, front_matter: str) -> None:
    assert said(site, front_matter) == []


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("https://example.com/none.jpg", id="URL"),
        pytest.param("//example.com/none.jpg", id="URL without a scheme"),
        pytest.param("example.com/none.jpg", id="URL without slashes"),
        pytest.param("mailto:ann@example.com", id="mail"),
        pytest.param("data:image/png;base64,iVBORw0KGgo.jpg", id="data"),
        pytest.param("C:\\none.jpg", id="drive"),
        pytest.param("images\\none.jpg", id="backslash"),
        pytest.param("#none.jpg", id="anchor"),
        pytest.param("?none.jpg", id="query"),
        pytest.param("{{ page.slug }}.jpg", id="Liquid"),
        pytest.param("{% link none.jpg %}", id="tag of Liquid"),
        pytest.param("{{< ref none.md >}}.jpg", id="shortcode"),
        pytest.param("<%= none %>.jpg", id="ERB"),
        pytest.param("${none}.jpg", id="variable"),
        pytest.param("images/*.jpg", id="pattern"),
        pytest.param("@/none.jpg", id="alias"),
        pytest.param("~/none.jpg", id="another alias"),
        pytest.param("/2023/05/none/", id="address"),
        pytest.param("/2023/05/none/?x=1.jpg", id="address with a query"),
        pytest.param("/2023/05/none", id="address without an ending"),
        pytest.param("/2023/05/none.html", id="page"),
        pytest.param("/none.XML", id="feed"),
        pytest.param("../../../none.jpg", id="outside"),
        pytest.param("/../none.jpg/../../../etc/none.jpg", id="far outside"),
        pytest.param("/.git/none.jpg", id="what is git's"),
        pytest.param("static/ferry.png/none.jpg", id="below a file"),
        pytest.param("..", id="the folder above"),
        pytest.param("", id="empty"),
        pytest.param("x" * 600 + ".jpg", id="too long"),
    ],
)
def test_what_may_be_there_without_a_file(site: Path, value: str) -> None:
    fields = {"image": ["."]}
    assert said(site, f"image: '{value}'\n", fields=fields) == []


def test_values_that_are_no_text(site: Path) -> None:
    assert said(site, "image: [1.5, true, null, {src: none.jpg}]\nnext: false\n") == []


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        pytest.param(
            "image: /images/none.jpg\n",
            ['2:8-2:24 /image: there is no file "/images/none.jpg"'],
            id="nothing alike",
        ),
        pytest.param(
            "image: /images/Brigde.jpg\n",
            [f"2:8-2:26 {_lost('image', '/images/Brigde.jpg', '/images/Bridge.jpg')}"],
            id="misspelt",
        ),
        pytest.param(
            "image: images/bridge.JPG?width=3\n",
            [f"2:8-2:33 {_lost('image', 'images/bridge.JPG?width=3', 'images/Bridge.jpg')}"],
            id="another case",
        ),
        pytest.param(
            "image: /images/one.jpg\n",
            [f"2:8-2:23 {_lost('image', '/images/one.jpg', '/images/one.png')}"],
            id="another ending",
        ),
        pytest.param(
            "image: /Images/Bridge.jpg\n",
            ['2:8-2:26 /image: there is no file "/Images/Bridge.jpg"'],
            id="another case of a folder",
        ),
        pytest.param(
            "image: /cover.jpg\n",
            ['2:8-2:18 /image: there is no file "/cover.jpg"'],
            id="only next to the article",
        ),
        pytest.param(
            "image:\n- ferry.png\n- cove.jpg\n",
            ['4:3-4:11 /image/1: there is no file "cove.jpg": did you mean "cover.jpg"?'],
            id="an item, like what is next to the article",
        ),
        pytest.param(
            "image: [/images/ona.png, /images/Bridg.jpg]\n",
            [
                f"2:9-2:24 {_lost('image/0', '/images/ona.png', '/images/one.png')}",
                f"2:26-2:43 {_lost('image/1', '/images/Bridg.jpg', '/images/Bridge.jpg')}",
            ],
            id="several",
        ),
        pytest.param(
            "layout: pots\n",
            ['2:9-2:13 /layout: there is no file "pots": did you mean "post"?'],
            id="without an ending",
        ),
        pytest.param(
            "layout: pots.html\n",
            ['2:9-2:18 /layout: there is no file "pots.html": did you mean "post.html"?'],
            id="with its ending",
        ),
        pytest.param(
            "related: /guide/mil\n",
            ['2:10-2:20 /related: there is no file "/guide/mil": did you mean "/guide/mill"?'],
            id="an article",
        ),
        pytest.param(
            "next:\n  link: /guide/mole.md\n",
            ['3:9-3:23 /next/link: there is no file "/guide/mole.md"'],
            id="below a key",
        ),
        pytest.param(
            "next: {link: 'a\u202e.md'}\n",
            ['2:14-2:21 /next/link: there is no file "a\u202e.md"'],
            id="a hostile name",
        ),
    ],
)
def test_what_is_not_there(site: Path, front_matter: str, expected: list[str]) -> None:
    assert said(site, front_matter) == expected


def test_one_of_the_folders_may_be_missing(site: Path) -> None:
    fields = {"image": ["nowhere", "static"]}
    assert said(site, "image: ferry.png\n", fields=fields) == []
    assert said(site, "image: none.png\n", fields=fields) == [
        '2:8-2:16 /image: there is no file "none.png"'
    ]
    assert said(site, "image: none.png\n", fields={"image": ["nowhere"]}) == []


def test_an_article_outside_the_folder_of_the_collection(site: Path) -> None:
    """What is next to it cannot be told."""
    for name in ("/elsewhere/a.md", "../a.md", "C:/elsewhere/a.md"):
        assert said(site, "image: none.jpg\n", name=name) == []
        assert said(site, "image: /none.jpg\n", name=name) != []


def test_folders_are_those_of_the_collection(site: Path) -> None:
    for folder in ("static", "/static", "./static/", "assets/../static"):
        assert said(site, "image: ferry.png\n", fields={"image": [folder]}) == []


def test_what_cannot_be_told() -> None:
    """Without a folder, as where a text comes without its file."""
    files = {"a.md": article("image: none.jpg\n")}
    assert compared(RULE, files, {"fields": {"image": ["."]}}) == []


@pytest.mark.posix
def test_what_links_outside_lead_to_cannot_be_told(site: Path) -> None:
    (site / "out").symlink_to("/")
    assert said(site, "image: /out/none.jpg\n", fields={"image": ["."]}) == []


def _help(site: Path, front_matter: str) -> tuple[str, ...]:
    rule = rules.load(RULE)
    assert rule.facts
    assert rule.check_collection
    name, options = "_news/a.md", {"fields": FIELDS}
    noted = rule.facts(Article(name, document_of(article(front_matter)), Fields(), now), options)
    table = FactTable()
    table.place("", str(site))
    table.add("", name, fact_rows(name, {RULE: noted}))
    (found,) = rule.check_collection(table.of("", RULE), options)
    return found.objection.help


def test_where_it_was_looked_for(site: Path) -> None:
    article_too = "the folder of the article"
    assert _help(site, "image: /none.jpg\n") == ('looked in "assets" and "static"',)
    assert _help(site, "image: none.jpg\n") == (f'looked in "assets", "static" and {article_too}',)
    places = f"the folder of the collection and {article_too}"
    assert _help(site, "related: lost\n") == (f"looked in {places}, also with .md at the end",)


def test_options_of_another_place_are_no_trap(site: Path) -> None:
    """An override may name fields that others do not."""
    table = FactTable()
    table.place("", str(site))
    noted = Fact("image", ("image",), "none.jpg")
    table.add("", "a.md", fact_rows("a.md", {RULE: (noted,)}))
    check = rules.load(RULE).check_collection
    assert check
    assert list(check(table.of("", RULE), {"fields": {"layout": ["."]}})) == []


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ("assets", '"image" should be a list or a mapping, not the text "assets"'),
        (["../static"], 'item 1 of "image" does not match'),
        ({"endings": ["md"]}, 'item 1 of "endings" does not match'),
        ({"folder": []}, 'unknown key "folder": did you mean "folders"?'),
        ([], '"image" needs at least 1 item, has 0'),
    ],
)
def test_mistakes_in_the_option(given: Any, what: str) -> None:
    with pytest.raises(ConfigError) as caught:
        make_config({"rules": {RULE: {"fields": {"image": given}}}})
    assert str(caught.value).startswith(what)
