"""The elements of one rule of a paragraph, put to one fact: each met, not met or unknown, with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from embargo.geography import state_name
from embargo.law.days import after, bounds_of, in_force
from embargo.law.parties import Sides, direction
from embargo.law.things import object_state
from embargo.vocabulary import Element, Fact
from embargo.vocabulary.law import ElementState
from embargo.vocabulary.pack import Limb, Provision, Thing

# Circumstances that answer a trigger: the one that meets it, and the one that shows it was not met.
_TRIGGERS = {
    "reasonable grounds": ("reasonable-grounds", "inspected-clean"),
    "committee designation": ("designated-party", None),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A fact with its sides, ready to be put to many rules."""

    fact: Fact
    sides: Sides


def touches(case: Case, limb: Limb, thing: Thing | None) -> bool:
    """Return whether a rule touches a fact at all: its direction and thing do, and nothing it needs is plainly absent."""
    fact = case.fact
    if direction(limb, case.sides, fact.conduct)[0] == "not met":
        return False
    if thing is not None and object_state(fact.item, thing, *bounds_of(fact))[0] == "not met":
        return False
    if limb.silent and not set(limb.requires) <= set(fact.circumstances):
        return False
    if limb.trigger == "committee designation" and "designated-party" not in fact.circumstances:
        return False
    return _kind_fits(limb, fact)


def _kind_fits(limb: Limb, fact: Fact) -> bool:
    """Whether a rule on persons meets a fact about persons, and one on vessels or aircraft a fact about those."""
    vessel = bool(fact.flags) or bool({"vessel", "aircraft"} & {mean.split(".", 1)[0] for mean in fact.means})
    vessel = vessel or (fact.item is not None and fact.item.cls.split(".", 1)[0] in ("ship", "vessel"))
    person = fact.nationality is not None or (
        fact.item is not None and fact.item.cls.split(".", 1)[0] in ("personnel", "visit", "labour")
    )
    if "person" in limb.nexus:
        return person or not vessel
    if "vessel or aircraft" in limb.nexus:
        return vessel or not person
    return True


def elements_of(case: Case, provision: Provision, limb: Limb, thing: Thing | None) -> list[Element]:
    """Return the elements before party, exemption and cap, in the order a reader argues them."""
    fact = case.fact
    rests = fact.rests_on
    found = [_element("in force", in_force(fact, provision.since, provision.last), rests.get("day", ()))]
    found.append(
        Element("conduct", "met", f"{fact.conduct} is what the rule is about", rests.get("conduct", ()))
    )
    found.append(_element("stage", _stage(limb, fact), rests.get("conduct", ())))
    way = direction(limb, case.sides, fact.conduct)
    found.append(_element("direction", way, rests.get("parties", ())))
    if thing is not None:
        state = object_state(fact.item, thing, *bounds_of(fact))
        found.append(_element("object", state, rests.get("object", ())))
    if nexus := [name for name in limb.nexus if name in ("flag of target", "owned by target")]:
        found.append(_element("nexus", _nexus(nexus, case), rests.get("nexus", ())))
    if limb.trigger != "none":
        found.append(_element("trigger", _trigger(limb, fact), rests.get("circumstances", ())))
    for circumstance in limb.requires:
        found.append(_element("circumstance", _circumstance(circumstance, fact), ()))
    if limb.due is not None:
        found.append(_element("time allowed", after(fact, limb.due), rests.get("day", ())))
    return found


def _element(name: str, answer: tuple[ElementState, str], claims: tuple[str, ...]) -> Element:
    return Element(name, answer[0], answer[1], claims)


def _stage(limb: Limb, fact: Fact) -> tuple[ElementState, str]:
    if fact.status in limb.stages:
        return "met", f"the conduct is {fact.status}"
    return (
        "not met",
        f"the conduct is {fact.status}, and the rule is about conduct {' or '.join(limb.stages)}",
    )


def _nexus(names: Sequence[str], case: Case) -> tuple[ElementState, str]:
    """The link with the target's flag or ownership: one of those named is enough."""
    target, flags = case.sides.target, case.sides.flags
    called = state_name(target)
    if "owned by target" in names and "vessel-owned-by-target" in case.fact.circumstances:
        return "met", f"the vessel is owned, controlled or operated by {called}"
    if "flag of target" in names:
        if any(state == target for _, state in flags):
            return "met", f"a vessel flies the flag of {called}"
        if not flags:
            return "unknown", f"no flag is given; the rule needs the flag of {called}"
        if "owned by target" not in names:
            shown = ", ".join(sorted({state_name(state) for _, state in flags}))
            return "not met", f"flag {shown}; the rule needs the flag of {called}"
    return "unknown", f"whether {called} owns, controls or operates the vessel is not known"


def _trigger(limb: Limb, fact: Fact) -> tuple[ElementState, str]:
    if limb.trigger == "state determination":
        return "unknown", "needs a determination by a State, which no fact can replace"
    meets, clears = _TRIGGERS[limb.trigger]
    if clears is not None and clears in fact.circumstances:
        return "not met", "inspected and found clean"
    if meets in fact.circumstances:
        return "met", f"{limb.trigger}: stated"
    return "unknown", f"{limb.trigger}: nobody has said so"


def _circumstance(name: str, fact: Fact) -> tuple[ElementState, str]:
    if name in fact.circumstances:
        return "met", f"{name.replace('-', ' ')}: stated"
    return "unknown", f"{name.replace('-', ' ')}: not known"
