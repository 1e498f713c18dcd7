"""Texts that have nothing to do with it give nothing."""

import pytest

from tests.claims.reading import claims, events, read

RECIPE = """Fire the oven up to 220 degrees and transfer 300 g of dough to a tray. Use two large shells of pastry, then
fill each with 40 grams of crab from Japan. Serve with oil. Send us your pictures."""
FOOTBALL = """Germany launched attack after attack against France, but the French guns fell silent after 80 minutes.
The club signed a striker from Korea for £40 million and sent two players to Turkey on loan. The United States beat
Russia 3-1. North Korea was fined $10,000 after its supporters fired rockets in the stand."""
TENNIS = """The Russian star fired 12 aces on her way to the final in Dubai. The US Open will be moved to a new site."""
CULTURE = """The museum received 300 old coins from a farmer in Poland. Schools in China use machines to teach.
The bank raised its rates by 0.25 percent and sold bonds worth $2 billion."""
WEATHER = """Snow fell over Seoul on Monday and roads to the south were closed. Trains from Busan ran late."""


@pytest.mark.parametrize("text", [RECIPE, FOOTBALL, TENNIS, CULTURE, WEATHER, "…", "42"])
def test_an_irrelevant_text_gives_no_claim(text: str) -> None:
    assert [claim.quote.text for claim in claims(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "A reward of $5 million is offered for information on IT workers.",
        "The ship can carry 600 containers.",
        "The cap on Russian oil is $60 a barrel.",
        "Violations may result in penalties of up to $377,700.",
        "All property of the designated persons in the United States is blocked.",
    ],
)
def test_rewards_capacities_caps_and_penalties_are_no_events(text: str) -> None:
    assert events(text) == []


def test_a_language_that_is_not_read_is_said_to_be_not_understood() -> None:
    reading = read("Росія отримала ракети з КНДР. Це підтвердили в Києві.")
    assert [s.standing for s in reading.sentences] == ["not understood", "not understood"]
    assert all("language" in s.reason for s in reading.sentences)
