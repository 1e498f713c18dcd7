"""Render: the dossier and the drafters' `report.md` into the files of the report, written whole or not at all."""

from pathlib import Path

import msgspec

from embargo import reports
from embargo.casework.codec import decode, encode, fingerprint, sha256
from embargo.casework.layout import DRAFT
from embargo.casework.layout import REPORT as FOLDER
from embargo.casework.ledger import REPORT
from embargo.errors import InputError
from embargo.store import Derived, Record
from embargo.vocabulary import Dossier


class Rendered(msgspec.Struct, frozen=True):
    """What the last rendering left: hashes of the files and of the draft we wrote, and its problems."""

    files: dict[str, str]
    draft: str
    problems: tuple[str, ...]


def last_rendering(record: Record) -> Rendered:
    """Return what the last rendering left; nothing where there was none."""
    row = record.derived_one(REPORT, "case")
    return decode(row.body, Rendered) if row is not None else Rendered({}, "", ())


def render_case(
    record: Record, dossier: Dossier, *, at: str, by: str
) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    """Write `report.md` (unless a person has rewritten it) and `report/`; return whether anything was written anew,
    the paths of the files, and the problems that a person should see.
    """
    row = record.derived_one(REPORT, "case")
    last = last_rendering(record)
    found = drafters_text(record.folder)
    fresh = reports.draft(dossier)
    # A person's own text stays; a draft that we wrote and nobody touched follows the findings.
    theirs = found.there and sha256(found.text.encode()) != last.draft
    text = found.text if theirs else fresh
    draft = last.draft if theirs else sha256(fresh.encode())
    mark = fingerprint([reports.REPORT_VERSION, encode(dossier), text, *found.problems])
    folder = record.folder / FOLDER
    same = text == found.text and row is not None and row.fingerprint == mark
    if same and _stand(folder, last.files):
        return False, _paths(folder, last.files), last.problems
    rendering = reports.render(dossier, text)
    problems = (
        *found.problems,
        *rendering.problems,
        *(f"{char} at {where} is in none of the report's fonts" for char, where in rendering.unprintable),
    )
    body = Rendered({name: sha256(data) for name, data in sorted(rendering.files.items())}, draft, problems)
    # Under the lock: of two runs at once, the files and what the record says of them are those of the one that came last.
    with record.writing():
        if text != found.text and drafters_text(record.folder) == found:
            write_files(record.folder, {DRAFT: fresh.encode()})
        write_files(folder, rendering.files)
        for name in sorted(set(last.files) - set(rendering.files)):
            (folder / name).unlink(missing_ok=True)
        record.keep(REPORT, [Derived("case", mark, encode(body))], at=at, by=by)
    return True, _paths(folder, body.files), problems


class Drafters(msgspec.Struct, frozen=True):
    """The drafters' `report.md` as it stands: whether it is there, its text, and what of it could not be read."""

    there: bool
    text: str = ""
    problems: tuple[str, ...] = ()


def drafters_text(folder: Path) -> Drafters:
    """Return the text of `report.md` in the folder. Raises InputError where something else has its name."""
    path = folder / DRAFT
    if not path.exists():
        return Drafters(False)
    if not path.is_file():
        raise InputError(
            f"{path} is no file", "the text of the report", f"move it away; `embargo run {folder}` writes one"
        )
    data = path.read_bytes()
    try:
        return Drafters(True, _lines(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        words = f"{DRAFT}, line {line} is no UTF-8: signs that cannot be read are shown as \ufffd; save it as UTF-8"
        return Drafters(True, _lines(data.decode("utf-8-sig", "replace")), (words,))


def _lines(text: str) -> str:
    """Return the text with one kind of line end, whatever the editor's."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write each file under a temporary name, then rename it: a reader sees the old one or the new one, whole.

    Raises InputError where the folder's name is taken by a file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError(
            f"{folder} cannot be made: a file is in its way", "a folder", "move the file away"
        ) from error
    for name, data in sorted(files.items()):
        path = folder / name
        if path.exists() and path.read_bytes() == data:
            continue
        temporary = folder / f".{name}.part"
        temporary.write_bytes(data)
        temporary.replace(path)


def _stand(folder: Path, files: dict[str, str]) -> bool:
    paths = {name: folder / name for name in files}
    return all(path.is_file() and sha256(path.read_bytes()) == files[name] for name, path in paths.items())


def _paths(folder: Path, files: dict[str, str]) -> tuple[str, ...]:
    return tuple(str(folder / name) for name in sorted(files))
