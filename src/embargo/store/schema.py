"""The SQLite form of the record, format 1: tables, and the settings that make a commit mean what it says."""

APPLICATION_ID = 0x454D4247  # "EMBG"
FORMAT = 1

TABLES = """
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    body BLOB NOT NULL,
    leaf TEXT NOT NULL,
    head TEXT NOT NULL
) STRICT;
CREATE INDEX event_kind ON event (kind, number);
CREATE TABLE derived (
    step TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event (number),
    body BLOB NOT NULL,
    PRIMARY KEY (step, key)
) STRICT, WITHOUT ROWID;
"""

# FULL: a commit that was acknowledged survives a power cut (NORMAL loses it in WAL mode).
# trusted_schema off: a database handed to us runs no function of its own.
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA busy_timeout = 30000",
    "PRAGMA synchronous = FULL",
)
