"""Times counted from one told before: "two days later", "that month", "the following day"."""

import datetime as dt
import re

from embargo.language.almanac import COUNTS, Span, back, month_of


def counted_on(match: re.Match[str], told: Span) -> Span | None:
    """Return the stretch of a time counted from the one told before it: "two days later", "that month"; None if it is none.

    A match that needs a time told before it and has none raises nothing: it stands for no time.
    """
    first, last = told
    if first is None or last is None:
        return None
    try:
        if match["nth"]:
            found = last.replace(day=int(match["nth"]))
            return found, found
        if match["same"]:
            if match["same"].endswith("s") or match["sameunit"] in ("period", "stretch", "quarter"):
                return first, last  # "the same months": the whole of what was told
            return _around(first, last, match["sameunit"], 0)
        if match["step"]:
            ahead = match["step"] in ("next", "following")
            return _around(
                last if ahead else first, last if ahead else first, match["stepunit"], 1 if ahead else -1
            )
        if match["daystep"]:
            moved = last + dt.timedelta(1) if match["daystep"] == "after" else first - dt.timedelta(1)
            return moved, moved
        if match["ago"] and (match["later"] or match["earlier"]):
            number = 1 if match["ago"] in ("a", "an") else COUNTS.get(match["ago"]) or int(match["ago"])
            unit = match["agounit"]
            if unit in ("month", "year") and (last - first).days > 0:
                moved = back(first, number if match["earlier"] else -number, unit)
                return _around(moved, moved, "year" if (last - first).days > 31 else "month", 0)
            moved = back(first if match["earlier"] else last, number if match["earlier"] else -number, unit)
            return moved, moved
    except (ValueError, OverflowError):
        return None
    return None


def _around(first: dt.date, last: dt.date, unit: str, step: int) -> Span:
    """Return the day, week, month or year of a stretch, or the one so many after it."""
    if unit == "week":
        monday = first - dt.timedelta(first.weekday() - 7 * step)
        return monday, monday + dt.timedelta(6)
    if unit == "month":
        year, month = divmod(first.year * 12 + first.month - 1 + step, 12)
        return month_of(year, month + 1)
    if unit == "year":
        return dt.date(first.year + step, 1, 1), dt.date(first.year + step, 12, 31)
    return first + dt.timedelta(step), last + dt.timedelta(step)
