"""Splits: one claim into one for each value of a slot, where the machine put several deeds into one."""

from collections.abc import Sequence

import msgspec

from embargo.casework.gist import SLOTS, WORDS, item_gist, mention_gist
from embargo.errors import UsageError
from embargo.vocabulary import Claim, Item, Part
from embargo.vocabulary.decisions import Edits


def splittable(claim: Claim, edits: Edits) -> list[str]:
    """Return the slots of the claim that hold several values."""
    return [
        slot
        for slot in SLOTS
        if slot not in (*WORDS, "attribution")
        and len(edits.get(slot, value if isinstance(value := getattr(claim, slot), tuple) else ())) > 1
    ]


def parted(claim: Claim, slot: str, edits: Edits) -> list[str]:
    """Return in words the values of the slot, as people left them."""
    if slot in edits:
        return [value.text or value.canonical for value in edits[slot]]
    return [item_gist(one) if isinstance(one, Item) else mention_gist(one) for one in getattr(claim, slot)]


def parts_of(claim: Claim, slot: str, edits: Edits, on_top: Sequence[Edits]) -> tuple[Part, ...]:
    """Return the parts: each with one value of the slot, the edits in force, and its own edits on top.

    Raises UsageError for a slot with fewer than two values, or edits of more parts than there are.
    """
    several = splittable(claim, edits)
    if slot not in several:
        told = ", ".join(several) or "none here: every slot has one value"
        raise UsageError(f'"{slot}" cannot be split', f"a slot with several values: {told}")
    if slot in edits:
        parts = [Part(edits={**edits, slot: (value,)}) for value in edits[slot]]
    else:
        parts = [Part({slot: (number,)}, edits) for number in range(len(getattr(claim, slot)))]
    if len(on_top) > len(parts):
        raise UsageError(
            f"edits of {len(on_top)} parts were given", f"at most {len(parts)}, one for each part"
        )
    for number, own in enumerate(on_top):
        parts[number] = msgspec.structs.replace(parts[number], edits={**parts[number].edits, **own})
    return tuple(parts)
