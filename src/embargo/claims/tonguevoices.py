"""Voices in Russian and Korean: who says what a sentence says, and which stretch of it says only that."""

import re

import msgspec

from embargo.claims.attribution import publisher
from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import Document, Speaker
from embargo.vocabulary.mentions import Mode

# What stands between who denies and the word of denying, where a deed is named there: "назвал поставки … вымыслом".
_SAYS = ("item", "nouns", "verbs", "will")


class Said(msgspec.Struct):
    """One voice: who speaks, in which mode, and the stretch that only says who speaks and when."""

    sign: Sign
    start: int
    end: int
    denies: bool = False
    acknowledges: bool = False


def voices(speech: Tongue, text: str, start: int, end: int, signs: list[Sign]) -> list[Said]:
    """Return who speaks in the sentence, innermost first."""
    parties = [s for s in signs if s.kind == "party"]
    said = (_korean if speech.last else _russian)(speech, text, start, end, signs, parties)
    opening = text.find(":", start, end)
    if not said and parties and parties[0].start == start and 0 <= opening - parties[0].end < 2:
        said.append(Said(parties[0], start, opening + 1))
    if (
        not said
        and parties
        and parties[0].start == start
        and re.match(r"\s?[“\"«]", text[parties[0].end : end])
    ):
        said.append(Said(parties[0], start, parties[0].end))
    unique: list[Said] = []
    for one in said:
        if all(one.sign.value != other.sign.value for other in unique):
            unique.append(one)
    return unique


def is_negated(speech: Tongue, text: str, start: int, cue: Sign) -> bool:
    """Return whether the verb of saying or denying is itself denied: "не отрицает", "부인하지 않았다"."""
    if speech.last:
        return re.match(speech.data["speech"]["negated"], text[cue.end : cue.end + 12]) is not None
    return re.search(speech.data["negative"]["before"], text[start : cue.start]) is not None


def _russian(
    speech: Tongue, text: str, start: int, end: int, signs: list[Sign], parties: list[Sign]
) -> list[Said]:
    found: list[Said] = []
    acknowledge = speech.data["speech"]["acknowledge"]
    for cue in signs:
        if cue.kind == "by":
            after = next(
                (p for p in parties if p.start >= cue.end and text[cue.end : p.start].count(" ") < 4), None
            )
            if after is not None and "," not in text[cue.end : after.start]:
                found.append(Said(after, cue.start, after.end))
        elif cue.kind in ("speech", "deny"):
            last = (
                max((m.end() for m in re.finditer(r"[,;:—–]\s|[»”\"]\s", text[start : cue.start])), default=0)
                + start
            )
            stop = (
                next((m.start() for m in re.finditer(r"[,;:»]\s|[.]$", text[cue.end : end])), end - cue.end)
                + cue.end
            )
            before = [p for p in parties if last <= p.start and p.end <= cue.start and p.case in ("", "in")]
            after = next((p for p in parties if cue.end <= p.start < stop and not p.case), None)
            negated = is_negated(speech, text, start, cue)
            acknowledged = cue.value in acknowledge and not negated
            if cue.kind == "deny" and negated:
                continue  # who does not deny says nothing
            if cue.kind == "deny":
                if before:
                    said = [s for s in signs if before[0].end <= s.start < cue.start and s.kind in _SAYS]
                    found.append(Said(before[0], last, before[0].end if said else cue.end, denies=True))
            elif not before and after is not None and (last > start or cue.start == start):
                found.append(Said(after, max(start, last - 2), stop, acknowledges=acknowledged))
            elif before and (
                not before[0].case or speech.rule("impersonal").search(text[cue.start : cue.end])
            ):
                # "В Сеуле заявили": those in a capital speak for it.
                found.append(Said(before[0], last, cue.end, acknowledges=acknowledged))
    return found


def _korean(
    speech: Tongue, text: str, start: int, end: int, signs: list[Sign], parties: list[Sign]
) -> list[Said]:
    found: list[Said] = []
    for party in parties:
        after = re.compile(rf"\S{{0,2}}?\s?(?:{speech.after.pattern})").match(text, party.end, end)
        if after is not None:
            found.append(Said(party, party.start, after.end()))
    cues = [s for s in signs if s.kind in ("speech", "deny")]
    acknowledge = speech.data["speech"]["acknowledge"]
    named = [p for p in parties if p.case in ("topic", "subject") and all(p is not one.sign for one in found)]
    for cue in cues[::-1]:
        embeds = (
            cue.kind == "deny"
            or re.search(speech.data["speech"]["that"], text[start : cue.start]) is not None
            or (
                cue.value in acknowledge
                and re.search(speech.data["speech"]["object"], text[start : cue.start])
            )
        )
        if not embeds or not named or named[0].start > cue.start:
            continue
        speaker = _speaker(signs, named, cue)
        if speaker is None:
            continue
        stop = speech.case_after(text, speaker.end)[1]
        negated = is_negated(speech, text, start, cue)
        denies = any(c.kind == "deny" for c in cues) and not negated
        acknowledged = cue.value in acknowledge and not negated
        found.append(Said(speaker, speaker.start, stop, denies=denies, acknowledges=acknowledged))
        break
    return found


def _speaker(signs: list[Sign], named: list[Sign], cue: Sign) -> Sign | None:
    """Return who a Korean verb of saying has for its subject: the one right before it, else the topic, else the first."""
    last = [p for p in named if p.end <= cue.start][-1]
    if last.case == "subject" and any(s.kind == "verbs" and s.end <= last.start for s in signs):
        return last
    topic = next((p for p in named if p.case == "topic" and p.end <= cue.start), None)
    if topic is not None:
        return topic
    # "북한이 … 보냈다고 밝혔다" leaves unsaid who says it: its subject is the deed's.
    deeds = [s for s in signs if s.kind == "verbs" and named[0].end <= s.start < cue.start]
    return None if deeds and len(named) == 1 else named[0]


def chain(document: Document, text: str, start: int, said: list[Said], at: Sign) -> tuple[Speaker, ...]:
    """Return the chain of attribution of what the sign says, in a sentence from `start`: innermost first, publisher last."""
    own = publisher(document)
    links: list[Speaker] = []
    for one in said:
        if one.sign.value == own.canonical:
            continue
        opening = max(
            text.rfind(sign, one.start if one.end <= at.start else start, at.start) for sign in '“"«'
        )
        closed = any(sign in text[opening + 1 : at.start] for sign in "”»") if opening >= 0 else True
        mode: Mode = "indirect" if closed or links else "direct_quote"
        links.append(
            Speaker(text[one.sign.start : one.sign.end], one.sign.start, one.sign.end, one.sign.value, mode)
        )
    return (*links, own)
