"""Rules: clauses that say what is allowed or forbidden. A cap or a prohibition that a text cites is law and no event."""

import re

from embargo.claims.clauses import PASSIVE, Clause
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene, once

_RULES = words("rules")
_NOUNS = words("rule_nouns")
_OPERATIVE = words("operative")
# Without any of these a sentence says no rule.
_RULING = _RULES | _NOUNS | {"may", "shall", "must", "can", "cannot"}
# "a ban on exports of coal": so many tokens may lie between the noun and what it rules.
_REACH = 5
# Members bound as members: "Member States may seize", "States shall".
_BOUND = re.compile(r"\b(?:[Aa]ll\s+)?(?:Member\s+)?States\s+(?:may|shall|must|should|are\s+required)\b")
_CITED = re.compile(
    r"\b(?:[Rr]esolutions?|[Rr]egulation|[Aa]rticle|[Pp]aragraphs?)\s+(?:\(\w+\)\s+)?(?:[No]+\.?\s*)?\d"
)
# The operative paragraphs of a resolution open with their verb, and nobody before it.
_OPENS = re.compile(
    r"(?:[\[(]?\w{1,3}[.)\]]\s+)?(?:Further\s+|Also\s+|Strongly\s+)?(?P<verb>[A-Z][a-z]+s|[A-Z][a-z]+ing)\s+(?:that|upon|to|the|its|all|Member)\b"
)


@once
def is_operative(scene: Scene) -> bool:
    """Return whether the sentence is a paragraph of an instrument: "Decides that all Member States shall …"."""
    text = scene.text[scene.start : scene.end]
    opening = _OPENS.match(text)
    return (opening is not None and opening["verb"].casefold() in _OPERATIVE) or (
        "States" in text and _BOUND.search(text) is not None
    )


def is_rule(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    """Return whether the trigger stands under a rule: forbidden, capped, allowed or required, not done."""
    if is_operative(scene):
        return True
    if _RULING.isdisjoint(scene.held):
        return False
    before = scene.lows[max(clause.i, trigger.i - _REACH) : trigger.i]
    if (trigger.kind == "noun" or trigger.form == "ing") and any(word in _NOUNS for word in before):
        return True
    ruled = set(scene.lows[: trigger.i])
    bound = scene.lows[max(0, trigger.i - 2) : trigger.i]
    may_rule = not ruled.isdisjoint(_NOUNS) or not ruled.isdisjoint(_RULES) or bound[-1:] == ["be"]
    if may_rule and _CITED.search(scene.text, scene.start, scene.end):
        # "resolution 2397 (2017), which obliged every State to send home …": all behind the rule's word is the rule.
        if ruled & _NOUNS and (trigger.kind == "noun" or trigger.form in ("ing", "base")):
            return True
        near = scene.lows[clause.i : trigger.i]
        governed = trigger.form in ("ing", "base") or (trigger.kind == "noun" and bool(_RULES & set(near)))
        if (ruled & _RULES and governed) or bound in (
            ["may", "be"],
            ["shall", "be"],
            ["must", "be"],
        ):
            return True
    finite = trigger.kind == "verb" and trigger.form in ("past", "s")
    governing = scene.lows[clause.i : trigger.i]
    if not finite and any(word in _RULES for word in governing) and not _reduced(scene, clause, trigger):
        return True
    if trigger.form == "base" and governing[-2:] in (["may", "not"], ["must", "not"], ["cannot", "legally"]):
        return True
    if trigger.form == "base" and not {"may", "can"}.isdisjoint(governing[-2:]):
        # "may import up to 500,000 barrels" is a quota.
        allowed = [
            m for m in scene.of("amount") if m.amount and m.amount.bound == "at_most" and m.i >= trigger.j
        ]
        return bool(allowed) and allowed[0].i - trigger.j <= 1
    if trigger.kind == "noun":
        # "Transfers of arms … are prohibited by paragraph 8"
        after = scene.lows[trigger.j : clause.j]
        return any(word in _RULES and after[k - 1] in PASSIVE for k, word in enumerate(after) if k)
    return False


def _reduced(scene: Scene, clause: Clause, trigger: Mark) -> bool:
    """Return whether the rule's verb only qualifies a noun ("banned goods were shipped")."""
    for k in range(clause.i, trigger.i):
        if scene.words[k].low in _RULES and scene.words[k].low.endswith("ed"):
            return not (k and scene.words[k - 1].low in PASSIVE)
    return False
