"""Confidence and status by a decision list that prints the rule which fired, apart for the event and its number."""

from collections.abc import Sequence
from typing import Literal

from embargo.vocabulary import Confidence, Contradiction, Lines, Origin
from embargo.vocabulary.words import Status

Grade = Literal["high", "moderate", "low", "none"]
_SEEN = ("physical evidence", "own instrument", "participant")
_JUDGED = (*_SEEN, "judgement of a service")
_EVENT_ODD = ("direction", "item", "place", "stage")
_NUMBER_ODD = ("quantity", "bound", "period")


def status_of(lines: Lines, stage: str) -> tuple[Status, str]:
    """Return the status of a finding and the rule that gave it. A public denial never changes it."""
    if any(origin.against_interest for origin in lines.origins):
        return "admitted", "admitted: a party acknowledges what it did itself"
    if lines.k_min >= 2:
        return (
            "corroborated",
            f"corroborated: {lines.k_min} lines are independent even if all that may share do",
        )
    if stage in ("done", "alleged") and any(origin.access in _JUDGED for origin in lines.origins):
        return "assessed", "assessed: one line at least is a body that looked for itself"
    if not lines.origins:
        return "alleged", "alleged: no claim supports it"
    if stage not in ("done", "alleged"):
        return "alleged", f"alleged: one line, and what it tells of is {stage}, not done"
    return "alleged", "alleged: one line, which passes on word or does not say how it knows"


def confidence_of(
    lines: Lines,
    contradictions: Sequence[Contradiction],
    rests: Sequence[Origin] | None,
    number_lines: int,
    disputed: bool,
) -> Confidence:
    """Return confidence in the event and in its number (`rests`: the origins that state one, None without a number).

    `number_lines` is how many of them are independent at least. The lists below are read from the top; the first rule that holds
    decides, and its words are kept.
    """
    odd = sorted({one.kind for one in contradictions if one.kind in _EVENT_ODD})
    event, reason = _event(lines, odd)
    reasons = [f"event {event}: {reason}"]
    number: Grade | None = None
    if rests is not None:
        numeric = sorted({one.kind for one in contradictions if one.kind in _NUMBER_ODD}) if disputed else []
        number, reason = _number(rests, number_lines, numeric)
        reasons.append(f"number {number}: {reason}")
    return Confidence(event, number, tuple(reasons))


def _event(lines: Lines, odd: Sequence[str]) -> tuple[Grade, str]:
    admitted = any(origin.against_interest for origin in lines.origins)
    others = any(not origin.against_interest and origin.access in _JUDGED for origin in lines.origins)
    seen = any(origin.access in _SEEN for origin in lines.origins)
    if not lines.origins:
        return "none", "no claim supports it"
    if odd:
        return "low", f"the claims contradict one another on {', '.join(odd)}"
    if admitted and others:
        return (
            "high",
            "a party acknowledges it against its interest, and another body that looked for itself says so",
        )
    if lines.k_min >= 2 and seen:
        return "high", "two independent lines or more, one of them near to the matter"
    if lines.k_min >= 2:
        return "moderate", "two independent lines or more"
    if admitted:
        return "moderate", "a party acknowledges it against its interest"
    if any(origin.access in _JUDGED for origin in lines.origins):
        return "moderate", "one independent line, a body that looked for itself"
    return "low", "one independent line, and it does not say how it knows"


def _number(rests: Sequence[Origin], number_lines: int, odd: Sequence[str]) -> tuple[Grade, str]:
    if odd:
        if number_lines >= 2:
            return (
                "low",
                f"independent lines state it, and they or their relays contradict one another on {', '.join(odd)}",
            )
        return "low", f"one independent line, and its relays contradict one another on {', '.join(odd)}"
    if number_lines >= 2:
        near = any(origin.access in _SEEN for origin in rests)
        return (
            ("high", "two independent lines agree, one near to the matter")
            if near
            else ("moderate", "two independent lines agree")
        )
    if any(origin.access in _JUDGED for origin in rests):
        return "moderate", "one independent line states it, a body that looked for itself"
    return "low", "one independent line states it, and it does not say how it knows"
