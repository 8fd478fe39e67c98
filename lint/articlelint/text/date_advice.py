"""What is wrong with a date of a form that is not accepted, and what to write instead."""

from __future__ import annotations

from articlelint.text.accepted_dates import Accepted, match, samples, takes
from articlelint.text.date_forms import date_in_rfc_3339, in_rfc_3339
from articlelint.text.dates import DATE, DATE_TIME, RFC_3339, impossible_number, missing_part
from articlelint.text.meant_dates import MeantDate, meant_dates
from articlelint.text.words import either

_MIDNIGHT = "00:00:00"
_LOCAL_TIME = "2023-05-04T09:30:00"


def what_is_wrong(text: str, accepted: Accepted) -> str:
    """What a date lacks, or what it is not, as the end of a sentence."""
    if _needs_zone(accepted) and (missing := missing_part(text)):
        return missing
    if accepted == ("date",) and (DATE_TIME.fullmatch(text) or missing_part(text)):
        return "has a time of day"
    if accepted == (RFC_3339,):
        return f"is not a date and time such as {samples(accepted)[0]}"
    return f"is not a date such as {either(samples(accepted))}"


def in_accepted_form(text: str, accepted: Accepted) -> str | None:
    """The same date, and the time if there is one, in an accepted form; None if in doubt."""
    fixed = in_rfc_3339(text) if takes(DATE_TIME, accepted) else None
    if fixed is None and takes(DATE, accepted) and ":" not in text:
        fixed = date_in_rfc_3339(text)
    return fixed


def advice(text: str, accepted: Accepted) -> str:
    """What to write instead of a date of another form: the writer's own one, if it can be told."""
    return own_date(text, accepted) or _limits(text) or _in_general(accepted)


def own_date(text: str, accepted: Accepted) -> str:
    """How to write the date that a text may mean in an accepted form; empty if it means none.

    What no accepted form has of it, the time or the zone, is told.
    """
    meant = meant_dates(text)
    if not meant:
        return ""
    is_counted = ":" not in text  # seconds since 1970, in which no time or zone is written
    if takes(DATE, accepted) and not (meant[0].time and _takes_time(accepted)):
        days = either([f"`{each.day}`" for each in meant])
        loses_time = meant[0].time and not is_counted
        return f"write {days}, without the time of day" if loses_time else f"write {days}"
    has_zone = _needs_zone(accepted) or (bool(meant[0].zone) and takes(DATE_TIME, accepted))
    written = either([f"`{_moment(each, has_zone=has_zone)}`" for each in meant])
    if not meant[0].time:
        return f"{_parts(has_zone=has_zone)}: {written}"
    if has_zone and not meant[0].zone:
        return f"write {written} if it is in UTC, else the offset instead of `Z`, such as `+02:00`"
    loses_zone = meant[0].zone and not has_zone and not is_counted
    return f"write {written}, without the time zone" if loses_zone else f"write {written}"


def _moment(meant: MeantDate, *, has_zone: bool) -> str:
    zone = (meant.zone or "Z") if has_zone else ""
    return f"{meant.day}T{meant.time or _MIDNIGHT}{zone}"


def _parts(*, has_zone: bool) -> str:
    if has_zone:
        return "write the date, a `T`, the time and the time zone"
    return "write the date, a `T` and the time"


def _limits(text: str) -> str:
    """What a number may be that is impossible in a date that is otherwise well written."""
    found = DATE.match(text)
    fault = impossible_number(found) if found else None
    return fault[1] if fault else ""


def _in_general(accepted: Accepted) -> str:
    if accepted == (RFC_3339,):
        return f"{_parts(has_zone=True)}: `{samples(accepted)[0]}`"
    return f"write it as {either([f'`{each}`' for each in samples(accepted)])}"


def _takes_time(accepted: Accepted) -> bool:
    """Whether a date and time is accepted, with a zone or without one."""
    return takes(DATE_TIME, accepted) or match(_LOCAL_TIME, accepted) is not None


def _needs_zone(accepted: Accepted) -> bool:
    """Whether a date and time is accepted, but none without a zone."""
    return takes(DATE_TIME, accepted) and match(_LOCAL_TIME, accepted) is None
