"""Real articles, broken in fixable ways, are restored byte for byte."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from articlelint.engine.check import Checker
from articlelint.engine.fix import Fixed, fix
from articlelint.fixing.proof import is_same
from articlelint.model import Diagnostic, Remove, RenameKey, Safety, SetValue, pointer
from articlelint.reading.source import SourceFile
from articlelint.schema.loading.store import bundled
from articlelint.settings.config import make_config
from tests.changes import document_of
from tests.clock import now
from tests.support import EXAMPLES, block_of, material

SAFE = frozenset({Safety.SAFE})
ALL = frozenset(Safety)
BOM = "\ufeff"

FOLDERS = ["examples", "corpus/news", "corpus/news-crlf", "corpus/kinds", "seed"]


@cache
def checker() -> Checker:
    return Checker(bundled("article"), make_config({}), clock=now)


def articles(folder: str) -> list[Path]:
    """The articles of a folder of the material, or of this repository."""
    return sorted((EXAMPLES if folder == "examples" else material(folder)).rglob("*.md"))


def fixed(text: str, path: Path, safeties: frozenset[Safety] = ALL) -> Fixed:
    outcome = fix(SourceFile.from_bytes(text.encode()), path.name, checker(), safeties)
    return outcome._replace(checked=checker().finish(outcome.checked))


def written(source: SourceFile) -> str:
    return BOM * source.has_byte_order_mark + source.text


# --- What becomes of an article as it is ---


@pytest.mark.parametrize("safeties", [SAFE, ALL], ids=["safe", "all"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_articles_as_they_are(folder: str, safeties: frozenset[Safety]) -> None:
    for path in articles(folder):
        text = path.read_bytes().decode()
        outcome = fixed(text, path, safeties)
        assert_harmless(text, outcome, path)
        found_before = checker().check(SourceFile.from_text(text), path.name)
        assert _said(outcome.checked.diagnostics) <= _said(found_before), path
        left = [each.fix.safety for each in outcome.checked.diagnostics if each.fix]
        assert safeties.isdisjoint(left), path
        again = fixed(written(outcome.source), path, safeties)
        assert again.fixed == []
        assert written(again.source) == written(outcome.source)
        assert bool(outcome.fixed) == (written(outcome.source) != text)


def assert_harmless(text: str, outcome: Fixed, path: Path) -> None:
    """Only what was announced is changed: not the body, a comment, or any other value."""
    before, after = text.removeprefix(BOM), outcome.source.text
    old, new = block_of(before), block_of(after)
    assert before[old.content.end :] == after[new.content.end :], path
    if not _removes(outcome):
        assert _comments(before) == _comments(after), path
    assert _line_breaks(before) == _line_breaks(after), path
    _assert_lines_left(before, outcome)
    was, now = document_of(before).data, document_of(after).data
    assert is_same(_without(was, outcome.fixed), _without(now, outcome.fixed)), path


def _removes(outcome: Fixed) -> bool:
    return any(each.fix and isinstance(each.fix.change, Remove) for each in outcome.fixed)


def _line_breaks(text: str) -> set[str]:
    return set(re.findall("\r\n|\n|\r", text))


def _assert_lines_left(before: str, outcome: Fixed) -> None:
    """Where nothing is removed, every line but those of the fixed values is as it was."""
    if _removes(outcome):
        return
    document, source = document_of(before), SourceFile.from_text(before)
    touched: set[int] = set()
    for each in outcome.fixed:
        start, end = (source.position(place).line for place in document.value_span(each.path))
        touched.update(range(min(start, source.position(each.span.start).line), end + 1))
    lines, new_lines = before.split("\n"), outcome.source.text.split("\n")
    assert len(lines) == len(new_lines)
    changed = {
        number
        for number, (one, other) in enumerate(zip(lines, new_lines, strict=True), 1)
        if one != other
    }
    assert changed <= touched


def _comments(text: str) -> list[str]:
    return re.findall(r"(?m)^[ \t]*#.*$", text[slice(*block_of(text).content)])


def _said(diagnostics: list[Diagnostic]) -> Counter[tuple[str, str]]:
    """By rule and place in the data, where indices may move."""
    return Counter((each.rule, re.sub(r"/\d+", "/*", pointer(each.path))) for each in diagnostics)


def _without(data: Any, made: list[Diagnostic]) -> Any:
    """The data without what is fixed, and with renamed keys under one name."""
    values = {each.path for each in made if each.fix and isinstance(each.fix.change, SetValue)}
    lists = {each.path[:-1] for each in made if each.fix and isinstance(each.fix.change, Remove)}
    names = {
        (*change.path[:-1], name): change.name
        for each in made
        if each.fix and isinstance(change := each.fix.change, RenameKey)
        for name in (change.path[-1], change.name)
    }

    def copied(value: Any, path: tuple[str | int, ...]) -> Any:
        if path in values or path in lists:
            return None
        if isinstance(value, dict):
            return {
                names.get((*path, name), name): copied(each, (*path, name))
                for name, each in value.items()
            }
        if isinstance(value, list):
            return [copied(each, (*path, index)) for index, each in enumerate(value)]
        return value

    return copied(data, ())


# --- What becomes of an article that is broken in a way that has one right answer ---

Choose = random.Random


class Fault(NamedTuple):
    """A way to break a text: where, what reports it, and the text if it can be broken so."""

    place: str
    rules: tuple[str, ...]
    broken: Callable[[str, Choose], str | None]
    safety: Safety = Safety.SAFE


def _put(pattern: str, new: Callable[[re.Match[str], Choose], str | None]) -> Any:
    """Break the first place that a pattern matches: of what its group `value` holds."""

    def broken(text: str, choose: Choose) -> str | None:
        found = re.search(pattern, text, re.MULTILINE)
        value = new(found, choose) if found else None
        if found is None or value is None:
            return None
        start, end = found.span("value")
        return text[:start] + value + text[end:]

    return broken


def _key(name: str) -> str:
    return rf"^(?P<quote>[\"']?){name}(?P=quote): (?:&\w+ )?"


def _flag(found: re.Match[str], choose: Choose) -> str:
    spellings = {"true": ["yes", "on", '"true"', "'Yes'", "1"], "false": ["no", '"no"', "0", "n"]}
    return choose.choice(spellings[found["value"]])


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _date(found: re.Match[str], choose: Choose) -> str:
    year, month, day, time = found.group("year", "month", "day", "time")
    return choose.choice(
        [
            f"{year}-{month}-{day} {time}Z",
            f"{year}-{month}-{day}T{time} UTC",
            f"{year}{month}{day}T{time.replace(':', '')}Z",
            f"{int(day)} {_MONTHS[int(month) - 1]} {year} {time} GMT",
        ]
    )


def _unseen_in_text(found: re.Match[str], choose: Choose) -> str | None:
    """Spaces or an invisible character too many, which readers do not see."""
    return _in_text(found["value"], choose, ["  ", "   ", "\u00a0", " \u200b"])


def _seen_in_text(found: re.Match[str], choose: Choose) -> str | None:
    """An entity or a tab, which may be meant."""
    return _in_text(found["value"], choose, ["&nbsp;", "&#32;", "\t"])


def _in_text(text: str, choose: Choose, surplus: list[str]) -> str | None:
    """Instead of a space, something that is too much, in text that has nothing such."""
    if not text.isascii() or "\\" in text or "  " in text or text.strip() != text:
        return None
    word = choose.choice(list(re.finditer(r"(?<=[a-z][a-z]) (?=[a-z][a-z])", text)) or [None])
    if word is None:
        return None
    before, after = text[: word.start()], text[word.end() :]
    return f"{before}{choose.choice(surplus)}{after}"


def _domain(found: re.Match[str], choose: Choose) -> str:
    forms = ["www.{}", "{}.", "https://{}/"][: 2 if "{" in found[0] else 3]
    return choose.choice(forms).format(str(found["value"]))


def _twice(found: re.Match[str], choose: Choose) -> str:
    items: list[str] = re.findall(r"^ *- .*\n", found["value"], re.MULTILINE)
    return str(found["value"]) + choose.choice(items)


_EXCERPT = _key("excerpt") + r'(?:"|>-\n  )(?P<value>[^"\n]*)"?'
FAULTS = {
    "flag": Fault(
        "/published",
        ("published-flag",),
        _put(_key("published") + r"(?P<value>true|false)\b", _flag),
    ),
    "date": Fault(
        "/publishedDateTime",
        ("non-iso-date",),
        _put(
            _key("publishedDateTime")
            + r"(?P<value>(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)T(?P<time>[\d:]{8})Z)",
            _date,
        ),
    ),
    "kind": Fault(
        "/type",
        ("schema/enum",),
        _put(
            _key("type") + r"(?P<value>article|video)\b",
            lambda found, _: found["value"].capitalize(),
        ),
    ),
    "number": Fault(
        "/quality",
        ("schema/type",),
        _put(_key("quality") + r"(?P<value>\d+)\b", lambda found, _: f'"{found["value"]}"'),
    ),
    "title": Fault(
        "/title",
        ("irregular-whitespace", "invisible-character"),
        _put(_key("title") + r'"(?P<value>[^"\n]*)"', _unseen_in_text),
    ),
    "excerpt": Fault(
        "/excerpt",
        ("irregular-whitespace", "invisible-character"),
        _put(_EXCERPT, _unseen_in_text),
    ),
    "entity": Fault(
        "/excerpt",
        ("irregular-whitespace", "html-entity"),
        _put(_EXCERPT, _seen_in_text),
        Safety.UNSAFE,
    ),
    "tracking": Fault(
        "/webUrl",
        ("tracking-parameter",),
        _put(
            _key("webUrl") + r'"(?P<value>https://[^"?#&]*)"',
            lambda found, choose: (
                found["value"]
                + choose.choice(["?utm_source=feed", "?fbclid=1&utm_a=b", "#utm_a=b"])
            ),
        ),
    ),
    "scheme": Fault(
        "/originalUrl",
        ("insecure-url",),
        _put(r'^(?P<value>originalUrl: "https://)', lambda _found, _: 'originalUrl: "http://'),
        Safety.UNSAFE,
    ),
    "domain": Fault(
        "/provider/domain",
        ("non-canonical-domain",),
        _put(
            r"^provider:[^a-z]*(?:name: [^\n]*?)?\bdomain: (?P<value>[a-z][a-z.-]*[a-z])",
            _domain,
        ),
    ),
    "list": Fault(
        "/topics",
        ("duplicate-item",),
        _put(r"^topics:\n(?P<value>(?: *- [A-Z][^#\n:]*\n)+)", _twice),
    ),
    "quotes": Fault(
        "/topics",
        ("ambiguous-scalar",),
        _put(r'^ *- (?P<value>"no")', lambda *_: "no"),
        Safety.UNSAFE,
    ),
    "misspelt kind": Fault(
        "/type",
        ("schema/enum",),
        _put(_key("type") + r"(?P<value>article)\b", lambda *_: "artcle"),
        Safety.UNSAFE,
    ),
    "misspelt key": Fault(
        "/excerpt",
        ("schema/additionalProperties",),
        _put(r"^(?P<value>excerpt):", lambda *_: "exerpt"),
        Safety.UNSAFE,
    ),
    "mark": Fault("", ("byte-order-mark",), lambda text, _: BOM + text),
}
ONE_OF_EACH = sorted(FAULTS.keys() - {"mark"})


def _notes(text: str, choose: Choose) -> str:
    """Comments and tabs at the end of lines, and comments and empty lines between them."""

    def noted(line: re.Match[str]) -> str:
        end = choose.choice(["", "\t", "  # as it is: 'meant'", " \t# 1 #2", ' # "x"', " #é"])
        between = choose.choice(["", "", "\n", "# a note: of its own\n", "\n# - one\n\n"])
        return f"{line[1]}{end}\n{between}"

    names = "category|title|publishedDateTime|type|quality|published|webUrl|originalUrl"
    return re.sub(rf"(?m)^((?:{names}): [^#\n]*[^\s#])\n", noted, text)


def _quoted_keys(text: str, choose: Choose) -> str:
    quote = choose.choice("'\"")
    return re.sub(r"(?m)^(title|published|type|quality):", rf"{quote}\1{quote}:", text)


def _flow(text: str, _: Choose) -> str:
    return re.sub(
        r"(?m)^provider:\n  name: ([A-Za-z0-9 ]+)\n  domain: ([a-z.-]+)$(?!\n  )",
        r"provider: { name: '\1',  domain: \2 } # between brackets",
        text,
    )


def _anchors(text: str, _: Choose) -> str:
    return re.sub(r"(?m)^(heat|category): (?=\S)", r"\1: &\1 ", text)


def _block_scalar(text: str, _: Choose) -> str:
    return re.sub(
        r'(?m)^excerpt: "([A-Za-z][^"\\\n]*[^"\\\n ])"$',
        lambda found: f"excerpt: >-\n  {found[1]}",
        text,
        count=1,
    )


def _word_in_quotes(text: str, _: Choose) -> str:
    return re.sub(r"(?m)^topics:\n( *)- ", r'topics:\n\1- "no"\n\1- ', text)


def _body(text: str, _: Choose) -> str:
    body = "\n---\npublished: yes\ntitle:  two\u00a0blanks &amp; http://x \n\t\u200b\r\n"
    return text.rstrip("\n") + "\n" + body


STYLES = [_flow, _block_scalar, _word_in_quotes, _notes, _quoted_keys, _anchors, _body]


def dressed(text: str, choose: Choose) -> str:
    """A text in some of the styles in which it may be written; it says the same."""
    for style in STYLES:
        if choose.random() < 0.5:
            text = style(text, choose)
    return text


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_article_that_is_broken_becomes_what_it_was(folder: str) -> None:
    choose = Choose(folder)
    seen: Counter[str] = Counter()
    for path in articles(folder):
        text = path.read_bytes().decode().replace("\r\n", "\n")
        settled = written(fixed(text, path).source)
        seen.update(_broken_and_fixed(dressed(settled, choose), path, choose))
    if folder == "corpus/news":
        assert set(seen) == set(FAULTS), "each of the faults is tried"


def _broken_and_fixed(sound: str, path: Path, choose: Choose) -> list[str]:
    """Break a text in up to five ways at once, and fix it. Returns the names of these ways."""
    as_it_is = fixed(sound, path)
    assert as_it_is.fixed == [], f"{path}: the styles bring no fault"
    taken = {pointer(each.path) for each in as_it_is.checked.diagnostics}
    names: list[str] = []
    broken = sound
    for name in [*choose.sample(ONE_OF_EACH, k=4), *["mark"] * choose.randrange(2)]:
        new = FAULTS[name].broken(broken, choose)
        if new is not None and FAULTS[name].place not in taken:
            broken = new
            taken.add(FAULTS[name].place)
            names.append(name)
    if choose.random() < 0.5:
        broken, sound = (
            each.replace("\r\n", "\n").replace("\n", "\r\n") for each in (broken, sound)
        )
    outcome = fixed(broken, path)
    what = f"{path}, broken by {names}:\n{broken}"
    assert written(outcome.source) == sound, what
    found = {each.rule for each in outcome.fixed}
    for name in names:
        assert found.intersection(FAULTS[name].rules), f"{name} in {what}"
    safely = fixed(broken, path, SAFE)
    assert_harmless(broken, safely, path)
    if all(FAULTS[name].safety is Safety.SAFE for name in names):
        assert written(safely.source) == sound, what
    return names
