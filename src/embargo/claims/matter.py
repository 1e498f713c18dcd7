"""The matter: whether a document is on sanctions at all, or only uses words that texts on them use as well."""

import re
from collections.abc import Set as AbstractSet

import msgspec

from embargo.claims.grammar import words

_SIGNS, _LEISURE = words("signs_of_matter"), words("signs_of_leisure")
# Signs of several words: "north_korea", "dual-use".
_PHRASES = frozenset(sign.replace("_", " ") for sign in _SIGNS if "_" in sign or "-" in sign)
_LEISURE_PHRASES = frozenset(sign for sign in _LEISURE if "-" in sign)
# Years before there were measures that could be broken: "in July 1944", "a 1938 wagon"; a list of births counts for few.
_LONG_AGO = re.compile(
    r"\b(?:in|of|since|from|until|till|before|after|and|a|the|to|january|february|march|april|may|june|july|august|september"
    r"|october|november|december) (1(?:8\d|9[0-8])\d)s?(?![\w-])"
)
_MOST_PAST = 4
# A shorter text is not judged for what it does not say.
_SHORT = 500
# So many signs of one thing or the other tell what a text is on; so many more make all its dealings our business.
_ENOUGH, _MANY = 2, 3


class Matter(msgspec.Struct, frozen=True):
    """How much of a document is on the matter, and how much on play, travel, or times long past."""

    signs: int
    elsewhere: int
    length: int

    def beside(self, *, named: bool) -> bool:
        """Return whether the document is on something else: a port's news with its IMO numbers, AIS and containers.

        `named` is whether a State under measures is named: beside its name one sign is enough.
        """
        if self.elsewhere >= _ENOUGH and self.signs <= self.elsewhere:
            return True
        return self.length > _SHORT and self.signs < (1 if named else _ENOUGH)

    @property
    def plain(self) -> bool:
        """Whether the document is on the matter, whoever is named in it: "hackers", "laundered", "forged"."""
        return self.signs - self.elsewhere >= _MANY


def weigh(low: str, held: AbstractSet[str]) -> Matter:
    """Return the weight of a document, in small letters and as the set of its words, by distinct words."""
    flat = " ".join(low.split())
    signs = len(_SIGNS & held) + sum(sign in flat for sign in _PHRASES)
    past = min(_MOST_PAST, len(set(_LONG_AGO.findall(flat))))
    return Matter(
        signs, len(_LEISURE & held) + sum(sign in flat for sign in _LEISURE_PHRASES) + past, len(low)
    )
