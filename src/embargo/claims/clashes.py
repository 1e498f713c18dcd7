"""Clashes: one word with two meanings in the files of a lexicon, also where only capitals tell two spellings apart."""

from collections.abc import Iterable
from typing import Any

from embargo.claims.sheet import Mistake, Place, Sheet


def meanings(sheets: Iterable[Sheet], table: str) -> list[Place]:
    """Return every word of a table of lists, with the key that says what it means."""
    return [
        Place(sheet.file, sheet.lines.word(table, key, word), key, word)
        for sheet in sheets
        if isinstance(sheet.data.get(table), dict)
        for key, words in sheet.data[table].items()
        if isinstance(words, list)
        for word in words
        if isinstance(word, str)
    ]


def names_of(sheets: Iterable[Sheet]) -> list[Place]:
    """Return every name of a body, person or vessel, with the canonical id it stands for."""
    return [
        Place(sheet.file, sheet.lines.word(table, "names", name, n), str(row.get("canonical")), name)
        for sheet in sheets
        for table in ("body", "person", "vessel")
        for n, row in enumerate(_listed(sheet.data.get(table)))
        if isinstance(row, dict) and isinstance(row.get("names"), list)
        for name in row["names"]
        if isinstance(name, str)
    ]


def clashes(beneath: list[Place], written: list[Place]) -> list[Mistake]:
    """Return the words that mean something else elsewhere; letters alike but for capitals are one word."""
    first: dict[str, Place] = {}
    for place in beneath:
        first.setdefault(place.word.casefold(), place)
    found = []
    for place in written:
        other = first.setdefault(place.word.casefold(), place)
        where = f"{other.file}, line {other.line}"
        if other.meaning != place.meaning:
            seen = f'"{place.word}" is {place.meaning}; "{other.word}" is {other.meaning} already ({where})'
            found.append(Mistake(place.file, place.line, seen, "one meaning for one word"))
    return found


def spellings(sheets: Iterable[Sheet]) -> list[Mistake]:
    """Return the words that stand twice under one meaning and differ in capitals alone, where capitals are not read."""
    found = []
    kinds = [(meanings(sheets, "class"), "class"), (meanings(sheets, "modality"), "modality")]
    frames = [
        Place(sheet.file, sheet.lines.word("frame", key, word, n), key, word)
        for sheet in sheets
        for n, row in sheet.rows("frame")
        for key in ("verbs", "nouns", "phrases")
        for word in _listed(row.get(key))
        if isinstance(word, str)
    ]
    for places, kind in (*kinds, (frames, "frame")):
        first: dict[tuple[str, str], Place] = {}
        for place in places:
            other = first.setdefault((place.meaning, place.word.casefold()), place)
            if other.word != place.word:
                seen = f'"{place.word}" and "{other.word}" ({other.file}, line {other.line}) are one word'
                found.append(
                    Mistake(place.file, place.line, seen, f"one spelling: a {kind} reads no capitals")
                )
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
