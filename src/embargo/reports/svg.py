"""Elements of a drawing as text: escaped, with measured type, so that labels can be wrapped and kept apart."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

FONT = "'Embargo Serif', 'Embargo Hangul', 'Embargo Han', 'Source Serif 4', 'Noto Serif', 'Noto Serif CJK KR', Georgia, 'Times New Roman', serif"
INK, MUTED, RULE, PAPER = "#1b1f24", "#555d66", "#c9c4b8", "#ffffff"
# Tones with at least 4.5:1 against white; each flow also has a letter or a pattern of its own.
TONES = ("#7a1f1f", "#1f4e79", "#4d5b1e", "#6b3d7a", "#8a5a00", "#2b5d5a")

NARROW, WIDE = set("iljtfrI.,:;'|!()[] -"), set("mwMW@%—")


def width(text: str, size: float) -> float:
    """Return the width of a text in the drawing's units, estimated from above for serif type of that size."""
    total = 0.0
    for char in text:
        if ord(char) >= 0x1100:
            total += 1.02
        elif char in NARROW:
            total += 0.33
        elif char in WIDE:
            total += 0.92
        else:
            total += 0.68 if char.isupper() else 0.52
    return total * size


def wrap(text: str, size: float, room: float, most: int) -> list[str]:
    """Return the text in at most `most` lines that fit the room; what does not fit ends with an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in (piece for whole in text.split() for piece in pieces(whole, size, room)):
        trial = f"{line} {word}".strip()
        if line and width(trial, size) > room:
            lines.append(line)
            line = word
        else:
            line = trial
    lines += [line] if line else []
    if len(lines) > most:
        lines = lines[:most]
        last = lines[-1]
        while last and width(last + "…", size) > room:
            last = last[:-1]
        lines[-1] = last.rstrip(" ,;") + "…"
    return lines


def pieces(word: str, size: float, room: float) -> list[str]:
    """Return the word whole where it fits, else cut into pieces that do."""
    if width(word, size) <= room:
        return [word]
    keep = max(1, int(len(word) * room / width(word, size)) - 1)
    return [word[start : start + keep] for start in range(0, len(word), keep)]


def element(name: str, content: str = "", **attributes: str | float | None) -> str:
    """Return one element; attribute names write "_" for "-", values are escaped, None leaves one out; content is taken
    as it is."""
    parts = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(number(value) if isinstance(value, int | float) else value)}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{parts}>{content}</{name}>" if content else f"<{name}{parts}/>"


def words(
    text: str, x: float, y: float, size: float, fill: str = INK, anchor: str = "start", weight: str = "normal"
) -> str:
    """Return one line of type at a baseline."""
    return element(
        "text",
        escape(clean(text)),
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        text_anchor=anchor,
        font_weight=weight,
    )


def clean(text: str) -> str:
    """Return the text without characters that XML cannot carry, each written as [U+XXXX]."""
    return "".join(char if legal(char) else f"[U+{ord(char):04X}]" for char in text)


def legal(char: str) -> bool:
    """Return whether XML can carry the character and no order of writing is overridden by it."""
    code = ord(char)
    if code < 0x20:
        return char in "\t\n\r"
    surrogate, override = 0xD800 <= code <= 0xDFFF, 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return not (surrogate or override or 0x7F <= code <= 0x9F or code in (0xFFFE, 0xFFFF))


def number(value: float) -> str:
    """Return a coordinate with one decimal at most."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def drawing(wide: float, high: float, title: str, body: Sequence[str]) -> str:
    """Return a whole SVG document, scalable, with its title for screen readers."""
    inner = element("title", escape(clean(title))) + "".join(body)
    return (
        element(
            "svg",
            inner,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(wide)} {number(high)}",
            width=wide,
            height=high,
            role="img",
            aria_label=clean(title),
            font_family=FONT,
        )
        + "\n"
    )
