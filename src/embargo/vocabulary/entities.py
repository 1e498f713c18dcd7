"""Identities: who is meant, by which names, on which list; judgements are dated and reversible."""

import datetime as dt
from typing import Literal

import msgspec

EntityKind = Literal["state", "body", "person", "firm", "vessel", "place", "publisher", "group", "unknown"]


class Naming(msgspec.Struct, frozen=True):
    """One way of writing the name, with the claims (or list rows) in which it stands so."""

    text: str
    claims: tuple[str, ...]


class Listing(msgspec.Struct, frozen=True):
    """Membership of an official list: whose list, which entry, since when, on what word."""

    list: str
    entry: str
    since: dt.date | None
    rests_on: str


class Entity(msgspec.Struct, frozen=True):
    """One identity. `id` is its canonical id; `reasons` say why these names are taken to mean it."""

    id: str
    kind: EntityKind
    name: str
    state: str | None
    namings: tuple[Naming, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    listings: tuple[Listing, ...] = ()
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
