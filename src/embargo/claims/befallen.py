"""Befallen: whose people they are that are killed, taught or hidden, where the deed's own words leave it to what stands before."""

import msgspec

from embargo.claims.build import Draft, implied, mention
from embargo.claims.grammar import PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.subjects import troops
from embargo.claims.things import is_people
from embargo.vocabulary import Mention, state_of

DOUBT = "whose people they are was understood from what stands before"
_LEARNING = words("learning_verbs")
# These teach somebody who stands right behind them.
_TEACHING = frozenset({"train", "drill"})
_TEACHERS = ("with", "under", "by")
_WEARING = ("uniform", "document")


def befallen(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Put those whom the deed befalls in the slot that the scheme has for them."""
    if draft.event == "casualty":
        _suffered(scene, draft, memory)
    elif draft.event == "conceal.identity":
        _hidden(scene, draft, memory)
    elif draft.event == "train.personnel":
        _taught(scene, draft, memory)


def _suffered(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Let the side whose people were killed or wounded be the actor, whoever counts them: "Seoul puts North Korean dead at 600"."""
    if draft.actor:
        return
    people = [m for m in draft.items if is_people(m)]
    nation = next((m.nation for m in people if m.nation), "")
    ours = any(scene.lows[max(0, m.i - 2) : m.i].count("our") for m in people)
    if not nation and people and not ours and all(m.value.startswith("personnel") for m in people):
        nation = memory.fighters
        draft.inferred = draft.inferred or (DOUBT if nation else "")
    draft.actor = [implied(troops(nation))] if nation else []


def _hidden(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Let those who are given or carry false papers and uniforms be those who are hidden: "each was issued a Russian uniform"."""
    if draft.actor or not any(m.value.startswith(_WEARING) for m in draft.items):
        return
    given = [m for m in draft.cast.subject if m.kind == "party" or (is_people(m) and m.nation)]
    if draft.cast.passive and given:
        draft.actor = [mention(scene, m) for m in given]
    elif memory.fighters:
        draft.actor = [implied(troops(memory.fighters))]
        draft.inferred = draft.inferred or DOUBT


def _taught(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Tell who is taught from who teaches: "cadets train in Minsk", "attended a course", "drilled with marines", "drilled them"."""
    lemma = draft.trigger.value.removeprefix("<").split(">")[0]
    k = draft.trigger.j
    word = scene.words[k] if k < draft.clause.j else None
    if not draft.cast.passive and word is not None and word.low == "them":
        nation = _spoken_of(scene, draft, memory)
        them = Mark("party", word.start, word.end, k, k + 1, troops(nation), "pronoun")
        draft.recipient = [mention(scene, them)] if nation else draft.recipient
        return
    alone = lemma not in _TEACHING or word is None or word.low in PREPOSITIONS or not word.text[0].isalnum()
    if lemma in _LEARNING and alone and not draft.cast.passive and draft.actor:
        teachers = [m for m in (*draft.cast.takers, *draft.cast.agents) if _behind(scene, m) in _TEACHERS]
        draft.recipient, draft.actor = draft.actor, [mention(scene, m) for m in teachers]
        if not teachers:
            whose = {state_of(m.canonical) for m in draft.recipient}
            there = [state_of(m.value) for m, where in draft.cast.places if where == "location"]
            draft.actor = [implied(state) for state in there[:1] if state and state not in whose]
        return
    nation = _spoken_of(scene, draft, memory)
    draft.recipient = [_of(scene, one, nation) if nation else one for one in draft.recipient]


def _spoken_of(scene: Scene, draft: Draft, memory: Memory) -> str:
    """Return the State of the people spoken of before, who do not teach themselves."""
    before = [m for m in scene.of("item") if m.j <= draft.trigger.i and is_people(m) and m.nation]
    spoken = memory.people.nation if memory.people is not None else ""
    teaching = {state_of(m.canonical) for m in draft.actor}
    known = (*(m.nation for m in reversed(before)), memory.fighters, spoken)
    return next((nation for nation in known if nation and nation not in teaching), "")


def _of(scene: Scene, one: Mention, nation: str) -> Mention:
    """Return the people with the State spoken of before, where they are "the newcomers" and no word of theirs gives another."""
    if one.text is None or one.start is None or one.end is None:
        return one
    own = any(one.start <= m.start < one.end for m in scene.of("party", "adjective", "place"))
    first = scene.token_at(one.start)
    the = "the" in scene.lows[max(0, first - 1) : first + 1]
    if own or not the or not one.text.endswith("s") or any(m.nation for m in scene.over(first)):
        return one
    return msgspec.structs.replace(one, canonical=f"{nation}:{one.canonical.partition(':')[2]}")


def _behind(scene: Scene, mark: Mark) -> str:
    k = mark.i - 1
    while k > 0 and (scene.lows[k] in ("the", "a") or scene.words[k].text[0].isdigit()):
        k -= 1
    return scene.lows[k] if k >= 0 else ""


def fighting(draft: Draft) -> str:
    """Return the State whose soldiers the deed is about: who is sent, fights, falls, is taken or taught; "" for other deeds."""
    if draft.event in ("deploy.personnel", "combat.participate", "casualty"):
        return next((state for m in draft.actor if (state := state_of(m.canonical))), "")
    if draft.event in ("capture.personnel", "move.personnel"):
        return next((m.nation for m in draft.items if m.nation), "")
    if draft.event == "train.personnel":
        return next((state for m in draft.recipient if (state := state_of(m.canonical))), "")
    return ""
