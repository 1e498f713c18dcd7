"""Anchors: a decision is found again by its quote and the 30 code points around it, exactly or not at all.

White space counts as one blank, so that a line broken elsewhere loses nothing. Where the text is the very one that was decided on,
its offsets hold. Otherwise the quote must stand there with what stood before it and after it, or failing that with one of the two;
a place that is not the only one of its kind is never guessed.
"""

from functools import lru_cache

import msgspec

from embargo.casework.codec import sha256
from embargo.vocabulary import Anchor, Claim, Document
from embargo.vocabulary.decisions import AROUND


class Folded(msgspec.Struct, frozen=True):
    """A text with each run of white space as one blank; code point i of it stands at `at[i]` of the text itself."""

    text: str
    at: tuple[int, ...]


def anchor_of(document: Document, text: str, claim: Claim) -> Anchor:
    """Return the anchor of the claim in its document's text."""
    quote = claim.quote
    return Anchor(
        sha256=document.sha256,
        name=document.name,
        text_sha256=document.text_sha256,
        start=quote.start,
        end=quote.end,
        quote=quote.text,
        before=text[max(0, quote.start - AROUND) : quote.start],
        after=text[quote.end : quote.end + AROUND],
        family=claim.family,
    )


def find(anchor: Anchor, text: str) -> tuple[int, int] | str:
    """Return where the anchored quote stands in the text, or in words why it cannot be said."""
    if text[anchor.start : anchor.end] == anchor.quote and (_hash(text) == anchor.text_sha256):
        return anchor.start, anchor.end
    here = fold(text)
    quote, before, after = (_plain(part) for part in (anchor.quote, anchor.before, anchor.after))
    stands = _all(here.text, quote)
    if not stands:
        return "its quote does not stand in the text"
    led = {place for place in stands if _led(here.text, place, before)}
    followed = {place for place in stands if _followed(here.text, place + len(quote), after)}
    for matching in (led & followed, led ^ followed):
        if len(matching) == 1:
            (place,) = matching
            return here.at[place], here.at[place + len(quote) - 1] + 1
        if matching:
            return f"its quote stands {len(matching)} times in the text, with the same words around it"
    return f"its quote stands in the text, but neither the {AROUND} signs before it nor those after it do"


@lru_cache(maxsize=256)
def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=16)
def fold(text: str) -> Folded:
    """Return the text with its white space folded, and where each code point of it came from."""
    signs: list[str] = []
    at: list[int] = []
    blank = False
    for place, sign in enumerate(text):
        if sign.isspace():
            if not blank:
                signs.append(" ")
                at.append(place)
            blank = True
        else:
            signs.append(sign)
            at.append(place)
            blank = False
    return Folded("".join(signs), tuple(at))


def _plain(words: str) -> str:
    """Return the words with white space folded; a blank at their ends is kept as one blank."""
    return fold(words).text


def _all(text: str, quote: str) -> list[int]:
    found: list[int] = []
    place = text.find(quote) if quote else -1
    while place >= 0:
        found.append(place)
        place = text.find(quote, place + 1)
    return found


def _led(text: str, place: int, before: str) -> bool:
    # Nothing stood before a quote at the very beginning: that says something only at the very beginning.
    return text[:place].rstrip().endswith(before.strip()) if before.strip() else not text[:place].strip()


def _followed(text: str, place: int, after: str) -> bool:
    return (
        text[place : place + len(after) + 1].lstrip().startswith(after.strip())
        if after.strip()
        else not text[place:].strip()
    )
