"""Sums that a text prints: 14,000 that is 11,000 and 3,000 of one origin is no third source."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from embargo.findings.facets import Facet, Key
from embargo.findings.intervals import spell
from embargo.findings.occasions import Figure, figure
from embargo.findings.periods import overlap
from embargo.findings.tables import number, table


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed total, the two facets whose figures add up to it, and the reason in words."""

    total: Facet
    left: Facet
    right: Facet
    words: str


def printed_sums(facets: Sequence[Facet]) -> list[Sum]:
    """Return the figures that are exactly the sum of two figures of one origin, given for times apart or as "additional".

    Only a voice that names no source of its own, or the origin of both parts, is taken to have added up; an investigating body
    that comes to the same total by itself keeps its claim.
    """
    by_origin: dict[str, dict[Figure, Facet]] = defaultdict(dict)
    totals: dict[Figure, list[Facet]] = defaultdict(list)
    for facet in facets:
        said = figure(facet)
        if said is not None and len(said[1]) == 1:
            by_origin[facet.voice.id].setdefault(said, facet)
            totals[said].append(facet)
    found: dict[str, Sum] = {}
    for origin in sorted(by_origin):
        figures = sorted(by_origin[origin].items(), key=lambda pair: pair[0])
        parts = [pair for pair in figures if pair[1].claim.additional]
        bases = [pair for pair in figures if not pair[1].claim.additional]
        pairs = [(base, part) for part in parts for base in bases]
        if not parts and len(bases) <= _FEW:
            pairs = [
                (one, two)
                for place, one in enumerate(bases)
                for two in bases[place + 1 :]
                if _apart(one[1], two[1])
            ]
        for ((unit, (left,)), base), ((other, (right,)), part) in pairs:
            for facet in totals.get((unit, (left + right,)), ()) if unit == other else ():
                if facet.voice.id != origin and not facet.voice.unsourced:
                    continue
                words = (
                    f"{spell(left + right)} is exactly {spell(left)} + {spell(right)}, both of {base.voice.name}: "
                    "a sum that the text prints, no further source and no line"
                )
                found.setdefault(facet.claim.id, Sum(facet, base, part, words))
    return [found[claim] for claim in sorted(found)]


def products(facets: Sequence[Facet]) -> dict[str, str]:
    """Return, for claims of rounds that are a plain multiple of the same origin's containers, the formula in words.

    Shells are often reckoned as containers times a constant; such a figure is one multiplication, however many repeat it.
    """
    containers: dict[tuple[str, Key], dict[Decimal, Facet]] = defaultdict(dict)
    for facet in facets:
        said = figure(facet)
        if (
            said is not None
            and said[0] in ("container", "count")
            and (said[0] == "container" or facet.key.thing == "container")
        ):
            containers[_flow(facet)].setdefault(said[1][0], facet)
    low, high = number("rounds_per_container", "low"), number("rounds_per_container", "high")
    convention = table("conventions")["rounds_per_container"]
    found: dict[str, str] = {}
    for facet in facets:
        said = figure(facet)
        if said is None or said[0] != "round":
            continue
        for boxes in sorted(containers.get(_flow(facet), ())):
            if boxes > 0 and low <= said[1][0] / boxes <= high:
                factor = spell((said[1][0] / boxes).quantize(Decimal(1)))
                found[facet.claim.id] = (
                    f"{spell(said[1][0])} rounds are about {factor} times the {spell(boxes)} containers of {facet.voice.name}: perhaps a "
                    f"multiplication and no count ({convention['words']}; {convention['source']})"
                )
                break
    return found


def _flow(facet: Facet) -> tuple[str, Key]:
    key = facet.key
    return facet.voice.id, Key(key.kind, key.stage, key.source, key.target, "")


# Above so many figures of one origin on one thing, chance sums are likelier than printed ones.
_FEW = 24


def _apart(one: Facet, two: Facet) -> bool:
    return one.period is not None and two.period is not None and not overlap(one.period, two.period)
