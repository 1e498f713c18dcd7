"""Slots: words that a model points at, found in the quote and read by our own grammars, lexicon and gazetteer."""

from typing import Literal

from embargo.claims.build import is_party, mention
from embargo.claims.grammar import PREPOSITIONS
from embargo.claims.marks import Mark, Scene
from embargo.claims.proposals import ProposedItem
from embargo.claims.things import amount_of, is_money, item_of, money
from embargo.language import Token
from embargo.vocabulary import Item, Mention, Speaker, When
from embargo.vocabulary.mentions import PlaceRole

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

# Plain words that a slot may hold besides the name itself ("the tanker", "the ruling party's").
_BESIDES = 3


class Refused(Exception):
    """A proposal that does not pass: the reason it is counted under, and what was seen."""

    def __init__(self, reason: Reason, words: str) -> None:
        self.reason = reason
        self.words = words
        super().__init__(f"{reason}: {words}")


class Frame:
    """A quote in its place: the sentences it stands in, as our reader lays them out, and the ends of its words."""

    def __init__(self, text: str, start: int, end: int, scenes: list[Scene], words: list[Token]) -> None:
        self.text, self.start, self.end, self.scenes = text, start, end, scenes
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
        spans = self._spans(words, wide=wide)
        for start, end in spans:
            scene = next((s for s in self.scenes if s.start <= start and end <= s.end), None)
            if scene is not None:
                for mark in _meant(scene, start, end, kinds):
                    found.setdefault(_meaning(mark), (scene, mark))
        if not found:
            raise Refused(reason, f"“{words}”")
        if len(found) > 1:
            raise Refused("names several", f"“{words}” stands for {len(found)} things in its quote")
        scene, mark = next(iter(found.values()))
        if not wide and not (self.start <= mark.start and mark.end <= self.end):
            raise Refused(
                "slot not in the quote",
                f"“{scene.text[mark.start : mark.end]}” is cut by the end of the quote",
            )
        return scene, mark

    def _spans(self, words: str, *, wide: bool) -> list[tuple[int, int]]:
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


def _meant(scene: Scene, start: int, end: int, kinds: tuple[str, ...]) -> list[Mark]:
    """Return the marks that the span lies in, else those in it with little beside them."""
    marks = scene.of(*kinds)
    around = [mark for mark in marks if mark.start <= start and end <= mark.end]
    if around:
        return around
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    taken = {k for mark in inside for k in range(mark.i, mark.j)}
    beside = [
        word
        for k, word in enumerate(scene.words)
        if start <= word.start and word.end <= end and k not in taken
    ]
    # "a factory in Russia" is not Russia.
    bare = len(beside) <= _BESIDES and not any(word.low in PREPOSITIONS - {"of"} for word in beside)
    return inside if bare else []


def _meaning(mark: Mark) -> tuple[object, ...]:
    if mark.amount is not None:
        return mark.amount.low, mark.amount.high, mark.amount.bound, mark.amount.unit
    if mark.when is not None:
        return mark.when.first, mark.when.last, mark.when.relation
    return ("",) + ((mark.value, mark.nation) if mark.kind == "item" else (mark.value,))


def party(frame: Frame, words: str) -> Mention:
    """Return the party that the words name. Raises Refused where neither lexicon nor gazetteer knows it."""
    for kinds in (("party", "vessel"), ("adjective",), ("item",)):
        try:
            scene, mark = frame.find(words, "party not known", *kinds)
        except Refused as error:
            if error.reason != "party not known":
                raise
            continue
        # Soldiers and workers act for their State; a thing is nobody.
        if mark.kind == "adjective" or is_party(mark):
            return mention(scene, mark)
    raise Refused("party not known", f"“{words}”")


def speaker(frame: Frame, words: str) -> Speaker:
    """Return on whose word it is: a party or a document named in the quote's own sentences."""
    scene, mark = frame.find(words, "party not known", "party", "document", wide=True)
    quoted = scene.within_quotes(*frame.span)
    said = scene.text[mark.start : mark.end]
    outside = not (frame.start <= mark.start and mark.end <= frame.end)
    mode: Literal["direct_quote", "document", "indirect"] = (
        "direct_quote" if quoted else "document" if mark.kind == "document" else "indirect"
    )
    return Speaker(said, mark.start, mark.end, mark.value, mode, outside_quote=outside)


def place(frame: Frame, words: str, role: PlaceRole) -> Mention:
    """Return the place with its role. Raises Refused where the gazetteer does not know it."""
    scene, mark = frame.find(words, "place not known", "place", "party")
    return mention(scene, mark, role)


def vessel(frame: Frame, words: str) -> Mention:
    """Return the ship. Raises Refused where neither its document nor the lexicon says which one it is."""
    scene, mark = frame.find(words, "ship not known", "vessel")
    return mention(scene, mark)


def time(frame: Frame, words: str) -> When:
    """Return the time as our grammar of days reads it, from the day of publication."""
    _, mark = frame.find(words, "time not read", "time")
    if mark.when is None:
        raise Refused("time not read", f"“{words}”")
    return mark.when


def item(frame: Frame, proposed: ProposedItem, *, counted: bool) -> Item:
    """Return the thing with its class from the lexicon and its amount from our grammar of numbers.

    `counted` is false where the scheme gives no amount (a denial): it is checked all the same, and left out.
    """
    amount = frame.find(proposed.amount, "amount not read", "amount") if proposed.amount.strip() else None
    named: tuple[Scene, Mark] | None = None
    if proposed.text.strip():
        try:
            named = frame.find(proposed.text, "thing not known", "item")
        except Refused:
            if amount is None or not is_money(amount[1]):
                raise
    if named is None:
        if amount is None or not is_money(amount[1]):
            raise Refused("thing not known", f"“{proposed.amount}” counts nothing that is named")
        return money(amount[0], amount[1], frame.span)
    scene, mark = named
    if amount is None:
        return item_of(scene, mark, None, frame.span)
    if amount[0] is not scene or not _counts(scene, mark, amount[1]):
        raise Refused("amount of another thing", f"“{proposed.amount}” does not count “{proposed.text}”")
    return item_of(scene, mark, amount[1] if counted else None, frame.span)


def _counts(scene: Scene, thing: Mark, amount: Mark) -> bool:
    """Return whether our grammar lets the amount count the thing: its own amount, or one that is nobody else's."""
    mine = [amount_of(scene, thing, set(), part=part) for part in (True, False)]
    if any(found is amount for found in mine):
        return True
    if any(found is not None for found in mine):
        return False
    return not any(
        amount_of(scene, other, set()) is amount for other in scene.of("item") if other is not thing
    )
