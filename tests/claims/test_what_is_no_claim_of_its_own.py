"""Words that only say which, why or how of another deed, and words that say too little to be a deed."""

import pytest

from tests.claims.reading import claims, events

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _events(text: str, publisher: str = "The Courier") -> list[str]:
    return [claim.event for claim in claims(CONTEXT + text, publisher=publisher)[1:]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The ministry called on Laos to send home the North Korean labourers still working there.",
            ["labour.repatriate"],
        ),
        ("Some 40 North Korean soldiers have died fighting for Russia.", ["casualty"]),
        ("Freight left Rajin for Vostochny.", ["ship.cargo"]),
        ("The data, bought from a broker in Minsk, are of no use.", []),
        ("We have eleven answers for Iran and forty usable scenes from Rajin.", []),
        ("The owner rejects the suggestion that any product was passed to the ship.", []),
    ],
)
def test_what_only_qualifies_another_deed_is_none(text: str, found: list[str]) -> None:
    assert _events(text) == found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Fiction Marine denies having sold anything to North Korea.", "transfer.commodity"),
        ("The 40 crates of squid were labelled as produce of Fujian.", "customs.declare"),
    ],
)
def test_goods_at_all_and_goods_under_a_label(text: str, event: str) -> None:
    assert [claim.event for claim in claims("The sanctions on North Korea hold.\n\n" + text)] == [event]


def test_a_publisher_that_rejects_a_word_makes_no_claim_of_it() -> None:
    assert "statement.deny" not in _events("We reject this allegation.", publisher="Fiction Marine")


@pytest.mark.parametrize(
    "text",
    [
        "A trader in Minsk tried to buy 24 lathes from a maker in Germany for North Korea.",
        "In May a trader in Minsk ordered 24 lathes from a maker in Germany, which refused to ship them.",
    ],
)
def test_a_deed_that_came_to_nothing_is_negative_and_nobody_denies_it(text: str) -> None:
    claim = claims(CONTEXT + text)[1]
    assert (claim.modality, claim.polarity) == ("asserted", "negative")


def test_a_sanction_on_nobody_is_no_measure() -> None:
    assert "sanction.impose" not in events(CONTEXT + "The firm complies with European Union sanctions.")
