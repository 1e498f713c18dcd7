"""Errors of the disk and of SQLite, said as errors of the record: what was seen, what it means, what to do."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embargo.errors import Busy, CannotCheck, Damaged, EmbargoError, RecordError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def explained(folder: Path, doing: str) -> Iterator[None]:
    """Turn whatever the disk or SQLite raises inside into an error of the record in that folder.

    `doing` completes the sentence "while ...". Errors of a wrong call (a closed record, another thread) pass unchanged.
    """
    try:
        yield
    except sqlite3.Error as error:
        said = of_sqlite(error, folder, doing)
        if said is None:
            raise
        raise said from error
    except OSError as error:
        raise of_system(error, folder, doing) from error


def of_sqlite(error: sqlite3.Error, folder: Path, doing: str) -> EmbargoError | None:
    """Return what an error of SQLite means for the record, or None for an error of our own calls."""
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError | sqlite3.IntegrityError):
        return None
    name = name_of(error)
    seen = f"the record of {folder} failed while {doing}: {error} ({name})"
    if name == "SQLITE_FULL":
        return no_room(folder, doing)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Busy(
            f"the record of {folder} is held by another program",
            "it free",
            "wait for it to end, then try again",
        )
    if name.startswith(("SQLITE_PERM", "SQLITE_AUTH", "SQLITE_CANTOPEN", "SQLITE_READONLY")):
        return CannotCheck(
            seen,
            "files that may be opened, in a folder that may be written",
            f"give yourself the right to read and write {folder}/record, or copy the case to a folder of your own",
        )
    if name.startswith(("SQLITE_IOERR", "SQLITE_NOMEM", "SQLITE_TOOBIG")):
        return RecordError(
            seen,
            "room on the disk and a disk that takes what is written",
            "nothing of this step was kept; look at the disk, then run the command again",
        )
    return Damaged(seen, "a whole database", f"embargo verify {folder}")


def of_system(error: OSError, folder: Path, doing: str) -> EmbargoError:
    """Return what an error of the system means for the record."""
    if error.errno in _NO_ROOM:
        return no_room(folder, doing)
    name = error.filename if isinstance(error.filename, str | os.PathLike) else folder
    seen = f"{name} failed while {doing}: {error.strerror or error}"
    if error.errno in _FORBIDDEN:
        return CannotCheck(
            seen, "the right to read and write it", f"ask the owner of {folder} for that right"
        )
    return RecordError(
        seen, "a disk that takes what is written", "look at the disk, then run the command again"
    )


def no_room(folder: Path, doing: str) -> RecordError:
    """Return the error for a full disk."""
    return RecordError(
        f"no room is left on the disk of {folder} while {doing}",
        "room for what is written",
        "nothing of this step was kept; make room, then run the command again",
    )


def name_of(error: sqlite3.Error) -> str:
    """Return SQLite's name of the error; errors of decoding a column have none and count as damage."""
    return getattr(error, "sqlite_errorname", "") or "SQLITE_CORRUPT"


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether the error says that the file's bytes are wrong, and not that they cannot be had."""
    prefixes = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_SCHEMA", "SQLITE_FORMAT")
    return name_of(error).startswith((*prefixes, "SQLITE_IOERR_SHORT_READ", "SQLITE_MISMATCH"))
