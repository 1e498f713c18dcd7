"""Render: the dossier and the drafters' `report.md` into the files of the report, written whole or not at all."""

from pathlib import Path

import msgspec

from embargo import reports
from embargo.casework.codec import decode, encode, fingerprint, sha256
from embargo.casework.ledger import REPORT
from embargo.store import Derived, Record
from embargo.vocabulary import Dossier

DRAFT = "report.md"
FOLDER = "report"


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
    text, draft = _report_text(record.folder, dossier, last.draft)
    mark = fingerprint([reports.REPORT_VERSION, encode(dossier), text])
    folder = record.folder / FOLDER
    if row is not None and row.fingerprint == mark and _stand(folder, last.files):
        return False, _paths(folder, last.files), last.problems
    rendering = reports.render(dossier, text)
    problems = (
        *rendering.problems,
        *(f"{char} at {where} is in none of the report's fonts" for char, where in rendering.unprintable),
    )
    write_files(folder, rendering.files)
    for name in sorted(set(last.files) - set(rendering.files)):
        (folder / name).unlink(missing_ok=True)
    body = Rendered({name: sha256(data) for name, data in sorted(rendering.files.items())}, draft, problems)
    record.keep(REPORT, [Derived("case", mark, encode(body))], at=at, by=by)
    return True, _paths(folder, body.files), problems


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write each file under a temporary name, then rename it: a reader sees the old one or the new one, whole."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in sorted(files.items()):
        path = folder / name
        if path.exists() and path.read_bytes() == data:
            continue
        temporary = folder / f".{name}.part"
        temporary.write_bytes(data)
        temporary.replace(path)


def _report_text(folder: Path, dossier: Dossier, last_draft: str) -> tuple[str, str]:
    path = folder / DRAFT
    fresh = reports.draft(dossier)
    if path.exists():
        own = path.read_text(encoding="utf-8", errors="replace")
        # A person's own text stays; a draft that we wrote and nobody touched follows the findings.
        if sha256(own.encode()) != last_draft:
            return own, last_draft
    if not path.exists() or path.read_text(encoding="utf-8", errors="replace") != fresh:
        write_files(folder, {DRAFT: fresh.encode()})
    return fresh, sha256(fresh.encode())


def _stand(folder: Path, files: dict[str, str]) -> bool:
    paths = {name: folder / name for name in files}
    return all(path.is_file() and sha256(path.read_bytes()) == files[name] for name, path in paths.items())


def _paths(folder: Path, files: dict[str, str]) -> tuple[str, ...]:
    return tuple(str(folder / name) for name in sorted(files))
