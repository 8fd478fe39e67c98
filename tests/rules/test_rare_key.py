from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from unittest.mock import Mock

import pytest

from articlelint.engine.check import Checker
from articlelint.model import Diagnostic, Severity, Span
from articlelint.rule import Facts
from articlelint.rules.collection import rare_key
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import make_config
from tests.many import compared, helps
from tests.support import article, source_of

RULE = "rare-key"


def _files(number: int, front_matter: str, folder: str = "") -> dict[str, str]:
    """So many articles with one front matter, by which they are named."""
    name = folder + re.sub(r"\W+", "-", front_matter)[:60]
    return {f"{name}{index}.md": article(front_matter) for index in range(number)}


def _found(*files: Mapping[str, str], **settings: Any) -> list[str]:
    together = {name: text for each in files for name, text in each.items()}
    assert len(together) == sum(map(len, files))
    return compared(RULE, together, **settings)


def _message(rare: str, common: str) -> str:
    return f'rare key "{rare}": did you mean "{common}"?'


def test_the_help_tells_how_common_the_other_one_is() -> None:
    files = {**_files(20, "title: x\n"), "z.md": article("Title: x\n")}
    advice = "write `title` instead of `Title`"
    assert helps(RULE, files) == {"z.md": [(advice, '"title" is in 20 other articles')]}


def test_reports_the_key_and_names_the_common_one() -> None:
    assert _found(_files(20, "title: x\n"), {"z.md": article("date: y\nTitle: x\n")}) == [
        f"z.md 3:1-3:6 rare-key /Title: {_message('Title', 'title')}"
    ]


@pytest.mark.parametrize("rare", ["Title", "TITLE", "ti-tle", "titel", "tittle"])
def test_common_is_twenty_times_as_often(rare: str) -> None:
    slip = {"z.md": article(f"{rare}: x\n")}
    assert len(_found(_files(20, "title: x\n"), slip)) == 1
    assert _found(_files(19, "title: x\n"), slip) == []
    slips = {**slip, "y.md": article(f"{rare}: x\n")}
    assert len(_found(_files(40, "title: x\n"), slips)) == 2
    assert _found(_files(39, "title: x\n"), slips) == []


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("webUrl", "weburl"),
        ("webUrl", "web_url"),
        ("webUrl", "web-url"),
        ("webUrl", "'web url'"),
        ("id", "ID"),
        ("description", "descripton"),
        ("publishedDateTime", "pubilshedDateTime"),
    ],
)
def test_also_if_most_articles_have_neither(common: str, rare: str) -> None:
    files = [_files(200, "title: x\n"), _files(20, f"{common}: x\n"), _files(1, f"{rare}: x\n")]
    (line,) = _found(*files)
    assert line.endswith(f'did you mean "{common}"?')


@pytest.mark.parametrize(("common", "rare"), [("title", "titel"), ("country", "county")])
def test_a_short_word_only_if_nearly_all_articles_have_the_common_one(
    common: str, rare: str
) -> None:
    slip = _files(1, f"{rare}: x\n")
    assert len(_found(slip, _files(94, f"{common}: x\n"), _files(5, "date: x\n"))) == 1
    assert _found(slip, _files(93, f"{common}: x\n"), _files(6, "date: x\n")) == []


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("title", "titles"),
        ("tags", "tag"),
        ("update", "updated"),
        ("dates", "data"),
        ("date", "daet"),
        ("weight", "height"),
        ("image1", "image2"),
        ("x", "X"),
        ("x1", "x2"),
        ("title", "name"),
        ("title", "subtitle"),
        ("published", "publisher"),
    ],
)
def test_other_words(common: str, rare: str) -> None:
    assert _found(_files(100, f"{common}: x\n"), {"z.md": article(f"{rare}: x\n")}) == []


def test_one_letter_is_meant_if_it_is_often_another_one() -> None:
    common = _files(200, "description: x\n")
    assert len(_found(common, _files(5, "descripton: x\n"))) == 5
    assert _found(common, _files(6, "descripton: x\n")) == []
    assert len(_found(common, _files(6, "Description: x\n"), {})) == 6


def test_keys_that_one_article_has_both_are_both_meant() -> None:
    files = {**_files(100, "title: x\n"), "z.md": article("Title: x\n")}
    assert len(_found(files)) == 1
    assert _found(files, {"people/y.md": article("title: x\nTitle: y\n")}) == []
    assert len(_found(files, {"y.md": article("title: x\na: {Title: y, title: x}\n")})) == 1


def test_articles_of_another_kind_do_not_count() -> None:
    slip = {"_news/2024/01/z.md": article("Title: x\n")}
    assert len(_found(slip, _files(30, "title: x\n", "_news/2023/05/"))) == 1
    assert _found(slip, _files(30, "title: x\n", "_people/")) == []


def test_what_is_common_in_another_kind_is_meant() -> None:
    files = {**_files(40, "title: x\n", "news/"), "news/z.md": article("Title: x\n")}
    assert len(_found(files, _files(1, "Title: x\n", "people/"))) == 1
    assert _found(files, _files(2, "Title: x\n", "people/")) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.md", ""),
        ("_news/a.md", "_news"),
        ("_news/2023/05/a.md", "_news"),
        ("_news/2023/local/05/a.md", "_news/local"),
        ("_learning/videos/talks/a.md", "_learning/videos"),
        ("content/en/blog/a.md", "blog"),
        ("content/pt-BR/blog/a.md", "blog"),
        ("src/pages/zh_Hans/blog/deep/down/a.md", "blog/deep"),
        ("content/blog/bridge/index.md", "blog"),
        ("content/blog/bridge/index.en.md", "blog"),
        ("content/blog/_index.md", ""),
        ("content/blog/bridge/one.md", "blog/bridge"),
        ("_data/organizations/a.md", "organizations"),
        ("news/a\nb/a.md", "news/a?b"),
        (f"{'n' * 99}/bbb/a.md", f"{'n' * 99}/"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    checker = Checker(from_mapping({}), make_config({}), compares=True)
    (fact,) = checker.begin(source_of(article("title: x\n")), "a.md", name).facts[RULE]
    assert fact == (f"{kind}\n?title", (), "")


def test_keys_of_mappings() -> None:
    common = _files(30, "provider: {domain: x, name: y}\ntitle: z\n")
    files = {
        "a.md": article("provider:\n  name: y\n  domian: x\n"),
        "b.md": article("domian: x\nprovider: x\n"),
        "c.md": article("provider: [{domian: x}]\n"),
        "d.md": article("author: {domian: x}\nprovider: {domain: {domian: x}}\n"),
    }
    assert _found(common, files) == [
        f"a.md 4:3-4:9 rare-key /provider/domian: {_message('domian', 'domain')}"
    ]


def test_only_articles_with_the_mapping_count_as_without_the_key() -> None:
    with_provider, without = "provider: {name: y}\n", "title: z\n"
    slip = {"z.md": article("provider: {nmaes: y}\n")}
    common = _files(30, with_provider.replace("name", "names"))
    assert len(_found(slip, common, _files(30, without))) == 1
    assert _found(slip, common, _files(30, with_provider)) == []


def test_the_commonest_of_several() -> None:
    files = [_files(20, "web-url: x\n"), _files(21, "webUrl: x\n"), _files(1, "weburl: xyz\n")]
    assert [each.partition("mean ")[2] for each in _found(*files)] == ['"webUrl"?']
    files[0] = _files(21, "web-url: x\n")
    assert [each.partition("mean ")[2] for each in _found(*files)] == ['"web-url"?']


def test_all_in_one_article() -> None:
    files = {**_files(30, "title: x\nwebUrl: y\n"), "z.md": article("web-url: y\nTitle: x\n")}
    assert [each.split(":")[1] for each in _found(files)] == ["1-3", "1-2"]


def test_declared_keys_are_meant() -> None:
    files = {**_files(30, "title: x\na: {link: y}\n"), "z.md": article("Title: x\na: {Link: y}\n")}
    schema: dict[str, Any] = {"properties": {"Title": {}, "a": {"properties": {"link": {}}}}}
    assert [each.split(" ")[3] for each in _found(files, schema=schema)] == ["/a/Link:"]
    schema = {"properties": {"title": {}}, "anyOf": [{"properties": {"Title": {}}}, {}]}
    assert [each.split(" ")[3] for each in _found(files, schema=schema)] == ["/a/Link:"]
    assert len(_found(files, schema={"properties": {"title": {}}})) == 2


def test_odd_keys() -> None:
    for odd in ("?title", "'?title: '", '"ti\\ttle"', '"ti\\u200btle"', "t" + "i" * 60):
        files = {**_files(30, f"{odd}: x\n"), "z.md": article(f"{odd.replace('ti', 'Ti')}: x\n")}
        assert len(files) == 31
        assert _found(files) == []
    for long in ("t" + "i" * 59, "ti tle", "ti?tle"):
        files = {**_files(30, f"{long}: x\n"), "z.md": article(f"{long.replace('ti', 'Ti')}: x\n")}
        assert len(_found(files)) == 1


def test_what_is_no_mapping_of_fields_is_left_alone() -> None:
    by_word = "".join(f"  word{index}: x\n" for index in range(201))
    common = _files(30, f"title: x\nwords:\n  bridges: x\n{by_word}")
    assert _found(common, {"z.md": article("words: {Bridges: x}\n")}) == []
    assert len(_found(common, {"z.md": article("Title: x\n")})) == 1


def test_of_an_article_with_many_keys_those_of_mappings_are_left_alone() -> None:
    long = "".join(f"key{index:02}-{'x' * 20}: x\n" for index in range(20))
    inner = "".join(f"  inner{index:02}-{'x' * 20}: x\n" for index in range(20))
    common = _files(30, f"title: x\n{long}inner:\n  link: x\n{inner}")
    assert len(_found(common, {"z.md": article("Title: x\n")})) == 1
    assert _found(common, {"z.md": article("inner: {Link: x}\n")}) == []
    longer = _files(30, f"title: x\n{long}{long.replace('key', 'other')}")
    assert _found(longer, {"z.md": article("Title: x\n")}) == []


def test_deep_mappings_are_left_alone() -> None:
    deep, deeper = "a: {b: {c: {d: {%s: x}}}}\n", "a: {b: {c: {d: {e: {%s: x}}}}}\n"
    for text, number in ((deep, 1), (deeper, 0)):
        files = _files(30, text % "link"), {"z.md": article(text % "Link")}
        assert len(_found(*files)) == number


def test_a_mapping_with_other_keys_in_each_article_is_left_alone() -> None:
    rows = {f"\n{''.join(f'?{n}-{m}{chr(10)}' for m in range(20))}?link": 1 for n in range(105)}
    suspects = rare_key._undeclared("\n?Link")
    count = rare_key._Count({**rows, "\n?Link": 1})
    assert list(count.rare_keys(suspects)) == []
    few = rare_key._Count({**dict(list(rows.items())[:30]), "\n?Link": 1})
    assert list(few.rare_keys(suspects)) == [(suspects[0], ["link"])]


def test_nothing_is_counted_if_the_schema_declares_all_keys_of_the_files_to_report_on() -> None:
    facts = Mock(spec=Facts)
    facts.keys_to_report.return_value = ["\ntitle", "\nprovider\n\tname", "what?\ntitle"]
    assert list(rare_key.check(facts, {})) == []
    facts.counts.assert_not_called()


def test_too_many_keys_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {**_files(30, "title: x\n"), "z.md": article("Title: x\n")}
    monkeypatch.setattr(rare_key, "_MOST_IN_ALL", 2)
    assert len(_found(files)) == 1
    monkeypatch.setattr(rare_key, "_MOST_IN_ALL", 1)
    assert _found(files) == []


@pytest.mark.parametrize(
    ("schema", "rule"),
    [
        ({"properties": {"title": {}}, "additionalProperties": False}, "additionalProperties"),
        ({"properties": {"title": {}}, "required": ["title"]}, "required"),
    ],
)
def test_gives_way_to_what_the_schema_says_of_the_key(schema: dict[str, Any], rule: str) -> None:
    checker = Checker(from_mapping(schema), make_config({}), compares=True)
    begun = checker.begin(source_of(article("Title: x\n")), "a.md")
    later = [
        Diagnostic(RULE, Severity.WARNING, "rare", ("Title",), Span(4, 9)),
        Diagnostic(RULE, Severity.WARNING, "rare", ("a", "Title"), Span(4, 9)),
        Diagnostic("duplicate-url", Severity.ERROR, "twice", ("Title",), Span(4, 9)),
    ]
    found = checker.finish(begun, later).diagnostics
    assert [(each.rule, each.path) for each in found] == [
        ("duplicate-url", ("Title",)),
        (RULE, ("a", "Title")),
        (f"schema/{rule}", ("Title",) if rule == "additionalProperties" else ("title",)),
    ]
