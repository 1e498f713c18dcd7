"""Regions of plain text: titles, headings, bylines, list items, table rows, page furniture."""

import re

from embargo.vocabulary import Region
from embargo.vocabulary.documents import RegionKind

_FURNITURE = frozenset(
    {
        "also read",
        "read also",
        "read more",
        "read next",
        "related",
        "related articles",
        "related stories",
        "see also",
    }
    | {
        "advertisement",
        "share",
        "share this article",
        "most read",
        "recommended",
        "more on this topic",
        "trending",
    }
    | {"you may also like", "subscribe", "newsletter"}
)
_BYLINE = re.compile(r"by\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,3}$", re.IGNORECASE)


def plain_regions(text: str, *, markdown: bool = False, start: int = 0) -> tuple[Region, ...]:
    """Return what is no running prose in a text of lines; what stands before `start` is front matter."""
    found = [Region(0, start, "furniture", "front matter")] if start else []
    for line in text[start:].splitlines(keepends=True):
        bare = line.strip()
        end = start + len(line.rstrip("\r\n"))
        kind = _kind(bare, markdown=markdown)
        if kind is not None:
            note = f"“{bare}” stands alone as pages have it between paragraphs" if kind == "furniture" else ""
            found.append(Region(start, end, kind, note))
        start += len(line)
    return tuple(found)


def _kind(bare: str, *, markdown: bool) -> RegionKind | None:
    if bare.casefold().strip(" :.") in _FURNITURE:
        return "furniture"
    if len(bare) < 80 and _BYLINE.match(bare):
        return "byline"
    if markdown and re.match(r"#{1,6}\s", bare):
        return "heading"
    if markdown and re.match(r"\[\^[^\]\s]{1,20}\]:", bare):
        return "footnote"
    if (bare.startswith("|") and bare.count("|") > 2) or bare.count(" | ") >= 2:
        return "table row"
    if re.match(r"(?:[-*•]|\d{1,3}[.)])\s", bare):
        return "list item"
    return None
