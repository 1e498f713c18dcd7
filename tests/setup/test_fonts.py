"""The report's fonts: what they hold, how large they are, whose they were, and that the typesetter can use them."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import typst
from fontTools.ttLib import TTFont

from tests.shared import ROOT

FONTS = ROOT / "src" / "embargo" / "reports" / "fonts"
FAMILIES: list[str] = json.loads((FONTS / "families.json").read_text(encoding="utf-8"))
RANGES: list[list[int]] = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))
COVERED = {code for first, last in RANGES for code in range(first, last + 1)}


def every(codec: str, lead: range) -> set[int]:
    """All characters of a double-byte code, asked of Python's own codec one by one."""
    found: set[int] = set()
    for first in lead:
        for second in range(0x21, 0xFF):
            try:
                found.update(map(ord, bytes([first, second]).decode(codec)))
            except UnicodeDecodeError:
                continue
    return found


def lacking(wanted: set[int]) -> list[str]:
    return [f"U+{code:04X}" for code in sorted(wanted - COVERED)]


def test_every_hangul_syllable_and_letter_is_held() -> None:
    assert lacking(set(range(0xAC00, 0xD7A4)) | set(range(0x1100, 0x1200)) | set(range(0x3131, 0x318F))) == []


@pytest.mark.parametrize(
    ("codec", "least"), [("gb2312", 6763 + 682), ("euc_kr", 4888 + 2350 + 986), ("shift_jis", 6355)], ids=str
)
def test_every_character_of_an_east_asian_standard_is_held(codec: str, least: int) -> None:
    lead = range(0x81, 0xFD) if codec == "shift_jis" else range(0xA1, 0xFF)
    wanted = {code for code in every(codec, lead) if code > 0x7F}
    assert len(wanted) >= least
    assert lacking(wanted) == []


def test_cyrillic_greek_and_extended_latin_are_held() -> None:
    blocks = [(0x20, 0x7F), (0xA0, 0x250), (0x386, 0x3CF), (0x400, 0x530), (0x1E00, 0x1F00)]
    named = {code for first, end in blocks for code in range(first, end) if unicodedata.name(chr(code), "")}
    assert lacking(named) == []


def test_the_breves_of_korean_romanisation_are_held_in_every_style() -> None:
    for style in ("Regular", "Italic", "Semibold", "Bold", "BoldItalic"):
        with TTFont(FONTS / f"EmbargoSerif-{style}.otf") as font:
            assert {ord(sign) for sign in "ŏŭŎŬ’ʼ–—“”№§€₩"} <= set(font.getBestCmap()), style


def test_the_signs_of_a_report_are_held() -> None:
    signs = "– — … “ ” ‘ ’ « » € £ ₩ ¥ ₽ № § ¶ † ‡ • ≥ ≤ ± × ≈ ≠ − → ⟶ ← ↔ ⇒ ■ □ ● ○ ▲ ▼ ◆ ★ ✓ ✗ ☐ ☑ ½ ¾ ⁶ ₂ ° ′ ″ ‰ ™ ® ©"
    assert lacking(set(map(ord, signs))) == []


def test_the_table_of_coverage_is_what_the_fonts_hold() -> None:
    held: dict[str, set[int]] = {}
    for path in sorted(FONTS.glob("*.?tf")):
        with TTFont(path) as font:
            family = font["name"].getBestFamilyName()
            codes = set(font.getBestCmap())
            held[family] = held[family] & codes if family in held else codes
    assert set(FAMILIES) <= set(held)
    assert set.union(*(held[family] for family in FAMILIES)) == COVERED
    assert all(first <= last for first, last in RANGES)


def test_no_font_bears_a_reserved_name() -> None:
    for path in sorted(FONTS.glob("*.?tf")):
        with TTFont(path) as font:
            names = [str(record) for record in font["name"].names if record.nameID in (1, 3, 4, 6, 16)]
            assert names
            assert all(name.startswith("Embargo") for name in names), path.name
            assert font["OS/2"].fsType == 0, "may be embedded"


def test_the_licence_stands_beside_the_fonts() -> None:
    text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Reserved Font Name" in text
    for family in [*FAMILIES, "Embargo Sans"]:
        assert f"\n{family}: " in "\n" + text
    log = (FONTS / "FONTLOG.md").read_text(encoding="utf-8")
    for path in FONTS.glob("*.?tf"):
        assert path.name in log


def test_all_files_together_stay_under_eight_megabytes() -> None:
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 8_000_000


def typeset(body: str, texts: list[str]) -> bytes:
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    source = f'#set document(title: "Fonts", date: none)\n#set text(font: ({families}))\n{body}'
    files: Any = {
        "main.typ": source.encode(),
        "texts.json": json.dumps(texts).encode(),
    }  # the stubs know no dict
    pdf = typst.compile(
        files,
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
    )
    assert isinstance(pdf, bytes)
    return pdf


def embedded(pdf: bytes, folder: Path) -> set[str]:
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    found = set()
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            for piece in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                found.add(piece.get_font().get_base_name().split("+")[-1])
    return found


def test_the_typesetter_finds_a_glyph_for_every_character_of_the_table() -> None:
    """PDF/UA-1 is refused where a character has no glyph, so a compiled document is the proof."""
    texts = [chr(code) for code in sorted(COVERED) if unicodedata.category(chr(code))[0] not in "CZ"]
    assert len(texts) > 27_000
    assert typeset('#for text in json("texts.json") [#text ]', texts).startswith(b"%PDF-")


def test_a_page_of_many_scripts_takes_each_from_its_own_font(tmp_path: Path) -> None:
    texts = ["Chosŏn", "Владивосток", "조선", "联合国安全理事会", "→", "☑"]
    body = '#for text in json("texts.json") [#text #emph(text) #strong(text)\\ ]'
    fonts = embedded(typeset(body, texts), tmp_path)
    assert {
        "EmbargoSerif-Regular",
        "EmbargoSerif-Italic",
        "EmbargoSerif-Bold",
        "EmbargoHangul-Regular",
    } <= fonts
    assert {"EmbargoHangul-Bold", "EmbargoHan-Regular"} <= fonts
    assert all(name.startswith("Embargo") for name in fonts), "nothing of this machine's fonts is used"


def test_the_same_text_gives_the_same_page() -> None:
    assert typeset("Chosŏn 조선", []) == typeset("Chosŏn 조선", [])
