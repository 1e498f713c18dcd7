"""Workplaces: people of one State who are counted at a place of another are there, whatever they do: "700 North Koreans sort fish in Hunchun"."""

from embargo.claims.attribution import Heard
from embargo.claims.build import Draft, implied
from embargo.claims.clauses import Clause, clauses, preposition
from embargo.claims.grammar import words
from embargo.claims.items import PEOPLE
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import mood_of
from embargo.claims.negations import is_none
from embargo.claims.parties import of_people
from embargo.claims.roles import Cast
from embargo.claims.things import amount_of
from embargo.vocabulary import state_of

_AT = words("standing_at") | {"in", "at"}
_TO = words("directions") | {"for", "to"}
# Words of a fate: who is killed, taken or tried there is told of by other deeds.
_FATES = words("fates")
_NOT_ONE = frozenset({"not", "n't", "n’t", "no"})
_STATES = ("state", "metonym")
DOUBT = "that they are there is read from where people and place stand, no verb of sending says it"


def at_work(scene: Scene, memory: Memory, heard: Heard) -> list[Draft]:
    """Return those who are at a place of another State: workers as sent to work, soldiers as deployed.

    They must be counted, or said not to be there at all: "There is not one North Korean labourer left in Primorye".
    """
    people = [m for m in scene.of("item") if m.value in PEOPLE]
    if not people or not _FATES.isdisjoint(scene.lows):
        return []
    found: list[Draft] = []
    for clause in clauses(scene):
        here = [m for m in people if clause.i <= m.i < clause.j]
        for mark in here[:1]:
            if not mark.nation and memory.people is not None and _spoken_of(scene, mark):
                mark.nation = memory.people.nation
            if not mark.nation:
                continue
            none = _none_of(scene, mark)
            told = none or amount_of(scene, mark, set()) is not None
            if not told or preposition(scene, mark, clause.i) != "":
                continue
            where = _abroad(scene, clause, mark)
            if where:
                found.append(_draft(scene, clause, mark, where))
            elif none and _host(mark, heard):
                found.append(_unhosted(scene, clause, mark, _host(mark, heard)))
    return found


def _spoken_of(scene: Scene, people: Mark) -> bool:
    """Return whether they are the people spoken of before: "such workers", "these men"."""
    return not {"such", "these", "those"}.isdisjoint(scene.lows[max(0, people.i - 1) : people.i + 1])


def _none_of(scene: Scene, people: Mark) -> bool:
    before = scene.lows[max(0, people.i - 3) : people.i]
    return is_none(scene, people) or any(
        (low in _NOT_ONE or low.endswith(("n't", "n’t")))
        and before[k + 1 : k + 2] in (["one"], ["a"], ["any"])
        for k, low in enumerate(before)
    )


def _abroad(scene: Scene, clause: Clause, people: Mark) -> list[tuple[Mark, str]]:
    """Return the places behind them in the clause, in a State that is not theirs."""
    found: list[tuple[Mark, str]] = []
    for place in scene.of("place", "party"):
        if not people.j <= place.i < clause.j or (place.kind == "party" and place.form not in _STATES):
            continue
        if place.j < len(scene.words) and scene.lows[place.j] in ("’s", "'s"):
            continue  # "in Kyiv's hands"
        state = state_of(place.value)
        word = preposition(scene, place, clause.i)
        if state in (None, people.nation) or place.value.startswith("sea:"):
            continue
        if word in _AT:
            found.append((place, "location"))
        elif word in _TO:
            found.append((place, "destination"))
    return found


def _host(people: Mark, heard: Heard) -> str:
    """Return the State of who says that there are none of them: "There are no such workers in our country"."""
    states = [state_of(voice.mark.value) for voice in heard.voices if voice.i <= people.i < voice.j]
    return next((state for state in states if state and state != people.nation), "")


def _unhosted(scene: Scene, clause: Clause, people: Mark, host: str) -> Draft:
    draft = _draft(scene, clause, people, [(people, "location")])
    draft.cast.places, draft.recipient = [], [implied(host)]
    return draft


def _draft(scene: Scene, clause: Clause, people: Mark, where: list[tuple[Mark, str]]) -> Draft:
    event = "labour.dispatch" if people.value.startswith("labour") else "deploy.personnel"
    first = where[0][0]
    trigger = Mark("phrase", first.start, first.end, first.i, first.j, "at a place")
    mood = mood_of(scene, trigger, clause, event, [people])
    frame = Frame(event, "act", "items", ())
    draft = Draft(
        frame, event, trigger, clause, Cast(subject=[people], places=where), mood, [people], [], [], [], []
    )
    draft.counted, draft.inferred = True, DOUBT
    of_people(draft)
    return draft
