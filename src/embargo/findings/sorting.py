"""Sorting claims before they come together: what supports, what denies, what is no event, each with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from embargo.errors import InputError
from embargo.findings.anomalies import of_claim, of_units, reversed_relays
from embargo.findings.facets import Facet, facets_of
from embargo.findings.stances import is_denial
from embargo.vocabulary import Anomaly, Claim, Document, Reading

_LAW = "is law that the text cites, no event"
_ABSENT = "says that something is not confirmed or did not happen: it supports nothing and denies nothing"


@dataclass(slots=True)
class Sorted:
    """The facets of a case by what they can do for a finding; `left_out` maps a claim to its reason."""

    supporting: list[Facet] = field(default_factory=list)
    denials: list[Facet] = field(default_factory=list)
    retractions: list[Facet] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    anomalies: list[Anomaly] = field(default_factory=list)
    turned: dict[str, list[str]] = field(default_factory=dict)


def sort_claims(documents: Sequence[Document], readings: Sequence[Reading]) -> Sorted:
    """Return the claims of all readings, sorted. Raises InputError for a reading whose document is not given."""
    by_id = {document.id: document for document in documents}
    sorted_ = Sorted()
    facets: list[Facet] = []
    for claim in _claims(readings):
        document = by_id.get(claim.document)
        if document is None:
            raise InputError(
                f"claim {claim.id} rests on document {claim.document}, which is not among the {len(by_id)} documents given",
                "every reading's document beside the readings",
                "pass the documents that were read to fuse",
            )
        sorted_.anomalies += of_claim(claim, document)
        if claim.family == "law":
            sorted_.left_out[claim.id] = _LAW
        elif claim.modality == "retracted":
            sorted_.retractions += facets_of(claim, document)
        else:
            found = facets_of(claim, document)
            if is_denial(found[0]):
                sorted_.denials += found
            elif claim.polarity == "negative":
                sorted_.left_out[claim.id] = _ABSENT
            else:
                facets += found
    odd, sorted_.turned = reversed_relays(facets)
    for claim_id in sorted(odd):
        sorted_.left_out[claim_id] = "turns the roles round against every other relay of the same origin"
        sorted_.anomalies.append(odd[claim_id])
    sorted_.supporting = [facet for facet in facets if facet.claim.id not in odd]
    sorted_.anomalies += of_units(sorted_.supporting)
    return sorted_


def _claims(readings: Iterable[Reading]) -> list[Claim]:
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    return [claims[one] for one in sorted(claims)]
