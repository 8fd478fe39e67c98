"""A fault to a diagnostic: its place in the text, one plain sentence, and help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from articlelint.model import Diagnostic, Path, Related, Severity, Span
from articlelint.reading.document import Document
from articlelint.schema.fault import Fault, Target
from articlelint.words import did_you_mean, either, kind, show

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "array": "a list",
    "object": "a group of keys",
    "null": "empty",
}

#: What each format of JSON Schema Validation 2020-12, section 7.3, asks for.
_FORMATS = {
    "date-time": "a date with time and zone such as 2023-05-04T09:30:00Z",
    "date": "a date such as 2023-05-04",
    "time": "a time with zone such as 09:30:00Z",
    "duration": "a duration such as P3D",
    "email": "an e-mail address",
    "idn-email": "an e-mail address",
    "hostname": "a host name such as example.com",
    "idn-hostname": "a host name such as example.com",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "uri": "a full URL such as https://example.com/page",
    "iri": "a full URL such as https://example.com/page",
    "uri-reference": "a URL, or a path on this site such as /assets/logo.png",
    "iri-reference": "a URL, or a path on this site such as /assets/logo.png",
    "uri-template": "a URI template",
    "uuid": "a UUID",
    "json-pointer": "a JSON Pointer",
    "relative-json-pointer": "a relative JSON Pointer",
    "regex": "a regular expression",
}


def explain(fault: Fault, document: Document, root: Any) -> Diagnostic:
    """The diagnostic of a fault; ``root`` is the whole schema, to which ``$ref`` may lead."""
    message = sentence(fault)
    related: tuple[Related, ...] = ()
    if fault.related is not None:
        related = (Related(document.value_span(fault.related), "the first of the two is here"),)
    rule = f"schema/{fault.keyword}"
    help_ = (*_suggestion(fault), *_description(fault, root))
    span = _span(fault, document)
    return Diagnostic(rule, Severity.ERROR, message, fault.path, span, help_, related)


def sentence(fault: Fault) -> str:
    """What is wrong, in one sentence."""
    return _SENTENCES.get(fault.keyword, _other)(fault)


def _span(fault: Fault, document: Document) -> Span:
    if fault.target is Target.MISSING:
        return document.mapping_span(fault.path[:-1])
    if _only_lacks_keys(fault):
        return document.mapping_span(fault.path)
    if fault.target is Target.KEY:
        return document.key_span(fault.path)
    return document.value_span(fault.path)


def _only_lacks_keys(fault: Fault) -> bool:
    """Whether each alternative of an ``anyOf`` only asks for keys of the same mapping."""
    return bool(fault.branches) and all(
        inner.keyword == "required" and inner.path[:-1] == fault.path
        for branch in fault.branches
        for inner in branch
    )


def _suggestion(fault: Fault) -> tuple[str, ...]:
    """The nearest known key or value, where the writer's is none."""
    key = fault.path[-1] if fault.path else None
    if fault.keyword == "additionalProperties" and isinstance(fault.schema, Mapping):
        known = [name for name in fault.schema.get("properties", ()) if name not in fault.actual]
        return did_you_mean(str(key), known)
    if (
        fault.keyword == "enum"
        and isinstance(fault.actual, str)
        and isinstance(fault.expected, list)
    ):
        return did_you_mean(
            fault.actual, [each for each in fault.expected if isinstance(each, str)]
        )
    return ()


def _description(fault: Fault, root: Any) -> tuple[str, ...]:
    """What the schema says of the key: its description, and an example."""
    schema = fault.schema
    if fault.target is Target.MISSING and isinstance(schema, Mapping):
        schema = schema.get("properties", {}).get(fault.path[-1])
    elif fault.target is Target.KEY:
        return ()
    schema = _follow(schema, root)
    if not isinstance(schema, Mapping):
        return ()
    lines = []
    if isinstance(schema.get("description"), str):
        lines.append(" ".join(schema["description"].split()))
    examples = schema.get("examples")
    if isinstance(examples, list) and examples and not isinstance(examples[0], list | Mapping):
        lines.append(f"for example: {show(examples[0])}")
    return tuple(lines)


def _follow(schema: Any, root: Any) -> Any:
    """The schema that a ``$ref`` within the same document leads to, unless it says more itself."""
    reference = schema.get("$ref") if isinstance(schema, Mapping) else None
    if not isinstance(reference, str) or "description" in schema or reference[:2] != "#/":
        return schema
    for part in reference[2:].split("/"):
        root = (
            root.get(part.replace("~1", "/").replace("~0", "~"))
            if isinstance(root, Mapping)
            else None
        )
    return root


def _name(path: Path) -> str:
    """What a writer calls the value at a path: its key, or the item of a list."""
    if not path:
        return "the front matter"
    last = path[-1]
    if isinstance(last, str):
        return show(last)
    return f"item {last + 1} of {_name(path[:-1])}"


def _required(fault: Fault) -> str:
    return f"{_name(fault.path[:-1])} lacks {_name(fault.path)}"


def _dependent_required(fault: Fault) -> str:
    return f"{_required(fault)}, which {show(fault.expected)} needs beside it"


def _unknown_key(fault: Fault) -> str:
    return f"unknown key {_name(fault.path)}"


def _property_names(fault: Fault) -> str:
    return f"{_name(fault.path)} cannot be a key here"


def _enum(fault: Fault) -> str:
    choices = fault.expected if isinstance(fault.expected, list) else [fault.expected]
    allowed = either([show(choice) for choice in choices])
    return f"{_name(fault.path)} should be {allowed}, not {show(fault.actual)}"


def _type(fault: Fault) -> str:
    names = [fault.expected] if isinstance(fault.expected, str) else list(fault.expected)
    wanted = either([_TYPES.get(name, name) for name in names])
    actual = show(fault.actual)
    if not isinstance(fault.actual, list | Mapping) and fault.actual is not None:
        actual += f", which is {kind(fault.actual)}"
    return f"{_name(fault.path)} should be {wanted}, not {actual}"


def _format(fault: Fault) -> str:
    wanted = _FORMATS.get(str(fault.expected), str(fault.expected))
    return f"{_name(fault.path)} should be {wanted}, not {show(fault.actual)}"


def _pattern(fault: Fault) -> str:
    return f"{_name(fault.path)} does not have the form it needs: {show(fault.actual)}"


def _limit(words: str) -> Callable[[Fault], str]:
    def words_of(fault: Fault) -> str:
        wanted = words.format(fault.expected)
        return f"{_name(fault.path)} should be {wanted}, not {show(fault.actual)}"

    return words_of


def _size(limit: str, unit: str) -> Callable[[Fault], str]:
    def words_of(fault: Fault) -> str:
        units = unit if fault.expected == 1 else _plural(unit)
        size = len(fault.actual)
        return (
            f"{_name(fault.path)} should have at {limit} {fault.expected} {units}, and has {size}"
        )

    return words_of


def _plural(unit: str) -> str:
    return unit[:-1] + "ies" if unit.endswith("y") else unit + "s"


def _unique_items(fault: Fault) -> str:
    return f"{_name(fault.path)} is given twice: remove one"


def _contains(fault: Fault) -> str:
    return f"{_name(fault.path)} lacks an item of the kind it must hold"


def _alternatives(fault: Fault) -> str:
    if _only_lacks_keys(fault):
        wanted = [
            " and ".join(show(inner.path[-1]) for inner in branch) for branch in fault.branches
        ]
        return f"{_name(fault.path)} lacks {either(wanted)}"
    if not fault.branches:
        return f"{_name(fault.path)} fits more than one of the forms of which it may have only one"
    nearest = min(fault.branches, key=lambda branch: (len(branch), -_depth(branch)))
    sentences = "; ".join(sentence(inner) for inner in nearest)
    return f"{_name(fault.path)} has none of the forms it may have: {sentences}"


def _depth(branch: tuple[Fault, ...]) -> int:
    return max(len(fault.path) for fault in branch)


def _not(fault: Fault) -> str:
    return f"{_name(fault.path)} has a form that is not allowed here: {show(fault.actual)}"


def _false(fault: Fault) -> str:
    return f"{_name(fault.path)} is not allowed here"


def _other(fault: Fault) -> str:
    return f"{_name(fault.path)} does not meet `{fault.keyword}` of the schema"


_SENTENCES: dict[str, Callable[[Fault], str]] = {
    "required": _required,
    "dependentRequired": _dependent_required,
    "dependencies": _dependent_required,
    "additionalProperties": _unknown_key,
    "unevaluatedProperties": _unknown_key,
    "propertyNames": _property_names,
    "enum": _enum,
    "const": _enum,
    "type": _type,
    "format": _format,
    "pattern": _pattern,
    "minimum": _limit("at least {}"),
    "maximum": _limit("at most {}"),
    "exclusiveMinimum": _limit("more than {}"),
    "exclusiveMaximum": _limit("less than {}"),
    "multipleOf": _limit("a multiple of {}"),
    "minLength": _size("least", "character"),
    "maxLength": _size("most", "character"),
    "minItems": _size("least", "item"),
    "maxItems": _size("most", "item"),
    "minProperties": _size("least", "key"),
    "maxProperties": _size("most", "key"),
    "uniqueItems": _unique_items,
    "contains": _contains,
    "minContains": _contains,
    "anyOf": _alternatives,
    "oneOf": _alternatives,
    "not": _not,
    "false": _false,
}
