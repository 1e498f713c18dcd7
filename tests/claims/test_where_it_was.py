"""Where a deed happened or led: the name behind "in", "at", "off", and when a State is a place besides a party."""

import pytest

from tests.claims.reading import claims

ABOUT = "The sanctions on North Korea and on Yemen go on. "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kim was in Beijing last week.", "CN:Beijing"),
        ("North Korea opened an account in Macau in 2021.", "MO"),
        ("North Korea opened four bank accounts in Harrowgate in 2021.", "place:Harrowgate"),
        ("Japan seized 40 rifles off Aldport on 3 May.", "place:Aldport"),
        ("North Korea deployed 1,000 sappers to Russia.", "RU"),
    ],
)
def test_the_name_behind_a_little_word_of_place_is_where_it_was(text: str, place: str) -> None:
    assert [p.canonical for p in claims(ABOUT + text)[-1].places] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Iran delivered 40 drones to Khartoum.",
        "North Korea deployed 1,000 sappers in May.",
        "Japan put 3 firms in Harrowgate on its sanctions list.",
    ],
)
def test_takers_months_and_addresses_are_no_places_of_the_deed(text: str) -> None:
    assert [p.canonical for p in claims(ABOUT + text)[-1].places] == []


def test_what_holds_off_is_no_place() -> None:
    (claim,) = claims("Kyiv has asked Norway to give it $3 billion to hold off Russia's advance.")
    assert claim.places == ()


def test_who_is_under_sanctions_imposes_none() -> None:
    (claim,) = claims("Seoul said the Grey Heron (IMO 9990601) is under sanctions.")
    assert (claim.event, claim.actor) == ("sanction.impose", ())
    assert [m.canonical for m in claim.recipient] == ["vessel:GREY HERON IMO 9990601"]
