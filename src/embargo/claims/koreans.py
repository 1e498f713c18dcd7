"""Koreans: in a text on the North's soldiers or workers "Koreans" without any point of the compass are theirs."""

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory

# After "a Korean" and "the Koreans" no noun follows; "Korean" qualifies people only.
_QUALIFIED = words("korean_people")
_OTHERS = frozenset({"north", "south"})


def koreans(scene: Scene, memory: Memory) -> None:
    """Mark "two Koreans", "Korean sappers" as the North's, in a text that speaks of its people."""
    if not memory.of_the_north or not memory.people_are:
        return
    for k, word in enumerate(scene.words):
        if word.text not in ("Koreans", "Korean") or any(m.i <= k < m.j for m in scene.marks):
            continue
        before = scene.words[k - 1].low if k else ""
        following = scene.words[k + 1].low if k + 1 < len(scene.words) else ""
        if before in _OTHERS or (word.text == "Korean" and following not in _QUALIFIED):
            continue
        scene.marks.append(Mark("adjective", word.start, word.end, k, k + 1, "KP", "adjective"))
