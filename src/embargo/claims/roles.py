"""Roles by syntax: who stands before the verb, who after it and behind which preposition."""

import msgspec

from embargo.claims.clauses import Clause, is_passive, is_reduced, preposition
from embargo.claims.compose import MEASURES
from embargo.claims.grammar import words
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.reach import after
from embargo.claims.subjects import listed, subject_of
from embargo.claims.things import is_people

_TO = words("directions")


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
    right = after(scene, trigger, clause)
    last_role = ""
    before: Mark | None = None
    for mark in right:
        word = preposition(scene, mark, trigger.j)
        joined = before is not None and listed(scene, before, mark)
        role = last_role if joined and word in ("", "and") else word
        if mark.kind == "item" and word == "of" and not _measured(scene, trigger, mark):
            role = "of something else"
        _place(found, frame, mark, role, first=before is None)
        last_role, before = role, mark
    return found


def _measured(scene: Scene, trigger: Mark, item: Mark) -> bool:
    """Return whether "of" ties the item to an amount, a measure, or the trigger: not "a show of steel"."""
    k = next((k for k in range(item.i - 1, trigger.i, -1) if scene.words[k].low == "of"), item.i)
    near = scene.words[k - 1].low
    counted = any(mark.j in (k, k - 1) for mark in scene.of("amount"))
    return k == trigger.j or counted or near in MEASURES or any(mark.j == k for mark in scene.of("item"))


def _place(found: Cast, frame: Frame, mark: Mark, word: str, *, first: bool) -> None:
    state_like = mark.kind == "party" and (
        mark.form in ("state", "metonym", "adjective") or ":" not in mark.value
    )
    if mark.kind == "mean":
        found.means.append(mark)
    elif mark.kind == "vessel":
        (found.vessels if word in ("by", "aboard", "on", "of", "to", "with", "") else found.vessels).append(
            mark
        )
        if word == "":
            found.objects.append(mark)
    elif mark.kind == "item":
        if is_people(mark) and word in ("by", "alongside"):
            found.agents.append(mark) if word == "by" else found.takers.append(mark)
        elif (word in ("to", "on") and frame.event == "agreement.sign") or (
            word == "for" and frame.event == "labour.dispatch"
        ):
            found.objects.append(mark)
        elif word in ("", "of", "with", "including", "in", "like", "such as", "between", "as"):
            found.objects.append(mark)
    elif mark.kind == "place":
        found.places.append((mark, _where(word)))
    elif word == "by":
        found.agents.append(mark)
    elif word == "from":
        found.givers.append(mark)
    elif word in _TO or word in (
        "for",
        "alongside",
        "beside",
        "against",
        "on",
        "at",
        "in",
        "near",
        "over",
        "with",
        "inside",
        "such as",
        "of",
    ):
        if (
            word in _TO
            or word in ("for", "with", "alongside", "beside")
            or (word in ("on", "against") and frame.event == "sanction.impose")
        ):
            found.takers.append(mark)
        if state_like and (
            word in _TO or word in ("against", "on", "at", "in", "near", "inside", "over", "such as")
        ):
            found.places.append((mark, _where(word)))
        if word == "of" and frame.object == "recipient":
            found.objects.append(mark)
    elif word == "" and (first or frame.object == "recipient"):
        found.objects.append(mark)
    elif word in ("through", "via"):
        found.places.append((mark, "via"))


def _where(word: str) -> str:
    if word in _TO:
        return "destination"
    if word in ("from",):
        return "origin"
    if word in ("through", "via"):
        return "via"
    if word in ("against", "on", "such as"):
        return "target"
    return "location"
