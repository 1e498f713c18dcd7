"""A full disk, a disk that may not be read or written: said in words, with what to do, and nothing half done."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from embargo.store import Record
from tests.store.cases import full, new
from tests.store.processes import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and owners of POSIX")

FULL = """
import resource, sys
from pathlib import Path
from embargo.errors import RecordError
from embargo.store import Derived, Record
record = Record.open(Path(sys.argv[1]))
before = len(record.events())
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
at = "2025-05-29T10:00:00Z"
long = bytes(range(256)) * 20_000
try:
    if sys.argv[2] == "blob":
        record.put_blob(long)
    elif sys.argv[2] == "event":
        record.append("x", {"long": "x" * 5_000_000}, at=at, by="W")
    elif sys.argv[2] == "rows":
        record.keep("x", [Derived(f"{n:05}", "f", bytes(str(n), "ascii") * 90) for n in range(20_000)], at=at, by="W")
    elif sys.argv[2] == "nested":
        with record.writing():
            record.append("y", {}, at=at, by="W")
            record.append("x", {"long": "x" * 5_000_000}, at=at, by="W")
    print("no error")
except RecordError as error:
    print(type(error).__name__, error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(len(record.events()) - before, record.verify(), record.derived("x"))
record.append("after", {}, at=at, by="W")
print(record.verify(), record.put_blob(long)[:8])
"""


@pytest.mark.parametrize("what", ["blob", "event", "rows", "nested"])
def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path, what: str) -> None:
    full(tmp_path).close()
    done = run(FULL, tmp_path, what, 1_000_000)
    assert done.returncode == 0, done.stderr
    said, kept, after = done.stdout.splitlines()
    assert said.startswith("RecordError ")
    assert "room" in said
    assert "nothing of this step was kept" in said
    assert kept == "0 [] {}"
    assert after.startswith("[] ")


def test_no_room_for_the_outside_head_says_that_the_change_is_kept_and_the_next_catches_up(
    tmp_path: Path,
) -> None:
    full(tmp_path).close()
    # Longer than the database's write-ahead log will be: only this file meets the limit.
    (tmp_path / "heads.txt").write_bytes((tmp_path / "heads.txt").read_bytes() * 2_000)
    code = """
import resource, sys
from pathlib import Path
from embargo.errors import RecordError
from embargo.store import Record
record = Record.open(Path(sys.argv[1]))
size = (record.folder / "heads.txt").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    record.append("x", {}, at="2025-05-29T10:00:00Z", by="W")
except RecordError as error:
    print(error)
"""
    done = run(code, tmp_path)
    assert "what was written is kept, but the outside head could not follow" in done.stdout, done.stderr
    with Record.open(tmp_path) as record:
        assert record.events()[-1].kind == "x"
        assert (tmp_path / "heads.txt").read_text().split()[-2] == record.head()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="embargo-test-"))
    folder.chmod(0o755)
    yield folder / "case"
    for path in (folder / "case", *(folder / "case").rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)


STRANGER = """
import os, sys
from pathlib import Path
from embargo.errors import EmbargoError
from embargo.store import Record
import embargo.store.check, encodings.idna
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    with Record.open(Path(sys.argv[1]), readonly=sys.argv[2] == "read") as record:
        print(len(record.events()), record.immutable, record.verify(), [note.words for note in record.notes()])
        if sys.argv[2] == "write":
            record.append("x", {}, at="2025-05-29T10:00:00Z", by="W")
            print("written")
except EmbargoError as error:
    print(type(error).__name__, error)
"""


def permit(folder: Path, files: int, folders: int) -> None:
    for path in (*folder.rglob("*"), folder):
        path.chmod(folders if path.is_dir() else files)


def stranger(folder: Path, mode: str) -> str:
    done = run(STRANGER, folder, mode)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_record_in_a_folder_that_may_not_be_written_is_read_as_it_lies_and_says_so(
    open_folder: Path,
) -> None:
    with full(open_folder) as record:
        count = len(record.events())
    permit(open_folder, 0o444, 0o555)
    said = stranger(open_folder, "read")
    assert said.startswith(f"{count} True [] ")
    assert "read as bytes that do not change" in said
    refused = stranger(open_folder, "write")
    assert refused.startswith("CannotCheck ")
    assert "right to read and write" in refused


def test_a_write_ahead_log_that_cannot_be_used_is_never_passed_over(open_folder: Path) -> None:
    with full(open_folder) as record:
        shutil.copytree(open_folder / "record", open_folder.parent / "killed")
        count = len(record.events())
    shutil.rmtree(open_folder / "record")
    shutil.move(open_folder.parent / "killed", open_folder / "record")
    (open_folder / "record" / "case.sqlite-shm").unlink()
    permit(open_folder, 0o444, 0o555)
    said = stranger(open_folder, "read")
    # Either SQLite reads the log, or it says that it cannot; a record without its newest commits is never shown.
    assert said.startswith((f"{count} False []", "CannotCheck "))


def test_a_database_that_may_not_be_read_cannot_be_checked(open_folder: Path) -> None:
    full(open_folder).close()
    permit(open_folder, 0o444, 0o755)
    (open_folder / "record" / "case.sqlite").chmod(0o000)
    assert stranger(open_folder, "read").startswith("CannotCheck ")
    permit(open_folder, 0o444, 0o755)
    (open_folder / "record").chmod(0o000)
    assert stranger(open_folder, "read").startswith("CannotCheck ")


def test_archived_bytes_that_may_not_be_read_cannot_be_checked(open_folder: Path) -> None:
    full(open_folder).close()
    permit(open_folder, 0o444, 0o755)
    path = sorted((open_folder / "record" / "blobs").glob("??/*"))[3]
    path.chmod(0o000)
    said = stranger(open_folder, "read")
    assert said.startswith("CannotCheck ")
    assert path.name in said


def test_a_case_cannot_be_made_where_nothing_may_be_written(open_folder: Path) -> None:
    new(open_folder).close()
    permit(open_folder, 0o444, 0o555)
    code = STRANGER.replace(
        'Record.open(Path(sys.argv[1]), readonly=sys.argv[2] == "read")',
        'Record.create(Path(sys.argv[1]) / "new", at="2025-05-29T10:00:00Z", by="W", body={})',
    )
    done = run(code, open_folder, "make")
    assert done.stdout.startswith("CannotCheck "), done.stderr
    assert not (open_folder / "new").exists()
