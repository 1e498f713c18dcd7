"""Loading a lexicon: our data files, and a case's own on top of them."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from embargo import geography
from embargo.claims.lexicon import Frame, Lexicon
from embargo.errors import BadLexicon
from embargo.vocabulary import EVENTS

FILES = ("items.toml", "frames.toml", "turns.toml", "bodies.toml", "cues.toml")


def load_lexicon(*folders: Path) -> Lexicon:
    """Return our lexicon, with the files of the folders on top of it.

    A folder holds any of items.toml, frames.toml, turns.toml, bodies.toml, cues.toml in our form. Raises BadLexicon with file and line.
    """
    if not folders:
        return _ours()
    base = files("embargo.claims") / "lexicon"
    merged: dict[str, Any] = {}
    digest = hashlib.sha256()
    for name in FILES:
        raw = (base / name).read_bytes()
        digest.update(raw)
        _merge(merged, tomllib.loads(raw.decode()))
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            raw = path.read_bytes()
            digest.update(raw)
            _merge(merged, _checked(path, raw))
    return Lexicon(merged, digest.hexdigest()[:16])


@lru_cache(maxsize=1)
def _ours() -> Lexicon:
    base = files("embargo.claims") / "lexicon"
    merged: dict[str, Any] = {}
    digest = hashlib.sha256()
    for name in FILES:
        raw = (base / name).read_bytes()
        digest.update(raw)
        _merge(merged, tomllib.loads(raw.decode()))
    for entry in geography.names():
        digest.update(f"{entry.written}\0{entry.canonical}\0{entry.kind}\n".encode())
    return Lexicon(merged, digest.hexdigest()[:16])


def lexicon_version(lexicon: Lexicon) -> str:
    """Return the version of the lexicon: a hash of its data."""
    return lexicon.version


def _merge(into: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, list) and isinstance(into.get(key), list):
            # A case's own frames are tried before ours.
            into[key] = [*value, *into[key]] if key == "frame" else [*into[key], *value]
        elif isinstance(value, dict):
            _merge(into.setdefault(key, {}), value)
        else:
            into[key] = list(value) if isinstance(value, list) else value


def _checked(path: Path, raw: bytes) -> dict[str, Any]:
    def bad(line: int, seen: str, expected: str) -> BadLexicon:
        return BadLexicon(f"{path.name}, line {line}: {seen}", expected, f"edit {path.name}")

    try:
        text = raw.decode("utf-8")
        data = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        found = re.search(r"line (\d+)", str(error))
        raise bad(int(found.group(1)) if found else 1, str(error), "TOML in UTF-8") from error
    lines = text.splitlines()

    def line_of(words: Iterable[str]) -> int:
        wanted = [word for word in words if word]
        return next((n for n, line in enumerate(lines, 1) if any(word in line for word in wanted)), 1)

    known = {
        "class",
        "frame",
        "by_item",
        "irregular",
        "body",
        "person",
        "vessel",
        "offices",
        "titles",
        "speech",
        "modality",
        "negation",
        "furniture",
    }
    for key in data:
        if key not in known:
            raise bad(line_of([key]), f"the table [{key}] is not known", f"one of {', '.join(sorted(known))}")
    for item in data.get("frame", []):
        try:
            frame = msgspec.convert(item, Frame)
        except msgspec.ValidationError as error:
            raise bad(
                line_of([str(item.get("event", "[[frame]]"))]), str(error), "a frame as in our frames.toml"
            ) from error
        if frame.event not in (*EVENTS, "by item"):
            raise bad(
                line_of([frame.event]), f'"{frame.event}" is no event', "an event of the scheme, or by item"
            )
    for cls, words in data.get("class", {}).items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise bad(line_of([cls]), f"the class {cls} has no list of words", 'words = ["…", "…"]')
    return data
