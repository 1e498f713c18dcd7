"""Findings by direction of flow, and the order in which a reader meets them."""

from collections.abc import Callable

import msgspec

from embargo.reports.words import slug
from embargo.vocabulary import Finding, state_of

HAPPENED = ("done", "alleged")
PEOPLE = (
    "deploy.personnel",
    "move.personnel",
    "train.personnel",
    "capture.personnel",
    "casualty",
    "combat.participate",
    "labour.dispatch",
    "labour.repatriate",
)
FAMILIES = {
    "use": "use",
    "presence": "use",
    "conceal": "routes",
    "customs": "routes",
    "evade": "routes",
    "vessel": "routes",
    "rail": "routes",
    "interdict": "routes",
    "ship": "routes",
    "report": "statements",
    "statement": "statements",
    "law": "statements",
    "visit": "statements",
    "agreement": "statements",
    "sanction": "other",
}
TITLES = {
    "people": "People: troops, training and workers",
    "use": "Use and presence of weapons",
    "routes": "Routes, vessels and concealment",
    "other": "Other conduct",
    "statements": "Agreements, visits and statements",
    "announced": "Announced, requested or considered: not done",
}


class Group(msgspec.Struct, frozen=True):
    """Findings under one heading: `key` is what `{{findings:KEY}}` takes."""

    key: str
    title: str
    findings: tuple[Finding, ...]


def key_of(finding: Finding) -> str:
    """Return the key of the group that the finding belongs to: "KP-RU", "people", "announced"."""
    if finding.stage not in HAPPENED:
        return "announced"
    if finding.event in PEOPLE or finding.item.startswith(("personnel", "labour")):
        return "people"
    family = finding.event.split(".", 1)[0]
    if family in FAMILIES:
        return FAMILIES[family]
    giver, taker = ends(finding)
    return f"{slug(giver)}-{slug(taker)}" if giver and taker else "other"


def ends(finding: Finding) -> tuple[str, str]:
    """Return the States (or the parties, where no State is known) that give and take, "" where none is named."""

    def side(parties: tuple[str, ...]) -> str:
        return (state_of(parties[0]) or parties[0]) if parties else ""

    return side(finding.giver or finding.actor), side(finding.taker)


def bare(name: str) -> str:
    """Return the name to stand alone, without its article: "United States"."""
    return name.removeprefix("the ")


def weight(finding: Finding) -> tuple[int, int, int, str]:
    """Return the sorting key within a group: more lines first, then more documents, more claims, then the id."""
    return (-finding.lines.k_min, -finding.lines.documents, -len(finding.claims), finding.id)


def groups(findings: tuple[Finding, ...], name: Callable[[str], str]) -> tuple[Group, ...]:
    """Return the findings in groups: flows first (the largest first), then people, use, routes, others, announced."""
    sorted_into: dict[str, list[Finding]] = {}
    for finding in findings:
        sorted_into.setdefault(key_of(finding), []).append(finding)
    flows = sorted((key for key in sorted_into if key not in TITLES), key=lambda k: (-len(sorted_into[k]), k))
    result = []
    for key in [*flows, *(key for key in TITLES if key in sorted_into)]:
        members = tuple(sorted(sorted_into[key], key=weight))
        giver, taker = ends(members[0])
        title = TITLES.get(key) or f"{bare(name(giver))} to {name(taker)}"
        result.append(Group(key, title, members))
    return tuple(result)
