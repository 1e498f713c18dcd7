"""Words of the language, read once from data."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, str]:
    return tomllib.loads((files("embargo.language") / "data" / "english.toml").read_text(encoding="utf-8"))


def words(name: str) -> tuple[str, ...]:
    """Return the words under that name, in their order. Raises KeyError for a name that the data does not hold."""
    return tuple(_table()[name].split())
