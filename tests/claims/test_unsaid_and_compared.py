"""Deeds whose thing is not said, figures held against others, and verbs in the present that could be nouns."""

import pytest

from tests.claims.reading import amounts, claims, days, events

CONTEXT = "The note is about sanctions on North Korea, Iran and Russia.\n\n"


def _read(text: str) -> list[tuple[str, str, str]]:
    return [(claim.event, claim.modality, claim.polarity) for claim in claims(CONTEXT + text)]


@pytest.mark.parametrize(
    "text",
    [
        "Fictive Lines says that it has never traded with the North.",
        "Fictive Marine states that it has done no business with any North Korean party since 2019.",
        "Ms Fictova maintains that she has had no dealings with North Korea.",
    ],
)
def test_who_denies_all_dealings_denies_passing_on_without_naming_a_thing(text: str) -> None:
    assert _read(text) == [("transfer.commodity", "denied", "negative")]


@pytest.mark.parametrize(
    "text",
    [
        "“Not so much as a bolt has gone from us to Russia since 2022,” the counsel of Fictive Tools wrote.",
        "The trader told us that he had never sold a screw to Iran.",
        "We found no proof that a single washer was handed over to Iran.",
    ],
)
def test_the_least_of_its_kind_is_no_thing_of_the_claim(text: str) -> None:
    (claim,) = claims(CONTEXT + text)
    assert (claim.event, claim.polarity, claim.items) == ("transfer.commodity", "negative", ())


def test_who_trades_with_a_state_says_nothing_without_a_denial() -> None:
    assert _read("Fictive Lines trades with many countries.") == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Chinese customs recorded imports of 7,900 tonnes of coal from North Korea in August 2024, against 2,100 in July 2024.",
            ["7900", "2100"],
        ),
        (
            "Russia sold North Korea oil worth $40 million in May 2024, up from $31 million in April 2024.",
            ["40000000", "31000000"],
        ),
    ],
)
def test_a_figure_held_against_another_is_told_with_its_own_time(text: str, figures: list[str]) -> None:
    told = claims(CONTEXT + text)
    assert [low for claim in told for _, _, low, *_ in amounts(claim)] == figures
    assert len({claim.time.first for claim in told if claim.time}) == len(figures)


def test_a_later_figure_restates_the_deed_for_its_own_month() -> None:
    text = "Chinese customs recorded 412 tonnes of North Korean coal in May 2024. The figure for April 2024 was 290 tonnes."
    last = claims(CONTEXT + text)[-1]
    assert amounts(last)[0][2] == "290"
    assert days(last) == ("2024-04-01", "2024-04-30")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("On 18 October Sergei Lavrov, the foreign minister, flies into Pyongyang.", "visit.official"),
        ("The plant pays Rungfict Manpower, a North Korean agency, 2,600 yuan a month.", "transfer.finance"),
        ("Fictive rails diesel to the DPRK.", "transfer.commodity"),
        ("We recommend that participants sanction Fictive Crown Pay.", "sanction.impose"),
    ],
)
def test_the_only_finite_verb_of_a_sentence_is_a_verb(text: str, event: str) -> None:
    assert events(CONTEXT + text) == [event]


def test_a_heading_in_capitals_has_no_verb() -> None:
    assert not claims(CONTEXT + "SANCTIONS MONITORING TEAM")


@pytest.mark.parametrize(
    "text",
    [
        "London has been arming Russia for decades.",
        "Fictive Line was being funded by a bank in Moscow, prosecutors found.",
    ],
)
def test_who_arms_or_funds_somebody_passes_on_what_the_verb_says(text: str) -> None:
    (claim,) = claims(CONTEXT + text)
    assert claim.event in ("transfer.materiel", "transfer.finance")
    assert [item.cls for item in claim.items] in (["arms"], ["money"])


@pytest.mark.parametrize(
    "text",
    [
        "Chinese customs recorded 412 tonnes of North Korean coal in May 2024.",
        "China's customs returns show coal from North Korea to the value of $31 million in 2024.",
        "No coal from North Korea was registered by Chinese customs in December.",
    ],
)
def test_what_a_customs_service_has_in_its_books_was_declared(text: str) -> None:
    assert events(CONTEXT + text) == ["customs.declare"]


def test_counted_arms_are_somewhere_though_no_list_knows_the_place() -> None:
    assert events(
        CONTEXT + "A picture of 27 August shows eleven Russian howitzers under netting at a depot."
    ) == ["presence.materiel"]


@pytest.mark.parametrize(
    "text",
    [
        "Security Council resolutions forbid Pyongyang to export arms of any kind.",
        "Resolution 1970, passed in February 2011, tells every State to keep weapons out of Libya.",
        "Under paragraph 9 of resolution 1970 (2011), no State may supply arms to Libya.",
        "The missile restrictions of resolution 2231 (2015) expired in October 2023.",
    ],
)
def test_what_a_measure_says_is_law_in_whatever_words(text: str) -> None:
    assert events(CONTEXT + text) == ["law.cite"]


@pytest.mark.parametrize(
    ("text", "thieves"),
    [
        ("Fictive Labs attributes the heist to Kimsuky, a group of North Korea.", ["KP:Kimsuky"]),
        ("One Member State laid the intrusion at the door of Kimsuky, a North Korean group.", ["KP:Kimsuky"]),
        ("The ministry blamed North Korea for the hack.", ["KP"]),
    ],
)
def test_a_theft_is_whose_it_is_said_to_be(text: str, thieves: list[str]) -> None:
    (claim,) = claims(CONTEXT + text)
    assert claim.event == "theft.cyber"
    assert [actor.canonical for actor in claim.actor] == thieves


FRONT = "North Korean soldiers were killed in the fighting at the front.\n\n"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Russian soldiers took Fictovka on Friday.", "capture.territory"),
        ("The Russian Defence Ministry reported the seizure of Fictebki.", "capture.territory"),
        ("Kyiv says its forces have taken two Koreans alive.", "capture.personnel"),
    ],
)
def test_ground_and_koreans_are_taken_in_a_text_of_fighting(text: str, event: str) -> None:
    assert events(FRONT + text)[1:] == [event]


def test_taking_something_somewhere_takes_no_ground() -> None:
    assert "capture.territory" not in events(FRONT + "The soldiers took their rifles to Kursk.")


def test_a_destination_in_false_papers_needs_no_doer() -> None:
    text = "The tanker Grey Fiction (IMO 9990029) left Nampo. Her papers named Berbera as port of discharge."
    assert events(CONTEXT + text)[-1] == "conceal.destination"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Imagery shows two North Korean howitzers at Khasan.", "presence.materiel"),
        ("A bank opened four accounts for Korea Fictive Trading Corporation.", "finance.account"),
        ("The Russian defence minister was received in Pyongyang in November.", "visit.official"),
        ("A delegation of the German economy ministry came to Minsk in October.", "visit.official"),
        ("Russian instructors taught the unit to fly drones.", "train.personnel"),
        ("EU ministers are toying with a ban on Russian switchgear.", "sanction.impose"),
    ],
)
def test_what_simple_words_tell_is_read(text: str, event: str) -> None:
    assert event in events(CONTEXT + text)


def test_a_force_of_so_many_is_people() -> None:
    last = claims(FRONT + "Pyongyang shipped an initial force of roughly 10,900 to Vladivostok.")[-1]
    assert (last.event, amounts(last)[0][2]) == ("deploy.personnel", "10900")


def test_who_asks_for_soldiers_would_receive_them() -> None:
    last = claims(FRONT + "Russia asked for a third contingent of North Korean soldiers.")[-1]
    assert (last.event, last.modality) == ("deploy.personnel", "requested")
    assert [party.canonical for party in last.recipient] == ["RU"]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Iran holds many drones. Fictive Air sold at least 12,000 of them to Libya in May.", "12000"),
        ("North Korea makes howitzers. Nineteen of them went to Russia last autumn.", "19"),
    ],
)
def test_so_many_of_them_are_the_goods_just_spoken_of(text: str, low: str) -> None:
    last = claims(CONTEXT + text)[-1]
    assert (last.event, amounts(last)[0][2]) == ("transfer.materiel", low)
