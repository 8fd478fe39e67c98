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

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.places import and_more
from articlelint.text.words import show

_LOST = "\ufffd"
_STUMP = "â€"
_DAGGER = "†"

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
        message = _fault(text)
        if message:
            fixed = _fixed(text)
            change = None if fixed is None else SetValue(path, fixed)
            yield Objection(path, message, _HELP, change=change)


def _fault(text: str) -> str | None:
    if text.isascii() or not re.search(_PAIR, text):
        return None  # nearly always
    suspect = re.search(_SUSPECT, text)
    return (_garbled(text, suspect.start()) or _lost(text)) if suspect else None


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
    return None if spare_spaces or _fault(fixed) else fixed


def _spare_spaces(text: str) -> set[str]:
    """Where a text has extra spaces."""
    has_any = {"middle": "  " in text, "ends": text.strip() != text}
    return {where for where, has_some in has_any.items() if has_some}


def _garbled(text: str, suspect: int) -> str | None:
    """The message about the first garbled word; None if there is none."""
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it

    start = max(0, suspect - _CONTEXT)
    text = text[start : start + _MAX_JUDGED]
    fixed = fix_encoding(text)
    if fixed == text:
        return None
    pairs = enumerate(zip(text, fixed, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), len(fixed))
    word, meant = _word(text, at), _word(fixed, at).translate(_PLAIN)
    if _LOST in meant or (_STUMP in word and _DAGGER in meant):  # no dagger, but half a quote
        return _lost_in(word)
    more = and_more(_differing_words(text, fixed) - 1)
    return f"{show(word)} was decoded with the wrong encoding{more}: write {show(meant)}"


def _differing_words(text: str, fixed: str) -> int:
    """How many words were fixed, if the two texts have the same number of words; else 1."""
    words, others = text.split(" "), fixed.split(" ")
    if len(words) != len(others):
        return 1
    return sum(word != other for word, other in zip(words, others, strict=True))


def _lost(text: str) -> str | None:
    """The message about the first word that lost a character for good; None if there is none."""
    lost = re.search(f"{_LOST}|{_STUMP}", text)
    return _lost_in(_word(text, lost.start())) if lost else None


def _lost_in(word: str) -> str:
    return f"{show(word)} lost a character to the wrong encoding: write the intended word"


def _word(text: str, at: int) -> str:
    """The word at an offset, or as much of it as is near."""
    before = re.search(r"[^ \t\n\r]*\Z", text[max(0, at - _REACH) : at])
    after = re.match(r"[^ \t\n\r]*", text[at : at + _REACH])
    return "".join(each[0] for each in (before, after) if each)


RULE = Rule(
    summary="garbled text that was decoded with the wrong encoding, such as `â€™`",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    fixes=(Safety.UNSAFE,),
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
