"""Caps: whether an amount is within, above, or nobody can tell, window by window."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from embargo.law.amounts import Span, counted, in_unit
from embargo.vocabulary import Fact
from embargo.vocabulary.pack import Cap, Factor, Window

Standing = Literal["capped-within", "capped-exceeded", "capped-cannot-tell"]

# Scopes whose amount is all that came in one window, and nothing is known outside it.
WHOLE = "window-total"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How an amount stands to a cap, with the reason in words."""

    standing: Standing
    reason: str


def windows_of(cap: Cap, first: dt.date, last: dt.date) -> list[tuple[dt.date, dt.date, Window]]:
    """Return the counting windows that the days touch, with their own first and last day, in order."""
    found: list[tuple[dt.date, dt.date, Window]] = []
    for window in cap.windows:
        if not window.yearly:
            end = window.last or dt.date.max
            if window.first <= last and first <= end:
                found.append((window.first, end, window))
            continue
        for year in range(max(window.first.year, first.year - 1), last.year + 1):
            start = window.first.replace(year=year)
            end = window.first.replace(year=year + 1) - dt.timedelta(days=1)
            if start >= window.first and start <= last and first <= end:
                found.append((start, end, window))
    return found


def reckon(fact: Fact, cap: Cap, factors: Sequence[Factor]) -> Reckoned:
    """Return how the fact's amount stands to the cap.

    Above: the low end alone is above (several windows: above all of them together, so that one of them must be).
    Within: the amount is the total of one whole window and its high end does not pass. All else cannot be told.
    """
    first, last = fact.date.first, fact.date.last
    if first is None or last is None:
        return Reckoned(
            "capped-cannot-tell", "without both days nobody knows which window the amount falls in"
        )
    touched = windows_of(cap, first, last)
    if not touched:
        return Reckoned("capped-cannot-tell", "the days fall in no counting window that the paragraph names")
    if any(not window.amounts for _, _, window in touched):
        return Reckoned("capped-cannot-tell", "the paragraph gives no figure of its own for this window")
    spoken = ", ".join(f"{start} to {end}" for start, end, _ in touched)
    scope = fact.quantity.scope if fact.quantity else "this-event"
    # A total between two days is a window's total only if those days hold the window (and nothing else).
    held = len(touched) == 1 and first <= touched[0][0] and touched[0][1] <= last
    total = (scope == WHOLE and len(touched) == 1) or (scope == "interval-total" and held)
    verdicts: list[tuple[str, str]] = []
    for unit in sorted({unit for _, _, window in touched for unit in window.amounts}):
        limit = sum((Decimal(window.amounts[unit]) for _, _, window in touched), Decimal(0))
        span = in_unit(fact, unit, factors)
        own = fact.quantity is not None and fact.quantity.unit in (unit, "kg" if unit == "tonne" else unit)
        verdicts.append(_alternative(span, limit, unit, own, len(touched), total))
    return _choose(cap, verdicts, spoken, total, scope)


def _alternative(
    span: Span | None, limit: Decimal, unit: str, own: bool, windows: int, total: bool
) -> tuple[str, str]:
    """One measure of the cap: "over", "within" (surely; "within own" in the paragraph's own unit) or "open"."""
    ceiling = counted(limit, unit) + (f" over {windows} windows" if windows > 1 else "")
    if span is None:
        return "open", f"no amount that can be reckoned in {unit} against {ceiling}"
    amount = _spell(span, unit)
    if span.over(limit):
        return "over", f"{amount} is above {ceiling}"
    if span.within(limit):
        state = "within own" if own else "within"
        return (state if total else "open"), f"{amount} is not above {ceiling}"
    return "open", f"{amount} may or may not be above {ceiling}"


def _choose(cap: Cap, verdicts: list[tuple[str, str]], spoken: str, total: bool, scope: str) -> Reckoned:
    states = [state for state, _ in verdicts]
    why = f"{'; '.join(words for _, words in verdicts)} (window {spoken})"
    if cap.choice == "lower":
        if "over" in states:
            return Reckoned("capped-exceeded", why)
        if all(state.startswith("within") for state in states):
            return Reckoned("capped-within", why)
    elif all(state == "over" for state in states):
        return Reckoned("capped-exceeded", why)
    elif "over" in states:
        return Reckoned("capped-cannot-tell", f"{why}; only one of two measures is passed")
    elif "within own" in states or all(state.startswith("within") for state in states):
        return Reckoned("capped-within", why)
    if not total:
        why += f"; the amount is no total of a whole window (scope {scope})"
    return Reckoned("capped-cannot-tell", why)


def _spell(span: Span, unit: str) -> str:
    low = ("more than " if span.above else "") + counted(span.low, unit)
    if span.high is None:
        words = low if span.above else f"at least {low}"
    elif span.high == span.low:
        words = low
    else:
        words = f"{low} to {'less than ' if span.below else ''}{counted(span.high, unit)}"
    return f"{words} ({span.words})" if span.words else words
