"""Merging: a claim that only repeats another of its document gives it what it lacks, and is left out."""

import msgspec

from embargo.casework.gist import SLOTS, gist
from embargo.casework.human import settle, signed
from embargo.casework.targets import Shelf, Target, targets
from embargo.vocabulary import Claim, Item, Lost, Reviewed


def merge(reviewed: dict[str, Reviewed], shelf: Shelf) -> list[Lost]:
    """Carry out the merges in force, in place; return those that cannot be, with why.

    The latest go first: of two people who merge each claim into the other, the later one wins.
    """
    lost: list[Lost] = []
    into: dict[str, str] = {}
    waiting = sorted(
        (one for one in reviewed.values() if one.state == "merged"),
        key=lambda one: (-one.decided.number, one.claim),
    )
    for one in waiting:
        found = _whole(one, shelf)
        if isinstance(found, Lost):
            reason = found
        elif _end(found.key, into) == one.claim:
            reason = Lost(one.decided, one.document, f"{found.key} was merged into it later")
        else:
            into[one.claim] = found.key
            continue
        lost.append(reason)
        del reviewed[one.claim]
    for key in sorted(into):
        reviewed[key] = msgspec.structs.replace(reviewed[key], into=into[key])
    for key in sorted(into):
        end = _end(key, into)
        _fill(reviewed, reviewed[key], end, shelf)
    return lost


def _end(key: str, into: dict[str, str]) -> str:
    while key in into:
        key = into[key]
    return key


def _whole(one: Reviewed, shelf: Shelf) -> Target | Lost:
    """Return where the claim stands into which this one was merged, in the same document."""
    decision = one.decided.decision
    found, missed = targets(one.decided, shelf, decision.into_anchor, decision.into)
    here = [target for target in found if target.document.id == one.document and target.key != one.claim]
    if here:
        return here[0]
    reason = missed[0].reason if missed else "it is the same claim now"
    return Lost(one.decided, one.document, f"what it was merged into, {decision.into}: {reason}")


def _fill(reviewed: dict[str, Reviewed], part: Reviewed, end: str, shelf: Shelf) -> None:
    """Give the whole what it lacks of the part, as a human reading."""
    held = reviewed.get(end)
    if held is not None and not held.human:
        return
    whole = held.human[0] if held is not None else shelf.by_id.get(end)
    before = part.decided.decision.reading or part.machine
    if whole is None or before is None or part.machine is None:
        # What is read by nobody now has nothing to give.
        return
    other = settle(before, part.machine, part.machine.quote, shelf.texts[part.document].text)
    decision = part.decided.decision
    filled = signed(_filled(whole, other), f"{part.claim} merged into it by {decision.by}: {decision.why}")
    if held is not None:
        reviewed[end] = msgspec.structs.replace(held, human=(filled, *held.human[1:]))
    else:
        reviewed[end] = Reviewed(
            claim=end,
            document=part.document,
            state="merged",
            decided=part.decided,
            machine=whole,
            human=(msgspec.structs.replace(filled, doubts=()),),
        )


def _filled(whole: Claim, part: Claim) -> Claim:
    quote = whole.quote
    lacking = {
        slot: _outside(getattr(part, slot), quote.start, quote.end)
        for slot in SLOTS
        if not gist(whole, slot) and gist(part, slot)
    }
    return msgspec.structs.replace(whole, **lacking)


def _outside(value: object, start: int, end: int) -> object:
    """Return the value with its words marked as outside the quote, where they lie outside the other claim's."""
    if isinstance(value, tuple):
        return tuple(_outside(one, start, end) for one in value)
    if not isinstance(value, msgspec.Struct) or getattr(value, "start", None) is None:
        return value
    inside = start <= getattr(value, "start") and getattr(value, "end") <= end  # noqa: B009 - any record with a span
    if isinstance(value, Item) and value.quantity is not None:
        value = msgspec.structs.replace(value, quantity=_outside(value.quantity, start, end))
    return msgspec.structs.replace(value, outside_quote=not inside)
