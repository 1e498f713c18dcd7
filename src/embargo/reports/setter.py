"""Blocks as plain data for the typesetter's template, with what cannot be printed replaced and noted."""

import re
from typing import Any

from embargo.reports.blocks import (
    Anchor,
    Block,
    Box,
    Bullets,
    Cite,
    Evidence,
    Facts,
    Figure,
    Fold,
    Heading,
    Link,
    Paragraph,
    Prose,
    Run,
    Table,
    anchors_of,
    in_order,
    prose_of,
)
from embargo.reports.compose import Composed
from embargo.reports.coverage import Coverage, families
from embargo.reports.html import kind
from embargo.reports.index import Index
from embargo.reports.words import count, day

# A title that would run over its page is cut there; the HTML has it whole.
TITLE = 600
# From so many blocks on a report has a table of contents.
LONG = 24
# So many places of an unprintable character are named in the PDF; the rendering lists them all.
PLACES = 6
# A box of so many lines or fewer is kept on one page; a line holds so many characters.
UNBROKEN, LINE = 24, 90
TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")


class Setter:
    """Turns blocks into plain data for the template, replacing what cannot be printed and noting where."""

    def __init__(self, composed: Composed, coverage: Coverage) -> None:
        self.coverage = coverage
        self.where = "title"
        self.numbers = {note.key: n for n, note in enumerate(composed.notes, 1)}
        self.seen: set[int] = set()
        self.images: dict[str, str] = {}
        self.anchors = anchors_of(composed.blocks)

    def text(self, text: str) -> str:
        """Return the text as it can be printed here."""
        return self.coverage.printed(text, self.where)

    def report(self, index: Index, composed: Composed, version: str) -> dict[str, Any]:
        """Return everything that the template prints."""
        dossier = index.dossier
        title = self.text(composed.title) or "Report"
        if len(title) > TITLE:
            title = title[:TITLE] + "…"
        as_of = day(dossier.as_of) if dossier.as_of else "no day known"
        front = [["As of", as_of], ["Audience", self.text(dossier.audience)]]
        front.append(
            [
                "Rests on",
                f"{count(len(dossier.documents), 'document')}, {count(len(index.findings), 'finding')}",
            ]
        )
        packs = ", ".join(pack.title for pack in dossier.packs)
        data: dict[str, Any] = {
            "title": title,
            "running": title if len(title) < 80 else title[:78] + "…",
            "kicker": self.text("Cited report" + (f" · {packs}" if packs else "")),
            "date": [dossier.as_of.year, dossier.as_of.month, dossier.as_of.day] if dossier.as_of else None,
            "as_of": as_of,
            "audience": self.text(dossier.audience),
            "front": front,
            "fonts": families(),
            "long": len(composed.blocks) >= LONG,
            "blocks": self.blocks(composed.blocks),
            "problems": [self.text(problem) for problem in composed.problems],
            "version": version,
        }
        notes = []
        for n, note in enumerate(composed.notes, 1):
            self.where = f"note {n}"
            quote = None if note.quote is None else self.text(note.quote)
            notes.append({"quote": quote, "source": self.text(note.source), "marks": self.text(note.marks)})
        data["notes"] = notes
        data["unprintable"] = self.unprintable()
        return data

    def blocks(self, blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
        """Return blocks as data; evidence stands in the footnotes already and is left to the HTML and the CSV."""
        return [self.block(block) for block in blocks if not isinstance(block, Evidence)]

    def block(self, block: Block) -> dict[str, Any]:
        """Return one block as data."""
        data: dict[str, Any] = {"kind": kind(block)}
        match block:
            case Anchor():
                data["anchor"] = block.anchor
            case Heading():
                self.where = f"{block.label} {block.text}".strip()
                data |= {"level": block.level, "text": self.text(block.text), "label": block.label}
                data |= {"anchor": block.anchor, "cites": [self.mark(key) for key in block.cites]}
            case Paragraph():
                data |= {"role": block.role, "prose": self.prose(block.prose)}
            case Bullets():
                data |= {"items": [self.prose(one) for one in block.items], "ordered": block.ordered}
                data |= {"drafters": list(block.drafters)}
            case Facts():
                data["rows"] = [[name, self.prose(one)] for name, one in block.rows]
            case Table():
                data |= {
                    "caption": self.text(block.caption),
                    "head": [self.text(head) for head in block.head],
                }
                data |= {"widths": list(block.widths)}
                data["rows"] = [[{"parts": self.prose(cell)} for cell in row] for row in block.rows]
            case Figure():
                self.images[block.name] = TEXT.sub(lambda found: self.drawn(found[0], block.name), block.svg)
                data |= {
                    "name": block.name,
                    "alt": self.text(block.alt),
                    "caption": self.prose(block.caption),
                }
            case Fold():
                data |= {"summary": self.text(block.summary), "blocks": self.blocks(block.blocks)}
            case Box():
                self.where = block.anchor or self.where
                data |= {
                    "box": block.kind,
                    "title": self.text(block.title),
                    "blocks": self.blocks(block.blocks),
                }
                data |= {"anchor": block.anchor, "long": rows_of(block) > UNBROKEN}
        return data

    def unprintable(self) -> list[str]:
        """Return a line for each character that no font holds, with the places where it was wanted."""
        places: dict[str, list[str]] = {}
        for char, where in list(self.coverage.missing):
            places.setdefault(char, []).append(self.text(where))
        lines = []
        for char, found in places.items():
            more = f" and {len(found) - PLACES} more" if len(found) > PLACES else ""
            lines.append(f"U+{ord(char):04X}: {'; '.join(found[:PLACES])}{more}")
        return lines

    def drawn(self, text: str, name: str) -> str:
        """Return a label of a drawing as it can be printed."""
        return self.coverage.printed(text, name)

    def prose(self, prose: Prose) -> list[dict[str, Any]]:
        """Return the runs, links and footnote marks of several sentences."""
        parts: list[dict[str, Any]] = []
        for said in prose:
            for part in in_order(said.inlines, self.numbers):
                match part:
                    case Cite(key=key):
                        parts.append(self.mark(key))
                    case Link(text=text, target=target):
                        there = target in self.anchors
                        parts.append(
                            {"kind": "link", "text": self.text(text), "target": target, "there": there}
                        )
                    case Run(text=text, style=style):
                        parts.append({"kind": "run", "text": self.text(text), "style": style})
        return parts

    def mark(self, key: str) -> dict[str, Any]:
        """Return a footnote mark; the first of a note makes it, later ones point to it."""
        n = self.numbers[key]
        first = n not in self.seen
        self.seen.add(n)
        return {"kind": "cite", "n": n, "first": first}


def rows_of(box: Box) -> int:
    """Return how many lines a box is printed in, about: one for each run of prose and each further `LINE` characters."""
    return sum(
        1 + sum(len(said.text) for said in prose) // LINE for block in box.blocks for prose in prose_of(block)
    )
