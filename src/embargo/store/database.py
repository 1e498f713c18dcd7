"""The database file: made, opened, and known for ours by its marks."""

import os
import sqlite3
import sys
from pathlib import Path

from embargo.errors import CannotCheck, Damaged, NoCase
from embargo.store import faults, heads, schema

RECORD = "record"
FILE = "case.sqlite"


def make(path: Path) -> sqlite3.Connection:
    """Make an empty database at the path, readable by its owner alone, and return a connection to it."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    database = connect(path, "rw")
    database.executescript(
        f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = {schema.FORMAT};"
        f"PRAGMA journal_mode = WAL; {schema.TABLES}"
    )
    return database


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Return a connection with every setting of the record; transactions are begun by hand."""
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        if sys.version_info >= (3, 12):
            database.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        for pragma in schema.PRAGMAS:
            database.execute(pragma)
    except BaseException:
        database.close()
        raise
    return database


def reading_mode(path: Path) -> str:
    """Return how SQLite is to open a database to read: beside a writer, or as bytes that do not change.

    SQLite reads a WAL database through shared memory that it makes beside it. In a folder where nothing can be made, and with no
    -wal file from which a change could come, the file is read as it lies ("immutable").
    """
    lone = not path.with_name(path.name + "-wal").exists()
    return "ro&immutable=1" if lone and not os.access(path.parent, os.W_OK) else "ro"


def check_there(folder: Path) -> Path:
    """Return the path of the case's database. Raises NoCase where no case is, Damaged where only the database is gone."""
    path = folder / RECORD / FILE
    with faults.explained(folder, "looking for its database"):
        if path.is_file():
            return path
        if (folder / RECORD).is_dir() or (folder / heads.FILE).exists():
            raise Damaged(
                f"{path} is missing, though a case was kept in {folder}",
                "the case's database",
                f"put {RECORD}/ and {heads.FILE} back from one and the same backup",
            )
    raise NoCase(f"there is no case in {folder}", "a folder made by `embargo init`", f"embargo init {folder}")


def check_format(database: sqlite3.Connection, folder: Path) -> None:
    """Check that the file is a record, of a format this program knows. Raises Damaged or CannotCheck."""
    with faults.explained(folder, "reading the head of its database"):
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID or version < 1:
        raise Damaged(
            f"{folder / RECORD / FILE} is no record of embargo (marks {application:#x}, {version})",
            f"a database made by `embargo init` (marks {schema.APPLICATION_ID:#x}, {schema.FORMAT})",
            f"put {RECORD}/ and {heads.FILE} back from one and the same backup",
        )
    if version > schema.FORMAT:
        raise CannotCheck(
            f"the case in {folder} has format {version}; this program knows formats up to {schema.FORMAT}",
            "a case of a known format",
            "open it with the newer embargo that made it, or install that version",
        )
