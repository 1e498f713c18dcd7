"""Figures: the tallies of documents put together, as records and by the names that floors and tables use."""

from collections.abc import Sequence

import msgspec

from embargo.claims.likeness import WEIGHTS
from embargo.claims.score import Tally


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
