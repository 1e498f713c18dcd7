"""Citations: what a measure says, as a text cites it. Law and no event: "paragraph 5 of resolution 2397 caps deliveries at …"."""

import re
from collections.abc import Iterator

import msgspec

from embargo.claims.attribution import Heard, chain
from embargo.claims.build import LONGEST_QUOTE, implied, mention
from embargo.claims.clauses import preposition
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.subjects import listed
from embargo.claims.things import is_people, item_of, quantity
from embargo.claims.units import COUNTERS
from embargo.language import holds, standing_in
from embargo.vocabulary import Claim, Document, Item, cut, state_of

_MEASURE = re.compile(
    r"\b(?:[Rr]esolutions?\s+(?:\d{3,4}|\(?\d{4}\)?)|S/RES/\d+|(?:Security\s+Council|UN|U\.N\.|Council)\s+resolutions?|(?:[Pp]aragraphs?|[Aa]rticles?|[Ss]ections?|[Rr]egulations?)\s+\d+[\w/.()-]*"
    r"|[Uu]nder\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+){1,4}(?:rules|law|laws|regulations|sanctions\s+law)|[Rr]egulation\s+\(EU\))"
)
# One of these stands in all that the pattern finds: to look for them is far cheaper than to try it.
_SIGNS = ("esolution", "S/RES/", "aragraph", "rticle", "ection", "egulation", "nder")
_OF_COUNCIL = re.compile(r"\b(?:[Rr]esolutions?\s+\(?\d{3,4}|S/RES/\d|[Ss]ecurity\s+Council)")
_RULE = re.compile(
    rf"\b(?:{'|'.join(sorted((w for w in words('rules') | words('citing_rules')), key=len, reverse=True))})\b"
)
_MODAL = re.compile(
    r"\b(?:may|must|shall|have|had)\s+(?:not\b|no\s+more|only\b|to\b|prevent\b|take\b)|\b[Nn]o\s+(?:[\w’'-]+\s+){1,3}?may\b|\bStates\s+(?:are\s+to|must|shall)\b|\bgave\s+(?:all\s+)?(?:Member\s+)?States\b"
)
_CAP = re.compile(
    r"\b(?:cap|caps|capped|limit|limits|limited|ceiling|exceed|go\s+beyond|no\s+more\s+than|up\s+to|lets?|allows?|permits?|allowed|permitted|quota)\b"
)
_YEARLY = re.compile(
    r"\b(?:a|per|each|every)\s+(?:calendar\s+)?year\b|\bannually\b|\byearly\b|\bin\s+any\s+(?:twelve\s+months|(?:one\s+|calendar\s+)?year)\b|\bper\s+annum\b"
)
_HANGING = re.compile(r"\b(?:that|which)\s*$")
# A measure stands this near the head of the sentence that is its rule, and its verb this near behind it.
_OPENING, _NEXT = 48, 40
# So many things at most are what a rule is about; a longer list is quoted by its head.
_THINGS = 3


# "resolution 2375 (2017), which outlaws transfers …": the rule hangs on its measure, beside what the sentence tells.
_WHICH = re.compile(r"(?:\s*\(\d{4}\))?,?\s+(?:which|by\s+which|under\s+which)\s+(?:\w+\s+){0,2}?")


def aside(document: Document, scene: Scene, heard: Heard, bounds: tuple[int, int]) -> list[Claim]:
    """Return the rule that hangs on a measure the sentence names in passing, quoted from the measure to the clause's end."""
    for measure in _measures(scene.text, bounds):
        which = _WHICH.match(scene.text, measure.end(), bounds[1])
        if which is None:
            continue
        rule = _RULE.search(scene.text, which.end() - 1, min(bounds[1], which.end() + _NEXT))
        if rule is None:
            continue
        stop = next((k for k in range(rule.end(), bounds[1]) if scene.text[k] in ";.,"), bounds[1])
        return cited(document, scene, heard, (measure.start(), stop), told=False, hangs=True)
    return []


def _measures(text: str, bounds: tuple[int, int]) -> Iterator[re.Match[str]]:
    """Yield the measures that the stretch names, in order."""
    stretch = text[slice(*bounds)]
    if holds(stretch, standing_in(text, _SIGNS)):
        yield from _MEASURE.finditer(text, *bounds)


def cited(
    document: Document,
    scene: Scene,
    heard: Heard,
    bounds: tuple[int, int],
    *,
    told: bool,
    hangs: bool = False,
) -> list[Claim]:
    """Return the rule that the sentence cites with its measure, or nothing; a cap where it sets an amount.

    A sentence that opens with the measure is its rule and nothing else; one that tells a deed (`told`) and names a measure
    beside it is that deed. `hangs`: the rule's verb stands behind "which", and the stretch is all of it.
    """
    measure = next(_measures(scene.text, bounds), None)
    if measure is None:
        return []
    rule = _RULE.search(scene.text, measure.end(), bounds[1]) or _MODAL.search(scene.text, *bounds)
    if (
        rule is not None
        and not hangs
        and _HANGING.search(scene.text, measure.end(), rule.start())
        and rule.start() > measure.end()
    ):
        return []
    opens = measure.start() - bounds[0] <= _OPENING
    if rule is None or (not opens and (told or rule.start() - measure.end() > _NEXT)):
        return []
    quote = (bounds[0], min(bounds[1], bounds[0] + LONGEST_QUOTE))
    while quote[1] > quote[0] and scene.text[quote[1] - 1] in " .\n;":
        quote = (quote[0], quote[1] - 1)
    at = scene.token_at(rule.start())
    things = _ruled(scene, rule.start())
    amount = next(
        (m for m in scene.of("amount") if m.amount is not None and m.start >= rule.start() - 40), None
    )
    capped = amount is not None and _CAP.search(scene.text, *bounds) is not None and bool(things)
    items: list[Item] = [
        item_of(scene, m, amount if capped and k == 0 else None, quote) for k, m in enumerate(things)
    ]
    if capped and items:
        items = [_at_most(items[0], yearly=_YEARLY.search(scene.text, *bounds) is not None)]
    bound = next((m for m in scene.of("party") if state_of(m.value) == m.value), None) if capped else None
    if bound is None and not any(is_people(m) for m in things):
        bound = _kept_from(scene, measure.end(), quote[1])
    of_oil = amount is not None and _is_the_cap(amount)
    maker = [implied("UN:Security Council")] if _OF_COUNCIL.search(scene.text, *bounds) else []
    trigger = Mark("verb", rule.start(), rule.end(), at, at + 1, "cite")
    return [
        Claim(
            id="",
            document=document.id,
            event="law.cap" if capped else "law.cite",
            evidence=cut(document.id, scene.text, *quote),
            actor=tuple(maker),
            recipient=(mention(scene, bound),) if bound is not None else (implied("KP"),) if of_oil else (),
            items=tuple(items),
            attribution=chain(scene, heard, trigger, document, quote),
        )
    ]


def _kept_from(scene: Scene, start: int, end: int) -> Mark | None:
    """Return to whom nothing may go: "bars the supply of arms to the Houthis", "from reaching Libya"."""
    for mark in scene.of("party"):
        whose = (
            state_of(mark.value) == mark.value
            or mark.value.startswith("group:")
            or mark.value.endswith("Houthis")
        )
        before = scene.words[mark.i - 1].low if mark.i else ""
        if (
            whose
            and start <= mark.start < end
            and (preposition(scene, mark, 0) == "to" or before in _REACHING)
        ):
            return mark
    return None


_REACHING = frozenset({"reach", "reaching", "enter", "entering"})


# What no rule of these measures is about, though its words name it: who earns what, and whom a list names.
_BESIDE = ("publication", "statement", "sanction", "ais", "designation", "voyage", "money", "agreement")


def _ruled(scene: Scene, at: int) -> list[Mark]:
    """Return the things that the rule is about: the first behind its verb, else the first of all, and those listed with it."""
    things = [
        m
        for m in scene.of("item")
        if not m.value.startswith(_BESIDE) and scene.words[m.j - 1].low not in COUNTERS
    ]
    behind = [m for m in things if m.start >= at] or things
    named = [m for m in behind if not m.value.startswith("shipment")] or behind
    found: list[Mark] = []
    for mark in named[:_THINGS]:
        if found and not listed(scene, found[-1], mark):
            break
        found.append(mark)
    return found


# The one cap that texts cite without its measure: of refined petroleum for the DPRK, paragraph 5 of resolution 2397 (2017).
_BARRELS = 500_000
_CEILING = re.compile(
    r"\b(?:ceiling|cap|limit|quota|allows?|permits?|may\s+(?:not\s+exceed|take\s+in\s+no|import\s+no|buy\s+no)|no\s+more\s+than)\b",
    re.IGNORECASE,
)


def _is_the_cap(amount: Mark) -> bool:
    return amount.amount is not None and _BARRELS in (amount.amount.low, amount.amount.high)


def ceiling(document: Document, scene: Scene, heard: Heard, bounds: tuple[int, int]) -> list[Claim]:
    """Return the cap on refined petroleum that a sentence gives by its figure alone: "The ceiling stands at 500,000 barrels a year"."""
    amount = next((m for m in scene.of("amount") if _is_the_cap(m)), None)
    told = _CEILING.search(scene.text, *bounds) if amount is not None else None
    if told is None or amount is None or _YEARLY.search(scene.text, *bounds) is None:
        return []
    counted = quantity(scene, amount, "petroleum.refined", bounds)
    if not counted.unit.startswith("barrel"):
        return []
    quote = (bounds[0], min(bounds[1], bounds[0] + LONGEST_QUOTE))
    at = scene.token_at(told.start())
    trigger = Mark("verb", told.start(), told.end(), at, at + 1, "cap")
    written = next((m for m in scene.of("item") if m.value.startswith("petroleum")), None)
    thing = (
        item_of(scene, written, None, quote)
        if written is not None
        else Item(None, None, None, "petroleum.refined", implicit=True)
    )
    thing = msgspec.structs.replace(thing, cls="petroleum.refined", quantity=counted)
    return [
        Claim(
            id="",
            document=document.id,
            event="law.cap",
            evidence=cut(
                document.id, scene.text, quote[0], quote[0] + len(scene.text[slice(*quote)].rstrip(" .\n"))
            ),
            actor=(implied("UN:Security Council"),),
            recipient=(implied("KP"),),
            items=(_at_most(thing, yearly=True),),
            attribution=chain(scene, heard, trigger, document, quote),
            doubts=("which measure sets this cap was known, and is not said",),
        )
    ]


def _at_most(item: Item, *, yearly: bool) -> Item:
    """Return the item with its amount as the most that a rule allows, by the year where the rule says so."""
    counted = item.quantity
    if counted is None:
        return item
    unit = (
        counted.unit + " per year"
        if yearly and counted.unit and " per " not in counted.unit
        else counted.unit
    )
    most = counted.high if counted.high is not None else counted.low
    return msgspec.structs.replace(
        item, quantity=msgspec.structs.replace(counted, low=None, high=most, bound="at_most", unit=unit)
    )
