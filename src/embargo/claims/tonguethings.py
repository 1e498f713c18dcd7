"""Things and times of a deed in Russian and Korean: items with the amounts that count them, and which time is whose."""

import re

from embargo.claims.tonguecast import Deed
from embargo.claims.tonguevoices import Said
from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import Document, Item, When


def items_of(speech: Tongue, text: str, deed: Deed, denied: bool) -> tuple[Item, ...]:
    """Return the deed's items with their quantities, in the text's order; a denied deed counts nothing.

    People lost whom no noun names, and sums of money, are items without words of their own.
    """
    found: list[Item] = []
    used: set[int] = set()
    result = deed.frame.get("result")
    for sign in deed.items:
        value = f"{sign.value}.{result}" if result and sign.value == "personnel.military" else sign.value
        counted = None if denied else _counted(speech, text, sign, deed, used)
        quantity = counted.amount if counted is not None else None
        if counted is not None and quantity is not None:
            used.add(counted.start)
            own = speech.unit_of(value)
            unit = own if own and counted.value in ("", "count", "round") else counted.value
            quantity = type(quantity)(
                quantity.text, quantity.start, quantity.end, quantity.low, quantity.high, quantity.bound, unit
            )
        elif deed.event == "combat.participate":
            continue  # soldiers who fight are the actor; they are things counted only where a number is given
        found.append(Item(text[sign.start : sign.end], sign.start, sign.end, value, quantity))
    if not deed.items and not denied and "money" in deed.frame["needs"]:
        sums = [s for s in deed.amounts if _is_sum(s)]
        found.extend(Item(None, None, None, "money", s.amount, implicit=True) for s in sums)
    elif not deed.items and not denied and result:
        lost = [s for s in deed.amounts if s.value == "count"][:1]
        value = f"personnel.military.{result}"
        found.extend(Item(None, None, None, value, s.amount, implicit=True) for s in lost)
    return tuple(found)


def _counted(speech: Tongue, text: str, item: Sign, deed: Deed, used: set[int]) -> Sign | None:
    """Return the amount of the item; of "4 of the 11 thousand" the part."""
    whole = _amount(speech, text, item, deed, used)
    if whole is None:
        # "потери войск превысили 6000 человек"
        lost = [a for a in deed.amounts if a.value == "count" and a.start >= item.end and a.start not in used]
        return lost[0] if lost and deed.frame.get("result") and not speech.last else None
    of, parts = (
        speech.data["tongue"]["part"],
        [a for a in deed.amounts if a is not whole and a.value in ("", "count")],
    )
    if speech.last:
        return next((a for a in parts if re.fullmatch(of, text[whole.end : a.start])), whole)
    if not re.search(rf"\b{of}$", text[max(0, whole.start - 8) : whole.start], re.IGNORECASE):
        return whole
    return next((a for a in parts if a.end <= deed.sign.start), whole)


def _amount(speech: Tongue, text: str, item: Sign, deed: Deed, used: set[int]) -> Sign | None:
    """Return the amount that counts the item: before it within a few words, in Korean also right after it."""
    money = item.value == "money"
    free = [a for a in deed.amounts if a.start not in used and a.value != "percent" and _is_sum(a) is money]
    whose = speech.data["tongue"]["whose"]
    if money:
        return free[0] if free else None
    if speech.last:
        for amount in free:
            if _follows(speech, text, item, amount, deed) and not re.match(
                whose, text[amount.end : amount.end + 4]
            ):
                return amount
    for amount in free:
        gap = text[amount.end : item.start]
        taken = any(
            amount.end <= other.start and other.end <= item.start
            for other in deed.things
            if other is not item
        )
        if speech.last and not re.match(whose, gap):
            taken = taken or any(_follows(speech, text, other, amount, deed) for other in deed.things)
        if amount.end <= item.start and gap.count(" ") <= 4 and not taken and not re.search(r"[,;:(]", gap):
            return amount
    return None


def _is_sum(amount: Sign) -> bool:
    return len(amount.value) == 3 and amount.value.isupper()


def _follows(speech: Tongue, text: str, item: Sign, amount: Sign, deed: Deed) -> bool:
    """Return whether a Korean amount stands right after the thing: "포탄 900만 발", "북한군 사망자가 600여 명"."""
    if item.end > amount.start:
        return False
    between = text[item.end : amount.start]
    if item.end <= deed.sign.start and deed.sign.end <= amount.start:
        between = text[item.end : deed.sign.start] + text[deed.sign.end : amount.start]
    return re.fullmatch(speech.data["tongue"]["count_gap"], between) is not None


def is_of_saying(
    speech: Tongue, text: str, time: Sign, zones: list[tuple[int, int]], deed: Deed, said: list[Said]
) -> bool:
    """Return whether a time dates the saying: it stands with the speaker, or in Korean right after or past the deed."""
    if any(a <= time.start and time.end <= b for a, b in zones):
        return True
    if not speech.last or not said:
        return False
    day = time.when is not None and time.when.first == time.when.last
    after = day and any(one.end <= time.start and not text[one.end : time.start].strip(" ,") for one in said)
    return after or time.start >= deed.sign.end


def forward(time: Sign | None, deed: Deed, document: Document) -> When | None:
    """Return the time of the event; a month named without its year lies ahead of the day for what is only planned."""
    if time is None or time.when is None:
        return None
    when, day = time.when, document.day
    ahead = deed.modality in ("planned", "pledged", "considered", "requested", "conditional")
    if not (ahead and time.floating and day and when.last and when.last < day):
        return when
    first, last = (
        d and d.replace(year=d.year + 1, day=min(d.day, 28) if d.month == 2 else d.day)
        for d in (when.first, when.last)
    )
    return When(when.text, when.start, when.end, first, last, when.relation)
