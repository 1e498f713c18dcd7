"""The side lock: one writer at a time, fair enough, and a name for the one who holds it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embargo.errors import Busy

WAIT_SECONDS = 60.0
STEP_SECONDS = 0.02

if os.name == "nt":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

    def _leave(handle: int) -> None:
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
                if time.monotonic() > until:
                    holder = path.read_text(encoding="ascii", errors="replace").strip() or "another process"
                    raise Busy(
                        f"{path.parent.parent.name} is being written by process {holder}",
                        f"the lock within {wait:.0f} s",
                        "wait for it to end, then try again",
                    ) from error
                time.sleep(STEP_SECONDS)
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{os.getpid()}\n".encode())
        try:
            yield
        finally:
            _leave(handle)
    finally:
        os.close(handle)
