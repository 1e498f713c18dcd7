"""Mending: runs of one printed line that a file writes out of order, such as marks set after all the rest."""

from bisect import bisect_left, bisect_right

import msgspec

from embargo.sources.pdfchars import Char

# Runs go on in one another up to this many times the size; columns stand further apart. From that share on, a space is due.
NEXT = 0.6
SPACE = 0.15
# A run this short may be a mark that has its place within another run.
SHORT = 8


def mended(runs: list[list[Char]]) -> list[list[Char]]:
    """Return the runs, those that one line holds joined from left to right, in the order of the first of each."""
    by_left = sorted(range(len(runs)), key=lambda k: runs[k][0].left)
    lefts = [runs[k][0].left for k in by_left]
    following: dict[int, int] = {}
    taken: set[int] = set()
    for k in by_left:
        last = _last(runs[k])
        first, end = (
            bisect_left(lefts, last.right - last.size),
            bisect_right(lefts, last.right + 2 * last.size),
        )
        # In reading order the next run is joined already: only what was written out of order is looked for.
        after = [
            j
            for j in by_left[first:end]
            if j != k and j not in taken and (j < k or j > k + 1) and _follows(runs[k], runs[j])
        ]
        if after:
            nearest = min(after, key=lambda j: (runs[j][0].left, j))
            following[k] = nearest
            taken.add(nearest)
    found: list[list[Char]] = []
    for k in range(len(runs)):
        if k in taken:
            continue
        line, seen = list(runs[k]), k
        while seen in following:
            seen = following[seen]
            line = _joined(line, runs[seen])
        found.append(line)
    return _with_marks_placed(found)


def _follows(line: list[Char], other: list[Char]) -> bool:
    last, first = _last(line), other[0]
    gap = first.left - last.right
    size = max(last.size, first.size)
    return -0.1 * size < gap < NEXT * size and _level(line, other)


def _level(line: list[Char], other: list[Char]) -> bool:
    """Return whether the runs stand on one line: on one baseline, or a small one beside the other's upper half."""
    big, small = (line, other) if line[0].size >= other[0].size else (other, line)
    rise = small[0].base - big[0].base
    size = big[0].size
    return abs(rise) < 0.1 * size or (small[0].size < 0.8 * size and 0 < rise < 0.7 * size)


def _last(line: list[Char]) -> Char:
    return line[-1] if line[-1].sign != " " or len(line) == 1 else line[-2]


def _joined(line: list[Char], other: list[Char]) -> list[Char]:
    last, first = line[-1], other[0]
    if last.sign != " " and first.left - last.right > SPACE * first.size:
        space = msgspec.structs.replace(last, sign=" ", left=last.right, right=first.left)
        return [*line, space, *other]
    return [*line, *other]


def _with_marks_placed(runs: list[list[Char]]) -> list[list[Char]]:
    """Put runs of a few small raised signs into the line within which they stand."""
    gone: set[int] = set()
    for k, run in enumerate(runs):
        if len(run) > SHORT or not all(char.sign.isdigit() or char.sign in "†‡, " for char in run):
            continue
        for j, line in enumerate(runs):
            if (
                j != k
                and j not in gone
                and len(line) > len(run)
                and run[0].size < 0.8 * line[0].size
                and line[0].left < run[0].left < _last(line).right
                and _level(line, run)
            ):
                line.extend(run)
                line.sort(key=lambda char: char.left)
                gone.add(k)
                break
    return [run for k, run in enumerate(runs) if k not in gone]
