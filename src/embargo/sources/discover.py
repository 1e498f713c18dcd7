"""Discover: the files of folders in a fixed order, each with what is stated of it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from embargo.errors import BadDetails
from embargo.sources.details import SIDECAR, read_sidecar, stated
from embargo.sources.sheet import read_sheet
from embargo.vocabulary import Detail, SetAside

KINDS = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf")


class Found(msgspec.Struct, frozen=True):
    """One file to be taken in: where it lies, the name it goes by, and its stated details."""

    path: Path
    name: str
    stated: dict[str, Detail]


def discover(
    paths: Iterable[Path], *, table: Path | None = None, flags: Mapping[str, str] | None = None
) -> list[Found | SetAside]:
    """Return the files below the paths, sorted; flags beat a sidecar, a sidecar beats the sheet.

    A file we cannot take, a bad sidecar, and a row of the sheet that names no file are set aside, each with its reason.
    Raises BadDetails for a sheet or a flag that cannot be used at all.
    """
    sheet, rows = read_sheet(table) if table is not None else ({}, [])
    told = stated(dict(flags or {}), "the command line", "command line")
    found: list[Found | SetAside] = []
    used: set[str] = set()
    for path, name in _files(paths, table):
        keys = [key for key in (name, path.name) if key in sheet]
        used.update(keys)
        if isinstance(_reason(path), str):
            found.append(SetAside(_shown(name), str(_reason(path))))
            continue
        sidecar = path.with_name(path.stem + SIDECAR)
        try:
            beside = read_sidecar(sidecar) if sidecar.is_file() else {}
        except BadDetails as error:
            found.append(SetAside(_shown(name), str(error)))
            continue
        from_sheet = sheet[keys[0]] if keys else {}
        found.append(Found(path, _shown(name), {**from_sheet, **beside, **told}))
    found.extend(
        SetAside(row, f"{table.name if table else 'the sheet'} names it, and no such file was given")
        for row in rows
        if row not in used
    )
    return found


def _files(paths: Iterable[Path], table: Path | None) -> Iterator[tuple[Path, str]]:
    seen: set[Path] = set()
    sheet = table.resolve() if table is not None else None
    for given in paths:
        if given.is_dir():
            for path in sorted(_walk(given), key=lambda item: item.relative_to(given).as_posix()):
                if path.resolve() != sheet and path.resolve() not in seen:
                    seen.add(path.resolve())
                    yield path, path.relative_to(given).as_posix()
        elif given.resolve() not in seen:
            seen.add(given.resolve())
            yield given, given.name


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name.endswith(SIDECAR):
            continue
        if path.is_symlink() and path.is_dir():
            continue  # a linked folder may lead out of what was given, or round in a circle
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _reason(path: Path) -> str | None:
    if not path.exists():
        return "there is no such file"
    if not path.is_file():
        return "it is no plain file"
    if path.suffix.casefold() not in KINDS:
        return f"“{path.suffix or path.name}” is no kind we read: txt, md, html, pdf"
    try:
        size = path.stat().st_size
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return "the file is empty" if size == 0 else None


def _shown(name: str) -> str:
    """Return a name that any log can hold: bytes of no encoding are shown as their numbers."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
