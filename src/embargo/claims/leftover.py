"""Leftover times: what dates no other deed of a sentence may date the one that has no time of its own."""

from collections.abc import Collection

import msgspec

from embargo.claims.build import Draft
from embargo.claims.comparisons import compared
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.when import DONE, is_period, is_speech
from embargo.vocabulary import When


def unclaimed(
    scene: Scene, draft: Draft, owner: dict[int, Mark], others: Collection[Draft], *, own: bool
) -> When | None:
    """Return the time that dates no other deed of the sentence: "boxes that came ashore in June", "the fighting since May cost …".

    A relative clause without a time of its own has that of the noun it hangs on where its deed is of that noun: "an encounter
    on 3 May, during which the tanker lay alongside". With `own` only times of the deed's own clause count.
    """
    times = scene.of("time")
    if not times:
        return None
    taken = {m.trigger.i for m in others if m is not draft}
    lead = scene.words[draft.clause.i - 1].low if draft.clause.i else ""
    within = draft.clause.lead == "rel" and (
        lead in _WITHIN or scene.words[draft.clause.i].low in ("where", "when")
    )
    free = [
        time
        for time in times
        if not compared(scene, time)
        and not is_period(scene, draft, time)
        and not any(draft.trigger.j <= m.i < time.i for m in scene.of("speech"))
        and (time.start not in owner or not is_speech(scene, draft, owner[time.start]))
        and (within or time.start not in owner or owner[time.start].i not in taken)
    ]
    here = [time for time in free if draft.clause.i <= time.i < draft.clause.j]
    if not here and (own or (draft.clause.lead == "rel" and not within)):
        return None
    near = here or [time for time in free if not _parted(scene, draft, time)]
    return min(near, key=lambda time: abs(time.i - draft.trigger.i)).when if near else None


def lone(scene: Scene, draft: Draft, owner: dict[int, Mark]) -> When | None:
    """Return the one time that a sentence gives, for what is done in it and has no other: "with shells that were landed there in May".

    A time right at a word of saying is when it was said, and what had been done by then ("those who had taken it") was done at
    a time of its own.
    """
    times = [time for time in scene.of("time") if not compared(scene, time)]
    if len(times) != 1 or draft.mood.modality not in DONE or is_period(scene, draft, times[0]):
        return None
    time, mine = times[0], owner.get(times[0].start)
    said = mine is not None and is_speech(scene, draft, mine)
    if said and mine is not None and (mine.j <= time.i <= mine.j + _AT_SAYING or time.j == mine.i):
        return None
    if said and (draft.clause.lead == "comp" or draft.mood.modality == "acknowledged") and time.i <= 1:
        return None  # "On 27 April the State admitted that its men had fought"
    pluperfect = "had" in scene.lows[max(0, draft.trigger.i - 3) : draft.trigger.i]
    if (pluperfect and draft.clause.lead == "rel") or _parted(scene, draft, time):
        return None
    return time.when


# So many words lie at most between "told us" and the day on which it was told.
_AT_SAYING = 3


# "during which", "in the course of which": the deed lies in what the clause hangs on.
_WITHIN = frozenset({"during", "in", "at", "on", "after", "of"})
# So many words off a time still dates a deed of another clause.
_FAR = 18


def _parted(scene: Scene, draft: Draft, time: Mark) -> bool:
    """Return whether a time stands too far off, or behind a stop that begins another statement."""
    first, last = sorted((time, draft.trigger), key=lambda mark: mark.i)
    between = scene.lows[first.j : last.i]
    return len(between) > _FAR or bool({";", "—", ":", "while", "whereas", "but"} & set(between))


def of_entry(draft: Draft, event: When | None, memory: Memory) -> When | None:
    """Return the time of a deed in an entry of a chronology: its day, where the deed has no time that could be its own.

    "15 July. Bern releases money that it had frozen since 2011"; "20 June. The Council extends its measures to 31 January 2026".
    """
    head = memory.entry
    if head is None or head.first is None or head.last is None or draft.mood.modality not in DONE:
        return event
    ahead = event is not None and event.first is not None and event.first > head.last
    return msgspec.structs.replace(head, outside_quote=True) if event is None or ahead else event
