"""Kinds of content: by folders, and by keys where folders do not tell them apart."""

from __future__ import annotations

import pytest

from articlelint.setup.config_lines import config_lines
from articlelint.setup.infer import Inferred, NothingToInferError
from tests.unit.setup.inferring import bare, drawn, inferred, is_valid

POST = "title: A\ndate: 2024-03-04\ntags: [a]\n"
PERSON = "name: A\nbio: B\nphoto: /a.png\n"


def site(**front_matters: str) -> dict[str, str]:
    """Six articles for each folder, in which ``__`` is a ``/``."""
    return {
        f"{folder.replace('__', '/')}/a{number}.md".removeprefix("/"): f"---\n{text}---\n"
        for folder, text in front_matters.items()
        for number in range(6)
    }


def kinds(found: Inferred) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(each.name, each.articles, each.folders) for each in found.kinds]


def test_one_kind_is_the_schema() -> None:
    found = inferred(site(posts=POST))
    assert kinds(found) == [("posts", 6, ("posts",))]
    assert list(found.schema) == [
        *("$schema", "title", "$comment", "type", "properties", "required"),
        "additionalProperties",
    ]
    assert (found.schema["title"], found.schema["$comment"]) == ("Posts", "6 articles")


def test_articles_in_no_folder_are_called_as_what_is_searched() -> None:
    found = drawn(POST)
    assert kinds(found) == [("notes", 1, ())]
    assert found.schema["title"] == "Notes"


def test_each_kind_has_a_definition() -> None:
    found = inferred(site(_posts=POST, people=PERSON))
    assert kinds(found) == [("posts", 6, ("_posts",)), ("people", 6, ("people",))]
    assert found.schema["anyOf"] == [{"$ref": "#/$defs/posts"}, {"$ref": "#/$defs/people"}]
    assert list(found.schema["$defs"]["people"]["properties"]) == ["name", "bio", "photo"]
    assert found.notes == []
    assert not is_valid(found.schema, "---\ntitle: A\nname: B\n---\n")


def test_folders_with_the_same_keys_are_one_kind() -> None:
    found = inferred(site(news=POST, content__en__blog__2023=POST + "draft: true\n"))
    assert kinds(found) == [("blog", 12, ("content", "news"))]


def test_folders_with_other_values_of_the_type_are_not() -> None:
    found = inferred(site(a=POST + "type: post\n", b=POST + "type: page\n"))
    assert kinds(found) == [("a", 6, ("a",)), ("b", 6, ("b",))]
    found = inferred(site(a=POST + "type: post\n", b=POST))
    assert kinds(found) == [("a", 12, ("a", "b"))]
    found = inferred(site(a=POST + "type: [post]\n", b=POST + "type: page\n"))
    assert kinds(found) == [("a", 12, ("a", "b"))]


def test_one_folder_may_hold_several_kinds() -> None:
    posts, people = site(x__a=POST), site(x__b=PERSON)
    texts = [*posts.values(), *people.values()]
    found = inferred({f"all/{number}.md": text for number, text in enumerate(texts)})
    assert kinds(found) == [("all", 6, ()), ("all-2", 6, ())]


def test_kinds_of_one_folder_are_called_by_their_type() -> None:
    posts = [f"---\n{POST}layout: post\n---\n"] * 6
    people = [f"---\n{PERSON}layout: person\n---\n"] * 5
    found = inferred({f"{number}.md": text for number, text in enumerate(posts + people)})
    assert kinds(found) == [("post", 6, ()), ("person", 5, ())]


def test_a_few_other_articles_in_a_folder_are_no_kind() -> None:
    files = site(all=POST) | {f"all/b{number}.md": f"---\n{PERSON}---\n" for number in range(4)}
    found = inferred(files)
    assert kinds(found) == [("all", 10, ("all",))]
    assert "required" not in found.schema


def test_an_article_with_only_some_of_the_keys_is_of_the_kind() -> None:
    files = site(all=POST) | {f"all/b{number}.md": "---\ntitle: B\n---\n" for number in range(9)}
    assert kinds(inferred(files)) == [("all", 15, ("all",))]


def test_empty_mappings_are_of_the_kind() -> None:
    files = site(all=POST) | {f"all/b{number}.md": "---\n{}\n---\n" for number in range(9)}
    assert kinds(inferred(files)) == [("all", 15, ("all",))]
    assert kinds(inferred(site(a="{}\n", b="{}\n"))) == [("a", 12, ("a", "b"))]


def test_the_folders_of_a_kind_are_those_without_another() -> None:
    found = inferred(
        site(docs__en__guide__setup=POST, docs__en__guide__use=POST, docs__en=PERSON, lib=PERSON)
    )
    assert kinds(found) == [
        ("setup", 12, ("docs/en/guide",)),
        ("lib", 12, ("lib",)),
    ]


def test_the_folder_of_an_index_is_the_article() -> None:
    files = {f"posts/{number}/index.md": f"---\n{POST}---\n" for number in "abcdef"}
    assert kinds(inferred(files | site(people=PERSON))) == [
        ("people", 6, ("people",)),
        ("posts", 6, ("posts",)),
    ]


@pytest.mark.parametrize(
    ("folder", "name", "title"),
    [
        ("_power-tools", "power-tools", "Power tools"),
        ("Über uns", "ber-uns", "Ber uns"),
        ("книги", "kind", "Kind"),
    ],
)
def test_names(folder: str, name: str, title: str) -> None:
    found = inferred(site(**{folder: POST}))
    assert (found.kinds[0].name, found.schema["title"]) == (name, title)


def test_names_are_distinct() -> None:
    found = inferred(site(a__all=POST, b__all=PERSON, c__all="id: 1\n"))
    assert [each.name for each in found.kinds] == ["all", "all-2", "all-3"]


def test_kinds_share_parts_that_are_about_the_same() -> None:
    one, other = "by: {name: A}\n", "by: {name: A, home: B}\n"
    found = inferred(site(posts=POST + one, people=PERSON + other))
    definitions = found.schema["$defs"]
    for kind in ("posts", "people"):
        assert bare(definitions[kind]["properties"]["by"]) == {"$ref": "#/$defs/by"}
        assert definitions[kind]["properties"]["by"]["$comment"] == "in 6 of 6"
    assert definitions["by"]["required"] == ["name"]
    assert definitions["by"]["properties"]["home"]["$comment"] == "in 6 of 12"


def test_lists_of_mappings_are_shared_too_and_parts_have_names_of_their_own() -> None:
    images = "posts:\n  - {url: A}\n"
    found = inferred(site(posts=POST + images, people=PERSON + images))
    definitions = found.schema["$defs"]
    assert list(definitions) == ["people", "posts", "posts-2"]
    assert bare(definitions["posts"]["properties"]["posts"]) == {"$ref": "#/$defs/posts-2"}
    assert definitions["posts-2"]["type"] == "array"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("by: {name: A}\n", "by: {id: 1, url: B}\n"),
        ("by: {name: A}\n", "by: A\n"),
        ("by: [A]\n", "by: [A]\n"),
        ("by: {}\n", "by: {}\n"),
    ],
)
def test_other_parts_are_not_shared(one: str, other: str) -> None:
    found = inferred(site(posts=POST + one, people=PERSON + other))
    assert list(found.schema["$defs"]) == ["people", "posts"]


def test_a_site_has_no_more_than_twelve_kinds() -> None:
    files = site(**{f"f{number}": f"a{number}: 1\n" for number in range(14)})
    found = inferred(files)
    assert len(found.kinds) == 12
    assert sum(each.articles for each in found.kinds) == 14 * 6


def test_a_folder_has_no_more_than_five_clusters() -> None:
    texts = [f"---\na{number % 7}: 1\n---\n" for number in range(7 * 6)]
    found = inferred({f"all/{number}.md": text for number, text in enumerate(texts)})
    assert len(found.kinds) == 5


def test_of_very_many_folders_those_above_tell_the_kind() -> None:
    found = inferred(site(b=PERSON, **{f"top__f{number}": POST for number in range(70)}))
    assert kinds(found) == [("f0", 420, ("top",)), ("b", 6, ("b",))]


def test_folders_are_not_told_if_they_are_too_many() -> None:
    files = {f"{number}/a.md": f"---\n{POST}---\n" for number in range(250)}
    found = inferred(files | site(people=PERSON))
    assert kinds(found) == [("pages", 250, ()), ("people", 6, ())]
    found = inferred(files | site(posts=POST, people=PERSON))
    assert kinds(found) == [("posts", 256, ()), ("people", 6, ())]


def test_very_many_combinations_of_keys() -> None:
    texts = [f"---\n{POST}k{number}: 1\n---\n" for number in range(1_100)]
    found = inferred({f"{number}.md": text for number, text in enumerate(texts)})
    assert list(found.schema["properties"]) == ["title", "date", "tags"]


def test_what_cannot_be_read_is_told_and_left_out() -> None:
    found = inferred(
        {
            "a.md": "---\ntitle: A\n---\n",
            "b.md": "no front matter\n",
            "c.md": "---\ntitle: [A\n---\n",
            "d.md": "---\ntitle: A\ntitle: B\n---\n",
            "e.md": "---\ntitle: A\0\n---\n",
            "f.md": "---\n- A\n---\n",
        }
    )
    assert kinds(found) == [("notes", 1, ())]
    assert [each.split(":")[0] for each in found.notes] == [
        f"{name}.md is left out" for name in "bcdef"
    ]
    assert found.notes[2] == 'd.md is left out: the key "title" is given twice: remove one'


def test_ten_of_those_are_named() -> None:
    broken = {f"b{number}.md": "no front matter\n" for number in range(12)}
    (*named, rest) = inferred(broken | site(a=POST)).notes[:11]
    assert len(named) == 10
    assert rest == "and 2 more files are left out"


def test_without_any_there_is_nothing_to_draw() -> None:
    with pytest.raises(NothingToInferError, match=r"^no front matter .*\na.md is left out: "):
        inferred({"a.md": "no front matter\n"})


def test_the_schema_names_no_schema() -> None:
    found = drawn("$schema: post.json\ntitle: A\n")
    assert list(found.schema["properties"]) == ["title"]


def test_the_lines_of_a_configuration() -> None:
    found = inferred(site(_posts=POST, **{"a [b]*": PERSON, "c": "id: 1\n"}) | site(c__d=POST))
    assert list(config_lines(found.kinds, "my schema.yaml", "site/")) == [
        "schema: my schema.yaml",
        "fields: {publishedDateTime: date, topics: tags} # the default names, and the names here",
        "rules:",
        "  non-iso-date: {accept: [date]} # forms that are there",
        "overrides:",
        "  - files: [site/_posts/**, site/c/d/**]",
        "    schema: my schema.yaml#/$defs/posts",
        '  - files: ["site/a \\\\[b]\\\\*/**"]',
        "    schema: my schema.yaml#/$defs/a-b",
        "    fields: {title: name}",
    ]
    assert list(config_lines(drawn("id: 1\n").kinds, "a.yaml")) == ["schema: a.yaml"]


def where(number: int, post: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where posts are alone, of which there is one in each of some sections with a page."""
    pages = {f"c/s{each}/_index.md": f"---\n{PERSON}---\n" for each in range(number)}
    posts = {f"c/s{each}/{post}": f"---\n{POST}---\n" for each in range(number)}
    (found,) = (each for each in inferred(pages | posts).kinds if each.name == "s0")
    return found.folders, found.others


def test_an_index_in_a_folder_of_another_kind_is_named() -> None:
    assert where(2, "a.md") == (("c/s0", "c/s1"), ("c/s0/_index.md", "c/s1/_index.md"))


def test_many_of_them_are_named_by_what_they_are_called() -> None:
    folders, others = where(12, "a.md")
    assert (len(folders), others) == (12, ("_index.md",))
    assert where(12, "x/index.md") == (folders, ("_index.md",))


def test_unless_articles_of_the_kind_are_called_the_same() -> None:
    assert where(12, "x/_index.md") == ((), ())


def test_very_many_of_them_may_be_anywhere() -> None:
    bundles = {f"notes/n{each}/index.md": f"---\n{PERSON}---\n" for each in range(1_001)}
    found = inferred(bundles | {f"posts/{each}.md": f"---\n{POST}---\n" for each in range(6)})
    assert kinds(found) == [("notes", 1_001, ("notes",)), ("posts", 6, ())]
    bundles = {f"c/s{n % 12}/n{n}/index.md": f"---\n{PERSON}---\n" for n in range(1_001)}
    pages = {f"c/s{each}/_index.md": f"---\n{POST}---\n" for each in range(12)}
    assert kinds(inferred(bundles | pages)) == [("s0", 1_001, ()), ("c", 12, ())]


DATES = "'2024-03-04T05:06:07Z'"


@pytest.mark.parametrize(
    ("front_matter", "fields"),
    [
        ("title: A\nexcerpt: B\n", {}),
        ("name: A\nsummary: B\n", {"title": "name", "excerpt": "summary"}),
        ("title: A\nname: B\nexcerpt: C\ndescription: D\n", {}),
        ("description: |\n  A\n  B\n", {}),
        ("description: 12\n", {}),
        (f"date: {DATES}\nlastmod: {DATES}\n", {"publishedDateTime": "date"}),
        ("date: 2024-03-04\nupdated: March\n", {"publishedDateTime": "date"}),
        ("date: May 4, 2023\n", {"publishedDateTime": "date"}),
        ("date: 05/04/2023\n", {}),
        ("date: 2023-02-30\n", {}),
        ("date: 2024\n", {}),
        (f"date: {'9' * 100}-\n", {}),
        ("summary: A\ndescription: B\n", {"excerpt": "description"}),
        ("canonical: https://a.example/\ntags: []\n", {"webUrl": "canonical", "topics": "tags"}),
        ("canonical: /a\ntags: A\n", {}),
    ],
)
def test_fields_with_other_names(front_matter: str, fields: dict[str, str]) -> None:
    found = dict(drawn(front_matter).kinds[0].fields)
    assert found.pop("updatedDateTime", "lastmod") == "lastmod"
    assert found == fields


def test_a_field_that_few_have_is_none() -> None:
    assert drawn("a: 1\n", "a: 1\n", "tags: [b]\n").kinds[0].fields == {}
