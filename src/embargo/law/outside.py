"""Why nothing in a pack touches a fact: the one thing that every rule misses, in words."""

from embargo.geography import state_name
from embargo.law.elements import Case
from embargo.law.things import split_class
from embargo.vocabulary.pack import Pack

_CARRIERS = ("container", "shipment", "voyage", "visit", "rail.wagon")


def why_outside(case: Case, pack: Pack) -> str:
    """Return the reason why no provision of the pack touches the fact."""
    fact, sides = case.fact, case.sides
    target = state_name(pack.target)
    if sides.unlinked:
        return f"the fact is known to have no link with {target}, and {pack.title} are about {target} alone"
    if not sides.linked:
        named = sorted({*sides.giver, *sides.taker, *sides.actor})
        who = ", ".join(state_name(state) for state in named) or "no State"
        return f"{target} takes no part in it (named: {who}), and {pack.title} are about {target}"
    if fact.item is not None and fact.item.cls in _CARRIERS:
        return "what was inside is not said, and every paragraph is about particular things"
    if fact.conduct not in pack.by_conduct:
        return f'no provision of the pack speaks of conduct of this kind ("{fact.conduct}")'
    what = split_class(fact.item)[0] if fact.item else "no item named"
    way = sides.out or sides.into or f"{target} is named on neither side"
    return f'no provision about "{fact.conduct}" speaks of this thing ({what}) in this direction ({way})'
