"""What a reader would not have guessed, computed from the dossier and ordered by how far it is from appearances."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from embargo.reports.grouping import HAPPENED
from embargo.reports.index import Index, provision_key
from embargo.reports.tables import transfers
from embargo.reports.words import count, listed
from embargo.vocabulary import Claim, Dossier, Finding, Quantity, plain

# Barrels a tonne: from the factor newspapers use (7.5) to that of the lightest products (8.93); crude oil under the
# Council's cap (7.62) and refined products in notices to the Committee (about 8.33) lie between.
BARRELS_A_TONNE = (Decimal("7.5"), Decimal("8.93"))


class Surprise(msgspec.Struct, frozen=True):
    """One thing that appearances hide: in words, the claims it rests on, and other notes."""

    words: str
    claims: tuple[str, ...]
    notes: tuple[str, ...] = ()


def surprises(dossier: Dossier) -> tuple[str, ...]:
    """Return up to three things that a reader would not have guessed, the most telling first (fewer where fewer are)."""
    return tuple(one.words for one in surprises_of(Index(dossier))[:3])


def surprises_of(index: Index) -> list[Surprise]:
    """Return all that stand out: one of each kind first, so that three differ in kind where they can."""
    kinds = [
        echoes(index),
        relays(index),
        conversions(index),
        no_paragraph(index),
        no_line(index),
        differing(index),
        denied_and_acknowledged(index),
        one_origin(index),
        no_amount(index),
    ]
    return [kind[place] for place in range(max(map(len, kinds))) for kind in kinds if place < len(kind)]


def echoes(index: Index) -> list[Surprise]:
    """Return the findings with more documents than origins, largest gap first: "6 outlets, 1 origin"."""
    found = [f for f in index.findings.values() if f.lines.documents > f.lines.k_max > 0]
    found.sort(key=lambda f: (f.lines.k_max - f.lines.documents, f.id))
    result = []
    for finding in found:
        lines = finding.lines
        outlets = len({name for origin in lines.origins for name in origin.publishers}) or lines.documents
        many = count(outlets, "outlet") if outlets > 1 else count(lines.documents, "document")
        origins = count(lines.k_max, "origin")
        if lines.k_max > lines.k_min:
            origins = f"{lines.k_min} to {lines.k_max} origins"
        words = f"{many}, {origins}: {headline(finding.headline)} ({index.labels[finding.id]})."
        result.append(Surprise(words, finding.claims))
    return result


def relays(index: Index) -> list[Surprise]:
    """Return contradictions of period or bound inside relays of one origin: the sources copied, and not alike."""
    result = []
    for finding in index.findings.values():
        for found in finding.contradictions:
            for origin in finding.lines.origins:
                inside = [claim for claim in found.claims if claim in origin.claims]
                if len(inside) > 1 and found.kind in ("period", "bound", "quantity"):
                    words = f"Relays of one source, {origin.name}, differ in the {found.kind}: {found.words}"
                    result.append(
                        Surprise(f"{words.rstrip('.')} ({index.labels[finding.id]}).", tuple(inside))
                    )
                    break
    return result


def conversions(index: Index) -> list[Surprise]:
    """Return oil amounts given in tonnes and barrels of which no factor in trade use makes one the other."""
    result = []
    for claim in index.claims.values():
        for quantity in (item.quantity for item in claim.items if item.quantity):
            for other in quantity.also:
                words = clash(quantity, other)
                if words:
                    result.append(Surprise(words, (claim.id,)))
    return result + [s for f in index.findings.values() for s in across(index, f.id)]


def across(index: Index, finding_id: str) -> list[Surprise]:
    """Return a clash of tonnes and barrels between two claims of the same document on the same finding."""
    finding = index.findings[finding_id]
    held: dict[str, list[tuple[Claim, Quantity]]] = {}
    for claim in (index.claims[i] for i in finding.claims if i in index.claims):
        for item in claim.items:
            if item.quantity and item.cls.startswith("petroleum"):
                held.setdefault(claim.document, []).append((claim, item.quantity))
    for pairs in held.values():
        for left, one in pairs:
            for right, two in pairs:
                if left.id != right.id and (words := clash(one, two)):
                    return [Surprise(f"{words[:-1]} ({index.labels[finding_id]}).", (left.id, right.id))]
    return []


def clash(one: Quantity, two: Quantity) -> str:
    """Return in words that an amount in tonnes cannot be the one in barrels, or "" where it can."""
    tonnes, barrels = (one, two) if one.unit == "tonne" else (two, one)
    if tonnes.unit != "tonne" or barrels.unit != "barrel":
        return ""
    mass, volume = tonnes.low or tonnes.high, barrels.low or barrels.high
    if mass is None or volume is None:
        return ""
    low, high = mass * BARRELS_A_TONNE[0], mass * BARRELS_A_TONNE[1]
    if low <= volume <= high:
        return ""
    return (
        f"{int(mass):,} tonnes of oil is {int(low):,} to {int(high):,} barrels at any factor in use, "
        f"not {int(volume):,} as the source has it."
        if mass == mass.to_integral_value()
        else f"{plain(mass)} tonnes of oil cannot be {plain(volume)} barrels at any factor in use."
    )


def no_paragraph(index: Index) -> list[Surprise]:
    """Return the findings that no paragraph forbids as such, though paragraphs are argued over them."""
    result = []
    for outcome in index.outcomes:
        results = {one.result for one in outcome.assessments}
        finding = index.findings.get(outcome.fact)
        if finding and "indirect/contested" in results and not results & {"prohibited", "prohibited-unless"}:
            argued = [one for one in outcome.assessments if one.result == "indirect/contested"]
            names = listed(list(dict.fromkeys(one.citation for one in argued)))
            words = f"No paragraph forbids this as such, only arguments from {names}: {headline(finding.headline)}"
            notes = tuple(dict.fromkeys(f"provision:{provision_key(one)}" for one in argued))
            result.append(Surprise(f"{words} ({index.labels[finding.id]}).", finding.claims[:1], notes))
    return result


def no_line(index: Index) -> list[Surprise]:
    """Return those named again and again as having reported it too who are yet no line of support."""
    named: Counter[str] = Counter()
    where: dict[str, list[str]] = {}
    for claim in index.claims.values():
        for other in claim.also_reported_by:
            named[other.canonical] += 1
            where.setdefault(other.canonical, []).append(claim.id)
    origins = {origin.name for f in index.findings.values() for origin in f.lines.origins}
    ids = {origin.id for f in index.findings.values() for origin in f.lines.origins}
    result = []
    for canonical, times in sorted(named.items(), key=lambda pair: (-pair[1], pair[0])):
        name = index.name(canonical)
        if canonical not in ids and name not in origins:
            words = f"{name} is named in {count(times, 'claim')} as having reported it too, and is no line of support."
            result.append(Surprise(words, tuple(where[canonical])))
    return result


def differing(index: Index) -> list[Surprise]:
    """Return findings whose estimates do not meet."""
    return [
        Surprise(
            f"Estimates differ and do not meet: {bounds.words} ({index.labels[finding.id]}).", bounds.claims
        )
        for finding in index.findings.values()
        for bounds in finding.bounds
        if bounds.differ
    ]


def denied_and_acknowledged(index: Index) -> list[Surprise]:
    """Return findings that one party has denied and the same or another party has acknowledged."""
    result = []
    for finding in index.findings.values():
        denied = [s for s in finding.stances if s.kind == "denial"]
        owned = [s for s in finding.stances if s.kind == "acknowledgement"]
        if denied and owned:
            who = f"Denied by {index.name(denied[0].party)} and acknowledged by {index.name(owned[0].party)}"
            words = f"{who}: {headline(finding.headline)} ({index.labels[finding.id]})."
            result.append(Surprise(words, (denied[0].claim, owned[0].claim)))
    return result


def one_origin(index: Index) -> list[Surprise]:
    """Return how many findings may rest on a single origin, where that is most of them."""
    happened = [f for f in index.findings.values() if f.stage in HAPPENED and f.claims]
    single = [f for f in happened if f.lines.k_min == 1]
    if len(single) < 3 or 2 * len(single) <= len(happened):
        return []
    words = f"{len(single)} of {count(len(happened), 'finding')} may rest on a single origin each"
    return [Surprise(f"{words}, out of {count(len(index.documents), 'document')}.", firsts(single))]


def no_amount(index: Index) -> list[Surprise]:
    """Return how many transfers nobody puts a number to, where there is one."""
    moved = transfers(index)
    bare = [f for f in moved if not f.bounds]
    if not bare:
        return []
    words = f"For {len(bare)} of {count(len(moved), 'transfer')} no source states an amount."
    return [Surprise(words, firsts(bare))]


def firsts(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the first claim of each finding."""
    return tuple(f.claims[0] for f in findings if f.claims)


def headline(text: str) -> str:
    """Return the headline without its full stop, to stand inside another sentence."""
    return text.strip().rstrip(".")
