"""A second dialect: what has to be written for it, and what it then gets from all that is there.

This one has `key = value` on each line between lines of `%%%`, with `#` before a comment. A value
is a whole number or text, and a line that begins with `-` is an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from articlelint import lint_text
from articlelint.engine.check import Checker
from articlelint.engine.fix import fix
from articlelint.fixing.editors import editor_for
from articlelint.model import Safety, Span
from articlelint.reading.dialect import Block, Comment, Dialect, Fences, Parsed
from articlelint.reading.known_dialects import DIALECTS
from articlelint.reading.limits import MAX_LENGTH
from articlelint.reading.node import Node
from articlelint.reading.read import read_block
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import make_config
from tests.support import block_of, found, source_of

_LINE = re.compile(r"(?:(?P<key>\w+) = |- )(?P<value>[^#\n]*[^#\s])")


def parse(text: str, content: Span, subject: str) -> Parsed:
    assert subject == "front matter"
    keys: dict[str, Node] = {}
    items: list[Node] = []
    for line in _LINE.finditer(text, *content):
        value = line["value"]
        node = Node(int(value) if value.isdecimal() else value, *line.span("value"))
        if line["key"]:
            node.key = Node(line["key"], *line.span("key"))
            keys[line["key"]] = node
        else:
            items.append(node)
    if not keys and not items:
        return Parsed(None, [])
    children = keys or items
    data = {key: node.value for key, node in keys.items()} or [node.value for node in items]
    return Parsed(Node(data, *content, children), [])


def comments(text: str, content: Span, root: Node) -> Iterator[Comment]:
    assert root.children
    for comment in re.compile("#.*").finditer(text, *content):
        line = text.rindex("\n", 0, comment.start()) + 1
        yield Comment(Span(*comment.span()), line if line < comment.start() else None)


def advice(root: Node | None, _opening: str) -> str:
    return "write one `key = value` on each line" + (", without `-`" if root else "")


PERCENT = Dialect("percent", (Fences("%%%", "%%%"),), parse, comments, advice)


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DIALECTS, PERCENT.name, PERCENT)


def article(front_matter: str) -> str:
    return f"%%%\n{front_matter}%%%\nbody\n"


def test_its_fences_are_found() -> None:
    text = article("title = A\n")
    assert block_of(text) == Block(Span(0, 3), Span(4, 14), PERCENT)
    assert block_of("---\na: 1\n---\n").dialect.name == "yaml"


def test_the_help_says_how_to_close_a_block() -> None:
    [fault] = lint_text("%%%\ntitle = A\n---\n")
    assert fault.rule == "unclosed-front-matter"
    assert fault.help == ("write `%%%` alone and unindented, instead of `---` on line 3",)


def test_the_document_knows_its_dialect() -> None:
    text = article("title = A\nheat = 3\n")
    document, faults = read_block(text, block_of(text))
    assert faults == []
    assert document.data == {"title": "A", "heat": 3}
    assert document.dialect is PERCENT
    assert document.key_span(("heat",)) == Span(14, 18)


def test_the_schema_and_rules_check_it() -> None:
    schema = {"properties": {"heat": {"type": "string"}}, "required": ["type"]}
    reported = found(article("title = Salt &amp; tar\nheat = 3\n"), schema=schema)
    assert [each.partition(": ")[0] for each in reported] == [
        "1:1-1:4 schema/required /type",
        "2:9-2:23 html-entity /title",
        "3:8-3:9 schema/type /heat",
    ]


def test_a_rule_about_yaml_does_not_apply() -> None:
    assert found(article("answer = no\n")) == []
    assert found("---\nanswer: no\n---\n") != []


def test_its_comments_can_ignore() -> None:
    ignore = "# articlelint: ignore[html-entity]"
    assert found(article(f"title = Salt &amp; tar {ignore}\n")) == []
    assert found(article(f"{ignore}\ntitle = Salt &amp; tar\n")) == []


def test_nothing_is_fixed_without_an_editor() -> None:
    text = article("title = Salt &amp; tar\n")
    document, _ = read_block(text, block_of(text))
    assert editor_for(document, text) is None
    [fault] = lint_text(text, schema={})
    assert fault.fix is None


def test_a_byte_order_mark_is_removed_all_the_same() -> None:
    source = source_of("\ufeff" + article("title = A\n"))
    checker = Checker(from_mapping({}), make_config({}))
    fixed = fix(source, "article.md", checker, {Safety.SAFE})
    assert not fixed.source.has_byte_order_mark
    assert fixed.source.text == source.text


def test_without_a_writer_only_the_needed_keys_are_named() -> None:
    [diagnostic] = lint_text(article(""), schema={"required": ["a"]})
    assert diagnostic.help == (advice(None, "%%%"), 'the key "a" is required')


@pytest.mark.parametrize(
    ("front_matter", "expected", "help_"),
    [
        ("", "empty-front-matter: the front matter is empty", advice(None, "%%%")),
        ("# nothing\n", "empty-front-matter: the front matter is empty", advice(None, "%%%")),
        (
            "- a\n- b\n",
            "front-matter-not-mapping: the front matter is a list, not a mapping",
            "write one `key = value` on each line, without `-`",
        ),
    ],
)
def test_what_is_no_mapping_is_decided_as_in_yaml(
    front_matter: str, expected: str, help_: str
) -> None:
    text = article(front_matter)
    assert found(text) == [f"1:1-1:4 {expected}"]
    assert lint_text(text, schema={})[0].help == (help_,)


def test_what_is_too_long_is_decided_as_in_yaml() -> None:
    assert found(article("#" * (MAX_LENGTH + 1) + "\n")) == [
        "1:1-1:4 too-complex: the front matter is longer than 1024 KiB"
    ]
