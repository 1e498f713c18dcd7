"""Negations: which words of denying really negate, which things the text says there are none of, and deeds that came to nothing."""

import re

from embargo.claims.grammar import PREPOSITIONS, STOPS, words
from embargo.claims.marks import Mark, Scene, once
from embargo.language import holds, standing_in

_IDLE, _DOUBTING = words("idle_behind_no"), words("doubting")
# So many words stand at most between "no" and its noun, and between a negation and the doubt that it takes away.
_ADJECTIVES, _DOUBT = 3, 4

_TRIED = frozenset({"tried", "attempted"})
# Behind the deed: whoever was to give refused, or all was in vain.
_CAME_TO_NOTHING = re.compile(
    r"\b(?:who|which|but\s+(?:\w+\s+){1,4}?)\s*(?:had\s+)?(?:refused|declined)\s+(?:to\s+(?:ship|deliver|supply|sell|send|"
    r"hand|provide|fill|export|release|accept|load|let)|it|them|the\s+(?:order|sale|offer|request))\b|\bbut\s+(?:was|were)\s+(?:refused|rebuffed|turned\s+(?:down|away))\b"
    r"|\bwithout\s+success\b|\bin\s+vain\b|\bto\s+no\s+avail\b|\b(?:came|has\s+come|had\s+come)\s+to\s+nothing\b|\bfell\s+through\b"
)


# One of these stands in all that the pattern finds.
_FAILING = ("refused", "declined", "rebuffed", "turned", "success", "vain", "avail", "nothing", "through")


@once
def _may_fail(scene: Scene) -> bool:
    return holds(scene.text[scene.start : scene.end], standing_in(scene.text, _FAILING))


@once
def negations(scene: Scene) -> list[Mark]:
    """Return the cues that negate: not "Count no. 17", "no later than", "no doubt", "has no reason to doubt"."""
    return [mark for mark in scene.of("cue") if mark.value == "negative" and not _idle(scene, mark)]


def _idle(scene: Scene, cue: Mark) -> bool:
    behind = scene.lows[cue.j : cue.j + _DOUBT]
    if scene.lows[cue.i] == "no" and behind:
        numbered = behind[1] if behind[0] == "." and len(behind) > 1 else behind[0]
        if numbered[0].isdigit() or behind[0] in _IDLE:
            return True
    near = behind[: behind.index(",")] if "," in behind else behind
    return not _DOUBTING.isdisjoint(near)


def is_none(scene: Scene, noun: Mark) -> bool:
    """Return whether the text says "no" of the noun: "has sent no weapons", "no such drones", "no New Zealand machinery"."""
    for k in range(noun.i - 1, max(-1, noun.i - 2 - _ADJECTIVES), -1):
        low = scene.lows[k]
        if low == "no":
            return not _idle_at(scene, k)
        if low in PREPOSITIONS or low in STOPS or not low[0].isalpha():
            return False
    return False


def _idle_at(scene: Scene, k: int) -> bool:
    return scene.lows[k + 1] in _IDLE


def came_to_nothing(scene: Scene, trigger: Mark) -> bool:
    """Return whether the deed was only tried, or refused: "tried to buy 24 valves", "ordered 40 from a firm that declined"."""
    if _may_fail(scene) and _CAME_TO_NOTHING.search(scene.text, trigger.end, scene.end):
        return True
    at = trigger.i if scene.lows[trigger.i] in _TRIED else trigger.i - 2
    tried = at >= 0 and scene.lows[at : at + 2] in (["tried", "to"], ["attempted", "to"])
    return tried and trigger.kind == "verb"


_RECORDS = frozenset(
    {
        "record",
        "records",
        "trace",
        "traces",
        "sign",
        "signs",
        "evidence",
        "proof",
        "indication",
        "entry",
        "entries",
    }
)
_THERE_WERE_NONE = re.compile(
    r"\bthere\s+(?:has\s+been|have\s+been|had\s+been|was|were|is|are)\s+none\b", re.IGNORECASE
)


def without_record(scene: Scene, trigger: Mark) -> bool:
    """Return whether what the trigger finds or names is not there: "found no record of a call", "on deliveries: “there have been none”"."""
    if "none" in scene.lows and trigger.kind == "noun":
        return _THERE_WERE_NONE.search(scene.text, trigger.end, scene.end) is not None
    ahead, behind = (
        scene.lows[max(0, trigger.i - _ADJECTIVES - 2) : trigger.i],
        scene.lows[trigger.j : trigger.j + 2],
    )
    if trigger.kind == "verb":
        return behind[:1] == ["no"] and not _RECORDS.isdisjoint(behind[1:])
    return any(low == "no" and not _RECORDS.isdisjoint(ahead[k + 1 : k + 2]) for k, low in enumerate(ahead))
