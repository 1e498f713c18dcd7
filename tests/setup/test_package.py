"""What is built and installed: the wheel holds every file of the package, and the command starts without heavy libraries."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from embargo import __version__
from tests.shared import ROOT

HEAVY = [
    "jinja2",
    "lxml",
    "msgspec",
    "pydantic",
    "pypdfium2",
    "rapidfuzz",
    "rich",
    "sqlite3",
    "trafilatura",
    "typer",
    "typst",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    words = f"from flit_core.buildapi import build_wheel; print(build_wheel({str(folder)!r}))"
    built = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return folder / built.stdout.split()[-1]


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    source = ROOT / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "embargo").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        assert wanted <= set(archive.namelist())


def test_the_wheel_carries_licence_and_command(wheel: Path) -> None:
    assert wheel.name == f"embargo_workbench-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        assert any(name.endswith("/licenses/LICENSE") for name in names)
        points = next(name for name in names if name.endswith("entry_points.txt"))
        assert "embargo=embargo.cli:main" in archive.read(points).decode().replace(" ", "")


def test_the_version_is_told_without_loading_a_heavy_library() -> None:
    words = (
        "import sys; from embargo.cli import main; code = main(['--version']);"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules))); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"embargo {__version__}", "[]"]


def test_importing_the_package_costs_nothing() -> None:
    words = f"import sys, embargo; print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
