"""The small Markdown of report.md: headings, paragraphs, lists, quotations, emphasis, and {{...}} citations."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

DIRECTIVE = re.compile(r"\{\{\s*([A-Za-z-]+)(?:\s*:\s*([^{}]*?))?\s*\}\}")
HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
ITEM = re.compile(r"\s*(?:[-*+]|(\d{1,3})[.)])\s+(.*)")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
SPANS = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+\-.!<>])"
    r"|\{\{\s*(?P<verb>[A-Za-z-]+)(?:\s*:\s*(?P<name>[^{}]*?))?\s*\}\}"
    r"|(?P<loose>\{\{[^{}]*(?:\}\})?)"
    r"|`(?P<code>[^`]+)`"
    r"|\*\*(?P<strong>(?=\S).+?(?<=\S))\*\*"
    r"|(?<![\w*])[*](?P<em>(?=[^\s*]).+?(?<=[^\s*]))[*](?!\w)"
    r"|(?<!\w)_(?P<em2>(?=[^\s_]).+?(?<=[^\s_]))_(?!\w)",
    re.DOTALL,
)


class Span(msgspec.Struct, frozen=True):
    """A stretch of her prose: words in a style, or a directive (`style` "directive", its name in `name`)."""

    text: str
    style: Literal["plain", "em", "strong", "code", "directive"] = "plain"
    name: str = ""


class Part(msgspec.Struct, frozen=True):
    """One block of report.md: its kind, the lines of text it holds, a heading's level, or a directive's verb."""

    kind: Literal["heading", "paragraph", "bullets", "numbers", "quote", "directive"]
    texts: tuple[str, ...]
    level: int = 0
    name: str = ""


def parts(text: str) -> Iterator[Part]:
    """Yield the blocks of a report text in order. Comments (<!-- -->) are not printed; HTML is plain text."""
    lines = COMMENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    held: list[str] = []
    items: list[str] = []
    kind: Literal["bullets", "numbers", "quote"] = "bullets"

    def flush() -> Iterator[Part]:
        if held:
            yield Part("paragraph", (" ".join(held),))
            held.clear()
        if items:
            yield Part(kind, tuple(items))
            items.clear()

    for line in lines:
        bare = line.strip()
        if not bare:
            yield from flush()
        elif (found := HEADING.fullmatch(bare)) and not line.startswith("    "):
            yield from flush()
            yield Part("heading", (found[2],), len(found[1]))
        elif found := DIRECTIVE.fullmatch(bare):
            yield from flush()
            yield Part("directive", (bare,), name=f"{found[1].lower()}:{found[2] or ''}")
        elif bare.startswith(">"):
            if held or (items and kind != "quote"):
                yield from flush()
            kind = "quote"
            items.append(bare[1:].strip())
        elif (found := ITEM.fullmatch(line)) and not held:
            wanted: Literal["bullets", "numbers"] = "numbers" if found[1] else "bullets"
            if items and kind != wanted:
                yield from flush()
            kind = wanted
            items.append(found[2])
        elif items:
            items[-1] += " " + bare
        else:
            held.append(bare)
    yield from flush()


def spans(text: str) -> Iterator[Span]:
    """Yield the stretches of one paragraph: plain words, emphasis, code and directives."""
    at = 0
    for found in SPANS.finditer(text):
        if found.start() > at:
            yield Span(text[at : found.start()])
        at = found.end()
        if found["escape"]:
            yield Span(found["escape"][1:])
        elif found["verb"]:
            yield Span(found[0], "directive", f"{found['verb'].lower()}:{found['name'] or ''}")
        elif found["loose"]:
            # Braces that were never closed, or hold nothing: said to be no directive, not printed as if they were words.
            yield Span(found["loose"].strip(), "directive")
        elif found["code"]:
            yield Span(found["code"], "code")
        else:
            strong = found["strong"]
            inner = strong or found["em"] or found["em2"]
            for span in spans(inner):
                plainly = span.style == "plain"
                yield Span(span.text, "strong" if strong else "em", span.name) if plainly else span
    if at < len(text):
        yield Span(text[at:])


def escape(text: str) -> str:
    """Return the text on one line, so written that it is printed as it is and nothing in it is a directive."""
    return re.sub(r"([\\`*_{}#<])", r"\\\1", " ".join(text.split()))
