"""The characters of a PDF page as PDFium sees them: code point, box, size, in the order of the page's content."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2.raw as raw

from embargo.sources.pdfturn import Box, Sheet

# Boxes whose edges differ by less than this share of their height are of one run: tall letters reach a little further.
SAME = 0.03
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
    asked = _Asked(textpage)
    try:
        loose = raw.FS_RECTF()
        box_at = ctypes.byref(loose)
        size = base = 0.0
        turn = 0
        before = (0.0, 0.0, 0.0)
        for index, code in enumerate(_codes(textpage)):
            if code in (0, 10, 13):
                continue
            sign = chr(code)
            raw.FPDFText_GetLooseCharBox(textpage, index, box_at)
            box: Box = (loose.left, loose.bottom, loose.right, loose.top)
            if sign == " " or sign in _BLANK:
                shown = (turn + sheet.quarters) % 4
                if shown or not sheet.plain:
                    box = sheet.read(box, shown)
                yield Char(" ", *box, size, base, base, 0.0, shown)
                continue
            # A sign that follows within the same height is of the size of the one before, on its baseline, and runs as it
            # does: asking of every sign costs more than all the rest.
            apart = abs(box[1] - before[1]) + abs(box[3] - before[2])
            if apart >= SAME * (box[3] - box[1]) or box[0] <= before[0]:
                size, base, turn = asked.size(index), asked.base(index), asked.turn(index)
                size = size or box[3] - box[1]
            before = (box[0], box[1], box[3])
            ink = None
            if sign in _INKED or box[3] <= box[1] or (not sign.isascii() and sign.isdigit()):
                ink = asked.ink(index)
                box = box if box[3] > box[1] else ink
            shown = (turn + sheet.quarters) % 4
            if shown or not sheet.plain:
                origin = asked.origin(index)
                box, ink = sheet.read(box, shown), sheet.read(ink or origin, shown)
                stand = (sheet.read(origin, shown)[1], ink[1], ink[3] - ink[1])
            else:
                stand = (base, ink[1], ink[3] - ink[1]) if ink is not None else (base, base, 0.0)
            if sign.isascii():
                yield Char(sign, *box, size, *stand, shown)
            else:
                yield from _expanded(sign, box, size, stand, shown)
    finally:
        raw.FPDFText_ClosePage(textpage)


def _codes(textpage: Any) -> Iterator[int]:
    """Yield the code point at each index of the page: 0 for the first half of a pair, all of it for the second."""
    count = raw.FPDFText_CountChars(textpage)
    buffer = (ctypes.c_ushort * (count + 1))()
    # Signs that the file gives no code point are left out of the whole, and the places then differ.
    whole = count > 0 and raw.FPDFText_GetText(textpage, 0, count, buffer) == count + 1
    high = 0
    for index in range(count):
        code = buffer[index] if whole else raw.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            high, code = code, 0
        elif 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
        else:
            high = 0
        yield code if code < 0x110000 else 0xFFFD


class _Asked:
    """What PDFium is asked of single signs, with the places it writes its answers to."""

    def __init__(self, textpage: Any) -> None:
        self.textpage = textpage
        self.numbers = [ctypes.c_double() for _ in range(4)]
        self.at = [ctypes.byref(number) for number in self.numbers]
        self.matrix = raw.FS_MATRIX()

    def size(self, index: int) -> float:
        """How large the sign is drawn: a font may be set at one point and drawn ten times as large."""
        size = abs(raw.FPDFText_GetFontSize(self.textpage, index))
        if raw.FPDFText_GetMatrix(self.textpage, index, ctypes.byref(self.matrix)):
            size *= math.hypot(self.matrix.c, self.matrix.d)
        return float(size)

    def turn(self, index: int) -> int:
        """The quarters by which the sign is turned clockwise in the file."""
        angle = raw.FPDFText_GetCharAngle(self.textpage, index)
        return round(angle / (math.pi / 2)) % 4 if angle > 0 else 0

    def origin(self, index: int) -> Box:
        """Where the sign stands on its baseline, as a box without extent."""
        raw.FPDFText_GetCharOrigin(self.textpage, index, *self.at[:2])
        x, y = self.numbers[0].value, self.numbers[1].value
        return x, y, x, y

    def base(self, index: int) -> float:
        """The height of its baseline."""
        return self.origin(index)[1]

    def ink(self, index: int) -> Box:
        """The box of what is printed."""
        raw.FPDFText_GetCharBox(self.textpage, index, *self.at)
        left, right, bottom, top = (number.value for number in self.numbers)
        return left, bottom, right, top


def _expanded(
    sign: str, box: Box, size: float, stand: tuple[float, float, float], turn: int
) -> Iterator[Char]:
    left, bottom, right, top = box
    if sign in _NOTHING:
        return
    letters = _LIGATURES.get(sign, sign)
    width = (right - left) / len(letters)
    for place, letter in enumerate(letters):
        first, last = left + place * width, left + (place + 1) * width
        yield Char(letter, first, bottom, last, top, size, *stand, turn)
