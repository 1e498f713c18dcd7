"""Who gives and who gets: by the towns goods go between, the goods' own names, pronouns, and the words of each deed."""

import pytest

from embargo.vocabulary import Claim
from tests.claims.reading import claims

# A text on the matter names a State under measures and a word of the trade.
CONTEXT = "North Korea is under sanctions.\n\n"


def _of(text: str, event: str, publisher: str = "The Courier") -> Claim:
    found = [c for c in claims(CONTEXT + text, publisher=publisher) if c.event == event]
    assert len(found) == 1, [(c.event, c.quote.text) for c in claims(CONTEXT + text, publisher=publisher)]
    return found[0]


def _sides(claim: Claim) -> tuple[list[str], list[str]]:
    """Return the States, or the names of those without one, that give or act, and those that get."""

    def short(canonical: str) -> str:
        kind, _, name = canonical.partition(":")
        return name if kind in ("entity", "vessel", "group") else kind

    acting = (*claim.supplier, *claim.actor)
    return [short(m.canonical) for m in acting], [short(m.canonical) for m in claim.recipient]


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        (
            "Drone engines were flown from Almaty to Izhevsk in June.",
            "transfer.commodity",
            (["KZ"], ["RU"]),
        ),
        (
            "Dalian Quiet Harbour Trading sold 40 lathes to Iran in May.",
            "transfer.commodity",
            (["CN"], ["IR"]),
        ),
        (
            "In it Rostov Tool Plant asks for 1,200 aero engines from Iran.",
            "transfer.commodity",
            (["IR"], ["RU"]),
        ),
        ("Velyka Novosilka fell to Russian brigades on 26 January.", "capture.territory", (["RU"], [])),
    ],
)
def test_towns_give_the_states_of_those_they_name(
    text: str, event: str, sides: tuple[list[str], list[str]]
) -> None:
    assert _sides(_of(text, event)) == sides
