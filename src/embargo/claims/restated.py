"""Restated figures: "State B puts the number at 120" says again what was said, with a figure and a speaker of its own."""

import re
from collections.abc import Sequence

import msgspec

from embargo.claims.attribution import Heard, Voice, chain
from embargo.claims.build import LONGEST_QUOTE
from embargo.claims.clauses import preposition
from embargo.claims.grammar import PREPOSITIONS, STOPS
from embargo.claims.marks import Mark, Scene
from embargo.claims.retractions import BACK, requoted
from embargo.claims.things import quantity
from embargo.claims.units import unit_after
from embargo.vocabulary import Claim, Document, Quote, When, state_of

_FIGURE = re.compile(
    r"\b(?P<verb>puts?|placed?|places|sets?|gives?|gave|has|estimates?|estimated|revised|raised|lowered|counts?|counted)\s+"
    r"(?:(?=(?:about\s+|some\s+|more\s+than\s+|up\s+to\s+)?[$€£¥]?\d)|(?:(?:the|its|a|an|their|that|this|his|her)\s+)?(?:\w+\s+){0,2}?(?:number|figure|total|toll|count|sum|tally|estimate|volume|tonnage|load|amount|quantity)s?\b"
    r"(?P<gap>[^;.]{0,50}?)(?:\bat\b|\bof\b|:|\bto\b)\s+)",
    re.IGNORECASE,
)
# "The figure for April was 22", "the count had passed thirteen thousand", "the agency had spoken of 600 dead", "his successor said ten thousand".
_STANDS = re.compile(
    r"\b(?:(?:figures?|numbers?|counts?|totals?|tally|toll|sum|entry|reading|volume|tonnage|estimate)\b[^;.:]{0,40}?\s(?:was|were|is|are|stood\s+at|stands\s+at|came\s+to|"
    r"comes\s+to|(?:had\s+|has\s+)?(?:passed|reached|topped|exceeded|risen\s+to|grown\s+to|climbed\s+to|fallen\s+to))"
    r"|sp(?:oke|eaks|oken)\s+(?:[a-z]+\s+){0,3}?of|(?P<bare>said|says|arrived\s+at|gave|gives))\s+[“\"‘]?(?=(?:[a-z]+\s+){0,2}?[$€£¥\d]|[a-z]+\b)",
    re.IGNORECASE,
)
# "it should have read 6m": the figure that the publisher puts in the place of its own.
_RIGHT = re.compile(
    r"\b(?:(?P<verb>should)\s+(?:have\s+)?(?:read|been|said)|the\s+(?:correct|right|true)\s+(?:figure|number|amount|total)\s+(?:is|was))\s+",
    re.IGNORECASE,
)
# "China denies it", "has denied this": no more than a pronoun for what was said.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es|ed)|dismiss(?:es|ed)?)\s+(?:it|this|that|th(?:is|at|e)\s+(?:insinuation|affair|charge|accusation|"
    r"allegation|claim|suggestion|story))\b\s*(?=[.,;!”\"]|$|on\b|in\b|and\b|as\b|outright\b)"
    r"|\b(?:call(?:s|ed)|term(?:s|ed)|brand(?:s|ed)|dismiss(?:es|ed))\s+(?:it|this|that|th(?:is|at|e)\s+(?:affair|charge|accusation|allegation|claim|"
    r"story))\s+(?:an?\s+|as\s+|pure\s+)*[“\"‘]?(?:smear|fabrication|invention|lie|fiction|fantasy|nonsense|slander|groundless|baseless|unfounded|false|untrue|absurd)"
)
# A note and the mark that it hangs on, which stands so near behind what it belongs to.
_NOTE = re.compile(r"\s*(?P<number>\[\d{1,3}\])")
_NOTE_REACH = 60
# Without a mark the figure belongs to what was said so little before.
_NEAR = 600
# Of deeds like these two sources give figures; a sum of money or of people is restated as often as goods are.
_FAMILIES = (
    "transfer", "deploy", "casualty", "theft", "labour", "ship", "aid", "vessel", "presence", "customs", "rail", "use",
)  # fmt: skip
# So far behind its verb a figure may stand.
_GAP = 24


def restated(
    document: Document, scene: Scene, earlier: Sequence[Claim], heard: Heard, bounds: tuple[int, int]
) -> list[Claim]:
    """Return the claim last made that carries a figure, as this sentence gives its own figure for it, or nothing."""
    right = _RIGHT.search(scene.text, *bounds)
    match = right or _FIGURE.search(scene.text, *bounds)
    amount = _amount_behind(scene, match) if match is not None else None
    own_time = None
    if amount is None:
        match, amount = _standing(scene, bounds)
        own_time = _own_time(scene, match) if match is not None else None
    if match is None:
        return []
    claim = _meant(scene, earlier, bounds[0], withdrawn=right is not None)
    if amount is None or amount.amount is None or claim is None:
        return []
    unit = next((item.quantity.unit for item in claim.items if item.quantity is not None), None)
    if unit is None:
        return []
    own = amount.amount.unit
    if own and own != unit:
        return []  # a sum of money restates no number of men
    start, end = bounds[0], min(bounds[1], bounds[0] + LONGEST_QUOTE)
    quote = (start, end)
    moved = requoted(document, scene, claim, *quote)
    voices = _throughout(scene, heard) or _speaker(scene, match.start())
    trigger = Mark("verb", match.start(), match.end(), scene.token_at(match.start()), 0, "put")
    at = next(k for k, item in enumerate(moved.items) if item.quantity is not None)
    counted = msgspec.structs.replace(quantity(scene, amount, moved.items[at].cls, quote), unit=unit)
    items = tuple(
        msgspec.structs.replace(item, quantity=counted if k == at else None)
        for k, item in enumerate(moved.items)
    )
    return [
        msgspec.structs.replace(
            moved,
            items=items[at : at + 1],
            time=own_time or moved.time,
            modality="asserted",
            polarity="positive",
            said_time=None,
            attribution=chain(scene, Heard(voices, []), trigger, document, quote),
            also_reported_by=(),
            doubts=("what the figure counts was understood from the sentence before",),
        )
    ]


def _amount_behind(scene: Scene, match: re.Match[str]) -> Mark | None:
    return next((m for m in scene.of("amount") if 0 <= m.start - match.end() <= _GAP), None)


def _standing(scene: Scene, bounds: tuple[int, int]) -> tuple[re.Match[str] | None, Mark | None]:
    """Return the words that give a figure by the noun of a count or by what somebody said, with that figure."""
    for match in _STANDS.finditer(scene.text, *bounds):
        amount = next((m for m in scene.of("amount") if 0 <= m.start - match.end() <= 2), None)
        if amount is not None and (not match["bare"] or _stands_alone(scene, amount)):
            return match, amount
    return None, None


def _stands_alone(scene: Scene, amount: Mark) -> bool:
    """Return whether nothing that the figure could count stands behind it: "said ten thousand, and"."""
    end = max(amount.j, unit_after(scene, amount)[1])
    following = scene.words[end] if end < len(scene.words) else None
    return (
        following is None
        or not following.text[0].isalpha()
        or following.low in (PREPOSITIONS | STOPS) - {"of"}
        or any(m.i == end for m in scene.of("time"))
    )


def _own_time(scene: Scene, match: re.Match[str]) -> When | None:
    """Return the time that the noun of the count has for itself: "the figure for April", "the April figure"."""
    if match["bare"] or match.group().casefold().startswith("sp"):
        return None
    times = [m for m in scene.of("time") if m.start < match.end() and m.end >= match.start() - 1]
    by = [
        m for m in scene.of("time") if m.end <= match.start() and scene.words[m.i].low in ("by", "in", "for")
    ]
    return (times or by)[0].when if times or by else None


def denied_again(
    document: Document, scene: Scene, earlier: Sequence[Claim], heard: Heard, bounds: tuple[int, int]
) -> list[Claim]:
    """Return the claim made just before as denied: "China has denied this". A denial carries no number."""
    match = _DENIED.search(scene.text, *bounds)
    claim = earlier[-1] if earlier else None
    if match is None or claim is None or not isinstance(claim.evidence, Quote):
        return []
    told = claim.modality in ("asserted", "alleged") and claim.polarity == "positive"
    if not told or claim.event.startswith("statement") or bounds[0] - claim.evidence.end > _NEAR:
        return []
    # Who denies speaks, however far the word's own reach goes.
    voices = _speaker(scene, match.start()) or _throughout(scene, heard)
    if not voices or not _concerns(voices, claim):
        return []
    quote = (bounds[0], min(bounds[1], bounds[0] + LONGEST_QUOTE))
    moved = requoted(document, scene, claim, *quote)
    at = scene.token_at(match.start())
    trigger = Mark("verb", match.start(), match.end(), at, at + 1, "deny")
    return [
        msgspec.structs.replace(
            moved,
            items=tuple(msgspec.structs.replace(item, quantity=None) for item in moved.items),
            modality="denied",
            polarity="negative",
            said_time=None,
            attribution=chain(scene, Heard(voices, []), trigger, document, quote),
            also_reported_by=(),
            doubts=("what is denied was understood from the sentence before",),
        )
    ]


def _concerns(voices: Sequence[Voice], claim: Claim) -> bool:
    """Return whether the deed is that of who denies it, as far as their States tell."""
    parties = (*claim.supplier, *claim.actor, *claim.recipient)
    states = {state_of(m.canonical) for m in parties} - {None}
    denying = {state_of(voice.mark.value) for voice in voices} - {None}
    return not states or not denying or bool(states & denying)


def _meant(scene: Scene, earlier: Sequence[Claim], start: int, *, withdrawn: bool) -> Claim | None:
    """Return the claim whose figure is given again: the one a note hangs on ("[1] State B …"), else one said just before."""
    note = _NOTE.match(scene.text, start)
    for claim in reversed(earlier[-BACK:]):
        known = _counted(claim) or (withdrawn and claim.modality == "retracted")
        if not known or not isinstance(claim.evidence, Quote):
            continue
        stop = claim.evidence.end
        if note is None:
            # "How many were killed?" stands between: the figure answers that, and restates nothing.
            return claim if start - stop <= _NEAR and "?" not in scene.text[stop:start] else None
        if note["number"] in scene.text[stop : stop + _NOTE_REACH].split("\n", 1)[0]:
            return claim
    return None


def _counted(claim: Claim) -> bool:
    told = claim.modality in ("asserted", "alleged", "acknowledged") and claim.polarity == "positive"
    return (
        told and claim.event.startswith(_FAMILIES) and any(item.quantity is not None for item in claim.items)
    )


def _throughout(scene: Scene, heard: Heard) -> list[Voice]:
    return [msgspec.structs.replace(voice, i=0, j=len(scene.words)) for voice in heard.voices]


def _speaker(scene: Scene, verb: int) -> list[Voice]:
    before = [m for m in scene.of("party") if m.end <= verb and preposition(scene, m, 0) == ""]
    return [Voice(before[-1], 0, len(scene.words), "put")] if before else []
