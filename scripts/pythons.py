"""Finds the Python to build .venv with, and says what to do where none will do.

Runs on Python 3.6 too, so that it can tell an older Python's owner what is needed.
"""

import json
import shutil
import subprocess
import sys
from typing import List, Mapping, NamedTuple, Optional

OLDEST = (3, 11)
NAMES = ["python3.14", "python3.13", "python3.12", "python3.11", "python3", "python"]


class Refusal(Exception):
    """Set-up cannot go on; the message says what was seen and what to do."""


class Interpreter(NamedTuple):
    """A Python that was found and asked: where it is, its version, and which parts it lacks for making a .venv."""

    path: str
    version: List[int]
    missing: List[str]


_QUESTION = (
    "import json, sys, importlib.util as u;"
    "print(json.dumps([sys.executable, list(sys.version_info[:3]),"
    "[m for m in ('venv', 'ensurepip') if u.find_spec(m) is None]]))"
)


def ask(name: str) -> Optional[Interpreter]:
    """The interpreter behind a name or path, or None where nothing of that name runs."""
    path = shutil.which(name)
    if path is None:
        return None
    answer = subprocess.run(
        [path, "-c", _QUESTION], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    if answer.returncode != 0:
        return None  # a shim that points at nothing, or a Python too old to understand the question
    executable, version, missing = json.loads(answer.stdout.decode())
    return Interpreter(executable or path, version, missing)


def fit(found: Interpreter) -> bool:
    """Whether this Python can hold the project: 3.11 or newer, and able to make a .venv."""
    return tuple(found.version[:2]) >= OLDEST and not found.missing


def explain(found: List[Interpreter]) -> str:
    """Why none of the Pythons found will do, and the package or setting that helps."""
    new_enough = [one for one in found if tuple(one.version[:2]) >= OLDEST]
    if new_enough:
        one = new_enough[0]
        number = ".".join(str(part) for part in one.version[:2])
        return (
            f"{one.path} is Python {number}, but it lacks {' and '.join(one.missing)}, without which it cannot make a .venv.\n"
            f"Debian and Ubuntu keep them in a package of their own: apt install python{number}-venv (or python3-venv).\n"
            "Elsewhere install the full Python of your system, or name another one: make demo PYTHON=/path/to/python3"
        )
    seen = (
        "; ".join(f"{one.path} is {'.'.join(str(part) for part in one.version)}" for one in found)
        or "none at all"
    )
    return (
        f"Python 3.11 or newer is needed; found: {seen}.\n"
        "Install one (Debian 12, Ubuntu 24.04 and newer: apt install python3 python3-venv; Ubuntu 22.04: apt install\n"
        "python3.11 python3.11-venv; Fedora: dnf install python3.11; macOS and Windows: python.org), or name one:\n"
        "make demo PYTHON=/path/to/python3"
    )


def choose(environment: Mapping[str, str]) -> Interpreter:
    """The Python to build .venv with: the one PYTHON names, else the first fit one on PATH, newest first."""
    wanted = environment.get("PYTHON", "")
    found = []  # type: List[Interpreter]
    for name in [wanted] if wanted else [*NAMES, sys.executable]:
        one = ask(name)
        if one is not None:
            if fit(one):
                return one
            found.append(one)
    if wanted and not found:
        raise Refusal(f"PYTHON={wanted} does not run as a Python 3. Give the path of one, 3.11 or newer.")
    raise Refusal(explain(found))
