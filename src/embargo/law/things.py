"""Whether the thing of a fact is the thing a paragraph speaks of: by class of the taxonomy and by customs code."""

import datetime as dt
from fnmatch import fnmatchcase
from typing import Literal

from embargo.vocabulary import FactItem
from embargo.vocabulary.law import ElementState
from embargo.vocabulary.pack import Thing

Fit = Literal["inside", "wider", "apart"]


def fit(cls: str, pattern: str) -> Fit:
    """Return how a class stands to a pattern: inside it, wider than it (so nobody can tell), or apart from it.

    "missile.ballistic" is inside "missile"; "metal" is wider than "metal.zinc"; `*` in a pattern is any run of letters.
    """
    if "*" in pattern:
        if fnmatchcase(cls, pattern) or fnmatchcase(cls, pattern + ".*"):
            return "inside"
        head = pattern.split("*", 1)[0].rstrip(".")
        return "wider" if head == cls or head.startswith(cls + ".") else "apart"
    if cls == pattern or cls.startswith(pattern + "."):
        return "inside"
    return "wider" if pattern.startswith(cls + ".") else "apart"


def among(cls: str, patterns: tuple[str, ...]) -> int:
    """Return the length of the longest pattern that the class is inside, 0 where it is in none."""
    return max((len(pattern) for pattern in patterns if fit(cls, pattern) == "inside"), default=0)


def split_class(item: FactItem) -> tuple[str, str | None]:
    """Return class and customs code; a code written after the class ("seafood HS 0307.43") counts as its code."""
    cls, _, written = item.cls.partition(" ")
    code = item.hs or (written.upper().removeprefix("HS").strip() or None)
    return cls.strip(), "".join(c for c in code if c.isdigit()) or None if code else None


def object_state(
    item: FactItem | None, thing: Thing, first: dt.date | None, last: dt.date | None
) -> tuple[ElementState, str]:
    """Return whether the item is the thing, and why. `first` and `last` bound the day, null where open."""
    if item is None:
        return thing.unsaid, f"the fact names no item; the paragraph is about {thing.words}"
    cls, code = split_class(item)
    by_class, why = _by_class(cls, thing, first, last)
    if code and (thing.hs or thing.hs_part):
        by_class, why = _with_code(code, by_class, why, thing)
    if by_class != "not met" and thing.condition is not None:
        if item.condition is None and by_class == "met":
            return "unknown", f"{why}; whether {thing.condition} or not is not said"
        if item.condition not in (None, thing.condition):
            return "not met", f"{item.condition}, and the paragraph is about {thing.words}"
    return by_class, why


def _by_class(
    cls: str, thing: Thing, first: dt.date | None, last: dt.date | None
) -> tuple[ElementState, str]:
    covers, may = thing.covers, thing.may
    if thing.later and thing.later_since:
        if first is not None and first >= thing.later_since:
            covers = covers + thing.later
        else:
            may = may + thing.later
    inside, perhaps = among(cls, covers), among(cls, may)
    for leaving in thing.leaves_out:
        # A paragraph that once left the class out leaves it out only on days up to `last`.
        gone = leaving.last is not None and first is not None and first > leaving.last
        sure = leaving.last is None or (last is not None and last <= leaving.last)
        if gone:
            continue
        if among(cls, leaving.classes) > max(inside, perhaps):
            if sure:
                return "not met", f'"{cls}" is left out of {thing.words}{_because(leaving.why)}'
            return "unknown", f'"{cls}" was left out of {thing.words} for a part of that time'
        narrower = leaving.doubt and any(fit(cls, pattern) == "wider" for pattern in leaving.classes)
        if inside and narrower:
            return "unknown", f'"{cls}" may be something left out of {thing.words}{_because(leaving.why)}'
    if inside and inside >= perhaps:
        return "met", f'"{cls}" is among {thing.words}'
    if perhaps:
        return "unknown", f'whether "{cls}" is among {thing.words} takes a list or a determination'
    if any(fit(cls, pattern) == "wider" for pattern in (*covers, *may)):
        return "unknown", f'"{cls}" is wider than {thing.words}'
    return "not met", f'"{cls}" is not among {thing.words}'


def _because(why: str) -> str:
    return f": {why}" if why else ""


def _with_code(code: str, state: ElementState, why: str, thing: Thing) -> tuple[ElementState, str]:
    edition = f" ({thing.edition})" if thing.edition else ""
    for prefix in thing.hs:
        if code.startswith(prefix):
            return "met", f"HS {code} stands under {prefix}{edition}"
    for prefix in thing.hs_part:
        if code.startswith(prefix):
            part = f"HS {code} stands under {prefix}{edition}, of which the paragraph means a part"
            return (state, f"{why}; {part}") if state != "not met" else ("not met", why)
    if any(prefix.startswith(code) for prefix in (*thing.hs, *thing.hs_part)):
        return state, why
    if thing.hs_closed or (state == "unknown" and "is wider than" in why):
        return "not met", f"HS {code} stands under none of {', '.join((*thing.hs, *thing.hs_part))}{edition}"
    return state, why
