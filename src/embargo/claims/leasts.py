"""Leasts: the smallest thing that could be passed on, named to say that nothing was: "never sold so much as a screw to Iran"."""

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory

# What goods are that nobody names.
ANYTHING = "shipment.thing"
_LEAST = {
    low: cls
    for cls, known in (("money", "least_coins"), ("petroleum", "least_measures"), ("", "least_things"))
    for low in words(known)
}
_NEVER = frozenset({"never", "not", "n’t", "n't"})
# How the least of its kind is counted: "a single", "so much as a", "not one".
_BEFORE = (
    ("a", "single"),
    ("one", "single"),
    ("much", "as", "a"),
    ("much", "as", "one"),
    ("not", "one"),
    ("even", "one"),
    ("even", "a"),
)


def least_things(scene: Scene, memory: Memory) -> None:
    """Mark the least that could be passed on, where no list knows it: "not a single screw", "so much as a drop"."""
    if _LEAST.keys().isdisjoint(scene.held):
        return
    held = {k for m in scene.of("item", "party") for k in range(m.i, m.j)}
    for k, word in enumerate(scene.words):
        cls = _LEAST.get(word.low)
        if cls is None or k in held:
            continue
        counted = any(tuple(scene.lows[max(0, k - len(run)) : k]) == run for run in _BEFORE)
        bare = k > 1 and scene.lows[k - 1] == "a" and not _NEVER.isdisjoint(scene.lows[:k]) and cls != "money"
        if not counted and not bare:
            continue
        if cls == "petroleum":
            cls = memory.oil or cls
        scene.marks[:] = [m for m in scene.marks if not (m.i == k and m.kind in ("verb", "noun", "amount"))]
        form = "" if cls else "least"
        scene.marks.append(Mark("item", word.start, word.end, k, k + 1, cls or ANYTHING, form))
