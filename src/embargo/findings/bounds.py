"""Bounds: what the claims on an occasion say together of one count, by interval arithmetic in exact numbers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from embargo.findings.facets import Facet
from embargo.findings.intervals import as_worded, empty, hull, interval, meet, spell_range
from embargo.findings.occasions import unit_of
from embargo.findings.oneword import Said, Word, as_of, one_origin, running, wordings
from embargo.findings.tables import number, table
from embargo.vocabulary import Bounds, Contradiction, Range


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The bounds of an occasion, its contradictions of number and period, and which bounds are open to dispute."""

    bounds: tuple[Bounds, ...]
    contradictions: tuple[Contradiction, ...]
    disputed: frozenset[int]


def reckon(facets: Sequence[Facet], origin_of: dict[str, str], names: dict[str, str]) -> Reckoning:
    """Return bounds and contradictions of number for the facets of one occasion."""
    counts: dict[tuple[str, bool], list[Said]] = defaultdict(list)
    for facet in facets:
        quantity = facet.item.quantity if facet.item else None
        span = interval(quantity) if quantity is not None else None
        if quantity is None or span is None:
            continue
        scope = bool(facet.claim.vessels) and facet.claim.family != "vessel"
        said = Said(facet, quantity, span, origin_of[facet.claim.id], as_of(facet))
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


def _count(
    unit: str, all_said: list[Said], names: dict[str, str]
) -> tuple[Bounds, list[Contradiction], bool]:
    why: list[str] = []
    odd: list[Contradiction] = []
    disputed = False
    by_origin: dict[str, list[Said]] = defaultdict(list)
    for said in all_said:
        by_origin[said.origin].append(said)
    spoken: list[Word] = []
    for origin in sorted(by_origin):
        one, reasons, found, settled = one_origin(origin, names.get(origin, origin), by_origin[origin])
        spoken.append(one)
        why += reasons
        odd += found
        disputed = disputed or (bool(found) and not settled)
    latest = max((one.as_of for one in spoken if one.as_of is not None), default=None)
    slack = dt.timedelta(days=int(number("same_statement", "days")))
    shut = max((day for one in spoken if (day := _shut(one)) is not None), default=None)
    span = Range()
    used: list[tuple[Word, Range]] = []
    for one in spoken:
        said_span = one.span
        behind = latest is not None and one.as_of is not None and latest - one.as_of > slack
        if behind and all(running(said.facet) for said in one.said) and said_span.high is not None:
            said_span = Range(low=said_span.low, low_open=said_span.low_open)
            why.append(
                f"{one.name} counts up to an earlier day, so its figure is a floor here and no ceiling"
            )
        if shut is not None and _runs_past(one, shut + slack) and said_span.low is not None:
            said_span = Range(high=said_span.high, high_open=said_span.high_open)
            why.append(
                f"{one.name} counts everything up to a later day ({', '.join(wordings(one.said))}), so its figure is a "
                "ceiling here and no floor"
            )
        used.append((one, said_span))
        span = meet(span, said_span)
    apart = empty(span)
    if apart:
        span = used[0][1]
        for _, said_span in used[1:]:
            span = hull(span, said_span)
        disputed = True
        told = "; ".join(f"{one.name}: {', '.join(wordings(one.said))}" for one, _ in used)
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
    # A figure that is no floor here cannot be the floor that is released; one set back to a floor still can.
    floors = [
        (one.span.low, one.span.low_open)
        for one, said_span in used
        if said_span.low is not None and one.span.low is not None and (one.span.low > 0 or one.span.low_open)
    ]
    floor = "no floor stated"
    if floors:
        low, low_open = min(floors)
        floor = _words(Range(low=low, low_open=low_open), spoken)
    claims = tuple(dict.fromkeys(said.facet.claim.id for one in spoken for said in one.said))
    counted = all_said[0].facet.key.thing
    words = _words(span, spoken)
    return (
        Bounds(counted, unit, span, words, floor, rests, claims, apart, tuple(dict.fromkeys(why))),
        odd,
        disputed,
    )


def _shut(one: Word) -> dt.date | None:
    """The last day of the stretch that an origin's figure is for, where each of its claims gives both ends."""
    periods = [said.facet.period for said in one.said]
    days = [period.last for period in periods if period is not None and period.first is not None]
    return max((day for day in days if day is not None), default=None) if len(days) == len(periods) else None


def _runs_past(one: Word, day: dt.date) -> bool:
    """Whether an origin's figure is a running total up to a day after that one."""
    return one.as_of is not None and one.as_of > day and all(running(said.facet) for said in one.said)


def _holds_an_end(one: Range, span: Range) -> bool:
    low = one.low is not None and one.low == span.low and one.low_open == span.low_open
    high = one.high is not None and one.high == span.high and one.high_open == span.high_open
    return low or high


def _words(span: Range, spoken: Sequence[Word]) -> str:
    """As worded where one wording makes the range; the range itself otherwise."""
    wordings = [(said.span, said.worded) for one in spoken for said in one.said]
    for said_span, worded in sorted(wordings, key=lambda pair: pair[1]):
        if said_span == span:
            return worded
    return spell_range(span)
