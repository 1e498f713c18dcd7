"""Who tells: verbs of several words, several who bear no name, who is quoted and who quotes."""

import pytest

from tests.claims.reading import claims

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _chain(text: str) -> list[str]:
    told = claims(CONTEXT + text)[1:]
    assert told
    return [speaker.canonical for speaker in told[0].attribution[:-1]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Norwegian ministry let it be known that Russia had received 40 lathes from Iran.", "NO"),
        ("The Norwegian ministry let slip that Russia had received 40 lathes from Iran.", "NO"),
        ("A UN rapporteur has worked out that Russia received weapons worth $90 million from Iran.", "UN"),
        ("A foreman in Oslo spoke of 40 howitzers that Iran had sent to Russia.", "NO"),
        ("The two ministers pointed out that Iran had sent 40 howitzers to Russia.", "entity"),
        ("Detectives established that Iran had sent 40 howitzers to Russia.", "entity"),
        ("Iran sent 40 howitzers to Russia in May, station hands say.", "entity"),
        ("Certain chat channels have it that Iran sent 40 howitzers to Russia.", "entity"),
        (
            "Foreign ministers of forty countries charge Iran with having sent 40 howitzers to Russia.",
            "entity",
        ),
        ("Norway, in a letter to us of 2 May, says that Iran sent 40 howitzers to Russia.", "NO"),
        ("As the Norwegian ministry made public in March, Russia received 40 lathes from Iran.", "NO"),
        ("Russia received 40 lathes from Iran, as the Norwegian ministry confirmed in May.", "NO"),
        ("By the tally of the Norwegian police, Iran sent 40 howitzers to Russia.", "NO"),
    ],
)
def test_who_tells_by_whatever_verb_is_heard(text: str, speaker: str) -> None:
    assert [name.split(":")[0] for name in _chain(text)] == [speaker]


def test_who_is_quoted_says_it_and_who_quotes_tells_that() -> None:
    text = "Emil Alder, a lawmaker, quoted the agency as saying that Iran had sent 40 howitzers to Russia."
    assert _chain(text) == ["entity:agency", "entity:Emil Alder"]


def test_a_bank_account_is_nobodys_word() -> None:
    assert _chain("Iran held $40 million on the account of a Russian official in Oslo from May.") == []


def test_who_had_reported_it_before_is_no_source() -> None:
    assert (
        _chain("Russia received 40 lathes from Iran in May, as the Alder Courier had reported before us.")
        == []
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Kremlin has waved off talk of 40 howitzers coming from Iran.", "RU"),
        ("Iran owned up to having sent 40 howitzers to Russia.", "IR"),
        ("New Zealand intends to put the Alder Bank under sanctions in May.", "NZ"),
        ("Latvia undertakes to give Ukraine 40 howitzers in May.", "LV"),
        ("Washington offered to give Ukraine 40 howitzers in May.", "US"),
        (
            "Norway's Deputy Foreign Minister, Emil Alder, said that Iran had sent 40 howitzers to Russia.",
            "NO",
        ),
    ],
)
def test_who_waves_away_owns_up_intends_or_promises_speaks(text: str, speaker: str) -> None:
    assert [name.split(":")[0] for name in _chain(text)][:1] == [speaker]


def test_what_a_state_intends_in_its_own_text_needs_no_speaker() -> None:
    text = "The Netherlands intends to put the Alder Bank under sanctions in May."
    told = claims(CONTEXT + text, publisher="NL:Ministry of Foreign Affairs")[1:]
    assert told
    assert all(len(claim.attribution) == 1 for claim in told)


def test_an_agency_in_brackets_closes_an_entry_as_its_source() -> None:
    assert _chain("3 May 2024. Iran sends 40 howitzers to Russia (Interfax).") == ["publisher:Interfax"]
    assert _chain("3 May 2024. Iran sends 40 howitzers to Russia (by sea).") == []
