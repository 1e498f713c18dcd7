"""Tenses: whether a deed is told in the past, by its verb and the little words before it."""

from embargo.claims.marks import Mark, Scene

_WAS = frozenset({"was", "were", "had"})
_NOT_PAST = frozenset(
    {
        "be",
        "been",
        "being",
        "is",
        "are",
        "will",
        "would",
        "shall",
        "may",
        "might",
        "can",
        "could",
        "to",
        "has",
        "have",
        "if",
    }
)
# So many words before a verb say its tense.
_BEFORE = 4


def is_past(scene: Scene, trigger: Mark) -> bool:
    """Return whether a verb tells what was: "landed", "were waved through", "had berthed"; not "be sent", "has sent"."""
    before = {word.low for word in scene.words[max(0, trigger.i - _BEFORE) : trigger.i]}
    if trigger.kind == "noun" or _NOT_PAST & before:
        return False
    named = trigger.kind == "phrase" and scene.words[trigger.i].low.endswith("ed")  # "berthed at"
    return named or trigger.form == "past" or bool(_WAS & before)
