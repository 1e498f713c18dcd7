"""HTML: the main text of a page with its marks. Scripts never run, nothing is fetched."""

import copy
import logging
import re
from typing import Any

import trafilatura
from lxml import etree, html

from embargo.errors import UnreadableSource
from embargo.sources.decode import decode
from embargo.sources.pagemeta import page_details
from embargo.sources.raised import says, staying
from embargo.vocabulary import Detail, Region

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

# A page larger than any article is a page made to break readers.
MOST_BYTES = 20_000_000
# Below this share of a page's visible signs, what was taken for its main text is worth a note.
SMALL = 0.4
# Signs that carry footnote marks through the reader that finds the main text: a pair that the page itself has not.
_PAIRS = ("⟅⟆", "⸨⸩", "⦗⦘", "⟬⟭")
# What XML cannot hold is no text of a page either.
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_HIDDEN = "//script|//style|//noscript|//template|//svg|//*[@hidden]"


def read_page(data: bytes, name: str) -> tuple[str, tuple[Region, ...], dict[str, Detail], tuple[str, ...]]:
    """Return the page's text, its footnote marks, what it says of itself, and notes.

    Raises UnreadableSource where it cannot be read.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableSource(f"{name} has {len(data)} bytes", f"a page of at most {MOST_BYTES}")
    source, notes = decode(data, name, html=True)
    source = _CONTROL.sub("\ufffd", source)
    tree = _tree(source, name)
    details = page_details(tree)
    for gone in tree.xpath(_HIDDEN):
        if gone.getparent() is not None:
            gone.drop_tree()
    pair = next((pair for pair in _PAIRS if pair[0] not in source and pair[1] not in source), None)
    if pair is not None:
        _carry_marks(tree, *pair)
    text, more = _main_text(tree)
    if not text.strip():
        raise UnreadableSource(
            f"{name} holds no visible text",
            "a page with text",
            "save the page with its text, or print it to PDF",
        )
    lines = [" ".join(line.split()) for line in text.splitlines()]
    body = "\n".join(line for line in lines if line)
    title = details.get("title")
    if title is not None and title.value and not body.startswith(title.value):
        body = f"{title.value}\n{body}"
    body, marks = _marks(body + "\n", *pair) if pair is not None else (body + "\n", ())
    return body, marks, details, (*notes, *more)


def _tree(source: str, name: str) -> Any:
    parser = html.HTMLParser(
        no_network=True, recover=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", source, count=1)
    try:
        return html.document_fromstring(bare, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise UnreadableSource(f"{name} cannot be read as HTML: {error}", "an HTML page") from error


def _main_text(tree: Any) -> tuple[str, tuple[str, ...]]:
    visible = _all_text(copy.deepcopy(tree))
    try:
        text = trafilatura.extract(
            copy.deepcopy(tree),
            output_format="txt",
            include_tables=True,
            include_comments=False,
            include_formatting=False,
            deduplicate=False,
        )
    except Exception as error:  # whatever a page makes the reader stumble over, all visible text is left
        return visible, (
            f"the main text could not be told from the page ({type(error).__name__}): all was taken",
        )
    if not text or len(text) < 40:
        return visible, ("no main text was found: all visible text of the page was taken",)
    if len(text) < SMALL * len(visible):
        return text, (
            f"the main text is {len(text)} of {len(visible)} visible signs: menus and lists were left out",
        )
    return text, ()


def _all_text(tree: Any) -> str:
    for head in tree.xpath("//head"):
        head.drop_tree()
    for cell in tree.xpath("//td|//th"):
        cell.tail = f" | {(cell.tail or '').strip()}"
    for block in tree.xpath(
        "//p|//li|//h1|//h2|//h3|//h4|//h5|//h6|//tr|//div|//br|//blockquote|//dt|//dd|//pre"
    ):
        block.tail = "\n" + (block.tail or "")
    return "\n".join(
        line.strip().removesuffix(" |") for line in tree.text_content().splitlines() if line.strip()
    )


def _carry_marks(tree: Any, opening: str, closing: str) -> None:
    """Put raised text between signs that carry it through, so that no mark runs into the figure before it."""
    for raised in tree.xpath("//sup[not(.//sup)]"):
        inside = raised.text_content()
        run = re.sub(r"\]\s*\[", ",", inside.strip()).strip("[]() \n\t")
        parent, before = raised.getparent(), raised.getprevious()
        if parent is None:
            continue
        told = (before.tail or before.text_content()) if before is not None else (parent.text or "")
        stays = staying(told, run)
        for child in list(raised):
            raised.remove(child)
        raised.text = stays or (f"{opening}{says(run)}{closing}" if run else inside)
        raised.drop_tag()


def _marks(body: str, opening: str, closing: str) -> tuple[str, tuple[Region, ...]]:
    """Return the text without the marks it carried, and their regions."""
    found: list[Region] = []
    parts: list[str] = []
    length = end = 0
    for mark in re.finditer(f"{opening}([^{closing}]*){closing}", body):
        parts.append(body[end : mark.start()])
        length += mark.start() - end
        end = mark.end()
        found.append(Region(length, length, "footnote mark", mark.group(1)))
    parts.append(body[end:])
    return "".join(parts), tuple(found)
