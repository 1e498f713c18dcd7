"""Sentences: spans that cover all letters, end at stops, and never cross a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embargo.language import sentences, tokens


def parts(text: str) -> list[str]:
    """The sentences as written."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ended. Two began.", ["One ended.", "Two began."]),
        ("He saw no. 5 on p. 9 of it.", ["He saw no. 5 on p. 9 of it."]),
        ("“Stop!” he said. “Go.” She went.", ["“Stop!” he said.", "“Go.”", "She went."]),
        ("It ended in 2024.[14] The next began.", ["It ended in 2024.[14]", "The next began."]),
        ("It ended in 2024.¹⁴ The next began.", ["It ended in 2024.¹⁴", "The next began."]),
        ("12. A point.\n(b) Another point.\n• A third.", ["A point.", "Another point.", "A third."]),
        ("Title\nA line without a stop", ["Title", "A line without a stop"]),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@given(st.text())
def test_sentences_come_in_order_and_cross_no_line(text: str) -> None:
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        assert "\n" not in text[start:end]
        last = end


@given(st.text(alphabet=st.characters(categories=["L", "Zs"], include_characters=".!?\n")))
def test_no_letter_is_in_no_sentence(text: str) -> None:
    covered = {place for start, end in sentences(text) for place in range(start, end)}
    assert all(place in covered for place, sign in enumerate(text) if sign.isalpha())


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    assert all(text[t.start : t.end] == t.text and t.low == t.text.casefold() for t in tokens(text))
