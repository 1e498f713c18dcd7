"""Hidden: what ships and people hide, told by nouns, put beside the deeds that the verbs of the same sentence tell."""

from embargo.claims.build import Draft
from embargo.claims.destinations import destinations, of_the_way
from embargo.claims.draughts import draughts, of_a_channel
from embargo.claims.guises import guises
from embargo.claims.marks import Scene
from embargo.claims.memory import Memory


def with_hidden(scene: Scene, memory: Memory, found: list[Draft]) -> list[Draft]:
    """Return the deeds of the sentence with its draught, its guise or its false destination, each told once."""
    found = _with_draughts(scene, found, draughts(scene, memory))
    if not any(draft.event.startswith("conceal.") for draft in found):
        found = _under_a_guise(found, guises(scene, memory) or destinations(scene, memory))
    for draft in found:
        of_the_way(scene, draft, memory)
    return found


def _with_draughts(scene: Scene, found: list[Draft], told: list[Draft]) -> list[Draft]:
    """Return the deeds with one draught and one silence of a ship.

    "Arrived drawing 6.2 m and left drawing 9.4" is one change; "her last ping was on 9 May, and she has been dark since" one gap.
    """
    if not any(draft.event == "vessel.draught" for draft in found):
        found = [*found, *told]
    elif of_a_channel(scene):
        found = [draft for draft in found if draft.event != "vessel.draught"]
    return [draft for k, draft in enumerate(found) if not any(_again(draft, other) for other in found[:k])]


_ONCE = ("vessel.draught", "vessel.ais_gap")


def _again(draft: Draft, other: Draft) -> bool:
    if draft.event != other.event or draft.event not in _ONCE:
        return False
    hers, of_other = ({m.canonical for m in one.actor} for one in (draft, other))
    return draft.event == "vessel.draught" or hers == of_other


# What is only the manner of a guise: work done under it, a voyage that it only says.
_ONLY_SAID = {
    "conceal.identity": ("labour.dispatch",),
    "conceal.destination": ("vessel.move", "vessel.portcall", "ship.cargo"),
}


def _under_a_guise(found: list[Draft], told: list[Draft]) -> list[Draft]:
    """Return the deeds with who hides who he is or whither he goes: people "who worked under borrowed names" are told of for the names."""
    if not told:
        return found
    clause, doing = told[0].clause, _ONLY_SAID[told[0].event]
    kept = [draft for draft in found if draft.event not in doing or draft.clause is not clause]
    return [*kept, *told]
