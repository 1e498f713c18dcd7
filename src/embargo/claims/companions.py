"""Companions: things that a deed has beside those its verb governs: workers "on student visas", a dhow seized "with 40 rifles"."""

from embargo.claims.clauses import Clause, preposition
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.things import amount_of, is_people
from embargo.claims.units import unit_after

_FOUND = words("found_aboard")
_GOODS = ("voyage", "visit", "ais", "statement", "publication", "designation", "sanction", "document", "money", "agreement", "personnel", "labour", "container", "rail")  # fmt: skip


def with_companions(
    scene: Scene, event: str, trigger: Mark, clause: Clause, items: list[Mark], *, ship: bool
) -> list[Mark]:
    """Return the things of a deed with those that go with them by its nature.

    Workers travel on visas; who hides who he is does it by papers; of a ship that is stopped the cargo found in her is meant.
    """
    if event == "labour.dispatch":
        return _on_visas(scene, trigger, clause, items)
    if event.startswith(("transfer.materiel", "transfer.commodity")) and items and trigger.kind == "verb":
        return [*items, *_on_voyages(scene, trigger, clause, items)]
    if event == "conceal.identity":
        papers = [m for m in _in(scene, clause) if m.value.startswith("document") and m not in items]
        return [*items, *papers[:1]]
    if event == "interdict" and ship and not items:
        return _aboard(scene, trigger)
    if event == "report.notify" and not items:
        goods = [m for m in _in(scene, clause) if m.i >= trigger.j and m.value.startswith("petroleum")]
        return [m for m in goods if _weighed(scene, m)][:1]
    return items


def _on_voyages(scene: Scene, trigger: Mark, clause: Clause, items: list[Mark]) -> list[Mark]:
    """Return the voyages by whose number goods were carried: "has run munitions to Vostochny on nine voyages"."""
    behind = [m for m in _in(scene, clause) if m.i >= trigger.j and m.value == "voyage" and m not in items]
    return [
        m
        for m in behind
        if preposition(scene, m, trigger.j) in ("on", "in", "over", "by", "aboard")
        and amount_of(scene, m, set()) is not None
    ][:1]


def _weighed(scene: Scene, item: Mark) -> bool:
    amount = amount_of(scene, item, set())
    return amount is not None and unit_after(scene, amount)[0] in ("tonne", "barrel", "litre", "kg")


def _in(scene: Scene, clause: Clause) -> list[Mark]:
    return [m for m in scene.of("item") if clause.i <= m.i < clause.j]


def _on_visas(scene: Scene, trigger: Mark, clause: Clause, items: list[Mark]) -> list[Mark]:
    visas = [m for m in scene.of("item") if m.value == "visa" and m.i >= trigger.j and m not in items]
    if any(is_people(item) for item in items):
        return [*items, *visas[:1]]
    workers = [m for m in _in(scene, clause) if is_people(m) and m.j <= trigger.i]
    return [*workers[-1:], *items]


def _aboard(scene: Scene, trigger: Mark) -> list[Mark]:
    """Return the goods behind a word of finding or holding: "boarded her and found 40 crates of rifles", "with 30 tonnes of crab"."""
    rid = scene.lows[trigger.i].startswith("reliev")  # "relieved the dhow of 40 rifles"
    held = _FOUND | {"of"} if rid else _FOUND
    at = next((k for k in range(trigger.j, len(scene.lows)) if scene.lows[k] in held), None)
    if at is None:
        return []
    return [m for m in scene.of("item") if at < m.i and not m.value.startswith(_GOODS)][:3]
