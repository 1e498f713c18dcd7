"""Turns of phrase: a verb in any of its forms with the words that go with it, next to it or further on.

"<tie> up" is read as "ties up", "tied up"; "<put> ... under sanctions" as "put nine people under sanctions"; "(in|into)" as
either word. Templates stand in the frames of the lexicon, under `turns`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

import msgspec

from embargo.claims.forms import forms
from embargo.language import tokens

# So many words lie at most in the gap that "..." leaves open.
GAP = 12
_WALLS = frozenset(
    {";", ":", ".", "“", "”", '"', "—", "–", "?", "!", "which", "who", "whose", "while", "because"}
)
_TEMPLATE = re.compile(r"<(?P<verb>[a-z-]+)>(?P<rest>.*)", re.DOTALL)


# Prepositions that no verb takes for a mere particle.
_GOVERNING = frozenset(
    [
        "to",
        "from",
        "into",
        "onto",
        "at",
        "with",
        "for",
        "between",
        "through",
        "via",
        "against",
        "near",
        "beside",
        "towards",
        "toward",
        "alongside",
    ]
)


class Turn(msgspec.Struct, frozen=True):
    """One way to write a template: the form of its verb, the words right behind it, and those behind each gap."""

    template: str
    form: str
    close: tuple[str, ...]
    far: tuple[tuple[str, ...], ...]
    # Whether the last of the words right behind the verb governs what follows it: "landed in", "flew to".
    governs: bool


class Turns:
    """The turns of one written verb, found by the word that must stand behind it: right behind it, or in the first gap."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        self._close: dict[str, list[Turn]] = {}
        self._far: dict[str, list[Turn]] = {}
        self._alone: list[Turn] = []
        for turn in turns:
            if turn.close:
                self._close.setdefault(turn.close[0], []).append(turn)
            elif turn.far:
                self._far.setdefault(turn.far[0][0], []).append(turn)
            else:
                self._alone.append(turn)

    def at(self, lows: Sequence[str], at: int) -> Iterator[tuple[Turn, int]]:
        """Yield each turn that stands at word `at` with the word after it, those of more words first."""
        found = self._alone
        if at + 1 < len(lows):
            found = found + self._close.get(lows[at + 1], [])
        if self._far:
            for low in self._far.keys() & lows[at + 1 : at + GAP + 2]:
                found = found + self._far[low]
        if not found:
            return
        standing = []
        for turn in found:
            ends = matched(turn, lows, at)
            if ends is not None:
                size = len(turn.close) + sum(len(run) for run in turn.far)
                standing.append((-size, ends[1], turn.template, turn, ends[0]))
        # Of turns of as many words the one whose words stand nearest says what is meant: "put … through a course in …".
        for *_, turn, end in sorted(standing, key=lambda one: one[:3]):
            yield turn, end


def turns_of(template: str, irregular: Mapping[str, list[str]]) -> Iterator[tuple[str, Turn]]:
    """Yield the written form of the verb with each turn that the template stands for.

    Raises ValueError for a template that does not begin with a verb in angle brackets.
    """
    match = _TEMPLATE.fullmatch(template.strip())
    if match is None:
        raise ValueError(f"“{template}” begins with no verb in angle brackets, as in “<tie> up”")
    parts = [part.strip() for part in match["rest"].split("...")]
    last = re.search(r"(?:\(([^)]*)\)|(\S+))$", parts[0])
    ends = set((last[1] or last[2]).split("|")) if last and len(parts) == 1 else set()
    governs = bool(ends & _GOVERNING)
    for chosen in product(*(_written(part) for part in parts)):
        for written, form in forms(match["verb"], irregular):
            yield (
                written,
                Turn(template, form, chosen[0], tuple(part for part in chosen[1:] if part), governs),
            )


def _written(part: str) -> list[tuple[str, ...]]:
    """Return the runs of words that a stretch of a template stands for, its alternatives taken one by one."""
    pieces = re.split(r"\(([^)]*)\)", part)
    choices = [piece.split("|") if k % 2 else [piece] for k, piece in enumerate(pieces)]
    return [tuple(token.low for token in tokens(" ".join(one))) for one in product(*choices)]


def matched(turn: Turn, lows: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return the places after the last word right behind the verb and after the last of all, None where the turn does not stand."""
    end = at + 1 + len(turn.close)
    if turn.close and tuple(lows[at + 1 : end]) != turn.close:
        return None
    if turn.governs:
        end -= 1
    place = end
    for run in turn.far:
        found = _further(run, lows, place)
        if found is None:
            return None
        place = found
    return end, place


def _further(run: tuple[str, ...], lows: Sequence[str], at: int) -> int | None:
    first = run[0]
    for k in range(at, min(at + GAP + 1, len(lows) - len(run) + 1)):
        here = lows[k]
        if here == first and tuple(lows[k : k + len(run)]) == run:
            return k + len(run)
        if here in _WALLS:
            return None
    return None
