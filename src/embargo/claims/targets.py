"""Targets: whom a measure is against, where it is no name behind the verb: "which the Council listed", "two banks in Yangon", "me"."""

import msgspec

from embargo.claims.attribution import Heard
from embargo.claims.build import Draft, mention
from embargo.claims.clauses import preposition
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.things import is_people
from embargo.vocabulary import Mention, state_of

_AGAINST = ("on", "against", "upon", "to", "for", "at")
_IN = frozenset({"in", "of", "from"})
# So many words stand at most between targets and what says where they sit: "two refineries in the north of Shandong".
_NEAR = 4


def targeted(scene: Scene, draft: Draft, memory: Memory, heard: Heard) -> None:
    """Put in the recipient's place whom the measure is against; who only acts with its maker is none."""
    if draft.event != "sanction.impose":
        return
    floor = draft.trigger.i
    beside = {
        m.start
        for m in draft.cast.takers
        if m.i >= draft.trigger.j and preposition(scene, m, floor) not in ("", "and", *_AGAINST)
    }
    draft.recipient = [m for m in draft.recipient if m.start is None or m.start not in beside]
    if draft.recipient:
        return
    acting = {m.start for m in draft.actor}
    draft.recipient = (
        _hung_on(scene, draft)
        or [mention(scene, m) for m in _behind(draft) if m.start not in acting]
        or _pronoun(scene, draft, memory, heard)
        or _counted(scene, draft)
    )


def _hung_on(scene: Scene, draft: Draft) -> list[Mention]:
    """Return what a relative clause hangs on: "the bank, which the Council designated in 2016"."""
    target = draft.clause.antecedent if draft.clause.lead == "rel" else None
    if target is None or draft.cast.passive or target.kind not in ("party", "vessel"):
        return []
    if scene.words[draft.clause.i].low not in ("which", "whom", "that") or target in draft.cast.subject:
        return []
    if target.form in ("state", "metonym") or draft.clause.i - target.j > 1:
        return []
    return [mention(scene, target)]


def _behind(draft: Draft) -> list[Mark]:
    """Return the names right behind an active verb, which the words behind them describe: "blacklisted X, his firm in Riga"."""
    if draft.cast.passive or draft.trigger.kind != "verb":
        return []
    named = [m for m in draft.cast.objects if m.kind in ("party", "vessel") and state_of(m.value) != m.value]
    return [m for m in named if m.i - draft.trigger.j <= 1]


def _pronoun(scene: Scene, draft: Draft, memory: Memory, heard: Heard) -> list[Mention]:
    k = draft.trigger.j
    word = scene.words[k] if k < draft.clause.j else None
    if word is None or draft.cast.passive:
        return []
    value = None
    if word.low in ("me", "us"):
        told = [v.mark.value for v in heard.voices if v.i <= draft.trigger.i < v.j and not v.document]
        value = told[0] if told else None
    elif word.low == "him":
        value = memory.person
    elif word.low == "her":
        value = memory.vessel
    if value is None or (word.low == "her" and scene.lows[k + 1 : k + 2] and scene.lows[k + 1].isalpha()):
        return []
    return [mention(scene, Mark("party", word.start, word.end, k, k + 1, value, "pronoun"))]


def _counted(scene: Scene, draft: Draft) -> list[Mention]:
    """Return those of whom only the kind is said, with the State that their words give: "five Russian firms", "two banks in Yangon"."""
    found: list[Mention] = []
    for item in draft.items:
        people = is_people(item)
        if not people and not item.value.startswith("designation"):
            continue
        state = item.nation or _seat(scene, item)
        if state:
            name = scene.text[item.start : item.end].casefold()
            found.append(msgspec.structs.replace(mention(scene, item), canonical=f"{state}:{name}"))
    return found


def _seat(scene: Scene, item: Mark) -> str:
    """Return the State where they sit, by what hangs on them: "refineries in Shandong"."""
    if scene.lows[item.j : item.j + 1] and scene.lows[item.j] not in _IN:
        return ""
    for mark in scene.of("place", "party"):
        if item.j < mark.i <= item.j + _NEAR and state_of(mark.value):
            return state_of(mark.value) or ""
    return ""
