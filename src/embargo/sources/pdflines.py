"""Printed lines of a PDF page: characters on one baseline, footnote marks taken out, pieces parted at wide gaps."""

from collections.abc import Iterable

import msgspec

from embargo.sources.pdfchars import SOFT_HYPHENS, Char
from embargo.sources.pdfmarks import without_marks
from embargo.sources.pdfmend import mended

# A gap wider than this many times the size parts two columns or two cells; a word space is a quarter to a half.
GAP = 1.6
# A sign smaller than this share of its neighbours' size may be raised or lowered beside them.
SMALL = 0.8
# A hyphen's ink is no higher than this share of the size.
FLAT = 0.3


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
    text: str


def piece(chars: list[Char], marks: list[tuple[int, str]], size: float) -> Printed:
    """Return the piece of these code points, with its box and its text."""
    return Printed(
        chars,
        marks,
        min(char.left for char in chars),
        max(char.right for char in chars),
        min(char.bottom for char in chars if char.sign != " "),
        max(char.top for char in chars if char.sign != " "),
        size,
        "".join("-" if char.sign in SOFT_HYPHENS else char.sign for char in chars),
    )


def printed(characters: Iterable[Char]) -> list[Printed]:
    """Return the pieces of the page in the order of its content."""
    runs: list[list[Char]] = []
    line: list[Char] = []
    for char in characters:
        if char.sign == " ":
            if line and line[-1].sign != " ":
                line.append(char)
            continue
        if line and not _goes_on(line, char):
            runs.append(line)
            line = []
        line.append(char)
    if line:
        runs.append(line)
    pieces: list[Printed] = []
    for run in mended(runs):
        _close(pieces, run)
    return pieces


def _goes_on(line: list[Char], char: Char) -> bool:
    last = line[-1] if line[-1].sign != " " else line[-2] if len(line) > 1 else line[-1]
    if last.base == char.base and 0 <= char.left - last.right < 0.5 * last.size:
        return True
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
    line = _without_soft_hyphens(line)
    _part_ligatures(line)
    kept, marks, size = without_marks(line)
    whole = piece(kept, marks, size)
    # A mark takes its room: the space behind it begins where it ends.
    whole.left, whole.right = min(whole.left, line[0].left), max(whole.right, line[-1].right)
    pieces.append(whole)


def _without_soft_hyphens(line: list[Char]) -> list[Char]:
    """Drop soft hyphens that print nothing; one in mid-line that prints is the hyphen of a font that knows no other."""
    kept: list[Char] = []
    if not any(char.sign in SOFT_HYPHENS for char in line):
        return line
    for number, char in enumerate(line):
        if char.sign in SOFT_HYPHENS and number < len(line) - 1:
            # A hyphen's ink is flat; a sign as high as a letter stands for a part of a ligature.
            if not 0 < char.height < FLAT * char.size or char.right - char.left < 0.1 * char.size:
                continue
            char.sign = "-"
        kept.append(char)
    return kept
