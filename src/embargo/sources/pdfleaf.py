"""One page of a PDF laid out: its edges taken off, the rest in reading order, turned lines after upright ones."""

from typing import Any

import msgspec

from embargo.sources.pdfchars import Char, chars
from embargo.sources.pdflayout import Row
from embargo.sources.pdflines import Printed, printed
from embargo.sources.pdfturn import Box, turned
from embargo.vocabulary.documents import RegionKind


class Leaf(msgspec.Struct):
    """One page: its size as shown, its pieces as they come, and its rows in reading order with what each is."""

    number: int
    width: float
    height: float
    pieces: list[Printed]
    askew: list[tuple[int, list[Printed]]]
    rows: list[Row]
    kinds: list[RegionKind | None]
    outside: int = 0


def leaf(document: Any, index: int) -> Leaf:
    """Return the page with its pieces, not yet in rows. Signs printed outside the page are counted, not read."""
    page = document[index]
    try:
        width, height = page.get_size()
        by_turn: dict[int, list[Char]] = {}
        outside = 0
        for char in chars(page):
            across, up = (height, width) if char.turn % 2 else (width, height)
            if char.right < 0 or char.left > across or char.top < 0 or char.bottom > up:
                outside += char.sign != " "
                continue
            by_turn.setdefault(char.turn, []).append(char)
    finally:
        page.close()
    upright = printed(by_turn.pop(0, []))
    askew = [(turn, printed(signs)) for turn, signs in sorted(by_turn.items())]
    return Leaf(index + 1, width, height, upright, askew, [], [], outside)


def on_page(leaf: Leaf, char: Char) -> Box:
    """Return the box of a sign on the page as shown."""
    box = (char.left, char.bottom, char.right, char.top)
    if not char.turn:
        return box
    width, height = (leaf.height, leaf.width) if char.turn % 2 else (leaf.width, leaf.height)
    return turned(box, width, height, char.turn)
