"""Claims: one event, by one set of parties, at one time and place, in one modality, on one chain of attribution."""

import hashlib
from typing import Literal

import msgspec

from embargo.vocabulary.evidence import Evidence, Quote
from embargo.vocabulary.mentions import Item, Mention, Speaker
from embargo.vocabulary.times import When
from embargo.vocabulary.words import Modality, Polarity


class Claim(msgspec.Struct, frozen=True):
    """One proposition on someone's word, with its evidence. Slots as in `embargo-claims/1`.

    `attribution` runs from the innermost speaker to the publisher. `doubts` are reasons, in words, why a person should
    look at this reading; they never change the claim's arithmetic.
    """

    id: str
    document: str
    event: str
    evidence: Evidence
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    supplier: tuple[Mention, ...] = ()
    recipient: tuple[Mention, ...] = ()
    actor: tuple[Mention, ...] = ()
    items: tuple[Item, ...] = ()
    time: When | None = None
    said_time: When | None = None
    places: tuple[Mention, ...] = ()
    means: tuple[Mention, ...] = ()
    vessels: tuple[Mention, ...] = ()
    attribution: tuple[Speaker, ...] = ()
    also_reported_by: tuple[Mention, ...] = ()
    additional: bool = False
    cumulative: bool = False
    doubts: tuple[str, ...] = ()
    note: str | None = None

    @property
    def quote(self) -> Quote:
        """The verbatim quote. Raises TypeError for a claim whose evidence is no quote."""
        if not isinstance(self.evidence, Quote):
            raise TypeError(f"claim {self.id} rests on a {type(self.evidence).__name__.lower()}, not a quote")
        return self.evidence

    @property
    def family(self) -> str:
        """The event's family: "transfer" of "transfer.materiel"."""
        return self.event.split(".", 1)[0]


def claim_id(document_sha256: str, start: int, end: int, family: str, ordinal: int = 0) -> str:
    """Return the stable id: "C-" and twelve hex digits over document hash, quote, event family, ordinal among equals."""
    key = f"{document_sha256}\n{start}\n{end}\n{family}\n{ordinal}".encode()
    return "C-" + hashlib.sha256(key).hexdigest()[:12]


SentenceStanding = Literal["read", "no event", "not understood", "furniture", "law", "outside the scheme"]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a document, numbered from 1, and what the reader made of it, with the reason in words."""

    number: int
    start: int
    end: int
    standing: SentenceStanding
    reason: str = ""
    claims: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """All that was read from one document: its claims in order of their quotes, and every sentence's standing."""

    document: str
    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]
