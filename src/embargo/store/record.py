"""The record of a case: its log of events, its archive of bytes, its derived rows."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from embargo.errors import UsageError
from embargo.store import blobs, check, database, heads, log, schema, shares
from embargo.store.database import RECORD
from embargo.store.faults import explained
from embargo.store.rows import STEP_DONE, Derived, done, read_row, read_rows, write_rows
from embargo.store.transaction import Transaction
from embargo.vocabulary import Damage, Event


class Record:
    """The record below one case folder. Get it from `create` or `open`; several readers and one writer at a time.

    One object belongs to one thread. Every method raises errors of the tree under RecordError, never of SQLite or the system.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, *, mode: str) -> None:
        self.folder = folder
        self.readonly = mode != "rw"
        # Read as bytes that do not change: what another machine writes meanwhile is not seen.
        self.immutable = "immutable" in mode
        self._database = connection
        self._blobs = folder / RECORD / blobs.FOLDER
        self._transaction = Transaction(folder, connection)

    @classmethod
    def create(cls, folder: Path, *, at: str, by: str, body: Mapping[str, object]) -> "Record":
        """Return a new record in the folder, made whole or not at all, with its first event `case.created`.

        Raises UsageError where there is one already, and on a network share.
        """
        log.check_words(at, by)
        shares.refuse(folder)
        if (folder / RECORD).exists() or (folder / heads.FILE).exists():
            raise _taken(folder)
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is a file", "a folder, or a name that is free", "name another folder")
        with explained(folder, "making its record"):
            folder.mkdir(parents=True, exist_ok=True)
            part = folder / f".{RECORD}.{os.getpid()}.part"
            shutil.rmtree(part, ignore_errors=True)
            try:
                last = _make(part, at=at, by=by, body=body)
                part.rename(folder / RECORD)
            except BaseException as error:
                shutil.rmtree(part, ignore_errors=True)
                if isinstance(error, OSError) and (folder / RECORD).exists():
                    raise _taken(folder) from error
                raise
            blobs.sync_folder(folder)
            heads.write(folder, last)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, *, readonly: bool = False) -> "Record":
        """Return the record in the folder; `readonly` works beside a writer and on a read-only disk.

        Raises NoCase where there is none; CannotCheck for a format newer than this program, or files that may not be read;
        Damaged where the file is no record, or (to write) the log does not reach the outside head.
        """
        path = database.check_there(folder)
        if not readonly:
            shares.refuse(folder)
        mode = database.reading_mode(path) if readonly else "rw"
        with explained(folder, "opening its database"):
            connection = database.connect(path, mode)
        try:
            database.check_format(connection, folder)
            record = cls(folder, connection, mode=mode)
            if not readonly:
                record._transaction.catch_up()
        except BaseException:
            connection.close()
            raise
        return record

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> "Record":  # noqa: PYI034 - callers name the class
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- bytes ---------------------------------------------------------------------------------------------------

    def put_blob(self, data: bytes) -> str:
        """Return the SHA-256 of the bytes, once they are archived durably. Raises Busy."""
        self._refuse_reader()
        with self._transaction.locked(), explained(self.folder, "archiving bytes"):
            return blobs.put(self._blobs, data)

    def blob(self, sha256: str) -> bytes:
        """Return archived bytes. Raises Damaged where they are missing or changed."""
        with explained(self.folder, "reading archived bytes"):
            return blobs.get(self._blobs, sha256)

    def has_blob(self, sha256: str) -> bool:
        """Return whether bytes of that hash are archived."""
        with explained(self.folder, "looking for archived bytes"):
            return blobs.path_of(self._blobs, sha256).is_file()

    # --- the log -------------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the side lock and one transaction; what is written inside is committed whole, or not at all.

        Nested use joins the outer one; a nested part that fails leaves nothing, whatever the outer one does then. The outside
        head is written after the commit. Raises Busy, and Damaged where the log does not reach the outside head.
        """
        self._refuse_reader()
        with self._transaction.writing():
            yield

    def append(self, kind: str, body: Mapping[str, object], *, at: str, by: str) -> Event:
        """Return the event appended. Raises UsageError for a time with blanks or text that is no Unicode."""
        log.check_words(at, by, kind)
        data = log.canonical(body)
        with self.writing(), explained(self.folder, f"appending {kind}"):
            last = self._transaction.last()
            number, before = (last.number, last.head) if last else (0, log.GENESIS)
            event = log.event_after(number, before, kind, data, at=at, by=by)
            _insert(self._database, event)
        return event

    def events(self, kind: str | None = None) -> list[Event]:
        """Return the events, of one kind where asked, oldest first."""
        columns = "SELECT number, at, by, kind, body, leaf, head FROM event"
        with explained(self.folder, "reading the log"):
            if kind is None:
                found = self._database.execute(f"{columns} ORDER BY number")
            else:
                found = self._database.execute(f"{columns} WHERE kind = ? ORDER BY number", (kind,))
            return [Event(*row) for row in found]

    def head(self) -> str:
        """Return the newest head; 64 zeros before the first event."""
        with explained(self.folder, "reading the head"):
            last = self._transaction.last()
        return last.head if last else log.GENESIS

    # --- derived rows --------------------------------------------------------------------------------------------

    def keep(self, step: str, rows: Iterable[Derived], *, at: str, by: str, drop: Iterable[str] = ()) -> None:
        """Keep derived rows and delete the keys in `drop`, in one transaction with one `step.done` event.

        Raises UsageError for a key given twice, or kept and dropped at once.
        """
        kept = sorted(rows, key=lambda row: row.key)
        gone = sorted(set(drop))
        for key, after in pairwise(sorted([*(row.key for row in kept), *gone])):
            if key == after:
                raise UsageError(f"step {step} names {key} twice", "every key once, kept or dropped")
        log.check_words(at, step, *(word for row in kept for word in (row.key, row.fingerprint)), *gone)
        body, listed = done(step, kept, gone)
        with self.writing(), explained(self.folder, f"keeping rows of {step}"):
            event = self.append(STEP_DONE, body, at=at, by=by)
            write_rows(self._database, step, event.number, kept, gone, listed)

    def derived(self, step: str) -> dict[str, Derived]:
        """Return all rows of a step by key, in order of key. Raises Damaged for a row that is not what was kept."""
        with explained(self.folder, f"reading rows of {step}"):
            return {row.key: row for row in read_rows(self._database, step)}

    def derived_one(self, step: str, key: str) -> Derived | None:
        """Return one row, or None. Raises Damaged for a row that is not what was kept."""
        with explained(self.folder, f"reading {key} of {step}"):
            return read_row(self._database, step, key)

    def fingerprints(self, step: str) -> dict[str, str]:
        """Return key and fingerprint of all rows of a step, in order of key, without reading their bodies."""
        query = "SELECT key, fingerprint FROM derived WHERE step = ? ORDER BY key"
        with explained(self.folder, f"reading rows of {step}"):
            return dict(self._database.execute(query, (step,)).fetchall())

    # --- verify --------------------------------------------------------------------------------------------------

    def verify(self, *, quick: bool = False) -> list[Damage]:
        """Return everything damaged, by name, from one snapshot; empty where the record is whole.

        `quick` leaves out SQLite's own check of its pages. Raises CannotCheck where something may not be read.
        """
        with explained(self.folder, "verifying"):
            return check.verify(self._database, self.folder, self._blobs, quick=quick)

    def notes(self) -> list[Damage]:
        """Return what is no damage but worth knowing: bytes no event speaks of, remains of killed writers, how it was opened."""
        with explained(self.folder, "verifying"):
            found = check.notes(self._database, self.folder, self._blobs)
        if self.immutable:
            words = "read as bytes that do not change, since nothing may be written in its folder"
            found.append(Damage("note", database.FILE, words))
        return found

    def _refuse_reader(self) -> None:
        if self.readonly:
            raise UsageError(f"the case in {self.folder} was opened to read", "one opened to write")


def _make(part: Path, *, at: str, by: str, body: Mapping[str, object]) -> heads.Head:
    """Make a record with its first event in a folder of its own, durably; return its head."""
    data = log.canonical({"format": schema.FORMAT, **body})
    event = log.event_after(0, log.GENESIS, "case.created", data, at=at, by=by)
    for folder in (part, part / blobs.FOLDER, part / blobs.FOLDER / blobs.PARTS):
        folder.mkdir(mode=0o700)
    connection = database.make(part / database.FILE)
    try:
        _insert(connection, event)
    finally:
        # The last connection to close moves the log of WAL into the file.
        connection.close()
    blobs.sync_folder(part)
    return heads.Head(event.number, event.head, event.at)


def _insert(connection: sqlite3.Connection, event: Event) -> None:
    values = (event.number, event.at, event.by, event.kind, event.body, event.leaf, event.head)
    connection.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def _taken(folder: Path) -> UsageError:
    return UsageError(
        f"there is a case, or what is left of one, in {folder} already",
        f"a folder without {RECORD}/ and {heads.FILE}",
        "use it, or name another folder",
    )
