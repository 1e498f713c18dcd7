"""Which characters the PDF's fonts hold; every other one is printed as [U+XXXX] and listed with its place."""

import json
import re
import unicodedata
from bisect import bisect_right
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
# Where no fonts are bundled yet: what the typesetter's own serif is known to hold.
BUILT_IN: tuple[tuple[int, int], ...] = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x17F),
    (0x218, 0x21B),
    (0x400, 0x45F),
    (0x2013, 0x2014),
    (0x2018, 0x201A),
    (0x201C, 0x201E),
    (0x2022, 0x2022),
    (0x2026, 0x2026),
    (0x20AC, 0x20AC),
)
# What is left when even those fail: every font holds it.
PLAIN = ((0x20, 0x7E),)
ACCENTED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
SPACES = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\u2028\u2029"), " ")


class Coverage:
    """Ranges of code points that can be printed, and a list of those that were wanted and cannot."""

    def __init__(self, ranges: tuple[tuple[int, int], ...]) -> None:
        self.starts = [first for first, _ in sorted(ranges)]
        self.ends = [last for _, last in sorted(ranges)]
        self.marks = True
        self.missing: dict[tuple[str, str], None] = {}

    def without_marks(self) -> "Coverage":
        """Return a coverage that writes combining marks out too, for clusters the typesetter cannot map back."""
        stricter = self.anew()
        stricter.marks = False
        return stricter

    def anew(self) -> "Coverage":
        """Return the same coverage with nothing missed yet."""
        again = Coverage(tuple(zip(self.starts, self.ends, strict=True)))
        again.marks = self.marks
        return again

    def holds(self, char: str) -> bool:
        """Return whether the character can be printed: in a font, and no control, mark of direction or private use."""
        code = ord(char)
        place = bisect_right(self.starts, code) - 1
        if place < 0 or code > self.ends[place]:
            return False
        kind = unicodedata.category(char)
        return (self.marks or kind not in ("Mn", "Me", "Mc")) and kind not in ("Cc", "Cf", "Cs", "Co", "Cn")

    def printed(self, text: str, where: str) -> str:
        """Return the text as it can be printed, on one line, noting each character that cannot and where."""
        if text.isascii() and text.isprintable():
            return text
        out = []
        # A letter and its accent as two characters are set as the one character that fonts have for them.
        text = ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
        for char in text.translate(SPACES):
            if self.holds(char):
                out.append(char)
            else:
                self.missing.setdefault((char, where))
                out.append(f"[U+{ord(char):04X}]")
        return "".join(out)


def covered(folder: Path = FONTS) -> tuple[tuple[int, int], ...]:
    """Return the ranges that the bundled fonts hold, or those of the typesetter's own serif where none are bundled."""
    listing = folder / "coverage.json"
    if not listing.is_file():
        return BUILT_IN
    data = json.loads(listing.read_text(encoding="utf-8"))
    return tuple(
        (int(first), int(last)) for first, last in (data["ranges"] if isinstance(data, dict) else data)
    )


def families(folder: Path = FONTS) -> list[str]:
    """Return the font families to set the report in, first choice first."""
    listing = folder / "families.json"
    bundled = json.loads(listing.read_text(encoding="utf-8")) if listing.is_file() else []
    return [*bundled, "Libertinus Serif"]
