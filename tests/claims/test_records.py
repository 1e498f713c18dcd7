"""Papers and pictures that show a thing, whose word that is, and whose figures of trade are told."""

import pytest

from tests.claims.reading import claims

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _first_speakers(text: str) -> list[str]:
    told = claims(CONTEXT + text)[1:]
    assert told
    return [claim.attribution[0].canonical for claim in told]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Port records put the Alder Crown (IMO 9990029) in Dalian on 4 May.", "entity:port records"),
        ("Her deck log has the Alder Crown (IMO 9990029) at anchor off Nampo on 9 May.", "entity:deck log"),
        (
            "Position data kept by Fictive Tracks place the Alder Crown (IMO 9990029) alongside at Dunai on 8 May.",
            "entity:Fictive Tracks",
        ),
        (
            "Records handed over by Mozambique reveal that Mr. Orlan opened two accounts at Banco Ficticio in May.",
            "MZ",
        ),
        (
            "Bank messages that we have seen have Alder Bank wiring $7.8 million to Crown Trading FZE of Dubai.",
            "entity:bank messages",
        ),
        (
            "Russia received 40 lathes from North Korea in May, as the yard's invoices confirm.",
            "entity:yard's invoices",
        ),
    ],
)
def test_a_paper_speaks_or_who_keeps_it_does(text: str, speaker: str) -> None:
    assert _first_speakers(text)[0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "My own log has the Alder Crown (IMO 9990029) at Rajin on 5 May.",
        "Records have been lost, and the Alder Crown (IMO 9990029) called at Rajin on 5 May.",
    ],
)
def test_ones_own_log_and_what_befalls_a_paper_say_nothing(text: str) -> None:
    assert _first_speakers(text)[0].startswith("publisher:")


def test_they_show_is_said_of_the_paper_given_last() -> None:
    text = (
        "Frames posted by the Fictive Lens show four Pantsir launchers at Nampo in May. "
        "They show six Pantsir launchers at Wonsan in June."
    )
    assert set(_first_speakers(text)) == {"entity:Fictive Lens"}


@pytest.mark.parametrize(
    "text",
    [
        "China's customs service publishes its tables on the 18th. Purchases from North Korea stood at $30 million in May.",
        "China's customs service has declared no coal (HS 2701) from North Korea since May.",
    ],
)
def test_whose_customs_figures_are_told_says_them_and_denies_nothing(text: str) -> None:
    (claim,) = [claim for claim in claims(CONTEXT + text) if claim.event == "customs.declare"]
    assert (claim.attribution[0].canonical, claim.modality) == ("CN:customs", "asserted")


def test_a_firm_declares_its_own_cargo() -> None:
    text = "China's customs service keeps tables. Alder Trading Ltd declared 300 tonnes of coal from North Korea as Russian in May."
    told = [claim for claim in claims(CONTEXT + text) if claim.event == "customs.declare"]
    assert told
    assert all(claim.attribution[0].canonical.startswith("publisher:") for claim in told)
