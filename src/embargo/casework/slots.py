"""Slots as people write them: `WORDS`, `ID` or `ID=WORDS`, parted by semicolons. WORDS stand in the quote, or once near it."""

import re
from typing import get_args

from embargo import claims, geography
from embargo.casework.edits import DAYS, Unplaced, edited
from embargo.casework.gist import SLOTS, TIMES, WORDS
from embargo.errors import UsageError
from embargo.vocabulary import (
    EVENTS,
    ITEM_WORDS,
    Claim,
    Document,
    Quote,
    Text,
    Value,
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
        return bool(name) and DAYS.fullmatch(name) is not None
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
