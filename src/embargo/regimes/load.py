"""Packs into memory: every file of a pack read, checked, and put in one order. The message of an error names file and line."""

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from embargo.errors import BadPack, UsageError
from embargo.regimes.check import check
from embargo.regimes.paths import canonical_path
from embargo.vocabulary.pack import Factor, Instrument, Pack, Provision, Thing

BUILT_IN = Path(__file__).parent / "packs"
T = TypeVar("T")

# The kinds of entries a file of a pack may hold, by the name of their table.
_KINDS: dict[str, Any] = {
    "instrument": Instrument,
    "thing": Thing,
    "factor": Factor,
    "provision": Provision,
}


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What pack.toml says: the pack's name, title, whose law it is, whom it is about, and a note on marks and gaps."""

    name: str
    title: str
    law_of: str
    target: str
    note: str


def pack_names() -> tuple[str, ...]:
    """Return the names of the packs that come with the program."""
    return tuple(sorted(folder.name for folder in BUILT_IN.iterdir() if (folder / "pack.toml").is_file()))


def load_pack(name_or_folder: str) -> Pack:
    """Return the pack of that name, or the one in that folder.

    Raises UsageError where there is none, BadPack where a file of it breaks the form (with file and line).
    """
    folder = BUILT_IN / name_or_folder if name_or_folder in pack_names() else Path(name_or_folder)
    if not (folder / "pack.toml").is_file():
        raise UsageError(
            f'there is no law pack "{name_or_folder}"',
            f"one of {', '.join(pack_names())}, or a folder that holds a pack.toml",
        )
    files = tuple(sorted(path for path in folder.rglob("*.toml") if path.is_file()))
    data = tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in files)
    return _pack(data)


@cache
def _pack(data: tuple[tuple[str, bytes], ...]) -> Pack:
    """The pack of these files; the same bytes are read once a process."""
    digest = hashlib.sha256()
    head: Head | None = None
    found: dict[str, list[tuple[Any, str]]] = {kind: [] for kind in _KINDS}
    for name, body in data:
        digest.update(f"{name}\n{len(body)}\n".encode() + body)
        text, tables = _tables(name, body)
        if name == "pack.toml":
            head = _convert(tables, Head, name, 1)
            continue
        for kind, entries in tables.items():
            if kind not in _KINDS or not isinstance(entries, list):
                raise BadPack(
                    f"{name} holds a table {kind!r}",
                    f"tables [[{']], [['.join(_KINDS)}]]",
                    "see docs/regimes.md",
                )
            lines = _lines(text, kind)
            for number, entry in enumerate(entries):
                place = f"{name}:{lines[number] if number < len(lines) else 1}"
                found[kind].append((_convert(entry, _KINDS[kind], name, lines[number]), place))
    if head is None:
        raise BadPack("the pack has no pack.toml", "a file with name, title, law_of, target, note")
    provisions = tuple(sorted((one for one, _ in found["provision"]), key=lambda one: order(one.path)))
    pack = Pack(
        name=head.name,
        title=head.title,
        law_of=head.law_of,
        target=head.target,
        version=digest.hexdigest()[:16],
        note=head.note,
        instruments=tuple(one for one, _ in found["instrument"]),
        things=tuple(one for one, _ in found["thing"]),
        factors=tuple(one for one, _ in found["factor"]),
        provisions=provisions,
        by_conduct=_by_conduct(provisions),
    )
    check(pack, {one.path: place for one, place in found["provision"]})
    return pack


def order(path: str) -> tuple[tuple[int, str], ...]:
    """Return where a provision stands: by instrument, then by paragraph as a number where it is one."""
    parts = []
    for part in path.split("/"):
        number = re.match(r"\d+", part)
        parts.append((int(number.group()) if number else 0, part))
    return tuple(parts)


def _by_conduct(provisions: Sequence[Provision]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, provision in enumerate(provisions):
        for conduct in sorted({word for limb in provision.limbs for word in limb.conduct}):
            found.setdefault(conduct, []).append(number)
    return {conduct: tuple(numbers) for conduct, numbers in sorted(found.items())}


def _tables(name: str, body: bytes) -> tuple[str, Mapping[str, Any]]:
    try:
        text = body.decode("utf-8")
        return text, tomllib.loads(text, parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise BadPack(f"{name} is not UTF-8 (byte {error.start})", "a TOML file in UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadPack(f"{name} is no TOML: {error}", "a TOML file") from error


def _lines(text: str, kind: str) -> list[int]:
    """The line on which each entry of that kind begins."""
    mark = re.compile(rf"^\s*\[\[\s*{re.escape(kind)}\s*\]\]")
    return [number for number, row in enumerate(text.splitlines(), 1) if mark.match(row)] or [1]


def _convert(entry: object, kind: type[T], name: str, line: int) -> T:
    if kind is Provision and isinstance(entry, dict) and isinstance(entry.get("path"), str):
        entry = {**entry, "path": canonical_path(entry["path"])}
    try:
        return msgspec.convert(entry, kind, strict=False)
    except msgspec.ValidationError as error:
        raise BadPack(
            f"{name}:{line}: {error}", f"a {kind.__name__.lower()} as docs/regimes.md says"
        ) from error
