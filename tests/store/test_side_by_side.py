"""Several processes at once: one writes, others read; two that write take turns."""

import json
import os
import sys
from pathlib import Path

import pytest

from embargo.errors import Busy
from embargo.store import Record, lock
from tests.store.cases import AT, BY, full, new
from tests.store.processes import kill, lines, run, writer

LOOKS = 30


def test_a_reader_sees_whole_states_while_another_process_writes(tmp_path: Path) -> None:
    new(tmp_path).close()
    process = writer(tmp_path, 1)
    lines(process, 1)
    seen = 0
    with Record.open(tmp_path, readonly=True) as record:
        for _ in range(LOOKS):
            said = lines(process, 6)
            assert record.verify(quick=True) == []
            numbers = [event.number for event in record.events()]
            assert numbers == list(range(1, len(numbers) + 1))
            # What was read from the writer's pipe may lie behind what it has done, so two looks may see one state.
            assert len(numbers) >= seen
            seen = len(numbers)
            acknowledged = [line.split()[2] for line in said if line.startswith("captured")]
            assert set(acknowledged) <= set(record.fingerprints("text"))
        assert seen > LOOKS
        assert process.poll() is None
    with Record.open(tmp_path, readonly=True) as record:
        assert record.verify() == []
    kill(process)


def test_two_writers_take_turns_and_neither_loses_anything(tmp_path: Path) -> None:
    new(tmp_path).close()
    one, two = writer(tmp_path, 1), writer(tmp_path, 2)
    said = [lines(process, 60) for process in (one, two)]
    rest = [kill(process) for process in (one, two)]
    with Record.open(tmp_path) as record:
        assert record.verify() == []
        names = {json.loads(event.body)["name"] for event in record.events("document.captured")}
        for some in (*said, *rest):
            assert {line.split()[2] for line in some if line.startswith("captured")} <= names
        assert {name.split("-")[0] for name in names} == {"1", "2"}


def test_a_second_writer_is_told_who_holds_the_record(tmp_path: Path) -> None:
    with full(tmp_path) as record:
        path = tmp_path / "record" / lock.FILE
        code = """
import sys
from pathlib import Path
from embargo.errors import Busy
from embargo.store import lock
try:
    with lock.held(Path(sys.argv[1]), 0):
        print("held")
except Busy as error:
    print(error)
"""
        with record.writing():
            said = run(code, path).stdout
            assert f"process {os.getpid()}" in said
            with pytest.raises(Busy, match=f"process {os.getpid()}"), lock.held(path, 0):
                pass
        assert run(code, path).stdout == "held\n"


def test_a_reader_that_looks_long_does_not_hold_up_the_writer(tmp_path: Path) -> None:
    with full(tmp_path) as record, Record.open(tmp_path, readonly=True) as reader:
        reader._database.execute("BEGIN")
        before = len(reader.events())
        for number in range(5):
            record.append("x", {"number": number}, at=AT, by=BY)
        assert len(reader.events()) == before
        reader._database.execute("ROLLBACK")
        assert len(reader.events()) == before + 5


@pytest.mark.skipif(sys.platform == "win32", reason="another way of opening there")
def test_a_record_left_by_a_killed_writer_can_be_read_and_read_only(tmp_path: Path) -> None:
    new(tmp_path).close()
    process = writer(tmp_path, 3)
    lines(process, 10)
    kill(process)
    assert (tmp_path / "record" / "case.sqlite-wal").stat().st_size > 0
    with Record.open(tmp_path, readonly=True) as record:
        assert not record.immutable
        assert record.verify() == []
        assert len(record.events("document.captured")) >= 3
