"""Likeness: which encoding makes bytes read as a language, where nothing says which it is."""

import re

# Tried in this order; of two that read equally well the first is taken.
_GUESSES = ("cp949", "gb18030", "big5", "shift_jis", "euc_jp", "cp1251", "koi8-r", "cp1252")
_SAMPLE = 20000
_WITHIN = re.compile(r"(?<=[a-z])[^\W\d_a-zA-Z]|[^\W\d_a-zA-Z](?=[a-z])")
# The commonest signs of Chinese, traditional and simplified, and of Japanese texts: about a third of any page.
_COMMON_HAN = frozenset(
    "的一是不在人有我他这這中大来來上国國和地到以个個时時要出会會可也你对對生能而子于於得下过過家学學年发發后後作里裡用道行所然方成者多日都三小军軍部将將本进進机機关關于长長新表示"
)


def best_guess(data: bytes) -> str | None:
    """Return the encoding in which the bytes read best as a language it is used for, or None where none fits."""
    scores = {encoding: _likeness(data[:_SAMPLE], encoding) for encoding in _GUESSES}
    best = max(_GUESSES, key=lambda encoding: (scores[encoding], -_GUESSES.index(encoding)))
    return best if scores[best] > 0 else None


def is_western(text: str) -> bool:
    """Return whether accented letters are the few among plain ones that Western languages have.

    Cyrillic read in a Western encoding is words of accented letters alone.
    """
    plain = sum(sign.isascii() and sign.isalpha() for sign in text)
    accented = sum(not sign.isascii() and sign.isalpha() for sign in text)
    words = text.split()
    strange = sum(
        len(word) > 3 and not any(sign.isascii() and sign.isalpha() for sign in word)
        for word in words
        if word.isalpha()
    )
    return accented * 3 <= plain and strange * 20 <= len(words)


def _likeness(sample: bytes, encoding: str) -> float:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        text = sample.decode(encoding, "ignore")
        # A sample may end within a sign; a broken page may have a bad byte or two.
        broken = len(sample.decode(encoding, "replace")) - len(text)
        if error.start < len(sample) - 4 and broken * 100 > len(text):
            return 0.0
    letters = [sign for sign in text if sign.isalpha() and sign > "\x7f"]
    western = encoding == "cp1252"
    within = len(_WITHIN.findall(text))
    if not letters:
        return 0.12 if western else 0.1
    if western:
        return 0.5 if within * 2 > len(letters) or len(letters) * 8 < len(text) else 0.05
    score = _SCORES[encoding](letters, text)
    # A letter of another script within a Latin word is an accented one misread; one or two letters say little.
    return score * (0.1 if within * 3 > len(letters) else 1.0) * (0.3 if len(letters) < 4 else 1.0)


def _share(letters: list[str], first: str, last: str) -> float:
    return sum(first <= sign <= last for sign in letters) / len(letters)


def _korean(letters: list[str], _text: str) -> float:
    return _share(letters, "가", "힣")


def _chinese(letters: list[str], _text: str) -> float:
    common = sum(sign in _COMMON_HAN for sign in letters) / len(letters)
    return _share(letters, "一", "鿿") * min(0.95, 0.3 + 4 * common)


def _japanese(letters: list[str], _text: str) -> float:
    kana = _share(letters, "ぁ", "ヿ")
    return 0.95 * (kana + _share(letters, "一", "鿿")) if kana > 0.15 else 0.0


def _cyrillic(letters: list[str], text: str) -> float:
    lower = sum("а" <= sign <= "я" for sign in letters)
    likely = 0.9 if lower * 3 > len(letters) * 2 else 0.2
    return lower / len(letters) * likely + (0.05 if len(letters) * 3 > len(text) else 0.0)


_SCORES = {
    "cp949": _korean,
    "gb18030": _chinese,
    "big5": _chinese,
    "shift_jis": _japanese,
    "euc_jp": _japanese,
    "cp1251": _cyrillic,
    "koi8-r": _cyrillic,
}
