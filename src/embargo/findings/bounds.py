"""Bounds: what the claims on an occasion say together of one count, by interval arithmetic in exact numbers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from embargo.findings.facets import Facet
from embargo.findings.intervals import as_worded, empty, hull, interval, meet, numeral, spell_range
from embargo.findings.occasions import unit_of
from embargo.findings.periods import differ
from embargo.findings.periods import words as _told
from embargo.findings.tables import number, table
from embargo.vocabulary import Bounds, Contradiction, Quantity, Range


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The bounds of an occasion, its contradictions of number and period, and which bounds are open to dispute."""

    bounds: tuple[Bounds, ...]
    contradictions: tuple[Contradiction, ...]
    disputed: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Said:
    facet: Facet
    quantity: Quantity
    span: Range
    origin: str
    as_of: dt.date | None

    @property
    def worded(self) -> str:
        return as_worded(self.quantity)


@dataclass(slots=True)
class _Word:
    """One origin's word on one count."""

    origin: str
    name: str
    span: Range
    said: list[_Said]
    as_of: dt.date | None


def reckon(facets: Sequence[Facet], origin_of: dict[str, str], names: dict[str, str]) -> Reckoning:
    """Return bounds and contradictions of number for the facets of one occasion."""
    counts: dict[tuple[str, bool], list[_Said]] = defaultdict(list)
    for facet in facets:
        quantity = facet.item.quantity if facet.item else None
        span = interval(quantity) if quantity is not None else None
        if quantity is None or span is None:
            continue
        scope = bool(facet.claim.vessels) and facet.claim.family != "vessel"
        said = _Said(facet, quantity, span, origin_of[facet.claim.id], _as_of(facet))
        counts[(unit_of(facet), scope)].append(said)
    bounds: list[Bounds] = []
    contradictions: list[Contradiction] = []
    disputed: set[int] = set()
    for unit, scope in sorted(counts):
        one, odd, open_ = _count(unit, counts[(unit, scope)], names)
        if scope:
            one = _with_why(
                one, "counts what named vessels carried only, so it is no rival of a count over all"
            )
        if open_:
            disputed.add(len(bounds))
        bounds.append(one)
        contradictions += odd
    order = sorted(range(len(bounds)), key=lambda place: (-len(bounds[place].rests_on), bounds[place].unit))
    return Reckoning(
        tuple(bounds[place] for place in order),
        tuple(contradictions),
        frozenset(new for new, place in enumerate(order) if place in disputed),
    )


def _with_why(bound: Bounds, words: str) -> Bounds:
    return Bounds(
        bound.counted,
        bound.unit,
        bound.range,
        bound.words,
        bound.floor,
        bound.rests_on,
        bound.claims,
        bound.differ,
        (words, *bound.why),
    )


def _as_of(facet: Facet) -> dt.date | None:
    """The day up to which a figure counts: the end of its period, else when it was said, else the day of print."""
    if facet.period is not None and facet.period.last is not None:
        return facet.period.last
    said = facet.claim.said_time
    if said is not None and said.last is not None:
        return said.last
    return facet.document.day


def _running(facet: Facet) -> bool:
    """Whether a figure covers everything up to its day ("so far", "by February")."""
    if facet.claim.cumulative:
        return True
    return facet.period is not None and facet.period.first is None and facet.period.last is not None


def _count(
    unit: str, all_said: list[_Said], names: dict[str, str]
) -> tuple[Bounds, list[Contradiction], bool]:
    why: list[str] = []
    odd: list[Contradiction] = []
    disputed = False
    by_origin: dict[str, list[_Said]] = defaultdict(list)
    for said in all_said:
        by_origin[said.origin].append(said)
    spoken: list[_Word] = []
    for origin in sorted(by_origin):
        one, reasons, found, settled = _one_origin(origin, names.get(origin, origin), by_origin[origin])
        spoken.append(one)
        why += reasons
        odd += found
        disputed = disputed or (bool(found) and not settled)
    latest = max((one.as_of for one in spoken if one.as_of is not None), default=None)
    slack = dt.timedelta(days=int(number("same_statement", "days")))
    span = Range()
    used: list[tuple[_Word, Range]] = []
    for one in spoken:
        said_span = one.span
        behind = latest is not None and one.as_of is not None and latest - one.as_of > slack
        if behind and all(_running(said.facet) for said in one.said) and said_span.high is not None:
            said_span = Range(low=said_span.low, low_open=said_span.low_open)
            why.append(
                f"{one.name} counts up to an earlier day, so its figure is a floor here and no ceiling"
            )
        used.append((one, said_span))
        span = meet(span, said_span)
    apart = empty(span)
    if apart:
        span = used[0][1]
        for _, said_span in used[1:]:
            span = hull(span, said_span)
        disputed = True
        told = "; ".join(f"{one.name}: {', '.join(_wordings(one.said))}" for one, _ in used)
        claims = tuple(said.facet.claim.id for one, _ in used for said in one.said)
        odd.append(Contradiction("quantity", f"estimates differ: {told}", claims))
        why.append(
            "no number fits all of them, so the range shown is the stretch from the lowest to the highest"
        )
    rests = tuple(one.origin for one, said_span in used if apart or _holds_an_end(said_span, span))
    if any(said.quantity.bound == "about" for one in spoken for said in one.said):
        why.append(str(table("conventions")["about"]["words"]))
    also = sorted(
        {
            f"{as_worded(said.quantity)} {unit} = {as_worded(other)} {other.unit}"
            for one in spoken
            for said in one.said
            for other in said.quantity.also
        }
    )
    why += [f"one amount, given twice: {text}" for text in also]
    floors = [
        (s.low, s.low_open, one)
        for one, s in ((one, one.span) for one in spoken)
        if s.low is not None and (s.low > 0 or s.low_open)
    ]
    floor = "no floor stated"
    if floors:
        low, low_open, _ = min(floors, key=lambda entry: (entry[0], entry[1]))
        floor = spell_range(Range(low=low, low_open=low_open))
    claims = tuple(dict.fromkeys(said.facet.claim.id for one in spoken for said in one.said))
    counted = all_said[0].facet.key.thing
    words = _words(span, spoken)
    return (
        Bounds(counted, unit, span, words, floor, rests, claims, apart, tuple(dict.fromkeys(why))),
        odd,
        disputed,
    )


def _holds_an_end(one: Range, span: Range) -> bool:
    low = one.low is not None and one.low == span.low and one.low_open == span.low_open
    high = one.high is not None and one.high == span.high and one.high_open == span.high_open
    return low or high


def _words(span: Range, spoken: Sequence[_Word]) -> str:
    """As worded where one wording makes the range; the range itself otherwise."""
    wordings = [(said.span, said.worded) for one in spoken for said in one.said]
    for said_span, worded in sorted(wordings, key=lambda pair: pair[1]):
        if said_span == span:
            return worded
    return spell_range(span)


def _wordings(said: Sequence[_Said]) -> list[str]:
    return sorted({one.worded for one in said})


def _one_origin(
    origin: str, name: str, said: list[_Said]
) -> tuple[_Word, list[str], list[Contradiction], bool]:
    """One origin's word: its newest running figure, each figure in the wording nearest to the origin itself."""
    why: list[str] = []
    odd: list[Contradiction] = []
    live = _superseded(name, said, why)
    figures: dict[tuple[Decimal, ...], list[_Said]] = defaultdict(list)
    for one in live:
        figures[numeral(one.quantity)].append(one)
    settled = True
    kept: list[_Said] = []
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
        told = ", ".join(_wordings(kept))
        odd.append(
            Contradiction(
                "quantity",
                f"{name} is given with figures that do not meet: {told}",
                tuple(one.facet.claim.id for one in kept),
            )
        )
    as_of = max((one.as_of for one in kept if one.as_of is not None), default=None)
    return _Word(origin, name, span, kept, as_of), why, odd, settled


def _superseded(name: str, said: list[_Said], why: list[str]) -> list[_Said]:
    running = [one for one in said if _running(one.facet) and one.as_of is not None]
    if not running:
        return said
    newest = max(one.as_of for one in running if one.as_of is not None)
    figures = {numeral(one.quantity) for one in running if one.as_of == newest}
    live = [one for one in said if one not in running or numeral(one.quantity) in figures]
    gone = [one for one in running if numeral(one.quantity) not in figures]
    if gone:
        told = ", ".join(_wordings(gone))
        why.append(f"{name}: a newer figure up to a later day replaces {told}")
    return live


def _nearest(relays: list[_Said]) -> tuple[list[_Said], str]:
    own = [one for one in relays if one.facet.voice.own]
    if own:
        return own, "own"
    quoted = [one for one in relays if one.facet.voice.verbatim]
    return (quoted, "quoted") if quoted else (relays, "relayed")


def _drift(name: str, relays: list[_Said], why: list[str]) -> list[Contradiction]:
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


def _periods(name: str, relays: list[_Said]) -> list[Contradiction]:
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
