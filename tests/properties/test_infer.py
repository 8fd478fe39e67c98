"""A schema that is drawn from articles: each of them is valid by it, but those that are named."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.setup.inferring import inferred
from tests.unit.setup.test_written import written

KEYS = st.sampled_from(["title", "Title", "titel", "date", "by", "tags", "type", "publishedDate"])
TEXTS = st.one_of(
    st.sampled_from(["post", "page", "2024-03-04", "2024-02-30", "2024-03-04T05:06:07Z", "yes"]),
    st.sampled_from(["https://harbour.example/", "a@b.example", "mailto:a@b.example", "@", "://"]),
    st.text(max_size=5).filter(lambda text: text.isprintable()),
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), TEXTS
)
VALUES = st.recursive(
    SCALARS,
    lambda values: st.lists(values, max_size=3) | st.dictionaries(KEYS, values, max_size=3),
    max_leaves=6,
)
ARTICLES = st.dictionaries(KEYS, VALUES, max_size=5)
FOLDERS = st.sampled_from(["", "posts/", "_people/", "content/en/posts/2024/", "posts/a/b/"])


@st.composite
def collections(draw: st.DrawFn) -> dict[str, str]:
    """Articles by their names: some of them many times, so that there are usual ones."""
    texts = {}
    groups = draw(st.lists(st.tuples(FOLDERS, ARTICLES, st.sampled_from([1, 2, 20])), max_size=5))
    first = draw(st.tuples(FOLDERS, ARTICLES, st.sampled_from([1, 40])))
    for group, (folder, data, times) in enumerate([first, *groups]):
        for number in range(times):
            texts[f"{folder}a{group}-{number}.md"] = f"---\n{json.dumps(data)}\n---\n"
    return texts


@given(collections())
def test_each_article_is_valid_or_named(files: dict[str, str]) -> None:
    found = inferred(files)
    written(found.schema)
    assert sum(each.articles for each in found.kinds) == len(files)


@given(collections())
def test_the_same_articles_always_give_the_same(files: dict[str, str]) -> None:
    first, again = (inferred(files) for _ in range(2))
    assert json.dumps(first.schema) == json.dumps(again.schema)
    assert first == again


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_a_part_of_the_articles_draws_no_wider_schema(values: list[Any]) -> None:
    texts = {
        f"a{n}.md": f"---\n{json.dumps({'key': each})}\n---\n" for n, each in enumerate(values)
    }
    whole = inferred(texts).schema["properties"]["key"].get("type", [])
    part = inferred({"a0.md": texts["a0.md"]}).schema["properties"]["key"].get("type", [])
    types, types_of_part = (each if isinstance(each, list) else [each] for each in (whole, part))
    assert set(types_of_part) - {"integer"} <= set(types)
