"""The import contracts bite: each is shown a house in which somebody broke it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared import ROOT


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package's Python files with the contracts, to be spoilt."""
    ignored = shutil.ignore_patterns("__pycache__", "data", "fonts")
    shutil.copytree(ROOT / "src" / "embargo", tmp_path / "embargo", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def verdict(house: Path) -> str:
    words = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=house, capture_output=True, text=True, check=False
    )
    return f"exit {done.returncode}\n{done.stdout}{done.stderr}"


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    assert verdict(house).startswith("exit 0")


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("entities/planted.py", "import embargo.findings", "Floors"),
        ("reports/planted.py", "import embargo.casework", "Floors"),
        ("vocabulary/planted.py", "import embargo.language", "Floors"),
        ("vocabulary/planted.py", "import sqlite3", "The vocabulary is free"),
        ("vocabulary/planted.py", "from pathlib import Path", "The vocabulary is free"),
        ("casework/planted.py", "import sqlite3", "Only the store"),
        ("cli/planted.py", "import embargo.store", "Only casework"),
        ("entities/planted.py", "import embargo.store", "Only casework"),
        ("kitchen/__init__.py", "", "Floors"),
    ],
)
def test_a_wrong_import_is_found(house: Path, file: str, line: str, broken: str) -> None:
    planted = house / "embargo" / file
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(line + "\n", encoding="utf-8")
    said = verdict(house)
    assert said.startswith("exit 1")
    assert any(broken in part and "BROKEN" in part for part in said.splitlines()), said
