"""Capitals: text that shouts, as wires do, set in lower case with its names restored, offsets unchanged."""

import re
from functools import cache
from string import ascii_lowercase
from typing import Any, TypeVar

import msgspec

from embargo import geography
from embargo.claims.lexicon import Lexicon
from embargo.claims.tables import is_row
from embargo.vocabulary import Claim

# A line shouts where so many letters, or more, are nearly all capitals.
LETTERS = 16
SHARE = 0.85
_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
T = TypeVar("T", bound=msgspec.Struct)


def calmed(text: str, lexicon: Lexicon) -> str:
    """Return the text with every line that is all capitals in lower case but for its names; of the same length."""
    lines = text.split("\n")
    if not any(_shouts(line) for line in lines):
        return text
    known = _names(lexicon)
    return "\n".join(_calm(line, known) if _shouts(line) else line for line in lines)


def _shouts(line: str) -> bool:
    if is_row(line):
        return False  # names of ships and firms fill the cells of tables
    # Small letters of the Latin script alone settle nearly every line, fast: more of them than all letters may leave.
    if len(line) < LETTERS or sum(map(line.count, ascii_lowercase)) > (1 - SHARE) * len(line):
        return False
    letters = [sign for sign in line if sign.isalpha()]
    return len(letters) >= LETTERS and sum(sign.isupper() for sign in letters) >= SHARE * len(letters)


def _calm(line: str, known: dict[str, str]) -> str:
    low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in line)
    found = list(low)
    words = list(_WORD.finditer(low))
    at = 0
    while at < len(words):
        # The longest name that begins here, of six words at most.
        for size in range(min(6, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            written = known.get(low[start:end])
            if written is not None:
                found[start:end] = written
                at += size - 1
                break
        at += 1
    first = next((k for k, sign in enumerate(found) if sign.isalpha()), None)
    if first is not None and len(found[first].upper()) == 1:
        found[first] = found[first].upper()
    return "".join(found)


@cache
def _places() -> dict[str, str]:
    return {name.written.lower(): name.written for name in geography.names() if name.written}


def _names(lexicon: Lexicon) -> dict[str, str]:
    found = dict(_places())
    for entry in (*lexicon.bodies, *lexicon.persons):
        for written in entry["names"]:
            found.setdefault(written.lower(), written)
    for written in lexicon.vessels:
        found.setdefault(written.lower(), written)
    return {low: written for low, written in found.items() if len(low) == len(written)}


def as_written(claim: Claim, text: str) -> Claim:
    """Return the claim with every span's words as they stand in the text."""
    return _restored(claim, text)


def _restored(record: T, text: str) -> T:
    changed: dict[str, Any] = {}
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name == "text" and isinstance(start, int) and isinstance(end, int):
            value = text[start:end]
        elif isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
            value = tuple(_restored(one, text) for one in value)
        elif isinstance(value, msgspec.Struct):
            value = _restored(value, text)
        else:
            continue
        changed[name] = value
    return msgspec.structs.replace(record, **changed)
