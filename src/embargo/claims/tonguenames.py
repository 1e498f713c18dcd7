"""Names in Russian and Korean: words put together into parties, people and things, and what each is to the deed."""

import re
from itertools import pairwise

from embargo.claims.tonguewords import Sign, Tongue

_NAMING = ("party", "adjective", "person", "office", "title")
_PEOPLE = ("personnel", "labour")


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
        elif sign.kind == "item" and any(s.kind == "item" and s.start == sign.start for s in signs[-3:]):
            continue  # of two classes of one word the data's first is meant
        elif not any(
            s.kind == sign.kind and s.start == sign.start and s.value == sign.value for s in signs[-3:]
        ):
            signs.append(sign)
    signs.extend(_party(speech, text, run))
    signs.sort(key=lambda s: (s.start, -s.end))
    for number, sign in enumerate(signs):
        until = signs[number + 1].start if number + 1 < len(signs) else sign.end + 24
        sign.case = _case(speech, text, sign, until)
    return _things(speech, text, signs)


def _joined(speech: Tongue, text: str, run: list[Sign], sign: Sign) -> bool:
    gap = text[run[-1].end : sign.start].strip(" \u00a0")
    if gap and not (
        gap == speech.data["tongue"]["origin"] and run[-1].kind == "office" and sign.kind == "party"
    ):
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
    # "유엔 안보리 전문가 패널": in Korean the last body is the one that is meant.
    body = next((s for s in run[:: -1 if speech.last else 1] if s.kind == "party" and len(s.value) > 2), None)
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


def _case(speech: Tongue, text: str, sign: Sign, until: int) -> str:
    """Return what preposition or particle says of the sign: to, from, in, by, with, topic, subject, object, of, ""."""
    if speech.last:
        case, _ = speech.case_after(text, sign.end)
        if not case and sign.kind == "party":
            # "대변인 마리야 자하로바는", "러시아 건설 현장에": words we do not know before the particle.
            name = re.compile(speech.data["tongue"]["unknown_name"]).match(text, sign.end, until)
            case = speech.case_after(text, name.end())[0] if name else ""
        return case
    between = speech.data["tongue"]["between"]
    for named, pattern in speech.prepositions.items():
        if re.compile(rf"(?:^|.*\W)(?:{pattern.pattern})\s{between}$", re.IGNORECASE | re.DOTALL).match(
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
        if first.kind == second.kind == "item" and first.nation and gap == " " and speech.last:
            # "북한군 병사": one and the same people.
            if first.value == second.value:
                second.nation = first.nation
                used.append(first)
        elif (
            second.kind in ("item", "vessel")
            and plain
            and (first.kind == "adjective" or (speech.last and first.kind == "party" and not first.case))
        ):
            second.nation = first.value[:2]
            second.start = first.start if first.kind == "adjective" or not gap else second.start
            used.append(first)
        elif (
            first.kind in ("item", "vessel")
            and second.kind == "party"
            and gap == " "
            and not speech.last
            and not second.case
        ):
            if (first.kind == "vessel" or first.value.startswith(_PEOPLE)) and len(second.value) == 2:
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
