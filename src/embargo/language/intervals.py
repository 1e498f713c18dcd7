"""Intervals: what the parts of a written day mean, resolved against the day of publication; None where there is no such day."""

import calendar
import datetime as dt
import re

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


def _part(word: str | None, span: Span) -> Span:
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


def resolve(match: re.Match[str], text: str, published: dt.date | None) -> Span | None:
    """Return the stretch that a match of the grammar of days means, ends null where open; None where there is no such day.

    The match is of the text in lower case; `text` is as written, for words that a capital makes a month.
    """
    try:
        return _resolved(match, text, published)
    except (ValueError, OverflowError):
        return None


def _resolved(match: re.Match[str], text: str, day: dt.date | None) -> Span | None:
    if match["iso"]:
        found = dt.date.fromisoformat(match["iso"])
        return found, found
    if match["d1"] or match["d2"]:
        number, month = int(match["d1"] or match["d2"]), MONTHS[(match["m1"] or match["m2"])]
        year = match["y1"] or match["y2"]
        if year is None and day is None:
            return None, None
        found = dt.date(int(year), month, number) if year else _latest(month, number, day)
        opening = found.replace(day=int(match["d0"])) if match["d0"] else found
        return (opening, found) if opening <= found else (found, found)
    if match["m3"]:
        return _of_month(match, text, day)
    if match["n1"]:
        return _of_figures(match)
    if match["season"]:
        return _of_season(match, day)
    if match["ya"]:
        first, last = int(match["ya"]), match["yb"]
        end = int(last) if len(last) == 4 else first - first % 100 + int(last)
        return (dt.date(first, 1, 1), dt.date(end, 12, 31)) if end > first else None
    if match["decade"]:
        first = int(match["decade"])
        return dt.date(first, 1, 1), dt.date(first + 9, 12, 31)
    if match["y4"]:
        return _of_quarter(match)
    if match["y5"]:
        year = int(match["y5"])
        return _part(match["part5"], (dt.date(year, 1, 1), dt.date(year, 12, 31)))
    if match["war"]:
        return WAR, WAR
    if day is None:
        return None, None
    return _relative(match, day)


def _latest(month: int, number: int, day: dt.date | None) -> dt.date:
    assert day is not None  # noqa: S101 - the caller has seen to it
    found = dt.date(day.year, month, number)
    # A day some months ahead, said without a year, was last year's.
    return found if (found - day).days < 60 else found.replace(year=day.year - 1)


# "between January and May": after another month it is one.
_AFTER_MONTH = re.compile(
    rf"\b(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?\s+(?:and|to|until|till|through)\s+$"
)


def _of_month(match: re.Match[str], text: str, day: dt.date | None) -> Span | None:
    word = match["m3"]
    # "may" and "march" in lower case, and "May" that begins nothing, are other words more often than months.
    if word in ("may", "march", "mar", "sun", "sat") and not text[match.start("m3")].isupper():
        return None
    unled = not match["y3"] and not match["lead"] and not match["part3"]
    if word == "may" and unled and not _AFTER_MONTH.search(match.string, 0, match.start()):
        return None
    month = MONTHS[word]
    if match["y3"]:
        return _part(match["part3"], month_of(int(match["y3"]), month))
    if day is None:
        return None, None
    if match["yr3"]:
        return _part(match["part3"], month_of(day.year - (match["yr3"] == "last"), month))
    year = day.year if month <= day.month else day.year - 1
    which = (match["last3"] or "").strip()
    if which == "last" and month == day.month:
        year = day.year - 1
    if which == "next":
        year = day.year if month > day.month else day.year + 1
    lead = match["lead"] or ""
    if lead in ("by", "until", "before") and month > day.month:
        year = day.year
    return _part(match["part3"], month_of(year, month))


def _of_figures(match: re.Match[str]) -> Span | None:
    """Return the day of "12/03/2025"; where day and month may be either, the stretch from one reading to the other."""
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["ny"])
    readings = [
        dt.date(year, month, number)
        for number, month in {(first, second), *([(second, first)] if match["nsign"] == "/" else [])}
        if 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]
    ]
    return (min(readings), max(readings)) if readings else None


def _of_season(match: re.Match[str], day: dt.date | None) -> Span | None:
    word, which = match["season"], (match["whichseason"] or "")
    if not match["yseason"] and not which and not (match["lead"] and match["partseason"]):
        # "fall", "spring" alone are verbs and springs more often than seasons.
        return None
    if not match["yseason"] and day is None:
        return None, None
    month = SEASONS[word]
    if match["yseason"]:
        year = int(match["yseason"])
    else:
        assert day is not None  # noqa: S101 - seen to above
        year = day.year + (which == "next") - (which != "next" and dt.date(day.year, month, 1) > day)
        year -= which == "last" and year == day.year and month + 2 >= day.month
    end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return dt.date(year, month, 1), month_of(end_year, end_month)[1]


def _of_quarter(match: re.Match[str]) -> Span | None:
    year, word = int(match["y4"]), match["q"]
    number = {
        "first": 1,
        "1st": 1,
        "q1": 1,
        "second": 2,
        "2nd": 2,
        "q2": 2,
        "third": 3,
        "3rd": 3,
        "q3": 3,
    }.get(word, 4)
    if (match["half"] or "") == "half":
        return dt.date(year, 6 * number - 5, 1), month_of(year, 6 * number)[1]
    if word.startswith("q") or match["half"]:
        return dt.date(year, 3 * number - 2, 1), month_of(year, 3 * number)[1]
    return None


def _relative(match: re.Match[str], day: dt.date) -> Span | None:
    if match["rel"]:
        return _of_words(" ".join(match["rel"].split()), day)
    if match["endof"]:
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
        back = (day.weekday() - DAYS[match["wd"]]) % 7
        which = (match["lastday"] or "").strip()
        if which == "next":
            back -= 7
        found = day - dt.timedelta(back)
        return found, found
    if match["ago"]:
        number = COUNTS.get(match["ago"]) or int(match["ago"])
        found = _back(day, number, match["agounit"])
        return found, found
    if match["pastone"]:
        return _back(day, 1, match["pastone"]), day
    if match["past"]:
        number = COUNTS.get(match["past"]) or int(match["past"])
        return _back(day, number, match["pastunit"]), day
    return None


def _back(day: dt.date, number: int, unit: str) -> dt.date:
    if unit in ("day", "week"):
        return day - dt.timedelta(number * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 - number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _of_words(words: str, day: dt.date) -> Span | None:
    which, _, unit = words.rpartition(" ")
    if unit == "year":
        year = day.year - (which.endswith("last")) + (which == "next")
        first = words.split(maxsplit=1)[0]
        span: Span = dt.date(year, 1, 1), dt.date(year, 12, 31)
        if first in ("early", "late"):
            return _part(first, span)
        return (span[0], day) if which in ("this", "earlier this") else span
    if unit == "month":
        step = {"last": -1, "this": 0, "next": 1}[which]
        year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
        return month_of(year, month + 1)
    if unit == "week":
        monday = day - dt.timedelta(day.weekday() - 7 * {"last": -1, "this": 0, "next": 1}[which])
        return monday, monday + dt.timedelta(6)
    if which == "recent":
        return _back(day, 3, unit.rstrip("s")), day
    step = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[words]
    return day + dt.timedelta(step), day + dt.timedelta(step)
