"""A day as a page or file states it of itself."""

import datetime as dt
import re

from embargo.language import times

_ISO = re.compile(r"\s*((?:19|20)\d\d)[-/.]?([01]\d)[-/.]?([0-3]\d)(?!\d)")


def day_of(value: str) -> str | None:
    """Return the day in ISO form, as written where it stands and not moved to another time zone; None for no day."""
    match = _ISO.match(value)
    if match is not None:
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        except ValueError:
            return None
    for when in times(value[:60], None):
        if when.first is not None and when.first == when.last:
            return when.first.isoformat()
    return None
