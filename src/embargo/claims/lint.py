"""Lint: every mistake of a lexicon's files, each with its file and line; nothing is loaded, nothing stops at the first.

What is checked: the form of each table (KNOWN), classes against the taxonomy, events against the scheme, canonical ids,
empty lists, and words that stand in two places with two meanings, also where only capitals tell them apart.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib.resources import files
from typing import Any

import msgspec

from embargo.claims.canonical import wrong_body, wrong_person, wrong_vessel
from embargo.claims.clashes import clashes, meanings, names_of, spellings
from embargo.claims.lexicon import Frame
from embargo.claims.linttongues import check_tongue, is_tongue
from embargo.claims.sheet import Mistake, Sheet
from embargo.vocabulary import EVENTS
from embargo.vocabulary.taxonomy import ITEM_WORDS

# The tables of a lexicon and the keys of each; () where the keys are free.
KNOWN: dict[str, tuple[str, ...]] = {
    "class": (), "frame": Frame.__struct_fields__, "by_item": (), "irregular": (),
    "body": ("canonical", "names", "calls", "reports"), "person": ("canonical", "names", "office"),
    "vessel": ("canonical", "names"), "offices": (), "titles": ("words",),
    "speech": ("verbs", "phrases", "documents"), "modality": (), "negation": ("words",),
    "furniture": ("lines", "openings"),
}  # fmt: skip
# Ours alone: closed classes of English, units, heads of columns and other languages, read by code that names each key.
CLOSED = ("grammar.toml", "units.toml", "columns.toml")
# Classes of ours beside the taxonomy: bridges to what was spoken of before, and goods that no class of it names.
BESIDE = ("aid", "statement", "publication", "shipment.food", "shipment.thing", "ais")
# What a frame may need beside classes of items.
CAST = ("party", "person", "guest", "place", "vessel")
BY_ITEM = "by item"
_MODALITIES = (
    "pledged", "requested", "considered", "planned", "alleged", "denied", "acknowledged", "conditional", "retracted",
    "question",
)  # fmt: skip


def own_files() -> dict[str, bytes]:
    """Return the built-in lexicon's files by name."""
    folder = files("embargo.claims") / "lexicon"
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml")
    }


def lint(written: Mapping[str, bytes], beneath: Mapping[str, bytes] | None = None) -> list[Mistake]:
    """Return the mistakes of the files, in order of file and line.

    `beneath` are the files they come on top of: a word that already means something else there is a mistake of the upper
    file. The files of CLOSED are only parsed; those of another language are checked by `linttongues`.
    """
    sheets = [Sheet(name, raw) for name, raw in written.items()]
    under = [Sheet(name, raw) for name, raw in (beneath or {}).items() if name not in CLOSED]
    under = [sheet for sheet in under if not is_tongue(sheet)]
    own = [sheet for sheet in sheets if beneath is not None or not (sheet.file in CLOSED or is_tongue(sheet))]
    for sheet in sheets:
        if sheet not in own:
            if is_tongue(sheet):
                check_tongue(sheet)
            continue
        _form(sheet)
        _classes(sheet)
        _frames(sheet)
        _names(sheet)
        _lists(sheet)
    found = [mistake for sheet in sheets for mistake in sheet.mistakes]
    found += clashes(meanings(under, "class"), meanings(own, "class"))
    found += clashes(meanings(under, "modality"), meanings(own, "modality"))
    found += clashes(names_of(under), names_of(own))
    found += spellings(own)
    return sorted(found)


def _form(sheet: Sheet) -> None:
    for table in sheet.data:
        if table not in KNOWN:
            line = max(sheet.lines.table(table), sheet.lines.key("", table))
            sheet.mistake(line, f"the table [{table}] is not known", f"one of {', '.join(KNOWN)}")
    for verb, past in sheet.entries("irregular"):
        if not (isinstance(past, list) and len(past) == 2 and all(isinstance(w, str) and w for w in past)):
            line = sheet.lines.key("irregular", verb)
            sheet.mistake(line, f"{verb} has not two forms", f'{verb} = ["past", "participle"]')


def _known_class(path: str) -> bool:
    return path in ITEM_WORDS or path in BESIDE


def _classes(sheet: Sheet) -> None:
    for cls, words in sheet.entries("class"):
        if not _known_class(cls):
            line = sheet.lines.key("class", cls)
            sheet.mistake(line, f'"{cls}" is no class of the taxonomy', _near(cls, ITEM_WORDS))
        list(sheet.words("class", cls, words))
    for head, event in sheet.entries("by_item"):
        line = sheet.lines.key("by_item", head)
        if not _heads_a_class(head):
            sheet.mistake(line, f'"{head}" begins no class of the taxonomy', _near(head, _HEADS))
        if event not in EVENTS:
            sheet.mistake(line, f'"{event}" is no event', _near(str(event), EVENTS))


_HEADS = tuple(dict.fromkeys(path.partition(".")[0] for path in ITEM_WORDS))


def _heads_a_class(need: str) -> bool:
    return any(path == need or path.startswith(need + ".") for path in (*ITEM_WORDS, *BESIDE))


def _frames(sheet: Sheet) -> None:
    for n, row in sheet.rows("frame"):
        head = sheet.lines.table("frame", n)
        sheet.unknown("frame", KNOWN["frame"], row, n)
        event = row.get("event")
        if event is not None and event not in (*EVENTS, BY_ITEM):
            line = sheet.lines.key("frame", "event", n)
            sheet.mistake(line, f'"{event}" is no event', f"{_near(str(event), EVENTS)}, or {BY_ITEM}")
        if "needs" not in row:
            sheet.mistake(head, "a frame without needs", "needs = […], empty where it needs nothing")
        for key in ("verbs", "nouns", "phrases", "inner", "needs"):
            words = list(
                sheet.words(
                    "frame", key, row.get(key, []), n, empty=key in ("verbs", "needs") or key not in row
                )
            )
            for word, line in words if key == "needs" else ():
                if word not in CAST and not _heads_a_class(word):
                    sheet.mistake(line, f'a frame cannot need "{word}"', _near(word, (*CAST, *ITEM_WORDS)))
        if not any(row.get(key) for key in ("verbs", "nouns", "phrases", "turns")):
            sheet.mistake(head, "a frame without words", "verbs, nouns, phrases or turns")
        _shape(sheet, n, row)


def _shape(sheet: Sheet, n: int, row: dict[str, Any]) -> None:
    """Note what of the frame's form is still wrong: fields that are missing, or of another kind."""
    known = {key: value for key, value in row.items() if key in KNOWN["frame"]}
    lists: dict[str, list[str]] = {key: [] for key in ("verbs", "nouns", "phrases", "inner", "needs")}
    try:
        # The lists have been looked at word by word already.
        msgspec.convert({**known, **lists}, Frame)
    except msgspec.ValidationError as error:
        told, _, path = str(error).partition(" - at `$.")
        sheet.mistake(sheet.lines.key("frame", path.rstrip("`"), n), told, "a frame as in our frames.toml")


def _names(sheet: Sheet) -> None:
    for table, wrong in (("body", wrong_body), ("person", wrong_person), ("vessel", wrong_vessel)):
        for n, row in sheet.rows(table):
            sheet.unknown(table, KNOWN[table], row, n)
            canonical = row.get("canonical")
            if not isinstance(canonical, str):
                sheet.mistake(sheet.lines.table(table, n), f"a {table} without canonical", 'canonical = "…"')
            elif why := wrong(canonical):
                sheet.mistake(
                    sheet.lines.key(table, "canonical", n), f'"{canonical}" is no canonical id', why
                )
            if "names" not in row:
                sheet.mistake(sheet.lines.table(table, n), f"a {table} without names", 'names = ["…"]')
            for key in ("names", "calls", "reports"):
                if key in row and key in KNOWN[table]:
                    list(sheet.words(table, key, row[key], n))
    for noun, office in sheet.entries("offices"):
        if not isinstance(office, str):
            sheet.mistake(sheet.lines.key("offices", noun), f"{noun} has no office", f'{noun} = "…"')


def _lists(sheet: Sheet) -> None:
    for table in ("titles", "speech", "modality", "negation", "furniture"):
        found = dict(sheet.entries(table))
        if table == "modality":
            for key in found.keys() - _MODALITIES:
                line = sheet.lines.key(table, key)
                sheet.mistake(line, f'"{key}" is no modality that words can set', _near(key, _MODALITIES))
        else:
            sheet.unknown(table, KNOWN[table], found)
        for key, words in found.items():
            list(sheet.words(table, key, words))


def _near(word: str, known: Iterable[str]) -> str:
    """Return in words what was probably meant."""
    listed = list(known)
    close = get_close_matches(word, listed, n=3, cutoff=0.6)
    return " or ".join(close) if close else f"one of {', '.join(listed[:6])} …"
