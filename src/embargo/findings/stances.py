"""Stances: denials, acknowledgements and retractions, beside the claims and never among the numbers."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from embargo.findings.facets import Facet
from embargo.findings.intervals import numeral
from embargo.findings.lines import acknowledges
from embargo.findings.periods import ends, overlap
from embargo.findings.stems import covers
from embargo.findings.tables import table
from embargo.findings.voices import display
from embargo.vocabulary import Quote, Stance

Scope = Literal["facts", "legality", "legitimacy"]


def scope_of(facet: Facet) -> Scope:
    """Return what a denial is about: the facts, their legality, or the legitimacy of the one who reports them."""
    evidence = facet.claim.evidence
    text = evidence.text.casefold() if isinstance(evidence, Quote) else ""
    for scope in ("legitimacy", "legality"):
        if _pattern(scope).search(text):
            return "legitimacy" if scope == "legitimacy" else "legality"
    return "facts"


@cache
def _pattern(scope: str) -> re.Pattern[str]:
    words: list[str] = table("stances")[scope]
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)")


def is_denial(facet: Facet) -> bool:
    """Return whether the claim denies."""
    return facet.claim.modality == "denied" or facet.claim.event == "statement.deny"


def denial(facet: Facet) -> Stance:
    """Return the denial as a stance: who, of what scope, in words."""
    scope = scope_of(facet)
    what = {
        "facts": "denies it",
        "legality": "denies that it is unlawful",
        "legitimacy": "denies the reporter's legitimacy",
    }
    return Stance(
        "denial", facet.voice.name, facet.claim.id, scope, f"{_upper(facet.voice.name)} {what[scope]}"
    )


def acknowledgements(facets: Sequence[Facet], against: Sequence[Stance]) -> list[Stance]:
    """Return the acknowledgements among the facets; one by a party that had denied before outranks its denial."""
    found: dict[str, Stance] = {}
    deniers = {stance.party.split(":")[0] for stance in against if stance.scope == "facts"}
    for facet in facets:
        if not acknowledges(facet):
            continue
        words = f"{_upper(facet.voice.name)} acknowledges it"
        if deniers & {facet.voice.name, *(display(state) for state in facet.voice.states)}:
            words += ", which outranks its own denial"
        found.setdefault(
            facet.claim.id, Stance("acknowledgement", facet.voice.name, facet.claim.id, "facts", words)
        )
    return list(found.values())


def withdrawn(facet: Facet, retractions: Sequence[Facet]) -> Facet | None:
    """Return the retraction that takes the facet back: by the same origin, of the same figure (or of all)."""
    for taken in retractions:
        if taken.voice.id != facet.voice.id:
            continue
        gone = taken.item.quantity if taken.item else None
        said = facet.item.quantity if facet.item else None
        if gone is None or said is None or numeral(gone) == numeral(said):
            return taken
    return None


def contests(
    deny: Facet, facet_key_source: Sequence[str], facet_key_target: Sequence[str], thing: str
) -> bool:
    """Return whether a denial names no party or thing that the occasion has not."""
    # Who denies missiles does not deny whatever else "arms" may hold: the denial must name the thing, or more than it.
    if deny.key.thing and not covers(deny.key.thing, thing):
        return False
    parties = set(facet_key_source) | set(facet_key_target)
    if deny.claim.event == "statement.deny":
        named = set(deny.key.source) | set(deny.key.target)
        return bool(named) and named <= parties
    source_fits = not deny.key.source or set(deny.key.source) <= set(facet_key_source)
    target_fits = not deny.key.target or not facet_key_target or set(deny.key.target) <= set(facet_key_target)
    return source_fits and target_fits


def in_time(deny: Facet, facets: Sequence[Facet]) -> bool:
    """Return whether a denial can be about an occasion: not of another period, and not said before it began."""
    dated = [facet for facet in facets if facet.period is not None]
    if not dated:
        return True
    if deny.period is not None and not any(overlap(deny.period, facet.period) for facet in dated):
        return False
    said = (
        deny.claim.said_time.last if deny.claim.said_time and deny.claim.said_time.last else deny.document.day
    )
    return said is None or any(ends(facet.period)[0] <= said for facet in dated)


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]
