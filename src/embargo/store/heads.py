"""The outside head: number, hash and time of the newest events, outside the database.

A log that was cut back to an older state is whole in itself; only a witness outside it can tell. The file is append-only, a line
`number head at` after each commit; a crash between the two leaves it behind by a commit, which the next writer catches up.
Only the holder of the side lock writes it.
"""

import os
from pathlib import Path

import msgspec

from embargo.store.blobs import sync_folder

FILE = "heads.txt"
# Lines kept when the file is compacted: enough to see the last days of work, few enough to read.
KEPT = 2000
COMPACT_OVER = 4000
# Bytes of a line: a number, 64 hex signs, a time.
LINE = 96
TAIL = 4096


class Head(msgspec.Struct, frozen=True):
    """One line of the file."""

    number: int
    head: str
    at: str


def read(folder: Path) -> tuple[list[Head], list[int]]:
    """Return the heads in the file, oldest first, and the numbers of lines that cannot be read.

    A last line without its end was torn by a crash: it is left out, and is no fault.
    """
    try:
        data = (folder / FILE).read_bytes()
    except FileNotFoundError:
        return [], []
    found: list[Head] = []
    faulty: list[int] = []
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        head = _parsed(line)
        if head is None:
            faulty.append(number)
        else:
            found.append(head)
    return found, faulty


def newest(folder: Path) -> Head | None:
    """Return the last head that was written whole, or None where there is none; reads the file's end alone."""
    try:
        with (folder / FILE).open("rb") as file:
            begin = file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL))
            lines = file.read().split(b"\n")[:-1]
    except FileNotFoundError:
        return None
    if begin:
        del lines[:1]  # cut by where the tail begins
    # A damaged last line is passed over here; verify names it.
    return next((head for line in reversed(lines) if (head := _parsed(line)) is not None), None)


def write(folder: Path, head: Head) -> None:
    """Append the head, durably; drop the rest of a line that a crash tore, and old lines once there are many."""
    path = folder / FILE
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - TAIL))
        tail = file.read()
        torn = len(tail) - (tail.rfind(b"\n") + 1)
        if torn > 2 * LINE:
            file.write(b"\n")  # no line of ours: it stays, and verify names it
        elif torn:
            file.truncate(file.seek(size - torn))
        file.write(_line(head))
        file.flush()
        os.fsync(file.fileno())
    if size == 0:
        sync_folder(folder)
    if size > COMPACT_OVER * LINE:
        _compact(folder)


def _compact(folder: Path) -> None:
    found, faulty = read(folder)
    if faulty:
        return  # damage is evidence: it stays until a person has looked
    temporary = folder / f".{FILE}.part"
    temporary.unlink(missing_ok=True)
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(b"".join(_line(head) for head in found[-KEPT:]))
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / FILE)
    sync_folder(folder)


def _line(head: Head) -> bytes:
    return f"{head.number} {head.head} {head.at}\n".encode()


def _parsed(line: bytes) -> Head | None:
    parts = line.decode("utf-8", "replace").split(" ")
    if len(parts) != 3 or not parts[0].isdecimal() or len(parts[1]) != 64:
        return None
    return Head(int(parts[0]), parts[1], parts[2])
