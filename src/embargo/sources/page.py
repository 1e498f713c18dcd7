"""HTML: the main text of a page, and what the page says of itself. Scripts never run, nothing is fetched."""

import json
import logging
import re
from typing import Any

import trafilatura
from lxml import etree, html

from embargo.errors import UnreadableSource
from embargo.sources.decode import decode
from embargo.vocabulary import Detail

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

# A page deeper or larger than any article is a page made to break readers.
MOST_BYTES = 20_000_000
_META = {
    "title": ("og:title", "citation_title", "twitter:title", "dc.title"),
    "publisher": ("og:site_name", "citation_publisher", "publisher", "application-name", "dc.publisher"),
    "published": ("article:published_time", "citation_publication_date", "citation_date", "date", "dc.date", "pubdate", "dc.date.issued", "og:published_time", "parsely-pub-date"),
    "language": ("og:locale", "content-language", "dc.language"),
}  # fmt: skip


def read_page(data: bytes, name: str) -> tuple[str, dict[str, Detail], tuple[str, ...]]:
    """Return the page's text, what it says of itself, and notes. Raises UnreadableSource where it cannot be read."""
    if len(data) > MOST_BYTES:
        raise UnreadableSource(f"{name} has {len(data)} bytes", f"a page of at most {MOST_BYTES}")
    source, notes = decode(data, name, html=True)
    source = source.replace("\x00", "")
    tree = _tree(source, name)
    details = _details(tree)
    try:
        text = trafilatura.extract(
            source,
            output_format="txt",
            include_tables=True,
            include_comments=False,
            include_formatting=False,
            deduplicate=False,
        )
    except Exception as error:
        text = None
        notes = (*notes, f"the main text could not be told from the page: {type(error).__name__}")
    title = details.get("title")
    if not text or len(text) < 40:
        text = _all_text(tree)
        notes = (*notes, "no main text was found: all visible text of the page was taken")
    if not text.strip():
        raise UnreadableSource(
            f"{name} holds no visible text",
            "a page with text",
            "save the page with its text, or print it to PDF",
        )
    lines = [" ".join(line.split()) for line in text.splitlines()]
    body = "\n".join(line for line in lines if line)
    if title is not None and title.value and not body.startswith(title.value):
        body = f"{title.value}\n{body}"
    return body + "\n", details, notes


def _tree(source: str, name: str) -> Any:
    parser = html.HTMLParser(
        no_network=True, recover=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(_without_declaration(source), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise UnreadableSource(f"{name} cannot be read as HTML: {error}", "an HTML page") from error
    return tree


def _without_declaration(source: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", source, count=1)


def _all_text(tree: Any) -> str:
    for gone in tree.xpath("//script|//style|//noscript|//template|//svg"):
        gone.drop_tree()
    blocks = tree.xpath("//p|//li|//h1|//h2|//h3|//h4|//td|//div[not(.//p) and not(.//div)]")
    lines = [" ".join(block.text_content().split()) for block in blocks] or tree.text_content().splitlines()
    return "\n".join(dict.fromkeys(line for line in lines if line.strip()))


def _details(tree: Any) -> dict[str, Detail]:
    found: dict[str, Detail] = {}
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        key = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        ).casefold()
        metas.setdefault(key, meta.get("content").strip())
    for field, keys in _META.items():
        key = next((key for key in keys if metas.get(key)), None)
        if key is not None:
            _take(found, field, metas[key], f"the page's meta {key}")
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):
        _linked(found, block)
    for time in tree.xpath("//time[@datetime]/@datetime"):
        _take(found, "published", str(time), "the page's time element")
    for title in tree.xpath("//title/text()"):
        _take(found, "title", str(title), "the page's title")
    for code in tree.xpath("/html/@lang"):
        _take(found, "language", str(code), "the page's lang")
    return found


def _linked(found: dict[str, Detail], block: str) -> None:
    try:
        data = json.loads(block)
    except ValueError:
        return
    entries = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    for entry in entries if isinstance(entries, list) else []:
        if not isinstance(entry, dict):
            continue
        publisher = entry.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        for field, value in (
            ("published", entry.get("datePublished")),
            ("publisher", name),
            ("title", entry.get("headline")),
        ):
            if isinstance(value, str):
                _take(found, field, value, "the page's JSON-LD")


def _take(found: dict[str, Detail], field: str, value: str, where: str) -> None:
    value = " ".join(value.split())[:300]
    if field == "published":
        day = re.match(r"((?:19|20)\d\d)[-/]([01]\d)[-/]([0-3]\d)", value)
        if day is None:
            return
        value = "-".join(day.groups())
    if field == "language":
        value = value[:2].casefold()
    if value and field not in found:
        found[field] = Detail(value, "proposed", where)
