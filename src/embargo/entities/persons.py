"""Personal names: spellings of one name come together with the reason, likeness alone only raises a doubt."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz

# Endings and letters that romanisations of one Cyrillic or Korean name write differently. A convention of this project.
_SPELLINGS = (
    (r"(?:iy|yy|ij|yj|yi|ii|iĭ|y|i|j)\b", "y"),
    (r"ts", "c"),
    (r"kh", "h"),
    (r"ye|je", "e"),
    (r"ks", "x"),
)
# Likeness, of 100, from which two names of one State are worth a person's look.
LIKE = 90


@dataclass(frozen=True, slots=True)
class Spelling:
    """Ids of one State that are spellings of one name, and why."""

    ids: tuple[str, ...]
    reason: str


def fold(name: str) -> str:
    """Return a personal name for comparison: Latin letters, no hyphens or accents, romanisations written in one way."""
    text = re.sub(r"[^a-z ]+", " ", anyascii(name).casefold().replace("'", ""))
    text = " ".join(text.split())
    for pattern, letter in _SPELLINGS:
        text = re.sub(pattern, letter, text)
    return text


def spellings(named: Sequence[tuple[str, str]]) -> list[Spelling]:
    """Return the (id, name) pairs that are one name once romanisation is set aside, within one State."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for canonical, name in named:
        groups[(canonical.partition(":")[0], fold(name))].append((canonical, name))
    found = []
    for mark in sorted(groups):
        members = sorted(groups[mark])
        if len(members) > 1:
            names = " and ".join(sorted({name for _, name in members}))
            reason = f"{names} are one name in different romanisations, of one State"
            found.append(Spelling(tuple(canonical for canonical, _ in members), reason))
    return found


def lookalikes(named: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Return for each id the doubts that its name raises: the same name in another State, a like name in its own.

    Names are compared only within one State and initial letter of a word, so the work stays small.
    """
    doubts: dict[str, list[str]] = defaultdict(list)
    same: dict[str, list[tuple[str, str]]] = defaultdict(list)
    like: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for canonical, name in sorted(named):
        folded = fold(name)
        same[folded].append((canonical, name))
        for word in {word[:3] for word in folded.split()}:
            like[(canonical.partition(":")[0], word)].append((canonical, name))
    for folded in sorted(same):
        for canonical, _ in same[folded]:
            for other, other_name in same[folded]:
                if other.partition(":")[0] != canonical.partition(":")[0]:
                    doubts[canonical].append(
                        f"{other} bears the same name ({other_name}): a name alone joins nobody"
                    )
    for mark in sorted(like):
        for place, (canonical, name) in enumerate(like[mark]):
            for other, other_name in like[mark][place + 1 :]:
                if (
                    fold(name) != fold(other_name)
                    and fuzz.token_sort_ratio(fold(name), fold(other_name)) >= LIKE
                ):
                    doubts[canonical].append(
                        f"named much like {other} ({other_name}): may be one person, not joined"
                    )
                    doubts[other].append(
                        f"named much like {canonical} ({name}): may be one person, not joined"
                    )
    return {canonical: sorted(set(found)) for canonical, found in doubts.items()}
