"""Reading Russian and Korean: a sentence of such a text into the same claims that the English reader gives."""

import re
from functools import lru_cache

from embargo.claims.attribution import publisher
from embargo.claims.lexicon import Lexicon
from embargo.claims.standing import Standing
from embargo.claims.tonguedeeds import Deed, deeds
from embargo.claims.tonguenames import Said, composed, voices
from embargo.claims.tonguetimes import amounts, times
from embargo.claims.tonguewords import Sign, Tongue, signs, tongue
from embargo.vocabulary import Claim, Document, Item, Mention, Speaker, cut, state_of
from embargo.vocabulary.mentions import Mode

LONGEST_QUOTE = 400
# Languages whose script Russian shares: a text of theirs is not read as Russian, whatever letters one sentence has.
_CYRILLIC = ("uk", "be", "bg", "sr", "mk", "kk", "mn", "ky", "tg")


def tongue_of(document: Document, text: str, start: int, end: int) -> Tongue | Standing | None:
    """Return the language that text[start:end] is read in, why it is not read, or None where it is neither script's.

    A sentence is Russian or Korean by its script; a text in another language of the Cyrillic script is not read as Russian.
    A language that was only proposed, as for a Russian text that quotes one Ukrainian name, gives way to the letters.
    """
    letters = [sign for sign in text[start:end] if sign.isalpha()]
    for code in ("ru", "ko"):
        speech = tongue(code)
        own = re.compile(f"[{speech.data['tongue']['letters']}]")
        foreign = speech.data["tongue"]["foreign"]
        mine = sum(own.match(sign) is not None or sign in foreign for sign in letters)
        if not letters or mine * 2 <= len(letters):
            continue
        stated = document.language.value or ""
        other = stated in _CYRILLIC and (document.language.standing == "stated" or not _mostly_russian(text))
        if code == "ru" and (other or any(sign in foreign for sign in letters)):
            named = "uk" if re.search("[іїєґІЇЄҐ]", text[start:end]) else stated
            return Standing(
                "not understood", f"language {named if named != 'ru' else 'unknown'} is not read yet"
            )
        return speech
    return None


@lru_cache(maxsize=4)
def _mostly_russian(text: str) -> bool:
    """Return whether letters that only Russian has outnumber those that it lacks."""
    foreign = tongue("ru").data["tongue"]["foreign"]
    return sum(sign in "ыэёъЫЭЁЪ" for sign in text) > sum(sign in foreign for sign in text)


def read_tongue(
    speech: Tongue, document: Document, text: str, start: int, end: int, lexicon: Lexicon
) -> tuple[list[Claim], Standing]:
    """Return the claims of the sentence in the order of their verbs, and its standing with the reason."""
    when = times(speech, text, start, end, document.day)
    taken = [(sign.start, sign.end) for sign in when]
    counted = amounts(speech, text, start, end, taken)
    taken += [(sign.start, sign.end) for sign in counted]
    words = composed(speech, text, signs(speech, text, start, end, taken))
    said = voices(speech, text, start, end, words)
    found = deeds(
        speech, text, start, end, sorted([*words, *when, *counted], key=lambda s: s.start), said, lexicon
    )
    claims = [_claim(speech, document, text, (start, end), deed, said, when) for deed in found]
    denier = next((one for one in said if one.denies), None)
    if not claims and denier is None and any(sign.kind == "deny" for sign in words):
        denier = next((one for one in said if state_of(one.sign.value)), None)
    if not claims and denier is not None:
        claims.append(_denial(document, text, (start, end), denier, said))
    if claims:
        return claims, Standing("read", "")
    verbs = [s for s in words if s.kind in ("verbs", "will", "nouns")]
    things = [s for s in words if s.kind == "item"]
    if verbs and things and any(s.kind == "party" for s in words):
        return [], Standing(
            "not understood", "names a party, a deed and a thing, yet no frame could be filled"
        )
    if things and counted:
        return [], Standing("not understood", "counts a thing, yet says no deed that is known")
    return [], Standing(
        "no event", "says no deed of the scheme" if things else "names no thing that measures reach"
    )


def _claim(
    speech: Tongue,
    document: Document,
    text: str,
    bounds: tuple[int, int],
    deed: Deed,
    said: list[Said],
    when: list[Sign],
) -> Claim:
    quote = _quote(bounds, deed)
    zones = [(one.start, one.end) for one in said]
    told = [s for s in when if _of_saying(speech, text, s, zones, deed, said)]
    event = next((s for s in deed.times if s not in told), None)
    denied = deed.modality == "denied"
    givers, takers = (
        (deed.agents, deed.takers) if deed.frame["pattern"] == "give" else (deed.givers, deed.agents)
    )
    if deed.frame["pattern"] == "give" and deed.givers:
        givers = deed.givers
    acts = deed.frame["pattern"] == "act"
    if deed.event == "vessel.portcall":
        deed.places = [(sign, "location") for sign, _ in deed.places]
    places = [
        (s, role)
        for s, role in deed.places
        if not any(p.start == s.start for p in (*deed.agents, *deed.takers))
    ]
    return Claim(
        id="",
        document=document.id,
        event=deed.event,
        evidence=cut(document.id, text, *quote),
        modality=deed.modality,  # type: ignore[arg-type]
        polarity="negative" if deed.negative else "positive",
        supplier=() if acts else _mentions(text, givers),
        recipient=_mentions(text, deed.takers if acts else takers),
        actor=_mentions(text, deed.agents) if acts else (),
        items=_items(speech, text, deed, denied),
        time=event.when if event is not None else None,
        said_time=told[0].when if told else None,
        places=tuple(Mention(text[s.start : s.end], s.start, s.end, s.value, role) for s, role in places),  # type: ignore[arg-type]
        attribution=_chain(document, text, said, deed.sign),
        doubts=tuple(dict.fromkeys(deed.doubts)),
    )


def _quote(bounds: tuple[int, int], deed: Deed) -> tuple[int, int]:
    """Return the sentence, or the deed's clause where the sentence is longer than a quote may be."""
    start, end = bounds
    if end - start <= LONGEST_QUOTE:
        return bounds
    start = max(deed.start, deed.sign.end - LONGEST_QUOTE)
    return start, min(deed.end, start + LONGEST_QUOTE)


def _of_saying(
    speech: Tongue, text: str, time: Sign, zones: list[tuple[int, int]], deed: Deed, said: list[Said]
) -> bool:
    """Return whether a time dates the saying: it stands with the speaker, or in Korean right after or past the deed."""
    if any(a <= time.start and time.end <= b for a, b in zones):
        return True
    if not speech.last or not said:
        return False
    after = any(one.end <= time.start and not text[one.end : time.start].strip(" ,") for one in said)
    return after or time.start >= deed.sign.end


def _mentions(text: str, found: list[Sign]) -> tuple[Mention, ...]:
    seen: dict[str, Mention] = {}
    for sign in found:
        if sign.kind == "implied":
            mention = Mention(None, None, None, sign.value, None, implicit=True)
        else:
            mention = Mention(text[sign.start : sign.end], sign.start, sign.end, sign.value)
        seen.setdefault(sign.value, mention)
    return tuple(seen.values())


def _items(speech: Tongue, text: str, deed: Deed, denied: bool) -> tuple[Item, ...]:
    found: list[Item] = []
    used: set[int] = set()
    result = deed.frame.get("result")
    for sign in deed.items:
        value = f"{sign.value}.{result}" if result and sign.value == "personnel.military" else sign.value
        counted = None if denied else _amount(speech, text, sign, deed, used)
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


def _amount(speech: Tongue, text: str, item: Sign, deed: Deed, used: set[int]) -> Sign | None:
    """Return the amount that counts the item: before it within a few words, in Korean also right after it."""
    money = item.value == "money"
    free = [a for a in deed.amounts if a.start not in used and a.value != "percent" and _is_sum(a) is money]
    if money:
        return free[0] if free else None
    if speech.last:
        for amount in free:
            if _follows(text, item, amount, deed) and not text.startswith("의 ", amount.end):
                return amount
    for amount in free:
        gap = text[amount.end : item.start]
        taken = any(
            amount.end <= other.start and other.end <= item.start
            for other in deed.things
            if other is not item
        )
        if speech.last and not gap.startswith("의"):
            taken = taken or any(_follows(text, other, amount, deed) for other in deed.things)
        if amount.end <= item.start and gap.count(" ") <= 4 and not taken and not re.search(r"[,;:(]", gap):
            return amount
    return None


def _is_sum(amount: Sign) -> bool:
    return len(amount.value) == 3 and amount.value.isupper()


def _follows(text: str, item: Sign, amount: Sign, deed: Deed) -> bool:
    """Return whether a Korean amount stands right after the thing: "포탄 900만 발", "북한군 사망자가 600여 명"."""
    if item.end > amount.start:
        return False
    between = text[item.end : amount.start]
    if item.end <= deed.sign.start and deed.sign.end <= amount.start:
        between = text[item.end : deed.sign.start] + text[deed.sign.end : amount.start]
    return re.fullmatch(r"\s?(?:[은는이가을를도])?\s?(?:총\s)?", between) is not None


def _chain(document: Document, text: str, said: list[Said], at: Sign) -> tuple[Speaker, ...]:
    own = publisher(document)
    links: list[Speaker] = []
    for one in said:
        if one.sign.value == own.canonical:
            continue
        opening = max(text.rfind(sign, one.start if one.end <= at.start else 0, at.start) for sign in '“"«')
        closed = any(sign in text[opening + 1 : at.start] for sign in "”»") if opening >= 0 else True
        mode: Mode = "indirect" if closed or links else "direct_quote"
        links.append(
            Speaker(text[one.sign.start : one.sign.end], one.sign.start, one.sign.end, one.sign.value, mode)
        )
    return (*links, own)


def _denial(document: Document, text: str, bounds: tuple[int, int], denier: Said, said: list[Said]) -> Claim:
    """Return the stance of one who denies what is not said: reports, assertions, "fakes"."""
    start, end = bounds[0], min(bounds[1], bounds[0] + LONGEST_QUOTE)
    return Claim(
        id="",
        document=document.id,
        event="statement.deny",
        evidence=cut(document.id, text, start, end),
        modality="denied",
        polarity="negative",
        actor=_mentions(text, [denier.sign]),
        attribution=_chain(
            document, text, [denier, *(one for one in said if one is not denier)], denier.sign
        ),
    )
