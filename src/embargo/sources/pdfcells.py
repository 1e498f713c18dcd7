"""Cells: pieces of a line parted where a table's columns begin, though the gap is no wider than a stretched word space."""

from collections import Counter
from statistics import median

import msgspec

from embargo.sources.pdflines import Printed

# A gap may part cells from this many times the size on, where it is this many times the line's other word spaces, and
# another line of the page begins or ends a cell at the same place.
WIDE = 0.7
OUTSTANDING = 1.8
EVEN = 1.3


def in_cells(pieces: list[Printed]) -> list[Printed]:
    """Return the pieces of the page, those that run over several cells of a table parted between them."""
    wide = [_wide_gaps(piece) for piece in pieces]
    starts: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    for piece, gaps in zip(pieces, wide, strict=True):
        starts.update(round(piece.chars[gap + 1].left) for gap in gaps)
        ends.update(round(right) for right in _cell_ends(piece, gaps))
    found: list[Printed] = []
    for piece, gaps in zip(pieces, wide, strict=True):
        cuts = [
            gap
            for gap, right in zip(gaps, _cell_ends(piece, gaps), strict=True)
            if _near(starts, piece.chars[gap + 1].left) > 1 or _near(ends, right) > 1
        ]
        found.extend(_cut(piece, cuts))
    return found


def _near(places: Counter[int], x: float) -> int:
    return sum(places[round(x) + step] for step in (-1, 0, 1))


def _wide_gaps(piece: Printed) -> list[int]:
    """Return the places of the spaces that stand out among those of the line."""
    gaps = {
        k: piece.chars[k + 1].left - piece.chars[k - 1].right
        for k in range(1, len(piece.chars) - 1)
        if piece.chars[k].sign == " "
    }
    wide = {k for k, gap in gaps.items() if gap >= WIDE * piece.size}
    if not wide:
        return []
    if len(wide) == len(gaps):
        # All alike: the stretched spaces of a justified line. Cells leave gaps of every width.
        return [] if len(gaps) > 1 and max(gaps.values()) < EVEN * min(gaps.values()) else sorted(wide)
    usual = median(gap for k, gap in gaps.items() if k not in wide)
    return sorted(k for k in wide if gaps[k] >= OUTSTANDING * usual)


def _cell_ends(piece: Printed, gaps: list[int]) -> list[float]:
    """Return where the cell behind each gap ends: figures stand flush right."""
    return [piece.chars[gap - 1].right for gap in gaps[1:]] + [piece.right for _ in gaps[:1]]


def _cut(piece: Printed, cuts: list[int]) -> list[Printed]:
    found: list[Printed] = []
    start = 0
    for cut in (*cuts, len(piece.chars)):
        signs = piece.chars[start:cut]
        marks = [(place - start, says) for place, says in piece.marks if start <= place <= cut]
        found.append(
            msgspec.structs.replace(
                piece,
                chars=signs,
                marks=[(place, says) for place, says in marks if place or not start],
                left=min(char.left for char in signs),
                right=max(char.right for char in signs),
            )
        )
        start = cut + 1
    return found
