"""One file read without a case: bytes to claims in the exchanged structure."""

import sys
from pathlib import Path
from typing import Any

from embargo import claims, sources
from embargo.errors import BadLexicon, UnreadableSource
from embargo.vocabulary import Captured, Detail, Reading


def capture_one(path: Path, details: dict[str, str]) -> Captured:
    """Return the file captured with the details given (and those of its sidecar). `-` reads text from stdin.

    Raises UnreadableSource where it cannot be read, BadDetails for a detail we cannot take.
    """
    if str(path) == "-":
        checked = sources.check_details(details, "the command line")
        stated = {name: Detail(value, "stated", "command line") for name, value in checked.items()}
        return sources.capture(sys.stdin.buffer.read(), "stdin.txt", stated)
    found = sources.discover([path], flags=details)
    if len(found) != 1 or not isinstance(found[0], sources.Found):
        reason = (
            found[0].reason if found and not isinstance(found[0], sources.Found) else "it is no single file"
        )
        raise UnreadableSource(f"{path.name} cannot be read: {reason}", "one txt, md, html or pdf file")
    try:
        data = found[0].path.read_bytes()
    except OSError as error:
        raise UnreadableSource(
            f"{path.name} cannot be read: {error.strerror}", "a file one may read"
        ) from error
    return sources.capture(data, found[0].name, found[0].stated)


def read_one(
    path: Path, details: dict[str, str], lexicon: tuple[Path, ...]
) -> tuple[Captured, Reading, dict[str, Any]]:
    """Return the file, its reading, and the reading as plain `embargo-claims/1`. Raises BadLexicon for a missing folder."""
    for folder in lexicon:
        if not folder.is_dir():
            raise BadLexicon(f"there is no lexicon folder {folder}", "a folder of .toml files")
    captured = capture_one(path, details)
    reading = claims.extract(captured.document, captured.text, claims.load_lexicon(*lexicon))
    return captured, reading, claims.as_schema(captured.document, reading)
