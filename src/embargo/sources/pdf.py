"""PDF: text in reading order with a map from each code point to its page and rectangle."""

import re
from collections import Counter
from typing import Any

import msgspec
import pypdfium2 as pdfium

from embargo.errors import UnreadableSource
from embargo.sources.pdfchars import SOFT_HYPHENS, Char, chars
from embargo.sources.pdflayout import Row, begins_paragraph, rows_in_order
from embargo.sources.pdflines import printed
from embargo.vocabulary import Detail, Line, Page, Region, Text
from embargo.vocabulary.documents import RegionKind

# Running heads and feet stand in this share of the page's height at its top and bottom.
EDGE = 0.09
# Notes are set smaller than the body by at least this share and stand in the lower part of the page.
NOTE_SIZE = 0.93
_NUMBER = re.compile(
    r"\s*(?:page\s+)?[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—]?\s*$", re.IGNORECASE
)
_HYPHEN = re.compile(r"[^\W\d_]-$")


class Leaf(msgspec.Struct):
    """One page laid out: its rows in reading order, what each is, and its size."""

    number: int
    width: float
    height: float
    rows: list[Row]
    kinds: list[RegionKind | None]


def read_pdf(data: bytes, name: str) -> tuple[Text, dict[str, Detail], tuple[str, ...]]:
    """Return the text with its map, what the file says of itself, and notes. Raises UnreadableSource."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        why = "it is encrypted" if "assword" in str(error) else f"PDFium says: {error}"
        raise UnreadableSource(
            f"{name} cannot be read as PDF: {why}", "a whole PDF without a password"
        ) from error
    try:
        leaves = [_leaf(document, index) for index in range(len(document))]
        details = _details(document)
    except pdfium.PdfiumError as error:
        raise UnreadableSource(f"{name} breaks off: {error}", "a whole PDF") from error
    finally:
        document.close()
    _running(leaves)
    body = _body_size(leaves)
    _notes_and_headings(leaves, body)
    text = _Weaver(leaves, body).text()
    notes = tuple(
        f"page {page.number} has no text (a scan, or blank)" for page in text.pages if not page.has_text
    )
    if not text.text.strip():
        raise UnreadableSource(
            f"{name} has {len(leaves)} pages and no text on any: a scan",
            "a PDF with text",
            "make its text with OCR (ocrmypdf), then add the result",
        )
    return text, details, notes


def _leaf(document: Any, index: int) -> Leaf:
    page = document[index]
    try:
        width, height = page.get_size()
        rows = rows_in_order(printed(chars(page)))
    finally:
        page.close()
    return Leaf(index + 1, width, height, rows, [None] * len(rows))


def _details(document: Any) -> dict[str, Detail]:
    found: dict[str, Detail] = {}
    data = document.get_metadata_dict(skip_empty=True)
    for field, key in (("title", "Title"), ("publisher", "Author")):
        value = " ".join(str(data.get(key, "")).split())
        if value and value.isprintable():
            found[field] = Detail(value[:300], "proposed", f"the PDF's {key}")
    made = re.match(r"D:((?:19|20)\d\d)([01]\d)([0-3]\d)", str(data.get("CreationDate", "")))
    if made is not None:
        found["published"] = Detail("-".join(made.groups()), "proposed", "the PDF's day of making")
    return found


def _running(leaves: list[Leaf]) -> None:
    """Mark what repeats at the edges of pages, and page numbers."""
    seen: Counter[str] = Counter()
    edges: list[tuple[Leaf, int, bool, str]] = []
    for leaf in leaves:
        for number, row in enumerate(leaf.rows):
            at_top, at_foot = row.bottom > leaf.height * (1 - EDGE), row.top < leaf.height * EDGE
            if at_top or at_foot:
                key = re.sub(r"\d+", "#", row.text.casefold()).strip()
                seen[key] += 1
                edges.append((leaf, number, at_top, key))
    for leaf, number, at_top, key in edges:
        if _NUMBER.match(leaf.rows[number].text):
            leaf.kinds[number] = "page number"
        elif seen[key] >= max(2, min(3, len(leaves))):
            leaf.kinds[number] = "running head" if at_top else "running foot"


def _body_size(leaves: list[Leaf]) -> float:
    weights: Counter[float] = Counter()
    for leaf in leaves:
        for row, kind in zip(leaf.rows, leaf.kinds, strict=True):
            if kind is None:
                weights[round(row.size, 1)] += len(row.text)
    return weights.most_common(1)[0][0] if weights else 10.0


def _notes_and_headings(leaves: list[Leaf], body: float) -> None:
    for leaf in leaves:
        for number, row in enumerate(leaf.rows):
            if leaf.kinds[number] is not None:
                continue
            if row.size < NOTE_SIZE * body and row.top < leaf.height * 0.45 and len(row.pieces) <= 2:
                leaf.kinds[number] = "footnote"
            elif len(row.pieces) > 1 and _is_table(leaf, number):
                leaf.kinds[number] = "table row"
            elif row.size > 1.12 * body and len(row.text) < 160:
                leaf.kinds[number] = "title" if leaf.number == 1 and row.size >= 1.5 * body else "heading"


def _is_table(leaf: Leaf, number: int) -> bool:
    near = [leaf.rows[k] for k in (number - 1, number + 1) if 0 <= k < len(leaf.rows)]
    return len(leaf.rows[number].pieces) > 2 or any(len(row.pieces) > 1 for row in near)


class _Weaver:
    """Weaves rows into one text: paragraphs on one line each, hyphens at line ends undone, every code point mapped."""

    def __init__(self, leaves: list[Leaf], body: float) -> None:
        self.leaves = leaves
        self.body = body
        self.parts: list[str] = []
        self.length = 0
        self.lines: list[Line] = []
        self.regions: list[Region] = []
        self.words = self._words()

    def text(self) -> Text:
        """Return the woven text."""
        pages: list[Page] = []
        before: Row | None = None
        before_kind: RegionKind | None = None
        for leaf in self.leaves:
            start = self.length
            notes = [
                k for k, kind in enumerate(leaf.kinds) if kind in ("footnote", "page number", "running foot")
            ]
            order = [k for k in range(len(leaf.rows)) if k not in notes] + notes
            for k in order:
                row, kind = leaf.rows[k], leaf.kinds[k]
                opens = kind != before_kind or kind in (
                    "table row",
                    "page number",
                    "running head",
                    "running foot",
                    "heading",
                )
                if (
                    kind == "heading"
                    and before_kind == "heading"
                    and before is not None
                    and before.bottom - row.top < row.size
                ):
                    opens = False
                if kind is None and before_kind is None:
                    opens = begins_paragraph(before, row, self.body)
                elif kind == "footnote" and before_kind == "footnote":
                    opens = (
                        bool(re.match(r"\s*(?:\d{1,3}|[*†‡])", row.text))
                        or before is None
                        or row.top > before.bottom + row.size
                    )
                self._add(leaf, row, kind, opens=opens)
                before, before_kind = row, kind
            if before_kind in ("footnote", "page number", "running foot"):
                # A paragraph broken by notes at the foot of the page is not joined over them.
                before, before_kind = None, None
            pages.append(Page(leaf.number, leaf.width, leaf.height, start, self.length, bool(leaf.rows)))
        self._end_paragraph()
        return Text(
            "".join(self.parts), tuple(self.regions), tuple(_closed(pages, self.length)), tuple(self.lines)
        )

    def _words(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for leaf in self.leaves:
            for row in leaf.rows:
                found.update(word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", row.text))
        return found

    def _compound(self, left: str, right: str) -> bool:
        """Return whether a hyphen at a line's end belongs to the word, by how the document writes its parts elsewhere."""
        low_left, low_right = left.casefold(), right.casefold()
        if self.words[f"{low_left}-{low_right}"]:
            return True
        if self.words[low_left + low_right]:
            return False
        # "Russian-flagged": a name takes no ending; two words that stand alone elsewhere make a compound.
        return left[0].isupper() or (
            min(len(left), len(right)) > 3 and self.words[low_left] > 1 and self.words[low_right] > 1
        )

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _end_paragraph(self) -> None:
        if self.length and not self.parts[-1].endswith("\n"):
            self._put("\n")

    def _add(self, leaf: Leaf, row: Row, kind: RegionKind | None, *, opens: bool) -> None:
        if opens:
            self._end_paragraph()
        elif self.length:
            self._join(row)
        start = self.length
        for number, piece in enumerate(row.pieces):
            if number:
                self._put(" | ")
            self._piece(leaf, piece.chars, piece.marks)
        if kind is not None:
            last = self.regions[-1] if self.regions else None
            if last is not None and last.kind == kind and not opens and kind != "footnote mark":
                self.regions[-1] = Region(last.start, self.length, kind)
            else:
                self.regions.append(Region(start, self.length, kind))

    def _piece(self, leaf: Leaf, signs: list[Char], marks: list[tuple[int, str]]) -> None:
        start = self.length
        body = [char for char in signs if char.sign not in SOFT_HYPHENS or char is signs[-1]]
        self._put("".join("-" if char.sign in SOFT_HYPHENS else char.sign for char in body))
        xs = [round(char.left, 2) for char in body] + [round(body[-1].right, 2)]
        self.lines.append(
            Line(
                start,
                self.length,
                leaf.number,
                round(min(c.bottom for c in body), 2),
                round(max(c.top for c in body), 2),
                tuple(xs),
            )
        )
        for place, says in marks:
            at = start + min(place, len(body))
            self.regions.append(Region(at, at, "footnote mark", says))

    def _join(self, row: Row) -> None:
        """Join a line to the one before it: undo a hyphen that only parts a word, else put a space."""
        last = self.parts[-1]
        following = row.text[:1]
        if not _HYPHEN.search("".join(self.parts[-2:])[-3:]) or not following.isalpha():
            if not last.endswith((" ", "-", "–", "—", "/")) or not last.endswith("-"):
                self._put(" ")
            return
        left = re.search(r"([^\W\d_]+)-$", last)
        right = re.match(r"[^\W\d_]+", row.text)
        if following.islower() and left and right and not self._compound(left.group(1), right.group()):
            self.parts[-1] = last[:-1]
            self.length -= 1
            line = self.lines[-1]
            self.lines[-1] = msgspec.structs.replace(line, end=line.end - 1, xs=line.xs[:-1])


def _closed(pages: list[Page], length: int) -> list[Page]:
    """Let each page end where the next begins, so that every code point stands on one."""
    ends = [page.start for page in pages[1:]] + [length]
    return [msgspec.structs.replace(page, end=end) for page, end in zip(pages, ends, strict=True)]
