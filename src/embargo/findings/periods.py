"""Periods: whether they meet, what they say together, and how a reader is told."""

import calendar
import datetime as dt
from collections.abc import Iterable

from embargo.vocabulary import Period

_MONTHS = tuple(calendar.month_name)
FIRST, LAST = dt.date.min, dt.date.max


def ends(period: Period | None) -> tuple[dt.date, dt.date]:
    """Return both ends as days, an open end as the first or last day there is."""
    if period is None:
        return FIRST, LAST
    return period.first or FIRST, period.last or LAST


def overlap(one: Period | None, two: Period | None) -> bool:
    """Return whether some day may lie in both; an unknown period overlaps everything."""
    first, last = ends(one)
    start, stop = ends(two)
    return first <= stop and start <= last


def running_on(period: Period) -> bool:
    """Return whether the period only has a beginning: "since September 2023", up to the day of print."""
    return period.first is not None and (period.last is None or period.words.startswith("since"))


def closed(period: Period | None) -> bool:
    """Return whether both ends are stated and no more than four hundred days apart."""
    if period is None or period.first is None or period.last is None or running_on(period):
        return False
    return (period.last - period.first).days <= 400


def calendar_years(period: Period) -> bool:
    """Return whether the period is whole calendar years, the loosest way of dating an event."""
    first, last = period.first, period.last
    if first is None or last is None:
        return False
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def inside(inner: Period, outer: Period) -> bool:
    """Return whether every day of the first lies in the second."""
    first, last = ends(inner)
    start, stop = ends(outer)
    return start <= first and last <= stop


def differ(one: Period, two: Period, days: int) -> bool:
    """Return whether two periods given for one figure cannot be the same words for the same time.

    A period inside whole calendar years only says it more exactly; ends that are within `days` of one another, or that one
    side leaves open at its end, are loose wording.
    """
    for inner, outer in ((one, two), (two, one)):
        if calendar_years(outer) and inside(inner, outer):
            return False
    if one.first is None or two.first is None:
        return one.last is not None and two.last is not None and abs((one.last - two.last).days) > days
    if abs((one.first - two.first).days) > days:
        return True
    if one.last is None or two.last is None or running_on(one) or running_on(two):
        return False
    return abs((one.last - two.last).days) > days


def together(periods: Iterable[Period]) -> Period:
    """Return the days that lie in all periods, or where none does the stretch from the first to the last."""
    known = [period for period in periods if period.first or period.last]
    if not known:
        return Period()
    first = max(ends(period)[0] for period in known)
    last = min(ends(period)[1] for period in known)
    if first > last:
        return span(known)
    return told(Period(None if first == FIRST else first, None if last == LAST else last))


def span(periods: Iterable[Period]) -> Period:
    """Return the stretch from the first day of any to the last day of any."""
    known = list(periods)
    first = min(ends(period)[0] for period in known)
    last = max(ends(period)[1] for period in known)
    return told(Period(None if first == FIRST else first, None if last == LAST else last))


def told(period: Period) -> Period:
    """Return the period with its words."""
    return Period(period.first, period.last, words(period))


def words(period: Period) -> str:
    """Return the period as a phrase that closes a sentence: "in 2024", "in late 2024", "since September 2023"."""
    first, last = period.first, period.last
    if first is None and last is None:
        return ""
    if first is None:
        return f"by {day(last)}"
    if last is None:
        return f"since {day(first) if first.day != 1 else month(first)}"
    if first == last:
        return f"on {day(first)}"
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole and first.year == last.year:
        season = {(1, 12): "", (1, 4): "early ", (5, 8): "mid-", (9, 12): "late "}.get(
            (first.month, last.month)
        )
        if season is not None:
            return f"in {season}{first.year}"
        if first.month == last.month:
            return f"in {month(first)}"
        return f"from {_MONTHS[first.month]} to {month(last)}"
    if whole:
        if calendar_years(period):
            return f"from {first.year} to {last.year}"
        return f"from {month(first)} to {month(last)}"
    return f"between {day(first)} and {day(last)}"


def month(value: dt.date | None) -> str:
    """Return "September 2023"."""
    return f"{_MONTHS[value.month]} {value.year}" if value else ""


def day(value: dt.date | None) -> str:
    """Return "29 May 2025"."""
    return f"{value.day} {_MONTHS[value.month]} {value.year}" if value else ""
