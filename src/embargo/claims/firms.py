"""Firms: companies, banks and exchanges that no list knows, by the word that goes with their name."""

import re

from embargo.claims.grammar import PREPOSITIONS
from embargo.claims.marks import Mark, Scene
from embargo.language import holds, standing_in
from embargo.vocabulary import state_of

_NAME = r"[A-Z][\w&’'.-]*(?:\s+(?:of\s+|and\s+|&\s+)?[A-Z][\w&’'-]*){0,5}"
# "Huione Pay" in "the Cambodian company Huione Pay"; "Eastern Light Shipping Co., Ltd".
_CALLED = re.compile(
    rf"\b(?P<kind>company|firm|airline|exchange|bank|trader|broker|shipper|entity|trading\s+house),?\s+(?P<name>{_NAME})"
)
# Words that close the name of a firm.
_CLOSING = (
    "LLC", "Ltd", "Limited", "Inc", "Corp", "Corporation", "GmbH", "JSC", "OOO", "PLC", "Airlines", "Airways", "Shipping", "Trading",
    "Bank", "Pay", "Exchange", "Logistics", "Industries", "Holdings", "Holding", "Group", "Marine", "Enterprises", "Controls",
    "Technologies", "Electronics", "Instruments", "Chartering", "Maritime", "Metals", "Lines", "Spirits", "Refinery",
    "FZE", "FZCO", "DMCC", "Pte", "AG", "SpA", "AB", "SIA", "UAB", "Bhd", "Services",
)  # fmt: skip
_FORMED = re.compile(
    rf"\b(?P<name>{_NAME}(?:,)?\s+(?:{'|'.join(_CLOSING)}|Co\.?,?\s*Ltd|S\.?A|Air\s+Cargo|Air(?!\s+(?:Force|Defence|Defense|Base))))\b\.?"
)


# What of geography opens the name of a firm; a sea is of no State.
_OPENING = ("state", "adjective", "port", "region")


# "Bank of East Tskhinvali"; "the Bank" alone is one spoken of before.
_BANK_OF = re.compile(rf"\b(?P<name>(?:(?!The\b)[A-Z][\w’'-]+\s+)?Bank\s+(?:of|for)\s+{_NAME})")
# What parts two names: the first ends as a firm's does, or the second begins with a State's.
_JOINT = re.compile(rf"\b(?:{'|'.join(_CLOSING)}|Air|Co\.|Ltd\.?)(?P<and>\s+and\s+)(?=[A-Z])")
_THE = re.compile(r"The\s+\w+$")
# Each pattern with what its text must hold: to look for that is far cheaper than to try the pattern.
_PATTERNS = (
    (_BANK_OF, ("Bank",)),
    (
        _CALLED,
        ("company", "firm", "airline", "exchange", "bank", "trader", "broker", "shipper", "entity", "house"),
    ),
    (_FORMED, (*_CLOSING, "S.A", "SA", "Air")),
)


def _opening_left(scene: Scene, i: int, j: int) -> int:
    """Return the token a name begins at once the words that only open its sentence are left: "In May Araks Line", "From Araks Line"."""
    while i < j and (
        scene.words[i].low in PREPOSITIONS or any(m.kind == "time" and m.i <= i for m in scene.over(i))
    ):
        i += 1
    return i


def firms(scene: Scene) -> None:
    """Mark firms as parties: "XX:Name" where an adjective gives the State, else "entity:Name"."""
    stretch = scene.text[scene.start : scene.end]
    for pattern, signs in _PATTERNS:
        if not holds(stretch, standing_in(scene.text, signs)):
            continue
        for match in pattern.finditer(scene.text, scene.start, scene.end):
            begin = match.start()
            for start, end in _apart(scene.text, *match.span("name")):
                if not _THE.match(scene.text[start:end]):
                    _name(
                        scene, begin if pattern is _CALLED else start, start, end, alone=pattern is _BANK_OF
                    )
                begin = end
    scene.in_order()


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of two firms that "and" joins, where the first closes as a firm's name does: "Grey Shipping and Blue Air"."""
    joint = _JOINT.search(text, start, end)
    return [(start, joint.start("and")), (joint.end(), end)] if joint is not None else [(start, end)]


def _name(scene: Scene, begin: int, start: int, end: int, *, alone: bool) -> None:
    """Mark one firm's name; `begin` is where the words begin that say what it is ("the Cambodian company X")."""
    i, j = scene.token_at(start), scene.token_at(end - 1) + 1
    i = _opening_left(scene, i, j)
    start = scene.words[i].start if i < j else end
    if alone:
        scene.marks[:] = [m for m in scene.marks if not (i <= m.i and m.j <= j)]
    inside = [m for m in scene.of("party", "vessel", "place", "adjective") if m.i < j and i < m.j]
    # "Iran Air", "Korean Marine", "Dalian Star Shipping": the State, or a place of one, opens the name.
    opens = inside[0] if len(inside) == 1 and inside[0].form in _OPENING else None
    if i >= j or (inside and (opens is None or opens.i != i or opens.j == j)):
        return
    first = min(scene.token_at(begin), i)
    adjective = opens or next((m for m in scene.of("adjective") if m.j == first), None)
    if adjective is not None:
        scene.marks.remove(adjective)  # "a Russian bank, X": one party, not two
    name = " ".join(scene.text[start:end].split()).rstrip(",.")
    state = state_of(adjective.value) if adjective is not None else None
    value = f"{state or 'entity'}:{name}"
    scene.marks[:] = [
        m for m in scene.marks if not (first <= m.i and m.j <= j and m.kind in ("item", "noun", "title"))
    ]
    scene.marks.append(Mark("party", start, end, i, j, value, "firm"))
