"""Things: items with the amounts that count them, as records of the vocabulary."""

import re
from decimal import Decimal

import msgspec

from embargo.claims.grammar import words
from embargo.claims.items import PEOPLE
from embargo.claims.marks import Mark, Scene
from embargo.claims.spelled import spelled
from embargo.claims.tariff import coded
from embargo.claims.units import unit_after
from embargo.language import Amount
from embargo.vocabulary import Item, Quantity

# Words that may stand between an amount and the thing it counts.
_REACH = 7
_BREAKS = words("between_breaks")
# What is weighed or measured, and paid: a bare number of it says no unit. All else is counted.
_IN_BULK = ("petroleum", "coal", "ore", "metal", "seafood", "shipment.food", "money", "aid", "technology")


def amount_of(scene: Scene, item: Mark, used: set[int], *, part: bool = True) -> Mark | None:
    """Return the amount that counts the item, right before it ("over 40 tonnes of oil").

    Of "600 of the 15,000 soldiers" it is the part, unless `part` is false.
    """
    best: Mark | None = None
    for mark in scene.of("amount"):
        if id(mark) in used or mark.amount is None:
            continue
        # An adjective of a State may have been drawn into the item: the number stands before it all.
        if mark.start >= item.start and mark.end <= item.end:
            return mark
        if mark.j <= item.i and item.i - mark.j <= _REACH:
            between = [word.low for word in scene.words[mark.j : item.i]]
            if mark.amount.unit not in ("", "percent") and between not in (
                ["of"],
                ["in"],
                ["worth", "of"],
                ["of", "worth"],
                ["in", "military"],
            ):
                money_in = between[:1] == ["in"] and len(between) <= 3
                # "a $425 million package of military assistance"
                if item.value.startswith("aid") and between[-1:] == ["of"] and len(between) <= 3:
                    return mark
                counted_money = item.value == "money" and between[:1] == ["of"] and len(between) <= 3
                if not money_in and not counted_money:
                    continue
            if any(
                mark.j <= verb.i and verb.j <= item.i
                for verb in scene.of("verb")
                if verb.form in ("past", "s")
            ):
                continue  # "three tankers received diesel": the number is of the tankers
            stop = [word for word in between if word in _BREAKS]
            if not stop or between[:1] == ["in"] or between[:2] == ["worth", "of"]:
                best = mark
    if best is None:
        best = (
            _worth(scene, item, used)
            or _lot(scene, item, used)
            or _apposed(scene, item, used)
            or _put_at(scene, item, used)
            or spelled(scene, item)
        )
    return part_of(scene, best) if best is not None and part else best


def _worth(scene: Scene, item: Mark, used: set[int]) -> Mark | None:
    """Return the sum after a thing: "military aid of €5 billion", "aid worth $2 million"."""
    following = scene.words[item.j].low if item.j < len(scene.words) else ""
    tied = following in ("of", "totalling", "totaling") and item.value.startswith(("aid", "money"))
    at = item.j
    if following == "(":
        # The tariff's code may stand between: "excavators (HS 8429) worth …".
        at = next(
            (
                k + 1
                for k in range(item.j, min(item.j + _REACH, len(scene.words)))
                if scene.words[k].text == ")"
            ),
            at,
        )
    elif following in ("of", "from"):
        # "knitwear of DPRK origin worth …": what qualifies the thing stands between.
        at = next(
            (k for k in range(item.j, min(item.j + _REACH, len(scene.words))) if scene.lows[k] == "worth"), at
        )
    elif following == ",":
        at += 1
    valued = scene.words[at].low in ("worth", "valued") if at < len(scene.words) else False
    if not tied and not valued and scene.lows[at : at + 3] not in _TO_THE_VALUE:
        return None
    near = at + 4 if not valued and not tied else at + 2
    return next(
        (m for m in scene.of("amount") if is_money(m) and 1 <= m.i - at <= near - at and id(m) not in used),
        None,
    )


_TO_THE_VALUE = (["to", "the", "value"], ["to", "a", "value"], ["to", "the", "tune"], ["with", "a", "value"])


_LOT = ("shipment", "container", "rail.wagon")
_HOLDING = frozenset({"of", "totalling", "totaling", "weighing", "numbering"})
# Men who come together: "a second contingent of about 3,000".
_BODIES_OF_MEN = frozenset(
    {"contingent", "group", "wave", "batch", "detachment", "force", "team", "party", "crew", "intake"}
)


def _lot(scene: Scene, item: Mark, used: set[int]) -> Mark | None:
    """Return what a lot of goods weighs or holds: "one parcel of 11,300 tonnes", "a consignment totalling 40,000 barrels"."""
    following = scene.words[item.j].low if item.j < len(scene.words) else ""
    men = is_people(item) and scene.lows[item.j - 1] in _BODIES_OF_MEN
    if not (item.value.startswith(_LOT) or men) or following not in _HOLDING:
        return None
    for mark in scene.of("amount"):
        if 1 <= mark.i - item.j <= 2 and id(mark) not in used and not is_money(mark):
            return mark if men or unit_after(scene, mark)[0] else None
    return None


def _apposed(scene: Scene, item: Mark, used: set[int]) -> Mark | None:
    """Return the amount set beside a thing: "the cargo, 13,000 tonnes, was landed", "his earnings (EUR 142,000)"."""
    opening = scene.words[item.j].text if item.j < len(scene.words) else ""
    if opening not in (",", "(", "–", "—"):
        return None
    for mark in scene.of("amount"):
        if not 1 <= mark.i - item.j <= 2 or id(mark) in used or mark.amount is None:
            continue
        unit, end = unit_after(scene, mark)
        closing = scene.words[max(end, mark.j)].text if max(end, mark.j) < len(scene.words) else "."
        measured = is_money(mark) or unit not in ("", "count") or mark.amount.unit not in ("", "percent")
        alike = is_money(mark) == item.value.startswith(("money", "aid", "agreement"))
        return mark if measured and alike and closing in (",", ")", "–", "—", ".", ";", "in") else None
    return None


_PUT = frozenset({"put", "puts", "putting"})
# So many words lie at most between a thing and the figure at which it is put.
_PUT_REACH = 14


def _put_at(scene: Scene, item: Mark, used: set[int]) -> Mark | None:
    """Return the figure at which the thing is put: "puts the contingent brought to Kursk at between 11,000 and 12,000 men"."""
    if _PUT.isdisjoint(scene.held):
        return None
    put = next((k for k in range(item.i - 1, -1, -1) if scene.words[k].low in _PUT), None)
    if put is None or item.i - put > _PUT_REACH:
        return None
    for mark in scene.of("amount"):
        lows = [word.low for word in scene.words[max(0, mark.i - 2) : mark.i]]
        at = lows[-1:] == ["at"] or lows == ["at", "between"]
        near = item.j <= mark.i and mark.i - item.j <= _PUT_REACH
        if at and near and id(mark) not in used and mark.amount is not None:
            return mark
    return None


def part_of(scene: Scene, whole: Mark) -> Mark:
    """Return the part where an amount is a part of another: "more than 6,000 of the roughly 11,000 soldiers"."""
    for mark in scene.of("amount"):
        between = [word.low for word in scene.words[mark.j : whole.i]]
        share = mark.amount is not None and mark.amount.unit == "percent"
        if (
            mark.j < whole.i
            and not share
            and between[:1] == ["of"]
            and set(between) <= {"of", "the", "these", "those", "its", "their", "all"}
        ):
            return mark
    return whole


def quantity(scene: Scene, mark: Mark, cls: str, quote: tuple[int, int]) -> Quantity:
    """Return the amount as a quantity of things of that class; a unit that stands after it is part of it."""
    amount = mark.amount
    assert amount is not None  # noqa: S101 - marks of kind amount carry one
    unit, _ = unit_after(scene, mark)
    if unit == "count" or cls.startswith(("voyage", "visit")):
        # "11 round trips" are voyages, no rounds.
        unit = _unit_of(cls) or unit
    unit = amount.unit or unit or _unit_of(cls)
    rate = _RATE.match(scene.text, scene.words[_after_unit(scene, mark) - 1].end, scene.end)
    if rate is not None and unit:
        # A rate is no total: it keeps its unit, and enters no sum.
        unit = f"{unit} per {_PER.get(rate['per'].casefold(), rate['per'].casefold())}"
    found = _quantity(scene, amount, unit, quote)
    also = tuple(_quantity(scene, other, other.unit, quote) for other in mark.also)
    if not also:
        return found
    return Quantity(
        found.text,
        found.start,
        found.end,
        found.low,
        found.high,
        found.bound,
        found.unit,
        also,
        found.outside_quote,
    )


_RATE = re.compile(
    r"(?:\s+of\s+[\w-]+(?:\s[\w-]+)?)?\s+(?:a|an|per|each|every)\s+(?P<per>year|month|week|day|visit|trip|voyage|sailing|call|ship|vessel|annum)\b",
    re.IGNORECASE,
)
_PER = {"annum": "year", "trip": "voyage", "sailing": "voyage", "call": "visit", "ship": "vessel"}


def _after_unit(scene: Scene, mark: Mark) -> int:
    return max(mark.j, unit_after(scene, mark)[1])


def _unit_of(cls: str) -> str:
    """Return what one of the class is called, where the text has no word for it: "260 containers", "15 voyages", "400 shells"."""
    for head, unit in _CALLED.items():
        if cls.startswith(head):
            return unit
    return "" if not cls or f"{cls}.".startswith(_IN_BULK) else "count"


_CALLED = {
    "container": "container",
    "munition.round": "round",
    "munition.rocket": "round",
    "voyage": "voyage",
    "visit": "visit",
    "rail.wagon": "wagon",
}


def _quantity(scene: Scene, amount: Amount, unit: str, quote: tuple[int, int]) -> Quantity:
    outside = not (quote[0] <= amount.start and amount.end <= quote[1])
    text = scene.text[amount.start : amount.end]
    return Quantity(text, amount.start, amount.end, amount.low, amount.high, amount.bound, unit, (), outside)


def item_of(scene: Scene, mark: Mark, counted: Mark | None, quote: tuple[int, int]) -> Item:
    """Return the item as a record; its span lies outside the quote where it was carried over."""
    cls = mark.value.removesuffix(".food").removesuffix(".thing")
    code = _HS.search(scene.text, mark.end, min(scene.end, mark.end + 40))
    if code is not None and code.start() <= mark.end + 24:
        cls = f"{coded(cls, code['code'])} HS {code['code']}"
    outside = not (quote[0] <= mark.start and mark.end <= quote[1])
    amount = quantity(scene, counted, mark.value, quote) if counted is not None else None
    worth = _worth_of(scene, mark, quote) if amount is not None else None
    if amount is not None and worth is not None and worth.unit != amount.unit:
        amount = msgspec.structs.replace(amount, also=(*amount.also, worth))
    return Item(scene.text[mark.start : mark.end], mark.start, mark.end, cls, amount, outside_quote=outside)


def _worth_of(scene: Scene, mark: Mark, quote: tuple[int, int]) -> Quantity | None:
    """Return what a counted thing is worth: "two vacuum pumps worth $186,000"."""
    at = mark.j + (mark.j < len(scene.words) and scene.words[mark.j].text == ",")
    if at >= len(scene.words) or scene.words[at].low not in ("worth", "valued", "costing"):
        return None
    worth = next((m for m in scene.of("amount") if is_money(m) and 1 <= m.i - at <= 2), None)
    return quantity(scene, worth, "money", quote) if worth is not None else None


_HS = re.compile(r"\s*\(?HS\s*(?:code\s*)?(?P<code>\d{2,4}(?:\.\d{2}){0,3})", re.IGNORECASE)


def money(scene: Scene, mark: Mark, quote: tuple[int, int]) -> Item:
    """Return a sum of money that no noun names: an item without words of its own."""
    return Item(None, None, None, "money", quantity(scene, mark, "money", quote), implicit=True)


def is_money(mark: Mark) -> bool:
    """Return whether the amount is a sum of money."""
    return mark.amount is not None and len(mark.amount.unit) == 3 and mark.amount.unit.isupper()


def plain_value(value: Decimal | None) -> int | float | None:
    """Return an exact number as JSON has it: whole ones as integers."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def is_people(mark: Mark) -> bool:
    """Return whether the item is people: it may act as well as be counted."""
    return mark.value.startswith(PEOPLE)
