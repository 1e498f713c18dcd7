"""Composites: marks that belong together. "North Korean soldiers", "the US leader", "President X", "over 40 tonnes of oil"."""

import re

from embargo.claims.affiliations import affiliations
from embargo.claims.anonymous import tells
from embargo.claims.firms import firms
from embargo.claims.grammar import ARTICLES, PREPOSITIONS, STOPS, words
from embargo.claims.koreans import forces, koreans
from embargo.claims.leasts import least_things
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import FILL, Mark, Scene, plain_between
from embargo.claims.memory import Memory
from embargo.claims.names import names, nationals, proper
from embargo.claims.offices import called, honoured, offices, titles
from embargo.claims.seats import seats
from embargo.claims.units import unit_after
from embargo.language import lowered
from embargo.vocabulary import state_of

_COUNTERPARTS = words("counterparts")
_GROUNDS = words("grounds")
_WORK, _FIGHT = words("of_work"), words("of_fighting")
# Classes of people: they may act as well as be counted.
PEOPLE = ("personnel.military", "labour.worker")
_SUFFIX = words("place_suffixes")


def compose(scene: Scene, lexicon: Lexicon, memory: Memory) -> None:
    """Join the marks that name one thing, and give things the State that their words give them."""
    _places(scene)
    _halves(scene)
    koreans(scene, memory)
    called(scene, memory)
    nationals(scene)
    firms(scene)
    honoured(scene)
    offices(scene, lexicon, memory)
    titles(scene)
    affiliations(scene)
    _women(scene, memory)
    _nations(scene)
    _countrymen(scene, memory)
    _folk(scene, memory)
    _contents(scene)
    forces(scene, memory)
    _kinds(scene)
    _harbours(scene)
    _people(scene)
    _delegations(scene)
    _groups(scene)
    _bodies(scene)
    _counted_journeys(scene)
    _measured_alone(scene, memory)
    least_things(scene, memory)
    _unknown_things(scene, memory)
    names(scene)
    proper(scene, lexicon, memory)
    seats(scene, memory)
    _flags(scene)
    scene.marks.sort(key=lambda mark: (mark.start, -mark.end))


def _flags(scene: Scene) -> None:
    """Take the State of a flag out of the parties: "flag Palau", "Cook Islands flag", "under the flag of Togo" does nothing."""
    for mark in scene.of("party"):
        before = [word.low for word in scene.words[max(0, mark.i - 2) : mark.i] if word.text != ":"]
        after = scene.words[mark.j].low if mark.j < len(scene.words) else ""
        if after in ("flag", "flagged") or before[-1:] == ["flag"] or before == ["flag", "of"]:
            scene.marks.remove(mark)


def _places(scene: Scene) -> None:
    for mark in scene.of("place"):
        if mark.j < len(scene.words) and scene.words[mark.j].low in _SUFFIX:
            mark.j += 1
            mark.end = scene.words[mark.j - 1].end
    # "the far-western Kursk Oblast" is Kursk; "eastern Russia" is in the gazetteer already.


def _contents(scene: Scene) -> None:
    """Read "containers of munitions" as the munitions, counted in containers; "rounds of ammunition" as rounds."""
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


def _countrymen(scene: Scene, memory: Memory) -> None:
    """Read "North Koreans" as workers or soldiers where the sentence, or else the text, speaks of work or of fighting."""
    lows = set(scene.lows)
    value = "labour.worker" if lows & _WORK else "personnel.military" if lows & _FIGHT else memory.people_are
    for mark in scene.of("adjective"):
        if value and scene.text[mark.start : mark.end].endswith("s"):
            mark.kind, mark.nation, mark.value = "item", mark.value, value
            mark.form = "countrymen"


_FOLK = words("folk")


def _folk(scene: Scene, memory: Memory) -> None:
    """Read "480 women from Pyongyang" as people of that State, at work or at war as the text is about."""
    for mark in scene.of("party", "place"):
        k = mark.i - 2
        state = state_of(mark.value)
        if k < 0 or state != "KP" or scene.words[k + 1].low != "from" or scene.words[k].low not in _FOLK:
            continue
        if not memory.people_are or any(m.i <= k < m.j for m in scene.of("item", "party")):
            continue
        word = scene.words[k]
        scene.marks.append(
            Mark("item", word.start, word.end, k, k + 1, memory.people_are, "countrymen", state)
        )


def _women(scene: Scene, memory: Memory) -> None:
    """Read "1,900 North Korean women" as people of that State, before the adjective is given to a thing behind them."""
    for mark in scene.of("adjective"):
        k = mark.j
        if k >= len(scene.words) or scene.lows[k] not in _FOLK:
            continue
        if not any(m.i <= k < m.j or m.i == k + 1 for m in scene.of("item", "party")):
            mark.kind, mark.nation, mark.form = "item", mark.value, "countrymen"
            mark.value = memory.people_are or "labour.worker"
            mark.j, mark.end = k + 1, scene.words[k].end


def _kinds(scene: Scene) -> None:
    """Read "Hwasong-11A missiles" as one thing: the kind before it says the same, more closely."""
    for thing in scene.of("item"):
        kind = next((m for m in scene.of("item") if m.j == thing.i and m.value.startswith(thing.value)), None)
        if kind is not None:
            kind.j, kind.end = thing.j, thing.end
            scene.marks.remove(thing)


def _inside(scene: Scene, k: int, item: Mark) -> bool:
    """Return whether only names, figures and plain words lead from the token to the item: "of Fath-360 ballistic missiles"."""
    words_between = scene.words[k : item.i]
    return len(words_between) <= 2 * FILL and all(
        (word.text.isalnum() or "-" in word.text) and word.low not in PREPOSITIONS and word.low not in STOPS
        for word in words_between
    )


def _nations(scene: Scene) -> None:
    """Give items the State of the adjective before them: "Russian cargo aircraft", "North Korean 152mm shells"."""
    for item in scene.of("item"):
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
    for item in scene.of("item"):
        if item.value.startswith(PEOPLE) and not item.nation:
            _of_state(scene, item)
        if item.value.startswith(PEOPLE) and item.i and scene.words[item.i - 1].low == "the":
            item.start, item.i = scene.words[item.i - 1].start, item.i - 1
    _craft(scene)


def _craft(scene: Scene) -> None:
    """Mark the means of carriage: "by Russian cargo aircraft", "by rail"."""
    base = scene.start
    low = lowered(scene.text[base : scene.end])
    if not any(sign in low for sign in _CRAFT_SIGNS):
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


def _measured_alone(scene: Scene, memory: Memory) -> None:
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


def _halves(scene: Scene) -> None:
    """Read the "North" and "South" of headlines, without their article, as the two Koreas: "S. Korea says North sent guns"."""
    for k, word in enumerate(scene.words[:-1]):
        if word.text not in ("North", "South") or any(m.i <= k < m.j for m in scene.marks):
            continue
        said = any(m.j == k for m in scene.of("speech"))
        acts = any(m.i == k + 1 for m in scene.of("verb"))
        if said and acts:
            value = "KP" if word.text == "North" else "KR"
            scene.marks.append(Mark("party", word.start, word.end, k, k + 1, value, "state"))


def _adjunct(scene: Scene, mark: Mark) -> bool:
    """Return whether a State's name qualifies the noun after it: "carried DPRK missiles", not "gave Ukraine missiles"."""
    return mark.value != "UA" and scene.text[mark.start : mark.end].isupper()


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


_JOURNEYS = dict.fromkeys(words("counted_visits"), "visit") | dict.fromkeys(
    words("counted_voyages"), "voyage"
)
# A number stands this near before what it counts: "57 such calls".
_NEAR = 2


def _counted_journeys(scene: Scene) -> None:
    """Read "57 calls", "41 sorties" as so many visits or voyages; without a number these are other words."""
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


_NO_THINGS = words("no_things") | words("records_kept")
# So many plain words lie at most between a number and the noun it counts: "seven five-axis milling centres".
_BEFORE_NOUN = 4


def _unknown_things(scene: Scene, memory: Memory) -> None:
    """Read "sixty linear encoders" as so many things, in a text on the matter, though no list knows an encoder."""
    if not memory.concerned:
        return
    held = {
        k
        for m in scene.marks
        if m.kind not in ("verb", "noun", "phrase", "cue", "speech", "document", "amount")
        for k in range(m.i, m.j)
    }
    for mark in scene.of("amount"):
        if mark.amount is None or mark.amount.unit or _in_parts(scene, mark):
            continue
        for k in range(mark.j, min(mark.j + _BEFORE_NOUN + 1, len(scene.words))):
            word = scene.words[k]
            plain = (
                word.text[0].isalpha()
                and word.text.islower()
                and word.low not in PREPOSITIONS | STOPS | _NO_THINGS
            )
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


_NO_GROUP = words("no_groups")
_HAVE = frozenset({"has", "have", "had", "not", "never"})
_MODALS = words("modals") | {"will", "would", "shall", "must"}
_BODIES_LISTED = ("designation.entity",)
_ONE_BODY = (
    "company",
    "firm",
    "bank",
    "trader",
    "exchange",
    "broker",
    "house",
    "supplier",
    "insurer",
    "manager",
    "owner",
)
# So many plain words lie at most between a State's adjective and the noun of those it qualifies.
_QUALIFIERS = 2


def _groups(scene: Scene) -> None:
    """Read "Iranian instructors", "Russian launch crews", "a Chinese broker" as a party of that State, whoever they are."""
    held = {k for m in scene.marks if m.value not in _BODIES_LISTED for k in range(m.i, m.j)}
    short = [m for m in scene.of("party") if m.form == "state" and scene.text[m.start : m.end].isupper()]
    for mark in [*scene.of("adjective"), *short]:
        if mark.form == "origin":
            continue
        for k in range(mark.j, min(mark.j + _QUALIFIERS + 1, len(scene.words))):
            word = scene.words[k]
            plain = word.text.isalpha() and word.text.islower() and word.low not in PREPOSITIONS | STOPS
            if k in held or not plain or word.low in _NO_GROUP:
                break
            many = word.low.endswith("s") and not word.low.endswith(("ss", "us", "is")) and len(word.low) > 4
            if mark.kind == "party":
                many = False  # "DPRK diplomats", "a US firm"; any other word behind a State's letters may be its verb
            listed = [m for m in scene.of("item") if m.i == k and m.value in _BODIES_LISTED]
            end = listed[0].j - 1 if listed else k
            word = scene.words[end]
            if many or tells(word.low) or (listed and word.low.endswith(_ONE_BODY)):
                scene.marks[:] = [m for m in scene.marks if m not in listed]
                name = " ".join(w.low for w in scene.words[mark.j : end + 1])
                mark.kind, mark.form, mark.value = "party", "group", f"{mark.value}:{name}"
                mark.j, mark.end = end + 1, word.end
                break


_DELEGATIONS = frozenset({"delegation", "delegations", "mission", "envoys"})


def _delegations(scene: Scene) -> None:
    """Read "a delegation of the German ministry", "a North Korean delegation" as people of that State who travel."""
    for mark in scene.of("party", "adjective"):
        state = state_of(mark.value)
        after = scene.words[mark.j].low if mark.j < len(scene.words) else ""
        if state is None:
            continue
        behind = next(
            (k for k in range(mark.i - 2, max(mark.i - 5, -1), -1) if scene.words[k].low in _DELEGATIONS),
            None,
        )
        if mark.kind == "adjective" and after in _DELEGATIONS:
            mark.end, mark.j = scene.words[mark.j].end, mark.j + 1
        elif behind is not None and scene.lows[behind + 1] in ("of", "from"):
            mark.start, mark.i = scene.words[behind].start, behind
        else:
            continue
        mark.kind, mark.form, mark.value = "party", "office", f"{state}:delegation"


def _bodies(scene: Scene) -> None:
    """Read one firm of a State that no number counts as a party ("a UAE trading house"); drop things that are verbs ("would watch")."""
    for item in scene.of("item"):
        before = scene.words[item.i - 1].low if item.i else ""
        after = scene.words[item.j].low if item.j < len(scene.words) else ""
        if item.j - item.i == 1 and before in _MODALS and not any(m.j == item.i for m in scene.of("amount")):
            scene.marks.remove(item)
        elif item.j - item.i == 1 and scene.words[item.i].low in ("run", "runs") and before in _HAVE:
            scene.marks.remove(item)  # "has run munitions from Rajin"
        elif (
            scene.words[item.i].low.startswith("account")
            and after == "for"
            and before not in ARTICLES
            and not any(m.j == item.i for m in scene.of("amount", "verb"))
        ):
            scene.marks.remove(item)  # "shipments account for half of it"
        elif item.value in _BODIES_LISTED and item.nation and scene.words[item.j - 1].low.endswith(_ONE_BODY):
            name = scene.text[item.start : item.end].split(maxsplit=1)[-1]
            item.kind, item.form, item.value = "party", "group", f"{item.nation}:{' '.join(name.split())}"


_HARBOURS = frozenset(
    {"port", "ports", "harbour", "harbours", "harbor", "harbors", "anchorage", "anchorages"}
)


def _harbours(scene: Scene) -> None:
    """Read "a North Korean port", "any Chinese harbour" as a place of that State."""
    for mark in scene.of("adjective"):
        if mark.j < len(scene.words) and scene.words[mark.j].low in _HARBOURS:
            mark.kind, mark.form = "place", "port"
            mark.j += 1
            mark.end = scene.words[mark.j - 1].end


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
