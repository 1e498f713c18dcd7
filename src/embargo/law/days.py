"""Days: whether a fact falls into the time a paragraph was in force, or after a day by which something was due."""

import datetime as dt

from embargo.vocabulary import Fact
from embargo.vocabulary.law import ElementState


def spoken(day: dt.date) -> str:
    """Return the day as ISO 8601."""
    return day.isoformat()


def stretch(fact: Fact) -> str:
    """Return the fact's days in words."""
    first, last = fact.date.first, fact.date.last
    if first is None and last is None:
        return "no day is given"
    if first is None or last is None:
        return f"from {spoken(first)}" if first else f"at some time up to {spoken(last)}" if last else ""
    return spoken(first) if first == last else f"between {spoken(first)} and {spoken(last)}"


def bounds_of(fact: Fact) -> tuple[dt.date | None, dt.date | None]:
    """Return first and last day of the fact; the day of telling stands in where no source gives its beginning."""
    if fact.date.first is None and fact.told is not None:
        return fact.told, fact.date.last or fact.told
    return fact.date.first, fact.date.last


def in_force(fact: Fact, since: dt.date | None, last: dt.date | None) -> tuple[ElementState, str]:
    """Return whether the whole of the fact lies in [since, last] (met), none of it (not met), or nobody can tell.

    A fact whose beginning no source gives is unknown, except where the day of its telling is known (`told`): then the law
    of that day is asked, and the reason says so, since the deed itself may be older.
    """
    own_first, own_last = fact.date.first, fact.date.last
    span = f"in force from {since or 'its adoption'}" + (f" to {last}" if last else "")
    if own_first is None and fact.told is not None:
        lead = "no source gives a day" if own_last is None else f"{stretch(fact)}, its beginning not given"
        if (since is None or fact.told >= since) and (last is None or fact.told <= last):
            return "met", f"{lead}; held against the law of {fact.told}: {span}"
        return "not met", f"{lead}; held against the law of {fact.told}, and the paragraph was {span}"
    if own_first is None and own_last is None:
        return "unknown", f"no day is given; the paragraph is {span}"
    if since is not None and own_last is not None and own_last < since:
        return "not met", f"{stretch(fact)}: before the paragraph was {span}"
    if last is not None and own_first is not None and own_first > last:
        return "not met", f"{stretch(fact)}: after the paragraph was {span}"
    starts_inside = since is None or (own_first is not None and own_first >= since)
    ends_inside = last is None or (own_last is not None and own_last <= last)
    if starts_inside and ends_inside:
        return "met", f"{stretch(fact)}: {span}"
    return "unknown", f"{stretch(fact)}: reaches beyond the time in which the paragraph was {span}"


def after(fact: Fact, due: dt.date) -> tuple[ElementState, str]:
    """Return whether the fact lies wholly after a day by which something was due."""
    first, last = fact.date.first, fact.date.last
    if last is not None and last <= due:
        return "not met", f"{stretch(fact)}: the time allowed ran until {spoken(due)}"
    if first is not None and first > due:
        return "met", f"{stretch(fact)}: the time allowed ended on {spoken(due)}"
    if first is None and fact.told is not None and fact.told > due:
        return (
            "met",
            f"its beginning is not given; held against {fact.told}, after the time allowed ended on {spoken(due)}",
        )
    return "unknown", f"{stretch(fact)}: not all of it after {spoken(due)}, when the time allowed ended"
