"""The back of the report: what was not understood, and the annex of sources."""

from embargo.reports.blocks import (
    Block,
    Box,
    Cite,
    Facts,
    Fold,
    Paragraph,
    Prose,
    Run,
    Sentence,
    Table,
    line,
    say,
)
from embargo.reports.brief import ROWS, shortened
from embargo.reports.index import Index
from embargo.reports.words import count, sentence, slug
from embargo.vocabulary import Detail, Document

# Up to so many documents the annex sets out each in full; a larger case has a line for each.
IN_FULL = 60


def not_understood_blocks(index: Index) -> tuple[Block, ...]:
    """Return the sentences that were not understood, by document, and the claims that are in no finding."""
    blocks: list[Block] = []
    room = ROWS
    beyond = 0
    for reading in index.dossier.readings:
        missed = [one for one in reading.sentences if one.standing == "not understood"]
        text = index.dossier.texts.get(reading.document)
        document = index.documents.get(reading.document)
        if not missed or document is None:
            continue
        key = f"document:{document.id}"
        rows: list[tuple[Prose, ...]] = []
        beyond += max(0, len(missed) - room)
        missed = missed[:room]
        room -= len(missed)
        if not missed:
            continue
        for one in missed:
            words = text.text[one.start : one.end].strip() if text else ""
            if document.id in index.withheld:
                words = "[withheld from this audience]"
            said = Sentence((Run(words or "[text not at hand]", "quote"), Cite(key)))
            rows.append(
                (
                    (line(str(one.number), slug(document.id)),),
                    (said,),
                    (line(sentence(one.reason or "no reason kept"), slug(document.id)),),
                )
            )
        table = Table("", ("No.", "Sentence", "Why"), tuple(rows), (7, 63, 30))
        blocks.append(
            Fold(f"{name_of(index, document)}: {count(len(missed), 'sentence')} not understood", (table,))
        )
    if beyond:
        words = f"{count(beyond, 'further sentence')} not understood {'stands' if beyond == 1 else 'stand'} in report.json under not_understood."
        blocks.append(Paragraph((say(words, "corpus"),), "small"))
    if not blocks:
        blocks.append(
            Paragraph(
                (say("Every sentence of every document was understood or set aside by kind.", "corpus"),)
            )
        )
    if index.dossier.left_out:
        left = [
            (
                (Sentence((Run(said_by(index, claim), "quote"), Cite(f"claim:{claim}"))),),
                (say(sentence(why), f"claim:{claim}"),),
            )
            for claim, why in index.dossier.left_out
        ]
        shown, more = shortened(left, "claim", "report.json under left_out")
        table = Table("", ("Claim", "Why"), shown, (62, 38))
        blocks.append(Fold(f"{count(len(left), 'claim')} read but in no finding", (table, *more)))
    return tuple(blocks)


def said_by(index: Index, claim: str) -> str:
    """Return the claim's quote, or its id where it is not in the dossier."""
    from_claim = index.claims.get(claim)
    if from_claim is None:
        return claim
    if from_claim.document in index.withheld:
        return "[withheld from this audience]"
    return getattr(from_claim.evidence, "text", claim)


def sources_blocks(index: Index) -> tuple[Block, ...]:
    """Return the annex: each document with its details and where they are from, oddities, and files set aside."""
    dossier = index.dossier
    blocks: list[Block] = []
    many = len(dossier.documents) > IN_FULL
    if many:
        words = "Each detail, whether stated or proposed, and where it is from stands in sources.csv and report.json."
        blocks += [Paragraph((line(words, "sources"),), "small"), sources_table(index)]
    for document in () if many else dossier.documents:
        blocks.append(
            Box(
                "source",
                name_of(index, document),
                (Facts(tuple(source_rows(index, document))),),
                slug(document.id),
            )
        )
    if not blocks:
        blocks.append(Paragraph((say("The case holds no document.", "corpus"),)))
    if dossier.set_aside:
        rows = tuple(
            (
                (say(one.name, "method"),),
                (say(sentence(one.reason), "method"),),
                (say(one.sha256[:12] + "…" if one.sha256 else "not read", "method"),),
            )
            for one in dossier.set_aside
        )
        blocks.append(Table("Files set aside", ("File", "Why", "SHA-256"), rows, (30, 50, 20)))
    return tuple(blocks)


def sources_table(index: Index) -> Table:
    """Return the sources of a large case as a table, a line each, oddities and notes under the title."""
    readings = {reading.document: reading for reading in index.dossier.readings}
    odd: dict[str, list[str]] = {}
    for one in index.dossier.anomalies:
        odd.setdefault(one.document, []).append(f"{sentence(one.words)} ({one.kind})")
    rows: list[tuple[Prose, ...]] = []
    for document in index.dossier.documents:
        title = " ".join(
            [name_of(index, document) + ".", *map(sentence, document.notes), *odd.get(document.id, [])]
        )
        claims = len(readings[document.id].claims) if document.id in readings else 0
        cells = (title, detail_words(document.published), document.sha256[:12] + "…", f"{claims:,}")
        rows.append(tuple((line(cell, "sources"),) for cell in cells))
    return Table("", ("Source", "Published", "SHA-256", "Claims"), tuple(rows), (50, 25, 17, 8))


def source_rows(index: Index, document: Document) -> list[tuple[str, Prose]]:
    """Return the lines of one source: every detail with its standing, the file, what was read, oddities."""
    anchor = slug(document.id)
    details = (
        ("Publisher", document.publisher),
        ("Title", document.title),
        ("Published", document.published),
        ("Kind", document.kind),
        ("Language", document.language),
        ("Reliability", document.reliability),
        ("Caveat", document.caveat),
        ("Contributor", document.contributor),
    )
    rows: list[tuple[str, Prose]] = [
        (label, (line(detail_words(detail), anchor),))
        for label, detail in details
        if detail.value or label in ("Publisher", "Published")
    ]
    pages = f", {count(document.pages, 'page')}" if document.pages else ""
    size = f"{document.name}: {document.media}, {document.size:,} bytes{pages}, {document.chars:,} characters of text."
    rows.append(("File", (line(size, anchor),)))
    rows.append(("SHA-256", (line(document.sha256, anchor, style="code"),)))
    for reading in index.dossier.readings:
        if reading.document == document.id:
            missed = sum(1 for one in reading.sentences if one.standing == "not understood")
            words = f"{count(len(reading.sentences), 'sentence')}, {count(len(reading.claims), 'claim')}, {missed:,} not understood."
            rows.append(("Read", (line(words, anchor),)))
    for note in document.notes:
        rows.append(("Note", (line(sentence(note), anchor),)))
    for odd in index.dossier.anomalies:
        if odd.document == document.id:
            rows.append(
                (
                    "Anomaly",
                    (line(f"{sentence(odd.words)} ({odd.kind})", anchor, *index.spread(odd.claims, 3)),),
                )
            )
    return rows


def detail_words(detail: Detail) -> str:
    """Return the value with its standing: "2025-05-29 (stated: flag)", "unknown"."""
    if detail.value is None:
        return "unknown" + (f" ({detail.where})" if detail.where else "")
    where = f": {detail.where}" if detail.where else ""
    return f"{detail.value} ({detail.standing}{where})"


def name_of(index: Index, document: Document) -> str:
    """Return "D-… · Publisher: title" for the annex."""
    title = f": {document.title.value}" if document.title.value else ""
    return f"{document.id} · {index.publisher(document)}{title}"
