"""The exchanged structure `embargo-claims/1`: plain dictionaries, offsets in code points, nothing of ours in it."""

from typing import Any

from embargo.claims.things import plain_value
from embargo.vocabulary import Claim, Document, Item, Mention, Quantity, Reading, Speaker, When

SCHEMA = "embargo-claims/1"


def as_schema(document: Document, reading: Reading) -> dict[str, Any]:
    """Return the reading as `embargo-claims/1`."""
    return {
        "schema": SCHEMA,
        "doc": {
            "id": document.id,
            "publisher": document.publisher.value,
            "published": document.published.value,
            "title": document.title.value,
            "chars": document.chars,
        },
        "claims": [_claim(claim) for claim in reading.claims],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    quote = claim.quote
    return {
        "id": claim.id,
        "event": claim.event,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "quote": {"text": quote.text, "start": quote.start, "end": quote.end},
        "supplier": [_mention(item) for item in claim.supplier],
        "recipient": [_mention(item) for item in claim.recipient],
        "actor": [_mention(item) for item in claim.actor],
        "items": [_item(item) for item in claim.items],
        "time": _when(claim.time),
        "places": [_mention(item) for item in claim.places],
        "means": [_mention(item) for item in claim.means],
        "vessels": [_mention(item) for item in claim.vessels],
        "attribution": [_speaker(item) for item in claim.attribution],
        "also_reported_by": [_mention(item) for item in claim.also_reported_by],
        "said_time": _when(claim.said_time),
        "note": claim.note,
    }


def _flags(thing: Mention | Item | Speaker | When | Quantity) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if getattr(thing, "implicit", False):
        found["implicit"] = True
    if thing.outside_quote:
        found["outside_quote"] = True
    return found


def _span(thing: Mention | Item | Speaker | When | Quantity) -> dict[str, Any]:
    return {"text": thing.text, "start": thing.start, "end": thing.end}


def _mention(mention: Mention) -> dict[str, Any]:
    role = {"role": mention.role} if mention.role else {}
    return {**_span(mention), "canonical": mention.canonical, **role, **_flags(mention)}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {**_span(speaker), "canonical": speaker.canonical, "mode": speaker.mode, **_flags(speaker)}


def _item(item: Item) -> dict[str, Any]:
    return {**_span(item), "class": item.cls, "quantity": _quantity(item.quantity), **_flags(item)}


def _quantity(quantity: Quantity | None) -> dict[str, Any] | None:
    if quantity is None:
        return None
    also = {"also": [_quantity(other) for other in quantity.also]} if quantity.also else {}
    return {
        **_span(quantity),
        "low": plain_value(quantity.low),
        "high": plain_value(quantity.high),
        "bound": quantity.bound,
        "unit": quantity.unit,
        **also,
        **_flags(quantity),
    }


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    first, last = (day.isoformat() if day else None for day in (when.first, when.last))
    return {**_span(when), "from": first, "to": last, "relation": when.relation, **_flags(when)}
