"""The gist of a claim: what each slot says, without the places where it says it; and how two readings differ."""

from collections.abc import Sequence

from embargo.vocabulary import Claim, Item, Mention, Quantity, Speaker, When, plain

# The slots that a person may edit, in the order in which they are shown.
SLOTS = (
    "event",
    "modality",
    "polarity",
    "supplier",
    "recipient",
    "actor",
    "items",
    "time",
    "said_time",
    "places",
    "means",
    "vessels",
    "attribution",
)
WORDS = ("event", "modality", "polarity")
TIMES = ("time", "said_time")
# Slots that follow from a document's details, whoever read the claim, as long as the words are the same.
FOLLOWING = (*TIMES, "attribution")
# Slots that differ without an edit of their own being possible.
BESIDE = ("also_reported_by", "additional", "cumulative")


def gist(claim: Claim, slot: str) -> str:
    """Return what the slot says, in the form that is shown and compared; "" where it is empty."""
    value = getattr(claim, slot)
    if isinstance(value, str | bool):
        return str(value)
    if value is None or isinstance(value, When):
        return when_words(value)
    if slot == "attribution":
        return "; ".join(f"{one.canonical}, {one.mode}" for one in said(value))
    if slot == "items":
        return "; ".join(sorted(map(item_gist, value)))
    return "; ".join(sorted({mention_gist(one) for one in value}))


def said(speakers: Sequence[Speaker]) -> list[Speaker]:
    """Return the speakers but for the publisher, who is known from the document and not from the text."""
    return [one for one in speakers if one.mode != "publisher"]


def mention_gist(mention: Mention) -> str:
    """Return who or what is meant, with a place's role."""
    return mention.canonical + (f" ({mention.role})" if mention.role else "")


def item_gist(item: Item) -> str:
    """Return the item's class with its amount."""
    return item.cls + (f" {amount_gist(item.quantity)}" if item.quantity else "")


def amount_gist(quantity: Quantity) -> str:
    """Return the amount by bound, ends and unit: "more_than 11000 count"."""
    ends = "–".join(dict.fromkeys(plain(end) for end in (quantity.low, quantity.high) if end is not None))
    return " ".join(part for part in (quantity.bound, ends, quantity.unit) if part)


def when_words(when: When | None) -> str:
    """Return the time by relation and days, "" where there is none."""
    if when is None:
        return ""
    return f"{when.relation} {when.first or '…'} to {when.last or '…'}"


def same_words(one: Claim, other: Claim, slot: str) -> bool:
    """Return whether a slot that follows from the document's details has the same words of the text in both."""
    left, right = getattr(one, slot), getattr(other, slot)
    if slot in TIMES:
        return (left.text if left else None) == (right.text if right else None) and bool(left) == bool(right)
    return [(s.text, s.mode) for s in said(left)] == [(s.text, s.mode) for s in said(right)]


def same(one: Claim, other: Claim, slot: str) -> bool:
    """Return whether the slot says the same in both, or would if both were read under the same details."""
    return gist(one, slot) == gist(other, slot) or (slot in FOLLOWING and same_words(one, other, slot))


def differences(before: Claim, now: Claim) -> tuple[str, ...]:
    """Return in words how the machine's reading of now differs from the one before."""
    return tuple(
        f"{slot} was {gist(before, slot) or 'empty'}, is read as {gist(now, slot) or 'empty'} now"
        for slot in (*SLOTS, *BESIDE)
        if not same(before, now, slot)
    )
