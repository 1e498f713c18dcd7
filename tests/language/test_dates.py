"""Days as written, as intervals, resolved against the day of publication."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embargo.language import times

DAY = dt.date(2025, 5, 29)


def found(text: str, day: dt.date | None = DAY) -> list[tuple[str, str | None, str | None, str]]:
    """Words, first and last day, and relation of every time."""
    return [
        (
            when.text or "",
            when.first.isoformat() if when.first else None,
            when.last.isoformat() if when.last else None,
            when.relation,
        )
        for when in times(text, day)
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("early 2024", "2024-01-01", "2024-04-30"),
        ("mid-2024", "2024-05-01", "2024-08-31"),
        ("late 2024", "2024-09-01", "2024-12-31"),
        ("last year", "2024-01-01", "2024-12-31"),
        ("this month", "2025-05-01", "2025-05-31"),
        ("late last year", "2024-09-01", "2024-12-31"),
        ("Q3 2024", "2024-07-01", "2024-09-30"),
        ("the second half of 2024", "2024-07-01", "2024-12-31"),
        ("on Thursday", "2025-05-29", "2025-05-29"),
        ("on Wednesday", "2025-05-28", "2025-05-28"),
        ("on 26 April", "2025-04-26", "2025-04-26"),
        ("on 3-5 June 2024", "2024-06-03", "2024-06-05"),
        ("two weeks ago", "2025-05-15", "2025-05-15"),
        ("over the past two years", "2023-05-29", "2025-05-29"),
        ("last autumn", "2024-09-01", "2024-11-30"),
        ("in summer 2024", "2024-06-01", "2024-08-31"),
        ("in December last year", "2024-12-01", "2024-12-31"),
        ("in 2023-2024", "2023-01-01", "2024-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("from January to mid-December 2024", "2024-01-01", "2024-12-20"),
        ("between March and October", "2024-03-01", "2024-10-31"),
        ("in January and February 2025", "2025-01-01", "2025-02-28"),
    ],
)
def test_a_time_is_an_interval(text: str, first: str, last: str) -> None:
    assert [row[1:3] for row in found(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last", "relation"),
    [
        ("since September 2023", "2023-09-01", "2025-05-29", "since"),
        ("by the end of the year", None, "2025-12-31", "by"),
        ("before 2024", None, "2023-12-31", "before"),
        ("before the end of June", None, "2025-06-30", "before"),
        ("after 2 March 2025", "2025-03-03", None, "after"),
        ("as of 31 March 2025", None, "2025-03-31", "by"),
        ("no later than 22 December 2019", None, "2019-12-22", "by"),
    ],
)
def test_a_little_word_opens_or_closes_an_end(text: str, first: str, last: str, relation: str) -> None:
    assert [row[1:] for row in found(text)] == [(first, last, relation)]


def test_a_day_that_may_be_read_both_ways_reaches_from_one_to_the_other() -> None:
    assert found("on 12/03/2025")[0][1:3] == ("2025-03-12", "2025-12-03")
    assert found("on 25/03/2025")[0][1:3] == ("2025-03-25", "2025-03-25")


def test_without_a_day_of_publication_a_relative_time_keeps_its_words_and_no_days() -> None:
    assert found("last year", None) == [("last year", None, None, "during")]


@pytest.mark.parametrize(
    "text", ["He may go.", "They march on.", "a fall in exports", "31 February 2024", "2,024 men"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert [row for row in found(text) if row[0] != "2024"] == []


@given(st.text(), st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)))
def test_any_text_yields_times_that_stand_in_it(text: str, day: dt.date) -> None:
    for when in times(text, day):
        assert when.start is not None
        assert when.end is not None
        assert text[when.start : when.end] == when.text
        assert (
            when.first is None
            or when.last is None
            or when.first <= when.last
            or when.relation in ("since", "from")
        )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the first quarter", "2025-01-01", "2025-03-31"),
        ("in the third quarter", "2024-07-01", "2024-09-30"),
        ("the last quarter of 2023", "2023-10-01", "2023-12-31"),
        ("last quarter", "2025-01-01", "2025-03-31"),
        ("the second half of last year", "2024-07-01", "2024-12-31"),
        ("in 3Q24", "2024-07-01", "2024-09-30"),
        ("the first six months of 2024", "2024-01-01", "2024-06-30"),
        ("the last three months of last year", "2024-10-01", "2024-12-31"),
        ("the first week of January", "2025-01-01", "2025-01-07"),
        ("the second half of May 2024", "2024-05-16", "2024-05-31"),
        ("the last week of February", "2025-02-22", "2025-02-28"),
        ("the week of 3 February", "2025-02-03", "2025-02-09"),
        ("earlier this month", "2025-05-01", "2025-05-29"),
        ("late last month", "2025-04-21", "2025-04-30"),
        ("October-December 2024", "2024-10-01", "2024-12-31"),
        ("from 3 to 9 February 2025", "2025-02-03", "2025-02-09"),
        ("12 Jan 25", "2025-01-12", "2025-01-12"),
        ("140640Z MAR 24", "2024-03-14", "2024-03-14"),
        ("a month ago", "2025-04-29", "2025-04-29"),
        ("in the autumn", "2024-09-01", "2024-11-30"),
    ],
)
def test_parts_of_years_and_months(text: str, first: str, last: str) -> None:
    assert [(a, b) for _, a, b, _ in found(text)] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "earlier this year",
        "early this year",
        "later last year",
        "turn of the year",
        "closing two months of last year",
        "opening week of March 2024",
        "previous quarter",
        "overnight",
        "recent weeks",
        "mid-May 2024",
        "year's end",
        "eleven days ago",
        "spring 2024",
    ],
)
def test_a_time_is_found_from_its_first_word_on(text: str) -> None:
    assert [words for words, *_ in found(f"They said it, {text}.")] == [text]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("two days later", "2025-01-14", "2025-01-14"),
        ("a week earlier", "2025-01-05", "2025-01-05"),
        ("the following day", "2025-01-13", "2025-01-13"),
        ("the day before.", "2025-01-11", "2025-01-11"),
        ("that month", "2025-01-01", "2025-01-31"),
        ("the same week", "2025-01-06", "2025-01-12"),
        ("the previous year", "2024-01-01", "2024-12-31"),
    ],
)
def test_times_counted_from_the_one_told_before(text: str, first: str, last: str) -> None:
    told = dt.date(2025, 1, 12), dt.date(2025, 1, 12)
    whens = list(times(f"It left {text}", DAY, told=told))
    assert [(str(when.first), str(when.last)) for when in whens] == [(first, last)]


def test_what_is_counted_from_nothing_is_no_time() -> None:
    assert found("It left two days later, the following day or that month.") == []


def test_two_stretches_in_the_wrong_order_stay_two() -> None:
    assert [(a, b) for _, a, b, _ in found("in 3Q24 and H1 2024")] == [
        ("2024-07-01", "2024-09-30"),
        ("2024-01-01", "2024-06-30"),
    ]


@pytest.mark.parametrize("text", ["in the same months", "over the same period", "in those weeks"])
def test_the_same_months_are_all_of_the_stretch_told_before(text: str) -> None:
    told = dt.date(2024, 1, 1), dt.date(2024, 2, 29)
    whens = list(times(f"It left {text}", DAY, told=told))
    assert [(when.first, when.last) for when in whens] == [told]


TOLD = (dt.date(2024, 12, 1), dt.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("before the year is out", None, "2025-12-31"),
        ("since New Year", "2025-01-01", "2025-05-29"),
        ("before the new year", None, "2024-12-31"),
        ("late in May", "2025-05-21", "2025-05-31"),
        ("this autumn", "2025-09-01", "2025-11-30"),
        ("September 16-18", "2024-09-16", "2024-09-18"),
        ("on 9 December last year", "2024-12-09", "2024-12-09"),
        ("so far", None, "2025-05-29"),
        ("until the 23rd", None, "2025-05-23"),
        ("over the past day", "2025-05-28", "2025-05-29"),
    ],
)
def test_turns_of_the_year_and_days_alone(text: str, first: str | None, last: str | None) -> None:
    assert [(one[1], one[2]) for one in found(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the same months", "2024-12-01", "2024-12-31"),
        ("in that period", "2024-12-01", "2024-12-31"),
        ("in the interval", "2024-12-01", "2024-12-31"),
        ("that same month", "2024-12-01", "2024-12-31"),
        ("within 48 hours", "2024-12-01", "2025-01-02"),
        ("the following spring", "2025-03-01", "2025-05-31"),
        ("the year before.", "2023-01-01", "2023-12-31"),
    ],
)
def test_stretches_counted_from_the_one_told_before(text: str, first: str, last: str) -> None:
    assert [(str(when.first), str(when.last)) for when in times(text, DAY, told=TOLD)] == [(first, last)]
    assert not list(times(text, DAY))


def test_so_far_as_we_know_is_no_time() -> None:
    assert found("so far as we know") == []
