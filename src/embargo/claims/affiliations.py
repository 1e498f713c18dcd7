"""Affiliations: who acts for a State that is named behind them: "hackers linked to North Korea"."""

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.vocabulary import state_of

_WHO, _HOW, _TIES = words("affiliates"), words("affiliations"), words("affiliating")
# So many words may stand between those who act and their State: "said to be linked to".
_REACH = 7


def affiliations(scene: Scene) -> None:
    """Join "hackers linked to North Korea" into one party of that State: they act, not the State that is only named."""
    if _WHO.isdisjoint(scene.held):
        return
    for mark in scene.of("party"):
        state = state_of(mark.value)
        tie = _tied(scene, mark) if state is not None else None
        if tie is None:
            continue
        head = next(
            (k for k in range(tie - 1, max(-1, tie - 1 - _REACH), -1) if scene.words[k].low in _WHO), None
        )
        if head is None or any(head < other.i < tie for other in scene.of("verb", "item")):
            continue
        mark.i, mark.start = head, scene.words[head].start
        mark.value, mark.form = f"{state}:{scene.words[head].low}", "body"


def _tied(scene: Scene, state: Mark) -> int | None:
    """Return where the words begin that tie somebody to the State: "working for", "in the service of", "in …'s pay"."""
    words = [word.low for word in scene.words[max(0, state.i - 5) : state.i]]
    words = words[:-1] if words[-1:] == ["the"] else words
    the = len(scene.words[max(0, state.i - 5) : state.i]) - len(words)
    behind = [word.low for word in scene.words[state.j : state.j + 2]]
    if len(words) > 1 and words[-1] in _TIES and words[-2] in _HOW:
        return state.i - the - 2
    if len(words) > 3 and words[-1] == "of" and words[-2] in _EMPLOY and words[-4:-2] == ["in", "the"]:
        return state.i - the - 4
    if words[-1:] == ["in"] and behind[:1] in (["’s"], ["'s"]) and behind[1:] and behind[1] in _EMPLOY:
        return state.i - the - 1
    return None


_EMPLOY = frozenset({"pay", "service", "employ"})
