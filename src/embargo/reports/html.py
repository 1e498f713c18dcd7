"""report.html: one file, no script, nothing fetched; opens from disk and prints well."""

from pathlib import Path

import jinja2
import msgspec
from markupsafe import Markup

from embargo.reports.blocks import Cite, Heading, Inline, Note, anchors_of, in_order
from embargo.reports.compose import Composed
from embargo.reports.index import Index
from embargo.reports.svg import legal
from embargo.reports.words import count, day

TEMPLATES = Path(__file__).parent / "templates"


def printable(text: object) -> object:
    """Return the text with what HTML cannot carry, and what would turn the order of writing, as [U+XXXX]."""
    if isinstance(text, str) and not text.isprintable() and not isinstance(text, Markup):
        return "".join(char if legal(char) else f"[U+{ord(char):04X}]" for char in text)
    return text


class Marks:
    """Numbers footnote marks as the template meets them, so that each note can link back to every place."""

    def __init__(self, notes: tuple[Note, ...]) -> None:
        self.numbers = {note.key: n for n, note in enumerate(notes, 1)}
        self.uses: dict[int, int] = {}

    def ordered(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return the inlines with neighbouring marks in the order of their numbers."""
        return in_order(inlines, self.numbers)

    def use(self, key: str) -> tuple[int, int]:
        """Return the note's number and which of its marks this one is, both from 1."""
        number = self.numbers[key]
        self.uses[number] = self.uses.get(number, 0) + 1
        return number, self.uses[number]


def report_html(index: Index, composed: Composed, version: str) -> bytes:
    """Return the report as one HTML file."""
    dossier = index.dossier
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printable,
    )
    style = Markup((TEMPLATES / "report.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file, no user's text
    page = environment.get_template("report.html.j2").render(
        title=composed.title,
        case=dossier.title,
        audience=dossier.audience,
        as_of=day(dossier.as_of) if dossier.as_of else "no day known",
        size=f"{count(len(dossier.documents), 'document')}, {count(len(index.findings), 'finding')}",
        packs=dossier.packs,
        version=version,
        style=style,
        blocks=composed.blocks,
        contents=[b for b in composed.blocks if isinstance(b, Heading) and b.level <= 3 and not b.label],
        notes=composed.notes,
        marks=Marks(composed.notes),
        kind=kind,
        cite=Cite,
        anchors=anchors_of(composed.blocks),
        svg=Markup,  # drawings are ours: every label in them is escaped where it is drawn
        problems=composed.problems,
    )
    return page.encode("utf-8")


def kind(thing: msgspec.Struct) -> str:
    """Return the tag of a block or an inline, for the template to choose by."""
    return str(thing.__struct_config__.tag)
