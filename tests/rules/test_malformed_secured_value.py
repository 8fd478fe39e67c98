from __future__ import annotations

import re
from base64 import b64encode

import pytest

from articlelint import lint_text
from tests.support import article, check_rule

RULE = "malformed-secured-value"


def _bytes(size: int) -> str:
    """As many bytes in base64."""
    return b64encode((bytes(range(250)) * (size // 250 + 1))[:size]).decode()


BLOCK = _bytes(16)
BEFORE = 'the part of "secured" before the `;`'
AFTER = 'the part of "secured" after the `;`'


def _article(value: str) -> str:
    return f"secured: '{value}'\n"


def _reported(value: str, message: str) -> tuple[str, list[str]]:
    """What is marked is the part or the character that the message names, else all of it."""
    before, _, after = value.partition(";")
    part = after if message.startswith(AFTER) else before
    if foreign := re.search('the character "(.)" is', message):
        part = foreign[1]
    if not part or not message.startswith((BEFORE, AFTER)):
        return _article(value), [f"2:10-2:{12 + len(value)} {message}"]
    start = 11 + (value.rindex(part) if message.startswith(AFTER) else value.index(part))
    return _article(value), [f"2:{start}-2:{start + len(part)} {message}"]


def _second_mark(value: str) -> tuple[str, list[str]]:
    at = 11 + value.index(";", value.index(";") + 1)
    return _article(value), [f"2:{at}-2:{at + 1} {_number_of_marks('more than one')}"]


def _number_of_marks(many: str) -> str:
    return f'"secured" has {many} `;`: write one between the encrypted text and its vector'


def _blocks(size: int) -> str:
    return f"{BEFORE} should be whole blocks of 16 bytes in base64, but is {size} bytes"


def _vector(size: int) -> str:
    return f"{AFTER} should be 16 bytes in base64, but is {size} bytes"


def _foreign(part: str, shown: str) -> str:
    return f"{part} is not base64: the character {shown} is not allowed"


def _length(part: str, length: int) -> str:
    return f"{part} is not base64: its length, {length} characters, is not a multiple of 4"


def test_parts() -> None:
    check_rule(
        RULE,
        silent={
            **{
                f"{size} bytes": _article(f"{_bytes(size)};{BLOCK}")
                for size in (16, 32, 48, 64, 4096)
            },
            "every character of the alphabet": _article(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/;" + BLOCK
            ),
            "without quotes": f"secured: {BLOCK};{BLOCK}\n",
            "bits of the padding that are not zero": _article(f"{BLOCK[:-3]}v==;{BLOCK[:-3]}v=="),
        },
        reported={
            "no mark": _reported(BLOCK, _number_of_marks("no")),
            "a comma": _reported(f"{BLOCK},{BLOCK}", _number_of_marks("no")),
            "two marks": _second_mark(f"{BLOCK};{BLOCK};"),
            "three parts": _second_mark(f"{BLOCK};{BLOCK};{BLOCK};{BLOCK}"),
            "nothing before the mark": _reported(f";{BLOCK}", _blocks(0)),
            "nothing after the mark": _reported(f"{BLOCK};", _vector(0)),
            "a mark alone": _reported(";", _blocks(0)),
            "half a block": _reported(f"{_bytes(8)};{BLOCK}", _blocks(8)),
            "a block and a byte": _reported(f"{_bytes(17)};{BLOCK}", _blocks(17)),
            "a block less a byte": _reported(f"{_bytes(15)};{BLOCK}", _blocks(15)),
            "a short vector": _reported(f"{BLOCK};{_bytes(15)}", _vector(15)),
            "a long vector": _reported(f"{BLOCK};{_bytes(17)}", _vector(17)),
            "a vector of two blocks": _reported(f"{BLOCK};{_bytes(32)}", _vector(32)),
            "the parts in the other order": _reported(f"{BLOCK};{_bytes(48)}", _vector(48)),
            "both parts, but only the first is named": _reported("YQ==;YQ==", _blocks(1)),
        },
    )


def test_base64() -> None:
    inside = f"{BEFORE} is not base64: `=` is allowed only at the end, at most twice"
    check_rule(
        RULE,
        silent={},
        reported={
            "a space": _reported(f"{BLOCK} ;{BLOCK}", _foreign(BEFORE, '" "')),
            "a space at the beginning": _reported(f" {BLOCK};{BLOCK}", _foreign(BEFORE, '" "')),
            "a space after the mark": _reported(f"{BLOCK}; {BLOCK}", _foreign(AFTER, '" "')),
            "the alphabet for URLs": _reported(
                f"{BLOCK[:4]}-_{BLOCK[6:]};{BLOCK}", _foreign(BEFORE, '"-"')
            ),
            "a dot": _reported(f"{BLOCK};{BLOCK[:-3]}.==", _foreign(AFTER, '"."')),
            "a letter of another alphabet": _reported(
                f"\u0410{BLOCK[1:]};{BLOCK}", _foreign(BEFORE, '"\u0410"')
            ),
            "a digit of another alphabet": _reported(
                f"{BLOCK};\uff11{BLOCK[1:]}", _foreign(AFTER, '"\uff11"')
            ),
            "an emoji": _reported(f"{BLOCK};\U0001f30a{BLOCK}", _foreign(AFTER, '"\U0001f30a"')),
            "a control character": (
                f'secured: "{BLOCK};\\0{BLOCK[1:]}"\n',
                [f"2:36-2:38 {_foreign(AFTER, chr(34) + chr(92) + 'u0000' + chr(34))}"],
            ),
            "wrapped lines": (
                f"secured: >-\n  {BLOCK}\n  {BLOCK};{BLOCK}\n",
                [f"3:27-4:3 {_foreign(BEFORE, chr(34) + ' ' + chr(34))}"],
            ),
            "a line break at the end": (
                f"secured: |\n  {BLOCK};{BLOCK}\n",
                [f"3:52-3:52 {_foreign(AFTER, chr(34) + chr(92) + 'n' + chr(34))}"],
            ),
            "no fill": _reported(f"{BLOCK[:-2]};{BLOCK}", _length(BEFORE, 22)),
            "half the padding": _reported(f"{BLOCK};{BLOCK[:-1]}", _length(AFTER, 23)),
            "too much padding": _reported(f"{BLOCK}=;{BLOCK}", _length(BEFORE, 25)),
            "cut off": _reported(f"{BLOCK};{BLOCK[:13]}", _length(AFTER, 13)),
            "fill inside": _reported(f"YQ==YQ==;{BLOCK}", inside),
            "four times": _reported(f"YWFh====;{BLOCK}", inside),
            "three times": _reported(f"Y===;{BLOCK}", inside),
            "nothing but fill": _reported(f"====;{BLOCK}", inside),
        },
    )


def test_fields() -> None:
    check_rule(
        RULE,
        silent={
            "absent": "title: A bridge reopens\n",
            "nothing": "secured:\n",
            "null": "secured: null\n",
            "empty": _article(""),
            "spaces": _article("   "),
            "a number": "secured: 1\n",
            "a flag": "secured: true\n",
            "a list": "secured: [a]\n",
            "a mapping": "secured: {a: b}\n",
            "another field": "title: a;b\n",
            "a related item": "related:\n  - secured: a;b\n",
            "an alias": f"category: &secret '{BLOCK};{BLOCK}'\nsecured: *secret\n",
        },
        reported={
            "an alias": (
                "category: &secret a\nsecured: *secret\n",
                [f"3:10-3:17 {_number_of_marks('no')}"],
            ),
        },
    )


def test_another_name_of_the_field() -> None:
    check_rule(
        RULE,
        silent={"the usual one": _article("a")},
        reported={
            "the site's own": (
                "locked: a\n",
                [
                    (
                        '2:9-2:10 "locked" has no `;`: '
                        "write one between the encrypted text and its vector"
                    )
                ],
            )
        },
        config={"fields": {"secured": "locked"}},
    )


def test_help() -> None:
    (diagnostic,) = lint_text(article(_article("a")), schema={})
    assert diagnostic.help == ("copy the value again in full, or encrypt the text again",)


@pytest.mark.parametrize(
    "value",
    [
        "A" * 900_000,
        "A" * 900_000 + "-;" + BLOCK,
        ";" * 900_000,
        "=" * 900_000 + ";" + BLOCK,
        BLOCK + ";" + "A" * 900_000,
        "A=" * 450_000 + ";",
        "\u0410" * 900_000,
    ],
    ids=["no mark", "foreign at the end", "marks", "fill", "vector", "fill inside", "Cyrillic"],
)
def test_a_hostile_value_is_not_repeated(value: str) -> None:
    (diagnostic,) = lint_text(article(_article(value)), schema={})
    assert diagnostic.rule == RULE
    assert len(diagnostic.message) < 120
