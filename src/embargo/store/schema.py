"""The SQLite form of the record, format 1: tables, and the settings that make a commit mean what it says."""

APPLICATION_ID = 0x454D4247  # "EMBG"
FORMAT = 1

# event: the log. derived: what steps derived, the newest row of each key. listed: what a step.done event lists where the
# list is too long for its body; the body then holds the hash of the list. A key that was dropped is listed with "" twice.
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
    packed INTEGER NOT NULL CHECK (packed IN (0, 1)),
    body BLOB NOT NULL,
    PRIMARY KEY (step, key)
) STRICT;
CREATE TABLE listed (
    event INTEGER NOT NULL REFERENCES event (number),
    key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (event, key)
) STRICT, WITHOUT ROWID;
"""

# FULL: a commit that was acknowledged survives a power cut (NORMAL loses it in WAL mode).
# trusted_schema off: a database handed to us runs no function of its own. cell_size_check: a damaged page is met early.
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA busy_timeout = 30000",
    "PRAGMA synchronous = FULL",
)
