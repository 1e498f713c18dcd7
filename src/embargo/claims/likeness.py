"""How alike two readings of one claim are, slot by slot: 1 the same, 0 nothing of it, None where there is nothing to ask.

Parties and places are compared on the State; a filler that the gold only implies may be given or left out. Amounts agree
within half a percent. What a slot is worth in the whole, see WEIGHTS.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from embargo.claims.plain import (
    PlainClaim,
    PlainItem,
    PlainMention,
    PlainQuantity,
    PlainSpan,
    PlainTime,
    named,
)

WEIGHTS = {
    "event": 0.10,
    "agent": 0.15,
    "recipient": 0.10,
    "item": 0.15,
    "quantity": 0.15,
    "time": 0.10,
    "place": 0.05,
    "attribution": 0.10,
    "modality": 0.10,
}
Likeness = dict[str, float | None]

# Families of events that careful readers take for one another: half right.
_NEAR = {
    "move": "deploy",
    "conceal": "evade",
    **dict.fromkeys(("aid", "ship", "presence", "customs", "rail", "theft", "finance"), "transfer"),
}
_BY_STATE = re.compile(r"([A-Z]{2})(?::.*)?", re.DOTALL)
# Words of a name that do not tell two names apart.
_EMPTY = frozenset(
    ["the", "a", "an", "ltd", "co", "inc", "sa", "llc", "plc", "corp", "company", "corporation"]
)
# Relative difference within which two numbers are one.
TOLERANCE = 0.005
# Where a time leaves an end open.
_EVER = dt.date(1990, 1, 1), dt.date(2050, 1, 1)
_FLOORS, _CEILINGS = {"at_least", "more_than"}, {"at_most", "less_than"}

T = TypeVar("T")


def family(event: str) -> str:
    """Return the family an event is counted with: "transfer" for "ship.cargo"."""
    head = event.partition(".")[0]
    return _NEAR.get(head, head)


def party(canonical: str | None) -> str:
    """Return the State of a canonical id, or the id itself where it has none: "KP" for "KP:troops"."""
    by_state = _BY_STATE.fullmatch(canonical or "")
    return by_state[1] if by_state else canonical or ""


def parties(mentions: Sequence[PlainMention]) -> set[str]:
    """Return whom the mentions mean, by State where there is one."""
    return {party(mention.canonical) for mention in mentions}


def overlap(one: PlainSpan, other: PlainSpan) -> float:
    """Return which part of the shorter span both cover; 0 where either is unsaid."""
    if not one.length or not other.length:
        return 0.0
    assert one.start is not None and one.end is not None  # noqa: S101, PT018 - a span with a length has both
    assert other.start is not None and other.end is not None  # noqa: S101, PT018 - the same
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / min(one.length, other.length)


def same_party(one: PlainMention, other: PlainMention) -> bool:
    """Return whether both mean one State, bear one name, or are one stretch of words for somebody without a State."""
    first, second = party(one.canonical), party(other.canonical)
    if first and first == second:
        return True
    if _is_state(first) and _is_state(second):
        return False
    name = _bare_name(one.canonical)
    return (bool(name) and name == _bare_name(other.canonical)) or overlap(one, other) >= 0.5


def _is_state(name: str) -> bool:
    return len(name) == 2 and name.isupper()


def _bare_name(canonical: str | None) -> tuple[str, ...]:
    written = re.findall(r"\w+", (canonical or "").lower())
    return tuple(word for word in written if word not in _EMPTY)


def close(one: float | None, other: float | None) -> bool:
    """Return whether two ends of amounts are one: both open, or within the tolerance."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def of_roles(gold: Sequence[PlainMention], read: Sequence[PlainMention]) -> float | None:
    """Return the F1 of the parties read. A filler that the gold marks implicit counts where given, and never as missed."""
    allowed = parties(gold)
    wanted = parties([mention for mention in gold if not mention.implicit])
    given = set()
    for mention in read:
        meant = next((own for own in gold if same_party(own, mention)), mention)
        given.add(party(meant.canonical))
    if not wanted and not given:
        return None
    precision = len(given & allowed) / len(given) if given else 0.0
    recall = len(given & wanted) / len(wanted) if wanted else 1.0
    return _f1(precision, recall)


def _paired(gold: Sequence[T], read: Sequence[T], alike: Callable[[T, T], float]) -> float:
    """Return the Dice mean where each of the gold, in order, takes the likest that is left (the later of equals)."""
    left = list(read)
    won = 0.0
    for wanted in gold:
        if not left:
            break
        grade, place = max((alike(wanted, one), place) for place, one in enumerate(left))
        if grade > 0:
            won += grade
            del left[place]
    return 2 * won / (len(gold) + len(read))


def of_quantities(gold: Sequence[PlainQuantity], read: Sequence[PlainQuantity]) -> float | None:
    """Return how well the amounts agree. One that the gold carries over from another sentence may be left out."""
    if not read and all(amount.outside_quote for amount in gold):
        return None
    if not gold or not read:
        return 0.0
    return _paired(gold, read, _of_amounts)


def _of_amounts(one: PlainQuantity, other: PlainQuantity) -> float:
    """Return half a point for the number, a quarter each for its bound and its unit."""
    ends = (other.low, other.high)
    whole = close(one.low, other.low) and close(one.high, other.high)
    part = any(mine is not None and any(close(mine, end) for end in ends) for mine in (one.low, one.high))
    if not whole and not part:
        return 0.0
    bounds = {one.bound, other.bound}
    bound = 1.0 if len(bounds) == 1 else 0.5 if bounds <= _FLOORS or bounds <= _CEILINGS else 0.0
    return 0.5 + 0.25 * bound + 0.25 * (_head(one.unit) == _head(other.unit))


def _head(unit: str | None) -> str:
    """Return a unit without what it is a rate of: "tonne" for "tonne per visit"."""
    return ((unit or "").split() or [""])[0]


def of_items(gold: Sequence[PlainItem], read: Sequence[PlainItem]) -> float | None:
    """Return how well the things agree: by class, or three quarters for the same words under another class."""
    if not gold and not read:
        return None
    if not gold or not read:
        return 0.0
    return _paired(gold, read, _of_things)


def _of_things(one: PlainItem, other: PlainItem) -> float:
    first, second = (((item.cls or "").split(" ")[0]).split(".") for item in (one, other))
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    return max(shared / max(len(first), len(second)), 0.75 if overlap(one, other) >= 0.5 else 0.0)


def of_times(gold: PlainTime | None, read: PlainTime | None) -> float | None:
    """Return the days that both stretches share over the days from the first of either to the last of either."""
    if gold is None or (gold.relation == "after" and gold.implicit):
        return None
    if read is None:
        return 0.0
    (first, last), (begin, end) = _days(gold), _days(read)
    shared = (min(last, end) - max(first, begin)).days + 1
    whole = (max(last, end) - min(first, begin)).days + 1
    return max(0, shared) / whole if whole > 0 else 0.0


def _days(when: PlainTime) -> tuple[dt.date, dt.date]:
    return when.first or _EVER[0], when.last or _EVER[1]


def of_voices(gold: Sequence[PlainMention], read: Sequence[PlainMention]) -> float:
    """Return seven tenths for the innermost speaker and three for the whole chain, the publisher left out."""
    if not gold or not read:
        return float(not gold and not read)
    alike = [same_party(own, other) for own, other in zip(gold, read, strict=False)]
    return 0.7 * alike[0] + 0.3 * (len(gold) == len(read) and all(alike))


def likeness(gold: PlainClaim, read: PlainClaim) -> Likeness:
    """Return how alike the two claims are in every slot of WEIGHTS."""
    near = family(gold.event) == family(read.event)
    return {
        "event": 1.0 if gold.event == read.event else 0.5 if near else 0.0,
        "agent": of_roles(gold.agents, read.agents),
        "recipient": of_roles(gold.recipients, read.recipients),
        "item": of_items(gold.things, read.things),
        "quantity": of_quantities(gold.amounts, read.amounts),
        "time": of_times(gold.time, read.time),
        "place": of_roles(named(gold.places), named(read.places)),
        "attribution": of_voices(gold.speakers, read.speakers),
        "modality": 0.5 * (gold.modality == read.modality) + 0.5 * (gold.polarity == read.polarity),
    }


def soft(slots: Likeness) -> float:
    """Return the weighted mean over the slots that were asked."""
    asked = {slot: grade for slot, grade in slots.items() if grade is not None}
    return sum(WEIGHTS[slot] * grade for slot, grade in asked.items()) / sum(WEIGHTS[slot] for slot in asked)
