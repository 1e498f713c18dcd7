"""Joined: who does it together: "the directorate and Crescent Bay signed", "the envoy, on his first visit, and Kim", "the two leaders"."""

from embargo.claims.build import Draft, implied, mention
from embargo.claims.clauses import preposition
from embargo.claims.grammar import PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.pairs import both_states
from embargo.claims.phrases import Phrase, before, behind
from embargo.claims.tellers import teller
from embargo.vocabulary import Mention, state_of

_BOTH = words("both_of_them")
# So many words stand at most between the commas that set words off behind the first of two.
_INSERTED = 14


def together(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Add to who does it whoever is joined to them by "and", or signs "with" them; "the two" are the two spoken of."""
    if draft.trigger.kind != "verb" or draft.cast.passive or draft.event.startswith("vessel."):
        return
    slot = {"give": draft.supplier, "get": draft.recipient}.get(draft.frame.pattern, draft.actor)
    doers = [m for m in slot if m.start is not None and m.end is not None and m.end <= draft.trigger.start]
    if draft.event == "agreement.sign":
        _signed(scene, draft, memory)
    if not doers:
        return
    first, last = scene.token_at(doers[0].start or 0), scene.token_at((doers[-1].end or 1) - 1) + 1
    while first and scene.lows[first - 1] in ("the", "a", "an"):
        first -= 1
    joined = [_before_it(scene, first, memory), _behind_it(scene, last, draft, memory)]
    known = {m.canonical for m in slot}
    slot.extend(mention(scene, m) for m in joined if m is not None and m.value not in known)


def _before_it(scene: Scene, k: int, memory: Memory) -> Mark | None:
    """Return who stands before the "and" before token k."""
    if k < 2 or scene.lows[k - 1] != "and":
        return None
    at = k - 1
    if scene.lows[at - 1] == ",":
        return _set_off(scene, at - 1)
    if any(m.j == at for m in scene.marks if m.kind in ("party", "vessel", "item", "time", "place")):
        return None  # those that lists know are joined already
    phrase = before(scene, Mark("cue", scene.words[at].start, scene.words[at].end, at, at + 1, ""))
    return _somebody(scene, phrase, memory, stop=at)


def _set_off(scene: Scene, comma: int) -> Mark | None:
    """Return the party before words between two commas: "the envoy Dahl, on his first trip in years, and Kim"."""
    opens = next((n for n in range(comma - 1, max(-1, comma - _INSERTED), -1) if scene.lows[n] == ","), None)
    if opens is None or scene.lows[opens + 1] not in PREPOSITIONS:
        return None
    if any(opens < m.i < comma and m.form in ("past", "s") for m in scene.of("verb", "speech")):
        return None
    found = next((m for m in scene.of("party") if m.j == opens), None)
    return found if found is not None and preposition(scene, found, 0) == "" else None


def _behind_it(scene: Scene, k: int, draft: Draft, memory: Memory) -> Mark | None:
    """Return who stands between the "and" at token k and the verb."""
    if k + 1 >= draft.trigger.i or scene.lows[k] != "and":
        return None
    if any(m.i <= k + 2 and k < m.j for m in scene.of("party", "vessel")):
        return None
    phrase = behind(scene, Mark("cue", scene.words[k].start, scene.words[k].end, k, k + 1, ""))
    if phrase is None:
        return None
    stop = min(phrase.head, draft.trigger.i)
    return _somebody(scene, Phrase(phrase.i, stop, stop), memory, stop=draft.trigger.i)


def _somebody(scene: Scene, phrase: Phrase | None, memory: Memory, *, stop: int) -> Mark | None:
    if phrase is None or phrase.head > stop or phrase.i == phrase.head:
        return None
    if any(phrase.i <= m.i < phrase.head for m in scene.of("verb", "speech", "amount", "time")):
        return None
    found = teller(scene, phrase, memory, strong=True)
    return found if found is not None and found.form in ("named", "unlisted", "group", "office") else None


def _signed(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Add who signs with them; "the two", "the pair", "both" are the last two of different States that were named."""
    known = {m.canonical for m in draft.actor}
    with_them = [m for m in draft.cast.takers if preposition(scene, m, draft.trigger.j) == "with"]
    draft.actor.extend(mention(scene, m) for m in with_them if m.value not in known)
    head = scene.words[max(0, draft.trigger.i - 1)]
    named = [m for m in draft.actor if state_of(m.canonical) and m.end == head.end]
    states = both_states(scene, draft.trigger.i, memory) if not named else None
    if states is not None:
        draft.actor = [implied(state) for state in states]
    elif not named and head.low in _BOTH:
        both = list(dict.fromkeys(memory.persons.values()))[-2:] or _flow(memory)
        draft.actor = [implied(one) for one in both] if len(both) > 1 else draft.actor


def _flow(memory: Memory) -> list[str]:
    ends: tuple[tuple[Mention, ...], ...] = memory.flow or ()
    return [m.canonical for end in ends for m in end[:1]]
