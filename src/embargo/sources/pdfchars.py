"""The characters of a PDF page as PDFium sees them: code point, box, size, in the order of the page's content."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2.raw as raw

from embargo.sources.pdfturn import Box, Sheet

# Signs that a producer or PDFium puts for a hyphen at a line's end that may be no part of the word.
SOFT_HYPHENS = frozenset("\u00ad\u0002\ufffe")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BLANK = frozenset(
    "\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
# Signs whose ink is looked at: they may be footnote marks, or hyphens that print nothing.
_INKED = frozenset("0123456789*†‡§") | SOFT_HYPHENS
# Signs without width that say nothing about the words: a byte-order mark or joiner inside a number would part it.
_NOTHING = frozenset("\u200b\u2060\ufeff")


class Char(msgspec.Struct, gc=False):
    """One code point on the page, in points, on a sheet turned so that its line runs from left to right.

    The box is as high as the font's letters go, so that signs on one baseline overlap. `base` is the baseline; `foot` is
    the ink's lower edge and `height` how high the ink is, known of signs that may be marks, else the baseline and 0.
    `turn` counts the quarters by which the line is turned clockwise on the page as shown; `pdfturn` turns boxes back.
    """

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    base: float
    foot: float
    height: float
    turn: int = 0


def chars(page: Any) -> Iterator[Char]:
    """Yield the code points of the page that have a place on it, and the spaces between them."""
    textpage = raw.FPDFText_LoadPage(page.raw)
    if not textpage:
        return
    sheet = Sheet(page.get_cropbox(), page.get_rotation() // 90)
    try:
        left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
        loose = raw.FS_RECTF()
        matrix = raw.FS_MATRIX()
        box_at, matrix_at = ctypes.byref(loose), ctypes.byref(matrix)
        ink_at = [ctypes.byref(value) for value in (left, right, bottom, top)]
        x_at, y_at = ctypes.byref(x), ctypes.byref(y)
        high, angle, size, before = 0, 0.0, 0.0, (0.0, 0.0, 0.0)
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
            sign = chr(code) if code < 0x110000 else "\ufffd"
            raw.FPDFText_GetCharOrigin(textpage, index, x_at, y_at)
            raw.FPDFText_GetLooseCharBox(textpage, index, box_at)
            box = (loose.left, loose.bottom, loose.right, loose.top)
            here = (x.value, y.value, box[3] - box[1])
            # A sign that follows on the same baseline, as high as the one before, is of its size and runs as it does:
            # asking for every sign costs more than all the rest.
            if here[1] != before[1] or here[2] != before[2] or here[0] <= before[0] or not size:
                size = abs(raw.FPDFText_GetFontSize(textpage, index))
                # A font may be set at one point and drawn ten times as large.
                if raw.FPDFText_GetMatrix(textpage, index, matrix_at):
                    size *= math.hypot(matrix.c, matrix.d)
                size = size or here[2]
                angle = raw.FPDFText_GetCharAngle(textpage, index)
            before = here
            ink = (here[0], here[1], here[0], here[1])
            if here[2] <= 0 or sign in _INKED or (not sign.isascii() and sign.isdigit()):
                raw.FPDFText_GetCharBox(textpage, index, *ink_at)
                ink = (left.value, bottom.value, right.value, top.value)
                box = box if here[2] > 0 else ink
            origin = (here[0], here[1], here[0], here[1])
            turn = (round(angle / (math.pi / 2)) + sheet.quarters) % 4 if angle > 0 else sheet.quarters
            if turn or not sheet.plain:
                box, ink, origin = (sheet.read(item, turn) for item in (box, ink, origin))
            yield from _expanded(sign, box, size, (origin[1], ink[1], ink[3] - ink[1]), turn)
    finally:
        raw.FPDFText_ClosePage(textpage)


def _expanded(
    sign: str, box: Box, size: float, stand: tuple[float, float, float], turn: int
) -> Iterator[Char]:
    left, bottom, right, top = box
    if sign.isascii():
        yield Char(" " if sign == "\t" else sign, left, bottom, right, top, size, *stand, turn)
        return
    if sign in _NOTHING:
        return
    letters = " " if sign in _BLANK else _LIGATURES.get(sign, sign)
    width = (right - left) / len(letters)
    for place, letter in enumerate(letters):
        first, last = left + place * width, left + (place + 1) * width
        yield Char(letter, first, bottom, last, top, size, *stand, turn)
