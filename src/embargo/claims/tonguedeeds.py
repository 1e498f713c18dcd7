"""Deeds in Russian and Korean: which frame a verb or noun fills, in which clause, and who stands where in it."""

import re
from typing import Any

import msgspec

from embargo.claims.lexicon import Lexicon
from embargo.claims.subjects import troops
from embargo.claims.tonguenames import Said
from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import state_of

_DEEDS = ("verbs", "will", "nouns")
# Deeds whose State-to-be-reached is a party, and those that only have a place.
# What may stand between a Korean verb and the thing it speaks of, or between that and its number.
_NEAR = r"(?:[은는이가])?\s?(?:총\s)?"
_SENT = ("deploy.personnel", "labour.dispatch", "labour.repatriate")


class Deed(msgspec.Struct):
    """A frame met: its event, verb, clause, cast, and what is said of how far it has got."""

    event: str
    frame: dict[str, Any]
    sign: Sign
    start: int
    end: int
    agents: list[Sign] = []
    takers: list[Sign] = []
    givers: list[Sign] = []
    # The things that fill the frame, and all that the clause names.
    items: list[Sign] = []
    things: list[Sign] = []
    places: list[tuple[Sign, str]] = []
    amounts: list[Sign] = []
    times: list[Sign] = []
    modality: str = "asserted"
    negative: bool = False
    doubts: list[str] = []


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
                and re.fullmatch(_NEAR, text[hi_of : thing.start])
            ):
                hi_of = thing.end
        return lo, hi_of
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
    inside = [s for s in free if lo <= s.start and s.end <= hi]
    items = [s for s in inside if s.kind == "item"]
    if not items and speech.rule("relative").match(text[lo:hi].lstrip(" ,")):
        items = [s for s in free if s.kind == "item" and s.end <= lo][-1:]
    elif (
        not items
        and earlier is not None
        and speech.rule("relative").match(text[earlier.start :].lstrip(" ,"))
    ):
        items = earlier.items  # "ракеты, которые … поставила, были выпущены"
    parties = [s for s in inside if s.kind == "party"]
    for frame in speech.frames:
        if sign.value not in frame.get(sign.kind, ()):
            continue
        fitting = [s for s in items if any(s.value.split(".")[0] == need for need in frame["needs"])]
        if found and (not fitting or any(s is o for deed in found for o in deed.items for s in fitting)):
            continue
        if not (fitting or _met(frame["needs"], inside, parties)):
            continue
        deed = Deed(frame["event"], frame, sign, lo, hi, items=fitting, things=items)
        deed.amounts = [s for s in inside if s.kind == "amount"]
        deed.times = [s for s in inside if s.kind == "time"]
        if deed.event == "by item":
            kinds = [lexicon.event_of(s.value) for s in fitting] or ["transfer.finance"]
            deed.event = "transfer.materiel" if "transfer.materiel" in kinds else kinds[0]
        _negation(speech, text, deed)
        _cast(speech, text, deed, inside, earlier, said)
        _mood(speech, text, deed, said)
        found.append(deed)
    return found


def _met(needs: list[str], inside: list[Sign], parties: list[Sign]) -> bool:
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
        or ("count" in needs and bool(parties) and "count" in counts)
    )


def _cast(
    speech: Tongue, text: str, deed: Deed, inside: list[Sign], earlier: Deed | None, said: list[Said]
) -> None:
    """Put parties and places where preposition, particle and order say they stand."""
    passive = speech.rule("passive").search(text[deed.sign.start : deed.sign.end]) is not None
    moved = deed.frame["pattern"] in ("give", "get") or deed.event in (
        *_SENT,
        "visit.official",
        "vessel.portcall",
    )
    for sign in inside:
        case = ("to" if moved else "in") if sign.case == "motion" else sign.case
        if sign.kind == "place":
            role = {"to": "destination", "from": "origin"}.get(case, "location")
            deed.places.append((sign, role))
        elif sign.kind == "party":
            _seat(speech, text, deed, sign, case, passive)
    if deed.event in _SENT and not deed.takers:
        # Soldiers sent to Kursk are sent to Russia.
        sent = next((state_of(place.value) for place, role in deed.places if role == "destination"), None)
        if sent and all(state_of(a.value) != sent for a in deed.agents):
            deed.takers.append(Sign("implied", deed.start, deed.start, sent))
    _people(speech, deed, inside)
    if deed.agents or (deed.givers and deed.frame["pattern"] != "get") or passive or deed.event == "casualty":
        return
    if earlier is not None and not speech.rule("relative").match(text[deed.start : deed.end].lstrip(" ,")):
        deed.agents = list(earlier.agents)
        deed.doubts.append("who acts was taken from an earlier clause")
    elif said and deed.sign.kind != "nouns" and _own(speech, said[0], deed):
        deed.agents.append(said[0].sign)
        deed.doubts.append("who acts was taken from who speaks")


def _people(speech: Tongue, deed: Deed, inside: list[Sign]) -> None:
    """Let people and ships act under their State: soldiers who took others, the ship that called, whose the dead were."""
    act, event = deed.frame["pattern"] == "act", deed.event
    doers = [
        s
        for s in inside
        if s.nation
        and (s.kind == "vessel" or s.value.startswith(("personnel", "labour")))
        and (s.case in ("topic", "subject") if speech.last else s.end <= deed.sign.start and not s.case)
        and (s not in deed.items or len(deed.items) > 1)
    ]
    if not deed.agents and doers and event not in ("casualty", *_SENT):
        deed.items = [s for s in deed.items if s is not doers[0] or event == "combat.participate"]
        own = troops(doers[0].nation) if event in ("combat.participate", "use.weapon") else doers[0].nation
        deed.agents.append(Sign("item", doers[0].start, doers[0].end, own))
        return
    things = next((s for s in deed.items if s.nation), None)
    if deed.agents or things is None or deed.frame["pattern"] == "get":
        return
    if (act and event not in ("capture.personnel", "use.weapon")) or (not act and not deed.givers):
        own = troops(things.nation) if event == "combat.participate" else things.nation
        kind = "implied" if event == "casualty" else "item"
        deed.agents.append(Sign(kind, things.start, things.end, own))
        deed.doubts.append("who acts was taken from whose the people or things are")


def _own(speech: Tongue, one: Said, deed: Deed) -> bool:
    """Return whether a deed without a subject is the speaker's own: of a State or its leader, or denied or admitted."""
    whole = ":" not in one.sign.value or one.sign.value in speech.leaders
    if deed.event in ("combat.participate", "casualty"):
        return False
    return one.denies or deed.negative or (whole and state_of(one.sign.value) is not None)


def _seat(speech: Tongue, text: str, deed: Deed, sign: Sign, case: str, passive: bool) -> None:
    give, get = deed.frame["pattern"] == "give", deed.frame["pattern"] == "get"
    if case in ("topic", "subject"):
        (deed.takers if passive and not deed.items else deed.agents).append(sign)
    elif case == "to" and (give or deed.event in _SENT):
        deed.takers.append(sign)
    elif case == "from" or (case == "in" and (give or get) and speech.last):
        deed.givers.append(sign) if give or get else deed.agents.append(sign) if deed.event in _SENT else None
    elif case in ("to", "in") and sign.value.isupper() and len(sign.value) == 2:
        deed.places.append((sign, "destination" if case == "to" else "location"))
    elif case in ("", "object", "of") and not speech.last:
        _bare(speech, text, deed, sign, passive)
    elif case == "" and speech.last and sign.end <= deed.sign.start and not deed.agents:
        deed.agents.append(sign)
    elif case == "object" and deed.event == "visit.official":
        deed.places.append((sign, "destination"))
    elif case == "with" and deed.event == "agreement.sign":
        deed.agents.append(sign)
    elif case == "of" and give and not deed.givers:
        deed.givers.append(sign)


def _bare(speech: Tongue, text: str, deed: Deed, sign: Sign, passive: bool) -> None:
    """Seat a Russian name without preposition: by its ending where that decides, else by where it stands."""
    written = text[sign.start : sign.end]
    give = deed.frame["pattern"] == "give"
    before = sign.end <= deed.sign.start
    dative = speech.rule("dative").search(written) is not None
    if passive:
        if speech.rule("instrumental").search(written):
            deed.agents.append(sign)
        elif dative and give:
            deed.takers.append(sign)
    elif deed.sign.kind == "nouns":
        # "поставки КНДР снарядов России": first who gives, then who is given.
        near = not before and not any(deed.sign.end <= item.start < sign.start for item in deed.items)
        (deed.agents if near and not deed.agents else deed.takers if give else deed.agents).append(sign)
    elif before:
        (deed.takers if dative and give else deed.agents).append(sign)
    elif (give and deed.agents) or (give and dative):
        deed.takers.append(sign)
    elif deed.event == "visit.official":
        deed.places.append((sign, "destination"))
    elif not deed.agents and not dative:
        deed.agents.append(sign)


def _negation(speech: Tongue, text: str, deed: Deed) -> None:
    rules = speech.data["negative"]
    before, after = text[deed.start : deed.sign.start], text[deed.sign.end - 1 : deed.sign.end + 40]
    deed.negative = bool(re.search(rules["before"], before) or re.search(rules["after"], after))


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
    rules = speech.data["negative"]
    deed.negative = bool(
        re.search(rules["before"], before) or re.search(rules["after"], text[deed.sign.end - 1 :][:40])
    )
    states = {
        state_of(s.value) for s in (*deed.agents, *deed.takers, *deed.givers, *(p for p, _ in deed.places))
    }
    for one in said:
        own = state_of(one.sign.value) in states
        if deed.modality in ("asserted", "alleged") and (one.denies or (own and deed.negative)):
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
    stop = re.search(r"[,.]", text[deed.sign.end :])
    return (
        min(deed.sign.end + 24, deed.sign.end + (stop.start() if stop else 24))
        if speech.last
        else deed.sign.end
    )
