"""Names that no list knows: whoever a text names as the giver, the taker or the designated of a deed, by capitals alone."""

import re

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.vocabulary import state_of

_WORD = r"[A-Z][\w’'&.-]*[\w’'&]"
# Two words with capitals at least: one alone is as often the first of a sentence, a month or a headline.
_NAME = rf"{_WORD}(?:\s+(?:of\s+(?:the\s+)?|and\s+|for\s+|al-|bin\s+)?{_WORD}){{1,5}}"
_AFTER = re.compile(
    rf"\b(?:to|from|by|against|with|for|designated|sanctioned|blacklisted|listed|supplied|named)\s+(?:the\s+)?(?P<name>{_NAME})"
)
_GROUNDS = words("grounds")
# What opens a reference into a text and names nobody: "added to Annex IV".
_PARTS = frozenset(
    {
        "annex",
        "article",
        "section",
        "chapter",
        "table",
        "part",
        "figure",
        "paragraph",
        "schedule",
        "appendix",
        "title",
        "regulation",
        "resolution",
        "act",
        "list",
    }
)
_NATIONAL = re.compile(
    rf"(?P<name>{_WORD}(?:\s+{_WORD}){{1,3}}),\s+an?\s+(?:[\w-]+\s+){{1,3}}?(?:national|citizen|businessman|businesswoman|trader|"
    r"banker|broker|financier|diplomat|officer|agent|resident|smuggler|middleman)\b"
)
# "Song Myong Chol, a DPRK national": whose State the words after the name give.
_APPOSED = 6


def nationals(scene: Scene) -> None:
    """Read "Hwang Chol-su, a DPRK national" as one person of that State, and not as the State."""
    for match in _NATIONAL.finditer(scene.text, scene.start, scene.end):
        start, end = match.span("name")
        i, j = scene.token_at(start), scene.token_at(match.end() - 1) + 1
        state = next(
            (m for m in scene.of("adjective", "party") if i < m.i < j and m.form in ("state", "adjective")),
            None,
        )
        if state is None or any(m.i <= i < m.j and m.kind in ("party", "vessel") for m in scene.marks):
            continue
        scene.marks[:] = [m for m in scene.marks if not (i <= m.i and m.j <= j)]
        value = f"{state_of(state.value)}:{' '.join(match['name'].split())}"
        scene.marks.append(Mark("party", start, end, i, j, value, "person"))


def names(scene: Scene) -> None:
    """Mark unknown names in the places of parties: "XX:Name" where an apposition gives the State, else "entity:Name"."""
    for match in _AFTER.finditer(scene.text, scene.start, scene.end):
        start, end = match.span("name")
        i, j = scene.token_at(start), scene.token_at(end - 1) + 1
        if i >= j or "\n" in match["name"] or any(m.i < j and i < m.j for m in scene.marks):
            continue
        if scene.words[i].low in _PARTS:
            continue
        if j < len(scene.words) and scene.words[j].low in _GROUNDS:
            continue  # "to Al Khadim airbase": a place
        state = _state_behind(scene, j)
        value = f"{state or 'entity'}:{' '.join(match['name'].split())}"
        scene.marks.append(Mark("party", start, end, i, j, value, "unlisted"))
    scene.marks.sort(key=lambda mark: (mark.start, -mark.end))


def _state_behind(scene: Scene, j: int) -> str | None:
    if j >= len(scene.words) or scene.words[j].low != ",":
        return None
    behind = [m for m in scene.of("adjective", "party", "place") if j < m.i <= j + _APPOSED]
    lows = [word.low for word in scene.words[j + 1 : j + 1 + _APPOSED]]
    if not behind or lows[:1] not in (["a"], ["an"], ["the"], ["of"], ["based"]):
        return None
    return state_of(behind[0].value)
