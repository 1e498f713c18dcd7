"""Nameless craft: ships that are stopped and have no name: "stopped five dhows", "no vessel was boarded", "impounded her"."""

from embargo.claims.clauses import Clause
from embargo.claims.grammar import PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory

CRAFT = words("nameless_craft")
_HER = frozenset({"her", "it", "she"})
# So many words stand at most between the verb and the craft: "stopped at least five small wooden dhows".
_NEAR = 7


def craft_of(
    scene: Scene, trigger: Mark, clause: Clause, memory: Memory, *, passive: bool
) -> tuple[list[Mark], list[Mark]]:
    """Return the nameless craft that the verb is done to, and the ship spoken of last where a pronoun stands for her."""
    if passive:
        stretch = range(trigger.i - 1, clause.i - 1, -1)
    else:
        stretch = range(trigger.j, min(clause.j, trigger.j + _NEAR))
    for k in stretch:
        low = scene.lows[k]
        if low in CRAFT and not _of_another(scene, k):
            word = scene.words[k]
            return [Mark("mean", word.start, word.end, k, k + 1, "vessel")], []
        if low in _HER and memory.vessel is not None and _alone(scene, k, trigger, passive=passive):
            word = scene.words[k]
            return [], [Mark("vessel", word.start, word.end, k, k + 1, memory.vessel, "pronoun")]
        if not passive and (low in PREPOSITIONS or low in (",", ";", "and")):
            return [], []
    return [], []


def _of_another(scene: Scene, k: int) -> bool:
    """Return whether the word belongs to a name or to another noun: "the ship owner", "the vessel Grey Fiction"."""
    if any(m.kind in ("party", "vessel", "item") for m in scene.over(k)):
        return True
    after = scene.lows[k + 1 : k + 2]
    return bool(after) and after[0] in (
        "owner",
        "owners",
        "manager",
        "company",
        "crew",
        "registry",
        "tracker",
    )


def _alone(scene: Scene, k: int, trigger: Mark, *, passive: bool) -> bool:
    """Return whether the pronoun is the object itself, and not whose the object is: "boarded her", not "boarded her sister"."""
    if passive:
        return scene.lows[k] in ("she", "it") and trigger.i - k <= _NEAR
    after = scene.words[k + 1] if k + 1 < len(scene.words) else None
    ends = (
        after is None
        or not after.text[0].isalpha()
        or after.low in PREPOSITIONS
        or after.low in ("and", "last", "there")
    )
    return k == trigger.j and ends
