"""Folders of articles, schemas, configurations and baselines as a hostile stranger may write them.

Each follows from a seed alone. They are small, so that thousands can be tried: what is large has
tests of its own.
"""

from __future__ import annotations

import json
import os
from random import Random
from typing import Any, NamedTuple

from articlelint import reporters
from articlelint.schema.loading import drafts

KEYS = ("a", "b", "title", "topics", "$schema", "published", "webUrl", "x/y", "~", "", "é", "a b")
#: What a runner, a terminal, a parser or a reader of paths may take for something else.
TEXTS = (
    *("::add-mask::e", " ::group::e", "##[group]e", "##vso[task.complete]e"),
    *("a\n::e::", "\x1b[31m"),
    *("a\r::e::", ":\u200d:e::", "section_start:1:a\r\x1b[0K", "\u2028", "\ufeff"),
    *("\u202e", "\x00"),
    *("\ud800", "<a & b>", "]]>", "|`*_", "%0A", "{{ x }}", "- a", "a: b", "#", "&a", "*a", "!!x"),
    *("yes", "null", "0o7", "1e3", ".inf", ".nan", "2024-02-30", "2024-03-05T06:00:00Z", "12:30"),
    *("http://www.example.org/?utm_source=a", "https://[::1", "https://exa mple", "â€™", "&amp;"),
    *("a" * 600, "é" * 40, "a  b ", "\u00a0", "\U0001f6a2", "articlelint: ignore[schema]"),
)
PATTERNS = ("^a", "(", "^(a|a)*(?!c)b$", "(a+)+$", r"\p{L}", r"(.)\1", "[", "a{1,1000}", "(?<a>b)")
FORMATS = ("date", "date-time", "uri", "email", "regex", "hostname", "ipv6", "uuid", "nonsense")
TYPES = ("string", "integer", "number", "boolean", "array", "object", "null", "texd")
REFERENCES = (
    *("#", "#/$defs/a", "#/$defs/b", "#/$defs/c", "#/$defs/nothing", "#n", "#/properties/a"),
    *("a.json", "a.json#/$defs/a", "b.yaml", "nothing.json", "../a.json", "/dev/zero"),
    *("\x00", "::e"),
    *("../outside/secret.json", "d/secret.json#", "../outside/secret.md", ".git/config"),
    *("https://example.org/a.json", "file:///dev/null", "urn:a", drafts.DRAFT_2020_12, "http://["),
)
ONE = (
    *("not", "if", "then", "else", "items", "additionalProperties", "contains", "propertyNames"),
    *("unevaluatedItems", "unevaluatedProperties", "additionalItems"),
)
SEVERAL = ("allOf", "anyOf", "oneOf", "prefixItems", "items")
BY_KEY = (
    *("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"),
    "dependencies",
)
NUMBERS = (
    *("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "multipleOf"),
    *("minProperties", "maxProperties", "minContains", "exclusiveMinimum"),
)
NAMES = (
    *(b"a.md", b"b.md", b"2024-03-05-c.md", b"::add-mask::e.md", b" ::e.md", b"##[group].md"),
    *(b"a\n::e::.md", b"\x1b[31m.md", b"\xff\xfe.md", b"-h.md", b"--fix.md", b"a b.md", b"%0A.md"),
    *("é.md".encode(), "می\u200cخ.md".encode(), "\u202e.md".encode(), b"'\".md"),
    *(b"\\.md", b"<&>.md"),
    *(b"d/a.md", b"::e::/a.md", b"\xff/a.md", b"a,b;c.md", b"[a].md", b"*.md", b"README.md", b"a"),
)
BLOCKS = (
    *("---\n---\n", "", "---\n", "+++\na = 1\n+++\n", "---\n- a\n---\n", "\ufeff---\na: 1\n---\n"),
    *("---\na: [\n---\n", '---\na: "b\n---\n', "---\na: &a [*a]\n---\n", "---\na: 1\na: 2\n---\n"),
    *('{"a": 1,}\n', '{"a": [\n', ";;;\n'a': 1\n;;;\n", "---json\n[1]\n---\n"),
    *('+++\na = "::e::\n[a]\n+++\n', "+++\na: 1\n+++\n", "+++\n[a]\n[a]\n+++\n"),
    *("---js\n{}\n---\n", '{"a": "\x1b"}\n', '+++\na = "\\u001b"\n+++\n'),
    *("---\n\ta: 1\n---\n", "---\na: {{ b }}\n---\n", "---\n<<<<<<< a\n---\n", "---\n? [a]\n---\n"),
)
#: What is outside the folder, by its path from there. None of it may be quoted or written; but a
#: schema that the user names may refer to another one anywhere.
SECRET, SECRET_OF_SCHEMA = "hunter2", "correcthorse"
OUTSIDE = {
    "secret.md": f'---\ntitle: {SECRET}  {SECRET}\npublished: "yes"\n---\n',
    "secret.json": f'{{"const": "{SECRET_OF_SCHEMA}", "description": "{SECRET_OF_SCHEMA}"}}',
    "secret.yaml": f"rules: {SECRET}\n",
    "entries.json": f'[\n{{"path": "{SECRET}", "rule": "{SECRET}"}}\n]\n',
}
#: Links that a stranger may put there, and where they may lead: mostly outside.
LINKS = (
    *(b"a.md", b"b.md", b"c.md", b"d", b"a.json", b".articlelint.yaml", b"baseline.json"),
    *(b"new.json", b"log", b".gitignore", b"::e::"),
)
TARGETS = (
    *(*(f"../outside/{name}".encode() for name in OUTSIDE), b"../outside", b"../outside/new"),
    *(b".git/config", b"d/secret.md", b"a.md", b"b.md", b".", b"nothing", b"/dev/zero"),
)
OUTER_SCHEMAS = ("../outside/secret.json", "d/secret.json", "../outside/secret.md", ".git/config")
DIRECTIVES = ("ignore[schema]", "ignore-file[schema/type, a]", "ignore", "ignore[]", "::e::")

#: What a run does, other than to check; and what of it ends in a report.
_WAYS: tuple[list[str], ...] = (
    *(["--fix"], ["--fix", "--unsafe-fixes", "--show-fixes"], ["--diff"], ["--statistics"]),
    *(["--show-files"], ["--show-config", "a.md"], ["--write-baseline", "new.json"]),
)
_REPORTED: tuple[list[str], ...] = ([], *_WAYS[:2])
_OPTIONS = (
    *(["--schema", "a.json"], ["--schema", "b.yaml"], ["--no-config"]),
    *(["--no-inline"], ["--strict"]),
    *(["--quiet"], ["--baseline", "baseline.json"], ["--select", "schema"], ["--unsafe-fixes"]),
    *(["--column-unit", "utf-16"], ["--output", "full:log"], ["--ignore", "mojibake"]),
)
#: Ways to write, each with a link by which it would write outside, and where that leads.
_WRITING: tuple[tuple[list[str], bytes, bytes], ...] = (
    (["--fix", "--unsafe-fixes"], b"a.md", b"../outside/secret.md"),
    (["--write-baseline", "new.json"], b"new.json", b"../outside/new"),
    (["--output", "full:log"], b"log", b"../outside/new"),
)


class Case(NamedTuple):
    """The files of a folder, by their paths; the arguments of a run in it; and standard input.

    Unless ``is_reported``, what is written is no report in ``format``; it is the article itself if
    ``is_article_printed``. ``links`` are pairs of a path and where it leads.
    """

    files: dict[bytes, bytes]
    arguments: list[str]
    stdin: bytes
    format: str
    is_reported: bool = True
    is_article_printed: bool = False
    links: tuple[tuple[bytes, bytes], ...] = ()


def case(seed: int) -> Case:
    """The case that a seed makes."""
    return _Maker(seed).case()


class _Maker:
    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - it is to be the same for each seed

    def case(self) -> Case:
        pick = self._random
        files = {b"a.json": self._schema_file(), b"b.yaml": self._schema_file()}
        names = pick.sample(NAMES, pick.choice([1, 1, 2, 3]))
        files |= {name: self._article() for name in names}
        if self._chance(0.4):
            files[b".articlelint.yaml"] = self._written(self._config())
        if self._chance(0.1):
            files[b"d/.articlelint.yaml"] = self._written(self._config())
        if self._chance(0.2):
            files[b"baseline.json"] = self._baseline()
        if self._chance(0.1):
            files[b".gitignore"] = "\n".join(map(self._text, range(3))).encode(errors="replace")
        made = Case(files, [], self._article(), pick.choice(reporters.names()))
        return self._with_links(self._with_arguments(made))

    def _with_links(self, made: Case) -> Case:
        """A case in which some files and folders are links."""
        pick = self._random
        if self._chance(0.1):
            arguments, link, target = pick.choice(_WRITING)
            files = {name: data for name, data in made.files.items() if name != link}
            arguments = ["--format", made.format, *arguments]
            is_reported = "--write-baseline" not in arguments
            return Case(files, arguments, b"", made.format, is_reported, links=((link, target),))
        if self._chance(0.6):
            return made
        chosen = pick.sample(LINKS, pick.choice([1, 2, 3]))
        links = tuple((link, self._target(link)) for link in chosen)
        files = {
            name: data for name, data in made.files.items() if name.split(b"/")[0] not in chosen
        }
        return made._replace(files=files | {b".git/config": SECRET.encode()}, links=links)

    def _target(self, link: bytes) -> bytes:
        """Where a link leads: often to what a file of its name may hold."""
        if self._chance(0.5):
            return b"../outside/secret" + os.path.splitext(link)[1]
        return self._random.choice(TARGETS)

    def _with_arguments(self, made: Case) -> Case:
        pick = self._random
        way = pick.choice(_WAYS) if self._chance(0.3) else []
        arguments = ["--format", made.format, *way, *self._options()]
        if way != ["--show-config", "a.md"] and self._chance(0.1):
            name = self._text().replace("\x00", "").encode(errors="replace")  # as a shell passes it
            arguments += ["--stdin-filename", name.decode(), "-"]
        is_article_printed = arguments[-1] == "-" and "--fix" in way
        return made._replace(
            arguments=arguments,
            is_reported=not is_article_printed and way in _REPORTED,
            is_article_printed=is_article_printed,
        )

    def _options(self) -> list[str]:
        chosen = [each for each in _OPTIONS if self._chance(0.15)]
        return [word for each in chosen for word in each]

    def _chance(self, odds: float) -> bool:
        return self._random.random() < odds

    def _text(self, _: object = None) -> str:
        parts = self._random.choices(TEXTS + KEYS, k=self._random.choice([1, 1, 1, 2]))
        return "".join(parts)

    def _value(self, depth: int = 0) -> Any:
        kind = self._random.randrange(10 if depth < 3 else 7)
        if kind < 4:
            return self._text()
        if kind < 7:
            return self._random.choice([None, True, False, 0, -1, 1.5, 10**30, "article", "a", "b"])
        parts = range(self._random.randrange(4))
        if kind == 7:
            return [self._value(depth + 1) for _ in parts]
        return {self._key(): self._value(depth + 1) for _ in parts}

    def _key(self) -> str:
        return self._text() if self._chance(0.2) else self._random.choice(KEYS)

    def _schema(self, depth: int = 0) -> Any:
        if self._chance(0.1):
            return self._random.choice([True, False])
        if depth > 3:
            return {"type": self._random.choice(TYPES)}
        made = [self._keyword(depth + 1) for _ in range(self._random.choice([1, 2, 2, 3]))]
        return {key: value for each in made for key, value in each.items()}

    def _keyword(self, depth: int) -> dict[str, Any]:
        pick = self._random
        kind = pick.randrange(12)
        if kind == 0:
            return {pick.choice(ONE): self._schema(depth)}
        if kind <= 2:
            return {
                pick.choice(SEVERAL): [self._schema(depth) for _ in range(pick.choice([1, 2, 3]))]
            }
        if kind <= 5:
            keys = [self._key() for _ in range(pick.choice([1, 2, 3]))]
            return {pick.choice(BY_KEY): {key: self._schema(depth) for key in keys}}
        if kind <= 7:
            return {
                pick.choice(["$ref", "$ref", "$dynamicRef", "$recursiveRef"]): pick.choice(
                    REFERENCES
                )
            }
        if kind == 8:
            return {pick.choice(NUMBERS): pick.choice([0, 1, 2, -1, 0.5, 10**20])}
        return self._assertion()

    def _assertion(self) -> dict[str, Any]:
        pick = self._random
        return pick.choice(
            [
                {"type": pick.choice([*TYPES, ["string", "null"]])},
                {"enum": [self._value(2) for _ in range(3)]},
                {"const": self._value(2)},
                {"pattern": pick.choice(PATTERNS)},
                {"format": pick.choice(FORMATS)},
                {"required": [self._key(), self._key()]},
                {"dependentRequired": {self._key(): [self._key()]}},
                {"uniqueItems": True},
                {"errorMessage": self._text(), "type": "null"},
                {"errorMessage": "${0} ${1/a/0} ${/b} ${2#} ${0", "type": "null"},
                {"errorMessage": "${0} " + "${/" * 500, "type": "null"},
                {
                    "discriminator": {"propertyName": self._key(), "mapping": self._value()},
                    pick.choice(["anyOf", "oneOf"]): [{"$ref": pick.choice(REFERENCES)}] * 2,
                },
                {"description": self._text(), "examples": [self._value()], "deprecated": True},
                {pick.choice(["$anchor", "$dynamicAnchor"]): "n"},
                {pick.choice(["$id", "id"]): pick.choice(REFERENCES)},
                {self._text(): self._value()},
                {
                    pick.choice(
                        [*ONE, *SEVERAL, *BY_KEY, *NUMBERS, "required", "type"]
                    ): self._value()
                },
            ]
        )

    def _schema_file(self) -> bytes:
        schema = self._schema()
        if isinstance(schema, dict):
            schema["$defs"] = {key: self._schema(1) for key in "abc"}
            if self._chance(0.3):
                schema["$schema"] = self._random.choice([*drafts.NAMES, self._text()])
        return self._written(schema)

    def _written(self, value: Any) -> bytes:
        """A value as JSON, which YAML is too, sometimes with a byte or two wrong."""
        text = json.dumps(value, indent=self._random.choice([None, 1]))
        data = (
            text.encode()
            if self._chance(0.9)
            else json.dumps(value, ensure_ascii=False).encode(errors="replace")
        )
        return self._damaged(data) if self._chance(0.15) else data

    def _damaged(self, data: bytes) -> bytes:
        changed = bytearray(data)
        for _ in range(self._random.choice([1, 1, 2, 5])):
            place = self._random.randrange(len(changed) + 1)
            if self._chance(0.5):
                changed[place:place] = self._random.choice(
                    [b"\xff", b"\x00", b"\n", b"{", b'"', b"\t"]
                )
            else:
                del changed[place : place + self._random.choice([1, 5])]
        return bytes(changed)

    def _config(self) -> dict[str, Any]:
        pick = self._random
        severity = pick.choice(["off", "warning", "error", self._text()])
        rule = pick.choice(["non-iso-date", "mojibake", "schema/type", "too-complex", self._text()])
        parts: list[dict[str, Any]] = [
            {"schema": pick.choice(["article", "a.json", "b.yaml", self._text(), *OUTER_SCHEMAS])},
            {"inline": {pick.choice(["schema", "ignore"]): pick.choice([False, True, None])}},
            {"schema-folders": [pick.choice(["../shared", ".", "d", self._text()])]},
            {"rules": {rule: {"ignorable": pick.choice([False, True, severity])}}},
            {pick.choice(["include", "exclude"]): [self._text(), "*.md"]},
            {"rules": {rule: severity}},
            {"rules": {rule: {"severity": severity, self._key(): self._value()}}},
            {"rules": self._rules_that_name_files()},
            {"fields": {"title": self._text()}},
            {"fields": self._field_names()},
            {"rules": {"key-order": pick.choice(["warning", {"order": pick.sample(KEYS, 3)}])}},
            {"baseline": pick.choice(["baseline.json", self._text()])},
            {"overrides": [{"files": [self._text(), "*.md"], "rules": {rule: severity}}]},
            {self._key(): self._value()},
        ]
        chosen = pick.sample(parts, pick.choice([1, 2, 3]))
        return {key: value for each in chosen for key, value in each.items()}

    def _field_names(self) -> dict[str, Any]:
        pick = self._random
        name = pick.choice([self._key(), *KEYS, f"{pick.choice(KEYS)}.{self._key()}"])
        flag = {"field": name, "inverted": pick.choice([True, False])}
        field = pick.choice(["title", "publishedDateTime", "topics", "related", "webUrl"])
        return {field: [name, self._key()], "published": pick.choice([flag, [flag, self._key()]])}

    def _rules_that_name_files(self) -> dict[str, Any]:
        pick = self._random
        data = pick.choice(["a.json", "b.yaml", "baseline.json", "d", ".", self._text()])
        data = pick.choice([data, f"{data}#/{self._key()}", *OUTER_SCHEMAS])
        column = {"file": data, "column": self._key()}
        field = pick.choice([self._key(), *KEYS])
        return {
            "unknown-topic": {"topics": pick.choice([data, column, [self._text()]])},
            "unknown-provider": {"providers": pick.choice([data, {self._text(): self._text()}])},
            "unknown-value": {"fields": {field: pick.choice([data, column, {"min-uses": 2}])}},
            "broken-reference": {"fields": {field: [pick.choice([".", "d", self._text()])]}},
        }

    def _baseline(self) -> bytes:
        entry = {
            "path": self._text(),
            "rule": "schema/type",
            "pointer": "/a",
            "hash": self._text(),
            "count": self._random.choice([1, -1, 10**30, "1"]),
        }
        lines = [json.dumps(each) for each in (entry, self._value(), {"version": 1})]
        text = "[\n" + ",\n".join(lines[self._random.randrange(3) :]) + "\n]\n"
        return self._damaged(text.encode()) if self._chance(0.5) else text.encode()

    def _article(self) -> bytes:
        if self._chance(0.15):
            text = self._random.choice(BLOCKS)
        else:
            lines = [self._line() for _ in range(self._random.randrange(1, 7))]
            text = "---\n" + "".join(lines) + f"---\n{self._text()}\n"
        text = text.replace("\n", "\r\n") if self._chance(0.1) else text
        data = text.encode(errors="replace")
        return self._damaged(data) if self._chance(0.2) else data

    def _line(self) -> str:
        pick = self._random
        key = json.dumps(self._key()) if self._chance(0.5) else pick.choice(KEYS)
        if key == "$schema":
            names = ("a.json", "b.yaml", "article", "nothing.json", *OUTER_SCHEMAS)
            return f"$schema: {pick.choice(names)}\n"
        value = json.dumps(self._value()) if self._chance(0.7) else self._text()
        comment = f" # articlelint: {pick.choice(DIRECTIVES)}" if self._chance(0.15) else ""
        return f"{key}: {value}{comment}\n"
