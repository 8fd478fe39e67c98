"""Text contains garbled characters, such as `â€™` for an apostrophe: it was decoded wrongly.

This happens when a program stores text as UTF-8 and another one reads it as Windows-1252 or some
other old encoding. Readers see `itâ€™s` or `cafÃ©`, and no search finds the word. Nobody writes
this on purpose, so it is an error in any text value. Write the intended character, and repair the
program that garbled it, or the next article will have the same fault.

The intended text is found by reversing the decoding, as the ftfy library does; what that library
takes for ordinary text is left alone. If a character is lost, so that only `�` (U+FFFD) or a stump
such as `â€` is left of it, only the source of the article can tell what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity, Span
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.places import first_few
from articlelint.text.words import show

_LOST = "\ufffd"
_STUMP = "â€"
_DAGGER = "†"
_LOST_IN = f"{_LOST}|{_STUMP}"
_WORD = r"[^ \t\n\r]+"

_HELP = ("look up the text in the source of the article, and decode that as UTF-8",)

# Only text that matches these goes to ftfy, which takes 50 ms to import; ordinary text of any
# language does not match. The first is cheap to compile and rules out most text. In UTF-8 a
# character is a first byte and one to three more. In the old encodings the first is a letter, and
# the others are signs and a few letters, as in `_MORE`.
_PAIR = f"[^\x00-\x7f]{{2}}|[\x80-\x9f{_LOST}]|[ÂÃ] "
_SIGNS = "\x80-\xa9\xab-\xb9\xbb-\xbfƒˆˇ˘˛˜˝–—―‘’‚“”„†‡•…‰‹›€™№΄΅"
_MORE = f"[ªº{_SIGNS}ŠŒŽšœžŸŚŤŹśťźŁĄŞŻłąşĽľżŖŗØøæ]"
_SUSPECT = (
    f"[\x80-\x9f{_LOST}]|[ÂÃ] |[âāβ]€|вЂ|ðŸ|"
    f"[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßĂĆĐĹĻŃĀŠĢĪĶĒŅŌŪŽĖŻ]{_MORE}|"
    f"[à-ôāăąćčđďēęěėĺļńīíįķŕšğģźž](?!\xa0){_MORE}(?:{_MORE}| )|"
    f"[ВГРСΒΓΞΟ][{_SIGNS}][ВГРСΒΓΞΟ]|"
    "[ΒΓΔΞ][\x80-\xba\xbc-\xbf]|[абв][¤¦§¶µ]|[√≈‚ƒ¬\u2500-\u2593][^\x00-\x7f]"
)

# The most characters that ftfy gets at once, which take a fifth of a second at worst; and how many
# of them come before the first suspect one, as ftfy looks at the context.
_MAX_JUDGED = 100_000
_CONTEXT = 100
# The longest text that is fixed, which takes a second call of ftfy.
_MAX_FIXED = 20_000

# The most characters of a word that are shown before and after the first garbled one.
_REACH = 28

# Invisible characters and no-break spaces are not written, even if they were meant.
_PLAIN = {0xA0: " ", 0xAD: None, 0x200B: None, 0xFEFF: None}


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at every text value."""
    for path, text in article.document.texts:
        faults = _faults(text)
        if faults:
            fixed = _fixed(text)
            change = None if fixed is None else SetValue(path, fixed)
            for (part, what, what_to_do), more in first_few(faults):
                message = f"{what}{more}: {what_to_do}"
                yield Objection(path, message, _HELP, change=change, part=part)


class _Fault(NamedTuple):
    """A garbled word: where it is, what is wrong with it, and what to do about it."""

    part: Span
    what: str
    what_to_do: str


def _faults(text: str) -> list[_Fault]:
    if text.isascii() or not re.search(_PAIR, text):
        return []  # nearly always
    suspect = re.search(_SUSPECT, text)
    return list(_garbled(text, suspect.start()) or _lost(text)) if suspect else []


def _fixed(text: str) -> str | None:
    """The text as it was before it was garbled; None if that cannot be recovered in full."""
    if len(text) > _MAX_FIXED:
        return None
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it

    plain = {code: char for code, char in _PLAIN.items() if chr(code) not in text}
    fixed = fix_encoding(text).translate(plain)
    new = set(fixed).difference(text)
    is_half_a_quote = _DAGGER in new and _STUMP in text
    if is_half_a_quote or not all(map(str.isprintable, new)) or not fixed.strip():
        return None
    spare_spaces = _spare_spaces(fixed) - _spare_spaces(text)
    return None if spare_spaces or _faults(fixed) else fixed


def _spare_spaces(text: str) -> set[str]:
    """Where a text has extra spaces."""
    has_any = {"middle": "  " in text, "ends": text.strip() != text}
    return {where for where, has_some in has_any.items() if has_some}


def _garbled(text: str, suspect: int) -> list[_Fault]:
    """The garbled words, if there are any whose meaning is known, in their order."""
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it

    start = max(0, suspect - _CONTEXT)
    text = text[start : start + _MAX_JUDGED]
    fixed = fix_encoding(text)
    if fixed == text:
        return []
    words, others = list(_words(text)), list(_words(fixed))
    if len(words) != len(others):  # which word became which is certain only up to the first
        at = _difference(text, fixed)
        return [_garbled_at(text, at, fixed, at, start)]
    return [
        fault
        for word, other in zip(words, others, strict=True)
        for fault in _faults_of_word(word, other, start)
    ]


def _faults_of_word(word: re.Match[str], other: re.Match[str], start: int) -> Iterator[_Fault]:
    """``other`` is what became of a word, ``start`` where the text begins that has it."""
    if word[0] != other[0]:
        at = _difference(word[0], other[0])
        yield _garbled_at(word.string, word.start() + at, other.string, other.start() + at, start)
    else:
        yield from _lost_in(word, start)


def _garbled_at(text: str, at: int, fixed: str, fixed_at: int, start: int) -> _Fault:
    """The fault of the word at an offset, with the same word of the fixed text."""
    part = _word(text, at)
    word, meant = text[slice(*part)], fixed[slice(*_word(fixed, fixed_at))].translate(_PLAIN)
    if _LOST in meant or (_STUMP in word and _DAGGER in meant):  # no dagger, but half a quote
        return _lost_at(text, at, start)
    what = f"{show(word)} was decoded with the wrong encoding"
    return _Fault(_moved(part, start), what, f"write {show(meant)}")


def _lost(text: str) -> Iterator[_Fault]:
    """The words that lost a character for good."""
    for word in _words(text):
        yield from _lost_in(word, 0)


def _lost_in(word: re.Match[str], start: int) -> Iterator[_Fault]:
    if lost := re.search(_LOST_IN, word[0]):
        yield _lost_at(word.string, word.start() + lost.start(), start)


def _lost_at(text: str, at: int, start: int) -> _Fault:
    part = _word(text, at)
    what = f"{show(text[slice(*part)])} lost a character to the wrong encoding"
    return _Fault(_moved(part, start), what, "write the intended word")


def _moved(part: Span, start: int) -> Span:
    return Span(start + part.start, start + part.end)


def _difference(one: str, other: str) -> int:
    """The offset of the first character in which two texts differ."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (char, another) in pairs if char != another), len(other))


def _words(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(_WORD, text)


def _word(text: str, at: int) -> Span:
    """Where the word at an offset is, or as much of it as is near."""
    before: Any = re.search(r"[^ \t\n\r]*\Z", text[max(0, at - _REACH) : at])
    after: Any = re.match(r"[^ \t\n\r]*", text[at : at + _REACH])
    return Span(at - len(before[0]), at + len(after[0]))


RULE = Rule(
    summary="garbled text that was decoded with the wrong encoding, such as `â€™`",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    judges_parts=True,
    fixes=(Safety.UNSAFE,),
    trigger=Trigger(beyond_ascii=True),
    examples=(
        Example(
            bad="---\ntitle: The ferryâ€™s last trip\n---\n",
            message='"ferryâ€™s" was decoded with the wrong encoding: write "ferry’s"',
            good="---\ntitle: The ferry’s last trip\n---\n",
        ),
        Example(
            bad="---\nprovider:\n  name: CafÃ© du Port\n---\n",
            message='"CafÃ©" was decoded with the wrong encoding: write "Café"',
            good="---\nprovider:\n  name: Café du Port\n---\n",
        ),
        Example(
            bad="---\nexcerpt: The caf\ufffd reopens.\n---\n",
            message=('"caf\ufffd" lost a character to the wrong encoding: write the intended word'),
            good="---\nexcerpt: The café reopens.\n---\n",
        ),
    ),
)
