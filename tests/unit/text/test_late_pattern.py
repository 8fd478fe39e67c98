from __future__ import annotations

import re

import pytest

from articlelint.text.late_pattern import late_pattern


def test_it_finds_what_the_pattern_finds() -> None:
    late, compiled = (
        late_pattern("(?P<word>b+)", re.IGNORECASE),
        re.compile("(?P<word>b+)", re.IGNORECASE),
    )
    for _ in range(2):
        found = late.search("aBb")
        assert found
        assert (found.span("word"), found.re) == ((1, 3), compiled)
        assert late.sub("c", "aBb") == "ac"
    assert (late.pattern, late.flags) == (compiled.pattern, compiled.flags)


def test_it_is_compiled_at_its_first_use_and_not_looked_up_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def noting(expression: str, flags: int) -> re.Pattern[str]:
        compiled.append(expression)
        return compile_(expression, flags)

    monkeypatch.setattr(re, "compile", noting)
    late = late_pattern("b+")
    assert compiled == []
    assert late.match("bb")
    assert late.match("b")
    assert compiled == ["b+"]


def test_a_wrong_expression_is_refused_then() -> None:
    late = late_pattern("(")
    with pytest.raises(re.error, match="missing \\)"):
        late.match("(")
