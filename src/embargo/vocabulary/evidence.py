"""Evidence: the closed union of what a claim may rest on. No claim without one of these."""

import msgspec


class Quote(msgspec.Struct, frozen=True, tag="quote", tag_field="evidence"):
    """A verbatim span of a document's text; offsets are Unicode code points, end excluded.

    Make one with `cut`, never by hand: it exists only if `text[start:end] == quote.text`.
    """

    document: str
    start: int
    end: int
    text: str


class Cell(msgspec.Struct, frozen=True, tag="cell", tag_field="evidence"):
    """One cell of a table: its table's SHA-256, row number from 1, column name, value as written."""

    table: str
    row: int
    column: str
    value: str


class Segment(msgspec.Struct, frozen=True, tag="segment", tag_field="evidence"):
    """A stretch of a track: the track's SHA-256, first and last instant (ISO 8601, UTC)."""

    track: str
    first: str
    last: str


class Attachment(msgspec.Struct, frozen=True, tag="attachment", tag_field="evidence"):
    """A blob with the page or region meant, and a note by a named person who looked at it."""

    blob: str
    place: str
    note: str
    by: str


Evidence = Quote | Cell | Segment | Attachment


def cut(document: str, text: str, start: int, end: int) -> Quote:
    """Return the quote of `text` from `start` to `end`. Raises ValueError outside the text or when empty."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span {start}:{end} in a text of {len(text)} code points")
    return Quote(document, start, end, text[start:end])


def holds(quote: Quote, text: str) -> bool:
    """Return whether the quote stands verbatim in `text` at its offsets."""
    return 0 <= quote.start < quote.end <= len(text) and text[quote.start : quote.end] == quote.text
