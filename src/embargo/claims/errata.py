"""Errata: what a correction says that the publisher had said is withdrawn, and never asserted."""

import re

import msgspec

from embargo.claims.marks import Scene
from embargo.claims.memory import Memory
from embargo.language import lowered
from embargo.vocabulary import Claim

# A text that corrects says so at its head.
CORRECTS = re.compile(
    r"\b(?:corrections?|clarifications?|errat(?:um|a)|corrigend(?:um|a)|retractions?|editor[’']s\s+note)\b",
    re.IGNORECASE,
)
HEAD = 400
_OWN = (
    r"(?:we|i|(?:an?|the|our|my|one|this|its)\s+(?:same\s+|earlier\s+|previous\s+|original\s+|first\s+|last\s+|[a-z]{2,}\s+)*"
    r"(?:version|article|caption|headline|table|chart|map|graphic|footnote|note|report|story|post|bulletin|summary|release|item|piece|page|letter|"
    r"profile|brief|channel|newsletter|count|issue|number|thread)|(?:issue|bulletin|count|note|no\.)\s+(?:no\.\s*)?\d[\d/]*)"
)
_SAID = (
    r"(?:said|stated|wrote|reported|claimed|described|gave|put|attributed|listed|referred|called|named|had|showed|announced|alleged|told\s+you|"
    r"was\s+quoted|quoted)"
)
# Of the text in lower case. "The note said that …", "a caption described …": not "the report by the Panel said", which is somebody else's.
_EARLIER = re.compile(
    rf"\b{_OWN}\b(?!\s+(?:by|of|from)\s)(?:[^.;:]{{0,80}}?)?\s(?:also\s+|wrongly\s+|incorrectly\s+|mistakenly\s+)?{_SAID}\b"
)
# What takes back, in the words that follow, what was said: "That was wrong", "We withdraw the item".
_TAKES_BACK = re.compile(
    r"\b(?:withdraw[ns]?|withdrew|retract(?:s|ed)?|untrue|was\s+wrong|is\s+wrong|were\s+wrong|incorrect|not\s+so|in\s+error|by\s+mistake|struck\s+out|"
    r"should\s+have\s+(?:said|read|been)|we\s+apologi[sz]e|we\s+regret|took\s+(?:it|that|them)\s+down|take\s+(?:it|that|this)\s+back|"
    r"[Ww]rong[.,]|said\s+sorry|did\s+not|was\s+not|were\s+not|has\s+not)\b"
)
# So far behind the sentence it is still the same matter.
_AHEAD = 200


def corrected(scene: Scene, found: list[Claim], memory: Memory, bounds: tuple[int, int]) -> list[Claim]:
    """Return the claims of a sentence; what the publisher had said earlier and takes back, here or next, is retracted."""
    if not found:
        return found
    earlier = _EARLIER.search(lowered(scene.text[slice(*bounds)]))
    if earlier is None:
        return found
    said, ends = bounds[0] + earlier.start(), bounds[0] + earlier.end()
    stop = scene.text.find("\n", bounds[1])
    behind = scene.text[ends : min(bounds[1] + _AHEAD, len(scene.text) if stop < 0 else stop)]
    later = behind[max(0, bounds[1] - ends) :]
    # A figure that the next words take back is a claim of its own there.
    figured = any(sign.isdigit() for sign in later)
    if not memory.correcting and (figured or not _TAKES_BACK.search(behind)):
        return found
    return [_withdrawn(claim, said) for claim in found]


def _withdrawn(claim: Claim, said: int) -> Claim:
    told = claim.modality in ("asserted", "alleged", "acknowledged") and claim.polarity == "positive"
    if not told or claim.quote.end < said:
        return claim
    own = tuple(link for link in claim.attribution if link.mode == "publisher")
    return msgspec.structs.replace(claim, modality="retracted", attribution=own, also_reported_by=())
