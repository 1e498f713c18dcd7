"""The edges of PDF pages: running heads, running feet and page numbers, told from text by what pages share."""

import re
from collections import defaultdict

import msgspec

from embargo.sources.pdflayout import Row, rows
from embargo.sources.pdfleaf import Leaf
from embargo.sources.pdflines import Printed
from embargo.vocabulary.documents import RegionKind

# Running heads and feet stand in this share of the page's height at its top and bottom.
EDGE = 0.1
# A gap of this many times the size parts a running head from the text below it.
APART = 0.7
# What stands at the edge of so many pages is furniture; of a short document, on every second.
ENOUGH = 3
_NUMBER = re.compile(
    r"\s*(?:page\s+)?[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—]?\s*$", re.IGNORECASE
)
# What may be a note: it begins with its number.
_NOTE = re.compile(r"\s*[\d*†‡]")
_ROMAN = re.compile(r"(?:xc|xl|l?x{0,3})?(?:ix|iv|v?i{0,3})", re.IGNORECASE)


class Edge(msgspec.Struct):
    """Rows that touch one another at the top or foot of a page, from the outside in; `text` if text touches them."""

    at_top: bool
    rows: list[Row]
    text: bool = False


def take_edges(leaves: list[Leaf]) -> list[list[tuple[Row, RegionKind]]]:
    """Return the furniture of each page, and leave only the rest among its pieces."""
    edges = [[*_edges(leaf, at_top=True), *_edges(leaf, at_top=False)] for leaf in leaves]
    seen: dict[tuple[bool, str], set[int]] = defaultdict(set)
    for leaf, mine in zip(leaves, edges, strict=True):
        for edge in mine:
            for piece in (piece for row in edge.rows for piece in row.pieces):
                seen[edge.at_top, _key(piece.text)].add(leaf.number)
    enough = ENOUGH if len(leaves) > 5 else 2
    repeated = {key for key, pages in seen.items() if len(pages) >= enough}
    return [_taken(leaf, mine, repeated) for leaf, mine in zip(leaves, edges, strict=True)]


def _key(text: str) -> str:
    key = re.sub(r"\d+", "#", text.casefold()).strip()
    # Figures alone repeat in tables too: they are furniture only as page numbers.
    return key if re.search(r"[^\W\d_]", key) else ""


def _edges(leaf: Leaf, *, at_top: bool) -> list[Edge]:
    """Return the groups of rows at an edge; of those that reach into the page's middle only the outermost counts."""
    lines = rows(leaf.pieces, 0)
    if not at_top:
        lines.reverse()
    limit = leaf.height * EDGE
    found: list[Edge] = []
    before: Row | None = None
    for row in lines:
        apart = before is None or max(before.bottom - row.top, row.bottom - before.top) > APART * row.size
        within = row.bottom > leaf.height - limit if at_top else row.top < limit
        if not within:
            if apart or not found:
                return found
            found[-1].text = True
            return found if len(found) == 1 else found[:-1]
        if apart:
            found.append(Edge(at_top, []))
        found[-1].rows.append(row)
        before = row
    return found


def _taken(leaf: Leaf, edges: list[Edge], repeated: set[tuple[bool, str]]) -> list[tuple[Row, RegionKind]]:
    found: list[tuple[Row, RegionKind]] = []
    text_begun: set[bool] = set()
    for edge in edges:
        if edge.at_top in text_begun:
            continue
        for row in edge.rows:
            kinds = [
                kind for piece in row.pieces if (kind := _kind(piece, edge.at_top, repeated)) is not None
            ]
            outermost = row is edge.rows[0] and (not _NOTE.match(row.text) or kinds == ["page number"])
            if len(kinds) < len(row.pieces) or ((edge.text or not _all(edge, repeated)) and not outermost):
                text_begun.add(edge.at_top)
                break
            found.extend(
                (Row([piece], 0, row.edge), kind) for piece, kind in zip(row.pieces, kinds, strict=True)
            )
    gone = {id(piece) for row, _ in found for piece in row.pieces}
    leaf.pieces = [piece for piece in leaf.pieces if id(piece) not in gone]
    return found


def _all(edge: Edge, repeated: set[tuple[bool, str]]) -> bool:
    return all(_kind(piece, edge.at_top, repeated) is not None for row in edge.rows for piece in row.pieces)


def _kind(piece: Printed, at_top: bool, repeated: set[tuple[bool, str]]) -> RegionKind | None:
    text = piece.text.strip()
    if piece.marks and piece.marks[0][0] == 0:
        return None
    word = re.sub(r"[^a-z]", "", text.casefold().removeprefix("page"))
    if _NUMBER.match(text) and (re.search(r"\d", text) or _ROMAN.fullmatch(word)):
        return "page number"
    if (at_top, _key(text)) in repeated and _key(text):
        return "running head" if at_top else "running foot"
    return None
