"""Ways of telling: logs, lists of the designated, figures given again, deeds under a governing verb, speakers without a name."""

from decimal import Decimal

import pytest

from tests.claims.reading import amounts, claims, days, events, only, sides, speakers

LISTED = (
    "The Ministry has added one individual, one entity and one vessel to the sanctions list on 4 March 2025.\n\n"
    "1. RI Chol Ho, born 2 May 1975, DPRK national.\n\n"
    "2. NORTHERN PIER TRADING, Pyongyang, DPRK.\n\n"
    "3. BLUE HERON (IMO 9000601), oil tanker, flag Palau."
)


def test_entries_take_over_who_lists_them_and_when() -> None:
    _, person, entity, vessel = claims(LISTED, publisher="Ministry of Foreign Affairs of Norway")
    assert [m.canonical for m in person.recipient] == ["KP:Ri Chol Ho"]
    assert [i.cls for i in person.items] == ["designation.person"]
    assert [m.canonical for m in entity.recipient] == ["KP:Northern Pier Trading"]
    assert [m.canonical for m in vessel.vessels] == ["vessel:BLUE HERON IMO 9000601"]
    for claim in (person, entity, vessel):
        assert claim.event == "sanction.impose"
        assert days(claim) == ("2025-03-04", "2025-03-04")
        assert claim.time is not None
        assert claim.time.outside_quote
    assert person.quote.text == "RI Chol Ho, born 2 May 1975, DPRK national"


def test_a_name_in_capitals_is_no_entry_where_nobody_lists() -> None:
    assert events("Sanctions were discussed.\n\n1. RI Chol Ho, born 2 May 1975, DPRK national.") == []


def test_a_figure_given_again_has_its_own_speaker() -> None:
    first, second = claims(
        "According to the Panel of Experts, North Korea sent 300 rockets to Syria. State B puts the number at 120."
    )
    assert speakers(first) == ["UN:Panel of Experts"]
    assert speakers(second) == ["state:B"]
    assert sides(second) == (["KP"], ["SY"])
    assert amounts(second) == [("munition.rocket", "exact", "120", "120", "round")]
    assert second.doubts == ("what the figure counts was understood from the sentence before",)


def test_a_figure_of_another_kind_restates_nothing() -> None:
    assert len(claims("North Korea sent 300 rockets to Syria. State B puts the cost at $12 million.")) == 1


def test_a_note_restates_what_its_mark_hangs_on() -> None:
    text = (
        "North Korea sent 300 rockets to Syria [1]. Iran delivered 40 drones to Russia.\n\n"
        "[1] State B puts the number at 120."
    )
    assert sides(claims(text)[-1]) == (["KP"], ["SY"])


def test_a_log_needs_no_subject() -> None:
    first, second = claims(
        "The tanker Blue Heron (IMO 9000601) left Nampo on 3 May. Berthed at Rajin on 5 May."
    )
    assert (first.event, second.event) == ("vessel.move", "vessel.portcall")
    assert [m.canonical for m in second.vessels] == ["vessel:BLUE HERON IMO 9000601"]
    assert [m.canonical for m in second.places] == ["KP:Rajin"]


def test_who_counts_voyages_sails_nowhere() -> None:
    claim = only("The institute RUSI counted 27 voyages by the tanker Blue Heron (IMO 9000601) in 2024.")
    assert claim.event == "vessel.move"
    assert [m.canonical for m in claim.actor] == ["vessel:BLUE HERON IMO 9000601"]
    assert speakers(claim) == ["entity:RUSI"]


@pytest.mark.parametrize(
    ("text", "event", "parties", "modality"),
    [
        ("Iran is considering the purchase of 24 fighter jets from Russia.", "transfer.materiel", (["RU"], ["IR"]), "considered"),
        ("Russia has allowed the release of $9 million in frozen North Korean assets.", "finance.unfreeze", (["RU"], ["KP"]), "asserted"),
    ],
)  # fmt: skip
def test_a_verb_that_governs_the_noun_of_a_deed_says_who_does_it(
    text: str, event: str, parties: tuple[list[str], list[str]], modality: str
) -> None:
    claim = only(text)
    assert (claim.event, sides(claim), claim.modality) == (event, parties, modality)


@pytest.mark.parametrize(
    "text",
    [
        "The DPRK called the allegations groundless.",
        "The DPRK said that the allegations were without foundation.",
        "Mr Arden Vale denies all charges.",
    ],
)
def test_a_denial_that_names_no_deed(text: str) -> None:
    claim = only(text)
    assert (claim.event, claim.modality, claim.polarity) == ("statement.deny", "denied", "negative")


def test_what_somebody_rejects_is_denied_and_not_asserted() -> None:
    found = claims("Moscow rejects the paper's allegation that Russian firms shipped drones to Syria.")
    assert [(c.event, c.modality, c.polarity) for c in found] == [("transfer.materiel", "denied", "negative")]


def test_nobody_who_did_it_is_no_deed() -> None:
    found = claims("Officials found no one in the port who had sold oil to North Korea.")
    assert [(c.modality, c.polarity) for c in found] == [("asserted", "negative")]


def test_considered_and_decided_against() -> None:
    claim = only("Norway considered listing the vessel Blue Heron (IMO 9000601) and decided not to.")
    assert (claim.modality, claim.polarity) == ("asserted", "negative")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bank records show that Iran sold 40 drones to Russia.", "entity:bank records"),
        ("A shipping agent told us that Iran sold 40 drones to Russia.", "entity:shipping agent"),
    ],
)
def test_speakers_without_a_name_stand_in_the_chain(text: str, speaker: str) -> None:
    assert speakers(only(text)) == [speaker]


def test_what_a_counted_thing_is_worth_stands_beside_its_number() -> None:
    claim = only("In 2021 Russia shipped two vacuum pumps worth $186,000 to North Korea.")
    (item,) = claim.items
    assert item.quantity is not None
    assert (item.quantity.unit, item.quantity.low) == ("count", Decimal(2))
    assert [(also.unit, also.low) for also in item.quantity.also] == [("USD", Decimal(186000))]


def test_declared_origin_is_not_the_supplier_and_further_columns_say_the_same_amount() -> None:
    text = (
        "Exports of seafood from North Korea to China in 2024\n\n"
        "Product | HS code | Tonnes | Value (USD) | Origin declared\n"
        "Frozen squid | 0307.43 | 412 | 1,650,000 | Russia\n"
    )
    claim = only(text)
    assert sides(claim) == (["KP"], ["CN"])
    (item,) = claim.items
    assert item.quantity is not None
    assert (item.quantity.unit, [(a.unit, a.low) for a in item.quantity.also]) == (
        "tonne",
        [("USD", Decimal(1650000))],
    )


def test_an_amount_counts_nothing_across_a_verb() -> None:
    claim = only("Three tankers delivered diesel to North Korea.")
    assert [item.quantity for item in claim.items] == [None]


def test_people_of_a_state_are_that_states() -> None:
    claim = only("Some 15,000 workers of the DPRK were present in Russia in 2024.")
    assert claim.event == "labour.dispatch"
    assert amounts(claim) == [("labour.worker", "about", "15000", "15000", "count")]
    assert sides(claim)[1] == ["RU"]


def test_each_number_has_its_own_fate() -> None:
    killed, wounded = claims("Some 300 North Korean soldiers were killed and 2,700 wounded in Kursk.")
    assert amounts(killed)[0][:3] == ("personnel.military.killed", "about", "300")
    assert amounts(wounded)[0][:3] == ("personnel.military.wounded", "exact", "2700")


def test_what_was_approved_has_not_been_delivered() -> None:
    assert only("Germany approved the export of 36 missiles to Ukraine.").modality == "planned"


def test_between_two_months_of_one_year() -> None:
    claim = only("North Korea delivered 500 tonnes of coal to China between January and May.", "2025-06-03")
    assert days(claim) == ("2025-01-01", "2025-05-31")


def test_debris_from_a_thing_is_found_where_the_thing_is() -> None:
    claim = only("Debris from North Korean missiles was recovered in Kharkiv.")
    assert (claim.event, [m.canonical for m in claim.places]) == ("presence.materiel", ["UA:Kharkiv"])


def test_the_figures_of_a_state_are_on_its_word() -> None:
    assert speakers(
        only("North Korea imported 230 barrels of refined oil in January, according to Chinese figures.")
    ) == ["CN"]


def test_who_intercepts_a_ship_carried_none_of_it() -> None:
    found = claims("The Yemeni coast guard intercepted two dhows carrying 750 tonnes of weapons.")
    assert [claim.event for claim in found] == ["interdict"]
    assert [m.canonical for m in found[0].actor] == ["YE:coast guard"]


def test_an_order_to_send_is_a_plan() -> None:
    assert only("Kim Jong Un ordered the dispatch of 3,000 soldiers to Russia.").modality == "planned"


def test_those_whom_sanctions_are_imposed_on_are_counted() -> None:
    claim = only("Japan imposed sanctions on 11 individuals and 42 entities.")
    assert amounts(claim) == [
        ("designation.person", "exact", "11", "11", "count"),
        ("designation.entity", "exact", "42", "42", "count"),
    ]


def test_what_arrives_is_the_subject_and_not_what_it_carries() -> None:
    found = claims("The Lady R arrived at Vostochny on 12 October carrying some 300 containers.")
    assert sorted(claim.event for claim in found) == ["ship.cargo", "vessel.portcall"]


def test_who_is_urged_imports_and_not_who_urges() -> None:
    claim = only("Japan urged China to stop importing North Korean coal.")
    assert sides(claim)[1] == ["CN"]
    assert speakers(claim) == ["JP"]
    assert (claim.modality, claim.polarity) == ("requested", "negative")


def test_an_aside_speaks_for_itself_alone() -> None:
    denied, shipped = claims("Iran, which has denied sending drones to Russia, shipped 300 missiles in May.")
    assert (denied.modality, speakers(denied)) == ("denied", ["IR"])
    assert (shipped.modality, speakers(shipped)) == ("asserted", [])


def test_talks_on_a_deed_are_no_deed() -> None:
    assert only("Talks on supplying missiles to Syria had broken off in Moscow.").modality == "considered"


def test_the_sister_of_a_leader_is_not_the_leader() -> None:
    claim = only("Pyongyang had received 50 tonnes of gold, Kim Jong Un's sister claimed.")
    assert speakers(claim) == ["KP:sister"]


def test_what_a_figure_is_set_beside_dates_nothing() -> None:
    assert days(only("Russia sold 50 tanks to Syria in 2022, double the figure for 2021.")) == (
        "2022-01-01",
        "2022-12-31",
    )
    assert days(only("Russia sold more than 50 tanks to Syria in 2022.")) == ("2022-01-01", "2022-12-31")


def test_what_an_erratum_says_that_was_said_is_withdrawn() -> None:
    wrong, right = claims(
        "Correction\n\nIn our issue of 3 March we stated that North Korea had sent 5 million shells to Russia. It should have read 4 million."
    )
    assert (wrong.modality, amounts(wrong)[0][2], speakers(wrong)) == ("retracted", "5000000", [])
    assert (right.modality, amounts(right)[0][2], sides(right)) == ("asserted", "4000000", (["KP"], ["RU"]))


def test_outside_an_erratum_what_a_publisher_said_stands() -> None:
    assert (
        only("In March we stated that North Korea had sent 5 million shells to Russia.").modality
        == "asserted"
    )


def test_we_retract_it() -> None:
    first, second = claims("Iran sold 40 drones to Russia. We retract that claim.")
    assert (first.modality, second.modality) == ("asserted", "retracted")
    assert second.quote.text == "We retract that claim."


def test_a_figure_withdrawn_twice_is_one_retraction() -> None:
    claim = only(
        "Correction: An article said that Iran had sent 28,000 containers to Russia. The figure of 28,000 has been withdrawn."
    )
    assert (claim.modality, amounts(claim)[0][2]) == ("retracted", "28000")


def test_a_denial_with_a_word_between_is_no_assertion() -> None:
    claim = only(
        "The Foreign Ministry of the DPRK today rejected as “fiction” the claim that it had sent shells to Russia."
    )
    assert (claim.modality, claim.polarity) == ("denied", "negative")


def test_what_cannot_be_confirmed_is_not_affirmed() -> None:
    claim = only("State A cannot confirm reports that the DPRK provided missiles.")
    assert (claim.modality, claim.polarity) == ("asserted", "negative")


def test_the_north_of_a_headline() -> None:
    claim = only("UPDATE 1-S.Korea says North sent 200 more guns to Russia")
    assert sides(claim) == (["KP"], ["RU"])
    assert speakers(claim) == ["KR"]


def test_a_national_is_a_person_and_not_the_state() -> None:
    claim = only("Hwang Chol-su, a DPRK national, arranged the sale of 300 tonnes of copper to Iran.")
    assert sides(claim) == (["KP:Hwang Chol-su"], ["IR"])


def test_what_a_measuring_verb_says_counts_what_the_noun_names() -> None:
    claim = only("Deliveries of oil from Russia to North Korea reached one million barrels in 2024.")
    assert amounts(claim) == [("petroleum", "exact", "1000000", "1000000", "barrel")]


def test_a_sum_that_deliveries_reached_is_no_number_of_things() -> None:
    claim = only("Deliveries of oil from Russia to North Korea reached $90 million in 2024.")
    assert [item.quantity for item in claim.items] == [None]


def test_a_transfer_that_took_place_needs_no_giver() -> None:
    claim = only("The transfer of 60 missiles to Russia took place in January.")
    assert (claim.event, sides(claim), claim.modality) == ("transfer.materiel", ([], ["RU"]), "asserted")


def test_whether_a_deed_was_done_affirms_nothing() -> None:
    assert only("Whether missiles were delivered to Russia is disputed.").modality == "conditional"


def test_a_signal_that_stops_is_a_gap_of_the_ship_spoken_of() -> None:
    sailed, gap = claims(
        "The tanker Blue Heron (IMO 9000601) left Nampo on 3 May. AIS transmission ceased at 1130Z."
    )
    assert (sailed.event, gap.event) == ("vessel.move", "vessel.ais_gap")
    assert [m.canonical for m in gap.vessels] == ["vessel:BLUE HERON IMO 9000601"]
    assert gap.items == ()


def test_there_are_workers_in_a_place() -> None:
    claim = only("There are 1,500 North Korean workers in Vladivostok.")
    assert (claim.event, sides(claim)) == ("labour.dispatch", (["KP"], ["RU"]))
    assert [m.canonical for m in claim.places] == ["RU:Vladivostok"]


def test_a_namesake_is_somebody_else() -> None:
    found = claims("Kim Se Un, director of a firm, sent IT workers to Vietnam.")
    named = [m.canonical for claim in found for m in (*claim.actor, *claim.supplier, *claim.recipient)]
    assert "KP:Kim Jong Un" not in named
    assert "KP:Kim Jong Un" in sides(only("President Kim sent 3,000 soldiers to Russia."))[0]


def test_an_annex_is_nobody() -> None:
    found = claims("The Commission has added two banks to Annex IV.")
    assert all("Annex" not in m.canonical for claim in found for m in claim.recipient)


def test_we_were_wrong_to_write_it() -> None:
    assert only("We were wrong to write that Serbia sold shells to Russia.").modality == "retracted"


def test_a_figure_that_answers_a_question_restates_nothing() -> None:
    text = "North Korea has sent 3,000 soldiers to Russia. Do you know how many were killed? State B puts the figure at about 600."
    assert [amounts(claim)[0][2] for claim in claims(text)] == ["3000"]


def test_a_number_alone_counts_the_goods_spoken_of() -> None:
    _, claim = claims("Has Iran supplied drones to Russia? We believe that it has supplied over 2,000.")
    assert amounts(claim) == [("uav", "more_than", "2000", "None", "count")]
    assert sides(claim)[0] == ["IR"]
    assert "what the number counts was understood from what stands before" in claim.doubts


def test_we_are_the_state_whose_office_publishes() -> None:
    claim = only("We have given Ukraine 36 missiles.", publisher="Ministry of Foreign Affairs of Norway")
    assert sides(claim) == (["NO"], ["UA"])


def test_a_denial_of_this_denies_what_was_said() -> None:
    said, denied = claims("North Korea exported 300,000 tonnes of coal to China. China has denied this.")
    assert (denied.event, denied.modality, denied.polarity) == (said.event, "denied", "negative")
    assert sides(denied) == (["KP"], ["CN"])
    assert [item.quantity for item in denied.items] == [None]
    assert speakers(denied) == ["CN"]


def test_who_designates_ships_that_carry_arms_carries_none() -> None:
    found = claims(
        "The US Treasury today designated companies and ships that bring North Korean munitions to Russia."
    )
    givers = [m.canonical for claim in found if claim.event == "transfer.materiel" for m in claim.supplier]
    assert not any(giver.startswith("US") for giver in givers)
