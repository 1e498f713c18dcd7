"""The characters of a PDF page as PDFium sees them: code point, box, size, in the order of the page's content."""

import ctypes
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2.raw as raw

# Signs that a producer or PDFium puts for a hyphen at a line's end that is no part of the word.
SOFT_HYPHENS = frozenset("\u00ad\u0002\ufffe")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


class Char(msgspec.Struct):
    """One code point on the page: its box in points, origin at the lower left, its size, and where its ink begins.

    The box is as high as the font's letters go, so that signs on one baseline overlap; `foot` is the ink's own lower edge.
    """

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    foot: float


def chars(page: Any) -> Iterator[Char]:
    """Yield the code points of the page that have a place on it, and the spaces between them."""
    textpage = raw.FPDFText_LoadPage(page.raw)
    if not textpage:
        return
    try:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        loose = raw.FS_RECTF()
        refs = [ctypes.byref(value) for value in (left, right, bottom, top)]
        high = 0
        for index in range(raw.FPDFText_CountChars(textpage)):
            code = raw.FPDFText_GetUnicode(textpage, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
            if code in (0, 10, 13):
                continue
            raw.FPDFText_GetCharBox(textpage, index, *refs)
            size = raw.FPDFText_GetFontSize(textpage, index)
            sign = chr(code) if code < 0x110000 else "\ufffd"
            if (
                raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(loose))
                and loose.top > loose.bottom
            ):
                box = (loose.left, loose.bottom, loose.right, loose.top)
            else:
                box = (left.value, bottom.value, right.value, top.value)
            yield from _expanded(sign, box, size, bottom.value)
    finally:
        raw.FPDFText_ClosePage(textpage)


def _expanded(sign: str, box: tuple[float, float, float, float], size: float, foot: float) -> Iterator[Char]:
    letters = _LIGATURES.get(sign, sign)
    if sign in ("\u00a0", "\u2007", "\u202f", "\t"):
        letters = " "
    left, bottom, right, top = box
    width = (right - left) / len(letters)
    for place, letter in enumerate(letters):
        yield Char(letter, left + place * width, bottom, left + (place + 1) * width, top, size, foot)
