"""Canonical ids as the scheme writes them: who a name may stand for, and what is wrong with one that it may not."""

import re
from functools import cache

from embargo import geography

_OF_STATE = re.compile(r"(?P<state>[A-Z]{2})(?P<name>:\S(?:.*\S)?)?")
_OTHER = re.compile(r"[A-Z][A-Z0-9]{2,}|(?:publisher|byline|group|entity):\S(?:.*\S)?|state:[A-Z]")
_VESSEL = re.compile(r"vessel:[^a-z]*?[^a-z\s](?: IMO (?P<number>\d{7}))?")
# Unions of States that act under two letters as a State does.
_UNIONS = ("EU", "UN")


@cache
def _states() -> frozenset[str]:
    return frozenset(name.canonical for name in geography.names() if re.fullmatch("[A-Z]{2}", name.canonical))


def wrong_body(canonical: str) -> str:
    """Return why a body cannot have this id, or "" where it can."""
    own = _OF_STATE.fullmatch(canonical)
    if own:
        known = own["state"] in _states() or own["state"] in _UNIONS
        return "" if known else f"{own['state']} is the code of no State we know"
    if _OTHER.fullmatch(canonical):
        return ""
    return "a body is XX:Name of a State, publisher:Name, group:Name, entity:Name or an acronym"


def wrong_person(canonical: str) -> str:
    """Return why a person cannot have this id, or "" where they can."""
    own = _OF_STATE.fullmatch(canonical)
    if own and own["name"]:
        return wrong_body(canonical)
    return "a person is XX:Name, with the two letters of a State"


def wrong_vessel(canonical: str) -> str:
    """Return why a vessel cannot have this id, or "" where it can.

    An IMO number's last digit is the last digit of the sum of the other six, weighted 7 to 2 (IMO A.1117(30)).
    """
    own = _VESSEL.fullmatch(canonical)
    if own is None:
        return "a vessel is vessel:NAME IMO n, its name in capitals and seven digits"
    if own["number"] and not _checks(own["number"]):
        return f"IMO {own['number']} fails its check digit"
    return ""


def _checks(number: str) -> bool:
    return sum(
        int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False)
    ) % 10 == int(number[-1])
