"""Verify: is every byte, event, quote and derived row what the record says it is?"""

import msgspec

from embargo.casework import ledger
from embargo.casework.codec import sha256
from embargo.casework.layout import REPORT as FOLDER
from embargo.casework.render import Rendered
from embargo.store import Record
from embargo.vocabulary import Damage, Quote, Text, holds


def verify(record: Record, *, quick: bool = False) -> tuple[Damage, ...]:
    """Return everything found damaged, by name (empty: whole). Raises CannotCheck where something needed is missing.

    `quick` checks hashes only; otherwise every quote is held against its document's text, every text against the hash
    in its document, and the report's files against what was rendered.
    """
    found = list(record.verify(quick=quick))
    if not quick and not any(damage.kind in ("derived", "database") for damage in found):
        found.extend(_quotes(record))
        found.extend(_report(record))
    return tuple(found)


def _quotes(record: Record) -> list[Damage]:
    found: list[Damage] = []
    texts = {}
    read, _ = ledger.documents(record)
    for document in read:
        row = record.derived_one(ledger.TEXT, document.sha256)
        if row is None:
            found.append(Damage("text", document.id, "the text that was drawn from it is missing"))
            continue
        text = msgspec.json.decode(row.body, type=Text).text
        texts[document.id] = text
        seen = sha256(text.encode("utf-8", "surrogatepass"))
        if seen != document.text_sha256:
            words = f"text hashes to {seen[:16]}…, its document says {document.text_sha256[:16]}…"
            found.append(Damage("text", document.id, words))
    for reading in ledger.readings(record).values():
        for claim in reading.claims:
            if isinstance(claim.evidence, Quote) and not holds(
                claim.evidence, texts.get(reading.document, "")
            ):
                words = f"its quote does not stand at {claim.evidence.start}–{claim.evidence.end} of {reading.document}"
                found.append(Damage("quote", claim.id, words))
    return found


def _report(record: Record) -> list[Damage]:
    row = record.derived_one(ledger.REPORT, "case")
    if row is None:
        return []
    found: list[Damage] = []
    for name, expected in msgspec.json.decode(row.body, type=Rendered).files.items():
        path = record.folder / FOLDER / name
        if not path.is_file():
            found.append(Damage("report", name, f"{FOLDER}/{name} is missing; `embargo run` writes it again"))
        elif sha256(path.read_bytes()) != expected:
            words = f"{FOLDER}/{name} is not the file that was rendered; `embargo run` writes it again"
            found.append(Damage("report", name, words))
    return found
