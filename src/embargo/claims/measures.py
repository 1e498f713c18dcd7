"""Measures: what is imposed on whom: a ban from ports, an asset freeze, or a place on a list."""

import msgspec

from embargo.claims.clauses import Clause
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.things import item_of
from embargo.vocabulary import Item, Mention

_SHUTTING, _PORTS = words("shutting"), words("ports_shut")
_TITLES, _OF_PERSONS = words("honorifics"), words("of_persons")
# So near behind a name stands what says that it is a person's: "Song Chol, a DPRK national".
_BEHIND = 5


def imposed(
    scene: Scene, clause: Clause, recipient: list[Mention], items: list[Item], quote: tuple[int, int]
) -> list[Item]:
    """Return what a measure imposes, by what the clause says beside those it meets.

    Ports that are shut are a ban from ports, of as many as are shut out; what is frozen, where nobody is counted, is a
    sanction. Else each firm or person that is named is designated; a ship that is named is only the one who is met.
    """
    lows = scene.lows[clause.i : clause.j]
    if not _SHUTTING.isdisjoint(lows) and not _PORTS.isdisjoint(lows):
        return [_port_ban(items)]
    if items:
        return items
    named = next((m for m in scene.of("item") if clause.i <= m.i < clause.j and _is_measure(scene, m)), None)
    if named is not None:
        return [item_of(scene, named, None, quote)]
    if any(low.startswith(("froz", "freez")) for low in lows):
        return [Item(None, None, None, "sanction", implicit=True)]
    return [
        Item(
            m.text, m.start, m.end, _kind(scene, m), outside_quote=not quote[0] <= m.start < m.end <= quote[1]
        )
        for m in recipient
        if m.text is not None and m.start is not None and m.end is not None and _is_name(m)
    ]


_OF_A_LIST = frozenset(
    {"list", "lists", "regime", "regimes", "committee", "register", "law", "regulations", "annex"}
)


def _is_measure(scene: Scene, mark: Mark) -> bool:
    """Return whether the mark names a measure, and not the list or the law that is called by it: "the sanctions list"."""
    following = scene.lows[mark.j] if mark.j < len(scene.lows) else ""
    return mark.value.startswith("sanction") and following not in _OF_A_LIST


def _port_ban(items: list[Item]) -> Item:
    counted = next((item for item in items if item.quantity is not None), None)
    if counted is None:
        return next(
            (item for item in items if item.cls.startswith("sanction.port")),
            Item(None, None, None, "sanction.port_ban", implicit=True),
        )
    return msgspec.structs.replace(counted, cls="sanction.port_ban")


def _kind(scene: Scene, target: Mention) -> str:
    i, j = scene.token_at(target.start or 0), scene.token_at(max(0, (target.end or 0) - 1)) + 1
    titled = scene.lows[i] in _TITLES or (i > 0 and scene.lows[i - 1] in _TITLES)
    titled = titled or (i > 1 and scene.lows[i - 1] == "." and scene.lows[i - 2] in _TITLES)
    behind = scene.lows[j : j + _BEHIND]
    told = behind[:1] in ([","], ["("]) and not _OF_PERSONS.isdisjoint(behind)
    return "designation.person" if titled or told else "designation.entity"


def _is_name(target: Mention) -> bool:
    kind, _, name = target.canonical.partition(":")
    return name[:1].isupper() and kind not in ("vessel", "group", "place")
