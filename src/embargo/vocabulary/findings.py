"""Findings: the claims on one occasion, fused, with every reason printed."""

from typing import Literal

import msgspec

from embargo.vocabulary.amounts import Range
from embargo.vocabulary.mentions import Mention
from embargo.vocabulary.times import Period
from embargo.vocabulary.words import Access, Stage, Status


class Origin(msgspec.Struct, frozen=True):
    """The party on whose word or instrument claims finally rest, and how each document comes to it."""

    id: str
    name: str
    access: Access
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    publishers: tuple[str, ...]
    why: str
    against_interest: bool = False


TieGrade = Literal["may share an origin", "same text", "relays", "member of"]


class Tie(msgspec.Struct, frozen=True):
    """A dependence between two origins, or the possibility of one, with its reason."""

    left: str
    right: str
    grade: TieGrade
    why: str


class Lines(msgspec.Struct, frozen=True):
    """Lines of support as an interval: `k_min` treats every possible shared origin as shared, `k_max` as not."""

    k_min: int
    k_max: int
    documents: int
    origins: tuple[Origin, ...]
    ties: tuple[Tie, ...]
    why: str


class Bounds(msgspec.Struct, frozen=True):
    """What the claims together say of one count: lowest and highest, as worded, what it rests on, how reckoned.

    `counted` is an item class, `unit` its unit. `range` is the interval that no live claim contradicts; `floor` is the
    lowest of the floors that single origins state (what may be released); both in `unit`. `differ` says that the
    claims' intervals do not meet: estimates differ, and `range` is then their hull.
    """

    counted: str
    unit: str
    range: Range
    words: str
    floor: str
    rests_on: tuple[str, ...]
    claims: tuple[str, ...]
    differ: bool
    why: tuple[str, ...]


StanceKind = Literal["denial", "acknowledgement", "retraction"]


class Stance(msgspec.Struct, frozen=True):
    """A party's own position on the occasion, beside the claims and never among the numbers."""

    kind: StanceKind
    party: str
    claim: str
    scope: Literal["facts", "legality", "legitimacy"]
    words: str


ContradictionKind = Literal["period", "bound", "quantity", "place", "item", "direction", "stage"]


class Contradiction(msgspec.Struct, frozen=True):
    """Two or more claims on the occasion that cannot both be right as worded, in plain words."""

    kind: ContradictionKind
    words: str
    claims: tuple[str, ...]


class Near(msgspec.Struct, frozen=True):
    """Another finding that is close but another occasion, and how it is linked."""

    finding: str
    relation: Literal[
        "additional to",
        "part of",
        "includes",
        "moves the same people",
        "launched out of received",
        "other period",
    ]
    why: str


class Confidence(msgspec.Struct, frozen=True):
    """Confidence by a printed decision list, apart for the event and for its number (None: no number)."""

    event: Literal["high", "moderate", "low", "none"]
    number: Literal["high", "moderate", "low", "none"] | None
    reasons: tuple[str, ...]


class Finding(msgspec.Struct, frozen=True):
    """The claims on one occasion, fused.

    `id` is readable and stable: family, giver, taker, item ("transfer-kp-ru-missile-ballistic", with "-2" and so on where
    several occasions share it). `giver`/`taker`/`actor` are canonical States or parties. `against` are claims that deny.
    """

    id: str
    event: str
    stage: Stage
    headline: str
    item: str
    giver: tuple[str, ...]
    taker: tuple[str, ...]
    actor: tuple[str, ...]
    period: Period
    places: tuple[Mention, ...]
    means: tuple[str, ...]
    vessels: tuple[str, ...]
    claims: tuple[str, ...]
    against: tuple[str, ...]
    lines: Lines
    bounds: tuple[Bounds, ...]
    stances: tuple[Stance, ...]
    contradictions: tuple[Contradiction, ...]
    near: tuple[Near, ...]
    status: Status
    confidence: Confidence
    why: tuple[str, ...] = ()


class Anomaly(msgspec.Struct, frozen=True):
    """Something odd about a document, named, with the words it rests on."""

    document: str
    kind: str
    words: str
    claims: tuple[str, ...] = ()


class Fusion(msgspec.Struct, frozen=True):
    """What fusing the claims of a case gave: the findings, and the claims that are in none, each with its reason."""

    findings: tuple[Finding, ...]
    left_out: tuple[tuple[str, str], ...]
    anomalies: tuple[Anomaly, ...]
