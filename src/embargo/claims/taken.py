"""Taken: who gets it where only a pronoun or a plain noun says so: "has come to us", "paid him", "promised his hosts 40 guns"."""

from embargo.claims.anonymous import tells
from embargo.claims.attribution import Heard
from embargo.claims.build import Draft, mention
from embargo.claims.clauses import preposition
from embargo.claims.grammar import AUXILIARIES, PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import DETERMINING, Phrase
from embargo.claims.things import is_people
from embargo.vocabulary import Mention, state_of

_BODIES = words("own_names") | words("body_heads") | words("organs")
_OURS = frozenset({"us", "me", "we"})
_HIM = frozenset({"him", "her"})
_PRONOUNS = _OURS | _HIM | {"them", "it"}
_GETTING = frozenset({"reach", "serve", "supply", "<reach>"})
_QUALIFYING = words("qualifying")
# So many words stand at most between a verb and the thing that it gives somebody: "promised his generous hosts 40 guns".
_BETWEEN = 6


def given_to(scene: Scene, draft: Draft, memory: Memory, heard: Heard) -> list[Mention]:
    """Return whom a pronoun or a plain noun between the verb and its thing, or behind "to", names as the taker."""
    if draft.frame.pattern != "give":
        return []
    verb = draft.trigger
    things = [m.i for m in (*draft.items, *draft.sums) if m.i >= verb.j]
    things += [m.i for m in scene.of("amount") if m.i >= verb.j]
    first = min(things, default=verb.j)
    word = scene.words[verb.j] if verb.j < draft.clause.j else None
    lemma = verb.value.removeprefix("<").split(">")[0]
    if word is not None and word.low in _PRONOUNS and (first > verb.j or lemma in _GETTING):
        return _meant(scene, draft, verb.j, memory, heard)
    for k in range(verb.i + 1, draft.clause.j - 1):
        if scene.words[k].low == "to" and scene.words[k + 1].low in _PRONOUNS:
            following = scene.lows[k + 2 : k + 3]
            owned = scene.words[k + 1].low == "her" and following and following[0].isalpha()
            return [] if owned else _meant(scene, draft, k + 1, memory, heard)
    if verb.j < first <= verb.j + _BETWEEN and not draft.cast.passive:
        found = _plain(scene, Phrase(verb.j, first, first), memory)
        if found:
            return found
    return _own_country(scene, draft, heard) or _craft(scene, draft)


def _own_country(scene: Scene, draft: Draft, heard: Heard) -> list[Mention]:
    """Return the speaker's State for "his country" behind the verb or "to": "no missile had reached his country"."""
    told = [v.mark for v in heard.voices if v.i <= draft.trigger.i < v.j and not v.document]
    state = state_of(told[0].value) if told else None
    for k in range(draft.trigger.j, draft.clause.j - 1):
        behind = k == draft.trigger.j or scene.lows[k - 1] == "to"
        if state and behind and scene.lows[k + 1] == "country" and scene.lows[k] in _THEIRS:
            first, last = scene.words[k], scene.words[k + 1]
            return [mention(scene, Mark("party", first.start, last.end, k, k + 2, state, "named"))]
    return []


_THEIRS = frozenset({"his", "her", "its", "their", "my", "our"})


def _craft(scene: Scene, draft: Draft) -> list[Mention]:
    """Return the ships without names that take it, by their flag: "sold fuel to a North Korean ship"."""
    for mark in scene.of("mean"):
        if not draft.trigger.j <= mark.i < draft.clause.j or not mark.nation:
            continue
        if mark.value.startswith("vessel") and preposition(scene, mark, draft.trigger.j) in ("to", "into"):
            ships = Mark("party", mark.start, mark.end, mark.i, mark.j, f"{mark.nation}:ships", "group")
            return [mention(scene, ships)]
    return []


def _meant(scene: Scene, draft: Draft, k: int, memory: Memory, heard: Heard) -> list[Mention]:
    """Return whom the pronoun at token k means, as a mention."""
    word = scene.words[k]
    told = [v.mark for v in heard.voices if v.i <= draft.trigger.i < v.j and not v.document]
    giving = {m.canonical for m in draft.supplier}
    value: str | None = None
    if word.low in _OURS:
        quoted = scene.within_quotes(draft.trigger.start, draft.trigger.end)
        value = told[0].value if told else None if quoted else memory.publisher
    elif word.low in _HIM:
        persons = [m.value for m in scene.of("party") if m.form == "person" and m.j <= draft.trigger.i]
        value = next((one for one in reversed(persons) if one not in giving), memory.person)
    elif word.low == "them":
        people = [m for m in scene.of("item") if m.j <= draft.trigger.i and is_people(m) and m.nation]
        value = people[-1].nation if people else memory.people.nation if memory.people is not None else None
    elif memory.body is not None:
        value = memory.body.value
    if value is None or value in giving or value.endswith(":unknown"):
        return []
    return [mention(scene, Mark("party", word.start, word.end, k, k + 1, value, "pronoun"))]


def _plain(scene: Scene, phrase: Phrase, memory: Memory) -> list[Mention]:
    """Return the people or the body that the words between a verb and its thing name: "paid the thieves $1 million"."""
    stop = next((k for k in range(phrase.i, phrase.head) if scene.lows[k] in PREPOSITIONS), phrase.head)
    if stop < phrase.head and scene.lows[stop] != "with":
        return []  # "pay a bonus of $20 million"
    phrase = Phrase(phrase.i, stop, stop)
    first, last = scene.words[phrase.i], scene.words[max(phrase.i, stop - 1)]
    plain = all(
        word.text.isalpha() and word.low not in AUXILIARIES for word in scene.words[phrase.i : phrase.head]
    )
    if first.low not in DETERMINING or phrase.head - phrase.i < 2 or not plain:
        return []
    # Before a number nothing but a noun of its own can stand: "gave the movement 40 missiles", not "the other 40".
    counted = scene.lows[stop : stop + 1] == ["with"] or any(m.i == stop for m in scene.of("amount"))
    noun = last.low not in _QUALIFYING and not last.low.endswith(("ed", "ing", "est"))
    if not (tells(last.low) or last.low in _BODIES or (counted and noun)):
        return []
    name = scene.text[scene.words[phrase.i + 1].start : last.end].casefold()
    known = memory.called(last.low) if first.low == "the" and last.low in _BODIES else None
    mark = Mark("party", first.start, last.end, phrase.i, phrase.head, known or f"entity:{name}", "named")
    return [mention(scene, mark)]


_HIRING = (
    "employ",
    "hire",
    "host",
    "recruit",
    "invite",
    "<take> in",
    "<take> on",
    "<employ>",
    "<hire>",
    "admit",
)


def hires(draft: Draft) -> bool:
    """Return whether who does it takes workers in, and sends none: "took on 180 men", "employs 40 welders"."""
    return draft.trigger.value.startswith(_HIRING) and not draft.cast.passive


# Before whom a thing is raised, and to whom it is told: behind these words stands who hears it.
_HEARING = {
    "statement.raise": ("before", "with", "in", "at", "to"),
    "report.notify": ("to", "with", "before", "of"),
}


def heard_by(scene: Scene, draft: Draft) -> None:
    """Put who hears it in the recipient's place: "brought before the Council", "took up the firm's conduct with Beijing"."""
    words_for = _HEARING.get(draft.event)
    if words_for is None:
        return
    if draft.trigger.value.startswith("<be>") and not draft.cast.agents:
        told = [m for m in draft.cast.subject if m.kind == "party"]
        if told:
            draft.recipient, draft.actor = [mention(scene, m) for m in told], []
        return
    for word in words_for:
        for mark in scene.of("party"):
            if (
                not draft.trigger.i < mark.i < draft.clause.j
                or preposition(scene, mark, draft.trigger.i) != word
            ):
                continue
            if word in ("in", "at", "of") and (state_of(mark.value) == mark.value or ":" not in mark.value):
                continue  # "a meeting in Seoul"
            if mark.start not in {m.start for m in draft.actor}:
                draft.recipient = [mention(scene, mark)]
                return


# For whom an account is kept, and into whom a ship pumps: behind these words stands who has it in the end.
_HAVING = {"finance.account": ("behalf", "for"), "vessel.sts": ("into", "aboard", "onto")}


def had_by(scene: Scene, draft: Draft) -> None:
    """Put in the recipient's place for whom an account is kept, or the ship that takes the oil: "pumped gasoil into the Chon Ma"."""
    words_for = _HAVING.get(draft.event)
    if words_for is None or draft.cast.passive:
        return
    firsts = {m.start for m in draft.actor[:1]}
    pumped = bool(draft.items) and draft.trigger.value.removeprefix("<").split(">")[0] in _PUMPING
    for mark in scene.of("party", "vessel"):
        if not draft.trigger.j <= mark.i < draft.clause.j or mark.start in firsts:
            continue
        ship = mark.kind == "vessel"
        word = _governor(scene, mark, draft.trigger.j)
        if word in words_for and ship == (draft.event == "vessel.sts") and (pumped or not ship):
            draft.recipient = [mention(scene, mark)]
            draft.actor = [m for m in draft.actor if m.start != mark.start]
            return


_PUMPING = frozenset(
    {"pump", "transfer", "give", "pass", "discharge", "deliver", "move", "send", "offload", "decant"}
)


def _governor(scene: Scene, mark: Mark, floor: int) -> str:
    """Return the word that governs the name, past what describes it: "into a smaller tanker, the Chon Ma"."""
    word = preposition(scene, mark, floor)
    k = mark.i - 1 - (scene.lows[mark.i - 1] == "the")
    if word == "of" and "behalf" in scene.lows[max(floor, mark.i - 4) : mark.i]:
        return "behalf"
    if word == "" and k > floor and scene.lows[k] == ",":
        lows = [scene.lows[n] for n in range(max(floor, k - _BETWEEN), k)]
        return next((low for low in reversed(lows) if low in PREPOSITIONS), "")
    return word
