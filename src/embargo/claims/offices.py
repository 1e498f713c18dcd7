"""Offices: "the US leader", "Russia's foreign ministry", "the representative of the DPRK", "President X" as one party."""

import re

from embargo.claims.grammar import words
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Mark, Scene, plain_between
from embargo.claims.memory import Memory
from embargo.language import standing_in
from embargo.vocabulary import state_of

_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s+(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})")
_HEADS, _OWN = words("body_heads"), words("own_names")
_SHIPS = words("vessel_heads")
_CALLED = _HEADS | _OWN | _SHIPS


def called(scene: Scene, memory: Memory) -> None:
    """Read "the agency" as the agency last named in the document."""
    if _CALLED.isdisjoint(scene.held):
        return
    for k, word in enumerate(scene.words[1:], 1):
        if word.low in _SHIPS and scene.words[k - 1].low in ("the", "that") and memory.vessel is not None:
            if not any(m.i <= k + 1 < m.j or m.i <= k < m.j for m in scene.of("vessel")):
                start = scene.words[k - 1].start
                scene.marks.append(Mark("vessel", start, word.end, k - 1, k + 1, memory.vessel, "call"))
            continue
        if word.low not in _OWN and word.low not in _HEADS:
            continue
        taken = any(m.i <= k < m.j for m in scene.of("party"))
        if word.low in _OWN and _speaks_of_itself(scene, k, memory) and not taken:
            own = memory.own or ""
            scene.marks[:] = [m for m in scene.marks if m.i != k or m.kind not in ("title", "office")]
            scene.marks.append(Mark("party", scene.words[k - 1].start, word.end, k - 1, k + 1, own, "call"))
            continue
        name = word.low in _HEADS or word.text[0].isupper()
        meant = memory.called(word.low) if name and scene.words[k - 1].low == "the" else None
        if meant is not None and not taken:
            scene.marks.append(Mark("party", scene.words[k - 1].start, word.end, k - 1, k + 1, meant, "call"))


def _speaks_of_itself(scene: Scene, k: int, memory: Memory) -> bool:
    """Return whether the publisher names itself: "The Minister has added", in the text of a ministry."""
    word = scene.words[k]
    bare = k + 1 >= len(scene.words) or not scene.words[k + 1].text[0].isupper()
    return (
        word.text[0].isupper()
        and bare
        and scene.words[k - 1].low == "the"
        and word.low[:6] in (memory.own or "").casefold()
        and (k + 1 >= len(scene.words) or scene.words[k + 1].low != "of")
    )


def offices(scene: Scene, lexicon: Lexicon, memory: Memory) -> None:
    """Read "the US leader", "Russia's foreign ministry", "Kim's regime" as one party."""
    named = scene.of("office")
    if not named:
        return
    for office in named:
        holder = _holder(scene, office)
        if holder is None:
            mark = _bare_office(scene, office, memory, lexicon)
            if mark is not None:
                scene.marks.append(mark)
            elif lexicon.offices[office.value] == "officials":
                # Unnamed, of no State that the text gives: heard as a voice, never a party.
                state = state_of(memory.publisher)
                # A spokeswoman of nobody, on the pages of a State's own ministry, is that State's.
                own = state is not None and office.value.startswith("spokes")
                value = f"{state}:officials" if own else "group:officials"
                scene.marks.append(
                    Mark("unnamed", office.start, office.end, office.i, office.j, value, "office")
                )
            continue
        state = state_of(holder.value) or holder.value
        value = lexicon.offices[office.value]
        if value == "leader":
            following = next((m for m in scene.of("party") if m.form == "person" and m.i == office.j), None)
            canonical = following.value if following else memory.leader_of(state, lexicon)
            if following is not None:
                scene.marks.remove(following)
                office.j, office.end = following.j, following.end
        elif value == "forces":
            canonical = "KP:troops" if state == "KP" else f"{state}:forces"
        else:
            canonical = f"{state}:{value}" if value else state
        start, i = min((holder.start, holder.i), (office.start, office.i))
        start, i = _article(scene, start, i)
        if holder.i > office.i:
            office.j, office.end = holder.j, holder.end
        scene.marks[:] = [
            m for m in scene.marks if m.kind != "party" or not (start <= m.start and m.end <= office.end)
        ]
        if holder in scene.marks:
            scene.marks.remove(holder)
        scene.marks.append(Mark("party", start, office.end, i, office.j, canonical, "office"))
    scene.marks[:] = [mark for mark in scene.marks if mark.kind != "office"]


def _holder(scene: Scene, office: Mark) -> Mark | None:
    of = [word.low for word in scene.words[office.j : office.j + 2]]
    if of[:1] == ["of"]:
        # "the representative of the DPRK", "the Government of Japan"
        at = office.j + (2 if of[1:] == ["the"] else 1)
        holder = next((m for m in scene.of("party") if m.i == at and m.form in ("state", "metonym")), None)
        if holder is not None:
            return holder
    for mark in scene.of("adjective", "party", "place"):
        if mark.j > office.i or mark.form == "office":
            continue
        gap = [word.low for word in scene.words[mark.j : office.i]]
        if gap in ([], ["’s"], ["'s"]) or (mark.kind == "adjective" and plain_between(scene, mark, office)):
            return mark
    return None


def _bare_office(scene: Scene, office: Mark, memory: Memory, lexicon: Lexicon) -> Mark | None:
    """Read "the ministry", "the army" as the last one named in the document; None where there was none."""
    value = lexicon.offices[office.value]
    known = memory.office(value) if value and value not in ("leader", "forces") else None
    if known is None and " " in office.value:
        known = memory.called(office.value)  # "Japan Coast Guard … the coast guard"
    state = state_of(memory.publisher)
    if (
        known is None
        and state
        and scene.text[office.start].isupper()
        and value not in ("", "leader", "officials")
    ):
        # "The General Staff said", on the pages of a State's own ministry
        known = f"{state}:{value}"
    if known is None and value not in ("", "leader", "officials"):
        known = _owned(scene, office, value, memory)
    if known is None:
        return None
    if office.i == 0 or scene.words[office.i - 1].low not in ("the", "its", "our"):
        # "Coast Guard boarded the tanker", in the coast guard's own log
        named = scene.text[office.start].isupper() and office.value != "officials"
        return Mark("party", office.start, office.end, office.i, office.j, known, "call") if named else None
    start, i = scene.words[office.i - 1].start, office.i - 1
    return Mark("party", start, office.end, i, office.j, known, "call")


def _owned(scene: Scene, office: Mark, value: str, memory: Memory) -> str | None:
    """Return the organ of the State spoken of: "Peru said that its navy had boarded", "our coast guard" of a ministry."""
    before = scene.words[office.i - 1].low if office.i else ""
    if value == "forces" and office.value not in ("army", "military", "forces", "armed forces"):
        return None  # "two of its sailors": people, and no organ
    if before == "our":
        state = state_of(memory.publisher)
    elif before in ("its", "their"):
        named = [m for m in scene.of("party") if m.j <= office.i and m.form in ("state", "metonym", "office")]
        owner = named[-1] if named else memory.subject
        state = state_of(owner.value) if owner is not None else None
    else:
        state = None
    return f"{state}:{value}" if state else None


def honoured(scene: Scene) -> None:
    """Read "Mr Lim", "Ms Arden Vale" as the person so called, whom no list knows."""
    if not standing_in(scene.text, ("Mr", "Ms", "Dr")):
        return
    for match in _HONORIFIC.finditer(scene.text, scene.start, scene.end):
        i, j = scene.token_at(match.start()), scene.token_at(match.end() - 1) + 1
        if any(m.i < j and i < m.j for m in scene.of("party", "vessel", "place", "adjective")):
            continue
        scene.marks[:] = [m for m in scene.marks if not (i <= m.i and m.j <= j)]
        name = " ".join(match["name"].split())
        scene.marks.append(Mark("party", match.start(), match.end(), i, j, f"entity:{name}", "person"))


def _article(scene: Scene, start: int, i: int) -> tuple[int, int]:
    if i and scene.words[i - 1].low == "the":
        return scene.words[i - 1].start, i - 1
    return start, i


def titles(scene: Scene) -> None:
    """Read "Ukrainian President X" and "President X" as the person, from the first word on."""
    if not scene.of("title"):
        return
    for person in [mark for mark in scene.of("party") if mark.form == "person"]:
        i = person.i
        title = next((m for m in scene.of("title") if m.j == i), None)
        if title is None:
            continue
        i, start = title.i, title.start
        adjective = next((m for m in scene.of("adjective", "party") if m.j == i and m.form != "person"), None)
        if adjective is not None:
            i, start = adjective.i, adjective.start
            scene.marks.remove(adjective)
        scene.marks.remove(title)
        person.i, person.start, person.titled = i, start, True
    scene.marks[:] = [mark for mark in scene.marks if mark.kind != "title"]
