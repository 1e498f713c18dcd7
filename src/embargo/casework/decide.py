"""Decisions: what a named person decides about a claim or a document's details, with why. Append-only, replayed."""

import msgspec

from embargo import sources
from embargo.casework import ledger
from embargo.errors import UsageError
from embargo.store import Record
from embargo.vocabulary import Decision, Detail

VERDICTS = ("accept", "reject", "undo")


def decide(record: Record, about: str, verdict: str, *, why: str, at: str, by: str) -> Decision:
    """Record a person's verdict on a claim. Raises UsageError without a name, or for a verdict there is none of."""
    if not by.strip():
        raise UsageError("a decision was made by nobody", "the person who decides", "say it with --as NAME")
    if verdict not in VERDICTS:
        raise UsageError(f'"{verdict}" is no verdict', " or ".join(VERDICTS))
    if verdict == "reject" and not why.strip():
        raise UsageError(f"{about} was rejected without a reason", "a reason", "say it with --why TEXT")
    if verdict == "undo" and about not in ledger.decisions(record):
        raise UsageError(f"there is no decision on {about} to take back", "one that was made before")
    decision = Decision(about=about, verdict=verdict, why=why, by=by)
    record.append("decision.made", msgspec.to_builtins(decision), at=at, by=by)
    return decision


def state_details(record: Record, sha256: str, given: dict[str, str], *, at: str, by: str) -> None:
    """Record what a person states about a document. Raises BadDetails for a field or value we cannot take."""
    if not by.strip():
        raise UsageError(
            "details were stated by nobody", "the person who states them", "say it with --as NAME"
        )
    if sha256 not in ledger.captures(record):
        raise UsageError(f"no document of the case has the hash {sha256}")
    stated = {
        name: Detail(value, "stated", f"stated by {by}")
        for name, value in sources.check_details(given, by).items()
    }
    body = {"sha256": sha256, "stated": {name: msgspec.to_builtins(item) for name, item in stated.items()}}
    record.append("document.details", body, at=at, by=by)
