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
    starts: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    for line, gaps in zip(pieces, wide, strict=True):
        starts.update(round(line.chars[gap + 1].left) for gap in gaps)
        ends.update(round(right) for right in _cell_ends(line, gaps))
    found: list[Printed] = []
    for line, gaps in zip(pieces, wide, strict=True):
        cuts = [
            gap
            for gap, right in zip(gaps, _cell_ends(line, gaps), strict=True)
            if _near(starts, line.chars[gap + 1].left) > 1 or _near(ends, right) > 1
        ]
        found.extend(_cut(line, cuts))
    return found


def _near(places: Counter[int], x: float) -> int:
    return sum(places[round(x) + step] for step in (-1, 0, 1))


def _wide_gaps(line: Printed) -> list[int]:
    """Return the places of the spaces that stand out among those of the line."""
    gaps = {
        k: line.chars[k + 1].left - line.chars[k - 1].right
        for k in range(1, len(line.chars) - 1)
        if line.chars[k].sign == " "
    }
    wide = {k for k, gap in gaps.items() if gap >= WIDE * line.size}
    if not wide:
        return []
    if len(wide) == len(gaps):
        # All alike: the stretched spaces of a justified line. Cells leave gaps of every width.
        return [] if len(gaps) > 1 and max(gaps.values()) < EVEN * min(gaps.values()) else sorted(wide)
    usual = median(gap for k, gap in gaps.items() if k not in wide)
    return sorted(k for k in wide if gaps[k] >= OUTSTANDING * usual)


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
