"""Who may see which document. A caveat only tightens on the way to a report."""

from collections.abc import Iterable

from embargo.vocabulary import Document
from embargo.vocabulary.words import CAVEATS

# Those who may be handed a report; nobody is shown what is withheld.
AUDIENCES = CAVEATS[:2]


def caveat_of(document: Document) -> str:
    """Return the document's caveat; a contribution that states none is for participants, all else is public."""
    value = document.caveat.value
    if value in CAVEATS:
        return value
    return "participants" if document.contributor.value or document.kind.value == "contribution" else "public"


def may_see(audience: str, document: Document) -> bool:
    """Return whether the audience may see the document. `withheld` documents are in no report at all."""
    caveat = caveat_of(document)
    return caveat != "withheld" and CAVEATS.index(caveat) <= CAVEATS.index(audience)


def visible(audience: str, documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents that the audience may see, in the order given."""
    return tuple(document for document in documents if may_see(audience, document))
