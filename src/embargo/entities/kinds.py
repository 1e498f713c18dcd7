"""What kind of party a canonical id means, and the name in it."""

import re

from embargo.vocabulary import state_of
from embargo.vocabulary.entities import EntityKind

_PREFIXES: dict[str, EntityKind] = {
    "publisher": "publisher",
    "byline": "publisher",
    "vessel": "vessel",
    "group": "group",
    "state": "state",
}
_FIRM = re.compile(
    r"\b(?:LLC|Ltd|Limited|JSC|PJSC|OOO|ООО|Co|Corp|Corporation|Company|Inc|GmbH|Bank|Shipping|Trading)\b\.?"
)
_BODY = re.compile(
    r"\b(?:ministry|department|agency|service|committee|council|government|intelligence|office|army|navy|air force|bureau|"
    r"directorate|parliament|house|command|administration|customs|kcna|kremlin|police|institute|assembly|commission|union)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:troops|forces|soldiers|officials|workers|military|navy|sources|people)\b", re.IGNORECASE
)
_NAME = re.compile(r"^[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,4}$")


def kind_of(canonical: str, *, as_place: bool, as_speaker: bool) -> EntityKind:
    """Return the kind of entity: from the id's prefix, else from its words and from where it stands in claims."""
    if canonical == "MSMT":
        return "body"
    head, _, tail = canonical.partition(":")
    if head in _PREFIXES:
        return _PREFIXES[head]
    if not tail:
        return "state" if state_of(canonical) else "unknown"
    if head == "entity":
        return "firm" if _FIRM.search(tail) else "unknown"
    if as_place and not as_speaker:
        return "place"
    if head == "UN" or _BODY.search(tail):
        return "body"
    if _PEOPLE.search(tail):
        return "group"
    if _FIRM.search(tail):
        return "firm"
    if state_of(canonical) and _NAME.match(tail) and tail[:1] != tail[:1].casefold():
        return "person"
    return "place" if as_place else "body" if state_of(canonical) else "unknown"


def bare_name(canonical: str) -> str:
    """Return the name that the id carries: "Kursk" of "RU:Kursk", "ANGARA" of "vessel:ANGARA IMO 9179842"."""
    tail = canonical.partition(":")[2] or canonical
    return re.sub(r"\s+IMO\s*\d+$", "", tail) if canonical.startswith("vessel:") else tail
