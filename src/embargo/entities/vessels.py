"""Vessels: the IMO number is the identity; a name alone matches ships and proves none."""

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from embargo.vocabulary import Listing


@dataclass(frozen=True, slots=True)
class Known:
    """A ship of the data file: names, IMO number, what it has to do with the traffic, listings."""

    name: str
    imo: str
    names: tuple[str, ...]
    role: str
    listings: tuple[Listing, ...]


def fold(name: str) -> str:
    """Return a ship's name for comparison: capitals, no prefix (MV, M/V), no punctuation."""
    text = re.sub(r"^(?:M/?V|MS|MT|RV)\s+", "", name.strip(), flags=re.IGNORECASE)
    return " ".join(re.sub(r"[^\w]+", " ", text).upper().split())


@cache
def known_vessels() -> tuple[Known, ...]:
    """Return the ships of the traffic and their namesakes, in order of IMO number."""
    text = files("embargo.entities").joinpath("data", "vessels.toml").read_text(encoding="utf-8")
    found = []
    for row in tomllib.loads(text)["vessel"]:
        names = tuple(sorted({fold(name) for name in (row["name"], *row.get("also", ()))}))
        listings = tuple(
            Listing(
                one["list"],
                one["entry"],
                dt.date.fromisoformat(one["since"]) if one.get("since") else None,
                one["rests_on"],
            )
            for one in row["listings"]
        )
        found.append(Known(row["name"], row["imo"], names, row["role"], listings))
    return tuple(sorted(found, key=lambda one: one.imo))


def imo_of(canonical: str) -> str | None:
    """Return the digits after "IMO" in a vessel's canonical id, however many there are."""
    found = re.search(r"\bIMO\s*(\d+)\s*$", canonical)
    return found.group(1) if found else None


def imo_holds(digits: str) -> bool:
    """Return whether an IMO number checks: seven digits, the last of which is the last of 7a + 6b + 5c + 4d + 3e + 2f."""
    if not re.fullmatch(r"\d{7}", digits):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:6], range(7, 1, -1), strict=True))
    return total % 10 == int(digits[6])


def by_number(imo: str) -> Known | None:
    """Return the known ship with that IMO number."""
    return next((one for one in known_vessels() if one.imo == imo), None)


def by_name(name: str) -> tuple[Known, ...]:
    """Return every known ship that the name may mean: the same name, or one that contains it as words."""
    folded = fold(name)
    return tuple(
        one for one in known_vessels() if folded and any(f" {folded} " in f" {known} " for known in one.names)
    )


def judge(name: str, imo: str | None) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Listing, ...]]:
    """Return reasons, doubts and listings for a vessel of that name and number (None: only named)."""
    if imo is None:
        return _only_named(name)
    if not imo_holds(imo):
        return (
            (),
            (f"{imo} is no valid IMO number: its check digit does not hold; look at the source again",),
            (),
        )
    reasons = [f"IMO number {imo} holds its check digit"]
    doubts = []
    ship = by_number(imo)
    if ship is not None:
        reasons.append(f"IMO number {imo} is {ship.name}'s, a ship that {_role(ship)}")
        if name and fold(name) not in ship.names:
            doubts.append(f"the source calls it {name}; the number belongs to {ship.name}")
    others = [one for one in by_name(name) if one.imo != imo]
    if others:
        reasons.append(f"not to be taken for {_list(others)}: same or like name, other number")
    if ship is None and others:
        doubts.append(
            f"named like {_list(others)}, but its number is another: another ship, or a wrong number"
        )
    return tuple(reasons), tuple(doubts), ship.listings if ship is not None else ()


def _only_named(name: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Listing, ...]]:
    ships = by_name(name)
    if len(ships) > 1:
        return (), (f"only named: {_list(ships)} fit, cannot tell which; the IMO number would say",), ()
    if ships:
        return (), (f"only named: {_list(ships)} fits, but a name proves no ship; the IMO number would",), ()
    return (), ("only named, without IMO number: ships share names and change them",), ()


def _role(ship: Known) -> str:
    return "carries the arms of this traffic" if ship.role == "carries the arms" else "is not of this traffic"


def _list(ships: tuple[Known, ...] | list[Known]) -> str:
    names = [f"{one.name} (IMO {one.imo})" for one in ships]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
