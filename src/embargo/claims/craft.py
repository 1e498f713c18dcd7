"""Craft: what a deed becomes by the ships and aircraft that do it, and who of them act."""

from embargo.claims.build import Draft, mention
from embargo.claims.clauses import preposition
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.things import is_people
from embargo.vocabulary import Mention

_IN_THE_AIR = words("in_the_air")
_OF_TWO = ("vessel.sts", "vessel.meet")
_LADEN = frozenset({"with", "carrying", "bearing", "holding"})


def refine(scene: Scene, draft: Draft) -> None:
    """Set the event by the craft: flights carry cargo, oil from ship to ship is a transfer at sea, "sailed with crates" carries them."""
    if draft.event == "vessel.move" and _by_rail(scene, draft):
        draft.event = "rail.cross"
    elif draft.event == "vessel.move" and _flown(scene, draft):
        draft.event = "ship.cargo"
        draft.actor = [m for m in draft.actor if not m.canonical.startswith("vessel:")]
    elif draft.event == "vessel.move" and (goods := _laden(scene, draft)):
        draft.event, draft.items = "ship.cargo", goods
    elif (
        draft.event == "transfer.commodity"
        and draft.items
        and len(_ships(scene, draft)) > 1
        and _across(scene, draft)
    ):
        draft.event, draft.supplier, draft.recipient = "vessel.sts", [], []
    if draft.event in _TIMES_OF and not draft.items:
        draft.items = _times(scene, draft)
    if draft.event in _OF_TWO and len(ships := _ships(scene, draft)) > 1:
        draft.actor = ships[:2]


_HANDING = ("hand", "<hand>", "sell", "<sell>", "supply", "<supply>", "give", "<give>", "transfer", "<transfer>", "pass", "<pass>", "buy", "<buy>", "deliver", "<deliver>", "pump", "<pump>")  # fmt: skip


def only_carried(scene: Scene, draft: Draft) -> None:
    """Tell carriage from passing on where a ship is the only party: "she lifted 6,000 tonnes of anthracite at Nampo" gives it to nobody."""
    if draft.event not in ("transfer.commodity", "transfer.materiel") or draft.trigger.kind == "noun":
        return
    parties = [*draft.supplier, *draft.recipient, *draft.actor]
    ships = {m.canonical for m in parties}
    if len(ships) != 1 or not all(name.startswith("vessel:") for name in ships):
        return
    if draft.trigger.value.startswith(_HANDING) or len(_ships(scene, draft)) > 1:
        return
    draft.event, draft.actor, draft.supplier, draft.recipient = "ship.cargo", parties[:1], [], []


# What a number of times counts: "put in at Vostochny eleven times".
_TIMES_OF = {
    "vessel.portcall": "visit",
    "vessel.move": "voyage",
    "ship.cargo": "voyage",
    "visit.official": "visit",
}
_TIMES = frozenset({"times", "occasions"})


def _times(scene: Scene, draft: Draft) -> list[Mark]:
    """Return how often a ship called or sailed, where the number of times says it."""
    for mark in scene.of("amount"):
        after = scene.words[mark.j].low if mark.j < len(scene.words) else ""
        if after in _TIMES and draft.trigger.j <= mark.i < draft.clause.j:
            return [Mark("item", mark.start, mark.end, mark.i, mark.j, _TIMES_OF[draft.event], "alone")]
    for k in range(draft.trigger.j, draft.clause.j):
        if scene.lows[k] in ("twice", "thrice"):
            word = scene.words[k]
            return [Mark("item", word.start, word.end, k, k + 1, _TIMES_OF[draft.event], "alone")]
    return []


_ON_RAILS = frozenset({"rail", "railway", "freight", "wagon", "wagons", "train", "trains", "locomotive"})


def _by_rail(scene: Scene, draft: Draft) -> bool:
    counted = {word.low for item in draft.items for word in scene.words[item.i : item.j]}
    near = {word.low for word in scene.words[draft.clause.i : draft.clause.j]}
    return not draft.cast.vessels and "crossings" in counted and bool(near & _ON_RAILS)


def _flown(scene: Scene, draft: Draft) -> bool:
    counted = {word.low for item in draft.items for word in scene.words[item.i : item.j]}
    by_air = any(mark.value.startswith("aircraft") for mark in draft.cast.means)
    return not draft.cast.vessels and (by_air or bool(counted & _IN_THE_AIR))


def _laden(scene: Scene, draft: Draft) -> list[Mark]:
    """Return the goods that a ship moves with: "sailed for Novorossiysk with forty crates of machine tools"."""
    return [
        m
        for m in scene.of("item")
        if draft.trigger.j <= m.i < draft.clause.j
        and not is_people(m)
        and not m.value.startswith(("voyage", "visit", "ais", "rail", "document", "publication"))
        and preposition(scene, m, draft.trigger.j) in _LADEN
    ][:1]


def _across(scene: Scene, draft: Draft) -> bool:
    """Return whether goods pass from one ship to another, and are not carried by one on behalf of others."""
    behind = [m for m in scene.of("vessel") if draft.trigger.j <= m.i < draft.clause.j]
    return any(
        preposition(scene, m, draft.trigger.j) in ("to", "into", "from", "out of", "onto") for m in behind
    )


def _ships(scene: Scene, draft: Draft) -> list[Mention]:
    """Return the ships of the deed, each once: those that act, then those of its clause."""
    found = [m for m in draft.actor if m.canonical.startswith("vessel:")]
    marks = [*draft.cast.vessels, *(m for m in scene.of("vessel") if draft.clause.i <= m.i < draft.clause.j)]
    for mark in marks:
        if mark.value not in {m.canonical for m in found}:
            found.append(mention(scene, mark))
    return found
