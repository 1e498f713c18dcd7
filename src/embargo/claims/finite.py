"""Finite verbs: forms that may be nouns and yet are the verb of their sentence: "the plant pays Fictive Manpower 2,600 yuan"."""

from embargo.claims.grammar import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene

_FINITE = AUXILIARIES - {"to", "be", "been", "being", "having"}
# Signs that close what stands between a subject and its verb: "Fictov, the minister, flies into Minsk".
_CLOSING = frozenset({",", ")", "”", '"', "’"})
_GOVERNED = DETERMINERS | (PREPOSITIONS - {"of"}) | {"it", "them", "him", "her"}
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS | {"and", "or"}
_REQUESTS = words("requests")
_PEOPLE_OR_NAMES = ("party", "vessel", "place", "item", "mean")


def is_only_verb(scene: Scene, verb: Mark) -> bool:
    """Return whether a form that may be a noun is the only word of its sentence that can be the finite verb, and stands
    behind a noun with its object or a preposition next to it: "the plant pays Rungra 2,600 yuan a month".
    """
    word, following = scene.words[verb.i], scene.words[verb.j] if verb.j < len(scene.words) else None
    if verb.i == 0 or following is None or word.text.isupper() or not _FINITE.isdisjoint(scene.lows):
        return False
    before = scene.words[verb.i - 1]
    if before.low in _BEFORE_NOUNS or any(
        m.form == "past" or (m.form == "s" and m.kind == "speech")
        for m in scene.of("verb", "speech")
        if m.i != verb.i
    ):
        return False
    things = any(m.i == verb.j for m in scene.of("amount", *_PEOPLE_OR_NAMES))
    if verb.form == "base":
        return before.low.endswith("s") and before.text.islower() and (things or following.low in DETERMINERS)
    governs = things or following.low in _GOVERNED or following.low in ADVERBS
    closed = before.text in _CLOSING and any(m.j < verb.i for m in scene.of("party", "vessel"))
    return governs and (
        closed or (before.text.isalpha() and not before.low.endswith("s")) or before.text.istitle()
    )


def asked_for(scene: Scene, verb: Mark) -> bool:
    """Return whether a base form is what is asked for: "recommends that participants sanction Fictive Pay"."""
    if verb.form != "base" or verb.j >= len(scene.words):
        return False
    that = next((k for k in range(verb.i - 2, max(0, verb.i - 8), -1) if scene.lows[k] == "that"), None)
    return (
        that is not None
        and not {"to", "of"} & set(scene.lows[that : verb.i])
        and not _REQUESTS.isdisjoint(scene.lows[max(0, that - 3) : that])
        and not any(that < m.i < verb.i and m.form in ("past", "s") for m in scene.of("verb", "speech"))
        and (
            any(m.i == verb.j for m in scene.of(*_PEOPLE_OR_NAMES)) or scene.words[verb.j].low in DETERMINERS
        )
    )
