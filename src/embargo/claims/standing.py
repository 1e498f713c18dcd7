"""Standing: what became of a sentence that gave no claim, and why, in words."""

import re
from bisect import bisect_right

import msgspec

from embargo.claims.clauses import clauses
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Scene
from embargo.claims.rules import is_operative, is_rule
from embargo.vocabulary import Claim, Region, Text
from embargo.vocabulary.claims import SentenceStanding

_SKIPPED = {
    "running head": "a running head",
    "running foot": "a running foot",
    "page number": "a page number",
    "footnote mark": "a footnote mark",
    "furniture": "page furniture",
    "byline": "the byline",
    "title": "the title",
}
_LAW = re.compile(
    r"\b(?:resolutions?|paragraphs?|UNSCR|S/RES/)\s*\d|\b(?:prohibits?|bans?|caps?|limits?|forbids?|requires?)\b.{0,60}\b(?:Member\s+States|States|countries)\b|\bResolution\s+\d{4}",
)


class Standing(msgspec.Struct, frozen=True):
    """What a sentence is, and why."""

    standing: SentenceStanding
    reason: str


def furniture(text: Text, start: int, end: int, lexicon: Lexicon) -> Standing | None:
    """Return the standing of a stretch that is no sentence of the text: page furniture, bylines, titles, table rows."""
    for region in _around(text, start):
        if region.start <= start and end <= region.end and region.kind in _SKIPPED:
            reason = f"{_SKIPPED[region.kind]}: {region.note}" if region.note else _SKIPPED[region.kind]
            return Standing("furniture", reason)
    line = " ".join(text.text[start:end].casefold().split()).strip(" .:!")
    if line in lexicon.lines:
        return Standing("furniture", f"page furniture: “{text.text[start:end]}”")
    if line.startswith(lexicon.openings):
        return Standing("furniture", "page furniture by its opening words")
    if len(line) < 70 and _BYLINE.fullmatch(text.text, start, end):
        return Standing("furniture", "the byline")
    return None


_BYLINE = re.compile(
    r"by\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,3}(?:\s+and\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,2})?",
    re.IGNORECASE,
)


def _around(text: Text, start: int) -> tuple[Region, ...]:
    """Return the regions that begin at or shortly before the offset: regions come in order and seldom nest."""
    at = bisect_right(text.regions, start, key=lambda region: region.start)
    return text.regions[max(0, at - 4) : at]


# A wire's line may open with the clock and with what it updates: "1120 LONDON - ", "09:11 UPDATE 1 - Oslo, April 28 (Eastline) - ".
_DATELINE = re.compile(
    r"(?:\d{4}\s+(?=[A-Z]{3})|\d{1,2}[:.]\d{2}\s+(?=[A-Z]{3}))?(?:(?:UPDATE|WRAPUP|REFILE|CORRECTED)\s*\d*\s*[-–—]\s+)?"
    r"(?:[A-Z][A-Z.’'-]+(?:[ ,/]+[A-Z][A-Za-z.’'-]*){0,4},?\s+"
    r"|[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+)?,\s+(?=[A-Z\d][\w. ]{2,14}\([A-Z]))?"
    r"(?:(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2}),?(?:\s+\d{4})?\s*)?"
    r"(?:\([A-Z][\w .&’'-]{1,40}\)\s*)?[-–—]{1,2}\s+"
)


_CITY = re.compile(r"[A-Z]{3,}|\(")


def after_dateline(text: str, start: int, end: int) -> int:
    """Return where the sentence proper begins: its dateline dates the writing, not the deed."""
    match = _DATELINE.match(text, start, min(end, start + 120))
    if match is not None and not _CITY.search(match.group()):
        return start  # "24 May – Tokyo adds …": a day of a timeline dates its deed
    return match.end() if match is not None and match.end() - start > 4 and match.end() < end else start


def _ruled(scene: Scene) -> bool:
    triggers = scene.of("verb", "noun", "phrase")
    return any(is_rule(scene, m, part) for part in clauses(scene) for m in triggers if part.i <= m.i < part.j)


def standing_of(scene: Scene, claims: list[Claim]) -> Standing:
    """Return the standing of a sentence that was read, with the reason where it gave no claim."""
    if claims and all(claim.family == "law" for claim in claims):
        return Standing("law", "cites what a measure says, no event")
    if claims:
        return Standing("read", "")
    words = scene.text[scene.start : scene.end]
    if is_operative(scene) or (_LAW.search(words) and scene.of("item", "noun")) or _ruled(scene):
        return Standing("law", "cites what a measure says, no event")
    items, verbs = scene.of("item"), scene.of("verb", "noun", "phrase")
    amounts = scene.of("amount")
    parties = scene.of("party", "vessel")
    if verbs and (items or amounts) and parties:
        return Standing("not understood", "names a party, a deed and a thing, yet no frame could be filled")
    if items and amounts:
        return Standing("not understood", "counts a thing, yet says no deed that is known")
    if not parties and not items:
        return Standing("no event", "names no party and no thing that measures reach")
    return Standing("no event", "says no deed of the scheme")
