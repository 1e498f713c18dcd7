"""Selves: who "the company", "his country", "its Government" is in what somebody says of what is theirs."""

from embargo.claims.attribution import Heard
from embargo.claims.build import Draft
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import Phrase
from embargo.claims.subjects import is_possessive
from embargo.vocabulary import state_of

_LANDS = frozenset({"country", "state", "nation", "republic", "kingdom", "government"})
_FIRMS = words("firms_spoken_of")
_THEIRS = frozenset({"the", "his", "her", "its", "their", "my", "our"})


def selfsame(scene: Scene, draft: Draft, phrase: Phrase, memory: Memory, heard: Heard) -> Mark | None:
    """Return whose "the company" or "his country" is: of who says it, in what they say; None for any other phrase."""
    first, last = scene.words[phrase.i], scene.words[phrase.head - 1]
    if phrase.head - phrase.i != 2 or first.low not in _THEIRS or last.low not in _LANDS | _FIRMS:
        return None
    if any(phrase.head <= m.i < draft.trigger.i for m in scene.of("verb", "speech", "phrase")):
        return None  # the subject of a verb before this one
    told = [v.mark for v in heard.voices if v.i <= draft.trigger.i < v.j and not v.document]
    if not told:
        return None
    value = _land(told[0]) if last.low in _LANDS else _firm(scene, told[0], memory, last.low)
    return Mark("party", first.start, last.end, phrase.i, phrase.head, value, "named") if value else None


def _land(speaker: Mark) -> str:
    return state_of(speaker.value) or ""


def _firm(scene: Scene, speaker: Mark, memory: Memory, noun: str) -> str:
    """Return the firm that speaks, or whose manager or director does: "Grey Lantern's manager, Lee, said that his company"."""
    if speaker.form == "firm":
        return speaker.value
    owner = [
        m
        for m in scene.of("party")
        if m.j <= speaker.i and m.form in ("firm", "unlisted") and (is_possessive(scene, m) or _of(scene, m))
    ]
    if owner:
        return owner[-1].value
    return memory.called(noun) or (memory.body.value if memory.body is not None else "")


def _of(scene: Scene, mark: Mark) -> bool:
    """Return whether the name stands behind "of": "director of Grey Lantern"."""
    return mark.i > 0 and scene.lows[mark.i - 1] == "of"
