"""The one time that a sentence gives, times past a relative clause, days of the week at the head of an entry."""

import pytest

from tests.claims.reading import claims, days

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "On 6 March 2025 Marvane of Pyongyang, which issues a token, froze $2.4 million of the funds.",
            "2025-03-06",
            "2025-03-06",
        ),
        (
            "In return, between March and June 2024, kits that turn plain bombs into guided ones were flown to Pyongyang.",
            "2024-03-01",
            "2024-06-30",
        ),
        (
            "On 9 May 2025 a patrol crew photographed the Grey Fiction (IMO 9990029) lashed to a coaster of North Korea.",
            "2025-05-09",
            "2025-05-09",
        ),
    ],
)
def test_a_relative_clause_takes_no_time_from_what_it_hangs_in(text: str, first: str, last: str) -> None:
    assert (first, last) in [days(claim) for claim in claims(CONTEXT + text)]


def test_the_day_of_an_admission_is_no_day_of_the_deed() -> None:
    found = claims("On 27 April 2025 North Korea acknowledged that its troops had fought in Kursk.")
    assert [days(claim) for claim in found] == [(None, "2025-04-27")]


def test_an_entry_opens_with_a_short_day_of_the_week_and_its_hour() -> None:
    text = "LOG\n\nMon 2 June 2025, 1315. M/T SILVER REED (IMO 9990029) berthed at Rajin.\nTue 3 June 2025. SILVER REED sailed from Rajin."
    found = claims(CONTEXT + text)[1:]
    assert [(claim.event, (days(claim) or ("",))[0]) for claim in found] == [
        ("vessel.portcall", "2025-06-02"),
        ("vessel.move", "2025-06-03"),
    ]
    assert {mention.canonical for claim in found for mention in claim.actor} == {
        "vessel:SILVER REED IMO 9990029"
    }


def test_a_new_list_is_the_publishers_own_and_of_its_day() -> None:
    text = (
        "NOTICE\n1. The 2019 Regulations on North Korea provide for the freezing of funds belonging to designated persons.\n"
        "2. With effect from today the following are added to the consolidated list.\n"
        "GREY LOGISTIKA OOO. Address: Nakhodka, Russia. Group ID 80001."
    )
    claim = claims(text, publisher="state:GB")[-1]
    assert [mention.canonical for mention in claim.actor] == ["GB"]
    assert days(claim) == ("2025-05-29", "2025-05-29")
