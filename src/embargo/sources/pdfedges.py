"""The edges of PDF pages: running heads, running feet and page numbers, told from text by what pages share."""

import re
from collections import defaultdict

from embargo.sources.pdflayout import Row, rows
from embargo.sources.pdfleaf import Leaf
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
_ROMAN = re.compile(r"(?:xc|xl|l?x{0,3})?(?:ix|iv|v?i{0,3})", re.IGNORECASE)

Edge = tuple[bool, list[Row]]


def take_edges(leaves: list[Leaf]) -> list[list[tuple[Row, RegionKind]]]:
    """Return the furniture of each page, and leave only the rest among its pieces."""
    edges = [
        [(True, group) for group in _groups(leaf, True)] + [(False, g) for g in _groups(leaf, False)]
        for leaf in leaves
    ]
    seen: dict[tuple[bool, str], set[int]] = defaultdict(set)
    for leaf, groups in zip(leaves, edges, strict=True):
        for at_top, group in groups:
            for row in group:
                for piece in row.pieces:
                    seen[at_top, _key(piece.text)].add(leaf.number)
    enough = ENOUGH if len(leaves) > 5 else 2
    repeated = {key for key, pages in seen.items() if len(pages) >= enough}
    return [_taken(leaf, groups, repeated) for leaf, groups in zip(leaves, edges, strict=True)]


def _key(text: str) -> str:
    key = re.sub(r"\d+", "#", text.casefold()).strip()
    # Figures alone repeat in tables too: they are furniture only as page numbers.
    return key if re.search(r"[^\W\d_]", key) else ""


def _groups(leaf: Leaf, at_top: bool) -> list[list[Row]]:
    """Return the rows at an edge from the outside in, grouped where they touch."""
    limit = leaf.height * EDGE
    if at_top:
        lines = rows([piece for piece in leaf.pieces if piece.bottom > leaf.height - limit], 0)
    else:
        lines = rows([piece for piece in leaf.pieces if piece.top < limit], 0)[::-1]
    groups: list[list[Row]] = []
    for number, row in enumerate(lines):
        before = lines[number - 1] if number else None
        gap = 0.0 if before is None else max(before.bottom - row.top, row.bottom - before.top)
        if before is None or gap > APART * row.size:
            groups.append([])
        groups[-1].append(row)
    return groups


def _taken(leaf: Leaf, groups: list[Edge], repeated: set[tuple[bool, str]]) -> list[tuple[Row, RegionKind]]:
    found: list[tuple[Row, RegionKind]] = []
    for side in (True, False):
        for group in [lines for at_top, lines in groups if at_top is side]:
            named = [_kinds(row, side, repeated) for row in group]
            if all(kind is not None for kinds in named for kind in kinds):
                outer = len(group)
            else:
                # Text follows without a gap: only what stands outermost and cannot be a note is furniture.
                outer = int(
                    all(kind is not None for kind in named[0]) and not re.match(r"\s*[\d*†]", group[0].text)
                )
            for row, kinds in zip(group[:outer], named, strict=False):
                found.extend(
                    (Row([piece], 0, row.edge), kind or "running head")
                    for piece, kind in zip(row.pieces, kinds, strict=True)
                )
            if outer < len(group):
                break
    gone = {id(piece) for row, _ in found for piece in row.pieces}
    leaf.pieces = [piece for piece in leaf.pieces if id(piece) not in gone]
    return found


def _kinds(row: Row, at_top: bool, repeated: set[tuple[bool, str]]) -> list[RegionKind | None]:
    kinds: list[RegionKind | None] = []
    for piece in row.pieces:
        text = piece.text.strip()
        word = re.sub(r"[^a-z]", "", text.casefold().removeprefix("page"))
        if piece.marks and piece.marks[0][0] == 0:
            kinds.append(None)
        elif _NUMBER.match(text) and (re.search(r"\d", text) or _ROMAN.fullmatch(word)):
            kinds.append("page number")
        elif _key(text) and (at_top, _key(text)) in repeated:
            kinds.append("running head" if at_top else "running foot")
        else:
            kinds.append(None)
    return kinds
