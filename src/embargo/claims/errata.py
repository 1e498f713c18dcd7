"""Errata: what a correction says that the publisher had said is withdrawn, and never asserted."""

import re

import msgspec

from embargo.claims.marks import Scene
from embargo.claims.memory import Memory
from embargo.language import lowered
from embargo.vocabulary import Claim

# A text that corrects says so at its head.
CORRECTS = re.compile(
    r"\b(?:corrections?|clarifications?|errat(?:um|a)|corrigend(?:um|a)|retractions?|editor(?:[’']?s|s[’'])\s+note)\b",
    re.IGNORECASE,
)
# In a text of other matters the words before say so: "Mea culpa.", "A correction to last night's bulletin."
_ANNOUNCES = re.compile(
    rf"{CORRECTS.pattern}|\bmea\s+culpa\b|\bhumble\s+pie\b|\bred\s+face\b|\b(?:edit|oops|sorry|my\s+bad|our\s+bad)\b\s*[:.!,]|"
    r"\b(?:must|have\s+to|should|wish\s+to|need\s+to|let\s+me)\s+(?:withdraw|correct|take\s+back|retract)\b",
    re.IGNORECASE,
)
_BEFORE = 90
HEAD = 400
_OWN = (
    r"(?:we|i|(?:an?|the|our|my|one|this|its|[a-z]+day[’']s)\s+(?:page\s+\d+\s+|same\s+|earlier\s+|previous\s+|original\s+|first\s+|last\s+|[a-z]{2,}\s+)*"
    r"(?:version|article|caption|headline|table|chart|map|graphic|footnote|note|report|story|post|bulletin|summary|release|item|piece|page|letter|"
    r"profile(?:\s+of\s+[^,.;]{2,40})?|brief|channel|newsletter|newspaper|magazine|programme|broadcast|edition|count|issue|number|thread)|(?:first|earlier)\s+version|(?:issue|bulletin|count|note|no\.)\s+(?:no\.\s*)?\d[\d/]*)"
)
_SAID = (
    r"(?:said|stated|wrote|reported|claimed|described|gave|put|attributed|listed|referred|called|named|had|showed|announced|alleged|told\s+you|credited|"
    r"was\s+quoted|quoted)"
)
# Of the text in lower case. "The note said that …", "a caption described …": not "the report by the Panel said", which is somebody else's.
_EARLIER = re.compile(
    rf"\b{_OWN}\b(?!\s+(?:by|of|from)\s)(?:[^.;:]{{0,80}}?)?\s(?:also\s+|wrongly\s+|incorrectly\s+|mistakenly\s+)?{_SAID}\b"
)
# What takes back, in the words that follow, what was said: "That was wrong", "We withdraw the item".
_TAKES_BACK = re.compile(
    r"\b(?:withdraw[ns]?|withdrew|retract(?:s|ed)?|untrue|was\s+wrong|is\s+wrong|were\s+wrong|incorrect|not\s+so|in\s+error|by\s+mistake|struck\s+out|"
    r"(?:was|is|were)\s+(?:an?\s+)?(?:error|mistake|slip|misprint|misreading|misplaced|wrong)|wrong\s+(?:ship|vessel|tanker|man|firm|bank|port|month|year|"
    r"date|day|way|side|country)|(?:my|our)\s+bad|(?:is|was|been|are|were)\s+(?:deleted|withdrawn|removed)|"
    r"(?:it|that|this|she|he|they)\s+(?:has|had|did|was|were|is)n[’']t|had\s+not|should\s+have\s+(?:said|read|been)|we\s+apologi[sz]e|we\s+regret|took\s+(?:it|that|them)\s+down|take\s+(?:it|that|this)\s+back|"
    r"[Ww]rong[.,]|said\s+sorry|did\s+not|was\s+not|were\s+not|has\s+not)\b"
)
# "It said that …": the article that is corrected.
_IT_SAID = re.compile(rf"\W*it\s+(?:also\s+)?{_SAID}\b")
# "The statement that … is withdrawn", "the words “…” are struck out".
_STRUCK = re.compile(
    r"\bthe\s+(?:statement|claim|sentence|passage|words?|assertion|line|reference)s?\b[^;]*\b(?:is|are|was|were|has\s+been|have\s+been)\s+"
    r"(?:hereby\s+)?(?:withdrawn|deleted|struck|retracted|removed|cancelled)\b"
)
# So far behind the sentence it is still the same matter.
_AHEAD = 200


def corrected(scene: Scene, found: list[Claim], memory: Memory, bounds: tuple[int, int]) -> list[Claim]:
    """Return the claims of a sentence; what the publisher had said earlier and takes back, here or next, is retracted."""
    if not found:
        return found
    low = lowered(scene.text[slice(*bounds)])
    struck = _STRUCK.search(low)
    if struck is not None:
        return [_withdrawn(claim, bounds[0] + struck.start()) for claim in found]
    earlier = _EARLIER.search(low) or (_IT_SAID.match(low) if memory.correcting else None)
    if earlier is None:
        return found
    said, ends = bounds[0] + earlier.start(), bounds[0] + earlier.end()
    if (
        not memory.correcting
        and not _announced(scene.text, bounds[0])
        and not _taken_back(scene.text, ends, bounds[1])
    ):
        return found
    return [_withdrawn(claim, said) for claim in found]


def _announced(text: str, start: int) -> bool:
    """Return whether the words before a sentence say that it corrects: "Mea culpa. Last month I told you that …"."""
    before = max(text.rfind("\n\n", 0, start), start - _BEFORE, 0)
    return _ANNOUNCES.search(text, before, start) is not None


def _taken_back(text: str, ends: int, stop: int) -> bool:
    """Return whether the words that follow take back what was said; a figure that they take back is a claim of its own there."""
    line = text.find("\n", stop)
    behind = text[ends : min(stop + _AHEAD, len(text) if line < 0 else line)]
    taken = _TAKES_BACK.search(behind)
    return taken is not None and not any(sign.isdigit() for sign in behind[max(0, stop - ends) : taken.end()])


def _withdrawn(claim: Claim, said: int) -> Claim:
    told = claim.modality in ("asserted", "alleged", "acknowledged") and claim.polarity == "positive"
    if not told or claim.quote.end < said:
        return claim
    own = tuple(link for link in claim.attribution if link.mode == "publisher")
    return msgspec.structs.replace(claim, modality="retracted", attribution=own, also_reported_by=())
