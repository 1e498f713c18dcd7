"""The metric of the claims room: a document's gold and its reading into a tally of what was found, right and critical.

Detection asks whether a gold claim was found at all (its place and family of event); soft adds how alike the slots are;
strict counts a claim as found only where every slot that matters is right. Precision is over the claims read, recall over
the required gold claims. A claim read that answers a gold claim which may be left out counts neither way; one whose words
cannot be verified counts as read, wrong and critical.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from embargo.claims.alignment import Pair, align
from embargo.claims.critical import invented, reversed_or_wrong
from embargo.claims.likeness import WEIGHTS, Likeness
from embargo.claims.plain import PlainClaim, unverified

# What a strictly right claim needs: of each of these slots that is asked, this much.
STRICT = dict.fromkeys(("event", "agent", "recipient", "item", "quantity", "modality"), 0.74) | {
    "attribution": 0.7,
    "time": 0.5,
}


class Critical(msgspec.Struct, frozen=True):
    """One critical error: the quote read, the gold's quote where there is one, the event read and why it is critical."""

    document: str
    event: str
    read: str
    gold: str | None
    why: str


class Wrong(msgspec.Struct, frozen=True):
    """What keeps a claim from being right: its slots that fall short; a gold claim missed has no `read`, an extra no `gold`."""

    document: str
    event: str
    read: str | None
    gold: str | None
    slots: tuple[str, ...] = ()


class Tally(msgspec.Struct, frozen=True):
    """What was counted in one document. `slots` holds for each slot the sum of its grades and how often it was asked."""

    document: str
    gold: int
    read: int
    matched: int
    soft: float
    strict: int
    unverified: tuple[str, ...]
    critical: tuple[Critical, ...]
    slots: dict[str, tuple[float, int]]
    irrelevant: bool
    wrong: tuple[Wrong, ...] = ()


def tally(document: str, gold: Sequence[PlainClaim], read: Sequence[PlainClaim], text: str) -> Tally:
    """Return what the reading of the document is worth beside its gold."""
    faults = [unverified(claim, text) for claim in read]
    sound = [claim for claim, faulty in zip(read, faults, strict=True) if not faulty]
    pairs = {pair.read: pair for pair in align(gold, sound)}
    counted = [pair for pair in pairs.values() if gold[pair.gold].required]
    critical = [
        Critical(document, claim.event, claim.quote.text, None, "; ".join(faulty))
        for claim, faulty in zip(read, faults, strict=True)
        if faulty
    ]
    for place, claim in enumerate(sound):
        error = _judge(document, gold, claim, pairs.get(place))
        if error is not None:
            critical.append(error)
    return Tally(
        document=document,
        gold=sum(claim.required for claim in gold),
        read=len(read) - (len(pairs) - len(counted)),
        matched=len(counted),
        soft=sum(pair.soft for pair in counted),
        strict=sum(not falls_short(pair.slots) for pair in counted),
        unverified=tuple(fault for faulty in faults for fault in faulty[:1]),
        critical=tuple(critical),
        slots=_slots(counted),
        irrelevant=not gold,
        wrong=tuple(_wrong(document, gold, sound, pairs)),
    )


def _judge(
    document: str, gold: Sequence[PlainClaim], claim: PlainClaim, pair: Pair | None
) -> Critical | None:
    if pair is None:
        answered, reasons = None, invented(claim, gold)
    elif gold[pair.gold].required:
        answered = gold[pair.gold]
        reasons = reversed_or_wrong(answered, claim, pair.slots)
    else:
        return None
    if not reasons:
        return None
    words = answered.quote.text if answered else None
    return Critical(document, claim.event, claim.quote.text, words, "; ".join(reasons))


def _wrong(
    document: str, gold: Sequence[PlainClaim], read: Sequence[PlainClaim], pairs: Mapping[int, Pair]
) -> Iterator[Wrong]:
    answered = {pair.gold: pair for pair in pairs.values()}
    for place, claim in enumerate(gold):
        if claim.required and place not in answered:
            yield Wrong(document, claim.event, None, claim.quote.text)
        elif claim.required and (short := falls_short(answered[place].slots)):
            yield Wrong(document, claim.event, read[answered[place].read].quote.text, claim.quote.text, short)
    for place, claim in enumerate(read):
        if place not in pairs:
            yield Wrong(document, claim.event, claim.quote.text, None)


def falls_short(slots: Likeness) -> tuple[str, ...]:
    """Return the slots that matter, are asked, and are not good enough. Places do not matter here."""
    return tuple(
        slot for slot, grade in slots.items() if slot in STRICT and grade is not None and grade < STRICT[slot]
    )


def _slots(pairs: Iterable[Pair]) -> dict[str, tuple[float, int]]:
    found = dict.fromkeys(WEIGHTS, (0.0, 0))
    for pair in pairs:
        for slot, grade in pair.slots.items():
            if grade is not None:
                found[slot] = (found[slot][0] + grade, found[slot][1] + 1)
    return found
