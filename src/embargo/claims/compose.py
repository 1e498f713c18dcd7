"""Composites: marks that belong together. "North Korean soldiers", "the US leader", "President X", "over 40 tonnes of oil"."""

from embargo.claims.affiliations import affiliations
from embargo.claims.anonymous import tells
from embargo.claims.firms import firms
from embargo.claims.grammar import ARTICLES, PREPOSITIONS, STOPS, words
from embargo.claims.items import (
    contents,
    counted_journeys,
    kinds,
    measured_alone,
    nations,
    unknown_things,
)
from embargo.claims.koreans import forces, koreans
from embargo.claims.leasts import least_things
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.names import names, nationals, proper
from embargo.claims.offices import called, honoured, offices, titles
from embargo.claims.seats import seats
from embargo.claims.services import foes, in_service
from embargo.vocabulary import state_of

_OF_STATES = words("counterparts") | words("grounds") | {"forces", "force", "origin"}
_WORK, _FIGHT = words("of_work"), words("of_fighting")
_SUFFIX = words("place_suffixes")


def compose(scene: Scene, lexicon: Lexicon, memory: Memory) -> None:
    """Join the marks that name one thing, and give things the State that their words give them."""
    _places(scene)
    _halves(scene)
    foes(scene, memory)
    koreans(scene, memory)
    called(scene, memory)
    nationals(scene)
    firms(scene)
    honoured(scene)
    offices(scene, lexicon, memory)
    titles(scene)
    affiliations(scene)
    _women(scene, memory)
    nations(scene)
    _countrymen(scene, memory)
    _folk(scene, memory)
    contents(scene)
    forces(scene, memory)
    kinds(scene)
    _harbours(scene)
    in_service(scene, memory)
    _people(scene)
    _delegations(scene)
    _groups(scene)
    _bodies(scene)
    counted_journeys(scene)
    measured_alone(scene, memory)
    least_things(scene, memory)
    unknown_things(scene, memory)
    names(scene)
    proper(scene, lexicon, memory)
    seats(scene, memory)
    _flags(scene)
    scene.in_order()


_FLAGS = frozenset({"flag", "flagged"})


def _flags(scene: Scene) -> None:
    """Take the State of a flag out of the parties: "flag Palau", "Cook Islands flag", "under the flag of Togo" does nothing."""
    if _FLAGS.isdisjoint(scene.held):
        return
    for mark in scene.of("party"):
        before = [word.low for word in scene.words[max(0, mark.i - 2) : mark.i] if word.text != ":"]
        after = scene.words[mark.j].low if mark.j < len(scene.words) else ""
        if after in ("flag", "flagged") or before[-1:] == ["flag"] or before == ["flag", "of"]:
            scene.marks.remove(mark)


def _places(scene: Scene) -> None:
    if _SUFFIX.isdisjoint(scene.held):
        return
    for mark in scene.of("place"):
        if mark.j < len(scene.words) and scene.words[mark.j].low in _SUFFIX:
            mark.j += 1
            mark.end = scene.words[mark.j - 1].end
    # "the far-western Kursk Oblast" is Kursk; "eastern Russia" is in the gazetteer already.


def _countrymen(scene: Scene, memory: Memory) -> None:
    """Read "North Koreans" as workers or soldiers where the sentence, or else the text, speaks of work or of fighting."""
    adjectives = scene.of("adjective")
    if not adjectives:
        return
    value = memory.people_are
    if not _WORK.isdisjoint(scene.lows):
        value = "labour.worker"
    elif not _FIGHT.isdisjoint(scene.lows):
        value = "personnel.military"
    for mark in adjectives:
        if value and scene.text[mark.start : mark.end].endswith("s"):
            mark.kind, mark.nation, mark.value = "item", mark.value, value
            mark.form = "countrymen"


_FOLK = words("folk")


def _folk(scene: Scene, memory: Memory) -> None:
    """Read "480 women from Pyongyang" as people of that State, at work or at war as the text is about."""
    if not memory.people_are or "from" not in scene.held:
        return
    for mark in scene.of("party", "place"):
        k = mark.i - 2
        state = state_of(mark.value)
        if k < 0 or state != "KP" or scene.words[k + 1].low != "from" or scene.words[k].low not in _FOLK:
            continue
        if any(m.i <= k < m.j for m in scene.of("item", "party")):
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


def _halves(scene: Scene) -> None:
    """Read the "North" and "South" of headlines, without their article, as the two Koreas: "S. Korea says North sent guns"."""
    if "north" not in scene.held and "south" not in scene.held:
        return
    for k, word in enumerate(scene.words[:-1]):
        if word.text not in ("North", "South") or any(m.i <= k < m.j for m in scene.marks):
            continue
        said = any(m.j == k for m in scene.of("speech"))
        acts = any(m.i == k + 1 for m in scene.of("verb"))
        if said and acts:
            value = "KP" if word.text == "North" else "KR"
            scene.marks.append(Mark("party", word.start, word.end, k, k + 1, value, "state"))


_NO_GROUP = words("no_groups") | PREPOSITIONS | STOPS
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
    short = [m for m in scene.of("party") if m.form == "state" and scene.text[m.start : m.end].isupper()]
    qualifying = [*scene.of("adjective"), *short]
    if not qualifying:
        return
    held = {k for m in scene.marks if m.value not in _BODIES_LISTED for k in range(m.i, m.j)}
    for mark in qualifying:
        if mark.form == "origin":
            continue
        for k in range(mark.j, min(mark.j + _QUALIFIERS + 1, len(scene.words))):
            word = scene.words[k]
            plain = word.text.isalpha() and word.text.islower() and word.low not in _NO_GROUP
            if k in held or not plain:
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
    if _DELEGATIONS.isdisjoint(scene.held):
        return
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
    if _HARBOURS.isdisjoint(scene.held):
        return
    for mark in scene.of("adjective"):
        if mark.j < len(scene.words) and scene.words[mark.j].low in _HARBOURS:
            mark.kind, mark.form = "place", "port"
            mark.j += 1
            mark.end = scene.words[mark.j - 1].end


def _people(scene: Scene) -> None:
    """Leave adjectives that qualify nothing we know as the State they name ("the Russian side")."""
    if _OF_STATES.isdisjoint(scene.held):
        return
    for mark in scene.of("adjective"):
        following = scene.words[mark.j].low if mark.j < len(scene.words) else ""
        if following not in _OF_STATES:
            continue
        mark.kind = "place" if following == "origin" else "party"
        mark.form = "origin" if following == "origin" else "adjective"
        mark.value += ":forces" if following.startswith("force") else ""
        mark.j += 1
        mark.end = scene.words[mark.j - 1].end
