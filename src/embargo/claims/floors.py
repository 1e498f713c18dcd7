"""Floors under the figures, and ceilings over the errors: what may not get worse, read from a TOML file."""

import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec

from embargo.claims.likeness import WEIGHTS
from embargo.errors import InputError

FIGURES = (
    *(f"{what}_{rate}" for what in ("detect", "soft", "strict") for rate in ("precision", "recall", "f1")),
    *(f"slot_{slot}" for slot in WEIGHTS),
    "critical_share",
    "irrelevant",
    "unverified",
)


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For one part of a corpus: what its figures must reach, and what its errors may not pass."""

    at_least: dict[str, float] = {}
    at_most: dict[str, float] = {}


def floors_of(written: str, where: str) -> dict[str, Floors]:
    """Return the floors of each part. Raises InputError with file and what is wrong.

    [dev.at_least] and [dev.at_most] hold figures by their names ("detect_recall = 0.7").
    """
    expected = f"tables [PART.at_least] and [PART.at_most] with figures of {', '.join(FIGURES)}"
    try:
        found = msgspec.convert(tomllib.loads(written), dict[str, Floors])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{where}: {error}", expected) from error
    for part, floors in found.items():
        for name in (*floors.at_least, *floors.at_most):
            if name not in FIGURES:
                raise InputError(f'{where}: [{part}] names "{name}", which is no figure', expected)
    return found


def broken(floors: Floors, found: Mapping[str, Any]) -> list[str]:
    """Return in words which figures lie below their floor or above their ceiling; one that is missing does."""
    told = []
    for name, floor in floors.at_least.items():
        value = found.get(name)
        if value is None or value < floor:
            told.append(f"{name} is {_said(value)}, its floor is {floor:g}")
    for name, ceiling in floors.at_most.items():
        value = found.get(name)
        if value is None or value > ceiling:
            told.append(f"{name} is {_said(value)}, it may be {ceiling:g} at most")
    return told


def _said(value: float | None) -> str:
    return "not there" if value is None else f"{value:.4g}"
