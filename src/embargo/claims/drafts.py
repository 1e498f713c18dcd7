"""Drafts: every trigger of a sentence put to the frames that know it."""

from embargo.claims.build import Draft, classes_of, meets
from embargo.claims.clauses import Clause, clauses
from embargo.claims.lexicon import Frame, Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import mood_of
from embargo.claims.objects import bridges, nominal, things_of
from embargo.claims.parties import fill
from embargo.claims.roles import cast
from embargo.claims.speakers import pronouns, voice_of_mood, without_speakers
from embargo.claims.voices import Heard

_LIGHT = frozenset({"out"})
# Verbs that set the mood of the verb after them, and say a deed only with a thing of their own.
_MOODS = frozenset(
    {"pledge", "promise", "offer", "consider", "weigh", "mull", "threaten", "prepare", "seek", "announce"}
)


def drafts(scene: Scene, lexicon: Lexicon, memory: Memory, heard: Heard) -> list[Draft]:
    """Return the claims in the making of one sentence, in order of their triggers."""
    found: list[Draft] = []
    for clause in clauses(scene):
        for trigger in [m for m in scene.of("verb", "noun", "phrase") if clause.i <= m.i < clause.j]:
            draft = _draft(scene, trigger, clause, lexicon, memory, heard)
            if draft is not None and not any(_same(draft, other) for other in found):
                found.append(draft)
    return found


def _same(draft: Draft, other: Draft) -> bool:
    """Return whether a nominal form only repeats what a verb beside it says ("made deliveries of shells")."""
    if draft.trigger.start == other.trigger.start and draft.trigger.end == other.trigger.end:
        return True
    shared = {id(m) for m in draft.items} & {id(m) for m in other.items}
    same_clause = draft.clause is other.clause and draft.event.split(".")[0] == other.event.split(".")[0]
    return (
        bool(shared)
        and same_clause
        and (draft.trigger.kind != other.trigger.kind or draft.trigger.kind == "phrase")
    )


def _draft(
    scene: Scene, trigger: Mark, clause: Clause, lexicon: Lexicon, memory: Memory, heard: Heard
) -> Draft | None:
    following = scene.words[trigger.j].low if trigger.j < len(scene.words) else ""
    if trigger.kind == "verb" and following in _LIGHT:
        return None
    for frame in lexicon.frames:
        known = (
            frame.verbs
            if trigger.kind == "verb"
            else frame.nouns
            if trigger.kind == "noun"
            else frame.phrases
        )
        if trigger.value not in known:
            continue
        if frame.inner and not any(w.low in lexicon.inner for w in scene.words[trigger.j : trigger.j + 7]):
            continue
        if trigger.value in _MOODS and (
            following in ("to", "that") or any(m.i == trigger.j and m.form == "ing" for m in scene.of("verb"))
        ):
            continue
        cast_ = cast(scene, frame, trigger, clause, memory)
        without_speakers(cast_, heard)
        if trigger.kind == "noun" and not frame.copula:
            nominal(scene, trigger, cast_)
        if frame.passive_only and not cast_.passive:
            continue
        items, sums = things_of(scene, frame, trigger, clause, cast_)
        if not meets(frame, classes_of(items, sums), cast_):
            continue
        if frame.bridge and not bridges(scene, trigger, clause):
            continue
        event = frame.event
        if event == "by item":
            event = lexicon.event_of(items[0].value if items else "money")
            if event.startswith(("deploy", "labour")) and (len(items) == 1 or frame.pattern == "get"):
                continue
        if event == "evade.sanctions":
            items = []  # what is evaded is the measure itself, no thing that changes hands
        draft = Draft(
            frame,
            event,
            trigger,
            clause,
            cast_,
            mood_of(scene, trigger, clause, event, cast_.subject),
            items,
            sums,
            [],
            [],
            [],
        )
        voice_of_mood(scene, draft, heard)
        pronouns(scene, draft, heard)
        fill(scene, draft, memory)
        if _complete(draft):
            return draft
    return None


# Verbs that set the mood of the verb after them, and say a deed only with a thing of their own.


def _complete(draft: Draft) -> bool:
    """Return whether enough is said to be a claim: a deed with a party, or a thing that changed hands with one."""
    if draft.event == "report.publish":
        return False
    if draft.frame.pattern in ("give", "get"):
        parties = draft.supplier or draft.recipient or draft.cast.vessels or draft.cast.passive
        if draft.trigger.kind == "noun":
            return bool(
                (draft.items or draft.sums) and draft.recipient and (draft.supplier or draft.frame.copula)
            ) or bool((draft.items or draft.sums) and draft.supplier)
        return bool((draft.items or draft.sums) and parties)
    if draft.event in ("visit.official",):
        return bool(draft.actor) and bool(draft.cast.places or draft.cast.objects)
    if draft.event == "evade.sanctions":
        return bool(draft.actor)
    if draft.frame.object == "recipient":
        return bool(draft.recipient)
    if draft.cast.passive:
        return bool(draft.items or draft.cast.places or draft.actor)
    return bool(draft.actor)
