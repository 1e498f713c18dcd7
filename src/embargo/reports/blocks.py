"""The report as blocks: what HTML, PDF and JSON all print from, so that they cannot say different things."""

from collections.abc import Iterator
from typing import Literal

import msgspec

Style = Literal["plain", "em", "strong", "code", "quote", "label", "notice"]


class Run(msgspec.Struct, frozen=True, tag="run"):
    """A stretch of text in one style. "quote" is verbatim from a source and printed between quotation marks."""

    text: str
    style: Style = "plain"


class Link(msgspec.Struct, frozen=True, tag="link"):
    """A link to an anchor of the same report."""

    text: str
    target: str


class Cite(msgspec.Struct, frozen=True, tag="cite"):
    """A footnote mark; `key` names a note."""

    key: str


Inline = Run | Link | Cite


class Sentence(msgspec.Struct, frozen=True):
    """One sentence. `generated` ones are the program's own and must carry a citation or a link to one.

    `under` is the anchor of the finding, assessment, source or section that the sentence is a line of and whose own
    marks are printed once, at its head, instead of behind every line.
    """

    inlines: tuple[Inline, ...]
    generated: bool = True
    under: str = ""

    @property
    def text(self) -> str:
        """The words without the footnote marks."""
        return "".join(part.text for part in self.inlines if not isinstance(part, Cite))

    @property
    def cited(self) -> tuple[str, ...]:
        """What the sentence rests on: keys of notes, and anchors ("#F1") it links to."""
        keys = [part.key for part in self.inlines if isinstance(part, Cite)]
        links = ["#" + part.target for part in self.inlines if isinstance(part, Link)]
        return (*keys, *links, *(["#" + self.under] if self.under else []))


Prose = tuple[Sentence, ...]


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading: level 2 to 4 (1 is the title), an anchor, and an optional label before it ("F1")."""

    level: int
    text: str
    anchor: str
    label: str = ""
    cites: tuple[str, ...] = ()
    generated: bool = False


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """A paragraph; its role decides how it is set ("drafters" is marked as the drafters' assessment)."""

    prose: Prose
    role: Literal["body", "lead", "drafters", "notice", "small", "quote"] = "body"


class Bullets(msgspec.Struct, frozen=True, tag="bullets"):
    """A list; `drafters` holds the numbers of items (from 0) that are the drafters' own word."""

    items: tuple[Prose, ...]
    ordered: bool = False
    drafters: tuple[int, ...] = ()


class Facts(msgspec.Struct, frozen=True, tag="facts"):
    """Labelled lines, as in a fact box."""

    rows: tuple[tuple[str, Prose], ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table with a caption and column heads; the first cell of a row is its head. Widths are shares of the line."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]
    widths: tuple[int, ...]


class Figure(msgspec.Struct, frozen=True, tag="figure"):
    """A drawing: its file name, its SVG, what it shows in words for those who cannot see it, its caption."""

    name: str
    svg: str
    alt: str
    caption: Prose


class Exhibit(msgspec.Struct, frozen=True, tag="exhibit"):
    """One claim as evidence: its quote in context, its source line, and remarks on how it was read."""

    claim: str
    before: str
    quote: str
    after: str
    source: str
    remarks: str
    note: str


class Evidence(msgspec.Struct, frozen=True, tag="evidence"):
    """The claims behind a finding, one click away in HTML; the PDF has them as footnotes and says where the rest is."""

    summary: str
    exhibits: tuple[Exhibit, ...]


class Fold(msgspec.Struct, frozen=True, tag="fold"):
    """Detail that HTML folds away behind its summary and the PDF prints in small type."""

    summary: str
    blocks: tuple["Block", ...]


class Box(msgspec.Struct, frozen=True, tag="box"):
    """Blocks set apart under a short title: a contradiction, a denial, an acknowledgement, one source."""

    kind: Literal["contradiction", "denial", "acknowledgement", "assessment", "source", "standout"]
    title: str
    blocks: tuple["Block", ...]
    anchor: str = ""


class Anchor(msgspec.Struct, frozen=True, tag="anchor"):
    """A place that notes and links lead to, before the section that it names."""

    anchor: str


Block = Anchor | Heading | Paragraph | Bullets | Facts | Table | Figure | Evidence | Fold | Box


class Note(msgspec.Struct, frozen=True):
    """A footnote: a verbatim quote where there is one, the source in words, and the finding marks of the record."""

    key: str
    quote: str | None
    source: str
    marks: str
    target: str = ""


def in_order(inlines: tuple[Inline, ...], numbers: dict[str, int]) -> tuple[Inline, ...]:
    """Return the inlines with neighbouring footnote marks in the order of their numbers, each once."""
    result: list[Inline] = []
    waiting: dict[str, Cite] = {}
    for part in inlines:
        if isinstance(part, Cite):
            waiting[part.key] = part
            continue
        result += by_number(waiting, numbers)
        waiting = {}
        result.append(part)
    return (*result, *by_number(waiting, numbers))


def by_number(marks: dict[str, Cite], numbers: dict[str, int]) -> list[Cite]:
    """Return the marks in the order of their numbers."""
    return sorted(marks.values(), key=lambda cite: numbers[cite.key])


def say(text: str, *cites: str) -> Sentence:
    """Return a generated sentence with its footnote marks at its end."""
    return Sentence((Run(text), *(Cite(key) for key in cites)))


def line(text: str, under: str, *cites: str, style: Style = "plain") -> Sentence:
    """Return a generated line of something whose marks stand at its head, under that anchor."""
    return Sentence((Run(text, style), *(Cite(key) for key in cites)), under=under)


def prose_of(block: Block) -> Iterator[Prose]:
    """Yield every run of prose of a block in the order in which it is printed, boxes and folds included."""
    match block:
        case Heading():
            yield (Sentence((Run(block.text), *(Cite(key) for key in block.cites)), block.generated),)
        case Paragraph():
            yield block.prose
        case Bullets():
            yield from block.items
        case Facts():
            for _, prose in block.rows:
                yield prose
        case Table():
            for row in block.rows:
                yield from row
        case Figure():
            yield block.caption
        case Fold() | Box():
            for inner in block.blocks:
                yield from prose_of(inner)
        case Evidence() | Anchor():
            return


def anchors_of(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Return every anchor of the blocks, those inside boxes and folds included."""
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Heading | Box | Anchor) and block.anchor:
            found.add(block.anchor)
        if isinstance(block, Box | Fold):
            found |= anchors_of(block.blocks)
    return frozenset(found)
