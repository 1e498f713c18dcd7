"""Modality: how far the thing has got in these words: asserted, denied, pledged, asked for, thought about."""

import msgspec

from embargo.claims.clauses import Clause
from embargo.claims.marks import Mark, Scene
from embargo.vocabulary import state_of
from embargo.vocabulary.words import Modality, Polarity

# Farther back than this many tokens a cue governs something else, unless only the speaker's clause lies between.
_REACH = 9
_ORDER: tuple[str, ...] = (
    "denied",
    "retracted",
    "acknowledged",
    "requested",
    "pledged",
    "considered",
    "planned",
    "alleged",
)
# Verbs that say the deed and its mood in one: "pledged 40 guns", "is considering sanctions", "sought visas".
_OWN = frozenset({"pledged", "considered", "requested"})
# "agreed to a treaty" is a deed; "agreed to provide" a pledge. "Requested" before a noun of the thing itself, too.
_BEFORE_NOUN = frozenset({"agreement.sign"})


class Mood(msgspec.Struct):
    """Modality and polarity, with the cue that set them and the party asked, where one was."""

    modality: Modality
    polarity: Polarity
    cue: Mark | None = None
    asked: Mark | None = None


def mood_of(scene: Scene, trigger: Mark, clause: Clause, event: str, agents: list[Mark]) -> Mood:
    """Return the mood of what the trigger says."""
    chain = _governing(clause)
    start = min(part.i for part in chain)
    cues = [
        mark for mark in scene.of("cue") if start <= mark.i and mark.j <= trigger.i + (trigger.kind == "noun")
    ]
    own = next((mark for mark in scene.of("cue") if mark.i == trigger.i and mark.value in _OWN), None)
    negative = any(
        mark.value == "negative" and clause.i <= mark.i and trigger.i - mark.j <= 4 for mark in cues
    )
    if clause.lead == "comp" and clause.before is not None:
        # "has not been able to confirm that": nothing is denied, and nothing is affirmed.
        before = clause.before
        negative = negative or any(
            mark.value == "negative" and before.i <= mark.i < before.j for mark in cues
        )
    polarity: Polarity = "negative" if negative else "positive"
    cue = own or _nearest(scene, cues, trigger, clause, event)
    if cue is None:
        return Mood(_question(scene) or "asserted", polarity)
    modality: Modality = cue.value  # type: ignore[assignment]
    if modality == "acknowledged" and not _own(scene, cue, agents):
        modality = "asserted"
    if modality == "denied":
        # "did not deny having sent" is no denial; leave it to people as negative and denied both.
        polarity = "negative"
    asked = _asked(scene, cue, trigger) if modality == "requested" else None
    return Mood(modality, polarity, cue, asked)


def _governing(clause: Clause) -> list[Clause]:
    """Return the clause and those before it that govern it: what A denied that B did."""
    chain = [clause]
    # A relative clause stands on its own: "was asked to send troops, who fought" asks for no fight.
    while chain[-1].lead in ("comp", "and") and chain[-1].before is not None and len(chain) < 4:
        chain.append(chain[-1].before)
    return chain


def _nearest(scene: Scene, cues: list[Mark], trigger: Mark, clause: Clause, event: str) -> Mark | None:
    words = scene.words
    found: Mark | None = None
    for cue in cues:
        if cue.value == "negative":
            continue
        gap = words[cue.j : trigger.i]
        lows = [word.low for word in gap]
        inside = clause.i <= cue.i
        if cue.value in ("requested", "pledged", "considered", "planned"):
            # These govern the infinitive, gerund or noun right after them, not a later clause of its own.
            if not inside or len(gap) > _REACH + 4 or (event in _BEFORE_NOUN and cue.value == "pledged"):
                continue
            if (
                trigger.form in ("past", "pp")
                and "be" not in lows
                and "have" not in lows
                and "to" not in lows
                and cue.value != "considered"
            ):
                if not (words[cue.i].low in ("will", "would", "shall") and not lows):
                    continue
            if trigger.kind == "verb" and trigger.form not in ("base", "ing") and cue.value == "requested":
                continue
            if (
                words[cue.i].low.startswith("s")
                and words[cue.i].low in ("sought", "seek", "seeks", "seeking")
                and trigger.i == cue.i
            ):
                continue
        if cue.value == "alleged" and (not inside or len(gap) > _REACH):
            continue
        if cue.value == "conditional" and not inside:
            continue
        if (
            cue.value in ("denied", "acknowledged")
            and not inside
            and "that" not in [w.low for w in words[cue.j : trigger.i]]
            and clause.lead != "comp"
        ):
            continue
        if found is None or cue.i >= found.i or _rank(cue) < _rank(found):
            found = cue if found is None or _rank(cue) <= _rank(found) else found
    return found


def _rank(cue: Mark) -> int:
    return _ORDER.index(cue.value) if cue.value in _ORDER else len(_ORDER)


def _own(scene: Scene, cue: Mark, agents: list[Mark]) -> bool:
    """Return whether who acknowledges is the one who acted: the same State, or a pronoun for it."""
    before = [mark for mark in scene.of("party") if mark.j <= cue.i]
    if not before:
        return False
    who = state_of(before[-1].value)
    acting = {state_of(mark.value) or mark.nation for mark in agents}
    return who is not None and (who in acting or not acting)


def _asked(scene: Scene, cue: Mark, trigger: Mark) -> Mark | None:
    between = [mark for mark in scene.of("party") if cue.j <= mark.i and mark.j <= trigger.i]
    return between[0] if between else None


def _question(scene: Scene) -> Modality | None:
    last = scene.words[-1].text if scene.words else ""
    return "question" if last == "?" else None
