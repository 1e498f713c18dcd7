"""Composites: marks that belong together. "North Korean soldiers", "the US leader", "President X", "over 40 tonnes of oil"."""

import re

from embargo.claims.grammar import PREPOSITIONS, STOPS, words
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.vocabulary import state_of

_COUNTERPARTS = words("counterparts")
_GROUNDS = words("grounds")
PEOPLE = ("personnel.military", "labour.worker")
# Plain words that may stand between an adjective of a State and its noun, or between a number and what it counts.
_FILL = 3
_SUFFIX = frozenset("oblast region province krai territory city port airport district peninsula".split())
_COUNTERS = {
    "container": "container", "containers": "container", "tonne": "tonne", "tonnes": "tonne", "ton": "tonne", "tons": "tonne",
    "barrel": "barrel", "barrels": "barrel", "round": "round", "rounds": "round", "kg": "kg", "kilograms": "kg",
    "kilogrammes": "kg", "wagon": "wagon", "wagons": "wagon", "railcars": "wagon", "piece": "count", "pieces": "count",
    "units": "count", "unit": "count", "shells": "round", "bbl": "barrel", "t": "tonne", "voyages": "voyage", "trips": "voyage",
}  # fmt: skip


# Words that measure without a figure of their own ("supplies of oil", "quantities of coal").
MEASURES = frozenset(
    [
        *_COUNTERS,
        "amounts",
        "quantities",
        "quantity",
        "supplies",
        "deliveries",
        "shipments",
        "cargoes",
        "batch",
        "batches",
        "number",
        "kind",
        "types",
        "type",
        "hundreds",
        "thousands",
        "millions",
        "dozens",
        "sets",
        "stocks",
        "loads",
    ]
)


def compose(scene: Scene, lexicon: Lexicon, memory: Memory) -> None:
    """Join the marks that name one thing, and give things the State that their words give them."""
    _places(scene)
    _called(scene, memory)
    _offices(scene, lexicon, memory)
    _titles(scene)
    _nations(scene)
    _contents(scene)
    _people(scene)
    scene.marks.sort(key=lambda mark: (mark.start, -mark.end))


def _plain_between(scene: Scene, first: Mark, second: Mark) -> bool:
    """Return whether only a few plain words stand between the marks: no verb, comma, preposition or name."""
    between = scene.words[first.j : second.i]
    if len(between) > _FILL:
        return False
    marked = {
        k
        for mark in scene.marks
        if mark.kind in ("verb", "speech", "party", "time")
        for k in range(mark.i, mark.j)
    }
    return all(
        word.text[0].isalpha() and word.low not in PREPOSITIONS and word.low not in STOPS and k not in marked
        for k, word in enumerate(between, first.j)
    )


def _places(scene: Scene) -> None:
    for mark in scene.of("place"):
        if mark.j < len(scene.words) and scene.words[mark.j].low in _SUFFIX:
            mark.j += 1
            mark.end = scene.words[mark.j - 1].end
    # "the far-western Kursk Oblast" is Kursk; "eastern Russia" is in the gazetteer already.


_HEADS = frozenset(
    {"agency", "service", "institute", "centre", "center", "department", "bureau", "institution", "council"}
)


def _called(scene: Scene, memory: Memory) -> None:
    """Read "the agency" as the agency last named in the document."""
    for k, word in enumerate(scene.words[1:], 1):
        taken = any(m.i <= k < m.j for m in scene.of("party"))
        meant = memory.called(word.low) if word.low in _HEADS and scene.words[k - 1].low == "the" else None
        if meant is not None and not taken:
            scene.marks.append(Mark("party", scene.words[k - 1].start, word.end, k - 1, k + 1, meant, "call"))


def _offices(scene: Scene, lexicon: Lexicon, memory: Memory) -> None:
    """Read "the US leader", "Russia's foreign ministry", "Kim's regime" as one party."""
    for office in scene.of("office"):
        holder = _holder(scene, office)
        if holder is None:
            mark = _bare_office(scene, office, memory, lexicon)
            if mark is not None:
                scene.marks.append(mark)
            elif lexicon.offices[office.value] == "officials":
                # Unnamed, of no State that the text gives: heard as a voice, never a party.
                scene.marks.append(
                    Mark("unnamed", office.start, office.end, office.i, office.j, "group:officials", "office")
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
        if gap in ([], ["’s"], ["'s"]) or (mark.kind == "adjective" and _plain_between(scene, mark, office)):
            return mark
    return None


def _bare_office(scene: Scene, office: Mark, memory: Memory, lexicon: Lexicon) -> Mark | None:
    """Read "the ministry", "the army" as the last one named in the document; None where there was none."""
    value = lexicon.offices[office.value]
    known = memory.office(value) if value and value not in ("leader", "forces") else None
    state = state_of(memory.publisher)
    if (
        known is None
        and state
        and scene.text[office.start].isupper()
        and value not in ("", "leader", "officials")
    ):
        # "The General Staff said", on the pages of a State's own ministry
        known = f"{state}:{value}"
    if known is None:
        return None
    if office.i == 0 or scene.words[office.i - 1].low not in ("the", "its", "our"):
        # "Coast Guard boarded the tanker", in the coast guard's own log
        named = scene.text[office.start].isupper() and office.value != "officials"
        return Mark("party", office.start, office.end, office.i, office.j, known, "call") if named else None
    start, i = scene.words[office.i - 1].start, office.i - 1
    return Mark("party", start, office.end, i, office.j, known, "call")


def _contents(scene: Scene) -> None:
    """Read "containers of munitions" as the munitions, counted in containers; "rounds of ammunition" as rounds."""
    for box in scene.of("item"):
        if box.value not in ("container", "munition.round", "shipment", "rail.wagon"):
            continue
        if box.j >= len(scene.words) or scene.words[box.j].low != "of":
            continue
        after = Mark("", 0, 0, box.j, box.j + 1, "")
        inside = next(
            (
                m
                for m in scene.of("item")
                if box.j < m.i and m.i - box.j <= _FILL and _plain_between(scene, after, m)
            ),
            None,
        )
        if inside is None:
            continue
        if box.value != "munition.round":
            box.value = inside.value
        box.j, box.end = inside.j, inside.end
        box.nation = box.nation or inside.nation
        scene.marks.remove(inside)


def _article(scene: Scene, start: int, i: int) -> tuple[int, int]:
    if i and scene.words[i - 1].low == "the":
        return scene.words[i - 1].start, i - 1
    return start, i


def _titles(scene: Scene) -> None:
    """Read "Ukrainian President X" and "President X" as the person, from the first word on."""
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


def _nations(scene: Scene) -> None:
    """Give items the State of the adjective before them: "Russian cargo aircraft", "North Korean 152mm shells"."""
    for item in scene.of("item"):
        for mark in scene.of("adjective", "party"):
            near = mark.j <= item.i and item.i - mark.j <= _FILL
            if (
                near
                and mark.form == "state"
                and mark.kind == "party"
                and mark.j == item.i
                and _adjunct(scene, mark)
            ):
                item.nation = mark.value
                item.start, item.i = mark.start, mark.i
                scene.marks.remove(mark)
                break
            possessive = [w.low for w in scene.words[mark.j : item.i]][:1] in (["’s"], ["'s"])
            if near and mark.kind == "adjective" and _plain_between(scene, mark, item):
                item.nation = mark.value
                item.start, item.i = mark.start, mark.i
                scene.marks.remove(mark)
                break
            if near and possessive and item.value.startswith(PEOPLE) and mark.form != "person":
                item.nation = state_of(mark.value) or ""
                break
    for item in scene.of("item"):
        if item.value.startswith(PEOPLE) and item.i and scene.words[item.i - 1].low == "the":
            item.start, item.i = scene.words[item.i - 1].start, item.i - 1
    for aircraft in _AIRCRAFT.finditer(scene.text, scene.start, scene.end):
        i, j = scene.token_at(aircraft.start()), scene.token_at(aircraft.end() - 1) + 1
        adjective = next((m for m in scene.of("adjective") if m.j == i), None)
        start = adjective.start if adjective else aircraft.start()
        kind = aircraft.group().casefold()
        value = (
            "aircraft.cargo"
            if re.search("aircraft|plane|flight|air", kind)
            else "rail"
            if "rail" in kind or "train" in kind
            else "vessel.cargo"
        )
        scene.marks.append(
            Mark(
                "mean",
                start,
                aircraft.end(),
                adjective.i if adjective else i,
                j,
                value,
                nation=adjective.value if adjective else "",
            )
        )
        if adjective:
            scene.marks.remove(adjective)


def _adjunct(scene: Scene, mark: Mark) -> bool:
    """Return whether a State's name qualifies the noun after it: "carried DPRK missiles", not "gave Ukraine missiles"."""
    return mark.value != "UA" and scene.text[mark.start : mark.end].isupper()


_AIRCRAFT = re.compile(
    r"\b(?:military\s+)?(?:cargo|transport)\s+(?:aircraft|planes?|flights?)|\b(?:cargo|ro-ro|container)\s+(?:ships|vessels|ship|vessel)\b"
    r"|(?<=-flagged )(?:(?:oil\s+)?tankers?|vessels?|ships?|freighters?)\b(?!\s+[A-Z])"
    r"|(?<=\bby )(?:rail|train|air|sea|road|ship)\b|\bfreight\s+trains?|\bIl-76(?:s|MD)?\b|\bAn-124\b",
    re.IGNORECASE,
)


def _people(scene: Scene) -> None:
    """Leave adjectives that qualify nothing we know as the State they name ("the Russian side")."""
    for mark in scene.of("adjective"):
        following = scene.words[mark.j].low if mark.j < len(scene.words) else ""
        if following not in _COUNTERPARTS | _GROUNDS | {"forces", "force", "origin"}:
            continue
        mark.kind = "place" if following == "origin" else "party"
        mark.form = "origin" if following == "origin" else "adjective"
        mark.value += ":forces" if following.startswith("force") else ""
        mark.j += 1
        mark.end = scene.words[mark.j - 1].end


def unit_after(scene: Scene, amount: Mark) -> tuple[str, int]:
    """Return the unit counted right after the amount and the token after it ("tonnes of": tonne)."""
    at = amount.j
    while at < len(scene.words) and at - amount.j < _FILL:
        word = scene.words[at]
        if word.low in _COUNTERS:
            return _COUNTERS[word.low], at + 1
        if word.low in PREPOSITIONS or word.low in STOPS or not word.text[0].isalpha():
            break
        at += 1
    return "", amount.j
