"""Roles in Russian and Korean: who stands where in a deed, by preposition, particle, ending and order."""

from typing import Any

import msgspec

from embargo.claims.subjects import troops
from embargo.claims.tonguevoices import Said
from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import state_of

# Deeds whose State-to-be-reached is a party, and those that only have a place.
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
    vessels: list[Sign] = []
    amounts: list[Sign] = []
    times: list[Sign] = []
    modality: str = "asserted"
    negative: bool = False
    unproven: bool = False
    doubts: list[str] = []


def cast(
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
            role = {"to": "destination", "from": "origin", "at": "target"}.get(case, "location")
            deed.places.append((sign, role))
        elif sign.kind == "party":
            _seat(speech, text, deed, sign, case, passive)
    if speech.last and any(a.case == "subject" for a in deed.agents):
        # The topic stands outside: "일본 정부는 북한이 …".
        deed.agents = [a for a in deed.agents if a.case not in ("", "topic")]
    _two_bare(speech, text, deed)
    _route(deed)
    if deed.event in _SENT and not deed.takers:
        # Soldiers sent to Kursk are sent to Russia.
        sent = next((state_of(place.value) for place, role in deed.places if role == "destination"), None)
        if sent and all(state_of(a.value) != sent for a in deed.agents):
            deed.takers.append(Sign("implied", deed.start, deed.start, sent))
    deed.vessels = [s for s in inside if s.value.startswith("vessel:")]
    if deed.event == "vessel.portcall" and not deed.agents:
        deed.agents = list(deed.vessels)
    _people(speech, text, deed, inside)
    if deed.event == "casualty" and not deed.agents and earlier is not None and earlier.agents:
        lost = state_of(earlier.agents[0].value)
        if lost:
            deed.agents.append(Sign("implied", deed.start, deed.start, lost))
    if deed.agents or (deed.givers and deed.frame["pattern"] != "get") or passive or deed.event == "casualty":
        return
    if earlier is not None and not speech.rule("relative").match(text[deed.start : deed.end].lstrip(" ,")):
        deed.agents = list(earlier.agents)
        deed.doubts.append("who acts was taken from an earlier clause")
    elif said and (deed.sign.kind != "nouns" or _admits(said[0], deed)) and _own(speech, said[0], deed):
        deed.agents.append(said[0].sign)
        deed.doubts.append("who acts was taken from who speaks")


def _route(deed: Deed) -> None:
    """Where only a route is given, its States send and receive, and a doubt says so."""
    if deed.frame["pattern"] != "give" or deed.agents or deed.givers:
        return
    ends = {role: state_of(place.value) for place, role in deed.places}
    if ends.get("origin") and (ends.get("destination") or deed.takers):
        deed.givers.append(Sign("implied", deed.start, deed.start, ends["origin"] or ""))
        if not deed.takers:
            deed.takers.append(Sign("implied", deed.start, deed.start, ends["destination"] or ""))
        deed.doubts.append("who sends and receives was taken from the route")


def is_placed(deed: Deed) -> bool:
    """Return whether some State is in the deed, and for a visit one that is not the visitor's own."""
    places = {state_of(place.value) for place, _ in deed.places} - {None}
    if deed.event == "visit.official":
        return bool(places - {state_of(agent.value) for agent in deed.agents})
    return bool(
        deed.agents or deed.takers or deed.givers or places or any(item.nation for item in deed.items)
    )


def _two_bare(speech: Tongue, text: str, deed: Deed) -> None:
    """Of two bare Russian names before a verb, the one that has no endings is not the one that acts."""
    if speech.last or len(deed.agents) != 2:
        return
    first, second = sorted(deed.agents, key=lambda s: s.start)
    fixed = [s for s in (first, second) if text[s.start : s.end].isupper()]
    if len(fixed) == 1 and not text[first.end : second.start].strip():
        deed.agents.remove(fixed[0])
        if deed.frame["pattern"] == "give":
            deed.takers.append(fixed[0])


def _people(speech: Tongue, text: str, deed: Deed, inside: list[Sign]) -> None:
    """Let people and ships act under their State: soldiers who took others, the ship that called, whose the dead were."""
    act, event = deed.frame["pattern"] == "act", deed.event
    counted = {a.start: speech.case_after(text, a.end)[0] for a in deed.amounts} if speech.last else {}
    for s in inside:
        # "북한군 1만여 명이": the particle stands after the number.
        if s.nation and not s.case and (s.end + 1 in counted or s.end in counted):
            s.case = counted.get(s.end + 1, "") or counted.get(s.end, "")
    doers = [
        s
        for s in inside
        if s.nation
        and (s.kind == "vessel" or s.value.startswith(("personnel", "labour")))
        and (s.case in ("topic", "subject") if speech.last else s.end <= deed.sign.start and not s.case)
        and (s not in deed.items or len(deed.items) > 1)
    ]
    doers.sort(key=lambda s: s.case == "topic")
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


def _admits(one: Said, deed: Deed) -> bool:
    """Return whether a noun's deed is what the speaker admits or denies of himself: "КНДР подтвердила отправку войск в Россию"."""
    return (one.acknowledges or one.denies) and bool(
        {state_of(s.value) for s in deed.takers} - {state_of(one.sign.value)}
    )


def _own(speech: Tongue, one: Said, deed: Deed) -> bool:
    """Return whether a deed without a subject is the speaker's own: of a State or its leader, or denied or admitted."""
    whole = ":" not in one.sign.value or one.sign.value in speech.leaders
    if deed.event in ("combat.participate", "casualty"):
        return False
    return one.denies or deed.negative or (whole and state_of(one.sign.value) is not None)


def _seat(speech: Tongue, text: str, deed: Deed, sign: Sign, case: str, passive: bool) -> None:
    give, get = deed.frame["pattern"] == "give", deed.frame["pattern"] == "get"
    if case in ("topic", "subject"):
        if not passive:
            deed.agents.append(sign)
        elif not deed.items:
            deed.takers.append(sign)
    elif case in ("to", "for") and (give or deed.event in _SENT):
        deed.takers.append(sign)
    elif case == "from" or (case == "in" and (give or get) and speech.last):
        deed.givers.append(sign) if give or get else deed.agents.append(sign) if deed.event in _SENT else None
    elif case == "at" and deed.event == "use.weapon":
        deed.places.append((sign, "target"))
    elif case in ("to", "in") and sign.value.isupper() and len(sign.value) == 2:
        deed.places.append((sign, "destination" if case == "to" else "location"))
    elif case in ("", "object", "of") and not speech.last:
        _bare(speech, text, deed, sign, passive)
    elif (
        case == ""
        and speech.last
        and sign.end <= deed.sign.start
        and not (deed.agents or passive or (deed.items and deed.items[0].start < sign.start))
    ):
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
    elif deed.sign.kind == "nouns" and before:
        # "Россия начала поставки": who begins or goes on with a deed does it; who condemns it does not.
        # Who is accused of it is said to do it.
        carries = speech.rule("carriers").search(text[sign.end : deed.sign.start])
        if (carries or speech.rule("accused").search(text[: sign.start][-24:])) and not deed.agents:
            deed.agents.append(sign)
    elif deed.sign.kind == "nouns":
        # "поставки КНДР снарядов России": first who gives, then who is given.
        near = not any(deed.sign.end <= item.start < sign.start for item in deed.items)
        if near and dative and not deed.agents and give:
            deed.doubts.append(f"whether “{written}” gives or is given is not clear")
            return  # "поставка России снарядов": by Russia or to Russia
        (deed.agents if near and not deed.agents else deed.takers if give else deed.agents).append(sign)
    elif before:
        (deed.takers if dative and give else deed.agents).append(sign)
    elif (give and deed.agents) or (give and dative):
        deed.takers.append(sign)
    elif deed.event == "visit.official":
        deed.places.append((sign, "destination"))
    elif not deed.agents and not dative:
        deed.agents.append(sign)
