"""The log: append-only events whose leaves are hashed and whose heads chain, so that no change goes unseen.

leaf = SHA-256("embargo/leaf/1", number, at, by, kind, body), every part preceded by its length as eight bytes, big-endian.
head = SHA-256("embargo/head/1", head before, leaf) in the same way; before the first event the head is 64 zeros.
"""

import hashlib
import json
from collections.abc import Mapping

GENESIS = "0" * 64


def _hash(domain: str, parts: tuple[bytes, ...]) -> str:
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
    return _hash("embargo/leaf/1", (*(part.encode("utf-8", "surrogatepass") for part in named), body))


def head_of(before: str, leaf: str) -> str:
    """Return the head after the event with that leaf."""
    return _hash("embargo/head/1", (before.encode(), leaf.encode()))
