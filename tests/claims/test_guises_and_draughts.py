"""Ships, firms and people under names that are not theirs, ends of ways that are not so, and how deep a ship lies."""

import pytest

from tests.claims.reading import claims, days

CONTEXT = "The tanker Grey Fiction (IMO 9990029) has brought fuel to the DPRK in breach of sanctions.\n\n"
AT_WORK = "North Korean IT workers are employed abroad in breach of sanctions.\n\n"


def _told(text: str, context: str = CONTEXT) -> list[tuple[str, list[str]]]:
    found = claims(context + text)
    return [
        (claim.event, [m.canonical for m in claim.actor])
        for claim in found
        if claim.quote.start >= len(context)
    ]


HER = ["vessel:GREY FICTION IMO 9990029"]


@pytest.mark.parametrize(
    "text",
    [
        "Draught then put at 6.2 m; before the gap, 9.4 m.",
        "Draft marks: 9.1 m at the bow.",
        "She went in drawing 4.4 m.",
        "She drew 7.9 m inbound and 4.2 m outbound.",
        "Her waterline had dropped by a metre and a half.",
        "Her draft shrank from 8.1 m to 5.4 m.",
    ],
)
def test_a_figure_of_depth_is_a_draught_with_any_verb_or_none(text: str) -> None:
    assert _told(text) == [("vessel.draught", HER)]


@pytest.mark.parametrize(
    "text",
    [
        "The port takes ships of up to 9 metres draught.",
        "The channel is dredged to a draught of 12 metres.",
        "The council will vote on the draft on Monday.",
    ],
)
def test_what_a_port_allows_is_nobodys_draught(text: str) -> None:
    assert _told(text) == []


def test_coming_and_going_is_one_change_of_draught() -> None:
    found = [event for event, _ in _told("She arrived drawing 6.2 metres and left drawing 9.4 metres.")]
    assert found.count("vessel.draught") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Name on bow whitewashed; older letters can be made out.",
        "Photographs show older letters beneath fresh paint on the stern of the Grey Fiction.",
        "It was transmitting the particulars of a cement carrier.",
        "She had been sailing under forged papers of Palau.",
    ],
)
def test_a_ship_under_another_name_hides_who_she_is(text: str) -> None:
    assert _told(text) == [("conceal.identity", HER)]


@pytest.mark.parametrize("what", ["merely a façade", "no more than a cover", "a front"])
def test_whom_a_firm_is_a_front_for_is_hidden(what: str) -> None:
    found = _told(f"The trading house was {what} for the Korea Fictive Bank.")
    assert [event for event, _ in found] == ["conceal.identity"]
    assert "Fictive Bank" in found[0][1][0]


def test_a_firm_that_is_said_to_be_a_front_in_passing_is_only_described() -> None:
    events = [event for event, _ in _told("He owns a firm in Busan which serves as a cover for the bank.")]
    assert "conceal.identity" not in events


@pytest.mark.parametrize(
    "text",
    [
        "The developers won contracts under stolen Estonian identities.",
        "The cell hid behind rented profiles.",
        "Their papers gave them out as Mongolians.",
    ],
)
def test_people_under_borrowed_names_hide_who_they_are(text: str) -> None:
    assert ("conceal.identity", ["KP:workers"]) in _told(text, AT_WORK)


def test_why_somebody_was_listed_is_no_guise() -> None:
    text = "He was designated for his part in placing workers with firms under false names."
    assert "conceal.identity" not in [event for event, _ in _told(text, AT_WORK)]


@pytest.mark.parametrize(
    "text",
    [
        "The destination declared to the port was false.",
        "The mate had radioed Busan as a bogus next port.",
        "Declared next port: Kaohsiung. She never came there.",
        "Her AIS said Fujairah; she went nowhere near it.",
        "She was telling all and sundry that she was off to Ulsan. She was not.",
        "The invoices gave the consignee as a bottling plant in Ajman.",
        "She pretended to be bound for Singapore.",
    ],
)
def test_an_end_of_the_way_that_is_belied_is_false(text: str) -> None:
    assert "conceal.destination" in [event for event, _ in _told(text)]


@pytest.mark.parametrize(
    "text",
    ["She was bound for Ulsan.", "Her agent told us that she was off to Ulsan. She was not in a hurry."],
)
def test_an_end_of_the_way_that_nothing_belies_is_none(text: str) -> None:
    assert [event for event, _ in _told(text)] == ["vessel.move"]


def test_what_a_master_answers_is_where_he_means_to_go() -> None:
    found = claims(CONTEXT + "Hailed at noon. Master gave Busan as next port.")[-1]
    assert (found.event, found.modality) == ("vessel.move", "planned")


def test_entries_with_short_days_of_the_week_date_what_they_tell() -> None:
    found = claims(
        CONTEXT
        + "Mon 12 May, 0540. The Grey Fiction anchored off Nampo.\nTue 13 May. Name on stern painted out."
    )
    assert [days(claim) for claim in found[1:]] == [("2025-05-12",) * 2, ("2025-05-13",) * 2]


def test_a_sign_before_a_ship_with_a_number_is_no_part_of_her_name() -> None:
    found = claims(CONTEXT + "M/T SILVER FABLE (IMO 9990031) berthed at Nampo.")[-1]
    assert [m.canonical for m in found.actor] == ["vessel:SILVER FABLE IMO 9990031"]


@pytest.mark.parametrize(
    "text",
    [
        "She transmitted nothing from 7 to 21 May.",
        "Not a ping from her between 7 and 21 May.",
        "AIS: nothing since 7 May.",
        "There is a hole of nine days in her track.",
        "Her last ping was on 7 May, and she has been dark since.",
    ],
)
def test_a_silence_is_one_gap_in_any_words(text: str) -> None:
    assert _told(text) == [("vessel.ais_gap", HER)]


@pytest.mark.parametrize(
    "text",
    [
        "The French navy stopped five dhows off Oman.",
        "The French navy boarded a small trawler.",
        "The French navy impounded her.",
    ],
)
def test_craft_without_a_name_are_stopped_as_well(text: str) -> None:
    assert [event for event, _ in _told(text)] == ["interdict"]


def test_that_no_ship_was_boarded_is_told_and_whether_one_may_be_is_not() -> None:
    found = claims(CONTEXT + "No vessel was boarded in April.")[-1]
    assert (found.event, found.polarity) == ("interdict", "negative")
    assert _told("May the frigate stop a dhow?") == []


def test_a_ship_in_a_log_is_northbound_without_a_verb() -> None:
    assert _told("Grey Fiction, DPRK flag, northbound through Tsushima Strait, laden.") == [
        ("vessel.move", HER)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I make it 28 boxes on the quay.",
        "There were some 40 containers on the pier at Rajin.",
        "The warehouse was full of North Korean shells.",
    ],
)
def test_what_is_made_out_somewhere_is_there(text: str) -> None:
    assert [event for event, _ in _told(text)] == ["presence.materiel"]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The terminal pushed 9,000 tonnes of coal through Rajin in May.", "asserted"),
        ("Another 9,000 tonnes of coal are being lined up out of Nampo.", "planned"),
    ],
)
def test_goods_that_go_through_a_port_are_cargo(text: str, mood: str) -> None:
    found = claims(CONTEXT + text)[-1]
    assert (found.event, found.modality) == ("ship.cargo", mood)


def test_what_only_a_ship_has_to_do_with_is_carried_and_given_to_nobody() -> None:
    assert _told("She lifted 6,300 tonnes of anthracite at Nampo.") == [("ship.cargo", HER)]


def test_papers_that_call_goods_something_declare_them() -> None:
    found = claims(CONTEXT + "Papers lodged in Busan describe three cargoes as Chilean copper.")[-1]
    assert (found.event, [item.cls for item in found.items]) == ("customs.declare", ["metal"])


def test_the_number_of_a_note_makes_no_heading_of_a_sentence() -> None:
    assert _told("It was broadcasting the particulars of a coaster.[2]") == [("conceal.identity", HER)]
