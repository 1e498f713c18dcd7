"""Caps: within, above, or nobody can tell; every factor named."""

import msgspec
import pytest

from embargo.law import assess
from embargo.vocabulary import Fact
from tests.law.quiz import PACK, fact, result


def petroleum(
    low: str | None,
    high: str | None,
    unit: str,
    scope: str,
    first: str,
    last: str,
    item: str = "petroleum.refined",
) -> Fact:
    """An amount of oil from Russia to the DPRK between two days."""
    return fact("supply", "RU", "KP", item, first, until=last, amount=(low, high, unit, scope))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (("1000000", None, "barrel", "this-flow"), "capped-exceeded"),
        (("500000", "500000", "barrel", "window-total"), "capped-within"),
        (("400000", "400000", "barrel", "this-flow"), "capped-cannot-tell"),
        (("500000", None, "barrel", "this-flow"), "capped-cannot-tell"),
        (("70000", "70000", "tonne", "this-flow"), "capped-exceeded"),
        (("62000", "62000", "tonne", "this-flow"), "capped-cannot-tell"),
        (("56000", "56000", "tonne", "window-total"), "capped-within"),
    ],
)
def test_refined_petroleum_of_2024(amount, expected) -> None:  # type: ignore[no-untyped-def]
    low, high, unit, scope = amount
    asked = petroleum(low, high, unit, scope, "2024-01-01", "2024-12-31")
    assert result(asked, "2397/5", "RU") == expected
    assert result(asked, "2397/5", "KP") == expected


def test_over_500000_barrels_is_above_and_exactly_500000_is_not() -> None:
    over = petroleum("500000", None, "barrel", "window-total", "2024-01-01", "2024-12-31")
    quantity = over.quantity
    assert quantity is not None
    more = msgspec.structs.replace(over, quantity=msgspec.structs.replace(quantity, bound="more_than"))
    assert result(more, "2397/5", "RU") == "capped-exceeded"
    assert result(over, "2397/5", "RU") == "capped-cannot-tell"


def test_an_amount_over_two_years_is_above_only_if_it_is_above_both_caps_together() -> None:
    assert result(petroleum("900000", None, "barrel", "this-flow", "2023-06-01", "2024-06-01"), "2397/5", "RU") == "capped-cannot-tell"  # fmt: skip
    assert result(petroleum("1100000", None, "barrel", "this-flow", "2023-06-01", "2024-06-01"), "2397/5", "RU") == "capped-exceeded"  # fmt: skip


def test_crude_counts_from_22_december_in_barrels_or_tonnes() -> None:
    whole = ("2022-12-22", "2023-12-21")
    assert result(petroleum("4000000", "4000000", "barrel", "window-total", *whole, "petroleum.crude"), "2397/4", "RU") == "capped-within"  # fmt: skip
    assert result(petroleum("600000", "600000", "tonne", "window-total", *whole, "petroleum.crude"), "2397/4", "RU") == "capped-exceeded"  # fmt: skip


def test_coal_of_2017_is_limited_by_the_lower_of_sum_and_weight() -> None:
    by_weight = fact("procure", "KP", "CN", "coal", "2017-01-01", until="2017-07-31", amount=("8000000", "8000000", "tonne", "this-flow"))  # fmt: skip
    by_sum = fact("procure", "KP", "CN", "coal", "2017-01-01", until="2017-07-31", amount=("500000000", "500000000", "USD", "this-flow"))  # fmt: skip
    assert result(by_weight, "2321/26/b", "CN") == "capped-exceeded"
    assert result(by_sum, "2321/26/b", "CN") == "capped-exceeded"


def test_a_cap_names_its_window_and_every_factor() -> None:
    outcome = assess(petroleum("62000", "62000", "tonne", "this-flow", "2024-01-01", "2024-12-31"), PACK)
    (cap,) = {e.reason for a in outcome.assessments if a.provision == "2397/5" for e in a.elements if e.name == "cap"}  # fmt: skip
    assert "2024-01-01 to 2024-12-31" in cap
    assert "7.5 to 8.33 barrels a tonne" in cap
    assert "465,000 barrels" in cap
    assert "516,460 barrels" in cap


def test_without_both_days_nobody_knows_the_window() -> None:
    open_start = fact("supply", "RU", "KP", "petroleum.refined", "", amount=("1000000", None, "barrel", "this-flow"))  # fmt: skip
    assert result(open_start, "2397/5", "RU") == "capped-cannot-tell"
