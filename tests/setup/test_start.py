"""The set-up script: which Python it takes, what it says where none will do, and what it believes of an older .venv."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.pythons import Interpreter, Refusal, ask, choose, explain, fit
from scripts.setup import Setup, checks
from tests.shared import ROOT


def test_the_python_that_runs_the_tests_is_fit() -> None:
    found = ask(sys.executable)
    assert found is not None
    assert tuple(found.version) == sys.version_info[:3]
    assert fit(found)


def test_a_name_that_runs_nothing_is_passed_over(tmp_path: Path) -> None:
    shim = tmp_path / "python3.14"
    shim.write_text("#!/bin/sh\necho 'python3.14: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    assert ask(str(shim)) is None


def test_PYTHON_is_honoured_before_the_path() -> None:  # noqa: N802 - the variable's name
    assert choose({"PYTHON": sys.executable}).path == sys.executable


def test_a_PYTHON_that_does_not_run_is_named() -> None:  # noqa: N802 - the variable's name
    with pytest.raises(Refusal, match=r"PYTHON=/nowhere/python3 does not run"):
        choose({"PYTHON": "/nowhere/python3"})


def test_an_older_python_is_told_what_is_needed() -> None:
    words = explain([Interpreter("/usr/bin/python3", [3, 9, 2], [])])
    assert "Python 3.11 or newer is needed" in words
    assert "/usr/bin/python3 is 3.9.2" in words
    assert "make demo PYTHON=" in words


def test_no_python_at_all_is_said_so() -> None:
    assert "found: none at all" in explain([])


def test_a_python_without_ensurepip_is_told_its_package() -> None:
    words = explain(
        [
            Interpreter("/usr/bin/python3.9", [3, 9, 2], []),
            Interpreter("/usr/bin/python3.12", [3, 12, 3], ["ensurepip"]),
        ]
    )
    assert "/usr/bin/python3.12 is Python 3.12, but it lacks ensurepip" in words
    assert "apt install python3.12-venv (or python3-venv)" in words


def test_a_python_without_ensurepip_ends_the_command_with_that_advice(tmp_path: Path) -> None:
    """A whole checkout's script, started as make starts it, with a Python from which Debian's split took a module."""
    (tmp_path / "scripts").mkdir()
    for name in ("pythons.py", "setup.py"):
        shutil.copy(ROOT / "scripts" / name, tmp_path / "scripts")
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\n"
        "real = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'ensurepip' else real(name, *more)\n"
    )
    bare = tmp_path / "python3"
    bare.write_text(f"#!/bin/sh\nPYTHONPATH='{tmp_path}' exec '{sys.executable}' \"$@\"\n")
    bare.chmod(0o755)
    done = subprocess.run(
        [sys.executable, str(tmp_path / "scripts" / "setup.py"), "setup"],
        env={**os.environ, "PYTHON": str(bare)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "-venv (or python3-venv)" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_venv_that_was_moved_here_is_not_believed(tmp_path: Path) -> None:
    setup = Setup(tmp_path, {})
    setup.venv.mkdir()
    setup.note.write_text(json.dumps({"root": "/elsewhere", "user": "0" * 64}))
    assert setup.noted() == {}


def test_a_venv_that_no_longer_runs_is_not_believed(tmp_path: Path) -> None:
    setup = Setup(tmp_path, {})
    setup.venv.mkdir()
    setup.note.write_text(json.dumps({"root": str(tmp_path), "user": "0" * 64}))
    assert setup.noted() == {}


def test_a_broken_note_is_not_believed(tmp_path: Path) -> None:
    setup = Setup(tmp_path, {})
    setup.venv.mkdir()
    setup.note.write_text('{"root": ')
    assert setup.noted() == {}


def test_make_test_runs_every_kind_of_check() -> None:
    assert list(checks(Setup(ROOT, {}))) == ["format", "lint", "types", "imports", "tests"]


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not on PATH")
@pytest.mark.parametrize("target", ["demo", "test", "bench", "lock", "clean"])
def test_every_target_of_make_hands_over_to_the_script(target: str) -> None:
    shown = subprocess.run(
        ["make", "--no-print-directory", "-n", target], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert f"scripts/setup.py {target}" in shown.stdout


def test_ci_runs_make_test() -> None:
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert run.read_text().rstrip().endswith("make test")
