"""Units: words that count, read once from data, and the unit that stands after an amount."""

import tomllib
from functools import cache
from importlib.resources import files

from embargo.claims.grammar import PREPOSITIONS, STOPS
from embargo.claims.marks import FILL, Mark, Scene


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("embargo.claims") / "lexicon" / "units.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


# Word -> unit.
COUNTERS = {word: unit for unit, held in _table()["units"].items() for word in held.split()}
MEASURES = frozenset([*COUNTERS, *_table()["measures"]["words"].split()])


def unit_after(scene: Scene, amount: Mark) -> tuple[str, int]:
    """Return the unit counted right after the amount and the token after it ("tonnes of": tonne)."""
    at = amount.j
    while at < len(scene.words) and at - amount.j < FILL:
        word = scene.words[at]
        if word.low in COUNTERS:
            return COUNTERS[word.low], at + 1
        if word.low in PREPOSITIONS or word.low in STOPS or not word.text[0].isalpha():
            break
        at += 1
    return "", amount.j
