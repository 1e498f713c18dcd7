"""The log: append-only events whose leaves are hashed and whose heads chain, so that no change goes unseen.

leaf = SHA-256("embargo/leaf/1", number, at, by, kind, body), every part preceded by its length as eight bytes, big-endian.
head = SHA-256("embargo/head/1", head before, leaf) in the same way; before the first event the head is 64 zeros.
list = SHA-256("embargo/list/1", key, sha256, fingerprint, key, ...) in the same way, in order of key.
The number in a domain lets a later form of leaf stand beside this one in one log.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from embargo.errors import UsageError
from embargo.vocabulary import Event

GENESIS = "0" * 64


def _hash(domain: str, parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in (domain.encode(), *parts):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def canonical(body: Mapping[str, object]) -> bytes:
    """Return the body as JSON bytes with sorted keys, no spaces, UTF-8: the bytes that are hashed."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    # A lone surrogate (a file name of no encoding) is kept as its escape, so that it can be read back.
    return text.encode("utf-8", "backslashreplace")


def leaf_of(number: int, at: str, by: str, kind: str, body: bytes) -> str:
    """Return the hash of one event."""
    named = (str(number), at, by, kind)
    # surrogatepass: text that is damaged in the database hashes to something, and to nothing that was ever written.
    return _hash("embargo/leaf/1", (*(part.encode("utf-8", "surrogatepass") for part in named), body))


def head_of(before: str, leaf: str) -> str:
    """Return the head after the event with that leaf."""
    parts = (part.encode("utf-8", "surrogatepass") for part in (before, leaf))
    return _hash("embargo/head/1", parts)


def list_of(rows: Iterable[tuple[str, str, str]]) -> str:
    """Return the hash of a list of rows (key, sha256, fingerprint), which come in order of key."""
    return _hash("embargo/list/1", (part.encode("utf-8", "surrogatepass") for row in rows for part in row))


def event_after(number: int, before: str, kind: str, body: bytes, *, at: str, by: str) -> Event:
    """Return the event that follows event `number`, whose head is `before`."""
    leaf = leaf_of(number + 1, at, by, kind, body)
    return Event(number + 1, at, by, kind, body, leaf, head_of(before, leaf))


def check_words(at: str, *words: str) -> None:
    """Check a time and words that go into the log. Raises UsageError for a time with blanks, or text that is no Unicode."""
    if at.split() != [at]:
        raise UsageError(f"the time {at!r} is empty or has blanks", "one word, as in 2025-05-29T10:00:00Z")
    for word in (at, *words):
        try:
            word.encode()
        except UnicodeEncodeError as error:
            raise UsageError(f"{word!r} is no Unicode text", "a word that can be written down") from error
