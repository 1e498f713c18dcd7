"""A quote in its place: where words that a model points at stand in it, and which marks of our reader they stand for."""

from typing import Literal

import msgspec

from embargo.claims.grammar import PREPOSITIONS
from embargo.claims.marks import Mark, Scene
from embargo.language import Token
from embargo.vocabulary import Mention, Speaker, state_of

Reason = Literal[
    "not in the form",
    "event not in the list",
    "modality not in the list",
    "role not in the list",
    "quote not verbatim",
    "quote cuts a word",
    "quote too long",
    "quote over several paragraphs",
    "quote in two places",
    "page furniture",
    "cue left out",
    "slot not in the quote",
    "party not known",
    "thing not known",
    "amount not read",
    "amount of another thing",
    "place not known",
    "time not read",
    "ship not known",
    "names several",
    "says nothing",
    "said twice",
]

# Kinds whose slot may begin with a little word: "in April", "between 4 and 6 million".
_LEADS = frozenset({"time", "amount"})
# Plain words that a slot may hold besides the name itself ("the tanker", "the ruling party's").
_BESIDES = 3


class Refused(Exception):
    """A proposal that does not pass: the reason it is counted under, and what was seen."""

    def __init__(self, reason: Reason, words: str) -> None:
        self.reason = reason
        self.words = words
        super().__init__(f"{reason}: {words}")


class Laid(msgspec.Struct):
    """A sentence as our reader lays it out, and whom it took words for there ("she": the ship named before)."""

    scene: Scene
    known: list[Mention | Speaker]


class Quoted:
    """A quote in its place: the sentences it stands in, as our reader lays them out, and the ends of its words."""

    def __init__(self, text: str, start: int, end: int, around: list[Laid], words: list[Token]) -> None:
        self.text, self.start, self.end = text, start, end
        self.scenes = [laid.scene for laid in around]
        self.known = [mention for laid in around for mention in laid.known]
        self.starts = {word.start for word in words}
        self.ends = {word.end for word in words}

    @property
    def span(self) -> tuple[int, int]:
        """The quote's first code point and the one after its last."""
        return self.start, self.end

    def find(self, words: str, reason: Reason, *kinds: str, wide: bool = False) -> tuple[Scene, Mark]:
        """Return the mark of those kinds that the words stand for. Raises Refused: not in the quote, not known, several.

        `wide` looks in the whole of the quote's sentences.
        """
        found: dict[tuple[object, ...], tuple[Scene, Mark]] = {}
        spans = self.spans(words, wide=wide)
        places = [(s, a, b) for a, b in spans for s in self.scenes if s.start <= a and b <= s.end]
        # A mark of just these words before one that they are a part of or hold.
        for reads in (_exactly, _meant):
            for scene, start, end in places if not found else ():
                for mark in reads(scene, start, end, kinds):
                    found.setdefault(_meaning(mark), (scene, mark))
        if not found:
            raise Refused(reason, f"“{words}”")
        if len(found) > 1:
            raise Refused("names several", f"“{words}” stands for {len(found)} things in its quote")
        scene, mark = next(iter(found.values()))
        if not wide and not (self.start <= mark.start and _end(scene, mark) <= self.end):
            raise Refused(
                "slot not in the quote",
                f"“{scene.text[mark.start : mark.end]}” is cut by the end of the quote",
            )
        return scene, mark

    def understood(self, words: str, *, wide: bool = False) -> Mention | Speaker | None:
        """Return whom our reader took exactly these words for, where it took them for one and the same everywhere."""
        spans = set(self.spans(words, wide=wide))
        found = {m.canonical: m for m in self.known if (m.start, m.end) in spans}
        if len(found) != 1:
            return None
        (known,) = found.values()
        away = (
            known.start is None or known.end is None or not self.start <= known.start < known.end <= self.end
        )
        return msgspec.structs.replace(known, outside_quote=away)

    def spans(self, words: str, *, wide: bool) -> list[tuple[int, int]]:
        """Return where the words stand in the quote (`wide`: in its sentences), whole. Raises Refused where they do not."""
        low = min([self.start, *(s.start for s in self.scenes)]) if wide else self.start
        high = max([self.end, *(s.end for s in self.scenes)]) if wide else self.end
        found: list[tuple[int, int]] = []
        asked = words.strip()
        place = self.text.find(asked, low, high) if asked else -1
        while place >= 0:
            end = place + len(asked)
            if place in self.starts and end in self.ends:
                found.append((place, end))
            place = self.text.find(asked, place + 1, high)
        if not found:
            raise Refused("slot not in the quote", f"“{words}”")
        return found


def _end(scene: Scene, mark: Mark) -> int:
    """Return where the mark's words end: "April." at the end of a sentence is April, and no abbreviation."""
    return mark.end - (mark.kind == "time" and scene.text[mark.end - 1] == ".")


def _exactly(scene: Scene, start: int, end: int, kinds: tuple[str, ...]) -> list[Mark]:
    return [mark for mark in scene.of(*kinds) if mark.start == start and _end(scene, mark) == end]


def _meant(scene: Scene, start: int, end: int, kinds: tuple[str, ...]) -> list[Mark]:
    """Return the marks that the span lies in, else those in it with little beside them."""
    marks = scene.of(*kinds)
    around = [mark for mark in marks if mark.start <= start and end <= mark.end]
    if around:
        return around
    inside = _heads([mark for mark in marks if start <= mark.start and _end(scene, mark) <= end])
    taken = {k for mark in inside for k in range(mark.i, mark.j)}
    beside = [
        word
        for k, word in enumerate(scene.words)
        if start <= word.start and word.end <= end and k not in taken
    ]
    first = min((mark.start for mark in inside), default=end)
    # "a factory in Russia" is not Russia; "in April" is April.
    bare = len(beside) <= _BESIDES and not any(
        word.low in PREPOSITIONS and (word.start > first or not _LEADS.intersection(kinds)) for word in beside
    )
    return inside if bare else []


def _heads(marks: list[Mark]) -> list[Mark]:
    """Return the marks that no other one takes in; of several that belong to one State the last ("the DPRK's army")."""
    outer = [m for m in marks if not any(o is not m and o.start <= m.start and m.end <= o.end for o in marks)]
    states = {state_of(mark.nation or mark.value) for mark in outer}
    return outer[-1:] if len(states) == 1 and None not in states else outer


def _meaning(mark: Mark) -> tuple[object, ...]:
    if mark.amount is not None:
        return mark.amount.low, mark.amount.high, mark.amount.bound, mark.amount.unit
    if mark.when is not None:
        return mark.when.first, mark.when.last, mark.when.relation
    return ("",) + ((mark.value, mark.nation) if mark.kind == "item" else (mark.value,))
