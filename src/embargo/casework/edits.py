"""Edits: a claim with its slots as a person gave them, every value reckoned from its words. A word that is gone is told."""

import datetime as dt
import re

import msgspec

from embargo import claims
from embargo.casework.gist import TIMES, WORDS, said
from embargo.vocabulary import Claim, Document, Item, Mention, Quote, Speaker, Text, Value, When
from embargo.vocabulary.decisions import Edits

DAYS = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)?(?P<span>\.\.)?(?P<last>\d{4}-\d\d-\d\d)?")


class Unplaced(Exception):
    """The words of an edit do not stand where they stood, or say nothing to the grammars any more."""


def edited(
    claim: Claim,
    edits: Edits,
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
    match = DAYS.fullmatch(written)
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
