"""Vessels: names of ships as texts write them, known by their IMO number, by the word before them, or from elsewhere in the text."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from embargo.claims.grammar import words
from embargo.claims.lexicon import Lexicon
from embargo.language import holds, standing_in, tokens

_NAME = r"(?P<name>[A-Z][\w’'-]*(?:[ -](?:[A-Z0-9][\w’'-]*|\d+)){0,3})"
# "M/T SILVER REED" is not called "T SILVER REED".
_NUMBERED = re.compile(
    rf"(?<![\w/]){_NAME}\s*[,(]?\s*\(?(?:IMO(?:\s+(?:number|no\.?))?)[:\s]*\s?(?P<imo>\d{{7}})\)?"
)
_MARKED = re.compile(
    rf"\b(?:MV|M/V|MT|M/T|F/V|FV|MFV|M\.V\.|VLCC|USS|HMS|(?:(?:[Cc]argo\s+)?[Ss]hip|[Vv]essel|[Tt]anker|[Ff]reighter|(?:[Bb]ulk|[Gg]as|[Cc]ontainer)\s+carrier|[Bb]ulker|[Rr]o-ro|[Dd]how|[Tt]rawler|[Bb]arge|[Cc]oaster|[Ff]erry|[Cc]ollier|[Rr]eefer|[Tt]ug|[Bb]oat|[Cc]arrier|[Mm]otorship|[Ss]teamer|hull)s?(?:,?\s+(?:named|called|the))?)\s+[“\"‘']?{_NAME}"
)
# What a ship is, was or will be called.
_CALLED = re.compile(
    rf"\b(?:built\s+(?:in\s+\d{{4}}\s+)?as|renamed(?:\s+(?:herself|itself))?(?:\s+to)?|calls?\s+herself|called\s+herself|now\s+sails\s+as|sailing\s+as|[Hh]er\s+(?:little\s+)?sister,?|[Ii]ts\s+sister\s+ship,?)\s+(?:the\s+)?{_NAME}"
)
# Only ships do these: their name needs no marker.
_DEED = re.compile(
    rf"\b(?:[Tt]he\s+)?{_NAME}\s+(?:(?:has\s+|had\s+)?(?:switched|turned)\s+off\s+(?:its|her)\s+(?:AIS|transponder)|(?:went|goes|gone)\s+dark|(?:has\s+|had\s+|was\s+)?(?:docked|berthed|moored|anchored|sailed|tied\s+up|put\s+in|put\s+to\s+sea|set\s+sail|weighed\s+anchor|cleared|made\s+fast|steamed|lay\s+(?:at|off)|called\s+at|discharged|broadcast|loaded\s+at)|(?:docks|berths|moors|sails|steams)|(?:has\s+)?reported\s+a\s+draught|riding)\b"
)
# Each pattern with what its text must hold: to look for that is far cheaper than to try the pattern.
_PATTERNS = (
    (_NUMBERED, ("IMO",)),
    (
        _MARKED,
        (
            "MV",
            "M/V",
            "MT",
            "M/T",
            "F/V",
            "FV",
            "hip",
            "essel",
            "anker",
            "reighter",
            "arrier",
            "o-ro",
            "how",
            "awler",
            "arge",
            "oaster",
            "erry",
            "ollier",
            "eefer",
            "ug ",
            "oat",
            "ulker",
            "VLCC",
            "USS",
            "HMS",
            "otorship",
            "eamer",
            "hull",
        ),
    ),
    (
        _DEED,
        (
            "AIS",
            "transponder",
            "dark",
            "dock",
            "berth",
            "moor",
            "anchor",
            "sail",
            "tied",
            "put ",
            "clear",
            "fast",
            "steam",
            "lay ",
            "called at",
            "charged",
            "broadcast",
            "loaded",
            "draught",
            "riding",
        ),
    ),
    (_CALLED, ("built", "renamed", "herself", "sail", "sister")),
)
# A marker may itself be written with a capital at the head of a name: "Tanker Sing Ocean 7".
_MARKER = re.compile(
    r"(?:(?:[A-Z][\w’'-]*\s+){0,3}[\w’'-]+-flagged\s+|(?:Tanker|Vessel|Ship|Freighter|MV|MT|The|VLCC|USS|HMS)\s+)+"
)


_OPENERS = words("openers")
# Signs of the trade that are written like names.
_NO_SHIPS = frozenset(
    {
        "AIS",
        "IMO",
        "MMSI",
        "STS",
        "GPS",
        "VHF",
        "UTC",
        "ETA",
        "Mgmt",
        "Management",
        "Brokers",
        "Broking",
        "Chandlers",
    }
)


class Ship(msgspec.Struct, frozen=True):
    """One naming of a vessel: the span of its name, where its number ends, and its canonical id."""

    start: int
    end: int
    stop: int
    value: str


def canonical(name: str, imo: str | None) -> str:
    """Return "vessel:NAME IMO n", or "vessel:NAME" where no number is known."""
    return f"vessel:{' '.join(name.upper().split())}" + (f" IMO {imo}" if imo else "")


class Fleet:
    """The vessels of one document: their names as written, each with its canonical id, found by the first word of the name."""

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        self.names: Mapping[str, str] = names or {}
        self._heads: dict[str, list[tuple[int, str]]] = {}
        for place, name in enumerate(self.names):
            head = _HEAD.match(name)
            self._heads.setdefault(head.group() if head else "", []).append((place, name))

    def within(self, stretch: str) -> Iterator[str]:
        """Yield the names that stand in the stretch, or in a longer word of it, in the order of the fleet."""
        if not self._heads:
            return
        heads = {"", *_HEAD.findall(stretch)} & self._heads.keys()
        for _, name in sorted(known for head in heads for known in self._heads[head]):
            if name in stretch:
                yield name


_HEAD = re.compile(r"\w+")


def fleet_of(text: str, lexicon: Lexicon) -> Fleet:
    """Return the vessels that the text names with a number or a marker anywhere, and those that the lexicon knows."""
    found = {name: value for name, value in lexicon.vessels.items() if name in text}
    ships = list(_named(text, 0, len(text), lexicon))
    # With a number beats without: the same name is the same ship within one document.
    for ship in sorted(ships, key=lambda ship: " IMO " not in ship.value):
        found.setdefault(text[ship.start : ship.end], ship.value)
    return Fleet(found)


def ships(text: str, start: int, end: int, lexicon: Lexicon, fleet: Fleet) -> list[Ship]:
    """Return the vessels named in text[start:end], in order, none overlapping another."""
    found: list[Ship] = []
    for ship in _named(text, start, end, lexicon):
        value = (
            ship.value if " IMO " in ship.value else fleet.names.get(text[ship.start : ship.end], ship.value)
        )
        found.append(msgspec.structs.replace(ship, value=value))
    stretch = text[start:end]
    for name in fleet.within(stretch):
        value = fleet.names[name]
        for match in _alone(name).finditer(stretch):
            at, stop = start + match.start(), start + match.end()
            if not any(at < ship.stop and ship.start < stop for ship in found):
                found.append(Ship(at, stop, stop, value))
    return sorted(found, key=lambda ship: ship.start)


@lru_cache(maxsize=4096)
def _alone(name: str) -> re.Pattern[str]:
    """Return what finds the name where it is no part of a longer word."""
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


def _named(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Ship]:
    taken: list[tuple[int, int]] = []
    stretch = text[start:end]
    for pattern, signs in _PATTERNS:
        if not holds(stretch, standing_in(text, signs)):
            continue
        for match in pattern.finditer(text, start, end):
            at, stop = match.span("name")
            marker = _MARKER.match(text, at, stop)
            at = marker.end() if marker else at
            imo = match.groupdict().get("imo")
            if "\n" in text[at:stop] or any(at < b and a < stop for a, b in taken):
                continue
            if imo is None and _is_other(text, at, stop, lexicon):
                continue
            taken.append((at, stop))
            yield Ship(at, stop, match.end() if imo else stop, canonical(text[at:stop], imo))


def _is_other(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether the name is a State's, a place's or a party's: "the vessel Russia bought"."""
    if text[start:end] in _NO_SHIPS or text[start:end].casefold() in _OPENERS:
        return True
    run = tokens(text, start, end)
    return bool(run) and any(
        entry.kind in ("party", "adjective", "place", "title", "item") and size == len(run)
        for size, entry in lexicon.match(run, 0)
    )
