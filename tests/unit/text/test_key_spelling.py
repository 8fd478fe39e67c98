"""Which keys are spelled alike, and in which a letter is wrong."""

from __future__ import annotations

import pytest

from articlelint.text.key_spelling import SimilarKeys, same_letters, slip


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("Title", "title"),
        ("web-url", "webUrl"),
        ("web_url", "web-url"),
        ("web url", "WEBURL"),
        ("publishedDatetime", "publishedDateTime"),
        ("ID", "id"),
        ("STRASSE", "stra\u00dfe"),
        ("h_1", "h1"),
    ],
)
def test_same_letters(key: str, other: str) -> None:
    assert same_letters(key, other)
    assert SimilarKeys([other]).find(key) == [other]
    assert slip(key, other) is None


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("x", "X"),
        ("-", "_"),
        ("title", "titles"),
        ("og:title", "og_title"),
        ("h1", "h2"),
        ("", "-"),
    ],
)
def test_other_letters(key: str, other: str) -> None:
    assert not same_letters(key, other)


@pytest.mark.parametrize(
    ("key", "other", "words"),
    [
        ("titel", "title", "titel title"),
        ("ittle", "title", "ittle title"),
        ("tittle", "title", "tittle title"),
        ("tile", "title", "tile title"),
        ("taxle", "table", "taxle table"),
        ("descripton", "description", "descripton description"),
        ("webURl", "webUrl", None),
        ("publishedDaetTime", "publishedDateTime", "daet date"),
        ("published_date_tmie", "publishedDateTime", "tmie time"),
        ("publishdatetime", "publishdateTiime", "publishdatetime publishdatetiime"),
        ("image2_utl", "image2_url", "utl url"),
        ("licence", "license", "licence license"),
        ("colour", "color", "colour color"),
        ("adress", "address", "adress address"),
        ("calssic", "classic", "calssic classic"),
    ],
)
def test_slips(key: str, other: str, words: str | None) -> None:
    found = slip(key, other)
    assert (" ".join(found) if found else None) == words
    assert slip(other, key) == (found[::-1] if found else None)
    if found:
        assert SimilarKeys(["x", other, "y"]).find(key) == [other]


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("titles", "title"),
        ("tags", "tag"),
        ("tagsList", "tagList"),
        ("tagslist", "taglist"),
        ("image_urls", "image_url"),
        ("update", "updated"),
        ("publisher", "published"),
        ("date", "data"),
        ("weight", "height"),
        ("order", "border"),
        ("image1", "image2"),
        ("image", "image2"),
        ("h1_title", "h2_title"),
        ("webUrl", "ampUrl"),
        ("titel_imgae", "title_image"),
        ("author", "authority"),
        ("a", "b"),
        ("-", "a"),
        ("--", "ab"),
    ],
)
def test_other_words(key: str, other: str) -> None:
    assert slip(key, other) is None
    assert slip(other, key) is None


def test_similar_keys_in_order_and_without_itself() -> None:
    keys = SimilarKeys(["title", "Title", "titles", "date", "ti-tle"])
    assert keys.find("title") == ["Title", "ti-tle", "titles"]
    assert keys.find("summary") == []
