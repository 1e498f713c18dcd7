"""Denials: a flat "no such thing was done" by somebody who is named denies it, whoever is said to have done it.

Nobody need say of a deed that it was not done unless it is said somewhere that it was. Who keeps count of such deeds
(harbour masters, trackers, panels, statistics) only reports that there were none, and who has seen no sign of one denies nothing.
"""

import re
from collections.abc import Sequence

from embargo.claims.clauses import Clause
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import Mood
from embargo.claims.negations import negations
from embargo.vocabulary import Claim, Speaker, state_of

# What a text says of a charge that it has just told: "That is wrong.", "The Ministry dismisses this tale."
_REJECTS = re.compile(
    r"\b(?:(?:that|this|which|it|all\s+of\s+this|neither|none\s+of\s+(?:it|this)|the\s+(?:allegation|claim|charge|accusation|report|story)s?)\s+"
    r"(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:wrong|untrue|incorrect|false|true|baseless|groundless|unfounded|nonsense|not\s+(?:so|true)|without\s+foundation|"
    r"devoid\s+of|a\s+(?:fabrication|lie|fiction))|nothing\s+of\s+the\s+(?:sort|kind)|(?:reject|dismiss|refute|repudiate|den(?:y|ie))(?:e?s)?\s+"
    r"(?:it|this|that|these|all|any|such|outright|out\s+of\s+hand|categorically)\b)",
    re.IGNORECASE,
)
# So far before a denial the rejection stands, and so far into a text its publisher is named.
_NEAR, _HEAD = 330, 500
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


def rebutted(scene: Scene, claim: Claim, trigger: Mark, clause: Clause, memory: Memory) -> bool:
    """Return whether a publisher that answers charges says flatly that it was not done: "That is untrue. We sold no oil."."""
    bare = (claim.modality, claim.polarity) == ("asserted", "negative") and claim.event.startswith(DENIABLE)
    if not bare or len(claim.attribution) > 1 or memory.correcting or not _flat(scene, trigger, clause):
        return False
    own = memory.own or ""
    name = own.partition(":")[2].casefold()
    answers = bool(state_of(own)) or (bool(name) and name in scene.text[:_HEAD].casefold())
    return answers and _REJECTS.search(scene.text, max(0, trigger.start - _NEAR), trigger.start) is not None


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
