"""Writing: the side lock, one transaction, and the outside head after its commit."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embargo.errors import Busy, Damaged, EmbargoError
from embargo.store import blobs, faults, heads, lock
from embargo.store.database import RECORD
from embargo.store.faults import explained


class Transaction:
    """How one connection writes: it knows whether it holds the lock, and how deep writing is nested."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self._folder = folder
        self._database = connection
        self._locked = False
        self._depth = 0

    @contextmanager
    def locked(self, wait: float = lock.WAIT_SECONDS) -> Iterator[None]:
        """Hold the side lock, or go on holding it. What writers that were killed left half written is swept away."""
        if self._locked:
            yield
            return
        held = lock.held(self._folder / RECORD / lock.FILE, wait)
        with explained(self._folder, "taking its lock"):
            held.__enter__()
        self._locked = True
        try:
            with explained(self._folder, "sweeping its archive"):
                blobs.sweep(self._folder / RECORD / blobs.FOLDER)
            yield
        finally:
            self._locked = False
            held.__exit__(None, None, None)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock and one transaction; nested, a savepoint of it."""
        if self._depth:
            with self._savepoint():
                yield
            return
        with self.locked():
            try:
                with explained(self._folder, "beginning to write"):
                    self._database.execute("BEGIN IMMEDIATE")
                    before = self.last()
                    self._check(before)
                self._depth = 1
                yield
                with explained(self._folder, "committing"):
                    self._database.execute("COMMIT")
            finally:
                self._depth = 0
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
            last = self.last()
            if last is not None and last != before:
                self._tell(last)

    def last(self) -> heads.Head | None:
        """Return the newest head of the log, or None before the first event."""
        query = "SELECT number, head, at FROM event ORDER BY number DESC LIMIT 1"
        row = self._database.execute(query).fetchone()
        return heads.Head(*row) if row else None

    def catch_up(self) -> None:
        """Write the outside head that a crash between a commit and it left out. Raises Damaged where the log is cut back.

        While another process writes nothing needs doing: it writes the head after its commit.
        """
        with explained(self._folder, "reading the head"):
            # In this order: a commit in between makes the log longer, never shorter.
            outside = heads.newest(self._folder)
            last = self.last()
            self._check(last, outside)
        if last is None or (outside is not None and outside.number >= last.number):
            return
        try:
            with self.locked(0), explained(self._folder, "writing the outside head"):
                newest, outside = self.last(), heads.newest(self._folder)
                if newest is not None and (outside is None or outside.number < newest.number):
                    heads.write(self._folder, newest)
        except Busy:
            pass

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        name = f"nested_{self._depth}"
        with explained(self._folder, "writing"):
            self._database.execute(f"SAVEPOINT {name}")
        self._depth += 1
        try:
            yield
        except BaseException:
            # A full disk may have ended the whole transaction already.
            if self._database.in_transaction:
                self._database.execute(f"ROLLBACK TO {name}")
                self._database.execute(f"RELEASE {name}")
            raise
        else:
            with explained(self._folder, "writing"):
                self._database.execute(f"RELEASE {name}")
        finally:
            self._depth -= 1

    def _check(self, last: heads.Head | None, outside: heads.Head | None = None) -> None:
        outside = outside or heads.newest(self._folder)
        number = last.number if last else 0
        if outside is None:
            # A new record whose maker died between its first event and the outside head is whole.
            if number > 1:
                raise _cut_back(
                    self._folder,
                    f"{self._folder / heads.FILE} is missing or empty, the log has {number} events",
                )
            return
        row = self._database.execute("SELECT head FROM event WHERE number = ?", (outside.number,)).fetchone()
        if row is None:
            words = f"the log of {self._folder} ends with event {number}, {heads.FILE} knows event {outside.number}"
            raise _cut_back(self._folder, f"{words}: the log was cut back")
        if row[0] != outside.head:
            words = f"event {outside.number} of {self._folder} has another head than {heads.FILE} has for it"
            raise _cut_back(self._folder, words)

    def _tell(self, last: heads.Head) -> None:
        try:
            heads.write(self._folder, last)
        except OSError as error:
            said = faults.of_system(error, self._folder, "writing the outside head")
            raise type(said)(
                f"what was written is kept, but the outside head could not follow: {error.strerror}",
                f"a writable {self._folder / heads.FILE}, and room for a line",
                "mend that; the next command that writes catches up",
            ) from error


def _cut_back(folder: Path, seen: str) -> EmbargoError:
    return Damaged(
        seen,
        f"a log that reaches what {heads.FILE} knows; nothing is written to another",
        f"put {RECORD}/ and {heads.FILE} of {folder} back from one and the same backup; see docs/store.md",
    )
