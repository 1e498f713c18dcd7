"""One sheet for all: a table of files and what is known of them."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from embargo.errors import BadDetails
from embargo.sources.details import FIELDS, stated
from embargo.vocabulary import Detail

_ENCODINGS = ("utf-8-sig", "cp1252")


def read_sheet(path: Path) -> tuple[dict[str, dict[str, Detail]], list[str]]:
    """Return details by file name, and the names of files in the sheet in order.

    A header row names `file` and any of the details; commas, semicolons or tabs part the columns. Raises BadDetails with
    file and line.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadDetails(f"{path.name} cannot be read: {error.strerror}", "a CSV file") from error
    text = _decoded(raw, path)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
    if "file" not in names:
        raise BadDetails(
            f"{path.name}, line 1 has no column “file”: {head.strip()[:80]}", f"file, {', '.join(FIELDS)}"
        )
    unknown = [name for name in names if name and name not in (*FIELDS, "file")]
    if unknown:
        raise BadDetails(
            f"{path.name}, line 1 has the column “{unknown[0]}”", f"file and any of {', '.join(FIELDS)}"
        )
    reader.fieldnames = names
    found: dict[str, dict[str, Detail]] = {}
    for row in reader:
        name = (row.get("file") or "").strip()
        if not name:
            continue
        place = f"{path.name}, line {reader.line_num}"
        given = {field: (row.get(field) or "").strip() for field in FIELDS}
        found[name] = stated(_filled(given), place, f"sheet {path.name}, line {reader.line_num}")
    return found, list(found)


def _filled(given: Mapping[str, str]) -> dict[str, object]:
    return {name: value for name, value in given.items() if value}


def _decoded(raw: bytes, path: Path) -> str:
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadDetails(f"{path.name} is in no encoding we know", "UTF-8", "save the sheet as CSV UTF-8")
