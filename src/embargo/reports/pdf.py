"""report.pdf: typeset by typst as PDF/UA-1, with real footnotes; all text enters as data, never as markup."""

import json
import tempfile
from pathlib import Path

import msgspec
import typst

from embargo.reports.compose import Composed
from embargo.reports.coverage import FONTS, PLAIN, Coverage, covered
from embargo.reports.index import Index
from embargo.reports.setter import Setter

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
# How the typesetter says that it has no glyph for a character, or none that can be read back.
UNSETTABLE = ("could not be displayed", "missing codepoints")
# Footnotes cost the typesetter dearly (measured: 1,000 of them 13 s and 1.2 GB, as notes at the end 4 s and 0.5 GB).
FOOTNOTES = 500


class Typeset(msgspec.Struct, frozen=True):
    """A PDF, the (character, where) pairs that its fonts do not hold, and what it lacks, in words."""

    pdf: bytes
    unprintable: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()


def report_pdf(index: Index, composed: Composed, version: str) -> Typeset:
    """Return the report as PDF/UA-1; nothing that a source or a user wrote can stop it.

    Where the typesetter refuses a glyph in spite of the fonts' coverage list, the report is set again with combining
    marks written out, then in plain ASCII. Where it trips over its own tags (as it does over footnotes longer than
    pages), the notes stand at the end; where it still does, the PDF is one without tags and says so.
    """
    coverage, endnotes = Coverage(covered()), len(composed.notes) > FOOTNOTES
    for _ in range(4):
        try:
            return Typeset(*typeset(index, composed, version, coverage, endnotes))
        except typst.TypstError as failure:
            if any(words in str(failure) for words in UNSETTABLE):
                coverage = coverage.without_marks() if coverage.marks else Coverage(PLAIN)
            else:
                endnotes = True
                coverage = coverage.anew()
    pdf, unprintable = typeset(index, composed, version, Coverage(PLAIN), endnotes, standard=None)
    return Typeset(
        pdf, unprintable, ("report.pdf carries no tags: the typesetter could not make it PDF/UA-1",)
    )


def typeset(
    index: Index,
    composed: Composed,
    version: str,
    coverage: Coverage,
    endnotes: bool,
    standard: str | None = "ua-1",
) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    """Return the PDF and what could not be printed. Raises typst.TypstError where the typesetter refuses."""
    setter = Setter(composed, coverage)
    data = setter.report(index, composed, version) | {"endnotes": endnotes}
    files = {
        "main.typ": TEMPLATE.read_bytes(),
        "report.json": json.dumps(data, ensure_ascii=True).encode("ascii"),
        **{name: text.encode("utf-8") for name, text in setter.images.items()},
    }
    with tempfile.TemporaryDirectory() as empty:
        pdf = typst.compile(  # type: ignore[call-overload]  # files by name are taken, its stubs do not say so yet
            files,
            root=empty,
            font_paths=[str(FONTS)] if FONTS.is_dir() else [],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=[standard] if standard else [],
        )
    return bytes(pdf), tuple(coverage.missing)
