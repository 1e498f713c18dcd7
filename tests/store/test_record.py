"""The record keeps what it is given, whole or not at all."""

import hashlib
import json
import sqlite3
import stat
from pathlib import Path

import pytest

from embargo.errors import CannotCheck, Damaged, NoCase, UsageError
from embargo.store import Derived, Record
from tests.store.cases import AT, BY, LARGE, SMALL, everything, full, new


def test_a_new_record_begins_with_the_event_of_its_creation(tmp_path: Path) -> None:
    with new(tmp_path / "case") as record:
        (event,) = record.events()
        assert (event.number, event.kind, event.by) == (1, "case.created", BY)
        assert json.loads(event.body) == {"format": 1, "title": "A case"}
        assert record.head() == event.head
        assert record.verify() == []
        assert record.notes() == []


def test_a_second_record_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    new(tmp_path).close()
    with pytest.raises(UsageError, match="there is a case"):
        new(tmp_path)
    with Record.open(tmp_path) as record:
        assert len(record.events()) == 1


def test_a_folder_without_a_record_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(NoCase, match="embargo init"):
        Record.open(tmp_path)


def test_a_record_whose_database_is_gone_is_damaged_and_not_absent(tmp_path: Path) -> None:
    new(tmp_path).close()
    (tmp_path / "record" / "case.sqlite").unlink()
    with pytest.raises(Damaged, match=r"case\.sqlite is missing"):
        Record.open(tmp_path, readonly=True)


@pytest.mark.parametrize("data", [b"", b"not a database at all" * 400], ids=["empty", "other bytes"])
def test_a_file_that_is_no_database_is_damaged(tmp_path: Path, data: bytes) -> None:
    new(tmp_path).close()
    (tmp_path / "record" / "case.sqlite").write_bytes(data)
    with pytest.raises(Damaged):
        Record.open(tmp_path, readonly=True)


def test_a_newer_format_is_refused_with_what_to_do(tmp_path: Path) -> None:
    new(tmp_path).close()
    database = sqlite3.connect(tmp_path / "record" / "case.sqlite")
    database.execute("PRAGMA user_version = 2")
    database.close()
    for readonly in (True, False):
        with pytest.raises(CannotCheck, match=r"format 2; this program knows formats up to 1.*newer embargo"):
            Record.open(tmp_path, readonly=readonly)


def test_bytes_come_back_by_their_hash_and_twice_is_once(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        sha256 = record.put_blob(b"as they came")
        assert sha256 == hashlib.sha256(b"as they came").hexdigest()
        path = tmp_path / "record" / "blobs" / sha256[:2] / sha256
        before = path.stat()
        assert record.put_blob(b"as they came") == sha256
        assert path.stat().st_ino == before.st_ino
        assert record.blob(sha256) == b"as they came"
        assert record.has_blob(sha256)
        assert not record.has_blob("0" * 64)


def test_bytes_that_changed_or_went_are_named_when_read(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        sha256 = record.put_blob(b"as they came")
        (tmp_path / "record" / "blobs" / sha256[:2] / sha256).write_bytes(b"as they went")
        with pytest.raises(Damaged, match=sha256):
            record.blob(sha256)
        with pytest.raises(Damaged, match="missing"):
            record.blob("0" * 64)
        # Who brings the right bytes again mends the archive.
        record.put_blob(b"as they came")
        assert record.blob(sha256) == b"as they came"


def test_bytes_that_no_event_names_are_a_note_and_no_damage(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        sha256 = record.put_blob(b"nobody speaks of me")
        assert record.verify() == []
        assert [note.name for note in record.notes()] == [sha256]


def test_bodies_are_canonical_whatever_the_order_of_their_keys(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        one = record.append("x", {"b": [1, {"z": None, "a": "é"}], "a": 2}, at=AT, by=BY)
        two = record.append("x", {"a": 2, "b": [1, {"a": "é", "z": None}]}, at=AT, by=BY)
        assert one.body == two.body == '{"a":2,"b":[1,{"a":"é","z":null}]}'.encode()


def test_leaf_and_head_can_be_computed_from_the_page_of_the_store_alone(tmp_path: Path) -> None:
    def digest(*parts: bytes) -> str:
        return hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).hexdigest()

    head = "0" * 64
    with full(tmp_path) as record:
        for event in record.events():
            named = (word.encode() for word in (str(event.number), event.at, event.by, event.kind))
            assert event.leaf == digest(b"embargo/leaf/1", *named, event.body)
            head = digest(b"embargo/head/1", head.encode(), event.leaf.encode())
            assert event.head == head
        assert record.head() == head


def test_a_file_name_of_no_encoding_can_be_kept(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        event = record.append("document.captured", {"name": "caf\udce9.txt"}, at=AT, by=BY)
        assert json.loads(event.body) == {"name": "caf\udce9.txt"}
        assert record.verify() == []


def test_times_with_blanks_and_names_of_no_encoding_are_refused_before_they_enter(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        for at, by in (("29 May 2025", BY), ("", BY), (AT, "caf\udce9")):
            with pytest.raises(UsageError):
                record.append("x", {}, at=at, by=by)
        assert len(record.events()) == 1


def test_rows_are_kept_replaced_and_dropped_with_one_event_each_time(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        record.keep("text", [Derived("b", "f1", SMALL), Derived("a", "f1", LARGE)], at=AT, by=BY)
        record.keep("text", [Derived("b", "f2", b"")], at=AT, by=BY, drop=["a", "never there"])
        assert record.derived("text") == {"b": Derived("b", "f2", b"")}
        assert record.derived_one("text", "a") is None
        assert record.fingerprints("text") == {"b": "f2"}
        first, second = map(json.loads, (event.body for event in record.events("step.done")))
        assert first["rows"] == {
            "a": hashlib.sha256(LARGE).hexdigest(),
            "b": hashlib.sha256(SMALL).hexdigest(),
        }
        assert second["drop"] == ["a", "never there"]
        assert record.verify() == []


@pytest.mark.parametrize("count", [0, 1, 200, 201, 1_000])
def test_any_number_of_rows_comes_back_as_kept_and_can_be_checked(tmp_path: Path, count: int) -> None:
    rows = {f"k{n:04}": Derived(f"k{n:04}", f"f{n}", SMALL * (n % 90)) for n in range(count)}
    with new(tmp_path) as record:
        record.keep("step", reversed(rows.values()), at=AT, by=BY)
        assert record.derived("step") == rows
        assert list(record.derived("step")) == sorted(rows)
        assert len(record.events("step.done")) == 1
        assert len(record.events("step.done")[0].body) < 40_000
        assert record.verify() == []


def test_a_key_named_twice_is_refused(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        with pytest.raises(UsageError, match="names k twice"):
            record.keep("step", [Derived("k", "f", b"1"), Derived("k", "f", b"2")], at=AT, by=BY)
        with pytest.raises(UsageError, match="names k twice"):
            record.keep("step", [Derived("k", "f", b"1")], at=AT, by=BY, drop=["k"])
        assert len(record.events()) == 1


def write_and_fail(record: Record) -> None:
    with record.writing():
        record.append("second", {}, at=AT, by=BY)
        record.keep("step", [Derived("k", "f", b"1")], at=AT, by=BY)
        raise ZeroDivisionError


def test_what_is_written_together_is_there_together_or_not_at_all(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        with pytest.raises(ZeroDivisionError):
            write_and_fail(record)
        assert len(record.events()) == 1
        assert record.derived("step") == {}
        with record.writing():
            record.append("x", {}, at=AT, by=BY)
            record.keep("step", [Derived("k", "f", b"1")], at=AT, by=BY)
            assert (tmp_path / "heads.txt").read_text().count("\n") == 1
        # One commit, one line of the outside head, for both events.
        assert [line.split()[0] for line in (tmp_path / "heads.txt").read_text().splitlines()] == ["1", "3"]
        assert record.verify() == []


def test_a_nested_part_that_fails_leaves_nothing_though_the_outer_one_goes_on(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        with record.writing():
            record.append("first", {}, at=AT, by=BY)
            with pytest.raises(ZeroDivisionError):
                write_and_fail(record)
            record.append("third", {}, at=AT, by=BY)
        assert [event.kind for event in record.events()] == ["case.created", "first", "third"]
        assert record.verify() == []


def test_an_error_of_the_caller_passes_as_it_is(tmp_path: Path) -> None:
    with new(tmp_path) as record, pytest.raises(FileNotFoundError), record.writing():
        (tmp_path / "nowhere").read_bytes()


def test_a_record_opened_to_read_refuses_to_write(tmp_path: Path) -> None:
    full(tmp_path).close()
    with Record.open(tmp_path, readonly=True) as record:
        assert record.verify() == []
        for write in (
            lambda: record.append("x", {}, at=AT, by=BY),
            lambda: record.put_blob(b"x"),
            lambda: record.keep("step", [], at=AT, by=BY),
        ):
            with pytest.raises(UsageError, match="opened to read"):
                write()


def test_the_same_calls_make_the_same_log(tmp_path: Path) -> None:
    with full(tmp_path / "one") as one, full(tmp_path / "two") as two:
        assert everything(one) == everything(two)
    assert (tmp_path / "one" / "heads.txt").read_bytes() == (tmp_path / "two" / "heads.txt").read_bytes()


def test_nobody_else_on_the_machine_can_read_the_record(tmp_path: Path) -> None:
    with full(tmp_path):
        paths = [tmp_path / "heads.txt", tmp_path / "record", *(tmp_path / "record").rglob("*")]
        assert len(paths) > 20
        for path in paths:
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_settings_that_make_a_commit_last_are_in_force(tmp_path: Path) -> None:
    with new(tmp_path) as record:
        settings = {
            name: record._database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
        assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}
        strict = record._database.execute("PRAGMA table_list").fetchall()
        assert all(row[5] == 1 for row in strict if row[2] == "table" and not row[1].startswith("sqlite_"))
