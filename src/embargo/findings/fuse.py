"""Fusing: the claims of a case come together into findings, in the same way for any order of input."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from embargo.findings.facets import Facet, Key
from embargo.findings.finding import Draft, build
from embargo.findings.neighbours import Place, neighbours
from embargo.findings.occasions import Occasion, groups, split
from embargo.findings.periods import ends, span
from embargo.findings.sametext import Texts
from embargo.findings.sorting import Sorted, sort_claims
from embargo.findings.stances import contests, denial, in_time, is_denial, scope_of, withdrawn
from embargo.findings.sums import printed_sums, products
from embargo.vocabulary import Anomaly, Document, Finding, Fusion, Period, Quote, Reading, Stance

FUSION_VERSION = "findings-1"


def fuse(documents: Sequence[Document], readings: Sequence[Reading]) -> Fusion:
    """Return the findings of a case, the claims that are in none with their reasons, and the anomalies of documents.

    Pure, and the same for any order of documents and readings. Raises InputError for a reading without its document.
    """
    sorted_ = sort_claims(documents, readings)
    texts = Texts(sorted([f.claim for f in _once(sorted_.supporting)], key=lambda claim: claim.id))
    occasions = _occasions(sorted_)
    attached = _attach(occasions, sorted_)
    drafts = [
        Draft(occasion, facets, tuple(attached.get(place, ())), withdrawals)
        for place, (occasion, facets, withdrawals) in enumerate(occasions)
    ]
    taken = {facet.claim.id for facets in attached.values() for facet in facets}
    drafts += _denied_only([facet for facet in sorted_.denials if facet.claim.id not in taken])
    findings = _finish(drafts, texts)
    used = {claim for finding in findings for claim in (*finding.claims, *finding.against)}
    used |= {stance.claim for finding in findings for stance in finding.stances}
    for facet in sorted_.retractions:
        if facet.claim.id not in used:
            sorted_.left_out.setdefault(facet.claim.id, "withdraws something that no claim here says")
    left_out = tuple(
        (claim, sorted_.left_out[claim]) for claim in sorted(sorted_.left_out) if claim not in used
    )
    return Fusion(findings, left_out, _in_order(sorted_.anomalies))


def _once(facets: Sequence[Facet]) -> list[Facet]:
    return list({facet.claim.id: facet for facet in facets}.values())


def _in_order(anomalies: Sequence[Anomaly]) -> tuple[Anomaly, ...]:
    return tuple(
        sorted(dict.fromkeys(anomalies), key=lambda one: (one.document, one.kind, one.words, one.claims))
    )


_Made = tuple[Occasion, list[Facet], tuple[tuple[Facet, Facet], ...]]


def _occasions(sorted_: Sorted) -> list[_Made]:
    """The occasions with what supports them, withdrawn claims taken out and kept beside."""
    taken_back: dict[Key, list[Facet]] = defaultdict(list)
    for facet in sorted_.retractions:
        taken_back[facet.key].append(facet)
    multiplied = products(sorted_.supporting)
    made: list[_Made] = []
    for group in groups(sorted_.supporting):
        totals = {one.total.claim.id: one for one in printed_sums(group.facets)}
        for claim in sorted(totals):
            sorted_.left_out.setdefault(claim, totals[claim].words)
        group.facets = [facet for facet in group.facets if facet.claim.id not in totals]
        group.why += [f"{claim} is set aside: {totals[claim].words}" for claim in sorted(totals)]
        if turned := sorted(set(sorted_.turned.get(repr(group.key), ()))):
            group.why.append(
                f"{', '.join(turned)} turns the roles round against every other relay and is left out"
            )
        back = [
            facet for key, facets in taken_back.items() if _same_matter(key, group.key) for facet in facets
        ]
        for occasion in split(group):
            gone = [(facet, by) for facet in occasion.facets if (by := withdrawn(facet, back)) is not None]
            lost = {facet.claim.id for facet, _ in gone}
            for facet, by in gone:
                sorted_.left_out.setdefault(facet.claim.id, f"withdrawn by {by.claim.id}")
            times = {multiplied[f.claim.id] for f in occasion.facets if f.claim.id in multiplied}
            occasion.why = [*occasion.why, *sorted(times)]
            made.append((occasion, [f for f in occasion.facets if f.claim.id not in lost], tuple(gone)))
    return made


def _same_matter(one: Key, two: Key) -> bool:
    return (one.kind, one.source, one.target, one.thing) == (two.kind, two.source, two.target, two.thing)


# What is said or shown is denied as such, not as the deed that a general denial is about.
_SPOKEN = ("report", "statement", "visit")


def _attach(occasions: Sequence[_Made], sorted_: Sorted) -> dict[int, list[Facet]]:
    """Denials by the occasion they contest. A denial of legitimacy goes to reports of the one it attacks, nowhere else."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, (occasion, _, _) in enumerate(occasions):
        if occasion.key.stage == "done":
            for party in {"", *occasion.key.source, *occasion.key.target}:
                index[(occasion.key.kind, party)].append(place)
                if not occasion.key.kind.startswith(_SPOKEN):
                    index[("", party)].append(place)
    attached: dict[int, list[Facet]] = defaultdict(list)
    fits: dict[tuple[object, ...], list[int]] = {}
    for facet in sorted(sorted_.denials, key=lambda one: one.order):
        if scope_of(facet) == "legitimacy":
            places = [place for place in index[("report.publish", "")] if _attacks(facet, occasions[place])]
        else:
            general = facet.claim.event == "statement.deny"
            mark = (general, facet.key)
            if mark not in fits:
                party = next(iter((*facet.key.source, *(facet.key.target if general else ()))), "")
                near = index[("" if general else facet.key.kind, party)]
                fits[mark] = [place for place in near if contests(facet, *_sides(occasions[place][0].key))]
            places = [place for place in fits[mark] if in_time(facet, occasions[place][1])]
        for place in places:
            if facet.claim.id not in {other.claim.id for other in attached[place][-1:]}:
                attached[place].append(facet)
    return {place: facets for place, facets in attached.items() if facets}


def _sides(key: Key) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    return key.source, key.target, key.thing


def _attacks(facet: Facet, made: _Made) -> bool:
    """Whether a denial of legitimacy names the team whose report the occasion is."""
    names = ("MSMT", "Multilateral Sanctions Monitoring Team")
    quote = facet.claim.evidence
    denied = quote.text if isinstance(quote, Quote) else ""
    if not any(name in denied for name in names) and "MSMT" not in (*facet.key.source, *facet.key.target):
        return False
    for report in made[1]:
        said = report.claim.evidence.text if isinstance(report.claim.evidence, Quote) else ""
        if "MSMT" in report.key.source or report.voice.id == "MSMT" or any(name in said for name in names):
            return True
    return False


def _denied_only(denials: Sequence[Facet]) -> list[Draft]:
    drafts = []
    for group in groups(denials):
        group.role = "denied only"
        drafts.append(Draft(group, [], tuple(group.facets), ()))
    return drafts


@dataclass(slots=True)
class _Named:
    draft: Draft
    id: str = ""
    places: list[Place] = field(default_factory=list)


_ROLES = {"main": 0, "part": 1, "whole": 1, "additional": 1, "denied only": 2}


def _finish(drafts: Sequence[Draft], texts: Texts) -> tuple[Finding, ...]:
    """Ids in words, numbered in order of period where several share them; then neighbours; then the findings."""
    by_base: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_base[draft.base].append(draft)
    named: list[tuple[str, Draft]] = []
    for base in sorted(by_base):
        order = sorted(
            by_base[base], key=lambda draft: (_ROLES[draft.occasion.role], *ends(_period(draft)), draft.first)
        )
        named += [(base if place == 0 else f"{base}-{place + 1}", draft) for place, draft in enumerate(order)]
    near = neighbours(
        [
            Place(one, draft.occasion.key, draft.occasion.role, _period(draft))
            for one, draft in named
            if draft.occasion.role != "denied only"
        ]
    )
    heads: dict[Key, Draft] = {}
    for _, draft in named:
        if draft.occasion.role == "main":
            heads.setdefault(draft.occasion.key, draft)
    further: dict[Key, list[Draft]] = defaultdict(list)
    for _, draft in named:
        if draft.occasion.role == "additional":
            further[draft.occasion.key].append(draft)
    findings = []
    for one, draft in named:
        key = draft.occasion.key
        more = further.get(key, []) if heads.get(key) is draft else []
        stances: tuple[Stance, ...] = tuple(denial(facet) for facet in draft.denials if is_denial(facet))
        findings.append(build(one, draft, texts, near.get(one, ()), stances, more))
    return tuple(findings)


def _period(draft: Draft) -> Period:
    periods = [facet.period for facet in draft.facets if facet.period is not None]
    return span(periods) if periods else Period()
