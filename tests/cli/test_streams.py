"""Where the command writes: pipes that close, encodings without our letters, narrow and dumb terminals."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from embargo.cli import main

NOTE = "국방부\n\nThe Harbour Courier, 30 May 2025\n\nNorth Korea sent at least 40 howitzers to Russia in March 2025 — 😀.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("streams")
    (home / "note.txt").write_text(NOTE, encoding="utf-8")
    assert main(["init", str(home / "case")]) == 0
    assert main(["add", str(home / "case"), str(home / "note.txt"), "--language", "en"]) == 0
    assert main(["run", str(home / "case")]) == 0
    return home / "case"


def call(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, with nothing of this one's environment that speaks of terminals."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "PYTHONIOENCODING")}
    return subprocess.run(
        [sys.executable, "-m", "embargo", *map(str, words)],
        capture_output=True,
        env={**kept, **environment},
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_whole_in_any_encoding_of_the_stream(case: Path, encoding: str) -> None:
    done = call("claims", "list", case, "--json", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    (claim,) = json.loads(done.stdout.decode(encoding))
    assert claim["evidence"]["text"] in NOTE
    (document,) = json.loads(
        call("sources", "list", case, "--json", PYTHONIOENCODING=encoding).stdout.decode(encoding)
    )["documents"]
    assert document["title"]["value"] == "국방부"


def test_a_letter_that_the_stream_lacks_is_written_as_its_number(case: Path) -> None:
    done = call("sources", "list", case, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    shown = call("sources", "show", case, "note.txt", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert rb"\uad6d" in shown.stdout


@pytest.mark.parametrize("words", [("reports", "show"), ("law", "list"), ("claims", "list", "--json")])
def test_a_reader_who_goes_away_is_no_failure(case: Path, words: tuple[str, ...]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "embargo", words[0], words[1], str(case), *words[2:]]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_results_that_cannot_be_written_exit_with_3(case: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "embargo", "reports", "list", str(case), "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert b"writing the results" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by the shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_failure(case: Path, closed: str) -> None:
    line = f'"{sys.executable}" -m embargo findings list "{case}" {closed}'
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_in_a_narrow_window_each_row_is_a_list_and_ids_stay_whole(case: Path) -> None:
    done = call("findings", "list", case, COLUMNS="60")
    wide = json.loads(call("findings", "list", case, "--json").stdout)
    lines = done.stdout.decode().splitlines()
    assert wide[0]["id"] in lines
    assert any(line.startswith("  status: ") for line in lines)


def test_without_a_home_or_a_terminal_the_road_is_walked_all_the_same(case: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "embargo", "run", str(case), "--json"],
        capture_output=True,
        env={"TERM": "dumb", "NO_COLOR": "1", "LANG": "C"},
        check=False,
    )
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
    assert json.loads(done.stdout)["findings"]
