"""The metric of the claims room: a document's gold and its reading into a tally, tallies into figures.

Detection asks whether a gold claim was found at all (its place and family of event); soft adds how alike the slots are;
strict counts a claim as found only where every slot that matters is right. Precision is over the claims read, recall over
the required gold claims. A claim read that answers a gold claim which may be left out counts neither way; one whose words
cannot be verified counts as read, wrong and critical.
"""

from collections.abc import Iterable, Sequence

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


class Rate(msgspec.Struct, frozen=True):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


class Mean(msgspec.Struct, frozen=True):
    """A slot's mean grade and over how many pairs."""

    mean: float
    n: int


class Figures(msgspec.Struct, frozen=True):
    """The figures of some documents together. `irrelevant` counts claims read in documents whose gold has none."""

    documents: int
    gold: int
    read: int
    detect: Rate
    soft: Rate
    strict: Rate
    slots: dict[str, Mean]
    critical: int
    critical_share: float
    irrelevant: int
    unverified: int


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
        strict=sum(strictly_right(pair.slots) for pair in counted),
        unverified=tuple(fault for faulty in faults for fault in faulty[:1]),
        critical=tuple(critical),
        slots=_slots(counted),
        irrelevant=not gold,
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


def strictly_right(slots: Likeness) -> bool:
    """Return whether every slot that matters, and is asked, is good enough. Places do not matter here."""
    return all(grade is None or slot not in STRICT or grade >= STRICT[slot] for slot, grade in slots.items())


def _slots(pairs: Iterable[Pair]) -> dict[str, tuple[float, int]]:
    found = dict.fromkeys(WEIGHTS, (0.0, 0))
    for pair in pairs:
        for slot, grade in pair.slots.items():
            if grade is not None:
                found[slot] = (found[slot][0] + grade, found[slot][1] + 1)
    return found


def figures(tallies: Sequence[Tally]) -> Figures:
    """Return the figures over all the tallies: every claim weighs the same, whatever its document."""
    gold = sum(one.gold for one in tallies)
    read = sum(one.read for one in tallies)
    critical = sum(len(one.critical) for one in tallies)
    sums = {slot: [sum(one.slots[slot][part] for one in tallies) for part in (0, 1)] for slot in WEIGHTS}
    return Figures(
        documents=len(tallies),
        gold=gold,
        read=read,
        detect=_rate(sum(one.matched for one in tallies), read, gold),
        soft=_rate(sum(one.soft for one in tallies), read, gold),
        strict=_rate(sum(one.strict for one in tallies), read, gold),
        slots={slot: Mean(total / n, int(n)) for slot, (total, n) in sums.items() if n},
        critical=critical,
        critical_share=critical / max(1, read),
        irrelevant=sum(one.read for one in tallies if one.irrelevant),
        unverified=sum(len(one.unverified) for one in tallies),
    )


def _rate(right: float, read: int, gold: int) -> Rate:
    precision, recall = right / max(1, read), right / max(1, gold)
    both = precision + recall
    return Rate(precision, recall, 2 * precision * recall / both if both else 0.0)


def flat(found: Figures) -> dict[str, float]:
    """Return the figures by the names that floors and tables use: "detect_precision", "slot_time", "critical_share"."""
    named: dict[str, float] = {}
    for what, rate in (("detect", found.detect), ("soft", found.soft), ("strict", found.strict)):
        named |= {f"{what}_precision": rate.precision, f"{what}_recall": rate.recall, f"{what}_f1": rate.f1}
    named |= {f"slot_{slot}": mean.mean for slot, mean in found.slots.items()}
    named["critical_share"] = found.critical_share
    named["irrelevant"] = found.irrelevant
    named["unverified"] = found.unverified
    return named
