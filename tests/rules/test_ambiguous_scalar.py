from __future__ import annotations

import re
from itertools import product
from math import isnan
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint import Diagnostic, lint_text
from articlelint.model import RenameKey
from articlelint.reading.scalars import resolve_plain
from tests.support import article, check_rule

RULE = "ambiguous-scalar"


def _silent(*texts: str) -> dict[str, str]:
    return {text: f"key: {text}\n" for text in texts}


def _reported(said_of: dict[str, tuple[str, str]]) -> dict[str, tuple[str, list[str]]]:
    """Scalars with the value of each in YAML 1.1 and in YAML 1.2."""
    return {
        text: (
            f"key: {text}\n",
            [f"2:6-2:{6 + len(text)} `{text}` is {old} in YAML 1.1 but {new} in YAML 1.2"],
        )
        for text, (old, new) in said_of.items()
    }


def _as_text(*texts: str) -> dict[str, str]:
    """Scalars that must stay text."""
    return {text: text for text in texts}


def test_words() -> None:
    check_rule(
        RULE,
        silent={
            **_silent("true", "False", "TRUE", "null", "~", "", "y", "n", "Y", "N"),
            **_silent('"no"', "'on'", "!!str off", "|\n  no", "nO", "none", "no.", "no no"),
        },
        reported=_reported(
            {
                "no": ("`false`", "text"),
                "Off": ("`false`", "text"),
                "YES": ("`true`", "text"),
                "on": ("`true`", "text"),
                "=": ("a special sign", "text"),
                "<<": ("a special sign", "text"),
            }
        ),
        changes=_as_text("=", "<<"),  # a person must decide about flags
    )


def test_numbers() -> None:
    check_rule(
        RULE,
        silent={
            **_silent("0", "-1", "+12", "007", "1234567", "0x1F", "1.5", "-0.5", "1.", ".5"),
            **_silent("1.5e+3", ".inf", "-.INF", ".NaN", "-.nan", "_1", "1:60", "09:30am"),
            **_silent("2023-05-04", "2023-05-04T09:30:00Z", "2023-05", "1.2.3", '"0123"', "0b2"),
        },
        reported=_reported(
            {
                "0123": ("`83`", "`123`"),
                "-010": ("`-8`", "`-10`"),
                "08": ("text", "`8`"),
                "0o17": ("text", "`15`"),
                "-0x1F": ("`-31`", "text"),
                "0b101": ("`5`", "text"),
                "1_000": ("`1000`", "text"),
                "1_000.5": ("`1000.5`", "text"),
                "0x_ff": ("`255`", "text"),
                "1__0_": ("`10`", "text"),
                "1:30": ("`90`", "text"),
                "-1:30:00": ("`-5400`", "text"),
                "1:30.5": ("`90.5`", "text"),
                "1e3": ("text", "`1000.0`"),
                "1.5e3": ("text", "`1500.0`"),
                "-.5": ("text", "`-0.5`"),
                "1e300": ("text", "`1.0e+300`"),
                "1.5e300": ("text", "`1.5e+300`"),
                "1e999": ("text", "`.inf`"),
                "-1e999": ("text", "`-.inf`"),
                "0b_": ("a broken number", "text"),
                "1e+3": ("text", "`1000.0`"),
                "-08": ("text", "`-8`"),
                "00.5e3": ("text", "`500.0`"),
            }
        ),
        changes={
            **_as_text("-0x1F", "0b101", "1_000", "1_000.5", "0x_ff", "1__0_", "0b_"),
            **_as_text("1:30", "-1:30:00", "1:30.5"),
            "0o17": 15,
            "1.5e3": 1500.0,
            "-.5": -0.5,
            "1.5e300": 1.5e300,
            "1e+3": 1000.0,
        },
    )


def test_long_numbers() -> None:
    digits, hours = "0" + "1" * 998, "1" + ":00" * 300 + ".5"
    broken = "is a broken number in YAML 1.1 but text in YAML 1.2"
    check_rule(
        RULE,
        silent=_silent(f"{digits}_1_"),
        reported={
            "too large for a fraction": (f"key: {hours}\n", [f"2:6-2:909 `{hours[:59]}…` {broken}"])
        },
    )
    (diagnostic,) = lint_text(article(f"key: {digits}\n"), schema={})
    assert len(diagnostic.message) + len(diagnostic.help[0]) < 500


def test_places() -> None:
    check_rule(
        RULE,
        silent={
            "quoted key": '"yes": 1\n',
            "key with a tag": "!!str yes: 1\n",
            "keys that are signs to both": "base: &base {a: 1}\n=: 1\nitem:\n  <<: *base\n",
        },
        reported={
            "key": ("on: push\n", ["2:1-2:3 `on` is `true` in YAML 1.1 but text in YAML 1.2"]),
            "key and value": (
                "no: off\n",
                [
                    "2:1-2:3 `no` is `false` in YAML 1.1 but text in YAML 1.2",
                    "2:5-2:8 `off` is `false` in YAML 1.1 but text in YAML 1.2",
                ],
            ),
            "item of a list": (
                "topics:\n  - 1_0\n  - A\n  - no\n",
                [
                    "3:5-3:8 `1_0` is `10` in YAML 1.1 but text in YAML 1.2",
                    "5:5-5:7 `no` is `false` in YAML 1.1 but text in YAML 1.2",
                ],
            ),
            "flow style": (
                "provider: {name: [On, one]}\n",
                ["2:19-2:21 `On` is `true` in YAML 1.1 but text in YAML 1.2"],
            ),
            "only where it is written, not at its alias": (
                "a: &answer no\nb: *answer\n",
                ["2:4-2:14 `no` is `false` in YAML 1.1 but text in YAML 1.2"],
            ),
            "only where it is written, not where it is merged": (
                "a: &base\n  answer: no\nb:\n  <<: *base\n",
                ["3:11-3:13 `no` is `false` in YAML 1.1 but text in YAML 1.2"],
            ),
        },
        changes={
            "key": RenameKey(("on",), "on"),
            "key and value": [RenameKey(("no",), "no"), None],
            "item of a list": ["1_0", "no"],
            "flow style": "On",
        },
    )


@pytest.mark.parametrize(
    ("front_matter", "help_"),
    [
        ("key: no", 'write `"no"` if it is text, otherwise `false`'),
        ("key: 0123", 'write `"0123"` if it is text, otherwise `83` or `123`'),
        ("key: 1e300", 'write `"1e300"` if it is text, otherwise `1.0e+300`'),
        ("key: =", 'write `"="` in quotes'),
        ("key: 0x_", 'write `"0x_"` in quotes'),
        ("no: 1", 'write `"no"` in quotes'),  # a key cannot be a flag
    ],
)
def test_help(front_matter: str, help_: str) -> None:
    (diagnostic,) = lint_text(article(front_matter + "\n"), schema={})
    assert diagnostic.help == (help_,)


class _ToPyYAML:
    """The value of a plain scalar in PyYAML, which follows YAML 1.1."""

    def __init__(self, text: str) -> None:
        loader = yaml.SafeLoader("")
        tag = loader.resolve(yaml.ScalarNode, text, (True, False))
        self.is_date = tag.endswith(":timestamp")
        self.value: Any = None
        self.is_error = False
        try:
            self.value = loader.construct_object(yaml.ScalarNode(tag, text))
        except (yaml.YAMLError, ValueError, OverflowError):
            self.is_error = True

    def equals(self, value: Any) -> bool:
        """Whether two values are equal and of the same type; NaN equals itself."""
        if self.is_error or type(self.value) is not type(value):
            return False
        both_nan = isinstance(value, float) and isnan(value) and isnan(self.value)
        return both_nan or self.value == value


def _of(text: str) -> list[Diagnostic]:
    return lint_text(article(f"key: {text}\n"), schema={})


def _agrees_with_pyyaml(text: str) -> None:
    to_pyyaml = _ToPyYAML(text)
    if not to_pyyaml.is_date:
        alike = to_pyyaml.equals(resolve_plain(text))
        assert [each.rule for each in _of(text)] == ([] if alike else [RULE]), text


_WORDS = [
    *("yes", "no", "on", "off", "y", "n", "true", "false", "null", "~", ".inf", ".nan", "nan"),
    *("=", "<<", "<", "==", "inf", "none"),
]


@pytest.mark.parametrize("word", _WORDS)
def test_words_are_reported_where_pyyaml_differs(word: str) -> None:
    for sign, form in product(("", "+", "_", "."), (str.lower, str.upper, str.title, str.swapcase)):
        _agrees_with_pyyaml(sign + form(word))


@pytest.mark.parametrize("length", [1, 2, 3])
def test_short_numbers_are_reported_where_pyyaml_differs(length: int) -> None:
    for characters in product("-+.0178_:eExoba", repeat=length):
        text = "".join(characters)
        if text[0] in "+.0178" and text[-1] != ":":
            _agrees_with_pyyaml(text)


@given(st.from_regex(r"[-+]?[0-9.][-+.0-9_:eExXoObBaAfF]{0,15}[0-9_.]", fullmatch=True))
@example("0" * 30 + "1")
@example("9" * 400 + ".0")
def test_numbers_are_reported_where_pyyaml_differs(text: str) -> None:
    _agrees_with_pyyaml(text)


@given(st.from_regex(r"-?[0-9]{1,3}([:_.e][0-9]{1,3}){0,3}", fullmatch=True))
def test_what_help_offers_is_read_alike(text: str) -> None:
    for diagnostic in _of(text):
        offered = re.findall("`([^`]+)`", diagnostic.help[0])
        assert offered
        for each in offered:
            assert _of(each) == [], each
