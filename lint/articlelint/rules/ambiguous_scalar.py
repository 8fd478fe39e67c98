"""An unquoted value or key means one thing to YAML 1.1 and another to YAML 1.2.

Half of the programs that read front matter still follow YAML 1.1. To them `no` is false, `0123` is
83, `1:30` is 90 and `1_000` is 1000; to YAML 1.2 they are text, 123, text and text. And `1e3` and
`0o17` are numbers to YAML 1.2 alone. Put such a value in quotes if it is text, or write the number
or flag in the one way that both read alike.

Left alone are dates, for which YAML 1.1 has a type of its own: both mean the same moment. So are
`y` and `n`, which no common program reads as flags, and values that both read alike, such as
`007`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.model import Severity
from articlelint.rule import Article, Example, Objection, Options, Rule
from articlelint.words import show

# The types of YAML 1.1 (yaml.org/type): bool without `y` and `n`, int, float.
_FLAGS = {"yes": True, "on": True, "no": False, "off": False}
_CASES = {word: word.lower() for each in _FLAGS for word in (each, each.title(), each.upper())}
_INTEGERS = (
    (re.compile(r"[-+]?0b[01_]*[01][01_]*\Z"), 2),
    (re.compile(r"[-+]?0[0-7_]*[0-7]_*\Z"), 8),
    (re.compile(r"[-+]?0x_*[0-9a-fA-F][0-9a-fA-F_]*\Z"), 16),
    (re.compile(r"[-+]?(?:0|[1-9][0-9_]*)\Z"), 10),
)
_FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?\Z")
_BASE_60 = re.compile(
    r"[-+]?(?:[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)\Z"
)
#: No number that a person writes is longer, in characters.
_MAX_LENGTH = 100


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare what the two versions make of each plain scalar."""
    for scalar in article.document.plain_scalars():
        text = scalar.text
        if text in _CASES or text[:1] in "+-.0123456789":
            old = _yaml_1_1(text, scalar.value)
            if type(old) is not type(scalar.value) or old != scalar.value:
                message = (
                    f"`{text}` is {_name(old)} to YAML 1.1 and {_name(scalar.value)} to YAML 1.2"
                )
                yield Objection(scalar.path, message, (_help(text, old),), on_key=scalar.is_key)


Value = str | int | float | bool | None


def _yaml_1_1(text: str, new: Value) -> Value:
    """What YAML 1.1 makes of a plain scalar that YAML 1.2 reads as ``new``."""
    if text in _CASES:
        return _FLAGS[_CASES[text]]
    if len(text) > _MAX_LENGTH or text[-4:].lower() in (".inf", ".nan"):
        return new
    digits = text.replace("_", "")
    for form, base in _INTEGERS:
        if form.match(text):
            return int(digits, base)
    if _FLOAT.match(text):
        return float(digits)
    if _BASE_60.match(text):
        return _base_60(digits)
    return text


def _base_60(digits: str) -> int | float:
    value: int | float = 0
    for part in digits.lstrip("+-").split(":"):
        value = value * 60 + (float(part) if "." in part else int(part))
    return -value if digits.startswith("-") else value


def _name(value: Value) -> str:
    return "text" if isinstance(value, str) else f"`{show(value)}`"


def _help(text: str, old: Value) -> str:
    other = show(old) if isinstance(old, bool) else "the number in plain digits"
    return f'write "{text}" in quotes if it is meant as text, else {other}'


RULE = Rule(
    summary="a plain scalar that YAML 1.1 and YAML 1.2 read differently",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixable=True,
    gives_way=True,
    examples=(
        Example(
            bad="---\nanswer: no\n---\n",
            message="`no` is `false` to YAML 1.1 and text to YAML 1.2",
            good='---\nanswer: "no"\n---\n',
        ),
        Example(
            bad="---\nedition: 0123\n---\n",
            message="`0123` is `83` to YAML 1.1 and `123` to YAML 1.2",
            good="---\nedition: 123\n---\n",
        ),
        Example(
            bad="---\nlength: 1:30\n---\n",
            message="`1:30` is `90` to YAML 1.1 and text to YAML 1.2",
            good='---\nlength: "1:30"\n---\n',
        ),
    ),
)
