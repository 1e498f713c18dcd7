"""Slots as people write them: `WORDS`, `ID` or `ID=WORDS`, parted by semicolons; and what they make of a claim.

WORDS stand in the quote (or once near it) and are reckoned by the grammars, when they are typed and each time they are replayed.
"""

import datetime as dt
import re
from typing import get_args

import msgspec

from embargo import claims, geography
from embargo.casework.gist import SLOTS, TIMES, WORDS, said
from embargo.errors import UsageError
from embargo.vocabulary import (
    EVENTS,
    ITEM_WORDS,
    Claim,
    Document,
    Item,
    Mention,
    Quote,
    Speaker,
    Text,
    Value,
    When,
)
from embargo.vocabulary.mentions import PlaceRole
from embargo.vocabulary.words import Modality, Polarity

CLOSED: dict[str, tuple[str, ...]] = {
    "event": EVENTS,
    "modality": get_args(Modality),
    "polarity": get_args(Polarity),
}
ROLES: tuple[PlaceRole, ...] = get_args(PlaceRole)
# Empties a slot.
NOTHING = "-"
# How far from the quote words may stand that a slot takes up.
NEAR = 400

_ROLE = re.compile(rf"\s*\((?P<role>{'|'.join(ROLES)})\)$")
_DAYS = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)?(?P<span>\.\.)?(?P<last>\d{4}-\d\d-\d\d)?")


class Unplaced(Exception):
    """The words of an edit do not stand where they stood, or say nothing to the grammars any more."""


def values_of(
    slot: str, typed: str, claim: Claim, document: Document, text: Text, lexicon: claims.Lexicon
) -> tuple[Value, ...]:
    """Return the values that were typed for a slot. Raises UsageError for a slot there is none of, or words that say nothing."""
    if slot not in SLOTS:
        raise UsageError(f'there is no slot "{slot}"', "one of " + ", ".join(SLOTS))
    if typed.strip() == NOTHING and slot not in WORDS:
        return ()
    pieces = [piece.strip() for piece in typed.split(";") if piece.strip()]
    if not pieces:
        raise UsageError(f"nothing was given for {slot}", f"a value, or {NOTHING} to empty it")
    if len(pieces) > 1 and slot in (*WORDS, *TIMES):
        raise UsageError(f"{slot} takes one value, not {len(pieces)}")
    values = tuple(_value(slot, piece, claim, text.text, lexicon) for piece in pieces)
    try:
        edited(claim, {slot: values}, document, text, lexicon)
    except Unplaced as error:
        raise UsageError(str(error), _expected(slot)) from error
    return values


def edited(
    claim: Claim,
    edits: dict[str, tuple[Value, ...]],
    document: Document,
    text: Text,
    lexicon: claims.Lexicon,
) -> Claim:
    """Return the claim with the slots as edited, values reckoned from their words. Raises Unplaced."""
    for slot, values in edits.items():
        if slot in WORDS:
            changed: object = values[0].canonical if values else getattr(claim, slot)
        elif slot in TIMES:
            changed = _time(values[0], claim.quote, document, text) if values else None
        else:
            many = [_several(slot, value, claim.quote, document, text, lexicon) for value in values]
            changed = tuple(one for some in many for one in some)
            if slot == "attribution":
                publisher = (one for one in claim.attribution if one not in said(claim.attribution))
                changed = (*changed, *publisher)
        claim = msgspec.structs.replace(claim, **{slot: changed})
    return claim


def _value(slot: str, typed: str, claim: Claim, text: str, lexicon: claims.Lexicon) -> Value:
    if slot in CLOSED:
        if typed not in CLOSED[slot]:
            raise UsageError(f'"{typed}" is no {slot}', "one of " + ", ".join(CLOSED[slot]))
        return Value(canonical=typed)
    role: PlaceRole | None = None
    found = _ROLE.search(typed) if slot == "places" else None
    if found is not None:
        role = next(one for one in ROLES if one == found["role"])
        typed = typed[: found.start()]
    name, given, words = typed.partition("=")
    if given:
        _check_id(slot, name.strip(), lexicon)
        return Value(words.strip(), _offset(words.strip(), claim.quote, text), name.strip(), role)
    if _is_id(slot, typed, lexicon) and not _places(typed, text, claim.quote.start, claim.quote.end):
        return Value(canonical=typed, role=role)
    return Value(typed, _offset(typed, claim.quote, text), "", role)


def _offset(words: str, quote: Quote, text: str) -> int:
    """Return where the words stand, from the start of the quote: once in the quote, or else once near it."""
    for where, start, end in (
        ("in the quote", quote.start, quote.end),
        ("near the quote", max(0, quote.start - NEAR), quote.end + NEAR),
    ):
        found = _places(words, text, start, end)
        if len(found) == 1:
            return found[0] - quote.start
        if found:
            raise UsageError(f"“{words}” stands {len(found)} times {where}", "words that stand there once")
    raise UsageError(f"“{words}” stands neither in the quote nor near it", "words of the document, or an id")


def _places(words: str, text: str, start: int, end: int) -> list[int]:
    if not words:
        return []
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return [match.start() for match in re.compile(pattern).finditer(text, start, min(end, len(text)))]


def _is_id(slot: str, name: str, lexicon: claims.Lexicon) -> bool:
    if slot in TIMES:
        return bool(name) and _DAYS.fullmatch(name) is not None
    if slot == "items":
        return name in ITEM_WORDS or name.rpartition(".")[0] in ITEM_WORDS
    head = name.split(":", 1)[0]
    if head in geography.states():
        return name == head or not name.endswith(":")
    known = (body["canonical"] for body in lexicon.bodies)
    kinds = ("vessel", "entity", "people", "state", "person", "body", "means")
    return name in known or (":" in name and head in kinds)


def _check_id(slot: str, name: str, lexicon: claims.Lexicon) -> None:
    if not _is_id(slot, name, lexicon):
        raise UsageError(f'"{name}" is no id for {slot}', _expected(slot))


def _expected(slot: str) -> str:
    if slot == "items":
        return "words that name a thing, CLASS=WORDS, or CLASS, as in munition.shell=9 million rounds"
    if slot in TIMES:
        return "words that give a time, a day as in 2024-10-31, or FROM..TO"
    return "words that name it, ID=WORDS, or ID, as in KP, KP:troops, vessel:ANGARA IMO 9179842"


def _span(value: Value, quote: Quote, text: str) -> tuple[int, int]:
    """Return where the value's words stand now. Raises Unplaced where that is not certain."""
    assert value.text is not None  # noqa: S101 - callers have asked
    start = quote.start + (value.offset or 0)
    if start >= 0 and text[start : start + len(value.text)] == value.text:
        return start, start + len(value.text)
    loose = re.compile(r"\s+".join(map(re.escape, value.text.split())))
    found = [match.span() for match in loose.finditer(text, quote.start, quote.end)]
    if len(found) != 1:
        times = f"{len(found)} times" if found else "no longer"
        raise Unplaced(f"“{value.text}” stands {times} in the quote")
    return found[0]


def _time(value: Value, quote: Quote, document: Document, text: Text) -> When:
    if value.text is None:
        return _days(value.canonical)
    span = _span(value, quote, text.text)
    if value.canonical:
        days = _days(value.canonical)
        outside = not (quote.start <= span[0] and span[1] <= quote.end)
        return When(value.text, *span, days.first, days.last, outside_quote=outside)
    when = claims.time_in(document, text, span, quote)
    if when is None:
        raise Unplaced(f"“{value.text}” gives no time that we can reckon")
    return when


def _days(written: str) -> When:
    match = _DAYS.fullmatch(written)
    try:
        first, last = (
            dt.date.fromisoformat(part) if part else None
            for part in ((match["first"], match["last"]) if match else ("", ""))
        )
    except ValueError as error:
        raise Unplaced(f"“{written}” is no day: {error}") from error
    if match is not None and not match["span"]:
        last = first
    return When(None, None, None, first, last, implicit=True)


def _several(
    slot: str, value: Value, quote: Quote, document: Document, text: Text, lexicon: claims.Lexicon
) -> tuple[Mention, ...] | tuple[Item, ...] | tuple[Speaker, ...]:
    if slot == "items":
        return _items(value, quote, document, text, lexicon)
    found = _mentions(slot, value, quote, document, text, lexicon)
    if slot == "attribution":
        return tuple(
            Speaker(one.text, one.start, one.end, one.canonical, "indirect", one.implicit, one.outside_quote)
            for one in found
        )
    return found


def _items(
    value: Value, quote: Quote, document: Document, text: Text, lexicon: claims.Lexicon
) -> tuple[Item, ...]:
    if value.text is None:
        return (Item(None, None, None, value.canonical, implicit=True),)
    span = _span(value, quote, text.text)
    found = claims.items_in(document, text, span, lexicon, quote, value.canonical)
    if not found:
        raise Unplaced(f"“{value.text}” names no thing that our lists know")
    return found


def _mentions(
    slot: str, value: Value, quote: Quote, document: Document, text: Text, lexicon: claims.Lexicon
) -> tuple[Mention, ...]:
    if value.text is None:
        return (Mention(None, None, None, value.canonical, value.role, implicit=True),)
    span = _span(value, quote, text.text)
    outside = not (quote.start <= span[0] and span[1] <= quote.end)
    if value.canonical:
        return (Mention(value.text, *span, value.canonical, value.role, outside_quote=outside),)
    if slot == "places":
        found = claims.places_in(document, text, span, lexicon, value.role or "location")
    elif slot == "means":
        found = claims.means_in(document, text, span, lexicon)
    elif slot == "vessels":
        found = claims.vessels_in(document, text, span, lexicon)
    else:
        found = claims.parties_in(document, text, span, lexicon)
    if not found:
        raise Unplaced(f"“{value.text}” names nobody and nothing for {slot} that our lists know")
    return tuple(msgspec.structs.replace(one, outside_quote=outside) for one in found)
