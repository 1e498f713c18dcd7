"""Sentences: spans of a text, never across a line break, aware of abbreviations, initials and closing quotes."""

import re
from collections.abc import Iterator

from embargo.language.words import words

ABBREVIATIONS = frozenset(words("abbreviations"))
# The mark of a footnote may stand after the stop: "… in 2024.[14] The …", "… in 2024.¹⁴ The …".
_STOP = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?:\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*(?=\s|$)|[。！？]")
_WORD_BEFORE = re.compile(r"([^\s(\[“\"'‘]+)$")
_NEXT = re.compile(r"\s*[\"'“‘«(\[]*(\S)")
# The number of a paragraph or point is no sentence and no part of one.
_NUMBERING = re.compile(r"[ \t]*(?:\(?\d{1,3}[.)]|\((?:[a-z]|[ivx]{1,5})\)|[a-z]\)|[-*•▪●–])[ \t]+(?=\S)")
# How far back a word may begin: longer runs of letters are no abbreviation.
_REACH = 24


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences, without white space around them, in order."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield from _of_line(text, start, start + len(line))
        start += len(line)


def _of_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    number = _NUMBERING.match(text, start, end)
    begin = number.end() if number else start
    for match in _STOP.finditer(text, begin, end):
        if match.end() < end and not _ends(text, match.start(), match.end(), begin, end):
            continue
        span = _strip(text, begin, match.end())
        if span is not None:
            yield span
        begin = match.end()
    span = _strip(text, begin, end)
    if span is not None:
        yield span


def _ends(text: str, stop: int, after: int, begin: int, end: int) -> bool:
    following = _NEXT.match(text, after, end)
    if following is None:
        return True
    sign = following.group(1)
    if text[stop] == "." and after - stop == 1:
        before = _WORD_BEFORE.search(text, max(begin, stop - _REACH), stop)
        word = before.group(1).casefold() if before else ""
        if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and sign.isupper()):
            # "U.S. officials" goes on; "… by the U.S. The panel" does not, and reads no worse joined.
            return False
        if sign.islower():
            return False
    # A quotation that ends with its own sign and goes on in lower case is one sentence: “Stop!” he said.
    return not sign.islower()


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
