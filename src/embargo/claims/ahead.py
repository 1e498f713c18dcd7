"""Ahead: deeds still to come lie after the day of publication, deeds told in the past before it."""

import datetime as dt
import re

import msgspec

from embargo.claims.marks import Mark, Scene
from embargo.claims.modality import Mood
from embargo.claims.tenses import is_past
from embargo.vocabulary import Document, When

_NOT_YET = ("planned", "pledged", "considered", "requested", "conditional")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\blast\b")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NTH = re.compile(r"(?:^|\bthe\s)\d{1,2}(?:st|nd|rd|th)$")


def ahead(scene: Scene, mood: Mood, trigger: Mark, when: When | None, document: Document) -> When | None:
    """Return the time of what is still to come: "will be sent in March", read in November, is the March that follows.

    "On Thursday" is then the next one, "before the 17th" that of the next month; what goes on "from May" and is done goes on
    to the day of publication. What is told in the past tense never lies ahead: "berthed on 21 April", read in March, is last year's.
    """
    day = document.day
    if when is None or day is None:
        return when
    past = is_past(scene, trigger)
    yearless = when.text and _MONTH.search(when.text) and not _YEAR.search(when.text)
    if past and yearless and when.first is not None and when.first > day:
        return _back_a_year(when)
    if mood.modality not in _NOT_YET or past:
        goes_on = when.relation in ("from", "after") and when.first is not None and when.last is None
        return msgspec.structs.replace(when, last=day) if goes_on and when.first <= day else when  # type: ignore[operator]
    if when.text and _THIS_YEAR.search(when.text) and when.last == day:
        return msgspec.structs.replace(when, first=day, last=dt.date(day.year, 12, 31))
    if when.text and when.relation == "by" and when.text.casefold().startswith("as of"):
        return msgspec.structs.replace(when, first=when.last, last=None, relation="from")
    if not when.text or _YEAR.search(when.text):
        return when
    if (when.last or when.first or day) >= day:
        return when
    try:
        return msgspec.structs.replace(
            when, first=when.first and _next(when, when.first), last=when.last and _next(when, when.last)
        )
    except ValueError:
        return when


_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:later|afterwards)\b", re.IGNORECASE
)
_THIS_YEAR = re.compile(r"\bthis\s+year\b", re.IGNORECASE)


def _back_a_year(when: When) -> When:
    try:
        first, last = (d and d.replace(year=d.year - 1) for d in (when.first, when.last))
    except ValueError:
        return when
    return msgspec.structs.replace(when, first=first, last=last)


def _next(when: When, day: dt.date) -> dt.date:
    """Return the day of the same name that comes after: of the next week, month or year, as its words give it."""
    text = when.text or ""
    if _WEEKDAY.search(text) and not any(sign.isdigit() for sign in text):
        return day + dt.timedelta(7)
    if _NTH.search(text):
        return (day.replace(day=1) + dt.timedelta(31)).replace(day=day.day)
    return day.replace(year=day.year + 1)
