"""Days and intervals. "Late 2024" stays an interval; an unknown end stays null."""

import datetime as dt
from typing import Literal

import msgspec

Relation = Literal["during", "before", "by", "after", "since", "from", "about"]


class When(msgspec.Struct, frozen=True):
    """The time of an event, or of saying it: ISO days, null where open, as written and as resolved."""

    text: str | None
    start: int | None
    end: int | None
    first: dt.date | None = msgspec.field(default=None, name="from")
    last: dt.date | None = msgspec.field(default=None, name="to")
    relation: Relation = "during"
    implicit: bool = False
    outside_quote: bool = False


class Period(msgspec.Struct, frozen=True):
    """A stretch of days, both ends included, null where open, with the words a reader sees for it."""

    first: dt.date | None = None
    last: dt.date | None = None
    words: str = ""
