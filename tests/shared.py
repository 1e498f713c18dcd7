"""Where tests find material that lies beside the project and is no part of it."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared(*parts: str) -> Path:
    """The path of a file or folder under ../shared, or a skip that says what is missing.

    EMBARGO_SHARED names another folder to look in.
    """
    folder = Path(os.environ.get("EMBARGO_SHARED") or ROOT.parent / "shared")
    path = folder.joinpath(*parts)
    if not path.exists():
        pytest.skip(
            f"needs {'/'.join(parts)} from {folder}, which is not on this machine (set EMBARGO_SHARED)"
        )
    return path


def published_metric() -> ModuleType:
    """The published scorer of ../shared as a module, or a skip where it is missing."""
    spec = importlib.util.spec_from_file_location("score", shared("claims", "score.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
