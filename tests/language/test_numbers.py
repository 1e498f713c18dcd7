"""Amounts as written: bounds open or closed, scales, ranges, currencies."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embargo.language import amounts
from embargo.language.numbers import BOUNDS


def ends(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Low, high, bound and unit of every amount."""
    return [
        (None if a.low is None else str(a.low), None if a.high is None else str(a.high), a.bound, a.unit)
        for a in amounts(text)
    ]


def test_over_11000_excludes_11000() -> None:
    assert ends("over 11,000 men") == [("11000", None, "more_than", "")]


def test_at_least_includes_its_figure() -> None:
    assert ends("no less than 40 guns") == [("40", None, "at_least", "")]
    assert ends("no fewer than 64 voyages") == [("64", None, "at_least", "")]
    assert ends("100+ men") == [("100", None, "at_least", "")]
    assert ends("40 or more men") == [("40", None, "at_least", "")]


def test_nearly_is_below_and_up_to_is_at_most() -> None:
    assert ends("nearly 9 million rounds") == [(None, "9000000", "less_than", "")]
    assert ends("as many as 200 guns") == [(None, "200", "at_most", "")]
    assert ends("not more than 500,000 barrels") == [(None, "500000", "at_most", "")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10,000-12,000 men", "10000", "12000"),
        ("between 10 and 20 ships", "10", "20"),
        ("from 4 to 6 million shells", "4000000", "6000000"),
        ("three or four ships", "3", "4"),
        ("two to three thousand men", "2000", "3000"),
    ],
)
def test_a_range_keeps_both_ends(text: str, low: str, high: str) -> None:
    assert ends(text) == [(low, high, "range", "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million barrels", "500000"),
        ("two and a half million shells", "2500000"),
        ("one hundred and forty-eight missiles", "148"),
        ("a dozen guns", "12"),
        ("11 000 men", "11000"),
        ("twenty-one (21) tanks", "21"),
        ("9m rounds", "9000000"),
    ],
)
def test_words_and_scales_make_one_exact_number(text: str, value: str) -> None:
    assert [found[:3] for found in ends(text)] == [(value, value, "exact")]


def test_a_million_is_a_number_and_a_ship_is_none() -> None:
    assert ends("more than a million barrels") == [("1000000", None, "more_than", "")]
    assert ends("a ship") == []


def test_tens_of_thousands_is_at_least_the_unit_named() -> None:
    assert ends("tens of thousands of workers") == [("10000", None, "at_least", "")]
    assert ends("hundreds of containers") == [("100", None, "at_least", "")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("€5 billion", "EUR"),
        ("$5.7bn", "USD"),
        ("USD 3.1 million", "USD"),
        ("3 trillion won", "KRW"),
        ("12 per cent", "percent"),
    ],
)
def test_money_and_shares_carry_their_unit(text: str, unit: str) -> None:
    assert [found[3] for found in ends(text)] == [unit]


def test_money_in_brackets_is_not_negative() -> None:
    assert ends("€5 billion ($5.7 billion)") == [
        ("5000000000", "5000000000", "exact", "EUR"),
        ("5700000000", "5700000000", "exact", "USD"),
    ]


@pytest.mark.parametrize("text", ["152mm shells", "the 2nd Division", "3rd place"])
def test_calibres_and_ordinals_are_no_amounts(text: str) -> None:
    assert ends(text) == []


@given(st.integers(2, 10**9), st.sampled_from(sorted(BOUNDS)))
def test_every_bound_word_says_which_ends_are_open(figure: int, word: str) -> None:
    (found,) = amounts(f"{word} {figure:,} tonnes")
    assert found.bound == BOUNDS[word]
    number = Decimal(figure)
    expected = {
        "at_least": (number, None),
        "more_than": (number, None),
        "at_most": (None, number),
        "less_than": (None, number),
    }.get(found.bound, (number, number))
    assert (found.low, found.high) == expected


@given(st.text())
def test_any_text_yields_amounts_inside_it_in_order(text: str) -> None:
    found = list(amounts(text))
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert [a.start for a in found] == sorted(a.start for a in found)
    assert all(a.low is None or a.high is None or a.low <= a.high for a in found)


def test_dozens_count_in_twelves() -> None:
    assert ends("some four dozen lorries, a dozen guns, half a dozen men") == [
        ("48", "48", "about", ""),
        ("12", "12", "exact", ""),
        ("6", "6", "exact", ""),
    ]


def test_odd_is_about() -> None:
    assert ends("Forty-odd containers") == [("40", "40", "about", "")]


def test_percent_after_a_range_is_of_both_ends() -> None:
    assert ends("a discount of 5-10 per cent") == [("5", "10", "range", "percent")]
