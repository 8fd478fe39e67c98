from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from io import BytesIO
from typing import Any
from unittest.mock import patch

import pytest

from articlelint import lint_text, make_config, rules
from articlelint.article import Article
from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.model import Severity
from articlelint.reading.yaml import parser as yaml_parser
from articlelint.report import Suppression
from articlelint.rule import Objection, Options
from articlelint.schema.loading.store import from_mapping
from tests.checking import check_stream
from tests.support import ROOT, article, source_of

#: Rejects every text with an exclamation mark, at any depth.
QUIET: Mapping[str, Any] = {
    "pattern": "^[^!]*$",
    "additionalProperties": {"$ref": "#"},
    "items": {"$ref": "#"},
}


def checked(text: str, schema: Mapping[str, Any], **settings: Any) -> Checked:
    config = make_config(settings.pop("config", {}), **settings)
    return Checker(from_mapping(schema), config).check_fully(source_of(text), "article.md")


def values(front_matter: str, line_break: str = "\n") -> tuple[list[str], list[str]]:
    """The texts that are reported, and those that are ignored; nothing else is reported.

    In the front matter, ``# it`` is replaced by the comment.
    """
    text = article(front_matter.replace("# it", "# articlelint: ignore[schema/pattern]"))
    text = text.replace("\n", line_break)
    diagnostics, suppressed, *_ = checked(text, QUIET, select=["schema", "unused-ignore"])
    ignored = [each.diagnostic for each in suppressed]
    assert {each.rule for each in (*diagnostics, *ignored)} == {"schema/pattern"}
    return [text[slice(*each.span)] for each in diagnostics], [
        text[slice(*each.span)] for each in ignored
    ]


END_OF_LINE = {
    "plain": "a: hush! # it\nb: loud!\n",
    "quotes": "a: 'hush!' # it\nb: \"loud!\"\n",
    "above and below": "a: loud!\nb: hush! # it\nc: loud!\n",
    "after another comment": "a: hush! # why # it\nb: loud!\n",
    "before another comment": "a: hush! # it # why\nb: loud!\n",
    "item": "a:\n- hush! # it\n- loud!\n",
    "nested item": "a:\n- - hush! # it\n  - loud!\n",
    "item in brackets": "a: [\n  hush!, # it\n  loud!\n]\n",
    "brackets on a line": "a: [hush!, hush!, {b: hush!}] # it\nb: loud!\n",
    "pair in braces": "a: {\n  b: hush!, # it\n  c: loud! }\n",
    "first line of block scalar": "a: | # it\n  hush!\nb: loud!\n",
    "first line of folded scalar": "a: >- # it\n  hush!\n\nb: loud!\n",
    "anchor": "a: &x # it\n  hush!\nb: loud!\n",
    "anchor of block scalar": "a: &x |2+ # it\n  hush!\nb: loud!\n",
    "tag before comments": "a: !!str # it\n  # a\n  'hush!'\nb: loud!\n",
    "tag and anchor": "a: !!str &x # it\n  hush!\nb: loud!\n",
    "alias": "a: &hush loud!\nb: *hush # it\nc: loud!\n",
    # A comment could be nowhere else on its lines.
    "end of plain text of several lines": "a: loud!\nb: hush!\n  and\n  so # it\nc: loud!\n",
    "end of quoted text of several lines": "a: loud! # c\nb: 'hush!\n\n  so' # it\nc: loud!\n",
    "end of text with line like a comment": "a: loud!\nb: 'hush!\n # so' # it\nc: loud!\n",
    "end of several texts of several lines": (
        "a: 'hush!\n so' # it\nb: 'loud!\n so'\nc: 'hush!\n so' # it\n"
    ),
}

OWN_LINE = {
    "key": "a: loud!\n# it\nb: hush!\nc: loud!\n",
    "first key": "# it\na: hush!\nb: loud!\n",
    "last key": "a: loud!\n# it\nb: hush!\n",
    "quoted key": "# it\n'a': hush!\nb: loud!\n",
    "explicit key": "# it\n? a\n: hush!\nb: loud!\n",
    "indented": "   # it\na: hush!\nb: loud!\n",
    "not indented": "a:\n# it\n  b: hush!\n  c: loud!\n",
    "empty lines": "# it\n\n \na: hush!\nb: loud!\n",
    "comments between": "# it\n# a\n\n# b\na: hush!\nb: loud!\n",
    "comments above": "# a\n\n# it\na: hush!\nb: loud!\n",
    "several": "# it\n# it\n# it\na: hush!\nb: loud!\n",
    "within another comment": "# why # it\na: hush!\nb: loud!\n",
    "below a block scalar": "a: |\n  loud!\n\n# it\nb: hush!\nc: loud!\n",
    "indented below a block scalar": "a: |\n   loud!\n # it\nb: hush!\nc: loud!\n",
    "all below a key": "# it\na:\n  b: hush!\n  c: [hush!]\n  d:\n  - hush!\ne: loud!\n",
    "text of several lines": "# it\na: 'hush!\n\n  so'\nb: loud!\n",
    "item": "a:\n# it\n- hush!\n- loud!\n",
    "later item": "a:\n- loud!\n# it\n- hush!\n- loud!\n",
    "item that is a group of keys": "a:\n# it\n- b: hush!\n  c: hush!\n- b: loud!\n",
    "key within an item": "a:\n- b: loud!\n  # it\n  c: hush!\n  d: loud!\n",
    "first key below a dash": "a:\n-\n  # it\n  b: hush!\n  c: loud!\n",
    "first key below a dash and an anchor": "a:\n- &x\n  # it\n  b: hush!\n  c: loud!\n",
    "dash on a line of its own": "a:\n# it\n-\n  b: hush!\n  c: hush!\n- loud!\n",
    "dash below a comment with one": "a:\n- # -\n  # it\n  b: hush!\n  c: loud!\n",
    "dash before an anchor": "a:\n# it\n- &x\n  b: hush!\n  c: hush!\n- loud!\n",
    "first item of a list with an anchor": "a: &x\n# it\n- b: hush!\n  c: hush!\n- loud!\n",
    "item that is a list": "a:\n# it\n- - hush!\n  - hush!\n- loud!\n",
    "first item of an item": "a:\n-\n  # it\n  - hush!\n  - loud!\n",
    "later item of an item": "a:\n- - loud!\n  # it\n  - hush!\n- loud!\n",
    "item below an empty one": "a:\n-\n# it\n- hush!\n- loud!\n",
    "text below a dash": "a:\n-\n  # it\n  hush!\n- loud!\n",
    "item in brackets": "a: [\n  # it\n  hush!, loud!]\n",
    "later item in brackets": "a: [loud!,\n  # it\n  hush!, loud!]\n",
    "item that begins with a dash": "a: [-1,\n  # it\n  -hush!, loud!]\n",
    "braces in brackets": "a: [\n  # it\n  {b: hush!, c: hush!}, loud!]\n",
    "pair in braces": "a: {\n  # it\n  b: hush!, c: loud!}\n",
    "value below its key": "a:\n  # it\n  hush!\nb: loud!\n",
    "brackets below their key": "a:\n  # it\n  [hush!, hush!]\nb: loud!\n",
    "alias": "a: &hush loud!\n# it\nb: *hush\nc: loud!\n",
    "key that a merge brings in": "a: &hush {b: loud!}\n# it\nc:\n  <<: *hush\n  d: hush!\n",
}

NO_COMMENT = {
    "double quotes": 'a: "loud! # it"\nb: hush! # it\n',
    "single quotes": "a: 'loud! # it'\nb: hush! # it\n",
    "quotes over several lines": "a: 'loud!\n  # it\n  so'\nb: hush! # it\n",
    "block scalar": "a: |\n  loud! # it\n  # it\nb: hush! # it\n",
    "block scalar with comment": "a: > # text\n  # it\n  loud!\nb: hush! # it\n",
    "quoted key": "'a # it': loud!\nb: hush! # it\n",
    "tagged text": "a: !!str 'loud! # it'\nb: hush! # it\n",
    "no space before": "a: 'loud!'# it\nb: hush! # it\n",
    "after a quote in a comment": 'a: loud! # "# it"\nb: hush! # it\n',
    "another tool": "a: loud! # otherlint: ignore[schema/pattern]\nb: hush! # it\n",
    "mentioned in a comment": "a: loud! # see articlelint: ignore[schema/pattern]\nb: hush! # it\n",
}

CASES = {**END_OF_LINE, **OWN_LINE, **NO_COMMENT}


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("parser", ["C", "pure"])
@pytest.mark.parametrize("front_matter", CASES.values(), ids=CASES.keys())
def test_what_is_ignored(front_matter: str, parser: str, line_break: str) -> None:
    """``hush!`` is ignored and ``loud!`` is reported."""
    with patch.object(yaml_parser, "CParser", None) if parser == "pure" else nullcontext():
        reported, suppressed = values(front_matter, line_break)
    assert suppressed
    assert all("loud!" in each for each in reported)
    assert all("hush" in each and "loud" not in each for each in suppressed)
    in_all = sum(map(front_matter.count, ("hush!", "*hush", "loud!")))
    assert len(suppressed) + len(reported) == in_all


def test_a_tab_before_a_comment() -> None:
    assert values("a: hush!\t# it\nb: loud!\n") == (["loud!"], ["hush!"])


def lines(text: str, schema: Mapping[str, Any], **settings: Any) -> tuple[list[str], list[str]]:
    """``line id`` of what is reported, and of what is ignored."""
    result = checked(text, schema, **settings)
    source = source_of(text)
    reported, suppressed = (
        [f"{source.position(each.span.start).line} {each.rule}" for each in found]
        for found in (result.diagnostics, [each.diagnostic for each in result.suppressed])
    )
    return reported, suppressed


def of(front_matter: str, schema: Any = None, **settings: Any) -> tuple[list[str], list[str]]:
    """The same of a front matter with ``#!`` for ``# articlelint: ignore``."""
    text = article(front_matter.replace("#!", "# articlelint: ignore"))
    return lines(text, schema or {}, **settings)


LACKING = {
    "required": ["category"],
    "properties": {
        "provider": {"required": ["domain"], "minProperties": 3},
        "related": {"items": {"required": ["webUrl"]}, "minItems": 3},
    },
}


class TestMissingKeys:
    def test_after_a_key(self) -> None:
        assert of(
            "provider: #![schema/required]\n  name: A &amp; B\nrelated: [{title: A}, {}, {}]\n",
            LACKING,
        ) == (
            [
                *("1 schema/required", "2 schema/minProperties", "3 html-entity"),
                *["4 schema/required"] * 3,
            ],
            ["2 schema/required"],
        )

    def test_above_a_key(self) -> None:
        assert of(
            "#![schema]\nprovider:\n  name: A &amp; B\n#![schema]\nrelated:\n  - title: A\n",
            LACKING,
        ) == (
            ["1 schema/required", "4 html-entity"],
            [
                *("3 schema/minProperties", "3 schema/required"),
                *("6 schema/minItems", "7 schema/required"),
            ],
        )

    def test_above_an_item(self) -> None:
        front_matter = "related:\n  #![schema]\n  - title: A\n    name: B\n  - title: C\n"
        assert of(front_matter, LACKING) == (
            ["1 schema/required", "2 schema/minItems", "6 schema/required"],
            ["4 schema/required"],
        )

    def test_above_the_first_of_several_keys(self) -> None:
        schema = {"properties": {"provider": {"type": "string"}}}
        front_matter = "provider:\n  #![schema]\n  name: A\n  domain: example.com\n"
        assert of(front_matter, schema) == (["3 unused-ignore", "4 schema/type"], [])

    def test_of_the_root_only_for_the_file(self) -> None:
        assert of("#![schema]\ntitle: A #![schema]\n", LACKING)[1] == []
        assert of("title: A\n#!-file[schema/required]\n", LACKING) == ([], ["1 schema/required"])


class TestKeyFaults:
    @pytest.mark.parametrize("comment", ["#![duplicate-key]", "#!-file[duplicate-key]"])
    def test_duplicate_key(self, comment: str) -> None:
        below = f"title: A\n{comment}\ntitle: B\n"
        assert of(below) == ([], ["4 duplicate-key"])
        assert of(f"title: A\ntitle: B {comment}\n") == ([], ["3 duplicate-key"])

    def test_above_the_first_of_two_equal_keys(self) -> None:
        front_matter = "#![html-entity]\ntitle: A\nexcerpt: B &amp; C\ntitle: D\n"
        assert of(front_matter) == (
            ["2 unused-ignore", "4 html-entity", "5 duplicate-key"],
            [],
        )

    def test_non_string_key(self) -> None:
        assert of("#![non-string-key]\n1: A\n2: B\n") == (
            ["4 non-string-key"],
            ["3 non-string-key"],
        )
        assert of("1: A #![non-string-key]\n") == ([], ["2 non-string-key"])

    def test_template(self) -> None:
        assert of("#![non-string-key]\ntitle: {{ x }}\n") == ([], ["3 non-string-key"])
        assert of("title: {{ x }} #![non-string-key]\n") == ([], ["2 non-string-key"])


class TestForTheFile:
    @pytest.mark.parametrize(
        "front_matter",
        [
            "#!-file[html-entity]\ntitle: A &amp; B\nexcerpt: C &amp; D\n",
            "title: A &amp; B\nexcerpt: C &amp; D #!-file[html-entity]\n",
            "title: A &amp; B\nexcerpt: C &amp; D\n#!-file[html-entity]\n",
            "title: A &amp; B\n\n  # why #!-file[html-entity]\nexcerpt: C &amp; D\n",
        ],
    )
    def test_can_be_anywhere(self, front_matter: str) -> None:
        reported, suppressed = of(front_matter)
        assert reported == []
        assert [each.split()[1] for each in suppressed] == ["html-entity"] * 2

    def test_byte_order_mark(self) -> None:
        text = "\ufeff" + article("title: A # articlelint: ignore-file[byte-order-mark]\n")
        assert lines(text, {}) == ([], ["1 byte-order-mark"])
        reported, suppressed = lines(text.replace("-file", ""), {})
        assert (reported, suppressed) == (["1 byte-order-mark", "2 unused-ignore"], [])

    def test_in_the_body_has_no_effect(self) -> None:
        text = article("title: A &amp; B\n", "# articlelint: ignore-file[html-entity]\n")
        assert lines(text, {}) == (["2 html-entity"], [])

    @pytest.mark.parametrize(
        ("text", "rule_id"),
        [
            (article("{0}\n"), "empty-front-matter"),
            (article("{0}\n- A\n"), "front-matter-not-mapping"),
            (article("{0}\n<<<<<<< A\nc: d\n"), "yaml-syntax"),
            (article("{0}\na: &a [*a]\n"), "too-complex"),
            ("---\n{0}\ntitle: A\n", "unclosed-front-matter"),
            ("{0}\n---\ntitle: A\n---\n", "missing-front-matter"),
            ("----\n{0}\n----\n", "unsupported-front-matter"),
            ("+++\n{0}\na\n+++\n", "toml-syntax"),
            ("---\n{0}\0\n---\n", "undecodable-file"),
        ],
    )
    def test_what_prevents_a_check_cannot_be_ignored(self, text: str, rule_id: str) -> None:
        reported, suppressed = lines(text.format(f"# articlelint: ignore-file[{rule_id}]"), {})
        assert [each.split()[1] for each in reported] == [rule_id]
        assert suppressed == []


FLAG = {"properties": {"published": {"type": "boolean"}}}


class TestOneFaultOneDiagnostic:
    def test_the_schema_reports_where_a_rule_is_ignored(self) -> None:
        assert of("published: 1 #![published-flag]\n", FLAG) == (
            ["2 schema/type"],
            ["2 published-flag"],
        )

    def test_unless_it_is_ignored_too(self) -> None:
        assert of("published: 1 #![published-flag, schema/type]\n", FLAG) == (
            [],
            ["2 published-flag", "2 schema/type"],
        )

    def test_a_rule_does_not_repeat_what_is_ignored(self) -> None:
        text = article("published: 1 # articlelint: ignore[schema/type]\n")
        config = {"rules": {"published-flag": "warning"}}
        (diagnostic,) = lint_text(text, schema=FLAG, config=config)
        assert diagnostic.severity is Severity.WARNING
        assert diagnostic.help == ("write `true`",)

    def test_a_rule_does_not_give_way_to_an_ignored_one(self) -> None:
        assert of("published: no #![published-flag]\n") == (
            ["2 ambiguous-scalar"],
            ["2 published-flag"],
        )

    def test_a_rule_that_gives_way_can_be_ignored(self) -> None:
        assert of("published: no #![ambiguous-scalar]\n") == (
            ["2 published-flag"],
            ["2 ambiguous-scalar"],
        )

    def test_a_missing_key_is_reported_where_its_misspelling_is_ignored(self) -> None:
        schema = {"properties": {"title": {}}, "additionalProperties": False, "required": ["title"]}
        assert of("titel: A\n", schema) == (["2 schema/additionalProperties"], [])
        assert of("titel: A #![schema/additionalProperties]\n", schema) == (
            ["1 schema/required"],
            ["2 schema/additionalProperties"],
        )
        assert of("titel: A #!-file[schema/required]\n", schema) == (
            ["2 schema/additionalProperties"],
            ["1 schema/required"],
        )
        assert of("titel: A #!-file[schema]\n", schema) == (
            [],
            ["1 schema/required", "2 schema/additionalProperties"],
        )

    def test_what_is_ignored_here_is_reported_there(self) -> None:
        schema = {"additionalProperties": {"type": "string"}}
        assert of("a: 1 #![schema/type]\nb: 2\n", schema) == (["3 schema/type"], ["2 schema/type"])

    def test_a_value_that_was_not_read_has_nothing_to_ignore(self) -> None:
        schema = {"properties": {"title": {"type": "string"}}}
        assert of("#![schema]\ntitle: {{ x }}\n", schema) == (["3 non-string-key"], [])


class TestReason:
    def reasons(self, front_matter: str) -> list[str]:
        text = article(front_matter.replace("#!", "# articlelint: ignore"))
        return [each.reason for each in checked(text, {}).suppressed]

    @pytest.mark.parametrize(
        ("comment", "reason"),
        [
            ("#![html-entity]", ""),
            ("#![html-entity]  as printed ", "as printed"),
            ("#![html-entity]as [printed], see #12", "as [printed], see #12"),
            ("#!-file[html-entity] as printed", "as printed"),
            ("#![html-entity] one #![html-entity] two", "one"),
            ("#![insecure-url] one #![html-entity] two", "two"),
        ],
    )
    def test_is_after_the_brackets(self, comment: str, reason: str) -> None:
        assert self.reasons(f"title: A &amp; B {comment}\n") == [reason]

    def test_is_that_of_the_narrowest_comment(self) -> None:
        front_matter = (
            "#!-file[html-entity] file\n"
            "#![html-entity] key\n"
            "provider:\n"
            "  name: A &amp; B\n"
            "  authors: [{name: A &amp; B}] #![html-entity] line\n"
            "title: A &amp; B\n"
        )
        assert self.reasons(front_matter) == ["key", "line", "file"]


def test_a_file_report_has_what_is_ignored() -> None:
    data = article("title: A &amp; B # articlelint: ignore[html-entity] as printed\n").encode()
    checker = Checker(from_mapping({}), make_config({}))
    report = check_stream(BytesIO(data), "article.md", lambda _: checker)
    assert report.diagnostics == []
    (suppressed,) = report.suppressed
    assert suppressed.diagnostic.rule == "html-entity"
    assert suppressed.suppression is Suppression.COMMENT
    assert suppressed.reason == "as printed"


def test_in_the_order_of_the_text() -> None:
    text = "#!-file[html-entity]\ntitle: A &amp; B\n1: C\npublished: 1\nexcerpt: D &amp; E\n"
    comments = "#!-file[published-flag, non-string-key]\n"
    assert of(text + comments) == (
        [],
        ["3 html-entity", "4 non-string-key", "5 published-flag", "6 html-entity"],
    )


def test_a_rule_that_fails_is_not_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(_article: Article, _options: Options) -> Iterator[Objection]:
        raise LookupError("no such thing")

    broken = rules.load("html-entity")._replace(check=check, trigger=None)
    monkeypatch.setattr(rules, "checking", lambda: {"html-entity": broken})
    # What it would have reported is unknown, so its comment may be needed.
    assert of("title: A &amp; B #![html-entity]\n") == (["1 internal-error"], [])
    assert of("title: A #!-file[internal-error]\n") == (
        ["1 internal-error", "2 unused-ignore"],
        [],
    )


def test_examples_of_the_guide_are_true() -> None:
    guide = (ROOT / "docs" / "ignoring.md").read_text(encoding="utf-8")
    examples = guide.split("```yaml\n")[1:]
    assert examples
    for each in examples:
        reported, suppressed = of(each.partition("```")[0], FLAG)
        assert reported == []
        assert suppressed
