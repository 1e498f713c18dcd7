"""Decoding: bytes to text, with what was decided and why. Nothing undecodable is dropped in silence."""

import codecs
import re

from embargo.errors import UnreadableSource

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(
    rb"<meta[^>]+charset=[\"']?\s*([\w-]{2,20})|<\?xml[^>]+encoding=[\"']([\w-]{2,20})", re.IGNORECASE
)
# Tried in this order where UTF-8 fails; the first whose text looks like a language it is used for is taken.
_GUESSES = ("cp949", "gb18030", "shift_jis", "cp1251", "koi8-r", "cp1252")


def decode(data: bytes, name: str, *, html: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the text and notes on how it was decoded. Raises UnreadableSource for bytes that are no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, name), (f"text decoded as {encoding} by its byte-order mark",)
    if b"\x00" in data[:4096]:
        raise UnreadableSource(f"{name} holds zero bytes: it is no text", "txt, md, html or pdf")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096]) if html else None
    if declared is not None:
        label = (declared.group(1) or declared.group(2)).decode("ascii")
        try:
            return data.decode(label), (f"text decoded as {label}, as the page declares",)
        except (LookupError, UnicodeDecodeError):
            pass
    best = max(_GUESSES, key=lambda encoding: (_likeness(data, encoding), -_GUESSES.index(encoding)))
    if _likeness(data, best) <= 0:
        text = data.decode("utf-8", "replace")
        lost = text.count("\ufffd")
        return text, (f"no encoding fits: read as UTF-8 with {lost} undecodable places shown as \ufffd",)
    return data.decode(best, "replace"), (
        f"text decoded as {best}: it is no UTF-8, and reads as a language so",
    )


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"{name} begins as {encoding} and breaks off: {error.reason} at byte {error.start}"
        ) from error


def _likeness(data: bytes, encoding: str) -> float:
    sample = data[:20000]
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:
            return 0.0
        text = sample.decode(encoding, "ignore")
    letters = [sign for sign in text if sign.isalpha() and ord(sign) > 127]
    if not letters:
        return 0.1
    if encoding == "cp949":
        return sum("가" <= sign <= "힣" for sign in letters) / len(letters)
    if encoding == "gb18030":
        return 0.9 * sum("一" <= sign <= "鿿" for sign in letters) / len(letters)
    if encoding == "shift_jis":
        return (
            0.95
            * sum("぀" <= sign <= "ヿ" or "一" <= sign <= "鿿" for sign in letters)
            / len(letters)
            * any("぀" <= s <= "ヿ" for s in letters)
        )
    if encoding in ("cp1251", "koi8-r"):
        lower = sum("а" <= sign <= "я" for sign in letters)
        return lower / len(letters) * (0.9 if lower * 3 > len(letters) * 2 else 0.2) + (
            0.05 if len(letters) * 3 > len(text) else 0
        )
    return 0.5 if len(letters) * 8 < len(text) else 0.05
