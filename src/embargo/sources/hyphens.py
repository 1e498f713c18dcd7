"""Hyphens at line ends: which part a word only for the line, and which belong to it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEFT = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_RIGHT = re.compile(r"[^\W\d_]+")
_HANGUL_LEFT = re.compile(r"[가-힣]+$")
_HANGUL_RIGHT = re.compile(r"[가-힣]+")
# Parts that stand before or behind the hyphen of a compound and are no syllable that a word is parted at.
_FIRST_PARTS = "self long short medium non anti so cross third high low mid co ex well"
_LAST_PARTS = (
    "flagged made owned based led backed linked built controlled registered produced supplied operated launched related propelled called "
    "range standing capable term party proliferation tank aircraft ship class type style level scale"
)
_BEFORE = frozenset(_FIRST_PARTS.split())
_BEHIND = frozenset(_LAST_PARTS.split())


def known_words(lines: Iterable[str]) -> Counter[str]:
    """Return how often the lines have each word whole: what a hyphen parts at a line's end is no witness."""
    found: Counter[str] = Counter()
    parted = False
    for line in lines:
        words = [word.casefold() for word in _WORD.findall(line)]
        bare = line.rstrip()
        if parted and words and bare[:1].isalpha():
            words = words[1:]
        parted = bool(re.search(r"[^\W\d_]-$", bare))
        if words and "가" <= bare[-1:] <= "힣":
            words = words[:-1]
        found.update(words[:-1] if parted else words)
    return found


def belongs(left: str, right: str, words: Counter[str]) -> bool:
    """Return whether the hyphen between a line's last word part and the next line's first belongs to the word.

    How the document itself writes the word elsewhere comes first, then the parts that compounds are made of.
    """
    low_left, low_right = left.casefold(), right.casefold()
    tail = low_left.rsplit("-", 1)[-1]
    whole, compound = words[tail + low_right] + words[low_left + low_right], words[f"{low_left}-{low_right}"]
    if whole or compound:
        return compound > whole
    if (
        low_right in _BEHIND
        or (tail == "self" and low_right != "ish")
        or (tail in _BEFORE and len(right) > 3 and words[low_right] > 0)
    ):
        return True
    if left.isupper() and len(left) > 1 and right.islower():
        return True  # UAV-launched
    # Two words that both stand alone elsewhere make a compound; so does a name before a word: Russian-supplied.
    least = 2 if right.isupper() else 4
    return min(len(tail), len(right)) >= least and words[tail] > 0 and words[low_right] > 0


def parts(before: str, after: str) -> tuple[str, str] | None:
    """Return the two parts of a word that may go on over a line's end, or None where none does."""
    left, right = _LEFT.search(before), _RIGHT.match(after)
    if left is None or right is None:
        return None
    capitals = left.group(1).isupper() and right.group().isupper() and len(right.group()) > 1
    return (left.group(1), right.group()) if after[0].islower() or capitals else None


def within_hangul(before: str, after: str, words: list[str]) -> bool:
    """Return whether a line's end falls into a Korean word: the document has the two halves as one elsewhere.

    Korean parts words by spaces and lines at any syllable. `words` are the document's words, sorted.
    """
    left, right = _HANGUL_LEFT.search(before), _HANGUL_RIGHT.match(after)
    if left is None or right is None:
        return False
    whole = left.group() + right.group()
    place = bisect_left(words, whole)
    return place < len(words) and words[place].startswith(whole)
