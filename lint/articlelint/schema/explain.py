"""A fault to a diagnostic: its place in the text, one plain sentence, and help."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from articlelint.model import Diagnostic, Path, Related, Severity, Span
from articlelint.reading.document import Document
from articlelint.schema.fault import FALSE, Fault, Target
from articlelint.schema.help import help_lines
from articlelint.schema.store import Schema
from articlelint.words import either, kind, show, written_out

#: The most choices that a message lists.
_MAX_CHOICES = 12

#: The keywords of ``propertyNames`` whose own sentence tells what a key should be.
_SAYS_ENOUGH_OF_A_KEY = frozenset({"const", "enum", "format", "maxLength", "minLength", "pattern"})

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


def explain(fault: Fault, document: Document, schema: Schema) -> Diagnostic:
    """The diagnostic of a fault; ``schema`` is the whole one."""
    message = sentence(fault)
    related: tuple[Related, ...] = ()
    if fault.related is not None:
        related = (Related(document.value_span(fault.related), "the first of the two is here"),)
    rule = f"schema/{fault.keyword}"
    span = _span(fault, document)
    help_ = help_lines(fault, schema)
    return Diagnostic(rule, Severity.ERROR, message, fault.path, span, help_, related)


def sentence(fault: Fault) -> str:
    """What is wrong, in one sentence."""
    return _SENTENCES.get(fault.keyword, _other)(fault)


def _span(fault: Fault, document: Document) -> Span:
    if fault.target is Target.MISSING:
        return document.mapping_span(fault.path[:-1])
    if fault.target is Target.WHOLE or _only_lacks_keys(fault):
        return document.mapping_span(fault.path)
    if fault.target is Target.KEY:
        return document.key_span(fault.path)
    return document.value_span(fault.path)


def _only_lacks_keys(fault: Fault) -> bool:
    """Whether each alternative of an ``anyOf`` only asks for keys of the same mapping."""
    return bool(fault.branches) and all(
        branch and all(_lacks_key_of(fault.path, inner) for inner in branch)
        for branch in fault.branches
    )


def _lacks_key_of(path: Path, fault: Fault) -> bool:
    return fault.target is Target.MISSING and fault.path[:-1] == path


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
    needed_by = show(fault.expected) if fault.expected is not None else "another key"
    return f"{_required(fault)}, which {needed_by} needs beside it"


def _unknown_key(fault: Fault) -> str:
    if isinstance(fault.expected, Mapping):
        return f"{_name(fault.path)} is no known key, and not of the form that others must have"
    return f"unknown key {_name(fault.path)}"


def _property_names(fault: Fault) -> str:
    reason = fault.reason
    if reason and reason.keyword in _SAYS_ENOUGH_OF_A_KEY:
        return f"the key {sentence(reason)}"
    return f"{_name(fault.path)} cannot be a key here"


def _enum(fault: Fault) -> str:
    is_list = fault.keyword == "enum" and isinstance(fault.expected, list)
    choices = [written_out(each) for each in (fault.expected if is_list else [fault.expected])]
    allowed = either(choices)
    if len(choices) > _MAX_CHOICES:
        allowed = f"one of {len(choices)} values such as {either(choices[:3])}"
    actual = written_out(fault.actual)
    return f"{_name(fault.path)} should be {allowed}, not {actual}"


def _type(fault: Fault) -> str:
    names = [fault.expected] if isinstance(fault.expected, str) else list(fault.expected)
    wanted = either([_TYPES.get(name, name) for name in names])
    actual = show(fault.actual)
    if not isinstance(fault.actual, list | Mapping) and fault.actual is not None:
        actual += f", which is {kind(fault.actual)}"
    return f"{_name(fault.path)} should be {wanted}, not {actual}"


def _format(fault: Fault) -> str:
    wanted = _FORMATS.get(str(fault.expected), f"of the format {fault.expected}")
    return f"{_name(fault.path)} should be {wanted}, not {show(fault.actual)}"


def _pattern(fault: Fault) -> str:
    if not isinstance(fault.actual, str):  # of `patternProperties`, where matching was given up
        return f"{_name(fault.path)} has a key that takes a pattern of the schema too long to match"
    return f"{_name(fault.path)} does not have the form it needs: {show(fault.actual)}"


def _content(words: str) -> Callable[[Fault], str]:
    def words_of(fault: Fault) -> str:
        wanted = words.format(fault.expected)
        return f"{_name(fault.path)} should be {wanted}, not {show(fault.actual)}"

    return words_of


def _limit(words: str) -> Callable[[Fault], str]:
    def words_of(fault: Fault) -> str:
        wanted = words.format(show(fault.expected))
        return f"{_name(fault.path)} should be {wanted}, not {show(fault.actual)}"

    return words_of


def _size(limit: str, unit: str) -> Callable[[Fault], str]:
    def words_of(fault: Fault) -> str:
        wanted = int(fault.expected)  # JSON Schema allows to write 2.0
        units = unit if wanted == 1 else unit + "s"
        size = len(fault.actual)
        return f"{_name(fault.path)} should have at {limit} {wanted} {units}, and has {size}"

    return words_of


def _unique_items(fault: Fault) -> str:
    return f"{_name(fault.path)} is given twice: remove one"


def _contains(fault: Fault) -> str:
    return f"{_name(fault.path)} lacks an item of the kind it must hold"


def _contains_number(limit: str) -> Callable[[Fault], str]:
    def words_of(fault: Fault) -> str:
        wanted = int(fault.expected)
        items = "item" if wanted == 1 else "items"
        return f"{_name(fault.path)} should hold at {limit} {wanted} {items} of one kind"

    return words_of


def _alternatives(fault: Fault) -> str:
    if _only_lacks_keys(fault):
        wanted = [
            " and ".join(show(inner.path[-1]) for inner in branch) for branch in fault.branches
        ]
        return f"{_name(fault.path)} lacks {either(wanted)}"
    if not all(fault.branches):
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
    "contentEncoding": _content("text in the encoding {}"),
    "contentMediaType": _content("text of the media type {}"),
    "minimum": _limit("at least {}"),
    "maximum": _limit("at most {}"),
    "exclusiveMinimum": _limit("more than {}"),
    "exclusiveMaximum": _limit("less than {}"),
    "multipleOf": _limit("a multiple of {}"),
    "minLength": _size("least", "character"),
    "maxLength": _size("most", "character"),
    "minItems": _size("least", "item"),
    "maxItems": _size("most", "item"),
    "items": _size("most", "item"),
    "additionalItems": _size("most", "item"),
    "minProperties": _size("least", "key"),
    "maxProperties": _size("most", "key"),
    "uniqueItems": _unique_items,
    "unevaluatedItems": _false,
    "contains": _contains,
    "minContains": _contains_number("least"),
    "maxContains": _contains_number("most"),
    "anyOf": _alternatives,
    "oneOf": _alternatives,
    "not": _not,
    FALSE: _false,
}

#: The keywords that a fault can be of.
KEYWORDS = frozenset(_SENTENCES)
