"""Printed lines of a PDF page: characters on one baseline, footnote marks taken out, pieces parted at wide gaps."""

from collections.abc import Iterable
from statistics import median

import msgspec

from embargo.sources.pdfchars import Char

# A gap wider than this many times the size parts two columns or two cells; a word space is a quarter to a half.
GAP = 1.6
# A digit smaller than this share of the line's size, standing on a raised baseline, is a mark and no figure.
SMALL = 0.8
# A sign whose foot stands this share of the size above the line's is raised.
RAISED = 0.2


class Printed(msgspec.Struct):
    """One printed piece of a line: its code points, the footnote marks taken out of it, its box and size.

    A mark is (place among the code points, what it says).
    """

    chars: list[Char]
    marks: list[tuple[int, str]]
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def text(self) -> str:
        """The piece as a string."""
        return "".join(char.sign for char in self.chars)


def printed(characters: Iterable[Char]) -> list[Printed]:
    """Return the pieces of the page in the order of its content."""
    pieces: list[Printed] = []
    line: list[Char] = []
    for char in characters:
        if char.sign == " ":
            if line and line[-1].sign != " ":
                line.append(char)
            continue
        if line and not _goes_on(line, char):
            _close(pieces, line)
            line = []
        line.append(char)
    _close(pieces, line)
    return pieces


def _goes_on(line: list[Char], char: Char) -> bool:
    last = next((item for item in reversed(line) if item.sign != " "), line[-1])
    height = max(last.size, char.size, 1.0)
    overlap = min(last.top, char.top) - max(last.bottom, char.bottom) - 0.3 * height
    raised = (
        char.size < SMALL * last.size
        and char.bottom >= last.bottom - 0.2 * height
        and char.bottom < last.top + 0.3 * height
    )
    lowered = last.size < SMALL * char.size and last.bottom >= char.bottom - 0.2 * height
    level = overlap > 0 or raised or lowered or abs(last.bottom - char.bottom) < 0.5 * height
    if char.left == last.left and char.right == last.right and overlap > 0:
        return True  # the letters of one ligature share one box
    gap = char.left - last.right
    return level and -0.6 * height < gap < GAP * height


def _part_ligatures(line: list[Char]) -> None:
    """Give the letters of one ligature each their share of its box."""
    k = 0
    while k < len(line):
        j = k + 1
        while (
            j < len(line)
            and line[j].sign != " "
            and line[j].left == line[k].left
            and line[j].right == line[k].right
        ):
            j += 1
        if j - k > 1:
            left, width = line[k].left, (line[k].right - line[k].left) / (j - k)
            for place, char in enumerate(line[k:j]):
                char.left, char.right = left + place * width, left + (place + 1) * width
        k = j


def _close(pieces: list[Printed], line: list[Char]) -> None:
    while line and line[-1].sign == " ":
        line.pop()
    if not line:
        return
    _part_ligatures(line)
    inked = [char for char in line if char.sign != " "]
    size = median(char.size for char in inked)
    base = median([char.foot for char in inked if char.sign.isalnum()] or [char.foot for char in inked])
    kept: list[Char] = []
    marks: list[tuple[int, str]] = []
    for char in line:
        # A raised digit is a mark whether its font is smaller or its glyph is: its foot stands above the line's.
        small = char.foot > base + RAISED * size
        if small and (char.sign.isdigit() or char.sign in "†‡"):
            if marks and marks[-1][0] == len(kept):
                marks[-1] = (len(kept), marks[-1][1] + char.sign)
            else:
                marks.append((len(kept), char.sign))
            continue
        if char.sign == " " and kept and kept[-1].sign == " ":
            continue
        kept.append(char)
    inked = [char for char in kept if char.sign != " "]
    if not inked:
        return
    pieces.append(
        Printed(
            kept,
            marks,
            min(char.left for char in inked),
            max(char.right for char in inked),
            min(char.bottom for char in inked),
            max(char.top for char in inked),
            size,
        )
    )
