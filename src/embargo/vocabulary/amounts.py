"""Quantities with bounds that are open or closed. Numbers are exact: Decimal, never a float."""

from decimal import Decimal
from typing import Literal

import msgspec

Bound = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"]


class Quantity(msgspec.Struct, frozen=True):
    """An amount as worded: `low`/`high` null where open; "over 11,000" is low 11000, high null, more_than.

    `unit` is "" where none is said: count, container, round, tonne, kg, barrel, voyage, visit, wagon, percent,
    an ISO 4217 code, or a rate ("tonne per visit"). `also` holds a conversion in brackets: the same amount again.
    Offsets are code points of the document's text, null where the amount is not written there.
    """

    text: str | None
    start: int | None
    end: int | None
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str = ""
    also: tuple["Quantity", ...] = ()
    outside_quote: bool = False


class Range(msgspec.Struct, frozen=True):
    """An interval of exact numbers whose ends are open (excluded), closed, or null where unbounded."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False


def plain(number: Decimal) -> str:
    """Return the number without exponent or trailing zeros: "9000000", "0.5"."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
