"""The layout of a PDF page: columns in reading order, table rows joined, lines parted into paragraphs."""

import re
from itertools import pairwise

import msgspec

from embargo.sources.pdflines import Printed

# A page has columns where at most this share of its lines cross the gutter, and each side holds at least FEWEST lines
# that fill this share of its width.
CROSSING = 0.2
FEWEST = 5
FILLED = 0.8


class Row(msgspec.Struct):
    """Pieces on one baseline within a column, left to right."""

    pieces: list[Printed]
    column: int

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
        """Its pieces, parted by bars."""
        return " | ".join(piece.text for piece in self.pieces)


def rows_in_order(pieces: list[Printed]) -> list[Row]:
    """Return the rows of the page in reading order: bands from top to bottom, columns from left to right in each."""
    if not pieces:
        return []
    left = min(piece.left for piece in pieces)
    right = max(piece.right for piece in pieces)
    gutters = _gutters(pieces, left, right)
    if not gutters:
        return _rows(pieces, 0)
    across = [piece for piece in pieces if _column(piece, gutters) < 0]
    found: list[Row] = []
    edges = sorted((piece.top for piece in across), reverse=True)
    bands = [float("inf"), *edges, float("-inf")]
    for upper, lower in pairwise(bands):
        spanning = [piece for piece in across if piece.top == upper]
        found.extend(_rows(spanning, -1))
        inside = [p for p in pieces if _column(p, gutters) >= 0 and upper > p.top > lower]
        for column in range(len(gutters) + 1):
            found.extend(_rows([p for p in inside if _column(p, gutters) == column], column))
    return found


def _gutters(pieces: list[Printed], left: float, right: float) -> list[float]:
    span = right - left
    for parts in (2, 3):
        found = []
        for number in range(1, parts):
            wanted = left + span * number / parts
            spots = [wanted + span * step / 100 for step in (0, -1, 1, -2, 2, -3, 3, -4, 4)]
            best = min(spots, key=lambda x: (sum(p.left < x < p.right for p in pieces), abs(x - wanted)))
            found.append(best)
        if _parts(pieces, found):
            return found
    return []


def _parts(pieces: list[Printed], gutters: list[float]) -> bool:
    """Return whether the gutters part columns of prose: few lines cross them, and each side is filled by its lines."""
    columns = [_column(piece, gutters) for piece in pieces]
    if columns.count(-1) > CROSSING * len(pieces):
        return False
    for number in range(len(gutters) + 1):
        mine = [piece for piece, column in zip(pieces, columns, strict=True) if column == number]
        width = max((piece.right for piece in mine), default=0.0) - min((p.left for p in mine), default=0.0)
        # Cells of a table are short beside their column; lines of prose fill it.
        full = [piece for piece in mine if piece.right - piece.left >= FILLED * width]
        if len(full) < FEWEST or width < 10 * full[0].size:
            return False
    return True


def _column(piece: Printed, gutters: list[float]) -> int:
    """Return the piece's column, or -1 where it crosses a gutter."""
    if any(piece.left < gutter < piece.right for gutter in gutters):
        return -1
    return sum(piece.left >= gutter for gutter in gutters)


def _rows(pieces: list[Printed], column: int) -> list[Row]:
    found: list[Row] = []
    for piece in sorted(pieces, key=lambda p: (-round((p.top + p.bottom) / 2, 1), p.left)):
        last = found[-1] if found else None
        middle = (piece.top + piece.bottom) / 2
        if (
            last is not None
            and last.bottom < middle < last.top
            and all(piece.left >= other.right or piece.right <= other.left for other in last.pieces)
        ):
            last.pieces.append(piece)
            last.pieces.sort(key=lambda p: p.left)
        else:
            found.append(Row([piece], column))
    return found


_ENDS = re.compile(r"[.!?:;…。”»\"')\]]\s*$")
_LIST = re.compile(r"\s*(?:[-–—•*▪●]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})[.)])\s")


def begins_paragraph(before: Row | None, row: Row, body: float) -> bool:
    """Return whether the row opens a paragraph of its own after the row before it."""
    if before is None or len(row.pieces) > 1 or len(before.pieces) > 1:
        return True
    if abs(before.size - row.size) > 0.08 * body:
        return True
    if _LIST.match(row.text):
        return True
    if before.column != row.column or row.top > before.top:
        # The next column or page: the paragraph goes on where its last sentence did not end.
        return bool(_ENDS.search(before.text)) or not (row.text[:1].islower() or row.text[:1].isdigit())
    gap = before.bottom - row.top
    if gap > 0.75 * row.size:
        return True
    if row.left > before.left + 0.8 * row.size and _ENDS.search(before.text):
        return True
    # A line that stops well short of its column's edge, with its sentence ended, closes the paragraph.
    return bool(_ENDS.search(before.text)) and before.right < row.right - 6 * row.size
