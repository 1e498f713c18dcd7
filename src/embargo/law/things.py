"""Whether the thing of a fact is the thing a paragraph speaks of: by class of the taxonomy and by customs code."""

import datetime as dt
from fnmatch import fnmatchcase
from typing import Literal

from embargo.vocabulary import FactItem, item_words
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
    by_class, why, wider = _by_class(cls, thing, first, last)
    if code and (thing.hs or thing.hs_part):
        by_class, why = _with_code(code, by_class, why, thing, wider=wider)
    if by_class != "not met" and thing.condition is not None:
        if item.condition is None and by_class == "met":
            return "unknown", f"{why}; whether {thing.condition} or not is not said"
        if item.condition not in (None, thing.condition):
            return "not met", f"{item.condition}, and the paragraph is about {thing.words}"
    return by_class, why


def _by_class(
    cls: str, thing: Thing, first: dt.date | None, last: dt.date | None
) -> tuple[ElementState, str, bool]:
    """State and reason by class alone; the third says that the class is wider than the thing, so that a code may narrow it."""
    covers, may = thing.covers, thing.may
    if thing.later and thing.later_since:
        if first is not None and first >= thing.later_since:
            covers = covers + thing.later
        else:
            may = may + thing.later
    name = f"“{item_words(cls)}”"
    inside, perhaps = among(cls, covers), among(cls, may)
    for leaving in thing.leaves_out:
        # A paragraph that once left the class out leaves it out only on days up to `last`.
        if leaving.last is not None and first is not None and first > leaving.last:
            continue
        because = f": {leaving.why}" if leaving.why else ""
        if among(cls, leaving.classes) > max(inside, perhaps):
            if leaving.last is None or (last is not None and last <= leaving.last):
                return "not met", f"{name} is left out of {thing.words}{because}", False
            return "unknown", f"{name} was left out of {thing.words} for a part of that time", False
        narrower = leaving.doubt and any(fit(cls, pattern) == "wider" for pattern in leaving.classes)
        if inside and narrower:
            return "unknown", f"{name} may be something left out of {thing.words}{because}", False
    if inside and inside >= perhaps:
        return "met", f"{name} falls under {thing.words}", False
    if perhaps:
        return "unknown", f"whether {name} falls under {thing.words} takes a list or a determination", False
    if any(fit(cls, pattern) == "wider" for pattern in (*covers, *may)):
        return "unknown", f"{name} is wider than {thing.words}", True
    return "not met", f"{name} does not fall under {thing.words}", False


def _with_code(
    code: str, state: ElementState, why: str, thing: Thing, *, wider: bool
) -> tuple[ElementState, str]:
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
    if thing.hs_closed or wider:
        return "not met", f"HS {code} stands under none of {', '.join((*thing.hs, *thing.hs_part))}{edition}"
    return state, why
