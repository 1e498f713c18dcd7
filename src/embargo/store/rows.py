"""Derived rows: what a step made of one key, the fingerprint of what it was made from, and the event that says so."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable

import msgspec

from embargo.errors import Damaged
from embargo.store import log

# A step.done event lists rows in its body up to this many; a longer list stands in its own table, its hash in the body.
LISTED_IN_BODY = 200
# Bodies shorter than this gain nothing from zlib (measured on claims and texts: benchmarks/record.py).
PACKED_FROM = 512
# zlib's fastest level: on JSON of texts and maps it gives most of what level 6 gives, at a third of the time.
LEVEL = 1
STEP_DONE = "step.done"


class Derived(msgspec.Struct, frozen=True):
    """One derived row: its key, the fingerprint of what it was derived from, its bytes."""

    key: str
    fingerprint: str
    body: bytes


def sha256(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hex."""
    return hashlib.sha256(data).hexdigest()


def done(
    step: str, rows: list[Derived], gone: list[str]
) -> tuple[dict[str, object], list[tuple[str, str, str]]]:
    """Return the body of the event for these rows, and the list (key, sha256, fingerprint) that it leaves to the table.

    Rows and keys come in order; a key that is dropped is listed with two empty words.
    """
    listed = [(row.key, sha256(row.body), row.fingerprint) for row in rows]
    if len(rows) + len(gone) <= LISTED_IN_BODY:
        body: dict[str, object] = {
            "step": step,
            "rows": {key: digest for key, digest, _ in listed},
            "fingerprints": {key: mark for key, _, mark in listed},
            "drop": gone,
        }
        return body, []
    listed = sorted([*listed, *((key, "", "") for key in gone)])
    return {"step": step, "count": len(rows), "dropped": len(gone), "list": log.list_of(listed)}, listed


def write_rows(
    database: sqlite3.Connection,
    step: str,
    event: int,
    rows: list[Derived],
    gone: list[str],
    listed: list[tuple[str, str, str]],
) -> None:
    """Write the rows, drop those gone, and keep the list of the event."""
    database.executemany("DELETE FROM derived WHERE step = ? AND key = ?", ((step, key) for key in gone))
    database.executemany("INSERT INTO listed VALUES (?, ?, ?, ?)", ((event, *row) for row in listed))
    database.executemany(
        "INSERT INTO derived VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (step, key) DO UPDATE SET"
        " fingerprint = excluded.fingerprint, sha256 = excluded.sha256, event = excluded.event,"
        " packed = excluded.packed, body = excluded.body",
        ((step, row.key, row.fingerprint, sha256(row.body), event, *pack(row.body)) for row in rows),
    )


def read_rows(database: sqlite3.Connection, step: str) -> Iterable[Derived]:
    """Return all rows of a step in order of key. Raises Damaged for a row that is not what was kept."""
    query = "SELECT key, fingerprint, sha256, packed, body FROM derived WHERE step = ? ORDER BY key"
    return (_row(step, *found) for found in database.execute(query, (step,)))


def read_row(database: sqlite3.Connection, step: str, key: str) -> Derived | None:
    """Return one row, or None. Raises Damaged for a row that is not what was kept."""
    query = "SELECT key, fingerprint, sha256, packed, body FROM derived WHERE step = ? AND key = ?"
    found = database.execute(query, (step, key)).fetchone()
    return None if found is None else _row(step, *found)


def pack(body: bytes) -> tuple[int, bytes]:
    """Return whether the body is kept compressed, and the bytes to keep."""
    if len(body) >= PACKED_FROM:
        packed = zlib.compress(body, LEVEL)
        if len(packed) < len(body):
            return 1, packed
    return 0, body


def unpack(packed: int, body: bytes) -> bytes:
    """Return the plain bytes. Raises zlib.error for bytes that are not whole."""
    return zlib.decompress(body) if packed else bytes(body)


def _row(step: str, key: str, fingerprint: str, digest: str, packed: int, body: bytes) -> Derived:
    try:
        plain = unpack(packed, body)
    except zlib.error as error:
        raise Damaged(
            f"the derived row {key} of {step} cannot be read: {error}", "the bytes kept", "embargo verify"
        ) from error
    if sha256(plain) != digest:
        raise Damaged(
            f"the derived row {key} of {step} hashes to something else", "the bytes kept", "embargo verify"
        )
    return Derived(key, fingerprint, plain)
