"""Draughts: how deep a ship was said to lie, by figures and marks that no verb of the sea goes with: "Draught 5.1 m, was 8.9 m"."""

import re

from embargo.claims.build import Draft, mention
from embargo.claims.clauses import Clause, clauses
from embargo.claims.grammar import words
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import mood_of
from embargo.claims.roles import Cast

_DRAUGHT, _DRAWING, _LINES = words("draught"), words("drawing"), words("load_lines")
_SIGNS = _DRAUGHT | _DRAWING | _LINES
_NO_SHIP_LIES = words("of_channels")
_DEPTH = re.compile(r"\b(?:\d+(?:[.,]\d+)?\s?|[a-z]+\s)(?:m|metres?|meters?|ft|feet)\b")
_AT_MOST = re.compile(r"\bup to\b")
_WHOSE = frozenset({"her", "its", "their", "load", "draught", "draft"})
# Behind a number and a unit of depth, and behind words of less or more, a change of draught is told.
_CHANGED = words("lying_deeper")
_FRAME = Frame("vessel.draught", "act", "none", ("vessel",))


def draughts(scene: Scene, memory: Memory) -> list[Draft]:
    """Return the draught told of the ship that the sentence names, or that was spoken of last; the draught that a channel allows is none."""
    if _SIGNS.isdisjoint(scene.lows) or of_a_channel(scene):
        return []
    at = next((k for k, low in enumerate(scene.lows) if low in _SIGNS and _told(scene, k)), None)
    ship = None if at is None else ship_before(scene, at, memory)
    if at is None or ship is None:
        return []
    clause = next(c for c in clauses(scene) if c.i <= at < c.j)
    word = scene.words[at]
    trigger = Mark("phrase", word.start, word.end, at, at + 1, "draught")
    mood = mood_of(scene, trigger, clause, _FRAME.event, [ship])
    named = [ship] if ship.form != "log" else []
    cast = Cast(subject=named, vessels=[ship])
    draft = Draft(_FRAME, _FRAME.event, trigger, clause, cast, mood, [], [], [], [], [])
    draft.actor = [mention(scene, ship)]
    draft.helper = _figure(scene, clause, at)
    return [draft]


def of_a_channel(scene: Scene) -> bool:
    """Return whether the sentence is on what a channel or a port allows: "dredged to a draught of 12 metres"."""
    return not _NO_SHIP_LIES.isdisjoint(scene.lows)


def _told(scene: Scene, k: int) -> bool:
    """Return whether a figure of depth stands with the word, or, for a line of the hull, a word of more or less."""
    low = scene.lows[k]
    stretch = scene.text[scene.start : scene.end]
    if low in _DRAUGHT:
        if _AT_MOST.search(stretch) is not None:
            return False  # "takes ships of up to 9 metres draught"
        return _DEPTH.search(stretch) is not None or not _CHANGED.isdisjoint(scene.lows)
    if low in _LINES:
        whose = low != "marks" or (k > 0 and scene.lows[k - 1] in _WHOSE)
        return whose and not _CHANGED.isdisjoint(scene.lows)
    behind = stretch[scene.words[k].end - scene.start :]
    return _DEPTH.match(behind.lstrip()) is not None


def _figure(scene: Scene, clause: Clause, at: int) -> Mark | None:
    """Return the last figure of depth in the clause, for the quote to hold."""
    last = [m for m in scene.of("amount") if at < m.i < clause.j]
    return last[-1] if last else None


def ship_before(scene: Scene, at: int, memory: Memory) -> Mark | None:
    """Return the ship named last before that token, else the first behind it, else the one spoken of last."""
    named = scene.of("vessel")
    of = [m for m in named if at < m.i and "of" in scene.lows[m.i - 2 : m.i]]
    if of:
        return of[0]  # "beneath fresh paint on the stern of the Grey Fiction"
    ship = next((m for m in reversed(named) if m.i <= at), named[0] if named else None)
    if ship is not None or memory.vessel is None:
        return ship
    word = scene.words[at]
    return Mark("vessel", word.start, word.start, at, at, memory.vessel, "log")
