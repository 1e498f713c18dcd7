"""Needs: whether a sentence holds what a frame needs, told before anything is cast. Most frames of most verbs fall here."""

from embargo.claims.dealings import may_deal
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.nameless import CRAFT
from embargo.claims.objects import AT_ALL, fits
from embargo.claims.things import is_money

# Forms of marks that name a person, or may.
PERSONS = ("person", "unlisted", "office")


def is_guest(mark: Mark) -> bool:
    """Return whether the mark names somebody who may visit: a person, an office, or a panel of the United Nations."""
    return mark.form in PERSONS or (mark.form in ("body", "call") and mark.value.startswith(("UN:", "MSMT")))


def may_meet(scene: Scene, frame: Frame, memory: Memory) -> bool:
    """Return whether the sentence, or what was said before it, holds anything at all that the frame needs.

    Where it does not, no cast of the trigger meets the frame; where it does, only the cast tells.
    """
    needs = frame.needs
    if not needs or "party" in needs or "place" in needs:
        return True
    for mark in scene.of("item"):
        if fits(frame, mark):
            return True
    before = [mark for mark in (memory.people, memory.lead_subject) if mark is not None]
    if any(fits(frame, mark) for mark in before):
        return True
    if frame.event == "by item" and (memory.goods is not None or not AT_ALL.isdisjoint(scene.lows)):
        return True  # "has received none": the goods spoken of; "never sold anything"
    if frame.event == "by item" and memory.concerned and may_deal(scene):
        return True  # "has never traded with the North"
    if "money" in needs and any(is_money(mark) for mark in scene.of("amount")):
        return True
    if "vessel" in needs and frame.event == "interdict" and not CRAFT.isdisjoint(scene.lows):
        return True
    if "vessel" in needs:
        return memory.vessel is not None or any(
            mark.value.startswith("vessel") for mark in (*scene.marks, *before)
        )
    if "person" in needs or "guest" in needs:
        return any(is_guest(mark) for mark in (*scene.marks, *before))
    return False
