"""What an HTML page says of itself: meta tags, JSON-LD, its time, title and language."""

import json
import re
from typing import Any

from embargo.sources.days import day_of
from embargo.vocabulary import Detail

_META = {
    "title": ("og:title", "citation_title", "twitter:title", "dc.title"),
    "publisher": ("og:site_name", "citation_publisher", "publisher", "application-name", "dc.publisher"),
    "published": ("article:published_time", "citation_publication_date", "citation_date", "date", "dc.date", "pubdate", "dc.date.issued", "og:published_time", "parsely-pub-date", "datepublished"),
    "language": ("og:locale", "content-language", "dc.language"),
}  # fmt: skip
# Entries of JSON-LD are looked for this deep, and in blocks no longer than this.
DEEPEST = 6
LONGEST = 1_000_000


def page_details(tree: Any) -> dict[str, Detail]:
    """Return what the page says of itself, each proposed with where from; the first of several sayings counts."""
    found: dict[str, Detail] = {}
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        metas.setdefault(key.casefold().strip(), meta.get("content").strip())
    for field, keys in _META.items():
        for key in keys:
            if metas.get(key):
                _take(found, field, metas[key], f"the page's meta {key}")
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):
        _linked(found, str(block))
    for time in tree.xpath("//time[@datetime]/@datetime"):
        _take(found, "published", str(time), "the page's time element")
    for title in tree.xpath("//head//title/text()"):
        _take(found, "title", str(title), "the page's title")
    for code in tree.xpath("/html/@lang"):
        _take(found, "language", str(code), "the page's lang")
    return found


def _linked(found: dict[str, Detail], block: str) -> None:
    try:
        data = json.loads(block) if len(block) <= LONGEST else None
    except (ValueError, RecursionError):
        return
    for entry in _entries(data, 0):
        publisher = entry.get("publisher")
        if isinstance(publisher, list):
            publisher = publisher[0] if publisher else None
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        for field, value in (
            ("published", entry.get("datePublished")),
            ("publisher", name),
            ("title", entry.get("headline")),
            ("language", entry.get("inLanguage")),
        ):
            if isinstance(value, str):
                _take(found, field, value, "the page's JSON-LD")


def _entries(data: object, depth: int) -> list[dict[str, Any]]:
    if depth > DEEPEST:
        return []
    if isinstance(data, list):
        return [entry for item in data for entry in _entries(item, depth + 1)]
    if not isinstance(data, dict):
        return []
    return [data, *_entries(data.get("@graph"), depth + 1), *_entries(data.get("mainEntity"), depth + 1)]


def _take(found: dict[str, Detail], field: str, value: str, where: str) -> None:
    """Take a saying that can be true: a day that is one, a language that may be one, words that can be printed."""
    value = " ".join(value.split())[:300]
    if field == "published":
        value = day_of(value) or ""
    if field == "language":
        code = re.match(r"([a-zA-Z]{2,3})(?:[-_]|$)", value)
        value = code.group(1).casefold() if code else ""
    if value and field not in found:
        found[field] = Detail(value, "proposed", where)
