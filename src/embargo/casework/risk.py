"""Risk: why a claim should be looked at before others, in words. A printed list in a printed order; no score."""

from collections.abc import Mapping, Sequence

import msgspec

from embargo.vocabulary import Claim, Finding, Reviewed

# What a claim is looked at for, most pressing first.
ORDER = (
    "changed since",
    "a model reads it otherwise",
    "who acts was inferred",
    "doubt",
    "not asserted",
    "rests on it",
    "one origin",
    "turns the law",
)
# Families on which a provision may turn: a role or a mood misread there accuses somebody, or clears them.
CRITICAL = (
    "transfer",
    "deploy",
    "train",
    "labour",
    "finance",
    "theft",
    "ship",
    "vessel",
    "aid",
    "conceal",
    "evade",
)
_INFERRED = (
    "understood from what stands before",
    "taken from an earlier clause",
    "not said",
    "the route",
    "a flag",
)


class Risk(msgspec.Struct, frozen=True):
    """One reason to look: its kind (one of ORDER) and its words."""

    kind: str
    words: str


class Weights(msgspec.Struct, frozen=True):
    """What the last run made of the claims: the findings each is in, and the slots that a model reads otherwise."""

    findings: Mapping[str, Sequence[Finding]]
    disagreements: Mapping[str, Sequence[str]]


def weigh(findings: Sequence[Finding], disagreements: Mapping[str, Sequence[str]] | None = None) -> Weights:
    """Return the findings by claim, with what a model reads otherwise."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim in dict.fromkeys((*finding.claims, *finding.against)):
            found.setdefault(claim, []).append(finding)
    return Weights(found, disagreements or {})


def risks_of(claim: Claim, weights: Weights, held: Reviewed | None) -> tuple[Risk, ...]:
    """Return the reasons to look at the claim, on which people decided so far as held; none where nothing speaks for it."""
    found: list[Risk] = []
    if held is not None and held.changed:
        found.append(
            Risk("changed since", f"{held.state} before, read otherwise since: {'; '.join(held.changed)}")
        )
    slots = weights.disagreements.get(claim.id)
    if slots:
        found.append(Risk("a model reads it otherwise", f"a model reads otherwise: {', '.join(slots)}"))
    found += [_of_doubt(doubt) for doubt in claim.doubts]
    if not any(risk.kind == "who acts was inferred" for risk in found):
        carried = _carried_over(claim)
        if carried:
            found.append(Risk("who acts was inferred", f"not in the quote: {', '.join(carried)}"))
    if claim.modality != "asserted" or claim.polarity == "negative":
        mood = claim.modality + (", negative" if claim.polarity == "negative" else "")
        found.append(Risk("not asserted", f"it is {mood}, and stands or falls with that"))
    for finding in weights.findings.get(claim.id, ()):
        found += _of_finding(claim, finding)
    if claim.family in CRITICAL:
        found.append(Risk("turns the law", f"{claim.event}: a paragraph may turn on who did it and whether"))
    return tuple(sorted(dict.fromkeys(found), key=lambda risk: ORDER.index(risk.kind)))


def rank(risks: Sequence[Risk]) -> tuple[int, int]:
    """Return what the queue is ordered by: the most pressing kind, then how many kinds there are."""
    kinds = {ORDER.index(risk.kind) for risk in risks}
    return (min(kinds), -len(kinds)) if kinds else (len(ORDER), 0)


def _of_doubt(doubt: str) -> Risk:
    inferred = any(words in doubt for words in _INFERRED)
    return Risk("who acts was inferred" if inferred else "doubt", doubt)


def _carried_over(claim: Claim) -> list[str]:
    return [
        slot
        for slot in ("supplier", "recipient", "actor")
        if any(one.outside_quote for one in getattr(claim, slot))
    ]


def _of_finding(claim: Claim, finding: Finding) -> list[Risk]:
    found: list[Risk] = []
    bounded = [bound for bound in finding.bounds if claim.id in bound.claims]
    if finding.claims == (claim.id,):
        found.append(Risk("rests on it", f"{finding.id} rests on it alone"))
    elif any(bound.claims == (claim.id,) for bound in bounded):
        found.append(Risk("rests on it", f"a number of {finding.id} rests on it alone"))
    if finding.lines.k_max == 1:
        found.append(Risk("one origin", f"{finding.id} has one origin"))
    return found
