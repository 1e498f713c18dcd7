"""The CSV files: what the report's tables hold, one row a thing, for spreadsheets and for code.

UTF-8 with a byte order mark, because spreadsheet programs on Windows otherwise take Korean and Cyrillic names for
another encoding, and the readers of common programming languages skip the mark; CRLF line ends, as RFC 4180 has it.
A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable

from embargo.reports.grouping import key_of
from embargo.reports.index import Index
from embargo.reports.notes import quoted
from embargo.reports.tables import transfers
from embargo.reports.words import interval
from embargo.vocabulary import MARK_WORDS, Detail, Mention, Quantity, Quote, Range, When, plain

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def defused(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it; characters UTF-8 cannot carry are written out."""
    cell = cell.encode("utf-8", "backslashreplace").decode("utf-8").replace("\x00", "[U+0000]")
    return "'" + cell if cell.startswith(FORMULA) else cell


def sheet(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return one CSV file as bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def transfers_csv(index: Index) -> bytes:
    """Return one row for each count of each transfer said to have happened (one row where none is counted)."""
    head = (
        "finding;headline;group;event;stage;giver;taker;item;counted;unit;as_worded;low;low_included;high;high_included;"
        "in_words;estimates_differ;from;to;period_as_worded;k_min;k_max;documents;status;confidence_event;confidence_number"
    )
    rows: list[tuple[str, ...]] = []
    for f in transfers(index):
        start = [
            f.id,
            f.headline,
            key_of(f),
            f.event,
            f.stage,
            "; ".join(f.giver or f.actor),
            "; ".join(f.taker),
        ]
        end = [
            day(f.period.first),
            day(f.period.last),
            f.period.words,
            str(f.lines.k_min),
            str(f.lines.k_max),
        ]
        held = f.confidence
        end += [str(f.lines.documents), f.status, held.event, held.number or ""]
        counts = [
            [b.counted, b.unit, b.words, *ends(b.range), interval(b.range), yes(b.differ)] for b in f.bounds
        ]
        for counted in counts or [["", "", "amount not stated", *[""] * 6]]:
            rows.append((*start, f.item, *counted, *end))
    return sheet(tuple(head.split(";")), rows)


def claims_csv(index: Index) -> bytes:
    """Return one row for each claim, with its quote and where it stands."""
    head = (
        "claim;document;publisher;published;page;start;end;quote;event;modality;polarity;supplier;recipient;actor;items;"
        "amounts;from;to;time_as_worded;said_from;said_to;places;means;vessels;attribution;also_reported_by;finding;"
        "left_out_because;doubts"
    )
    within: dict[str, list[str]] = {}
    for finding in index.findings.values():
        for claim in dict.fromkeys((*finding.claims, *finding.against)):
            within.setdefault(claim, []).append(finding.id)
    why = dict(index.dossier.left_out)
    rows = []
    for c in index.claims.values():
        document = index.documents.get(c.document)
        at = (str(c.evidence.start), str(c.evidence.end)) if isinstance(c.evidence, Quote) else ("", "")
        source = (
            (c.document, document.publisher_name, document.published.value or "")
            if document
            else (c.document, "", "")
        )
        page = index.page(c)
        amounts = [worded(one.quantity) for one in c.items if one.quantity]
        rows.append(
            (
                *(
                    c.id,
                    *source,
                    str(page) if page else "",
                    *at,
                    quoted(index, c),
                    c.event,
                    c.modality,
                    c.polarity,
                ),
                *(named(c.supplier), named(c.recipient), named(c.actor), "; ".join(i.cls for i in c.items)),
                *("; ".join(amounts), *when(c.time), c.time.text or "" if c.time else "", *when(c.said_time)),
                *(
                    named(c.places),
                    named(c.means),
                    named(c.vessels),
                    " < ".join(s.canonical for s in c.attribution),
                ),
                *(
                    named(c.also_reported_by),
                    "; ".join(within.get(c.id, [])),
                    why.get(c.id, ""),
                    "; ".join(c.doubts),
                ),
            )
        )
    return sheet(tuple(head.split(";")), rows)


def sources_csv(index: Index) -> bytes:
    """Return one row for each document, each detail with its standing and where it is from, then files set aside."""
    details = ("publisher", "title", "published", "kind", "language", "reliability", "caveat", "contributor")
    head = ["document", "file", "sha256", "media", "bytes", "pages", "characters"]
    for name in details:
        head += [name, f"{name}_standing", f"{name}_where_from"]
    head += ["claims", "sentences_not_understood", "notes", "anomalies", "set_aside_because"]
    readings = {reading.document: reading for reading in index.dossier.readings}
    rows: list[tuple[str, ...]] = []
    for d in index.documents.values():
        row = [d.id, d.name, d.sha256, d.media, str(d.size), str(d.pages), str(d.chars)]
        for name in details:
            detail: Detail = getattr(d, name)
            row += [detail.value or "", detail.standing, detail.where]
        reading = readings.get(d.id)
        missed = sum(s.standing == "not understood" for s in reading.sentences) if reading else 0
        odd = "; ".join(f"{a.kind}: {a.words}" for a in index.dossier.anomalies if a.document == d.id)
        row += [str(len(reading.claims) if reading else 0), str(missed), "; ".join(d.notes), odd, ""]
        rows.append(tuple(row))
    for aside in index.dossier.set_aside:
        rows.append(("", aside.name, aside.sha256 or "", *[""] * (len(head) - 4), aside.reason))
    return sheet(tuple(head), rows)


def assessments_csv(index: Index) -> bytes:
    """Return one row for each element of each assessment (one row where an assessment has none)."""
    head = "assessment;finding;pack;provision;citation;force;mark;mark_means;party;result;words;element;state;reason;claims"
    rows: list[tuple[str, ...]] = []
    for a in index.assessments.values():
        start = [
            a.id,
            a.fact,
            a.pack,
            a.provision,
            a.citation,
            a.force,
            a.mark,
            MARK_WORDS[a.mark],
            a.party or "",
        ]
        elements = [[e.name, e.state, e.reason, "; ".join(e.claims)] for e in a.elements]
        for element in elements or [[""] * 4]:
            rows.append((*start, a.result, a.words, *element))
    return sheet(tuple(head.split(";")), rows)


def worded(quantity: Quantity) -> str:
    """Return the amount as it is written, or its numbers where it is written nowhere."""
    if quantity.text:
        return quantity.text
    return " to ".join(plain(one) for one in (quantity.low, quantity.high) if one is not None)


def named(mentions: tuple[Mention, ...]) -> str:
    """Return the canonical names, separated by semicolons."""
    return "; ".join(mention.canonical for mention in mentions)


def ends(span: Range) -> tuple[str, str, str, str]:
    """Return low, whether it is included, high, whether it is included; empty where open."""
    low = (plain(span.low), yes(not span.low_open)) if span.low is not None else ("", "")
    high = (plain(span.high), yes(not span.high_open)) if span.high is not None else ("", "")
    return (*low, *high)


def when(time: When | None) -> tuple[str, str]:
    """Return the first and last ISO day, empty where open."""
    return (day(time.first), day(time.last)) if time else ("", "")


def day(value: object) -> str:
    """Return an ISO day, or "" for none."""
    return "" if value is None else str(value)


def yes(value: bool) -> str:
    """Return "yes" or "no"."""
    return "yes" if value else "no"
