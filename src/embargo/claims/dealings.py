"""Dealings: deeds of passing on whose thing is not said: "the firm has never traded with the North"."""

from embargo.claims.clauses import Clause
from embargo.claims.grammar import words
from embargo.claims.leasts import ANYTHING
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import Mood
from embargo.claims.roles import Cast

# Verbs that say without any thing what is done with a customer: "sold to", "traded with".
_DEALING = words("dealing_verbs")
_NEGATIONS = frozenset(
    {"not", "never", "no", "nor", "neither", "none", "nothing", "n’t", "n't", "without", "any"}
)
_NONE_OR_DENIED = _NEGATIONS | words("rejecting")


def may_deal(scene: Scene) -> bool:
    """Return whether the sentence denies or negates anything: only then a deed without its thing is told."""
    return not _NONE_OR_DENIED.isdisjoint(scene.lows)


def deals(scene: Scene, trigger: Mark, clause: Clause, found: Cast, mood: Mood) -> bool:
    """Return whether somebody is said to have had no dealings at all with a party: "the firm has never traded with the North"."""
    lemma = trigger.value.removeprefix("<").split(">")[0]
    none = scene.lows[trigger.j : trigger.j + 1] == ["no"]  # "has done no business with"
    if trigger.kind != "verb" or lemma not in _DEALING or not (none or mood.polarity == "negative"):
        return False
    if any(trigger.j <= m.i < clause.j for m in scene.of("item", "amount")):
        return False
    with_whom = [m for m in (*found.takers, *found.givers, *found.objects) if m.kind == "party"]
    return bool(with_whom)


def goods_of(memory: Memory) -> str:
    """Return the class of the goods that the text speaks of, where it names any: they tell arms from other goods."""
    return memory.goods or ANYTHING
