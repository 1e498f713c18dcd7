"""Pointed at: what a span of the text says by our own lists and grammars, where somebody else chose the span.

A person who edits a claim, or whoever proposes one, gives words of the document and never a value: the value is reckoned here.
"""

import msgspec

from embargo.claims.build import mention
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.reader import open_page, scene_of
from embargo.claims.things import amount_of, is_money, is_people, item_of, money, quantity
from embargo.claims.vessels import ships
from embargo.language import times
from embargo.vocabulary import Document, Item, Mention, Quote, Text, When
from embargo.vocabulary.mentions import PlaceRole


def parties_in(
    document: Document, text: Text, span: tuple[int, int], lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Return the parties, vessels and peoples that the span names, in order."""
    scene = _scene(document, text, span, lexicon)
    marks = [
        mark
        for mark in scene.of("party", "vessel", "adjective", "item")
        if mark.kind != "item" or (is_people(mark) and mark.nation)
    ]
    return tuple(mention(scene, mark) for mark in marks)


def places_in(
    document: Document, text: Text, span: tuple[int, int], lexicon: Lexicon, role: PlaceRole | None
) -> tuple[Mention, ...]:
    """Return the places and States that the span names, each in that role."""
    scene = _scene(document, text, span, lexicon)
    return tuple(mention(scene, mark, role) for mark in scene.of("place", "party"))


def means_in(document: Document, text: Text, span: tuple[int, int], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the means of carriage that the span names."""
    scene = _scene(document, text, span, lexicon)
    return tuple(mention(scene, mark) for mark in scene.of("mean"))


def vessels_in(
    document: Document, text: Text, span: tuple[int, int], lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Return the vessels that the span names, each with the number that the document gives it anywhere."""
    fleet = open_page(document, text, lexicon).memory.fleet
    found = ships(text.text, *span, lexicon, fleet)
    return tuple(
        Mention(text.text[ship.start : ship.end], ship.start, ship.end, ship.value) for ship in found
    )


def items_in(
    document: Document, text: Text, span: tuple[int, int], lexicon: Lexicon, quote: Quote, cls: str = ""
) -> tuple[Item, ...]:
    """Return the things, people and sums that the span names, with the amounts that count them.

    With `cls` the span is one item of that class, and only its amount is reckoned.
    """
    scene = _scene(document, text, span, lexicon)
    within = quote.start, quote.end
    if cls:
        outside = not (quote.start <= span[0] and span[1] <= quote.end)
        written = text.text[span[0] : span[1]]
        counted = next(iter(scene.of("amount")), None)
        amount = quantity(scene, counted, cls, within) if counted is not None else None
        return (Item(written, *span, cls, amount, outside_quote=outside),)
    used: set[int] = set()
    found: list[Item] = []
    for mark in scene.of("item"):
        counted = amount_of(scene, mark, used)
        if counted is not None:
            used.add(id(counted))
        found.append(item_of(scene, mark, counted, within))
    sums: list[Mark] = [mark for mark in scene.of("amount") if is_money(mark) and id(mark) not in used]
    return (*found, *(money(scene, mark, within) for mark in sums))


def time_in(document: Document, text: Text, span: tuple[int, int], quote: Quote) -> When | None:
    """Return the time that the span gives, resolved against the document's day, or None."""
    when = next(iter(times(text.text, document.day, *span)), None)
    if when is None or when.start is None or when.end is None:
        return when
    outside = not (quote.start <= when.start and when.end <= quote.end)
    return msgspec.structs.replace(when, outside_quote=outside)


def _scene(document: Document, text: Text, span: tuple[int, int], lexicon: Lexicon) -> Scene:
    page = open_page(document, text, lexicon)
    return scene_of(document, text.text, *span, lexicon, page.memory)
