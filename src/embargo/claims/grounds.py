"""Grounds: where a deed happened or led, by the little words before a name: "in Muscat", "off Nampho", "at the Friendship Bridge"."""

import calendar

from embargo.claims.clauses import Clause
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.vocabulary.mentions import PlaceRole

_IN = frozenset(
    {"in", "at", "off", "near", "outside", "inside", "into", "to", "from", "via", "through", "over"}
)
_STAYS = frozenset({"in", "at", "off", "near", "outside", "inside", "over"})
_TO = words("directions")
_BEFORE_NAMES = frozenset(
    {"the", "port", "ports", "harbour", "city", "town", "village", "coast", "waters", "of", "area", "whole"}
)
# Where deeds of these kinds happen or lead, a State is a place of them besides being a party: people are sent, taught, stopped there.
_STATES_TOO = (
    "labour.", "deploy.", "move.personnel", "train.", "visit.", "rail.", "ship.cargo", "interdict", "vessel.", "presence.",
    "casualty", "capture.", "use.weapon", "combat.", "theft.", "finance.account", "conceal.destination",
)  # fmt: skip
# Deeds of paper: what they name is whom they concern and no ground they stand on.
_ON_PAPER = ("sanction.", "report.", "law.", "statement.deny", "aid.", "evade.", "conceal.identity")
_NO_PLACES = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name) if name)
# Who keeps accounts and what one goes aboard: a name that ends so is a place of a deed of money only, or none.
_BODIES = frozenset(
    {
        "bank",
        "ltd",
        "limited",
        "trading",
        "group",
        "company",
        "council",
        "committee",
        "parliament",
        "ministry",
        "embassy",
    }
)
_LONGEST = 4
# Where a firm or an office sits, by the "of" behind its name: no place of what it does.
SEAT = "seat"
# "the Port of Rajin", "the Gulf of Aden" are names of places themselves.
_LANDS = words("lands")


def way_to(scene: Scene, mark: Mark, word: str) -> str:
    """Return the word that says what a place is, where it is another than the one before it: "out of Rajin", "by way of Dalian".

    Behind a name with a capital and "of" stands a seat: "Fictive Mills of Graz", "the Prosecutor of Graz".
    """
    if word != "of" or mark.form == "origin":
        return word
    k = mark.i - 1
    while k > 0 and scene.words[k].low != "of":
        k -= 1
    before = scene.words[k - 1] if k else None
    if before is None:
        return word
    if before.low in ("out", "way"):
        return "from" if before.low == "out" else "via"
    return SEAT if before.text[0].isupper() and before.low not in _LANDS else word


def grounds_of(scene: Scene, event: str, trigger: Mark, clause: Clause) -> list[tuple[Mark, PlaceRole]]:
    """Return the places of a deed, with what the word before each makes of it; parties of the deed are left to the caller."""
    if event.startswith(_ON_PAPER):
        return []
    found: list[tuple[Mark, PlaceRole]] = []
    for k in range(clause.i, clause.j - 1):
        word = scene.words[k].low
        if word not in _IN or (k < trigger.i and k > clause.i):
            continue
        if trigger.i <= k < trigger.j - 1 and trigger.kind != "phrase":
            continue  # the last word of a turn may be the one before the place: "was in Beijing"
        mark = _named(scene, k + 1, clause.j)
        if mark is None or (
            mark.value.startswith("place:") and (word not in _STAYS or event == "transfer.finance")
        ):
            continue  # "from a dealer in Graz": where the dealer is
        if mark.kind == "party" and not _is_ground(mark, word, event):
            continue
        found.append((mark, _role(word)))
    return found


def _is_ground(mark: Mark, word: str, event: str) -> bool:
    """Return whether a State or its capital is a place here: "delivered to Kyiv" and "workers from the DPRK" name none."""
    if event.startswith(_STATES_TOO):
        return word != "from" or not event.startswith("labour.")
    return mark.form == "metonym" and word in _STAYS


def _role(word: str) -> PlaceRole:
    if word in _TO:
        return "destination"
    if word == "from":
        return "origin"
    return "via" if word in ("via", "through") else "location"


def _named(scene: Scene, k: int, stop: int) -> Mark | None:
    """Return the place that a name at token k, or behind "the port of", stands for."""
    while k < stop and scene.words[k].low in _BEFORE_NAMES and scene.words[k].text.islower():
        k += 1
    if k >= stop:
        return None
    here = [mark for mark in scene.over(k) if mark.kind != "number"]
    for mark in here:
        if mark.i != k:
            return None
        if mark.kind == "place":
            return mark
        if mark.kind == "party":
            return mark if mark.form in ("metonym", "state") and ":" not in mark.value else None
    return None if here else _unlisted(scene, k, stop)


def _unlisted(scene: Scene, k: int, stop: int) -> Mark | None:
    """Return the capitalised words that open at token k as a place, where they name no month, body or thing known by mark."""
    j = k
    while j < stop and j - k < _LONGEST and _opens_a_name(scene, j):
        j += 1
    if j == k or scene.words[j - 1].low in _BODIES or scene.words[k].low in _NO_PLACES:
        return None
    start, end = scene.words[k].start, scene.words[j - 1].end
    name = scene.text[start:end]
    if "\n" in name or name.isupper():
        return None  # an abbreviation names a body or a measure
    return Mark("place", start, end, k, j, f"place:{name}", "unlisted")


def _opens_a_name(scene: Scene, k: int) -> bool:
    text = scene.words[k].text
    return text[0].isupper() and text.replace("-", "").replace("'", "").isalpha() and not scene.over(k)
