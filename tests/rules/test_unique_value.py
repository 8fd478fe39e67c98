from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from articlelint import ConfigError
from articlelint.settings.config_file import ConfigFile
from tests.many import compared
from tests.support import article

RULE = "unique-value"
SAME_ADDRESS = "published at the same address"


def _found(files: Mapping[str, str], *fields: Any, **settings: Any) -> list[str]:
    texts = {name: article(front_matter) for name, front_matter in files.items()}
    return compared(RULE, texts, {"fields": list(fields)}, **settings)


def _same(one: str, other: str, *fields: Any) -> bool:
    """Whether two front matters have one value; then both are reported, else none."""
    found = _found({"a.md": one, "b.md": other}, *fields)
    assert [each.partition(" ")[0] for each in found] in ([], ["a.md", "b.md"])
    return bool(found)


def test_both_files_are_reported() -> None:
    files = {"x/a.md": "slug: bridge\n", "b.md": "title: x\nslug: 'bridge'\n", "c.md": "slug: a\n"}
    must_be = '"slug" must be unique, but "bridge" is also in'
    assert _found(files, "slug") == [
        f'b.md 3:7-3:15 {RULE} /slug: {must_be} "x/a.md" | x/a.md 2:7: the same value',
        f'x/a.md 2:7-2:13 {RULE} /slug: {must_be} "b.md" | b.md 3:7: the same value',
    ]
    assert _found(files) == []
    assert compared(RULE, {name: article(text) for name, text in files.items()}) == []


def test_names_three_of_many_files() -> None:
    files = {f"{number}.md": "id: 7\n" for number in range(6)}
    found = _found(files, "id")
    assert len(found) == 6
    assert found[0] == (
        '0.md 2:5-2:6 unique-value /id: "id" must be unique, but "7" is also in "1.md"'
        " | 1.md 2:5: the same value | 2.md 2:5: the same value | 3.md 2:5: the same value"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7", "'7'"),
        ("a", "' a '"),
        ("/a/b/", "a/b"),
        ("/a", "'a'"),
        ("/", "//"),
        ("/a/", "/a/index.html"),
        ("/", "/index.htm"),
        ("https://example.com/a", "HTTP://example.com/a/"),
        ("/caf%C3%A9/", "/caf\u00e9/"),
        ("caf\u00e9", "cafe\u0301"),
        ("[a, b]", "[c, b]"),
        ("[a, b]", "b"),
        ("2023-05-04", "'2023-05-04'"),
        ("1.5", "'1.5'"),
    ],
)
def test_same_values(one: str, other: str) -> None:
    assert _same(f"id: {one}\n", f"id: {other}\n", "id")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7", "'07'"),
        ("a", "A"),
        ("/a/", "/a.html"),
        ("/a/", "/b/a/"),
        ("index.html", "''"),
        ("a%20b", "'a b'"),
        ("/a/?b=1", "/a/?b=2"),
        ("/a/", "https://example.com/a/"),
        ("true", "true"),
        ("", ""),
        ("null", "null"),
        ("'  '", "'  '"),
        ("[]", "[]"),
        ("{a: b}", "{a: b}"),
        ("/:year/:title/", "/:year/:title/"),
        (":title.html", ":title.html"),
        ("'/{{ slug }}/'", "'/{{ slug }}/'"),
        ("'/{% slug %}/'", "'/{% slug %}/'"),
    ],
)
def test_other_values_and_none(one: str, other: str) -> None:
    assert not _same(f"id: {one}\n", f"id: {other}\n", "id")


def test_a_path_to_a_field() -> None:
    assert _same("extra: {id: 7}\n", "extra: {id: 7}\n", "extra.id")
    assert not _same("extra: {id: 7}\n", "id: 7\n", "extra.id")
    files = {"a.md": "ids:\n  - {n: 1}\n  - {n: 2}\n", "b.md": "ids: [{n: 2}]\n"}
    must_be = 'must be unique, but "2" is also in "b.md"'
    assert _found(files, "ids.n")[0].partition(" | ")[0] == (
        f'a.md 4:9-4:10 unique-value /ids/1/n: "ids.n" {must_be}'
    )
    files = {"a.md": "extra:\n  codes: [1, 2]\n", "b.md": "extra: {codes: [2]}\n"}
    assert _found(files, "extra.codes")[0].partition(" | ")[0] == (
        f'a.md 3:14-3:15 unique-value /extra/codes/1: an item of "extra.codes" {must_be}'
    )


def test_twice_in_one_file_is_one_value() -> None:
    group = {"fields": ["permalink", "aliases"]}
    assert _found({"a.md": "permalink: /a/\naliases: [/a/, a]\n"}, group) == []
    files = {"a.md": "permalink: /a/\naliases: [/a/, a]\n", "b.md": "permalink: /a\n"}
    assert len(_found(files, group)) == 2


def test_fields_are_compared_within_their_group() -> None:
    one, other = "slug: a\n", "aliases: [b, a]\n"
    assert not _same(one, other, "slug", "aliases")
    assert not _same(one, other, {"fields": ["slug"]}, {"fields": ["aliases"]})
    must_be, item = 'must be unique, but "a" is also in', 'an item of "aliases"'
    assert _found({"a.md": one, "b.md": other}, {"fields": ["slug", "aliases"]}) == [
        f'a.md 2:7-2:8 {RULE} /slug: "slug" {must_be} "b.md" | b.md 2:14: the same value',
        f'b.md 2:14-2:15 {RULE} /aliases/1: {item} {must_be} "a.md" | a.md 2:7: the same value',
    ]


def _scoped(files: Mapping[str, str], *scope: str) -> list[str]:
    option = {"fields": ["id"], "scope": scope[0] if len(scope) == 1 else list(scope)}
    return [each.partition(" ")[0] for each in _found(files, option)]


def test_scope_of_a_folder() -> None:
    files = {"a/x.md": "id: 7\n", "a/y.md": "id: 7\n", "b/x.md": "id: 7\n", "a/b/x.md": "id: 7\n"}
    assert _scoped(files, "folder") == ["a/x.md", "a/y.md"]


@pytest.mark.parametrize(
    ("name", "front_matter", "is_german"),
    [
        ("a.md", "lang: de\n", True),
        ("a.md", "language: de\n", True),
        ("a.md", "locale: de\n", True),
        ("en/a.md", "lang: de\n", True),
        ("a.md", "lang: DE\n", True),
        ("de/a.md", "", True),
        ("content/de/blog/a.md", "", True),
        ("a.de.md", "", True),
        ("en/a.de.md", "", True),
        ("de.md", "", False),
        ("a.md", "", False),
        ("de/a.md", "lang: en\n", False),
        ("deutsch/a.md", "", False),
        ("a.md", "lang: [de]\n", False),
    ],
)
def test_scope_of_a_language(name: str, front_matter: str, is_german: bool) -> None:  # noqa: FBT001
    files = {name: f"{front_matter}id: 7\n", "z.md": "id: 7\nlang: de\n"}
    assert _scoped(files, "language") == ([name, "z.md"] if is_german else [])


def test_scope_of_a_field() -> None:
    files = {
        "a.md": "id: 7\nextra: {section: 1}\n",
        "b.md": "id: 7\nextra: {section: '1'}\n",
        "c.md": "id: 7\nextra: {section: 2}\n",
        "d.md": "id: 7\n",
        "e.md": "id: 7\nextra: {section: true}\n",
    }
    assert _scoped(files, "extra.section") == ["a.md", "b.md", "d.md", "e.md"]


def test_several_scopes() -> None:
    files = {
        "a/x.md": "id: 7\nlang: en\n",
        "a/y.md": "id: 7\nlang: de\n",
        "a/z.md": "id: 7\nlang: de\n",
        "b/x.md": "id: 7\nlang: de\n",
    }
    assert _scoped(files, "folder", "language") == ["a/y.md", "a/z.md"]


def _published(pattern: str, files: Mapping[str, str]) -> list[str]:
    group = {"fields": ["permalink", "aliases"], "published-at": pattern}
    return _found(files, group)


def test_an_alias_that_is_the_address_of_a_file() -> None:
    files = {"posts/a.md": "title: x\n", "b.md": "aliases: [/x/, /posts/a]\n"}
    item = 'an item of "aliases" must be unique, but "posts/a.md" is published at "/posts/a"'
    file = 'this file is published at "/posts/a/", which is also in "b.md"'
    assert _published("/{folder}/{name}/", files) == [
        f"b.md 2:16-2:24 {RULE} /aliases/1: {item} | posts/a.md 1:1: {SAME_ADDRESS}",
        f"posts/a.md 1:1-1:4 {RULE}: {file} | b.md 2:16: the same value",
    ]


def test_two_files_at_one_address() -> None:
    files = {"2023-01-02-a.md": "title: x\n", "2024-01-02-a.md": "title: y\n"}
    one, other = files
    message = f'1:1-1:4 {RULE}: this file is published at "/a/", and so is'
    assert _published("/{slug}/", files) == [
        f'{one} {message} "{other}" | {other} 1:1: {SAME_ADDRESS}',
        f'{other} {message} "{one}" | {one} 1:1: {SAME_ADDRESS}',
    ]


@pytest.mark.parametrize("own", ["permalink: /b/", "permalink: '/:title/'", "permalink: false"])
def test_a_file_with_an_address_of_its_own_is_not_published_elsewhere(own: str) -> None:
    assert _published("/{name}/", {"a.md": f"{own}\n", "c.md": "aliases: [/a/]\n"}) == []


@pytest.mark.parametrize("own", ["permalink:", "permalink: ''", "url: /b/", "slug: b"])
def test_a_file_without_one_is(own: str) -> None:
    assert len(_published("/{name}/", {"a.md": f"{own}\n", "c.md": "aliases: [/a/]\n"})) == 2


@pytest.mark.parametrize(
    ("pattern", "name", "front_matter", "address"),
    [
        ("/{folder}/{name}/", "a.md", "", "/a/"),
        ("/{folder}/{name}.html", "x/y/a.b.md", "", "/x/y/a.b.html"),
        ("/{folder}/{name}/", "content/posts/a.md", "", "/posts/a/"),
        ("/{folder}/{name}/", "src/pages/content.md", "", "/content/"),
        ("/{folder}/{name}/", "posts/content/a.md", "", "/posts/content/a/"),
        ("/{folder}/{name}/", "_recipes/_soups/a.md", "", "/recipes/soups/a/"),
        ("/{folder}/{name}/", "posts/a/index.md", "", "/posts/a/"),
        ("/{folder}/{name}/", "posts/_index.md", "", "/posts/"),
        ("/{name}/", "2023-05-04-a.md", "", "/2023-05-04-a/"),
        ("/{slug}/", "2023-05-04-a.md", "", "/a/"),
        ("/{slug}/", "2023-05-04-.md", "", "/2023-05-04-/"),
        ("/{slug}/", "a.md", "slug: b\n", "/b/"),
        ("/{year}/{month}/{day}/{slug}/", "2023-05-04-a.md", "", "/2023/05/04/a/"),
        ("/{year}/{slug}/", "a.md", "publishedDateTime: 2023-05-04T09:30:00Z\n", "/2023/a/"),
        ("/{year}/{slug}/", "2022-05-04-a.md", "publishedDateTime: 2023-05-04\n", "/2023/a/"),
        ("/{extra.section}/{name}/", "a.md", "extra: {section: 7}\n", "/7/a/"),
    ],
)
def test_where_a_file_is_published(
    pattern: str, name: str, front_matter: str, address: str
) -> None:
    files = {name: f"title: x\n{front_matter}", "z.md": f"permalink: {address}\n"}
    assert len(_published(pattern, files)) == 2


@pytest.mark.parametrize(
    ("pattern", "front_matter"),
    [
        ("/{year}/{name}/", "publishedDateTime: soon\n"),
        ("/{section}/{name}/", "section: ''\n"),
        ("/{section}/{name}/", "section: {}\n"),
    ],
)
def test_an_address_that_is_not_known_whole_is_left_out(pattern: str, front_matter: str) -> None:
    assert _published(pattern, {"a.md": front_matter, "b/a.md": front_matter}) == []


def test_groups_of_the_same_fields_share_their_values() -> None:
    fields = ["permalink", "aliases"]
    patterns = ("/{name}/", "/{name}.html")
    groups = [{"fields": fields, "published-at": each} for each in patterns]
    files = {"a.md": "title: x\n", "b.md": "aliases: [/a.html, /a/]\n"}
    assert sorted(each.split(" ")[1] for each in _found(files, *groups)) == [
        "1:1-1:4",
        "1:1-1:4",
        "2:11-2:18",
        "2:20-2:23",
    ]


def test_all_of_many_values() -> None:
    many = "".join(f"- /{number}/\n" for number in range(5000))
    files = {"a.md": f"aliases:\n{many}", "b.md": "aliases: [/4999/]\n"}
    assert len(_found(files, "aliases")) == 2


@pytest.mark.parametrize(
    ("fields", "mistake"),
    [
        ("slug", '13: "fields" should be a list, not the text "slug": write one item on each line'),
        (
            "[7]",
            (
                '14: item 1 of "fields" should be text or a mapping, not the whole number 7: '
                "quote it"
            ),
        ),
        ("[{field: a}]", '15: unknown key "field": did you mean "fields", which is missing?'),
        ("[{scope: a}]", '15: missing required key "fields" in item 1 of "fields"'),
        ("[{fields: [a], scope: []}]", '28: "scope" needs at least 1 item, has 0'),
        (
            "[{fields: [a], published-at: 'a'}]",
            "42: not an address: begin with `/`, and write parts such as `{name}`",
        ),
        (
            "[{fields: [a], published-at: '/{a'}]",
            "42: not an address: begin with `/`, and write parts such as `{name}`",
        ),
    ],
)
def test_mistakes_in_the_configuration(fields: str, mistake: str, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(f"rules:\n  {RULE}:\n    fields: {fields}\n")
    with pytest.raises(ConfigError) as raised:
        ConfigFile(str(path))
    assert str(raised.value) == f"{path}:3:{mistake}"
