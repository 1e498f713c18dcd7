"""report.json: the dossier in full, without the documents' texts, and every generated sentence with its citations."""

import json
from typing import Any

import msgspec

from embargo.reports.blocks import prose_of
from embargo.reports.compose import Composed
from embargo.reports.index import Index
from embargo.vocabulary import Assessment, Claim, Document

HIDDEN = "[withheld from this audience]"


def report_json(index: Index, composed: Composed, version: str) -> bytes:
    """Return the report's structure as UTF-8 JSON, keys in a fixed order, ending with a line feed."""
    dossier = index.dossier
    unread = [
        {
            "document": reading.document,
            "number": one.number,
            "start": one.start,
            "end": one.end,
            "text": words,
            "reason": one.reason,
        }
        for reading in dossier.readings
        for one in reading.sentences
        if one.standing == "not understood"
        for words in [sentence_text(index, reading.document, one.start, one.end)]
    ]
    structure: dict[str, Any] = {
        "schema": "embargo-report/1",
        "report_version": version,
        "title": composed.title,
        "case": dossier.title,
        "audience": dossier.audience,
        "as_of": dossier.as_of,
        "versions": dict(sorted(dossier.versions.items())),
        "packs": dossier.packs,
        "findings": [
            {"label": index.labels[f.id], "group": g.key, **plainly(f)}
            for g in index.groups
            for f in g.findings
        ],
        "claims": [claim_of(index, claim) for claim in index.claims.values()],
        "left_out": [{"claim": claim, "reason": why} for claim, why in dossier.left_out],
        "outcomes": [
            {
                "fact": outcome.fact,
                "outside": outcome.outside,
                "why": outcome.why,
                "assessments": [labelled(index, one) for one in outcome.assessments],
            }
            for outcome in index.outcomes
        ],
        "entities": dossier.entities,
        "documents": [document_of(index, document) for document in dossier.documents],
        "set_aside": dossier.set_aside,
        "anomalies": dossier.anomalies,
        "not_understood": unread,
        "attention": dossier.attention,
        "notes": [{"number": n, **plainly(note)} for n, note in enumerate(composed.notes, 1)],
        "sentences": sentences(composed),
        "problems": composed.problems,
    }
    try:
        return msgspec.json.format(msgspec.json.encode(structure), indent=1) + b"\n"
    except UnicodeEncodeError:
        # A lone surrogate (in a file's name, say) has no UTF-8 form; written out as \udXXX it is JSON's own escape for it.
        text = json.dumps(msgspec.to_builtins(structure), ensure_ascii=False, indent=1) + "\n"
        return text.encode("utf-8", "backslashreplace")


def sentences(composed: Composed) -> list[dict[str, Any]]:
    """Return every sentence of the report's blocks in order: its words, whether generated, and what it cites."""
    return [
        {"text": said.text, "generated": said.generated, "cites": list(said.cited)}
        for block in composed.blocks
        for prose in prose_of(block)
        for said in prose
        if said.text.strip()
    ]


def plainly(record: msgspec.Struct) -> dict[str, Any]:
    """Return a record as plain data."""
    return dict(msgspec.to_builtins(record))


def claim_of(index: Index, claim: Claim) -> dict[str, Any]:
    """Return a claim as plain data, without the words of a document that the audience may not see."""
    data = plainly(claim)
    data["page"] = index.page(claim)
    if claim.document in index.withheld:
        return {"id": claim.id, "document": claim.document, "event": claim.event, "evidence": HIDDEN}
    return data


def document_of(index: Index, document: Document) -> dict[str, Any]:
    """Return a document's record as plain data, with how many sentences stand how."""
    data = plainly(document)
    standings: dict[str, int] = {}
    for reading in index.dossier.readings:
        if reading.document == document.id:
            for one in reading.sentences:
                standings[one.standing] = standings.get(one.standing, 0) + 1
    data["sentences"] = dict(sorted(standings.items()))
    return data


def labelled(index: Index, assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as plain data under its label."""
    return {"label": index.assessment_labels[assessment.id], **plainly(assessment)}


def sentence_text(index: Index, document: str, start: int, end: int) -> str:
    """Return the words of a sentence, or a notice where they may not be shown or are not at hand."""
    text = index.dossier.texts.get(document)
    if document in index.withheld:
        return HIDDEN
    return text.text[start:end] if text else ""
