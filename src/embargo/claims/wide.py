"""The second, wider reading of a sentence in which the first found no claim, in a text on the matter."""

from embargo.claims.build import Draft
from embargo.claims.clauses import Clause
from embargo.claims.grammar import words
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.objects import fits
from embargo.claims.roles import Cast

# Verbs of too many meanings to say a deed without their own object.
_SAY_LITTLE = words("say_little")
# Deeds whose words stand as often for something else where their thing is only near.
_NOT_BY_NEARNESS = frozenset({"use.weapon", "ship.cargo", "vessel.move", "vessel.meet", "presence.materiel"})
DOUBT = "what the deed is about was taken from elsewhere in the clause"


def near_things(scene: Scene, frame: Frame, trigger: Mark, clause: Clause, found: Cast) -> list[Mark]:
    """Return the thing that the frame needs from anywhere in the clause: its subject, its object, then the nearest."""
    if not frame.needs or frame.event in _NOT_BY_NEARNESS or trigger.value in _SAY_LITTLE:
        return []
    stops = [k for k in range(clause.i, clause.j) if scene.words[k].text == "."]
    opens = max((k for k in stops if k < trigger.i), default=clause.i)
    closes = min((k for k in stops if k > trigger.i), default=clause.j)
    known = [m for m in scene.of("item") if fits(frame, m) and m.form != "unknown" and opens <= m.i < closes]
    cast = [m for m in (*found.subject, *found.objects) if m in known]
    # The thing of a noun hangs on it: "the theft, roughly $400 million had been moved" tells of another.
    comma = next((k for k in range(trigger.j, clause.j) if scene.words[k].text == ","), clause.j)
    stop = comma if trigger.kind == "noun" else clause.j
    behind = [m for m in known if trigger.j <= m.i < stop]
    before = [m for m in known if clause.i <= m.i < trigger.i]
    return cast[:1] or behind[:1] or before[-1:]


def says_enough(draft: Draft) -> bool:
    """Return whether a deed that is short of a party or a thing still says whose, where, how many or of which ship."""
    if (
        draft.event in _NOT_BY_NEARNESS
        or draft.event.startswith("vessel.")
        or draft.trigger.value in _SAY_LITTLE
    ):
        return False
    if (
        draft.event == "interdict"
        and draft.mood.modality == "question"
        and not (draft.items or draft.cast.vessels)
    ):
        return False  # "may the frigate stop a dhow?"
    if draft.trigger.form in ("base", "ing") and draft.mood.modality == "asserted" and not draft.actor:
        return False
    held = (draft.actor, draft.supplier, draft.recipient, draft.cast.places, draft.cast.vessels, draft.sums)
    return any(held) or draft.counted
