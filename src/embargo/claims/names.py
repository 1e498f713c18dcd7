"""Names that no list knows: whoever a text names as the giver, the taker or the designated of a deed, by capitals alone."""

import calendar
import re

from embargo.claims.grammar import ARTICLES, PREPOSITIONS, words
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
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
_OPENERS = words("openers")
_COMMON = (
    words("own_names")
    | words("vessel_heads")
    | words("further_craft")
    | words("body_heads")
    | words("common_capitals")
)
# Signs of the trade that are written like names.
_SIGNS = words("signs_of_trade")
_NATIONAL = re.compile(
    rf"(?P<name>{_WORD}(?:\s+{_WORD}){{1,3}}),\s+an?\s+(?:[\w-]+\s+){{1,3}}?(?:national|citizen|businessman|businesswoman|trader|"
    r"banker|broker|financier|diplomat|officer|agent|resident|smuggler|middleman)\b"
)
# "Song Myong Chol, a DPRK national": whose State the words after the name give.
_APPOSED = 6


def nationals(scene: Scene) -> None:
    """Read "Hwang Chol-su, a DPRK national" as one person of that State, and not as the State."""
    if "," not in scene.held:
        return
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


_FIRMS = words("firm_words")
_MAKES = words("makes")
_TIED = frozenset({"of", "for", "al", "bin", "de", "van", "der", "the", "-", "&"})
_CALENDAR = frozenset(
    name.casefold() for name in (*calendar.day_name, *calendar.month_name, *calendar.month_abbr) if name
)
_LOCATING = frozenset(
    {"in", "at", "off", "near", "outside", "around", "via", "through", "into", "towards", "toward", "between"}
)
# No word of a name goes on behind a place with one of these.
_NOT_OF_NAMES = _GROUNDS | _CALENDAR | _OPENERS | PREPOSITIONS
_BEFORE_NOUNS = PREPOSITIONS | ARTICLES
_KINDS = ("party", "vessel", "place", "adjective", "item", "time", "office", "title", "document")
_HEAD = 2


def capitals_of(text: str) -> frozenset[str]:
    """Return the words that the text writes with a capital inside its sentences: there a capital makes a name."""
    return frozenset(_INSIDE.findall(text))


_INSIDE = re.compile(r"(?<=[a-z,;’'] )([A-Z][\w’'-]*\w)")


def proper(scene: Scene, lexicon: Lexicon, memory: Memory) -> None:
    """Mark every other name in a text on the matter: a party that no list knows, or a place behind "in", "at", "off"."""
    if not memory.concerned:
        return
    held: set[int] = set()
    for mark in scene.marks:
        if mark.kind == "item":
            free = _of_a_name(scene, mark)
        elif mark.kind == "place":
            free = opens_a_name(scene, mark) or _ends_a_name(scene, mark, memory)
        else:
            free = mark.kind not in _KINDS
        if not free:
            held.update(range(mark.i, mark.j))
    # A State's adjective that its noun has taken to itself names nobody beside it.
    # Only a word with a capital, or one that a hyphen joins, is a name or its beginning.
    likely = [k for k, w in enumerate(scene.words) if w.text[0].isupper() or not w.text.isalpha()]
    for k in likely:
        word = scene.words[k]
        if not lexicon.opens(word.low) or not word.text[0].isupper():
            continue
        for size, entry in lexicon.match(scene.words, k):
            if entry.kind in ("adjective", "party"):
                held.update(range(k, k + size))
                break
    end = 0
    for k in [k for k in likely if k not in held and _is_capital(scene, k, held)]:
        j = _name_from(scene, k, held, memory) if k >= end else None
        if j is not None:
            _call(scene, k, j)
            end = j
    scene.in_order()


def _of_a_name(scene: Scene, item: Mark) -> bool:
    """Return whether a word for a thing is part of a name: "Jilin Hengyuan Machinery", "Songrim Coal Trading"."""
    written = scene.text[item.start : item.end]
    before = scene.words[item.i - 1] if item.i else None
    return (
        written.istitle()
        and before is not None
        and before.text.istitle()
        and before.low not in _BEFORE_NOUNS
        and not any(
            m.j == item.i and m.kind != "verb" and not opens_a_name(scene, m)
            for m in scene.of("adjective", "amount", "place")
        )
    )


def opens_a_name(scene: Scene, place: Mark) -> bool:
    """Return whether a place is the first word of a longer name: "Dandong Hengtong Shipping", but not "Dandong Port"."""
    if place.kind != "place" or place.form == "unlisted" or place.j >= len(scene.words):
        return False
    following = scene.words[place.j]
    if scene.text[place.end : following.start] != " " or not following.text.istitle():
        return False
    known = any(m.kind != "item" for m in scene.marks if m.i <= place.j < m.j)
    return not known and following.low not in _NOT_OF_NAMES


def _ends_a_name(scene: Scene, place: Mark, memory: Memory) -> bool:
    """Return whether a place is a later word of a name: "Ferrum Baltic", "Anna Irkutsk"."""
    if place.kind != "place" or place.form == "unlisted" or place.i == 0:
        return False
    before = scene.words[place.i - 1]
    name = before.text.istitle() and before.text.isalpha() and before.text in memory.capitals
    if not name or scene.text[before.end : place.start] != " " or scene.over(place.i - 1):
        return False
    return before.low not in _NOT_BEFORE_NAMES


_COMPASS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "upper",
        "lower",
    }
)
_NOT_BEFORE_NAMES = _NOT_OF_NAMES | ARTICLES | _COMPASS
_LED = re.compile(r"(?:al|el|as|ad|ash|bin|ibn|abu|de|van)[-‐][A-Z]")
# "Russian-flagged", "Seoul-based" qualify a name and are none.
_MADE = re.compile(
    r"-(?:flagged|made|based|built|backed|linked|style|born|owned|registered|language|speaking|held|led|run|controlled|trained|supplied)$"
)


def _is_capital(scene: Scene, k: int, held: set[int]) -> bool:
    word = scene.words[k]
    joined = not word.text.isalpha()  # "al-Nur", "Seoul-based": only these are looked at closely
    if k in held or len(word.text) < 2:
        return False
    if not word.text[0].isupper() and not (joined and _LED.match(word.text)):
        return False
    if word.low in _CALENDAR or word.low in _SIGNS:
        return False
    return not (joined and _MADE.search(word.low)) and any(sign.isalpha() for sign in word.text)


def _name_from(scene: Scene, k: int, held: set[int], memory: Memory) -> int | None:
    """Return the token after the name that begins at token k, a word with a capital, None where none does."""
    word = scene.words[k]
    opens = k == 0 or not (
        scene.words[k - 1].text[-1].isalnum() or scene.words[k - 1].text in (",", "’s", "'s", "(")
    )
    if opens and (word.low in _OPENERS or word.low in PREPOSITIONS):
        return None
    if word.low in ARTICLES or word.low in _OPENERS:
        return None
    j = k + 1
    while j < len(scene.words) and scene.text[scene.words[j - 1].end : scene.words[j].start] in (
        " ",
        "-",
        "",
    ):
        if _is_capital(scene, j, held) or (scene.words[j].text.isdigit() and len(scene.words[j].text) <= 2):
            j += 1
        elif scene.words[j].low in _TIED and j + 1 < len(scene.words) and _is_capital(scene, j + 1, held):
            j += 2
        else:
            break
    if opens and j == k + 1 and word.text not in memory.capitals:
        return None
    following = scene.words[j].low if j < len(scene.words) else ""
    if (
        j == k + 1
        and word.low in _MAKES
        and re.match(r"[-\s]?\d", scene.text[scene.words[k].end : scene.words[k].end + 2])
    ):
        return None  # "Il-76", "Boeing 747"
    if following == "-" and j + 1 < len(scene.words) and scene.words[j + 1].text.isdigit():
        return None  # "an Il-76": a type of craft
    if j == k + 1 and word.low.removesuffix("s") in _COMMON:
        return None  # "the Ministry", "Tanker": one spoken of before, or no name
    if word.low in _PARTS or (j == k + 1 and word.text.isupper() and len(word.text) <= _HEAD):
        return None
    return None if following == ":" and opens else j


def _call(scene: Scene, i: int, j: int) -> None:
    """Mark the tokens as a place behind a word of place, else as a party that no list knows."""
    start, end = scene.words[i].start, scene.words[j - 1].end
    name = " ".join(scene.text[start:end].split())
    before = scene.words[i - 1].low if i else ""
    if before == "the" and i > 1:
        before = scene.words[i - 2].low
    firm = any(word.low in _FIRMS for word in scene.words[i:j])
    grounds = j < len(scene.words) and scene.words[j].low in _GROUNDS
    opening = next((m for m in scene.of("place") if m.i == i and m.j < j), None)
    scene.marks[:] = [m for m in scene.marks if not (i <= m.i and m.j <= j)]
    if (before in _LOCATING and not firm) or grounds:
        scene.marks.append(Mark("place", start, end, i, j, f"place:{name}", "unlisted"))
        return
    state = _state_behind(scene, j) or _state_before(scene, i)
    state = state or (state_of(opening.value) if opening is not None else None)
    adjective = next((m for m in scene.of("adjective") if m.j == i), None)
    if adjective is not None:
        # "Russian Railways", "Iranian Red Sea Lines": the adjective is of the name.
        scene.marks.remove(adjective)
        start, i, state = adjective.start, adjective.i, adjective.value
        name = " ".join(scene.text[start:end].split())
    scene.marks.append(Mark("party", start, end, i, j, f"{state or 'entity'}:{name}", "unlisted"))


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
    scene.in_order()


def _state_before(scene: Scene, i: int) -> str | None:
    """Return the State that owns a name: "Russia’s Black Sea Fleet"."""
    if i < 2 or scene.words[i - 1].low not in ("’s", "'s"):
        return None
    return next((m.value for m in scene.of("party") if m.j == i - 1 and m.form == "state"), None)


def _state_behind(scene: Scene, j: int) -> str | None:
    if j >= len(scene.words) or scene.words[j].low != ",":
        return None
    behind = [m for m in scene.of("adjective", "party", "place") if j < m.i <= j + _APPOSED]
    lows = [word.low for word in scene.words[j + 1 : j + 1 + _APPOSED]]
    if not behind or lows[:1] not in (["a"], ["an"], ["the"], ["of"], ["based"]):
        return None
    return state_of(behind[0].value)
