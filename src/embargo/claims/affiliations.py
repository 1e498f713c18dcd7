"""Affiliations: who acts for a State that is named behind them: "hackers linked to North Korea"."""

from embargo.claims.grammar import words
from embargo.claims.marks import Scene
from embargo.vocabulary import state_of

_WHO, _HOW, _TIES = words("affiliates"), words("affiliations"), words("affiliating")
# So many words may stand between those who act and their State: "said to be linked to".
_REACH = 7


def affiliations(scene: Scene) -> None:
    """Join "hackers linked to North Korea" into one party of that State: they act, not the State that is only named."""
    for mark in scene.of("party"):
        state = state_of(mark.value)
        if state is None or mark.i < 3 or scene.words[mark.i - 1].low not in _TIES:
            continue
        if scene.words[mark.i - 2].low not in _HOW:
            continue
        head = next(
            (k for k in range(mark.i - 3, max(-1, mark.i - 3 - _REACH), -1) if scene.words[k].low in _WHO),
            None,
        )
        if head is None or any(head < other.i < mark.i for other in scene.of("verb", "item")):
            continue
        mark.i, mark.start = head, scene.words[head].start
        mark.value, mark.form = f"{state}:{scene.words[head].low}", "body"
