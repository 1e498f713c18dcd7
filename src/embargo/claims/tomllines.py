"""Where in a TOML file a value is written: tables, keys and words by their line, which the parser does not keep."""

import re

import msgspec

_HEADER = re.compile(r"\s*\[\[?\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?P<key>"[^"]*"|'[^']*'|[\w.-]+)\s*=""")
_STRING = re.compile(r"""\"((?:[^"\\]|\\.)*)\"|'([^']*)'""")
_FENCES = ('"""', "'''")


class Written(msgspec.Struct, frozen=True):
    """One key or header: its table, the how-manieth table of that name (from 0), its key ("" for a header), its lines."""

    table: str
    ordinal: int
    key: str
    first: int
    last: int


class Lines:
    """The lines of a TOML file by what stands in them."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._written: dict[tuple[str, int, str], Written] = {}
        for one in _scan(self._lines):
            self._written.setdefault((one.table, one.ordinal, one.key), one)
        self._quoted: dict[Written, dict[str, list[int]]] = {}

    def table(self, name: str, ordinal: int = 0) -> int:
        """Return the line of a table's header, or the first line where there is none."""
        return self._find(name, ordinal, "").first

    def key(self, table: str, key: str, ordinal: int = 0) -> int:
        """Return the line of a key, or that of its table's header."""
        return self._find(table, ordinal, key).first

    def word(self, table: str, key: str, word: str, ordinal: int = 0, nth: int = 0) -> int:
        """Return the line where the word is written under the key for the nth time (from 0), or the line of the key."""
        place = self._find(table, ordinal, key)
        if place not in self._quoted:
            self._quoted[place] = self._strings(place)
        lines = self._quoted[place].get(word, [])
        return lines[nth] if nth < len(lines) else place.first

    def _strings(self, place: Written) -> dict[str, list[int]]:
        """Return the lines on which each string between quotation marks stands, in order."""
        found: dict[str, list[int]] = {}
        for number in range(place.first, min(place.last, len(self._lines)) + 1):
            for match in _STRING.finditer(self._lines[number - 1]):
                found.setdefault(match[1] if match[1] is not None else match[2], []).append(number)
        return found

    def _find(self, table: str, ordinal: int, key: str) -> Written:
        head = self._written.get((table, ordinal, ""), Written(table, ordinal, key, 1, 1))
        return self._written.get((table, ordinal, key), head)


def _scan(lines: list[str]) -> list[Written]:
    found: list[Written] = []
    seen: dict[str, int] = {}
    table, number = "", 0
    while number < len(lines):
        line = lines[number]
        number += 1
        header = _HEADER.match(line)
        key = None if header else _KEY.match(line)
        if header:
            table = header["name"].strip("\"'")
            seen[table] = seen.get(table, -1) + 1
            found.append(Written(table, seen[table], "", number, number))
        elif key:
            first = number
            depth, fence = _open(line[key.end() :], 0, "")
            while (depth or fence) and number < len(lines):
                depth, fence = _open(lines[number], depth, fence)
                number += 1
            found.append(Written(table, seen.get(table, 0), key["key"].strip("\"'"), first, number))
    return found


def _open(line: str, depth: int, fence: str) -> tuple[int, str]:
    """Return how many brackets, and which long string, are still open at the end of the line."""
    at = 0
    while at < len(line):
        if fence:
            end = line.find(fence, at)
            if end < 0:
                return depth, fence
            at, fence = end + len(fence), ""
        elif line[at : at + 3] in _FENCES:
            fence, at = line[at : at + 3], at + 3
        elif line[at] in "\"'":
            sign, at = line[at], at + 1
            while at < len(line) and line[at] != sign:
                at += 2 if line[at] == "\\" and sign == '"' else 1
            at += 1
        elif line[at] == "#":
            return depth, fence
        else:
            depth += (line[at] in "[{") - (line[at] in "]}")
            at += 1
    return depth, fence
