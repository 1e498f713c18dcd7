"""The gazetteer: names of States and places as texts write them, each with its canonical id."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

Kind = Literal["state", "adjective", "metonym", "port", "region"]


class Name(msgspec.Struct, frozen=True):
    """One way of writing a State or place."""

    written: str
    canonical: str
    kind: Kind


class State(msgspec.Struct, frozen=True):
    """One State as the data file gives it."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    metonyms: tuple[str, ...]


@cache
def states() -> dict[str, State]:
    """Return every State by its ISO 3166 alpha-2 code."""
    data = tomllib.loads((files("embargo.geography") / "data" / "states.toml").read_text(encoding="utf-8"))
    return {code: msgspec.convert(entry, State) for code, entry in data.items()}


@cache
def _places() -> dict[str, dict[str, Any]]:
    text = (files("embargo.geography") / "data" / "places.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def called(canonical: str) -> str | None:
    """Return what a sentence calls a place or party whose id does not read well ("RU:East": "eastern Russia"), or None."""
    found = _places()["called"].get(canonical)
    return str(found) if found is not None else None


@cache
def names() -> tuple[Name, ...]:
    """Return every name of the gazetteer, States before places, in the order of the files."""
    found: list[Name] = []
    for code, state in states().items():
        found.extend(Name(written, code, "state") for written in state.names)
        found.extend(Name(written, code, "adjective") for written in state.adjectives)
        found.extend(Name(written, code, "metonym") for written in state.metonyms)
    data = _places()
    kinds: dict[str, Kind] = {"ports": "port", "regions": "region"}
    for group, kind in kinds.items():
        for canonical, written_so in data[group].items():
            found.extend(Name(written, canonical, kind) for written in written_so)
    more: dict[str, Kind] = {"ports_of": "port", "towns_of": "region"}
    for group, kind in more.items():
        for code, written_so in data[group].items():
            found.extend(Name(written, f"{code}:{written}", kind) for written in written_so)
    return tuple(found)


def state_name(code: str) -> str:
    """Return the name we print for the State, or the code itself where we know no State of it."""
    state = states().get(code)
    return state.name if state else code
