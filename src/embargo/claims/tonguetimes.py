"""Amounts and times as Russian and Korean write them; the patterns are data, the arithmetic is here."""

import calendar
import datetime as dt
import re
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import Quantity, When
from embargo.vocabulary.amounts import Bound
from embargo.vocabulary.times import Relation

# Scales from here on end a section of a number: 1만3천 is (1) × 10,000 + 3 × 1,000.
_SECTION = 10_000


def _alternatives(words: list[str]) -> str:
    return "(?:" + ("|".join(sorted(words, key=len, reverse=True)) or "$^") + ")"


@cache
def _number(code: str, speech: Tongue) -> re.Pattern[str]:
    data = speech.data["number"]
    word = r"\b" + _alternatives([*data["word"], *data["vague"]]) + (r"\b" if code == "ru" else "")
    parts = {
        "{before}": _alternatives([re.escape(word) for words in data["before"].values() for word in words]),
        "{after}": _alternatives([re.escape(word) for words in data["after"].values() for word in words]),
        "{unit}": _alternatives([word for words in data["unit"].values() for word in words])
        + r"(?![a-zа-яё])",
        "{figure}": f"(?:{data['figure']})",
        "{word}": word,
        "{scale}": _alternatives(list(data["scale"])),
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
        vague = next((value for word, value in data["vague"].items() if word in written), None)
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
    found = re.search(_alternatives(list(data["scale"])) + r"\s*$", written, re.IGNORECASE)
    return found.group() if found else ""


def _value(written: str, data: dict[str, Any]) -> Decimal:
    """Return the number that the figures and scales make up, exactly."""
    total = section = Decimal(0)
    figure: Decimal | None = None
    for match in re.finditer(
        rf"(?P<f>{data['figure'] if data['decimal'] == ',' else r'[0-9][0-9,]*(?:[.][0-9]+)?'})|(?P<s>{_alternatives(list(data['scale']))})|(?P<w>[^\W\d]+)",
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


@cache
def _times(speech: Tongue) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = speech.data["time"]
    names = {
        "{month}": _alternatives(list(data["month"])),
        "{part}": _alternatives([word for words in data["part"].values() for word in words]),
        "{rel}": _alternatives(list(data["word"])),
    }
    point = "|".join(f"(?:{p})" for p in data["points"])
    for name, written in names.items():
        point = point.replace(name, written)

    def numbered(suffix: str) -> str:
        """Return the point with every group's name made its own: an alternation may not name one twice."""
        count = iter(range(1000))
        return "(?:" + re.sub(r"\?P<(\w+)>", lambda m: f"?P<{m[1]}_{suffix}{next(count)}>", point) + ")"

    edge = r"(?<![\w])"
    return tuple(
        (
            name,
            re.compile(
                edge + data[name].replace("{a}", numbered("a")).replace("{b}", numbered("b")) + r"(?!\d)",
                re.IGNORECASE,
            ),
        )
        for name in ("range", "since", "after", "before", "by", "during")
    )


def times(speech: Tongue, text: str, start: int, end: int, published: dt.date | None) -> list[Sign]:
    """Return the times of the sentence, resolved against the day of publication; open ends where they cannot be."""
    found: list[Sign] = []
    taken: list[tuple[int, int]] = []
    for name, pattern in _times(speech):
        for match in pattern.finditer(text, start, end):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            groups = match.groupdict()
            one, two = _said(groups, "a"), _said(groups, "b")
            if groups.get("bare"):
                one = {"d": groups["bare"]}
            if name == "range":
                one = {
                    **{
                        key: two[key]
                        for key in ("y", "m", "rel")
                        if key in two and not ({"y", "rel"} & set(one))
                    },
                    **one,
                }
                if "m" in one and "d" not in one and "m" in two and "y" not in one and "rel" not in one:
                    one.pop("rel", None)
            first, last = _days(one, speech, published)
            if name == "range":
                last = _days(two, speech, published)[1]
                if first and last and first > last:
                    first = first.replace(year=last.year - 1) if "y" not in one and first.day < 29 else None
            relation: Relation = name if name in ("since", "after", "before", "by") else "during"  # type: ignore[assignment]
            ends = {
                "since": (first, None),
                "after": (last, None),
                "before": (None, first),
                "by": (None, last),
            }.get(name, (first, last))
            taken.append(match.span())
            when = When(match.group(), match.start(), match.end(), *ends, relation)
            known = {**one, **two}
            found.append(
                Sign(
                    "time",
                    match.start(),
                    match.end(),
                    name,
                    when=when,
                    floating=not {"y", "rel"} & set(known),
                )
            )
    return sorted(found, key=lambda sign: sign.start)


def _said(groups: dict[str, str | None], suffix: str) -> dict[str, str]:
    return {
        name.split("_")[0]: said for name, said in groups.items() if said and re.search(f"_{suffix}\\d", name)
    }


def _of(table: dict[str, Any], word: str) -> Any:
    return next(
        (value for pattern, value in table.items() if re.fullmatch(pattern, word, re.IGNORECASE)), None
    )


def _days(
    said: dict[str, str], speech: Tongue, published: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    data = speech.data["time"]
    kind, step = _of(data["word"], said["rel"]) if "rel" in said else ("", 0)
    if published is None and "y" not in said:
        return None, None
    day = published or dt.date(int(said["y"]), 1, 1)
    if kind in ("day", "week"):
        back = -step if kind == "day" else (day.weekday() - step) % 7
        return (day - dt.timedelta(days=back),) * 2
    month = int(_of(data["month"], said["m"])) if "m" in said else None
    year = int(said["y"]) if "y" in said else day.year + (step if kind == "year" else 0)
    if kind == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + step, 12)[0], (day.month - 1 + step) % 12 + 1
    elif month is None and "d" in said:
        # "22일": the last such day up to the day of publication.
        year, month = day.year, day.month
        if int(said["d"]) > day.day:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    elif (
        month is not None
        and "y" not in said
        and not kind
        and dt.date(year, month, min(int(said.get("d", 1)), 28)) > day
    ):
        year -= 1
    return _stretch(year, month, int(said["d"]) if "d" in said else None, _part(data, said))


def _part(data: dict[str, Any], said: dict[str, str]) -> int | None:
    """Return which third of its year or month is meant, from 0, or None for the whole."""
    for third, words in enumerate(data["part"].values()):
        if "part" in said and re.fullmatch("|".join(words), said["part"], re.IGNORECASE):
            return third
    return None


def _stretch(
    year: int, month: int | None, day: int | None, third: int | None
) -> tuple[dt.date | None, dt.date | None]:
    if not 1900 <= year <= 2100:
        return None, None
    if month is None:
        # Early, mid and late of a year are its thirds (SCHEMA.md).
        first, last = (1, 12) if third is None else (third * 4 + 1, third * 4 + 4)
        return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
    length = calendar.monthrange(year, month)[1]
    if day is not None:
        return (dt.date(year, month, day),) * 2 if 1 <= day <= length else (None, None)
    begin, stop = (1, length) if third is None else ((1, 10), (11, 20), (21, length))[third]
    return dt.date(year, month, begin), dt.date(year, month, stop)
