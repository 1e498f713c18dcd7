"""Guises: names and papers that are not one's own, told by nouns: a name painted over, a firm that is "a front for" another,
people at work "under borrowed identities", papers that say who somebody is not.
"""

import re
from itertools import pairwise

from embargo.claims.build import Draft, mention
from embargo.claims.clauses import Clause, clauses
from embargo.claims.draughts import ship_before
from embargo.claims.grammar import ARTICLES, words
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import mood_of
from embargo.claims.roles import Cast
from embargo.claims.subjects import troops
from embargo.claims.things import amount_of, is_people
from embargo.vocabulary import Mention, state_of

_FRAME = Frame("conceal.identity", "act", "none", ())
_NAMES, _HULL, _EFFACED = words("names_of_ships"), words("parts_of_hulls"), words("effaced")
_FRONTS = words("fronts")
_ASSUMED, _SELVES, _BEHIND = words("assumed"), words("selves"), words("behind_guises")
_PAPERS, _PASSING = words("papers_of_persons"), words("passing_off")
_SIGNS = _EFFACED | _FRONTS | _ASSUMED | _PASSING
# So many words lie at most between a name and what was done to it, and between what is false and whose name it is.
_NEAR, _CLOSE = 9, 5
_BLAMED = re.compile(r"\bfor (?:their|his|her|its) (?:part|role)\b")


def guises(scene: Scene, memory: Memory) -> list[Draft]:
    """Return who the sentence says goes under a name or papers of another, at most one."""
    if _SIGNS.isdisjoint(scene.lows):
        return []
    for k, low in enumerate(scene.lows):
        found: Draft | None = None
        if low in _EFFACED:
            found = _painted_over(scene, k, memory)
        elif low in _FRONTS:
            found = _fronted(scene, k)
        elif low in _ASSUMED:
            found = _under_another(scene, k, memory)
        elif low in _PASSING:
            found = _by_papers(scene, k, memory)
        if found is not None:
            return [found]
    return []


def _painted_over(scene: Scene, k: int, memory: Memory) -> Draft | None:
    """Return the ship whose name was done away with: "Name on stern painted out", "an older name beneath fresh paint"."""
    near = scene.lows[max(0, k - _NEAR) : k + _NEAR]
    named = not _NAMES.isdisjoint(near)
    ship = ship_before(scene, k, memory)
    if ship is None or not named or (_HULL.isdisjoint(near) and not _hers(near)):
        return None
    return _draft(scene, k, [ship], [mention(scene, ship)])


def _hers(near: list[str]) -> bool:
    """Return whether the name is a ship's: "her name", "whose name and port of registry", "the ship's name"."""
    return any(a in ("her", "its", "whose", "’s", "'s") and b in _NAMES for a, b in pairwise(near))


def _fronted(scene: Scene, k: int) -> Draft | None:
    """Return whom a firm or a person is a front for: "was merely a façade for the Fictive Bank", "serves as a cover for it"."""
    lows = scene.lows
    if (
        lows[k + 1 : k + 2] != ["for"]
        or k == 0
        or not (ARTICLES | {"as", "mere"}) & set(lows[max(0, k - 2) : k])
    ):
        return None
    if _clause(scene, k).lead == "rel":
        return None  # "an account for a firm which serves as a cover for the bank" only says which
    hidden = next((m for m in scene.of("party", "item") if 0 <= m.i - k - 2 <= 2), None)
    if hidden is None or (hidden.kind == "item" and not (is_people(hidden) and hidden.nation)):
        return None
    return _draft(scene, k, [hidden], [mention(scene, hidden)])


def _under_another(scene: Scene, k: int, memory: Memory) -> Draft | None:
    """Return the people or the ship under a false name: "worked under borrowed identities", "behind stolen profiles"."""
    lows = scene.lows
    self = next((n for n in range(k + 1, min(k + 1 + _CLOSE, len(lows))) if lows[n] in _SELVES), None)
    before = lows[max(0, k - _CLOSE - 1) : k]
    if self is None and lows[k - 1 : k] and lows[k - 1] in _SELVES:
        self = k  # "identities borrowed from Malaysian nationals"
    behind = max((n for n, low in enumerate(before) if low in _BEHIND), default=None)
    if self is None or behind is None or "of" in before[behind:]:
        return None  # "on the strength of a counterfeit passport"
    if _BLAMED.search(scene.text, scene.start, scene.words[k].start) is not None:
        return None  # "designated for their part in placing workers under false names": why, and no deed told
    clause = _clause(scene, k)
    people = [m for m in scene.of("item", "party", "vessel") if m.j <= k and _goes_about(m)]
    here = [m for m in people if clause.i <= m.i] or people
    self += lows[self + 1 : self + 2] != [] and lows[self + 1] in _SELVES  # "stolen identity papers"
    shown = _papers(scene, self)
    if here:
        draft = _draft(scene, k, here[-1:], [mention(scene, here[-1])])
        counted = [m for m in here[-1:] if m.kind == "item" and amount_of(scene, m, set()) is not None]
        draft.items = counted or shown
        return draft
    if memory.vessel is not None and {"she", "her"} & set(lows[clause.i : k]):
        ship = ship_before(scene, k, memory)
        who = [mention(scene, ship)] if ship is not None else []
    else:
        who = _those_spoken_of(memory)
    if not who:
        return None
    draft = _draft(scene, k, [], who)
    draft.items = shown
    return draft


def _papers(scene: Scene, k: int) -> list[Mark]:
    """Return the papers that the token names as a thing: passports and cards, and no bare name or identity."""
    if scene.lows[k] not in _PAPERS:
        return []
    known = [m for m in scene.over(k) if m.kind == "item" and m.value.startswith(("document", "visa"))]
    word = scene.words[k]
    return known[-1:] or [Mark("item", word.start, word.end, k, k + 1, "document.forged", "pronoun")]


def _those_spoken_of(memory: Memory) -> list[Mention]:
    """Return the people that the text speaks of, workers or soldiers; nobody where it speaks of neither."""
    people, nation = memory.people, memory.fighters
    if people is not None and people.nation:
        nation, at_work = people.nation, people.value.startswith("labour")
    else:
        nation = nation or ("KP" if memory.of_the_north and memory.people_are else "")
        at_work = memory.people_are == "labour.worker"
    if not nation:
        return []
    return [
        Mention(None, None, None, f"{nation}:workers" if at_work else troops(nation), None, implicit=True)
    ]


def _goes_about(mark: Mark) -> bool:
    if mark.kind == "item":
        return is_people(mark) and bool(mark.nation)
    return mark.kind == "vessel" or (
        state_of(mark.value) is not None and mark.form in ("person", "unlisted", "body")
    )


def _by_papers(scene: Scene, k: int, memory: Memory) -> Draft | None:
    """Return whose papers give them out for others: "Their pay books said they were Tuvans"."""
    papers = next((m for m in range(max(0, k - _CLOSE), k) if scene.lows[m] in _PAPERS), None)
    if papers is None or not {"they", "them", "he", "him", "she", "men", "bearer", "bearers"} & set(
        scene.lows[k + 1 : k + 4]
    ):
        return None
    who = _those_spoken_of(memory)
    if not who:
        return None
    draft = _draft(scene, k, [], who)
    draft.items = _papers(scene, papers)
    return draft


def _clause(scene: Scene, k: int) -> Clause:
    return next(c for c in clauses(scene) if c.i <= k < c.j)


def _draft(scene: Scene, k: int, subject: list[Mark], actor: list[Mention]) -> Draft:
    word, clause = scene.words[k], _clause(scene, k)
    trigger = Mark("phrase", word.start, word.end, k, k + 1, "guise")
    mood = mood_of(scene, trigger, clause, _FRAME.event, subject)
    ships = [m for m in subject if m.kind == "vessel"]
    named = [m for m in subject if m.form != "log"]
    cast = Cast(subject=named, vessels=ships)
    return Draft(_FRAME, _FRAME.event, trigger, clause, cast, mood, [], [], [], [], actor)
