"""Lexicons checked: the built-in one, or the files a case adds to it."""

from pathlib import Path

import msgspec

from embargo.casework.layout import LEXICON
from embargo.claims.lint import lint, own_files
from embargo.claims.sheet import Mistake
from embargo.errors import BadLexicon


class Checked(msgspec.Struct, frozen=True):
    """The files looked at, and the mistakes found in them."""

    files: tuple[str, ...]
    mistakes: tuple[Mistake, ...]


def check_lexicon(folder: Path | None = None) -> Checked:
    """Return the mistakes of the built-in lexicon, or of a folder's files on top of it.

    The folder is a lexicon, or a case that has one. Raises BadLexicon where it holds no .toml file or one cannot be read.
    """
    ours = own_files()
    if folder is None:
        return Checked(tuple(ours), tuple(lint(ours)))
    place = folder / LEXICON if (folder / LEXICON).is_dir() else folder
    if not place.is_dir():
        raise BadLexicon(
            f"there is no lexicon folder {folder}", "a folder of .toml files, or a case that has one"
        )
    try:
        written = {path.name: path.read_bytes() for path in sorted(place.glob("*.toml"))}
    except OSError as error:
        raise BadLexicon(
            f"{error.filename} cannot be read: {error.strerror}", "a file one may read"
        ) from error
    if not written:
        raise BadLexicon(f"{place} holds no .toml file", "lexicon files", "see docs/claims.md for their form")
    return Checked(tuple(written), tuple(lint(written, ours)))
