"""Slots: words that a model points at, found in the quote and read by our own grammars, lexicon and gazetteer."""

from typing import Literal

from embargo.claims.build import is_party, mention
from embargo.claims.marks import Mark, Scene
from embargo.claims.proposals import ProposedItem
from embargo.claims.quoted import Quoted, Refused
from embargo.claims.things import amount_of, is_money, item_of, money
from embargo.vocabulary import Item, Mention, Speaker, When
from embargo.vocabulary.mentions import PlaceRole

# Who says it, where the words for them are in the text and nobody of ours knows them.
UNKNOWN = "unknown"


def party(quote: Quoted, words: str) -> Mention:
    """Return the party that the words name. Raises Refused where neither lexicon nor gazetteer knows it."""
    for kinds in (("party", "vessel"), ("adjective",), ("item",)):
        try:
            scene, mark = quote.find(words, "party not known", *kinds)
        except Refused as error:
            if error.reason != "party not known":
                raise
            continue
        # Soldiers and workers act for their State; a thing is nobody.
        if mark.kind == "adjective" or is_party(mark):
            return mention(scene, mark)
    known = quote.understood(words)
    if isinstance(known, Mention):
        return known
    raise Refused("party not known", f"“{words}”")


def speaker(quote: Quoted, words: str) -> Speaker:
    """Return on whose word it is, named in the quote's own sentences; one that nobody knows is "unknown", never left out."""
    known = quote.understood(words, wide=True)
    if isinstance(known, Speaker):
        return known
    try:
        scene, mark = quote.find(words, "party not known", "party", "document", wide=True)
    except Refused as error:
        if error.reason != "party not known":
            raise
        start, end = quote.spans(words, wide=True)[0]
        away = not (quote.start <= start and end <= quote.end)
        return Speaker(quote.text[start:end], start, end, UNKNOWN, "indirect", outside_quote=away)
    quoted = scene.within_quotes(*quote.span)
    said = scene.text[mark.start : mark.end]
    outside = not (quote.start <= mark.start and mark.end <= quote.end)
    mode: Literal["direct_quote", "document", "indirect"] = (
        "direct_quote" if quoted else "document" if mark.kind == "document" else "indirect"
    )
    return Speaker(said, mark.start, mark.end, mark.value, mode, outside_quote=outside)


def place(quote: Quoted, words: str, role: PlaceRole) -> Mention:
    """Return the place with its role. Raises Refused where the gazetteer does not know it."""
    scene, mark = quote.find(words, "place not known", "place", "party")
    return mention(scene, mark, role)


def vessel(quote: Quoted, words: str) -> Mention:
    """Return the ship. Raises Refused where neither its document nor the lexicon says which one it is."""
    known = quote.understood(words)
    if isinstance(known, Mention) and known.canonical.startswith("vessel:"):
        return known
    scene, mark = quote.find(words, "ship not known", "vessel")
    return mention(scene, mark)


def time(quote: Quoted, words: str) -> When:
    """Return the time as our grammar of days reads it, from the day of publication."""
    _, mark = quote.find(words, "time not read", "time")
    if mark.when is None:
        raise Refused("time not read", f"“{words}”")
    return mark.when


def item(quote: Quoted, proposed: ProposedItem, *, counted: bool) -> Item:
    """Return the thing with its class from the lexicon and its amount from our grammar of numbers.

    `counted` is false where the scheme gives no amount (a denial): it is checked all the same, and left out.
    """
    amount = quote.find(proposed.amount, "amount not read", "amount") if proposed.amount.strip() else None
    named: tuple[Scene, Mark] | None = None
    if proposed.text.strip():
        try:
            named = quote.find(proposed.text, "thing not known", "item")
        except Refused:
            if amount is None or not is_money(amount[1]):
                raise
    if named is None:
        if amount is None or not is_money(amount[1]):
            raise Refused("thing not known", f"“{proposed.amount}” counts nothing that is named")
        return money(amount[0], amount[1], quote.span)
    scene, mark = named
    if amount is None:
        return item_of(scene, mark, None, quote.span)
    if amount[0] is not scene or not _counts(scene, mark, amount[1]):
        raise Refused("amount of another thing", f"“{proposed.amount}” does not count “{proposed.text}”")
    return item_of(scene, mark, amount[1] if counted else None, quote.span)


def _counts(scene: Scene, thing: Mark, amount: Mark) -> bool:
    """Return whether our grammar lets the amount count the thing: its own amount, or one that is nobody else's."""
    mine = [amount_of(scene, thing, set(), part=part) for part in (True, False)]
    if any(found is amount for found in mine):
        return True
    if any(found is not None for found in mine):
        return False
    return not any(
        amount_of(scene, other, set()) is amount for other in scene.of("item") if other is not thing
    )
