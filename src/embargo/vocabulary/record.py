"""What the record keeps: events of an append-only log; and what verify finds wrong with it."""

import msgspec


class Event(msgspec.Struct, frozen=True):
    """One leaf of the log: number from 1, when (UTC, ISO 8601), who, what kind, its body, and the hash of it all.

    `leaf` is the SHA-256 over number, time, person, kind and body; `head` chains it to the head before it.
    """

    number: int
    at: str
    by: str
    kind: str
    body: bytes
    leaf: str
    head: str


class Damage(msgspec.Struct, frozen=True):
    """One thing that verify found wrong: what kind of thing, which one, what was seen and what was expected."""

    kind: str
    name: str
    words: str
