"""Who does it, where no list knows them, a pronoun stands beside a name, or somebody only says it."""

import pytest

from tests.claims.reading import claims, only, sides

ABOUT = "The war in Ukraine and the sanctions on Russia go on. "


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Customs officers in Busan seized 40 drones.", "KR:customs officers"),
        ("A broker in Doha sold 40 drones to Russia.", "QA:broker"),
        ("Forty drones were sold to Russia by a broker in Doha.", "QA:broker"),
        ("Peru told us that its navy had seized 40 drones.", "PE:navy"),
        ("Hackers in the pay of North Korea stole $40 million from the exchange Coinport.", "KP:hackers"),
        ("Groups working for Pyongyang stole $40 million from the exchange Coinport.", "KP:groups"),
    ],
)
def test_people_whom_no_list_knows_do_deeds(text: str, doer: str) -> None:
    assert sides(claims(ABOUT + text)[-1])[0] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "Documents in the file sold nobody; 40 drones were sold to Russia.",
        "Yesterday 40 drones were sold to Russia by night.",
    ],
)
def test_papers_and_times_do_nothing(text: str) -> None:
    assert sides(claims(ABOUT + text)[-1])[0] == []


def test_a_pronoun_beside_a_name_signs_too() -> None:
    claim = claims("Sergei Lavrov came on Monday. Later he and Choe Son Hui signed an agreement.")[-1]
    assert sides(claim)[0] == ["RU:Sergey Lavrov", "KP:Choe Son Hui"]


def test_who_says_it_before_a_plain_noun_does_not_do_it() -> None:
    claim = only(ABOUT + "Japan's defence ministry says a cargo plane brought 40 drones to Russia.")
    assert "JP:Ministry of Defence" not in sides(claim)[0]


def test_whence_people_have_gone_is_whose_they_are() -> None:
    claim = only("Some 400 soldiers have gone from North Korea to Iran.")
    assert sides(claim) == (["KP"], ["IR"])


def test_a_type_of_craft_is_nobody() -> None:
    claim = only(ABOUT + "An Il-76 flew 40 drones from Iran to Russia.")
    assert sides(claim) == (["IR"], ["RU"])


def test_who_is_asked_acts_though_no_list_knows_them() -> None:
    claim = only(
        "The Panel recommends that the Board blacklist the tanker Blue Heron.",
        publisher="UN:Panel of Experts",
    )
    assert sides(claim)[0] == ["entity:Board"]


def test_giver_and_taker_whom_no_list_knows() -> None:
    sold = claims(ABOUT + "Iran sold 40 drones to a private broker.")[-1]
    assert sides(sold) == (["IR"], ["entity:private broker"])
    bought = claims(ABOUT + "Iran bought 40 engines from a dealer in Shanghai.")[-1]
    assert sides(bought) == (["CN:dealer"], ["IR"])


def test_he_is_the_minister_named_in_the_sentence_and_no_leader_of_another() -> None:
    text = "Kim Jong Un slept. Norway's defence minister spoke in Kyiv, and he promised Ukraine 30 howitzers."
    assert sides(claims(text)[-1])[0] == ["NO:Ministry of Defence"]


def test_who_meets_and_who_is_met_visit_alike() -> None:
    claim = claims("Choe Son Hui landed in Moscow, where she met Sergei Lavrov on Monday.")[-1]
    assert sides(claim)[0] == ["KP:Choe Son Hui", "RU:Sergey Lavrov"]


def test_all_who_are_asked_act() -> None:
    claim = only("Japan urged Thailand and Laos to designate the tanker Blue Heron.")
    assert sides(claim)[0] == ["TH", "LA"]


def test_they_are_those_who_say_it_and_never_one_alone() -> None:
    said = claims(ABOUT + "The Omani authorities told us that they had seized 40 drones.")[-1]
    assert sides(said)[0] == ["OM"]


def test_things_that_end_like_people_do_nothing() -> None:
    assert sides(claims(ABOUT + "State B said the launchers reached Sunan by air.")[-1])[0] == []


def test_who_counts_the_dead_is_not_among_them() -> None:
    claim = claims(ABOUT + "The Ukrainian General Staff puts the dead at 4,000 North Koreans.")[-1]
    assert "UA:General Staff" not in sides(claim)[0]


def test_an_air_force_is_no_airline() -> None:
    claim = claims(ABOUT + "By the count of the Polish Air Force, Russia fired 90 drones at Lviv.")[-1]
    assert sides(claim)[0] == ["RU"]
