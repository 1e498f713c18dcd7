"""Roles in Russian and Korean: the cast of a deed, with those who act though no name of theirs stands where one acts."""

from embargo.claims.subjects import troops
from embargo.claims.tonguecast import SENT, Deed, seat
from embargo.claims.tonguevoices import Said
from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import state_of


def cast(
    speech: Tongue, text: str, deed: Deed, inside: list[Sign], earlier: Deed | None, said: list[Said]
) -> None:
    """Put parties and places where preposition, particle and order say they stand."""
    passive = speech.rule("passive").search(text[deed.sign.start : deed.sign.end]) is not None
    moved = deed.frame["pattern"] in ("give", "get") or deed.event in (
        *SENT,
        "visit.official",
        "vessel.portcall",
    )
    for sign in inside:
        case = ("to" if moved else "in") if sign.case == "motion" else sign.case
        if sign.kind == "place":
            role = {"to": "destination", "from": "origin", "at": "target"}.get(case, "location")
            deed.places.append((sign, role))
        elif sign.kind == "party":
            seat(speech, text, deed, sign, case, passive)
    if speech.last and any(a.case == "subject" for a in deed.agents):
        # The topic stands outside: "일본 정부는 북한이 …".
        deed.agents = [a for a in deed.agents if a.case not in ("", "topic")]
    _two_bare(speech, text, deed)
    _route(deed)
    if deed.event in SENT and not deed.takers:
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
    if not deed.agents and doers and event not in ("casualty", *SENT):
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
