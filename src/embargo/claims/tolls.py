"""Tolls: what befell each number of people: "38 dead and no fewer than 50 wounded", "lost 63 men, 24 of them killed"."""

import msgspec

from embargo.claims.clauses import Clause
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.things import amount_of, part_of

_KILLED, _WOUNDED, _EITHER = words("killed"), words("wounded"), words("losses")
# "Another 12 were driven to hospital" tells of others, in a claim of their own.
_ANOTHER = frozenset({"another", "further", "additional"})
_PEOPLE = "personnel.military"
# The words that say what befell a number stand this near behind it: "470 members of this contingent had lost their lives".
_BEHIND = 7
# The words of the verb that say it of everybody, and of the thing just before it.
_AROUND = 3


def toll(scene: Scene, trigger: Mark, clause: Clause, items: list[Mark]) -> list[Mark]:
    """Return the people by what befell them, each number with its own fate; none said is a casualty.

    Numbers of the same toll that no noun follows are people as well. Workers who died stay workers.
    """
    if not any(item.value.startswith(_PEOPLE) for item in items):
        return items
    told: dict[int, tuple[Mark, str, int]] = {}
    for amount in scene.of("amount"):
        kind, end = _fate_behind(scene, amount) if amount.i >= clause.i else ("", 0)
        whole = part_of(scene, amount) is not amount
        if kind and not whole and amount.amount is not None and not amount.amount.unit:
            told[amount.i] = amount, kind, end
    found: list[Mark] = []
    for item in items:
        counted = amount_of(scene, item, set())
        if counted is None and any(amount.j <= item.i < end for amount, _, end in told.values()):
            continue  # "1,180 personnel killed and wounded": the words of a fate are no further people
        mine = told.pop(counted.i, None) if counted is not None else None
        around = _fate_around(scene, trigger) if item.value == _PEOPLE else ""
        found.append(_befallen(item, mine[1] if mine is not None else around))
    nation = next((item.nation for item in items if item.nation), "")
    found.extend(
        Mark("item", amount.start, amount.end, amount.i, amount.j, f"{_PEOPLE}.{kind}", "alone", nation)
        for amount, kind, _ in told.values()
        if scene.lows[max(0, amount.i - 1)] not in _ANOTHER
    )
    return sorted(found, key=lambda item: item.i)


def _befallen(item: Mark, kind: str) -> Mark:
    if item.value not in (_PEOPLE, f"{_PEOPLE}.casualty"):
        return item
    return msgspec.structs.replace(item, value=f"{_PEOPLE}.{kind or 'casualty'}")


def _fate_behind(scene: Scene, amount: Mark) -> tuple[str, int]:
    """Return what the words right behind a number say of it, and the token after them."""
    lows = scene.lows
    said: list[int] = []
    for k in range(amount.j, min(len(lows), amount.j + _BEHIND)):
        if lows[k] == "," and k + 1 < len(lows) and _is_fate(scene, k + 1) and not said:
            continue  # "forty men, dead and hurt"
        if not lows[k][0].isalpha() or any(mark.kind == "amount" for mark in scene.over(k)):
            break
        if _is_fate(scene, k):
            said.append(k)
        elif said and lows[k] not in ("and", "or", "been"):
            break
    return _kind(scene, said), said[-1] + 1 if said else amount.j


def _fate_around(scene: Scene, trigger: Mark) -> str:
    numbers = [mark for mark in scene.of("amount") if mark.i >= trigger.j]
    before = [mark.j for mark in scene.of("amount") if mark.j <= trigger.i]
    stop = min([trigger.j + _AROUND, *(mark.i for mark in numbers)])
    start = max([trigger.i - _AROUND, 0, *before])
    return _kind(scene, [k for k in range(start, stop) if k < len(scene.lows) and _is_fate(scene, k)])


def _is_fate(scene: Scene, k: int) -> bool:
    low = scene.lows[k]
    return (
        low in _KILLED
        or low in _WOUNDED
        or low in _EITHER
        or scene.lows[k : k + 3] == ["out", "of", "action"]
    )


def _kind(scene: Scene, said: list[int]) -> str:
    lows = {scene.lows[k] for k in said}
    killed, wounded = bool(lows & _KILLED), bool(lows & _WOUNDED)
    if not said:
        return ""
    return "casualty" if killed == wounded or lows - _KILLED - _WOUNDED else "killed" if killed else "wounded"
