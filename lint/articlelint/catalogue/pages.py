"""The pages: what a rule or a keyword of the schema objects to, and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.catalogue import blocks
from articlelint.model import Safety, Severity
from articlelint.rule import Ignorable, Rule
from articlelint.schema.telling.glossary import BY_KIND, GLOSSARY
from articlelint.schema.telling.glossary.keyword import Keyword

#: Stands for every ``schema/...`` id.
SCHEMA = "schema"

_FIXABLE = {
    Safety.SAFE: "safe, there is one right way to mend it",
    Safety.UNSAFE: "unsafe, the likely way to mend it is a guess",
    None: "no, a person must decide",
}

_SCHEMA_DOCS = """\
The front matter is not as the schema asks.

A JSON Schema says which keys there are and what each may hold: the one that `articlelint schema`
prints, unless `--schema` names another. Each keyword that can object to something has an id of its
own, such as `schema/required`. A `format` is always asserted. Where a rule objects to the same
value, it speaks alone, and repeats as help what the schema says.
"""

_SCHEMA_SILENCE = """\
## Silence it

On the command line, `schema` stands for all ids of this kind: `--ignore schema` reports none of
them, `--select schema` only them and what keeps an article from being checked. One of them goes by
its own id: `--ignore schema/enum`, or `schema/enum: off` below `rules` in `.articlelint.yaml`. In
one place, `# articlelint: ignore[schema/enum]` at the end of its line silences it.
"""


def rule_page(rule_id: str, rule: Rule) -> str:
    """The page of a rule."""
    return blocks.page(_rule(rule_id, rule))


def keyword_page(name: str) -> str:
    """The page of one keyword of the schema."""
    return blocks.page(_keyword(name))


def schema_page() -> str:
    """The page of the schema as a whole, with all keywords in a line each."""
    return blocks.page(_schema())


def schema_reference() -> str:
    """The same, with all that there is to tell of each keyword."""
    return blocks.page(_all_keywords())


def schema_id(keyword: str) -> str:
    """The id of what a keyword objects to."""
    return f"{SCHEMA}/{keyword}"


def _rule(rule_id: str, rule: Rule) -> Iterator[str]:
    severity = rule.severity.value
    if rule.opt_in:
        severity += ", but off unless the settings turn it on"
    yield from _head(rule_id, rule.docs, severity, next(iter(rule.fixes), None))
    yield from _options(rule.options)
    if rule.examples:
        yield "## Examples\n"
    for each in rule.examples:
        yield from blocks.example(each)
    if rule.opt_in:
        yield _turning_on(rule_id)
    yield _silence(rule_id, by_comment=rule.ignorable is Ignorable.ANYWHERE)


def _head(
    rule_id: str, docs: str, severity: str = Severity.ERROR.value, fix: Safety | None = None
) -> Iterator[str]:
    """The id, what is objected to, its properties, and the rest of the documentation."""
    what, _, why = docs.strip().partition("\n\n")
    yield f"# {rule_id}\n"
    yield f"{what}\n"
    yield f"- Severity: {severity}\n- Fixable: {_FIXABLE[fix]}\n"
    yield f"{why}\n"


def _options(options: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    if options:
        yield "## Options\n"
    for name, schema in options.items():
        yield blocks.paragraph(f"`{name}` ({_type(schema)}): {schema['description']} By default:")
        yield blocks.options({name: schema["default"]})


def _type(schema: Mapping[str, Any]) -> str:
    of = schema.get("items", {}).get("type")
    return f"{schema['type']} of {of}s" if of else schema["type"]


def _silence(rule_id: str, *, by_comment: bool = True) -> str:
    here = f"""\
In one place: `# articlelint: ignore[{rule_id}]` at the end of the line, or above the key.
In one file: `# articlelint: ignore-file[{rule_id}]`."""
    return f"""\
## Silence it

{here if by_comment else "No comment silences it, for there may be none that could be read."}
In some files or everywhere: `{rule_id}: off` below `rules` in `.articlelint.yaml`, or
`--ignore {rule_id}` on the command line.
"""


def _turning_on(rule_id: str) -> str:
    return f"""\
## Turn it on

It is silent until `.articlelint.yaml` speaks of it: `{rule_id}: warning` below `rules`, or its
options.
"""


def _keyword(name: str) -> Iterator[str]:
    keyword = GLOSSARY[name]
    yield from _head(schema_id(name), f"{keyword.what}\n\n{_advice(keyword)}")
    yield "## Examples\n"
    yield from _keyword_example(keyword)
    yield _silence(schema_id(name))


def _advice(keyword: Keyword) -> str:
    return f"{blocks.paragraph(keyword.advice)}\nDefinition: {keyword.defined}"


def _keyword_example(keyword: Keyword) -> Iterator[str]:
    yield "Where the schema is:\n"
    yield blocks.code(json.dumps(keyword.schema, ensure_ascii=False), "json")
    yield from blocks.example(keyword.example)


def _schema() -> Iterator[str]:
    yield from _head(SCHEMA, _SCHEMA_DOCS)
    for kind, keywords in BY_KIND.items():
        yield f"## {kind}\n"
        yield "".join(f"- `{schema_id(name)}`: {each.what}\n" for name, each in keywords.items())
    yield _SCHEMA_SILENCE


def _all_keywords() -> Iterator[str]:
    yield from _head(SCHEMA, _SCHEMA_DOCS)
    yield _SCHEMA_SILENCE
    for kind, keywords in BY_KIND.items():
        yield f"## {kind}\n"
        for name, keyword in keywords.items():
            yield f"### {schema_id(name)}\n"
            yield f"{keyword.what}\n"
            yield f"{_advice(keyword)}\n"
            yield from _keyword_example(keyword)
