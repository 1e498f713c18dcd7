"""Denials: a flat "no such thing was done" by somebody who is named denies it, whoever is said to have done it.

Nobody need say of a deed that it was not done unless it is said somewhere that it was. Who keeps count of such deeds
(harbour masters, trackers, panels, statistics) only reports that there were none, and who has seen no sign of one denies nothing.
"""

from collections.abc import Sequence

from embargo.claims.clauses import Clause
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.modality import Mood
from embargo.claims.negations import negations
from embargo.vocabulary import Speaker

# Deeds that somebody is charged with; who says that nothing was seized or declared reports it.
DENIABLE = (
    "transfer", "aid", "ship", "deploy", "move", "labour", "vessel", "capture.territory", "train", "use", "combat", "theft", "finance", "evade",
    "conceal", "rail",
)  # fmt: skip
_OBSERVERS, _SEEING = words("observers"), words("seeing_verbs")


def waved_off(
    scene: Scene, mood: Mood, event: str, trigger: Mark, clause: Clause, attribution: Sequence[Speaker]
) -> bool:
    """Return whether a named speaker says flatly that it was not done: "the firm replied that no engine had gone there"."""
    bare = (mood.modality, mood.polarity) == ("asserted", "negative")
    if not bare or not event.startswith(DENIABLE) or len(attribution) < 2:
        return False
    speaker = attribution[0]
    if speaker.mode == "document" or _observes(speaker):
        return False
    return _flat(scene, trigger, clause)


def _observes(speaker: Speaker) -> bool:
    said = f"{speaker.text or ''} {speaker.canonical.partition(':')[2]}".casefold()
    return not _OBSERVERS.isdisjoint(
        word.strip(".,") for word in said.replace("’s", "").replace("'s", "").split()
    )


def _flat(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    """Return whether what is negated is the deed itself: not "has seen no sign that …", not "nothing has come so far"."""
    if not any(clause.i <= mark.i < clause.j for mark in negations(scene)):
        return False
    lows = scene.lows[clause.i : clause.j]
    return not {"yet", "far"} & set(lows) and _SEEING.isdisjoint(scene.lows[clause.i : trigger.j])
