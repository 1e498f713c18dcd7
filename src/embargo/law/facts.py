"""A finding as the fact that the law is asked: conduct, sides, object, amount, day, stage."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

from embargo.vocabulary import (
    Bounds,
    Claim,
    Fact,
    FactItem,
    FactPeriod,
    FactQuantity,
    Finding,
    state_of,
)
from embargo.vocabulary.words import Stage

FactStatus = Literal["done", "attempted", "planned", "sought", "considered", "requested", "pledged", "denied"]

# What an event is in the law's closed list of conduct. An event that is not here is "other": no paragraph speaks of it.
CONDUCT = {
    "transfer.materiel": "supply",
    "transfer.commodity": "supply",
    "ship.cargo": "supply",
    "rail.cross": "supply",
    "transfer.finance": "finance",
    "finance.account": "open-branch",
    "finance.unfreeze": "finance",
    "aid.military": "assist",
    "train.personnel": "train",
    "deploy.personnel": "deploy-forces",
    "move.personnel": "deploy-forces",
    "combat.participate": "deploy-forces",
    "labour.dispatch": "authorise-work",
    "labour.repatriate": "repatriate",
    "interdict": "seize",
    "use.weapon": "use",
    "vessel.sts": "ship-to-ship",
    "vessel.ais_gap": "switch-off-ais",
    "agreement.sign": "sign",
    "report.notify": "report",
}

_STATUS: dict[Stage, FactStatus] = {
    "done": "done",
    "alleged": "done",
    "planned": "planned",
    "pledged": "pledged",
    "requested": "requested",
    "considered": "considered",
    "conditional": "considered",
    "question": "considered",
}

_SOLDIERS = (":troops", ":forces", ":soldiers", ":army")

# Units of counting people or journeys say nothing of the goods; caps and values are reckoned in these alone.
_REAL_UNITS = ("tonne", "kg", "barrel", "count", "round")


def fact_of(finding: Finding, claims: Sequence[Claim], days: Mapping[str, dt.date]) -> Fact:
    """Return the fact of a finding. `days` gives each document's day of publication, where it is known.

    Supplies named without a taker stay so. A finding that only denials speak of has the status "denied". Where no source
    says when it began, the day on which it was first told (or the last day that is known) stands in, and is said to.
    """
    mine = {claim.id: claim for claim in claims}
    told = [
        days[claim.document]
        for name in finding.claims
        if (claim := mine.get(name)) and claim.document in days
    ]
    if finding.period.last is not None:
        told.append(finding.period.last)
    conduct = CONDUCT.get(finding.event, "other")
    giver, taker, actor = finding.giver, finding.taker, finding.actor
    labour = conduct in ("authorise-work", "repatriate")
    return Fact(
        id=finding.id,
        event=finding.event,
        conduct=conduct,
        giver=giver,
        taker=taker,
        actor=actor,
        item=_item(finding, conduct, claims),
        quantity=_quantity(finding.bounds),
        date=FactPeriod(finding.period.first, finding.period.last),
        means=finding.means,
        flags=_flags(finding, claims),
        nationality=next(iter((*giver, *actor)), None) if labour else None,
        place=tuple(dict.fromkeys(place.canonical for place in finding.places)),
        status=_STATUS[finding.stage] if finding.claims else "denied",
        told=min(told) if finding.period.first is None and told else None,
        rests_on=_rests_on(finding, mine),
    )


def _item(finding: Finding, conduct: str, claims: Sequence[Claim]) -> FactItem | None:
    """The thing; where soldiers are trained and nothing more is said, those soldiers ("KP:troops")."""
    if finding.item:
        return FactItem(finding.item)
    used = set(finding.claims)
    trained = [mention.canonical for claim in claims if claim.id in used for mention in claim.recipient]
    if conduct == "train" and any(name.endswith(_SOLDIERS) for name in trained):
        return FactItem("personnel.military")
    return None


def _quantity(bounds: Sequence[Bounds]) -> FactQuantity | None:
    """The first count in a unit of goods, else of money; none where the sources disagree or give no number."""
    for bound in sorted(bounds, key=lambda one: one.unit not in _REAL_UNITS):
        span = bound.range
        if bound.differ or (span.low is None and span.high is None):
            continue
        if bound.unit not in _REAL_UNITS and not (len(bound.unit) == 3 and bound.unit.isupper()):
            continue
        return FactQuantity(
            low=span.low,
            high=span.high,
            bound=_bound(span.low_open, span.high_open, span.low == span.high),
            unit=bound.unit,
            value_usd=span.low if bound.unit == "USD" and span.low == span.high else None,
            scope="this-flow",
        )
    return None


def _bound(low_open: bool, high_open: bool, same: bool) -> str:
    if low_open:
        return "more_than"
    if high_open:
        return "less_than"
    return "exact" if same else "range"


def _flags(finding: Finding, claims: Sequence[Claim]) -> dict[str, str]:
    """The flag of a carrier where the means of carriage names its State ("RU:cargo aircraft")."""
    flags: dict[str, str] = {}
    used = set(finding.claims)
    for claim in claims:
        if claim.id not in used:
            continue
        for mention in claim.means:
            state = state_of(mention.canonical)
            if state is not None:
                flags.setdefault("aircraft" if "air" in mention.canonical.casefold() else "vessel", state)
    return flags


def _rests_on(finding: Finding, mine: Mapping[str, Claim]) -> dict[str, tuple[str, ...]]:
    """The claims behind each element, in the finding's own order."""
    own = [mine[name] for name in finding.claims if name in mine]
    named = {
        "conduct": [claim for claim in own if claim.event == finding.event],
        "parties": [claim for claim in own if claim.supplier or claim.recipient or claim.actor],
        "object": [claim for claim in own if claim.items],
        "day": [claim for claim in own if claim.time is not None],
    }
    rests = {name: tuple(claim.id for claim in found or own) for name, found in named.items()}
    if not named["day"]:
        rests["day"] = ()
    counted = tuple(dict.fromkeys(name for bound in finding.bounds for name in bound.claims))
    return {**rests, "quantity": counted}
