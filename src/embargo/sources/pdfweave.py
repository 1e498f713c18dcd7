"""Weaving: the rows of a PDF into one text, paragraphs unbroken over columns and pages, every code point mapped."""

import re
from collections import Counter

import msgspec

from embargo.sources.hyphens import belongs, known_words, parts, within_hangul
from embargo.sources.pdfchars import SOFT_HYPHENS
from embargo.sources.pdfkinds import begins_note, begins_paragraph
from embargo.sources.pdflayout import Row
from embargo.sources.pdfleaf import Leaf, on_page
from embargo.sources.pdflines import Printed
from embargo.vocabulary import Line, Page, Region, Text
from embargo.vocabulary.documents import RegionKind

# Each row of these stands on a line of its own.
_ALONE = frozenset({"table row", "page number", "running head", "running foot"})
# Scripts that put no space between words: a line's end in them is none either.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff、。「」『』（），]")

Furniture = list[list[tuple[Row, RegionKind]]]


def weave(leaves: list[Leaf], furniture: Furniture, body: float) -> Text:
    """Return the text of the pages.

    What stands at the edges of a page, and its notes, follow the paragraph that goes on over the page's end: so no
    sentence is broken by a running head, and the span of a page begins with its first line of prose.
    """
    loom = Loom(known_words(row.text for leaf in leaves for row in leaf.rows))
    pages: list[tuple[Leaf, int]] = []
    waiting: list[tuple[Leaf, Row, RegionKind]] = []
    before: Row | None = None
    before_leaf: Leaf | None = None
    for leaf, edges in zip(leaves, furniture, strict=True):
        heads = [(leaf, row, kind) for row, kind in edges if row.bottom > leaf.height / 2]
        feet = [(leaf, row, kind) for row, kind in edges if row.bottom <= leaf.height / 2]
        notes = [(leaf, r, k) for r, k in zip(leaf.rows, leaf.kinds, strict=True) if k == "footnote"]
        waiting.extend(heads)
        prose = [(r, k) for r, k in zip(leaf.rows, leaf.kinds, strict=True) if k != "footnote"]
        for row, kind in prose:
            opens = _opens(before, loom.kind, row, kind, body)
            if opens and waiting:
                loom.end_paragraph()
                waiting = _put_all(loom, waiting)
            start = loom.add(leaf, row, kind, opens=opens)
            if before_leaf is not leaf:
                pages.append((leaf, start))
            before, before_leaf = row, leaf
        if not prose:
            pages.append((leaf, loom.length))
        waiting.extend((*notes, *feet))
    loom.end_paragraph()
    _put_all(loom, waiting)
    loom.end_paragraph()
    return loom.text(pages)


def _put_all(loom: "Loom", waiting: list[tuple[Leaf, Row, RegionKind]]) -> list[tuple[Leaf, Row, RegionKind]]:
    before: Row | None = None
    for leaf, row, kind in waiting:
        opens = kind != "footnote" or loom.kind != "footnote" or begins_note(before, row)
        loom.add(leaf, row, kind, opens=opens)
        before = row
    return []


def _opens(
    before: Row | None, before_kind: RegionKind | None, row: Row, kind: RegionKind | None, body: float
) -> bool:
    if row.in_cell:
        return False
    if kind != before_kind or kind in _ALONE or before is None:
        return True
    if kind is None:
        return begins_paragraph(before, row, body)
    # Lines of one heading stand close together.
    return before.block != row.block or before.bottom - row.top >= row.size


class Loom:
    """The text as it grows, with its lines and regions; `kind` is what the last row was, `whole` the place of its region."""

    def __init__(self, words: Counter[str]) -> None:
        self.words = words
        self.hangul = sorted(word for word in words if "가" <= word[0] <= "힣")
        self.pieces: list[str] = []
        self.length = 0
        self.lines: list[Line] = []
        self.regions: list[Region] = []
        self.kind: RegionKind | None = None
        self.whole = 0

    def text(self, pages: list[tuple[Leaf, int]]) -> Text:
        """Return the woven text; each page's span ends where the next begins, so that every code point has one."""
        starts = [0, *(start for _, start in pages[1:]), self.length]
        printed = {line.page for line in self.lines}
        spans = tuple(
            Page(leaf.number, leaf.width, leaf.height, start, end, leaf.number in printed)
            for (leaf, _), start, end in zip(pages, starts, starts[1:], strict=False)
        )
        return Text("".join(self.pieces), tuple(self.regions), spans, tuple(self.lines))

    def end_paragraph(self) -> None:
        """End the line of text that is being written."""
        if self.length and not self.pieces[-1].endswith("\n"):
            self._put("\n")

    def add(self, leaf: Leaf, row: Row, kind: RegionKind | None, *, opens: bool) -> int:
        """Add a row, on a line of its own or joined to the row before; return where it starts."""
        if opens:
            self.end_paragraph()
        elif self.length:
            self._join(row.text)
        start = self.length
        for number, piece in enumerate(row.pieces):
            if number:
                # A wide gap in prose is a justified line; between cells it parts them.
                self._put(" | " if kind == "table row" else " ")
            self._piece(leaf, piece)
        if kind is not None and not opens and self.kind == kind:
            whole = self.regions[self.whole]
            self.regions[self.whole] = Region(whole.start, self.length, kind)
        elif kind is not None:
            self.whole = len(self.regions)
            self.regions.append(Region(start, self.length, kind))
        self.kind = kind
        return start

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _piece(self, leaf: Leaf, piece: Printed) -> None:
        start = self.length
        signs = piece.chars
        self._put("".join("-" if char.sign in SOFT_HYPHENS else char.sign for char in signs))
        for place, says in piece.marks:
            at = start + min(place, len(signs))
            self.regions.append(Region(at, at, "footnote mark", says))
        turn = signs[0].turn
        if not turn:
            xs = [round(char.left, 2) for char in signs]
            xs.append(round(signs[-1].right, 2))
            bottom, top = round(piece.bottom, 2), round(piece.top, 2)
            self.lines.append(Line(start, self.length, leaf.number, bottom, top, tuple(xs)))
            return
        boxes = [on_page(leaf, char) for char in signs]
        if turn % 2:
            # A line that runs up or down the page has a box for each sign: its map knows only lines that run across.
            self.lines.extend(
                _line(start + k, leaf.number, [box], (box[0], box[2])) for k, box in enumerate(boxes)
            )
        else:
            backwards = (*(box[2] for box in boxes), boxes[-1][0])
            self.lines.append(_line(start, leaf.number, boxes, backwards))

    def _join(self, following: str) -> None:
        """Join a line to the one before it: undo a hyphen that only parts a word, else put a space where one is due."""
        last = "".join(self.pieces[-2:])[-60:]
        word = parts(last, following)
        if word is not None:
            if not belongs(*word, self.words):
                self._take_hyphen()
        elif not _joined(last, following) and not within_hangul(last, following, self.hangul):
            self._put(" ")

    def _take_hyphen(self) -> None:
        self.pieces[-1] = self.pieces[-1][:-1]
        self.length -= 1
        line = self.lines[-1]
        if line.end - line.start == 1:
            self.lines.pop()
        else:
            self.lines[-1] = msgspec.structs.replace(line, end=line.end - 1, xs=line.xs[:-1])


def _joined(last: str, following: str) -> bool:
    """Return whether no space is due between two lines: after a dash within a word, a slash, and in unspaced scripts."""
    if last[-1:] in "-—/":
        return not last[-2:-1].isspace()
    return bool(_UNSPACED.match(last[-1:]) and _UNSPACED.match(following))


def _line(
    start: int, page: int, boxes: list[tuple[float, float, float, float]], xs: tuple[float, ...]
) -> Line:
    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
    edges = tuple(round(x, 2) for x in xs)
    return Line(start, start + len(boxes), page, round(bottom, 2), round(top, 2), edges)
