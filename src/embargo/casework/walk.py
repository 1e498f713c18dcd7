"""A walk through one document, sentence by sentence: what each became. Its text is not repeated."""

from collections import defaultdict
from pathlib import Path

from embargo.casework.road import travel
from embargo.casework.single import capture_one
from embargo.vocabulary import Claim, Document, Dossier, Finding, Reading


def walk(dossier: Dossier, document: Document, lead: str = "") -> str:
    """Return a Markdown page: every sentence of the document by number, with claims, findings, law and places."""
    reading = next(item for item in dossier.readings if item.document == document.id)
    text = dossier.texts[document.id].text
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in dossier.findings:
        for name in (*finding.claims, *finding.against):
            by_claim[name].append(finding)
    claims = {claim.id: claim for claim in reading.claims}
    left = dict(dossier.left_out)
    law = _law_by_finding(dossier)
    rows = [
        "| sentence | code points | line | claims | finding | law |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for sentence in reading.sentences:
        line = text.count("\n", 0, sentence.start) + 1
        mine = [claims[name] for name in sentence.claims if name in claims]
        cells = [str(sentence.number), f"{sentence.start}–{sentence.end}", str(line)]
        if not mine:
            cells += [
                f"none: {sentence.standing}" + (f" ({sentence.reason})" if sentence.reason else ""),
                "–",
                "–",
            ]
        else:
            cells.append("<br>".join(_claim(claim) for claim in mine))
            cells.append("<br>".join(_findings(claim, by_claim, left) for claim in mine))
            cells.append("<br>".join(_law(claim, by_claim, law) for claim in mine))
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    head = [
        f"# {document.title.value or document.name}: a walk by sentence",
        "",
        lead or _lead(document, reading),
        "",
    ]
    return "\n".join([*head, *rows, "", *_findings_list(dossier, claims), ""])


def _lead(document: Document, reading: Reading) -> str:
    return (
        f"Document {document.id}, {document.chars} code points, {document.publisher_name}, "
        f"{document.published.value or 'day unknown'}: {len(reading.sentences)} sentences, {len(reading.claims)} claims."
    )


def _claim(claim: Claim) -> str:
    speakers = [speaker.canonical for speaker in claim.attribution if speaker.mode != "publisher"]
    said = f", on the word of {speakers[0]}" if speakers else ", in the publisher's own voice"
    places = ", ".join(f"{place.canonical} ({place.role})" for place in claim.places)
    also = ", ".join(mention.canonical for mention in claim.also_reported_by)
    return (
        f"`{claim.id}` {claim.event}, {claim.modality}"
        + (f", {claim.polarity}" if claim.polarity == "negative" else "")
        + said
        + (f"; at {places}" if places else "")
        + (f"; also carried by {also}, no line of support" if also else "")
    )


def _findings(claim: Claim, by_claim: dict[str, list[Finding]], left: dict[str, str]) -> str:
    names = [f"`{finding.id}`" for finding in by_claim.get(claim.id, [])]
    return " ".join(names) if names else f"none: {left.get(claim.id, 'carries no occasion of its own')}"


def _law_by_finding(dossier: Dossier) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for outcome in dossier.outcomes:
        finding = outcome.fact
        if outcome.outside:
            found[finding].append("outside this regime")
        for assessment in outcome.assessments:
            found[finding].append(f"{assessment.provision} {assessment.party or ''}: {assessment.result}")
    return found


def _law(claim: Claim, by_claim: dict[str, list[Finding]], law: dict[str, list[str]]) -> str:
    lines: list[str] = []
    for finding in by_claim.get(claim.id, []):
        lines.extend(law.get(finding.id, []))
    return "; ".join(dict.fromkeys(lines)) or "–"


def _findings_list(dossier: Dossier, claims: dict[str, Claim]) -> list[str]:
    lines = ["## The findings", ""]
    for finding in dossier.findings:
        if any(name in claims for name in (*finding.claims, *finding.against)):
            count = f"{finding.lines.k_min} to {finding.lines.k_max} lines"
            lines.append(
                f"- `{finding.id}` — {finding.headline} ({finding.stage}; {count}; {finding.status})"
            )
    return lines


def walk_file(path: Path, details: dict[str, str]) -> str:
    """Return the walk through one file, no case needed."""
    captured = capture_one(path, details)
    dossier = travel([captured], title=captured.document.title.value or captured.document.name)
    return walk(dossier, captured.document)
