"""Who gets it: takers by where they stand, and whoever does a deed that no list knows."""

import pytest

from tests.claims.reading import claims, sides

ABOUT = "The war in Ukraine and the sanctions on Russia go on. "


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The cabinet froze the assets of six individuals.", "entity:cabinet"),
        ("The account was opened by a cousin of his in 2019.", "entity:cousin"),
        ("The thieves sent $4 million of the loot to Russia.", "entity:thieves"),
    ],
)
def test_whoever_stands_before_a_verb_of_doing_does_it(text: str, doer: str) -> None:
    assert sides(claims(ABOUT + text)[-1])[0] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "No firm sold 40 drones to Russia.",
        "The decision gave Russia 40 drones.",
        "Clear skies gave Russia 40 drones.",
        "The dhow took 40 drones to Russia.",
        "The notice gave Russia 40 drones.",
    ],
)
def test_nobody_writings_weather_and_craft_do_nothing(text: str) -> None:
    assert sides(claims(ABOUT + text)[-1])[0] == []


def test_we_are_who_publishes_and_our_navy_is_its_own() -> None:
    about = ABOUT + "\n\n"
    bank = claims(about + "We informed the FBI on 4 May.", publisher="Harrow Bank")[-1]
    assert sides(bank)[0] == ["publisher:Harrow Bank"]
    paper = claims(about + "We shot 40 missiles at Ukraine.", publisher="Harrow Bank")
    assert all(sides(claim)[0] == [] for claim in paper)
