"""Cells: pieces of a line parted where a table's columns begin, though the gap is no wider than a stretched word space."""

from collections import Counter
from statistics import median

from embargo.sources.pdflines import Printed, piece

# A gap may part cells from this many times the size on, where it is this many times the line's other word spaces, and
# another line of the page begins or ends a cell at the same place.
WIDE = 0.7
OUTSTANDING = 1.8
EVEN = 1.3


def in_cells(pieces: list[Printed]) -> list[Printed]:
    """Return the pieces of the page, those that run over several cells of a table parted between them."""
    wide = [_wide_gaps(line) for line in pieces]
    starts: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    ends: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    for line, (gaps, even) in zip(pieces, wide, strict=True):
        starts[even].update(round(line.chars[gap + 1].left) for gap in gaps)
        ends[even].update(round(right) for right in _cell_ends(line, gaps))
    lefts = Counter(round(line.left) for line in pieces)
    found: list[Printed] = []
    for line, (gaps, even) in zip(pieces, wide, strict=True):
        cuts = []
        for gap, right in zip(gaps, _cell_ends(line, gaps), strict=True):
            left = line.chars[gap + 1].left
            others = max(_near(starts[False], left) + _near(lefts, left), _near(ends[False], right))
            if others > (not even) or (not even and max(_near(starts[True], left), _near(ends[True], right))):
                cuts.append(gap)
        # Even spaces are a justified line's, unless each of them stands where other lines part their cells.
        found.extend(_cut(line, cuts if not even or len(cuts) == len(gaps) else []))
    return found


def _near(places: Counter[int], x: float) -> int:
    return sum(places[round(x) + step] for step in (-1, 0, 1))


def _wide_gaps(line: Printed) -> tuple[list[int], bool]:
    """Return the places of the spaces that stand out among those of the line, and whether all its spaces do alike."""
    gaps = {
        k: line.chars[k + 1].left - line.chars[k - 1].right
        for k in range(1, len(line.chars) - 1)
        if line.chars[k].sign == " "
    }
    wide = {k for k, gap in gaps.items() if gap >= WIDE * line.size}
    if not wide:
        return [], False
    if len(wide) == len(gaps):
        return sorted(wide), max(gaps.values()) < EVEN * min(gaps.values())
    usual = median(gap for k, gap in gaps.items() if k not in wide)
    return sorted(k for k in wide if gaps[k] >= OUTSTANDING * usual), False


def _cell_ends(line: Printed, gaps: list[int]) -> list[float]:
    """Return where the cell behind each gap ends: figures stand flush right."""
    return [line.chars[gap - 1].right for gap in gaps[1:]] + [line.right for _ in gaps[:1]]


def _cut(whole: Printed, cuts: list[int]) -> list[Printed]:
    if not cuts:
        return [whole]
    found: list[Printed] = []
    start = 0
    for cut in (*cuts, len(whole.chars)):
        # A mark at a cut stands behind the cell before it.
        marks = [
            (place - start, says)
            for place, says in whole.marks
            if start < place <= cut or place == start == 0
        ]
        found.append(piece(whole.chars[start:cut], marks, whole.size))
        start = cut + 1
    return found
