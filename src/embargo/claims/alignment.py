"""Which claim read answers which gold claim: pairs of like claims in one place, the likest first, each used once."""

from collections.abc import Sequence

import msgspec

from embargo.claims.likeness import Likeness, family, likeness, soft
from embargo.claims.plain import PlainClaim


class Pair(msgspec.Struct, frozen=True):
    """A gold claim and the claim read for it, by their places in their lists, with how alike they are."""

    gold: int
    read: int
    slots: Likeness
    soft: float


def may_pair(gold: PlainClaim, read: PlainClaim) -> bool:
    """Return whether the quotes share at least half of the shorter one, and the events are of one family."""
    if family(gold.event) != family(read.event):
        return False
    one, other = gold.quote, read.quote
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= min(one.end - one.start, other.end - other.start)


def align(gold: Sequence[PlainClaim], read: Sequence[PlainClaim]) -> list[Pair]:
    """Return the pairs, the likest first. Of equally like ones the later in the gold, then the later read, goes first."""
    possible = [
        Pair(g, r, slots, soft(slots))
        for g, wanted in enumerate(gold)
        for r, given in enumerate(read)
        if may_pair(wanted, given)
        for slots in (likeness(wanted, given),)
    ]
    possible.sort(key=lambda pair: (-pair.soft, -pair.gold, -pair.read))
    chosen: list[Pair] = []
    answered: set[int] = set()
    used: set[int] = set()
    for pair in possible:
        if pair.gold not in answered and pair.read not in used:
            chosen.append(pair)
            answered.add(pair.gold)
            used.add(pair.read)
    return chosen
