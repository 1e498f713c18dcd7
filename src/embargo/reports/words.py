"""The report's own words for days, numbers, intervals, items, results and confidence."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from embargo.vocabulary import Bounds, Finding, Period, Range, item_words, plain

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

# Plurals of units that are not the unit and an "s".
UNITS = {"": "", "count": "", "USD": "US dollars", "EUR": "euros", "percent": "per cent", "kg": "kg"}

RESULTS = {
    "prohibited": "Prohibited",
    "prohibited-unless": "Prohibited unless an exemption was granted",
    "exempt": "Exempt",
    "capped-within": "Within the cap",
    "capped-exceeded": "Cap exceeded",
    "capped-cannot-tell": "Cap: cannot tell",
    "indicator-only": "Indicator only, no breach",
    "not-covered": "Not covered",
    "indirect/contested": "Indirect or contested",
    "needs-determination": "Needs a determination",
}

SERVICES = {"train.personnel": "training", "deploy.personnel": "soldiers", "labour.dispatch": "workers"}

CONFIDENCE = {
    "high": "high confidence",
    "moderate": "moderate confidence",
    "low": "low confidence",
    "none": "no confidence yet",
}

STAGES = {
    "done": "said to have happened",
    "alleged": "said to have happened, by none who saw it",
    "planned": "planned, not said to have happened",
    "pledged": "pledged, not said to have happened",
    "requested": "requested, not said to have happened",
    "considered": "under consideration, not said to have happened",
    "conditional": "conditional, not said to have happened",
    "question": "asked as a question, not asserted",
}


MEANS = re.compile(r"[a-z_]+(\.[a-z_]+)+")


def day(value: dt.date) -> str:
    """Return the day as "29 May 2025"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def number(value: Decimal) -> str:
    """Return the exact number with thousands set apart: "9,000,000", "0.5"."""
    whole, _, rest = plain(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(digits or '0'):,}" + (f".{rest}" if rest else "")


def count(n: int, one: str, many: str = "") -> str:
    """Return "1 document", "6 documents"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""


def what(finding: Finding) -> str:
    """Return what went from one to the other: the item's words, "training" where no item is named, else the deed's name."""
    if finding.item:
        return item_words(finding.item)
    return SERVICES.get(finding.event, finding.event.replace(".", ", "))


def interval(span: Range) -> str:
    """Return the interval in words, saying which ends are excluded: "more than 11,000", "100 or more"."""
    low, high = span.low, span.high
    if low is None and high is None:
        return "no number that can be reckoned with"
    if low is not None and high is None:
        return f"more than {number(low)}" if span.low_open else f"{number(low)} or more"
    if low is None or high is None:
        last = high or Decimal(0)
        return f"fewer than {number(last)}" if span.high_open else f"{number(last)} or fewer"
    if low == high:
        return f"exactly {number(low)}"
    left = f"more than {number(low)}" if span.low_open else f"from {number(low)}"
    return f"{left} {'to fewer than' if span.high_open else 'to'} {number(high)}"


def amount(span: Range, unit: str, counted: str) -> str:
    """Return the interval with its unit and thing: "more than 11,000 troops", "56,000 tonnes of refined petroleum"."""
    plural = UNITS.get(unit, unit + "s")
    thing = item_words(counted)
    if not plural:
        return f"{interval(span)} {thing}"
    if plural == thing or counted == "money":
        return f"{interval(span)} {plural}"
    return f"{interval(span)} {plural} of {thing}"


def worded(bounds: Bounds) -> str:
    """Return the count as its sources word it, with its unit: "over 1,000,000 barrels"; "" where no wording is kept."""
    plural = UNITS.get(bounds.unit, bounds.unit + "s")
    if not bounds.words or not plural or plural in bounds.words or bounds.unit in bounds.words:
        return bounds.words
    return f"{bounds.words} {plural}"


def means(canonical: str) -> str:
    """Return the plain word for a means: "cargo aircraft" for "aircraft.cargo"."""
    return (
        " ".join(reversed(canonical.replace("_", " ").split(".")))
        if MEANS.fullmatch(canonical)
        else canonical
    )


def period(span: Period) -> str:
    """Return the stretch of days in words, as the sources put it where they do, with the days it stands for."""
    first, last = span.first, span.last
    if first and last:
        days = day(first) if first == last else f"{day(first)} to {day(last)}"
    elif first:
        days = f"from {day(first)}, end open"
    elif last:
        days = f"until {day(last)}, start open"
    else:
        days = "no day known"
    return f"{span.words} ({days})" if span.words and span.words.casefold() != days.casefold() else days


def slug(text: str) -> str:
    """Return an anchor of letters, digits and hyphens made from any id or heading."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-") or "part"


def sentence(words: str, capital: bool = True) -> str:
    """Return the words as a sentence: with a full stop, and a capital unless they go on from others."""
    words = words.strip()
    if not words:
        return ""
    first = words[:1].upper() if capital else words[:1]
    return first + words[1:] + ("" if words[-1] in ".!?…”" else ".")
