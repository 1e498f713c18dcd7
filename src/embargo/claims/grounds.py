"""Grounds: where a deed happened or led, by the little words before a name: "in Muscat", "off Nampho", "at the Friendship Bridge"."""

import calendar

import msgspec

from embargo.claims.clauses import Clause
from embargo.claims.grammar import ARTICLES, AUXILIARIES, PREPOSITIONS, STOPS, words
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
# Beside a State lies no party: "off Somalia", "near Taiwan".
_BESIDE = frozenset({"off", "near", "outside"})
_COMPASS, _SHORES = words("compass"), words("grounds") | words("shores")
_OF_GOODS = ("transfer.materiel", "transfer.commodity", "ship.cargo")
_ON_THE_MOVE = ("labour.", "move.", "vessel.", "visit.")
# Verbs of carriage: to a capital a thing is brought as to a town; to whom it is given is another matter.
_CARRIAGE = words("carriage")
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


def sits_there(scene: Scene, mark: Mark) -> bool:
    """Return whether a place only says where the firm before it sits: "sold it to Araks Line, a dealer in Osh"."""
    if mark.i < 2 or scene.words[mark.i - 1].low != "in" or scene.words[mark.i - 2].low not in _HEADS:
        return False
    return any(
        scene.words[k].low in ARTICLES and scene.words[k - 1].low == ","
        for k in range(max(1, mark.i - _APPOSED), mark.i - 1)
    )


_HEADS = words("firm_heads")
_APPOSED = 6


def grounds_of(scene: Scene, event: str, trigger: Mark, clause: Clause) -> list[tuple[Mark, PlaceRole]]:
    """Return the places of a deed, with what the word before each makes of it; parties of the deed are left to the caller."""
    if event.startswith(_ON_PAPER):
        return []
    found: list[tuple[Mark, PlaceRole]] = []
    for k in range(clause.i, clause.j - 1):
        low = scene.lows[k]
        if low not in _LEADING and scene.lows[k + 1] != "of":
            continue  # most words lead nowhere
        word, at = _leading(scene, k)
        if not word or (k < trigger.i and k > clause.i):
            continue
        if trigger.i <= k < trigger.j - 1 and trigger.kind != "phrase":
            continue  # the last word of a turn may be the one before the place: "was in Beijing"
        mark = _named(scene, at, clause.j)
        if mark is None or (
            mark.value.startswith("place:") and (word not in _STAYS or event == "transfer.finance")
        ):
            continue  # "from a dealer in Graz": where the dealer is
        if event.startswith("transfer.") and sits_there(scene, mark):
            continue
        if mark.kind == "party" and not _is_ground(scene, mark, word, event, trigger, clause):
            continue
        if word == "for" and mark.kind == "place" and not event.startswith((*_STATES_TOO, *_OF_GOODS)):
            continue
        found.append((mark, _role(word)))
    return found


_LEADING = _IN | {"for"}


def _leading(scene: Scene, k: int) -> tuple[str, int]:
    """Return the word at token k that leads to a place, "" for none, and where the place begins: "out of", "by way of", "north of"."""
    word = scene.words[k].low
    if k + 2 < len(scene.words) and scene.words[k + 1].low == "of":
        if word in ("out", "way"):
            return "from" if word == "out" else "via", k + 2
        if word in _COMPASS:
            return "off", k + 2
    return (word, k + 1) if word in _IN or word == "for" else ("", k)


def _holds_off(scene: Scene, mark: Mark) -> bool:
    """Return whether a State only owns what is kept off: "hold off Russia's advance" is no place, "off Russia's coast" is one."""
    owned = scene.lows[mark.j : mark.j + 1] in (["’s"], ["'s"], ["’"])
    return owned and _SHORES.isdisjoint(scene.lows[mark.j + 1 : mark.j + 3])


def _is_ground(scene: Scene, mark: Mark, word: str, event: str, trigger: Mark, clause: Clause) -> bool:
    """Return whether a State or its capital is a place here: "delivered to Kyiv" and "workers from the DPRK" name none."""
    if word in _BESIDE:
        return not _holds_off(scene, mark)
    capital = mark.form == "metonym"
    if word in ("from", "via") and _qualifies(scene, mark):
        return False
    if word in ("via", "through") and event.startswith((*_STATES_TOO, *_OF_GOODS)):
        return True
    if word == "for":
        return capital and event.startswith(_ON_THE_MOVE)
    if event.startswith(_STATES_TOO):
        if word != "from" or not event.startswith("labour."):
            return True
        # "flown from Pyongyang to Osh" is a way, "workers from Pyongyang" is whose they are.
        return capital and any(scene.words[k].low in _TO for k in range(mark.j, min(mark.j + 2, clause.j)))
    if capital and word in (*_TO, "from") and event.startswith(_OF_GOODS):
        return bool(_CARRIAGE & {trigger.value, trigger.value.removeprefix("<").split(">")[0]})
    return capital and word in _STAYS


def _qualifies(scene: Scene, mark: Mark) -> bool:
    """Return whether a State only qualifies the noun behind it: "out of DPRK factories", "by way of the Oslo accounts"."""
    following = scene.words[mark.j] if mark.j < len(scene.words) else None
    if following is None or not (following.text.isalpha() and following.text.islower()):
        return False
    dated = any(m.kind == "time" for m in scene.over(mark.j))
    return not dated and following.low not in _NO_NOUNS


_NO_NOUNS = PREPOSITIONS | STOPS | AUXILIARIES | {"last", "next", "this"}
# Deeds with goods whose papers may give them another origin.
_DECLARED = ("customs.declare", "transfer.commodity", "evade.sanctions", "ship.cargo", "conceal.")
_WARES = ("coal", "petroleum", "seafood", "ore", "metal", "textile", "shipment")
_QUOTES = frozenset({"“", '"', "‘", "”", "’"})


def declared_of(scene: Scene, event: str, trigger: Mark) -> list[Mark]:
    """Return the States that papers give as origin: "booked the coal as Indonesian", "boxed as Russian catch"."""
    if not event.startswith(_DECLARED):
        return []
    found = []
    for mark in scene.of("adjective", "item", "party"):
        k = mark.i - 1 - (mark.i > 1 and scene.words[mark.i - 1].low in _QUOTES)
        if k <= trigger.i or scene.words[k].low != "as":
            continue
        following = scene.words[mark.j].low if mark.j < len(scene.words) else ""
        alone = not following.isalpha() or following in PREPOSITIONS or following in _WORDS_OF_ORIGIN
        if mark.kind == "item":
            wares = mark.nation and mark.value.startswith(_WARES)
            if wares:
                found.append(msgspec.structs.replace(mark, kind="place", value=mark.nation, form="origin"))
        elif mark.form in ("adjective", "origin") and (alone or following in _GOODS_WORDS):
            found.append(msgspec.structs.replace(mark, kind="place", value=mark.value[:2], form="origin"))
    return found[:1]


_WORDS_OF_ORIGIN = frozenset({"origin", "in"})
_GOODS_WORDS = frozenset(
    {"produce", "product", "products", "goods", "catch", "cargo", "blend", "grade", "material", "made"}
)
# Deeds of money that are done to a house: an exchange that is robbed, a bank with an account.
_OF_HOUSES = {"theft.cyber": "target", "finance.account": "location"}
_HOUSES = words("houses")


def house_of(scene: Scene, event: str, trigger: Mark, clause: Clause) -> tuple[Mark, PlaceRole] | None:
    """Return where the house sits that is robbed or keeps an account: "a Toronto exchange", "our Limassol branch"."""
    role: PlaceRole | None = _OF_HOUSES.get(event)  # type: ignore[assignment]
    if role is None:
        return None
    for mark in scene.of("place", "party", "adjective"):
        if not clause.i <= mark.i < clause.j or mark.j >= len(scene.words) or mark.j <= trigger.i - _BACK:
            continue
        state = mark.kind == "place" or (
            mark.kind == "party" and ":" not in mark.value and mark.form != "adjective"
        )
        near = [word.low for word in scene.words[mark.j : mark.j + 3]]
        near = near[2:] if near[:2] == ["-", "based"] else near[1:] if near[:1] == ["-based"] else near
        if (
            state
            and near[:1]
            and (near[0] in _HOUSES or (near[0] in _KINDS_OF_HOUSES and near[-1] in _HOUSES))
        ):
            return mark, role
    return None


_BACK = 8
_KINDS_OF_HOUSES = frozenset(
    {"crypto", "cryptocurrency", "savings", "software", "trading", "payment", "digital"}
)


def _role(word: str) -> PlaceRole:
    if word in _TO or word == "for":
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
