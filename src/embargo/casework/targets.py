"""Targets: which claim of now a decision speaks of, in its own document and in later captures of it."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from embargo.casework.anchors import find
from embargo.casework.gist import differences
from embargo.vocabulary import Anchor, Claim, Document, Lost, Made, Quote, Reading, Text, cut


class Target(msgspec.Struct, frozen=True):
    """Where a decision applies now: the document, the quote, the machine's claim there (None: it reads none), and its id."""

    made: Made
    document: Document
    quote: Quote
    machine: Claim | None
    key: str


class Shelf:
    """The documents of now with their texts and what the machine read, in the order in which they are asked for."""

    def __init__(
        self, documents: Sequence[Document], texts: Mapping[str, Text], readings: Sequence[Reading]
    ) -> None:
        self.documents = {document.id: document for document in documents}
        self.texts = texts
        self.claims = {reading.document: reading.claims for reading in readings}
        self.by_id = {claim.id: claim for reading in readings for claim in reading.claims}
        self._by_hash: dict[str, Document] = {}
        self._by_name: dict[str, list[Document]] = defaultdict(list)
        for document in sorted(documents, key=lambda one: one.id):
            if document.id in self.claims:
                self._by_hash[document.sha256] = document
                self._by_name[document.name].append(document)

    def captures_of(self, anchor: Anchor) -> list[Document]:
        """Return the document of the anchor, where it is among those of now, and other captures under its file name."""
        own = self._by_hash.get(anchor.sha256)
        others = [one for one in self._by_name.get(anchor.name, ()) if one is not own]
        return [own, *others] if own is not None else others


def targets(
    made: Made, shelf: Shelf, anchor: Anchor | None = None, about: str = ""
) -> tuple[list[Target], list[Lost]]:
    """Return where the decision applies now, and where it cannot be carried to, with reasons.

    `anchor` and `about` stand for those of the decision, where another claim that it names is looked for.
    """
    anchor, about = anchor or made.decision.anchor, about or made.decision.about
    if anchor is None:
        claim = shelf.by_id.get(about)
        if claim is None:
            return [], [Lost(made, "", "it was made without an anchor, and no claim has that id now")]
        return [Target(made, shelf.documents[claim.document], claim.quote, claim, claim.id)], []
    found: list[Target] = []
    lost: list[Lost] = []
    for document in shelf.captures_of(anchor):
        own = document.sha256 == anchor.sha256
        span = find(anchor, shelf.texts[document.id].text)
        if isinstance(span, str):
            # Many files share a name; only in a capture that holds the quote is there something to be settled.
            if own or "times" in span:
                lost.append(Lost(made, document.id, span))
            continue
        place = _target(made, document, span, shelf, anchor, about)
        if isinstance(place, Target):
            found.append(place)
        else:
            lost.append(place)
    if not found and not lost:
        lost.append(Lost(made, "", "its document is not among those that were read"))
    return found, lost


def _target(
    made: Made, document: Document, span: tuple[int, int], shelf: Shelf, anchor: Anchor, about: str
) -> Target | Lost:
    quote = cut(document.id, shelf.texts[document.id].text, *span)
    pool = [
        claim
        for claim in shelf.claims[document.id]
        if claim.family == anchor.family and _overlap(claim.quote, span)
    ]
    exact = [claim for claim in pool if (claim.quote.start, claim.quote.end) == span]
    pool = exact or pool
    if not pool:
        return Target(made, document, quote, None, _unread(document, span, anchor, about))
    before = made.decision.reading if about == made.decision.about else None
    as_before = [claim for claim in pool if before is not None and not differences(before, claim)]
    named = [claim for claim in pool if claim.id == about]
    for choice in (as_before, [claim for claim in as_before if claim.id == about], pool, named):
        if len(choice) == 1:
            return Target(made, document, choice[0].quote, choice[0], choice[0].id)
    ids = ", ".join(claim.id for claim in pool)
    return Lost(made, document.id, f"{len(pool)} claims are read there now, none alone as before: {ids}")


def _overlap(quote: Quote, span: tuple[int, int]) -> bool:
    """Return whether the quotes share at least half of the shorter one."""
    shared = min(quote.end, span[1]) - max(quote.start, span[0])
    return shared * 2 >= min(quote.end - quote.start, span[1] - span[0])


def _unread(document: Document, span: tuple[int, int], anchor: Anchor, about: str) -> str:
    """Return the id of a claim that only people read: its own where nothing moved, else one made of it and its place."""
    if document.sha256 == anchor.sha256 and span == (anchor.start, anchor.end):
        return about
    key = f"{about}\n{document.sha256}\n{span[0]}\n{span[1]}".encode()
    return "C-" + hashlib.sha256(key).hexdigest()[:12]
