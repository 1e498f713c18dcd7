"""PDF: text in reading order with a map from each code point to its page and rectangle."""

import re
from typing import Any

import pypdfium2 as pdfium

from embargo.errors import UnreadableSource
from embargo.sources.days import day_of
from embargo.sources.pdfcells import in_cells
from embargo.sources.pdfedges import take_edges
from embargo.sources.pdfkinds import name_rows
from embargo.sources.pdflayout import rows_in_order
from embargo.sources.pdfleaf import Leaf, leaf
from embargo.sources.pdfweave import weave
from embargo.vocabulary import Detail, Text


def read_pdf(data: bytes, name: str) -> tuple[Text, dict[str, Detail], tuple[str, ...]]:
    """Return the text with its map, what the file says of itself, and notes. Raises UnreadableSource."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        encrypted = "assword" in str(error)
        why = "it is encrypted" if encrypted else f"PDFium says: {error}"
        raise UnreadableSource(
            f"{name} cannot be read as PDF: {why}",
            "a whole PDF without a password",
            "save a copy without its password" if encrypted else "fetch the file again",
        ) from error
    try:
        leaves, broken = _leaves(document)
        details = _details(document)
    except pdfium.PdfiumError as error:
        raise UnreadableSource(f"{name} breaks off: {error}", "a whole PDF") from error
    finally:
        document.close()
    furniture = take_edges(leaves)
    for one in leaves:
        one.rows = rows_in_order(in_cells(one.pieces))
        for _, pieces in one.askew:
            first = one.rows[-1].block + 1 if one.rows else 0
            for row in rows_in_order(pieces):
                row.block += first
                one.rows.append(row)
    text = weave(leaves, furniture, name_rows(leaves))
    if not text.text.strip():
        raise UnreadableSource(
            f"{name} has {len(leaves)} pages and no text on any: a scan",
            "a PDF with text",
            "make its text with OCR (ocrmypdf), then add the result",
        )
    return text, details, _notes(leaves, text, broken)


def _leaves(document: Any) -> tuple[list[Leaf], list[int]]:
    """Return the pages, and the numbers of those that PDFium could not load: they count, and hold no text."""
    found: list[Leaf] = []
    broken: list[int] = []
    for index in range(len(document)):
        try:
            found.append(leaf(document, index))
        except pdfium.PdfiumError:
            broken.append(index + 1)
            found.append(Leaf(index + 1, 0.0, 0.0, [], [], [], []))
    return found, broken


def _notes(leaves: list[Leaf], text: Text, broken: list[int]) -> tuple[str, ...]:
    bare = [page.number for page in text.pages if not page.has_text and page.number not in broken]
    notes = [f"page {number} has no text (a scan, or blank)" for number in bare]
    notes += [f"page {number} is broken and could not be read" for number in broken]
    notes += [
        f"page {one.number}: {one.outside} signs outside the visible page were left out"
        for one in leaves
        if one.outside
    ]
    return tuple(notes)


def _details(document: Any) -> dict[str, Detail]:
    found: dict[str, Detail] = {}
    data = document.get_metadata_dict(skip_empty=True)
    for field, key in (("title", "Title"), ("publisher", "Author")):
        value = " ".join(str(data.get(key, "")).split())
        if value and value.isprintable():
            found[field] = Detail(value[:300], "proposed", f"the PDF's {key}")
    made = re.match(r"(?:D:)?(\d{8})", str(data.get("CreationDate", "")))
    day = day_of(made.group(1)) if made is not None else None
    if day is not None:
        found["published"] = Detail(day, "proposed", "the PDF's day of making")
    return found
