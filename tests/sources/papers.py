"""PDFs set while the tests run: real columns, notes and line ends, from words of our own."""

import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

from embargo.sources import capture
from embargo.vocabulary import Captured, Region

FONTS = Path(str(files("embargo.reports") / "fonts"))
# Sentences with words long enough that a narrow column must part some of them.
PROSE = (
    "Investigators documented the transportation of ammunition containers between the two administrations. ",
    "Correspondence obtained by participating governments describes the preparation of maintenance facilities. ",
    "Representatives acknowledged considerable difficulties concerning documentation of international shipments. ",
    "Commercially available photographs demonstrate uninterrupted loading operations throughout September. ",
    "Approximately one third of the consignments was subsequently identified by manufacturing characteristics. ",
)
TWO_COLUMNS = '#set page("a4", columns: 2, margin: 2cm)\n#set par(justify: true)\n#set text(10pt, hyphenate: true, lang: "en")\n'


@cache
def pdf(source: str) -> bytes:
    """Return the PDF of a typst source, set with the fonts that the project carries; the same bytes every time."""
    with tempfile.TemporaryDirectory() as empty:
        made = typst.compile(
            {"main.typ": source.encode()},  # type: ignore[call-overload]
            root=empty,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            format="pdf",
        )
    return bytes(made)


def read(source: str, name: str = "paper.pdf") -> Captured:
    """Return the typst source as captured from its PDF."""
    return capture(pdf(source), name, {})


def spans(captured: Captured, kind: str) -> list[str]:
    """Return the text of the regions of a kind, in order."""
    return [captured.text.text[region.start : region.end] for region in regions(captured, kind)]


def regions(captured: Captured, kind: str) -> list[Region]:
    """Return the regions of a kind, in order."""
    return [region for region in captured.text.regions if region.kind == kind]


def prose(sentences: int, offset: int = 0) -> str:
    """Return so many sentences of prose as one paragraph."""
    return "".join(PROSE[(offset + number) % len(PROSE)] for number in range(sentences)).strip()


def sheet(*pages: list[tuple[float, float, float, str]], size: tuple[int, int] = (595, 842)) -> bytes:
    """Return a PDF written by hand: on each page runs of Helvetica as (x, y, size, words), in the order given."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for runs in pages:
        content = b"\n".join(
            b"BT /F %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (points, x, y, _escaped(words))
            for x, y, points, words in runs
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (*size, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            len(out),
        )
    )


def _escaped(words: str) -> bytes:
    plain = words.encode("cp1252")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
