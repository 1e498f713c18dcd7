"""Laws that hold for any bytes: read or set aside, every offset inside, every code point on a page."""

import io
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo.errors import UnreadableSource
from embargo.sources import Found, capture, discover
from embargo.sources.pdfchars import Char
from embargo.sources.pdflayout import rows_in_order
from embargo.sources.pdflines import Printed, piece
from embargo.vocabulary import Captured, page_of, places
from tests.shared import shared
from tests.sources.papers import sheet

NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.htm", "a.pdf", "a", "a.xhtml", "보고.TXT"])
WORDS = st.text(st.characters(codec="cp1252", categories=("L", "N", "P", "Zs")), min_size=1, max_size=30)
RUNS = st.lists(
    st.tuples(
        st.floats(-50, 700, width=32),
        st.floats(-50, 900, width=32),
        st.sampled_from([4.0, 6.0, 8.0, 10.0, 14.0, 40.0]),
        WORDS,
    ),
    max_size=25,
)


def check(captured: Captured) -> None:
    """Every offset lies inside the text, the record agrees with the text, and any format can carry it on."""
    document, text = captured.document, captured.text
    assert text.text.strip()
    assert document.chars == len(text.text)
    text.text.encode("utf-8")
    for region in text.regions:
        assert 0 <= region.start <= region.end <= len(text.text)
    for line in text.lines:
        assert 0 <= line.start < line.end <= len(text.text)
        assert len(line.xs) == line.end - line.start + 1
    if document.day is not None:
        assert document.published.value == document.day.isoformat()
    for offset in range(len(text.text)):
        page = page_of(text, offset)
        assert (page is None) if not document.pages else (page is not None and 1 <= page <= document.pages)


def read_or_set_aside(data: bytes, name: str) -> Captured | None:
    try:
        captured = capture(data, name, {})
    except UnreadableSource:
        return None
    check(captured)
    assert capture(data, name, {}) == captured
    return captured


@given(st.binary(max_size=300), NAMES)
def test_any_bytes_are_read_or_set_aside(data: bytes, name: str) -> None:
    read_or_set_aside(data, name)


@given(
    st.text(max_size=300), NAMES, st.sampled_from(["utf-8", "utf-16", "utf-32", "cp1251", "cp949", "gb18030"])
)
def test_any_text_in_any_encoding_is_read_or_set_aside(words: str, name: str, encoding: str) -> None:
    read_or_set_aside(words.encode(encoding, "replace"), name)


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_a_text_in_utf_8_keeps_every_code_point(words: str) -> None:
    captured = read_or_set_aside(words.encode(), "a.txt")
    # A zero-width no-break space at the head is the mark of its byte order, and no text.
    assert captured is None or captured.text.text == words.removeprefix("\ufeff")


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<sup>", "</sup>", "<table>", "<tr>", "<td>", "</table>", "<script>", "</script>", "<!--", "-->",
             "<meta name=date content=", '"2025-05-29">', "9,000", "12", " containers ", "<li>", "&amp;", "\x00", "é", "<", ">"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_page_is_read_or_set_aside(parts: list[str]) -> None:
    read_or_set_aside("".join(parts).encode(), "a.html")


@given(st.lists(RUNS, min_size=1, max_size=3))
@settings(max_examples=60)
def test_any_pdf_is_read_or_set_aside_and_every_code_point_has_its_page(
    pages: list[list[tuple[float, float, float, str]]],
) -> None:
    captured = read_or_set_aside(sheet(*pages), "a.pdf")
    assert captured is None or captured.document.pages == len(pages)


@given(RUNS, st.sampled_from([90, 180, 270]))
@settings(max_examples=30)
def test_any_turned_page_keeps_its_rectangles_on_the_sheet(
    runs: list[tuple[float, float, float, str]], quarters: int
) -> None:
    document = pypdfium2.PdfDocument(sheet(runs))
    document[0].set_rotation(quarters)
    out = io.BytesIO()
    document.save(out)
    captured = read_or_set_aside(out.getvalue(), "a.pdf")
    if captured is not None:
        (page,) = captured.text.pages
        for box in places(captured.text, 0, captured.document.chars):
            assert box.right >= 0
            assert box.top >= 0
            assert box.left <= page.width
            assert box.bottom <= page.height


def _piece(left: float, bottom: float, length: int, size: float) -> Printed:
    signs = [
        Char(
            "x",
            left + k * size / 2,
            bottom,
            left + (k + 1) * size / 2,
            bottom + size,
            size,
            bottom,
            bottom,
            0.0,
        )
        for k in range(length)
    ]
    return piece(signs, [], size)


@given(
    st.lists(
        st.builds(
            _piece,
            st.floats(0, 500),
            st.floats(0, 800),
            st.integers(1, 60),
            st.sampled_from([7.0, 10.0, 18.0]),
        ),
        max_size=60,
    )
)
def test_no_layout_loses_or_doubles_a_piece(pieces: list[Printed]) -> None:
    found = [id(one) for row in rows_in_order(pieces) for one in row.pieces]
    assert sorted(found) == sorted(id(one) for one in pieces)


def test_copies_of_a_file_under_other_names_are_one_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        (tmp_path / name).write_bytes(b"Over 9,000 shells.")
    items = [item for item in discover([tmp_path]) if isinstance(item, Found)]
    assert len({capture(item.path.read_bytes(), item.name, {}).document.id for item in items}) == 1


def test_the_seed_article_is_kept_to_the_code_point() -> None:
    path = shared("seed", "article.txt")
    captured = capture(path.read_bytes(), path.name, {})
    assert captured.text.text.encode() == path.read_bytes()
    check(captured)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf"])
def test_one_byte_is_read_or_set_aside(name: str) -> None:
    for byte in range(256):
        read_or_set_aside(bytes([byte]), name)
