"""Times as Russian and Korean write them, resolved against the day of publication; the patterns are data."""

import calendar
import datetime as dt
import re
from functools import cache
from typing import Any

from embargo.claims.tonguenumbers import alternatives
from embargo.claims.tonguewords import Sign, Tongue
from embargo.vocabulary import When
from embargo.vocabulary.times import Relation


@cache
def _times(speech: Tongue) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = speech.data["time"]
    names = {
        "{month}": alternatives(list(data["month"])),
        "{part}": alternatives([word for words in data["part"].values() for word in words]),
        "{rel}": alternatives(list(data["word"])),
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
    day = published or dt.date(min(max(int(said["y"]), 1900), 2100), 1, 1)
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
        and dt.date(year, month, min(max(int(said.get("d", 1)), 1), 28)) > day
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
