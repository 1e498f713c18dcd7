"""Measure: the claims room read over a corpus with gold readings, scored part by part, held to its floors."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from embargo import claims, sources
from embargo.claims.figures import Figures, figures, flat
from embargo.claims.floors import broken, floors_of
from embargo.claims.gold import faults
from embargo.claims.plain import claims_of
from embargo.claims.resampling import Interval, intervals
from embargo.claims.score import Critical, Tally, tally
from embargo.errors import InputError, UsageError
from embargo.vocabulary import Detail

PARTS = ("dev", "wide", "test", "test-2", "test-3")
# The parts nobody tunes to: of them only figures come out, unless somebody asks for more and says so.
SEALED = ("test", "test-2", "test-3")
TEXT, GOLD = "text.txt", "gold.json"


class Part(msgspec.Struct, frozen=True):
    """One part of a corpus, scored: figures, their 95 % intervals, what was counted in each document.

    `set_aside` names folders that lack text or gold; `gold_faults` says what is wrong with a gold reading. Of a `sealed`
    part no word of text or gold is kept: its errors are counted, not shown.
    """

    name: str
    figures: Figures
    intervals: dict[str, Interval]
    documents: tuple[Tally, ...]
    set_aside: tuple[str, ...] = ()
    gold_faults: tuple[str, ...] = ()
    sealed: bool = False


class Measure(msgspec.Struct, frozen=True):
    """A corpus scored: by which extractor and lexicon, the parts that were asked for, and those that were left alone."""

    extractor: str
    lexicon: str
    parts: tuple[Part, ...]
    left: tuple[str, ...] = ()


def measure(folder: Path, part: str = "", lexicon: tuple[Path, ...] = (), *, unseal: bool = False) -> Measure:
    """Return the figures of the corpus in the folder.

    A corpus has folders dev, wide, test, test-2 and test-3, or some of them, each with a folder for every document (text.txt,
    gold.json); `part` is one of them or "all", and dev alone where nothing is said. Any other folder of documents is one part
    under its own name. `unseal` shows the errors of the test parts, which spends the documents they stand in.
    Raises InputError where there is no document, UsageError for a part that is not there.
    """
    if not folder.is_dir():
        raise InputError(
            f"there is no folder {folder}", "a corpus: folders of documents with text.txt and gold.json"
        )
    there = [name for name in PARTS if (folder / name).is_dir()]
    chosen = _chosen(folder, there, part)
    words = claims.load_lexicon(*lexicon)
    return Measure(
        claims.EXTRACTOR_VERSION,
        claims.lexicon_version(words),
        tuple(_part(name, place, words, sealed=name in SEALED and not unseal) for name, place in chosen),
        tuple(name for name in there if name not in dict(chosen)),
    )


def _chosen(folder: Path, there: list[str], part: str) -> list[tuple[str, Path]]:
    if part and part not in (*PARTS, "all"):
        raise UsageError(f'"{part}" is no part of a corpus', f"{', '.join(PARTS)} or all")
    if not there:
        if part in PARTS:
            raise UsageError(f"{folder} has no part {part}", f"a folder {folder / part}, or no --part")
        return [(folder.resolve().name, folder)]
    wanted = there if part == "all" else [part or there[0]]
    if wanted[0] not in there:
        raise UsageError(f"{folder} has no part {part}", " or ".join(there))
    return [(name, folder / name) for name in wanted]


def _part(name: str, folder: Path, lexicon: claims.Lexicon, *, sealed: bool) -> Part:
    tallies, aside, wrong = [], [], []
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        missing = [file for file in (TEXT, GOLD) if not (place / file).is_file()]
        if missing:
            aside.append(f"{place.name}: no {' and no '.join(missing)}")
            continue
        counted, seen = _document(place, lexicon)
        tallies.append(counted)
        wrong += [f"{place.name}: {fault}" for fault in seen]
    if not tallies:
        raise InputError(f"{folder} holds no document", f"folders with {TEXT} and {GOLD}")
    if sealed:
        tallies = [_sealed(one) for one in tallies]
        wrong = [f"{len(wrong)} faults of gold, not shown"] if wrong else []
    return Part(
        name, figures(tallies), intervals(tallies), tuple(tallies), tuple(aside), tuple(wrong), sealed
    )


def _sealed(one: Tally) -> Tally:
    """Return the tally with its errors as numbers without words."""
    return msgspec.structs.replace(
        one,
        critical=tuple(Critical(one.document, "", "", None, "") for _ in one.critical),
        unverified=tuple("" for _ in one.unverified),
        wrong=(),
    )


def gold_of(place: Path) -> dict[str, Any]:
    """Return the gold reading of a document's folder. Raises InputError where it is no JSON object."""
    try:
        found = json.loads((place / GOLD).read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(f"{place / GOLD}: {error}", "JSON in the structure embargo-claims/1") from error
    if not isinstance(found, dict):
        raise InputError(f"{place / GOLD} holds no object", "the structure embargo-claims/1")
    return found


def _document(place: Path, lexicon: claims.Lexicon) -> tuple[Tally, list[str]]:
    """Return what our reading of the document counts, and what is wrong with its gold."""
    gold = gold_of(place)
    given = gold.get("doc") or {}
    stated = {
        name: Detail(str(given[name]), "stated", GOLD)
        for name in ("published", "publisher")
        if given.get(name)
    }
    captured = sources.capture((place / TEXT).read_bytes(), TEXT, stated)
    reading = claims.extract(captured.document, captured.text, lexicon)
    ours = claims_of(claims.as_schema(captured.document, reading), place.name)
    text = captured.text.text
    return tally(place.name, claims_of(gold, str(place / GOLD)), ours, text), faults(
        gold, text, str(place / GOLD)
    )


def below_floors(parts: Iterable[Part], file: Path) -> list[str]:
    """Return in words which figures fell below the floors of the file. Raises InputError where it holds none for these parts."""
    try:
        written = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read: {error}", "a TOML file of floors") from error
    floors = floors_of(written, str(file))
    held = [(part, floors[part.name]) for part in parts if part.name in floors]
    if not held:
        raise InputError(f"{file} has no floors for what was scored", f"one of [{'], ['.join(floors)}]")
    return [f"{part.name}: {fall}" for part, floor in held for fall in broken(floor, flat(part.figures))]
