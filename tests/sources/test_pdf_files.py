"""PDFs as they come: written in any order, broken, empty, encrypted, scanned, in other scripts."""

import random

import pytest

from embargo.errors import UnreadableSource
from embargo.sources import capture
from tests.sources.papers import TWO_COLUMNS, pdf, prose, read, regions, sheet

RUNS = [(72.0, 700.0, 10.0, "It sent 9,000"), (141.0, 700.0, 10.0, "containers to the port.")]
# One page, "Locked words.", RC4 with a user password.
LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
    b"4 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O<"
    + b"ab" * 32
    + b">/U<"
    + b"cd" * 32
    + b">>>endobj\n"
    b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF\n"
)


def text_of(data: bytes) -> str:
    return capture(data, "paper.pdf", {}).text.text


def test_a_mark_written_after_all_the_rest_finds_its_place() -> None:
    captured = capture(sheet([*RUNS, (134.4, 704.0, 6.0, "12")]), "paper.pdf", {})
    assert captured.text.text == "It sent 9,000 containers to the port.\n"
    assert [region.note for region in regions(captured, "footnote mark")] == ["12"]


def test_runs_of_a_line_written_backwards_are_read_forwards() -> None:
    assert text_of(sheet(RUNS[::-1])) == "It sent 9,000 containers to the port.\n"


def test_lines_written_from_the_foot_up_are_read_from_the_top_down() -> None:
    lines = [(72.0, 700.0 - 12 * k, 10.0, f"line {k} of a text that goes on and") for k in range(8)]
    assert text_of(sheet(lines[::-1])) == text_of(sheet(lines))


def test_columns_written_line_by_line_are_columns_all_the_same() -> None:
    rows = [
        run
        for k in range(20)
        for run in (
            (72.0, 700.0 - 12 * k, 10.0, f"left line {k} of the text that fills its column"),
            (320.0, 700.0 - 12 * k, 10.0, f"right line {k} of the text that fills its column"),
        )
    ]
    text = text_of(sheet(rows))
    places = [text.index(f"{side} line {k} ") for side in ("left", "right") for k in range(20)]
    assert places == sorted(places)


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    assert (
        text_of(sheet([(72, 700, 10, "Over 9,000 shells"), (72.2, 700, 10, "Over 9,000 shells")]))
        == "Over 9,000 shells\n"
    )


def test_a_space_that_was_the_mark_s_goes_with_it() -> None:
    runs = [(72.0, 700.0, 10.0, "In 2024"), (106.5, 704.0, 6.0, "7"), (110.0, 700.0, 10.0, ", over 9,000")]
    assert text_of(sheet(runs)) == "In 2024, over 9,000\n"


def test_pages_without_text_are_named() -> None:
    captured = read(
        '#set page("a5")\n#rect(width: 3cm, height: 3cm, fill: red)\n#pagebreak()\nWords on the second page.\n'
        "#pagebreak()\n#pagebreak()\nThe end."
    )
    assert captured.document.notes == (
        "page 1 has no text (a scan, or blank)",
        "page 3 has no text (a scan, or blank)",
    )
    assert [page.has_text for page in captured.text.pages] == [False, True, False, True]


def test_a_scan_is_set_aside_with_what_to_do() -> None:
    with pytest.raises(
        UnreadableSource, match=r"1 pages and no text on any: a scan.*Next: make its text with OCR"
    ):
        read('#set page("a5")\n#rect(width: 3cm, height: 3cm, fill: red)')


def test_an_encrypted_file_is_set_aside_as_encrypted() -> None:
    with pytest.raises(
        UnreadableSource, match=r"locked\.pdf cannot be read as PDF: it is encrypted.*without its password"
    ):
        capture(LOCKED, "locked.pdf", {})


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.9])
def test_half_a_file_is_set_aside_with_its_reason(share: float) -> None:
    data = pdf('#set page("a5")\n' + prose(30))
    with pytest.raises(UnreadableSource, match=r"half\.pdf cannot be read as PDF"):
        capture(data[: int(len(data) * share)], "half.pdf", {})


@pytest.mark.parametrize("seed", range(30))
def test_a_garbled_file_is_read_or_set_aside(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(sheet(RUNS, RUNS) if seed % 2 else pdf('#set page("a5")\n' + prose(10)))
    for _ in range(chance.choice((1, 5, 40))):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    try:
        captured = capture(bytes(data), "garbled.pdf", {})
    except UnreadableSource:
        return
    assert captured.text.text.strip()


@pytest.mark.parametrize(
    "runs",
    [[(72, 700, -10, "neg")], [(1e9, 1e9, 10, "far")], [(72, 700, 0, "none")], [(72, 700, 4000, "vast")]],
)
def test_odd_sizes_and_places_stop_nothing(runs: list[tuple[float, float, float, str]]) -> None:
    assert "Plain words." in text_of(sheet([*runs, (72, 400, 10, "Plain words.")]))


def test_a_word_of_russian_parted_at_a_line_s_end_is_joined() -> None:
    words = (
        "Представители министерства обороны подтвердили перевозку боеприпасов железнодорожным транспортом. "
    )
    captured = read(f'{TWO_COLUMNS}#set text(lang: "ru")\n{words * 6}')
    assert captured.text.text == (words * 6).strip() + "\n"
    assert captured.document.language.value == "ru"


def test_korean_is_read_and_a_word_broken_at_a_line_s_end_joined_where_the_text_has_it_whole() -> None:
    words = "국방부가 밝혔다. 북한은 러시아에 컨테이너를 보냈다고 국방부가 밝혔다. 국방부 대변인은 이같이 말했다. "
    captured = read(
        f'#set page("a6")\n#set text(font: ("Embargo Serif", "Embargo Hangul"), lang: "ko")\n{words * 3}'
    )
    assert captured.text.text.replace(" ", "") == (words * 3).replace(" ", "") + "\n"
    assert "국방 부" not in captured.text.text
    assert captured.document.language.value == "ko"


def test_the_file_s_own_title_author_and_day_are_proposed() -> None:
    captured = read(
        '#set document(title: "Containers", author: "Harbour Institute", date: datetime(year: 2025, month: 5, day: 29))\n'
        '#set page("a5")\n' + prose(3)
    )
    document = captured.document
    assert (document.title.value, document.title.where) == ("Containers", "the PDF's Title")
    assert (document.publisher.value, document.publisher.where) == ("Harbour Institute", "the PDF's Author")
    assert (document.published.value, document.published.where) == ("2025-05-29", "the PDF's day of making")
    assert document.published.standing == "proposed"


def test_a_title_that_is_the_name_of_a_draft_gives_way() -> None:
    captured = read(
        '#set document(title: "Microsoft Word - final2.docx")\n#set page("a5")\n#text(20pt)[The report]\n\n'
        + prose(5)
    )
    assert captured.document.title.value == "The report"


def test_a_day_on_the_page_beats_the_day_of_making() -> None:
    captured = read(
        '#set document(date: datetime(year: 2025, month: 6, day: 3))\n#set page("a5")\n29 May 2025\n\n'
        + prose(3)
    )
    assert captured.document.published.value == "2025-05-29"
