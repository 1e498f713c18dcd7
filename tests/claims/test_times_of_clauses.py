"""When it was: clauses that own their times, times that reach over a clause, periods of figures, entries of chronologies."""

import pytest

from tests.claims.reading import claims

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _days(text: str, day: str = "2025-05-29") -> list[tuple[str | None, str | None]]:
    found = claims(CONTEXT + text, day)[1:]
    return [
        (str(c.time.first) if c.time.first else None, str(c.time.last) if c.time.last else None)
        if c.time is not None
        else (None, None)
        for c in found
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "According to Seoul, Russia has since March sent 40 lathes to North Korea.",
            "2025-03-01",
            "2025-05-29",
        ),
        (
            "Kim Fictive is alleged to have sold two yachts to North Korea in March.",
            "2025-03-01",
            "2025-03-31",
        ),
        ("The Grey Fiction (IMO 9990029) called at Nampo twice last month.", "2025-04-01", "2025-04-30"),
        ("Russia sent 40 lathes to North Korea in the three months to March.", "2025-01-01", "2025-03-31"),
        ("Iran sent 40 drones to Russia between the 8th and the 13th.", "2025-05-08", "2025-05-13"),
        ("The Grey Fiction (IMO 9990029) berthed at Nampo on 21 June.", "2024-06-21", "2024-06-21"),
        (
            "Oslo informed the Panel that in 2019 Iran had sold 40 drones to Russia.",
            "2019-01-01",
            "2019-12-31",
        ),
        (
            "The transponder of the Grey Fiction (IMO 9990029) has been off since she rounded the cape on 4 May.",
            "2025-05-04",
            "2025-05-29",
        ),
    ],
)
def test_a_time_dates_the_deed_of_its_clause(text: str, first: str, last: str) -> None:
    assert (first, last) in _days(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Russia shipped 40 lathes to North Korea on 4 March. Tokyo has since blacklisted Grey Heron Trading.",
            "2025-03-04",
            "2025-05-29",
        ),
        (
            "Iran sent 40 drones to Russia on 4 March. A fortnight later it sent 20 missiles to Russia.",
            "2025-03-18",
            "2025-03-18",
        ),
        (
            "China's customs office put out its March tables on 18 April. Purchases from the DPRK stood at $30 million.",
            "2025-03-01",
            "2025-03-31",
        ),
        (
            "15 March. Bern releases CHF 12 million of Libya that it had frozen since 2011.",
            "2025-03-15",
            "2025-03-15",
        ),
    ],
)
def test_a_time_is_counted_on_from_what_was_told_before(text: str, first: str, last: str) -> None:
    assert (first, last) == _days(text)[-1]
