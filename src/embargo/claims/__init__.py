"""Claims: a document's text into propositions, each on someone's word, each with its verbatim quote."""

from embargo.claims.extract import EXTRACTOR_VERSION, extract
from embargo.claims.lexicon import Lexicon
from embargo.claims.loading import lexicon_version, load_lexicon
from embargo.claims.pointed import items_in, means_in, parties_in, places_in, time_in, vessels_in
from embargo.claims.schema import as_schema

__all__ = [
    "EXTRACTOR_VERSION",
    "Lexicon",
    "as_schema",
    "extract",
    "items_in",
    "lexicon_version",
    "load_lexicon",
    "means_in",
    "parties_in",
    "places_in",
    "time_in",
    "vessels_in",
]
