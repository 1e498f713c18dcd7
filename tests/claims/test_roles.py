"""Roles by syntax: who gives, who receives, who acts, in actives, passives, nouns and lists."""

import pytest

from tests.claims.reading import amounts, claims, only, sides


@pytest.mark.parametrize(
    ("text", "agents", "recipients"),
    [
        ("Iran sent drones to Russia.", ["IR"], ["RU"]),
        ("Iran sent Russia 40 drones.", ["IR"], ["RU"]),
        ("Iran supplied Russia with drones.", ["IR"], ["RU"]),
        ("Drones were sent to Russia by Iran.", ["IR"], ["RU"]),
        ("Russia was supplied with drones by Iran.", ["IR"], ["RU"]),
        ("Drones sent by Iran to Russia crossed the sea.", ["IR"], ["RU"]),
        ("Iran's deliveries of drones to Russia went on.", ["IR"], ["RU"]),
        ("Deliveries of drones from Iran to Russia went on.", ["IR"], ["RU"]),
        ("Iran has become a source of drones for Russia.", ["IR"], ["RU"]),
        ("Drones were shipped from Bandar Abbas to Astrakhan.", ["IR"], ["RU"]),
        ("Russian aircraft delivered jammers to the DPRK.", ["RU"], ["KP"]),
        ("Flights carried DPRK missiles to Russian airfields.", ["KP"], ["RU"]),
        (
            "The firm was sanctioned by Japan for its role in moving missiles from the DPRK to Russia.",
            ["KP"],
            ["RU"],
        ),
    ],
)
def test_who_gives_and_who_receives(text: str, agents: list[str], recipients: list[str]) -> None:
    found = [claim for claim in claims(text) if claim.event == "transfer.materiel"]
    assert [sides(claim) for claim in found] == [(agents, recipients)]


def test_metonyms_and_bodies_stand_for_their_state() -> None:
    assert sides(only("The Kremlin sent tanks to Damascus.")) == (["RU"], ["SY"])
    assert sides(only("Iran's army gave drones to the Syrian air force.")) == (
        ["IR:forces"],
        ["SY:air force"],
    )


def test_soldiers_are_of_the_state_that_deploys_them() -> None:
    claim = only("Iran deployed over 300 soldiers to Syria in late 2024.")
    assert sides(claim) == (["IR"], ["SY"])
    assert amounts(claim) == [("personnel.military", "more_than", "300", "None", "count")]


def test_guns_and_soldiers_in_one_list_are_one_transfer() -> None:
    claim = only("Iran sent Russia 40 howitzers and 300 troops.")
    assert claim.event == "transfer.materiel"
    assert [cls for cls, *_ in amounts(claim)] == ["artillery.spg", "personnel.military"]


def test_who_hires_workers_receives_them() -> None:
    claim = only("A plant in Russia employs 500 North Korean workers.")
    assert claim.event == "labour.dispatch"
    claim = only("Russia plans to invite 5,000 North Korean construction workers.")
    assert (claim.modality, sides(claim)) == ("planned", (["KP"], ["RU"]))


def test_who_is_trained_is_the_recipient() -> None:
    assert sides(only("Iranian instructors trained Russian soldiers.")) == (["IR:instructors"], ["RU:forces"])
    assert sides(only("Russian soldiers were trained by Iran.")) == (["IR"], ["RU:forces"])


def test_who_wears_the_uniform_hides() -> None:
    claim = only("North Korean soldiers wore Russian uniforms.")
    assert (claim.event, sides(claim)[0]) == ("conceal.identity", ["KP:troops"])


def test_a_helper_in_evasion_acts_and_the_helped_one_gains() -> None:
    claim = only("Syria helped Iran evade UN sanctions.")
    assert (claim.event, *sides(claim)) == ("evade.sanctions", ["SY"], ["IR"])


def test_that_aid_takes_giver_and_taker_from_the_sentence_before() -> None:
    _, second = claims("Iran provided Russia with military aid. That aid included 12 drones.")
    assert (second.event, sides(second)) == ("transfer.materiel", (["IR"], ["RU"]))
    assert all(m.outside_quote for m in (*second.supplier, *second.recipient))


def test_a_pronoun_is_understood_and_said_to_be() -> None:
    _, second = claims("Iran sent drones to Russia. In March it sent 40 tanks to Syria.")
    assert sides(second) == (["IR"], ["SY"])
    assert second.doubts


def test_workers_pay_is_no_transfer() -> None:
    assert {c.event for c in claims("Workers sent abroad by Pyongyang earned $300 million a year.")} == {
        "labour.dispatch"
    }


def test_a_customs_service_records_its_own_states_imports() -> None:
    claim = only(
        "China's customs recorded imports of 1,240 tonnes of molybdenum ore (HS 2613.90) from the DPRK in July."
    )
    assert sides(claim) == (["KP"], ["CN"])
    assert claim.items[0].cls == "ore HS 2613.90"


def test_a_firm_is_named_with_its_state_where_the_text_gives_it() -> None:
    claim = only("The Syrian company Northern Light Trading sold 400 tonnes of diesel to Iran.")
    assert sides(claim) == (["SY:Northern Light Trading"], ["IR"])


def test_ships_without_names_sail_under_the_flag_spoken_of() -> None:
    _, second = claims(
        "Four Russian ships carried 16,000 containers from Rajin to Dunai. The ships made 64 voyages."
    )
    assert (second.event, sides(second)[0]) == ("vessel.move", ["RU"])
    assert second.doubts


def test_asking_somebody_to_provide_is_one_request() -> None:
    claim = only("Ukraine's president asked Poland to provide about $30 million.")
    assert (claim.event, claim.modality) == ("transfer.finance", "requested")


def test_the_states_own_adjective_belongs_to_its_aircraft() -> None:
    claim = only("Russian cargo aircraft delivered jammers to the DPRK.")
    assert (sides(claim), [m.canonical for m in claim.means]) == ((["RU"], ["KP"]), ["aircraft.cargo"])
    assert claim.doubts
