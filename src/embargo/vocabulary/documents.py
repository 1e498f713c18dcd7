"""Documents: what was captured from a source, with provenance; and their text with its map."""

import datetime as dt
from bisect import bisect_right
from typing import Literal

import msgspec

Standing = Literal["stated", "proposed", "unknown"]


class Detail(msgspec.Struct, frozen=True):
    """One piece of metadata: its value, whether a person stated it or we propose it, and where from."""

    value: str | None = None
    standing: Standing = "unknown"
    where: str = ""


UNKNOWN = Detail()


class Document(msgspec.Struct, frozen=True):
    """What was captured: bytes by SHA-256, the text drawn from them, and who published it when.

    `id` is "D-" and the first twelve hex digits of `sha256`. Metadata are Details: `stated` by flag, sidecar or sheet
    beats `proposed` from the document itself; "day unknown" is `published.value is None`.
    """

    id: str
    sha256: str
    name: str
    media: str
    size: int
    text_sha256: str
    chars: int
    pages: int
    title: Detail = UNKNOWN
    publisher: Detail = UNKNOWN
    kind: Detail = UNKNOWN
    published: Detail = UNKNOWN
    language: Detail = UNKNOWN
    reliability: Detail = UNKNOWN
    caveat: Detail = UNKNOWN
    contributor: Detail = UNKNOWN
    notes: tuple[str, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The day of publication, or None where it is unknown."""
        return dt.date.fromisoformat(self.published.value) if self.published.value else None

    @property
    def publisher_name(self) -> str:
        """The publisher's name, or "publisher unknown"."""
        return self.publisher.value or "publisher unknown"


RegionKind = Literal[
    "title",
    "running head",
    "running foot",
    "page number",
    "footnote mark",
    "footnote",
    "furniture",
    "heading",
    "table row",
    "byline",
    "dateline",
    "list item",
]


class Region(msgspec.Struct, frozen=True):
    """A span of the text that is something else than running prose."""

    start: int
    end: int
    kind: RegionKind
    note: str = ""


class Line(msgspec.Struct, frozen=True):
    """One printed line: its span of text, page from 1, and the box of each code point.

    `xs` has one more number than the line has code points: code point i spans xs[i]..xs[i+1]; `bottom` and `top` hold for
    the line. Points (1/72 inch), origin at the lower left of the page as it is shown. Lines come in the order of the text.
    """

    start: int
    end: int
    page: int
    bottom: float
    top: float
    xs: tuple[float, ...]


class Page(msgspec.Struct, frozen=True):
    """One page: number from 1, size in points, span of the text, and whether it has any text at all.

    The span begins with the page's first line of prose; notes and running heads that had to wait for the end of a paragraph
    may lie in the next page's. `page_of` says exactly which page a code point stands on.
    """

    number: int
    width: float
    height: float
    start: int
    end: int
    has_text: bool


class Text(msgspec.Struct, frozen=True):
    """The stored text of a document; every offset in the case counts code points of `text`."""

    text: str
    regions: tuple[Region, ...] = ()
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()


class Rectangle(msgspec.Struct, frozen=True):
    """A box on a page, in points, origin at the lower left."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class SetAside(msgspec.Struct, frozen=True):
    """A file that could not be taken in: its name, its reason, and the hash of its bytes where it could be read."""

    name: str
    reason: str
    sha256: str | None = None


class Captured(msgspec.Struct, frozen=True):
    """One file taken in: the document's record and its text."""

    document: Document
    text: Text


def places(text: Text, start: int, end: int) -> tuple[Rectangle, ...]:
    """Return the rectangles, one a printed line, that the span covers on its pages (empty without a map)."""
    found: list[Rectangle] = []
    for line in text.lines[max(0, _line_before(text, start)) :]:
        if line.start >= end:
            break
        first, last = max(start, line.start), min(end, line.end)
        if first < last and len(line.xs) == line.end - line.start + 1:
            left, right = line.xs[first - line.start], line.xs[last - line.start]
            found.append(Rectangle(line.page, min(left, right), line.bottom, max(left, right), line.top))
    return tuple(found)


def page_of(text: Text, offset: int) -> int | None:
    """Return the number of the page on which the code point stands, or None where the text has no pages.

    By the printed line it stands on, or that before it: a note may follow a paragraph that ends on the next page.
    """
    if not text.pages or not 0 <= offset < text.pages[-1].end:
        return None
    if text.lines:
        return text.lines[max(0, _line_before(text, offset))].page
    return next((page.number for page in text.pages if page.start <= offset < page.end), None)


def _line_before(text: Text, offset: int) -> int:
    """Return the place of the last line that begins at the offset or before it, or -1."""
    return bisect_right(text.lines, offset, key=lambda line: line.start) - 1
