"""Who and what a text names: mentions, items, speakers. Offsets are code points of the document's text."""

from typing import Literal

import msgspec

from embargo.vocabulary.amounts import Quantity

PlaceRole = Literal[
    "location", "origin", "destination", "target", "via", "declared_origin", "false_destination"
]
Mode = Literal[
    "direct_quote",
    "indirect",
    "document",
    "observation",
    "impersonal passive",
    "question",
    "guess",
    "publisher",
]


class Mention(msgspec.Struct, frozen=True):
    """A name as written and who is meant: ISO 3166 alpha-2 ("KP"), "KP:troops", "MSMT", "vessel:ANGARA IMO 9179842".

    `text` is null and `implicit` true for a filler the text leaves unsaid but entails.
    """

    text: str | None
    start: int | None
    end: int | None
    canonical: str
    role: PlaceRole | None = None
    implicit: bool = False
    outside_quote: bool = False


class Item(msgspec.Struct, frozen=True):
    """A thing, person or sum that the event is about; `cls` is a path of the taxonomy ("missile.ballistic")."""

    text: str | None
    start: int | None
    end: int | None
    cls: str = msgspec.field(name="class")
    quantity: Quantity | None = None
    implicit: bool = False
    outside_quote: bool = False


class Speaker(msgspec.Struct, frozen=True):
    """One link of a chain of attribution: who said it, and how the text carries it."""

    text: str | None
    start: int | None
    end: int | None
    canonical: str
    mode: Mode
    implicit: bool = False
    outside_quote: bool = False


def state_of(canonical: str | None) -> str | None:
    """Return the ISO 3166 alpha-2 code of the State a canonical id belongs to, or None ("KP:troops" -> "KP")."""
    if not canonical:
        return None
    head = canonical.split(":", 1)[0]
    if len(head) == 2 and head.isupper():
        return head
    if canonical.startswith("state:"):
        return state_of(canonical[len("state:") :])
    return None
