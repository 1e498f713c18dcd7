"""The gate: a model's proposals against the document. What passes is read anew by our grammars; the rest has a reason."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeVar, cast, get_args

import msgspec

from embargo.claims import slots
from embargo.claims.attribution import publisher
from embargo.claims.build import LONGEST_QUOTE
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Scene
from embargo.claims.proposals import Answer, Proposal
from embargo.claims.quoted import Laid, Quoted, Reason, Refused
from embargo.claims.reader import open_page, read
from embargo.claims.standing import furniture
from embargo.language import Token, sentences, tokens
from embargo.vocabulary import EVENTS, Claim, Document, Item, Mention, Speaker, Text, cut
from embargo.vocabulary.mentions import PlaceRole
from embargo.vocabulary.words import Modality, Polarity

# Past this a stretch without a full stop is no sentence that anyone wrote; as in `extract`, it is read in pieces.
LONGEST = 4000
# What a quote may not leave behind in its sentence while it says that the thing was done.
_CUES = ("denied", "negative", "considered", "pledged", "planned", "requested", "conditional", "retracted")
T = TypeVar("T")
# How far a word may reach beyond quote and sentences; one that is cut there still begins before the quote does.
_REACH = 4000
# Past one of these a cue governs something else more often than not.
_BREAK = re.compile(r"[,;:—–.!?]")
PROPOSED = "proposed by a model; its words were found, its values are our own reading"


class Refusal(msgspec.Struct, frozen=True):
    """A proposal that did not pass: the reason it is counted under, what was seen, the quote as proposed."""

    reason: Reason
    words: str
    quote: str = ""


class Gated(msgspec.Struct, frozen=True):
    """What of a model's answers passed, as claims in order of their quotes, and what was refused."""

    claims: tuple[Claim, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def gate(
    document: Document, text: Text, lexicon: Lexicon, answers: Iterable[tuple[int, int, Answer]]
) -> Gated:
    """Return what passes of the answers, each with the span of text that was sent for it.

    Ids begin with "P-": a proposal is never taken for a claim of the reader.
    """
    sheet: list[Laid] = []
    passed: dict[str, Claim] = {}
    refused: list[Refusal] = []
    for start, end, answer in answers:
        if answer.proposals and not sheet:
            sheet = laid_out(document, text, lexicon)
        refused.extend(Refusal("not in the form", words) for words in answer.refused)
        for proposal in answer.proposals:
            try:
                claim = _through(document, text, lexicon, sheet, (start, end), proposal)
                if claim.id in passed:
                    raise Refused("said twice", claim.event)
                passed[claim.id] = claim
            except Refused as error:
                refused.append(Refusal(error.reason, _shown(error.words), _shown(proposal.quote)))
    ordered = sorted(passed.values(), key=lambda c: (c.quote.start, c.quote.end, c.event, c.id))
    return Gated(tuple(ordered), tuple(refused))


def _shown(words: str) -> str:
    """Return a model's words as they may be kept and printed: short, and with no sign that moves or hides others."""
    return "".join(sign if sign.isprintable() else "�" for sign in words[:LONGEST_QUOTE])


def laid_out(document: Document, text: Text, lexicon: Lexicon) -> list[Laid]:
    """Return every sentence as our reader lays it out, in order, with what the document has said before in mind."""
    page = open_page(document, text, lexicon)
    found: list[Laid] = []
    for start, end in sentences(text.text):
        for at in range(start, end, LONGEST):
            scene, read_here = read(document, text.text, at, min(at + LONGEST, end), lexicon, page)
            # The dateline is no part of what is read; it is part of what may be quoted.
            scene.start = at
            found.append(Laid(scene, [mention for claim in read_here for mention in _named(claim)]))
    return found


def _named(claim: Claim) -> list[Mention | Speaker]:
    sides = (claim.supplier, claim.recipient, claim.actor, claim.vessels)
    found: list[Mention | Speaker] = [mention for side in sides for mention in side]
    found.extend(claim.attribution)
    return [thing for thing in found if thing.start is not None]


def _through(
    document: Document,
    text: Text,
    lexicon: Lexicon,
    sheet: Sequence[Laid],
    sent: tuple[int, int],
    proposal: Proposal,
) -> Claim:
    """Return the claim of a proposal. Raises Refused."""
    if proposal.event not in EVENTS:
        raise Refused("event not in the list", proposal.event)
    if proposal.modality not in get_args(Modality) or proposal.polarity not in get_args(Polarity):
        raise Refused("modality not in the list", f"{proposal.modality}, {proposal.polarity}")
    if any(place.role not in get_args(PlaceRole) for place in proposal.places):
        raise Refused("role not in the list", ", ".join(place.role for place in proposal.places))
    quoted = _framed(text.text, sheet, sent, proposal.quote)
    if any(furniture(text, scene.start, scene.end, lexicon) for scene in quoted.scenes):
        raise Refused("page furniture", "our reader takes the line for no part of the text")
    if proposal.modality == "asserted" and proposal.polarity == "positive":
        _keeps_its_cue(quoted)
    claim = _claim(document, quoted, proposal)
    if not any((claim.supplier, claim.recipient, claim.actor, claim.items, claim.vessels, claim.places)):
        raise Refused("says nothing", "no party, thing, ship or place")
    key = msgspec.json.encode(claim, order="deterministic")
    digest = hashlib.sha256(document.sha256.encode() + key).hexdigest()
    return msgspec.structs.replace(claim, id=f"P-{digest[:12]}")


def _framed(text: str, sheet: Sequence[Laid], sent: tuple[int, int], quote: str) -> Quoted:
    """Return the quote in its place. Raises Refused where it has none, or two, or is cut out of its words."""
    words = quote.strip()
    if len(words) > LONGEST_QUOTE:
        raise Refused("quote too long", f"{len(words)} code points; at most {LONGEST_QUOTE} carry a claim")
    if len(words.splitlines()) > 1:
        raise Refused("quote over several paragraphs", "a claim stands in one")
    start = text.find(words, *sent) if words else -1
    if start < 0:
        raise Refused("quote not verbatim", "it does not stand in the text that was sent")
    if text.find(words, start + 1, sent[1]) >= 0:
        raise Refused("quote in two places", "it stands there more than once, and cannot be placed")
    end = start + len(words)
    first = bisect_left(sheet, start, key=lambda laid: laid.scene.end)
    around: list[Laid] = []
    while first < len(sheet) and sheet[first].scene.start < end:
        if sheet[first].scene.end > start:
            around.append(sheet[first])
        first += 1
    quoted = Quoted(text, start, end, around, _words(text, start, end, [laid.scene for laid in around]))
    if start not in quoted.starts or end not in quoted.ends:
        raise Refused("quote cuts a word", "a quote begins and ends with whole words and figures")
    return quoted


def _words(text: str, start: int, end: int, around: Sequence[Scene]) -> list[Token]:
    """Return the tokens of the quote and of its sentences, begun and ended at white space so that none is cut."""
    low = min([start, *(scene.start for scene in around)])
    high = max([end, *(scene.end for scene in around)])
    while low > max(0, start - _REACH) and not text[low - 1].isspace():
        low -= 1
    while high < min(len(text), end + _REACH) and not text[high].isspace():
        high += 1
    return tokens(text, low, high)


def _keeps_its_cue(quoted: Quoted) -> None:
    for scene in quoted.scenes:
        for mark in scene.of("cue"):
            between = scene.text[mark.end : quoted.start]
            if mark.value in _CUES and mark.start < quoted.start and not _BREAK.search(between):
                left = scene.text[mark.start : mark.end]
                raise Refused("cue left out", f"“{left}” stands before the quote in its sentence")


def _claim(document: Document, quoted: Quoted, proposal: Proposal) -> Claim:
    counted = proposal.modality != "denied"
    speakers = _once(slots.speaker(quoted, words) for words in proposal.speakers)
    return Claim(
        id="",
        document=document.id,
        event=proposal.event,
        evidence=cut(document.id, quoted.text, *quoted.span),
        modality=cast("Modality", proposal.modality),
        polarity=cast("Polarity", proposal.polarity),
        supplier=_once(slots.party(quoted, words) for words in proposal.supplier),
        recipient=_once(slots.party(quoted, words) for words in proposal.recipient),
        actor=_once(slots.party(quoted, words) for words in proposal.actor),
        items=_items(quoted, proposal, counted=counted),
        time=slots.time(quoted, proposal.time) if proposal.time.strip() else None,
        places=_once(slots.place(quoted, p.text, cast("PlaceRole", p.role)) for p in proposal.places),
        vessels=_once(slots.vessel(quoted, words) for words in proposal.vessels),
        attribution=(*speakers, publisher(document)),
        doubts=(PROPOSED, *("nobody knows who says it" for s in speakers if s.canonical == slots.UNKNOWN)),
    )


def _items(quoted: Quoted, proposal: Proposal, *, counted: bool) -> tuple[Item, ...]:
    found = [slots.item(quoted, item, counted=counted) for item in proposal.items]
    return tuple(dict.fromkeys(found))


def _once(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))
