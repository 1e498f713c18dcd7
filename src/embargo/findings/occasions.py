"""Occasions: the claims that are about one event in the world, with the reasons for putting them together."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from embargo.findings.facets import Facet, Key
from embargo.findings.intervals import numeral
from embargo.findings.periods import closed, ends, inside, overlap
from embargo.findings.tables import number
from embargo.vocabulary import Period

Figure = tuple[str, tuple[Decimal, ...]]


@dataclass(slots=True)
class Occasion:
    """Facets on one event, the key they share, and why they are together. `role` says how it stands to its siblings."""

    key: Key
    facets: list[Facet]
    why: list[str] = field(default_factory=list)
    role: str = "main"


def figure(facet: Facet) -> Figure | None:
    """Return the figure a facet gives, with its unit: the key under which restatements are found."""
    quantity = facet.item.quantity if facet.item else None
    if quantity is None or quantity.bound == "vague":
        return None
    values = numeral(quantity)
    return (unit_of(facet), values) if values else None


def unit_of(facet: Facet) -> str:
    """Return the unit a facet counts in; ammunition counted without a unit is counted in rounds."""
    quantity = facet.item.quantity if facet.item else None
    unit = quantity.unit if quantity else ""
    if unit in ("", "count"):
        return "round" if facet.key.thing == "munition" else "count"
    return unit


def groups(facets: Iterable[Facet]) -> list[Occasion]:
    """Return the facets by what they are about, before time divides them.

    A claim that leaves out who, whom or the exact kind of thing joins the one group that fits it; where several fit, it
    stays by itself, since joining would guess.
    """
    by_key: dict[Key, list[Facet]] = defaultdict(list)
    for facet in facets:
        by_key[facet.key].append(facet)
    index: dict[tuple[object, ...], list[Key]] = defaultdict(list)
    for key in by_key:
        for pattern in _patterns(key):
            index[pattern].append(key)
    homes: dict[Key, Key] = {}
    for key in by_key:
        fits = [other for other in index[_question(key)] if other != key and _fuller(other, key)]
        if len(fits) == 1:
            homes[key] = fits[0]
    made: dict[Key, Occasion] = {}
    for key in sorted(by_key, key=repr):
        home = key
        while home in homes:
            home = homes[home]
        occasion = made.setdefault(home, Occasion(home, []))
        occasion.facets.extend(by_key[key])
        if home != key:
            said = ", ".join(sorted(facet.claim.id for facet in by_key[key])[:5])
            occasion.why.append(
                f"{_loose(key, home)} ({said}): only this occasion fits, and nothing contradicts it"
            )
    for occasion in made.values():
        occasion.facets.sort(key=lambda facet: facet.order)
    return [made[key] for key in sorted(made, key=repr)]


def _patterns(key: Key) -> Iterable[tuple[object, ...]]:
    tops = (key.thing, key.thing.split(".", 1)[0] + ".*")
    for source, target, thing in product((key.source, None), (key.target, None), tops):
        yield (key.kind, key.stage, source, target, thing)


def _question(key: Key) -> tuple[object, ...]:
    thing = key.thing if "." in key.thing or not key.thing else key.thing + ".*"
    return (key.kind, key.stage, key.source or None, key.target or None, thing)


def _fuller(other: Key, key: Key) -> bool:
    """Whether the other key says everything this one says, and more."""
    says = (bool(other.source) >= bool(key.source)) and (bool(other.target) >= bool(key.target))
    deeper = other.thing.count(".") >= key.thing.count(".")
    gain = (bool(other.source), bool(other.target), other.thing.count("."))
    return says and deeper and gain > (bool(key.source), bool(key.target), key.thing.count("."))


def _loose(key: Key, home: Key) -> str:
    gaps = []
    if not key.source and home.source:
        gaps.append("who acted")
    if not key.target and home.target:
        gaps.append("to whom")
    if key.thing != home.thing:
        gaps.append("the exact kind of thing")
    return "a claim that leaves open " + " and ".join(gaps or ["details"]) + " joins"


def split(group: Occasion) -> list[Occasion]:
    """Return the occasions of a group, divided by time: "additional" ones, then what lies in separate periods."""
    further = [facet for facet in group.facets if facet.claim.additional]
    rest = [facet for facet in group.facets if not facet.claim.additional]
    made = [Occasion(group.key, part, list(group.why), role) for part, role in _by_time(rest)]
    made = [piece for occasion in made for piece in _parts(occasion)]
    for part, _ in _by_time(further):
        made.append(
            Occasion(group.key, part, ["the source says that these are additional to others"], "additional")
        )
    return made


def _by_time(facets: Sequence[Facet]) -> list[tuple[list[Facet], str]]:
    """Divide by periods: those with both ends known found occasions where they overlap; the others join one."""
    anchored = [facet for facet in facets if closed(facet.period) and not facet.claim.cumulative]
    loose = [facet for facet in facets if not (closed(facet.period) and not facet.claim.cumulative)]
    anchored.sort(key=lambda facet: (*ends(facet.period), facet.order))
    anchors: list[list[Facet]] = []
    stops: list[Period] = []
    for facet in anchored:
        if stops and overlap(facet.period, stops[-1]):
            anchors[-1].append(facet)
            stops[-1] = Period(stops[-1].first, max(ends(stops[-1])[1], ends(facet.period)[1]))
        else:
            anchors.append([facet])
            stops.append(Period(*ends(facet.period)))
    if not anchors:
        return [(part, "main") for part in _sweep(loose)]
    whole: list[Facet] = []
    figures: dict[Figure, set[int]] = defaultdict(set)
    for number_, anchor in enumerate(anchors):
        for facet in anchor:
            if (said := figure(facet)) is not None:
                figures[said].add(number_)
    last_days = [ends(stop)[1] for stop in stops]
    for facet in loose:
        place = _home(facet, stops, last_days, figures)
        (anchors[place] if place is not None else whole).append(facet)
    parts: list[tuple[list[Facet], str]] = [(anchor, "main") for anchor in anchors]
    parts += [(part, "whole") for part in _sweep(whole)]
    return parts


def _home(
    facet: Facet, stops: Sequence[Period], last_days: Sequence[object], figures: dict[Figure, set[int]]
) -> int | None:
    """The anchor an open or undated claim joins, or None where it speaks of a longer time than any of them."""
    first, last = ends(facet.period)
    start = bisect_left(last_days, first)  # type: ignore[type-var]
    stop = start
    while stop < len(stops) and ends(stops[stop])[0] <= last and stop - start < 2:
        stop += 1
    touched = stop - start
    said = figure(facet)
    if said is not None and len(stops) > 1:
        same = [place for place in sorted(figures.get(said, ())) if overlap(stops[place], facet.period)]
        return same[0] if len(same) == 1 else (start if touched == 1 and facet.period is not None else None)
    return start if touched else None


def _sweep(facets: Sequence[Facet]) -> list[list[Facet]]:
    """Parts whose periods overlap; undated ones go to the first part."""
    dated = sorted((f for f in facets if f.period is not None), key=lambda f: (*ends(f.period), f.order))
    parts: list[list[Facet]] = []
    stop = None
    for facet in dated:
        first, last = ends(facet.period)
        if stop is not None and first <= stop:
            parts[-1].append(facet)
            stop = max(stop, last)
        else:
            parts.append([facet])
            stop = last
    undated = [facet for facet in facets if facet.period is None]
    if undated:
        if parts:
            parts[0].extend(undated)
        else:
            parts.append(undated)
    return parts


def _parts(occasion: Occasion) -> list[Occasion]:
    """Divide off a stretch of time for which one origin gives another figure than for the whole."""
    if occasion.role == "additional":
        return [occasion]
    days = int(number("same_statement", "days"))
    by_origin: dict[tuple[str, str], dict[tuple[Decimal, ...], Period]] = defaultdict(dict)
    for facet in occasion.facets:
        said = figure(facet)
        if (
            said is None
            or facet.period is None
            or facet.claim.cumulative
            or not closed_or_since(facet.period)
        ):
            continue
        seen = by_origin[(facet.voice.id, said[0])]
        if said[1] not in seen or _length(facet.period) > _length(seen[said[1]]):
            seen[said[1]] = facet.period
    narrow: set[tuple[Period, Figure]] = set()
    for (_, unit), periods in sorted(by_origin.items()):
        if len(periods) < 2:
            continue
        widest = max(periods.items(), key=lambda pair: (_length(pair[1]), pair[0]))
        for values, period in periods.items():
            if (
                values != widest[0]
                and inside(period, widest[1])
                and _length(widest[1]) - _length(period) > days
            ):
                narrow.add((period, (unit, values)))
    if not narrow:
        return [occasion]
    pieces: dict[tuple[Period, Figure], list[Facet]] = defaultdict(list)
    main: list[Facet] = []
    for facet in occasion.facets:
        said = figure(facet)
        mark = (facet.period, said) if facet.period is not None and said is not None else None
        if mark is not None and mark in narrow:
            pieces[mark].append(facet)
        else:
            main.append(facet)
    found = [Occasion(occasion.key, main, occasion.why, occasion.role)] if main else []
    for mark in sorted(pieces, key=lambda pair: (*ends(pair[0]), pair[1])):
        why = ["one origin gives this figure for a shorter time and another for the whole"]
        found.append(Occasion(occasion.key, pieces[mark], why, "part"))
    return found


def closed_or_since(period: Period) -> bool:
    """Return whether a figure given for the period covers a stretch with a stated beginning."""
    return period.first is not None


def _length(period: Period) -> int:
    first, last = ends(period)
    return (last - first).days
