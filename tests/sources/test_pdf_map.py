"""The map of a PDF's text: from each code point to its page and its place on it."""

import io
from itertools import pairwise

import pypdfium2
import pytest

from embargo.sources import capture
from embargo.vocabulary import Captured, page_of, places
from tests.sources.papers import TWO_COLUMNS, pdf, prose, read, regions, sheet


def printed_in(data: bytes, captured: Captured, words: str) -> str:
    """What PDFium finds within the rectangles of the words: its own answer, from the page's side."""
    start = captured.text.text.index(words)
    document = pypdfium2.PdfDocument(data)
    found = []
    for box in places(captured.text, start, start + len(words)):
        page = document[box.page - 1]
        textpage = page.get_textpage()
        found.append(textpage.get_text_bounded(box.left + 0.5, box.bottom, box.right - 0.5, box.top))
        textpage.close()
        page.close()
    return " ".join(found).replace("\r\n", " ").replace("\x02", "")


@pytest.mark.parametrize(
    "words",
    [
        "identified by manufacturing characteristics",
        "operations throughout September",
        "ammunition containers",
    ],
)
def test_the_rectangles_of_a_quote_hold_its_words(words: str) -> None:
    source = TWO_COLUMNS + " ".join([prose(5)] * 3)
    captured = read(source)
    within = printed_in(pdf(source), captured, words)
    assert within.replace(" ", "").replace("-", "") == words.replace(" ", "")


def test_every_code_point_has_a_page() -> None:
    captured = read(TWO_COLUMNS + "\n\n".join(f"{prose(5, k)} 9,000#footnote[Note {k}.]" for k in range(40)))
    pages = [page_of(captured.text, offset) for offset in range(captured.document.chars)]
    assert set(pages) == set(range(1, captured.document.pages + 1))
    assert page_of(captured.text, captured.document.chars) is None
    assert page_of(captured.text, -1) is None


def test_a_note_is_on_the_page_it_was_printed_on() -> None:
    captured = read(f'#set page("a5")\n#set par(justify: true)\n9,000#footnote[The note.] went. {prose(60)}')
    (note,) = regions(captured, "footnote")
    assert page_of(captured.text, note.start) == 1


def test_a_quote_over_a_page_s_end_has_rectangles_on_both_pages() -> None:
    captured = read('#set page("a6")\n#set par(justify: true)\n' + prose(40))
    boundary = captured.text.pages[1].start
    boxes = places(captured.text, boundary - 20, boundary + 20)
    assert {box.page for box in boxes} == {1, 2}


def test_a_word_parted_at_a_line_s_end_has_two_rectangles() -> None:
    source = '#set page("a5")\n#set text(lang: "en", hyphenate: true)\n#block(width: 70pt)[The transportation of it.]'
    captured = read(source)
    start = captured.text.text.index("transportation")
    boxes = places(captured.text, start, start + len("transportation"))
    assert len(boxes) == 2
    assert boxes[0].bottom > boxes[1].bottom


def test_lines_and_regions_lie_in_the_text_in_order() -> None:
    captured = read(TWO_COLUMNS + "\n\n".join(f"{prose(4, k)} 45#footnote[Note {k}.]" for k in range(30)))
    length = captured.document.chars
    starts = [line.start for line in captured.text.lines]
    assert starts == sorted(starts)
    for line in captured.text.lines:
        assert 0 <= line.start < line.end <= length
        assert len(line.xs) == line.end - line.start + 1
        assert list(line.xs) == sorted(line.xs)
    for region in captured.text.regions:
        assert 0 <= region.start <= region.end <= length
    ends = [(page.start, page.end) for page in captured.text.pages]
    assert ends[0][0] == 0
    assert ends[-1][1] == length
    assert all(before[1] == after[0] for before, after in pairwise(ends))


@pytest.mark.parametrize("quarters", [0, 90, 180, 270])
def test_on_a_turned_page_rectangles_lie_on_the_page_as_shown(quarters: int) -> None:
    document = pypdfium2.PdfDocument(sheet([(72, 700, 10, "Over 9,000 shells")]))
    document[0].set_rotation(quarters)
    out = io.BytesIO()
    document.save(out)
    captured = capture(out.getvalue(), "turned.pdf", {})
    assert captured.text.text == "Over 9,000 shells\n"
    page = captured.text.pages[0]
    middle = {0: (76, 703), 90: (703, 595 - 76), 180: (595 - 76, 842 - 703), 270: (842 - 703, 76)}[quarters]
    (box,) = places(captured.text, 0, 1)
    assert box.left - 1 < middle[0] < box.right + 1
    assert box.bottom - 1 < middle[1] < box.top + 1
    assert (page.width, page.height) == ((842, 595) if quarters in (90, 270) else (595, 842))


def test_a_cropped_page_is_read_as_far_as_it_is_seen_and_says_what_is_not() -> None:
    document = pypdfium2.PdfDocument(sheet([(172, 700, 10, "Seen here"), (72, 50, 10, "unseen words")]))
    document[0].set_cropbox(150, 100, 500, 800)
    out = io.BytesIO()
    document.save(out)
    captured = capture(out.getvalue(), "cropped.pdf", {})
    assert captured.text.text == "Seen here\n"
    assert captured.document.notes == ("page 1: 11 signs outside the visible page were left out",)
    assert places(captured.text, 0, 1)[0].left == pytest.approx(22, abs=1)
