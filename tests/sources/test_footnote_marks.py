"""Footnote marks: never fused with a number, wherever they come from."""

import io

import pypdfium2
import pytest

from embargo.sources import capture
from tests.sources.papers import pdf, read, regions

PAGE = '#set page("a5")\n'


def marks(captured: object) -> list[str]:
    return [region.note for region in regions(captured, "footnote mark")]  # type: ignore[arg-type]


@pytest.mark.parametrize("number", ["9,000", "45", "5", "1,020", "7.5", "2024"])
@pytest.mark.parametrize(
    "raised", ["#super[12]", "#super(typographic: false)[12]", "#super(size: 0.75em)[12]"]
)
def test_a_footnote_mark_is_never_fused_with_its_number(number: str, raised: str) -> None:
    captured = read(f"{PAGE}It sent {number}{raised} containers, and {number}{raised}.")
    assert captured.text.text == f"It sent {number} containers, and {number}.\n"
    assert marks(captured) == ["12", "12"]


def test_a_mark_lies_where_it_was_printed() -> None:
    captured = read(f"{PAGE}It sent 9,000#super[12] containers.")
    (mark,) = regions(captured, "footnote mark")
    assert captured.text.text[: mark.start] == "It sent 9,000"
    assert mark.start == mark.end


def test_several_marks_at_one_place_leave_no_comma_behind() -> None:
    captured = read(
        f"{PAGE}It sent 9,000#super[12,13] containers and 45#super(typographic: false)[3, 4] tonnes."
    )
    assert captured.text.text == "It sent 9,000 containers and 45 tonnes.\n"


def test_a_dagger_is_a_mark_and_an_asterisk_stays() -> None:
    captured = read(f"{PAGE}It sent 11#super[†] and 5,000\\* containers.")
    assert captured.text.text == "It sent 11 and 5,000* containers.\n"


def test_a_letter_raised_behind_a_figure_is_a_mark() -> None:
    assert read(f"{PAGE}It sent 9#super(typographic: false)[a] ships.").text.text == "It sent 9 ships.\n"


def test_endings_of_ordinals_squares_and_powers_stay() -> None:
    captured = read(f"{PAGE}On the 3#super[rd], 5 km#super[2] and 6 × 10#super[6] of it; H#sub[2]O.")
    assert captured.text.text == "On the 3rd, 5 km² and 6 × 10⁶ of it; H2O.\n"
    assert not marks(captured)


def test_old_style_figures_are_no_marks() -> None:
    captured = read(
        f'{PAGE}#set text(font: "Libertinus Serif", number-type: "old-style")\nIn 2015 over 9,000#super[12] of 1,020.'
    )
    assert captured.text.text == "In 2015 over 9,000 of 1,020.\n"


def test_a_large_initial_makes_no_marks_of_the_line_beside_it() -> None:
    captured = read(f"{PAGE}#text(30pt)[O]ver 9,000 of 1,020 containers went in 2024.")
    assert "9,000 of 1,020 containers went in 2024" in captured.text.text


def test_signs_of_unicode_that_are_raised_are_marks() -> None:
    captured = read(f"{PAGE}It sent 9,000¹² containers.")
    assert captured.text.text == "It sent 9,000 containers.\n"
    assert marks(captured) == ["12"]


@pytest.mark.parametrize("quarters", [90, 180, 270])
def test_a_mark_on_a_turned_page_is_a_mark(quarters: int) -> None:
    document = pypdfium2.PdfDocument(pdf(f"{PAGE}It sent 9,000#super[12] containers."))
    document[0].set_rotation(quarters)
    out = io.BytesIO()
    document.save(out)
    assert capture(out.getvalue(), "turned.pdf", {}).text.text == "It sent 9,000 containers.\n"


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_mark_in_a_turned_line_is_a_mark(angle: int) -> None:
    captured = read(
        f"{PAGE}Upright.\n\n#rotate({angle}deg, reflow: true)[It sent 9,000#super[12] containers.]"
    )
    assert captured.text.text == "Upright.\nIt sent 9,000 containers.\n"


@pytest.mark.parametrize(
    "raised",
    [
        "<sup>12</sup>",
        "<sup>[12]</sup>",
        '<sup class="reference"><a href="#n12">[12]</a></sup>',
        "<sup> 12 </sup>",
    ],
)
def test_a_mark_on_a_page_is_no_part_of_its_number(raised: str) -> None:
    page = f"<html><body><article><p>It sent 9,000{raised} containers to the port in the north last year.</p></article>"
    captured = capture(page.encode(), "page.html", {})
    assert captured.text.text == "It sent 9,000 containers to the port in the north last year.\n"
    assert marks(captured) == ["12"]
    (mark,) = regions(captured, "footnote mark")
    assert captured.text.text[: mark.start] == "It sent 9,000"


def test_squares_and_ordinals_on_a_page_stay() -> None:
    page = "<html><body><article><p>On the 3<sup>rd</sup> it covered 5 km<sup>2</sup> of the yard in the port.</p></article>"
    assert "the 3rd it covered 5 km² of" in capture(page.encode(), "page.html", {}).text.text
