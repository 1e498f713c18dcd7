"""The words of Russian and Korean, compiled from their data files, and the signs that they leave in a sentence."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from embargo.vocabulary import Quantity, When

NAMES = {"ru": "russian.toml", "ko": "korean.toml"}
_KINDS = ("party", "adjective", "person", "office", "place", "item")


class Sign(msgspec.Struct):
    """Something a sentence holds: its kind, span in code points, value, and what it is to the deed (`case`).

    `nation` is the State of people and things, `clause` where the clause of a deed begins and ends.
    """

    kind: str
    start: int
    end: int
    value: str
    case: str = ""
    nation: str = ""
    amount: Quantity | None = None
    when: When | None = None
    # The year was not written but counted from the day of publication.
    floating: bool = False


class Tongue:
    """One language's words, compiled; see lexicon/russian.toml and korean.toml for what each table holds."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.code: str = data["tongue"]["code"]
        self.name: str = data["tongue"]["name"]
        self.last: bool = data["tongue"]["order"] == "last"
        self.frames: list[dict[str, Any]] = data["frame"]
        self.home: dict[str, str] = data["home"]
        self._starts: dict[str, list[tuple[re.Pattern[str], str, str]]] = {}
        for kind in _KINDS:
            for value, written in data[kind].items():
                for word in written:
                    self._put(word, kind, value)
        for value, written in data["ship"].items():
            for word in written:
                self._put(word, "vessel", value)
        for kind in ("title", "vessel", "soldierly"):
            for word in data[kind]["words"]:
                self._put(word, kind, word)
        for kind, key, found in (
            ("speech", "verbs", "speech"),
            ("speech", "before", "by"),
            ("deny", "verbs", "deny"),
        ):
            for word in data[kind][key]:
                self._put(word, found, word)
        for form in ("verbs", "will", "nouns"):
            for word in dict.fromkeys(word for frame in self.frames for word in frame.get(form, ())):
                self._put(word, form, word)
        self.law = _compiled(data["law"]["pattern"])
        self.absent = {side: _compiled(data["negative"]["absent_" + side]) for side in ("before", "after")}
        self.leaders: list[str] = data["tongue"]["leaders"]
        self.after = _any(data["speech"]["after"])
        self.particles: dict[str, re.Pattern[str]] = {
            case: _any(words) for case, words in data.get("particle", {}).items()
        }
        self.prepositions: dict[str, re.Pattern[str]] = {
            case: _any(words) for case, words in data["before"].items()
        }

    def rule(self, name: str) -> re.Pattern[str]:
        """Return the compiled pattern of that name in [tongue]."""
        return _compiled(self.data["tongue"][name])

    def unit_of(self, cls: str) -> str:
        """Return the unit in which things of the class are counted where the text names none, or ""."""
        table: dict[str, list[str]] = self.data["counted"]
        head = cls.partition(".")[0]
        return next((unit for unit, heads in table.items() if head in heads), "")

    def mood(self, name: str) -> re.Pattern[str]:
        """Return the compiled pattern of that modality."""
        return _compiled(self.data["mood"][name])

    def longest(self, text: str, at: int, end: int) -> list[Sign]:
        """Return the longest words that begin at the offset, one sign for each meaning of them."""
        found: list[Sign] = []
        for key in (text[at].casefold(), "*"):
            for pattern, kind, value in self._starts.get(key, ()):
                match = pattern.match(text, at, end)
                if match is None or match.end() == at or not self._closed(text, match.end(), match.group()):
                    continue
                if found and match.end() < found[0].end:
                    continue
                if found and match.end() > found[0].end:
                    found.clear()
                found.append(Sign(kind, at, match.end(), value))
        return found

    def _closed(self, text: str, end: int, word: str) -> bool:
        """Return whether a word of one Korean syllable ends there: only a particle may follow it."""
        if not self.last or len(word) > 1:
            return True
        return not text[end : end + 1].isalpha() or self.case_after(text, end)[0] != ""

    def case_after(self, text: str, end: int) -> tuple[str, int]:
        """Return what a Korean particle after the offset says, and where it ends; "" where there is none."""
        side, more = self.data["tongue"]["side"], self.data["tongue"]["more"]
        for case, pattern in self.particles.items():
            match = re.compile(
                rf"(?:{side})?(?:\([^)]{{1,24}}\)|\))?(?:{pattern.pattern})(?:{more})?(?![{self.data['tongue']['letters']}])"
            ).match(text, end)
            if match is not None:
                return case, match.end()
        return "", end

    def _put(self, word: str, kind: str, value: str) -> None:
        key = "*" if word.startswith("*") else word[0].casefold()
        self._starts.setdefault(key, []).append(
            (_word(word, self.last, self.data["tongue"]["light"]), kind, value)
        )


def _any(words: list[str]) -> re.Pattern[str]:
    return _compiled("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "$^")


def _word(word: str, open_end: bool, light: str) -> re.Pattern[str]:
    """Return the pattern of a word of the data; a Korean one stays open, since particles are joined to it."""
    written = (
        re.escape(word)
        .replace(r"\ ", r"\s+")
        .replace(r"\*", r"[\w-]*")
        .replace("\\~", light)
        .replace("~", light)
    )
    if word.startswith("*"):
        written = written.replace(r"[\w-]*", r"[^\W\d_]*?", 1)
    return _compiled(written if open_end else written + r"(?!\w)")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def tongue(code: str) -> Tongue:
    """Return the words of the language: "ru" or "ko". Raises KeyError for another."""
    path = files("embargo.claims") / "lexicon" / NAMES[code]
    return Tongue(tomllib.loads(path.read_text(encoding="utf-8")))


def signs(speech: Tongue, text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[Sign]:
    """Return the words of text[start:end] that the language knows, in order, outside the spans already taken."""
    found: list[Sign] = []
    at, last = start, -1
    while at < end:
        inside = next((stop for begin, stop in taken if begin <= at < stop), None)
        if inside is not None:
            at = last = inside
            continue
        begins = text[at].isalnum() and (at in (start, last) or not text[at - 1].isalnum())
        longest = speech.longest(text, at, end) if begins else []
        if longest:
            found.extend(longest)
            at = last = longest[0].end
        else:
            at += 1
    return found
