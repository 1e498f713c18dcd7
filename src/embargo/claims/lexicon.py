"""The lexicon: what words mean to the reader. Data files, ours and a case's own, compiled into one longest-match table."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec

from embargo import geography
from embargo.errors import BadLexicon
from embargo.language import tokens
from embargo.vocabulary import EVENTS

FILES = ("items.toml", "frames.toml", "bodies.toml", "cues.toml")
Kind = Literal[
    "party",
    "adjective",
    "place",
    "item",
    "verb",
    "noun",
    "phrase",
    "speech",
    "document",
    "office",
    "title",
    "cue",
    "mean",
]
Form = Literal["base", "s", "past", "ing", "pp"]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a verb, noun or phrase can say happened, and who stands where; see lexicon/frames.toml."""

    event: str
    pattern: Literal["give", "get", "act"]
    object: Literal["items", "recipient", "places", "none"]
    needs: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    copula: bool = False
    passive_only: bool = False
    bridge: bool = False
    reverse: bool = False


class Entry(msgspec.Struct, frozen=True):
    """One meaning of a run of words: its kind, its value (canonical id, class, lemma), and its form for verbs."""

    kind: Kind
    value: str
    form: str = ""
    exact: tuple[str, ...] = ()


class Lexicon:
    """The compiled table; `match` finds the longest entry at a token."""

    def __init__(self, data: Mapping[str, Any], version: str) -> None:
        self.version = version
        self.frames: tuple[Frame, ...] = tuple(msgspec.convert(item, Frame) for item in data["frame"])
        self.by_item: dict[str, str] = data["by_item"]
        self.bodies: list[dict[str, Any]] = data["body"]
        self.persons: list[dict[str, Any]] = data["person"]
        self.vessels: dict[str, str] = {
            name: vessel["canonical"] for vessel in data.get("vessel", ()) for name in vessel["names"]
        }
        self.offices: dict[str, str] = data["offices"]
        self.furniture: dict[str, list[str]] = data["furniture"]
        self.modality: dict[str, list[str]] = data["modality"]
        self.leaders = {
            p["canonical"][:2]: p["canonical"] for p in self.persons if p.get("office") == "leader"
        }
        self.negation = frozenset(data["negation"]["words"])
        self.inner = {
            verb: frozenset(form for form, _ in forms(verb, self._irregular(data)))
            for frame in self.frames
            for verb in frame.inner
        }
        self._table: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._compile(data)
        for options in self._table.values():
            options.sort(key=lambda option: -len(option[0]))

    @staticmethod
    def _irregular(data: Mapping[str, Any]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = data["irregular"]
        return found

    def match(self, words: list[Any], at: int) -> list[tuple[int, Entry]]:
        """Return the entries that begin at token `at`, longest first, each with the number of its tokens."""
        found: list[tuple[int, Entry]] = []
        for run, entry in self._table.get(words[at].low, ()):
            size = len(run)
            if all(at + k < len(words) and words[at + k].low == run[k] for k in range(size)) and (
                not entry.exact or tuple(word.text for word in words[at : at + size]) == entry.exact
            ):
                found.append((size, entry))
        return found

    def event_of(self, item: str) -> str:
        """Return the event that passing on an item of that class is."""
        head = item.split(" ", 1)[0].split(".", 1)[0]
        return self.by_item.get(head, "transfer.materiel")

    def _put(self, written: str, kind: Kind, value: str, form: str = "", *, exact: bool = False) -> None:
        run = tokens(written)
        if not run:
            return
        lows = tuple(token.low for token in run)
        shape = tuple(token.text for token in run) if exact else ()
        self._table.setdefault(lows[0], []).append((lows, Entry(kind, value, form, shape)))

    def _compile(self, data: Mapping[str, Any]) -> None:
        for name in geography.names():
            kind: Kind = {"adjective": "adjective", "port": "place", "region": "place"}.get(
                name.kind, "party"
            )  # type: ignore[assignment]
            # Names are matched as capitalised: "the South" is a State, "the south" a direction, "us" are we.
            self._put(name.written, kind, name.canonical, name.kind, exact=True)
            if name.kind == "adjective":
                self._put(name.written + "-flagged", kind, name.canonical, name.kind, exact=True)
            if name.written.startswith("the "):
                self._put("T" + name.written[1:], kind, name.canonical, name.kind, exact=True)
        for body in self.bodies:
            for written in body["names"]:
                self._put(written, "party", body["canonical"], "body", exact=True)
            for written in body.get("calls", ()):
                self._put(written, "party", body["canonical"], "call")
            for written in body.get("reports", ()):
                self._put(written, "document", body["canonical"], "call")
        for person in self.persons:
            for written in person["names"]:
                self._put(written, "party", person["canonical"], "person", exact=True)
        for cls, written_so in data["class"].items():
            for written in written_so:
                for plural in (written, *_plurals(written)):
                    self._put(plural, "item", cls)
        for office in self.offices:
            self._put(office, "office", office)
        for title in data["titles"]["words"]:
            self._put(title, "title", title)
        self._verbs(data)

    def _verbs(self, data: Mapping[str, Any]) -> None:
        irregular = self._irregular(data)
        for verb in dict.fromkeys(verb for frame in self.frames for verb in frame.verbs):
            for written, form in forms(verb, irregular):
                self._put(written, "verb", verb, form)
        for noun in dict.fromkeys(noun for frame in self.frames for noun in frame.nouns):
            for written in (noun, *_plurals(noun)):
                self._put(written, "noun", noun)
        for phrase in dict.fromkeys(phrase for frame in self.frames for phrase in frame.phrases):
            self._put(phrase, "phrase", phrase)
        for verb in data["speech"]["verbs"]:
            for written, form in forms(verb, irregular):
                self._put(written, "speech", verb, form)
        for phrase in data["speech"]["phrases"]:
            self._put(phrase, "speech", phrase, "phrase")
        for noun in data["speech"]["documents"]:
            for written in (noun, *_plurals(noun)):
                self._put(written, "document", noun)
        for modality, cues in self.modality.items():
            for cue in cues:
                self._put(cue, "cue", modality)
        for word in data["negation"]["words"]:
            self._put(word, "cue", "negative")


def _plurals(written: str) -> tuple[str, ...]:
    if written.endswith(("s", "x", "ch", "sh")):
        return (written + "es",) if not written.endswith("s") else ()
    if written.endswith("y") and written[-2:-1] not in "aeiou":
        return (written[:-1] + "ies",)
    return (written + "s",)


def forms(verb: str, irregular: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Return the forms of an English verb with their names: base, s, past (also pp where alike), ing."""
    third = verb + "es" if re.search(r"(s|x|ch|sh|o)$", verb) else verb + "s"
    if re.search(r"[^aeiou]y$", verb):
        third = verb[:-1] + "ies"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    double = re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", verb) is not None or verb in (
        "transfer",
        "refer",
        "admit",
    )
    ing = (stem + verb[-1] if double else stem) + "ing"
    past = verb + "d" if verb.endswith("e") else (stem + verb[-1] if double else stem) + "ed"
    if re.search(r"[^aeiou]y$", verb):
        past = verb[:-1] + "ied"
    found = [(verb, "base"), (third, "s"), (ing, "ing")]
    if verb in irregular:
        first, second = irregular[verb][-2:]  # a later file overrules an earlier one
        found += [(first, "past")] + ([(second, "pp")] if second != first else [])
    else:
        found.append((past, "past"))
    return found


def load_lexicon(*folders: Path) -> Lexicon:
    """Return our lexicon, with the files of the folders on top of it.

    A folder holds any of items.toml, frames.toml, bodies.toml, cues.toml in our form. Raises BadLexicon with file and line.
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
