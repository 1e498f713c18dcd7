"""Plain text and Markdown: code points as they are, and what is no prose marked."""

import hashlib

import pytest

from embargo.errors import UnreadableSource
from embargo.sources import capture
from tests.sources.papers import regions, sheet, spans


def text_of(data: bytes, name: str = "note.txt") -> str:
    return capture(data, name, {}).text.text


@pytest.mark.parametrize(
    "words", ["One.\r\nTwo.\r\n", "One.\rTwo.", "\tA  b \n\n\n", "북한 “x” 😀 n\u0303", "one \x0c two"]
)
def test_a_plain_text_keeps_its_code_points(words: str) -> None:
    assert text_of(words.encode()) == words


def test_a_document_is_known_by_its_bytes() -> None:
    data = b"Words."
    document = capture(data, "note.txt", {}).document
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == f"D-{document.sha256[:12]}"
    assert (document.size, document.chars, document.pages, document.media) == (6, 6, 0, "text/plain")


def test_the_same_bytes_give_the_same_document() -> None:
    assert capture(b"Words.", "note.txt", {}) == capture(b"Words.", "note.txt", {})


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", "\ufeff".encode(), "\u3000".encode()])
def test_a_file_without_words_is_set_aside(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"note\.txt (is empty|holds nothing but white space)"):
        capture(data, "note.txt", {})


@pytest.mark.parametrize(
    "head", [b"PK\x03\x04", b"\x89PNG\r\n", b"\x7fELF\x02", b"\x00\x01\x02\x03\x04", bytes(range(256))]
)
def test_a_file_that_is_no_text_is_set_aside_whatever_its_name(head: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"note\.txt"):
        capture(head + b"\x00\x07" * 50, "note.txt", {})


def test_one_zero_byte_in_a_long_text_is_shown_and_said() -> None:
    captured = capture(b"Words. " * 500 + b"\x00" + b" more.", "note.txt", {})
    assert captured.text.text[3500] == "\ufffd"
    assert captured.document.notes == ("1 zero bytes are shown as \ufffd",)


def test_a_pdf_under_another_name_is_a_pdf_and_a_text_named_pdf_is_none() -> None:
    captured = capture(sheet([(72, 700, 10, "Words.")]), "note.txt", {})
    assert captured.document.media == "application/pdf"
    assert captured.document.notes == ("named .txt, and a PDF by its content",)
    with pytest.raises(UnreadableSource, match=r"note\.pdf is no PDF"):
        capture(b"Words.", "note.pdf", {})


def test_ten_megabytes_and_endless_lines_are_read_whole() -> None:
    line = "Over 9,000 shells went by rail; " * 100
    words = (line + "\n") * 3000 + "x" * 1_000_000
    assert text_of(words.encode()) == words


def test_what_is_no_prose_is_marked() -> None:
    captured = capture(b"By Ann Lee\n\nALSO READ\n- one\n2. two\na | b | c\nProse - here.\n", "note.txt", {})
    assert [
        (region.kind, captured.text.text[region.start : region.end]) for region in captured.text.regions
    ] == [
        ("byline", "By Ann Lee"),
        ("furniture", "ALSO READ"),
        ("list item", "- one"),
        ("list item", "2. two"),
        ("table row", "a | b | c"),
    ]


def test_markdown_headings_notes_and_tables_are_marked() -> None:
    words = "# Head\n\nOver 9,000[^12] shells.\n\n| a | b | c |\n|---|---|---|\n\n[^12]: See page 5.\n"
    captured = capture(words.encode(), "note.md", {})
    assert captured.text.text == words
    assert spans(captured, "heading") == ["# Head"]
    assert spans(captured, "footnote") == ["[^12]: See page 5."]
    assert len(regions(captured, "table row")) == 2


def test_front_matter_is_no_text_and_proposes() -> None:
    words = '---\ntitle: "The report"\ndate: 2025-05-29\nsource: Courier\nlang: en-GB\ntags: x\n---\n\nProse is here.\n'
    captured = capture(words.encode(), "note.md", {})
    document = captured.document
    assert (document.title.value, document.published.value, document.publisher.value, document.language.value) == (
        "The report", "2025-05-29", "Courier", "en",
    )  # fmt: skip
    assert document.published.where == "the front matter (date)"
    (region,) = regions(captured, "furniture")
    assert captured.text.text[region.end :] == "\nProse is here.\n"


def test_a_rule_at_the_head_of_markdown_is_no_front_matter() -> None:
    assert not regions(capture(b"---\n\nProse is here.\n", "note.md", {}), "furniture")
