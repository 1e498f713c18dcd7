"""Almanac: months, days, seasons and counts by their words, and the stretches of days that they span."""

import calendar
import datetime as dt

from embargo.language.words import words

Span = tuple[dt.date | None, dt.date | None]

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
DAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
COUNTS = {word: number for number, word in enumerate(words("small")) if 0 < number <= 12}
# Months in which a season begins, as the northern half of the world counts them.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
# Russia's full-scale invasion of Ukraine: what "the war" means in texts on this traffic.
WAR = dt.date(2022, 2, 24)


def month_of(year: int, month: int) -> Span:
    """Return the first and the last day of the month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def part_of(word: str | None, span: Span) -> Span:
    """Return the early, middle or late part of a year or a month; the whole where no word says which."""
    first, last = span
    if not word or first is None or last is None:
        return span
    word = word.casefold().replace("the ", "")
    if (last - first).days > 300:
        thirds = {
            "early": (1, 4),
            "beginning": (1, 4),
            "start": (1, 4),
            "mid": (5, 8),
            "middle": (5, 8),
            "late": (9, 12),
            "end": (9, 12),
        }
        begin, end = thirds[word]
        return dt.date(first.year, begin, 1), month_of(first.year, end)[1]
    edges = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20)}
    if word in edges:
        begin, end = edges[word]
        return first.replace(day=begin), first.replace(day=end)
    return first.replace(day=21), last


def latest(month: int, number: int, day: dt.date | None) -> dt.date:
    """Return the day of that month and number that a text of `day` means: months ahead, it was last year's."""
    assert day is not None  # noqa: S101 - the caller has seen to it
    found = dt.date(day.year, month, number)
    return found if (found - day).days < 60 else found.replace(year=day.year - 1)


_DAYS_OF = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def back(day: dt.date, number: int, unit: str) -> dt.date:
    """Return the day so many days, weeks, months or years before, after it where the number is negative."""
    if unit in _DAYS_OF:
        return day - dt.timedelta(number * _DAYS_OF[unit])
    months = day.year * 12 + day.month - 1 - number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
