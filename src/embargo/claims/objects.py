"""Objects: the things and sums that a deed is about."""

from embargo.claims.clauses import Clause
from embargo.claims.grammar import words
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.roles import Cast
from embargo.claims.things import is_money, is_people

_LIGHT_VERBS = words("light_verbs")


def nominal(scene: Scene, trigger: Mark, found: Cast) -> None:
    """Take the possessor of a noun as its subject: "Russia's deliveries", "Russian deliveries"."""
    light = any(word.low in _LIGHT_VERBS for word in scene.words[max(0, trigger.i - 7) : trigger.i])
    found.subject, found.passive, found.inherited = (found.subject if light else []), False, False
    for mark in scene.of("party", "adjective"):
        gap = [word.low for word in scene.words[mark.j : trigger.i]]
        if mark.j <= trigger.i and (
            gap in (["’s"], ["'s"])
            or (mark.kind == "adjective" and len(gap) <= 1)
            or (gap[:1] in (["’s"], ["'s"]) and len(gap) <= 3)
        ):
            found.subject = [mark]
    before = [m for m in scene.of("item") if m.j == trigger.i]
    found.objects = [*before, *found.objects]


def things_of(
    scene: Scene, frame: Frame, trigger: Mark, clause: Clause, found: Cast
) -> tuple[list[Mark], list[Mark]]:
    needed = [need for need in frame.needs if need not in ("party", "place", "vessel", "report")]

    def fits(mark: Mark) -> bool:
        return any(
            mark.value == n or mark.value.startswith(n + ".") or mark.value.split(".")[0] == n for n in needed
        )

    pool = found.subject if found.passive and any(m.kind == "item" for m in found.subject) else found.objects
    items = [mark for mark in pool if mark.kind == "item"]
    if found.passive and not items:
        items = [mark for mark in scene.of("item") if mark.j == trigger.i] or [
            m for m in found.objects if m.kind == "item"
        ]
    if frame.event == "by item" and items and fits(items[0]):
        # A list that opens with arms may end with soldiers: one claim.
        items = [item for item in items if fits(item) or is_people(item)]
    else:
        items = [item for item in items if fits(item)]
    if frame.object == "recipient" and frame.inner:
        items = [m for m in scene.of("item") if trigger.j <= m.i < clause.j and fits(m)][:1]
    if frame.event == "train.personnel":
        items = []
    if frame.event == "evade.sanctions":
        items = [m for m in scene.of("item") if trigger.j <= m.i <= trigger.j + 6 and fits(m)][:1]
    sums = []
    if "money" in needed or "aid" in needed:
        end = clause.j
        claimed = {id(m) for m in items}
        sums = [m for m in scene.of("amount") if is_money(m) and trigger.j <= m.i < end]
        sums = [m for m in sums if not any(id(i) in claimed and 0 <= i.i - m.j <= 4 for i in items)][:1]
        if items and not any(item.value.startswith(("aid", "money")) for item in items):
            sums = []
    return items, sums


def bridges(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    return any(
        clause.i <= mark.i and mark.j <= trigger.i and mark.value.startswith(("aid", "shipment"))
        for mark in scene.of("item")
    )
