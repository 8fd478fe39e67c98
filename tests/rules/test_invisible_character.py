from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import pytest

from articlelint import lint_text
from tests.support import article, at_parts, check_rule

RULE = "invisible-character"


def _title(text: str) -> str:
    return f"title: {json.dumps(text)}\n"


def _silent(*texts: str) -> dict[str, str]:
    return {ascii(text): _title(text) for text in texts}


def _reported(
    messages: Mapping[str, str | Sequence[str]],
) -> dict[str, tuple[str, list[str]]]:
    """Texts with what is said of them: each message names the first character that it marks."""
    return {
        ascii(text): at_parts(
            _title(text),
            [(_part(text, each), each) for each in ([said] if isinstance(said, str) else said)],
        )
        for text, said in messages.items()
    }


def _part(text: str, message: str) -> str:
    """What is marked, as JSON writes it: one character, and as many as are like it."""
    code, more = re.findall(r"U\+([0-9A-F]+)|and (\d+) more", message + "(and 0 more)")[:2]
    start = text.index(chr(int(code[0], 16)))
    return json.dumps(text[start : start + 1 + int(more[1])])[1:-1]


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
                "Harbour\u200b bridge": ('zero-width space (U+200B) after "Harbour": remove it'),
                "Har\u00adbour": 'soft hyphen (U+00AD) after "Har": remove it',
                "Harbour\u2060 bridge": ('word joiner (U+2060) after "Harbour": remove it'),
                "Harbour\ufeff bridge": ('byte order mark (U+FEFF) after "Harbour": remove it'),
                "«Â\u00adï»¿": 'soft hyphen (U+00AD) after "«Â": remove it',  # half a character
                "Harbour\u0007": 'control character (U+0007) after "Harbour": remove it',
                "Harbour\u001b[1m": ('control character (U+001B) after "Harbour": remove it'),
                "Harbour\u007f": 'control character (U+007F) after "Harbour": remove it',
                "Harbour\u000bbridge": (
                    'control character (U+000B) after "Harbour": use an ordinary space'
                ),
                "Harbour\u2028bridge": (
                    'line separator (U+2028) after "Harbour": use an ordinary space'
                ),
                "Harbour\u2029 bridge": ('paragraph separator (U+2029) after "Harbour": remove it'),
                "Harbour\ufffc": (
                    'object replacement character (U+FFFC) after "Harbour": remove it'
                ),
                "Harbour\u3164": 'hangul filler (U+3164) after "Harbour": remove it',
                "Harbour\u034f": ('combining grapheme joiner (U+034F) after "Harbour": remove it'),
                "Harbour\u2062": 'invisible times (U+2062) after "Harbour": remove it',
                "Harbour\U000e0061\U000e0062": (
                    'tag latin small letter a (U+E0061) after "Harbour" '
                    "(and 1 more like this): remove it"
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
                "\u200bHarbour bridge": ('zero-width space (U+200B) before "Harbour": remove it'),
                "A harbour \u200bbridge": ('zero-width space (U+200B) after "harbour": remove it'),
                "\u200b": "zero-width space (U+200B) on its own: remove it",
                "\u200b\u200e\ufe0f Harbour": (
                    'zero-width space (U+200B) before "Harbour" (and 2 more like this): remove it'
                ),
                "Har\u200bbour\u200b": [
                    'zero-width space (U+200B) after "Har": remove it',
                    'zero-width space (U+200B) after "Harbour": remove it',
                ],
                " \u200bA harbour": 'zero-width space (U+200B) before "A": remove it',
                "A \u200b  bridge": 'zero-width space (U+200B) after "A": remove it',
                "橋\u3000\u200b開通\u3000\u200b": [
                    'zero-width space (U+200B) after "橋": remove it',
                    'zero-width space (U+200B) after "開通": remove it',
                ],
                "A\n  \u200bbridge": 'zero-width space (U+200B) after "A": remove it',
                "A bridge \u200b\n": 'zero-width space (U+200B) after "bridge": remove it',
                "A\u200b\tbridge  reopens": ('zero-width space (U+200B) after "A": remove it'),
                "\u200b\u00a0": (
                    "zero-width space (U+200B) on its own (and 1 more like this): remove it"
                ),
                f"{'a' * 100}\u200b": (f'zero-width space (U+200B) after "{"a" * 40}": remove it'),
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
            "the 2nd\u00a0edition, Airbus\u00a0A320, gate\u00a0B12, 5k\u00a0runners, 20th\u00a0St",
            "Louis\u00a0XIV, World War\u00a0II, le XIXe\u00a0siècle, un roi\u00a0Ier, Pier\u00a0X",
            "Dr.\u00a0Who",
            "Mrs\u00a0Lee and Prof.\u00a0Lee",
            "“St.\u00a0Gallen” (Mme\u00a0Curie)",
            "Lt.\u00a0Lee",
            "J.R.R.\u00a0Smith",
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
                    'no-break space (U+00A0) after "bridge": use an ordinary space'
                ),
                "a\u00a0bridge": ('no-break space (U+00A0) after "a": use an ordinary space'),
                "Version 9.3.x\u00a0is out": (
                    'no-break space (U+00A0) after "9.3.x": use an ordinary space'
                ),
                "It is open.\u00a0Lorries wait": (
                    'no-break space (U+00A0) after "open.": use an ordinary space'
                ),
                "It is open.\u00a0 Lorries wait": (
                    'no-break space (U+00A0) after "open.": remove it'
                ),
                "It is open. \u00a0Lorries wait": (
                    'no-break space (U+00A0) after "open.": remove it'
                ),
                "Say No\u00a0more": ('no-break space (U+00A0) after "No": use an ordinary space'),
                "The Gen\u00a0Z": ('no-break space (U+00A0) after "Gen": use an ordinary space'),
                "A VIP\u00a0lounge": ('no-break space (U+00A0) after "VIP": use an ordinary space'),
                "the\u00a0CIVIL war": (
                    'no-break space (U+00A0) after "the": use an ordinary space'
                ),
                "when\u00a0I came": ('no-break space (U+00A0) after "when": use an ordinary space'),
                "Pier\u00a0XIIII": ('no-break space (U+00A0) after "Pier": use an ordinary space'),
                "The bridge\u00a0": 'no-break space (U+00A0) after "bridge": remove it',
                "\u00a0The bridge": 'no-break space (U+00A0) before "The": remove it',
                "The\u00a0bridge\u00a0reopens": [
                    'no-break space (U+00A0) after "The": use an ordinary space',
                    'no-break space (U+00A0) after "bridge": use an ordinary space',
                ],
                "The\u202fbridge": (
                    'narrow no-break space (U+202F) after "The": use an ordinary space'
                ),
                "The\u2003bridge": ('em space (U+2003) after "The": use an ordinary space'),
                "The\u2009bridge": ('thin space (U+2009) after "The": use an ordinary space'),
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
                "Say No\u00a0more": "Say No more",
                "The Gen\u00a0Z": "The Gen Z",
                "A VIP\u00a0lounge": "A VIP lounge",
                "the\u00a0CIVIL war": "the CIVIL war",
                "when\u00a0I came": "when I came",
                "Pier\u00a0XIIII": "Pier XIIII",
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
            "ب\u200cب",
            "۱۴۰۰ه\u200d",
            "क्\u200dष र्\u200d",
            "ক\u200cষ হৈছে\u200c",
            "ഫില്\u200d\u200cറ്ററിങ്",
            "සංස්\u200dකෘත",
        ),
        reported=_reported(
            {
                "A crew 👩\u200d there": ('zero-width joiner (U+200D) after "👩": remove it'),
                "A\u200d🚒": 'zero-width joiner (U+200D) after "A": remove it',
                "Har\u200dbour": 'zero-width joiner (U+200D) after "Har": remove it',
                "Auf\u200clage": 'zero-width non-joiner (U+200C) after "Auf": remove it',
                "تکه\u200c نقش": ('zero-width non-joiner (U+200C) after "تکه": remove it'),
                "ب \u200cب": 'zero-width non-joiner (U+200C) after "ب": remove it',
                "\u200cتکه": 'zero-width non-joiner (U+200C) before "تکه": remove it',
                "a\u200d\u200db": (
                    'zero-width joiner (U+200D) after "a" (and 1 more like this): remove it'
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
                "ب \u200cب": "ب ب",
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
                "A\ufe0f bridge": 'variation selector-16 (U+FE0F) after "A": remove it',
                "\ufe0fA": 'variation selector-16 (U+FE0F) before "A": remove it',
                "A \ufe0fbridge": 'variation selector-16 (U+FE0F) after "A": remove it',
                "❤️\ufe01": 'variation selector-2 (U+FE01) after "❤": remove it',
                "A\U000e0100": 'variation selector-17 (U+E0100) after "A": remove it',
                "🏴\U000e0067": ('tag latin small letter g (U+E0067) after "🏴": remove it'),
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
                "橋\u200b開通": 'zero-width space (U+200B) after "橋": remove it',
                "ภาษา \u200b ไทย": 'zero-width space (U+200B) after "ภาษา": remove it',
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
                "A bridge\u200e": ('left-to-right mark (U+200E) after "bridge": remove it'),
                "\u2068A bridge\u2069": [
                    'first strong isolate (U+2068) before "A": remove it',
                    'pop directional isolate (U+2069) after "bridge": remove it',
                ],
                "\u202bגשר": 'right-to-left embedding (U+202B) before "גשר": remove it',
                "גשר\u202c": ('pop directional formatting (U+202C) after "גשר": remove it'),
                "\u2067גשר\u202c": [
                    'right-to-left isolate (U+2067) before "גשר": remove it',
                    'pop directional formatting (U+202C) after "גשר": remove it',
                ],
                "גשר \u202eA\u202c": [
                    'right-to-left override (U+202E) after "גשר": remove it',
                    'pop directional formatting (U+202C) after "A": remove it',
                ],
                "A \u202egnp.exe": ('right-to-left override (U+202E) after "A": remove it'),
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
    space = 'no-break space (U+00A0) after "a": use an ordinary space'
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
                    f"2:18-2:19 {space}",
                    f"6:4-6:5 {space}",
                    f"8:13-8:14 {space}",
                    f"9:14-9:15 {space}",
                    (
                        "10:31-10:37 zero-width space (U+200B) after "
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
        "retype the words next to it, or use an editor that shows invisible characters",
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
    ids=["zero-width", "no-break", "directions", "tags", "selectors"],
)
def test_hostile_text_is_reported_like_any_other(text: str) -> None:
    diagnostics = lint_text(article(f"title: '{text}'\n"), schema={})
    assert {each.rule for each in diagnostics} == {RULE}
    assert len(diagnostics) <= 20
    assert all(len(each.message) < 200 for each in diagnostics)
