"""A rule's documentation as Markdown: what ``explain`` prints."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.rule import Example, Rule


def rule_page(rule_id: str, rule: Rule) -> str:
    """The page of one rule."""
    return "\n".join(_sections(rule_id, rule))


def schema_page(rule_id: str) -> str:
    """The page of ``schema/enum`` and the like, which have no rule."""
    keyword = rule_id.partition("/")[2]
    return f"""\
# {rule_id}

Reports: something that the schema's keyword `{keyword}` does not allow.

Severity: error.

This is no rule but the schema itself, which says what valid front matter is. `articlelint schema`
prints the one that is used unless `--schema` names another. What a keyword means is told at
https://json-schema.org/understanding-json-schema.
"""


def _sections(rule_id: str, rule: Rule) -> Iterator[str]:
    yield f"# {rule_id}\n"
    yield f"Reports: {rule.summary}.\n"
    yield f"Severity: {rule.severity.value}.\n"
    yield rule.docs.strip() + "\n"
    yield from _options(rule)
    yield "## Examples\n"
    for example in rule.examples:
        yield from _example(example)


def _options(rule: Rule) -> Iterator[str]:
    if rule.options:
        yield "## Options\n"
        for name, schema in rule.options.items():
            yield f"- `{name}`: {schema['description']} Default: `{schema['default']}`."
        yield ""


def _example(example: Example) -> Iterator[str]:
    yield f"Not so ({example.message}):\n"
    yield _indented(example.bad)
    yield "But so:\n"
    yield _indented(example.good)


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())
