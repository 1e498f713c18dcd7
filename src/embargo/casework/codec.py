"""Bytes of records and back, the same bytes for the same record; and the fingerprints that say what moved."""

import hashlib
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder(decimal_format="number", order="deterministic")


def encode(record: Any) -> bytes:
    """Return the record as JSON bytes, keys in a fixed order, exact numbers as written."""
    return _ENCODER.encode(record)


def decode(data: bytes, kind: type[T]) -> T:
    """Return the record of that kind. Raises msgspec.ValidationError where the bytes are of another form."""
    return msgspec.json.decode(data, type=kind)


def fingerprint(parts: Iterable[str | bytes]) -> str:
    """Return a SHA-256 over the parts, each with its length, so that no two lists of parts share one."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def sha256(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hex."""
    return hashlib.sha256(data).hexdigest()
