"""What nobody states: proposed from dateline, byline, first lines and the file's name, and marked so; or unknown."""

import pytest

from embargo.sources import capture
from embargo.vocabulary import Document


def read(words: str, name: str = "note.txt") -> Document:
    return capture(words.encode(), name, {}).document


def test_a_dateline_proposes_publisher_and_day() -> None:
    document = read(
        "SEOUL, May 29, 2025 (Reuters) - The ministry said that over 9,000 containers had been seen.\n"
    )
    assert (document.publisher.value, document.publisher.where) == ("Reuters", "the dateline")
    assert (document.published.value, document.published.where) == ("2025-05-29", "the dateline")
    assert document.publisher.standing == "proposed"


def test_a_dateline_without_a_year_proposes_no_day() -> None:
    assert (
        read("SEOUL, May 29 (Reuters) - The ministry said that containers had been seen.\n").published.value
        is None
    )


def test_a_byline_proposes_the_one_who_wrote() -> None:
    document = read("Trains at the border\nBy Ann Lee\n\nThe ministry said that containers had been seen.\n")
    assert document.publisher.value == "byline:Ann Lee"
    assert document.title.value == "Trains at the border"


@pytest.mark.parametrize(
    "line", ["29 May 2025", "May 29, 2025", "2025-05-29", "Published: 29 May 2025", "Thursday, 29 May 2025"]
)
def test_a_day_at_the_head_is_proposed(line: str) -> None:
    document = read(f"Trains at the border\n{line}\n\nThe ministry said so.\n")
    assert (document.published.value, document.published.where) == (
        "2025-05-29",
        "a day at the head of the text",
    )


def test_a_day_within_prose_is_no_day_of_publication() -> None:
    words = "The ministry said at length in its statement that on 3 March 2024 the ship had left the port with containers.\n"
    assert read(words).published.value is None


@pytest.mark.parametrize("name", ["2025-05-29 note.txt", "note_20250529.txt", "a/b/2025.05.29-note.txt"])
def test_the_file_s_name_may_propose_the_day(name: str) -> None:
    document = read("The ministry said so.\n", name)
    assert (document.published.value, document.published.where) == ("2025-05-29", "the file's name")


@pytest.mark.parametrize("name", ["9179842.txt", "note-20251345.txt", "2025-02-30.txt", "120250529.txt"])
def test_figures_in_a_name_that_are_no_day_propose_none(name: str) -> None:
    assert read("The ministry said so.\n", name).published.value is None


def test_a_day_unknown_is_an_answer() -> None:
    document = read("The ministry said so.\n")
    assert document.day is None
    assert (document.published.value, document.published.standing) == (None, "unknown")
    assert document.publisher_name == "publisher unknown"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Statement by the spokesperson of the ministry\n\nWe note.\n", "statement"),
        ("Executive summary\n\nThe panel finds.\n", "report"),
        ("SEOUL, May 29 (Reuters) - It said so.\n", "press"),
        ("The ministry denied it\nA spokesman rejected the groundless claim in a statement.\n", "denial"),
    ],
)
def test_a_kind_is_proposed_by_the_words_at_the_head(words: str, kind: str) -> None:
    document = read(words)
    assert document.kind.value == kind
    assert document.kind.where.startswith("the words “")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The ministry said that the ship had been seen in the port and was on its way to the north.", "en"),
        ("Le ministère a dit que les navires sont dans le port et que la mer est calme pour une fois.", "fr"),
        (
            "Das Ministerium sagte, dass die Schiffe nicht in den Hafen fahren und der Weg auf dem Meer ist.",
            "de",
        ),
        ("Министерство заявило, что судно находится в порту.", "ru"),
        ("Міністерство заявило, що її судно знаходиться у порту.", "uk"),
        ("국방부는 선박이 항구에 있다고 밝혔다. 국방부는 말했다.", "ko"),
        ("国防部表示这艘船正停靠在港口并装载了集装箱等货物", "zh"),
        ("防衛省は、この船舶が港に寄港したと発表しました。", "ja"),
    ],
)
def test_a_language_is_proposed_by_script_and_common_words(words: str, language: str) -> None:
    assert read(words).language.value == language


@pytest.mark.parametrize(
    "words", ["Rajin.", "9,000 11,000 12,000", "xyzzy plugh qwert asdf zxcv poiu lkjh mnbv"]
)
def test_a_language_unknown_is_an_answer(words: str) -> None:
    assert read(words).language.value is None
