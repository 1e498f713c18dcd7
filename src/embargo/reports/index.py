"""The dossier's index: which claim stands in which document, what every finding and assessment is called."""

from embargo.geography import called, state_name
from embargo.reports.grouping import Group, groups
from embargo.reports.words import slug
from embargo.vocabulary import (
    Assessment,
    Claim,
    Document,
    Dossier,
    Finding,
    Outcome,
    Quote,
    page_of,
    state_of,
)

# At most so many footnotes on one sentence; the rest is in the evidence list and in claims.csv, and said to be there.
CITES = 6


class Index:
    """Look-ups over one dossier, all in its own order; built once a rendering."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.documents: dict[str, Document] = {document.id: document for document in dossier.documents}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in dossier.claims}
        self.entity_names: dict[str, str] = {entity.id: entity.name for entity in dossier.entities}
        self.groups: tuple[Group, ...] = groups(dossier.findings, self.name)
        ordered = [finding for group in self.groups for finding in group.findings]
        self.findings: dict[str, Finding] = {finding.id: finding for finding in ordered}
        self.labels: dict[str, str] = {finding.id: f"F{n}" for n, finding in enumerate(ordered, 1)}
        # Which findings are set out in full; the composer narrows it in a large case.
        self.full: frozenset[str] = frozenset(self.findings)
        self.by_fact: dict[str, tuple[Outcome, ...]] = {}
        for outcome in dossier.outcomes:
            self.by_fact[outcome.fact] = (*self.by_fact.get(outcome.fact, ()), outcome)
        known = [outcome for finding in ordered for outcome in self.outcomes_of(finding.id)]
        others = [outcome for outcome in dossier.outcomes if outcome.fact not in self.findings]
        self.outcomes: tuple[Outcome, ...] = tuple(known + others)
        assessed = [assessment for outcome in self.outcomes for assessment in outcome.assessments]
        self.assessments: dict[str, Assessment] = {assessment.id: assessment for assessment in assessed}
        # The parties that one paragraph binds in one fact stand together under one label.
        self.paragraphs: dict[tuple[str, str, str], tuple[Assessment, ...]] = {}
        for one in assessed:
            key = (one.fact, one.pack, one.provision)
            self.paragraphs[key] = (*self.paragraphs.get(key, ()), one)
        # One note a paragraph serves every finding that it is put to.
        self.provisions: dict[str, Assessment] = {}
        for one in assessed:
            if one.result != "not-covered":
                self.provisions.setdefault(provision_key(one), one)
        self.assessment_labels = {
            one.id: f"A{n}" for n, together in enumerate(self.paragraphs.values(), 1) for one in together
        }
        self.withheld = frozenset(
            document.id for document in dossier.documents if not visible(document, dossier.audience)
        )

    def name(self, canonical: str) -> str:
        """Return what a reader calls the party: "DPRK", "Kursk", "Angara (IMO 9179842)"."""
        state = state_name(canonical)
        if state != canonical:
            return state
        if canonical in self.entity_names:
            return self.entity_names[canonical]
        if canonical.startswith("vessel:"):
            name, mark, imo = canonical[len("vessel:") :].partition(" IMO ")
            return f"{name} (IMO {imo})" if mark else name
        head, mark, rest = canonical.partition(":")
        if not mark:
            return canonical
        if rest == "troops":
            return f"{self.name(head)} troops"
        return self.name(rest) if head == "state" else rest

    def place(self, canonical: str) -> str:
        """Return a place with its State: "Kursk (Russia)", "eastern Russia"."""
        if (known := called(canonical)) is not None:
            return known
        name, state = self.name(canonical), state_of(canonical)
        return f"{name} ({state_name(state)})" if state and ":" in canonical and "(" not in name else name

    def outcomes_of(self, finding: str) -> tuple[Outcome, ...]:
        """Return the outcomes of the law for one finding."""
        return self.by_fact.get(finding, ())

    def together(self, outcome: Outcome) -> tuple[tuple[Assessment, ...], ...]:
        """Return the assessments of an outcome, those of one paragraph together."""
        seen = dict.fromkeys((one.fact, one.pack, one.provision) for one in outcome.assessments)
        return tuple(self.paragraphs[key] for key in seen)

    def publisher(self, document: Document) -> str:
        """Return what a reader calls the publisher: "Ministry of Defence (South Korea)", "publisher unknown"."""
        name = document.publisher_name
        state = state_of(name)
        if state is None or ":" not in name:
            return state_name(name) if state else name
        return f"{self.name(name)} ({state_name(state)})"

    def page(self, claim: Claim) -> int | None:
        """Return the page on which the claim's quote begins, where its document has pages."""
        text = self.dossier.texts.get(claim.document)
        if text is None or not isinstance(claim.evidence, Quote):
            return None
        return page_of(text, claim.evidence.start)

    def spread(self, claims: tuple[str, ...], most: int = CITES) -> tuple[str, ...]:
        """Return keys of notes for up to `most` of the claims: one a document first, then the others, in order."""
        known = [claim for claim in claims if claim in self.claims]
        first: dict[str, str] = {}
        for claim in known:
            first.setdefault(self.claims[claim].document, claim)
        picked = list(first.values()) + [claim for claim in known if claim not in first.values()]
        return tuple(f"claim:{claim}" for claim in picked[:most])

    def one_an_origin(self, finding: Finding) -> tuple[str, ...]:
        """Return keys of notes: one claim of each origin of the finding, or any of its claims where none is named."""
        first = tuple(origin.claims[0] for origin in finding.lines.origins if origin.claims)
        return self.spread(first or finding.claims or finding.against, 4)

    def anchor(self, finding: str) -> str:
        """Return the anchor of a finding."""
        return "finding-" + slug(finding)

    def assessment_anchor(self, assessment: str) -> str:
        """Return the anchor of an assessment."""
        return "assessment-" + self.assessment_labels[assessment]


def provision_key(one: Assessment) -> str:
    """Return the name of a paragraph in notes: "un_dprk/1718/8/b"."""
    return f"{one.pack}/{one.provision}"


def visible(document: Document, audience: str) -> bool:
    """Return whether the audience may see the document; a contribution without a caveat is for participants."""
    given = document.contributor.value or document.kind.value == "contribution"
    caveat = document.caveat.value or ("participants" if given else "public")
    return caveat == "public" or (caveat != "withheld" and audience != "public")
