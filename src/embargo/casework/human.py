"""Human readings: a claim as a person left it, set down where its quote stands now."""

from typing import TypeVar

import msgspec

from embargo.casework.gist import BESIDE, SLOTS, same
from embargo.vocabulary import Claim, Item, Mention, Quantity, Quote, Speaker, When, cut

Spanned = TypeVar("Spanned", Mention, Item, Speaker, When, Quantity)


def settle(before: Claim, now: Claim | None, quote: Quote, text: str) -> Claim:
    """Return the claim that was decided on, at the place where its quote stands now.

    What the machine reads as before is taken as it stands now, so that offsets and days are those of now; what it reads
    otherwise, or no longer reads, is moved. No word of the text is lost: one that cannot be found near the quote leaves its
    canonical id, marked implicit.
    """
    moved = now if now is not None else _moved(before, quote, text)
    if now is not None:
        other = [slot for slot in (*SLOTS, *BESIDE) if not same(before, now, slot)]
        if other:
            carried = _moved(before, quote, text)
            moved = msgspec.structs.replace(moved, **{slot: getattr(carried, slot) for slot in other})
    return msgspec.structs.replace(moved, evidence=quote, doubts=())


def quote_at(document: str, text: str, span: tuple[int, int]) -> Quote:
    """Return the quote that stands there."""
    return cut(document, text, *span)


def signed(claim: Claim, words: str) -> Claim:
    """Return the claim with a note of whose reading it is, after the reader's own note."""
    return msgspec.structs.replace(claim, note="; ".join(part for part in (claim.note, words) if part))


def _moved(claim: Claim, quote: Quote, text: str) -> Claim:
    old = claim.quote

    def one(thing: Spanned) -> Spanned:
        return _placed(thing, old, quote, text)

    def item(thing: Item) -> Item:
        placed = one(thing)
        counted = one(thing.quantity) if thing.quantity is not None else None
        return msgspec.structs.replace(placed, quantity=counted)

    return msgspec.structs.replace(
        claim,
        document=quote.document,
        evidence=quote,
        supplier=tuple(map(one, claim.supplier)),
        recipient=tuple(map(one, claim.recipient)),
        actor=tuple(map(one, claim.actor)),
        items=tuple(map(item, claim.items)),
        time=one(claim.time) if claim.time else None,
        said_time=one(claim.said_time) if claim.said_time else None,
        places=tuple(map(one, claim.places)),
        means=tuple(map(one, claim.means)),
        vessels=tuple(map(one, claim.vessels)),
        attribution=tuple(map(one, claim.attribution)),
        also_reported_by=tuple(map(one, claim.also_reported_by)),
    )


def _placed(thing: Spanned, old: Quote, quote: Quote, text: str) -> Spanned:
    """Return the thing with its span where its words stand now: at the same distance from the quote, or once inside it."""
    if thing.text is None or thing.start is None or thing.end is None:
        return thing
    start = thing.start - old.start + quote.start
    end = start + len(thing.text)
    if start < 0 or text[start:end] != thing.text:
        inside = text[quote.start : quote.end]
        if inside.count(thing.text) != 1:
            if isinstance(thing, Quantity):
                return msgspec.structs.replace(thing, start=None, end=None, outside_quote=False)
            gone = msgspec.structs.replace(thing, text=None, start=None, end=None, outside_quote=False)
            return msgspec.structs.replace(gone, implicit=True)
        start = quote.start + inside.index(thing.text)
        end = start + len(thing.text)
    outside = not (quote.start <= start and end <= quote.end)
    return msgspec.structs.replace(thing, start=start, end=end, outside_quote=outside)
