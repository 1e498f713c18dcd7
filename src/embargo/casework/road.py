"""The whole road in memory, pure: from captured documents to the Dossier. The record only remembers its stretches."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from embargo import claims, entities, findings, law, regimes, reports, sources
from embargo.casework.attend import Disagreements, attend
from embargo.casework.caveats import visible
from embargo.casework.replay import as_reviewed, replay
from embargo.vocabulary import (
    Captured,
    Claim,
    Document,
    Dossier,
    Entity,
    Finding,
    Fusion,
    Lost,
    Made,
    Outcome,
    PackNote,
    Reading,
    SetAside,
    Text,
)
from embargo.vocabulary.pack import Pack


def versions(packs: Sequence[Pack], lexicon: claims.Lexicon) -> dict[str, str]:
    """Return the versions that everything derived depends on."""
    return {
        "reader": sources.READER_VERSION,
        "extractor": claims.EXTRACTOR_VERSION,
        "lexicon": claims.lexicon_version(lexicon),
        "entities": entities.ENTITIES_VERSION,
        "fusion": findings.FUSION_VERSION,
        "law": law.LAW_VERSION,
        "report": reports.REPORT_VERSION,
        **{f"pack {pack.name}": pack.version for pack in packs},
    }


def open_packs(names: Sequence[str]) -> tuple[Pack, ...]:
    """Return the law packs of those names or folders."""
    return tuple(regimes.load_pack(name) for name in names)


def days_of(documents: Sequence[Document]) -> dict[str, dt.date]:
    """Return each document's day of publication, where it is known."""
    return {document.id: document.day for document in documents if document.day is not None}


def assess_finding(
    finding: Finding,
    claims_by_id: Mapping[str, Claim],
    days: Mapping[str, dt.date],
    packs: Sequence[Pack],
) -> tuple[Outcome, ...]:
    """Return what every pack says of a finding; `days` are the documents' days of publication."""
    rests_on = [claims_by_id[name] for name in (*finding.claims, *finding.against) if name in claims_by_id]
    fact = law.fact_of(finding, rests_on, days)
    return tuple(law.assess(fact, pack) for pack in packs)


def gather(
    *,
    title: str,
    audience: str,
    documents: Sequence[Document],
    texts: Mapping[str, Text],
    readings: Sequence[Reading],
    found: tuple[Entity, ...],
    fusion: Fusion,
    rejected: tuple[tuple[str, str], ...],
    outcomes: Sequence[Outcome],
    packs: Sequence[Pack],
    set_aside: Sequence[SetAside],
    version: Mapping[str, str],
    disagreements: Disagreements | None = None,
    agreed: Collection[str] = (),
    lost: Sequence[Lost] = (),
) -> Dossier:
    """Return the Dossier: everything in one order that no clock, folder or worker changes."""
    days = [document.day for document in documents if document.day is not None]
    dossier = Dossier(
        title=title,
        audience=audience,
        as_of=max(days, default=None),
        documents=tuple(documents),
        texts={document.id: texts[document.id] for document in documents},
        readings=tuple(readings),
        entities=found,
        findings=fusion.findings,
        left_out=(*fusion.left_out, *rejected),
        outcomes=tuple(outcomes),
        packs=tuple(PackNote(pack.name, pack.title, pack.version, pack.note) for pack in packs),
        set_aside=tuple(sorted(set_aside, key=lambda item: (item.name, item.reason))),
        anomalies=fusion.anomalies,
        attention=(),
        versions=dict(version),
    )
    return msgspec.structs.replace(dossier, attention=attend(dossier, disagreements, agreed, lost))


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents by day (unknown last), publisher and id."""
    return tuple(
        sorted(documents, key=lambda d: (d.published.value or "9999", d.publisher_name.casefold(), d.id))
    )


def judge(
    documents: Sequence[Document],
    texts: Mapping[str, Text],
    raw: Sequence[Reading],
    *,
    title: str,
    audience: str,
    packs: Sequence[Pack],
    lexicon: claims.Lexicon,
    decisions: Sequence[Made],
    set_aside: Sequence[SetAside],
) -> Dossier:
    """Return the Dossier of documents already read: what the audience may see, resolved, fused and assessed."""
    seen = in_order(visible(audience, documents))
    by_document = {reading.document: reading for reading in raw}
    read = [by_document[document.id] for document in seen]
    readings, rejected = as_reviewed(read, replay(decisions, seen, texts, read, lexicon))
    fusion = findings.fuse(seen, readings)
    by_id = {claim.id: claim for reading in readings for claim in reading.claims}
    days = days_of(seen)
    return gather(
        title=title,
        audience=audience,
        documents=seen,
        texts=texts,
        readings=readings,
        found=entities.resolve(readings),
        fusion=fusion,
        rejected=rejected,
        outcomes=[out for finding in fusion.findings for out in assess_finding(finding, by_id, days, packs)],
        packs=packs,
        set_aside=set_aside,
        version=versions(packs, lexicon),
    )


def travel(
    captured: Sequence[Captured],
    *,
    title: str,
    audience: str = "participants",
    pack_names: Sequence[str] = ("un_dprk",),
) -> Dossier:
    """Return the Dossier of captured documents, with no case and no record: all of the road in memory."""
    lexicon = claims.load_lexicon()
    documents = [item.document for item in captured]
    texts = {item.document.id: item.text for item in captured}
    return judge(
        documents,
        texts,
        [claims.extract(item.document, item.text, lexicon) for item in captured],
        title=title,
        audience=audience,
        packs=open_packs(pack_names),
        lexicon=lexicon,
        decisions=(),
        set_aside=(),
    )
