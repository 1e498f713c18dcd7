"""One lexicon file laid out for checking: its tables, where each word is written, and the mistakes seen in it."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import msgspec

from embargo.claims.tomllines import Lines


class Mistake(msgspec.Struct, frozen=True, order=True):
    """One mistake: file and line, what was seen there, what was expected."""

    file: str
    line: int
    seen: str
    expected: str = ""


class Place(msgspec.Struct, frozen=True):
    """Where a word is written: its sheet's file, line, table, key, and what the table says it means."""

    file: str
    line: int
    meaning: str
    word: str


class Sheet:
    """A parsed file; `mistake` notes what is wrong on a line of it."""

    def __init__(self, file: str, raw: bytes) -> None:
        self.file = file
        self.mistakes: list[Mistake] = []
        self.data: dict[str, Any] = {}
        text = raw.decode("utf-8", "replace")
        self.lines = Lines(text)
        try:
            self.data = tomllib.loads(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            self.mistake(line, "bytes that are no UTF-8", "TOML in UTF-8")
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found.group(1)) if found else max(1, len(text.splitlines()))
            self.mistake(line, str(error).rsplit(" (at", 1)[0], "TOML")

    def mistake(self, line: int, seen: str, expected: str = "") -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(self.file, line, seen, expected))

    def rows(self, table: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the tables of an array of tables with their ordinals; what is none is a mistake."""
        found = self.data.get(table, [])
        if not isinstance(found, list):
            self.mistake(
                self.lines.table(table), f"[{table}] is one table", f"[[{table}]], as often as needed"
            )
            return
        yield from ((n, row) for n, row in enumerate(found) if isinstance(row, dict))

    def entries(self, table: str) -> Iterator[tuple[str, Any]]:
        """Yield the keys and values of a table; what is no table is a mistake."""
        found = self.data.get(table, {})
        if isinstance(found, dict):
            yield from found.items()
        else:
            self.mistake(self.lines.table(table), f"{table} is no table", f"[{table}] with keys of its own")

    def words(
        self, table: str, key: str, value: Any, ordinal: int = 0, *, empty: bool = False
    ) -> Iterator[tuple[str, int]]:
        """Yield the words of a list with their lines. No list, an empty one and one word twice are mistakes."""
        line = self.lines.key(table, key, ordinal)
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self.mistake(line, f"{key} holds no list of words", f'{key} = ["…", "…"]')
            return
        if not value and not empty:
            self.mistake(line, f"{key} is an empty list", "words, or no such key")
        seen: dict[str, int] = {}
        for word in value:
            nth = seen.get(word, -1) + 1
            seen[word] = nth
            at = self.lines.word(table, key, word, ordinal, nth)
            if not word.strip():
                self.mistake(at, f"{key} holds an empty word", "words with letters")
            elif nth:
                self.mistake(at, f'{key} holds "{word}" twice', "each word once")
            else:
                yield word, at

    def unknown(self, table: str, known: tuple[str, ...], written: dict[str, Any], ordinal: int = 0) -> None:
        """Note every key of a table that is not known there."""
        for key in written:
            if key not in known:
                line = self.lines.key(table, key, ordinal)
                self.mistake(line, f"[{table}] has no key {key}", f"one of {', '.join(known)}")
