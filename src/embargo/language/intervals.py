"""Intervals: what the parts of a written day mean, resolved against the day of publication; None where there is no such day."""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from embargo.language.almanac import COUNTS, DAYS, MONTHS, SEASONS, WAR, Span, back, latest, month_of, part_of
from embargo.language.quarters import of_edge, of_nth, of_quarter, of_slice, of_week


def resolve(match: re.Match[str], text: str, published: dt.date | None) -> Span | None:
    """Return the stretch that a match of the grammar of days means, ends null where open; None where there is no such day.

    The match is of the text in lower case; `text` is as written, for words that a capital makes a month.
    """
    try:
        return _resolved(match, text, published)
    except (ValueError, OverflowError):
        return None


def _resolved(match: re.Match[str], text: str, day: dt.date | None) -> Span | None:
    for groups, read in _READERS:
        if any(match[group] for group in groups):
            return read(match, text, day)
    return (None, None) if day is None else _relative(match, day)


def _of_iso(match: re.Match[str], _: str, __: dt.date | None) -> Span:
    found = dt.date.fromisoformat(match["iso"])
    return found, found


def _of_signal(match: re.Match[str], _: str, __: dt.date | None) -> Span:
    """Return the day of a date-time group ("140640Z MAR 24") or of a short day ("12 Jan 25")."""
    kind = "dtg" if match["dtgd"] else "short"
    number, month, year = (
        (match["dtgd"], match["dtgm"], match["dtgy"])
        if kind == "dtg"
        else (match["dshort"], match["mshort"], match["yshort"])
    )
    found = dt.date(2000 + int(year), MONTHS[month], int(number))
    return found, found


def _of_day(match: re.Match[str], _: str, day: dt.date | None) -> Span:
    number, month = int(match["d1"] or match["d2"]), MONTHS[match["m1"] or match["m2"]]
    year = match["y1"] or match["y2"]
    if year is None and day is None:
        return None, None
    if match["yr1"] and day is not None:
        year = day.year - 1
    found = dt.date(int(year), month, number) if year else latest(month, number, day)
    begins = match["d0"] or match["d20"]
    opening = found.replace(day=int(begins)) if begins else found
    return (opening, found) if opening <= found else (found, found)


def _of_years(match: re.Match[str], _: str, __: dt.date | None) -> Span | None:
    if match["decade"]:
        first = int(match["decade"])
        return dt.date(first, 1, 1), dt.date(first + 9, 12, 31)
    if match["y5"]:
        year = int(match["y5"])
        return part_of(match["part5"], (dt.date(year, 1, 1), dt.date(year, 12, 31)))
    first, last = int(match["ya"]), match["yb"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return (dt.date(first, 1, 1), dt.date(end, 12, 31)) if end > first else None


# "between January and May": after another month it is one.
_AFTER_MONTH = re.compile(
    rf"\b(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?\s+(?:and|to|until|till|through)\s+$"
)


# "its May return", "tables for May", "May's barrels": no "may" stands there.
_BEFORE_MAY = re.compile(r"(?:\b(?:for|of|its|their|our|the|whole|each|late|early)|[’']s)\s+$")


def _is_may(match: re.Match[str]) -> bool:
    """Return whether a May with a capital is the month, by what stands before it or a genitive behind it."""
    low, start = match.string, match.start()
    near = max(0, start - 24)
    owns = low[match.end("m3") : match.end("m3") + 2] in ("’s", "'s")
    return owns or any(p.search(low, near, start) is not None for p in (_AFTER_MONTH, _BEFORE_MAY))


def _of_month(match: re.Match[str], text: str, day: dt.date | None) -> Span | None:
    word = match["m3"]
    # "may" and "march" in lower case, and "May" that begins nothing, are other words more often than months.
    if word in ("may", "march", "mar", "sun", "sat") and not text[match.start("m3")].isupper():
        return None
    unled = not match["y3"] and not match["lead"] and not match["part3"]
    if word == "may" and unled and not _is_may(match):
        return None
    month = MONTHS[word]
    if match["y3"]:
        return part_of(match["part3"], month_of(int(match["y3"]), month))
    if day is None:
        return None, None
    if match["yr3"]:
        return part_of(match["part3"], month_of(day.year - (match["yr3"] == "last"), month))
    year = day.year if month <= day.month else day.year - 1
    which = (match["last3"] or "").strip()
    if which == "last" and month == day.month:
        year = day.year - 1
    if which == "next":
        year = day.year if month > day.month else day.year + 1
    lead = match["lead"] or ""
    if lead in ("by", "until", "before") and month > day.month:
        year = day.year
    return part_of(match["part3"], month_of(year, month))


def _of_figures(match: re.Match[str], _: str, __: dt.date | None) -> Span | None:
    """Return the day of "12/03/2025"; where day and month may be either, the stretch from one reading to the other."""
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["ny"])
    readings = [
        dt.date(year, month, number)
        for number, month in {(first, second), *([(second, first)] if match["nsign"] == "/" else [])}
        if 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]
    ]
    return (min(readings), max(readings)) if readings else None


def _of_season(match: re.Match[str], _: str, day: dt.date | None) -> Span | None:
    word, which = match["season"], (match["whichseason"] or "")
    led = match["lead"] in ("in", "during", "throughout", "since", "by") and word != "fall"
    if not match["yseason"] and not which and not led:
        # "fall", "spring" alone are verbs and springs more often than seasons.
        return None
    if not match["yseason"] and day is None:
        return None, None
    month = SEASONS[word]
    if match["yseason"]:
        year = int(match["yseason"])
    else:
        assert day is not None  # noqa: S101 - seen to above
        ahead = which in ("next", "this") or (match["lead"] == "by" and dt.date(day.year, month, 1) > day)
        year = day.year + (which == "next") - (not ahead and dt.date(day.year, month, 1) > day)
        year -= which == "last" and year == day.year and month + 2 >= day.month
    end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return dt.date(year, month, 1), month_of(end_year, end_month)[1]


def _relative(match: re.Match[str], day: dt.date) -> Span | None:
    if match["sofar"]:
        return None, day
    if match["yearout"]:
        return _of_turn(match, day)
    if match["nth"]:
        return of_nth(int(match["nth"]), day)
    if match["rel"]:
        return _of_words(" ".join(match["rel"].split()), day)
    if match["endof"]:
        if match["endof"].endswith("quarter"):
            quarter = (day.month - 1) // 3 + (" next " in match["endof"]) - (" last " in match["endof"])
            year, number = divmod(day.year * 4 + quarter, 4)
            return (month_of(year, 3 * number + 3)[1],) * 2
        month = match["endof"].endswith("month")
        words_of_it = match["endof"]
        step = (" next " in words_of_it) - (" last " in words_of_it)
        if month:
            year, number = divmod(day.year * 12 + day.month - 1 + step, 12)
            last = month_of(year, number + 1)[1]
        else:
            last = dt.date(day.year + step, 12, 31)
        return last, last
    if match["wd"]:
        ago = (day.weekday() - DAYS[match["wd"]]) % 7
        which = (match["lastday"] or "").strip()
        if which == "next":
            ago -= 7
        found = day - dt.timedelta(ago)
        return found, found
    if match["ago"]:
        if match["later"] or match["earlier"] == "before":
            return None
        number = 1 if match["ago"] in ("a", "an") else COUNTS.get(match["ago"]) or int(match["ago"])
        found = back(day, number, match["agounit"])
        return found, found
    if match["pastone"]:
        return back(day, 1, match["pastone"]), day
    if match["past"]:
        number = COUNTS.get(match["past"]) or int(match["past"])
        return back(day, number, match["pastunit"]), day
    return None


def _of_turn(match: re.Match[str], day: dt.date) -> Span:
    """Return the turn of the year that is meant: "before the year is out" this year's last day, "since New Year" its first.

    In the first months of a year "before the new year" is the turn that has been, later the one to come.
    """
    if match["yearout"].endswith(("out", "over")) and "month" in match["yearout"]:
        return (month_of(day.year, day.month)[1],) * 2
    if match["yearout"].endswith(("out", "over")):
        return dt.date(day.year, 12, 31), dt.date(day.year, 12, 31)
    turn = dt.date(day.year + (day.month > _EARLY and match["lead"] != "since"), 1, 1)
    return turn, turn.replace(month=1, day=31) if match["lead"] == "in" else turn


# Up to this month "the new year" is the one that has begun.
_EARLY = 6


def _of_words(words: str, day: dt.date) -> Span | None:
    which, _, unit = words.rpartition(" ")
    unit = "weekend" if words.endswith("weekend") else unit
    if unit in ("morning", "afternoon", "evening", "night", "overnight"):
        before = unit in ("night", "overnight")
        return day - dt.timedelta(before), day
    if which == "turn of the":
        return dt.date(day.year - 1, 12, 25), dt.date(day.year, 1, 7)
    if unit == "year":
        year = day.year - (which.endswith("last")) + (which == "next")
        first = words.split(maxsplit=1)[0]
        span: Span = dt.date(year, 1, 1), dt.date(year, 12, 31)
        if first in ("early", "late"):
            return part_of(first, span)
        return (span[0], day) if which in ("this", "earlier this") else span
    if unit == "month":
        part, _, which = which.rpartition(" ")
        year, month = divmod(day.year * 12 + day.month - 1 + {"last": -1, "this": 0, "next": 1}[which], 12)
        whole = month_of(year, month + 1)
        if part == "earlier" and which == "this":
            return whole[0], day
        return part_of(part if part in ("early", "late") else None, whole)
    if unit == "weekend":
        sunday = day - dt.timedelta(day.weekday() + 1)
        return sunday - dt.timedelta(1), sunday
    if unit == "week":
        monday = day - dt.timedelta(day.weekday() - 7 * {"last": -1, "this": 0, "next": 1}[which])
        return monday, monday + dt.timedelta(6)
    if which == "recent":
        return back(day, 3, unit.rstrip("s")), day
    step = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[words]
    return day + dt.timedelta(step), day + dt.timedelta(step)


_READERS: tuple[tuple[tuple[str, ...], Callable[[re.Match[str], str, dt.date | None], Span | None]], ...] = (
    (("iso",), _of_iso),
    (("dtgd", "dshort"), _of_signal),
    (("d1", "d2"), _of_day),
    (("m3",), _of_month),
    (("n1",), _of_figures),
    (("season",), _of_season),
    (("ya", "decade", "y5"), _of_years),
    (("q", "nq", "bareq"), of_quarter),
    (("edge",), of_edge),
    (("slice",), of_slice),
    (("dweek",), of_week),
    (("war",), lambda *_: (WAR, WAR)),
)
