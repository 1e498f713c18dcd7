"""Objects: the things and sums that a deed is about."""

from functools import cache

import msgspec

from embargo.claims.clauses import Clause
from embargo.claims.grammar import ADVERBS, AUXILIARIES, PREPOSITIONS, words
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.reach import after
from embargo.claims.roles import Cast
from embargo.claims.things import is_money, is_people
from embargo.claims.tolls import toll
from embargo.claims.units import unit_after

LIGHT_VERBS = words("light_verbs")
_PASSING = words("passing_nouns")
_INTRANSITIVE = words("intransitives")
# "about 4,000 are estimated to have been killed"
_BEFORE_DEED = (
    AUXILIARIES
    | ADVERBS
    | {"more", "others", "further", "to", "estimated", "believed", "thought", "said", "known", "feared"}
)
_ENDING_OBJECTS = PREPOSITIONS | AUXILIARIES | ADVERBS
# After these a sum is a price, not what changed hands.
_MEASURED_AT = frozenset(
    {"stood", "stand", "stands", "put", "puts", "account", "accounts", "accounted", "comes", "came"}
)
_PRICES = frozenset({"for", "at", "worth", "costing", "record"})
# What one may have to pay, or may earn, has not changed hands: "a fine of $20,000".
_PENALTIES = words("penalties")
# A bare number of people stands this near behind its verb.
_JUST_BEHIND = 2
# Goods are spoken of so many sentences on.
_SENTENCES = 3
# "evade UN sanctions": the measure stands this near behind its verb.
_NEAR = 7


def nominal(scene: Scene, trigger: Mark, found: Cast) -> None:
    """Take the possessor of a noun as its subject: "Russia's deliveries", "Russian deliveries"."""
    light = any(word.low in LIGHT_VERBS for word in scene.words[max(0, trigger.i - 7) : trigger.i])
    found.subject, found.passive, found.inherited = (found.subject if light else []), False, False
    for mark in scene.of("party", "adjective"):
        gap = [word.low for word in scene.words[mark.j : trigger.i]]
        if mark.j <= trigger.i and (
            gap in (["’s"], ["'s"])
            or (mark.kind == "adjective" and len(gap) <= 1)
            or (gap[:1] in (["’s"], ["'s"]) and len(gap) <= 3)
        ):
            found.subject = [
                msgspec.structs.replace(mark, kind="party", form="adjective")
                if mark.kind == "adjective"
                else mark
            ]
    before = [m for m in scene.of("item") if m.j == trigger.i]
    if before and not any(m.kind == "party" for m in found.subject):
        # "arms sales of the North to Russia"
        at = trigger.j + 1
        of = trigger.j < len(scene.words) and scene.words[trigger.j].low == "of"
        found.subject = [m for m in scene.of("party") if of and m.i in (at, at + 1)][:1] or found.subject
    found.objects = [*before, *found.objects]


def things_of(
    scene: Scene, frame: Frame, trigger: Mark, clause: Clause, found: Cast, memory: Memory
) -> tuple[list[Mark], list[Mark]]:
    """Return the items and the sums of money that fit the frame."""
    if frame.thing and trigger.form == "s" and scene.lows[trigger.j : trigger.j + 1][:1] not in ([], *_THE):
        return [], []  # "arms for": goods, and no verb
    if frame.thing:
        # "has been arming the regime": the verb says the thing.
        return [Mark("item", trigger.start, trigger.end, trigger.i, trigger.j, frame.thing, "alone")], []
    items = _items(scene, frame, trigger, clause, found)
    if not items and frame.event == "by item" and trigger.kind == "verb":
        items = _goods_alone(scene, trigger, clause, memory, passive=found.passive)
    if {"personnel", "labour"} & set(frame.needs) and (not items or _of_whom(scene, clause)):
        people = [m for m in scene.of("item") if m.j <= trigger.i and is_people(m)]
        meant = people[-1] if people else memory.people
        meant = meant if meant is not None and fits(frame, meant) else None
        items = (_counted_alone(scene, frame, trigger, clause, meant) if meant is not None else []) or items
    if not items and _goes_by_itself(frame, trigger, found):
        items = [m for m in found.subject if m.kind == "item" and fits(frame, m) and m.form != "unknown"]
    if frame.event == "casualty":
        items = toll(scene, trigger, clause, items)
    wanted = {"money", "aid"} & set(frame.needs) or frame.event == "theft.cyber"
    return items, _sums(scene, trigger, clause, found, items) if wanted else []


_THE = [["the"], ["its"], ["this"], ["that"], ["both"]]


def _of_whom(scene: Scene, clause: Clause) -> bool:
    """Return whether a relative clause counts a part of what it hangs on: "of whom 300 were killed"."""
    before = scene.words[clause.i - 1].low if clause.i else ""
    return before == "of" and scene.words[clause.i].low in ("whom", "which")


# What deeds are about whose words say them alone.
_ABOUT: dict[str, tuple[str, ...]] = {
    "sanction.impose": ("designation", "sanction"),
    "conceal.identity": ("uniform", "document"),
    "conceal.destination": (
        "document",
        "petroleum",
        "coal",
        "ore",
        "metal",
        "seafood",
        "shipment",
        "machinery",
        "textile",
    ),
    "vessel.sts": ("petroleum", "coal", "shipment", "container", "seafood"),
    "agreement.sign": ("agreement",),
}


def fits(frame: Frame, mark: Mark) -> bool:
    """Return whether the item is of a class that the frame needs; a frame that needs none takes those its event is about."""
    if mark.form == "countrymen" and {"personnel", "labour"} & set(frame.needs):
        return True  # "North Koreans": whether at work or at war the deed says
    if frame.event == "train.personnel" and is_people(mark):
        return True
    if not frame.needs:
        return mark.value.startswith(_ABOUT.get(frame.event, ("\0",)))
    return is_of(mark.value, frame.needs)


@cache
def is_of(cls: str, needs: tuple[str, ...]) -> bool:
    """Return whether the class is one of those needed, or of a kind of one."""
    return f"{cls}.".startswith(_stems(needs))


@cache
def _stems(needs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{need}." for need in needs)


def _items(scene: Scene, frame: Frame, trigger: Mark, clause: Clause, found: Cast) -> list[Mark]:
    if frame.reverse:
        return [m for m in scene.of("item") if clause.i <= m.i < clause.j and fits(frame, m)]
    if frame.event == "evade.sanctions" or (frame.object == "recipient" and frame.inner):
        stop = trigger.j + _NEAR if frame.event == "evade.sanctions" else clause.j
        return [m for m in scene.of("item") if trigger.j <= m.i < stop and fits(frame, m)][:1]
    befallen = found.passive or trigger.value in _INTRANSITIVE or trigger.kind == "phrase"
    if frame.event == "by item" and trigger.value in _INTRANSITIVE:
        # "arrived carrying 300 containers": what goes by itself is the subject, and nothing behind it.
        return [m for m in found.subject if m.kind == "item" and fits(frame, m)]
    pool = found.subject if befallen and any(m.kind == "item" for m in found.subject) else found.objects
    items = [mark for mark in pool if mark.kind == "item"]
    if (
        found.passive
        and not items
        and scene.words[trigger.i - 2 : trigger.i]
        and [w.low for w in scene.words[trigger.i - 2 : trigger.i]] == ["to", "be"]
    ):
        # "arranged for 7,200 containers of rounds to be delivered": what is to be delivered stands before it.
        before = [m for m in scene.of("item") if clause.i <= m.i and m.j <= trigger.i]
        items = before[-1:]
    if found.passive and not items:
        items = [mark for mark in scene.of("item") if mark.j == trigger.i] or [
            mark for mark in found.objects if mark.kind == "item"
        ]
    if (
        frame.event == "by item"
        and trigger.value.startswith("<")
        and not any(fits(frame, item) for item in items)
    ):
        return [m for m in found.subject if m.kind == "item" and fits(frame, m) and m.form != "unknown"]
    if frame.event == "by item" and items and fits(frame, items[0]):
        # A list that opens with arms may end with soldiers: one claim.
        return [item for item in items if fits(frame, item) or is_people(item)]
    if frame.event == "deploy.personnel" and items:
        # Soldiers and workers sent together are one claim of two items; "40 guns and 3,000 troops" are a transfer.
        return [item for item in items if is_people(item)] if fits(frame, items[0]) else []
    found_items = [item for item in items if fits(frame, item)]
    if not found_items and befallen:
        # "The soldiers were issued Russian uniforms": who is the subject is given a thing.
        found_items = [mark for mark in found.objects if mark.kind == "item" and fits(frame, mark)]
    return found_items


def _goes_by_itself(frame: Frame, trigger: Mark, found: Cast) -> bool:
    """Return whether the subject is the thing itself: "containers stood on the pier", "3,000 men had crossed"."""
    if frame.event == "presence.materiel" and not found.passive and not trigger.value.startswith("<"):
        return False  # "a patrol boat observed the tanker": the boat is no thing that is seen
    return frame.event in _OF_SUBJECTS or (frame.event == "by item" and trigger.value.startswith("<"))


_OF_SUBJECTS = (
    "presence.materiel", "rail.cross", "casualty", "labour.dispatch", "labour.repatriate", "deploy.personnel", "move.personnel",
    "use.weapon", "report.publish", "train.personnel", "finance.account",
)  # fmt: skip


def measured_against(scene: Scene, event: str, items: list[Mark], clause: Clause) -> list[Mark]:
    """Return those whom sanctions are imposed on, where they are said: "sanctions on 11 individuals and 42 entities"."""
    if event == "sanction.impose" and not items:
        return counted_targets(scene, clause)
    if event == "sanction.impose" and items[0].value.startswith("designation"):
        # "six persons and two banks": the second behind the first
        more = [
            m
            for m in counted_targets(scene, clause)
            if m.i > items[0].j and all(m.j <= i.i or i.j <= m.i for i in items)
        ]
        return [*items, *more]
    if event != "sanction.impose" or not items[0].value.startswith("sanction"):
        return items
    first = items[0]
    named = [m for m in scene.of("item") if m.value.startswith("designation") and first.j <= m.i < clause.j]
    following = scene.words[first.j].low if first.j < len(scene.words) else ""
    tied = following in ("on", "against") or scene.text[first.start : first.end].endswith("against")
    return named if named and tied else items


_TARGETS = dict.fromkeys(words("persons_listed"), "designation.person") | dict.fromkeys(
    words("entities_listed"), "designation.entity"
)
# So many words lie at most between a number and the noun of those listed: "four senior North Korean officers".
_BEFORE_TARGET = 4


def counted_targets(scene: Scene, clause: Clause) -> list[Mark]:
    """Return those put on a list whom only a number and a plain noun name: "nine people", "three Iranian airlines"."""
    found: list[Mark] = []
    for mark in scene.of("amount"):
        if not clause.i <= mark.i < clause.j or mark.amount is None or mark.amount.unit:
            continue
        for k in range(mark.j, min(mark.j + _BEFORE_TARGET, len(scene.words))):
            word = scene.words[k]
            if word.low in _TARGETS:
                found.append(Mark("item", word.start, word.end, k, k + 1, _TARGETS[word.low]))
                break
            if not word.text[0].isalpha() or word.low in PREPOSITIONS:
                break
    # "six persons and one bank"
    for k in range(clause.i, clause.j - 1):
        following = scene.words[k + 1]
        known = any(mark.i == k + 1 for mark in found)
        if scene.lows[k] == "one" and following.low in _TARGETS and not known:
            found.append(Mark("item", following.start, following.end, k + 1, k + 2, _TARGETS[following.low]))
    return sorted(found, key=lambda mark: mark.i)


def _sums(scene: Scene, trigger: Mark, clause: Clause, found: Cast, items: list[Mark]) -> list[Mark]:
    """Return the sum of money that itself changes hands: no price, no pay, no worth of an item that is named."""
    if items and not any(item.value.startswith(("aid", "money")) for item in items):
        return []
    reach = after(scene, trigger, clause)
    if not items and any(m.kind == "item" and is_people(m) for m in (*found.subject, *reach)):
        return []  # what people earn is no sum that was sent
    money = [m for m in scene.of("amount") if is_money(m) and clause.i <= m.i < clause.j]
    # The sum of a noun hangs on it: "the theft, roughly $400 million had been moved" tells of another deed.
    comma = next((k for k in range(trigger.j, clause.j) if scene.words[k].text == ","), clause.j)
    stop = comma if trigger.kind == "noun" else clause.j
    sums = [m for m in money if trigger.j <= m.i < stop]
    if not sums and (found.passive or not any(m.kind != "item" for m in found.subject)):
        # "$30 million was transferred", "some $18 million trickled to brokers": the sum is the subject.
        sums = [m for m in money if m.j <= trigger.i][-1:]
    sums = [m for m in sums if scene.words[m.i - 1].low not in _PRICES or _stands_at(scene, m)]
    sums = [m for m in sums if _PENALTIES.isdisjoint(scene.lows[max(0, m.i - 3) : m.i])]
    return [m for m in sums if not any(0 <= item.i - m.j <= 4 or 0 <= m.i - item.j <= 1 for item in items)][
        :1
    ]


def _stands_at(scene: Scene, amount: Mark) -> bool:
    """Return whether "at" and "for" belong to a verb that measures: "purchases stood at $30 million", "accounted for"."""
    return amount.i > 1 and scene.words[amount.i - 2].low in _MEASURED_AT


_THEIRS = frozenset(
    {"them", "these", "those", "the", "us", "his", "her", "its", "their", "our", "my", "whom"}
)


def _counted_alone(scene: Scene, frame: Frame, trigger: Mark, clause: Clause, people: Mark) -> list[Mark]:
    """Return people of whom only the number is said: "two of them", "of these, around 600 were killed"."""
    for mark in scene.of("amount"):
        if not clause.i <= mark.i < clause.j or mark.amount is None or mark.amount.unit:
            continue
        following = [word.low for word in scene.words[mark.j : mark.j + 2]]
        headed = mark.j <= trigger.i and all(
            w.low in _BEFORE_DEED or w.low.endswith("ly") for w in scene.words[mark.j : trigger.i]
        )
        # "sent home 1,200 before the deadline", "repatriated its last 37 in that month"
        bare = 0 <= mark.i - trigger.j <= _JUST_BEHIND and frame.event.startswith(
            ("labour.repatriate", "deploy")
        )
        alone = bare and (
            not following
            or following[0] in PREPOSITIONS
            or following[0] in (",", ".", ";", "more", "others", "extra")
        )
        if headed or alone or (following[:1] == ["of"] and following[1:] and following[1] in _THEIRS):
            value = people.value.removesuffix(".killed").removesuffix(".wounded").removesuffix(".casualty")
            return [Mark("item", mark.start, mark.end, mark.i, mark.j, value, "alone", people.nation)]
    return []


# Words that mean the goods spoken of before: "sold none", "a small number had been delivered".
_MEANT = frozenset(
    {
        "none",
        "them",
        "these",
        "those",
        "some",
        "any",
        "more",
        "such",
        "number",
        "few",
        "both",
        "batch",
        "anything",
        "nothing",
    }
)


def _measured_subject(scene: Scene, trigger: Mark, clause: Clause, goods: str) -> list[Mark]:
    """Return the goods spoken of that only a weight before the verb means: "some 280,000 tons were discharged"."""
    for mark in scene.of("amount"):
        if clause.i <= mark.i and mark.j < trigger.i and mark.amount is not None and not is_money(mark):
            unit, end = unit_after(scene, mark)
            between = [word.low for word in scene.words[end : trigger.i]]
            plain = all(
                low in AUXILIARIES or low.endswith("ly") or low in ("that", "which") for low in between
            )
            if unit in ("tonne", "barrel", "kg", "container") and plain and between:
                return [Mark("item", mark.start, mark.end, mark.i, mark.j, goods, "alone")]
    return []


_THEM = frozenset({"them", "these", "those"})


def _of_them(scene: Scene, trigger: Mark, clause: Clause, goods: str, *, passive: bool) -> list[Mark]:
    """Return the goods spoken of of which a part is counted: "sold at least 12,000 of them", "nineteen of them went on"."""
    goes = passive or trigger.value in _INTRANSITIVE or trigger.value.startswith("<go>")
    for mark in scene.of("amount"):
        here = trigger.i - 6 <= mark.i < trigger.i if goes else 0 <= mark.i - trigger.j <= 1
        if not clause.i <= mark.i < clause.j or not here or mark.amount is None or mark.amount.unit:
            continue
        of, whom = [*scene.lows[mark.j : mark.j + 2], "", ""][:2]
        if of == "of" and whom in _THEM:
            return [Mark("item", mark.start, mark.end, mark.i, mark.j, goods, "alone")]
    return []


AT_ALL = frozenset({"anything", "nothing"})


def _stands_alone(scene: Scene, k: int) -> bool:
    following = scene.words[k + 1] if k + 1 < len(scene.words) else None
    return following is None or not following.text[0].isalpha() or following.low in _ENDING_OBJECTS


def _goods_alone(scene: Scene, trigger: Mark, clause: Clause, memory: Memory, *, passive: bool) -> list[Mark]:
    """Return goods of which only the number is said: "it has delivered about four million since January", "has received none"."""
    goods = memory.goods if memory.goods_age <= _SENTENCES else None
    if goods is None and memory.concerned:
        at = next(
            (k for k in range(trigger.j, min(trigger.j + 2, clause.j)) if scene.words[k].low in AT_ALL), None
        )
        if at is not None:
            # "has never sold anything to Russia": goods, whatever they are
            word = scene.words[at]
            return [Mark("item", word.start, word.end, at, at + 1, "shipment", "alone")]
    if goods is None:
        return []
    meant = next(
        (k for k in range(trigger.j, min(trigger.j + 2, clause.j)) if scene.words[k].low in _MEANT), None
    )
    if meant is None and passive:
        meant = next(
            (k for k in range(max(clause.i, trigger.i - 5), trigger.i) if scene.words[k].low in _MEANT), None
        )
    if meant is not None and not _stands_alone(scene, meant):
        meant = None  # "any Chinese port" means no goods
    if meant is not None and not any(
        m.kind in ("item", "amount") and m.i >= trigger.j for m in scene.marks if m.i < clause.j
    ):
        word = scene.words[meant]
        return [Mark("item", word.start, word.end, meant, meant + 1, goods, "alone")]
    measured = _measured_subject(scene, trigger, clause, goods) if passive else []
    if memory.goods_age <= 1:  # farther back "them" may be anybody
        measured = measured or _of_them(scene, trigger, clause, goods, passive=passive)
    if measured:
        return measured
    for mark in scene.of("amount"):
        if not 0 <= mark.i - trigger.j <= 1 or mark.i >= clause.j or mark.amount is None or is_money(mark):
            continue
        _, end = unit_after(scene, mark)
        following = scene.words[max(mark.j, end)].low if max(mark.j, end) < len(scene.words) else "."
        bare = following in PREPOSITIONS or following in (",", ".", ";", "this", "last", "so", "more")
        if bare and following != "of" and mark.amount.unit != "percent":
            return [Mark("item", mark.start, mark.end, mark.i, mark.j, goods, "alone")]
    return []


def bridges(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    """Return whether aid or a shipment spoken of before is the subject: "part of that aid involved …"."""
    spoken = any(
        clause.i <= mark.i and mark.j <= trigger.i and mark.value.startswith(("aid", "shipment"))
        for mark in scene.of("item")
    )
    return spoken or passing(scene, trigger, clause) is not None


def passing(scene: Scene, trigger: Mark, clause: Clause) -> Mark | None:
    """Return the noun of passing on that is the subject: "exports to China included …"."""
    nouns = [m for m in scene.of("noun") if clause.i <= m.i and m.j <= trigger.i and m.value in _PASSING]
    return nouns[0] if nouns else None
