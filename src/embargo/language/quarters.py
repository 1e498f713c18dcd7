"""Quarters, halves, weeks and slices of years and months, as intervals."""

import datetime as dt
import re

from embargo.language.almanac import COUNTS, MONTHS, Span, latest, month_of


def _year(match: re.Match[str], figure: str, word: str, day: dt.date | None) -> int | None:
    """Return the year that one of two groups gives: the figure, or "last", "this", "the" before "year"."""
    if match[figure]:
        return int(match[figure])
    if day is None:
        return None
    return day.year - (match[word] == "last")


_ORDER = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "opening": 1}


def of_quarter(match: re.Match[str], _: str, day: dt.date | None) -> Span | None:
    """Return "Q3 2024", "3Q24", "the last quarter of 2023", "the first half of last year", "the third quarter"."""
    if match["nq"]:
        number, year = int(match["nq"]), 2000 + int(match["ynq"])
        return dt.date(year, 3 * number - 2, 1), month_of(year, 3 * number)[1]
    if match["bareq"]:
        return _of_bare_quarter(match["bareq"], day)
    word = match["q"]
    stated = _year(match, "y4", "yr4", day)
    if stated is None:
        return None, None
    number = int(word[1]) if word[0] in "qh" and word[1:].isdigit() else _ORDER.get(word, 4)
    if match["half"] == "half" or word[0] == "h":
        number = min(number, 2)
        return dt.date(stated, 6 * number - 5, 1), month_of(stated, 6 * number)[1]
    if word[0] == "q" or match["half"]:
        return dt.date(stated, 3 * number - 2, 1), month_of(stated, 3 * number)[1]
    return None


def _of_bare_quarter(word: str, day: dt.date | None) -> Span | None:
    """Return "the third quarter": the last one that had begun on the day of publication."""
    if day is None:
        return None, None
    current = (day.month - 1) // 3
    if word in ("this", "previous", "last"):
        year, quarter = divmod(day.year * 4 + current - (word != "this"), 4)
    else:
        quarter = _ORDER.get(word, 4) - 1
        year = day.year - (quarter > current)
    return dt.date(year, 3 * quarter + 1, 1), month_of(year, 3 * quarter + 3)[1]


def of_edge(match: re.Match[str], _: str, day: dt.date | None) -> Span | None:
    """Return "the first six months of 2024", "the last three months of last year"."""
    year = _year(match, "yedge", "yredge", day)
    number = COUNTS.get(match["edges"]) or int(match["edges"])
    if year is None or not 0 < number < 12:
        return None, None
    if match["edge"] in ("first", "opening"):
        return dt.date(year, 1, 1), month_of(year, number)[1]
    return dt.date(year, 13 - number, 1), dt.date(year, 12, 31)


def of_slice(match: re.Match[str], _: str, day: dt.date | None) -> Span | None:
    """Return "the first week of January", "the second half of May 2024", "the last days of June"."""
    month = MONTHS[match["mslice"]]
    if match["yslice"] or match["yrslice"]:
        year = _year(match, "yslice", "yrslice", day)
    else:
        year = None if day is None else day.year - (month > day.month)
    if year is None:
        return None, None
    first, last = month_of(year, month)
    assert first is not None  # noqa: S101 - a month has both ends
    assert last is not None  # noqa: S101 - a month has both ends
    word, unit = match["slice"], match["sliceunit"]
    if unit == "half":
        return (
            (first, first.replace(day=15)) if word in ("first", "opening") else (first.replace(day=16), last)
        )
    days = {"week": 7, "fortnight": 14, "days": 5}.get(unit, 10)
    if word in ("last", "final"):
        return last - dt.timedelta(days - 1), last
    begin = first + dt.timedelta(days * (_ORDER.get(word, 4) - 1))
    return begin, min(last, begin + dt.timedelta(days - 1))


def of_week(match: re.Match[str], _: str, day: dt.date | None) -> Span | None:
    """Return the seven days of "the week of 3 February"."""
    month, number = MONTHS[match["mweek"]], int(match["dweek"])
    if match["yweek"] is None and day is None:
        return None, None
    begin = dt.date(int(match["yweek"]), month, number) if match["yweek"] else latest(month, number, day)
    return begin, begin + dt.timedelta(6)


def of_nth(number: int, day: dt.date) -> Span | None:
    """Return "on the 9th": the last such day up to that one, None where neither its month nor the one before has it."""
    for back in (0, 1):
        year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
        first, last = month_of(year, month + 1)
        if first is not None and last is not None and number <= last.day and first.replace(day=number) <= day:
            found = first.replace(day=number)
            return found, found
    return None
