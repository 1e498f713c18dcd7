"""The lexicon: what words mean to the reader. Data files, ours and a case's own, compiled into one longest-match table."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from embargo import geography
from embargo.claims.forms import forms, plurals
from embargo.claims.idiom import Turn, Turns, turns_of
from embargo.language import Token, tokens

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
    turns: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    copula: bool = False
    passive_only: bool = False
    bridge: bool = False
    reverse: bool = False
    # The thing that the verb itself says: "arm" passes on arms, "fund" money.
    thing: str = ""
    # What is told of goods only where a customs service tells it: "the returns show 38 tonnes".
    of_customs: bool = False


class Entry(msgspec.Struct, frozen=True):
    """One meaning of a run of words: its kind, its value (canonical id, class, lemma), and its form for verbs."""

    kind: Kind
    value: str
    form: str = ""
    exact: tuple[str, ...] = ()


# Runs of words in lower case, each with what it means.
_Options = list[tuple[tuple[str, ...], Entry]]


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
        # Lines that are furniture as a whole, and how those open that are by their first words.
        self.lines = frozenset(data["furniture"]["lines"])
        self.openings: tuple[str, ...] = tuple(
            opening.strip(" .")  # "Photo:", not "Photographs show"
            for opening in data["furniture"]["openings"]
            if ":" in opening or len(opening) > 8
        )
        self.modality: dict[str, list[str]] = data["modality"]
        self.leaders = {
            p["canonical"][:2]: p["canonical"] for p in self.persons if p.get("office") == "leader"
        }
        self.negation = frozenset(data["negation"]["words"])
        self.reversing = frozenset(p for frame in self.frames if frame.reverse for p in frame.phrases)
        self.inner = {
            verb: frozenset(form for form, _ in forms(verb, self._irregular(data)))
            for frame in self.frames
            for verb in frame.inner
        }
        self._frames: dict[tuple[str, str], list[Frame]] = {}
        for frame in self.frames:
            for kind, known in (
                ("verb", (*frame.verbs, *frame.turns)),
                ("noun", frame.nouns),
                ("phrase", frame.phrases),
            ):
                for value in dict.fromkeys(known):
                    self._frames.setdefault((kind, value), []).append(frame)
        self._table: dict[str, _Options] = {}
        self._compile(data)
        self.turns = self._turns(self._irregular(data))
        # Entries by their first word: those of that word alone, and the longer ones by their second word, longest first.
        self._known: dict[str, tuple[_Options, dict[str, _Options]]] = {}
        for first, options in self._table.items():
            alone, longer = self._known[first] = ([], {})
            for option in sorted(options, key=lambda option: -len(option[0])):
                (alone if len(option[0]) == 1 else longer.setdefault(option[0][1], [])).append(option)

    @staticmethod
    def _irregular(data: Mapping[str, Any]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = data["irregular"]
        return found

    def frames_of(self, kind: str, value: str) -> Sequence[Frame]:
        """Return the frames that a trigger of that kind can fill, in their order."""
        return self._frames.get((kind, value), ())

    def match(self, words: Sequence[Token], at: int) -> list[tuple[int, Entry]]:
        """Return the entries that begin at token `at`, longest first, each with the number of its tokens."""
        known = self._known.get(words[at].low)
        if known is None:
            return []
        options, longer = known
        if longer and at + 1 < len(words):
            behind = longer.get(words[at + 1].low)
            if behind is not None:
                options = behind + options
        found: list[tuple[int, Entry]] = []
        for run, entry in options:
            size = len(run)
            # The first two words stand here already; most runs fail at the third.
            if size > 2 and (
                at + size > len(words)
                or words[at + 2].low != run[2]
                or (size > 3 and run != tuple([word.low for word in words[at : at + size]]))
            ):
                continue
            exact = entry.exact
            if exact and (
                words[at].text != exact[0]
                or (size > 1 and exact != tuple([word.text for word in words[at : at + size]]))
            ):
                continue
            found.append((size, entry))
        return found

    def opens(self, low: str) -> bool:
        """Return whether any entry begins with the word: nothing else need be matched."""
        return low in self._known

    def event_of(self, item: str) -> str:
        """Return the event that passing on an item of that class is."""
        path = item.split(" ", 1)[0]
        return self.by_item.get(path) or self.by_item.get(path.split(".", 1)[0], "transfer.materiel")

    def _put(self, written: str, kind: Kind, value: str, form: str = "", *, exact: bool = False) -> None:
        run = tokens(written)
        if not run:
            return
        lows = tuple(token.low for token in run)
        shape = tuple(token.text for token in run) if exact else ()
        self._table.setdefault(lows[0], []).append((lows, Entry(kind, value, form, shape)))

    def _turns(self, irregular: Mapping[str, list[str]]) -> dict[str, Turns]:
        written: dict[str, list[Turn]] = {}
        for template in dict.fromkeys(turn for frame in self.frames for turn in frame.turns):
            for low, turn in turns_of(template, irregular):
                written.setdefault(low, []).append(turn)
        return {low: Turns(turns) for low, turns in written.items()}

    def _compile(self, data: Mapping[str, Any]) -> None:
        self._geography()
        self._parties()
        for cls, written_so in data["class"].items():
            for written in written_so:
                for plural in (written, *plurals(written)):
                    self._put(plural, "item", cls)
        for office in self.offices:
            self._put(office, "office", office)
        for title in data["titles"]["words"]:
            self._put(title, "title", title)
        self._verbs(data)
        self._speech(data)

    def _geography(self) -> None:
        kinds: dict[str, Kind] = {"adjective": "adjective", "port": "place", "region": "place"}
        for name in geography.names():
            kind = kinds.get(name.kind, "party")
            # Names are matched as capitalised: "the South" is a State, "the south" a direction, "us" are we.
            self._put(name.written, kind, name.canonical, name.kind, exact=True)
            if name.kind in ("adjective", "state"):
                self._put(name.written + "-flagged", "adjective", name.canonical, "adjective", exact=True)
            if name.written.startswith("the "):
                self._put("T" + name.written[1:], kind, name.canonical, name.kind, exact=True)

    def _parties(self) -> None:
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

    def _verbs(self, data: Mapping[str, Any]) -> None:
        irregular = self._irregular(data)
        for verb in dict.fromkeys(verb for frame in self.frames for verb in frame.verbs):
            for written, form in forms(verb, irregular):
                self._put(written, "verb", verb, form)
        for noun in dict.fromkeys(noun for frame in self.frames for noun in frame.nouns):
            for written in (noun, *plurals(noun)):
                self._put(written, "noun", noun)
        for phrase in dict.fromkeys(phrase for frame in self.frames for phrase in frame.phrases):
            self._put(phrase, "phrase", phrase)

    def _speech(self, data: Mapping[str, Any]) -> None:
        irregular = self._irregular(data)
        for verb in data["speech"]["verbs"]:
            for written, form in forms(verb, irregular):
                self._put(written, "speech", verb, form)
        for phrase in data["speech"]["phrases"]:
            self._put(phrase, "speech", phrase, "phrase")
        for noun in data["speech"]["documents"]:
            for written in (noun, *plurals(noun)):
                self._put(written, "document", noun)
        for modality, cues in self.modality.items():
            for cue in cues:
                self._put(cue, "cue", modality)
        for word in data["negation"]["words"]:
            self._put(word, "cue", "negative")
