"""Templates of articles: what is told of the tags in them, and that articles are told to quote."""

from __future__ import annotations

import json

import pytest

from articlelint import lint_text
from tests.support import article, found

#: A front matter with a tag, and the place and the rule of its fault, in each dialect.
TAGS = {
    "a value": (article("title: {{ title }}\n"), "2:9-2:18 non-string-key"),
    "an item": (article("tags:\n  - {{ tag }}\n"), "3:6-3:13 non-string-key"),
    "the beginning of a value": (article("url: {{ a }}/b\n"), "2:6-2:15 yaml-syntax"),
    "a line": (article("{% if a %}\nb: c\n"), "2:1-2:11 yaml-syntax"),
    "TOML": ("+++\ntitle = {{ title }}\n+++\n", "2:9-2:20 toml-syntax"),
    "JSON": ('{ "title": {{ title }} }\n', "1:13-1:14 json-syntax"),
}


@pytest.mark.parametrize(("text", "expected"), TAGS.values(), ids=TAGS)
def test_a_tag_in_a_template(text: str, expected: str) -> None:
    [told, *_] = lint_text(text, "scaffolds/post.md", schema={})
    place = found(text, path="scaffolds/post.md")[0]
    assert place.startswith(expected)
    assert told.message == 'a template that is not filled in: "scaffolds" is a folder of templates'
    assert told.help == ('leave it out: add `exclude: ["scaffolds/"]` to `.articlelint.yaml`',)
    assert told.fix is None


TEMPLATES = {
    "_Templates/a.md": "_Templates/",
    ".templates/de/posts/a.md": ".templates/",
    "site/archetypes/default.md": "archetypes/",
    "_layouts\\a.md": "_layouts/",
    ".partials/a.md": ".partials/",
    "template [1].md": "template \\[1\\].md",
    "!template.md": "\\!template.md",
    "docs/adr/adr-template.md": "adr-template.md",
    "_template.md": "_template.md",
}


@pytest.mark.parametrize(("path", "pattern"), TEMPLATES.items(), ids=TEMPLATES)
def test_what_is_a_template(path: str, pattern: str) -> None:
    [told] = lint_text(TAGS["a value"][0], path, schema={})
    written = json.dumps(pattern)
    assert told.help == (f"leave it out: add `exclude: [{written}]` to `.articlelint.yaml`",)


@pytest.mark.parametrize(
    "path",
    [
        "article.md",
        "posts/how-to-write-a-template.md",
        "posts/templated.md",
        "posts/template",
        "home/templates/my/site/posts/a.md",
        "template-posts/a.md",
        "content/snippets/a.md",
        "layouts/a.md",
    ],
)
def test_what_is_none(path: str) -> None:
    [told] = lint_text(TAGS["a value"][0], path, schema={})
    assert told.message == "a template must be in quotes"
    assert told.fix


@pytest.mark.parametrize(
    "text", [article("1: a\n"), article("a: {b: c\n"), "{{ a }}\n", article("")]
)
def test_other_faults_in_a_template_are_told_as_elsewhere(text: str) -> None:
    assert found(text, path="scaffolds/post.md") == found(text)


TOLD = 'a template that is not filled in: "Templates" is a folder of templates'
#: A line with a tag that can be read, and the place and the rule of its fault.
READ = {
    "a date": ("created: <% tp.date.now() %>", "2:10-2:29 non-iso-date /created"),
    "a date in quotes": ('created: "{{date}}"', "2:10-2:20 non-iso-date /created"),
    "a flag": ("publish: '{% if a %}'", "2:10-2:22 schema/type /publish"),
}
SETTINGS = {"fields": {"publishedDateTime": "created"}}
FLAG = {"properties": {"publish": {"type": "boolean"}}}


@pytest.mark.parametrize(("line", "place"), READ.values(), ids=READ)
def test_a_tag_in_a_template_that_can_be_read(line: str, place: str) -> None:
    text = article(f"{line}\n")
    assert found(text, path="Templates/a.md", schema=FLAG, config=SETTINGS) == [f"{place}: {TOLD}"]
    [told] = lint_text(text, "Templates/a.md", schema=FLAG, config=SETTINGS)
    assert told.help == ('leave it out: add `exclude: ["Templates/"]` to `.articlelint.yaml`',)
    assert told.fix is None
    [elsewhere] = lint_text(text, "notes/a.md", schema=FLAG, config=SETTINGS)
    assert (elsewhere.rule, elsewhere.span) == (told.rule, told.span)
    assert "template" not in elsewhere.message


@pytest.mark.parametrize(
    "line", ["created: today", "created: today <% a %>", "publish: 1 # <% a %>"]
)
def test_a_value_in_a_template_that_is_no_tag_is_told_as_elsewhere(line: str) -> None:
    text = article(f"{line}\n") + "{{ content }}\n"
    there = lint_text(text, "Templates/a.md", schema=FLAG, config=SETTINGS)
    assert there == lint_text(text, "notes/a.md", schema=FLAG, config=SETTINGS)
    assert len(there) == 1
