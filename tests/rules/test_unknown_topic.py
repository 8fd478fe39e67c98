from __future__ import annotations

from articlelint import lint_text
from articlelint.model import SetValue
from tests.support import article, check_rule

RULE = "unknown-topic"
TOPICS = ["Bridges", "AI", "Canal boats", "\u00d6resund"]
CONFIG = {"rules": {RULE: {"topics": TOPICS}}}


def _reported(topic: str, message: str) -> tuple[str, list[str]]:
    return f"topics: ['{topic}']\n", [f"2:10-2:{12 + len(topic)} {message}"]


def _unknown(topic: str) -> tuple[str, list[str]]:
    message = f'unknown topic "{topic}": use a topic from the configured list, or add this one'
    return _reported(topic, message)


SILENT = {
    "absent": "title: A bridge reopens\n",
    "known": "topics: [Bridges, AI]\n",
    "known, with a space": "topics:\n  - Canal boats\n",
    "known, in other letters": "topics: [\u00d6resund]\n",
    "no topics": "topics: []\n",
    "text instead of a list": "topics: Harbours\n",
    "nothing": "topics:\n",
    "items that are no text": "topics: [1, true, null, [Harbours], {Harbours: 1}]\n",
    "empty items, one of them a space": 'topics: ["", " "]\n',
    "topics of a related item": "related:\n  - topics: [Harbours]\n",
    "another field": "category: Harbours\n",
}

REPORTED = {
    "another": _unknown("Harbours"),
    "another without a like": _unknown("Otters"),
    "another case": _reported("ai", '"ai" should be spelled "AI"'),
    "another case of several words": _reported(
        "Canal Boats", '"Canal Boats" should be spelled "Canal boats"'
    ),
    "another case of other letters": _reported(
        "\u00f6RESUND", '"\u00f6RESUND" should be spelled "\u00d6resund"'
    ),
    "misspelt": _reported("Brigdes", 'unknown topic "Brigdes": did you mean "Bridges"?'),
    "one letter less": _reported("Bridge", 'unknown topic "Bridge": did you mean "Bridges"?'),
    "a space at the end": _reported(
        "Bridges ", 'unknown topic "Bridges ": did you mean "Bridges"?'
    ),
    "each of several": (
        "topics:\n  - Bridges\n  - Harbours\n  - ai\n",
        [
            (
                '4:5-4:13 unknown topic "Harbours": '
                "use a topic from the configured list, or add this one"
            ),
            '5:5-5:7 "ai" should be spelled "AI"',
        ],
    ),
    "only similar": _reported(
        "The Bridges", 'unknown topic "The Bridges": did you mean "Bridges"?'
    ),
    "an alias": (
        "category: &topic Brigdes\ntopics: [*topic]\n",
        ['3:10-3:16 unknown topic "Brigdes": did you mean "Bridges"?'],
    ),
}


#: The others may be meant otherwise, or would be there twice.
CHANGES = {
    "another case": "AI",
    "another case of several words": "Canal boats",
    "another case of other letters": "\u00d6resund",
    "misspelt": "Bridges",
    "one letter less": "Bridges",
    "a space at the end": "Bridges",
    "each of several": [None, SetValue(("topics", 2), "AI")],
    "an alias": "Bridges",
}


def test_unknown_topic() -> None:
    check_rule(RULE, silent=SILENT, reported=REPORTED, changes=CHANGES, config=CONFIG)


def test_without_a_vocabulary() -> None:
    texts = {name: text for name, (text, _) in REPORTED.items()}
    check_rule(RULE, silent=texts, reported={}, config={"rules": {RULE: "warning"}})
    check_rule(RULE, silent=texts, reported={}, config={"rules": {RULE: {"topics": []}}})


def test_off_unless_the_settings_mention_it() -> None:
    assert lint_text(article("topics: [Harbours]\n"), schema={}) == []


def test_another_name_of_the_field() -> None:
    check_rule(
        RULE,
        silent={"the usual one": "topics: [ai]\n"},
        reported={"the site's own": ("tags: [ai]\n", ['2:8-2:10 "ai" should be spelled "AI"'])},
        config={**CONFIG, "fields": {"topics": "tags"}},
    )


def test_gives_way_to_the_schema() -> None:
    schema = {"properties": {"topics": {"items": {"enum": TOPICS}}}}
    (diagnostic,) = lint_text(article("topics: [Harbours]\n"), schema=schema, config=CONFIG)
    assert diagnostic.rule == "schema/enum"


def test_a_hostile_topic() -> None:
    (diagnostic,) = lint_text(
        article(f"topics: [{'bridges' * 120_000}]\n"), schema={}, config=CONFIG
    )
    assert len(diagnostic.message) < 150
