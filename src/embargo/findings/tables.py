"""The room's data files, read once; every convention and every word list is data beside the code."""

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from embargo import geography

# Bodies whose ids look like States' and that geography, rightly, does not list.
_UNIONS = {"EU": "the European Union", "UN": "the United Nations"}


@cache
def table(name: str) -> dict[str, Any]:
    """Return the data file `name` (without ".toml") as plain structures."""
    text = files("embargo.findings").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def number(section: str, key: str) -> Decimal:
    """Return one exact number of the conventions."""
    return Decimal(str(table("conventions")[section][key]))


def state_name(code: str) -> str:
    """Return what a sentence calls the State: "North Korea"; the code itself where we have no name for it."""
    return _UNIONS.get(code) or geography.state_name(code)
