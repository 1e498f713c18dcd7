"""Raised signs: which are footnote marks and leave the text, and which belong to it (m², 3rd)."""

import re
import unicodedata

# What a run of raised signs looks like when it is a mark: "12", "12,13", "3-5", "*", "†", "a".
_MARK = re.compile(r"(?:\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*|[*†‡§]{1,3}|[a-z]),?")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcm]?m|ft|sq)$")
_POWER = re.compile(r"(?:×|x|\*|·)\s*10$")
_HIGH = str.maketrans("0123456789-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")


def staying(before: str, run: str) -> str:
    """Return what of a raised run stays in the text after `before`: nothing of a mark, all of "rd", "²" of a square."""
    run = unicodedata.normalize("NFKC", run).strip()
    if not _MARK.fullmatch(run):
        return run
    before = before[-20:]
    if (run in ("2", "3") and _UNIT.search(before)) or _POWER.search(before):
        return run.translate(_HIGH)
    # French writes the second as 2e: the letter belongs to the number.
    return run if run == "e" and before[-1:].isdigit() else ""


def says(run: str) -> str:
    """Return what a mark says, in plain signs."""
    return unicodedata.normalize("NFKC", run).strip(" ,;")
