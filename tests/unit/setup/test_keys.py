"""What a schema says of keys: which are required, in which order, and which look misspelt."""

from __future__ import annotations

import pytest

from articlelint.setup.draw import Drawing
from articlelint.setup.observed import MOST_KEYS, Observed, Room
from tests.unit.setup.inferring import drawn, is_valid

BOTH = "title: A\ndate: 2024-03-04\n"


def required(*front_matters: str) -> list[str]:
    found: list[str] = drawn(*front_matters).schema.get("required", [])
    return found


def test_what_95_of_100_have_is_required() -> None:
    assert required(*[BOTH] * 19, "title: A\n") == ["title", "date"]
    assert required(*[BOTH] * 18, "title: A\n") == ["title"]


def test_who_lacks_what_is_required_is_told() -> None:
    found = drawn(*[BOTH] * 95, *["title: A\n"] * 5)
    assert found.notes == [
        'required key "date" is missing in 5 files (a96.md, a97.md, a98.md and others)'
    ]
    found = drawn(*[BOTH] * 40, *["title: A\n"] * 2)
    assert found.notes == ['required key "date" is missing in 2 files (a41.md and a42.md)']


def test_nobody_is_told_of_what_is_not_required() -> None:
    assert drawn(*[BOTH] * 9, "title: A\n").notes == []


def test_a_word_may_tell_where_a_key_is_required() -> None:
    article = "title: A\ntype: article\nurl: B\nlong: 1\n"
    found = drawn(*[article] * 40, "title: A\ntype: video\n")
    assert found.notes == []
    assert found.schema["required"] == ["title", "type"]
    condition = {"properties": {"type": {"enum": ["article"]}}, "required": ["type"]}
    assert found.schema["allOf"] == [{"if": condition, "then": {"required": ["url", "long"]}}]
    assert is_valid(found.schema, "---\ntitle: A\ntype: video\nurl: B\n---\n")
    assert not is_valid(found.schema, "---\ntitle: A\ntype: article\nlong: 1\n---\n")


def test_a_word_with_which_some_have_the_key_tells_nothing() -> None:
    article = "title: A\ntype: article\nurl: B\n"
    found = drawn(*[article] * 40, "title: A\ntype: video\n", "title: B\ntype: video\nurl: C\n")
    assert found.notes == ['required key "url" is missing in 1 file (a41.md)']
    assert "allOf" not in found.schema


def test_a_word_that_some_lack_tells_nothing() -> None:
    article = "title: A\ntype: article\nurl: B\n"
    found = drawn(*[article] * 40, "title: A\n")
    assert found.notes == [
        'required key "type" is missing in 1 file (a41.md)',
        'required key "url" is missing in 1 file (a41.md)',
    ]


def test_words_that_cannot_be_listed_tell_nothing() -> None:
    articles = [f"title: A\nid: v{number}\nurl: B\n" for number in range(40)]
    found = drawn(*articles, "title: A\nid: x\n")
    assert found.notes == ['required key "url" is missing in 1 file (a41.md)']


def test_keys_of_nested_mappings() -> None:
    found = drawn(*["by: {name: Ada, home: B}\n"] * 39, "by: {name: Ada}\n")
    assert found.schema["properties"]["by"]["required"] == ["name", "home"]
    assert found.notes == ['required key "by.home" is missing in 1 file (a40.md)']


def test_keys_of_items() -> None:
    found = drawn("by:\n" + "  - {name: Ada, home: B}\n" * 39 + "  - {name: Ada}\n")
    assert found.schema["properties"]["by"]["items"]["required"] == ["name", "home"]
    assert found.notes == ['required key "by[].home" is missing in 1 item (a1.md)']


@pytest.mark.parametrize("rare", ["Title", "ti-tle", "titel"])
def test_a_misspelt_key_is_told_and_left_out(rare: str) -> None:
    found = drawn(*[BOTH] * 20, BOTH.replace("title", rare))
    assert list(found.schema["properties"]) == ["title", "date"]
    assert found.schema["required"] == ["title", "date"]
    assert found.notes == [f'rare key "{rare}" in 1 file (a21.md): did you mean "title"?']


def test_common_is_twenty_times_as_often() -> None:
    found = drawn(*[BOTH] * 19, BOTH.replace("title", "Title"))
    assert list(found.schema["properties"]) == ["Title", "title", "date"]
    assert found.notes == ['required key "title" is missing in 1 file (a20.md)']


@pytest.mark.parametrize("other", ["titles", "subtitle", "image1", "dates"])
def test_another_word_is_no_misspelling(other: str) -> None:
    found = drawn(*[BOTH + "image2: B\n"] * 40, BOTH + f"image2: B\n{other}: C\n")
    assert other in found.schema["properties"]
    assert found.notes == []


def test_a_key_beside_the_common_one_is_no_misspelling() -> None:
    found = drawn(*[BOTH] * 20, BOTH + "Title: B\n")
    assert "Title" in found.schema["properties"]
    assert found.notes == []


def test_a_misspelt_key_of_a_nested_mapping() -> None:
    found = drawn(*["by: {name: Ada}\n"] * 20, "by: {Name: Ada}\n")
    assert found.notes == ['rare key "by.Name" in 1 file (a21.md): did you mean "by.name"?']


def test_the_commonest_of_several_keys_is_meant() -> None:
    article = "cover_image: A\ncoverImage: B\n"
    found = drawn(*[article] * 20, *["coverImage: B\n"] * 2, "CoverImage: B\n")
    assert found.notes[0] == (
        'rare key "CoverImage" in 1 file (a23.md): did you mean "coverImage"?'
    )


def test_keys_are_in_the_order_that_most_have() -> None:
    found = drawn("date: B\ntags: C\n", *["title: A\ndate: B\nbody: C\n"] * 3, "new: 1\ntitle: A\n")
    assert list(found.schema["properties"]) == ["new", "title", "date", "tags", "body"]


def test_a_mapping_with_very_many_keys_holds_data_by_names_of_its_own() -> None:
    maps = [f"by: {{all: 1, k{number}: a}}\n" for number in range(MOST_KEYS + 1)]
    schema = drawn(*maps).schema["properties"]["by"]
    assert list(schema["properties"]) == ["all"]
    assert schema["required"] == ["all"]
    assert "additionalProperties" not in schema


def test_a_very_long_key_is_a_name_of_its_own() -> None:
    schema = drawn(f"by: {{a: 1, {'k' * 201}: a}}\n").schema["properties"]["by"]
    assert list(schema["properties"]) == ["a"]
    assert "additionalProperties" not in schema


def test_very_deep_data_is_not_looked_into() -> None:
    lists = drawn(f"key: {'[' * 40}{']' * 40}\n").schema
    assert str(lists).count("items") == 11
    mappings = drawn(f"key: {'{a: ' * 40}1{'}' * 40}\n").schema
    assert str(mappings).count("properties") == 13


def observed(*values: object, places: int) -> Observed:
    place, room = Observed(), Room(places)
    for number, value in enumerate(values):
        place.add(value, f"{number}.md", room)
    return place


def test_without_room_a_mapping_is_open_and_nobody_is_told_who_lacks_a_key() -> None:
    place = observed(*[{"a": 1, "b": 2}] * 40, {"a": 1, "c": [1]}, {"c": 1}, places=3)
    drawing = Drawing()
    schema = drawing.schema(place)
    assert schema["required"] == ["a", "b"]
    assert "additionalProperties" not in schema
    assert drawing.notes == [
        'required key "a" is missing in 1 file',
        'required key "b" is missing in 2 files',
    ]


def test_mappings_with_very_many_keys_are_not_remembered_one_by_one() -> None:
    place = observed({f"k{number}": 1 for number in range(MOST_KEYS + 1)}, places=1_000)
    assert (len(place.keys), place.is_open, place.combinations) == (MOST_KEYS, True, None)
    place = observed({f"k{number}": 1 for number in range(MOST_KEYS)}, places=1_000)
    assert (len(place.keys), place.is_open) == (MOST_KEYS, False)
    assert len(place.combinations or {}) == 1


def test_without_room_items_are_anything() -> None:
    assert Drawing().schema(observed([1], places=0)) == {"type": "array"}


def test_of_open_places_only_the_keys_that_both_know_are_known_together() -> None:
    one = observed({"a": 1}, {"a": 1, "b": "x"}, places=2)
    other = observed({"a": 1, "c": 1}, places=9)
    one.merge(other)
    assert (set(one.keys), one.is_open, one.combinations) == ({"a"}, True, None)
    other = observed({"a": 1, "c": 1}, places=9)
    other.merge(observed({"a": 1}, {"a": 1, "b": "x"}, places=2))
    assert (set(other.keys), other.is_open, other.combinations) == ({"a"}, True, None)
