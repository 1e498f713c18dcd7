"""Names and voices in Russian and Korean: words put together into parties and things, and who says what."""

import re
from itertools import pairwise

import msgspec

from embargo.claims.tonguewords import Sign, Tongue

_NAMING = ("party", "adjective", "person", "office", "title")
_PEOPLE = ("personnel", "labour")


class Said(msgspec.Struct):
    """One voice: who speaks, in which mode, and the stretch that only says who speaks and when."""

    sign: Sign
    start: int
    end: int
    denies: bool = False
    acknowledges: bool = False


def composed(speech: Tongue, text: str, found: list[Sign]) -> list[Sign]:
    """Return the signs with names joined ("МИД России", "한국 국방부"), nations given to things, and cases."""
    signs: list[Sign] = []
    run: list[Sign] = []
    for sign in sorted(found, key=lambda s: (s.start, -s.end)):
        if run and (sign.kind not in _NAMING or not _joined(speech, text, run, sign)):
            signs.extend(_party(speech, text, run))
            run = []
        if sign.kind in _NAMING:
            if not any(other.start == sign.start for other in run):
                run.append(sign)
        elif not any(
            s.kind == sign.kind and s.start == sign.start and s.value == sign.value for s in signs[-3:]
        ):
            signs.append(sign)
    signs.extend(_party(speech, text, run))
    signs.sort(key=lambda s: (s.start, -s.end))
    for sign in signs:
        sign.case = _case(speech, text, sign)
    return _things(speech, text, signs)


def _joined(speech: Tongue, text: str, run: list[Sign], sign: Sign) -> bool:
    if text[run[-1].end : sign.start].strip(" \u00a0"):
        return False
    nations = [s for s in run if len(s.value) == 2]
    if sign.kind in ("party", "adjective") and nations and len(sign.value) == 2:
        return False
    if speech.last:
        return True
    # "Ким Чен Ын | России", "Сеул | президент": a name that is complete takes no more.
    return run[-1].kind != "person" and not (
        run[-1].kind == "party" and run[0] is run[-1] and sign.kind != "person"
    )


def _party(speech: Tongue, text: str, run: list[Sign]) -> list[Sign]:
    """Return the run as one party, an adjective left as it is, or nothing where no State or body is named."""
    if not run:
        return []
    if all(s.kind == "adjective" for s in run):
        return [run[-1]]
    start, end = run[0].start, run[-1].end
    person = next((s for s in run if s.kind == "person"), None)
    body = next((s for s in run if s.kind == "party" and len(s.value) > 2), None)
    nation = next((s.value for s in run if len(s.value) == 2), "")
    office = next((s for s in run if s.kind == "office"), None)
    if person or body:
        return [Sign("party", start, end, (person or body or run[0]).value)]
    if office is not None:
        written = text[office.start : office.end].casefold()
        nation = nation or next((n for w, n in speech.home.items() if written.startswith(w.casefold())), "")
        if not nation:
            return []
        # The government is its State.
        return [
            Sign("party", start, end, nation if office.value == "government" else f"{nation}:{office.value}")
        ]
    if not nation:
        return []
    return [Sign("party", start, end, f"{nation}:officials" if len(run) > 1 else nation)]


def _case(speech: Tongue, text: str, sign: Sign) -> str:
    """Return what preposition or particle says of the sign: to, from, in, by, with, topic, subject, object, of, ""."""
    if speech.last:
        case, _ = speech.case_after(text, sign.end)
        return case
    for named, pattern in speech.prepositions.items():
        if re.compile(rf"(?:^|.*\W)(?:{pattern.pattern})\s$", re.IGNORECASE | re.DOTALL).match(
            text[max(0, sign.start - 24) : sign.start]
        ):
            written = text[sign.start : sign.end]
            if named != "motion" or written.isupper():
                return named
            return (
                "in"
                if speech.rule("locative").search(written) and not written.endswith(("ую", "ю"))
                else "to"
            )
    return ""


def _things(speech: Tongue, text: str, signs: list[Sign]) -> list[Sign]:
    """Give people and things their State: "северокорейские солдаты", "солдаты КНДР", "북한군"."""
    used: list[Sign] = []
    for first, second in pairwise(signs):
        gap = text[first.end : second.start]
        plain = re.fullmatch(r"\s*(?:[^\W\d_]+\s)?" if first.kind == "adjective" else r"\s*", gap) is not None
        if (
            second.kind == "item"
            and plain
            and (first.kind == "adjective" or (speech.last and first.kind == "party" and not first.case))
        ):
            second.nation = first.value[:2]
            second.start = first.start if first.kind == "adjective" or not gap else second.start
            used.append(first)
        elif (
            first.kind == "item"
            and second.kind == "party"
            and gap == " "
            and not speech.last
            and not second.case
        ):
            if first.value.startswith(_PEOPLE) and len(second.value) == 2:
                first.nation, first.end = second.value, second.end
                used.append(second)
        elif (
            first.kind == "item"
            and second.kind == "party"
            and second.case == "from"
            and gap.strip().count(" ") == 0
        ):
            if first.value.startswith(_PEOPLE) and len(second.value) == 2 and not speech.last:
                first.nation, first.end = second.value, second.end  # "военные из КНДР"
                used.append(second)
        elif speech.last and first.kind == "party" and second.kind == "place" and not first.case and plain:
            first.case = second.case
    kept = [s for s in signs if not any(s is other for other in used) and s.kind != "adjective"]
    for sign in kept:
        # "саперов и строителей": builders beside soldiers are the army's.
        if sign.kind == "soldierly":
            for item in kept:
                if (
                    item.kind == "item"
                    and item.end == sign.end
                    and any(o.kind == "item" and o.value.startswith("personnel") for o in kept)
                ):
                    item.value = "personnel.military"
    return kept


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
            acknowledged = cue.value in acknowledge
            if cue.kind == "deny":
                if before:
                    found.append(Said(before[0], last, before[0].end, denies=True))
            elif not before and after is not None and (last > start or cue.start == start):
                found.append(Said(after, max(start, last - 2), stop, acknowledges=acknowledged))
            elif before and not before[0].case:
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
    named = [p for p in parties if p.case in ("topic", "subject") and all(p is not one.sign for one in found)]
    for cue in cues[::-1]:
        embeds = (
            cue.kind == "deny"
            or re.search(speech.data["speech"]["that"], text[start : cue.start]) is not None
        )
        if not embeds or not named or named[0].start > cue.start:
            continue
        speaker = _speaker(signs, named, cue)
        stop = speech.case_after(text, speaker.end)[1]
        denies = any(c.kind == "deny" for c in cues)
        acknowledged = cue.value in speech.data["speech"]["acknowledge"]
        found.append(Said(speaker, speaker.start, stop, denies=denies, acknowledges=acknowledged))
        break
    return found


def _speaker(signs: list[Sign], named: list[Sign], cue: Sign) -> Sign:
    """Return who a Korean verb of saying has for its subject: the one right before it, else the topic, else the first."""
    last = [p for p in named if p.end <= cue.start][-1]
    if last.case == "subject" and any(s.kind == "verbs" and s.end <= last.start for s in signs):
        return last
    return next((p for p in named if p.case == "topic" and p.end <= cue.start), named[0])
