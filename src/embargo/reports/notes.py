"""Footnotes: what each citation prints, verbatim quote first."""

from embargo.reports.blocks import Note
from embargo.reports.index import Index
from embargo.reports.words import count, day, slug
from embargo.vocabulary import MARK_WORDS, Assessment, Attachment, Cell, Claim, Document, Quote, Segment


def note(index: Index, key: str) -> Note:
    """Return the note of a key: `claim:ID`, `document:ID`, `assessment:ID`, `provision:PACK/PATH`, `pack:NAME`, `corpus` or `method`.

    A key that names nothing gives a note that says so: a report never stops for one.
    """
    kind, _, name = key.partition(":")
    if kind == "claim" and name in index.claims:
        claim = index.claims[name]
        marks = f"{short_hash(index, claim.document)} · {claim.id}"
        return Note(key, quoted(index, claim), source(index, claim), marks, slug(claim.document))
    if kind == "document" and name in index.documents:
        document = index.documents[name]
        return Note(key, None, source_of(index, document) + ".", short_hash(index, name), slug(name))
    if kind == "assessment" and name in index.assessments:
        return of_paragraph(index, key, index.assessments[name])
    if kind == "provision" and name in index.provisions:
        return of_paragraph(index, key, index.provisions[name])
    if kind == "pack":
        for pack in index.dossier.packs:
            if pack.name == name:
                return Note(key, None, f"{pack.title}, version {pack.version}.", f"law pack {name}", "method")
    if kind == "corpus":
        found_in = count(len(index.documents), "document")
        return Note(key, None, f"Reckoned over all {found_in} of the annex of sources.", "", "sources")
    if kind == "method":
        versions = "; ".join(f"{what} {which}" for what, which in sorted(index.dossier.versions.items()))
        return Note(
            key, None, "Convention of this workbench, stated under Method and limits.", versions, "method"
        )
    return Note(key, None, f"Nothing in this case is called {name or key}.", "", "")


def of_paragraph(index: Index, key: str, found: Assessment) -> Note:
    """Return the note of a paragraph: citation, force, and how far number and content have been checked."""
    text = f"{found.citation}; force: {found.force}; mark {found.mark}: {MARK_WORDS[found.mark]}."
    return Note(key, None, text, f"{found.pack} · {found.provision}", index.assessment_anchor(found.id))


def quoted(index: Index, claim: Claim) -> str:
    """Return what stands as evidence: the verbatim quote, the cell's value, or a notice that it may not be shown."""
    if claim.document in index.withheld:
        return "[withheld from this audience]"
    match claim.evidence:
        case Quote(text=text):
            return text
        case Cell(value=value):
            return value
        case Segment(first=first, last=last):
            return f"track from {first} to {last}"
        case Attachment(note=text):
            return text


def source(index: Index, claim: Claim) -> str:
    """Return publisher, title, day and place of the claim's evidence, and on whose word it was said."""
    document = index.documents.get(claim.document)
    base = source_of(index, document) if document else "document unknown"
    page = index.page(claim)
    match claim.evidence:
        case Cell(row=row, column=column):
            base += f", row {row}, column {column}"
        case Attachment(place=place, by=by):
            base += f", {place}, noted by {by}"
        case _:
            base += f", p. {page}" if page else ""
    chain = []
    for link in claim.attribution[:-1] if len(claim.attribution) > 1 else ():
        called = index.name(link.canonical)
        if called not in chain:
            chain.append(called)
    return f"{base}; on the word of {', by way of '.join(chain)}." if chain else f"{base}."


def source_of(index: Index, document: Document) -> str:
    """Return "Publisher, title, 29 May 2025", saying where the day or the publisher is only proposed or unknown."""
    parts = [index.publisher(document) + (" (proposed)" if document.publisher.standing == "proposed" else "")]
    if document.title.value:
        parts.append(document.title.value)
    if document.day is None:
        parts.append("day unknown")
    else:
        parts.append(day(document.day) + (" (proposed)" if document.published.standing == "proposed" else ""))
    return ", ".join(parts)


def short_hash(index: Index, document: str) -> str:
    """Return "SHA-256 0123456789ab…", the first twelve hex digits of the document's bytes."""
    return f"SHA-256 {index.documents[document].sha256[:12]}…" if document in index.documents else "no hash"
