"""One sheet for all: a table of files and what is known of them."""

import csv
import io
import unicodedata
from pathlib import Path

import msgspec

from embargo.errors import BadDetails, UnreadableSource
from embargo.sources.decode import decode
from embargo.sources.details import FIELDS, stated
from embargo.vocabulary import Detail


class SheetRow(msgspec.Struct, frozen=True):
    """One row of the sheet: the file as it names it, its line, and what it states."""

    file: str
    line: int
    details: dict[str, Detail]


def row_key(name: str) -> str:
    """Return a file's name as rows and files are matched: either slash, and letters composed as macOS does not."""
    return unicodedata.normalize("NFC", name.replace("\\", "/").removeprefix("./"))


def read_sheet(path: Path) -> dict[str, SheetRow]:
    """Return the rows of the sheet by the key of their file, in order.

    A header row names `file` and any of the details; commas, semicolons or tabs part the columns. Raises BadDetails with
    file and line.
    """
    try:
        text, _ = decode(path.read_bytes(), path.name)
    except OSError as error:
        raise BadDetails(f"{path.name} cannot be read: {error.strerror}", "a CSV file") from error
    except UnreadableSource as error:
        raise BadDetails(error.seen, "a CSV file", "save the sheet as CSV UTF-8") from error
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    found: dict[str, SheetRow] = {}
    names: list[str] = []
    try:
        for cells in reader:
            if not names:
                names = _columns(cells, path)
                continue
            row = _row(names, [cell.strip() for cell in cells], path, reader.line_num)
            if row is None:
                continue
            before = found.get(row_key(row.file))
            if before is not None:
                raise BadDetails(
                    f"{path.name}, line {row.line} names {row.file}, and line {before.line} does too",
                    "one row a file",
                    "keep one of them",
                )
            found[row_key(row.file)] = row
    except csv.Error as error:
        raise BadDetails(
            f"{path.name}, line {reader.line_num} cannot be read: {error}", "a CSV file"
        ) from error
    if not names:
        raise BadDetails(f"{path.name} is empty", f"a first row with the columns file, {', '.join(FIELDS)}")
    return found


def _columns(cells: list[str], path: Path) -> list[str]:
    names = [cell.strip().casefold() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if "file" not in names:
        raise BadDetails(
            f"{path.name}, line 1 has no column “file”: {', '.join(cells)[:80]}", f"file, {', '.join(FIELDS)}"
        )
    wrong = next((name for name in names if name not in (*FIELDS, "file")), None)
    if wrong is not None:
        raise BadDetails(
            f"{path.name}, line 1 has the column “{wrong}”", f"file and any of {', '.join(FIELDS)}"
        )
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise BadDetails(f"{path.name}, line 1 has the column “{twice}” twice", "each column once")
    return names


def _row(names: list[str], cells: list[str], path: Path, line: int) -> SheetRow | None:
    place = f"{path.name}, line {line}"
    if not any(cells):
        return None
    if any(cells[len(names) :]):
        raise BadDetails(
            f"{place} has {len(cells)} cells under {len(names)} columns",
            "a cell a column",
            "put cells that hold a separator between quotation marks",
        )
    given = {name: cell for name, cell in zip(names, cells, strict=False) if cell}
    file = given.pop("file", "")
    if not file:
        raise BadDetails(f"{place} names no file", "the file's name in the column “file”")
    return SheetRow(file, line, stated(given, place, f"sheet {place}"))
