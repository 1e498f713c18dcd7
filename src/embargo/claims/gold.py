"""Checks of a gold reading: that it is whole, in the closed words of the field, and verbatim in its text."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from embargo.claims.plain import PlainClaim, claims_of, spans_of, unverified
from embargo.claims.schema import SCHEMA
from embargo.vocabulary import EVENTS
from embargo.vocabulary.amounts import Bound
from embargo.vocabulary.mentions import Mode, PlaceRole
from embargo.vocabulary.taxonomy import ITEM_WORDS
from embargo.vocabulary.times import Relation
from embargo.vocabulary.words import Modality, Polarity

DOCUMENT = ("id", "publisher", "published", "title", "chars")
CLAIM = (
    "id", "event", "modality", "polarity", "quote", "supplier", "recipient", "actor", "items", "time", "said_time",
    "places", "means", "vessels", "attribution", "also_reported_by",
)  # fmt: skip


def faults(structure: Mapping[str, Any], text: str, where: str) -> list[str]:
    """Return in words what is wrong with the gold, empty where nothing is. Raises InputError where it is no such structure."""
    claims = claims_of(structure, where)
    found = [*_of_document(structure, text), *_of_order(claims)]
    for claim, written in zip(claims, structure["claims"], strict=True):
        name = claim.id or "a claim without id"
        found += [f"{name}: the field {field} is missing" for field in CLAIM if field not in written]
        found += [f"{name}: {fault}" for fault in (*unverified(claim, text), *_of_claim(claim))]
    return found


def _of_document(structure: Mapping[str, Any], text: str) -> Iterator[str]:
    if structure.get("schema") != SCHEMA:
        yield f"the schema is {structure.get('schema')!r}, not {SCHEMA}"
    document = structure.get("doc") or {}
    yield from (f"doc: the field {field} is missing" for field in DOCUMENT if field not in document)
    if document.get("chars", len(text)) != len(text):
        yield f"doc: chars is {document['chars']}, the text has {len(text)} code points"


def _of_order(claims: tuple[PlainClaim, ...]) -> Iterator[str]:
    ids = [claim.id for claim in claims]
    yield from (f"{name}: the id is given twice" for name in sorted({n for n in ids if ids.count(n) > 1}))
    starts = [claim.quote.start for claim in claims]
    if starts != sorted(starts):
        yield "the claims do not stand in the order of their quotes"


def _of_claim(claim: PlainClaim) -> Iterator[str]:
    if claim.event not in EVENTS:
        yield f"{claim.event} is no event"
    if claim.modality not in get_args(Modality):
        yield f"{claim.modality} is no modality"
    if claim.polarity not in get_args(Polarity):
        yield f"{claim.polarity} is no polarity"
    links = claim.attribution or ()
    if not links or links[-1] is None or links[-1].mode != "publisher":
        yield "the attribution does not end with the publisher"
    yield from (
        f"attribution: {link.mode} is no mode" for link in links if link and link.mode not in get_args(Mode)
    )
    yield from (
        f"places: {place.role} is no role"
        for place in claim.places or ()
        if place and place.role not in get_args(PlaceRole)
    )
    for item in claim.things:
        if not _is_class((item.cls or "").partition(" ")[0]):
            yield f"items: {item.cls} is no class of the taxonomy"
    for amount in claim.amounts:
        if amount.bound not in get_args(Bound):
            yield f"quantity: {amount.bound} is no bound"
        if amount.unit is None:
            yield 'quantity: the unit is null, not ""'
    for slot, when in (("time", claim.time), ("said_time", claim.said_time)):
        if when and when.relation not in get_args(Relation):
            yield f"{slot}: {when.relation} is no relation"
        if when and when.first and when.last and when.first > when.last:
            yield f"{slot}: it ends before it begins"
    yield from _of_places_in_quote(claim)


def _of_places_in_quote(claim: PlainClaim) -> Iterator[str]:
    for slot, span in spans_of(claim):
        if span.text is None:
            if slot not in ("time", "said_time", "quantity") and not getattr(span, "implicit", False):
                yield f"{slot}: a filler without words is not marked implicit"
        elif span.start is not None and span.end is not None:
            inside = claim.quote.start <= span.start and span.end <= claim.quote.end
            if not inside and not getattr(span, "outside_quote", False):
                yield f"{slot}: “{span.text}” stands outside the quote and is not marked outside_quote"


def _is_class(path: str) -> bool:
    """Return whether the taxonomy has the class or one below it: where the text supports no more, its beginning is enough."""
    return any(known == path or known.startswith(path + ".") for known in ITEM_WORDS if path)
