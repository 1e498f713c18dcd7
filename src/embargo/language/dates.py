"""Days as written: absolute, vague ("late 2024") and relative to the day of publication; always an interval."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from embargo.language.almanac import COUNTS, DAYS, MONTHS, SEASONS, Span, back
from embargo.language.counted import counted_on
from embargo.language.intervals import resolve
from embargo.language.words import lowered, words
from embargo.vocabulary import When
from embargo.vocabulary.times import Relation

_MONTH = "|".join(sorted((name for name in MONTHS), key=len, reverse=True))
_DAY = "|".join(DAYS)
_SHORT = "|".join(name.casefold() for name in calendar.month_abbr if name)
_COUNT = "|".join([*COUNTS, r"\d{1,2}"])

_SEASON = "|".join(SEASONS)

# "on the 9th", "until the 23rd": a number alone is a day behind these only.
_ON_THE = (
    "(?:"
    + "|".join(
        rf"(?<={word}\sthe\s)"
        for word in (
            "on",
            "by",
            "before",
            "until",
            "till",
            "since",
            "after",
            "about",
            "from",
            "between",
            "and",
            "of",
        )
    )
    + ")"
)

_DATE = (
    rf"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    rf"|(?P<n1>\d{{1,2}})(?P<nsign>[/.])(?P<n2>\d{{1,2}})(?P=nsign)(?P<ny>(?:19|20)\d\d)\b"
    rf"|(?P<dshort>\d{{1,2}})\s+(?P<mshort>{_SHORT})\s+(?P<yshort>\d\d)\b(?!\s+[a-z])"
    rf"|(?:(?:{_DAY}),?\s+)?(?:(?P<d0>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:[-–]|to|and)\s?)?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?(?:,?\s+(?P<y1>(?:19|20)\d\d)|\s+(?:of\s+)?(?P<yr1>last\s+year|that\s+(?:same\s+)?year))?\b"
    rf"|(?:(?:{_DAY}),?\s+)?(?P<m2>{_MONTH})\.?\s+(?:(?P<d20>\d{{1,2}})\s?(?:[-–]|to)\s?)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\d)(?:,?\s+(?P<y2>(?:19|20)\d\d))?\b"
    rf"|(?:(?P<part3>early|mid|middle|late|beginning|start|end)(?:[\s-]+(?:of|in))?[\s-]+(?:the\s+)?)?(?P<last3>last\s+|this\s+|next\s+|previous\s+|following\s+)?(?P<m3>{_MONTH})\b\.?(?:,?\s+(?:of\s+)?(?:(?P<y3>(?:19|20)\d\d)|(?P<yr3>last|this)\s+year))?"
    rf"|(?:(?P<partseason>early|mid|late)[\s-]+)?(?:(?P<whichseason>last|this|next)\s+)?(?:the\s+)?(?P<season>{_SEASON})(?:(?:\s+of)?\s+(?P<yseason>(?:19|20)\d\d))?\b"
    rf"|(?P<ya>(?:19|20)\d\d)\s?[-–/]\s?(?P<yb>(?:19|20)?\d\d)\b(?![-–/]\d)"
    rf"|(?P<decade>(?:19|20)\d0)s\b"
    rf"|(?P<q>first|second|third|fourth|last|final|1st|2nd|3rd|4th|[qh][1-4])(?:[\s-]+(?P<half>quarter|half))?(?:,?\s+(?:of\s+)?(?:(?P<y4>(?:19|20)\d\d)|(?P<yr4>last|this|the)\s+year))\b"
    rf"|(?P<nq>[1-4])q\s?(?:20)?(?P<ynq>\d\d)\b"
    rf"|(?P<bareq>first|second|third|fourth|last|final|previous|this)\s+quarter\b(?!\s+of\b)"
    rf"|(?P<edge>first|last|final|opening|closing)\s+(?P<edges>{_COUNT})\s+months\s+of\s+(?:the\s+year\b|(?:(?P<yedge>(?:19|20)\d\d)|(?P<yredge>last|this)\s+year)\b)"
    rf"|(?P<slice>first|second|third|fourth|last|final|opening)\s+(?P<sliceunit>week|half|fortnight|ten\s+days|days)\s+of\s+(?P<mslice>{_MONTH})\b\.?(?:,?\s+(?P<yslice>(?:19|20)\d\d)|\s+(?P<yrslice>last|this)\s+year)?"
    rf"|week\s+(?:of|beginning|starting|commencing)\s+(?P<dweek>\d{{1,2}})\s+(?P<mweek>{_MONTH})\b\.?(?:\s+(?P<yweek>(?:19|20)\d\d)\b)?"
    rf"|(?P<dtgd>\d\d)\d{{4}}z\s+(?P<dtgm>{_SHORT})\s+(?P<dtgy>\d\d)\b"
    rf"|(?:(?P<part5>early|mid|middle|late|the\s+(?:beginning|start|middle|end)|beginning|start|end)(?:\s+(?:in|of))?[\s-]+)?(?P<y5>(?:19|20)\d\d)(?!\d|,\d|\.\d(?!\d?\s)|[-–]\w*\d)"
    rf"|(?P<rel>(?:early|late|earlier|later)\s+(?P<relyear>last|this)\s+year|last\s+year|this\s+year|next\s+year|(?:(?:earlier|late|early|later)\s+)?(?:last|this|next)\s+month|turn\s+of\s+the\s+year|(?:last|this|next)\s+week\b|(?:last|this|past|(?<=the\s))\s*weekend|this\s+(?:morning|afternoon|evening)|last\s+night|overnight|yesterday|today|tomorrow|tonight|recent\s+(?:weeks|months|days|years))"
    # A letter that they all open with spares most places of a text the trial.
    r"|(?=[tn])(?P<yearout>the\s+(?:year|month)\s+is\s+(?:out|over)|the\s+new\s+year\b|new\s+year\b(?!\s+(?:eve|address|speech|message))|new\s+year[’']s\s+day)"
    r"|(?=so|to)(?P<sofar>(?:so\s+far|to\s+date)\b(?!\s+(?:as|this|in|from|away|that|been|has|have|had)\b))"
    rf"|(?P<endof>(?:the\s+)?(?:end|close)\s+of\s+(?:the|this|last|next)\s+(?:year|month|quarter)|year[’']?s?[\s-]end|the\s+year[’']s\s+end)"
    rf"|(?P<lastday>(?:last|this|next)\s+)?(?P<wd>{_DAY})\b"
    rf"|(?P<ago>{_COUNT}|an?)\s+(?P<agounit>day|night|week|fortnight|month|year)s?\s+(?:ago|(?P<earlier>earlier|before\b(?!\s+\w))|(?P<later>later|afterwards|thereafter|on\b(?=[,.])))"
    rf"|(?=th)(?P<whole>(?:(?:that|the\s+(?:very\s+)?same)\s+(?:period|time\s+span|stretch|interval)|the\s+interval|(?:those|these|the\s+same)(?:\s+(?:{_COUNT}))?\s+(?:days|weeks|months|years)))\b"
    r"|(?=[tvs])(?P<same>(?:that(?:\s+(?:very\s+)?same)?|(?:the\s+)?(?:very\s+)?same)\s+(?P<sameunit>day|night|morning|evening|afternoon|week|month|year))\b"
    r"|the\s+(?P<step>next|following|previous|preceding)\s+(?P<stepunit>day|morning|evening|night|week|month|year|spring|summer|autumn|winter)\b"
    r"|the\s+(?P<unitstep>week|month|year|evening|night)\s+before\b(?!\s+(?!(?:at|in|on|with|by|to|from|aboard)\b)\w)"
    r"|(?=s)(?:(?<=has\s)|(?<=have\s)|(?<=had\s))(?P<sincethen>since)\b(?!\s+(?:the|it|he|she|they|then)\b)"
    rf"|(?=[wi])(?:within|inside)\s+(?:the\s+next\s+)?(?P<within>{_COUNT}|a)\s+(?P<withinunit>hour|day|week|month)s?\b"
    r"|the\s+day\s+(?P<daystep>after|before)\b(?!\s+\w)"
    rf"|(?=\d){_ON_THE}(?P<nth>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of|floor|brigade|army|anniversary|corps|regiment|division|fleet|guards|battalion|company|separate|airborne|mechani[sz]ed|assault|tank|infantry|congress|session|meeting|round|plenary|century|parallel|edition|time|\w+-))"
    rf"|(?:the\s+)?(?:past|last)\s+(?P<past>{_COUNT})\s+(?P<pastunit>day|week|month|year)s\b"
    rf"|the\s+past\s+(?P<pastone>day|week|month|year)\b"
    rf"|(?P<war>the\s+war\s+began|the\s+start\s+of\s+the\s+(?:full-scale\s+)?(?:war|invasion)|the\s+invasion\s+began|the\s+(?:full-scale\s+)?invasion)"
)
_LEAD = (
    r"(?:(?P<lead>no\s+later\s+than|not\s+later\s+than|no\s+earlier\s+than|as\s+of|as\s+at|as\s+early\s+as|starting\s+(?:in|from)|beginning\s+in|"
    r"ever\s+since|since|before|prior\s+to|until|till|up\s+to|through|by|after|following|from|between|during|around|about|"
    r"throughout|in|on)\s+)?(?:the\s+)?"
)
# Every time opens with a figure or with one of these: to look for them first settles most words at once.
_FIRST = "|".join([*MONTHS, *SEASONS, *DAYS, *COUNTS, *words("open_times")])
_TIME = re.compile(rf"(?<![\w$€£-])(?=\d|[qh][1-4]|{_FIRST}){_LEAD}(?:{_DATE})")
# In every time stands a year, a day's number or one of these, no further than so many signs behind its beginning: to look for them is
# far cheaper than to try the grammar at each word.
_SIGN = re.compile(
    rf"\b(?:(?:19|20)\d\d|[1-4]q|\d{{1,2}}(?:st|nd|rd|th)|{_MONTH}|{_SEASON}|{_DAY}|year|month|period|span|stretch|interval|week|day|night|fortnight|hour|(?:ha[sd]|have)\s+since|so\s+far|to\s+date|overnight|night|morning|afternoon|evening|yesterday|today|tonight|tomorrow|"
    r"quarter|war\b|invasion)"
)
_BEFORE_SIGN = 60
# The second day of a stretch may follow its dash at once.
_SECOND = re.compile(rf"{_LEAD}(?:{_DATE})")
_JOIN = re.compile(r"\s*(?:to|and|until|through|till|[-–—])\s*(?:the\s+)?")
_RELATION: dict[str, Relation] = {
    "since": "since", "ever since": "since", "starting in": "since", "starting from": "since", "beginning in": "since",
    "as early as": "since", "before": "before", "prior to": "before", "until": "by", "till": "by", "up to": "by",
    "through": "by", "by": "by", "no later than": "by", "not later than": "by", "as of": "by", "as at": "by", "no earlier than": "since",
    "after": "after",
    "following": "after", "from": "from", "around": "about", "about": "about",
}  # fmt: skip


def times(
    text: str, published: dt.date | None, start: int = 0, end: int | None = None, told: Span = (None, None)
) -> Iterator[When]:
    """Yield the times of text[start:end] in order, resolved against the day of publication.

    Where that day is unknown, a relative time keeps its words and stays open at both ends. `told` is the time last given
    before `start`: what "two days later", "that month" and "the following day" are counted from; without one they are no times.
    """
    base = max(0, start - _BEHIND)
    stretch = text[base:end]
    low, place = lowered(stretch), start - base
    place_before = place
    while (sign := _SIGN.search(low, place)) is not None:
        match = _TIME.search(low, max(place, sign.start() - _BEFORE_SIGN))
        if match is None:
            return
        place = match.end()
        span = counted_on(match, told) or resolve(match, stretch, published)
        if span is None:
            continue
        lead = " ".join((match["lead"] or "").split())
        stop, relation = match.end(), _RELATION.get(lead, "during")
        joined = _JOIN.match(low, stop)
        second = _SECOND.match(low, joined.end()) if joined else None
        if (
            second is not None
            and not second["lead"]
            and lead in ("from", "between", "", "in", "during", "since")
            and not second["wd"]
            and not second["rel"]
        ):
            until = counted_on(second, span) if second["nth"] else resolve(second, stretch, published)
            backwards = until is not None and None not in (*span, *until) and until[1] < span[0]  # type: ignore[operator]
            if until is not None and not (backwards and second["y4"]):
                span, stop, relation = _between(stretch, match, span, second, until), second.end(), "during"
                place = stop
        begin = match.start("lead") if match["lead"] and relation != "during" else _bare(stretch, match)
        # "from 2023" alone opens a stretch; "since" runs to the day of saying.
        first, until_day = span
        told = span
        if relation == "from" and (match["d0"] or match["d20"]):
            relation = "during"
        elif match["sofar"]:
            relation = "by"
        elif match["sincethen"]:
            relation, until_day = "since", published
        elif relation in ("since", "from"):
            until_day = published if relation == "since" else None
        elif relation == "by":
            first = None
        elif relation == "before":
            # "before the end of June" reaches to its last day; "before June" ends where it begins.
            closing = (
                match["endof"]
                or (match["yearout"] or "").startswith(("the year", "the month"))
                or (match["part3"] or match["part5"] or "").endswith("end")
            )
            first, until_day = None, span[1] if closing else _less(span[0])
        elif relation == "after":
            first, until_day = _more(span[1]), None
        if relation == "during":
            begin, first, relation = _reaching(low, begin, place_before, first, until_day)
            until_day = published if relation == "since" else until_day
            first = None if relation == "by" else first
        place_before = stop
        yield When(stretch[begin:stop], base + begin, base + stop, first, until_day, relation)


# "the seven days to Thursday", "the nine months ended 30 September": a run of time up to another.
_RUN = re.compile(
    rf"\b(?P<many>{_COUNT}|twenty-four|eighteen)\s+(?P<unit>day|week|month)s\s+(?:to|ending|ended|through|up\s+to)\s+(?:the\s+end\s+of\s+)?$"
)
# "has been dead since she rounded the cape on 30 July", "by the time she berthed on the 9th": the word stands before a clause.
_TILL = re.compile(r"\b(?P<word>since|by\s+the\s+time)\s+[^.;:,()]{3,70}$")
_PERFECT = re.compile(r"\b(?:has|have|had|been|all\s+of\s+them|in\s+all)\b")
_FAR = 90


def _reaching(
    low: str, begin: int, floor: int, first: dt.date | None, last: dt.date | None
) -> tuple[int, dt.date | None, Relation]:
    """Return where a time begins, its first day and its relation, once the words far before it are read."""
    before = low[max(floor, begin - _FAR) : begin]
    if last is None or first is None:
        return begin, first, "during"
    run = _RUN.search(before) if before.endswith(" ") and "s " in before else None
    if run is not None:
        number = COUNTS.get(run["many"]) or (int(run["many"]) if run["many"].isdigit() else 0)
        if 0 < number <= _LONGEST_RUN:
            start = begin - len(before) + run.start()
            opening = back(last, number, run["unit"]) + dt.timedelta(1)
            return (
                start,
                opening.replace(day=1) if run["unit"] == "month" and _closes(last) else opening,
                "during",
            )
    till = _TILL.search(before) if "since" in before or "by the time" in before else None
    if till is None:
        return begin, first, "during"
    told = low[max(0, begin - len(before) + till.start() - _FAR) : begin - len(before) + till.start()]
    if till["word"] != "since":
        # At the head of its sentence it dates the deed behind it: "By the time it ended on Saturday, 40 lay dead".
        return begin, first, "by" if re.search(r"\w\s*$", told) else "during"
    return begin, first, "since" if _PERFECT.search(told) else "during"


_LONGEST_RUN = 36


def _closes(day: dt.date) -> bool:
    """Return whether a day is the last of its month."""
    return (day + dt.timedelta(1)).day == 1


# How far before its own beginning a time is read ("March and May").
_BEHIND = 24


def _less(day: dt.date | None) -> dt.date | None:
    return day - dt.timedelta(1) if day and day > dt.date.min else day


def _more(day: dt.date | None) -> dt.date | None:
    return day + dt.timedelta(1) if day and day < dt.date.max else day


def _bare(text: str, match: re.Match[str]) -> int:
    begin = match.end("lead") if match["lead"] else match.start()
    # "On Wednesday", "In April" keep their little word at the head of a sentence as people quote them.
    if match["lead"] in ("in", "on") and text[match.start("lead")].isupper():
        return match.start("lead")
    while begin < match.end() and text[begin].isspace():
        begin += 1
    return begin + 4 if match.string[begin : begin + 4] == "the " and not match["endof"] else begin


def _between(text: str, first: re.Match[str], span: Span, second: re.Match[str], until: Span) -> Span:
    year = second["y1"] or second["y2"] or second["y3"] or second["y5"]
    bare = not (first["iso"] or first["y1"] or first["y2"] or first["y3"] or first["y5"] or first["y4"])
    if year and bare and (first["m1"] or first["m2"] or first["m3"]):
        # "January to mid-December 2024": the year is said once, at the end.
        again = resolve(first, text, dt.date(int(year), 12, 31))
        if again and again[0] and until[1] and again[0] <= until[1]:
            return again[0], until[1]
    if bare and span[0] and until[1] and span[0] > until[1]:
        # "between March and October", read in May: the March before that October.
        again = resolve(first, text, until[1])
        if again and again[0] and again[0] <= until[1]:
            return again[0], until[1]
    return span[0], until[1]
