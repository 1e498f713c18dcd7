"""The archive: bytes as they came, each under the SHA-256 of itself."""

import hashlib
import os
from pathlib import Path

from embargo.errors import Damaged


def path_of(folder: Path, sha256: str) -> Path:
    """Return where the bytes of that hash lie."""
    return folder / sha256[:2] / sha256


def put(folder: Path, data: bytes) -> str:
    """Keep the bytes, durably, and return their SHA-256; bytes that are there already stay as they are."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(folder, sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / f".{sha256}.{os.getpid()}.part"
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    sync_folder(folder)
    return sha256


def get(folder: Path, sha256: str) -> bytes:
    """Return the bytes of that hash. Raises Damaged where they are missing or hash to something else."""
    path = path_of(folder, sha256)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Damaged(
            f"the archived bytes {sha256} are missing", "a file of that name", "embargo verify"
        ) from error
    seen = hashlib.sha256(data).hexdigest()
    if seen != sha256:
        raise Damaged(f"the archived bytes {sha256} hash to {seen}", "the same hash", "embargo verify")
    return data


def names(folder: Path) -> list[str]:
    """Return the names of all archived bytes, sorted."""
    return sorted(path.name for path in folder.glob("??/*") if not path.name.startswith("."))


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
