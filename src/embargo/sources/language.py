"""Which language a text is in: by script, then by its commonest little words. Unknown is an answer."""

import re
from collections import Counter

_LITTLE = {
    "en": "the of and to in that is for was with on by from has",
    "fr": "le la les des et dans que pour une est par sur",
    "de": "der die und das den von mit ist nicht ein zu auf",
    "es": "el los las que en por con una para del se",
    "it": "il che di della per una con gli sono del",
    "nl": "de het een van en dat op zijn met voor",
}
_SAMPLE = 20000


def language_of(text: str) -> str | None:
    """Return the ISO 639 code, or None where the text is too short or fits none."""
    sample = text[:_SAMPLE]
    letters = Counter(_script(sign) for sign in sample if sign.isalpha())
    total = sum(letters.values())
    if total < 20:
        return None
    if letters["hangul"] * 3 > total:
        return "ko"
    if letters["kana"] * 8 > total:
        return "ja"
    if letters["han"] * 3 > total:
        return "zh"
    if letters["cyrillic"] * 2 > total:
        return "uk" if re.search("[іїєґ]", sample) else "ru"
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    count = sum(words.values())
    scores = {code: sum(words[word] for word in little.split()) for code, little in _LITTLE.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] * 12 > count else None


def _script(sign: str) -> str:
    if "가" <= sign <= "힣" or "ᄀ" <= sign <= "ᇿ":
        return "hangul"
    if "぀" <= sign <= "ヿ":
        return "kana"
    if "一" <= sign <= "鿿":
        return "han"
    return "cyrillic" if "Ѐ" <= sign <= "ӿ" else "other"
