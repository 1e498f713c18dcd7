"""Facts put to a pack: every provision that touches the fact, party by party, element by element."""

from collections.abc import Mapping, Sequence

from embargo.law.caps import Reckoned, reckon
from embargo.law.elements import Case, elements_of, touches
from embargo.law.exemptions import Exit, Way, way_out
from embargo.law.outside import why_outside
from embargo.law.parties import bound, sides_of
from embargo.law.say import argument, short
from embargo.vocabulary import Assessment, Element, Fact, Outcome
from embargo.vocabulary.law import ElementState
from embargo.vocabulary.pack import Limb, Pack, Provision, Thing
from embargo.vocabulary.words import Result

LAW_VERSION = "1"

# Where two rules of one paragraph answer for one party, the first of these is the paragraph's answer.
_ORDER: tuple[Result, ...] = (
    "prohibited",
    "capped-exceeded",
    "prohibited-unless",
    "capped-cannot-tell",
    "needs-determination",
    "exempt",
    "capped-within",
    "indirect/contested",
    "indicator-only",
    "not-covered",
)


def assess(fact: Fact, pack: Pack) -> Outcome:
    """Return what the pack says of the fact: one assessment for each provision and bound party that it touches.

    Only a paragraph with force (decides, demands) can give "prohibited"; an unknown element gives "needs-determination",
    an element that fails "not-covered". `outside` is true where nothing touches the fact, and `why` says what is missing.
    """
    case = Case(fact, sides_of(fact, pack.target))
    things = _things(pack)
    general = [provision for provision in pack.provisions if provision.power == "exempts"]
    limits = {r.to: p for p in pack.provisions if p.cap for r in p.relations if r.kind == "limits"}
    found: dict[tuple[int, str | None], Assessment] = {}
    lifted: dict[str, Exit] = {}
    for number in pack.by_conduct.get(fact.conduct, ()):
        provision = pack.provisions[number]
        for limb in provision.limbs:
            if fact.conduct not in limb.conduct:
                continue
            thing = things.get(limb.thing)
            if not touches(case, limb, thing):
                continue
            exit_ = way_out(fact, provision, general)
            limiter = limits.get(provision.path)
            for one in _put(case, pack, provision, limb, thing, exit_, _limit(case, pack, limiter, things)):
                key = (number, one.party)
                if key not in found or _ORDER.index(one.result) < _ORDER.index(found[key].result):
                    found[key] = one
                if one.result == "exempt" and exit_.by not in ("", provision.path):
                    lifted[exit_.by] = exit_
    assessments = [found[key] for key in sorted(found, key=lambda key: (key[0], _rank(key[1], pack.target)))]
    for provision in general:
        if provision.path in lifted:
            assessments.append(_exempting(fact, pack, provision, lifted[provision.path]))
    if assessments:
        return Outcome(fact.id, False, tuple(assessments))
    return Outcome(fact.id, True, (), why_outside(case, pack))


def _things(pack: Pack) -> Mapping[str, Thing]:
    return {thing.name: thing for thing in pack.things}


def _rank(party: str | None, target: str) -> tuple[bool, str]:
    return (party != target, party or "")


def _limit(case: Case, pack: Pack, limiter: Provision | None, things: Mapping[str, Thing]) -> Reckoned | None:
    """How the fact stands to another paragraph that allows a limited amount of what this one forbids."""
    if limiter is None or limiter.cap is None:
        return None
    for limb in limiter.limbs:
        if touches(case, limb, things.get(limb.thing)):
            return reckon(case.fact, limiter.cap, pack.factors)
    return None


def _put(
    case: Case,
    pack: Pack,
    provision: Provision,
    limb: Limb,
    thing: Thing | None,
    exit_: Exit,
    limited: Reckoned | None,
) -> list[Assessment]:
    """Put one rule to the fact and return an assessment for each party bound (none where nothing is worth saying)."""
    elements = elements_of(case, provision, limb, thing)
    states = [element.state for element in elements]
    if "not met" in states and any(e.state == "unknown" and e.name in ("object", "nexus") for e in elements):
        return []
    if provision.power == "carves out" and exit_.way != "known":
        return []
    if provision.power in ("calls", "reads") and _open_object(elements):
        return []
    result, tail = _result(case, pack, provision, limb, states, exit_, limited)
    made: list[Assessment] = []
    for party, why in bound(limb, case.sides):
        state: ElementState = "met" if party is not None else "unknown"
        mine = Element("bound party", state, why, case.fact.rests_on.get("parties", ()))
        every = (*elements, mine, *tail)
        made.append(_assessment(case.fact, pack, provision, limb, party, result, every))
    return made


def _open_object(elements: Sequence[Element]) -> bool:
    return any(element.name == "object" and element.state == "unknown" for element in elements)


def _result(
    case: Case,
    pack: Pack,
    provision: Provision,
    limb: Limb,
    states: Sequence[str],
    exit_: Exit,
    limited: Reckoned | None,
) -> tuple[Result, list[Element]]:
    """Return the result and the closing elements (exemption, cap, breach) that a reader needs with it."""
    if "not met" in states:
        return "not-covered", []
    if provision.power in ("calls", "reads"):
        words = "calls upon States" if provision.power == "calls" else "reads another paragraph"
        return "indicator-only", [
            Element("breach", "not met", f"the paragraph {words}; it cannot be breached")
        ]
    if limb.argued:
        words = "no paragraph says this in terms; some argue that this one reaches it"
        return "indirect/contested", [Element("breach", "unknown", words)]
    way = _exemption(exit_)
    if provision.cap is not None:
        return _capped(case, pack, provision, states, exit_, way)
    if exit_.way == "known":
        return "exempt", [way]
    if limb.fulfils:
        return "not-covered", [Element("breach", "not met", "this is what the paragraph asks for"), way]
    if "unknown" in states:
        return "needs-determination", [way]
    tail = [way]
    if limited is not None:
        state = _limit_state(limited)
        tail.append(Element("cap", state, limited.reason))
        if limited.standing == "capped-within":
            return "exempt", tail
        if limited.standing == "capped-cannot-tell":
            return "prohibited-unless", tail
    return ("prohibited-unless" if exit_.way == "open" else "prohibited"), tail


def _capped(
    case: Case, pack: Pack, provision: Provision, states: Sequence[str], exit_: Exit, way: Element
) -> tuple[Result, list[Element]]:
    if provision.cap is None:
        raise ValueError(f"{provision.path} has no cap")
    refused = any(e.kind == "conditions-of-paragraph" and e.state == "no" for e in case.fact.exemptions)
    if "unknown" not in states and refused:
        why = "the conditions on which the paragraph allows a limited amount are known not to hold"
        return "prohibited", [Element("conditions", "not met", why), way]
    reckoned = reckon(case.fact, provision.cap, pack.factors)
    tail = [
        Element("cap", _limit_state(reckoned), reckoned.reason, case.fact.rests_on.get("quantity", ())),
        way,
    ]
    if "unknown" in states:
        return "capped-cannot-tell", tail
    if exit_.way == "known" and reckoned.standing != "capped-within":
        return "exempt", tail
    return reckoned.standing, tail


def _limit_state(reckoned: Reckoned) -> ElementState:
    """Whether the limit is passed, as the state of an element "cap"."""
    if reckoned.standing == "capped-exceeded":
        return "met"
    return "not met" if reckoned.standing == "capped-within" else "unknown"


def _exemption(exit_: Exit) -> Element:
    """The closing element: met where an exemption is known, not met where none can be, else unknown."""
    states: dict[Way, ElementState] = {
        "known": "met",
        "open": "unknown",
        "closed": "not met",
        "none": "not met",
    }
    return Element("exemption", states[exit_.way], exit_.reason)


def _assessment(
    fact: Fact,
    pack: Pack,
    provision: Provision,
    limb: Limb,
    party: str | None,
    result: Result,
    elements: Sequence[Element],
) -> Assessment:
    return Assessment(
        id=f"{fact.id}@{pack.name}:{provision.path}/{party or 'any'}",
        fact=fact.id,
        pack=pack.name,
        provision=provision.path,
        citation=provision.citation,
        force=provision.force,
        mark=provision.mark,
        party=party,
        result=result,
        elements=tuple(elements),
        words=argument(party, result, elements),
        summary=short(provision, limb),
    )


def _exempting(fact: Fact, pack: Pack, provision: Provision, exit_: Exit) -> Assessment:
    """The general exemption that lifted other paragraphs, as an assessment of its own."""
    limb = Limb(conduct=(fact.conduct,), direction="any", binds=())
    return _assessment(fact, pack, provision, limb, None, "exempt", (_exemption(exit_),))
