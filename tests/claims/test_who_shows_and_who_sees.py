"""Who hands over a picture, sees a ship do a thing, answers by mail; whose men, whose coast guard, which two governments."""

import pytest

from tests.claims.reading import claims, sides, speakers

CONTEXT = "North Korea has sent shells and soldiers to Russia.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mara Teller, a lawyer for the firm, answered by e-mail on Monday: “My client has sold North Korea no coal.”",
            "entity:Mara Teller",
        ),
        ("A Seoul daily reported on Tuesday that Moscow had sent Pyongyang two radars.", "KR"),
        (
            "Customs data out last week show that Russia sent Pyongyang 30 tonnes of diesel.",
            "entity:customs data",
        ),
        (
            "Customs figures published in May show that Russia sent Pyongyang 30 tonnes of diesel.",
            "entity:customs figures",
        ),
        (
            "A Treasury spokeswoman would say only that Russia had sent Pyongyang 30 tonnes of diesel.",
            "US:officials",
        ),
        (
            "A Member State provided imagery of the Grey Fiction (IMO 9990029) lying alongside the Blue Fiction (IMO 9990031).",
            "group:Member States",
        ),
        (
            "Tern Analytics, an imagery shop, tracked the Grey Fiction (IMO 9990029) calling at Nampo in May.",
            "entity:Tern Analytics",
        ),
        (
            "Two North Korean soldiers were captured. One said under questioning that Russia had sent Pyongyang diesel.",
            "KP:one of them",
        ),
        (
            "Arno Lim is 58 and deaf. In May, he remembers, Russia sent Pyongyang 30 tonnes of diesel.",
            "entity:Arno Lim",
        ),
    ],
)
def test_whose_word_it_is(text: str, speaker: str) -> None:
    assert speakers(claims(CONTEXT + text)[-1])[:1] == [speaker]


def test_a_satellites_pass_says_nothing() -> None:
    text = "A pass of 2 May counts 41 wagons of North Korean shells on the quay at Rajin."
    assert all(not speakers(claim) for claim in claims(CONTEXT + text))


@pytest.mark.parametrize(
    "text",
    [
        "The Grey Fiction (IMO 9990029) was blacklisted by Japan in 2018.",
        "The Grey Fiction (IMO 9990029), itself blacklisted by Japan, called at Nampo.",
        "The Grey Fiction (IMO 9990029), sanctioned by Japan in 2018, called at Nampo.",
    ],
)
def test_who_is_behind_by_lists_and_who_is_before_it_is_listed(text: str) -> None:
    found = [claim for claim in claims(CONTEXT + text) if claim.event == "sanction.impose"]
    assert [sides(claim) for claim in found] == [(["JP"], ["vessel:GREY FICTION IMO 9990029"])]


@pytest.mark.parametrize(
    ("text", "doers", "takers"),
    [
        ("Our gunners took delivery from Norway of 12 howitzers on 2 March.", ["NO"], ["UA:forces"]),
        ("Fighters of our 8th Regiment captured two North Korean soldiers.", ["UA:forces"], []),
        ("The enemy struck Kharkiv with 11 missiles.", ["RU:forces"], []),
        (
            "Vietnam’s coastguard seized the Grey Fiction (IMO 9990029) with 40 tonnes of coal.",
            ["VN:coast guard"],
            [],
        ),
        ("Japanese patrol boats impounded a tanker with North Korean diesel.", ["JP:patrol boats"], []),
    ],
)
def test_men_and_craft_are_of_the_state_they_serve(text: str, doers: list[str], takers: list[str]) -> None:
    assert sides(claims(CONTEXT + text, publisher="state:UA")[-1]) == (doers, takers)


def test_a_number_before_wounded_men_counts_the_men_that_were_taken() -> None:
    found = claims("Ukrainian scouts brought back two wounded North Korean riflemen.")
    assert [claim.event for claim in found] == ["capture.personnel"]


@pytest.mark.parametrize("two", ["two governments", "two capitals", "two neighbours"])
def test_two_governments_are_those_last_said_to_deal(two: str) -> None:
    found = claims(CONTEXT + f"The {two} signed a treaty in June.")
    assert sorted(sides(found[-1])[0]) == ["KP", "RU"]
