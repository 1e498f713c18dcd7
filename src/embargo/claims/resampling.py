"""Bootstrap intervals: how far a figure would move with other documents of the same kind. Seeded, the same every time."""

import random
from collections.abc import Sequence

from embargo.claims.figures import figures, flat
from embargo.claims.score import Tally

RESAMPLES = 1000
SEED = 20250529
# 95 %: what is left below and above.
TAIL = 0.025

Interval = tuple[float, float]


def intervals(tallies: Sequence[Tally], resamples: int = RESAMPLES, seed: int = SEED) -> dict[str, Interval]:
    """Return for each figure the ends of its 95 % interval: percentiles over documents drawn again with replacement.

    Efron's percentile bootstrap; the document is what is drawn, since claims of one document stand and fall together. A
    figure that a draw does not have (a slot never asked) is left out of that draw. Empty without documents.
    """
    if not tallies:
        return {}
    chance = random.Random(seed)
    drawn: dict[str, list[float]] = {}
    # In an order of their own: the order in which documents were named must not move an interval.
    ordered = sorted(tallies, key=lambda one: one.document)
    for _ in range(resamples):
        for name, value in flat(figures(chance.choices(ordered, k=len(ordered)))).items():
            drawn.setdefault(name, []).append(value)
    return {name: _middle(sorted(values)) for name, values in drawn.items()}


def _middle(values: Sequence[float]) -> Interval:
    last = len(values) - 1
    return values[round(TAIL * last)], values[round((1 - TAIL) * last)]
