"""A writer killed at any moment loses nothing acknowledged and leaves nothing half done."""

import hashlib
import json
import os
import random
import select
import subprocess
import sys
from pathlib import Path

import pytest

from embargo.errors import NoCase
from embargo.store import Record
from tests.store.cases import AT, BY, new
from tests.store.processes import kill, lines, run, writer

KILLS = 50
SEED = 20250529
# A turn of the writer takes some five milliseconds: kills fall anywhere within the first few dozen turns.
LONGEST = 0.15

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")


def waited(process: object, seconds: float) -> None:
    """Let the time pass, without a sleep: nothing will come on an empty pipe."""
    reading, writing = os.pipe()
    select.select([reading], [], [], seconds)
    os.close(reading)
    os.close(writing)


def check(record: Record, acknowledged: list[list[str]]) -> None:
    """Everything that was acknowledged is there, and nothing is there by halves."""
    assert record.verify() == []
    events = {event.number: event for event in record.events()}
    rows = record.derived("text")
    captured = {
        json.loads(event.body)["name"]: event
        for event in events.values()
        if event.kind == "document.captured"
    }
    # Event and row were written together: there is never one without the other.
    assert set(captured) == set(rows)
    many = record.derived("many")
    assert len(many) in (0, 250)
    assert len({row.fingerprint for row in many.values()}) <= 1
    for what, *words in acknowledged:
        if what == "blob":
            assert hashlib.sha256(record.blob(words[0])).hexdigest() == words[0]
        elif what == "captured":
            number, name, sha256 = words
            assert json.loads(events[int(number)].body) == {"name": name, "sha256": sha256}
            assert rows[name].fingerprint == f"f-{name}"
    done = [words[0] for what, *words in acknowledged if what == "many"]
    if done:
        # The newest step acknowledged, or one after it whose acknowledgement died with the writer.
        (mark,) = {row.fingerprint for row in many.values()}
        assert done.index(mark) == len(done) - 1 if mark in done else True


def test_fifty_kills_lose_and_halve_nothing(tmp_path: Path) -> None:
    new(tmp_path).close()
    chance = random.Random(SEED)
    acknowledged: list[list[str]] = []
    for number in range(KILLS):
        process = writer(tmp_path, number)
        said = lines(process, 1)
        assert said == ["open\n"]
        waited(process, chance.uniform(0, LONGEST))
        said = kill(process)
        acknowledged += [line.split() for line in said]
        with Record.open(tmp_path, readonly=True) as record:
            check(record, acknowledged)
        if number % 10 == 9:
            with Record.open(tmp_path) as record:
                record.append("decision.made", {"about": str(number)}, at=AT, by=BY)
                # What a killed writer left half written is swept away by the next.
                assert all("no event speaks of it" in note.words for note in record.notes())
                assert record.verify() == []
    assert len([line for line in acknowledged if line[0] == "captured"]) > KILLS


CREATE = """
import sys
from pathlib import Path
from embargo.store import Record
sys.stdout.write("ready\\n"); sys.stdout.flush()
Record.create(Path(sys.argv[1]), at="2025-05-29T10:00:00Z", by="W", body={})
"""


def test_a_record_whose_making_was_killed_is_whole_or_not_there(tmp_path: Path) -> None:

    chance = random.Random(SEED)
    made = 0
    for number in range(15):
        folder = tmp_path / str(number)
        process = subprocess.Popen(
            [sys.executable, "-c", CREATE, str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert lines(process, 1) == ["ready\n"]
        waited(process, chance.uniform(0, 0.02))
        kill(process)
        try:
            with Record.open(folder) as record:
                assert [event.kind for event in record.events()] == ["case.created"]
                assert record.verify() == []
                made += 1
        except NoCase:
            with new(folder) as record:
                assert record.verify() == []
    assert made <= 15


def test_a_writer_that_ends_by_an_error_leaves_nothing_half_done(tmp_path: Path) -> None:
    new(tmp_path).close()
    code = """
import sys
from pathlib import Path
from embargo.store import Record
with Record.open(Path(sys.argv[1])) as record:
    with record.writing():
        record.append("x", {}, at="2025-05-29T10:00:00Z", by="W")
        sys.exit(7)
"""
    assert run(code, tmp_path).returncode == 7
    with Record.open(tmp_path) as record:
        assert len(record.events()) == 1
        assert record.verify() == []
