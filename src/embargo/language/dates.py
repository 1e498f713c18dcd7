"""Days as written: absolute, vague ("late 2024") and relative to the day of publication; always an interval."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from embargo.vocabulary import When
from embargo.vocabulary.times import Relation

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = 9
_DAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_MONTH = "|".join(sorted((name for name in _MONTHS), key=len, reverse=True))
_DAY = "|".join(_DAYS)
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNT = "|".join([*_WORDS, r"\d{1,2}"])

_DATE = (
    rf"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    rf"|(?:(?:{_DAY}),?\s+)?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?(?:,?\s+(?P<y1>(?:19|20)\d\d))?\b"
    rf"|(?:(?:{_DAY}),?\s+)?(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y2>(?:19|20)\d\d))?\b"
    rf"|(?:(?P<part3>early|mid|middle|late|beginning|start|end)(?:[\s-]+of)?[\s-]+(?:the\s+)?)?(?P<last3>last\s+|this\s+|next\s+)?(?P<m3>{_MONTH})\b\.?(?:,?\s+(?:of\s+)?(?P<y3>(?:19|20)\d\d))?"
    rf"|(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|Q[1-4])(?:[\s-]+(?P<half>quarter|half))?(?:\s+of)?\s+(?P<y4>(?:19|20)\d\d)\b"
    rf"|(?:(?P<part5>early|mid|middle|late|the\s+(?:beginning|start|middle|end)|beginning|start|end)(?:\s+(?:in|of))?[\s-]+)?(?P<y5>(?:19|20)\d\d)(?!\d|[.,]\d|[-–]\w*\d)"
    rf"|(?P<rel>(?:early|late|earlier|later)\s+(?P<relyear>last|this)\s+year|last\s+year|this\s+year|next\s+year|last\s+month|this\s+month|next\s+month|last\s+week|this\s+week|next\s+week|yesterday|today|tomorrow|tonight|recent\s+(?:weeks|months|days|years))"
    rf"|(?P<endof>the\s+(?:end|close)\s+of\s+(?:the|this)\s+(?:year|month)|year[’']?s?[\s-]end|the\s+year[’']s\s+end)"
    rf"|(?P<lastday>(?:last|this|next)\s+)?(?P<wd>{_DAY})\b"
    rf"|(?P<ago>{_COUNT})\s+(?P<agounit>day|week|month|year)s?\s+(?:ago|earlier)"
    rf"|(?:the\s+)?(?:past|last)\s+(?P<past>{_COUNT})\s+(?P<pastunit>day|week|month|year)s"
    rf"|(?P<war>the\s+war\s+began|the\s+start\s+of\s+the\s+(?:full-scale\s+)?(?:war|invasion)|the\s+invasion\s+began|the\s+(?:full-scale\s+)?invasion)"
)
_LEAD = (
    r"(?:(?P<lead>no\s+later\s+than|not\s+later\s+than|as\s+of|as\s+early\s+as|starting\s+(?:in|from)|beginning\s+in|"
    r"ever\s+since|since|before|prior\s+to|until|till|up\s+to|through|by|after|following|from|between|during|around|about|"
    r"throughout|in|on)\s+)?(?:the\s+)?"
)
_TIME = re.compile(rf"(?<![\w$€£-]){_LEAD}(?:{_DATE})", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:to|and|until|through|till|[-–—])\s*(?:the\s+)?", re.IGNORECASE)
_RELATION: dict[str, Relation] = {
    "since": "since", "ever since": "since", "starting in": "since", "starting from": "since", "beginning in": "since",
    "as early as": "since", "before": "before", "prior to": "before", "until": "by", "till": "by", "up to": "by",
    "through": "by", "by": "by", "no later than": "by", "not later than": "by", "as of": "by", "after": "after",
    "following": "after", "from": "from", "around": "about", "about": "about",
}  # fmt: skip
# Russia's full-scale invasion of Ukraine: what "the war" means in texts on this traffic.
WAR = dt.date(2022, 2, 24)

Span = tuple[dt.date | None, dt.date | None]


def times(text: str, published: dt.date | None, start: int = 0, end: int | None = None) -> Iterator[When]:
    """Yield the times of text[start:end] in order, resolved against the day of publication.

    Where that day is unknown, a relative time keeps its words and stays open at both ends.
    """
    last = len(text) if end is None else end
    place = start
    while (match := _TIME.search(text, place, last)) is not None:
        place = match.end()
        span = _resolve(match, published)
        if span is None:
            continue
        lead = " ".join((match["lead"] or "").casefold().split())
        stop, relation = match.end(), _RELATION.get(lead, "during")
        joined = _JOIN.match(text, stop, last)
        second = _TIME.match(text, joined.end(), last) if joined else None
        if (
            second is not None
            and not second["lead"]
            and lead in ("from", "between", "", "in", "during", "since")
            and not second["wd"]
            and not second["rel"]
        ):
            until = _resolve(second, published)
            if until is not None:
                span, stop, relation = _between(match, span, second, until, published), second.end(), "during"
                place = stop
        begin = match.start("lead") if match["lead"] and relation != "during" else _bare(text, match)
        # "from 2023" alone opens a stretch; "since" runs to the day of saying.
        first, until_day = span
        if relation in ("since", "from"):
            until_day = published
        elif relation == "by":
            first = None
        elif relation == "before":
            first, until_day = None, _less(span[0])
        elif relation == "after":
            first, until_day = _more(span[1]), None
        yield When(text[begin:stop], begin, stop, first, until_day, relation)


def _less(day: dt.date | None) -> dt.date | None:
    return day - dt.timedelta(1) if day and day > dt.date.min else day


def _more(day: dt.date | None) -> dt.date | None:
    return day + dt.timedelta(1) if day and day < dt.date.max else day


def _bare(text: str, match: re.Match[str]) -> int:
    begin = match.end("lead") if match["lead"] else match.start()
    # "On Wednesday", "In April" keep their little word at the head of a sentence as people quote them.
    if match["lead"] and match["lead"].casefold() in ("in", "on") and match["lead"][0].isupper():
        return match.start("lead")
    while begin < match.end() and text[begin].isspace():
        begin += 1
    return begin + 4 if text[begin : begin + 4].casefold() == "the " and not match["endof"] else begin


def _between(
    first: re.Match[str], span: Span, second: re.Match[str], until: Span, published: dt.date | None
) -> Span:
    year = second["y1"] or second["y2"] or second["y3"] or second["y5"]
    bare = not (first["iso"] or first["y1"] or first["y2"] or first["y3"] or first["y5"] or first["y4"])
    if year and bare and (first["m1"] or first["m2"] or first["m3"]):
        # "January to mid-December 2024": the year is said once, at the end.
        again = _resolve(first, dt.date(int(year), 12, 31))
        if again and again[0] and until[1] and again[0] <= until[1]:
            return again[0], until[1]
    return span[0], until[1]


def _month(year: int, month: int) -> Span:
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
        return dt.date(first.year, begin, 1), _month(first.year, end)[1]
    edges = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20)}
    if word in edges:
        begin, end = edges[word]
        return first.replace(day=begin), first.replace(day=end)
    return first.replace(day=21), last


def _resolve(match: re.Match[str], published: dt.date | None) -> Span | None:
    try:
        return _resolved(match, published)
    except (ValueError, OverflowError):
        return None


def _resolved(match: re.Match[str], day: dt.date | None) -> Span | None:
    if match["iso"]:
        found = dt.date.fromisoformat(match["iso"])
        return found, found
    if match["d1"] or match["d2"]:
        number, month = int(match["d1"] or match["d2"]), _MONTHS[(match["m1"] or match["m2"]).casefold()]
        year = match["y1"] or match["y2"]
        if year is None and day is None:
            return None, None
        found = dt.date(int(year), month, number) if year else _latest(month, number, day)
        return found, found
    if match["m3"]:
        return _of_month(match, day)
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


def _of_month(match: re.Match[str], day: dt.date | None) -> Span | None:
    word = match["m3"]
    # "may" and "march" in lower case, and "May" that begins nothing, are other words more often than months.
    if word.casefold() in ("may", "march", "mar", "sun", "sat") and not word[0].isupper():
        return None
    if word.casefold() == "may" and not match["y3"] and not match["lead"] and not match["part3"]:
        return None
    month = _MONTHS[word.casefold()]
    if match["y3"]:
        return _part(match["part3"], _month(int(match["y3"]), month))
    if day is None:
        return None, None
    year = day.year if month <= day.month else day.year - 1
    which = (match["last3"] or "").strip().casefold()
    if which == "last" and month == day.month:
        year = day.year - 1
    if which == "next":
        year = day.year if month > day.month else day.year + 1
    lead = (match["lead"] or "").casefold()
    if lead in ("by", "until", "before") and month > day.month:
        year = day.year
    return _part(match["part3"], _month(year, month))


def _of_quarter(match: re.Match[str]) -> Span | None:
    year, word = int(match["y4"]), match["q"].casefold()
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
    if (match["half"] or "").casefold() == "half":
        return dt.date(year, 6 * number - 5, 1), _month(year, 6 * number)[1]
    if word.startswith("q") or match["half"]:
        return dt.date(year, 3 * number - 2, 1), _month(year, 3 * number)[1]
    return None


def _relative(match: re.Match[str], day: dt.date) -> Span | None:
    if match["rel"]:
        return _of_words(" ".join(match["rel"].casefold().split()), day)
    if match["endof"]:
        month = match["endof"].casefold().endswith("month")
        last = _month(day.year, day.month)[1] if month else dt.date(day.year, 12, 31)
        return last, last
    if match["wd"]:
        back = (day.weekday() - _DAYS[match["wd"].casefold()]) % 7
        which = (match["lastday"] or "").strip().casefold()
        if which == "next":
            back -= 7
        found = day - dt.timedelta(back)
        return found, found
    if match["ago"]:
        number = _WORDS.get(match["ago"].casefold()) or int(match["ago"])
        found = _back(day, number, match["agounit"].casefold())
        return found, found
    if match["past"]:
        number = _WORDS.get(match["past"].casefold()) or int(match["past"])
        return _back(day, number, match["pastunit"].casefold()), day
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
        first = words.split()[0]
        span: Span = dt.date(year, 1, 1), dt.date(year, 12, 31)
        if first in ("early", "late"):
            return _part(first, span)
        return (span[0], day) if which in ("this", "earlier this") else span
    if unit == "month":
        step = {"last": -1, "this": 0, "next": 1}[which]
        year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
        return _month(year, month + 1)
    if unit == "week":
        monday = day - dt.timedelta(day.weekday() - 7 * {"last": -1, "this": 0, "next": 1}[which])
        return monday, monday + dt.timedelta(6)
    if which == "recent":
        return _back(day, 3, unit.rstrip("s")), day
    step = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[words]
    return day + dt.timedelta(step), day + dt.timedelta(step)
