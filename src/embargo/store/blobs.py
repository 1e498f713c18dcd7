"""The archive: bytes as they came, each under the SHA-256 of itself."""

import hashlib
import os
from pathlib import Path

from embargo.errors import Damaged

FOLDER = "blobs"
PARTS = "parts"


def path_of(folder: Path, sha256: str) -> Path:
    """Return where the bytes of that hash lie."""
    return folder / sha256[:2] / sha256


def put(folder: Path, data: bytes) -> str:
    """Keep the bytes, durably, and return their SHA-256; the same bytes that are there already stay as they are.

    Only the holder of the side lock may call it. Bytes under that name that hash to something else are replaced: the right ones
    are in hand.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(folder, sha256)
    if hash_of(path) == sha256:
        # Whoever put it there may have died before the folder was synced.
        sync_folder(path.parent)
        return sha256
    if not path.parent.is_dir():
        path.parent.mkdir(mode=0o700)
        sync_folder(folder)
    temporary = folder / PARTS / sha256
    try:
        with os.fdopen(os.open(temporary, _NEW, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return sha256


def sweep(folder: Path) -> None:
    """Remove what writers that were killed left half written; only the holder of the side lock may call it."""
    parts = folder / PARTS
    # A backup may have left out empty folders.
    parts.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in parts.iterdir():
        path.unlink(missing_ok=True)


def get(folder: Path, sha256: str) -> bytes:
    """Return the bytes of that hash. Raises Damaged where they are missing or hash to something else."""
    path = path_of(folder, sha256)
    case = folder.parent.parent
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Damaged(
            f"the archived bytes {sha256} are missing", f"the file {path}", f"embargo verify {case}"
        ) from error
    seen = hashlib.sha256(data).hexdigest()
    if seen != sha256:
        raise Damaged(
            f"the archived bytes {sha256} hash to {seen}", "the same hash", f"embargo verify {case}"
        )
    return data


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, empty where there is no such file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def names(folder: Path) -> list[str]:
    """Return the names of all archived bytes, sorted."""
    return sorted(path.name for path in folder.glob("??/*"))


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
