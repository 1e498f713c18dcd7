"""One origin's word on one count: its newest running figure, each in the wording nearest to the origin itself."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from embargo.findings.facets import Facet
from embargo.findings.intervals import as_worded, empty, hull, meet, numeral
from embargo.findings.periods import differ
from embargo.findings.periods import words as _told
from embargo.findings.tables import number
from embargo.vocabulary import Contradiction, Quantity, Range


@dataclass(frozen=True, slots=True)
class Said:
    """One claim's amount: the facet, its interval, the origin it rests on, the day up to which it counts."""

    facet: Facet
    quantity: Quantity
    span: Range
    origin: str
    as_of: dt.date | None

    @property
    def worded(self) -> str:
        """The amount with its bound as worded."""
        return as_worded(self.quantity)


@dataclass(slots=True)
class Word:
    """One origin's word on one count."""

    origin: str
    name: str
    span: Range
    said: list[Said]
    as_of: dt.date | None


def as_of(facet: Facet) -> dt.date | None:
    """Return the day up to which a figure counts: the end of its period, else when it was said, else the day of print."""
    if facet.period is not None and facet.period.last is not None:
        return facet.period.last
    said = facet.claim.said_time
    if said is not None and said.last is not None:
        return said.last
    return facet.document.day


def running(facet: Facet) -> bool:
    """Return whether a figure covers everything up to its day ("so far", "by February")."""
    if facet.claim.cumulative:
        return True
    return facet.period is not None and facet.period.first is None and facet.period.last is not None


def wordings(said: Sequence[Said]) -> list[str]:
    """Return the wordings, sorted, each once."""
    return sorted({one.worded for one in said})


def one_origin(origin: str, name: str, said: list[Said]) -> tuple[Word, list[str], list[Contradiction], bool]:
    """Return one origin's word, reasons, contradictions, and whether its own publication settles them: its newest running figure, each figure in the wording nearest to the origin itself."""
    why: list[str] = []
    odd: list[Contradiction] = []
    live = _superseded(name, said, why)
    figures: dict[tuple[Decimal, ...], list[Said]] = defaultdict(list)
    for one in live:
        figures[numeral(one.quantity)].append(one)
    settled = True
    kept: list[Said] = []
    span = Range()
    spans: list[Range] = []
    for values in sorted(figures):
        relays = figures[values]
        nearest, how = _nearest(relays)
        found = _drift(name, relays, why) + _periods(name, relays)
        if found and how != "own":
            settled = False
        if found and how == "own":
            why.append(f"{name}'s own publication is here and settles the wording; the relays differ from it")
        elif len({one.span for one in relays}) > 1 and len({one.span for one in nearest}) == 1:
            why.append(
                f"the wording is taken from {'its own publication' if how == 'own' else 'the direct quotation'}"
            )
        odd += found
        one_span = nearest[0].span
        for other in nearest[1:]:
            one_span = hull(one_span, other.span)
        spans.append(one_span)
        span = meet(span, one_span)
        kept += nearest
    if empty(span):
        span = spans[0]
        for other_span in spans[1:]:
            span = hull(span, other_span)
        settled = False
        told = ", ".join(wordings(kept))
        odd.append(
            Contradiction(
                "quantity",
                f"{name} is given with figures that do not meet: {told}",
                tuple(one.facet.claim.id for one in kept),
            )
        )
    as_of = max((one.as_of for one in kept if one.as_of is not None), default=None)
    return Word(origin, name, span, kept, as_of), why, odd, settled


def _superseded(name: str, said: list[Said], why: list[str]) -> list[Said]:
    # A figure counts from the day it was first given: a later copy of an old article makes it no newer.
    first: dict[tuple[Decimal, ...], dt.date] = {}
    for one in said:
        if running(one.facet) and one.as_of is not None:
            figure = numeral(one.quantity)
            first[figure] = min(first.get(figure, one.as_of), one.as_of)
    if not first:
        return said
    newest = max(first.values())
    old = {figure for figure, day in first.items() if day < newest}
    gone = [one for one in said if running(one.facet) and numeral(one.quantity) in old]
    live = [one for one in said if not (running(one.facet) and numeral(one.quantity) in old)]
    if gone:
        told = ", ".join(wordings(gone))
        why.append(f"{name}: a newer figure up to a later day replaces {told}")
    return live


def _nearest(relays: list[Said]) -> tuple[list[Said], str]:
    own = [one for one in relays if one.facet.voice.own]
    if own:
        return own, "own"
    quoted = [one for one in relays if one.facet.voice.verbatim]
    return (quoted, "quoted") if quoted else (relays, "relayed")


def _drift(name: str, relays: list[Said], why: list[str]) -> list[Contradiction]:
    """Wordings of one figure: some drift, which is no news; some cannot be the same statement."""
    spans = {one.span: one for one in reversed(relays)}
    if len(spans) < 2:
        return []
    order = sorted(spans.values(), key=lambda one: one.worded)
    told = "; ".join(f"{one.worded} ({one.facet.document.publisher_name})" for one in order)
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if empty(meet(one.span, other.span)):
                words = f"one figure of {name} in wordings that exclude one another: {told}"
                return [Contradiction("bound", words, tuple(said.facet.claim.id for said in relays))]
    why.append(f"relays of {name} word one figure differently ({told}): drift, not new information")
    return []


def _periods(name: str, relays: list[Said]) -> list[Contradiction]:
    """Periods given by relays for one figure that cannot be the same words."""
    days = int(number("same_statement", "days"))
    periods = {period: one for one in reversed(relays) if (period := one.facet.period) is not None}
    order = sorted(periods.items(), key=lambda pair: pair[1].facet.order)
    clash = any(
        differ(one, other, days) for place, (one, _) in enumerate(order) for other, _ in order[place + 1 :]
    )
    if not clash:
        return []
    told = "; ".join(
        f"{period.words or _told(period)} ({said.facet.document.publisher_name})" for period, said in order
    )
    words = f"relays of {name} give {order[0][1].worded} for different times: {told}"
    return [Contradiction("period", words, tuple(said.facet.claim.id for said in relays))]
