"""Deeds in Russian and Korean: which frame a verb or noun fills, in which clause, and how far the deed has got."""

import re

from embargo.claims.lexicon import Lexicon
from embargo.claims.tonguecast import Deed
from embargo.claims.tongueroles import cast, is_placed
from embargo.claims.tonguevoices import Said
from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import state_of


def deeds(
    speech: Tongue, text: str, start: int, end: int, signs: list[Sign], said: list[Said], lexicon: Lexicon
) -> list[Deed]:
    """Return the deeds of the sentence in order; nouns ("поставки оружия") only where no verb says one."""
    free = [s for s in signs if not any(one.start <= s.start and s.end <= one.end for one in said)]
    for forms in (("verbs", "will"), ("nouns",)):
        found: list[Deed] = []
        triggers = [s for s in free if s.kind in forms]
        triggers = [
            s for s in triggers if all(s is o or s.start != o.start for o in triggers[: triggers.index(s)])
        ]
        for number, sign in enumerate(triggers):
            lo, hi = _clause(speech, text, (start, end), free, triggers, number)
            earlier = found[-1] if found else None
            for deed in _deeds_of(speech, text, sign, (lo, hi), free, earlier, lexicon, said):
                if forms[0] == "verbs" or deed.agents or deed.takers or deed.givers:
                    found.append(deed)
        if found:
            return found
    return []


def _clause(
    speech: Tongue, text: str, bounds: tuple[int, int], free: list[Sign], triggers: list[Sign], number: int
) -> tuple[int, int]:
    lo, hi = bounds
    sign = triggers[number]
    before = triggers[number - 1] if number else None
    after = triggers[number + 1] if number + 1 < len(triggers) else None
    if speech.last:
        hi_of = sign.end
        lo = before.end if before else lo
        # What a Korean verb says stands before it; a thing may follow it: "보낸 컨테이너".
        for thing in free:
            if (
                thing.kind in ("item", "amount")
                and thing.start >= sign.end
                and speech.rule("near").fullmatch(text[hi_of : thing.start])
            ):
                hi_of = thing.end
        return lo, hi_of
    apart = speech.rule("apart").search(text, sign.end, hi)
    hi = apart.start() if apart else hi
    if before:
        lo = _break(speech, text, before.end, sign.start)
    if after:
        hi = _break(speech, text, sign.end, after.start)
    return lo, hi


def _break(speech: Tongue, text: str, start: int, end: int) -> int:
    """Return where the clause of the second verb begins: at the last stop between the verbs, else at the last "and"."""
    stops = list(re.finditer(speech.data["tongue"]["breaks"], text[start:end]))
    strong = [m for m in stops if m.group().strip() in ",;:—–"] or stops
    return start + strong[-1].start() if strong else end


def _deeds_of(
    speech: Tongue,
    text: str,
    sign: Sign,
    clause: tuple[int, int],
    free: list[Sign],
    earlier: Deed | None,
    lexicon: Lexicon,
    said: list[Said],
) -> list[Deed]:
    """Return what one word says: a deed for each frame with things of its own ("sent soldiers and shells" is two)."""
    lo, hi = clause
    found: list[Deed] = []
    # Who stands before ", что" is no party of what follows it.
    begin = max((m.end() + lo for m in speech.rule("opens").finditer(text[lo : sign.start])), default=lo)
    inside = [s for s in free if begin <= s.start and s.end <= hi]
    items = [s for s in inside if s.kind == "item"]
    if not items and speech.rule("relative").match(text[lo:hi].lstrip(" ,")):
        items = [s for s in free if s.kind == "item" and s.end <= lo][-1:]
    elif (
        not items
        and earlier is not None
        and speech.rule("relative").match(text[earlier.start : earlier.end].lstrip(" ,"))
    ):
        items = earlier.items  # "ракеты, которые … поставила, были выпущены"
    parties = [s for s in inside if s.kind == "party"]
    for frame in speech.frames:
        if sign.value not in frame.get(sign.kind, ()):
            continue
        fitting = [s for s in items if any(s.value.split(".")[0] == need for need in frame["needs"])]
        if found and (not fitting or any(s is o for deed in found for o in deed.items for s in fitting)):
            continue
        also = frame.get("result") and earlier is not None and earlier.event == "casualty"
        if not (fitting or _met(frame["needs"], inside, parties, bool(also))):
            continue
        deed = Deed(frame["event"], frame, sign, lo, hi, items=fitting, things=items)
        deed.amounts = [s for s in inside if s.kind == "amount"]
        deed.times = [s for s in inside if s.kind == "time"]
        if deed.event == "by item":
            kinds = [lexicon.event_of(s.value) for s in fitting] or ["transfer.finance"]
            deed.event = "transfer.materiel" if "transfer.materiel" in kinds else kinds[0]
        _negation(speech, text, deed)
        cast(speech, text, deed, inside, earlier, said)
        _mood(speech, text, deed, said)
        if is_placed(deed) or deed.event == "theft.cyber":
            found.append(deed)
    return found


def _met(needs: list[str], inside: list[Sign], parties: list[Sign], also: bool) -> bool:
    """Return whether what a frame needs beside things is there: a sum, a ship, a party, a person, people counted."""
    counts = {s.value for s in inside if s.kind == "amount"}
    return (
        ("money" in needs and any(len(unit) == 3 and unit.isupper() for unit in counts))
        or (
            "vessel" in needs
            and any(s.kind == "vessel" for s in inside)
            and any(s.kind == "place" for s in inside)
        )
        or ("party" in needs and bool(parties))
        or ("person" in needs and any(":" in s.value for s in parties))
        or ((("count" in needs and bool(parties)) or also) and "count" in counts)
    )


def _negation(speech: Tongue, text: str, deed: Deed) -> None:
    rules = speech.data["negative"]
    line = max(text.rfind("\n", 0, deed.sign.start) + 1, deed.sign.start - 90)
    before, after = text[deed.start : deed.sign.start], text[deed.sign.end - 1 : deed.sign.end + 40]
    # Absence of evidence is no denial: the claim stays asserted and negative.
    deed.unproven = bool(
        speech.absent["before"].search(text, line, deed.sign.start) or speech.absent["after"].search(after)
    )
    deed.negative = deed.unproven or bool(
        re.search(rules["before"], before) or re.search(rules["after"], after)
    )


def _mood(speech: Tongue, text: str, deed: Deed, said: list[Said]) -> None:
    """Say how far the deed has got, and whether it is said not to be."""
    before, after = text[deed.start : deed.sign.start], text[deed.sign.start : _until(speech, text, deed)]
    window = after if speech.last else before + text[deed.sign.start : deed.sign.end]
    for name in speech.data["mood"]:
        if speech.mood(name).search(window):
            deed.modality = name
            break
    if deed.modality == "asserted" and deed.sign.kind == "will":
        deed.modality = "planned"
    states = {
        state_of(s.value) for s in (*deed.agents, *deed.takers, *deed.givers, *(p for p, _ in deed.places))
    }
    for one in said:
        own = state_of(one.sign.value) in states
        if deed.modality in ("asserted", "alleged") and (
            one.denies or (own and deed.negative and not deed.unproven)
        ):
            # A party that says its own deed never was denies it.
            deed.modality, deed.negative = "denied", True
        elif (
            one.acknowledges
            and deed.modality == "asserted"
            and state_of(one.sign.value) in states
            and not deed.negative
        ):
            deed.modality = "acknowledged"


def _until(speech: Tongue, text: str, deed: Deed) -> int:
    """Return where what a Korean verb's endings say stops: some words on, or at the next stop."""
    stop = re.search(r"[,.]", text[deed.sign.end : deed.sign.end + 24])
    return (
        min(deed.sign.end + 24, deed.sign.end + (stop.start() if stop else 24))
        if speech.last
        else deed.sign.end
    )
