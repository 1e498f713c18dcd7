"""Speakers that no list knows and no name gives: people who tell, and records that show."""

import re

from embargo.claims.grammar import words

_PEOPLE = words("people_who_tell")
# What is kept in writing or in pictures.
RECORDS = words("records_kept")
_HEAD_SUFFIX = re.compile(r"(?:er|or|man|men|ist|woman|women|ian|cer)s?$")
_NO_PERSONS = words("no_persons")


def tells(name: str) -> bool:
    """Return whether the plain words name people who can tell: "two confidential sources", "the ship's captain"."""
    parts = name.casefold().split()
    return any(
        part in _PEOPLE
        or (_HEAD_SUFFIX.search(part) is not None and len(part) > 4 and part not in _NO_PERSONS)
        for part in parts
    )


def is_record(noun: str) -> bool:
    """Return whether the noun names what is kept in writing or in pictures: "ledgers", "footage"."""
    return noun in RECORDS
