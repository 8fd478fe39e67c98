from __future__ import annotations

import pytest

from articlelint import lint_text
from tests.support import article, check_rule, found

RULE = "lossy-number"


def _version(number: str, read: str) -> tuple[str, list[str]]:
    """A version with a zero at its end, and what is said of it."""
    said = f"`{number}` is read as `{read}`: quote it to keep all digits"
    return f"version: {number}\n", [f"2:10-2:{10 + len(number)} {said}"]


def test_zeros_at_the_end() -> None:
    check_rule(
        RULE,
        silent={
            "no zero": "version: 1.2\n",
            "a zero within": "version: 1.02\n",
            "quotes": 'version: "1.20"\n',
            "text": "version: 1.2.0\n",
            "no fraction": "version: 20\n",
            "an exponent": "version: 1.5e+10\n",
            "infinite": f"version: {'9' * 400}.0\n",
            "a key of a number": "price: 1.20\nconversion: 1.20\ninversion: 2.0\n",
            "a list of numbers": "sizes: [1.20, 3.10]\n",
            "a list in a list of texts": "tags: [a, [1.20]]\n",
            "mappings of numbers": "sizes:\n  - {a: 1.20, b: c}\n  - {a: 1, b: 2}\n  - d\n",
            "a key": '"1.20": a\n',
        },
        reported={
            "a version": _version("1.20", "1.2"),
            "a whole one": _version("2.0", "2"),
            "a longer one": _version("-10.100", "-10.1"),
            "an item of versions": (
                "versions:\n  - 3.9\n  - 3.10\n",
                ["4:5-4:9 `3.10` is read as `3.1`: quote it to keep all digits"],
            ),
            "a key that is text elsewhere": (
                "tools:\n  - {name: a, tag: 1.20}\n  - {name: b, tag: 1.30}\n  - tag: beta\n",
                [
                    "3:20-3:24 `1.20` is read as `1.2`: quote it to keep all digits",
                    "4:20-4:24 `1.30` is read as `1.3`: quote it to keep all digits",
                ],
            ),
            "an item among texts": (
                "tags: [python, 3.10]\n",
                ["2:16-2:20 `3.10` is read as `3.1`: quote it to keep all digits"],
            ),
        },
        changes={
            "a version": "1.20",
            "a whole one": "2.0",
            "a longer one": "-10.100",
            "an item of versions": "3.10",
            "a key that is text elsewhere": ["1.20", "1.30"],
            "an item among texts": "3.10",
        },
    )


@pytest.mark.parametrize(
    "key",
    [
        *("version", "versions", "hugo_version", "min-version", "minVersion", "versionAdded"),
        *("release", "revision", "next release"),
    ],
)
def test_keys_of_versions(key: str) -> None:
    assert [each.rule for each in lint_text(article(f"{key}: 1.20\n"), schema={})] == [RULE]


@pytest.mark.parametrize(
    "key", ["conversion", "versionless", "released", "diversions", "Inversion"]
)
def test_keys_of_other_things(key: str) -> None:
    assert lint_text(article(f"{key}: 1.20\n"), schema={}) == []


def test_whole_numbers() -> None:
    beyond = "is beyond 2^53: many programs change its last digits"
    check_rule(
        RULE,
        silent={
            "the largest that all read alike": "id: 9007199254740992\nx: -9007199254740992\n",
            "quotes": 'id: "9007199254740993"\n',
            "text": "id: 9007199254740993a\n",
            "a fraction": "id: 9007199254740993.5\n",
            "a zero before it, of which another rule tells": "id: 09007199254740993\n",
        },
        reported={
            "one more": ("id: 9007199254740993\n", [f"2:5-2:21 `9007199254740993` {beyond}"]),
            "one less": ("id: -9007199254740993\n", [f"2:5-2:22 `-9007199254740993` {beyond}"]),
            "in an item": (
                "ids:\n  - 10765432100123456789\n",
                [f"3:5-3:25 `10765432100123456789` {beyond}"],
            ),
            "many digits": (f"id: {'9' * 100}\n", [f"2:5-2:105 `{'9' * 59}…` {beyond}"]),
        },
        changes={
            "one more": "9007199254740993",
            "one less": "-9007199254740993",
            "in an item": "10765432100123456789",
            "many digits": "9" * 100,
        },
    )
    hexadecimal = [each.rule for each in lint_text(article("id: 0x20000000000001\n"), schema={})]
    assert hexadecimal == [RULE]


def test_other_dialects() -> None:
    said = "`1.20` is read as `1.2`: quote it to keep all digits"
    assert found("+++\nversion = 1.20\n+++\n") == [f"2:11-2:15 {RULE} /version: {said}"]
    assert found('{"version": 1.20}\n') == [f"1:13-1:17 {RULE} /version: {said}"]


def test_help() -> None:
    [diagnostic] = lint_text(article("version: 1.20\n"), schema={})
    assert diagnostic.help == ('write `"1.20"`',)


def test_gives_way_to_the_schema() -> None:
    schema = {"properties": {"version": {"type": "string"}}}
    [diagnostic] = lint_text(article("version: 1.20\n"), schema=schema)
    assert diagnostic.rule == "schema/type"
