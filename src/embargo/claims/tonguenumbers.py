"""Amounts as Russian and Korean write them, with bounds and units; the patterns are data, the arithmetic is here."""

import re
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import Quantity
from embargo.vocabulary.amounts import Bound

# Scales from here on end a section of a number: 1만3천 is (1) × 10,000 + 3 × 1,000.
_SECTION = 10_000


def alternatives(words: list[str]) -> str:
    """Return a pattern that matches any of the patterns, the longest first; one that never matches for none."""
    return "(?:" + ("|".join(sorted(words, key=len, reverse=True)) or "$^") + ")"


@cache
def _number(code: str, speech: Tongue) -> re.Pattern[str]:
    data = speech.data["number"]
    word = r"\b" + alternatives([*data["word"], *data["vague"]]) + (r"\b" if code == "ru" else "")
    parts = {
        "{before}": alternatives([re.escape(word) for words in data["before"].values() for word in words]),
        "{after}": alternatives([re.escape(word) for words in data["after"].values() for word in words]),
        "{unit}": alternatives([word for words in data["unit"].values() for word in words])
        + r"(?![a-zа-яё])",
        "{figure}": f"(?:{data['figure']})",
        "{word}": word,
        "{scale}": alternatives(list(data["scale"])),
    }
    pattern = data["pattern"]
    for name, written in parts.items():
        pattern = pattern.replace(name, written)
    return re.compile(r"(?<![\w.,])" + pattern, re.IGNORECASE)


def amounts(speech: Tongue, text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[Sign]:
    """Return the amounts of the sentence that no time has taken, with bounds; the unit is "" where none is said."""
    data = speech.data["number"]
    found: list[Sign] = []
    for match in _number(speech.code, speech).finditer(text, start, end):
        if any(a < match.end("n") and match.start("n") < b for a, b in taken):
            continue
        written = match["n"].casefold()
        low = (
            _value(match["low"] + (match["lowscale"] or _scale(data, match["n"])), data)
            if match["low"]
            else None
        )
        vague = next((value for word, value in data["vague"].items() if word == written), None)
        value = Decimal(vague) if vague is not None else _value(written, data)
        named = match.groupdict()
        after = (named.get("after") or named.get("later") or "").strip()
        bound = _bound(data["before"], (named["before"] or "").casefold()) or _bound(data["after"], after)
        unit = next(
            (
                u
                for u, words in data["unit"].items()
                if match["unit"] and re.fullmatch("|".join(words), match["unit"], re.IGNORECASE)
            ),
            "",
        )
        if not unit and not bound and vague is None and speech.last and value < 10:
            continue  # a lone figure with no counter counts nothing in Korean
        bound = (
            "at_least"
            if vague is not None and not bound
            else bound or ("range" if low is not None else "exact")
        )
        first = low if low is not None else value
        spans = [
            match.span(name) for name in ("before", "low", "n", "after", "unit", "later") if named.get(name)
        ]
        begin, stop = min(a for a, _ in spans), max(b for _, b in spans)
        quantity = Quantity(
            text[begin:stop],
            begin,
            stop,
            None if bound in ("at_most", "less_than") else first,
            None if bound in ("at_least", "more_than") else value,
            bound,
            unit,
        )
        found.append(Sign("amount", begin, stop, unit, amount=quantity))
    return found


def _bound(table: dict[str, list[str]], word: str) -> Bound | None:
    found = next((bound for bound, words in table.items() if word and word in words), None)
    bound: Bound | None = msgspec.convert(found, Bound | None)
    return bound


def _scale(data: dict[str, Any], written: str) -> str:
    """Return the scale that a range shares: "10–12 тысяч"."""
    found = re.search(alternatives(list(data["scale"])) + r"\s*$", written, re.IGNORECASE)
    return found.group() if found else ""


def _value(written: str, data: dict[str, Any]) -> Decimal:
    """Return the number that the figures and scales make up, exactly."""
    total = section = Decimal(0)
    figure: Decimal | None = None
    for match in re.finditer(
        rf"(?P<f>{data['figure'] if data['decimal'] == ',' else r'[0-9][0-9,]*(?:[.][0-9]+)?'})|(?P<s>{alternatives(list(data['scale']))})|(?P<w>[^\W\d]+)",
        written,
        re.IGNORECASE,
    ):
        if match["f"]:
            plain = re.sub(r"\s", "", match["f"])
            figure = Decimal(plain.replace(",", ".") if data["decimal"] == "," else plain.replace(",", ""))
        elif match["s"]:
            scale = next(
                n for word, n in data["scale"].items() if re.fullmatch(word, match["s"], re.IGNORECASE)
            )
            one = Decimal(1) if figure is None else figure
            if scale >= _SECTION:
                total += (section + (one if figure is not None or not section else 0)) * scale
                section = Decimal(0)
            else:
                section += one * scale
            figure = None
        elif match["w"] in data["word"]:
            figure = Decimal(data["word"][match["w"]])
    number = total + section + (figure or 0)
    # 1,5 млн is 1500000, not 1500000.0: what is whole is written so.
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
