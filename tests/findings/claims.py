"""Plain factories: claims, documents and readings as hand-written records, and claims read from `embargo-claims/1`."""

import datetime as dt
import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from embargo.vocabulary import (
    Claim,
    Detail,
    Document,
    Item,
    Mention,
    Quantity,
    Quote,
    Reading,
    Speaker,
    When,
    claim_id,
)


def document(
    publisher: str, published: str | None = "2025-05-30", name: str = "", contributor: str = ""
) -> Document:
    """A document of that publisher; its id follows from publisher, day and name."""
    sha = hashlib.sha256(f"{publisher}|{published}|{name}".encode()).hexdigest()
    return Document(
        id="D-" + sha[:12],
        sha256=sha,
        name=name or publisher,
        media="text/plain",
        size=1,
        text_sha256=sha,
        chars=1,
        pages=0,
        publisher=Detail(publisher, "stated", "test"),
        published=Detail(published, "stated", "test") if published else Detail(),
        contributor=Detail(contributor, "stated", "test") if contributor else Detail(),
    )


def mentions(*canonicals: str) -> tuple[Mention, ...]:
    return tuple(Mention(None, None, None, one) for one in canonicals)


def place(canonical: str, role: str = "destination") -> Mention:
    return Mention(None, None, None, canonical, role)  # type: ignore[arg-type]


_BOUNDS = {
    "at least": "at_least",
    "over": "more_than",
    "up to": "at_most",
    "nearly": "less_than",
    "below": "less_than",
    "about": "about",
    "": "exact",
}


def amount(words: str, unit: str = "count") -> Quantity:
    """ "over 11000", "10000 to 12000", "about 9000000", "150" as a quantity."""
    if " to " in words and not words.startswith("up"):
        low, high = (Decimal(part) for part in words.split(" to "))
        return Quantity(words, 0, 1, low, high, "range", unit)
    lead, _, figure = words.rpartition(" ")
    bound = _BOUNDS[lead]
    value = Decimal(figure)
    floor = None if bound in ("at_most", "less_than") else value
    ceiling = None if bound in ("at_least", "more_than") else value
    return Quantity(words, 0, 1, floor, ceiling, bound, unit)  # type: ignore[arg-type]


def days(first: str | None, last: str | None = None, relation: str = "during") -> When:
    def read(day: str | None) -> dt.date | None:
        return dt.date.fromisoformat(day) if day else None

    return When(None, None, None, read(first), read(last), relation)  # type: ignore[arg-type]


Y2024 = days("2024-01-01", "2024-12-31")
LATE_2024 = days("2024-09-01", "2024-12-31")


def claim(
    source: Document,
    event: str = "transfer.materiel",
    *,
    giver: str = "",
    taker: str = "",
    actor: str = "",
    item: str = "",
    said: str = "",
    unit: str = "count",
    by: str | tuple[str, ...] = (),
    mode: str = "indirect",
    quote: str = "",
    also: tuple[str, ...] = (),
    **slots: Any,
) -> Claim:
    """One claim of a document; `by` are the speakers, innermost first, before the publisher."""
    quote = quote or f"{source.name} {event} {giver}{actor}>{taker} {item} {said} {by} {slots}"
    speakers = (by,) if isinstance(by, str) else by
    chain = tuple(Speaker(None, None, None, one, mode) for one in speakers)  # type: ignore[arg-type]
    publisher = Speaker(None, None, None, f"publisher:{source.publisher_name}", "publisher", implicit=True)
    items = (Item(None, None, None, item, amount(said, unit) if said else None),) if item else ()
    ordinal = int(
        hashlib.sha256(
            repr((quote, event, items, giver, taker, actor, by, also, slots)).encode()
        ).hexdigest()[:8],
        16,
    )
    fields: dict[str, Any] = {"items": items}
    fields |= slots
    return Claim(
        id=claim_id(source.sha256, 0, len(quote), event, ordinal),
        document=source.id,
        event=event,
        evidence=Quote(source.id, 0, len(quote), quote),
        supplier=mentions(*filter(None, [giver])),
        recipient=mentions(*filter(None, [taker])),
        actor=mentions(*filter(None, [actor])),
        attribution=(*chain, publisher),
        also_reported_by=mentions(*also),
        **fields,
    )


def readings(*claims: Claim) -> list[Reading]:
    """The claims as readings, one a document."""
    by_document: dict[str, list[Claim]] = {}
    for one in claims:
        by_document.setdefault(one.document, []).append(one)
    return [Reading(document, tuple(found), ()) for document, found in by_document.items()]


# --- embargo-claims/1 ---------------------------------------------------------------------------------------------


def from_schema(path: Path, source: Document) -> Reading:
    """The claims of an `embargo-claims/1` file, as claims of `source`."""
    found = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=int)
    claims = tuple(_claim(source, place, row) for place, row in enumerate(found["claims"]))
    return Reading(source.id, claims, ())


def _claim(source: Document, ordinal: int, row: dict[str, Any]) -> Claim:
    quote = Quote(source.id, row["quote"]["start"], row["quote"]["end"], row["quote"]["text"])
    return Claim(
        id=claim_id(source.sha256, quote.start, quote.end, row["event"].split(".")[0], ordinal),
        document=source.id,
        event=row["event"],
        evidence=quote,
        modality=row["modality"],
        polarity=row["polarity"],
        supplier=_mentions(row, "supplier"),
        recipient=_mentions(row, "recipient"),
        actor=_mentions(row, "actor"),
        items=tuple(
            Item(item["text"], item["start"], item["end"], item["class"], _quantity(item.get("quantity")))
            for item in row.get("items", ())
        ),
        time=_when(row.get("time")),
        said_time=_when(row.get("said_time")),
        places=_mentions(row, "places"),
        means=_mentions(row, "means"),
        vessels=_mentions(row, "vessels"),
        attribution=tuple(
            Speaker(
                one["text"],
                one["start"],
                one["end"],
                f"publisher:{source.publisher_name}" if one["mode"] == "publisher" else one["canonical"],
                one["mode"],
            )
            for one in row["attribution"]
        ),
        also_reported_by=_mentions(row, "also_reported_by"),
    )


def _mentions(row: dict[str, Any], slot: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            one["text"],
            one["start"],
            one["end"],
            one["canonical"],
            one.get("role"),
            one.get("implicit", False),
        )
        for one in row.get(slot) or ()
    )


def _quantity(row: dict[str, Any] | None) -> Quantity | None:
    if not row:
        return None
    low, high = (None if row[end] is None else Decimal(str(row[end])) for end in ("low", "high"))
    also = tuple(q for one in row.get("also") or () if (q := _quantity(one)) is not None)
    return Quantity(row["text"], row["start"], row["end"], low, high, row["bound"], row["unit"], also)


def _when(row: dict[str, Any] | None) -> When | None:
    if not row:
        return None
    first, last = (dt.date.fromisoformat(row[end]) if row[end] else None for end in ("from", "to"))
    return When(row["text"], row["start"], row["end"], first, last, row["relation"])
