"""Remembering: what a sentence leaves behind for the next, whom "it", "they", "she" and "the soldiers" will mean."""

from embargo.claims.anonymous import tells
from embargo.claims.attribution import TURN, Voice
from embargo.claims.clauses import preposition
from embargo.claims.comparisons import compared
from embargo.claims.grammar import AUXILIARIES, PREPOSITIONS, STOPS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.things import is_people
from embargo.language import lowered
from embargo.vocabulary import state_of

_PRONOUNS = words("pronouns")
# So far from its beginning a sentence names the body it is about: "China's General Administration of Customs".
_OPENING = 3
# Forms of marks that name a body and no person.
_BODIES = ("office", "body", "firm")
# What changes hands in numbers.
GOODS = (
    "missile",
    "munition",
    "artillery",
    "uav",
    "air_defence",
    "arms",
    "coal",
    "petroleum",
    "seafood",
    "ore",
    "metal",
    "machinery",
)

_NO_NOUNS = PREPOSITIONS | STOPS | AUXILIARIES


def _attributive(scene: Scene, mark: Mark) -> bool:
    """Return whether one thing only qualifies the noun behind it: "drone defence", "missile assembly"."""
    last = scene.words[mark.j - 1].low
    following = scene.words[mark.j] if mark.j < len(scene.words) else None
    return (
        following is not None
        and not last.endswith("s")
        and following.text.isalpha()
        and following.text.islower()
        and following.low not in _NO_NOUNS
        and not any(m.i == mark.j for m in scene.of("verb"))
    )


def remember(scene: Scene, memory: Memory, voices: list[Voice]) -> None:
    """Remember for the next sentence whom "it", "they" and "the soldiers" will mean."""
    _things(scene, memory)
    days = [m.when for m in scene.of("time") if m.when and m.when.first and m.when.first == m.when.last]
    if days:
        memory.day = days[-1]
    told = [m.when for m in scene.of("time") if m.when and m.when.last and not compared(scene, m)]
    if told:
        memory.told = told[-1].first, told[-1].last
    vessels = scene.of("vessel")
    if vessels:
        memory.vessel, memory.flag = vessels[0].value, ""
    flags = [m.nation for m in scene.of("mean") if m.nation and m.value.startswith("vessel")]
    if flags and not vessels:
        memory.flag = flags[-1]
    persons = [m for m in scene.of("party") if m.form == "person"]
    if persons:
        memory.person = persons[0].value
    parties = [m for m in scene.of("party") if state_of(m.value) and _may_lead(scene, m)]
    if parties:
        memory.subject = parties[0]
    _voices(scene, memory, voices)


def _may_lead(scene: Scene, mark: Mark) -> bool:
    """Return whether "it" may mean the party: a firm behind a preposition ("from Araks Line of Yerevan") is not spoken of."""
    if mark.form in ("firm", "unlisted"):
        return preposition(scene, mark, 0) == ""
    return mark.form not in ("call", "document")


def _voices(scene: Scene, memory: Memory, voices: list[Voice]) -> None:
    voices = [voice for voice in voices if voice.verb != TURN] or voices
    if voices:
        memory.speaker = voices[-1].mark
    memory.paper = next((voice.mark for voice in reversed(voices) if voice.document), None)
    if memory.paper is None and not _FIGURES.isdisjoint(scene.lows):
        # "The customs service put out its tables on Saturday. They show …"
        memory.paper = next((m for m in scene.of("party") if "customs" in m.value.casefold()), None)
    named = next((m for m in scene.of("party") if m.i <= 1 and _is_person(scene, m)), None)
    memory.teller = named or memory.teller
    opening = [
        m
        for m in scene.of("party")
        if m.i <= _OPENING and m.form in _BODIES and preposition(scene, m, 0) == ""
    ]
    for mark in (*opening[:1], *(voice.mark for voice in voices)):
        last = lowered(scene.text[mark.start : mark.end]).split()[-1:]
        if last and last[0] not in _PRONOUNS:
            person = mark.form == "person" or tells(last[0])
            memory.teller = mark if person or mark.form not in _BODIES else memory.teller
            memory.body = memory.body if person else mark


def _is_person(scene: Scene, mark: Mark) -> bool:
    """Return whether a name that no list knows opens the sentence as a person does: "Arkady Lim is 58", "Arkady Lim, a lawyer, …"."""
    if mark.form != "unlisted" or mark.j - mark.i not in (2, 3) or mark.j + 1 >= len(scene.words):
        return False
    if scene.lows[mark.j] == ",":
        behind = scene.lows[mark.j + 1 : mark.j + _DESCRIBED]
        return behind[:1] in (["a"], ["an"], ["the"]) and any(tells(low) for low in behind)
    return scene.lows[mark.j] in ("is", "was") and scene.lows[mark.j + 1].isdigit()


# So many words behind a name say what somebody is.
_DESCRIBED = 6
_FIGURES = words("published_figures")


def _things(scene: Scene, memory: Memory) -> None:
    for mark in scene.of("item"):
        if is_people(mark) and mark.nation:
            memory.people = mark
        if not is_people(mark) and mark.value.startswith(GOODS) and not _attributive(scene, mark):
            memory.goods, memory.goods_age = mark.value, 0
        if mark.value.startswith("petroleum"):
            memory.oil = mark.value
    memory.goods_age += 1
