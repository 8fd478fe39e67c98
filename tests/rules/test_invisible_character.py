from __future__ import annotations

import json

import pytest

from articlelint import lint_text
from tests.support import article, check_rule

RULE = "invisible-character"


def _title(text: str) -> str:
    return f"title: {json.dumps(text)}\n"


def _silent(*texts: str) -> dict[str, str]:
    return {ascii(text): _title(text) for text in texts}


def _reported(messages: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    return {
        ascii(text): (_title(text), [f"2:8-2:{len(_title(text))} {message}"])
        for text, message in messages.items()
    }


def _by_ascii(texts: dict[str, str]) -> dict[str, str]:
    return {ascii(text): fixed for text, fixed in texts.items()}


def test_characters() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "A bridge reopens",
            "Ångström’s “café” – 5 € ⸺ 日本語",
            "e\u0301 a\u0308",
            "A\u2011B",
            "\ue000",
            "\U0001fae8",  # an emoji that some Pythons do not know yet
            "a line\nand\tanother\r\n",
        ),
        reported=_reported(
            {
                "Harbour\u200b bridge": (
                    'a zero width space (U+200B) stands after "Harbour": remove it'
                ),
                "Har\u00adbour": 'a soft hyphen (U+00AD) stands after "Har": remove it',
                "Harbour\u2060 bridge": (
                    'a word joiner (U+2060) stands after "Harbour": remove it'
                ),
                "Harbour\ufeff bridge": (
                    'a byte order mark (U+FEFF) stands after "Harbour": remove it'
                ),
                "Harbour\u0007": 'a control character (U+0007) stands after "Harbour": remove it',
                "Harbour\u001b[1m": (
                    'a control character (U+001B) stands after "Harbour": remove it'
                ),
                "Harbour\u007f": 'a control character (U+007F) stands after "Harbour": remove it',
                "Harbour\u000bbridge": (
                    'a control character (U+000B) stands after "Harbour": write an ordinary space'
                ),
                "Harbour\u2028bridge": (
                    'a line separator (U+2028) stands after "Harbour": write an ordinary space'
                ),
                "Harbour\u2029 bridge": (
                    'a paragraph separator (U+2029) stands after "Harbour": remove it'
                ),
                "Harbour\ufffc": (
                    'an object replacement character (U+FFFC) stands after "Harbour": remove it'
                ),
                "Harbour\u3164": 'a hangul filler (U+3164) stands after "Harbour": remove it',
                "Harbour\u034f": (
                    'a combining grapheme joiner (U+034F) stands after "Harbour": remove it'
                ),
                "Harbour\u2062": 'an invisible times (U+2062) stands after "Harbour": remove it',
                "Harbour\U000e0061\U000e0062": (
                    'a tag latin small letter a (U+E0061) stands after "Harbour" '
                    "(and 1 more like it): remove it"
                ),
            }
        ),
        changes=_by_ascii(
            {
                "Harbour\u200b bridge": "Harbour bridge",
                "Har\u00adbour": "Harbour",
                "Harbour\u2060 bridge": "Harbour bridge",
                "Harbour\ufeff bridge": "Harbour bridge",
                "Harbour\u000bbridge": "Harbour bridge",
                "Harbour\u2028bridge": "Harbour bridge",
                "Harbour\u2029 bridge": "Harbour bridge",
                "Harbour\ufffc": "Harbour",
                "Harbour\u3164": "Harbour",
                "Harbour\u034f": "Harbour",
                "Harbour\u2062": "Harbour",
                "Harbour\U000e0061\U000e0062": "Harbour",
            }
        ),
    )


def test_where() -> None:
    check_rule(
        RULE,
        silent={},
        reported=_reported(
            {
                "\u200bHarbour bridge": (
                    'a zero width space (U+200B) stands before "Harbour": remove it'
                ),
                "A harbour \u200bbridge": (
                    'a zero width space (U+200B) stands after "harbour": remove it'
                ),
                "\u200b": "a zero width space (U+200B) stands alone: remove it",
                "\u200b\u200e\ufe0f Harbour": (
                    'a zero width space (U+200B) stands before "Harbour" '
                    "(and 2 more like it): remove it"
                ),
                "Har\u200bbour\u200b": (
                    'a zero width space (U+200B) stands after "Har" (and 1 more like it): remove it'
                ),
                " \u200bA harbour": 'a zero width space (U+200B) stands before "A": remove it',
                "A \u200b  bridge": 'a zero width space (U+200B) stands after "A": remove it',
                "橋\u3000\u200b開通\u3000\u200b": (
                    'a zero width space (U+200B) stands after "橋" (and 1 more like it): remove it'
                ),
                "A\n  \u200bbridge": 'a zero width space (U+200B) stands after "A": remove it',
                "A bridge \u200b\n": 'a zero width space (U+200B) stands after "bridge": remove it',
                "A\u200b\tbridge  reopens": (
                    'a zero width space (U+200B) stands after "A": remove it'
                ),
                "\u200b\u00a0": (
                    "a zero width space (U+200B) stands alone (and 1 more like it): remove it"
                ),
                f"{'a' * 100}\u200b": (
                    f'a zero width space (U+200B) stands after "{"a" * 40}": remove it'
                ),
            }
        ),
        changes=_by_ascii(
            {
                "\u200bHarbour bridge": "Harbour bridge",
                "A harbour \u200bbridge": "A harbour bridge",
                "\u200b\u200e\ufe0f Harbour": "Harbour",
                "Har\u200bbour\u200b": "Harbour",
                f"{'a' * 100}\u200b": "a" * 100,
                " \u200bA harbour": "A harbour",
                "A \u200b  bridge": "A bridge",
                "橋\u3000\u200b開通\u3000\u200b": "橋\u3000開通",
                "A\n  \u200bbridge": "A\n  bridge",
                "A bridge \u200b\n": "A bridge\n",
                "A\u200b\tbridge  reopens": "A\tbridge  reopens",
            }
        ),
    )


def test_spaces() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "Vraiment\u00a0? Oui\u202f! Voici\u00a0: un café\u00a0; fin",
            "«\u00a0Bonjour\u00a0» ‹\u202fSalut\u202f›",
            "10\u00a0%, 5\u00a0€, 10\u00a0km, 10\u202f000, 10\u2009000, § 5, §\u00a05",
            "Windows\u00a011, 4\u00a0May, Louis\u00a014",
            "Москва\u00a0— город",
            "Salt\u00a0& tar, 3\u00a0×\u00a04, and so on\u00a0…",
            "J.\u00a0Smith, z.\u00a0B. heute",
            "v\u00a0Praze, i\u00a0opcje, к\u00a0морю",
            "ဒီ ខ្មែរ\u00a0។ हिन्दी\u00a0।",
            "橋\u3000開通",
            "\u00a0",
            "\u00a0 \u2003\n",
        ),
        reported=_reported(
            {
                "The bridge\u00a0reopens": (
                    'a no-break space (U+00A0) stands after "bridge": write an ordinary space'
                ),
                "a\u00a0bridge": (
                    'a no-break space (U+00A0) stands after "a": write an ordinary space'
                ),
                "Version 9.3.x\u00a0is out": (
                    'a no-break space (U+00A0) stands after "9.3.x": write an ordinary space'
                ),
                "It is open.\u00a0Lorries wait": (
                    'a no-break space (U+00A0) stands after "open.": write an ordinary space'
                ),
                "It is open.\u00a0 Lorries wait": (
                    'a no-break space (U+00A0) stands after "open.": remove it'
                ),
                "It is open. \u00a0Lorries wait": (
                    'a no-break space (U+00A0) stands after "open.": remove it'
                ),
                "The bridge\u00a0": 'a no-break space (U+00A0) stands after "bridge": remove it',
                "\u00a0The bridge": 'a no-break space (U+00A0) stands before "The": remove it',
                "The\u00a0bridge\u00a0reopens": (
                    'a no-break space (U+00A0) stands after "The" '
                    "(and 1 more like it): write an ordinary space"
                ),
                "The\u202fbridge": (
                    'a narrow no-break space (U+202F) stands after "The": write an ordinary space'
                ),
                "The\u2003bridge": (
                    'an em space (U+2003) stands after "The": write an ordinary space'
                ),
                "The\u2009bridge": (
                    'a thin space (U+2009) stands after "The": write an ordinary space'
                ),
            }
        ),
        changes=_by_ascii(
            {
                "The bridge\u00a0reopens": "The bridge reopens",
                "a\u00a0bridge": "a bridge",
                "Version 9.3.x\u00a0is out": "Version 9.3.x is out",
                "It is open.\u00a0Lorries wait": "It is open. Lorries wait",
                "It is open.\u00a0 Lorries wait": "It is open. Lorries wait",
                "It is open. \u00a0Lorries wait": "It is open. Lorries wait",
                "The bridge\u00a0": "The bridge",
                "\u00a0The bridge": "The bridge",
                "The\u00a0bridge\u00a0reopens": "The bridge reopens",
                "The\u202fbridge": "The bridge",
                "The\u2003bridge": "The bridge",
                "The\u2009bridge": "The bridge",
            }
        ),
    )


def test_joiners() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "A crew 👩\u200d🚒, 👨\u200d👩\u200d👧, 🧑\u200d🤝\u200d🧑",
            "❤️\u200d🔥, 👩🏽\u200d⚕️, 🏴\u200d☠️",
            "می\u200cخواهم",
            "۱۴۰۰ه\u200d",
            "क्\u200dष र्\u200d",
            "ক\u200cষ হৈছে\u200c",
            "ഫില്\u200d\u200cറ്ററിങ്",
            "සංස්\u200dකෘත",
        ),
        reported=_reported(
            {
                "A crew 👩\u200d there": (
                    'a zero width joiner (U+200D) stands after "👩": remove it'
                ),
                "A\u200d🚒": 'a zero width joiner (U+200D) stands after "A": remove it',
                "Har\u200dbour": 'a zero width joiner (U+200D) stands after "Har": remove it',
                "Auf\u200clage": 'a zero width non-joiner (U+200C) stands after "Auf": remove it',
                "تکه\u200c نقش": ('a zero width non-joiner (U+200C) stands after "تکه": remove it'),
                "\u200cتکه": 'a zero width non-joiner (U+200C) stands before "تکه": remove it',
                "a\u200d\u200db": (
                    'a zero width joiner (U+200D) stands after "a" (and 1 more like it): remove it'
                ),
            }
        ),
        changes=_by_ascii(
            {
                "A crew 👩\u200d there": "A crew 👩 there",
                "A\u200d🚒": "A🚒",
                "Har\u200dbour": "Harbour",
                "Auf\u200clage": "Auflage",
                "تکه\u200c نقش": "تکه نقش",
                "\u200cتکه": "تکه",
                "a\u200d\u200db": "ab",
            }
        ),
    )


def test_variation_selectors_and_flags() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "❤️ ☎︎ ©️ 1️⃣ #️⃣ ℹ️ Ⓜ️ ‼️ ↔️ ㊗️",
            "葛\U000e0100城, 神\ufe00",
            "ᠠ\u180b ᠨ\u180eᠠ",
            "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        ),
        reported=_reported(
            {
                "A\ufe0f bridge": 'a variation selector-16 (U+FE0F) stands after "A": remove it',
                "\ufe0fA": 'a variation selector-16 (U+FE0F) stands before "A": remove it',
                "A \ufe0fbridge": 'a variation selector-16 (U+FE0F) stands after "A": remove it',
                "❤️\ufe01": 'a variation selector-2 (U+FE01) stands after "❤": remove it',
                "A\U000e0100": 'a variation selector-17 (U+E0100) stands after "A": remove it',
                "🏴\U000e0067": (
                    'a tag latin small letter g (U+E0067) stands after "🏴": remove it'
                ),
            }
        ),
        changes=_by_ascii(
            {
                "A\ufe0f bridge": "A bridge",
                "\ufe0fA": "A",
                "A \ufe0fbridge": "A bridge",
                "❤️\ufe01": "❤️",
                "A\U000e0100": "A",
                "🏴\U000e0067": "🏴",
            }
        ),
    )


def test_word_breaks() -> None:
    check_rule(
        RULE,
        silent=_silent("ภาษา\u200bไทย", "ភាសា\u200bខ្មែរ", "ไทย\u200b(ใหม่)", "Go\u200bไทย"),
        reported=_reported(
            {
                "橋\u200b開通": 'a zero width space (U+200B) stands after "橋": remove it',
                "ภาษา \u200b ไทย": 'a zero width space (U+200B) stands after "ภาษา": remove it',
            }
        ),
        changes=_by_ascii(
            {
                "橋\u200b開通": "橋開通",
                "ภาษา \u200b ไทย": "ภาษา ไทย",
            }
        ),
    )


def test_directions() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "גשר\u200f (חדש)\u200e!",
            "\u061cجسر",
            "\u2067גשר\u2069 A",
            "\u202bגשר \u202aA\u202c\u202c",
        ),
        reported=_reported(
            {
                "A bridge\u200e": (
                    'a left-to-right mark (U+200E) stands after "bridge": remove it'
                ),
                "\u2068A bridge\u2069": (
                    'a first strong isolate (U+2068) stands before "A" '
                    "(and 1 more like it): remove it"
                ),
                "\u202bגשר": 'a right-to-left embedding (U+202B) stands before "גשר": remove it',
                "גשר\u202c": (
                    'a pop directional formatting (U+202C) stands after "גשר": remove it'
                ),
                "\u2067גשר\u202c": (
                    'a right-to-left isolate (U+2067) stands before "גשר" '
                    "(and 1 more like it): remove it"
                ),
                "גשר \u202eA\u202c": (
                    'a right-to-left override (U+202E) stands after "גשר" '
                    "(and 1 more like it): remove it"
                ),
                "A \u202egnp.exe": (
                    'a right-to-left override (U+202E) stands after "A": remove it'
                ),
            }
        ),
        changes=_by_ascii(
            {
                "A bridge\u200e": "A bridge",
                "\u2068A bridge\u2069": "A bridge",
                "\u202bגשר": "גשר",
                "גשר\u202c": "גשר",
                "\u2067גשר\u202c": "גשר",
                "גשר \u202eA\u202c": "גשר A",
                "A \u202egnp.exe": "A gnp.exe",
            }
        ),
    )


def test_fields() -> None:
    space = 'a no-break space (U+00A0) stands after "a": write an ordinary space'
    check_rule(
        RULE,
        silent={
            "key": "a\u00a0b: c\n",
            "comment": "title: a # \u200b\n",
            "HTML of several lines": "featuredContent: |\n  <p>a</p>\n\n  <p>\tb</p>\n",
            "no text": "title: 1\n",
            "empty": 'title: ""\n',
        },
        reported={
            "every text value, once": (
                (
                    "category: &word a\u00a0b\n"
                    "title: *word\n"
                    "featuredContent: |\n  <p>b</p>\n  a\u00a0b\n"
                    "related:\n  - title: a\u00a0b\n"
                    "more: [[{c: a\u00a0b}]]\n"
                    'webUrl: "https://example.com/a\\u200B"\n'
                ),
                [
                    f"2:11-2:20 {space}",
                    f"4:18-6:6 {space}",
                    f"8:12-8:15 {space}",
                    f"9:13-9:16 {space}",
                    (
                        "10:9-10:38 a zero width space (U+200B) stands after "
                        '"https://example.com/a": remove it'
                    ),
                ],
            ),
        },
        changes={
            "every text value, once": [
                *("a b", "<p>b</p>\na b\n", "a b", "a b", "https://example.com/a"),
            ]
        },
    )


def test_help() -> None:
    (diagnostic,) = lint_text(article(_title("a\u200b")), schema={})
    assert diagnostic.help == (
        "retype the words beside it, or remove it in an editor that shows what is invisible",
    )


def test_gives_way_to_the_schema() -> None:
    schema = {"properties": {"title": {"maxLength": 5}}}
    (diagnostic,) = lint_text(article(_title("A bridge\u200b")), schema=schema)
    assert diagnostic.rule == "schema/maxLength"


@pytest.mark.parametrize(
    "text",
    [
        "\u200b" * 300_000,
        "a\u00a0" * 300_000,
        "\u2067" * 200_000 + "\u2069" * 200_000,
        "\U0001f3f4" + "\U000e0061" * 250_000,
        "\ufe0f" * 300_000,
    ],
    ids=["zero width", "no-break", "directions", "tags", "selectors"],
)
def test_hostile_text_is_reported_like_any_other(text: str) -> None:
    (diagnostic,) = lint_text(article(f"title: '{text}'\n"), schema={})
    assert diagnostic.rule == RULE
    assert len(diagnostic.message) < 200
