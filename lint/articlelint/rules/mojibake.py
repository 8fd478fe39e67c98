"""Text holds garbled characters, such as `â€™` for an apostrophe: it was read in a wrong encoding.

This happens where a program stores text as UTF-8 and another one reads it as Windows-1252 or as
some other old encoding. Readers see `itâ€™s` or `cafÃ©`, and no search finds the word. Nobody
writes so on purpose, so this is an error in any value that is text. Write the character that was
meant, and mend the program that let it pass, or the next article will have the same fault.

What was meant is worked out by reading the text back, as the ftfy library does; what that library
takes for ordinary text is left alone. Where a character is lost, so that only `�` (U+FFFD) or a
stump such as `â€` is left of it, only the source of the article can tell what it was.
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

_HELP = ("look the text up in the source of the article, and read that as UTF-8",)

# What ftfy is asked about: it takes 50 ms to import, and these pass over ordinary text of any
# language; the first takes little to compile and passes over most of it. In UTF-8 a character is a
# first byte and one to three more. To the old encodings the first is a letter, and the others are
# signs and a few letters, as in `_MORE`.
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

# The most characters that ftfy judges, which takes a fifth of a second for the worst of them; and
# how many before the first suspect one, for it looks at what stands around.
_MAX_JUDGED = 100_000
_CONTEXT = 100
# The most that is mended as a whole, for which ftfy is asked once more.
_MAX_MENDED = 20_000

# The most characters of a word that are shown before and behind the first garbled one.
_REACH = 28

# What was meant but is better not written: invisible characters, and spaces that do not break.
_PLAIN = {0xA0: " ", 0xAD: None, 0x200B: None, 0xFEFF: None}


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at every text value."""
    for path, text in article.document.texts:
        message = _said_of(text)
        if message:
            mended = _mended(text)
            change = None if mended is None else SetValue(path, mended)
            yield Objection(path, message, _HELP, change=change)


def _said_of(text: str) -> str | None:
    if text.isascii() or not re.search(_PAIR, text):
        return None  # nearly always
    suspect = re.search(_SUSPECT, text)
    return (_garbled(text, suspect.start()) or _lost(text)) if suspect else None


def _mended(text: str) -> str | None:
    """The text as it was before it was read wrongly; None where that cannot be had in full."""
    if len(text) > _MAX_MENDED:
        return None
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it

    plain = {code: char for code, char in _PLAIN.items() if chr(code) not in text}
    mended = fix_encoding(text).translate(plain)
    new = set(mended).difference(text)
    is_half_a_quote = _DAGGER in new and _STUMP in text
    if is_half_a_quote or not all(map(str.isprintable, new)) or not mended.strip():
        return None
    spare_spaces = _spare_spaces(mended) - _spare_spaces(text)
    return None if spare_spaces or _said_of(mended) else mended


def _spare_spaces(text: str) -> set[str]:
    """Where a text has spaces too many."""
    has_any = {"middle": "  " in text, "ends": text.strip() != text}
    return {where for where, has_some in has_any.items() if has_some}


def _garbled(text: str, suspect: int) -> str | None:
    """What to say of the first garbled word; None where there is none."""
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it

    start = max(0, suspect - _CONTEXT)
    text = text[start : start + _MAX_JUDGED]
    mended = fix_encoding(text)
    if mended == text:
        return None
    pairs = enumerate(zip(text, mended, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), len(mended))
    word, meant = _word(text, at), _word(mended, at).translate(_PLAIN)
    if _LOST in meant or (_STUMP in word and _DAGGER in meant):  # no dagger, but half a quote
        return _without_mend(word)
    more = and_more(_differing_words(text, mended) - 1)
    return f"{show(word)} was read in a wrong encoding{more}: write {show(meant)}"


def _differing_words(text: str, mended: str) -> int:
    """How many words were mended, as far as the two texts have the same number of words."""
    words, others = text.split(" "), mended.split(" ")
    if len(words) != len(others):
        return 1
    return sum(word != other for word, other in zip(words, others, strict=True))


def _lost(text: str) -> str | None:
    """What to say of the first word that lost a character for good; None where there is none."""
    lost = re.search(f"{_LOST}|{_STUMP}", text)
    return _without_mend(_word(text, lost.start())) if lost else None


def _without_mend(word: str) -> str:
    return f"{show(word)} has lost a character to a wrong encoding: write the word that was meant"


def _word(text: str, at: int) -> str:
    """The word that an offset stands in, or as much of it as is near."""
    before = re.search(r"[^ \t\n\r]*\Z", text[max(0, at - _REACH) : at])
    behind = re.match(r"[^ \t\n\r]*", text[at : at + _REACH])
    return "".join(each[0] for each in (before, behind) if each)


RULE = Rule(
    summary="garbled text that was read in a wrong encoding, such as `â€™`",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    fixes=(Safety.UNSAFE,),
    examples=(
        Example(
            bad="---\ntitle: The ferryâ€™s last trip\n---\n",
            message='"ferryâ€™s" was read in a wrong encoding: write "ferry’s"',
            good="---\ntitle: The ferry’s last trip\n---\n",
        ),
        Example(
            bad="---\nprovider:\n  name: CafÃ© du Port\n---\n",
            message='"CafÃ©" was read in a wrong encoding: write "Café"',
            good="---\nprovider:\n  name: Café du Port\n---\n",
        ),
        Example(
            bad="---\nexcerpt: The caf\ufffd reopens.\n---\n",
            message=(
                '"caf\ufffd" has lost a character to a wrong encoding: '
                "write the word that was meant"
            ),
            good="---\nexcerpt: The café reopens.\n---\n",
        ),
    ),
)
