from __future__ import annotations

import subprocess
import sys

import pytest

from articlelint import lint_text, make_config
from tests.changes import document_of, objections
from tests.support import article, check_rule, reported_titles

RULE = "mojibake"


def _titles(*titles: str) -> dict[str, str]:
    return {title: f"title: '{title}'\n" for title in titles}


def _garbled(word: str, meant: str) -> str:
    return f'"{word}" was decoded with the wrong encoding: write "{meant}"'


def _lost(word: str) -> str:
    return f'"{word}" lost a character to the wrong encoding: write the intended word'


#: Ordinary text of many languages that does not need ftfy.
ORDINARY = (
    "A ferry’s “last” trip – and – 5 € more…",
    "Ångström, café, naïve, façade, Æther, ÉTÉ",
    "«Überfall» und „Größe“, §\u00a05",
    "« Café\u00a0» à l’été ; l’œuvre",
    "Łódź, Kraków, „żółć”, są…",
    "Příšerně žluťoučký kůň, úžas",
    "São Paulo, IRMÃ, ação, MAÇÃ",
    "Русский: ВСЁ, «Лёд», Р. С.",
    "Українська: Він, її, ґанок",
    "Ελληνικά: Ό,τι, «Γεια», Ά",
    "日本語「引用」、中文“引号”",
    "한국어 · हिन्दी · ไทย · עברית · العربية",
    "Emoji 🎉👩‍🚒❤️",
    "£5, ¥100, ¢, ¤, © 2023, ®, ™, °, ±, µ",
    "│ table ─ of ├ lines",
    "ƒ/2.8, √2 ≈ 1.41, ¬a",
)

#: Ordinary text that ftfy must judge.
LOOK_ALIKES = (
    "a naïve â and Ã, Â",
    "MARQUÉ…",
    "Tiếng Việt: XÃ HỘI, ĐÃ ĐẾN",
    "Türkiye’de çığ, İstanbul, Üşümek",
    "ÀÉ” «ÀÉ»",
)


def test_garbled() -> None:
    check_rule(
        RULE,
        silent=_titles(*ORDINARY, *LOOK_ALIKES),
        reported=reported_titles(
            {
                "The ferryâ€™s last trip": _garbled("ferryâ€™s", "ferry’s"),
                "CafÃ© du Port": _garbled("CafÃ©", "Café"),
                "naÃ¯ve": _garbled("naÃ¯ve", "naïve"),
                "A tide â€“ a fair": _garbled("â€“", "–"),
                "Wait â€¦": _garbled("â€¦", "…"),
                "Â£5 a trip": _garbled("Â£5", "£5"),
                "Â© Robin": _garbled("Â©", "©"),
                "the priceÂ 10": _garbled("priceÂ", "price 10"),
                "voilÃ  la mer": _garbled("voilÃ", "voilà"),
                "itÃ¢â‚¬â„¢s": _garbled("itÃ¢â‚¬â„¢s", "it’s"),
                "ðŸ˜€ fair": _garbled("ðŸ˜€", "😀"),
                "ï»¿Bridge": _garbled("ï»¿Bridge", "Bridge"),
                "ÐŸÑ€Ð¸Ð²ÐµÑ‚": _garbled("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
                "РџСЂРёРІРµС‚": _garbled("РџСЂРёРІРµС‚", "Привет"),
                "itвЂ™s": _garbled("itвЂ™s", "it’s"),
                "PĹ‚ock": _garbled("PĹ‚ock", "Płock"),
                "itā€™s": _garbled("itā€™s", "it’s"),
                "it‚Äôs": _garbled("it‚Äôs", "it’s"),
                "caf√©": _garbled("caf√©", "café"),
                "fran├ºais": _garbled("fran├ºais", "français"),
                "10\u00a0km to CafÃ©": _garbled("CafÃ©", "Café"),
            }
        ),
        changes={
            "The ferryâ€™s last trip": "The ferry’s last trip",
            "CafÃ© du Port": "Café du Port",
            "naÃ¯ve": "naïve",
            "A tide â€“ a fair": "A tide – a fair",
            "Wait â€¦": "Wait …",
            "Â£5 a trip": "£5 a trip",
            "Â© Robin": "© Robin",
            "the priceÂ 10": "the price 10",
            "voilÃ  la mer": "voilà la mer",
            "itÃ¢â‚¬â„¢s": "it’s",
            "ðŸ˜€ fair": "😀 fair",
            "ï»¿Bridge": "Bridge",
            "ÐŸÑ€Ð¸Ð²ÐµÑ‚": "Привет",
            "РџСЂРёРІРµС‚": "Привет",
            **dict.fromkeys(("itвЂ™s", "itā€™s", "it‚Äôs"), "it’s"),
            "PĹ‚ock": "Płock",
            "caf√©": "café",
            "fran├ºais": "français",
            "10\u00a0km to CafÃ©": "10\u00a0km to Café",
        },
    )


def test_control_characters_of_windows() -> None:
    check_rule(
        RULE,
        silent={},
        reported={
            "apostrophe": (
                'title: "The ferry\\x92s last trip"\n',
                [f"2:13-2:23 {_garbled(chr(0x92).join(('ferry', 's')), 'ferry’s')}"],
            )
        },
        changes={"apostrophe": "The ferry’s last trip"},
    )


def test_several() -> None:
    check_rule(
        RULE,
        silent={},
        reported=reported_titles(
            {
                "CafÃ© dâ€™Ã©tÃ© in May": [
                    _garbled("CafÃ©", "Café"),
                    _garbled("dâ€™Ã©tÃ©", "d’été"),
                ],
                "“CafÃ©” 🎉 naÃ¯ve": [
                    _garbled("“CafÃ©”", "“Café”"),
                    _garbled("naÃ¯ve", "naïve"),
                ],
                f"{'a' * 90}Ã©{'b' * 90}": _garbled(
                    f"{'a' * 28}Ã©{'b' * 26}", f"{'a' * 28}é{'b' * 27}"
                ),
            }
        ),
        changes={
            "CafÃ© dâ€™Ã©tÃ© in May": "Café d’été in May",
            "“CafÃ©” 🎉 naÃ¯ve": "“Café” 🎉 naïve",
            f"{'a' * 90}Ã©{'b' * 90}": f"{'a' * 90}é{'b' * 90}",
        },
    )


def test_lost() -> None:
    check_rule(
        RULE,
        silent={},
        reported=reported_titles(
            {
                "A caf\ufffd reopens": _lost("caf\ufffd"),
                "\ufffd": _lost("\ufffd"),
                "b\ufffd and c\ufffd": [_lost("b\ufffd"), _lost("c\ufffd")],
                "the technologyâ€...": _lost("technologyâ€..."),
                "the technologyâ€": _lost("technologyâ€"),
                "A bridgeâ€ there": _lost("bridgeâ€"),
                "A bridgeâ€\ufffd": _lost("bridgeâ€\ufffd"),
                "A bridgeâ€\u00a0 there": _lost("bridgeâ€\u00a0"),
                "ï¿½ there": _lost("ï¿½"),
                "A bridgeâ€œ there â€\ufffd": [
                    _garbled("bridgeâ€œ", "bridge“"),
                    _lost("â€\ufffd"),
                ],
            }
        ),
        changes={},
    )


def test_no_fix() -> None:
    check_rule(
        RULE,
        silent={},
        reported=reported_titles(
            {
                "ï»¿": _garbled("ï»¿", ""),
                "a Â bridge": _garbled("Â", " bridge"),
                "Â bridge": _garbled("Â", " bridge"),
                "CafÃ©â€Ž": _garbled("CafÃ©â€Ž", "Café\u200e"),
                "CafÃ© and â€": [_garbled("CafÃ©", "Café"), _lost("â€")],
            }
        ),
        changes={},
    )


def test_no_fix_for_a_long_text() -> None:
    document = document_of(article(f"title: {'a ' * 10_000}CafÃ©\n"))
    (objection,) = objections(RULE, document, "a.md", make_config({}))
    assert objection.change is None


def test_fields() -> None:
    check_rule(
        RULE,
        silent={
            "key": "cafÃ©: a\n",
            "comment": "title: a # cafÃ©\n",
            "base64": 'secured: "Zm9v+w==;w6k="\n',
            "no text": "title: 1\n",
        },
        reported={
            "every text value, once": (
                (
                    "category: &word cafÃ©\n"
                    "title: *word\n"
                    "webUrl: https://example.com/cafÃ©\n"
                    "featuredContent: |\n  <p>a</p>\n  <p>cafÃ©</p>\n"
                    "more: [[{a: cafÃ©}]]\n"
                    "related:\n  - title: cafÃ©\n"
                ),
                [
                    f"2:17-2:22 {_garbled('cafÃ©', 'café')}",
                    f"4:9-4:34 {_garbled('https://example.com/cafÃ©', 'https://example.com/café')}",
                    f"7:3-7:15 {_garbled('<p>cafÃ©</p>', '<p>café</p>')}",
                    f"8:13-8:18 {_garbled('cafÃ©', 'café')}",
                    f"10:12-10:17 {_garbled('cafÃ©', 'café')}",
                ],
            ),
        },
        changes={
            "every text value, once": [
                *("café", "https://example.com/café", "<p>a</p>\n<p>café</p>\n", "café", "café"),
            ]
        },
    )


def test_help() -> None:
    (diagnostic,) = lint_text(article("title: cafÃ©\n"), schema={})
    assert diagnostic.help == (
        "look up the text in the source of the article, and decode that as UTF-8",
    )


def test_other_rules_give_way_to_it() -> None:
    diagnostics = lint_text(article("title: A  bridgeâ€™s cafÃ©&amp;bar\u00a0opens\n"), schema={})
    assert [each.rule for each in diagnostics] == [RULE, RULE]


def test_ordinary_text_costs_no_import_of_ftfy() -> None:
    program = (
        "import sys, articlelint; from tests.rules.test_mojibake import ORDINARY\n"
        "for text in ORDINARY:\n"
        "    articlelint.lint_text(f'---\\ntitle: \"{text}\"\\n---\\n')\n"
        "print('ftfy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    "title",
    ["Ã©ÃÂ" * 200_000, "ÃƒÂ" * 200_000, "\ufffd" * 300_000, "â€" * 400_000, "😀â€™x" * 100_000],
    ids=["partly", "twice", "lost", "stumps", "emoji"],
)
def test_hostile_text_is_reported_like_any_other(title: str) -> None:
    (diagnostic,) = lint_text(article(f"title: '{title}'\n"), schema={})
    assert diagnostic.rule == RULE
    assert len(diagnostic.message) < 200
