"""Decisions: what a named person decides about a claim, anchored in the text so that it can be found again."""

from typing import Literal

import msgspec

from embargo.vocabulary.claims import Claim
from embargo.vocabulary.mentions import PlaceRole

VERDICTS = ("accept", "reject", "edit", "split", "merge", "undo")
# How many code points before and after a quote an anchor keeps.
AROUND = 30


class Anchor(msgspec.Struct, frozen=True):
    """Where a claim stood when it was decided: its quote, up to 30 code points either side, and the event family.

    `sha256` and `name` are the document's, `text_sha256` is that of the text the offsets count in.
    """

    sha256: str
    name: str
    text_sha256: str
    start: int
    end: int
    quote: str
    before: str
    after: str
    family: str


class Value(msgspec.Struct, frozen=True, omit_defaults=True):
    """One value of a slot as a person gave it: words of the document, a canonical id, or both.

    `offset` counts code points from the start of the quote (negative before it); what the words mean is reckoned by the
    grammars each time. `canonical` is an id, a class of the taxonomy, a word of a closed list, or days as FROM..TO.
    """

    text: str | None = None
    offset: int | None = None
    canonical: str = ""
    role: PlaceRole | None = None


Edits = dict[str, tuple[Value, ...]]


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of the claims into which a claim is split: which of its values each slot keeps (from 0), and edits on top."""

    keep: dict[str, tuple[int, ...]] = {}
    edits: Edits = {}


class Decision(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a person decided: about which claim, what, why. Append-only; a later one on the same claim wins.

    `reading` is the machine's claim as the person saw it. `into` and `into_anchor` say with which claim it was merged;
    `takes_back` is the number of the event that an undo takes back. The oldest decisions carry none of these.
    """

    about: str
    verdict: str
    why: str
    by: str
    anchor: Anchor | None = None
    reading: Claim | None = None
    edits: Edits = {}
    parts: tuple[Part, ...] = ()
    into: str = ""
    into_anchor: Anchor | None = None
    takes_back: int | None = None


class Made(msgspec.Struct, frozen=True):
    """A decision as the log holds it: the event's number, when it was made (UTC, ISO 8601), and what it says."""

    number: int
    at: str
    decision: Decision


State = Literal["accepted", "rejected", "edited", "split", "merged"]


class Reviewed(msgspec.Struct, frozen=True):
    """One claim that people decided on: the machine's reading, the human one beside it, and every decision made.

    `machine` is None where the machine reads no claim there any more. `human` is empty for a claim rejected or merged away.
    `decided` is the decision in force, `earlier` those it replaced, `changed` how the machine's reading differs from the
    one that was decided on.
    """

    claim: str
    document: str
    state: State
    decided: Made
    machine: Claim | None
    human: tuple[Claim, ...]
    earlier: tuple[Made, ...] = ()
    changed: tuple[str, ...] = ()
    into: str = ""


class Lost(msgspec.Struct, frozen=True):
    """A decision that could not be carried to the readings of now, in which document, and why."""

    made: Made
    document: str
    reason: str


class Review(msgspec.Struct, frozen=True):
    """Human readings beside the machine's, by claim; and the decisions that could not be anchored again."""

    reviewed: tuple[Reviewed, ...] = ()
    lost: tuple[Lost, ...] = ()

    def of(self, claim: str) -> Reviewed | None:
        """Return what people decided about the claim, or None."""
        return next((one for one in self.reviewed if one.claim == claim), None)

    def holding(self, claim: str) -> Reviewed | None:
        """Return what people decided about the claim, or about the one of which it is a part."""
        parts = (one for one in self.reviewed if any(human.id == claim for human in one.human))
        return self.of(claim) or next(parts, None)
