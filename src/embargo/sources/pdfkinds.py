"""What the rows of a PDF are: notes at the foot, headings, the title, rows of tables; and where paragraphs begin."""

import re
from collections import Counter
from itertools import pairwise

from embargo.sources.pdflayout import Row
from embargo.sources.pdfleaf import Leaf

# Notes are set smaller than the body by at least this share, headings larger by that one.
NOTE_SIZE = 0.94
HEADING_SIZE = 1.12
# A page of which this share is set small is a page in small type, not one of notes.
ALL_SMALL = 0.9
_NOTE = re.compile(r"\s*(?:\d{1,3}\b(?![.,]\d)|[*†‡§])")
_ENDS = re.compile(r"[.!?:;…。”»\"')\]]\s*$")
_LABEL = re.compile(r"\s*(?:[-–—•*▪●]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})[.)]|\d{1,2}(?:\.\d{1,2})+)\s*")
# Spaces of one justified line differ by no more than this.
EVEN = 1.5
# A line of a table of contents.
_LEADER = re.compile(r"(?:[.…·_] ?){4,}\s*\d{1,4}\s*$")
_LIST = re.compile(r"\s*(?:[-–—•*▪●]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})[.)])\s")


def name_rows(leaves: list[Leaf]) -> float:
    """Name what the rows of all pages are; return the size of the body's type."""
    body = _body_size(leaves)
    largest = max((row.size for leaf in leaves for row in leaf.rows), default=0.0)
    notes_before = False
    for leaf in leaves:
        leaf.kinds = [None] * len(leaf.rows)
        notes_before = _notes(leaf, body, goes_on=notes_before)
        for number, row in enumerate(leaf.rows):
            if leaf.kinds[number] is not None:
                continue
            if (len(row.pieces) > 1 and _is_table(leaf, number)) or _is_in_cell(leaf, number):
                leaf.kinds[number] = "table row"
            elif row.size > HEADING_SIZE * body and len(row.text) < 160:
                first = leaf.number == 1 and row.size >= 0.99 * largest
                leaf.kinds[number] = "title" if first else "heading"
    return body


def _body_size(leaves: list[Leaf]) -> float:
    weights: Counter[float] = Counter()
    for leaf in leaves:
        for row in leaf.rows:
            weights[round(row.size, 1)] += len(row.text)
    return weights.most_common(1)[0][0] if weights else 10.0


def _notes(leaf: Leaf, body: float, *, goes_on: bool) -> bool:
    """Name the notes at the foot of each block of the page; return whether there are any."""
    small = [row.size < NOTE_SIZE * body for row in leaf.rows]
    weight = sum(len(row.text) for row in leaf.rows) or 1
    if (
        sum(len(row.text) for row, is_small in zip(leaf.rows, small, strict=True) if is_small)
        > ALL_SMALL * weight
    ):
        return False
    found = False
    end = len(leaf.rows)
    while end:
        start = end - 1
        while start and leaf.rows[start - 1].block == leaf.rows[end - 1].block:
            start -= 1
        foot = end
        while foot > start and small[foot - 1]:
            foot -= 1
        first = next((k for k in range(foot, end) if _begins_note(leaf.rows[k])), None)
        if foot < end and goes_on and (first is None or first > foot):
            first = foot  # the last note of the page before may go on here
        if first is not None:
            leaf.kinds[first:end] = ["footnote"] * (end - first)
            found = True
        end = start
    return found


def _begins_note(row: Row) -> bool:
    return bool(row.mark or _NOTE.match(row.text))


def _is_table(leaf: Leaf, number: int) -> bool:
    row = leaf.rows[number]
    if len(row.pieces) == 2 and _LABEL.fullmatch(row.pieces[0].text):
        return False  # the number of a paragraph with a tab behind it
    if _is_justified(row):
        return False
    near = [leaf.rows[k] for k in (number - 1, number + 1) if 0 <= k < len(leaf.rows)]
    return len(row.pieces) > 2 or any(len(other.pieces) > 1 and not _is_justified(other) for other in near)


def _is_justified(row: Row) -> bool:
    """Return whether the row is a line of prose stretched to its column's edge: all its spaces are nearly alike."""
    if row.right < row.edge - row.size:
        return False
    gaps = [right.left - left.right for left, right in pairwise(row.pieces)]
    for piece in row.pieces:
        marked = {place for place, _ in piece.marks}
        gaps += [
            piece.chars[k + 1].left - piece.chars[k - 1].right
            for k in range(1, len(piece.chars) - 1)
            if piece.chars[k].sign == " " and k not in marked
        ]
    return len(gaps) > 1 and max(gaps) < EVEN * min(gaps)


def _is_in_cell(leaf: Leaf, number: int) -> bool:
    """Return whether the row goes on in the last cell of the table row above it, and say so in the row."""
    row = leaf.rows[number]
    above = leaf.rows[number - 1] if number and leaf.kinds[number - 1] == "table row" else None
    if above is None or len(row.pieces) > 1 or row.block != above.block:
        return False
    cell = above.pieces[-1]
    row.in_cell = (
        (len(above.pieces) > 1 or above.in_cell)
        and abs(cell.left - row.left) < 2
        and above.bottom - row.top < 0.5 * row.size
    )
    return row.in_cell


def begins_note(before: Row | None, row: Row) -> bool:
    """Return whether the row opens a note of its own after the row before it."""
    return (
        before is None
        or _begins_note(row)
        or (row.block == before.block and before.bottom - row.top > row.size)
    )


def begins_paragraph(before: Row | None, row: Row, body: float) -> bool:
    """Return whether the row opens a paragraph of its own after the row before it."""
    if before is None or abs(before.size - row.size) > 0.08 * body or _LIST.match(row.text):
        return True
    if _LEADER.search(before.text):
        return True
    ended = bool(_ENDS.search(before.text))
    filled = before.right > before.edge - 3 * row.size
    if before.block != row.block or row.top > before.top:
        # The next column or page: the paragraph goes on where its last sentence did not end.
        return ended or not (filled or row.text[:1].islower() or row.text[:1].isdigit())
    if before.bottom - row.top > 0.75 * row.size:
        return True
    if row.left > before.left + 0.8 * row.size and ended:
        return True
    # A line that stops well short of its column's edge, with its sentence ended, closes the paragraph.
    return ended and before.right < before.edge - 6 * row.size
