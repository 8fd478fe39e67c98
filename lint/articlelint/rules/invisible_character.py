"""Text contains an invisible character: a zero-width space, a soft hyphen, a no-break space.

Such characters slip in when text is copied from a page, a chat or a word processor. Searches and
comparisons miss words that contain one, texts that look alike differ, and characters that change
the direction of writing can make a reader see something else than what is there. Remove them, and
use an ordinary space instead of a no-break space. The fix is unsafe where readers may see the
difference: direction marks, wide and narrow spaces, line separators and fillers.

Characters that have a purpose are left alone:

- no-break and narrow spaces next to a number, a dash or `&`, before signs such as `:`, `!`, `»` or
  `%`, after `«`, after an initial or another word of one letter, and after `Dr.` and the like;
- joiners within emoji and between letters of scripts that need them, such as Persian or Hindi;
- variation selectors after an emoji, a sign or an ideograph, and the tags in the emoji of a flag;
- zero-width spaces next to letters of scripts without spaces, such as Thai;
- direction marks in text with right-to-left letters if each one that opens is closed, but never
  the overrides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity, Span
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.characters import PRINTABLE_BUT_UNSEEN, VARIATION_SELECTORS
from articlelint.text.places import and_more, beside, first_few

# Other invisible characters are no mistake: Egyptian or musical formatting.
_INVISIBLE = (
    "(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]{1,32}\U000e007f)"
    "|(?P<space>[\xa0\u1680\u2000-\u200a\u202f\u205f])"
    "|(?P<word_break>\u200b)"
    "|(?P<non_joiner>\u200c)"
    "|(?P<joiner>\u200d)"
    "|(?P<direction>[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069])"
    f"|(?P<selector>[{VARIATION_SELECTORS}])"
    "|(?P<never>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u2028\u2029\u202d\u202e\u2060-\u2064"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\U000e0001\U000e0020-\U000e007f])"
)

_PRINTABLE_BUT_UNSEEN = f"[{PRINTABLE_BUT_UNSEEN}]"

_RIGHT_TO_LEFT = (
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_CLOSES = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}

# Scripts whose letters join: Arabic, the Indic scripts, Mongolian and related ones.
_ARABIC = "[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
_JOINING = (
    "[\u0600-\u109f\u1780-\u18af\u1a00-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
# Emoji, and the variation selector that may follow one: a joiner may come after either.
_EMOJI = "[\xa9\xae\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]"

# Thai, Lao, Tibetan, Burmese, Khmer, Tai, Balinese, Javanese.
_WITHOUT_SPACES = (
    "[\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf]"
)

# What is kept on one line with what comes after it: numbers, also `2nd` and `XIX`, signs such as
# `«`, initials, words of one letter, and what comes before a name, as in `Dr. Who`.
_TITLES = (
    r"(?:Dr|Mrs?|Ms|Mx|Mmes?|Mlles?|Profs?|Ste?)\.?"
    r"|(?:Sra?|Srta|Dott|Ing|Dipl|Mag|Hr|Fr|Rev|Hon|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|Pres|vs)\."
)
_ROMAN = "(?:[VX]|Ier|(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3}))"
_BEFORE_WORD = r"(?:\A|[\s(\"'’“„«])"
_KEEPS_NEXT = (
    rf"(?:\d[^\W_]{{0,3}}|[«‹§¶№–—&×]"
    rf"|(?:{_BEFORE_WORD}|\.)[^\W\d_]\.|{_BEFORE_WORD}(?:[^\W\d_aAI]|{_TITLES}|{_ROMAN}(?:er?|th)?))\Z"
)
_KEEPS_PREVIOUS = (
    rf"[^\W\d_]?\d|[:;!?»›%‰€$£¥°–—…&×\u0964\u17d4-\u17d6]|{_ROMAN}(?:er?|th)?(?![^\W_])"
)
#: How many characters before and after one may decide whether it is in place.
_REACH = 12

#: What shows nothing where it is, or a space like any other.
_UNSEEN = "[\xa0\xad\u200b-\u200d\u2060-\u2064\ufeff]"

#: Those that rules are told of by themselves: few texts have any character beyond ASCII.
_ASCII_CONTROLS = (*map(chr, range(9)), "\v", "\f", *map(chr, range(14, 32)), "\x7f")

_CONTROL = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
# A soft hyphen that may be the second byte of a character, as in `Ã` and U+00AD for `í`.
_BYTE = "[ÂÃ]\xad"
# Two control characters mark what is to be removed or to become a space.
_REMOVED = "\0"
_REPLACED = "\1"
_IDEOGRAPHIC = "\u3000"
_BREAKS = frozenset("\t\n\r")

# What Unicode spells without a hyphen, or names otherwise.
_NAMES = {
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\ufeff": "byte order mark",
}
_HELP = ("retype the words next to it, or use an editor that shows invisible characters",)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at every text value."""
    for path, text in article.document.texts:
        if text.isprintable() and (text.isascii() or not re.search(_PRINTABLE_BUT_UNSEEN, text)):
            continue  # nearly always
        found = list(_out_of_place(text)) if text.strip() else []
        if found:
            fixed = _fixed(text, found)
            change = None if fixed is None else SetValue(path, fixed)
            is_seen = not all(re.match(_UNSEEN, text[at]) for at in found)
            for part, more in first_few(_runs(found)):
                what, what_to_do = _fault(text, part)
                message = f"{what}{more or and_more(part.end - part.start - 1)}: {what_to_do}"
                yield Objection(path, message, _HELP, change=change, is_guess=is_seen, part=part)


def _runs(offsets: list[int]) -> list[Span]:
    """Where the characters at these offsets are, next to each other as one."""
    runs: list[Span] = []
    for at in offsets:
        if runs and runs[-1].end == at:
            runs[-1] = Span(runs[-1].start, at + 1)
        else:
            runs.append(Span(at, at + 1))
    return runs


def _out_of_place(text: str) -> Iterator[int]:
    """The offsets of invisible characters that have no purpose where they are."""
    directions_fit: bool | None = None  # of the whole text; computed once, as it is slow
    for match in re.finditer(_INVISIBLE, text):
        at = match.start()
        if match.lastgroup == "direction":
            if directions_fit is None:
                directions_fit = _directions_fit(text)
            fits = directions_fit
        elif match.lastgroup in _FITS:
            fits = _FITS[match.lastgroup](
                text[max(0, at - _REACH) : at], text[at + 1 : at + 1 + _REACH]
            )
        else:
            fits = match.lastgroup == "flag"
        if not fits:
            yield at


def _directions_fit(text: str) -> bool:
    """Whether a text has right-to-left letters, and each mark that opens in it is closed."""
    opened = []
    for mark in re.findall("[\u202a-\u202e\u2066-\u2069]", text):
        if mark not in _CLOSES:
            opened.append(mark)
        elif not opened or opened.pop() not in _CLOSES[mark]:
            return False
    return not opened and bool(re.search(_RIGHT_TO_LEFT, text))


def _space_fits(before: str, after: str) -> bool:
    """By the typography of French, of numbers with their units, and of names."""
    return bool(re.search(_KEEPS_NEXT, before) or re.match(_KEEPS_PREVIOUS, after))


def _word_break_fits(before: str, after: str) -> bool:
    return bool(re.match(_WITHOUT_SPACES, before[-1:]) or re.match(_WITHOUT_SPACES, after))


def _non_joiner_fits(before: str, after: str) -> bool:
    """Between letters; in the scripts of India and its neighbours, also at the end of a word."""
    if re.match(_ARABIC, before[-1:]):
        return bool(re.match(_ARABIC, after))
    return bool(re.match(f"{_JOINING}|\u200d", before[-1:]))  # there, also after a joiner


def _joiner_fits(before: str, after: str) -> bool:
    """Between emoji; or next to a letter, to give it its joined form."""
    if re.match(_JOINING, before[-1:]) or re.match(_JOINING, after):
        return True
    return bool(re.match(_EMOJI, before[-1:]) and re.match(_EMOJI, after))


def _selector_fits(before: str, after: str) -> bool:
    """Letters that have capitals have no variants."""
    base = before[-1:]
    if not base or base.isspace() or re.match(_INVISIBLE, base):
        return False
    return not base.isalpha() or base.lower() == base.upper()


_FITS: dict[str, Callable[[str, str], bool]] = {
    "space": _space_fits,
    "word_break": _word_break_fits,
    "non_joiner": _non_joiner_fits,
    "joiner": _joiner_fits,
    "selector": _selector_fits,
}


def _fixed(text: str, out_of_place: list[int]) -> str | None:
    """The text without those characters; None if that may not be what was meant.

    A control character is often what is left of another one, as U+0019 is of U+2019, which is ’.
    """
    if re.search(f"{_CONTROL}|{_BYTE}", text):
        return None
    chars = list(text)
    for at in out_of_place:
        chars[at] = _REPLACED if text[at].isspace() else _REMOVED
    fixed = re.sub(f"[ {_IDEOGRAPHIC}{_REPLACED}{_REMOVED}]+", _joined, "".join(chars))
    is_fixed = fixed.strip() and next(_out_of_place(fixed), None) is None
    return fixed if is_fixed else None


def _joined(run: re.Match[str]) -> str:
    """What to write for a run of spaces and removed characters: one space at most."""
    kept = run[0].replace(_REMOVED, "")
    spaces = kept.replace(_REPLACED, "")
    if spaces == run[0]:
        return spaces
    text, start, end = run.string, run.start(), run.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after or after in _BREAKS:
        return ""
    if before in _BREAKS:
        return spaces
    return " " if kept.strip(_IDEOGRAPHIC) else kept


def _fault(text: str, part: Span) -> tuple[str, str]:
    """Which character is where, and what to do about it."""
    from unicodedata import name  # noqa: PLC0415 - few texts need it

    start, end = part
    char, around = text[start], (text[max(0, start - 1) : start], text[end : end + 1])
    called = _NAMES.get(char) or name(char, "control character").lower()
    what = f"{called} (U+{ord(char):04X}) {beside(text, start, end)}"
    separates_words = char.isspace() and not any(each in ("", " ", "\n") for each in around)
    return what, "use an ordinary space" if separates_words else "remove it"


RULE = Rule(
    summary="a zero-width space, soft hyphen or other invisible character in text",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.SAFE, Safety.UNSAFE),
    gives_way=True,
    trigger=Trigger(texts=_ASCII_CONTROLS, beyond_ascii=True),
    examples=(
        Example(
            bad='---\ntitle: "Harbour\\u200B bridge reopens"\n---\n',
            message='zero-width space (U+200B) after "Harbour": remove it',
            good='---\ntitle: "Harbour bridge reopens"\n---\n',
        ),
        Example(
            bad='---\nexcerpt: "The bridge\\u00A0reopens."\n---\n',
            message='no-break space (U+00A0) after "bridge": use an ordinary space',
            good='---\nexcerpt: "The bridge reopens."\n---\n',
        ),
    ),
)
