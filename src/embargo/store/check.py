"""Checking the record: every leaf, head, blob and derived row against its hash; the log against its outside head."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from embargo.store import blobs, faults, heads
from embargo.store.rows import sha256, unpack
from embargo.store.told import Told, read_log
from embargo.vocabulary import Damage

FILE = "case.sqlite"


def verify(database: sqlite3.Connection, folder: Path, archive: Path, *, quick: bool) -> list[Damage]:
    """Return everything damaged, from one snapshot of the database, so that a writer at work disturbs nothing.

    Pages that SQLite cannot read are damage and the rest is checked on; what may not be read at all raises its error.
    """
    # The outside heads are read first: a commit after this moment can only make the log longer than they say.
    outside, faulty = heads.read(folder)
    found = [Damage("head", f"line {number}", f"cannot be read in {heads.FILE}") for number in faulty]
    told = Told()

    def pages() -> Iterator[Damage]:
        for (words,) in database.execute("PRAGMA integrity_check"):
            if words != "ok":
                yield Damage("database", FILE, str(words))

    passes: list[Callable[[], Iterator[Damage]]] = [
        lambda: read_log(database, told),
        lambda: _heads(told, outside, bool(faulty)),
        lambda: _blobs(told, archive),
        lambda: _rows(database, told),
    ]
    if not quick:
        passes.append(pages)
    with _snapshot(database):
        for step in passes:
            found.extend(_as_far_as_it_goes(step()))
    return found


def notes(database: sqlite3.Connection, folder: Path, archive: Path) -> list[Damage]:
    """Return bytes that no event speaks of, and remains of processes that were killed: no damage, but worth knowing."""
    told = Told()
    with _snapshot(database):
        list(_as_far_as_it_goes(read_log(database, told)))
    found = [
        Damage("note", name, "archived, but no event speaks of it: its writer was stopped before it could")
        for name in blobs.names(archive)
        if name not in told.blobs
    ]
    remains = [
        *(archive / blobs.PARTS).glob("*"),
        *folder.glob(".record.*.part"),
        *folder.glob(".heads.txt.part"),
    ]
    words = "left by a process that is at work or was stopped; may be deleted when nobody writes"
    found.extend(Damage("note", path.relative_to(folder).as_posix(), words) for path in sorted(remains))
    return found


class _snapshot:  # noqa: N801 - reads as the statement it is
    """One view of the database, in which text that is damaged comes out as text that hashes to nothing ever written."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._begun = not database.in_transaction
        self._factory = database.text_factory

    def __enter__(self) -> None:
        if self._begun:
            self._database.execute("BEGIN")
        self._database.text_factory = lambda data: data.decode("utf-8", "surrogateescape")

    def __exit__(self, *_: object) -> None:
        self._database.text_factory = self._factory
        if self._begun and self._database.in_transaction:
            self._database.execute("ROLLBACK")


def _as_far_as_it_goes(found: Iterator[Damage]) -> Iterator[Damage]:
    try:
        yield from found
    except sqlite3.DatabaseError as error:
        if not faults.is_damage(error):
            raise
        yield Damage("database", FILE, f"cannot be read further: {error} ({faults.name_of(error)})")


def _heads(told: Told, outside: list[heads.Head], faulty: bool) -> Iterator[Damage]:
    if told.last and not outside and not faulty:
        words = f"{heads.FILE} is missing or empty: a log that was cut back could not be told"
        if told.last > 1:
            yield Damage("head", heads.FILE, words)
    for witness in outside:
        seen = told.heads.get(witness.number)
        name = str(witness.number)
        if seen is None:
            if told.whole:
                words = (
                    f"{heads.FILE} knows event {name}, the log ends with {told.last}: the log was cut back"
                )
                yield Damage("head", name, words)
        elif seen[0] != witness.head:
            words = f"{heads.FILE} has another head for it: the log was rewritten, or one of them is of another case"
            yield Damage("head", name, words)
        elif seen[1] != witness.at:
            yield Damage("head", name, f"{heads.FILE} says {witness.at}, the log {seen[1]}")


def _blobs(told: Told, archive: Path) -> Iterator[Damage]:
    for digest, name in told.blobs.items():
        what = f"the bytes of {name}" if name else "the bytes"
        seen = blobs.hash_of(blobs.path_of(archive, digest))
        if not seen:
            yield Damage("blob", digest, f"{what} are missing")
        elif seen != digest:
            yield Damage("blob", digest, f"{what} hash to {seen}")


def _rows(database: sqlite3.Connection, told: Told) -> Iterator[Damage]:
    # The newest step.done event that names a row decides what it must hash to, and whether it must be there at all.
    seen: set[tuple[object, object]] = set()
    query = "SELECT step, key, fingerprint, sha256, event, packed, body FROM derived ORDER BY step, key"
    for step, key, mark, digest, event, packed, body in database.execute(query):
        name = f"{step} {key}"
        seen.add((step, key))
        try:
            plain = unpack(packed, body)
        except (zlib.error, TypeError) as error:
            yield Damage("derived", name, f"cannot be read: {error}")
            continue
        if sha256(plain) != digest:
            yield Damage("derived", name, "does not hash to what its row says")
            continue
        expected = told.rows.get((step, key))
        if expected is None:
            # Where events themselves are lost or unreadable, they are named, and not every row that they spoke of.
            if told.whole:
                yield Damage("derived", name, "no event speaks of it")
        elif not expected.sha256:
            yield Damage("derived", name, f"event {expected.event} dropped it, and it is there")
        elif expected.event < event and not told.whole:
            continue
        elif (expected.event, expected.sha256, expected.fingerprint) != (event, digest, mark):
            words = f"has another hash, fingerprint or number of event than event {expected.event} says"
            yield Damage("derived", name, words)
    for (step, key), expected in told.rows.items():
        if expected.sha256 and (step, key) not in seen:
            yield Damage("derived", f"{step} {key}", f"event {expected.event} derived it, and it is missing")
