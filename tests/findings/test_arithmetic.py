"""The arithmetic of claims: what a worded amount says, open and closed ends, the convention for "about"."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embargo.findings.intervals import (
    as_worded,
    empty,
    half_last_digit,
    hull,
    interval,
    meet,
    spell,
    spell_range,
)
from embargo.vocabulary import Quantity, Range
from tests.findings.claims import amount

D = Decimal


def span(words: str) -> Range:
    found = interval(amount(words))
    assert found is not None
    return found


def holds(one: Range, value: Decimal) -> bool:
    return not empty(meet(one, Range(value, value)))


def test_over_11000_excludes_11000() -> None:
    assert not holds(span("over 11000"), D(11000))
    assert holds(span("over 11000"), D(11001))


def test_at_least_100_includes_100() -> None:
    assert holds(span("at least 100"), D(100))
    assert not holds(span("at least 100"), D(99))


def test_up_to_n_runs_from_nought_to_n() -> None:
    assert span("up to 9000000") == Range(D(0), D(9000000))


def test_nearly_n_is_below_n() -> None:
    assert not holds(span("nearly 11000"), D(11000))
    assert holds(span("nearly 11000"), D("10999.5"))


@pytest.mark.parametrize(
    ("value", "reach"),
    [("11000", "500"), ("28000", "500"), ("9000000", "500000"), ("20000", "2000"), ("100", "10")],
)
def test_about_reaches_half_the_last_digit_and_a_tenth_at_most(value: str, reach: str) -> None:
    assert half_last_digit(D(value)) == D(reach)


def test_vague_amounts_enter_no_arithmetic() -> None:
    assert interval(Quantity("dozens", 0, 6, None, None, "vague", "count")) is None


def test_over_and_nearly_the_same_number_do_not_meet() -> None:
    assert empty(meet(span("over 11000"), span("nearly 11000")))


def test_about_28000_meets_over_20000() -> None:
    assert meet(span("about 28000"), span("over 20000")) == Range(D(27500), D(28500))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("over 11000", "over 11,000"),
        ("at least 100", "at least 100"),
        ("up to 9000000", "up to 9,000,000"),
        ("nearly 11000", "nearly 11,000"),
        ("about 30000000000", "about 30 billion"),
        ("10000 to 12000", "10,000 to 12,000"),
    ],
)
def test_the_bound_is_told_as_worded(words: str, told: str) -> None:
    assert as_worded(amount(words)) == told


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (Range(D(11000), None, True), "over 11,000"),
        (Range(None, D(5)), "up to 5"),
        (Range(D(0), D(5), False, True), "below 5"),
        (Range(D(3), D(3)), "3"),
        (Range(D(3), D(5), True), "over 3 and up to 5"),
        (Range(D(3), D(5), False, True), "3 and below 5"),
    ],
)
def test_a_range_is_told_with_its_open_ends(one: Range, told: str) -> None:
    assert spell_range(one) == told


def test_money_is_told_in_billions_and_exactly() -> None:
    assert spell(D("5700000000")) == "5.7 billion"
    assert spell(D("2837000000")) == "2.837 billion"


numbers = st.integers(min_value=1, max_value=10**7).map(Decimal)
ranges = st.builds(
    Range,
    st.one_of(st.none(), numbers),
    st.one_of(st.none(), numbers),
    st.booleans(),
    st.booleans(),
).map(lambda r: Range(r.low, r.high, r.low_open and r.low is not None, r.high_open and r.high is not None))


@given(ranges, ranges, numbers)
def test_a_number_is_in_the_meeting_exactly_if_it_is_in_both(one: Range, two: Range, value: Decimal) -> None:
    assert holds(meet(one, two), value) == (holds(one, value) and holds(two, value))


@given(ranges, ranges, numbers)
def test_the_hull_holds_what_either_holds(one: Range, two: Range, value: Decimal) -> None:
    if holds(one, value) or holds(two, value):
        assert holds(hull(one, two), value)


@given(numbers)
def test_over_n_excludes_n_for_every_n(value: Decimal) -> None:
    assert not holds(span(f"over {value}"), value)
    assert holds(span(f"over {value}"), value + 1)
