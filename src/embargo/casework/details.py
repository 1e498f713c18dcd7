"""Details of documents as a person states them: an event in the log, with who and when."""

import msgspec

from embargo import sources
from embargo.casework import ledger
from embargo.errors import UsageError
from embargo.store import Record
from embargo.vocabulary import Detail


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
