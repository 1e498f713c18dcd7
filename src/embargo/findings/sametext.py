"""Same text: publishers' own words that stand verbatim in another document are one origin, however many print them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from embargo.findings.facets import Facet
from embargo.findings.tables import number
from embargo.vocabulary import Claim, Quote


def normal(text: str) -> str:
    """Return the text for comparison: no case, quotation marks, punctuation or spacing."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", folded))


class Roots:
    """A union-find over strings; the root of a set is its smallest member, so that order never matters."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, one: str) -> str:
        """Return the root of the set that holds `one`."""
        root = one
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(one, one)) != root:
            self._parent[one] = root
            one = parent
        return root

    def join(self, one: str, two: str) -> None:
        """Put both into one set."""
        left, right = sorted((self.find(one), self.find(two)))
        if left != right:
            self._parent[right] = left


def text_roots(claims: Iterable[Claim]) -> dict[str, str]:
    """Return for each claim the root of the texts that its quote shares: equal roots mean the same words in print.

    One quote holds another when the shorter, of at least six words, stands in the longer word for word. Quotes are looked up
    by their rarest run of six words, so the work grows with the text and not with its square.
    """
    size = int(number("same_text", "words"))
    quotes: dict[str, str] = {}
    for claim in claims:
        if isinstance(claim.evidence, Quote):
            quotes[claim.id] = normal(claim.evidence.text)
    distinct = sorted(set(quotes.values()))
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    split = [text.split() for text in distinct]
    for place, words in enumerate(split):
        for run in {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}:
            runs[run].append(place)
    roots = Roots()
    for text, words in zip(distinct, split, strict=True):
        if len(words) < size:
            continue
        rarest = min(
            (runs[tuple(words[start : start + size])] for start in range(len(words) - size + 1)), key=len
        )
        for place in rarest:
            other = distinct[place]
            if other != text and f" {text} " in f" {other} ":
                roots.join(text, other)
    return {claim: roots.find(text) for claim, text in quotes.items()}


def copies(claims: Sequence[Claim]) -> dict[str, str]:
    """Return for each document the root of the documents that share a long quote with it, for telling short copies."""
    size = int(number("same_text", "words"))
    first: dict[str, str] = {}
    roots = Roots()
    for claim in claims:
        if not isinstance(claim.evidence, Quote):
            continue
        text = normal(claim.evidence.text)
        if len(text.split()) >= size:
            roots.join(claim.document, first.setdefault(text, claim.document))
    return {document: roots.find(document) for document in sorted({claim.document for claim in claims})}


class Texts:
    """What is known of shared texts in a case: whether two claims are the same words in print."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._size = int(number("same_text", "words"))
        self._roots = text_roots(claims)
        self._copies = copies(claims)

    def mark(self, facet: Facet) -> str | None:
        """Return the mark that all facets with the same words share, or None where the words are too few to tell."""
        quote = facet.claim.evidence
        if not isinstance(quote, Quote):
            return None
        if len(normal(quote.text).split()) >= self._size:
            return self._roots[facet.claim.id]
        # A short sentence is only told as a copy between documents that share a longer one too.
        return f"{self._copies[facet.document.id]}|{normal(quote.text)}"
