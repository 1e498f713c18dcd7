"""Amounts of a fact as exact intervals in the unit a cap counts in, with every factor named."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from embargo.law.things import among, split_class
from embargo.vocabulary import Fact, FactQuantity, plain
from embargo.vocabulary.pack import Factor

ABOUT_LIMIT = Decimal("0.1")
_WEIGHTS = {"tonne": Decimal(1), "kg": Decimal("0.001")}


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of exact numbers, `high` null where unbounded; `above` says that the low end itself is excluded."""

    low: Decimal
    high: Decimal | None
    above: bool = False
    below: bool = False
    words: str = ""

    def over(self, limit: Decimal) -> bool:
        """Whether all of it lies above the limit."""
        return self.low > limit or (self.low == limit and self.above)

    def within(self, limit: Decimal) -> bool:
        """Whether none of it lies above the limit."""
        return self.high is not None and self.high <= limit


def told(quantity: FactQuantity) -> Span | None:
    """Return the amount as worded, in its own unit; None where no number is given.

    "about n" is n within half a unit of the last digit given, at most ten per cent; the words say so.
    """
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return None
    if quantity.bound == "about" and low is not None and low == high:
        margin = min(half_unit(low), low * ABOUT_LIMIT)
        words = f'"about" read as within {counted(margin, quantity.unit)}'
        return Span(low - margin, low + margin, words=words)
    return Span(
        low if low is not None else Decimal(0),
        high,
        above=quantity.bound == "more_than",
        below=quantity.bound == "less_than",
    )


def counted(number: Decimal, unit: str) -> str:
    """Return the number with its unit for a reader: "1,000,000 barrels", "1 tonne". A reckoned one is shown to the unit;
    the comparison itself uses the exact number."""
    whole = number.quantize(Decimal(1)) if number != number.to_integral_value() else number
    figure = f"{int(whole):,}"
    if unit == "USD":
        return f"{figure} US dollars"
    return f"{figure} {unit}" + ("" if whole == 1 or unit.endswith("s") else "s")


def half_unit(number: Decimal) -> Decimal:
    """Return half a unit of the last digit given: 500 for 11,000; 0.05 for 2.5; 0 for 0."""
    _, digits, exponent = number.normalize().as_tuple()
    if not isinstance(exponent, int) or digits == (0,):
        return Decimal(0)
    return Decimal(5).scaleb(exponent - 1)


def in_unit(fact: Fact, unit: str, factors: Sequence[Factor]) -> Span | None:
    """Return the fact's amount in `unit` (barrel, tonne, USD), or None where it cannot be reckoned.

    Between tonnes and barrels the lowest and the highest factor in use for the class make an interval.
    """
    quantity = fact.quantity
    if quantity is None:
        return None
    if unit == "USD":
        if quantity.value_usd is not None:
            return Span(quantity.value_usd, quantity.value_usd, words="value as given")
        return told(quantity) if quantity.unit == "USD" else None
    span = told(quantity)
    if span is None:
        return None
    if quantity.unit == unit:
        return span
    weight = _WEIGHTS.get(quantity.unit)
    if weight is not None and unit == "tonne":
        return scaled(span, weight, weight, f"1 {quantity.unit} = {plain(weight)} tonne")
    mine = fitting(fact, factors)
    if not mine:
        return None
    few, many = mine[0].barrels_per_tonne, mine[-1].barrels_per_tonne
    words = f"{plain(few)} to {plain(many)} barrels a tonne ({'; '.join(f.name for f in mine)})"
    if weight is not None and unit == "barrel":
        return scaled(span, weight * few, weight * many, words)
    if quantity.unit == "barrel" and unit == "tonne":
        return scaled(span, 1 / many, 1 / few, words)
    return None


def fitting(fact: Fact, factors: Sequence[Factor]) -> list[Factor]:
    """Return the factors in use for the fact's class, the lowest first."""
    if fact.item is None:
        return []
    cls, _ = split_class(fact.item)
    mine = [factor for factor in factors if among(cls, factor.classes)]
    return sorted(mine, key=lambda factor: (factor.barrels_per_tonne, factor.name))


def scaled(span: Span, few: Decimal, many: Decimal, words: str) -> Span:
    """Return the interval times a factor that lies between `few` and `many`."""
    high = span.high * many if span.high is not None else None
    said = "; ".join(part for part in (span.words, words) if part)
    return Span(span.low * few, high, span.above, span.below, said)
