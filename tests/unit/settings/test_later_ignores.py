"""Ignore comments are applied to diagnostics that come later, as those of the whole collection."""

from __future__ import annotations

import pickle

import pytest

from articlelint import make_config
from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.read import read_block
from articlelint.report import Suppressed, Suppression
from articlelint.settings.ignores import Ignores, find_ignores
from tests.support import article, block_of

TEXT = article(
    "# articlelint: ignore[html-entity] as printed\n"
    "title: Salt &amp; tar\n"
    "webUrl: http://example.com/salt # articlelint: ignore[insecure-url, mojibake]\n"
    "# articlelint: ignore-file[placeholder-text] a draft\n"
    "# articlelint: disable\n"
)
CONFIG = make_config({})


def ignores(text: str = TEXT) -> Ignores:
    block = block_of(text)
    document, faults = read_block(text, block)
    return find_ignores(text, block.content, document, faults)


def kept(one: Ignores) -> Ignores:
    """The same after it was kept in a file."""
    restored: Ignores = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
    return restored


def at(part: str, rule_id: str) -> Diagnostic:
    """A diagnostic of a rule at a part of the text."""
    start = TEXT.index(part)
    span = Span(start, start + len(part))
    return Diagnostic(rule_id, Severity.WARNING, f"{rule_id} at {part}", (), span)


ENTITY = at("Salt &amp; tar", "html-entity")
URL = at("http://example.com/salt", "insecure-url")
ELSEWHERE = at("http://example.com/salt", "html-entity")
DRAFT = at("title", "placeholder-text")


def unused(one: Ignores, *, is_compared: bool = True) -> list[str]:
    found = one.unused(CONFIG, is_whole=True, is_compared=is_compared)
    return [each.message for each in found]


DISABLE = 'unknown directive "disable" after "articlelint:": write "ignore[rule-id]"'
MOJIBAKE = 'unused ignore: "mojibake" is not reported here'


def test_diagnostics_come_in_several_turns() -> None:
    comments = ignores()
    assert comments.apply([ENTITY, ELSEWHERE]) == [ELSEWHERE]
    assert comments.apply([]) == []
    assert comments.apply([URL]) == []
    comments = kept(comments)
    assert comments.apply([DRAFT, ELSEWHERE]) == [ELSEWHERE]
    assert comments.suppressed == [
        Suppressed(ENTITY, Suppression.COMMENT, "as printed"),
        Suppressed(URL, Suppression.COMMENT),
        Suppressed(DRAFT, Suppression.COMMENT, "a draft"),
    ]
    assert unused(comments) == [DISABLE, MOJIBAKE]


@pytest.mark.parametrize("is_kept", [False, True], ids=["at once", "kept"])
def test_what_later_diagnostics_use_is_not_unused(*, is_kept: bool) -> None:
    comments = ignores()
    comments.apply([ENTITY])
    comments = kept(comments) if is_kept else comments
    idle = ("insecure-url", "mojibake")
    here = [f'unused ignore: "{each}" is not reported here' for each in idle]
    in_file = 'unused ignore: "placeholder-text" is not reported in this file'
    assert unused(comments) == [DISABLE, *here, in_file]
    comments.apply([URL, DRAFT])
    assert unused(comments) == [DISABLE, MOJIBAKE]


def test_it_pickles_small() -> None:
    long = TEXT.replace("Salt &amp; tar", "Salt &amp; tar " * 10_000)
    assert len(pickle.dumps(ignores(long))) < 1_500
    assert len(pickle.dumps(ignores(article("title: A\n")))) < 200


def test_what_only_a_comparison_finds_is_not_unused_without_one() -> None:
    comments = ignores(
        article(
            "title: A # articlelint: ignore[duplicate-title, duplicate-url, mojibake]\n"
            "# articlelint: ignore-file[rare-key, unknown-value]\n"
        )
    )
    mojibake = 'unused ignore: "mojibake" is not reported here'
    assert unused(comments, is_compared=False) == [mojibake]
    page = 'unused ignore: "duplicate-url" is not reported here'
    key = 'unused ignore: "rare-key" is not reported in this file'
    assert unused(comments) == [page, mojibake, key]
