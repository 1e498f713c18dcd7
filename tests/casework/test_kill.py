"""A run killed at any moment loses nothing that was acknowledged, halves nothing, and the next run completes it."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from embargo import create_case, open_case

KILLS = 50
SEED = 20250529


def documents(folder: Path, count: int) -> None:
    """Write `count` short notes that differ in their figures."""
    folder.mkdir()
    for number in range(1, count + 1):
        words = (
            f"SEOUL, {number % 27 + 1} March 2025 - North Korea sent {number * 10} howitzers to Russia in "
            f"February 2025, the South Korean defence ministry said.\n\nA further {number} artillery shells were "
            f"shipped by rail, according to the ministry.\n"
        )
        (folder / f"note-{number:02}.txt").write_text(words)


def report(folder: Path) -> dict[str, str]:
    """Return the hash of each file of the report."""
    files = sorted((folder / "report").iterdir())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run_of(case: Path) -> subprocess.Popen[bytes]:
    """Start a run of the case in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "embargo", "run", str(case)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def test_a_run_killed_at_fifty_moments_loses_and_halves_nothing(tmp_path: Path) -> None:
    documents(tmp_path / "in", 30)
    case = tmp_path / "case"
    with create_case(case, title="Killed") as opened:
        added = opened.add(tmp_path / "in")
    acknowledged = {digest for _, digest in added.new}
    assert len(acknowledged) == 30
    whole = tmp_path / "whole"
    shutil.copytree(case, whole)
    begun = time.monotonic()
    assert run_of(whole).wait() == 0
    length = time.monotonic() - begun
    # The title is the case's, not the folder's, so that both reports are of one case.
    expected = report(whole)

    chance = random.Random(SEED)
    unfinished = 0
    for number in range(KILLS):
        if number % 10 == 0:
            fresh = tmp_path / f"try-{number}"
            shutil.copytree(case, fresh)
        process = run_of(fresh)
        time.sleep(chance.uniform(0.05, length * 0.95))
        os.kill(process.pid, signal.SIGKILL)
        unfinished += process.wait() == -signal.SIGKILL
        with open_case(fresh, readonly=True) as opened:
            damage = [item for item in opened.verify() if item.kind != "report"]
            assert damage == [], f"after kill {number}"
            assert {document.sha256 for document in opened.documents} == acknowledged
        if number % 10 == 9:
            assert run_of(fresh).wait() == 0
            assert report(fresh) == expected
            with open_case(fresh, readonly=True) as opened:
                assert opened.verify() == ()
    # A test whose kills all came too late would show nothing.
    assert unfinished >= KILLS // 3


def test_a_reader_works_while_a_run_writes(tmp_path: Path) -> None:
    documents(tmp_path / "in", 30)
    case = tmp_path / "case"
    with create_case(case, title="Two at once") as opened:
        opened.add(tmp_path / "in")
    process = run_of(case)
    seen = []
    while process.poll() is None:
        with open_case(case, readonly=True) as opened:
            seen.append(len(opened.claims))
            assert opened.verify(quick=True) == ()
    assert process.wait() == 0
    with open_case(case, readonly=True) as opened:
        assert len(opened.claims) >= max(seen)
        assert opened.findings
    assert len(seen) > 1
