"""What the log tells: heads, bytes that must be archived, rows that must be there; read once, checked leaf by leaf."""

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from embargo.store import log
from embargo.store.rows import STEP_DONE
from embargo.vocabulary import Damage

_SHA256 = re.compile(r"[0-9a-f]{64}")
# Keys of an event's body that hold hashes of archived bytes: one, a list, or the values of an object.
BLOB_KEYS = ("sha256", "blobs")


class Row(msgspec.Struct, frozen=True):
    """What the newest event says of a derived row; both words empty where it was dropped."""

    event: int
    sha256: str
    fingerprint: str


class Told:
    """What a walk over the log gathers; `whole` until an event is missing or cannot be read."""

    def __init__(self) -> None:
        self.whole = True
        self.last = 0
        self.heads: dict[int, tuple[str, str]] = {}
        self.blobs: dict[str, str] = {}
        self.rows: dict[tuple[str, str], Row] = {}


def read_log(database: sqlite3.Connection, told: Told) -> Iterator[Damage]:
    """Return every damaged event, and gather what the sound ones tell."""
    finished = False
    try:
        yield from _walk(database, told)
        finished = True
    finally:
        told.whole = told.whole and finished


def _walk(database: sqlite3.Connection, told: Told) -> Iterator[Damage]:
    before = log.GENESIS
    query = "SELECT number, at, by, kind, body, leaf, head FROM event ORDER BY number"
    for number, at, by, kind, body, leaf, head in database.execute(query):
        name = str(number)
        if number != told.last + 1:
            told.whole = False
            yield Damage("event", str(told.last + 1), f"missing: the log goes on with event {number}")
        told.last = number
        if not (
            all(isinstance(word, str) for word in (at, by, kind, leaf, head)) and isinstance(body, bytes)
        ):
            told.whole = False
            yield Damage("event", name, "its columns are not of the kinds that are written")
            before = str(head)
            continue
        if log.leaf_of(number, at, by, kind, body) != leaf:
            told.whole = False
            yield Damage("event", name, "its content does not hash to its leaf")
        else:
            try:
                yield from _tells(database, told, number, kind, body)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                yield Damage("event", name, f"its body has not the form of {kind}: {error!r}")
        if log.head_of(before, leaf) != head:
            yield Damage("event", name, "its head does not follow from the head before it")
        told.heads[number] = (head, at)
        before = head


def _tells(database: sqlite3.Connection, told: Told, number: int, kind: str, body: bytes) -> Iterator[Damage]:
    said: dict[str, Any] = json.loads(body)
    for key in BLOB_KEYS:
        for digest in _words(said.get(key)):
            if _SHA256.fullmatch(digest):
                told.blobs.setdefault(digest, str(said.get("name") or ""))
    if kind != STEP_DONE:
        return
    step = said["step"]
    if "list" in said:
        query = "SELECT key, sha256, fingerprint FROM listed WHERE event = ? ORDER BY key"
        listed = database.execute(query, (number,)).fetchall()
        if log.list_of(tuple(str(word) for word in row) for row in listed) != said["list"]:  # type: ignore[misc]
            yield Damage("event", str(number), "its list of rows does not hash to what it says")
    else:
        marks = said["fingerprints"]
        listed = [*((key, digest, marks[key]) for key, digest in said["rows"].items())]
        listed += [(key, "", "") for key in said["drop"]]
    for key, digest, mark in listed:
        told.rows[step, key] = Row(number, digest, mark)


def _words(value: object) -> Iterator[str]:
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, str):
            yield item
