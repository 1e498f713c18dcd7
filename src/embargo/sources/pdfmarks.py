"""Footnote marks of a PDF line: signs that are small and stand above its baseline, taken out with their places."""

from statistics import median

import msgspec

from embargo.sources.pdfchars import Char
from embargo.sources.raised import says, staying

# A sign smaller than this share of the line's size, or whose ink is lower than this share of a capital's, is small.
SMALL = 0.8
LOW = 0.75
# Capitals and digits are at least this share of the size high.
CAPITAL = 0.6
# A small sign whose foot stands this share of the size above the baseline is raised.
RAISED = 0.2


def without_marks(line: list[Char]) -> tuple[list[Char], list[tuple[int, str]], float]:
    """Return the line without the marks raised above it, the marks as (place, what it says), and the line's size."""
    size, base, capital = _measures([char for char in line if char.sign != " "])
    kept, marks = _parted(line, [_is_raised(char, size, base, capital) for char in line])
    if any(char.sign != " " for char in kept):
        return kept, marks, size
    return line, [], size  # a raised sign that stands alone is nobody's mark: it stays as it is


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


def _parted(line: list[Char], raised: list[bool]) -> tuple[list[Char], list[tuple[int, str]]]:
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
