"""The Dossier: the one frozen record that a report, an export or a screen takes, built by casework."""

import datetime as dt

import msgspec

from embargo.vocabulary.claims import Claim, Reading
from embargo.vocabulary.documents import Document, SetAside, Text
from embargo.vocabulary.entities import Entity
from embargo.vocabulary.findings import Anomaly, Finding
from embargo.vocabulary.law import Assessment, Outcome


class PackNote(msgspec.Struct, frozen=True):
    """Which law pack was applied: its name, title, version, and the marks' meaning in its own words."""

    name: str
    title: str
    version: str
    note: str = ""


class Attention(msgspec.Struct, frozen=True):
    """One thing that needs a person: how pressing (1 first), what it is about, why, and the command that shows it."""

    rank: int
    kind: str
    about: str
    words: str
    command: str


class Dossier(msgspec.Struct, frozen=True):
    """Everything a reader may see of a case, for one audience, in a fixed order; nothing in it depends on the clock."""

    title: str
    audience: str
    as_of: dt.date | None
    documents: tuple[Document, ...]
    texts: dict[str, Text]
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[tuple[str, str], ...]
    outcomes: tuple[Outcome, ...]
    packs: tuple[PackNote, ...]
    set_aside: tuple[SetAside, ...]
    anomalies: tuple[Anomaly, ...]
    attention: tuple[Attention, ...]
    versions: dict[str, str]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in order of document and quote."""
        return tuple(claim for reading in self.readings for claim in reading.claims)

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """All assessments, in order of finding and provision."""
        return tuple(assessment for outcome in self.outcomes for assessment in outcome.assessments)
