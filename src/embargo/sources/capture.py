"""Capture: bytes into a Document with its text; details stated beat details proposed."""

import hashlib
import re
from collections.abc import Mapping

import msgspec

from embargo.errors import UnreadableSource
from embargo.sources.decode import decode
from embargo.sources.frontmatter import front_matter
from embargo.sources.page import read_page
from embargo.sources.pdf import read_pdf
from embargo.sources.propose import proposals
from embargo.sources.regions import plain_regions
from embargo.vocabulary import Captured, Detail, Document, Text

# Raised by hand whenever the stored text, regions or proposals of some file would come out otherwise.
READER_VERSION = "sources-3"
_HALVES = re.compile("[\ud800-\udfff]")
_TEXT = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}


def capture(data: bytes, name: str, stated: Mapping[str, Detail]) -> Captured:
    """Return the file as a document and its text. Raises UnreadableSource where its bytes cannot be read.

    A plain text keeps its code points exactly as they are: offsets hold against the file itself.
    """
    if not data:
        raise UnreadableSource(f"{name} is empty", "a file with text")
    media, notes = _media(data, name)
    meta: dict[str, Detail] = {}
    if media == "application/pdf":
        text, meta, more = read_pdf(data, name)
    elif media == "text/html":
        body, marks, meta, more = read_page(data, name)
        text = Text(body, tuple(sorted((*plain_regions(body), *marks), key=lambda region: region.start)))
    else:
        body, more = decode(data, name)
        text = Text(body, plain_regions(body))
        if media == "text/markdown":
            start, meta = front_matter(body)
            text = Text(body, plain_regions(body, markdown=True, start=start))
    text = _whole(text)
    if not text.text.strip():
        raise UnreadableSource(f"{name} holds nothing but white space", "a file with text")
    sha256 = hashlib.sha256(data).hexdigest()
    details = {**proposals(text.text, name, meta, text.regions), **stated}
    document = Document(
        id=f"D-{sha256[:12]}",
        sha256=sha256,
        name=name,
        media=media,
        size=len(data),
        text_sha256=hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest(),
        chars=len(text.text),
        pages=len(text.pages),
        notes=(*notes, *more),
        **details,
    )
    return Captured(document, text)


def _whole(text: Text) -> Text:
    """Show halves of surrogate pairs as the replacement sign: no file format can carry them on."""
    if text.text.isascii() or not _HALVES.search(text.text):
        return text
    return msgspec.structs.replace(text, text=_HALVES.sub("\ufffd", text.text))


def _media(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    ending = "." + name.rsplit(".", 1)[-1].casefold() if "." in name else ""
    head = data[:1024].lstrip()
    if head.startswith(b"%PDF-"):
        odd = () if ending == ".pdf" else (f"named {ending or 'without ending'}, and a PDF by its content",)
        return "application/pdf", odd
    if ending == ".pdf":
        raise UnreadableSource(f"{name} is no PDF: it begins {data[:8]!r}", "a file that begins with %PDF-")
    if head[:2] == b"PK" or head[:4] in (b"\x7fELF", b"\x1f\x8b\x08\x00", b"\x89PNG"):
        raise UnreadableSource(f"{name} is packed or binary: it begins {data[:4]!r}", "txt, md, html or pdf")
    if ending in _TEXT:
        return _TEXT[ending], ()
    return "text/html", ()
