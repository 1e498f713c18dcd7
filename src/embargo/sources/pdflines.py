"""Printed lines of a PDF page: characters on one baseline, footnote marks taken out, pieces parted at wide gaps."""

from collections.abc import Iterable
from statistics import median

import msgspec

from embargo.sources.pdfchars import SOFT_HYPHENS, Char
from embargo.sources.pdfmend import mended
from embargo.sources.raised import says, staying

# A gap wider than this many times the size parts two columns or two cells; a word space is a quarter to a half.
GAP = 1.6
# A sign smaller than this share of the line's size, or whose ink is lower than this share of a capital's, is small.
SMALL = 0.8
LOW = 0.75
# Capitals and digits are at least this share of the size high.
CAPITAL = 0.6
# A hyphen's ink is no higher than this share of the size.
FLAT = 0.3
# A small sign whose foot stands this share of the size above the baseline is raised.
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
    inked = [char for char in line if char.sign != " "]
    size, base, capital = _measures(inked)
    kept, marks = _without_marks(line, [_is_raised(char, size, base, capital) for char in line])
    inked = [char for char in kept if char.sign != " "]
    if not inked:
        # A raised sign that stands alone is nobody's mark: it stays as it is.
        kept, marks = line, []
        inked = [char for char in line if char.sign != " "]
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


def _measures(inked: list[Char]) -> tuple[float, float, float]:
    """Return the size of the line, its baseline, and how high its capitals are, from its full-sized signs."""
    sizes = sorted(char.size for char in inked)
    largest = sizes[-1]
    if len(sizes) > 6 and sizes[-2] < SMALL * largest:
        largest = sizes[-2]  # a large initial before a line is no measure for it
    full = [char for char in inked if SMALL * largest <= char.size <= largest]
    size = median(char.size for char in full)
    capital = max([CAPITAL * size, *(char.height for char in full)])
    return size, median(char.base for char in full), capital


def _is_raised(char: Char, size: float, base: float, capital: float) -> bool:
    # By the baseline, not by its neighbours' ink: old-style figures hang below the line, and are no marks for that.
    if char.foot <= base + RAISED * size or char.sign == " ":
        return False
    return char.size < SMALL * size or 0 < char.height < LOW * min(capital, size)


def _without_marks(line: list[Char], raised: list[bool]) -> tuple[list[Char], list[tuple[int, str]]]:
    """Return the line without the marks raised above it, and the marks with their places."""
    kept: list[Char] = []
    marks: list[tuple[int, str]] = []
    if not any(raised):
        spaced = zip(line, [None, *line], strict=False)
        return [char for char, before in spaced if char.sign != " " or (before and before.sign != " ")], marks
    k = 0
    while k < len(line):
        end = _run_end(line, raised, k)
        if end == k:
            if line[k].sign in ",.;:!?)" and marks and kept and kept[-1].sign == " ":
                _take_space(kept, marks)
            if line[k].sign != " " or (kept and kept[-1].sign != " "):
                kept.append(line[k])
            k += 1
            continue
        run = line[k:end]
        before = "".join(char.sign for char in kept[-20:])
        stays = staying(before, "".join(char.sign for char in run))
        if not stays:
            marks.append((len(kept), says("".join(char.sign for char in run))))
        elif len(stays) == len(run):
            kept.extend(_with_sign(char, sign) for char, sign in zip(run, stays, strict=True))
        else:
            kept.extend(run)
        k = end
    return kept, marks


def _take_space(kept: list[Char], marks: list[tuple[int, str]]) -> None:
    """Take away the space beside the last mark, which was the mark's, before a sign that follows its word closely."""
    place, said = marks[-1]
    if place >= len(kept) - 1:
        kept.pop()
        marks[-1] = (min(place, len(kept)), said)


def _run_end(line: list[Char], raised: list[bool], start: int) -> int:
    """Return where the run of raised signs ends that begins at `start`; signs that only join two marks belong to it.

    Quotation marks and apostrophes stand high by nature and begin no run.
    """
    end = start
    while end < len(line):
        sign = line[end].sign
        high = raised[end] and (sign.isalnum() or sign in "*†‡§" or (end > start and sign in ",;–-"))
        if not high and not (end > start and _joins_marks(line, raised, end)):
            break
        end += 1
    # An asterisk stands high by nature too: with nothing else raised it is left where it is.
    if all(line[k].sign == "*" for k in range(start, end)):
        return start
    while end > start and line[end - 1].sign in ",;–-":
        end -= 1
    return end


def _joins_marks(line: list[Char], raised: list[bool], place: int) -> bool:
    """Return whether the sign, though not raised itself, stands between two raised figures."""
    return (
        line[place].sign in ",;–- "
        and (line[place - 1].sign.isdigit() or line[place - 1].sign in ",;")
        and place + 1 < len(line)
        and raised[place + 1]
        and line[place + 1].sign.isdigit()
    )


def _with_sign(char: Char, sign: str) -> Char:
    return msgspec.structs.replace(char, sign=sign)
