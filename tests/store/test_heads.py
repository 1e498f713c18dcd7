"""The outside head: what tells a log that was cut back from one that was always that short."""

import hashlib
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from embargo.errors import Damaged
from embargo.store import Record, heads
from tests.store.cases import AT, BY, full, new


def kinds(record: Record) -> list[str]:
    return sorted({damage.kind for damage in record.verify()})


def test_an_older_copy_of_the_database_is_whole_in_itself_and_still_caught(tmp_path: Path) -> None:
    new(tmp_path).close()
    database = tmp_path / "record" / "case.sqlite"
    older = database.read_bytes()
    with Record.open(tmp_path) as record:
        for number in range(5):
            record.append("x", {"number": number}, at=AT, by=BY)
    database.write_bytes(older)
    with Record.open(tmp_path, readonly=True) as record:
        damage = record.verify()
        assert {(item.kind, item.name) for item in damage} == {("head", str(n)) for n in range(2, 7)}
        assert all("the log was cut back" in item.words for item in damage)
    with pytest.raises(Damaged, match="cut back"):
        Record.open(tmp_path)


def test_a_log_cut_back_under_an_open_writer_is_not_written_on(tmp_path: Path) -> None:
    with full(tmp_path) as record:
        other = sqlite3.connect(tmp_path / "record" / "case.sqlite")
        last = len(record.events())
        other.execute("DELETE FROM event WHERE number = ?", (last,))
        other.commit()
        other.close()
        with pytest.raises(Damaged, match="cut back"):
            record.append("x", {}, at=AT, by=BY)
        assert len(record.events()) == last - 1


def test_a_log_that_was_rewritten_with_fresh_hashes_is_caught(tmp_path: Path) -> None:
    with new(tmp_path / "a") as record:
        record.append("decision.made", {"verdict": "reject"}, at=AT, by=BY)
        record.append("x", {}, at=AT, by=BY)
    with new(tmp_path / "b") as record:
        record.append("decision.made", {"verdict": "accept"}, at=AT, by=BY)
        record.append("x", {}, at=AT, by=BY)
        assert record.verify() == []
    shutil.copy(tmp_path / "a" / "heads.txt", tmp_path / "b" / "heads.txt")
    with Record.open(tmp_path / "b", readonly=True) as record:
        assert [(item.kind, item.name) for item in record.verify()] == [("head", "2"), ("head", "3")]
    with pytest.raises(Damaged, match="another head"):
        Record.open(tmp_path / "b")


def test_a_crash_between_commit_and_outside_head_is_no_damage_and_caught_up(tmp_path: Path) -> None:
    full(tmp_path).close()
    path = tmp_path / "heads.txt"
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    # Every moment of that crash: nothing of the line, any part of it, all but its end.
    for kept in range(len(lines[-1])):
        path.write_bytes(b"".join(lines[:-1]) + lines[-1][:kept])
        with Record.open(tmp_path, readonly=True) as record:
            assert record.verify() == []
        Record.open(tmp_path).close()
        assert path.read_bytes() == whole


def test_a_crash_right_after_the_record_was_made_is_no_damage(tmp_path: Path) -> None:
    new(tmp_path).close()
    (tmp_path / "heads.txt").unlink()
    with Record.open(tmp_path, readonly=True) as record:
        assert record.verify() == []
    Record.open(tmp_path).close()
    assert heads.newest(tmp_path) is not None


def test_an_outside_head_that_was_deleted_is_named_and_not_made_anew_in_silence(tmp_path: Path) -> None:
    full(tmp_path).close()
    (tmp_path / "heads.txt").unlink()
    with Record.open(tmp_path, readonly=True) as record:
        assert [(item.kind, item.name) for item in record.verify()] == [("head", "heads.txt")]
    with pytest.raises(Damaged, match=r"heads\.txt is missing"):
        Record.open(tmp_path)
    assert not (tmp_path / "heads.txt").exists()


def test_every_flip_in_the_outside_head_is_named(tmp_path: Path) -> None:
    full(tmp_path).close()
    path = tmp_path / "heads.txt"
    whole = path.read_bytes()
    chance = random.Random(11)
    # The very last byte ends the last line: without it the line is as one torn by a crash.
    places = [*chance.sample(range(len(whole) - 1), 60), 0, 1, len(whole) - 2]
    with Record.open(tmp_path, readonly=True) as record:
        for place in places:
            changed = bytearray(whole)
            changed[place] ^= 1 << chance.randrange(8)
            path.write_bytes(changed)
            assert kinds(record) == ["head"], (place, chr(whole[place]), chr(changed[place]))


def test_the_file_is_compacted_and_keeps_the_newest_heads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads, "KEPT", 10)
    monkeypatch.setattr(heads, "COMPACT_OVER", 30)
    with new(tmp_path) as record:
        for number in range(100):
            record.append("x", {"number": number}, at=AT, by=BY)
            found, faulty = heads.read(tmp_path)
            assert faulty == []
            assert found[-1].head == record.head()
            assert len(found) <= 40
        assert record.verify() == []
    assert [head.number for head in heads.read(tmp_path)[0]][-10:] == list(range(92, 102))


def test_a_damaged_file_is_evidence_and_is_not_compacted_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads, "COMPACT_OVER", 5)
    monkeypatch.setattr(heads, "KEPT", 2)
    path = tmp_path / "heads.txt"
    with full(tmp_path) as record:
        path.write_bytes(path.read_bytes() + b"scribbled here\n")
        for number in range(5):
            record.append("x", {"number": number}, at=AT, by=BY)
        assert b"scribbled here\n" in path.read_bytes()
        assert kinds(record) == ["head"]


def test_the_hash_in_the_file_is_the_head_of_the_log(tmp_path: Path) -> None:
    with full(tmp_path) as record:
        number, head, at = (tmp_path / "heads.txt").read_text().splitlines()[-1].split()
        assert (int(number), head, at) == (len(record.events()), record.head(), AT)
        assert len(bytes.fromhex(head)) == hashlib.sha256().digest_size
