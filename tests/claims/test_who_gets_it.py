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


@pytest.mark.parametrize(
    ("text", "taker"),
    [
        ("Iran sold 40 drones to a customer of its army.", "IR:customer"),
        ("Iran promised 40 drones for the whole army.", "entity:whole army"),
        ("Hackers of North Korea stole $40 million from a gaming platform.", "entity:gaming platform"),
        ("Iran has not informed the Committee.", "entity:Committee"),
        ("Russian instructors trained the newcomers near Perm.", "newcomers"),
        (
            "Iran sold 400 tonnes of diesel to the tanker Chol Ryu 7 (IMO 9990970).",
            "vessel:CHOL RYU 7 IMO 9990970",
        ),
        ("A bank in Baku opened an account on behalf of a trading arm of the Iranian army.", "trading arm"),
    ],
)
def test_takers_that_no_list_knows_stand_behind_their_words(text: str, taker: str) -> None:
    found = sides(claims(ABOUT + text)[-1])[1]
    assert [one for one in found if one.endswith(taker)] == found != []


@pytest.mark.parametrize(
    "text",
    [
        "Iran paid $4 million for its trouble.",
        "Japan drew the attention of everybody to an encounter on 3 May.",
        "Estonia has placed two companies on national lists.",
        "Japan closed its ports to 40 tankers.",
    ],
)
def test_places_troubles_and_lists_get_nothing(text: str) -> None:
    stateless = [
        one for claim in claims(ABOUT + text) for one in sides(claim)[1] if one.startswith("entity:")
    ]
    assert stateless == []
