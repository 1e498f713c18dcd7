"""The outside head: number, hash and day of the newest events, outside the database.

A log that was cut back to an older state is whole in itself; only a witness outside it can tell. The file is append-only and
written after each commit; a crash in between leaves it one step behind, which is caught up at the next write.
"""

import os
from pathlib import Path

import msgspec

FILE = "heads.txt"
# Lines kept when the file is compacted: enough to see the last days of work, few enough to read.
KEPT = 2000
COMPACT_OVER = 4000


class Head(msgspec.Struct, frozen=True):
    """One line of the file."""

    number: int
    head: str
    at: str


def read(folder: Path) -> list[Head]:
    """Return the heads in the file, oldest first; a last line torn by a crash is left out."""
    path = folder / FILE
    if not path.exists():
        return []
    found: list[Head] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[0].isdigit() and len(parts[1]) == 64:
            found.append(Head(int(parts[0]), parts[1], parts[2]))
    return found


def write(folder: Path, head: Head) -> None:
    """Append the head, durably."""
    path = folder / FILE
    torn = path.exists() and path.read_bytes()[-1:] not in (b"", b"\n")
    with path.open("a", encoding="utf-8") as file:
        file.write(("\n" if torn else "") + f"{head.number} {head.head} {head.at}\n")
        file.flush()
        os.fsync(file.fileno())
    heads = read(folder) if path.stat().st_size > COMPACT_OVER * 90 else []
    if heads:
        temporary = folder / f".{FILE}.part"
        lines = "".join(f"{item.number} {item.head} {item.at}\n" for item in heads[-KEPT:])
        with temporary.open("w", encoding="utf-8") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
