"""Checking the record: every leaf, head, blob and derived row against its hash; the log against its outside head."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from embargo.store import blobs, heads, log
from embargo.vocabulary import Damage


def sha256(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hex."""
    return hashlib.sha256(data).hexdigest()


def verify(database: sqlite3.Connection, folder: Path, archive: Path, *, quick: bool) -> list[Damage]:
    """Return everything damaged, from one snapshot of the database, so that a writer at work disturbs nothing."""
    # The outside head is read first: a commit after this moment can only make the log longer than it.
    outside = heads.read(folder)
    database.execute("BEGIN")
    try:
        found = list(_events(database, outside))
        found.extend(_blobs(database, archive))
        found.extend(_derived(database))
        if not quick:
            rows = database.execute("PRAGMA integrity_check").fetchall()
            found.extend(Damage("database", "case.sqlite", str(row[0])) for row in rows if row[0] != "ok")
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        return [Damage("database", "case.sqlite", f"cannot be read: {error}")]
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")
    return found


def _events(database: sqlite3.Connection, outside: list[heads.Head]) -> Iterator[Damage]:
    known = {item.number: item.head for item in outside}
    before, expected = log.GENESIS, 1
    query = "SELECT number, at, by, kind, body, leaf, head FROM event ORDER BY number"
    for number, at, by, kind, body, leaf, head in database.execute(query):
        if number != expected:
            yield Damage("event", str(expected), f"missing: the log goes on with event {number}")
        if log.leaf_of(number, at, by, kind, body) != leaf:
            yield Damage("event", str(number), "its content does not hash to its leaf")
        if log.head_of(before, leaf) != head:
            yield Damage("event", str(number), "its head does not follow from the head before it")
        if known.get(number, head) != head:
            words = f"{heads.FILE} has another head for it: the log was rewritten, or that file is of another case"
            yield Damage("head", str(number), words)
        before, expected = head, number + 1
    last = expected - 1
    newest = max(known, default=0)
    if newest > last:
        words = f"{heads.FILE} knows event {newest}, the log ends with {last}: the log was cut back"
        yield Damage("head", str(newest), words)
    if last and not outside:
        yield Damage(
            "head", heads.FILE, "the outside head is missing: a log that was cut back could not be told"
        )


def _blobs(database: sqlite3.Connection, archive: Path) -> Iterator[Damage]:
    wanted: dict[str, str] = {}
    for (body,) in database.execute(
        "SELECT body FROM event WHERE kind = 'document.captured' ORDER BY number"
    ):
        try:
            captured: dict[str, Any] = json.loads(body)
        except ValueError:
            continue  # named already: its content does not hash to its leaf
        wanted[str(captured.get("sha256"))] = str(captured.get("name"))
    for digest, name in wanted.items():
        path = blobs.path_of(archive, digest)
        if not path.is_file():
            yield Damage("blob", digest, f"the bytes of {name} are missing")
            continue
        seen = sha256(path.read_bytes())
        if seen != digest:
            yield Damage("blob", digest, f"the bytes of {name} hash to {seen}")


def _derived(database: sqlite3.Connection) -> Iterator[Damage]:
    # The newest step.done event that names a row decides what it must hash to, and whether it must be there at all.
    latest: dict[tuple[str, str], tuple[int, str | None]] = {}
    query = "SELECT number, body FROM event WHERE kind = 'step.done' ORDER BY number"
    for number, body in database.execute(query):
        try:
            done: dict[str, Any] = json.loads(body)
            step = done["step"]
            for key in done["drop"]:
                latest[step, key] = (number, None)
            for key, digest in done["rows"].items():
                latest[step, key] = (number, digest)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # named already: its content does not hash to its leaf
    seen: set[tuple[str, str]] = set()
    for step, key, digest, number, body in database.execute(
        "SELECT step, key, sha256, event, body FROM derived ORDER BY step, key"
    ):
        name = f"{step} {key}"
        seen.add((step, key))
        try:
            plain = zlib.decompress(body)
        except zlib.error as error:
            yield Damage("derived", name, f"cannot be read: {error}")
            continue
        if sha256(plain) != digest:
            yield Damage("derived", name, "does not hash to what its row says")
        told = latest.get((step, key))
        if told is None or told[1] is None:
            yield Damage("derived", name, "no event speaks of it")
        elif told[1] != digest or told[0] != number:
            yield Damage("derived", name, f"event {told[0]} gave it another hash")
    for (step, key), (number, hash_) in latest.items():
        if hash_ is not None and (step, key) not in seen:
            yield Damage("derived", f"{step} {key}", f"event {number} derived it, and it is missing")
