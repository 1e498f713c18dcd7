"""Decoding: bytes to text, with what was decided and why. Nothing undecodable is dropped in silence."""

import codecs
import re

from embargo.errors import UnreadableSource
from embargo.sources.likeness import best_guess, is_western

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]+charset=[\"']?\s*([\w-]{2,20})|<\?xml[^>]+encoding=[\"']([\w-]{2,20})", re.IGNORECASE
)
# Encodings that pages declare, as browsers read them: a label often names a smaller set than the page uses.
_LABELS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "cp1252": "cp1252", "iso8859-15": "iso8859-15", "iso8859-2": "iso8859-2",
    "cp1250": "cp1250", "cp1251": "cp1251", "iso8859-5": "iso8859-5", "koi8-r": "koi8-r", "koi8-u": "koi8-u",
    "cp1254": "cp1254", "iso8859-9": "cp1254", "cp1253": "cp1253", "iso8859-7": "iso8859-7", "cp1256": "cp1256",
    "euc_kr": "cp949", "cp949": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5",
    "cp950": "big5", "shift_jis": "cp932", "cp932": "cp932", "euc_jp": "euc_jp", "iso2022_jp": "iso2022_jp",
}  # fmt: skip
_WESTERN = frozenset({"cp1252", "iso8859-15"})
# At most one place in so many may fail for an encoding still to be taken; one zero byte in as many is a slip.
RARE = 200


def decode(data: bytes, name: str, *, html: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the text and notes on how it was decoded. Raises UnreadableSource for bytes that are no text."""
    text, note = _decoded(data, name, html=html)
    notes = (note,) if note else ()
    zeros = text.count("\x00")
    if zeros * RARE > len(text):
        raise UnreadableSource(f"{name} holds {zeros} zero bytes: it is no text", "txt, md, html or pdf")
    if zeros:
        notes = (*notes, f"{zeros} zero bytes are shown as \ufffd")
    return text.replace("\x00", "\ufffd"), notes


def _decoded(data: bytes, name: str, *, html: bool) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _wholly(data, encoding, name, "by its byte-order mark")
    wide = _wide(data)
    if wide is not None:
        return _wholly(data, wide, name, "since every second byte is zero")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    # Bytes that happen to be UTF-8 are rare in any other encoding; a file cut off within a sign is UTF-8 all the same.
    if sum(sign > "\x7f" for sign in text) - lost >= 2 * lost or (lost == 1 and text.endswith("\ufffd")):
        return text, f"text decoded as UTF-8 with {lost} undecodable places shown as \ufffd"
    declared = _declared(data) if html else None
    if declared is not None:
        return declared
    best = best_guess(data)
    if best is None:
        return text, f"no encoding fits: read as UTF-8 with {lost} undecodable places shown as \ufffd"
    return data.decode(best, "replace"), f"text decoded as {best}: it is no UTF-8, and reads as a language so"


def _declared(data: bytes) -> tuple[str, str] | None:
    """Return the text as the page declares it, or None where the declaration cannot be true."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    label = (match.group(1) or match.group(2)).decode("ascii", "replace")
    try:
        encoding = _LABELS.get(codecs.lookup(label).name)
    except LookupError:
        return None
    if encoding is None:
        return None
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost * RARE > len(text) or (encoding in _WESTERN and not is_western(text)):
        return None
    more = f", with {lost} undecodable places shown as \ufffd" if lost else ""
    return text, f"text decoded as {encoding}, as the page declares ({label}){more}"


def _wide(data: bytes) -> str | None:
    """Return UTF-16 of either order where the sample's every second byte is zero, as in Latin text without a mark."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and len(sample) > 1 and max(even, odd) * 3 > len(sample) and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"
    return None


def _wholly(data: bytes, encoding: str, name: str, why: str) -> tuple[str, str]:
    """Return the text in an encoding that is certain. Raises UnreadableSource where much of it does not fit."""
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost * RARE > len(text):
        raise UnreadableSource(
            f"{name} begins as {encoding} and breaks off: {lost} places cannot be decoded",
            "a whole text file",
            "fetch the file again",
        )
    more = f", with {lost} undecodable places shown as \ufffd" if lost else ""
    return text, f"text decoded as {encoding} {why}{more}"
