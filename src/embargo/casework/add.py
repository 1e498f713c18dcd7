"""Add: bytes into the archive, with what is stated about them. The same bytes twice change nothing and say so.

Words that name no file (a path mistyped, a row of the sheet for a file that was added earlier) are told and not logged: they are
no source of the case. Nor are the case's own files, where its folder lies below the one that was given: a report that became a
source of the next report would confirm itself.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from embargo import sources
from embargo.casework.codec import sha256
from embargo.casework.layout import DRAFT, LEXICON, REPORT, SETTINGS
from embargo.casework.ledger import Capture, captures, set_aside_when_added
from embargo.store import HEADS, RECORD, Record
from embargo.vocabulary import Detail, SetAside

# What lies in a case's folder and is the case's; whatever else lies there is the user's.
OWN = tuple((name,) for name in (RECORD, HEADS, SETTINGS, LEXICON, DRAFT, REPORT))
Progress = Callable[[str, int, int, str], None]
# Files whose bytes and events go into one transaction: few enough to lose nothing worth having at a power cut.
BATCH = 25


class Added(msgspec.Struct, frozen=True):
    """What became of the files: new ones, ones already there (with a word on it), and ones set aside.

    `twice` names, for a new file, the earlier one of the same name, whose bytes are others: both stay in the case. `own` counts the
    case's own files, left out.
    """

    new: tuple[tuple[str, str], ...]
    same: tuple[tuple[str, str], ...]
    set_aside: tuple[SetAside, ...]
    twice: dict[str, str] = {}
    own: int = 0


def add(
    record: Record,
    paths: Iterable[Path],
    *,
    at: str,
    by: str,
    table: Path | None = None,
    flags: Mapping[str, str] | None = None,
    progress: Progress,
) -> Added:
    """Archive the files with their stated details; return what became of each. Nothing is read from the network.

    Raises BadDetails for a sheet or a flag that cannot be used at all.
    """
    given = list(paths)
    every = sources.discover(given, table=table, flags=flags)
    found = [item for item in every if not _own(item, record.folder, given)]
    known = captures(record)
    missing = {path.name for path in given if not path.exists() and not path.is_symlink()}
    # What a sheet or sidecar said on an earlier call is not repeated in the log.
    told = set_aside_when_added(record)
    new: list[tuple[str, str]] = []
    same: list[tuple[str, str]] = []
    aside: list[SetAside] = []
    twice: dict[str, str] = {}
    for start in range(0, len(found), BATCH):
        with record.writing():
            for number, item in enumerate(found[start : start + BATCH], start + 1):
                progress("add", number, len(found), item.name)
                if isinstance(item, SetAside):
                    held = _held(item, known, given)
                    if held is not None:
                        same.append((item.name, held))
                        continue
                    aside.append(item)
                    if item.name not in missing:
                        _set_aside(record, item, told, at=at, by=by)
                    continue
                try:
                    data = item.path.read_bytes()
                except OSError as error:
                    gone = SetAside(item.name, f"cannot be read: {error.strerror or error}")
                    aside.append(gone)
                    _set_aside(record, gone, told, at=at, by=by)
                    continue
                digest = sha256(data)
                stated = dict(item.stated)
                if digest not in known:
                    earlier = [old.sha256 for old in known.values() if item.name in (old.name, *old.also)]
                    if earlier:
                        twice[item.name] = earlier[-1]
                    record.put_blob(data)
                    body = {"sha256": digest, "name": item.name, "size": len(data), "stated": _plain(stated)}
                    record.append("document.captured", body, at=at, by=by)
                    known = {**known, digest: Capture(digest, item.name, at, by, stated)}
                    new.append((item.name, digest))
                    continue
                old = known[digest]
                words = f"same bytes as {old.name} (D-{digest[:12]}), nothing added"
                if item.name != old.name and item.name not in old.also:
                    again = {"sha256": digest, "name": item.name, "stated": _plain(stated)}
                    record.append("document.again", again, at=at, by=by)
                    known = {**known, digest: msgspec.structs.replace(old, also=(*old.also, item.name))}
                    words = f"same bytes as {old.name} (D-{digest[:12]}); kept as another appearance, counted once"
                elif item.name == old.name and _differs(old.stated, stated):
                    record.append(
                        "document.details", {"sha256": digest, "stated": _plain(stated)}, at=at, by=by
                    )
                    known = {**known, digest: msgspec.structs.replace(old, stated={**old.stated, **stated})}
                    words = f"same bytes as before (D-{digest[:12]}); what you state about them is updated"
                same.append((item.name, words))
    return Added(tuple(new), tuple(same), tuple(aside), twice, len(every) - len(found))


def _own(item: sources.Found | SetAside, case: Path, given: Iterable[Path]) -> bool:
    """Return whether it is a file of the case itself: of its record, its report, its settings or its lexicon."""
    paths = [item.path] if isinstance(item, sources.Found) else [root / item.name for root in given]
    whole = case.resolve()
    return any(
        path.is_relative_to(whole) and path.relative_to(whole).parts[:1] in OWN
        for path in map(Path.resolve, paths)
    )


def _held(item: SetAside, known: Mapping[str, Capture], given: Iterable[Path]) -> str | None:
    """Return a word on a row of the sheet whose file was added earlier and not handed in now; None for all else."""
    if any(path.name == item.name or (path / item.name).exists() for path in given):
        return None
    for old in known.values():
        if item.name in (old.name, *old.also):
            return f"in the case already (D-{old.sha256[:12]}); add the file again to have its row of the sheet taken"
    return None


def _set_aside(record: Record, item: SetAside, told: Mapping[str, SetAside], *, at: str, by: str) -> None:
    if item.name in told and told[item.name].reason == item.reason:
        return
    record.append(
        "document.set-aside", {"name": item.name, "reason": item.reason, "hash": item.sha256}, at=at, by=by
    )


def _differs(old: Mapping[str, Detail], new: Mapping[str, Detail]) -> bool:
    return any(name not in old or old[name].value != detail.value for name, detail in new.items())


def _plain(stated: Mapping[str, Detail]) -> dict[str, object]:
    return {name: msgspec.to_builtins(detail) for name, detail in sorted(stated.items())}
