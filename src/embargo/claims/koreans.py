"""Koreans, and forces: whom a text on the North's people means by "two Koreans", by "a force of 10,900"."""

from embargo.claims.grammar import PREPOSITIONS, STOPS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory

# After "a Korean" and "the Koreans" no noun follows; "Korean" qualifies people only.
_QUALIFIED = words("korean_people")
_KOREANS = frozenset({"korean", "koreans"})
_OTHERS = frozenset({"north", "south"})


def koreans(scene: Scene, memory: Memory) -> None:
    """Mark "two Koreans", "Korean sappers" as the North's, in a text that speaks of its people."""
    if not memory.of_the_north or not memory.people_are or _KOREANS.isdisjoint(scene.held):
        return
    for k, word in enumerate(scene.words):
        if word.text not in ("Koreans", "Korean") or any(m.i <= k < m.j for m in scene.marks):
            continue
        before = scene.words[k - 1].low if k else ""
        following = scene.words[k + 1].low if k + 1 < len(scene.words) else ""
        if before in _OTHERS or (word.text == "Korean" and following not in _QUALIFIED):
            continue
        scene.marks.append(Mark("adjective", word.start, word.end, k, k + 1, "KP", "adjective"))


_COLLECTIVES = words("collectives")
# No noun stands before these.
_CLOSING = PREPOSITIONS | STOPS


def forces(scene: Scene, memory: Memory) -> None:
    """Read "a force of roughly 10,900" as so many people, and "a second contingent of 3,000 men" as the men."""
    if _COLLECTIVES.isdisjoint(scene.held):
        return
    for amount in scene.of("amount"):
        k = amount.i - 1
        if k < 1 or scene.words[k].low != "of" or scene.words[k - 1].low not in _COLLECTIVES:
            continue
        if amount.amount is None or amount.amount.unit:
            continue
        head, behind = scene.words[k - 1], [m for m in scene.of("item") if 0 <= m.i - amount.j <= 1]
        known = [m for m in scene.of("item") if m.i <= k - 1 < m.j]
        people = [m for m in behind if m.value.startswith(("personnel", "labour"))]
        if people and known:
            scene.marks[:] = [m for m in scene.marks if m not in known]
        elif not behind and not known and memory.people_are == "personnel.military":
            following = scene.words[amount.j].low if amount.j < len(scene.words) else "."
            if following in _CLOSING or not following[0].isalpha():
                scene.marks.append(Mark("item", head.start, amount.end, k - 1, amount.j, memory.people_are))
