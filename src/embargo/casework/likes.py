"""Likes: claims that say the same in the same words, so that one decision settles them all; and the queue of those that wait."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from embargo.casework.gist import BESIDE, SLOTS, gist
from embargo.casework.risk import Risk, Weights, rank, risks_of
from embargo.vocabulary import Claim, Review

Likeness = tuple[str, ...]


class Group(msgspec.Struct, frozen=True):
    """Claims that one decision settles: same slots, same words of the quote; and why to look at them, most pressing first."""

    claims: tuple[str, ...]
    risks: tuple[Risk, ...]


def likeness(claim: Claim) -> Likeness:
    """Return what two claims must share to be settled by one decision: every slot as meant, and the quote's words."""
    return (*(gist(claim, slot) for slot in (*SLOTS, *BESIDE)), " ".join(claim.quote.text.split()))


def waiting(claims: Sequence[Claim], review: Review, *, decided: bool = False) -> list[Claim]:
    """Return the claims that nobody has decided on, or that are read otherwise since; with `decided` all of them."""
    held = {one.claim: one for one in review.reviewed}
    return [claim for claim in claims if decided or claim.id not in held or held[claim.id].changed]


def queue(claims: Sequence[Claim], weights: Weights, review: Review) -> tuple[Group, ...]:
    """Return the claims in groups of likes, the riskiest group first, else in order of documents and quotes."""
    held = {one.claim: one for one in review.reviewed}
    groups: dict[Likeness, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[likeness(claim)].append(claim)
    found = []
    for some in groups.values():
        every = dict.fromkeys(risk for claim in some for risk in risks_of(claim, weights, held.get(claim.id)))
        risks = tuple(sorted(every, key=lambda risk: rank((risk,))))
        found.append(Group(tuple(claim.id for claim in some), risks))
    # A stable sort: equal groups stay in the order of the documents.
    return tuple(sorted(found, key=lambda group: rank(group.risks)))
