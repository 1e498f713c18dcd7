"""Grammar: closed classes of English words, read once from data: prepositions, determiners, auxiliaries."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, str | list[str]]:
    path = files("embargo.claims") / "lexicon" / "grammar.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words(name: str) -> frozenset[str]:
    """Return the words of that class. Raises KeyError for a class that the data file does not hold."""
    held = _table()[name]
    return frozenset(held.split() if isinstance(held, str) else held)


PREPOSITIONS = words("prepositions")
DETERMINERS = words("determiners")
STOPS = words("stops")
AUXILIARIES = words("auxiliaries")
ADVERBS = words("adverbs")
ARTICLES = words("articles")
