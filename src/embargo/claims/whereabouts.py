"""Whereabouts: where a deed happened that names no place itself: "there", the head of its paragraph, what was told before."""

import re

import msgspec

from embargo.claims.build import Draft, mention
from embargo.claims.grammar import words
from embargo.claims.grounds import grounds_of
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.when import told_on
from embargo.vocabulary import Claim, Mention, state_of

DOUBT = "where it was is read from what is told before"
# Deeds that happen somewhere.
_SOMEWHERE = (
    "interdict", "vessel.", "casualty", "combat.", "capture.", "presence.", "use.weapon", "agreement.", "train.", "rail.", "labour.",
)  # fmt: skip
# Deeds told on of a fight, a ship or a search stay where it was; men and goods move on.
_STAYING = (
    "casualty",
    "combat.",
    "capture.personnel",
    "interdict",
    "vessel.draught",
    "presence.",
    "agreement.",
)
_BE = words("forms_of_be") | words("auxiliaries")
# A paragraph that opens with a place and a stop or a colon: "Tumangang yard. On 29 April …", "Kursk direction: …".
_HEAD = re.compile(r"(?:[^\n.:;,()]{0,40})(?=[.:]\s|,\s\d{1,2}\s[A-Z])")
_HEAD_WORDS = 5


def located(scene: Scene, draft: Draft, claim: Claim, memory: Memory) -> Claim:
    """Return the claim with the place that its words leave to what stands before, and a doubt that says so."""
    if claim.places or not claim.event.startswith(_SOMEWHERE) or scene.of("place"):
        near = [] if claim.places else _joined(scene, draft)
        return msgspec.structs.replace(claim, places=tuple(near)) if near else claim
    found = _there(scene, draft, memory) or memory.head_place or _told(scene, draft, claim, memory)
    if found is None:
        return claim
    place = msgspec.structs.replace(found, role="location", outside_quote=True)
    return msgspec.structs.replace(claim, places=(place,), doubts=(*claim.doubts, DOUBT))


def _joined(scene: Scene, draft: Draft) -> list[Mention]:
    """Return where the deed happened that this one is joined to: "stopped the dhow off Derna and took off 30 rifles"."""
    before = draft.clause.before if draft.clause.lead == "and" else None
    if before is None or not draft.event.startswith(_SOMEWHERE):
        return []
    verbs = [m for m in scene.of("verb", "phrase") if before.i <= m.i < before.j]
    here = grounds_of(scene, draft.event, verbs[-1], before) if verbs else []
    return [
        msgspec.structs.replace(mention(scene, mark, role), outside_quote=True)
        for mark, role in here
        if role == "location"
    ][:1]


def _there(scene: Scene, draft: Draft, memory: Memory) -> Mention | None:
    """Return the place named last for a "there" of the deed's own clause: not of "there were"."""
    for k in range(draft.clause.i, draft.clause.j):
        following = scene.words[k + 1].low if k + 1 < len(scene.words) else ""
        if scene.words[k].low == "there" and following not in _BE:
            return memory.place
    return None


def _told(scene: Scene, draft: Draft, claim: Claim, memory: Memory) -> Mention | None:
    """Return where the deed told before in the same paragraph happened, for one that is told on and has no time of its own."""
    if memory.located is None or scene.of("time") or not told_on(scene, draft):
        return None
    where, paragraph = memory.located
    same = paragraph == scene.text.rfind("\n", 0, scene.start)
    return where if same and claim.event.startswith(_STAYING) else None


def head_place(scene: Scene, memory: Memory) -> Mention | None:
    """Return the place that the paragraph of a sentence opens with, None where it opens with none."""
    line = scene.text.rfind("\n", 0, scene.start) + 1
    if scene.start > line and scene.text[line : scene.start].strip():
        return memory.head_place if memory.head_line == line else None
    memory.head_line = line
    head = _HEAD.match(scene.text, scene.start)
    place = next((m for m in scene.of("place") if m.i <= 1), None)
    if head is None or place is None or place.end > head.end() or state_of(place.value) is None:
        return None
    verbs = any(m.end <= head.end() for m in scene.of("verb", "speech"))
    short = scene.token_at(head.end()) <= _HEAD_WORDS
    return mention(scene, place, "location") if short and not verbs else None


def place_named(scene: Scene) -> Mention | None:
    """Return the last place of a sentence, for the "there" of the next."""
    named = [m for m in scene.of("place", "party") if _is_place(scene, m)]
    return mention(scene, named[-1], "location") if named else None


def _is_place(scene: Scene, mark: Mark) -> bool:
    if mark.kind == "place":
        return mark.form != "origin"
    before = scene.words[mark.i - 1].low if mark.i else ""
    return mark.form == "metonym" and before in ("in", "at", "to", "from", "near", "off", "reached")
