"""Retractions: a figure taken back in a sentence of its own brings back the claim that gave it, as retracted."""

import re
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from embargo.claims.build import LONGEST_QUOTE
from embargo.claims.marks import Scene
from embargo.vocabulary import Claim, Document, Item, Mention, Quantity, Quote, Speaker, When, cut

# "We retract it", "that report is withdrawn": what was said so little before.
_IT = re.compile(
    r"\b(?:it|(?:that|this|the)\s+(?:claim|report|figure|statement|assertion|article|passage|number))\b",
    re.IGNORECASE,
)
_NEAR = 400
# So many claims back at most stands the one that is taken back or given again: without an end, long texts of many corrections
# would take a time that grows with their square.
BACK = 2_000
_Spanned = TypeVar("_Spanned", Item, Mention, Quantity, Speaker, When)


def retracted(
    document: Document, scene: Scene, earlier: Sequence[Claim], bounds: tuple[int, int]
) -> list[Claim]:
    """Return the earlier claim whose figure this sentence withdraws, with the sentence as its quote, or nothing."""
    if not any(cue.value == "retracted" for cue in scene.of("cue")):
        return []
    if not scene.of("amount") and _IT.search(scene.text, *bounds):
        return _last_taken_back(document, scene, earlier, bounds)
    figures = {mark.amount.low or mark.amount.high for mark in scene.of("amount") if mark.amount is not None}
    for claim in reversed(earlier[-BACK:]):
        held = {q.low or q.high for item in claim.items if (q := item.quantity) is not None}
        if not figures & held - {None} or claim.modality in ("denied", "retracted"):
            continue
        start, end = bounds
        taken_back = requoted(document, scene, claim, start, min(end, start + LONGEST_QUOTE))
        return [
            msgspec.structs.replace(
                taken_back,
                modality="retracted",
                said_time=None,
                doubts=("which claim is withdrawn was understood from its figure",),
            )
        ]
    return []


def _last_taken_back(
    document: Document, scene: Scene, earlier: Sequence[Claim], bounds: tuple[int, int]
) -> list[Claim]:
    """Return the claim made just before, as retracted: "We retract it"."""
    last = earlier[-1] if earlier else None
    if last is None or not isinstance(last.evidence, Quote) or bounds[0] - last.evidence.end > _NEAR:
        return []
    if last.modality in ("denied", "retracted"):
        return []
    taken_back = requoted(document, scene, last, bounds[0], min(bounds[1], bounds[0] + LONGEST_QUOTE))
    doubt = "which claim is withdrawn was understood from the sentence before"
    return [msgspec.structs.replace(taken_back, modality="retracted", said_time=None, doubts=(doubt,))]


def requoted(document: Document, scene: Scene, claim: Claim, start: int, end: int) -> Claim:
    """Return an earlier claim as other words carry it: whatever it names stands outside the new quote."""

    def outside(thing: _Spanned) -> _Spanned:
        away = thing.start is not None and not (start <= thing.start and (thing.end or 0) <= end)
        return msgspec.structs.replace(thing, outside_quote=away)

    def item(thing: Item) -> Item:
        amount = outside(thing.quantity) if thing.quantity is not None else None
        return msgspec.structs.replace(outside(thing), quantity=amount)

    return msgspec.structs.replace(
        claim,
        evidence=cut(document.id, scene.text, start, end),
        supplier=tuple(outside(m) for m in claim.supplier),
        recipient=tuple(outside(m) for m in claim.recipient),
        actor=tuple(outside(m) for m in claim.actor),
        items=tuple(item(m) for m in claim.items),
        places=tuple(outside(m) for m in claim.places),
        means=tuple(outside(m) for m in claim.means),
        vessels=tuple(outside(m) for m in claim.vessels),
        attribution=tuple(outside(m) for m in claim.attribution),
        time=outside(claim.time) if claim.time is not None else None,
    )
