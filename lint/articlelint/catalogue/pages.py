"""The pages: what a rule or a keyword of the schema objects to, and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.catalogue import blocks
from articlelint.model import Safety
from articlelint.rule import SCHEMA, SCHEMA_SEVERITY, Ignorable, Rule, schema_id
from articlelint.schema.telling.glossary import BY_KIND, GLOSSARY
from articlelint.schema.telling.glossary.keyword import Keyword
from articlelint.settings import records
from articlelint.text.words import either

_FIXABLE = {
    (): "no, a person must decide",
    (Safety.SAFE,): "safe, there is one right fix",
    (Safety.UNSAFE,): "unsafe, the fix is a guess",
    (Safety.SAFE, Safety.UNSAFE): "safe where there is one right fix, unsafe otherwise",
}

_SCHEMA_PROPERTIES = (
    f"- Severity: {SCHEMA_SEVERITY.value}\n",
    "- Fixable: depends on the keyword\n",
)

_SCHEMA_DOCS = """\
The front matter violates the schema.

A JSON Schema says which keys there are and what each may hold: the one that `articlelint schema`
prints, unless `--schema` or the configuration names another. Each keyword that can be violated has
an id of its own, such as `schema/required`. `format` is always checked. Where a rule reports the
same value, only the rule is reported, and its help repeats what the schema says.
"""

_HOW_TO_IGNORE_SCHEMA = """\
## How to ignore

`schema` means all ids of this kind: `--ignore schema` reports none of them, `--select schema` only
them and what prevents an article from being checked. For one of them, write its id: `--ignore
schema/enum`, or `schema/enum: off` under `rules` in `.articlelint.yaml`. To ignore it in one place,
write `# articlelint: ignore[schema/enum]` at the end of the line.
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


def _rule(rule_id: str, rule: Rule) -> Iterator[str]:
    yield from _head(rule_id, rule.docs, *_properties(rule))
    yield from _options(rule.options)
    if rule.examples:
        yield "## Examples\n"
    for each in rule.examples:
        yield from blocks.example(each)
    if rule.opt_in:
        yield from _turning_on(rule_id, rule)
    yield _how_to_ignore(rule_id, rule)


def _head(rule_id: str, docs: str, *properties: str) -> Iterator[str]:
    """The id, what is reported, its properties, and the rest of the documentation."""
    what, _, why = docs.strip().partition("\n\n")
    yield f"# {rule_id}\n"
    yield f"{what}\n"
    yield "".join(properties)
    yield f"{why}\n"


def _properties(rule: Rule) -> Iterator[str]:
    """What the record of an id says in a line each."""
    yield f"- Severity: {rule.severity.value}{', off by default' * rule.opt_in}\n"
    yield f"- Fixable: {_FIXABLE[rule.fixes]}\n"
    if rule.prevents_check:
        yield "- Prevents a full check of the article\n"


def _options(options: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    if options:
        yield "## Options\n"
    for name, schema in options.items():
        yield blocks.paragraph(f"`{name}` ({_type(schema)}): {schema['description']} Default:")
        yield blocks.options({name: schema["default"]})


def _type(schema: Mapping[str, Any]) -> str:
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    of = schema.get("items", {}).get("type")
    if isinstance(of, str):
        kinds = [f"{each} of {of}s" if each == "array" else each for each in kinds]
    return either(kinds)


def _how_to_ignore(rule_id: str, rule: Rule) -> str:
    return f"""\
## How to ignore

{_by_comment(rule_id, rule)}
In some files or everywhere: `{rule_id}: off` under `rules` in `.articlelint.yaml`, or
`--ignore {rule_id}` on the command line.
"""


def _by_comment(rule_id: str, rule: Rule) -> str:
    if rule.ignorable is Ignorable.NEVER:
        nor_baseline = "" if rule.can_be_baselined else ", nor can a baseline hold it"
        return f"No comment can ignore it{nor_baseline}."
    in_file = f"In one file: `# articlelint: ignore-file[{rule_id}]`."
    if rule.ignorable is Ignorable.WHOLE_FILE:
        return in_file
    line = f"`# articlelint: ignore[{rule_id}]` at the end of the line, or above the key"
    return f"In one place: {line}.\n{in_file}"


def _turning_on(rule_id: str, rule: Rule) -> Iterator[str]:
    """How to have a rule report that is off by default.

    If it never does so without options, those of its first example show how.
    """
    yield "## Turn it on\n"
    nothing = "It reports nothing until `.articlelint.yaml`"
    examples = rule.examples
    if examples and all(each.options for each in examples) and not rule.asks_schema:
        yield blocks.paragraph(f"{nothing} gives it options under `rules`, such as:")
        yield blocks.options(examples[0].options, ("rules", rule_id))
    else:
        yield blocks.paragraph(
            f"{nothing} names it under `rules`: write `{rule_id}: warning`, or its options."
        )


def _keyword(name: str) -> Iterator[str]:
    keyword = GLOSSARY[name]
    rule_id = schema_id(name)
    rule = records.record(rule_id)
    yield from _head(rule_id, f"{keyword.what}\n\n{_advice(keyword)}", *_properties(rule))
    yield "## Examples\n"
    yield from _keyword_example(keyword)
    yield _how_to_ignore(rule_id, rule)


def _advice(keyword: Keyword) -> str:
    return f"{blocks.paragraph(keyword.advice)}\nDefinition: {keyword.defined}"


def _keyword_example(keyword: Keyword) -> Iterator[str]:
    yield "With this schema:\n"
    yield blocks.code(json.dumps(keyword.schema, ensure_ascii=False), "json")
    yield from blocks.example(keyword.example)


def _schema() -> Iterator[str]:
    yield from _head(SCHEMA, _SCHEMA_DOCS, *_SCHEMA_PROPERTIES)
    for kind, keywords in BY_KIND.items():
        yield f"## {kind}\n"
        yield "".join(f"- `{schema_id(name)}`: {each.what}\n" for name, each in keywords.items())
    yield _HOW_TO_IGNORE_SCHEMA


def _all_keywords() -> Iterator[str]:
    yield from _head(SCHEMA, _SCHEMA_DOCS, *_SCHEMA_PROPERTIES)
    yield _HOW_TO_IGNORE_SCHEMA
    for kind, keywords in BY_KIND.items():
        yield f"## {kind}\n"
        for name, keyword in keywords.items():
            yield f"### {schema_id(name)}\n"
            yield f"{keyword.what}\n"
            yield "".join(_properties(records.record(schema_id(name))))
            yield f"{_advice(keyword)}\n"
            yield from _keyword_example(keyword)
