"""Voices: who says it, through whom, and how far a cue reaches."""

import pytest

from tests.claims.reading import claims, only, speakers

DEED = "Iran sent 40 drones to Russia"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (f"{DEED}, the Japanese foreign ministry said.", ["JP:Ministry of Foreign Affairs"]),
        (f"Japan's foreign ministry said on Monday that {DEED}.", ["JP:Ministry of Foreign Affairs"]),
        (f"The Ministry of Defence of Ukraine said {DEED}.", ["UA:Ministry of Defence"]),
        (f"According to RUSI, {DEED}.", ["entity:RUSI"]),
        (f"{DEED}, two officials familiar with the matter said.", ["group:officials"]),
        (f"{DEED}, US officials said.", ["US:officials"]),
        (f"State B assesses that {DEED}.", ["state:B"]),
        (f"{DEED}, Reuters said, citing the Panel of Experts.", ["UN:Panel of Experts", "publisher:Reuters"]),
        (
            f"The deputy director of the Ministry of Defence of Ukraine told reporters that {DEED}.",
            ["UA:Ministry of Defence"],
        ),
        (f"{DEED}.", []),
    ],
)
def test_the_innermost_speaker_comes_first(text: str, chain: list[str]) -> None:
    assert speakers(only(text)) == chain


def test_the_publisher_closes_every_chain() -> None:
    claim = only(f"According to RUSI, {DEED}.")
    assert [(s.canonical, s.mode) for s in claim.attribution][-1] == ("publisher:The Courier", "publisher")


def test_words_between_quotation_marks_are_direct_speech() -> None:
    claim = only("“Iran sent 40 drones to Russia,” the Japanese foreign ministry said.")
    assert claim.attribution[0].mode == "direct_quote"
    assert only(f"{DEED}, the Japanese foreign ministry said.").attribution[0].mode == "indirect"


def test_we_in_a_publishers_own_text_needs_no_speaker() -> None:
    assert speakers(only(f"We assess that {DEED}.", publisher="MSMT")) == []


def test_the_team_means_the_body_that_the_document_names() -> None:
    text = f"The Multilateral Sanctions Monitoring Team met in May. The team found that {DEED}."
    assert speakers(claims(text)[-1]) == ["MSMT"]
    assert speakers(only(f"The team lost twice. {DEED}.")) == []


def test_who_speaks_takes_no_part_in_the_deed() -> None:
    claim = only(f"{DEED}, according to Japan.")
    assert "JP" not in {m.canonical for m in (*claim.supplier, *claim.recipient, *claim.actor)}


def test_who_asks_and_who_pledges_is_heard() -> None:
    assert speakers(only("Ukraine's president called on Poland to send 14 tanks.")) == [
        "UA:Volodymyr Zelenskyy"
    ]
    assert speakers(only("Poland pledged 14 tanks to Ukraine.")) == ["PL"]


def test_a_time_beside_the_verb_of_saying_dates_the_saying() -> None:
    claim = only(f"Japan said on 2 May 2025 that {DEED} in March 2024.")
    assert claim.said_time is not None
    assert claim.said_time.first is not None
    assert claim.time is not None
    assert claim.time.first is not None
    assert (claim.said_time.first.isoformat(), claim.time.first.isoformat()) == ("2025-05-02", "2024-03-01")


def test_a_time_that_opens_what_is_reported_dates_the_deed() -> None:
    claim = only(f"The institute RUSI says that in 2024 {DEED}.")
    assert claim.time is not None
    assert claim.said_time is None
