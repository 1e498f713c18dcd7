"""Reading Russian and Korean: a sentence of such a text into the same claims that the English reader gives."""

import re
from functools import lru_cache

from embargo.claims.lexicon import Lexicon
from embargo.claims.standing import Standing
from embargo.claims.tonguecast import Deed
from embargo.claims.tonguedeeds import deeds
from embargo.claims.tonguenames import composed
from embargo.claims.tonguenumbers import amounts
from embargo.claims.tonguethings import forward, is_of_saying, items_of
from embargo.claims.tonguetimes import times
from embargo.claims.tonguevoices import Said, chain, is_negated, voices
from embargo.claims.tonguewords import Sign, Tongue, signs, tongue
from embargo.vocabulary import Claim, Document, Mention, cut, state_of

LONGEST_QUOTE = 400
# Languages whose script Russian shares: a text of theirs is not read as Russian, whatever letters one sentence has.
_CYRILLIC = ("uk", "be", "bg", "sr", "mk", "kk", "mn", "ky", "tg")


# Cyrillic, and Hangul as syllables or as parts of them.
_OTHER_SCRIPT = re.compile("[\u0400-\u052f\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")


def tongue_of(document: Document, text: str, start: int, end: int) -> Tongue | Standing | None:
    """Return the language that text[start:end] is read in, why it is not read, or None where it is neither script's.

    A sentence is Russian or Korean by its script; a text in another language of the Cyrillic script is not read as Russian.
    A language that was only proposed, as for a Russian text that quotes one Ukrainian name, gives way to the letters.
    """
    if not _OTHER_SCRIPT.search(text, start, end):
        return None  # the common case, told at once
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
    if speech.law.search(text, start, end):
        return [], Standing("law", "cites what a measure says, no event")
    words = composed(speech, text, signs(speech, text, start, end, taken))
    said = voices(speech, text, start, end, words)
    found = deeds(
        speech, text, start, end, sorted([*words, *when, *counted], key=lambda s: s.start), said, lexicon
    )
    claims = [_claim(speech, document, text, (start, end), deed, said, when) for deed in found]
    denier = next((one for one in said if one.denies), None)
    if (
        not claims
        and denier is None
        and any(s.kind == "deny" and not is_negated(speech, text, start, s) for s in words)
    ):
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
    told = [s for s in when if is_of_saying(speech, text, s, zones, deed, said)]
    event = next((s for s in deed.times if s not in told), None)
    denied = deed.modality == "denied"
    givers, takers = (
        (deed.agents, deed.takers) if deed.frame["pattern"] == "give" else (deed.givers, deed.agents)
    )
    if deed.frame["pattern"] == "give" and deed.givers:
        givers = deed.givers
    acts = deed.frame["pattern"] == "act"
    if deed.event == "vessel.portcall":
        called = [sign for sign, role in deed.places if role == "destination"]
        deed.places = [
            (s, "location") for s, role in deed.places if s in called or not (called or role == "origin")
        ]
    own = {s.value[:2] for s, _ in deed.places if len(s.value) > 2}
    deed.places = [(s, role) for s, role in deed.places if s.value not in own]
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
        items=items_of(speech, text, deed, denied),
        time=forward(event, deed, document),
        said_time=told[0].when if told else None,
        places=tuple(Mention(text[s.start : s.end], s.start, s.end, s.value, role) for s, role in places),  # type: ignore[arg-type]
        vessels=_mentions(text, deed.vessels),
        attribution=chain(document, text, bounds[0], said, deed.sign),
        doubts=tuple(dict.fromkeys(deed.doubts)),
    )


def _quote(bounds: tuple[int, int], deed: Deed) -> tuple[int, int]:
    """Return the sentence, or the deed's clause where the sentence is longer than a quote may be."""
    start, end = bounds
    if end - start <= LONGEST_QUOTE:
        return bounds
    start = max(deed.start, deed.sign.end - LONGEST_QUOTE)
    return start, min(deed.end, start + LONGEST_QUOTE)


def _mentions(text: str, found: list[Sign]) -> tuple[Mention, ...]:
    seen: dict[str, Mention] = {}
    for sign in found:
        if sign.kind == "implied":
            mention = Mention(None, None, None, sign.value, None, implicit=True)
        else:
            mention = Mention(text[sign.start : sign.end], sign.start, sign.end, sign.value)
        seen.setdefault(sign.value, mention)
    return tuple(seen.values())


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
        attribution=chain(
            document, text, bounds[0], [denier, *(one for one in said if one is not denier)], denier.sign
        ),
    )
