"""On whose word a claim rests: publishers that speak for a body, bodies under several names, unnamed officials."""

import pytest

from embargo.findings.voices import publisher_party, voice_of
from tests.findings.claims import claim, document


@pytest.mark.parametrize(
    ("publisher", "party"),
    [
        ("Multilateral Sanctions Monitoring Team", "MSMT"),
        ("MSMT", "MSMT"),
        ("Ministry of National Defence, Republic of Korea", "KR:Ministry of National Defense"),
        ("Ministry of Foreign Affairs of the DPRK", "KP:Ministry of Foreign Affairs"),
        ("U.S. Department of the Treasury", "US:Treasury"),
        ("KCNA", "KP:KCNA"),
        ("Reuters", None),
        ("Yonhap News Agency", None),
        ("Russian news agency TASS", None),
        ("The Korea Times", None),
        ("RUSI", None),
    ],
)
def test_a_publisher_speaks_for_a_body_or_for_itself(publisher: str, party: str | None) -> None:
    assert publisher_party(publisher) == party


@pytest.mark.parametrize("said", ["US:officials", "US:unnamed officials", "US:senior official", "US:sources"])
def test_unnamed_officials_are_one_origin_of_their_state(said: str) -> None:
    assert voice_of(claim(document("A paper"), by=said), document("A paper")).id == "US:officials"


def test_the_innermost_speaker_is_the_origin_and_outlets_between_are_not() -> None:
    paper = document("A paper")
    voice = voice_of(claim(paper, by=("KR:NIS", "KR:a lawmaker", "publisher:Yonhap")), paper)
    assert voice.id == "KR:National Intelligence Service"
    assert voice.access == "judgement of a service"


def test_without_a_speaker_the_publisher_is_the_origin_and_its_access_is_unknown() -> None:
    paper = document("A paper")
    voice = voice_of(claim(paper), paper)
    assert (voice.id, voice.access, voice.unsourced) == ("publisher:A paper", "unknown", True)


def test_an_outlet_that_passes_on_another_rests_on_that_other() -> None:
    paper = document("A paper")
    voice = voice_of(claim(paper, by="publisher:Yonhap"), paper)
    assert (voice.id, voice.access) == ("publisher:Yonhap", "relaying")


def test_a_party_to_the_matter_is_a_participant() -> None:
    paper = document("A paper")
    assert (
        voice_of(claim(paper, by="RU:Vladimir Putin", giver="KP", taker="RU"), paper).access == "participant"
    )


def test_a_byline_is_shown_by_its_name() -> None:
    paper = document("byline:Jane Doe")
    assert voice_of(claim(paper), paper).name == "Jane Doe"


def test_a_think_tank_looks_for_itself() -> None:
    paper = document("RUSI")
    voice = voice_of(claim(paper), paper)
    assert (voice.access, voice.unsourced) == ("own instrument", False)
