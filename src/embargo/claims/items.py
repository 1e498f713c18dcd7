"""Items composed: things joined with what they come in, their kinds and numbers, and the State that their words give them."""

import re

from embargo.claims.anonymous import tells
from embargo.claims.grammar import PREPOSITIONS, STOPS, words
from embargo.claims.marks import FILL, Mark, Scene, plain_between
from embargo.claims.memory import Memory
from embargo.claims.units import unit_after
from embargo.language import holds, lowered
from embargo.vocabulary import state_of

# Classes of people: they may act as well as be counted.
PEOPLE = ("personnel.military", "labour.worker")


def contents(scene: Scene) -> None:
    """Read "containers of munitions" as the munitions, counted in containers; "rounds of ammunition" as rounds."""
    if "of" not in scene.held:
        return
    for box in scene.of("item"):
        if box.value not in ("container", "munition.round", "shipment", "rail.wagon"):
            continue
        if box.j >= len(scene.words) or scene.words[box.j].low != "of":
            continue
        inside = next((m for m in scene.of("item") if box.j < m.i and _inside(scene, box.j + 1, m)), None)
        if inside is None:
            continue
        if box.value != "munition.round":
            box.value = inside.value
        box.j, box.end = inside.j, inside.end
        box.nation = box.nation or inside.nation
        scene.marks.remove(inside)


def kinds(scene: Scene) -> None:
    """Read "Hwasong-11A missiles" as one thing: the kind before it says the same, more closely."""
    items = scene.of("item")
    for thing in items if len(items) > 1 else ():
        for kind in items:
            if kind.j == thing.i and kind.value.startswith(thing.value):
                kind.j, kind.end = thing.j, thing.end
                scene.marks.remove(thing)
                items = scene.of("item")
                break


def _inside(scene: Scene, k: int, item: Mark) -> bool:
    """Return whether only names, figures and plain words lead from the token to the item: "of Fath-360 ballistic missiles"."""
    words_between = scene.words[k : item.i]
    return len(words_between) <= 2 * FILL and all(
        (word.text.isalnum() or "-" in word.text) and word.low not in PREPOSITIONS and word.low not in STOPS
        for word in words_between
    )


def nations(scene: Scene) -> None:
    """Give items the State of the adjective before them: "Russian cargo aircraft", "North Korean 152mm shells"."""
    items = scene.of("item")
    for item in items:
        for mark in scene.of("adjective", "party"):
            if not 0 <= item.i - mark.j <= FILL:
                continue
            if mark.form == "state" and mark.kind == "party" and mark.j == item.i and _adjunct(scene, mark):
                item.nation = mark.value
                item.start, item.i = mark.start, mark.i
                scene.marks.remove(mark)
                break
            possessive = [w.low for w in scene.words[mark.j : item.i]][:1] in (["’s"], ["'s"])
            if mark.kind == "adjective" and plain_between(scene, mark, item):
                item.nation = mark.value
                item.start, item.i = mark.start, mark.i
                scene.marks.remove(mark)
                break
            if possessive and item.value.startswith(PEOPLE) and mark.form != "person":
                item.nation = state_of(mark.value) or ""
                break
    for item in items:
        if item.value.startswith(PEOPLE) and not item.nation:
            _of_state(scene, item)
        if item.value.startswith(PEOPLE) and item.i and scene.words[item.i - 1].low == "the":
            item.start, item.i = scene.words[item.i - 1].start, item.i - 1
    _craft(scene)


def _of_state(scene: Scene, people: Mark) -> None:
    """Give people the State that stands behind them: "workers of the DPRK"."""
    following = [word.low for word in scene.words[people.j : people.j + 2]]
    if following[:1] != ["of"]:
        return
    at = people.j + (2 if following[1:] == ["the"] else 1)
    holder = next((m for m in scene.of("party") if m.i == at and m.form in ("state", "metonym")), None)
    if holder is not None:
        people.nation, people.j, people.end = holder.value, holder.j, holder.end
        scene.marks.remove(holder)


def _adjunct(scene: Scene, mark: Mark) -> bool:
    """Return whether a State's name qualifies the noun after it: "carried DPRK missiles", not "gave Ukraine missiles"."""
    return mark.value != "UA" and scene.text[mark.start : mark.end].isupper()


def _craft(scene: Scene) -> None:
    """Mark the means of carriage: "by Russian cargo aircraft", "by rail"."""
    base = scene.start
    low = lowered(scene.text[base : scene.end])
    if not holds(low, _CRAFT_SIGNS):
        return
    for aircraft in _AIRCRAFT.finditer(low):
        begin, end = base + aircraft.start(), base + aircraft.end()
        i, j = scene.token_at(begin), scene.token_at(end - 1) + 1
        if aircraft["plain"] and _NAMED.match(scene.text, end, scene.end):
            continue
        if aircraft["plain"] and not any(m.j == i for m in scene.of("adjective")):
            continue  # ships of nobody are no means of anybody's
        # "the cargo vessel", "ships": part of the craft, no goods and no deed.
        part = [m for m in scene.of("item", "verb", "noun") if i <= m.j - 1 and m.j <= j]
        scene.marks[:] = [m for m in scene.marks if m not in part]
        # An adjective that the cargo had taken to itself is the craft's.
        taken = next((m for m in part if m.nation), None)
        adjective = next((m for m in scene.of("adjective") if m.j == i), taken)
        start = adjective.start if adjective else begin
        kind = aircraft.group()
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
                end,
                adjective.i if adjective else i,
                j,
                value,
                nation=(adjective.nation or adjective.value) if adjective else "",
            )
        )
        if adjective in scene.marks:
            scene.marks.remove(adjective)


_AIRCRAFT = re.compile(
    r"\b(?:military\s+)?(?:cargo|transport)\s+(?:aircraft|planes?|flights?)|\b(?:cargo|ro-ro|container)\s+(?:ships|vessels|ship|vessel)\b"
    r"|(?P<plain>\b(?:(?:oil\s+)?tankers?|vessels?|ships?|freighters?|dhows?|barges?|trawlers?|aircraft|planes?)\b)"
    r"|(?<=\bby )(?:rail|train|air|sea|road|ship)\b|(?<=\bby )freight\s+trains?|\bil-76(?:s|md)?\b|\ban-124\b"
)
# One of these stands in all that the pattern finds: to look for them is far cheaper than to try it.
_CRAFT_SIGNS = (
    "aircraft", "plane", "flight", "ship", "vessel", "tanker", "freighter", "dhow", "barge", "trawler", "il-76", "an-124",
    "by rail", "by train", "by air", "by sea", "by road", "by freight",
)  # fmt: skip
_NAMED = re.compile(r"\s+[A-Z]")


def measured_alone(scene: Scene, memory: Memory) -> None:
    """Read "delivered 112,000 barrels", with no goods named, as the oil spoken of."""
    for amount in scene.of("amount"):
        unit, end = unit_after(scene, amount)
        if unit != "barrel" or scene.words[min(end, len(scene.words) - 1)].low in ("of", "a", "per"):
            continue
        if any(0 <= item.i - end <= 1 for item in scene.of("item")):
            continue
        k = end - 1
        word = scene.words[k]
        scene.marks.append(Mark("item", word.start, word.end, k, k + 1, memory.oil or "petroleum", "measure"))


_JOURNEYS = dict.fromkeys(words("counted_visits"), "visit") | dict.fromkeys(
    words("counted_voyages"), "voyage"
)
# A number stands this near before what it counts: "57 such calls".
_NEAR = 2


def counted_journeys(scene: Scene) -> None:
    """Read "57 calls", "41 sorties" as so many visits or voyages; without a number these are other words."""
    if _JOURNEYS.keys().isdisjoint(scene.held):
        return
    held = {k for m in scene.of("item", "party") for k in range(m.i, m.j)}
    for mark in scene.of("amount"):
        for k in range(mark.j, min(mark.j + _NEAR, len(scene.words))):
            word = scene.words[k]
            if word.low in _JOURNEYS and k not in held:
                scene.marks[:] = [
                    m for m in scene.marks if not (m.i == k and m.kind in ("verb", "noun", "phrase"))
                ]
                scene.marks.append(Mark("item", word.start, word.end, k, k + 1, _JOURNEYS[word.low]))
                break


_NO_THINGS = words("no_things") | words("records_kept") | PREPOSITIONS | STOPS
# So many plain words lie at most between a number and the noun it counts: "seven five-axis milling centres".
_BEFORE_NOUN = 4


def unknown_things(scene: Scene, memory: Memory) -> None:
    """Read "sixty linear encoders" as so many things, in a text on the matter, though no list knows an encoder."""
    counting = scene.of("amount") if memory.concerned else ()
    if not counting:
        return
    held = {
        k
        for m in scene.marks
        if m.kind not in ("verb", "noun", "phrase", "cue", "speech", "document", "amount")
        for k in range(m.i, m.j)
    }
    for mark in counting:
        if mark.amount is None or mark.amount.unit or _in_parts(scene, mark):
            continue
        for k in range(mark.j, min(mark.j + _BEFORE_NOUN + 1, len(scene.words))):
            word = scene.words[k]
            plain = word.text[0].isalpha() and word.text.islower() and word.low not in _NO_THINGS
            if k in held or not plain or _does(word.low) or word.low.endswith("ly"):
                break
            following = scene.words[k + 1] if k + 1 < len(scene.words) else None
            runs_on = (
                following is not None
                and following.text.islower()
                and following.low.endswith("s")
                and following.low not in STOPS
            )
            many = word.low.endswith("s") and not word.low.endswith(("ss", "us", "is")) and len(word.low) > 3
            if many and not runs_on:
                start = scene.words[mark.j].start if k > mark.j else word.start
                i = min(k, mark.j)
                scene.marks[:] = [
                    m for m in scene.marks if not (i <= m.i and m.j <= k + 1 and m.kind in ("verb", "noun"))
                ]
                scene.marks.append(Mark("item", start, word.end, i, k + 1, "shipment.thing", "unknown"))
                break


_ACTORS = words("people_who_act")
_PARTS = frozenset(
    {
        "instalments",
        "installments",
        "lots",
        "batches",
        "tranches",
        "stages",
        "parts",
        "shipments",
        "consignments",
        "deliveries",
    }
)


def _in_parts(scene: Scene, amount: Mark) -> bool:
    """Return whether the number only tells in how many goes: "settled the bill in three instalments"."""
    before = scene.words[amount.i - 1].low if amount.i else ""
    after = scene.words[amount.j].low if amount.j < len(scene.words) else ""
    return before == "in" and after in _PARTS


def _does(low: str) -> bool:
    """Return whether the plain word names people: "brokers", not "encoders", which are things that a number counts."""
    if re.search(r"(?:er|or)s?$", low) and not low.endswith(("officers", "officer")):
        return low in _ACTORS or low.removesuffix("s") in _ACTORS
    return tells(low)
