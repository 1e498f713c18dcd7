"""The layout of a PDF page: columns in reading order, pieces of one baseline joined into rows."""

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise

import msgspec

from embargo.sources.pdflines import Printed

# A gutter must have at least this many lines of prose on one side (the last column of a text may have but one), and a
# column be this many times the size wide.
FEWEST = 4
NARROWEST = 8
# Lines of prose are nearly as wide as their column; this share of them must reach this share of its width.
FILLED = 0.7
SHARE = 0.45
# Columns are written one after the other; a table goes to and fro between its cells.
SWITCHES = 0.5
# Of lines of prose at least this share begins with a small letter.
GOING_ON = 0.4
# So many columns a page has at most: each cut makes two of one.
DEEPEST = 3


class Row(msgspec.Struct):
    """Pieces on one baseline within a block, left to right; `edge` is the right edge of the block.

    `in_cell` says that the row goes on in the last cell of the row above it.
    """

    pieces: list[Printed]
    block: int
    edge: float
    in_cell: bool = False

    @property
    def top(self) -> float:
        """Its highest edge, in points."""
        return max(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Its lowest edge."""
        return min(piece.bottom for piece in self.pieces)

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(piece.right for piece in self.pieces)

    @property
    def size(self) -> float:
        """The size of its largest piece."""
        return max(piece.size for piece in self.pieces)

    @property
    def text(self) -> str:
        """Its pieces, parted by spaces."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def mark(self) -> str:
        """The footnote mark it begins with, or nothing."""
        marks = self.pieces[0].marks
        return marks[0][1] if marks and marks[0][0] == 0 else ""


def rows_in_order(pieces: list[Printed]) -> list[Row]:
    """Return the rows of the page in reading order: bands from top to bottom, columns from left to right in each."""
    return [row for number, block in enumerate(_blocks(pieces, 0)) for row in rows(block, number)]


def _blocks(pieces: list[Printed], depth: int) -> list[list[Printed]]:
    """Return the blocks of the page, each to be read row by row, in reading order. No piece is lost or doubled."""
    gutter = _gutter(pieces) if depth < DEEPEST and len(pieces) > FEWEST else None
    if gutter is None:
        return [pieces] if pieces else []
    found: list[list[Printed]] = []
    plain: list[Printed] = []
    for band in _bands(pieces, gutter):
        if not _is_parted(band, gutter):
            plain.extend(band)
            continue
        if plain:
            found.append(plain)
            plain = []
        found.extend(_blocks([piece for piece in band if piece.left < gutter], depth + 1))
        found.extend(_blocks([piece for piece in band if piece.left >= gutter], depth + 1))
    if plain:
        found.append(plain)
    return found


def _gutter(pieces: list[Printed]) -> float | None:
    """Return the place that parts the most lines of prose into columns, or None where none does."""
    starts = Counter(round(piece.left) for piece in pieces)
    first = min(starts)
    size = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    # Column starts are left edges that lines share, well to the right of where the page begins.
    shared = {
        x: starts[x - 1] + starts[x] + starts[x + 1] for x in starts if x > first + 0.5 * NARROWEST * size
    }
    best, most = None, 0
    for x in sorted(shared, key=lambda x: (-shared[x], x))[:12]:
        gutter = x - 1.5
        parted = [piece for band in _bands(pieces, gutter) if _is_parted(band, gutter) for piece in band]
        left = [piece for piece in parted if piece.left < gutter]
        right = [piece for piece in parted if piece.left >= gutter]
        prose = max(len(left), len(right)) >= FEWEST and min(_filled(left), _filled(right)) >= SHARE
        if prose and len(parted) > most:
            best, most = gutter, len(parted)
    return best


def _bands(pieces: list[Printed], gutter: float) -> list[list[Printed]]:
    """Return the pieces in bands from the top: between the rows that cross the gutter, and these rows themselves."""
    across = sorted(-_middle(piece) for piece in pieces if piece.left < gutter < piece.right)
    bands: dict[int, list[Printed]] = {}
    for piece in pieces:
        depth = -_middle(piece)
        # Even numbers are bands, odd ones the rows that cross, with what stands beside them on the same line.
        key = bisect_left(across, depth) + bisect_right(across, depth)
        bands.setdefault(key, []).append(piece)
    return [bands[key] for key in sorted(bands)]


def _middle(piece: Printed) -> float:
    return (piece.top + piece.bottom) / 2


def _is_parted(band: list[Printed], gutter: float) -> bool:
    """Return whether the gutter parts the band: nothing crosses, and one side is written after the other."""
    if any(piece.left < gutter < piece.right for piece in band):
        return False
    sides = [piece.left >= gutter for piece in band]
    switches = sum(a is not b for a, b in pairwise(sides))
    if 0 < switches <= max(1.0, SWITCHES * len(band)):
        return True
    # Some files write line by line over all columns: prose goes on in small letters, cells begin anew.
    halves = [
        [piece for piece, side in zip(band, sides, strict=True) if side is half] for half in (False, True)
    ]
    return all(len(half) >= FEWEST and _goes_on(half) >= GOING_ON for half in halves)


def _goes_on(side: list[Printed]) -> float:
    return sum(piece.text[:1].islower() for piece in side) / len(side)


def _filled(side: list[Printed]) -> float:
    """Return the share of lines that fill their column, or 0 where there are none or they are too narrow for prose.

    Rows of several pieces are a table's within the column, and say nothing about prose.
    """
    lines = [row for row in rows(side, 0) if len(row.pieces) == 1]
    if not lines:
        return 0.0
    widths = sorted(line.right - line.left for line in lines)
    width = widths[int(0.8 * (len(widths) - 1))]
    if width < NARROWEST * lines[0].size:
        return 0.0
    return sum(each >= FILLED * width for each in widths) / len(widths)


def rows(pieces: list[Printed], block: int) -> list[Row]:
    """Return the pieces joined into rows by baseline, from top to bottom."""
    found: list[Row] = []
    edge = max((piece.right for piece in pieces), default=0.0)
    for piece in sorted(pieces, key=lambda p: (-round(_middle(p), 1), p.left)):
        last = found[-1] if found else None
        if (
            last is not None
            and last.bottom < _middle(piece) < last.top
            and all(piece.left >= other.right or piece.right <= other.left for other in last.pieces)
        ):
            last.pieces.append(piece)
            last.pieces.sort(key=lambda p: p.left)
        else:
            found.append(Row([piece], block, edge))
    return found
