"""The review of a case: what its log makes of its readings."""

from collections.abc import Callable, Iterable

from embargo import claims
from embargo.casework import ledger
from embargo.casework.layout import LEXICON
from embargo.casework.replay import replay, wanted
from embargo.store import Record
from embargo.vocabulary import Document, Reading, Review, Text


def review_of(
    record: Record,
    documents: Iterable[Document],
    readings: Iterable[Reading],
    text_of: Callable[[Document], Text] | None = None,
    lexicon: Callable[[], claims.Lexicon] | None = None,
) -> Review:
    """Return human readings beside the machine's for these documents, as the log has them now.

    Only the texts of documents that decisions speak of are asked for, of `text_of` or the record; the lexicon only where there are
    decisions at all.
    """
    history = ledger.history(record)
    if not history:
        return Review()
    every = list(documents)
    texts = {
        document.id: text_of(document) if text_of else ledger.text_of(record, document)
        for document in wanted(history, every)
    }
    return replay(history, every, texts, list(readings), lexicon() if lexicon else lexicon_of(record))


def lexicon_of(record: Record) -> claims.Lexicon:
    """Return our lexicon with the case's own on top."""
    own = record.folder / LEXICON
    return claims.load_lexicon(*((own,) if own.is_dir() else ()))
