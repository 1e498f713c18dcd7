"""Positions: where a ship is said to be or go, in words that hold no verb of the sea: "her log has Maia-1 at Rajin on 5 May"."""

from embargo.claims.build import Draft
from embargo.claims.clauses import Clause, clauses, preposition
from embargo.claims.grammar import words
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import Mood, mood_of
from embargo.claims.roles import Cast
from embargo.vocabulary import state_of

_AT = frozenset({"at", "in", "alongside", "off", "outside", "inside", "near"})
_TO = words("directions") | {"for"}
_SHE = frozenset({"she", "her"})
_HEADS = frozenset(words("vessel_heads"))
DOUBT = "that it was there is read from where the name and the place stand, no verb says it"


def positions(scene: Scene, memory: Memory) -> list[Draft]:
    """Return a port call for each ship of the sentence with a port beside it, a move where the way leads to or from one."""
    found: list[Draft] = []
    verbless = not scene.of("verb", "speech", "noun")
    # "Nampo, 2 September: Grey Fiction": a line without a verb is one statement, whatever stops it holds.
    for clause in [Clause(0, len(scene.words), "root")] if verbless else clauses(scene):
        ships = _ships(scene, clause, memory)
        for number, ship in enumerate(ships):
            stop = ships[number + 1].i if number + 1 < len(ships) else clause.j
            where = _places(scene, clause, ship.i if number else clause.i, stop, verbless=verbless)
            if where:
                found.append(_draft(scene, clause, ship, where))
    if not found and verbless:
        found = _visits(scene)
    return found


# The date that opens an entry is no longer than this: "25 to 27 September 2023."
_HEAD = 40
_GUESTS = ("person", "office")


def _visits(scene: Scene) -> list[Draft]:
    """Return the visit that a dated line without a verb tells of: "3 May 2024. Minister Fictive in Ulan Bator for talks"."""
    guests = [m for m in scene.of("party") if m.form in _GUESTS and state_of(m.value)]
    head = scene.text[scene.text.rfind("\n", 0, scene.start) + 1 : scene.start].strip()
    dated = bool(scene.of("time")) or (0 < len(head) <= _HEAD and head[0].isdigit())
    if not guests or not dated:
        return []
    for mark in scene.of("party", "place"):
        state = state_of(mark.value)
        abroad = state is not None and all(state_of(m.value) != state for m in guests)
        if abroad and mark.i > guests[0].i and preposition(scene, mark, 0) in ("in", "to", "at"):
            clause = Clause(0, len(scene.words), "root")
            trigger = Mark("phrase", mark.start, mark.end, mark.i, mark.j, "at a place")
            cast = Cast(subject=guests[:1], places=[(mark, "location")])
            frame = Frame("visit.official", "act", "places", ())
            return [
                Draft(
                    frame,
                    frame.event,
                    trigger,
                    clause,
                    cast,
                    Mood("asserted", "positive"),
                    [],
                    [],
                    [],
                    [],
                    [],
                )
            ]
    return []


def _ships(scene: Scene, clause: Clause, memory: Memory) -> list[Mark]:
    named = [m for m in scene.of("vessel") if clause.i <= m.i < clause.j]
    if named or memory.vessel is None:
        return named
    for k in range(clause.i, clause.j):
        word = scene.words[k]
        headed = k > clause.i and word.low in _HEADS and scene.words[k - 1].low in ("the", "that", "this")
        if word.low in _SHE or headed:
            return [Mark("vessel", word.start, word.end, k, k + 1, memory.vessel, "pronoun")]
    return []


def _places(scene: Scene, clause: Clause, start: int, stop: int, *, verbless: bool) -> list[tuple[Mark, str]]:
    """Return the ports between two tokens, each with what its preposition makes of it; a line without a verb opens with its port."""
    found: list[tuple[Mark, str]] = []
    for place in scene.of("place"):
        if not start <= place.i < stop or place.value.startswith("sea:") or place.form == "region":
            continue
        word = preposition(scene, place, clause.i)
        if word in _AT or (verbless and place.i <= 1 and word == ""):
            found.append((place, "location"))
        elif word in _TO:
            found.append((place, "destination"))
        elif word == "from":
            found.append((place, "origin"))
    return found


def _draft(scene: Scene, clause: Clause, ship: Mark, where: list[tuple[Mark, str]]) -> Draft:
    event = "vessel.portcall" if any(role == "location" for _, role in where) else "vessel.move"
    first = where[0][0]
    trigger = Mark("phrase", first.start, first.end, first.i, first.j, "at a place")
    mood = mood_of(scene, trigger, clause, event, [ship])
    cast = Cast(subject=[ship], places=where, vessels=[ship])
    draft = Draft(Frame(event, "act", "places", ()), event, trigger, clause, cast, mood, [], [], [], [], [])
    draft.inferred = DOUBT
    return draft
