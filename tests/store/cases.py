"""A small record that holds one of everything, for tests that spoil it."""

from pathlib import Path

from embargo.store import Derived, Record

AT = "2025-05-29T10:00:00Z"
BY = "Kim"
SMALL = b'{"claim":"C-1"}'
LARGE = b'{"lines":[' + b",".join(b"[%d,%d]" % (number, number * 7) for number in range(3_000)) + b"]}"


def new(folder: Path) -> Record:
    return Record.create(folder, at=AT, by=BY, body={"title": "A case"})


def full(folder: Path) -> Record:
    """Blobs, decisions, rows short and long, rows that were replaced and dropped, a list too long for a body."""
    record = new(folder)
    for number in range(12):
        data = f"Document {number}. ".encode() * (1 + number * 40)
        sha256 = record.put_blob(data)
        with record.writing():
            record.append("document.captured", {"sha256": sha256, "name": f"{number}.txt"}, at=AT, by=BY)
            rows = [Derived(f"D-{number}", f"f{number}", LARGE if number % 3 == 0 else SMALL + data[:100])]
            record.keep("text", rows, at=AT, by=BY)
    record.append(
        "decision.made", {"about": "C-1", "verdict": "reject", "why": "a pledge, Мария said"}, at=AT, by=BY
    )
    record.keep("claims", [Derived(f"C-{n:03}", "one", SMALL * (n % 5)) for n in range(230)], at=AT, by=BY)
    record.keep("claims", [Derived("C-007", "two", b"[]")], at=AT, by=BY, drop=["C-008"])
    return record


def everything(record: Record) -> object:
    """All that a reader can see of the record."""
    events = record.events()
    kinds = {kind: record.events(kind) for kind in sorted({event.kind for event in events})}
    steps = {step: (record.derived(step), record.fingerprints(step)) for step in ("text", "claims")}
    return events, kinds, steps, record.head()
