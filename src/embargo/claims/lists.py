"""Lists: items take parties, time and source from the sentence that leads them in."""

import re

import msgspec

from embargo.claims.attribution import Heard, Voice
from embargo.claims.build import Draft, classes_of, meets
from embargo.claims.clauses import Clause, clauses, preposition
from embargo.claims.lexicon import Frame, Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import mood_of
from embargo.claims.parties import carried_over, fill, of_people
from embargo.claims.roles import Cast, cast
from embargo.claims.rules import is_rule
from embargo.claims.speakers import voice_of_mood, without_speakers
from embargo.claims.things import is_people
from embargo.claims.when import owners
from embargo.vocabulary import When

_BULLET = re.compile(r"[ \t]*(?:\(?\d{1,3}[.)]|\((?:[a-z]|[ivx]{1,5})\)|[a-z]\)|[-*•▪●–])[ \t]+$")
# Deeds whose things a list may hold.
_PATTERNS = ("give", "get")
_PEOPLE_SENT = ("deploy.personnel", "labour.dispatch")
# A voice of the lead-in reaches all of an item.
_ALL = 1_000_000


class Lead(msgspec.Struct):
    """What the items of a list take over from the sentence before them."""

    drafts: list[Draft]
    subject: Mark | None
    # The mark of its items, once the first is met: a list ends where the mark changes.
    style: str
    voices: list[Voice]
    time: When | None


def item_style(text: str, start: int) -> str:
    """Return what kind of mark makes the sentence that starts there an item: "1", "a" or the bullet; "" for none."""
    line = text.rfind("\n", 0, start) + 1
    if _BULLET.match(text[line:start]) is None:
        return ""
    sign = text[line:start].strip(" \t().")[:1]
    return "1" if sign.isdigit() else "a" if sign.isalpha() else sign


def lead_of(scene: Scene, lexicon: Lexicon, memory: Memory, heard: Heard) -> Lead:
    """Return what a sentence that ends with a colon leaves open for the items after it."""
    made: list[Draft] = []
    for clause in clauses(scene):
        for trigger in [m for m in scene.of("verb") if clause.i <= m.i < clause.j]:
            if not is_rule(scene, trigger, clause):
                made.extend(_open_drafts(scene, trigger, clause, lexicon, memory, heard))
    owner = owners(scene)
    dated = [
        mark.when
        for mark in scene.of("time")
        if mark.start not in owner or owner[mark.start].kind != "speech"
    ]
    speaking = {voice.mark.i for voice in heard.voices}
    left = [m for m in scene.of("party") if m.i not in speaking and preposition(scene, m, 0) == ""]
    voices = [
        msgspec.structs.replace(voice, mark=msgspec.structs.replace(voice.mark, i=-1, j=-1), i=0, j=_ALL)
        for voice in heard.voices
    ]
    subject = msgspec.structs.replace(left[-1], i=0, j=1) if left else None
    return Lead(made, subject, "", voices, dated[0] if dated else None)


def _open_drafts(
    scene: Scene, trigger: Mark, clause: Clause, lexicon: Lexicon, memory: Memory, heard: Heard
) -> list[Draft]:
    made: list[Draft] = []
    for frame in lexicon.frames:
        fits = frame.pattern in _PATTERNS or frame.event in _PEOPLE_SENT
        if not fits or trigger.value not in frame.verbs or frame.bridge or frame.inner or frame.passive_only:
            continue
        found = cast(scene, frame, trigger, clause, memory)
        without_speakers(found, heard)
        mood = mood_of(scene, trigger, clause, frame.event, found.subject)
        draft = Draft(frame, frame.event, trigger, clause, found, mood, [], [], [], [], [])
        voice_of_mood(scene, draft, heard, memory)
        fill(scene, draft, memory, heard)
        if draft.supplier or draft.recipient or draft.actor:
            made.append(draft)
    return made


def of_item(scene: Scene, lead: Lead, lexicon: Lexicon) -> list[Draft]:
    """Return the draft of a list's item that names things and no deed of its own, or nothing."""
    things = [
        mark for mark in scene.of("item") if preposition(scene, mark, 0) in ("", "of", "including", "with")
    ]
    if not things:
        return []
    for open_draft in lead.drafts:
        frame = open_draft.frame
        items = [mark for mark in things if meets(frame, classes_of([mark], []), Cast()) or is_people(mark)]
        if not items or not meets(frame, classes_of(items[:1], []), Cast()):
            continue
        return [_item_draft(scene, open_draft, frame, items, lexicon)]
    return []


def _item_draft(scene: Scene, lead: Draft, frame: Frame, items: list[Mark], lexicon: Lexicon) -> Draft:
    first = items[0]
    event = lexicon.event_of(first.value) if frame.event == "by item" else frame.event
    trigger = msgspec.structs.replace(first, kind="noun", form="item")
    places = [
        (mark, "destination" if preposition(scene, mark, 0) in ("to", "into") else "location")
        for mark in scene.of("place")
    ]
    draft = Draft(
        frame,
        event,
        trigger,
        Clause(0, len(scene.words), "root"),
        Cast(objects=items, places=places, means=[*scene.of("mean")], vessels=[*scene.of("vessel")]),
        msgspec.structs.replace(lead.mood, cue=None, asked=None),
        items,
        [],
        list(carried_over(lead.supplier)),
        list(carried_over(lead.recipient)),
        list(carried_over(lead.actor)),
        led=True,
    )
    of_people(draft)
    return draft
