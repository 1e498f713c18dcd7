"""Reach: what stands after a verb and still belongs to it."""

from embargo.claims.clauses import Clause, is_reduced
from embargo.claims.grammar import DETERMINERS
from embargo.claims.marks import Mark, Scene, once
from embargo.claims.subjects import is_possessive


def after(scene: Scene, trigger: Mark, clause: Clause) -> list[Mark]:
    """Return the parties, things, places and vessels after the trigger that belong to it, in order."""
    stop = clause.j
    for mark in scene.of("verb", "speech"):
        # A participle or an infinitive of its own closes the reach of this verb, unless it hangs on its object.
        own = trigger.j < mark.i < stop and mark.form in ("past", "s", "ing") and not is_reduced(scene, mark)
        if own and any(trigger.j <= m.i and m.j <= mark.i for m in scene.of("item", "party")):
            stop = mark.i
            break
    stop = min(stop, _infinitive(scene, trigger, stop))
    first = trigger.j
    return [
        mark
        for mark in scene.of("party", "item", "place", "vessel", "mean")
        if first <= mark.i and mark.j <= stop and not (mark.kind == "party" and _qualifies(scene, mark))
    ]


@once
def _named(scene: Scene) -> set[int]:
    """Return the tokens of all that names or counts something."""
    naming = scene.of("party", "place", "item", "time", "amount", "adjective", "vessel", "mean")
    return {k for mark in naming for k in range(mark.i, mark.j)}


def _infinitive(scene: Scene, trigger: Mark, stop: int) -> int:
    """Return the token at which an infinitive of purpose begins ("… to boost output"), or `stop`."""
    if "to" not in scene.lows[trigger.j : stop - 1]:
        return stop
    named = _named(scene)
    met = False
    for k in range(trigger.j, stop - 1):
        met = met or k in named
        if met and scene.words[k].low == "to" and k + 1 not in named:
            following = scene.words[k + 1]
            # "to ports in the east" is a way, "to boost output" a purpose: base forms do not end in a single s.
            plural = following.low.endswith("s") and not following.low.endswith("ss")
            if following.text[0].islower() and following.low not in DETERMINERS and not plural:
                return k
    return stop


def _qualifies(scene: Scene, mark: Mark) -> bool:
    """Return whether the party only qualifies the next noun ("Russia's war"): then it is no party of the verb."""
    if not is_possessive(scene, mark):
        return False
    following = mark.j + 1
    return (
        following < len(scene.words)
        and not any(m.i == following for m in scene.of("place"))
        and scene.words[following].low != "war"
    )
