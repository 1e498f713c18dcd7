"""Guests: stretches of a text that somebody outside the house speaks: a letter that a paper prints, the answers of an interview."""

import re
from bisect import bisect_right
from functools import cache

from embargo import geography
from embargo.claims.anonymous import tells
from embargo.claims.attribution import AFAR
from embargo.claims.grammar import words
from embargo.claims.marks import Mark
from embargo.claims.memory import Memory, Stretch, Turn
from embargo.vocabulary import state_of

_NAME = r"(?:[A-Z]\.[ ]?){0,3}[A-Z][\w’'-]+(?:[ ](?:[A-Z][\w’'.-]*|de|van|al|bin)){0,3}"
# "Sir,", "Dear Editor,", "Sir, - Your report …" at the head of a line.
_SALUTATION = re.compile(
    r"^(?:Dear[ ])?(?:Sirs?|Madam|Sir[ ]or[ ]Madam|(?:The[ ])?Editors?|(?:Mr|Ms|Madam)[ ]Editor)\b[ ]?[,:.;—–-]",
    re.MULTILINE,
)
_CLOSING = re.compile(
    r"^(?:Yours(?:[ ]\w+)?|Sincerely|Respectfully|Faithfully)(?:[ ]yours)?,?[ ]*$", re.MULTILINE
)
# A line of a signature: a name, an office, a town; no sentence.
_SIGNATURE = re.compile(r"[A-Z][^\n!?:;\[\]]{2,90}(?<![.,])")
_SIGNED = re.compile(rf"(?P<name>{_NAME})(?=,|$)")
# Such a line stands for an office that speaks for its State or firm.
_OFFICE = words("signing_offices")
_HOUSE = re.compile(
    r"^(?:\[|\(?(?:The|Our)[ ]editors?\b|Editors?[’']?[ ]?[’']?s?[ ][Nn]ote|Ed\.)", re.MULTILINE
)
_LINES = 4
# What somebody asks in a line of its own; so many such lines, and so many answers of an "I", make an interview.
_ASKS, _OF_I = 4, 2
_LONGEST_QUESTION = 240
_I = re.compile(r"\b(?:I|[Mm]y|me)\b")
_PERSON = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:[ ](?:[A-Z][\w’'.-]*|de|van|al|bin)){1,3})(?=,[ ](?:\d\d|an?|the|who|whose|then|now|former(?:ly)?|once)\b|[ ](?:is|was|has|had|spent|served|commanded|worked|ran|left|sits|lives)\b)"
)
_GOES_BY = re.compile(
    r"\b(?:goes[ ]by|calls[ ](?:him|her)self|call[ ](?:him|her)|known[ ](?:here[ ])?as)[ ](?P<name>[A-Z][\w’'-]+)"
)
_UNNAMED = re.compile(r"\b(?:[Aa]n?|[Tt]he)[ ](?P<name>(?:[A-Za-z]+[ ]){0,2}?(?P<head>[a-z]+))\b")
_BYLINE = re.compile(r"^(?:[Bb]y|BY|Words:|Interview(?:ed)?[ ]by)[ ]")


def guests_of(text: str, own: str | None) -> list[Stretch]:
    """Return what guests speak in the text, in order."""
    letter = _letter(text, own)
    return [letter] if letter is not None else _answers(text)


@cache
def _states() -> tuple[tuple[str, str], ...]:
    """Return the names and adjectives of States with the States they are of, the longest first."""
    known = {(n.written, n.canonical) for n in geography.names() if n.kind in ("state", "adjective")}
    return tuple(sorted(known, key=lambda pair: (-len(pair[0]), pair)))


def give_floor(memory: Memory, start: int) -> None:
    """Let the guest whose stretch the sentence begins in speak it, and nobody where no guest does."""
    if not memory.guests:
        return
    at = bisect_right(memory.guests, start, key=lambda stretch: stretch.start)
    here = memory.guests[at - 1] if at and start < memory.guests[at - 1].end else None
    memory.turn = Turn(here.mark, False) if here is not None else None
    state = state_of(here.mark.value) if here is not None else None
    # "The Embassy rejects this", "our navy": of him whose letter it is.
    memory.own, memory.publisher = (here.mark.value, state) if here is not None and state else memory.house


def _letter(text: str, own: str | None) -> Stretch | None:
    """Return the letter that the text prints: from its salutation to its signature, where it is not the publisher's own."""
    opens = _SALUTATION.search(text)
    if opens is None:
        return None
    closes = _CLOSING.search(text, opens.end())
    signed = _after(text, closes.end()) if closes is not None else _at_end(text, opens.end())
    if not signed:
        return None
    start, end = signed[0][0], signed[-1][1]
    signature = text[start:end]
    state = next((known for name, known in _states() if re.search(rf"\b{re.escape(name)}\b", signature)), "")
    house = state_of(own) if own is not None else None
    if house is not None and state in ("", house):
        return None  # a letter of the publisher's own
    held = {word.casefold() for word in re.findall(r"[\w’'-]+", signature)}
    line, stop = signed[0]
    name = _SIGNED.match(text, line, stop)
    if name is None or not (state or held & _OFFICE or closes is not None):
        return None
    value = f"{state or 'entity'}:{' '.join(name['name'].split())}"
    return Stretch(
        opens.end(),
        closes.start() if closes is not None else start,
        Mark("party", *name.span("name"), AFAR, AFAR, value, "named"),
    )


def _after(text: str, place: int) -> list[tuple[int, int]]:
    """Return the lines of a signature behind the closing words."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]+", text[place : place + 400]):
        start, end = place + match.start(), place + match.end()
        if len(found) == _LINES or _SIGNATURE.fullmatch(text[start:end].strip()) is None:
            break
        found.append((start, end))
    return found


def _at_end(text: str, floor: int) -> list[tuple[int, int]]:
    """Return the lines of a signature that close the letter with no words of farewell: "Press Section, Embassy of …"."""
    house = _HOUSE.search(text, floor)
    stop = house.start() if house is not None else len(text)
    lines = [(floor + m.start(), floor + m.end()) for m in re.finditer(r"[^\n]+", text[floor:stop])]
    found: list[tuple[int, int]] = []
    for start, end in reversed(lines[-_LINES:]):
        if _SIGNATURE.fullmatch(text[start:end].strip()) is None:
            break
        found.insert(0, (start, end))
    return found


def _answers(text: str) -> list[Stretch]:
    """Return the answers of an interview whose lines go in turn: one that asks, one of him who says "I"."""
    if text.count("?\n") < _ASKS:
        return []
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    asking = [k for k, (a, b) in enumerate(lines) if text[b - 1] == "?" and b - a <= _LONGEST_QUESTION]
    if len(asking) < _ASKS:
        return []
    first, last = asking[0], asking[-1] + 1
    prompts = set(range(first, last + 1, 2))
    answers = list(range(first + 1, min(last + 1, len(lines)), 2))
    if not set(asking) <= prompts or sum(_I.search(text, *lines[k]) is not None for k in answers) < _OF_I:
        return []
    mark = _interviewed(text, lines[:first])
    return [Stretch(*lines[k], mark) for k in answers] if mark is not None else []


def _interviewed(text: str, lead: list[tuple[int, int]]) -> Mark | None:
    """Return who is interviewed: named in the lead-in, else the plain word for him in the title: "a prisoner speaks"."""
    told = [(a, b) for a, b in lead if _BYLINE.match(text, a, b) is None]
    for pattern in (_GOES_BY, _PERSON):
        for a, b in told:
            match = pattern.search(text, a, b)
            if match is not None:
                return Mark("party", *match.span("name"), AFAR, AFAR, f"entity:{match['name']}", "named")
    for a, b in told:
        for match in _UNNAMED.finditer(text, a, b):
            if tells(match["head"]):
                name = match["name"]
                state = next((known for part, known in _states() if name.startswith(f"{part} ")), "entity")
                return Mark("party", *match.span("name"), AFAR, AFAR, f"{state}:{match['head']}", "named")
    return None
