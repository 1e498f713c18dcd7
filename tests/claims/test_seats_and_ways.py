"""Places of the wider world, the names of firms that hold one, and the State of a firm by where it sits."""

import pytest

from embargo.vocabulary import Claim
from tests.claims.reading import claims, sides

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _told(text: str) -> tuple[Claim, ...]:
    return claims(CONTEXT + text)[1:]


def _places(text: str) -> set[str]:
    return {place.canonical for claim in _told(text) for place in claim.places}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "A chartered Ilyushin flew 40 crates of mortars from Almaty to Benina in May.",
            {"KZ:Almaty", "LY:Benina"},
        ),
        ("The Grey Fiction (IMO 9990029) discharged 900 tonnes of diesel at Kaohsiung.", {"TW:Kaohsiung"}),
        ("The North shipped 300 containers of shells out of Rajin to Russia.", {"KP:Rajin"}),
        ("Ferrum Baltic SIA sold 12 lathes to Dandong Fictive Machinery.", set()),
    ],
)
def test_places_are_read_and_those_inside_names_are_not(text: str, places: set[str]) -> None:
    assert places <= _places(text)
    assert places or not _places(text)


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Araks Fictive LLC of Gyumri sold 12 lathes to North Korea.", "AM"),
        ("Dandong Fictive Trading sold 12 lathes to North Korea.", "CN"),
        ("Grey Heron Trading, a company in Salalah, sold 12 lathes to North Korea.", "OM"),
    ],
)
def test_a_firm_is_of_the_state_it_is_said_to_sit_in(text: str, firm: str) -> None:
    suppliers = [mention.canonical for claim in _told(text) for mention in claim.supplier]
    assert [canonical[:2] for canonical in suppliers] == [firm]


def test_the_seat_of_a_firm_holds_for_its_name_in_later_sentences() -> None:
    text = "Araks Fictive LLC of Gyumri keeps a yard. In May Araks Fictive LLC sold 12 lathes to North Korea."
    assert sides(_told(text)[0])[0] == ["AM:Araks Fictive LLC"]


def test_the_seat_of_a_firm_is_no_place_of_its_deal() -> None:
    assert not _places("North Korea bought 12 lathes from Araks Fictive LLC of Gyumri.")
    assert not _places("Russia sold 12 lathes to Araks Fictive LLC, a dealer in Gyumri.")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In 2024 a cutter stopped the dhow Grey Fiction off Somalia and seized 30 rifles.", {"SO"}),
        ("In May 40 workers were flown from Pyongyang to Osh.", {"KP:Pyongyang", "KG:Osh"}),
        ("Grey Heron Trading opened two accounts with our Limassol branch.", {"CY:Limassol"}),
        ("Chinese customs booked 900 tonnes of North Korean coal as Indonesian in May.", {"ID"}),
        ("Minister Kim Fictive flew to Muscat in May. There he signed a treaty with Oman.", {"OM:Muscat"}),
        ("Tumangang yard. On 29 April we made out 61 wagons on the spur.", {"KP:Tumangang"}),
    ],
)
def test_where_it_was_is_read_from_the_little_words_and_what_stands_before(
    text: str, places: set[str]
) -> None:
    assert places <= _places(text)


def test_a_state_that_only_qualifies_a_noun_is_no_way() -> None:
    assert not _places("Russia carried shells to the front out of DPRK factories.")
