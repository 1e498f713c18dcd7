"""Comparisons: times that date no deed, but a figure that another is set beside: "double the figure for 2021"."""

from itertools import pairwise

from embargo.claims.marks import Mark, Scene

_COMPARING = frozenset({"double", "twice", "triple", "thrice"})
_COMPARING_WORDS = _COMPARING | {"times", "up", "down", "compared"}
_COMPARED = 7
_COMPARED_WITH = frozenset({"the", "that", "as", "what", "its", "their", "this", "those", "all"})


def compared(scene: Scene, time: Mark) -> bool:
    """Return whether the time only dates what is compared: "double the figure for 2021", "up from 50 in 2022"."""
    lows = scene.lows[max(0, time.i - _COMPARED) : time.i]
    if lows[-1:] == ["than"] or lows[-2:] == ["than", "in"]:
        return True  # "more than in 2023"; "more than 50 in 2023" is dated by it
    if _set_beside(scene, time):
        return True
    if _COMPARING_WORDS.isdisjoint(scene.held):
        return False
    # "twice the figure of 2021" compares, "called there twice in 2021" counts.
    return any(low in _COMPARING and following in _COMPARED_WITH for low, following in pairwise(lows)) or any(
        lows[k : k + 2]
        in (["times", "the"], ["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"])
        for k in range(len(lows))
    )


# What a figure is said to follow or to be set against: "$31 million, after $35 million in June".
_AGAINST = frozenset({"after", "from", "against", "versus", "vs"})
# "the best May since 2019", "the highest figure since March": how long it has not been so.
_MOST = frozenset(
    {
        "best",
        "highest",
        "lowest",
        "largest",
        "biggest",
        "most",
        "worst",
        "strongest",
        "weakest",
        "fewest",
        "busiest",
        "smallest",
    }
)


def _set_beside(scene: Scene, time: Mark) -> bool:
    """Return whether a time dates a figure that another is set against, or how long a record has stood."""
    since = time.when is not None and time.when.relation == "since"
    if since and _MOST & set(scene.lows[max(0, time.i - _COMPARED) : time.i]):
        return True
    counted = next((m for m in scene.of("amount") if 0 <= time.i - m.j <= 1), None)
    return counted is not None and counted.i > 0 and scene.words[counted.i - 1].low in _AGAINST
