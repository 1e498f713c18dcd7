"""Law: provisions of a pack, facts put to them, and assessments element by element."""

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec

from embargo.vocabulary.words import Mark, Result

ElementState = Literal["met", "not met", "unknown"]


class Element(msgspec.Struct, frozen=True):
    """One element of a provision put to one fact: met, not met or unknown, with the reason and the claims it rests on."""

    name: str
    state: ElementState
    reason: str
    claims: tuple[str, ...] = ()


class Assessment(msgspec.Struct, frozen=True):
    """A finding (or a hand-made fact) against one provision, for one bound party."""

    id: str
    fact: str
    pack: str
    provision: str
    citation: str
    force: str
    mark: Mark
    party: str | None
    result: Result
    elements: tuple[Element, ...]
    words: str
    summary: str = ""


class FactItem(msgspec.Struct, frozen=True):
    """The object of a fact; `description` is for people and is never read by the engine."""

    cls: str = msgspec.field(name="class")
    hs: str | None = None
    condition: Literal["new", "used"] | None = None
    description: str | None = None


class FactQuantity(msgspec.Struct, frozen=True):
    """The amount of a fact, exact numbers, and what it covers."""

    low: Decimal | None = None
    high: Decimal | None = None
    bound: str = "exact"
    unit: str = ""
    value_usd: Decimal | None = None
    scope: Literal["this-event", "this-flow", "window-total-so-far", "window-total", "interval-total"] = (
        "this-event"
    )


class FactPeriod(msgspec.Struct, frozen=True):
    """The days of a fact, null where open."""

    first: dt.date | None = msgspec.field(default=None, name="from")
    last: dt.date | None = msgspec.field(default=None, name="to")


class FactExemption(msgspec.Struct, frozen=True):
    """What is known of an exemption."""

    kind: str
    state: Literal["yes", "no", "unknown"]


class Fact(msgspec.Struct, frozen=True):
    """One fact in the form `embargo-fact/1`.

    Two fields are ours and absent from a fact written by hand: `told` is the day on which the matter was first told (or
    its last known day) where no source says when it began, so that the law of that day is asked; `rests_on` names the claims behind the
    conduct, parties, object, day and so on.
    """

    id: str
    conduct: str
    event: str | None = None
    giver: tuple[str, ...] = ()
    taker: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    item: FactItem | None = None
    quantity: FactQuantity | None = None
    date: FactPeriod = FactPeriod()
    means: tuple[str, ...] = ()
    flags: dict[str, str] = {}
    nationality: str | None = None
    place: tuple[str, ...] = ()
    status: Literal[
        "done", "attempted", "planned", "sought", "considered", "requested", "pledged", "denied"
    ] = "done"
    exemptions: tuple[FactExemption, ...] = ()
    circumstances: tuple[str, ...] = ()
    told: dt.date | None = None
    rests_on: dict[str, tuple[str, ...]] = {}


class Outcome(msgspec.Struct, frozen=True):
    """All assessments of one fact; `outside` is true where no provision of the pack touches it, and `why` says so."""

    fact: str
    outside: bool
    assessments: tuple[Assessment, ...]
    why: str = ""
