"""Neighbours: findings that are close but other occasions, linked and never merged."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from embargo.findings.facets import Key
from embargo.findings.stems import compatible
from embargo.vocabulary import Near, Period


@dataclass(frozen=True, slots=True)
class Place:
    """What is needed of a finding to find its neighbours."""

    id: str
    key: Key
    role: str
    period: Period


def neighbours(places: Sequence[Place]) -> dict[str, tuple[Near, ...]]:
    """Return for each finding its links, in order of relation and id. Found by key: no pair is tried that shares none."""
    near: dict[str, list[Near]] = defaultdict(list)
    siblings: dict[Key, list[Place]] = defaultdict(list)
    used: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    moved: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in places:
        siblings[place.key].append(place)
        if place.key.kind == "use.weapon" and place.key.stage == "done":
            used[place.key.source].append(place)
        if place.key.kind == "move.personnel":
            moved[place.key.source].append(place)
    for key in sorted(siblings, key=repr):
        _family(siblings[key], near)
    for place in places:
        if place.key.kind == "transfer" and place.key.stage == "done":
            for shot in used.get(place.key.target, ()):
                if place.key.thing and shot.key.thing and compatible(place.key.thing, shot.key.thing):
                    why = "what was used cannot be more than what was received; the two counts are not one"
                    near[place.id].append(Near(shot.id, "launched out of received", why))
                    near[shot.id].append(Near(place.id, "launched out of received", why))
        if place.key.kind == "deploy.personnel":
            for other in moved.get(place.key.source, ()):
                why = "the people deployed are the people moved: one number, not two"
                near[place.id].append(Near(other.id, "moves the same people", why))
                near[other.id].append(Near(place.id, "moves the same people", why))
    return {
        one: tuple(sorted(set(links), key=lambda link: (link.relation, link.finding)))
        for one, links in near.items()
    }


# With many occasions under one key, each is linked to the first and to the one before it, not to all.
def _family(places: Sequence[Place], near: dict[str, list[Near]]) -> None:
    if len(places) < 2:
        return
    head = places[0]
    before = head
    for place in places[1:]:
        if place.role == "additional":
            near[place.id].append(Near(head.id, "additional to", "the source says that these come on top"))
            near[head.id].append(
                Near(
                    place.id,
                    "includes" if head.role == "whole" else "other period",
                    "further ones that a source counts on top",
                )
            )
        elif place.role == "part":
            near[place.id].append(Near(head.id, "part of", "a shorter time within the same flow"))
            near[head.id].append(Near(place.id, "includes", "a shorter time within the same flow"))
        elif place.role == "whole":
            for other in {head.id: head, before.id: before}.values():
                near[place.id].append(
                    Near(other.id, "includes", "speaks of a longer time that covers this one")
                )
                near[other.id].append(
                    Near(place.id, "part of", "lies in a longer time that another claim covers")
                )
        else:
            for other in {head.id: head, before.id: before}.values():
                near[place.id].append(Near(other.id, "other period", "the same flow at another time"))
                near[other.id].append(Near(place.id, "other period", "the same flow at another time"))
        before = place
