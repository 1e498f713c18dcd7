"""Critical errors: what a claim read says that would turn a report round, and why each is one."""

from collections.abc import Sequence

from embargo.claims.likeness import Likeness, close, family, parties, party
from embargo.claims.plain import PlainClaim, PlainMention


def reversed_or_wrong(gold: PlainClaim, read: PlainClaim, slots: Likeness) -> list[str]:
    """Return what is critical in a claim that answers a gold claim: roles, polarity, or a number that is not there."""
    found = []
    if _swapped(gold, read):
        found.append("giver and taker changed round")
    if gold.polarity != read.polarity:
        found.append(f"{read.polarity}, where the text is {gold.polarity}")
    if slots["quantity"] == 0 and read.amounts:
        found.append("a number that the text does not give for this")
    return found


def _swapped(gold: PlainClaim, read: PlainClaim) -> bool:
    """Return whether one who gives in the gold receives in the reading, and one who receives there gives.

    States are compared, unless all happens inside one State: then its bodies.
    """
    inside = parties(gold.suppliers) == parties(gold.recipients)

    def who(mentions: Sequence[PlainMention]) -> set[str]:
        names = {mention.canonical for mention in mentions if mention.canonical}
        return names if inside else {party(name) for name in names}

    return bool(who(gold.suppliers) & who(read.recipients) and who(gold.recipients) & who(read.agents))


def invented(read: PlainClaim, gold: Sequence[PlainClaim]) -> list[str]:
    """Return what an unanswered claim says that no gold claim of the document says: event, number, or who to whom."""
    found = []
    if family(read.event) not in {family(claim.event) for claim in gold}:
        found.append(f"no {family(read.event)} in this document")
    told = [end for claim in gold for end in _ends(claim)]
    strange = [end for end in _ends(read) if not any(close(end, other) for other in told)]
    if strange:
        found.append(f"no {strange[0]:,.10g} in this document")
    flows = {flow for claim in gold for flow in _flows(claim)}
    for giver, taker in sorted(_flows(read) - flows):
        found.append(f"nothing from {giver or 'nobody'} to {taker or 'nobody'} in this document")
    return found


def _ends(claim: PlainClaim) -> list[float]:
    return [end for amount in claim.amounts for end in (amount.low, amount.high) if end is not None]


def _flows(claim: PlainClaim) -> set[tuple[str, str]]:
    return {(giver, taker) for giver in parties(claim.agents) for taker in parties(claim.recipients)}
