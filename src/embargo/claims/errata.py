"""Errata: what a correction says that the publisher had said is withdrawn, and never asserted."""

import re

import msgspec

from embargo.claims.marks import Scene
from embargo.claims.memory import Memory
from embargo.vocabulary import Claim

# A text that corrects says so at its head.
CORRECTS = re.compile(
    r"\b(?:corrections?|clarifications?|errat(?:um|a)|corrigend(?:um|a)|retractions?|editor[’']s\s+note)\b",
    re.IGNORECASE,
)
HEAD = 400
_OWN = (
    r"(?:we|(?:an?|the|our|one|this)\s+(?:same\s+|earlier\s+|previous\s+|original\s+|first\s+)*"
    r"(?:version|article|caption|headline|table|chart|map|graphic|footnote|note|report|story|post|bulletin|summary|release|item|piece|page))"
)
_SAID = r"(?:said|stated|wrote|reported|claimed|described|gave|put|attributed|listed|referred|called|named|had\s+said|had\s+stated)"
# "The note said that …", "a caption described …": not "the report by the Panel said", which is somebody else's.
_EARLIER = re.compile(
    rf"\b{_OWN}\b(?!\s+(?:by|of|from)\s)(?:[^.;:]{{0,80}}?)?\s(?:also\s+|wrongly\s+|incorrectly\s+|mistakenly\s+)?{_SAID}\b",
    re.IGNORECASE,
)


def corrected(scene: Scene, found: list[Claim], memory: Memory, bounds: tuple[int, int]) -> list[Claim]:
    """Return the claims of a sentence; in an erratum what the publisher had said earlier comes back as retracted."""
    if not memory.correcting or not found:
        return found
    match = _EARLIER.search(scene.text, *bounds)
    if match is None:
        return found
    return [_withdrawn(claim, match.start()) for claim in found]


def _withdrawn(claim: Claim, said: int) -> Claim:
    told = claim.modality in ("asserted", "alleged", "acknowledged") and claim.polarity == "positive"
    if not told or claim.quote.end < said:
        return claim
    own = tuple(link for link in claim.attribution if link.mode == "publisher")
    return msgspec.structs.replace(claim, modality="retracted", attribution=own, also_reported_by=())
