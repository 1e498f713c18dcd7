"""What the case's record holds, as records: documents, texts, readings, decisions, things set aside."""

from typing import Any

import msgspec

from embargo.casework.codec import decode
from embargo.casework.force import in_force
from embargo.store import Record
from embargo.vocabulary import Claim, Decision, Detail, Document, Line, Made, Reading, SetAside, Text

# The names of the derived steps, in the order of the road.
DOCUMENT, TEXT, MAP, CLAIMS = "document", "text", "map", "claims"
ENTITIES, FINDINGS, ASSESSMENTS, REPORT = "entities", "findings", "assessments", "report"

# What the log calls a decision about a claim.
DECISION = "decision.made"

Details = dict[str, Detail]


class Capture(msgspec.Struct, frozen=True):
    """What was handed in: the bytes' hash, the file's name, when, by whom, and the details stated so far."""

    sha256: str
    name: str
    at: str
    by: str
    stated: Details
    also: tuple[str, ...] = ()


def captures(record: Record) -> dict[str, Capture]:
    """Return every captured file by the SHA-256 of its bytes, details as last stated, in order of capture."""
    found: dict[str, Capture] = {}
    for event in record.events():
        if event.kind not in ("document.captured", "document.details", "document.again"):
            continue
        body = msgspec.json.decode(event.body)
        sha = body["sha256"]
        stated = msgspec.convert(body.get("stated", {}), Details)
        if event.kind == "document.captured":
            found[sha] = Capture(sha, body["name"], event.at, event.by, stated)
        elif event.kind == "document.details":
            old = found[sha]
            found[sha] = msgspec.structs.replace(old, stated={**old.stated, **stated})
        else:
            old = found[sha]
            found[sha] = msgspec.structs.replace(old, also=(*old.also, body["name"]))
    return found


def set_aside_when_added(record: Record) -> dict[str, SetAside]:
    """Return the files that could not be taken in when they were added, the newest word on each name."""
    found: dict[str, SetAside] = {}
    for event in record.events():
        body: dict[str, Any] = msgspec.json.decode(event.body) if event.kind.startswith("document.") else {}
        if event.kind == "document.set-aside":
            found[body["name"]] = SetAside(body["name"], body["reason"], body.get("hash"))
        elif event.kind in ("document.captured", "document.again"):
            found.pop(body["name"], None)
    return found


def documents(record: Record) -> tuple[tuple[Document, ...], tuple[SetAside, ...]]:
    """Return the documents that were read, and those whose bytes could not be read, with reasons."""
    read: list[Document] = []
    aside: list[SetAside] = list(set_aside_when_added(record).values())
    for row in record.derived(DOCUMENT).values():
        item = decode(row.body, DocumentRow)
        if item.document is not None:
            read.append(item.document)
        if item.set_aside is not None:
            aside.append(item.set_aside)
    return tuple(read), tuple(aside)


def drawn(record: Record) -> list[tuple[Document, str]]:
    """Return the documents that were read, each with the fingerprint it was drawn under, from one look at the record."""
    rows = record.derived(DOCUMENT).values()
    items = ((decode(row.body, DocumentRow).document, row.fingerprint) for row in rows)
    return [(document, mark) for document, mark in items if document is not None]


class DocumentRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the capture step derived for one file: a document, or why there is none."""

    document: Document | None = None
    set_aside: SetAside | None = None


def text_of(record: Record, document: Document, *, with_map: bool = False) -> Text:
    """Return the document's text; with its map from code points to rectangles where asked."""
    row = record.derived_one(TEXT, document.sha256)
    if row is None:
        raise KeyError(document.id)
    text = decode(row.body, Text)
    if with_map:
        lines = record.derived_one(MAP, document.sha256)
        if lines is not None:
            text = msgspec.structs.replace(text, lines=decode(lines.body, tuple[Line, ...]))
    return text


def texts(record: Record) -> dict[str, Text]:
    """Return every text by the SHA-256 of its document's bytes, without maps."""
    return {key: decode(row.body, Text) for key, row in record.derived(TEXT).items()}


def readings(record: Record) -> dict[str, Reading]:
    """Return every reading by document id."""
    found = (decode(row.body, Reading) for row in record.derived(CLAIMS).values())
    return {reading.document: reading for reading in found}


def history(record: Record) -> tuple[Made, ...]:
    """Return every decision of the log, oldest first, those that were taken back among them."""
    return tuple(
        Made(event.number, event.at, msgspec.json.decode(event.body, type=Decision))
        for event in record.events(DECISION)
    )


def decisions(record: Record) -> dict[str, Decision]:
    """Return the decision in force on each thing, by the id that it had when it was decided on."""
    return {made.decision.about: made.decision for made in in_force(history(record))}


def claims_by_id(all_readings: dict[str, Reading]) -> dict[str, Claim]:
    """Return every claim by its id."""
    return {claim.id: claim for reading in all_readings.values() for claim in reading.claims}
