"""Short texts read as documents, for the tests of this room."""

from typing import Any

from embargo.claims import Lexicon, as_schema, extract
from embargo.sources import capture
from embargo.vocabulary import Captured, Claim, Detail, Reading

DAY = "2025-05-29"


def document(text: str, day: str | None = DAY, publisher: str = "The Courier", **more: str) -> Captured:
    """The text captured as a document of that day and publisher."""
    stated = {"publisher": Detail(publisher, "stated", "test")}
    if day is not None:
        stated["published"] = Detail(day, "stated", "test")
    stated |= {name: Detail(value, "stated", "test") for name, value in more.items()}
    return capture(text.encode(), "text.txt", stated)


def read(
    text: str, day: str | None = DAY, publisher: str = "The Courier", lexicon: Lexicon | None = None
) -> Reading:
    """What is read from the text."""
    captured = document(text, day, publisher)
    return extract(captured.document, captured.text, lexicon)


def claims(text: str, day: str | None = DAY, publisher: str = "The Courier") -> tuple[Claim, ...]:
    """The claims of the text."""
    return read(text, day, publisher).claims


def only(text: str, day: str | None = DAY, publisher: str = "The Courier") -> Claim:
    """The one claim of a text that makes one."""
    found = claims(text, day, publisher)
    assert len(found) == 1, [(claim.event, claim.quote.text) for claim in found]
    return found[0]


def schema(text: str, day: str | None = DAY, publisher: str = "The Courier") -> dict[str, Any]:
    """The text read and put into the exchanged structure."""
    captured = document(text, day, publisher)
    return as_schema(captured.document, extract(captured.document, captured.text))


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    """Who gives or acts, and who receives, by canonical id."""
    return [m.canonical for m in (*claim.supplier, *claim.actor)], [m.canonical for m in claim.recipient]


def amounts(claim: Claim) -> list[tuple[str, str, str, str, str]]:
    """Class, bound, low, high and unit of every item that is counted."""
    return [
        (item.cls, q.bound, str(q.low), str(q.high), q.unit)
        for item in claim.items
        if (q := item.quantity) is not None
    ]


def speakers(claim: Claim) -> list[str]:
    """The chain of attribution without the publisher."""
    return [speaker.canonical for speaker in claim.attribution if speaker.mode != "publisher"]


def days(claim: Claim) -> tuple[str | None, str | None] | None:
    """First and last day of the event as written, or None."""
    if claim.time is None:
        return None
    first, last = claim.time.first, claim.time.last
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def events(text: str) -> list[str]:
    """The events of the text, in order."""
    return [claim.event for claim in claims(text)]


def standings(text: str) -> list[str]:
    """The standing of every sentence."""
    return [sentence.standing for sentence in read(text).sentences]
