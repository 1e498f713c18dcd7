"""When it was: which of several times is the deed's, and which one it has from its entry or from the sentence before."""

import pytest

from tests.claims.reading import claims, days

ABOUT = "The war in Ukraine and the sanctions on Russia go on. "


def last(text: str, day: str = "2025-05-29") -> tuple[str | None, str | None] | None:
    return days(claims(ABOUT + text, day)[-1])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Poland stopped the lorry on 3 April and seized 40 drones.", ("2025-04-03", "2025-04-03")),
        ("China's customs office put out its February figures on 18 April.", ("2025-04-18", "2025-04-18")),
        ("Iran sold 40 drones to Russia at the request of its army on 1 May.", ("2025-05-01", "2025-05-01")),
        (
            "The tanker Grey Finch went dark on 2 May and was not heard again until the 9th.",
            ("2025-05-02", "2025-05-09"),
        ),
        ("The tanker Grey Finch went dark on 2 May.", ("2025-05-02", "2025-05-02")),
        ("In May, as prosecutors have said, Iran shipped 40 drones to Russia.", ("2025-05-01", "2025-05-31")),
    ],
)
def test_the_time_of_a_deed_may_stand_beside_another_word(
    text: str, when: tuple[str | None, str | None]
) -> None:
    assert last(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "In March its envoys swore that Iran had sent 40 drones to Russia.",
        "Iran sent 40 drones to Russia, double the figure for 2021.",
    ],
)
def test_the_time_of_saying_or_comparing_dates_no_deed(text: str) -> None:
    assert last(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Iran will send 40 drones to Russia on Tuesday.", ("2025-06-03", "2025-06-03")),
        ("Iran will send 40 drones to Russia in March.", ("2026-03-01", "2026-03-31")),
        ("Iran will send 40 drones to Russia by the 20th.", (None, "2025-06-20")),
        ("Iran sent 40 drones to Russia on Tuesday.", ("2025-05-27", "2025-05-27")),
        ("Iran has sent 40 drones a week to Russia from 4 March.", ("2025-03-04", "2025-05-29")),
    ],
)
def test_what_is_to_come_comes_after_the_day_of_publication(
    text: str, when: tuple[str | None, str | None]
) -> None:
    assert last(text) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "On 9 May a patrol of Oman boarded the dhow Al Badr 5. Officers seized 40 drones.",
            ("2025-05-09", "2025-05-09"),
        ),
        (
            "Iran shipped 40 drones to Russia in April. Russia fired 20 of the drones that same month.",
            ("2025-04-01", "2025-04-30"),
        ),
    ],
)
def test_what_is_told_on_happened_at_the_time_told_before(
    text: str, when: tuple[str | None, str | None]
) -> None:
    assert last(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "Iran shipped 40 drones to Russia in April. It has shipped 300 missiles to Syria.",
        "Iran shipped 40 drones to Russia in April. It will ship 300 missiles to Syria.",
        "Iran shipped 40 drones to Russia in April.\n\nIt shipped 300 missiles to Syria.",
        "Iran shipped 40 drones to Russia in April. It did not ship 300 missiles to Syria.",
    ],
)
def test_what_was_not_done_then_has_no_time_from_before(text: str) -> None:
    assert last(text) is None


def test_a_time_taken_from_before_is_in_doubt_and_stands_outside_the_quote() -> None:
    claim = claims(
        ABOUT + "On 9 May a patrol of Oman boarded the dhow Al Badr 5. Officers seized 40 drones."
    )[-1]
    assert claim.time is not None
    assert claim.time.outside_quote
    assert any("when it was" in doubt for doubt in claim.doubts)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("4 May, 06:15. Iran ships 40 drones to Russia.", ("2025-05-04", "2025-05-04")),
        ("Sunday, 4 May. Iran ships 40 drones to Russia.", ("2025-05-04", "2025-05-04")),
        ("2022\n4 May: Iran ships 40 drones to Russia.", ("2022-05-04", "2022-05-04")),
        (
            "2022\n\n4 May: Iran ships 40 drones to Russia.\n2023\n5 June: Iran ships 50 drones to Russia.",
            ("2023-06-05", "2023-06-05"),
        ),
        (
            "4 January – Iran shipped 40 drones to Russia on 30 December, says Kyiv.",
            ("2023-12-30", "2023-12-30"),
        ),
    ],
)
def test_an_entry_is_of_its_day_and_of_the_year_above_it(
    text: str, when: tuple[str | None, str | None]
) -> None:
    day = "2024-11-29" if "January" in text else "2025-05-29"
    assert last("\n\n" + text, day) == when
