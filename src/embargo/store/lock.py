"""The side lock: one writer at a time, and a name for the one who holds it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embargo.errors import Busy

FILE = "write.lock"
WAIT_SECONDS = 60.0
STEP_SECONDS = 0.005

if os.name == "nt":
    import msvcrt

    # A byte far behind the process number, which others must be able to read while the lock is held.
    _BYTE = 1 << 30

    def _take(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

    def _leave(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _leave(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


@contextmanager
def held(path: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the lock. Raises Busy, naming the process that holds it, after `wait` seconds.

    The system lets go of it when a process dies, however it dies: there is no stale lock to clear.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        until = time.monotonic() + wait
        while True:
            try:
                _take(handle)
                break
            except OSError as error:
                if time.monotonic() >= until:
                    raise Busy(
                        f"the record {path.parent} is being written by {_holder(path)}",
                        f"the lock within {wait:.0f} s",
                        "wait for that process to end, then try again",
                    ) from error
                time.sleep(STEP_SECONDS)
        try:
            _sign(handle)
            yield
        finally:
            _leave(handle)
    finally:
        os.close(handle)


def _sign(handle: int) -> None:
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{os.getpid()}\n".encode())
    except OSError:
        pass  # a full disk: the lock holds, only its holder stays unnamed


def _holder(path: Path) -> str:
    try:
        number = path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        number = ""
    return f"process {number}" if number else "another process"
