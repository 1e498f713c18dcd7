"""The characters of a PDF page as PDFium sees them: code point, box, size, in the order of the page's content."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2.raw as raw

from embargo.sources.pdfturn import Box, shown

# Signs that a producer or PDFium puts for a hyphen at a line's end that may be no part of the word.
SOFT_HYPHENS = frozenset("\u00ad\u0002\ufffe")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BLANK = frozenset(
    "\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
# Signs without width that say nothing about the words: a byte-order mark or joiner inside a number would part it.
_NOTHING = frozenset("\u200b\u2060\ufeff")


class Char(msgspec.Struct):
    """One code point on the page: its box in points on the page as shown, and its size.

    The box is as high as the font's letters go, so that signs on one baseline overlap; `ink` is the box of what is printed,
    `origin` where it is set on its baseline. `turn` counts the quarters by which it is turned clockwise.
    """

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    ink: Box
    origin: Box
    turn: int = 0

    @property
    def height(self) -> float:
        """How high its ink is."""
        return self.ink[3] - self.ink[1]


def chars(page: Any) -> Iterator[Char]:
    """Yield the code points of the page that have a place on it, and the spaces between them."""
    textpage = raw.FPDFText_LoadPage(page.raw)
    if not textpage:
        return
    crop = page.get_cropbox()
    quarters = page.get_rotation() // 90
    try:
        left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
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
            raw.FPDFText_GetCharOrigin(textpage, index, x, y)
            size = raw.FPDFText_GetFontSize(textpage, index)
            angle = raw.FPDFText_GetCharAngle(textpage, index)
            ink = (left.value, bottom.value, right.value, top.value)
            box = ink
            if (
                raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(loose))
                and loose.top > loose.bottom
            ):
                box = (loose.left, loose.bottom, loose.right, loose.top)
            turn = (round(angle / (math.pi / 2)) + quarters) % 4 if angle > 0 else quarters
            origin = (x.value, y.value, x.value, y.value)
            if quarters or turn or crop[0] or crop[1]:
                ink, box, origin = (shown(item, crop, quarters) for item in (ink, box, origin))
            sign = chr(code) if code < 0x110000 else "\ufffd"
            yield from _expanded(sign, box, size, ink, origin, turn)
    finally:
        raw.FPDFText_ClosePage(textpage)


def _expanded(sign: str, box: Box, size: float, ink: Box, origin: Box, turn: int) -> Iterator[Char]:
    if sign in _NOTHING:
        return
    letters = " " if sign in _BLANK else _LIGATURES.get(sign, sign)
    left, bottom, right, top = box
    width = (right - left) / len(letters)
    for place, letter in enumerate(letters):
        first, last = left + place * width, left + (place + 1) * width
        yield Char(letter, first, bottom, last, top, size, ink, origin, turn)
