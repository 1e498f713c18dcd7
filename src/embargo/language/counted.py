"""Times counted from one told before: "two days later", "that month", "the following day"."""

import datetime as dt
import re

from embargo.language.almanac import COUNTS, MONTHS, SEASONS, Span, back, month_of


def counted_on(match: re.Match[str], told: Span) -> Span | None:
    """Return the stretch of a time counted from the one told before it: "two days later", "that month"; None if it is none.

    A match that needs a time told before it and has none raises nothing: it stands for no time.
    """
    first, last = told[0] or told[1], told[1]
    if first is None or last is None:
        return None
    try:
        if match["nth"]:
            found = last.replace(day=int(match["nth"]))
            return found, found
        if match["whole"] or match["sincethen"]:
            return told
        beside = _beside_told(match, first)
        if beside is not None:
            return beside
        if match["within"]:
            return first, _within(match, last)
        if match["unitstep"]:
            days = match["unitstep"] in ("evening", "night")
            return _around(first, first, "day" if days else match["unitstep"], -1)
        if match["same"]:
            return _around(first, last, match["sameunit"], 0)
        if match["step"]:
            ahead = match["step"] in ("next", "following")
            if match["stepunit"] in SEASONS:
                return _season_beside(first, last, match["stepunit"], ahead=ahead)
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


def _beside_told(match: re.Match[str], first: dt.date) -> Span | None:
    """Return "12 December of that year", "the previous October", "the following March": by the year of what was told before."""
    if match["yr1"] and match["yr1"].startswith("that"):
        found = dt.date(first.year, MONTHS[match["m1"]], int(match["d1"]))
        return found, found
    which = (match["last3"] or "").strip()
    if which not in ("previous", "following"):
        return None
    month = MONTHS[match["m3"]]
    ahead = which == "following"
    year = first.year + (ahead and month <= first.month) - (not ahead and month >= first.month)
    return month_of(year, month)


def _within(match: re.Match[str], last: dt.date) -> dt.date:
    """Return the day up to which "within 48 hours", "inside two weeks" reach, counted from the last day told."""
    number = 1 if match["within"] == "a" else COUNTS.get(match["within"]) or int(match["within"])
    if match["withinunit"] == "hour":
        return last + dt.timedelta(-(-number // 24))
    return back(last, -number, match["withinunit"])


def _season_beside(first: dt.date, last: dt.date, season: str, *, ahead: bool) -> Span:
    """Return the season of that name that follows the days told, or went before them."""
    year = first.year - 1 if not ahead else last.year
    month = SEASONS[season]
    if ahead and dt.date(year, month, 1) <= last:
        year += 1
    end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return dt.date(year, month, 1), month_of(end_year, end_month)[1]


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
