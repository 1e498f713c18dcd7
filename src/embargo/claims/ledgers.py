"""Ledgers: what a customs service's figures say was traded, in words of keeping books: "the returns show 38 tonnes sold to China"."""

from embargo.claims.build import Draft, implied, mention
from embargo.claims.clauses import Clause, preposition
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.vocabulary import Mention, state_of

_SIGNS = frozenset({"customs", "gacc"})
_KEPT = words("records_kept") | frozenset(
    {"returns", "release", "source", "table", "tables", "it", "they", "service", "administration"}
)


def keeps_books(scene: Scene, trigger: Mark, clause: Clause, memory: Memory) -> bool:
    """Return whether a customs service or its papers do what the verb says: "customs recorded", "registered by customs"."""
    if any(clause.i <= m.i < clause.j for m in scene.of("noun")):
        return False  # "recorded imports of": the noun says it
    before = set(scene.lows[clause.i : trigger.i])
    if before & _SIGNS or (memory.customs is not None and before & _KEPT):
        return True
    return not _SIGNS.isdisjoint(scene.lows) and bool(
        before & {"was", "were", "been"} or trigger.value.startswith("<")
    )


def declared(scene: Scene, draft: Draft, memory: Memory) -> bool:
    """Return whether the goods are said to come from or go to a State, after putting the States between which the goods went into the slots: whence they come
    gives, the customs' own is the other."""
    keeper = next((m for m in scene.of("party") if "customs" in m.value.casefold()), memory.customs)
    own = state_of(keeper.value) if keeper is not None else None
    partners = [
        m
        for m in scene.of("party", "adjective", "place")
        if m is not keeper and state_of(m.value) not in (None, own)
    ]
    given = [m for m in partners if preposition(scene, m, 0) in ("from", "of")]
    taking = [m for m in partners if preposition(scene, m, 0) in ("to", "into", "for")]
    nations = [item.nation for item in draft.items if item.nation and item.nation != own]
    other = [implied(own)] if own else []
    draft.supplier, draft.recipient = [], []
    if taking:
        draft.recipient, draft.supplier = _first(scene, taking), other
    elif given or nations:
        draft.supplier = _first(scene, given) or [implied(nations[0])]
        draft.recipient = other
    return bool(taking or given or nations)


def _first(scene: Scene, marks: list[Mark]) -> list[Mention]:
    return [mention(scene, mark) for mark in marks[:1]]
