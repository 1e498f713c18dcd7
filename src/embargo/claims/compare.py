"""Compare: the reader's claims and a model's, side by side. Where both say the same; where only one does; where they differ."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from embargo.vocabulary import Claim, Item, Mention, state_of

Side = Literal["agreed", "differ", "only rules", "only model"]
# The slots on which a claim's meaning hangs: one that only one side fills is a difference. Of the other slots a side may
# be silent without contradicting.
_CORE = ("supplier", "recipient", "actor", "items", "time")
# Two quotes of the same words, as near as two readers cut them: what lets a difference of event be seen as one.
_SAME_WORDS = 0.8
_OVERLAP = 0.5


class Pair(msgspec.Struct, frozen=True):
    """One claim as both read it, or as only one did: the ids, the slots in which they differ, the quote."""

    side: Side
    claim: str | None
    proposal: str | None
    slots: tuple[str, ...]
    quote: str


def compare(rules: Sequence[Claim], proposed: Sequence[Claim]) -> tuple[Pair, ...]:
    """Return both sides' claims in order of the text, every claim of either side in exactly one pair."""
    options = sorted(
        ((_nearness(rules[i], proposed[k]), -i, -k) for i, k in _near(rules, proposed)), reverse=True
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, k in options:
        if -i not in taken and -k not in used:
            taken[-i] = -k
            used.add(-k)
    found: list[tuple[tuple[int, int], Pair]] = []
    for i, one in enumerate(rules):
        where = (one.quote.start, one.quote.end)
        if i not in taken:
            found.append((where, Pair("only rules", one.id, None, (), one.quote.text)))
            continue
        other = proposed[taken[i]]
        slots = differences(one, other)
        found.append((where, Pair("differ" if slots else "agreed", one.id, other.id, slots, one.quote.text)))
    for k, other in enumerate(proposed):
        if k not in used:
            where = (other.quote.start, other.quote.end)
            found.append((where, Pair("only model", None, other.id, (), other.quote.text)))
    found.sort(key=lambda item: (item[0], item[1].claim or "", item[1].proposal or ""))
    return tuple(pair for _, pair in found)


def _near(rules: Sequence[Claim], proposed: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Yield the places of those that may be one claim; quotes are short, so only near ones are looked at."""
    order = sorted(range(len(proposed)), key=lambda k: proposed[k].quote.start)
    starts = [proposed[k].quote.start for k in order]
    longest = max((len(claim.quote.text) for claim in proposed), default=0)
    for i, one in enumerate(rules):
        first = bisect_left(starts, one.quote.start - longest)
        last = bisect_left(starts, one.quote.end)
        yield from ((i, k) for k in order[first:last] if _may_be_same(one, proposed[k]))


def differences(one: Claim, other: Claim) -> tuple[str, ...]:
    """Return the slots in which the two say different things; fillers that the text leaves unsaid are no difference."""
    found = [slot for slot in ("event", "modality", "polarity") if getattr(one, slot) != getattr(other, slot)]
    for slot in (*_CORE, "places", "vessels", "speakers"):
        mine, theirs = _said(one, slot), _said(other, slot)
        silent = slot not in _CORE and not (mine and theirs)
        if mine != theirs and not silent and not _entailed(one, other, slot):
            found.append(slot)
    return tuple(found)


def _said(claim: Claim, slot: str) -> frozenset[object]:
    if slot == "items":
        return frozenset(_item(item) for item in claim.items)
    if slot == "time":
        when = claim.time
        return frozenset() if when is None or when.implicit else frozenset([(when.first, when.last)])
    if slot == "speakers":
        return frozenset(s.canonical for s in claim.attribution if s.mode != "publisher")
    mentions: tuple[Mention, ...] = getattr(claim, slot)
    if slot == "places":
        return frozenset((m.canonical, m.role) for m in mentions)
    return frozenset(_party(m) for m in mentions if not m.implicit)


def _entailed(one: Claim, other: Claim, slot: str) -> bool:
    """Return whether one side only spells out what the other entails ("deployed to Russia": Russia receives)."""
    if slot not in ("supplier", "recipient", "actor"):
        return False
    mine = {_party(m) for m in getattr(one, slot)}
    theirs = {_party(m) for m in getattr(other, slot)}
    return mine == theirs


def _party(mention: Mention) -> str:
    return state_of(mention.canonical) or mention.canonical


def _item(item: Item) -> tuple[object, ...]:
    amount = item.quantity
    if amount is None:
        return (item.cls,)
    return item.cls, amount.low, amount.high, amount.bound, amount.unit


def _shared(one: Claim, other: Claim) -> int:
    return max(0, min(one.quote.end, other.quote.end) - max(one.quote.start, other.quote.start))


def _union(one: Claim, other: Claim) -> float:
    whole = max(one.quote.end, other.quote.end) - min(one.quote.start, other.quote.start)
    return _shared(one, other) / whole


def _may_be_same(one: Claim, other: Claim) -> bool:
    shorter = min(len(one.quote.text), len(other.quote.text))
    if _shared(one, other) < _OVERLAP * shorter:
        return False
    return one.family == other.family or _union(one, other) >= _SAME_WORDS


def _nearness(one: Claim, other: Claim) -> tuple[bool, bool, int, float]:
    unlike = len(differences(one, other))
    return one.event == other.event, one.family == other.family, -unlike, _union(one, other)


def refused_by_reason(reasons: Iterable[str]) -> dict[str, int]:
    """Return how many proposals were refused for each reason, most frequent first, then by name."""
    counted: dict[str, int] = {}
    for reason in reasons:
        counted[reason] = counted.get(reason, 0) + 1
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
