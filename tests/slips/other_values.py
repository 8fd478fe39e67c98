"""Numbers in words, addresses in brackets, flags with remarks, and values that were swapped."""

from __future__ import annotations

from tests.slips.slip import SCHEMA as SITE
from tests.slips.slip import TITLE, Slip

SCHEMA = {**SITE, "properties": {**SITE["properties"], "pinned": {"type": "boolean"}}}


def _of(key: str, broken: str, meant: object, told: str, written: str = "") -> Slip:
    end = len(key) + 3 + len(broken)
    return Slip(
        f"{TITLE}{key}: {broken}\n",
        [f"3:{len(key) + 3}-3:{end} {told}"],
        {"title": "Night trains return", key: meant},
        f"{TITLE}{key}: {written}\n" if written else None,
    )


def _number(broken: str, meant: int) -> Slip:
    message = f'"weight" should be a whole number, not the text "{broken}"'
    return _of("weight", broken, meant, f"schema/type /weight: {message}", str(meant))


def _flag(broken: str, meant: bool) -> Slip:  # noqa: FBT001 - it is what is meant
    message = f'"published" should be `true` or `false`, not "{broken}"'
    return _of("published", broken, meant, f"published-flag /published: {message}")


def _email(broken: str) -> Slip:
    return Slip(
        f"{TITLE}authors:\n  - name: Dana Birch\n    email: {broken}\n",
        [
            f'5:12-5:{12 + len(broken)} schema/format /authors/0/email: "email" should be an e-mail address, not "{broken}": write only the address'
        ],
        {
            "title": "Night trains return",
            "authors": [{"name": "Dana Birch", "email": "dana@birch.example"}],
        },
        f"{TITLE}authors:\n  - name: Dana Birch\n    email: dana@birch.example\n",
    )


SLIPS = {
    "a number as a word": _number("seven", 7),
    "an ordinal number": _number("3rd", 3),
    "a decimal comma": _number("5,0", 5),
    "a number with its abbreviation": _number("No. 4", 4),
    "a mail link in angle brackets": _email("<mailto:dana@birch.example>"),
    "a mail link": _email("mailto:dana@birch.example"),
    "a link of Markdown to an address": Slip(
        f'{TITLE}authors:\n  - name: Dana Birch\n    email: "[Dana](mailto:dana@birch.example)"\n',
        [
            '5:12-5:47 schema/format /authors/0/email: "email" should be an e-mail address, not "[Dana](mailto:dana@birch.example)": write only the address'
        ],
        {
            "title": "Night trains return",
            "authors": [{"name": "Dana Birch", "email": "dana@birch.example"}],
        },
    ),
    "a check mark": _flag("✔️", meant=True),
    "a cross": _flag("❌", meant=False),
    "a flag with a remark": _flag("false (not before May)", meant=False),
    "another flag with a remark": _of(
        "pinned",
        "true // ask Dana",
        True,
        'schema/type /pinned: "pinned" should be `true` or `false`, not the text "true // ask Dana"',
        "true",
    ),
    "two values swapped": Slip(
        "title: review\ncategory: The slow line north\n",
        [
            '3:11-3:30 schema/enum /category: "category" should be "news", "review" or "interview", not "The slow line north": the values of "title" and "category" are swapped'
        ],
        {"title": "The slow line north", "category": "review"},
        "title: The slow line north\ncategory: review\n",
    ),
    "two authors joined": Slip(
        f"{TITLE}authors: Dana Birch and Lee Park\n",
        [
            '3:10-3:33 schema/type /authors: "authors" should be a list, not the text "Dana Birch and Lee Park": write one item on each line'
        ],
        {"title": "Night trains return", "authors": [{"name": "Dana Birch"}, {"name": "Lee Park"}]},
    ),
}
