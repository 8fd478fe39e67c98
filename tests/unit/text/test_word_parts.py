"""The parts of words, and the words that are short for others."""

from __future__ import annotations

import pytest

from articlelint.text.word_parts import is_short_for, parts_of, share_a_part


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("publishedDateTime", ["published", "date", "time"]),
        ("published_at", ["published"]),
        ("Web-URL", ["web", "url"]),
        ("at", ["at"]),
        ("a_b", ["ab"]),
        ("", [""]),
        ("one " * 30, ["one"] * 20),
    ],
)
def test_the_parts_of_a_word(word: str, parts: list[str]) -> None:
    assert parts_of(word) == parts


@pytest.mark.parametrize(
    ("part", "other", "is_shared"),
    [
        ("date", "date", True),
        ("pub", "published", True),
        ("categories", "category", True),
        ("state", "start", False),
        ("content", "contact", False),
        ("title", "subtitle", False),
    ],
)
def test_a_part_that_is_shared(part: str, other: str, *, is_shared: bool) -> None:
    assert share_a_part([part], ["else", other]) is is_shared
    assert share_a_part(["else", other], [part]) is is_shared


@pytest.mark.parametrize(
    ("word", "other", "is_short"),
    [
        pytest.param("url", "webUrl", True, id="its end"),
        pytest.param("webUrl", "url", True, id="the other way round"),
        pytest.param("original", "originalUrl", True, id="its beginning"),
        pytest.param("pubDateTime", "publishedDateTime", True, id="the beginning of each part"),
        pytest.param("pub_date", "publishedDate", True, id="parts that are joined otherwise"),
        pytest.param("websiteUrl", "webUrl", True, id="a part that is longer, too"),
        pytest.param("ampUrl", "webUrl", False, id="another part"),
        pytest.param("published_at", "publishedDateTime", False, id="fewer parts"),
        pytest.param("rl", "webUrl", False, id="too short"),
        pytest.param("ebUr", "webUrl", False, id="its middle"),
        pytest.param("+++", "...", False, id="no letters"),
    ],
)
def test_what_is_short_for_another(word: str, other: str, *, is_short: bool) -> None:
    assert is_short_for(word, other) is is_short
