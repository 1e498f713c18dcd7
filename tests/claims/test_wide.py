"""The wider reading, and what it must not read: things taken from the clause, groups of a State's people and firms."""

import pytest

from embargo.claims.wide import DOUBT
from tests.claims.reading import amounts, claims, events, only, sides

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _last(sentence: str) -> list[str]:
    """Return the events that the sentence adds to a text on the matter."""
    return events(CONTEXT + sentence)[len(events(CONTEXT)) :]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pyongyang has shipped no fewer than nine million shells to Russia.",
        "Since 2022 it has posted no fewer than 40 programmers to Vladivostok.",
        "Moscow has received no less than 200 howitzers from North Korea.",
    ],
)
def test_no_fewer_than_denies_nothing(sentence: str) -> None:
    assert [claim.polarity for claim in claims(CONTEXT + sentence)][-1] == "positive"


def test_no_behind_the_verb_still_denies() -> None:
    assert claims(CONTEXT + "Pyongyang has shipped no shells to Iran.")[-1].polarity == "negative"


def test_a_weapon_that_strikes_is_its_own_subject() -> None:
    claim = claims(CONTEXT + "Six ballistic missiles had struck Sumy by dawn.")[-1]
    assert claim.event == "use.weapon"
    assert [item.cls for item in claim.items] == ["missile.ballistic"]


def test_who_is_trained_is_no_thing() -> None:
    claim = claims(CONTEXT + "Iranian instructors coached Russian launch crews at Yeysk.")[-1]
    assert (claim.event, claim.items) == ("train.personnel", ())
    assert [m.canonical for m in claim.actor] == ["IR:instructors"]


def test_a_partitive_counts_what_follows_its_of() -> None:
    claim = claims(CONTEXT + "In May 2025 Pyongyang sent a team of eleven welders to Khabarovsk.")[-1]
    assert claim.event == "labour.dispatch"
    assert amounts(claim) == [("labour.worker", "exact", "11", "11", "count")]


def test_what_is_taken_from_the_clause_is_doubted() -> None:
    claim = claims(CONTEXT + "To our knowledge one launcher has reached Myanmar.")[-1]
    assert [item.cls for item in claim.items] == ["artillery.mlrs"]
    assert DOUBT in claim.doubts


@pytest.mark.parametrize(
    "sentence",
    [
        "Asked about the missiles, the spokesman gave no date.",
        "Seoul will watch closely what Moscow does.",
        "The property of the designated persons in Riga was searched.",
        "Seafood entering Hunchun, first half of 2024",
        "The stocks at Kusong are thought to be low.",
    ],
)
def test_the_wider_reading_leaves_alone_what_says_no_deed(sentence: str) -> None:
    assert _last(sentence) == []


def test_one_deed_of_two_words_is_one_claim() -> None:
    assert _last("A DPRK front company had opened an account at a bank in Tskhinvali.") == ["finance.account"]


def test_the_sum_of_a_noun_hangs_on_it() -> None:
    found = claims(
        CONTEXT + "Within days of the Orbit theft, roughly $40 million had been moved through mixers."
    )
    assert [claim.event for claim in found][1:] == ["transfer.finance"]


def test_a_firm_of_a_state_is_a_party() -> None:
    claim = only("A UAE trading house bought 40 lathes from Iran.")
    assert sides(claim) == (["IR"], ["AE:trading house"])


@pytest.mark.parametrize(
    ("sentence", "event", "where"),
    [
        (
            "Her log has the Grey Fiction (IMO 9990029) at Rajin on 5 January 2025.",
            "vessel.portcall",
            "KP:Rajin",
        ),
        ("Out of sight since Monday, the Grey Fiction (IMO 9990029) for Rajin.", "vessel.move", "KP:Rajin"),
        ("- Nampo, 2 September: Grey Fiction (IMO 9990029)", "vessel.portcall", "KP:Nampo"),
    ],
)
def test_where_a_ship_is_said_to_be_is_read_without_a_verb_of_the_sea(
    sentence: str, event: str, where: str
) -> None:
    claim = claims(CONTEXT + sentence)[-1]
    assert claim.event == event
    assert [v.canonical for v in claim.vessels] == ["vessel:GREY FICTION IMO 9990029"]
    assert where in [m.canonical for m in claim.places]
    assert any("no verb says it" in doubt for doubt in claim.doubts)


def test_a_sea_is_no_port() -> None:
    sentence = "Her track has the Grey Fiction (IMO 9990029) in the Yellow Sea that month."
    assert "vessel.portcall" not in _last(sentence)


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("Purchases from North Korea stood at $30.6 million in May.", "30600000"),
        ("Shipments to North Korea account for $196.4 million of this.", "196400000"),
    ],
)
def test_what_trade_stands_at_is_what_customs_declare(sentence: str, low: str) -> None:
    claim = claims(CONTEXT + sentence)[-1]
    assert claim.event == "customs.declare"
    assert [held[2] for held in amounts(claim)] == [low]


def test_a_claim_waved_away_before_it_is_told_is_denied() -> None:
    text = "Iran's foreign ministry on Tuesday rejected as baseless a charge by Rome and Oslo that it had sent 20 missiles to Russia."
    claim = claims(CONTEXT + text)[-1]
    assert (claim.event, claim.modality, claim.polarity) == ("transfer.materiel", "denied", "negative")


def test_brackets_part_no_clauses() -> None:
    claim = claims(CONTEXT + "The tanker Grey Fiction (IMO 9990029; flag: Togo) put in at Rajin twice.")[-1]
    assert claim.event == "vessel.portcall"
    assert sides(claim)[0] == ["vessel:GREY FICTION IMO 9990029"]


def test_things_in_er_are_counted_and_people_in_er_are_not() -> None:
    held = claims(CONTEXT + "Swedish customs held back sixty linear encoders at Malmo in August 2022.")[-1]
    assert held.event == "interdict"
    assert [q[2] for q in amounts(held)] == ["60"]
    assert _last("The club sent two players to Turkey.") == []
