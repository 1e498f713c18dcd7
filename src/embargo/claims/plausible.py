"""Plausibility: what a deed of its kind always says or never says; a draft that fails is some other deed, or none."""

from collections.abc import Callable

from embargo.claims.build import Draft
from embargo.claims.grammar import words
from embargo.claims.marks import Scene
from embargo.claims.things import is_people

_ASKS_AND_KNOWS = words("before_indirect_questions")
_QUESTION_WORDS = frozenset({"who", "what", "whoever"})
_AT = frozenset({"at", "in", "from", "off", "near", "by"})
_FROM_PAPERS = frozenset({"last", "previous", "loading", "departure", "origin", "sailing", "shipment"})
_ON_FOOT = frozenset({"<reach>", "<enter>"})
_LISTED_GOODS = ("coal", "petroleum", "ore", "seafood", "metal", "textile", "machinery", "vehicle", "luxury")
_TRAVELLERS = words("travellers")
_NO_GUESTS = (":troops", ":workers", ":forces")
_DELEGATES = frozenset(
    {"delegation", "delegations", "delegates", "general", "generals", "commander", "chief", "mission"}
)
_PROVIDES = frozenset({"provide", "provides", "provided", "providing"})
_PUT_UNDER = words("forms_of_be") | {"be", "put", "placed", "brought", "come", "came"}
_NEAR = 3
# So many words behind "as" say what port papers give, and so many behind a verb its first thing.
_ROLE, _THING = 5, 4


def plausible(scene: Scene, draft: Draft) -> bool:
    """Return whether the draft says what a deed of its kind says: ground that is taken, guests who visit, a body that is told."""
    if _asked_about(scene, draft) or _provided_for(scene, draft) or _to_the_marks(scene, draft):
        return False
    check = _OF_EVENT.get(draft.event)
    return check is None or check(scene, draft)


def _behind(scene: Scene, draft: Draft) -> str:
    j = draft.trigger.j
    return scene.lows[j] if j < len(scene.lows) else ""


def _asked_about(scene: Scene, draft: Draft) -> bool:
    """Return whether the deed is what one asks or does not know: "asked who had ordered the engines", "knows what was paid"."""
    at = draft.clause.i
    if draft.trigger.kind != "verb" or not 0 < at < len(scene.lows):
        return False
    if scene.lows[at] in _QUESTION_WORDS:
        return scene.lows[at - 1] in _ASKS_AND_KNOWS
    return False


def _provided_for(scene: Scene, draft: Draft) -> bool:
    """Return whether a rule provides for the deed: "the Regulations provide for the freezing of funds"."""
    near = scene.lows[max(0, draft.trigger.i - _THING) : draft.trigger.i]
    return any(low in _PROVIDES and near[k + 1 : k + 2] == ["for"] for k, low in enumerate(near))


def _to_the_marks(scene: Scene, draft: Draft) -> bool:
    """Return whether a ship is only said to be full: "loaded to the marks"."""
    behind = scene.lows[draft.trigger.j : draft.trigger.j + 3]
    return behind[:2] == ["to", "the"] and behind[2:] in (["marks"], ["gunwales"], ["brim"])


def _ground(scene: Scene, draft: Draft) -> bool:
    """Return whether ground is what is taken: not "cleared at Khasan", "seized from the luggage of a diplomat at Vienna"."""
    before = any(draft.clause.i <= m.i < draft.trigger.i for m in scene.of("place"))
    return before or _behind(scene, draft) not in _AT


def _guests(scene: Scene, draft: Draft) -> bool:
    """Return whether persons of office visit: not soldiers or workers on a journey, nor the goods that "landed in Russia"."""
    in_arms = bool(draft.actor) and all(m.canonical.endswith(_NO_GUESTS) for m in draft.actor)
    if in_arms and _DELEGATES.isdisjoint(scene.lows[: draft.trigger.i]):
        return False
    reduced = draft.trigger.form in ("past", "pp") and any(m.j == draft.trigger.i for m in scene.of("item"))
    ship = draft.trigger.value == "<be> bound for" and any(m.form == "pronoun" for m in draft.cast.subject)
    return not reduced and not ship


def _soldiers_go(scene: Scene, draft: Draft) -> bool:
    """Return whether soldiers are who moves: not "a battery reached the garrison"."""
    del scene
    if draft.trigger.value not in _ON_FOOT or draft.cast.passive:
        return True
    return any(m.i < draft.trigger.i for m in draft.items) or not draft.items


def _told(scene: Scene, draft: Draft) -> bool:
    """Return whether a body is told something: not where money is "made available to" it, or attention drawn to a thing."""
    if draft.trigger.value.startswith("<draw>"):
        return bool(draft.recipient)
    near = range(draft.trigger.i, draft.trigger.j + _THING)
    money = any(m.i in near and m.amount and m.amount.unit.isupper() for m in scene.of("amount"))
    return not (money and "available" in scene.lows)


def _destination(scene: Scene, draft: Draft) -> bool:
    """Return whether papers give where a thing goes: not "gave Cam Pha as last port", "Basra as the port of loading"."""
    if not draft.trigger.value.startswith(("<give>", "<name>", "<declare>", "<state>")):
        return True
    held = scene.lows[draft.trigger.i :]
    k = held.index("as") + 1 if "as" in held else len(held)
    return _FROM_PAPERS.isdisjoint(held[k : k + _ROLE]) or "next" in held[k : k + _ROLE]


def _listed(scene: Scene, draft: Draft) -> bool:
    """Return whether somebody is listed or banned: not "listed no coal", "banned all coal exports"."""
    if draft.trigger.value == "under sanctions":
        # "Iran, long under sanctions, sold oil": said of it in passing.
        return not _PUT_UNDER.isdisjoint(scene.lows[max(0, draft.trigger.i - _NEAR) : draft.trigger.i])
    if draft.trigger.value not in ("list", "<list>", "<ban> ... from"):
        return True
    near = [m for m in scene.of("item", "party", "vessel") if 0 <= m.i - draft.trigger.j < _THING][:1]
    return not any(m.kind == "item" and m.value.startswith(_LISTED_GOODS) for m in near)


def _aimed(scene: Scene, draft: Draft) -> bool:
    """Return whether something is let fall on somebody: "shipments would drop to 150,000 shells" falls by itself."""
    return draft.trigger.value != "<drop>" or _behind(scene, draft) not in (
        "to",
        "by",
        "from",
        "below",
        "off",
    )


def _halted(scene: Scene, draft: Draft) -> bool:
    """Return whether a ship or thing is stopped by somebody: "some of us boarded a Russian ship" goes aboard, no more."""
    if draft.trigger.value == "board" and not draft.cast.passive and not draft.actor:
        return _TRAVELLERS.isdisjoint(scene.lows[draft.clause.i : draft.trigger.i])
    return draft.trigger.value != "<inspect>" or bool(draft.cast.vessels or draft.items)


def _fallen(scene: Scene, draft: Draft) -> bool:
    """Return whether people fall: "brought back two wounded riflemen" tells of men who were wounded before."""
    if draft.trigger.value not in ("wound", "injure") or draft.trigger.kind != "verb":
        return True
    qualifies = any(m.i == draft.trigger.j and is_people(m) for m in scene.of("item"))
    ahead = any(draft.clause.i <= m.i < draft.trigger.i for m in scene.of("verb"))
    return not (qualifies and ahead and not draft.cast.passive)


_OF_EVENT: dict[str, Callable[[Scene, Draft], bool]] = {
    "capture.territory": _ground,
    "visit.official": _guests,
    "deploy.personnel": _soldiers_go,
    "report.notify": _told,
    "conceal.destination": _destination,
    "sanction.impose": _listed,
    "use.weapon": _aimed,
    "interdict": _halted,
    "casualty": _fallen,
}
