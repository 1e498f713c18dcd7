"""The demo's own PDFs, read as their pages are printed."""

from pathlib import Path

from embargo.sources import capture

PAPERS = Path(__file__).parents[2] / "examples" / "dprk-russia-2025" / "documents"


def words(name: str) -> str:
    return capture((PAPERS / name).read_bytes(), name, {}).text.text


def test_a_short_second_column_that_holds_a_table_is_read_after_the_first() -> None:
    text = words("03-msmt-summary.pdf")
    assert "transferred at least 100 ballistic missiles to Russia" in text
    assert text.index("10. In 2024 the DPRK sought visas") < text.index("Overview\nWhat | How much | When")
    assert "Only one participant" not in text
    assert "Where only one participant could speak to a fact, the text says so." in text


def test_a_note_mark_behind_nine_million_stays_out_of_the_figure() -> None:
    text = words("03-msmt-summary.pdf")
    assert "up to 9,000,000 rounds" in text
    assert "9,000,0001" not in text


def test_one_column_stays_one() -> None:
    assert "delivered about 56,000 tonnes of oil to North Korea in those eight months." in words(
        "08-oil-note.pdf"
    )
