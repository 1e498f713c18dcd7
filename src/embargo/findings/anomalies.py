"""Anomalies: what is odd about a document itself, named, with the words it rests on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from embargo.findings.facets import Facet
from embargo.findings.intervals import as_worded, empty, interval, meet, spell_range
from embargo.findings.periods import day, overlap
from embargo.findings.sametext import normal
from embargo.findings.tables import number, state_name, table
from embargo.vocabulary import Anomaly, Claim, Document, Quantity, Quote, Range, state_of

_TEAM = r"(?:MSMT|Multilateral Sanctions Monitoring Team)"
_UN_ISSUER = re.compile(
    r"\b(?:U\.?N\.?|United Nations)(?:['’]s?)?\s+(?:\w+\s+)?(?:report|panel|body|team|agency|committee|watchdog)\b"
)
_COUNT = re.compile(
    r"\b(\d{1,3}|eight|nine|ten|eleven|twelve|thirteen|fourteen)[\s-]+(?:countries|nations|states|members|governments)\b",
    re.IGNORECASE,
)
_NUMBERS = {"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14}
_FOUNDED = re.compile(
    r"\b(?:set up|established|founded|formed|launched|created)\b[^.;]*?\b(20\d\d)\b", re.IGNORECASE
)


def of_claim(claim: Claim, document: Document) -> list[Anomaly]:
    """Return what is odd in one claim: issuer, count of members, founding year, day of print, units that do not convert."""
    found: list[Anomaly] = []
    text = claim.evidence.text if isinstance(claim.evidence, Quote) else ""
    heads = [speaker.canonical for speaker in claim.attribution] + [m.canonical for m in claim.actor]
    team = bool(re.search(_TEAM, text)) or "MSMT" in heads
    if team:
        found += _issuer(claim, text, heads) + _members(claim, text) + _founding(claim, text)
    found += _too_early(claim, document)
    return found


def _issuer(claim: Claim, text: str, heads: Sequence[str]) -> list[Anomaly]:
    named = _UN_ISSUER.search(text)
    if named is None and not any(head.startswith(("UN:MSMT", "UN:Multilateral")) for head in heads):
        return []
    words = "calls the MSMT's report or team one of the United Nations; the MSMT is eleven States, outside the United Nations"
    return [Anomaly(claim.document, "wrong issuer", words, (claim.id,))]


def _members(claim: Claim, text: str) -> list[Anomaly]:
    counted = _COUNT.search(text)
    if counted is None:
        return []
    said = counted.group(1).casefold()
    count = _NUMBERS.get(said) or int(said)
    listed = sorted({state for m in claim.actor if (state := state_of(m.canonical)) is not None})
    partial = re.search(r"\b(?:including|such as|among them|among others|led by)\b", text, re.IGNORECASE)
    members = int(table("voices")["msmt"]["members"])
    if len(listed) > 2 and len(listed) != count and not partial:
        names = ", ".join(state_name(state) for state in listed)
        words = f"says {count} States and lists {len(listed)}: {names}"
        return [Anomaly(claim.document, "count at odds with its list", words, (claim.id,))]
    if count != members and 8 <= count <= 14:
        words = f"says {count} States; the MSMT has {members} ({table('voices')['msmt']['source']})"
        return [Anomaly(claim.document, "count at odds with the members known", words, (claim.id,))]
    return []


def _founding(claim: Claim, text: str) -> list[Anomaly]:
    said = _FOUNDED.search(text)
    true = str(table("voices")["msmt"]["founded"])
    if said is None or not re.search(_TEAM, text) or said.group(1) == true[:4]:
        return []
    words = (
        f"dates the MSMT's founding to {said.group(1)}; it was {true} ({table('voices')['msmt']['source']})"
    )
    return [Anomaly(claim.document, "wrong year", words, (claim.id,))]


def _too_early(claim: Claim, document: Document) -> list[Anomaly]:
    print_day = document.day
    if (
        print_day is None
        or claim.modality not in ("asserted", "acknowledged", "alleged")
        or claim.polarity == "negative"
    ):
        return []
    began = claim.time.first if claim.time else None
    said = claim.said_time.first if claim.said_time else None
    late = max((value for value in (began, said) if value is not None), default=None)
    if late is None or late <= print_day:
        return []
    words = f"is dated {day(print_day)} and reports something of {day(late)}"
    return [Anomaly(document.id, "page dated before the event it reports", words, (claim.id,))]


def of_units(facets: Iterable[Facet]) -> list[Anomaly]:
    """Return tonnes and barrels that a document gives for one thing and that no factor in use brings together."""
    amounts: dict[tuple[str, object], dict[str, list[tuple[Facet, Quantity]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for facet in facets:
        quantity = facet.item.quantity if facet.item else None
        if quantity is None:
            continue
        for one in (quantity, *quantity.also):
            if one.unit in ("tonne", "barrel"):
                amounts[(facet.document.id, facet.key)][one.unit].append((facet, one))
    found: list[Anomaly] = []
    for document, key in sorted(amounts, key=repr):
        units = amounts[(document, key)]
        for tonnes_facet, tonnes in units.get("tonne", ()):
            for barrels_facet, barrels in units.get("barrel", ()):
                span, said = interval(tonnes), interval(barrels)
                if span is None or said is None or not _one_amount(tonnes_facet, barrels_facet):
                    continue
                reach = _times(span)
                if not empty(meet(reach, said)):
                    continue
                convention = table("conventions")["barrels_per_tonne"]
                words = (
                    f"gives {as_worded(tonnes)} tonnes beside {as_worded(barrels)} barrels for one flow; {convention['words']}, "
                    f"so the tonnes are {_millions(reach)} barrels ({convention['source']})"
                )
                claims = tuple(dict.fromkeys((tonnes_facet.claim.id, barrels_facet.claim.id)))
                found.append(Anomaly(document, "units that do not convert", words, claims))
    return list(dict.fromkeys(found))


def _one_amount(one: Facet, two: Facet) -> bool:
    return one.voice.id == two.voice.id and overlap(one.period, two.period)


def _times(span: Range) -> Range:
    low, high = number("barrels_per_tonne", "low"), number("barrels_per_tonne", "high")
    return Range(
        span.low * low if span.low is not None else None,
        span.high * high if span.high is not None else None,
        span.low_open,
        span.high_open,
    )


def _millions(span: Range) -> str:
    million = 1_000_000
    if span.low is not None and span.high is not None and span.low >= million // 100:
        return f"{span.low / million:.2f} to {span.high / million:.2f} million"
    return spell_range(span)


def reversed_relays(facets: Sequence[Facet]) -> tuple[dict[str, Anomaly], dict[str, list[str]]]:
    """Return the claims that turn giver and taker round against every other relay of the same origin.

    Two different texts at least must say it the other way, and only one this way. The second value names, for each key that the
    reversed claim contradicts, the reversed claims.
    """
    by_origin: dict[tuple[str, str, str, str], dict[tuple[tuple[str, ...], tuple[str, ...]], list[Facet]]] = (
        defaultdict(lambda: defaultdict(list))
    )
    for facet in facets:
        key = facet.key
        if key.kind == "transfer" and key.source and key.target and not facet.voice.unsourced:
            by_origin[(facet.voice.id, key.kind, key.stage, key.thing)][(key.source, key.target)].append(
                facet
            )
    odd: dict[str, Anomaly] = {}
    against: dict[str, list[str]] = defaultdict(list)
    for group in sorted(by_origin):
        ways = by_origin[group]
        for source, target in sorted(ways):
            if (target, source) not in ways:
                continue
            mine, others = ways[(source, target)], ways[(target, source)]
            if any(facet.voice.own for facet in mine) or _texts(mine) > 1 or _texts(others) < 2:
                continue
            for facet in mine:
                if not any(overlap(facet.period, other.period) for other in others):
                    continue
                words = (
                    f"has {' and '.join(state_name(one) for one in source)} give to {' and '.join(state_name(one) for one in target)}; "
                    f"every other relay of {facet.voice.name} has it the other way"
                )
                odd[facet.claim.id] = Anomaly(facet.document.id, "roles reversed", words, (facet.claim.id,))
                against[repr(others[0].key)].append(facet.claim.id)
    return odd, against


def _texts(facets: Sequence[Facet]) -> int:
    return len(
        {
            normal(facet.claim.evidence.text) if isinstance(facet.claim.evidence, Quote) else facet.claim.id
            for facet in facets
        }
    )
