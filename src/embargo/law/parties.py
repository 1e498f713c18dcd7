"""Who stands on which side of a fact, in which direction it runs, and whom a rule binds in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from embargo.geography import state_name
from embargo.vocabulary import Fact, state_of
from embargo.vocabulary.law import ElementState
from embargo.vocabulary.pack import Limb, Role


@dataclass(frozen=True, slots=True)
class Sides:
    """The States of a fact by their part in it, seen from the target State of a pack."""

    target: str
    giver: tuple[str, ...]
    taker: tuple[str, ...]
    actor: tuple[str, ...]
    flags: tuple[tuple[str, str], ...]
    nationality: str | None
    places: tuple[str, ...]
    out: str
    into: str
    linked: bool
    unlinked: bool


def states(parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the State of each party ("KP:troops" is KP), each once; parties of no State are left out."""
    return tuple(dict.fromkeys(state for party in parties if (state := state_of(party)) is not None))


def sides_of(fact: Fact, target: str) -> Sides:
    """Return the sides of a fact. `out` and `into` say why it runs from or to the target, empty where it does not."""
    giver, taker, actor = states(fact.giver), states(fact.taker), states(fact.actor)
    nationality = state_of(fact.nationality)
    flags = tuple((key, state) for key, value in sorted(fact.flags.items()) if (state := state_of(value)))
    places = states(fact.place)
    partner = "partner-of-target" in fact.circumstances
    called = state_name(target)
    out = into = ""
    if target in giver:
        out = f"goes from {called}"
    elif f"true-origin:{target}" in fact.circumstances and target not in taker:
        out = f"its true origin is {called}, whatever was declared"
    elif not giver and target in actor and target not in taker:
        out = f"{called} acts"
    if target in taker:
        into = f"goes to {called}"
    elif partner and target not in giver:
        into = f"goes to a partner of {called}"
    elif nationality == target and target not in giver and fact.conduct in ("teach", "train"):
        into = f"those taught are nationals of {called}"
    everyone = {*giver, *taker, *actor, *(state for _, state in flags), *places, nationality}
    told = {"vessel-owned-by-target", "designated-party", "partner-of-target", f"true-origin:{target}"}
    return Sides(
        target=target,
        giver=giver,
        taker=taker,
        actor=actor,
        flags=flags,
        nationality=nationality,
        places=places,
        out=out,
        into=into,
        linked=target in everyone or bool(told & set(fact.circumstances)),
        unlinked="no-dprk-link" in fact.circumstances,
    )


def direction(limb: Limb, sides: Sides, conduct: str) -> tuple[ElementState, str]:
    """Return whether the fact runs in the direction of the rule, and why."""
    target = state_name(sides.target)
    if sides.unlinked:
        return "not met", f"known to have no link with {target}"
    if limb.direction == "from":
        if sides.out:
            return "met", sides.out
        if limb.through_territory and sides.target in sides.places and not sides.into:
            return "met", f"leaves the territory of {target}, wherever it was made"
        return "not met", f"nothing goes from {target}"
    if limb.direction == "to":
        return ("met", sides.into) if sides.into else ("not met", f"nothing goes to {target}")
    if limb.direction == "both":
        if sides.out or sides.into or sides.target in sides.actor:
            return "met", sides.out or sides.into or f"{target} takes part"
        return "not met", f"{target} is on neither side"
    if limb.direction == "in":
        if sides.nationality not in (None, sides.target):
            return "not met", f"the persons are no nationals of {target}"
        if sides.nationality == sides.target or sides.target in (*sides.giver, *sides.taker, *sides.actor):
            return "met", f"nationals of {target} abroad"
        return "not met", f"no national of {target} is named"
    if sides.linked:
        return "met", f"has a link with {target}"
    if conduct == "switch-off-ais":
        return "unknown", f"no link of the vessel with {target} is known"
    return "not met", f"no link with {target} is known"


def bound(limb: Limb, sides: Sides) -> tuple[tuple[str | None, str], ...]:
    """Return the States that the rule binds in this fact, each with the part that makes it bound.

    One pair with None where the rule binds other States and the fact names none of them.
    """
    others = {
        part: tuple(state for state in named if state != sides.target)
        for part, named in (
            ("giver", sides.giver),
            ("taker", sides.taker),
            ("actor", sides.actor),
            ("place", sides.places),
        )
    }
    found: dict[str, str] = {}
    for role in limb.binds:
        for state, why in _in_role(role, limb, sides, others):
            found.setdefault(state, why)
    if limb.direction == "from" and sides.target not in sides.giver:
        # The goods are the target's by true origin or leave through it: who passes them on obtained them from there.
        for state in others["giver"]:
            found.setdefault(state, "passes on what comes from there")
    named = [role for role in limb.binds if role in others]
    if named and not any(others[role] for role in named):
        for state in others["actor"]:
            found.setdefault(state, _PARTS["actor"])
    if not found and set(limb.binds) - {"target"}:
        return ((None, "every State is bound; the fact names none"),)
    return tuple(found.items())


def _in_role(
    role: Role, limb: Limb, sides: Sides, others: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, str], ...]:
    """The States that play a part of the rule in this fact, each with that part in words."""
    if role == "target":
        why = "the State under measures is bound itself"
        return ((sides.target, why),) if _target_takes_part(limb, sides) else ()
    if role == "flag":
        return tuple(
            (state, f"flag State of the {key}") for key, state in sides.flags if state != sides.target
        )
    if role == "nationality":
        if sides.nationality in (None, sides.target):
            return ()
        return ((str(sides.nationality), "State of nationality of those who act"),)
    return tuple((state, _PARTS[role]) for state in others[role])


_PARTS = {
    "giver": "on the giving side",
    "taker": "on the taking side",
    "actor": "acts itself",
    "place": "on its territory",
}


def _target_takes_part(limb: Limb, sides: Sides) -> bool:
    if limb.direction == "from":
        return bool(sides.out)
    if limb.direction == "to":
        return sides.target in sides.taker
    if limb.direction == "both":
        return bool(sides.out or sides.into)
    return sides.target in (*sides.actor, *sides.giver)
