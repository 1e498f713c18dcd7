"""Cases for the tests of review: small texts read, decided on, read again."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from embargo import claims, create_case, sources
from embargo.casework import Case
from embargo.casework.anchors import anchor_of
from embargo.casework.replay import replay
from embargo.vocabulary import Captured, Claim, Decision, Detail, Made, Reading, Review

AT = "2025-06-01T00:00:00Z"
LEXICON = claims.load_lexicon()

HOWITZERS = "North Korea shipped at least 40 howitzers to Russia in March 2025, the South Korean defence ministry said."
MISSILES = "North Korea also sent 100 ballistic missiles to Russia in 2024, officials of Japan said."
OIL = (
    "Russia delivered 5,000 barrels of refined petroleum to North Korea in May 2025, the United States said."
)
TEXT = f"SEOUL, 30 May 2025\n\n{HOWITZERS}\n\n{MISSILES}\n\n{OIL}\n"
INSERTED = "The weather in the port was fair that week, and the quays were swept before the visitors came."


def captured(text: str, name: str = "note.txt") -> Captured:
    """The text as a captured document of 30 May 2025."""
    given = {"publisher": "The Harbour Courier", "published": "2025-05-30"}
    stated = {key: Detail(value, "stated", "the test") for key, value in given.items()}
    return sources.capture(text.encode(), name, stated)


def read(*texts: str, names: Sequence[str] = ()) -> tuple[list[Captured], list[Reading]]:
    """The texts captured and read."""
    taken = [captured(text, names[place] if names else "note.txt") for place, text in enumerate(texts)]
    return taken, [claims.extract(one.document, one.text, LEXICON) for one in taken]


def made(number: int, taken: Captured, claim: Claim, verdict: str, by: str = "A", **more: object) -> Made:
    """A decision on the claim, anchored as the desk anchors it."""
    anchor = anchor_of(taken.document, taken.text.text, claim)
    decision = Decision(claim.id, verdict, f"because of {number}", by, anchor=anchor, reading=claim)
    return Made(number, AT, msgspec.structs.replace(decision, **more))


def replayed(history: Iterable[Made], taken: Sequence[Captured], readings: Sequence[Reading]) -> Review:
    """The review of these readings under these decisions."""
    documents = [one.document for one in taken]
    return replay(history, documents, {one.document.id: one.text for one in taken}, readings, LEXICON)


def renamed(reading: Reading, mark: str) -> Reading:
    """The reading as another extractor gives it: every claim under another id."""
    others = tuple(msgspec.structs.replace(claim, id=claim.id + mark) for claim in reading.claims)
    return msgspec.structs.replace(reading, claims=others)


def case_of(folder: Path, *texts: str) -> Case:
    """A case of those texts, read."""
    (folder / "in").mkdir()
    for number, text in enumerate(texts, 1):
        (folder / "in" / f"note-{number}.txt").write_text(text, encoding="utf-8")
    case = create_case(folder / "case", by="A. Drafter", clock=lambda: AT)
    case.add(folder / "in", details={"publisher": "The Harbour Courier", "published": "2025-05-30"})
    case.run(rendering=False)
    return case
