"""One claim seen under one of its items: the unit in which claims come together."""

import datetime as dt
from dataclasses import dataclass

from embargo.findings.periods import words
from embargo.findings.stems import path_of, stem
from embargo.findings.voices import Voice, voice_of
from embargo.vocabulary import Claim, Document, Item, Mention, Period, state_of
from embargo.vocabulary.words import Stage

# Events that tell one occasion in different words; every other event is a kind of its own.
_KIN = {
    "transfer.materiel": "transfer",
    "transfer.commodity": "transfer",
    "transfer.finance": "transfer",
    "ship.cargo": "transfer",
}
# Families in which one word of the event is enough for the id, because they have one event or are one kind.
_ONE_WORD = (
    "transfer",
    "deploy",
    "move",
    "combat",
    "train",
    "aid",
    "sanction",
    "agreement",
    "visit",
    "use",
    "presence",
)
_TOGETHER = ("vessel.meet", "vessel.sts")
JOINT = " + "
# Between parties who act on one another, a target that is among the actors says nothing more.
_MUTUAL = ("visit", "agreement")
_STAGES: dict[str, Stage] = {
    "asserted": "done",
    "acknowledged": "done",
    "alleged": "alleged",
    "considered": "considered",
    "pledged": "pledged",
    "planned": "planned",
    "requested": "requested",
    "conditional": "conditional",
    "question": "question",
}


@dataclass(frozen=True, slots=True)
class Key:
    """What claims must share to be on one occasion: kind of event, stage, from whom, to whom, what."""

    kind: str
    stage: Stage
    source: tuple[str, ...]
    target: tuple[str, ...]
    thing: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A claim under one item class, with its document and the voice it rests on."""

    claim: Claim
    document: Document
    item: Item | None
    voice: Voice
    key: Key
    stage: Stage
    period: Period | None

    @property
    def order(self) -> tuple[dt.date, str, int, str]:
        """Where the facet stands in every list: by day of publication, document, place in it, claim."""
        quote = self.claim.evidence
        start = getattr(quote, "start", 0)
        return (self.document.day or dt.date.max, self.document.id, start, self.claim.id)


def parties(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Return the States (or, where none is known, the parties) that are named, sorted, each once."""
    return tuple(sorted({state_of(m.canonical) or m.canonical for m in mentions if m.canonical}))


def is_vessel(thing: str) -> bool:
    """Return whether the thing of an occasion is a ship, or ships together."""
    return thing.startswith("vessel:")


def kind_of(event: str, thing: str) -> str:
    """Return the kind of occasion: transfers in any words are one kind, and a transfer of soldiers is a deployment."""
    kind = _KIN.get(event, event)
    if kind == "transfer" and thing.startswith("personnel.military"):
        return "deploy.personnel"
    return kind


def id_word(kind: str) -> str:
    """Return the words of a kind in a finding's id: "transfer", "deploy", "capture-personnel"."""
    head = kind.split(".", 1)[0]
    return head if head in _ONE_WORD else kind.replace(".", "-").replace("_", "-")


def target_of(claim: Claim) -> tuple[str, ...]:
    """Return to whom: the recipients, else the States of destinations and targets."""
    found = parties(claim.recipient)
    if found:
        return found
    pointed = tuple(place for place in claim.places if place.role in ("destination", "target"))
    return tuple(sorted({state for place in pointed if (state := state_of(place.canonical)) is not None}))


def facets_of(claim: Claim, document: Document) -> list[Facet]:
    """Return the claim under each of its item classes (one facet without an item where it names none)."""
    voice = voice_of(claim, document)
    source = parties(claim.supplier) or parties(claim.actor)
    target = target_of(claim)
    if claim.family in _MUTUAL and set(target) <= set(source):
        target = ()
    stage = _STAGES.get(claim.modality, "done")
    period = _period(claim)
    found: list[Facet] = []
    for item, thing in _things(claim):
        kind = kind_of(claim.event, thing)
        # A ship that acts is the thing itself, not somebody who does it with the ship.
        others = tuple(one for one in source if not one.startswith("vessel:")) if is_vessel(thing) else source
        key = Key(kind, "done" if stage == "alleged" else stage, others, target, thing)
        found.append(Facet(claim, document, item, voice, key, stage, period))
    return found


def _period(claim: Claim) -> Period | None:
    """The claim's period; "since" keeps that word, since its end is no more than the day of print."""
    time = claim.time
    if time is None or (time.first is None and time.last is None):
        return None
    if time.relation in ("since", "after", "from") and time.first is not None:
        return Period(time.first, time.last, words(Period(time.first)))
    return Period(time.first, time.last)


_GOING_WITH = ("visa", "voyage", "visit", "document")


def _things(claim: Claim) -> list[tuple[Item | None, str]]:
    if claim.family == "vessel" and claim.vessels:
        vessels = sorted({mention.canonical for mention in claim.vessels})
        # What two ships do with one another is one occasion, what each does alone is one each.
        together = claim.event in _TOGETHER
        return [(None, JOINT.join(vessels))] if together else [(None, vessel) for vessel in vessels]
    if not claim.items:
        return [(None, "")]
    # Visas go with workers and voyages with goods: what the deed is about is the rest.
    items = [item for item in claim.items if not item.cls.startswith(_GOING_WITH)] or list(claim.items)
    paths = {path_of(item.cls) for item in items}
    found: list[tuple[Item | None, str]] = []
    seen: set[tuple[str, object]] = set()
    for item in items:
        thing = stem(item.cls)
        # "Systems including jamming equipment" is one thing: what the same claim names more widely carries it.
        wider = [path for path in paths if thing.startswith(path + ".") and stem(path) == path]
        if wider:
            thing = min(wider, key=len)
        mark = (thing, item.quantity)
        if mark not in seen:
            seen.add(mark)
            found.append((item, thing))
    return found
