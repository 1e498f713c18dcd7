"""Claims as the exchanged structure `embargo-claims/1` has them: plain records of anyone's file, ours or a person's."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from embargo.errors import InputError

# A quote is at most this long, and stands inside one paragraph.
LONGEST_QUOTE = 400


class PlainSpan(msgspec.Struct, frozen=True):
    """Words with their place in the text; all three null where the text leaves them unsaid."""

    text: str | None = None
    start: int | None = None
    end: int | None = None

    @property
    def length(self) -> int:
        """How many code points the words cover; 0 where they are unsaid."""
        return self.end - self.start if self.text and self.start is not None and self.end is not None else 0


class PlainMention(PlainSpan, frozen=True):
    """Somebody or some place named; a speaker where it has a mode."""

    canonical: str | None = None
    mode: str | None = None
    role: str | None = None
    implicit: bool = False
    outside_quote: bool = False


class PlainQuantity(PlainSpan, frozen=True):
    """An amount with its ends, null where open, and the same amount in other units."""

    low: float | None = None
    high: float | None = None
    bound: str | None = None
    unit: str | None = ""
    also: tuple["PlainQuantity", ...] | None = ()
    outside_quote: bool = False


class PlainItem(PlainSpan, frozen=True):
    """A thing, and how much of it."""

    cls: str | None = msgspec.field(default=None, name="class")
    quantity: PlainQuantity | None = None
    implicit: bool = False
    outside_quote: bool = False

    @property
    def amounts(self) -> tuple[PlainQuantity, ...]:
        """The item's quantity and its conversions."""
        return (self.quantity, *(self.quantity.also or ())) if self.quantity else ()


class PlainTime(PlainSpan, frozen=True):
    """A stretch of ISO days, null where open."""

    first: dt.date | None = msgspec.field(default=None, name="from")
    last: dt.date | None = msgspec.field(default=None, name="to")
    relation: str | None = None
    implicit: bool = False
    outside_quote: bool = False


class PlainQuote(msgspec.Struct, frozen=True):
    """The words that carry a claim."""

    text: str
    start: int
    end: int


class PlainClaim(msgspec.Struct, frozen=True):
    """One claim of the structure. `required` is false for a gold claim that may be left out without loss."""

    event: str
    quote: PlainQuote
    id: str = ""
    modality: str = "asserted"
    polarity: str = "positive"
    required: bool = True
    supplier: tuple[PlainMention | None, ...] | None = ()
    recipient: tuple[PlainMention | None, ...] | None = ()
    actor: tuple[PlainMention | None, ...] | None = ()
    items: tuple[PlainItem, ...] | None = ()
    time: PlainTime | None = None
    said_time: PlainTime | None = None
    places: tuple[PlainMention | None, ...] | None = ()
    means: tuple[PlainMention | None, ...] | None = ()
    vessels: tuple[PlainMention | None, ...] | None = ()
    attribution: tuple[PlainMention | None, ...] | None = ()
    also_reported_by: tuple[PlainMention | None, ...] | None = ()

    @property
    def suppliers(self) -> tuple[PlainMention, ...]:
        """Who gives."""
        return named(self.supplier)

    @property
    def recipients(self) -> tuple[PlainMention, ...]:
        """Who receives."""
        return named(self.recipient)

    @property
    def agents(self) -> tuple[PlainMention, ...]:
        """Who gives or acts."""
        return (*named(self.supplier), *named(self.actor))

    @property
    def things(self) -> tuple[PlainItem, ...]:
        """The items."""
        return self.items or ()

    @property
    def amounts(self) -> tuple[PlainQuantity, ...]:
        """Every amount of every item, conversions among them."""
        return tuple(amount for item in self.things for amount in item.amounts)

    @property
    def speakers(self) -> tuple[PlainMention, ...]:
        """The chain of attribution without the publisher, innermost first."""
        return tuple(link for link in named(self.attribution) if link.mode != "publisher")


def named(mentions: tuple[PlainMention | None, ...] | None) -> tuple[PlainMention, ...]:
    """Return the mentions that are there."""
    return tuple(mention for mention in mentions or () if mention is not None)


def claims_of(structure: Mapping[str, Any] | list[Any], where: str) -> tuple[PlainClaim, ...]:
    """Return the claims of the structure, or of a bare list of claims. Raises InputError that names `where`."""
    listed = structure.get("claims") if isinstance(structure, Mapping) else structure
    try:
        return msgspec.convert(listed, tuple[PlainClaim, ...])
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {error}", "claims in the structure embargo-claims/1") from error


def spans_of(claim: PlainClaim) -> Iterator[tuple[str, PlainSpan]]:
    """Yield every span of the claim that has words, the quote apart, with the slot it stands in."""
    slots = (
        "supplier",
        "recipient",
        "actor",
        "places",
        "means",
        "vessels",
        "attribution",
        "also_reported_by",
    )
    for slot in slots:
        yield from ((slot, mention) for mention in named(getattr(claim, slot)))
    for item in claim.things:
        yield "items", item
        yield from (("quantity", amount) for amount in item.amounts)
    for slot, when in (("time", claim.time), ("said_time", claim.said_time)):
        if when is not None:
            yield slot, when


def unverified(claim: PlainClaim, text: str) -> list[str]:
    """Return why the claim's words cannot be found in the text as it says, empty where they all can.

    The quote is verbatim, in one paragraph and at most 400 code points long; every span of a slot is verbatim.
    """
    quote = claim.quote
    found = []
    if text[quote.start : quote.end] != quote.text:
        found.append(f"the quote is not what stands at {quote.start}–{quote.end}")
    if len(quote.text) > LONGEST_QUOTE:
        found.append(f"the quote is {len(quote.text)} code points long, not {LONGEST_QUOTE} at most")
    if "\n" in quote.text.strip():
        found.append("the quote runs over the end of a paragraph")
    for slot, span in spans_of(claim):
        if (
            span.text is not None
            and span.start is not None
            and (span.end is None or text[span.start : span.end] != span.text)
        ):
            found.append(f"{slot}: “{span.text}” is not what stands at {span.start}–{span.end}")
    return found
