"""Entries of a list of the designated: "PAK Song Il, born 4 May 1971, DPRK national", under who added them and when."""

import functools
import re

import msgspec

from embargo import geography
from embargo.claims.attribution import publisher
from embargo.claims.build import implied
from embargo.claims.grammar import words
from embargo.claims.marks import Scene
from embargo.claims.memory import Listing, Memory
from embargo.vocabulary import Claim, Document, Item, Mention, cut, state_of

# A name that opens its line: one word of it at least in capitals, or the line numbered, or a ship with its number.
_NAME = r"[A-Z][\w’'.&-]*(?:\s+(?:[A-Z][\w’'.&-]*|of|and|&|al|el|bin|de|van)){0,7}"
_ENTRY = re.compile(
    rf"\s*(?:\(?\d{{1,3}}[.)]\s+|[-–—•*]\s+)?(?P<name>{_NAME}?(?:,\s(?=[A-Z][a-z]+-?[a-z]*[.;(]|[A-Z][a-z]+\s[A-Z][a-z]+\.)[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?)"
    r"\s*(?=[,(;|–-]|\.(?:\s|$))(?P<rest>.*)",
    re.DOTALL,
)
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_IMO = re.compile(r"\bIMO\b[^\d]{0,12}(?P<imo>\d{7})")
_PERSON = re.compile(
    r"\b(?:born|DOB|D\.O\.B|date of birth|national(?:ity)?|passport|citizen|director|representative|officer|minister|commander|head\s+of)\b",
    re.IGNORECASE,
)
# What tells an entry from a sentence: it describes, and does nothing.
_DESCRIBES = re.compile(
    r"\b(?:born|DOB|D\.O\.B|date of birth|nationality|national|citizen|passport|IMO|flag|registered|registration|tax\s+ID|INN|"
    r"a\.k\.a|aka|alias|located|address|based)\b",
    re.IGNORECASE,
)
# A line that opens a list of the designated, where no sentence says so: "Additions to the Consolidated List".
_OPENS = re.compile(
    r"\b(?:[Aa]dd(?:s|ed)?\s+the\s+following|[Tt]he\s+following\s+(?:\w+\s+)?(?:are|is|were|have\s+been|has\s+been)\s+(?:\w+\s+)?(?:added|listed|designated|specified|entered|included|inserted)|[Tt]he\s+following\s+(?:persons|individuals|entities|vessels|names)|[Aa]dditions?|[Ee]ntries|[Dd]esignations?|[Ll]istings?|[Nn]otice\s+of\s+[Dd]esignation|[Pp]ersons\s+and\s+entities)\b"
)
_SET_OUT = re.compile(
    r"\bdesignat(?:ed|es)\b.{0,80}\b(?:below|following|in\s+the\s+(?:schedule|annex)|set\s+out|named\s+in)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\b(?:[Ll]ist|[Aa]nnex|[Rr]egister|[Ss]chedule|DESIGNATION|[Ss]anctions|[Ff]reeze|[Mm]easures)\b"
)
# Behind these the line tells what the designated did, and is no longer the entry.
_TELLS = re.compile(r",\s+(?:who|which|whose|where|that)\b|\.\s")
_FIRMS = words("firm_words")


def listing_of(found: list[Claim], memory: Memory) -> None:
    """Remember who designates, and when, where a claim of this sentence says that somebody is put on a list."""
    for claim in found:
        if claim.event != "sanction.impose" or claim.polarity != "positive" or claim.modality != "asserted":
            continue
        if any(item.cls.startswith("designation") for item in claim.items):
            memory.listing = Listing(claim.actor, claim.time)


# A new list opens with these, whoever put names on the one before.
_FOLLOWING = re.compile(r"\b[Tt]he\s+following\b")


def opens_list(scene: Scene, memory: Memory) -> None:
    """Remember that a heading opens a list of the designated, the publisher's own: "Additions to the Consolidated List"."""
    if memory.publisher is None:
        return
    own = implied(memory.publisher.removeprefix("state:"))
    if memory.listing is not None and memory.listing.actor == (own,):
        return
    line = scene.text[scene.start : scene.end]
    if memory.listing is not None and not _FOLLOWING.search(line):
        return
    if (_OPENS.search(line) and _LIST.search(line)) or _SET_OUT.search(line):
        time = next((mark.when for mark in scene.of("time")), None)
        if time is not None and time.last is None:
            time = msgspec.structs.replace(
                time, last=time.first, relation="during"
            )  # "with effect from 24 May"
        memory.listing = Listing((own,), time)


# What sets a line as one of a list, before its words begin.
_SET = re.compile(r"\s*(?:\(?\d{1,3}[.)]|[-–—•*])\s*")


def is_entry(text: str, start: int, end: int) -> bool:
    """Return whether the line is set as an entry of a list: a number or a dash, then a name and what describes it."""
    match = _ENTRY.match(text, start, end)
    set_apart = _SET.fullmatch(text, text.rfind("\n", 0, start) + 1, start) or _SET.match(text, start, end)
    return match is not None and set_apart is not None and len(match["name"].split()) > 1


def listed_entry(
    document: Document, scene: Scene, memory: Memory, bounds: tuple[int, int], paragraph: str
) -> list[Claim]:
    """Return the designation that an entry of the list says, or nothing where the line is no entry.

    `paragraph` is the text from the entry to the end of its paragraph: what describes it may stand in later sentences.
    """
    listing = memory.listing
    match = _ENTRY.match(scene.text, *bounds) if listing is not None else None
    if listing is None or match is None:
        return []
    name, rest = match["name"], match["rest"]
    start, end = match.span("name")
    tells = _TELLS.search(scene.text, end, bounds[1])
    stop = tells.start() if tells is not None else bounds[1]
    if any(m.start < stop for m in scene.of("verb", "speech", "cue")):
        return []
    imo = _IMO.search(rest)
    described = _DESCRIBES.search(paragraph) is not None
    firm = any(word.casefold().strip(".") in _FIRMS for word in name.split())
    marked = _CAPITALS.search(name) is not None or (
        is_entry(scene.text, *bounds) and (firm or _PERSON.search(rest) is not None)
    )
    if not (marked and (described or firm or scene.of("party", "place"))) and imo is None:
        return []
    state = _state_of_entry(scene, end, paragraph)
    written = " ".join(name.split())
    if imo is not None:
        who, cls = f"vessel:{written.upper()} IMO {imo['imo']}", ""
    elif _PERSON.search(rest if firm else paragraph) and not firm:
        who, cls = f"{state or 'entity'}:{_plain(written, 1).replace(',', '')}", "designation.person"
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
            evidence=cut(document.id, scene.text, start, _stop(scene.text, end, stop)),
            actor=tuple(_outside(m) for m in listing.actor) or (implied(_itself(document)),),
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


def _state_of_entry(scene: Scene, end: int, paragraph: str) -> str | None:
    """Return the State that the words after the name give, in the entry or in what follows it in the paragraph."""
    states = [state_of(m.value) for m in scene.of("party", "adjective", "place") if m.start >= end]
    here = next((code for code in states if code), None)
    if here is not None:
        return here
    stated = _STATED.search(paragraph)
    if stated is None:
        return None
    tokens = re.findall(r"[\w’'.-]+", stated["where"] or stated["of"])
    known = _known()
    for size in (3, 2, 1):
        for k in range(len(tokens) - size + 1):
            code = state_of(known.get(" ".join(tokens[k : k + size]), ""))
            if code:
                return code
    return None


@functools.cache
def _known() -> dict[str, str]:
    return {name.written: name.canonical for name in geography.names()}


_STATED = re.compile(
    r"\b(?:[Nn]ationality|[Cc]itizenship|[Aa]ddress|[Ll]ocation|[Rr]egistered in|[Bb]ased in):?\s+(?P<where>[^.;]{2,60})"
    r"|\b(?P<of>[A-Z][A-Za-z]+(?:\s[A-Z][a-z]+)?)\s+(?:national|citizen|passport)\b"
)


def _itself(document: Document) -> str:
    """Return the publisher as a party: of "state:AU" the State."""
    return publisher(document).canonical.removeprefix("state:")


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
