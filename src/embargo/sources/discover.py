"""Discover: the files of folders in a fixed order, each with what is stated of it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from embargo.errors import BadDetails
from embargo.sources.details import SIDECAR, read_sidecar, stated
from embargo.sources.sheet import read_sheet, row_key
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

    A file we cannot take, a bad or lonely sidecar, and a row of the sheet that names no file are set aside, each with its
    reason. Raises BadDetails for a sheet or a flag that cannot be used at all.
    """
    sheet = read_sheet(table) if table is not None else {}
    told = stated(dict(flags or {}), "the command line", "command line")
    found: list[Found | SetAside] = []
    used: set[str] = set()
    for path, name in _files(paths, table):
        keys = [key for key in (row_key(name), row_key(path.name)) if key in sheet]
        used.update(keys)
        reason = _reason(path)
        if reason is not None:
            found.append(SetAside(_shown(name), reason))
            continue
        sidecar = path.with_name(path.stem + SIDECAR)
        try:
            beside = read_sidecar(sidecar) if sidecar.is_file() else {}
        except BadDetails as error:
            found.append(SetAside(_shown(name), str(error)))
            continue
        from_sheet = sheet[keys[0]].details if keys else {}
        found.append(Found(path, _shown(name), {**from_sheet, **beside, **told}))
    found.extend(
        SetAside(row.file, f"{table.name if table else 'the sheet'} names it, and no such file was given")
        for key, row in sheet.items()
        if key not in used
    )
    return found


def _files(paths: Iterable[Path], table: Path | None) -> Iterator[tuple[Path, str]]:
    seen: set[Path] = {_real(table)} if table is not None else set()
    for given in paths:
        if given.is_dir():
            below = sorted(_walk(given), key=lambda item: item.relative_to(given).as_posix())
            files = [(path, path.relative_to(given).as_posix()) for path in below]
        else:
            files = [(given, given.name)]
        for path, name in files:
            if _real(path) in seen or (path.name.endswith(SIDECAR) and _has_source(path)):
                continue
            seen.add(_real(path))
            yield path, name


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder  # it is set aside with the reason
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_symlink() and path.is_dir():
            continue  # a linked folder may lead out of what was given, or round in a circle
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links in a circle
        return path.absolute()


def _has_source(sidecar: Path) -> bool:
    stem = sidecar.name.removesuffix(SIDECAR)
    return any(
        sidecar.with_name(stem + kind).is_file() for kind in (*KINDS, *(kind.upper() for kind in KINDS))
    )


def _reason(path: Path) -> str | None:
    """Return why the file cannot be taken, or None where it can."""
    try:
        if path.is_dir():
            return "the folder cannot be opened"
        if not path.exists():
            return "the link leads nowhere" if path.is_symlink() else "there is no such file"
        if not path.is_file():
            return "it is no plain file"
        size = path.stat().st_size
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if path.name.endswith(SIDECAR):
        return f"there is no file beside it that it could speak of: {path.name.removesuffix(SIDECAR)}.txt, .pdf …"
    if path.suffix.casefold() not in KINDS:
        return f"“{path.suffix or path.name}” is no kind we read: txt, md, html, pdf"
    return "the file is empty" if size == 0 else None


def _shown(name: str) -> str:
    """Return a name that any log can hold on one line: what cannot be printed is shown as its number."""
    whole = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in whole)
