"""Compared figures: "7,900 tonnes in August, against 2,100 in July" tells the same deed twice, each figure with its own time."""

from collections.abc import Sequence

import msgspec

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.retractions import requoted
from embargo.claims.things import quantity
from embargo.claims.units import unit_after
from embargo.vocabulary import Claim, Document, Item

# What stands before the figure that another is held against, and words that may stand between.
_AGAINST = words("held_against")
_BETWEEN = frozenset(
    {"the", "just", "only", "some", "as", "well", "against", "with", "to", "from", "than", "a", "mere"}
)
# So many words lie at most between such a figure and its time: "the 2,100 tonnes entered for July".
_NEAR = 3
_FAMILIES = ("customs", "transfer", "ship", "rail", "vessel", "labour", "deploy", "casualty", "theft", "use")
DOUBT = "what the figure counts was taken from the figure that it is compared with"


def compared_figures(document: Document, scene: Scene, found: Sequence[Claim]) -> list[Claim]:
    """Return for each figure that the sentence compares its own with that claim again, with that figure and that time."""
    told = next((claim for claim in found if _tells(claim)), None)
    if told is None:
        return []
    made = []
    for amount in scene.of("amount"):
        at = _comparison(scene, amount)
        time = _time_of(scene, amount)
        if at is None or time is None or time.when is None:
            continue
        item = next((n for n, thing in enumerate(told.items) if _same_measure(scene, thing, amount)), None)
        if item is not None:
            made.append(_again(document, scene, told, item, amount, time, at))
    return made


def _tells(claim: Claim) -> bool:
    stated = claim.modality in ("asserted", "alleged") and claim.polarity == "positive"
    return stated and claim.family in _FAMILIES and any(item.quantity is not None for item in claim.items)


def _comparison(scene: Scene, amount: Mark) -> int | None:
    """Return the token of the word that holds the amount against another, None where nothing does."""
    k = amount.i - 1
    while k >= 0 and scene.words[k].low in _BETWEEN and scene.words[k].low not in _AGAINST:
        k -= 1
    if k < 0 or scene.words[k].low not in _AGAINST:
        return None
    word = scene.words[k].low
    # "after" and "from" compare only behind a comma or a movement: "up from 50 in May", ", after $35 million in June".
    if word in ("after", "from"):
        before = scene.words[k - 1].low if k else ""
        return k if before in (",", "up", "down", "(", "–", "—") else None
    return k


def _time_of(scene: Scene, amount: Mark) -> Mark | None:
    """Return the time right behind the amount, its unit and its noun."""
    unit_end = max(amount.j, unit_after(scene, amount)[1])
    times = [m for m in scene.of("time") if amount.j <= m.i <= unit_end + _NEAR]
    between = {word.low for word in scene.words[amount.j : times[0].i]} if times else set()
    return times[0] if times and not between & {",", ";", ":", "and"} else None


def _same_measure(scene: Scene, item: Item, amount: Mark) -> bool:
    """Return whether the amount measures the item as the figure before did, and is not that figure itself."""
    own = item.quantity
    if own is None or amount.amount is None or own.start == amount.start or (own.start or 0) > amount.start:
        return False
    unit = amount.amount.unit or unit_after(scene, amount)[0]
    return unit in ("", own.unit)


def _again(
    document: Document, scene: Scene, told: Claim, item: int, amount: Mark, time: Mark, at: int
) -> Claim:
    first, last = scene.words[at].start, max(amount.end, time.end)
    while scene.text[last - 1] in " .,;\n":
        last -= 1
    moved = requoted(document, scene, told, first, last)
    thing = moved.items[item]
    counted = quantity(scene, amount, thing.cls, (first, last))
    if thing.quantity is not None:
        counted = msgspec.structs.replace(counted, unit=thing.quantity.unit)
    return msgspec.structs.replace(
        moved,
        items=(msgspec.structs.replace(thing, quantity=counted),),
        time=msgspec.structs.replace(time.when, outside_quote=False) if time.when is not None else None,
        doubts=(*told.doubts, DOUBT),
    )
