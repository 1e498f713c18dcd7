"""Pairs: which two States "the two governments", "both capitals", "the two neighbours" are."""

from collections.abc import Sequence
from itertools import pairwise

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.subjects import listed
from embargo.vocabulary import Claim, state_of

_STATES = words("both_states")
_BOTH = frozenset({"two", "both"})


def note_pair(scene: Scene, found: Sequence[Claim], memory: Memory) -> None:
    """Remember the two States that a sentence joins with "and", or between which its claims let something pass."""
    for claim in found:
        ends = [
            next((state for m in end if (state := state_of(m.canonical))), None)
            for end in ((*claim.supplier, *claim.actor), claim.recipient)
        ]
        first, last = ends
        if first and last and first != last:
            memory.pair = first, last
    named = [m for m in scene.of("party") if m.form in ("state", "metonym", "office")]
    for one, other in pairwise(named):
        states = state_of(one.value), state_of(other.value)
        if states[0] and states[1] and states[0] != states[1] and _joins(scene, one, other):
            memory.pair = states[0], states[1]


def _joins(scene: Scene, one: Mark, other: Mark) -> bool:
    return scene.lows[one.j : other.i] == ["and"] and listed(scene, one, other)


def both_states(scene: Scene, j: int, memory: Memory) -> tuple[str, str] | None:
    """Return the two States that the words before token j mean: "the two governments", "both sides"."""
    if j < 2 or scene.lows[j - 1] not in _STATES or _BOTH.isdisjoint(scene.lows[max(0, j - 3) : j - 1]):
        return None
    return memory.pair
