"""The cast of a deed in Russian and Korean: where a name is seated, by preposition, particle, ending and order."""

import re
from typing import Any

import msgspec

from embargo.claims.tonguewords import Sign, Tongue

# Deeds whose State-to-be-reached is a party, and those that only have a place.
SENT = ("deploy.personnel", "labour.dispatch", "labour.repatriate")


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


def seat(speech: Tongue, text: str, deed: Deed, sign: Sign, case: str, passive: bool) -> None:
    """Put the party where what stands with it says: among who acts, gives or is given, or among the places."""
    give, get = deed.frame["pattern"] == "give", deed.frame["pattern"] == "get"
    noun = deed.sign.kind == "nouns"
    if case in ("topic", "subject") and noun:
        return  # who speaks of a deed that a noun names need not do it
    if case in ("topic", "subject"):
        if not passive:
            deed.agents.append(sign)
        elif not deed.items:
            deed.takers.append(sign)
    elif case in ("to", "for") and (give or deed.event in SENT):
        deed.takers.append(sign)
    elif case == "from" or (case == "in" and (give or get) and speech.last):
        deed.givers.append(sign) if give or get else deed.agents.append(sign) if deed.event in SENT else None
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
    elif case == "of" and (give or noun) and not (deed.givers or deed.agents):
        (deed.givers if give else deed.agents).append(sign)


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
        carriers = speech.data["tongue"]["carriers"]
        carries = re.match(rf"\s(?:\w+\s)?(?:{carriers})", text[sign.end : deed.sign.start])
        if (
            carries or speech.rule("accused").search(text[max(0, sign.start - 24) : sign.start])
        ) and not deed.agents:
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
