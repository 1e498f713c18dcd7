"""The record of a case: its log of events, its archive of bytes, its derived rows."""

import os
import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from embargo.errors import CannotCheck, Damaged, InputError, NoCase, UsageError
from embargo.store import blobs, check, heads, log, schema
from embargo.store.lock import held
from embargo.vocabulary import Damage, Event

RECORD = "record"
DATABASE = "case.sqlite"


class Derived(msgspec.Struct, frozen=True):
    """One derived row: its key, the fingerprint of what it was derived from, its bytes."""

    key: str
    fingerprint: str
    body: bytes


class Record:
    """The record below one case folder. Open it with `create` or `open`; several readers and one writer at a time."""

    def __init__(self, folder: Path, database: sqlite3.Connection, *, readonly: bool) -> None:
        self.folder = folder
        self.readonly = readonly
        self._database = database
        self._blobs = folder / RECORD / "blobs"
        self._depth = 0

    @classmethod
    def create(cls, folder: Path, *, at: str, by: str, body: Mapping[str, object]) -> "Record":
        """Make an empty record in the folder, whole or not at all, with its first event.

        Raises UsageError where there is one already.
        """
        if (folder / RECORD).exists():
            raise UsageError(
                f"there is a case in {folder} already",
                "a folder without one",
                "use it, or name another folder",
            )
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{RECORD}.{os.getpid()}.part"
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        database = _connect(part / DATABASE)
        database.executescript(
            f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = {schema.FORMAT};"
            f"PRAGMA journal_mode = WAL; {schema.TABLES}"
        )
        database.close()
        (part / "blobs").mkdir(mode=0o700)
        part.rename(folder / RECORD)
        blobs.sync_folder(folder)
        record = cls.open(folder)
        record.append("case.created", {"format": schema.FORMAT, **body}, at=at, by=by)
        return record

    @classmethod
    def open(cls, folder: Path, *, readonly: bool = False) -> "Record":
        """Open the record in the folder; `readonly` works beside a writer and on a read-only disk.

        Raises NoCase where there is none, Damaged where the file is no database of ours, InputError for a newer format.
        """
        path = folder / RECORD / DATABASE
        if not path.is_file():
            raise NoCase(
                f"there is no case in {folder}", "a folder made by `embargo init`", f"embargo init {folder}"
            )
        database = _connect(path, readonly=readonly)
        try:
            (application,) = database.execute("PRAGMA application_id").fetchone()
            (version,) = database.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            database.close()
            raise Damaged(
                f"{path.name} of {folder} cannot be read: {error}", "the case's database"
            ) from error
        if application != schema.APPLICATION_ID:
            database.close()
            raise Damaged(
                f"{path.name} of {folder} is no record of embargo", "a database made by `embargo init`"
            )
        if version > schema.FORMAT:
            database.close()
            raise InputError(
                f"the case in {folder} has format {version}, newer than this program's {schema.FORMAT}",
                "an older or equal format",
                "use a newer embargo",
            )
        record = cls(folder, database, readonly=readonly)
        if not readonly:
            record._catch_up()
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
        """Archive the bytes, durably; return their SHA-256."""
        return blobs.put(self._blobs, data)

    def blob(self, sha256: str) -> bytes:
        """Return archived bytes. Raises Damaged where they are missing or changed."""
        return blobs.get(self._blobs, sha256)

    def has_blob(self, sha256: str) -> bool:
        """Return whether bytes of that hash are archived."""
        return blobs.path_of(self._blobs, sha256).is_file()

    # --- the log -------------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the side lock and one transaction; what is written inside is committed whole, or not at all.

        Nested use joins the outer one. The outside head is written after the commit. Raises Busy.
        """
        if self.readonly:
            raise UsageError("the case was opened to read only", "one opened to write")
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        with held(self.folder / RECORD / "write.lock"):
            before = self._last()
            self._database.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            else:
                self._database.execute("COMMIT")
            finally:
                self._depth = 0
            last = self._last()
            if last is not None and last != before:
                heads.write(self.folder, last)

    def append(self, kind: str, body: Mapping[str, object], *, at: str, by: str) -> Event:
        """Append one event and return it."""
        with self.writing():
            last = self._last()
            number, before = (last.number + 1, last.head) if last else (1, log.GENESIS)
            data = log.canonical(body)
            leaf = log.leaf_of(number, at, by, kind, data)
            event = Event(number, at, by, kind, data, leaf, log.head_of(before, leaf))
            self._database.execute(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)",
                (number, at, by, kind, data, leaf, event.head),
            )
        return event

    def events(self, kind: str | None = None) -> list[Event]:
        """Return the events, of one kind where asked, oldest first."""
        where, values = ("WHERE kind = ?", (kind,)) if kind else ("", ())
        rows = self._database.execute(f"SELECT * FROM event {where} ORDER BY number", values)  # noqa: S608
        return [Event(*row) for row in rows]

    def head(self) -> str:
        """Return the newest head."""
        last = self._last()
        return last.head if last else log.GENESIS

    def _last(self) -> heads.Head | None:
        row = self._database.execute(
            "SELECT number, head, at FROM event ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return heads.Head(*row) if row else None

    def _catch_up(self) -> None:
        """Write the outside head that a crash between commit and writing it left out; never hide a log cut back."""
        outside, last = heads.read(self.folder), self._last()
        if last is None or (outside and outside[-1].number >= last.number):
            return
        if outside:
            row = self._database.execute(
                "SELECT head FROM event WHERE number = ?", (outside[-1].number,)
            ).fetchone()
            if row is None or row[0] != outside[-1].head:
                return
        with held(self.folder / RECORD / "write.lock"):
            last = self._last()
            if last is not None:
                heads.write(self.folder, last)

    # --- derived rows --------------------------------------------------------------------------------------------

    def keep(self, step: str, rows: Iterable[Derived], *, at: str, by: str, drop: Iterable[str] = ()) -> None:
        """Keep derived rows and delete those named in `drop`, in one transaction with one `step.done` event."""
        kept = sorted(rows, key=lambda row: row.key)
        gone = sorted(set(drop))
        hashes = {row.key: check.sha256(row.body) for row in kept}
        body = {"step": step, "drop": gone, "rows": hashes}
        with self.writing():
            event = self.append("step.done", body, at=at, by=by)
            self._database.executemany(
                "DELETE FROM derived WHERE step = ? AND key = ?", [(step, key) for key in gone]
            )
            self._database.executemany(
                "INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (
                        step,
                        row.key,
                        row.fingerprint,
                        hashes[row.key],
                        event.number,
                        zlib.compress(row.body, 1),
                    )
                    for row in kept
                ],
            )

    def derived(self, step: str) -> dict[str, Derived]:
        """Return all rows of a step by key."""
        rows = self._database.execute(
            "SELECT key, fingerprint, body FROM derived WHERE step = ? ORDER BY key", (step,)
        )
        return {key: Derived(key, mark, _plain(step, key, body)) for key, mark, body in rows}

    def derived_one(self, step: str, key: str) -> Derived | None:
        """Return one row, or None."""
        row = self._database.execute(
            "SELECT fingerprint, body FROM derived WHERE step = ? AND key = ?", (step, key)
        ).fetchone()
        return Derived(key, row[0], _plain(step, key, row[1])) if row else None

    def fingerprints(self, step: str) -> dict[str, str]:
        """Return key and fingerprint of all rows of a step."""
        rows = self._database.execute("SELECT key, fingerprint FROM derived WHERE step = ?", (step,))
        return dict(rows.fetchall())

    # --- verify --------------------------------------------------------------------------------------------------

    def verify(self, *, quick: bool = False) -> list[Damage]:
        """Return everything damaged, by name, from one snapshot; empty where the record is whole.

        Raises CannotCheck where something needed for checking is missing or may not be read.
        """
        try:
            return check.verify(self._database, self.folder, self._blobs, quick=quick)
        except PermissionError as error:
            raise CannotCheck(f"{error.filename} may not be read", "permission to read the record") from error
        except sqlite3.OperationalError as error:
            raise CannotCheck(f"the database cannot be read: {error}", "a database one can read") from error


def _connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    database = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={_mode(path, readonly)}", uri=True, isolation_level=None
    )
    for pragma in schema.PRAGMAS:
        database.execute(pragma)
    return database


def _mode(path: Path, readonly: bool) -> str:
    if not readonly:
        return "rwc"
    # On a read-only disk SQLite cannot make the shared memory of WAL; without a -wal file nothing can change under us.
    lone = not path.with_name(path.name + "-wal").exists()
    return "ro&immutable=1" if lone and not os.access(path.parent, os.W_OK) else "ro"


def _plain(step: str, key: str, body: bytes) -> bytes:
    try:
        return zlib.decompress(body)
    except zlib.error as error:
        raise Damaged(
            f"the derived row {key} of {step} cannot be read: {error}", next_step="embargo verify"
        ) from error
