"""Seats: of which State a firm is, by the place it is said to sit in: "Fictive Mills of Graz", "a Yerevan company, Araks Line"."""

from embargo.claims.grammar import ARTICLES, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.vocabulary import state_of

_UNKNOWN = "entity:"
_FIRMS = words("firm_words")
_NAMED = ("firm", "unlisted")
# Behind a firm's name these lead to where it sits: "based in Osh", "registered in the Marshall Islands", "with an office in Dubai".
_SEATED = words("seated")
# What a firm is called in an apposition: "a trading house in Dalian".
_HEADS = words("firm_heads")
_REACH = 8
_ENDS = frozenset({".", ")", ";", ","})


def seats(scene: Scene, memory: Memory) -> None:
    """Give each firm that no list knows the State of its seat, where the text has named it here or before."""
    for mark in scene.of("party"):
        if not mark.value.startswith(_UNKNOWN) or mark.form not in _NAMED:
            continue
        name = mark.value.removeprefix(_UNKNOWN)
        state = _behind(scene, mark) or _before(scene, mark)
        if state is not None:
            _settle(memory, name, state)
        else:
            state = memory.seats.get(name.casefold())
        if state is not None:
            mark.value = f"{state}:{name}"


def _settle(memory: Memory, name: str, state: str) -> None:
    """Remember the State of a firm under its name and under the first words of it, by which it is called later."""
    memory.seats[name.casefold()] = state
    parts = name.casefold().split()
    for size in range(1, len(parts)):
        memory.seats.setdefault(" ".join(parts[:size]), state)


def _behind(scene: Scene, mark: Mark) -> str | None:
    """Return the State of the place behind a name: "… Ltd of Dubai", "… Bank in Osh", "…, a company in Salalah", "… (Panama)"."""
    firm = mark.form == "firm" or any(word.low in _FIRMS for word in scene.words[mark.i : mark.j])
    k = mark.j
    while k < len(scene.words) and (
        scene.words[k].low in _FIRMS or scene.text[mark.end : scene.words[k].end] == "."
    ):
        k += 1
        firm = True
    if k + 1 >= len(scene.words):
        return None
    word, after = scene.words[k].low, scene.words[k + 1].low
    if word == "of" or (word == "in" and firm) or (word == "(" and firm):
        return _at(scene, k + 1)
    if word != ",":
        return None
    if after in ("of", "in"):
        return _at(scene, k + 2)
    if after in _SEATED:
        return _first(scene, k + 2, k + 2 + _REACH)
    if after in ARTICLES:
        head = next(
            (n for n in range(k + 2, min(k + 2 + _REACH, len(scene.words))) if scene.words[n].low in _HEADS),
            None,
        )
        return None if head is None else _first(scene, k + 2, head + 4)
    found = _ground(scene, k + 1) if firm else None
    closes = found is not None and (found.j >= len(scene.words) or scene.words[found.j].low in _ENDS)
    return state_of(found.value) if found is not None and closes else None


def _before(scene: Scene, mark: Mark) -> str | None:
    """Return the State of the place that the noun before a name has: "the Tallinn exchange Baltcoin", "a Yerevan company, Araks Line"."""
    k = mark.i - 1
    k -= k >= 0 and scene.words[k].low == ","
    if k < 1 or scene.words[k].low not in _HEADS:
        return None
    for n in range(k - 1, max(-1, k - 4), -1):
        found = next(
            (m for m in scene.over(n) if m.kind in ("place", "party", "adjective") and m.j == n + 1), None
        )
        if found is not None:
            return state_of(found.value)
        if not scene.words[n].text.islower():
            return None
    return None


def _at(scene: Scene, k: int) -> str | None:
    k += k < len(scene.words) and scene.words[k].low == "the"
    found = _ground(scene, k)
    return None if found is None else state_of(found.value)


def _first(scene: Scene, i: int, j: int) -> str | None:
    """Return the State of the first place or State between two tokens, before any verb or full stop."""
    for k in range(i, min(j, len(scene.words))):
        found = _ground(scene, k)
        if found is not None:
            return state_of(found.value)
        if scene.words[k].low in _ENDS or any(_stops(m) for m in scene.over(k)):
            return None
    return None


def _stops(mark: Mark) -> bool:
    return mark.kind in ("verb", "speech") or (
        mark.kind == "item" and not mark.value.startswith("designation")
    )


def _ground(scene: Scene, k: int) -> Mark | None:
    """Return the place or State that opens at token k."""
    for mark in scene.over(k) if k < len(scene.words) else ():
        if mark.i == k and (
            mark.kind in ("place", "adjective") or (mark.kind == "party" and ":" not in mark.value)
        ):
            return mark if state_of(mark.value) else None
    return None
