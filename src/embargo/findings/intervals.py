"""Intervals of exact numbers: what a worded amount says, and what several say together."""

from decimal import Decimal

from embargo.findings.tables import number
from embargo.vocabulary import Quantity, Range, plain

ZERO = Decimal(0)


def half_last_digit(value: Decimal) -> Decimal:
    """Return how far "about value" reaches either way: half a unit of its last digit that is not nought, at most 10 %.

    11,000 gives 500; 20,000 gives 2,000 (the tenth, since half of ten thousand is more).
    """
    if value == 0:
        return ZERO
    digits = value.normalize().as_tuple()
    unit = Decimal(1).scaleb(int(digits.exponent))
    return min(unit / 2, abs(value) * number("about", "cap"))


def interval(quantity: Quantity) -> Range | None:
    """Return the interval an amount states, or None for an amount that enters no arithmetic ("vague", no figure).

    Amounts are never below nought, so "up to n" is closed from 0 to n and "nearly n" runs from 0 to n, n excluded.
    """
    low, high, bound = tidy(quantity.low), tidy(quantity.high), quantity.bound
    value = low if low is not None else high
    if bound == "vague" or value is None:
        return None
    if bound == "at_least":
        return Range(low=value)
    if bound == "more_than":
        return Range(low=value, low_open=True)
    if bound == "at_most":
        return Range(low=ZERO, high=high if high is not None else value)
    if bound == "less_than":
        return Range(low=ZERO, high=high if high is not None else value, high_open=True)
    if bound == "about":
        first, last = value, high if high is not None else value
        return Range(low=tidy(first - half_last_digit(first)), high=tidy(last + half_last_digit(last)))
    if bound == "range":
        return Range(low=low, high=high)
    return Range(low=value, high=high if high is not None else value)


def tidy(value: Decimal | None) -> Decimal | None:
    """Return the same number written in the one way ("100.0" as 100), so that equal results are equal bytes."""
    return None if value is None else Decimal(plain(value))


def numeral(quantity: Quantity) -> tuple[Decimal, ...]:
    """Return the figures themselves, whatever the bound: the key by which restatements of one figure are found."""
    return tuple(sorted({value for end in (quantity.low, quantity.high) if (value := tidy(end)) is not None}))


def empty(span: Range) -> bool:
    """Return whether no number lies in the interval."""
    if span.low is None or span.high is None:
        return False
    return span.low > span.high or (span.low == span.high and (span.low_open or span.high_open))


def meet(left: Range, right: Range) -> Range:
    """Return the numbers in both intervals (perhaps none: see `empty`)."""
    low, low_open = _tighter(left.low, left.low_open, right.low, right.low_open, higher=True)
    high, high_open = _tighter(left.high, left.high_open, right.high, right.high_open, higher=False)
    return Range(low, high, low_open, high_open)


def hull(left: Range, right: Range) -> Range:
    """Return the smallest interval that holds both."""
    low, low_open = _looser(left.low, left.low_open, right.low, right.low_open, lower=True)
    high, high_open = _looser(left.high, left.high_open, right.high, right.high_open, lower=False)
    return Range(low, high, low_open, high_open)


def _tighter(
    one: Decimal | None, one_open: bool, two: Decimal | None, two_open: bool, *, higher: bool
) -> tuple[Decimal | None, bool]:
    if one is None:
        return two, two_open if two is not None else False
    if two is None:
        return one, one_open
    if one == two:
        return one, one_open or two_open
    return (one, one_open) if (one > two) == higher else (two, two_open)


def _looser(
    one: Decimal | None, one_open: bool, two: Decimal | None, two_open: bool, *, lower: bool
) -> tuple[Decimal | None, bool]:
    if one is None or two is None:
        return None, False
    if one == two:
        return one, one_open and two_open
    return (one, one_open) if (one < two) == lower else (two, two_open)


def spell(value: Decimal) -> str:
    """Return the number for a reader: "11,000", "0.5", and "5 billion" from a round thousand million on."""
    for size, word in ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion")):
        if abs(value) >= size and (value / size * 1000) % 1 == 0:
            return f"{plain(value / size)} {word}"
    whole, _, rest = plain(value).partition(".")
    grouped = f"{int(whole):,}"
    return f"{grouped}.{rest}" if rest else grouped


def spell_range(span: Range) -> str:
    """Return the interval in words: "over 11,000", "100 to 148", "up to 9,000,000"."""
    low, high = span.low, span.high
    if low is not None and high is not None and low != high and not (low == 0 and not span.low_open):
        start = f"over {spell(low)}" if span.low_open else spell(low)
        joint = " and below " if span.high_open else " to " if not span.low_open else " and up to "
        return f"{start}{joint}{spell(high)}"
    if low is not None and low == high:
        return spell(low)
    if high is not None:
        return f"below {spell(high)}" if span.high_open else f"up to {spell(high)}"
    if low is None or (low == 0 and not span.low_open):
        return "any number"
    return f"over {spell(low)}" if span.low_open else f"at least {spell(low)}"


def as_worded(quantity: Quantity) -> str:
    """Return the amount with its bound as the source worded it, in the field's words: "nearly 11,000", "about 28,000"."""
    low, high = quantity.low, quantity.high
    value = low if low is not None else high
    if value is None or quantity.bound == "vague":
        return quantity.text or "an amount not stated"
    figure = spell(value)
    if quantity.bound == "less_than":
        said = (quantity.text or "").lower()
        nearly = any(word in said for word in ("nearly", "almost", "close to"))
        return f"{'nearly' if nearly else 'below'} {spell(high if high is not None else value)}"
    if quantity.bound == "at_most":
        return f"up to {spell(high if high is not None else value)}"
    if low is not None and high is not None and low != high:
        return f"{'about ' if quantity.bound == 'about' else ''}{spell(low)} to {spell(high)}"
    lead = {"at_least": "at least ", "more_than": "over ", "about": "about "}.get(quantity.bound, "")
    return f"{lead}{figure}"
