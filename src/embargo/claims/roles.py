"""Roles by syntax: who stands before the verb, who after it and behind which preposition."""

import msgspec

from embargo.claims.clauses import Clause, is_passive, is_reduced, preposition
from embargo.claims.grammar import words
from embargo.claims.grounds import SEAT, sits_there, way_to
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.nameless import craft_of
from embargo.claims.reach import after
from embargo.claims.subjects import adding, listed, subject_of
from embargo.claims.things import is_people
from embargo.claims.units import MEASURES

_TO = words("directions")
_MEASURES_OR_PARTS = MEASURES | words("partitives")
# "asked the US for 25 systems": what is asked for stands behind "for".
_ASKING = frozenset({"ask", "request", "call"})
_AT = frozenset({"against", "on", "at", "in", "near", "inside", "over", "such as"})
_OF_THINGS = frozenset({"", "of", "with", "including", "in", "like", "such as", "between", "as"})
_OF_FRAMES = {("agreement.sign", "to"), ("agreement.sign", "on"), ("labour.dispatch", "for")}


_WHERE_THEY_ARE = ("casualty", "combat.participate", "capture.personnel", "interdict")


_OFF = frozenset(
    {
        "cease",
        "stop",
        "switch",
        "turn",
        "disable",
        "deactivate",
        "lose",
        "disappear",
        "vanish",
        "cut",
        "silence",
    }
)


# Deeds that lead somewhere: whither or whence they go is a place, where no list knows it.
_OF_WAYS = (
    "labour.dispatch", "labour.repatriate", "deploy.personnel", "move.personnel", "vessel.move", "vessel.portcall", "visit.official",
    "rail.cross", "ship.cargo",
)  # fmt: skip


# What lies somewhere or falls on it: names no list knows behind "on", "at", "in" are places.
_ON_GROUND = ("use.weapon", "combat.participate", "capture.territory", "presence.materiel")


# What a ship does under another's name: "it was transmitting the particulars of a cement carrier".
_ON_AIR = (
    "<broadcast>",
    "<transmit>",
    "<send>",
    "<ping>",
    "<sail>",
    "<reappear>",
    "<resurface>",
    "<paint>",
    "<clone>",
)


_OF_HER_TRACK = ("vessel.ais_gap", "vessel.draught")


class Cast(msgspec.Struct):
    """Who and what stands where around one trigger."""

    subject: list[Mark] = []
    objects: list[Mark] = []
    givers: list[Mark] = []
    takers: list[Mark] = []
    agents: list[Mark] = []
    places: list[tuple[Mark, str]] = []
    means: list[Mark] = []
    vessels: list[Mark] = []
    passive: bool = False
    inherited: bool = False


def cast(scene: Scene, frame: Frame, trigger: Mark, clause: Clause, memory: Memory) -> Cast:
    """Return the cast of a verb in its clause; slots that the text leaves open stay empty."""
    found = Cast()
    found.passive = is_passive(scene, trigger) or is_reduced(scene, trigger)
    found.subject, found.inherited = subject_of(scene, trigger, clause, memory)
    if frame.event in ("vessel.move", "vessel.portcall"):
        craft = [m for m in scene.of("mean") if clause.i <= m.i and m.j <= trigger.i]
        found.means.extend(
            m for m in craft if m.value.startswith("vessel") and preposition(scene, m, clause.i) == ""
        )
    if frame.event.startswith("vessel.") or (
        frame.event.startswith("conceal.") and trigger.value.startswith(_ON_AIR)
    ):
        _her(scene, trigger, clause, memory, found, frame.event)
    right = after(scene, trigger, clause)
    if frame.event == "interdict" and trigger.kind == "verb" and "vessel" in frame.needs:
        craft, ship = craft_of(scene, trigger, clause, memory, passive=found.passive)
        found.means.extend(craft)
        found.vessels.extend(ship)
    found.vessels.extend(mark for mark in found.subject if mark.kind == "vessel")
    found.places.extend(_before(scene, trigger, clause, frame.event))
    if frame.event == "capture.territory" and trigger.value.startswith("<fall>"):
        # "Yasenove fell to Russian brigades": what falls is the place.
        before_it = [m for m in scene.of("place") if clause.i <= m.i and m.j <= trigger.i]
        fallen = [m for m in before_it if preposition(scene, m, clause.i) == ""]
        fallen = fallen or [m for m in found.subject if m.form == "unlisted"]
        found.places.extend((mark, "location") for mark in fallen)
        found.subject = []
    last_role = ""
    before: Mark | None = None
    for mark in right:
        word = preposition(scene, mark, trigger.j)
        if word == "by" and _done_by_others(scene, trigger, mark):
            continue
        joined = before is not None and listed(scene, before, mark)
        added = before is not None and (adding(scene, before, mark) > 0 or word == "as")
        role = last_role if joined and (added or word in ("", "and")) else word
        if (
            mark.kind == "item"
            and word == "of"
            and not added
            and trigger.kind != "noun"
            and not _measured(scene, trigger, mark)
        ):
            role = "of something else"
        if mark.kind == "place":
            seat = frame.event.startswith(("transfer.", "by item")) and sits_there(scene, mark)
            role = SEAT if seat else way_to(scene, mark, role)
        if role != SEAT:
            _place(found, frame, mark, role, first=before is None, asked=trigger.value in _ASKING)
        last_role, before = role, mark
    if not found.objects and not found.passive and not found.inherited and found.subject:
        # "the treaty that both signed": the relative clause hangs on its object.
        hangs_on = clause.antecedent if clause.lead == "rel" else None
        if hangs_on is not None and hangs_on.kind == "item" and hangs_on not in found.subject:
            found.objects.append(hangs_on)
    return found


def _her(scene: Scene, trigger: Mark, clause: Clause, memory: Memory, found: Cast, event: str) -> None:
    """Take the vessel spoken of last for "it" and "she", and for nobody: "Berthed at Rajin on 2 November", says her log."""
    if memory.vessel is None:
        return
    if trigger.kind == "phrase" and {"her", "it"} & {word.low for word in scene.words[trigger.i : trigger.j]}:
        # "a friend found her at Chongjin"
        found.subject = [
            Mark("vessel", trigger.start, trigger.start, trigger.i, trigger.i, memory.vessel, "log")
        ]
        found.vessels.extend(found.subject)
        return
    named = any(m.kind == "vessel" for m in scene.marks if clause.i <= m.i < clause.j)
    if trigger.value in _OFF and not named:
        found.vessels.append(
            Mark("vessel", trigger.start, trigger.start, trigger.i, trigger.i, memory.vessel, "log")
        )
        return
    opens = clause.i == 0 and trigger.i <= 1 and trigger.form != "ing"
    # "Not a ping between 7 and 21 May": such phrases are said of the ship spoken of, wherever they stand.
    unsaid = not found.subject and (
        opens or (trigger.kind == "phrase" and not named and event in _OF_HER_TRACK)
    )
    pronoun = len(found.subject) == 1 and found.subject[0].form == "pronoun"
    word = scene.words[found.subject[0].i].low if pronoun else ""
    if word in ("it", "she") and not found.subject[0].value.startswith("vessel:"):
        found.subject = [msgspec.structs.replace(found.subject[0], kind="vessel", value=memory.vessel)]
    elif unsaid:
        found.vessels.append(
            Mark("vessel", trigger.start, trigger.start, trigger.i, trigger.i, memory.vessel, "log")
        )


def _before(scene: Scene, trigger: Mark, clause: Clause, event: str) -> list[tuple[Mark, str]]:
    """Return places that stand before the verb: where the sentence opens ("At Rajin …"), and the way of a participle."""
    found: list[tuple[Mark, str]] = []
    for mark in scene.of("place"):
        word = preposition(scene, mark, clause.i) if clause.i <= mark.i and mark.j <= trigger.i else ""
        opens = mark.i - clause.i <= 3 and word in ("at", "in", "near", "off", "from")
        on_the_way = trigger.form == "ing" and word in ("from", *_TO)
        # "the force in Kursk has taken casualties", "officers in Rotterdam seized": it happened where they are.
        there = event in _WHERE_THEY_ARE and word in ("in", "at", "near")
        if opens or on_the_way or there:
            found.append((mark, _where(word)))
    return found


def _done_by_others(scene: Scene, trigger: Mark, mark: Mark) -> bool:
    """Return whether "by" hangs on another participle: "transfers prohibited by the Council"."""
    by = max(k for k in range(trigger.j, mark.i) if scene.words[k].low == "by")
    before = scene.words[by - 1]
    participle = any(m.j == by and m.form in ("past", "pp") for m in scene.of("verb"))
    return by - 1 >= trigger.j and (participle or before.low.endswith("ed")) and before.text.islower()


def _measured(scene: Scene, trigger: Mark, item: Mark) -> bool:
    """Return whether "of" ties the item to an amount, a measure, or the trigger: not "a show of steel"."""
    k = next((k for k in range(item.i - 1, trigger.i, -1) if scene.words[k].low == "of"), item.i)
    near = scene.words[k - 1].low
    counted = any(mark.j in (k, k - 1) for mark in scene.of("amount"))
    return (
        k == trigger.j
        or counted
        or near in _MEASURES_OR_PARTS
        or any(mark.j == k for mark in scene.of("item"))
    )


def _place(found: Cast, frame: Frame, mark: Mark, word: str, *, first: bool, asked: bool) -> None:
    """Put what stands after the verb where its preposition says."""
    if mark.kind == "mean":
        found.means.append(mark)
    elif mark.kind == "vessel":
        found.vessels.append(mark)
        if word == "":
            found.objects.append(mark)
    elif mark.kind == "item":
        _place_item(found, frame, mark, word, asked=asked)
    elif mark.kind == "place":
        found.places.append((mark, _where(word)))
    elif word == "by":
        found.agents.append(mark)
    elif word == "from" and not (mark.form == "unlisted" and frame.event in _OF_WAYS):
        found.givers.append(mark)
    elif word in ("through", "via"):
        found.places.append((mark, "via"))
    elif word == "" and mark.form == "unlisted" and frame.event.startswith("vessel.") and first:
        found.places.append((mark, "location"))  # "She entered Kaohsiung"
    elif word in ("", "of") and mark.form == "unlisted" and frame.event == "capture.territory":
        found.places.append((mark, "location"))  # "took Yasenove"
    elif word == "":
        if first or frame.object == "recipient":
            found.objects.append(mark)
    else:
        _place_party(found, frame, mark, word)


def _place_item(found: Cast, frame: Frame, mark: Mark, word: str, *, asked: bool) -> None:
    if is_people(mark) and word == "by":
        found.agents.append(mark)
    elif is_people(mark) and word == "alongside":
        found.takers.append(mark)
    elif word in _OF_THINGS or (frame.event, word) in _OF_FRAMES or (word == "for" and asked):
        found.objects.append(mark)


def _place_party(found: Cast, frame: Frame, mark: Mark, word: str) -> None:
    if mark.form == "unlisted" and frame.event in _OF_WAYS and (word in _TO or word == "from"):
        found.places.append((mark, _where(word)))
        return
    if mark.form == "unlisted" and frame.event in _ON_GROUND and word in _AT:
        found.places.append((mark, _where(word)))
        return
    against = word in ("on", "against") and frame.event == "sanction.impose"
    if word in _TO or word in ("for", "with", "alongside", "beside") or against:
        found.takers.append(mark)
    state_like = mark.form in ("state", "metonym", "adjective") or ":" not in mark.value
    if state_like and (word in _TO or word in _AT):
        found.places.append((mark, _where(word)))
    if word == "of" and frame.object == "recipient":
        found.objects.append(mark)


def _where(word: str) -> str:
    if word in _TO or word == "for":
        return "destination"
    if word == "from":
        return "origin"
    if word in ("through", "via"):
        return "via"
    if word in ("against", "on", "such as"):
        return "target"
    return "location"
