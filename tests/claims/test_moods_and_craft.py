"""How far a thing has got by who says it, what is taken back, and what a deed becomes by the craft that does it."""

import pytest

from tests.claims.reading import amounts, claims, days, events, sides

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _moods(text: str, publisher: str = "The Courier") -> list[tuple[str, str]]:
    return [(claim.modality, claim.polarity) for claim in claims(CONTEXT + text, publisher=publisher)[1:]]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The Russian ambassador told the radio that no North Korean missile had reached Russia.", "denied"),
        (
            "China informed the Panel that the Grey Fiction (IMO 9990029) had not entered any Chinese port.",
            "denied",
        ),
        ("A research group found that no missiles had been delivered to Russia.", "asserted"),
    ],
)
def test_who_would_have_done_or_got_it_denies_it(text: str, mood: str) -> None:
    assert _moods(text) == [(mood, "negative")]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Japan will hand over a further 30 vehicles to Ukraine, its defence minister said.", "planned"),
        (
            "“Japan will hand over a further 30 lorries to Ukraine,” the Japanese defence minister said.",
            "pledged",
        ),
    ],
)
def test_who_says_that_it_will_give_of_its_own_pledges(text: str, mood: str) -> None:
    assert mood in [told for told, _ in _moods(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We wrote that Oslo had listed two Yangon banks. That was wrong.",
        "Our June letter had China importing 19,200 tonnes of coal from North Korea. We take it back.",
    ],
)
def test_what_a_publisher_takes_back_in_its_next_words_is_retracted(text: str) -> None:
    assert _moods(text)[0] == ("retracted", "positive")


def test_what_another_says_is_not_taken_back_by_the_publisher() -> None:
    assert _moods("Oslo said that Iran had sent 20 drones to Russia. That was in May.")[0][0] == "asserted"


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("Russia has not, so far as anybody knows, sent home a single North Korean logger.", True),
        ("A firm without staff opened two accounts for North Korea.", False),
        ("An official who asked not to be named said that Iran had trained Russian crews.", False),
    ],
)
def test_what_negates_a_deed(text: str, negative: bool) -> None:
    assert ("negative" in [polarity for _, polarity in _moods(text)]) is negative


def test_flights_carry_and_ships_sail() -> None:
    text = "Spotters logged 61 flights by Il-76 freighters from Latakia to Al Khadim in Libya in May 2025."
    assert events(CONTEXT + text)[1:] == ["ship.cargo"]


def test_oil_from_ship_to_ship_is_a_transfer_at_sea_of_both() -> None:
    text = "On 14 April the Grey Fiction (IMO 9990029) passed 300 tonnes of fuel to the Red Fiction (IMO 9990017)."
    claim = claims(CONTEXT + text)[-1]
    assert claim.event == "vessel.sts"
    assert sides(claim)[0] == ["vessel:GREY FICTION IMO 9990029", "vessel:RED FICTION IMO 9990017"]


def test_how_often_a_ship_called_is_a_number_of_visits() -> None:
    claim = claims(
        CONTEXT + "The tanker Grey Fiction (IMO 9990029) put in at Vostochny eleven times in 2024."
    )[-1]
    assert [(cls, low) for cls, _, low, _, _ in amounts(claim)] == [("visit", "11")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Kyiv puts the North Korean troops sent to Kursk at between 11,000 and 12,000.", "11000", "12000"),
        ("A trader puts North Korean coal landed at Rizhao in May at 85,000 tonnes.", "85000", "85000"),
    ],
)
def test_the_figure_at_which_a_thing_is_put_counts_it(text: str, low: str, high: str) -> None:
    assert (low, high) in [held[2:4] for held in amounts(claims(CONTEXT + text)[-1])]


def test_a_worth_is_the_amount_of_what_has_no_other() -> None:
    claim = claims(CONTEXT + "The broker sold machine tools worth EUR 900,000 to North Korea.")[-1]
    assert [(low, unit) for _, _, low, _, unit in amounts(claim)] == [("900000", "EUR")]


def test_tokens_are_sums() -> None:
    claim = claims(CONTEXT + "North Korean hackers drained 8,410 ETH from the Orbit exchange.")[-1]
    assert [(low, unit) for _, _, low, _, unit in amounts(claim)] == [("8410", "ETH")]


def test_all_whom_a_measure_lists_are_counted() -> None:
    claim = claims(CONTEXT + "Wellington put six persons and two banks on its sanctions list.")[-1]
    assert [(cls, low) for cls, _, low, _, _ in amounts(claim)] == [
        ("designation.person", "6"),
        ("designation.entity", "2"),
    ]


def test_a_rule_cited_in_passing_stands_beside_what_is_told() -> None:
    text = (
        "Iran sold Libya 40 lorries, in the teeth of resolution 1970, which forbids arms transfers to Libya."
    )
    assert "law.cite" in events(CONTEXT + text)


@pytest.mark.parametrize(
    "text",
    [
        "3 June 2025. Wellington put six persons on its sanctions list.",
        "3 June 2025: Wellington put six persons on its sanctions list.",
    ],
)
def test_an_entry_dates_what_it_tells(text: str) -> None:
    assert days(claims(CONTEXT + text)[-1]) == ("2025-06-03", "2025-06-03")


def test_who_tells_between_commas_takes_no_date() -> None:
    text = "On 11 May, a fuel attendant told us, six howitzers were delivered to Libya."
    assert days(claims(CONTEXT + text)[-1]) == ("2025-05-11", "2025-05-11")


def test_two_days_of_one_deed_are_a_stretch() -> None:
    text = "The Grey Fiction (IMO 9990029) berthed at Rajin on 3 May 2025 and on 19 May 2025."
    assert days(claims(CONTEXT + text)[-1]) == ("2025-05-03", "2025-05-19")


@pytest.mark.parametrize(
    "text",
    [
        "The customs sheet lists 1,640 tonnes of diesel for May.",
        "Wages stopped in February.",
        "Russian soldiers helped drive out Ukrainian troops.",
        "It is no use to go on.",
    ],
)
def test_what_lists_stops_and_drives_out_is_no_deed_of_ours(text: str) -> None:
    found = set(events(CONTEXT + text)[1:])
    assert not found & {"sanction.impose", "interdict", "move.personnel", "vessel.move"}


@pytest.mark.parametrize(
    "text",
    [
        "The ceiling stands at 500,000 barrels a year.",
        "The Security Council allows the country no more than half a million barrels in any one year.",
    ],
)
def test_the_cap_on_fuel_is_known_by_its_figure(text: str) -> None:
    claim = claims(CONTEXT + text)[-1]
    assert claim.event == "law.cap"
    assert [m.canonical for m in claim.recipient] == ["KP"]
    assert amounts(claim) == [("petroleum.refined", "at_most", "None", "500000", "barrel per year")]


@pytest.mark.parametrize(
    "text", ["The tank holds 500,000 barrels.", "A ceiling of 400,000 barrels a year was spoken of."]
)
def test_another_figure_is_no_cap(text: str) -> None:
    assert "law.cap" not in events(CONTEXT + text)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Bern insists that no lathe was delivered to the North.", ("denied", "negative")),
        (
            "The Russian defence ministry confirms that its engineers trained DPRK soldiers in May 2025.",
            ("acknowledged", "positive"),
        ),
        (
            "Seoul confirms that Russian engineers trained DPRK soldiers in May 2025.",
            ("asserted", "positive"),
        ),
    ],
)
def test_who_insists_denies_and_who_confirms_its_own_deed_owns_up(text: str, mood: tuple[str, str]) -> None:
    assert _moods(text) == [mood]


def test_each_target_that_a_measure_names_is_a_designation() -> None:
    claim = claims(CONTEXT + "Canada has designated Northern Pier for its part in the trade.")[-1]
    assert claim.event == "sanction.impose"
    assert [(item.text, item.cls) for item in claim.items] == [("Northern Pier", "designation.entity")]
