"""Destinations: whither papers, a transponder or a master falsely say that a ship or her cargo goes.

"Radioed Busan as a bogus next port", "the destination declared was false", "gave the destination as a plant in Ajman", "her AIS
said Fujairah; she went nowhere near it".
"""

import re

from embargo.claims.build import Draft, mention
from embargo.claims.clauses import clauses
from embargo.claims.draughts import ship_before
from embargo.claims.grammar import words
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import mood_of
from embargo.claims.roles import Cast

_FRAME = Frame("conceal.destination", "act", "none", ())
_ENDS, _FALSE, _PAPERS = words("ends_of_ways"), words("belied_words"), words("papers_of_ways")
_GIVING, _SIGNALS, _BOUND = words("giving_ends"), words("signals"), words("bound")
_SIGNS = _ENDS | _SIGNALS | _BOUND
# What papers call the end of a way, in more words than one.
_END = re.compile(
    r"\b(?:(?:next|last|final|first)\s+(?:port|stop)(?:\s+of\s+call)?|(?:port|place)\s+of\s+(?:discharge|delivery|landing|unloading|destination)"
    r"|destination|consignee|addressee|end[\s-]users?|ultimate\s+(?:buyer|recipient))\b",
    re.IGNORECASE,
)
# That it was not so: said behind it, or in the next sentence.
_BELIED = re.compile(
    r"\b(?:never|nowhere|whereas|instead|(?:was|is|did|had|does)\s+not|(?:was|is|did|had|does)n[’']t|but\s+(?:she|it|the\s+ship|turned|went|sailed|put|made|berthed|docked)"
    r"|though\s+(?:she|it)|in\s+(?:fact|truth|reality))\b",
    re.IGNORECASE,
)
_PRETENCE = frozenset({"pretended", "pretending", "pretends", "ostensibly", "supposedly", "purportedly"})
_NEXT = 90


def destinations(scene: Scene, memory: Memory) -> list[Draft]:
    """Return the false destination that the sentence tells of, at most one."""
    if _SIGNS.isdisjoint(scene.lows):
        return []
    stretch = scene.text[scene.start : scene.end]
    end = _END.search(stretch)
    if end is not None and not stretch[: end.start()].endswith("country of "):
        k = scene.token_at(scene.start + end.start())
        came = (
            stretch[end.start() : end.end()].casefold().startswith("last")
        )  # whence she comes, as papers have it
        told = not came and (_on_paper(scene, k) or (_is_note(scene) and _belied(scene, k)))
        if told or _is_false(scene, k):
            return _draft(scene, k, memory)
    for k, low in enumerate(scene.lows):
        if low in _SIGNALS and _shows(scene, k) and _belied(scene, k):
            return _draft(scene, k, memory)
        if (
            low in _BOUND
            and _claims(scene, k)
            and (_belied(scene, k) or not _PRETENCE.isdisjoint(scene.lows))
        ):
            return _draft(scene, k, memory)
    return []


def _is_false(scene: Scene, k: int) -> bool:
    """Return whether the end of the way is called false: "as a bogus next port", "the destination declared to us was false"."""
    return not _FALSE.isdisjoint(scene.lows[max(0, k - 4) : k + 12])


def _on_paper(scene: Scene, k: int) -> bool:
    """Return whether papers give the end of the way: "gave Bangui as the place of landing", "put down as addressee a nursery"."""
    lows = scene.lows
    if _GIVING.isdisjoint(lows):
        return False
    return "as" in lows[max(0, k - 3) : k] or (not _PAPERS.isdisjoint(lows) and "as" in lows[k : k + 6])


def _is_note(scene: Scene) -> bool:
    """Return whether the sentence is a note of what was declared: "Declared next port: Busan."."""
    return not _GIVING.isdisjoint(scene.lows)


def _shows(scene: Scene, k: int) -> bool:
    """Return whether the signal shows a place: "her AIS said Fujairah", "the destination field read Busan"."""
    return not _GIVING.isdisjoint(scene.lows[k + 1 : k + 5])


def _claims(scene: Scene, k: int) -> bool:
    """Return whether being bound somewhere is only what she told: "was telling everyone she was off to Qingdao"."""
    telling = next((n for n in range(k - 1, max(-1, k - 9), -1) if scene.lows[n] in _GIVING), None)
    if telling is None:
        return False
    ships = [m.j for m in scene.of("vessel") if m.j <= telling]
    herself = [n for n in range(telling) if scene.lows[n] in ("she", "it", "ship", "tanker", "vessel")]
    others = [m.j for m in scene.of("party") if m.j <= telling]
    return max([*ships, *herself], default=-1) > max(others, default=-1)


def _belied(scene: Scene, k: int) -> bool:
    """Return whether the sentence behind it, or the opening of the next one, says that it was not so."""
    here = scene.text[scene.words[k].end : scene.end]
    line = scene.text.find("\n", scene.end)
    ahead = scene.text[
        scene.end : min(len(scene.text), scene.end + _NEXT, line if line >= 0 else len(scene.text))
    ]
    return _BELIED.search(here) is not None or _BELIED.search(ahead) is not None


def _draft(scene: Scene, k: int, memory: Memory) -> list[Draft]:
    word = scene.words[k]
    clause = next(c for c in clauses(scene) if c.i <= k < c.j)
    trigger = Mark("phrase", word.start, word.end, k, k + 1, "destination")
    ship = ship_before(scene, k, memory)
    doers = [m for m in scene.of("party") if m.j <= k and _acts(m)]
    subject = [ship] if ship is not None else doers[:1]
    mood = mood_of(scene, trigger, clause, _FRAME.event, subject)
    if mood.modality == "asserted" and mood.polarity == "negative" and mood.cue is not None:
        mood.polarity = "positive"  # "she never went there" is what makes it false
    near = sorted(scene.of("place"), key=lambda m: abs(m.i - k))
    cast = Cast(
        subject=[m for m in subject if m.form != "log"],
        places=[(m, "false_destination") for m in near[:1]],
        vessels=[m for m in subject if m.kind == "vessel"],
    )
    actor = [mention(scene, m) for m in subject]
    return [Draft(_FRAME, _FRAME.event, trigger, clause, cast, mood, [], [], [], [], actor)]


def _acts(mark: Mark) -> bool:
    """Return whether the party is named as who does it, and not as a place or a paper's name."""
    return mark.form not in ("state", "adjective", "metonym", "document")


_MASTERS = frozenset({"master", "captain", "skipper", "mate"})


def of_the_way(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Tell a false end of a way from one that a master only gives when he is asked: "Hailed, the master gave Busan as his next port"."""
    if draft.event != _FRAME.event:
        return
    draft.cast.places = [
        (m, "false_destination" if role == "location" else role) for m, role in draft.cast.places
    ]
    lows = scene.lows[draft.clause.i : draft.clause.j]
    asked = not _MASTERS.isdisjoint(lows) and "as" in lows and "port" in lows
    ship = ship_before(scene, draft.trigger.i, memory)
    if not asked or ship is None or not _PAPERS.isdisjoint(lows) or not _FALSE.isdisjoint(scene.lows):
        return
    draft.event, draft.mood.modality, draft.items = "vessel.move", "planned", []
    draft.actor, draft.cast.vessels = [mention(scene, ship)], [ship]
    draft.cast.places = [(m, "destination") for m, _ in draft.cast.places]
