"""A rule's documentation as Markdown: what ``explain`` prints."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.rule import Example, Rule


def rule_page(rule_id: str, rule: Rule) -> str:
    """The page of one rule."""
    return "\n".join(_sections(rule_id, rule))


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
