"""Whole runs over much of one thing: files, folders, settings, diagnostics of each format."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from itertools import pairwise
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, NamedTuple
from weakref import finalize

from articlelint import reporters
from articlelint.cli import main
from tests.bench.agreement import SOUND
from tests.bench.growing_articles import words
from tests.bench.growth import Task
from tests.bench.processes import FailedError

#: Writes a file of a name and a text.
_Put = Callable[[str, str], None]
_CHECK = ("check", "--quiet", "--no-cache", "--jobs", "1")
#: The same with notes.
_TOLD = ("check", "--no-cache", "--jobs", "1")
_SOME = 20


class _Run(NamedTuple):
    """What is written for n, and the arguments of the run over it."""

    n: int
    write: Callable[[_Put, int], None]
    arguments: tuple[str, ...] = _CHECK


def tasks() -> Iterator[tuple[str, tuple[int, Task]]]:
    """Each kind by its name, with the least number of it."""
    for format_ in reporters.names():
        arguments = (*_CHECK, "--format", format_)
        yield f"diagnostics as {format_}", (400, partial(_run, _Run(400, _faults, arguments)))
        yield f"files as {format_}", (60, partial(_run, _Run(60, _files, arguments)))
    for name, run in _RUNS.items():
        yield name, (run.n, partial(_run, run))


def _run(run: _Run, n: int) -> Callable[[], object]:
    folder = mkdtemp()

    def put(name: str, text: str) -> None:
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    put(".git/HEAD", "")
    run.write(put, n)
    task = partial(_in_folder, folder, run.arguments)
    finalize(task, rmtree, folder)
    return task


def _in_folder(folder: str, arguments: tuple[str, ...]) -> None:
    """Run the command line in this process, whose time is taken."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            _run_quietly(nowhere, arguments)
    finally:
        os.chdir(before)


def _run_quietly(nowhere: Any, arguments: tuple[str, ...]) -> None:
    try:
        with redirect_stdout(nowhere), redirect_stderr(nowhere):
            main(arguments)
    except SystemExit as end:
        if end.code not in (None, 0, 1):
            raise FailedError(f"exit status {end.code}: {' '.join(arguments)}") from end


def _faults(put: _Put, n: int) -> None:
    items = (f'  - "{each}\u200bx"\n' for each in words(n))
    put("a.md", f"---\ntopics:\n{''.join(items)}---\n")


def _files(put: _Put, n: int) -> None:
    _each(put, n, lambda _, __: 'title: " a"\n')


def _each(put: _Put, n: int, front_matter: Callable[[int, str], str]) -> None:
    """So many articles with some front matter."""
    for number, word in enumerate(words(n)):
        put(f"{word}.md", f"---\n{front_matter(number, word)}---\n")


def _articles(front_matter: Callable[[int, str], str]) -> Callable[[_Put, int], None]:
    return lambda put, n: _each(put, n, front_matter)


def _configured(config: Callable[[int], str]) -> Callable[[_Put, int], None]:
    """Some articles, and a configuration."""

    def write(put: _Put, n: int) -> None:
        put(".articlelint.yaml", config(n))
        for each in words(_SOME):
            put(f"news/{each}.md", SOUND)

    return write


def _ignoring(pattern: Callable[[str], str]) -> Callable[[_Put, int], None]:
    """Some articles, and a .gitignore of so many lines."""

    def write(put: _Put, n: int) -> None:
        put(".gitignore", "".join(f"{pattern(each)}\n" for each in words(n)))
        for each in words(_SOME):
            put(f"news/x/{each}.md", SOUND)

    return write


def _folders(name: str, text: Callable[[str], str]) -> Callable[[_Put, int], None]:
    """So many folders, each with an article and another file."""

    def write(put: _Put, n: int) -> None:
        for each in words(n):
            put(f"{each}/a.md", SOUND)
            put(f"{each}/{name}", text(each))

    return write


def _naming(put: _Put, n: int) -> None:
    """Some folders that are left out, and so many that are included by their names."""
    put(".articlelint.yaml", f"include: {json.dumps([f'**/.{each}/*' for each in words(n)])}\n")
    for each in words(_SOME):
        put(f".{each}/a.md", SOUND)
        put(f"news/.a-{each}/b.md", SOUND)


def _beside_included(put: _Put, n: int) -> None:
    """So many files with another ending, where patterns include what is in some folders."""
    put(".articlelint.yaml", "preset: hugo\ninclude: ['**/content/**/*.md']\n")
    for each in words(n):
        put(f"static/{each}.txt", "Text\n")
        put(f"content/{each}.txt", "Text\n")
    put("content/a.md", SOUND)


def _with_schema(schema: Callable[[int], dict[str, Any]]) -> Callable[[_Put, int], None]:
    def write(put: _Put, n: int) -> None:
        put("schema.json", json.dumps(schema(n)))
        put("a.md", SOUND)

    return write


def _references(n: int) -> dict[str, Any]:
    """Definitions of which each refers to the next."""
    names = words(n)
    defs = {name: {"$ref": f"#/$defs/{other}"} for name, other in pairwise(names)}
    return {"$ref": f"#/$defs/{names[0]}", "$defs": {**defs, names[-1]: {}}}


def _properties(n: int, schema: dict[str, Any]) -> dict[str, Any]:
    return {"properties": dict.fromkeys(words(n), schema)}


_TEXT = {"type": "string"}
_OFF = "    rules: {insecure-url: off}\n"
_BY_SCHEMA = (*_CHECK, "--schema", "schema.json")
_OF_SCHEMA = ("schema", "check", "schema.json")
_RUNS = {
    "files in the cache": _Run(60, _files, ("check", "--quiet", "--jobs", "1", "--cache-dir", "c")),
    "files that are fixed": _Run(60, _files, (*_CHECK, "--diff")),
    "faults that are fixed": _Run(250, _faults, (*_CHECK, "--diff")),
    "diagnostics in a baseline": _Run(400, _faults, (*_CHECK, "--write-baseline", "b.json")),
    "values in the statistics": _Run(
        60,
        _articles(lambda _, word: f"topics: [{word}]\n{word}: 1\nprovider: {{name: {word}}}\n"),
        (*_CHECK, "--statistics"),
    ),
    "folders": _Run(100, _folders("b.txt", str)),
    "folders with a configuration": _Run(
        40, _folders(".articlelint.yaml", lambda _: "rules: {insecure-url: off}\n")
    ),
    "folders with a .gitignore": _Run(40, _folders(".gitignore", lambda word: f"*.x\n/{word}\n")),
    "folders with a README": _Run(40, _folders("README.md", str)),
    "folders that are left out": _Run(40, _folders(".b/c.md", str)),
    "folders with a file like a configuration": _Run(40, _folders("articlelint.yml", str)),
    "files with another ending": _Run(60, _folders("b.html", lambda _: SOUND), _TOLD),
    "files that an include does not take": _Run(60, _beside_included, _TOLD),
    "names that are included": _Run(250, _naming),
    "folders in folders": _Run(50, lambda put, n: put("d/" * n + "a.md", SOUND)),
    "overrides": _Run(
        50,
        _configured(
            lambda n: "overrides:\n" + "".join(f"  - files: ['*/{w}*']\n{_OFF}" for w in words(n))
        ),
    ),
    "overrides that hold": _Run(
        50, _configured(lambda n: "overrides:\n" + f"  - files: ['news/**']\n{_OFF}" * n)
    ),
    "globs that include": _Run(
        500, _configured(lambda n: f"include: {json.dumps([f'**/{w}.md' for w in words(n)])}\n")
    ),
    "hosts that are allowed": _Run(
        500,
        _configured(
            lambda n: (
                "rules: {url-domain-mismatch: {allow-hosts: "
                f"{json.dumps([f'{w}.example' for w in words(n)])}}}}}\n"
            )
        ),
    ),
    "values that are known": _Run(
        500,
        _configured(
            lambda n: f"rules: {{unknown-value: {{fields: {{topics: {json.dumps(words(n))}}}}}}}\n"
        ),
    ),
    "names in a .gitignore": _Run(1_000, _ignoring(str)),
    "wildcards in a .gitignore": _Run(1_000, _ignoring("*{}*".format)),
    "folders in a .gitignore": _Run(1_000, _ignoring("**/{}/**".format)),
    "exceptions in a .gitignore": _Run(1_000, _ignoring("!/news/*/{}".format)),
    "articles with one address": _Run(60, _articles(lambda *_: "webUrl: https://a.example/x\n")),
    "articles with one address and another's": _Run(
        60,
        _articles(
            lambda number, _: (
                f"webUrl: https://a.example/{number}\noriginalUrl: https://a.example/{number + 1}\n"
            )
        ),
    ),
    "names of a provider": _Run(
        60, _articles(lambda _, word: f"provider: {{name: {word}, domain: a.example}}\n")
    ),
    "domains of a provider": _Run(
        60, _articles(lambda _, word: f"provider: {{name: A, domain: {word}.example}}\n")
    ),
    "keys of one article": _Run(60, _articles(lambda _, word: f"{word}: 1\n")),
    "references in a schema": _Run(100, _with_schema(_references), _BY_SCHEMA),
    "properties of a schema": _Run(
        500,
        _with_schema(
            lambda n: {
                "properties": {each: {"type": "string"} for each in words(n)},
                "additionalProperties": False,
            }
        ),
        _BY_SCHEMA,
    ),
    "alternatives of a schema": _Run(
        200, _with_schema(lambda n: {"oneOf": [{"required": [w]} for w in words(n)]}), _BY_SCHEMA
    ),
    "conditions of a schema": _Run(
        150,
        _with_schema(
            lambda n: {
                "allOf": [
                    {"if": {"required": ["title"]}, "then": {"required": [each]}}
                    for each in words(n)
                ]
            }
        ),
        _BY_SCHEMA,
    ),
    "examples in a schema": _Run(
        100, _with_schema(lambda n: _properties(n, {**_TEXT, "examples": ["a"]})), _OF_SCHEMA
    ),
    "wrong examples in a schema": _Run(
        150, _with_schema(lambda n: _properties(n, {**_TEXT, "examples": [1]})), _OF_SCHEMA
    ),
    "defaults by references to a whole schema": _Run(
        100, _with_schema(lambda n: _properties(n, {"$ref": "#", "default": {}})), _OF_SCHEMA
    ),
    "wrong values of an enum": _Run(
        500, _with_schema(lambda n: {**_TEXT, "enum": [*range(n)]}), _OF_SCHEMA
    ),
    "lists in an enum": _Run(
        500, _with_schema(lambda n: {"enum": [[each] for each in range(n)]}), _OF_SCHEMA
    ),
    "misspelt keywords in a schema": _Run(
        100, _with_schema(lambda n: _properties(n, {"typ": "string"})), _OF_SCHEMA
    ),
    "articles of which a schema is inferred": _Run(
        60, _articles(lambda _, word: f"title: {word}\ntopics: [{word}]\n"), ("infer",)
    ),
    "keys of which a schema is inferred": _Run(
        300,
        lambda put, n: put("a.md", "---\n" + "".join(f"{w}: 1\n" for w in words(n)) + "---\n"),
        ("infer",),
    ),
}
