"""PDF into text: reading order, hyphens, what stands at the edges, and notes."""

import pytest

from embargo.vocabulary import page_of
from tests.sources.papers import PROSE, TWO_COLUMNS, prose, read, regions, spans

HEADED = (
    '#set page("a4", columns: 2, margin: 2cm, header: [_Report of the team_ #h(1fr) S/2025/1],'
    " footer: context align(center, counter(page).display()))\n"
    '#set par(justify: true)\n#set text(10pt, hyphenate: true, lang: "en")\n'
)


def numbered(count: int, sentences: int = 3) -> str:
    """Paragraphs that say their number at both ends."""
    return "\n\n".join(f"Begin {k}. {prose(sentences, k)} End {k}." for k in range(count))


def order(text: str, count: int) -> list[int]:
    """Where each paragraph begins and ends, in the order they were written."""
    return [text.index(f"{word} {k}.") for k in range(count) for word in ("Begin", "End")]


def test_two_columns_are_read_one_after_the_other() -> None:
    captured = read(TWO_COLUMNS + numbered(24))
    places = order(captured.text.text, 24)
    assert captured.document.pages > 1
    assert places == sorted(places)


def test_three_columns_are_read_one_after_the_other() -> None:
    source = TWO_COLUMNS.replace("columns: 2", "columns: 3").replace("10pt", "9pt") + numbered(30)
    places = order(read(source).text.text, 30)
    assert places == sorted(places)


def test_a_page_may_go_from_one_column_to_two_and_back() -> None:
    source = (
        '#set page("a4", margin: 2cm)\n#set par(justify: true)\n#set text(10pt)\n= The heading\n'
        f"Before. {prose(8)}\n\n#columns(2)[{numbered(7)}]\n\nAfter. {prose(4)}"
    )
    text = read(source).text.text
    places = [text.index("Before."), *order(text, 7), text.index("After.")]
    assert places == sorted(places)


def test_a_last_column_of_one_line_is_a_column() -> None:
    for sentences in range(40, 70):
        text = read(f"{TWO_COLUMNS}#v(3cm)\n{prose(sentences)}").text.text
        assert " ".join(text.split()) == prose(sentences), sentences


def test_columns_need_not_be_of_one_width() -> None:
    source = (
        '#set page("a4", margin: 2cm)\n#set par(justify: true)\n#set text(10pt)\n'
        f"#grid(columns: (2fr, 1fr), gutter: 18pt)[{prose(12)}][Beside: {prose(6, 2)}]"
    )
    main, beside = read(source).text.text.split("Beside:")
    assert " ".join(main.split()) == prose(12)
    assert " ".join(beside.split()) == prose(6, 2)


def test_a_sentence_goes_on_over_columns_and_pages() -> None:
    captured = read(HEADED + "#counter(page).update(1)\n" + " ".join([prose(5)] * 30))
    assert captured.document.pages > 2
    words = " ".join(captured.text.text.split())
    for sentence in PROSE:
        assert words.count(sentence.strip()) == 30


def test_running_heads_and_page_numbers_are_marked_and_break_no_paragraph() -> None:
    captured = read(HEADED + numbered(40))
    pages = captured.document.pages
    assert pages > 2
    assert spans(captured, "running head") == ["Report of the team", "S/2025/1"] * pages
    assert spans(captured, "page number") == [str(number) for number in range(1, pages + 1)]
    for k in range(40):
        start, end = captured.text.text.index(f"Begin {k}."), captured.text.text.index(f"End {k}.")
        assert "Report of the team" not in captured.text.text[start:end]


def test_a_line_of_text_at_the_edge_of_a_page_is_no_running_head() -> None:
    source = '#set page("a6", margin: 4mm)\n#set text(10pt)\n' + prose(40)
    captured = read(source)
    assert captured.document.pages > 2
    assert not regions(captured, "running head")
    assert not regions(captured, "running foot")
    assert " ".join(captured.text.text.split()) == prose(40)


def test_figures_that_repeat_at_the_head_of_pages_are_no_running_head() -> None:
    rows = "\n#pagebreak()\n".join(f"{k},000 containers went\n\n{prose(2, k)}" for k in range(11, 19))
    captured = read('#set page("a6", margin: (top: 12mm))\n#set par(spacing: 0.65em)\n' + rows)
    for k in range(11, 19):
        assert f"{k},000 containers went" in captured.text.text


@pytest.mark.parametrize("parted", ["transportation", "administrations", "correspondence"])
def test_a_hyphen_that_only_parts_a_word_is_undone(parted: str) -> None:
    captured = read(TWO_COLUMNS + " ".join([prose(5)] * 4))
    assert "-" not in captured.text.text
    assert captured.text.text.casefold().count(parted) == 4


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    words = "Russian-flagged vessels and short-range systems with self-propelled guns of third-party owners moved "
    narrow = '#set page("a4", margin: 2cm)\n#set text(10pt)\n'
    for width in range(60, 130, 5):
        text = read(f"{narrow}#block(width: {width}pt)[{words * 3}]").text.text
        for word in ("Russian-flagged", "short-range", "self-propelled", "third-party"):
            assert " ".join(text.split()).count(word) == 3, width


def test_a_name_at_the_start_of_a_sentence_is_joined_like_any_word() -> None:
    narrow = '#set page("a4", margin: 2cm)\n#set text(10pt, lang: "en", hyphenate: true)\n'
    for width in range(60, 120, 10):
        text = read(
            f"{narrow}#block(width: {width}pt)[Representatives came. Investigators went. Representatives stayed.]"
        ).text.text
        assert " ".join(text.split()) == "Representatives came. Investigators went. Representatives stayed."


def test_soft_hyphens_that_print_nothing_are_gone() -> None:
    text = read(
        '#set page("a5")\nThe traf-?fic of the of\u00adfice was ef\u00adficient and con\u00adtinued.'
    ).text.text
    assert text == "The traffic of the office was efficient and continued.\n"


def test_ligatures_are_their_letters() -> None:
    assert (
        "official affiliated flows of waffle"
        in read('#set page("a5")\nofficial affiliated flows of waffle').text.text
    )


def test_notes_at_the_foot_are_marked_each_with_its_number() -> None:
    body = "\n\n".join(
        f"{prose(3, k)} Over 9,000#footnote[Note {k} of Kim, p. 5; {prose(1, k)}] went." for k in range(12)
    )
    captured = read(HEADED + body)
    notes = spans(captured, "footnote")
    assert len(notes) == 12
    assert all(note.startswith(f"Note {k} of Kim") for k, note in enumerate(notes))
    said = [region.note for region in regions(captured, "footnote mark")]
    assert sorted(said, key=int) == [str(number) for number in range(1, 13) for _ in "ab"]


def test_a_note_breaks_no_sentence_that_goes_on_over_the_page() -> None:
    note = "#footnote[The note itself.]"
    captured = read(f'#set page("a5")\n#set par(justify: true)\n{" ".join([prose(5) + note] * 12)}')
    pages = {page_of(captured.text, region.start) for region in regions(captured, "footnote")}
    assert len(pages) > 1
    for sentence in PROSE:
        assert captured.text.text.count(sentence.strip()) == 12


def test_small_print_that_begins_with_no_mark_is_no_note() -> None:
    captured = read(
        f'#set page("a5")\n{prose(6)}\n\n#text(7pt)[Photographs show over 9,000 containers in the port.]'
    )
    assert not regions(captured, "footnote")
    assert "Photographs show over 9,000 containers in the port." in captured.text.text


def test_headings_and_the_title_are_marked() -> None:
    captured = read(
        f'#set page("a5")\n#text(20pt)[The title]\n\n= First part\n{prose(5)}\n\n= Second part\n{prose(5)}'
    )
    assert spans(captured, "title") == ["The title"]
    assert spans(captured, "heading") == ["First part", "Second part"]
    assert captured.document.title.value == "The title"


def test_cells_of_a_table_are_parted_and_its_rows_marked() -> None:
    captured = read(
        f'#set page("a4", margin: 2cm)\n{prose(3)}\n\n#table(columns: 4, [Ship], [IMO], [Calls], [Remarks],'
        " [Angara], [9179842], [12], [seen at Rajin], [Lady R], [9161003], [1,200#super[3]], [dark],"
        f" [Maria], [8517839], [9], [none])\n\n{prose(3)}"
    )
    assert spans(captured, "table row") == [
        "Ship | IMO | Calls | Remarks",
        "Angara | 9179842 | 12 | seen at Rajin",
        "Lady R | 9161003 | 1,200 | dark",
        "Maria | 8517839 | 9 | none",
    ]


def test_a_table_within_a_column_keeps_the_columns_apart() -> None:
    table = (
        "#table(columns: 3, [Ship], [IMO], [Calls], [Angara], [9179842], [12], [Lady R], [9161003], [1,200])"
    )
    captured = read(f"{TWO_COLUMNS}{numbered(4)}\n\n{table}\n\nBegin 4. {prose(12)} End 4.")
    assert spans(captured, "table row") == [
        "Ship | IMO | Calls",
        "Angara | 9179842 | 12",
        "Lady R | 9161003 | 1,200",
    ]
    places = order(captured.text.text, 5)
    assert places == sorted(places)


def test_wide_spaces_of_a_justified_line_part_no_cells() -> None:
    source = '#set page("a4", columns: 4, margin: 2cm)\n#set par(justify: true)\n#set text(11pt)\n' + prose(
        20
    )
    captured = read(source)
    assert "|" not in captured.text.text
    assert " ".join(captured.text.text.split()) == prose(20)


def test_the_number_of_a_paragraph_is_no_cell() -> None:
    captured = read(
        '#set page("a5")\n12. #h(1cm) The panel notes over 9,000 shells.\n\n13. #h(1cm) It notes that again.'
    )
    assert captured.text.text == "12. The panel notes over 9,000 shells.\n13. It notes that again.\n"
    assert not regions(captured, "table row")
