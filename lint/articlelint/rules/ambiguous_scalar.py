"""An unquoted value or key means one thing in YAML 1.1 and another in YAML 1.2.

Half of the programs that read front matter still follow YAML 1.1. To them `no` is false, `0123` is
83, `1:30` is 90 and `1_000` is 1000; in YAML 1.2 they are text, 123, text and text. And `1e3` and
`0o17` are numbers only in YAML 1.2. Put such a value in quotes if it is text, or write the number
or flag in a form that both versions read alike.

The fix of a value writes what YAML 1.2 reads. It is unsafe, as the site may read YAML 1.1 and show
something else today. A value that may be a code, such as `0123` or `1e3`, has no fix.

Dates are left alone: YAML 1.1 has a type of its own for them, but both versions mean the same
moment. So are `y` and `n`, which no common program reads as flags, and values that both versions
read alike, such as `007`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isinf
from typing import NamedTuple

from articlelint.article import Article
from articlelint.model import DataPath, RenameKey, Safety, Scalar, SetValue, Severity
from articlelint.reading.limits import MAX_NUMBER_LENGTH
from articlelint.reading.scalars import YAML_1_1_BOOLEANS, literal
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import either, shorten

# The types of YAML 1.1 (yaml.org/type) as PyYAML, the most common program for it, implements them.
_WORDS = {
    form: flag
    for word, flag in YAML_1_1_BOOLEANS.items()
    for form in (word, word.title(), word.upper())
}
_SIGNS = ("<<", "=")
_SIGNS_OF_A_NUMBER = frozenset("+-.")
_INTEGERS = (
    (late_pattern(r"[-+]?0b[01_]+"), 2),
    (late_pattern(r"[-+]?0[0-7_]+"), 8),
    (late_pattern(r"[-+]?0x[0-9a-fA-F_]+"), 16),
    (late_pattern(r"[-+]?(?:0|[1-9][0-9_]*)"), 10),
)
_FLOAT = late_pattern(r"(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?")
_BASE_60 = late_pattern(
    r"[-+]?(?:[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)"
)

# What may differ; nearly all scalars of an article do not match. Both versions read numbers in
# plain decimal digits alike.
_SUSPECT_WORDS = frozenset((*_WORDS, *_SIGNS))
_SUSPECT_NUMBER = re.compile(
    r"(?!-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z)[-+.]*[0-9][-+.:0-9a-fA-F_ox]*"
)


class _Odd(NamedTuple):
    """What a plain scalar is in YAML 1.1 when it is not a value."""

    name: str


_SPECIAL_SIGN = _Odd("a special sign")
_BROKEN_NUMBER = _Odd("a broken number")


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare how the two versions read each plain scalar."""
    document = article.document
    suspects = _SUSPECT_WORDS & document.plain_texts
    suspects |= set(filter(_SUSPECT_NUMBER.fullmatch, document.plain_numbers))
    if not suspects:
        return  # nearly always
    for path, text, new, is_key in document.plain_scalars():
        if text not in suspects or len(text) > MAX_NUMBER_LENGTH:
            continue
        if is_key and text in _SIGNS:
            continue  # both versions allow them as keys
        old = _yaml_1_1(text)
        if type(old) is not type(new) or old != new:
            message = f"`{shorten(text)}` is {_name(old)} in YAML 1.1 but {_name(new)} in YAML 1.2"
            help_ = _help(text, () if is_key else (old, new))
            change = RenameKey(path, text) if is_key else _change(path, text, new)
            yield Objection(path, message, (help_,), is_key, change=change, is_guess=not is_key)


def _change(path: DataPath, text: str, new: Scalar) -> SetValue | None:
    """Write the YAML 1.2 value in a form that both versions read alike; None if in doubt.

    A number may be a code that only looks like one: a postcode with a leading zero, a hash with an
    `e`. And `no` as the value of a key is probably meant as a flag, as half of all programs read
    it; in a list it is a word.
    """
    if text in _WORDS and isinstance(path[-1], str):
        return None
    is_sure = isinstance(new, str) or _is_surely_a_number(text, new)
    return SetValue(path, new) if is_sure else None


def _is_surely_a_number(text: str, new: Scalar) -> bool:
    if isinstance(new, float) and isinf(new):
        return False
    has_sign = not _SIGNS_OF_A_NUMBER.isdisjoint(text)
    return text.startswith("0o") or (has_sign and not re.match("[-+]?0[0-9]", text))


def _yaml_1_1(text: str) -> Scalar | _Odd:
    """The value of a suspect scalar in YAML 1.1."""
    if text in _WORDS:
        return _WORDS[text]
    if text in _SIGNS:
        return _SPECIAL_SIGN
    try:
        return _number(text)
    except (ValueError, OverflowError):  # only `_` and no digits; or too large a fraction
        return _BROKEN_NUMBER


def _number(text: str) -> int | float | str:
    digits = text.replace("_", "")
    for form, base in _INTEGERS:
        if form.fullmatch(text):
            return int(digits, base)
    if _FLOAT.fullmatch(text):
        return float(digits)
    if _BASE_60.fullmatch(text):
        return _base_60(digits)
    return text


def _base_60(digits: str) -> int | float:
    value: int | float = 0
    for part in digits.lstrip("+-").split(":"):
        value = value * 60 + (float(part) if "." in part else int(part))
    return -value if digits.startswith("-") else value


def _name(value: Scalar | _Odd) -> str:
    if isinstance(value, _Odd):
        return value.name
    return "text" if isinstance(value, str) else f"`{shorten(literal(value))}`"


def _help(text: str, meanings: tuple[Scalar | _Odd, ...]) -> str:
    quoted = f'`"{shorten(text)}"`'
    others = [_name(each) for each in meanings if not isinstance(each, str | _Odd)]
    if not others:
        return f"write {quoted} in quotes"
    return f"write {quoted} if it is text, otherwise {either(others)}"


RULE = Rule(
    summary="a plain scalar that YAML 1.1 and YAML 1.2 read differently",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.SAFE, Safety.UNSAFE),
    gives_way=True,
    dialects=frozenset({"yaml"}),
    examples=(
        Example(
            bad="---\nanswer: no\n---\n",
            message="`no` is `false` in YAML 1.1 but text in YAML 1.2",
            good='---\nanswer: "no"\n---\n',
        ),
        Example(
            bad="---\nedition: 0123\n---\n",
            message="`0123` is `83` in YAML 1.1 but `123` in YAML 1.2",
            good="---\nedition: 123\n---\n",
        ),
        Example(
            bad="---\nlength: 1:30\n---\n",
            message="`1:30` is `90` in YAML 1.1 but text in YAML 1.2",
            good='---\nlength: "1:30"\n---\n',
        ),
    ),
)
