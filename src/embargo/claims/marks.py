"""Marks: what a sentence holds, before anyone asks what it says: parties, places, items, amounts, times, verbs."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from embargo.claims.grammar import PREPOSITIONS, STOPS
from embargo.language import Amount, Token
from embargo.vocabulary import When

# Plain words that may stand between an adjective of a State and its noun, or between a number and what it counts.
FILL = 3
T = TypeVar("T")
_START, _END = attrgetter("start"), attrgetter("end")


class Mark(msgspec.Struct, gc=False):
    """Something a sentence holds: kind, span in code points, token range, value, form; nation for things with one."""

    kind: str
    start: int
    end: int
    i: int
    j: int
    value: str
    form: str = ""
    nation: str = ""
    amount: Amount | None = None
    also: tuple[Amount, ...] = ()
    when: When | None = None
    titled: bool = False


class Settled(dict[tuple[str, ...], list[Mark]]):
    """The marks of a scene by the kinds asked for, each list made when it is first asked for."""

    def __init__(self, marks: list[Mark]) -> None:
        super().__init__()
        self.marks = marks

    def __missing__(self, kinds: tuple[str, ...]) -> list[Mark]:
        if len(kinds) == 1:
            (kind,) = kinds
            found = [mark for mark in self.marks if mark.kind == kind]
        else:
            found = [mark for mark in self.marks if mark.kind in kinds]
        self[kinds] = found
        return found


class Scene(msgspec.Struct):
    """A sentence laid out: its text's span, tokens, marks in order, and the spans between quotation marks."""

    text: str
    start: int
    end: int
    words: list[Token]
    # The words in lower case, one for each token.
    lows: list[str]
    marks: list[Mark]
    quoted: list[tuple[int, int]]
    # Where each token ends, for looking one up by its place.
    ends: list[int]
    # The marks by kinds asked for, from the moment that no mark is added, moved or dropped any more.
    settled: Settled | None = None
    # What was found in the whole scene since then, by what finds it.
    found: dict[object, Any] = {}
    covering: list[list[Mark]] = []
    # Each word in lower case once, for rules to look first whether any word stands in the sentence that they cannot do
    # without. What a rule says must not hang on it.
    held: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.held = frozenset(self.lows)

    def within_quotes(self, start: int, end: int) -> bool:
        """Return whether the span lies between quotation marks."""
        return any(a <= start and end <= b for a, b in self.quoted)

    def of(self, *kinds: str) -> Sequence[Mark]:
        """Return the marks of those kinds, in order."""
        if self.settled is None:
            return [mark for mark in self.marks if mark.kind in kinds]
        return self.settled[kinds]

    def over(self, k: int) -> Sequence[Mark]:
        """Return the marks that token k belongs to, in order."""
        if self.settled is None:
            return [mark for mark in self.marks if mark.i <= k < mark.j]
        if not self.covering:
            self.covering = [[] for _ in range(len(self.words) + 1)]
            for mark in self.marks:
                for i in range(mark.i, mark.j):
                    self.covering[i].append(mark)
        return self.covering[k]

    def settle(self) -> None:
        """Say that the marks are final: what is asked of them is then found once."""
        self.settled, self.found, self.covering = Settled(self.marks), {}, []

    def in_order(self) -> None:
        """Put the marks into the order of their beginnings, of those that begin together the longest first."""
        # Two sorts by one field each are faster than one by a key made for every mark.
        self.marks.sort(key=_END, reverse=True)
        self.marks.sort(key=_START)

    def token_at(self, offset: int) -> int:
        """Return the index of the first token at or after the offset."""
        return bisect_right(self.ends, offset)


def once(find: Callable[[Scene], T]) -> Callable[[Scene], T]:
    """Let what is found in a whole scene be found once, from the moment that its marks are final."""

    @wraps(find)
    def kept(scene: Scene) -> T:
        if scene.settled is None:
            return find(scene)
        if find not in scene.found:
            scene.found[find] = find(scene)
        held: T = scene.found[find]
        return held

    return kept


_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_OPENING = re.compile(f"[{''.join(_PAIRS)}]")
_QUOTES = re.compile(f"[{''.join({*_PAIRS, *_PAIRS.values()})}]")


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans between quotation marks, the marks left out; one that is never closed runs to the end."""
    found: list[tuple[int, int]] = []
    if _OPENING.search(text, start, end) is None:
        return found
    begin, closing = -1, ""
    for match in _QUOTES.finditer(text, start, end):
        place, sign = match.start(), match.group()
        if begin < 0 and sign in _PAIRS:
            begin, closing = place + 1, _PAIRS[sign]
        elif begin >= 0 and sign == closing:
            found.append((begin, place))
            begin = -1
    if begin >= 0 and begin < end:
        found.append((begin, end))
    return found


def plain_between(scene: Scene, first: Mark, second: Mark) -> bool:
    """Return whether only a few plain words stand between the marks: no verb, comma, preposition or name."""
    between = scene.words[first.j : second.i]
    if len(between) > FILL:
        return False
    marked = {
        k
        for mark in scene.marks
        if mark.kind in ("verb", "speech", "party", "time")
        for k in range(mark.i, mark.j)
    }
    return all(
        word.text[0].isalpha() and word.low not in PREPOSITIONS and word.low not in STOPS and k not in marked
        for k, word in enumerate(between, first.j)
    )
