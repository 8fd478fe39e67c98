"""Properties of ignore comments, whatever the text around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from articlelint import Diagnostic, SourceFile, make_config, rules
from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.rule import Ignorable
from articlelint.schema.loading.store import from_mapping
from articlelint.settings import records
from tests.properties.test_reading import YAML_ISH, front_matters
from tests.support import article, written

#: Objects to most values and to most mappings, so that there is much to ignore.
SCHEMA: dict[str, Any] = {
    "maxLength": 1,
    "maximum": 1,
    "required": ["title"],
    "additionalProperties": {"$ref": "#"},
    "items": {"$ref": "#"},
}
CONFIG = make_config({})
CHECKER = Checker(from_mapping(SCHEMA), CONFIG)
#: The same rules with a schema that objects to the root alone: no diagnostic replaces another.
RULES = Checker(from_mapping({"required": ["title"]}), CONFIG)

#: Without empty keys, which jsonschema-rs leaves out of the paths of its errors.
FRONT_MATTERS = (
    front_matters()
    .map(lambda drawn: drawn[0])
    .filter(lambda front_matter: not re.search(r"""(?<!["'])(""|'')(?!["'])""", front_matter))
)

IDS = ["schema", "schema/maxLength", "schema/required", "no-such-rule", *rules.ids()]
IDS.remove("byte-order-mark")  # its comment is used only where there is a mark
COMMENTS = st.builds(
    "# articlelint: {}[{}]{}".format,
    st.sampled_from(["ignore", "ignore", "ignore-file"]),
    st.lists(st.sampled_from(IDS), min_size=1, max_size=4).map(", ".join),
    st.sampled_from(["", " a reason"]),
)
PIECES = st.one_of(
    COMMENTS,
    st.sampled_from(
        ["# articlelint:", "# articlelint: ignore", "[schema]", "-file", "]", ",", "#"]
    ),
)

#: As ``CHECKER``, but comments ignore nothing: they are refused, or no rule may be ignored.
REFUSING = Checker(from_mapping(SCHEMA), make_config({"inline": {"ignore": False}}))
STRICT = Checker(
    from_mapping(SCHEMA),
    make_config(
        {
            "rules": {
                each: {"ignorable": False}
                for each in records.ids()
                if records.record(each).ignorable is not Ignorable.NEVER
                and not records.record(each).opt_in
            }
        }
    ),
)


def check(text: str, checker: Checker = CHECKER) -> Checked:
    return checker.check_fully(SourceFile.from_text(text), "article.md")


def counted(diagnostics: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    """What is reported, wherever, except about the comments themselves."""
    return Counter(
        (each.rule, each.message) for each in diagnostics if each.rule != "unused-ignore"
    )


@st.composite
def commented(draw: st.DrawFn) -> tuple[str, str]:
    """A front matter, and the same with comments on lines of their own between its keys."""
    front_matter = draw(FRONT_MATTERS)
    lines = re.split(r"(?m)^(?=\S)", front_matter)
    comments = [draw(st.one_of(st.just(""), COMMENTS.map("{}\n".format))) for _ in lines]
    return front_matter, "".join(map("".join, zip(comments, lines, strict=True)))


@given(st.lists(st.one_of(YAML_ISH, PIECES, st.just(" "), st.just("\n")), max_size=12))
def test_no_comment_makes_a_check_fail(pieces: list[str]) -> None:
    text = article("".join(pieces) + "\n")
    checked = check(text, RULES)
    for each in (
        *checked.diagnostics,
        *(suppressed.diagnostic for suppressed in checked.suppressed),
    ):
        assert each.rule != "internal-error", each.message
        assert 0 <= each.span.start <= each.span.end <= len(text)
        if each.rule == "unused-ignore":
            assert each.span.start < each.span.end
            assert "articlelint:" in text[: each.span.end]


@given(st.lists(st.one_of(COMMENTS, st.just("a"), st.just("# b")), min_size=1, max_size=5))
def test_a_text_holds_no_comments(lines: list[str]) -> None:
    text = "\n  ".join(lines)
    empty_lines = text.replace("\n", "\n\n")
    for value in (f"|\n  {text}", f">-\n  {text}", f'"a {empty_lines}"', f"'{empty_lines}'"):
        checked = check(article(f"title: {value}\nexcerpt: a\n"))
        assert checked.suppressed == ()
        assert "unused-ignore" not in {each.rule for each in checked.diagnostics}


@given(commented())
def test_nothing_is_lost(texts: tuple[str, str]) -> None:
    """With comments, each diagnostic is reported or ignored; what gives way may be reported."""
    plain, with_comments = (check(article(each), RULES) for each in texts)
    suppressed = [each.diagnostic for each in with_comments.suppressed]
    before = counted(plain.diagnostics)
    assert before <= counted([*with_comments.diagnostics, *suppressed])
    if not suppressed:
        assert before == counted(with_comments.diagnostics)


@given(FRONT_MATTERS)
def test_all_can_be_ignored_for_the_file(front_matter: str) -> None:
    everything = ", ".join(["schema", *rules.ids()])
    checked = check(article(f"# articlelint: ignore-file[{everything}]\n{front_matter}"))
    assert checked.diagnostics == []
    plain = check(article(front_matter))
    suppressed = [each.diagnostic for each in checked.suppressed]
    assert counted(plain.diagnostics) <= counted(suppressed)


@given(commented())
def test_what_the_settings_refuse_is_as_if_it_were_not_there(texts: tuple[str, str]) -> None:
    text = article(texts[1])
    without = check(text.replace("articlelint:", "articlelint,")).diagnostics
    for checker in (REFUSING, STRICT):
        checked = check(text, checker)
        assert checked.suppressed == ()
        comments = ("unused-ignore", "inline-ignore")
        assert [each for each in checked.diagnostics if each.rule not in comments] == without


@given(commented())
def test_line_ends_and_a_byte_order_mark_change_nothing(texts: tuple[str, str]) -> None:
    text = article(texts[1])
    expected = _outline(text)
    assert _outline(text.replace("\n", "\r\n")) == expected
    assert _outline(text.replace("\n", "\r")) == expected
    assert _outline("\ufeff" + text) == expected


def _outline(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    source = SourceFile.from_text(text)
    diagnostics, suppressed, *_ = CHECKER.check_fully(source, "article.md")
    return (
        [written(each, source) for each in diagnostics if each.rule != "byte-order-mark"],
        [
            (written(each.diagnostic, source), each.reason)
            for each in suppressed
            if each.diagnostic.rule != "byte-order-mark"
        ],
    )
