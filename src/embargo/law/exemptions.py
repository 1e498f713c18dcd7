"""Ways out: whether an exemption that a paragraph gives is known to cover a fact, is known not to, or is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from embargo.law.days import bounds_of
from embargo.law.things import among, fit, split_class
from embargo.vocabulary import Fact
from embargo.vocabulary.pack import Exemption, Provision

Way = Literal["known", "open", "closed", "none"]


@dataclass(frozen=True, slots=True)
class Exit:
    """How a fact stands to the exemptions: known to apply (and by which provision), open, closed, or none is given."""

    way: Way
    reason: str
    by: str = ""


def fitting(exemption: Exemption, fact: Fact) -> bool:
    """Return whether an exemption can concern the fact at all: its days, its classes, nothing that bars it."""
    first, last = bounds_of(fact)
    if exemption.first is not None and last is not None and last < exemption.first:
        return False
    if exemption.last is not None and first is not None and first > exemption.last:
        return False
    if set(exemption.barred_by) & set(fact.circumstances):
        return False
    if exemption.classes and fact.item is not None:
        cls, _ = split_class(fact.item)
        return bool(among(cls, exemption.classes)) or any(fit(cls, p) == "wider" for p in exemption.classes)
    return True


def way_out(fact: Fact, provision: Provision, general: Sequence[Provision]) -> Exit:
    """Return how the fact stands to the paragraph's own exemptions and to the general ones in force.

    A general exemption (a Committee's case-by-case approval, humanitarian work and asset freezes) counts only where it
    is known; one that is merely possible does not turn a prohibition into a conditional one.
    """
    stated = {item.kind: item.state for item in fact.exemptions}
    own = [exemption for exemption in provision.exemptions if fitting(exemption, fact)]
    for exemption in own:
        missing = [need for need in exemption.needs if stated.get(need) == "no"]
        if stated.get(exemption.kind) == "yes" and not missing:
            return Exit("known", f"{_name(exemption)} is known to apply", provision.path)
    if own and stated.get("any") == "yes":
        return Exit("known", "an exemption is known to apply", provision.path)
    for other in general:
        for exemption in other.exemptions:
            covers = [r.to for r in other.relations if r.kind == "exempts from"]
            if stated.get(exemption.kind) != "yes" or not fitting(exemption, fact):
                continue
            if (not covers or provision.path in covers) and _stands(other, fact):
                return Exit("known", f"{_name(exemption)} is known to apply under {other.path}", other.path)
    if not provision.exemptions:
        return Exit("none", "the paragraph gives no exemption")
    if not own:
        return Exit("closed", "no exemption of the paragraph can concern this fact")
    if stated.get("any") == "no":
        return Exit("closed", "known that no exemption applies")
    left = [e for e in own if stated.get(e.kind, "unknown") == "unknown" and not _barred(e, stated)]
    if left:
        return Exit("open", f"not known whether an exemption applies: {'; '.join(_name(e) for e in left)}")
    return Exit("closed", f"known that none applies: {'; '.join(_name(e) for e in own)}")


def _barred(exemption: Exemption, stated: Mapping[str, str]) -> bool:
    return any(stated.get(need) == "no" for need in exemption.needs)


def _name(exemption: Exemption) -> str:
    until = f" (until {exemption.last})" if exemption.last else ""
    return (exemption.conditions or exemption.kind.replace("-", " ")) + until


def _stands(provision: Provision, fact: Fact) -> bool:
    """Whether the exempting paragraph was in force on all of the fact's days (days left open do not help)."""
    first, _ = bounds_of(fact)
    return first is not None and (provision.since is None or first >= provision.since)
