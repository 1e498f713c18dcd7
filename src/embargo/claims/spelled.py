"""Amounts that no figure says: "one sergeant", "both cars", "a pair of yachts", "a limited number of drones", "as many launchers"."""

from decimal import Decimal

from embargo.claims.grammar import PREPOSITIONS, STOPS
from embargo.claims.marks import Mark, Scene
from embargo.language import Amount
from embargo.vocabulary import Bound

_COUNTS = {"one": 1, "both": 2}
_OFTEN = {"twice": 2, "thrice": 3}
_SETS = {"pair": 2, "couple": 2, "brace": 2, "trio": 3, "quartet": 4}
_FEW = frozenset({"several", "handful"})
# One of these stands in every amount that no figure says.
_SAYING = frozenset({*_COUNTS, *_OFTEN, *_SETS, *_FEW, "many", "number"})
_NUMBERS = frozenset(
    {"limited", "small", "large", "unknown", "undisclosed", "unspecified", "modest", "unstated"}
)
_NONE = frozenset({"not", "no", "any", "every", "each"})
# One of these is any lot of goods, and no number of them: "one parcel of 11,300 tonnes".
_LOTS = ("shipment", "voyage", "visit")
# So many words lie at most between such a word and the noun it counts: "one 170-mm Koksan howitzer".
_BEFORE = 4


def spelled(scene: Scene, item: Mark) -> Mark | None:
    """Return the amount that a word before the thing says, or the word that stands for it ("a small number was handed over").

    "a" and "an" are no amount, nor is "one" in "not one rifle" or "one of the ships".
    """
    if _SAYING.isdisjoint(scene.held):
        return None
    words = scene.words
    if "of" in scene.lows[item.i : item.j] and item.form != "alone":
        return None  # "several crates of missiles": it counts the crates
    if item.form == "alone":
        low = words[item.i].low
        if low == "number":
            return _number(scene, item.i)
        if low in _OFTEN:
            return _mark(scene, item.i, item.j, _OFTEN[low])
    else:
        own = next((k for k in range(item.i, item.j - 1) if words[k].low in _COUNTS), None)
        if own is not None:
            return _told(scene, own)
    for k in range(item.i - 1, max(-1, item.i - 1 - _BEFORE), -1):
        low = words[k].low
        if low == "many" and words[k - 1].low == "as":
            return _as_many(scene, k)
        if low in _COUNTS or low in _FEW:
            return None if low == "one" and item.value.startswith(_LOTS) else _told(scene, k)
        if low == "of":
            return _of_set(scene, k)
        if (
            low in STOPS
            or low in PREPOSITIONS
            or (not words[k].text[0].isalpha() and not words[k].text[0].isdigit())
        ):
            return None
        if any(mark.kind in ("verb", "speech", "time") and mark.i <= k < mark.j for mark in scene.over(k)):
            return None
    return None


def _told(scene: Scene, k: int) -> Mark | None:
    low = scene.words[k].low
    if low in _FEW:
        return _mark(scene, k, k + 1, None, "vague")
    if k and scene.words[k - 1].low in _NONE:
        return None
    return _mark(scene, k, k + 1, _COUNTS[low])


def _of_set(scene: Scene, of: int) -> Mark | None:
    """Return how many a noun before "of" says: "a pair of", "a limited number of", "a handful of"."""
    low = scene.words[of - 1].low if of else ""
    if low in _SETS:
        return _mark(scene, of - 1, of, _SETS[low])
    if low in _FEW:
        return _mark(scene, of - 1, of, None, "vague")
    return _number(scene, of - 1) if low == "number" else None


def _number(scene: Scene, k: int) -> Mark | None:
    if not k or scene.words[k - 1].low not in _NUMBERS:
        return None
    return _mark(scene, k - 1, k + 1, None, "vague")


def _as_many(scene: Scene, many: int) -> Mark | None:
    """Return the amount last given, with its bound: "120 howitzers and as many launchers"."""
    before = [mark for mark in scene.of("amount") if mark.j < many and mark.amount is not None]
    if not before or before[-1].amount is None or before[-1].amount.unit:
        return None
    told = before[-1].amount
    return _mark(scene, many - 1, many + 1, told.low, told.bound, told.high)


def _mark(
    scene: Scene,
    i: int,
    j: int,
    low: int | Decimal | None,
    bound: Bound = "exact",
    high: Decimal | None = None,
) -> Mark:
    start, end = scene.words[i].start, scene.words[j - 1].end
    least = None if low is None else Decimal(low)
    most = high if bound != "exact" else least
    amount = Amount(start, end, least, most, bound, "", "", end)
    return Mark("amount", start, end, i, j, "", amount=amount)
