"""Bytes that changed behind the record's back are named: which event, which blob, which row."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from embargo.errors import EmbargoError, RecordError
from embargo.store import Derived, Record
from tests.store.cases import AT, BY, everything, full

TIMES = 40


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "case"
    with full(folder) as record:
        assert record.verify() == []
    return folder


@pytest.fixture
def case(whole: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    shutil.copytree(whole, folder)
    return folder


def flipped(value: Any, chance: random.Random) -> Any:
    """The value with one bit of it changed, as a spoilt disk would change it; text may become no text."""
    if isinstance(value, int):
        return value ^ (1 << chance.randrange(3))
    data = bytearray(value if isinstance(value, bytes) else value.encode())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


KEYS = {"event": ("number",), "derived": ("step", "key"), "listed": ("event", "key")}


@contextmanager
def spoilt(case: Path, chance: random.Random, table: str, column: str) -> Iterator[dict[str, Any]]:
    """Flip one bit of a column in a row chosen by chance, give the row as it was, and put the file back afterwards."""
    path = case / "record" / "case.sqlite"
    whole = path.read_bytes()
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    database.execute("PRAGMA ignore_check_constraints = ON")
    rows = database.execute(f"SELECT * FROM {table} WHERE length({column}) > 0").fetchall()  # noqa: S608
    names = " AND ".join(f"{key} = ?" for key in KEYS[table])
    while True:
        row = dict(chance.choice(rows))
        kind = {str: "TEXT", bytes: "BLOB", int: "INTEGER"}[type(row[column])]
        update = f"UPDATE {table} SET {column} = CAST(? AS {kind}) WHERE {names}"  # noqa: S608
        try:
            database.execute(update, (flipped(row[column], chance), *(row[key] for key in KEYS[table])))
            break
        except sqlite3.IntegrityError:
            continue  # that flip makes the key of another row; a disk knows no such rule, but this tool does
    database.commit()
    database.close()
    yield row
    path.write_bytes(whole)


def named(case: Path) -> set[tuple[str, str]]:
    with Record.open(case, readonly=True) as record:
        return {(damage.kind, damage.name) for damage in record.verify(quick=True)}


@pytest.mark.parametrize("column", ["at", "by", "kind", "body", "leaf", "head"])
def test_a_flip_in_an_event_names_the_event(case: Path, column: str) -> None:
    chance = random.Random(column)
    for _ in range(TIMES):
        with spoilt(case, chance, "event", column) as row:
            assert ("event", str(row["number"])) in named(case)
    assert named(case) == set()


@pytest.mark.parametrize("column", ["step", "key", "fingerprint", "sha256", "event", "packed", "body"])
def test_a_flip_in_a_derived_row_names_the_row(case: Path, column: str) -> None:
    chance = random.Random(column)
    for _ in range(TIMES):
        with spoilt(case, chance, "derived", column) as row:
            assert ("derived", f"{row['step']} {row['key']}") in named(case)
    assert named(case) == set()


@pytest.mark.parametrize("column", ["event", "key", "sha256", "fingerprint"])
def test_a_flip_in_a_list_of_rows_names_its_event(case: Path, column: str) -> None:
    chance = random.Random(column)
    for _ in range(TIMES):
        with spoilt(case, chance, "listed", column) as row:
            assert ("event", str(row["event"])) in named(case)
    assert named(case) == set()


def test_a_flip_in_archived_bytes_names_their_hash(case: Path) -> None:
    chance = random.Random(3)
    paths = sorted((case / "record" / "blobs").glob("??/*"))
    with Record.open(case, readonly=True) as record:
        for _ in range(TIMES):
            path = chance.choice(paths)
            data = path.read_bytes()
            path.write_bytes(flipped(data, chance))
            (damage,) = record.verify(quick=True)
            assert (damage.kind, damage.name) == ("blob", path.name)
            path.write_bytes(data)
        paths[0].unlink()
        (damage,) = record.verify(quick=True)
        assert (damage.kind, damage.name) == ("blob", paths[0].name)
        assert "missing" in damage.words
        assert ".txt" in damage.words


def change(case: Path, *statements: str) -> None:
    database = sqlite3.connect(case / "record" / "case.sqlite")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


def test_an_event_or_a_row_taken_out_is_named(case: Path) -> None:
    change(case, "DELETE FROM event WHERE number = 5", "DELETE FROM derived WHERE key = 'D-7'")
    assert named(case) >= {("event", "5"), ("derived", "text D-7")}


def test_a_row_that_no_event_speaks_of_is_named(case: Path) -> None:
    columns = "fingerprint, sha256, event, packed, body"
    change(
        case,
        f"INSERT INTO derived (step, key, {columns}) SELECT 'text', 'D-99', {columns} FROM derived LIMIT 1",  # noqa: S608
    )
    assert named(case) == {("derived", "text D-99")}


def test_a_row_put_back_to_what_it_was_before_is_named(case: Path) -> None:
    with Record.open(case) as record:
        (old,) = (row for row in record.derived("text").values() if row.key == "D-1")
        before = (case / "record" / "case.sqlite").read_bytes()
        record.keep("text", [Derived("D-1", "renewed", b"{}")], at=AT, by=BY)
    assert old.fingerprint != "renewed"
    (case / "older").write_bytes(before)
    change(
        case,
        f"ATTACH '{case / 'older'}' AS older",
        "REPLACE INTO derived SELECT * FROM older.derived WHERE key = 'D-1'",
    )
    assert named(case) == {("derived", "text D-1")}


def test_a_flip_anywhere_in_the_file_is_named_or_changes_nothing_that_is_read(case: Path) -> None:
    path = case / "record" / "case.sqlite"
    data = path.read_bytes()
    chance = random.Random(5)
    with Record.open(case, readonly=True) as record:
        expected = everything(record)
    caught = 0
    for _ in range(150):
        path.write_bytes(flipped(data, chance))
        try:
            with Record.open(case, readonly=True) as record:
                if record.verify():
                    caught += 1
                else:
                    assert everything(record) == expected
        except RecordError:
            caught += 1
        path.write_bytes(data)
    # Most of the file is what people see; what is not are free pages and the ends of pages.
    assert caught > 75


def test_a_spoilt_page_never_raises_anything_but_the_errors_of_the_tree(case: Path) -> None:
    path = case / "record" / "case.sqlite"
    data = path.read_bytes()
    chance = random.Random(6)
    for _ in range(40):
        changed = bytearray(data)
        begin = chance.randrange(0, len(data) // 4096) * 4096
        changed[begin : begin + 4096] = chance.randbytes(4096)
        path.write_bytes(changed)
        try:
            with Record.open(case, readonly=True) as record:
                damage = record.verify()
                assert damage
                record.notes()
        except EmbargoError:
            continue  # the file cannot even be opened as a record, and that was said
        with Record.open(case, readonly=True) as record:
            try:
                everything(record)
            except EmbargoError:
                pass


def test_commits_lost_with_a_spoilt_write_ahead_log_are_caught(tmp_path: Path) -> None:
    with full(tmp_path / "case") as record:
        expected = everything(record)
        # As a process leaves it that was killed: nothing was moved from the write-ahead log into the file.
        shutil.copytree(tmp_path / "case", tmp_path / "killed")
    wal = tmp_path / "killed" / "record" / "case.sqlite-wal"
    data = wal.read_bytes()
    chance = random.Random(7)
    for number in range(20):
        folder = tmp_path / f"copy-{number}"
        shutil.copytree(tmp_path / "killed", folder)
        changed = bytearray(data)
        changed[chance.randrange(32, len(data))] ^= 1 << chance.randrange(8)
        (folder / "record" / "case.sqlite-wal").write_bytes(changed)
        with Record.open(folder, readonly=True) as record:
            assert record.verify() or everything(record) == expected
