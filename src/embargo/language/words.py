"""Words of the language, read once from data."""

import string
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

_LOWER = str.maketrans({letter: letter.lower() for letter in string.ascii_uppercase})


def lowered(text: str) -> str:
    """Return the text in lower case, every offset kept, for grammars that know only lower case.

    Where a letter's lower form is longer than itself, only A-Z are lowered.
    Patterns that ignore case try each of their branches at each sign; those that need not, skip most.
    """
    low = text.lower()
    return low if len(low) == len(text) else text.translate(_LOWER)


@lru_cache(maxsize=64)
def standing_in(text: str, signs: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the signs that the text holds: of a document's sentences only these need be looked for.

    Few answers are kept: those of the document that is read now.
    """
    return tuple([sign for sign in signs if sign in text])


def holds(text: str, signs: Iterable[str]) -> bool:
    """Return whether any of the signs stands in the text; a loop is twice as fast here as `any` is."""
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False


@cache
def _table() -> dict[str, str]:
    return tomllib.loads((files("embargo.language") / "data" / "english.toml").read_text(encoding="utf-8"))


def words(name: str) -> tuple[str, ...]:
    """Return the words under that name, in their order. Raises KeyError for a name that the data does not hold."""
    return tuple(_table()[name].split())
