"""Entries of a list of the designated: "PAK Song Il, born 4 May 1971, DPRK national", under who added them and when."""

import re

import msgspec

from embargo.claims.attribution import publisher
from embargo.claims.build import implied
from embargo.claims.marks import Scene
from embargo.claims.memory import Listing, Memory
from embargo.vocabulary import Claim, Document, Item, Mention, cut, state_of

# A name that opens its line: one word of it at least in capitals, or a ship with its number.
_NAME = r"[A-Z][\w’'.&-]*(?:\s+(?:[A-Z][\w’'.&-]*|of|and|&|al|el|bin|de|van)){0,7}"
_ENTRY = re.compile(
    rf"\s*(?:\(?\d{{1,3}}[.)]\s+|[-•*]\s+)?(?P<name>{_NAME})\s*(?=[,(;|–-])(?P<rest>.*)", re.DOTALL
)
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_IMO = re.compile(r"\bIMO\b[^\d]{0,12}(?P<imo>\d{7})")
_PERSON = re.compile(
    r"\b(?:born|DOB|D\.O\.B|date of birth|national(?:ity)?|passport|citizen)\b", re.IGNORECASE
)
# What tells an entry from a sentence: it describes, and does nothing.
_DESCRIBES = re.compile(
    r"\b(?:born|DOB|D\.O\.B|date of birth|nationality|national|citizen|passport|IMO|flag|registered|registration|tax\s+ID|INN|"
    r"a\.k\.a|aka|alias|located|address|based)\b",
    re.IGNORECASE,
)


def listing_of(found: list[Claim], memory: Memory) -> None:
    """Remember who designates, and when, where a claim of this sentence says that somebody is put on a list."""
    for claim in found:
        if claim.event != "sanction.impose" or claim.polarity != "positive" or claim.modality != "asserted":
            continue
        if any(item.cls.startswith("designation") for item in claim.items):
            memory.listing = Listing(claim.actor, claim.time)


def listed_entry(document: Document, scene: Scene, memory: Memory, bounds: tuple[int, int]) -> list[Claim]:
    """Return the designation that an entry of the list says, or nothing where the line is no entry."""
    listing = memory.listing
    match = _ENTRY.match(scene.text, *bounds) if listing is not None else None
    if listing is None or match is None or scene.of("verb", "speech", "cue"):
        return []
    name, rest = match["name"], match["rest"]
    imo = _IMO.search(rest)
    described = _DESCRIBES.search(rest) is not None
    if not (_CAPITALS.search(name) and (described or scene.of("party", "place"))) and imo is None:
        return []
    start, end = match.span("name")
    states = [state_of(m.value) for m in scene.of("party", "adjective", "place") if m.start >= end]
    state = next((code for code in states if code), None)
    written = " ".join(name.split())
    if imo is not None:
        who, cls = f"vessel:{written.upper()} IMO {imo['imo']}", ""
    elif _PERSON.search(rest):
        who, cls = f"{state or 'entity'}:{_plain(written, 1)}", "designation.person"
    else:
        who, cls = f"{state or 'entity'}:{_plain(written, 3)}", "designation.entity"
    if cls == "designation.person":
        memory.person = who
    elif cls:
        memory.named[who] = f"{written.casefold()} company firm"
    else:
        memory.vessel = who
    named = Mention(name, start, end, who)
    time = listing.time
    return [
        Claim(
            id="",
            document=document.id,
            event="sanction.impose",
            evidence=cut(document.id, scene.text, start, _stop(scene.text, end, bounds[1])),
            actor=tuple(_outside(m) for m in listing.actor) or (implied(publisher(document).canonical),),
            recipient=(named,),
            items=(Item(name, start, end, cls),) if cls else (),
            vessels=(named,) if imo is not None else (),
            time=msgspec.structs.replace(time, outside_quote=time.start is not None)
            if time is not None
            else None,
            attribution=(publisher(document),),
            doubts=("that this entry is designated was understood from the sentence that opens the list",),
        )
    ]


def _plain(name: str, longest: int) -> str:
    """Return the name without the capitals that a list sets names in; words up to `longest` letters ("OOO") keep theirs."""
    return " ".join(
        word.capitalize() if word.isupper() and len(word) > longest else word for word in name.split()
    )


def _outside(mention: Mention) -> Mention:
    return msgspec.structs.replace(mention, outside_quote=mention.start is not None)


def _stop(text: str, start: int, end: int) -> int:
    stop = min(end, start + 320)
    return start + len(text[start:stop].rstrip(" .\n"))
