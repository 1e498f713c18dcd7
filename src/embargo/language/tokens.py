"""Tokens of a stretch of text, with offsets: words, figures, possessive endings, single signs."""

import re

import msgspec

# One pass, no nesting: linear in the text. A hyphen or a dot joins only letters on both sides (far-western, U.S.).
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"
    r"|[’'](?:s|d|ll|re|ve|m|t)\b"
    r"|[^\W\d_]+(?:[-‐‑][^\W\d_]+)*"
    r"|[^\w\s]|_"
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """A token: its span in code points of the text, as written, and in lower case."""

    start: int
    end: int
    text: str
    low: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of text[start:end]; offsets count from the beginning of the text."""
    last = len(text) if end is None else end
    return [
        Token(match.start(), match.end(), word := match.group(), word.casefold())
        for match in _TOKEN.finditer(text, start, last)
    ]
