"""How often amounts and times are read right: our grammars beside quantulum3 and dateparser, on 120 strings of the genre.

Run with `python benchmarks/grammar.py`. The strings and their right answers stand in grammar.toml; a string is right where
every amount (or time) of it is, and nothing else is found. A rival that is not installed has no column: dateparser comes with
the dependencies of trafilatura, `pip install quantulum3` adds the other. Columns:

ours      embargo.language alone: amounts that lie in no time; times
as read   the same after the reader of claims has sorted out what counts nothing (ordinals, paragraphs, calibres)
number    the ends of each amount, whatever its bound and unit; whole: bound and currency or percent as well
within    what was found shares a day with the stretch; days: both ends of the stretch are right, a library's one day being
          widened to the month or year that it says it read; whole: the relation (since, by, before) as well
"""

import datetime as dt
import importlib.util
import sys
import tomllib
import warnings
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from embargo.claims import load_lexicon
from embargo.claims.layout import lay_out
from embargo.language import amounts, times

PUBLISHED = dt.date(2025, 2, 14)
LEXICON = load_lexicon()

Ends = tuple[Decimal | None, Decimal | None]
Counted = tuple[str, Decimal | None, Decimal | None, str]
Stretch = tuple[str, dt.date | None, dt.date | None]


def main() -> int:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    wrong = [*_amounts(data["amount"]), *_times(data["time"])]
    print(f"Ours got {len(wrong)} wrong:")
    for line in wrong:
        print(f"  {line}")
    return 0


# --- Amounts -------------------------------------------------------------------------------------------------------------


def counted(answer: str) -> Counted:
    """Return the right answer as bound, low, high, unit."""
    bound, ends, *unit = answer.split()
    low, dots, high = ends.partition("..")
    first = Decimal(low) if low else None
    return bound, first, (Decimal(high) if high else None) if dots else first, unit[0] if unit else ""


def ours(text: str) -> list[Counted]:
    taken = [(when.start or 0, when.end or 0) for when in times(text, PUBLISHED)]
    return [
        (found.bound, found.low, found.high, found.unit)
        for found in amounts(text)
        if not any(found.start < end and start < found.end for start, end in taken)
    ]


def as_read(text: str) -> list[Counted]:
    scene = lay_out(text, 0, len(text), LEXICON, PUBLISHED)
    found = [one for mark in scene.of("amount") for one in (mark.amount, *mark.also) if one is not None]
    return [(one.bound, one.low, one.high, one.unit) for one in found]


def ends(found: Iterable[Counted]) -> list[set[Decimal]]:
    return [{end for end in (low, high) if end is not None} for _, low, high, _ in found]


UNITS = {
    "dollar": "USD",
    "united states dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "south korean won": "KRW",
    "russian ruble": "RUB",
    "percentage": "percent",
    "per cent": "percent",
}


def of_quantulum(text: str) -> list[Counted]:
    from quantulum3 import parser  # noqa: PLC0415 - may be absent

    # What it counts in days and hours is left out, as ours is: those are for the other grammar.
    taken = [(when.start or 0, when.end or 0) for when in times(text, PUBLISHED)]
    found: list[Counted] = []
    for one in parser.parse(text):
        begin, stop = one.span
        if one.unit.entity.name == "time" or any(begin < end and start < stop for start, end in taken):
            continue
        value, spread = Decimal(repr(one.value)), Decimal(repr(one.uncertainty or 0))
        found.append(("", value - spread, value + spread, UNITS.get(one.unit.name.casefold(), "")))
    return found


def same_numbers(found: list[Counted], right: list[Counted]) -> bool:
    return ends(found) == ends(right)


def same_with_units(found: list[Counted], right: list[Counted]) -> bool:
    return same_numbers(found, right) and [one[3] for one in found] == [one[3] for one in right]


def _amounts(groups: dict[str, list[list[str]]]) -> list[str]:
    columns: list[
        tuple[str, Callable[[str], list[Counted]], Callable[[list[Counted], list[Counted]], bool]]
    ] = [
        ("ours number", ours, same_numbers),
        ("ours whole", ours, list.__eq__),
        ("as read number", as_read, same_numbers),
        ("as read whole", as_read, list.__eq__),
    ]
    if _there("quantulum3"):
        columns.append(("quantulum3 number", of_quantulum, same_numbers))
        columns.append(("quantulum3 and unit", of_quantulum, same_with_units))
    answers = {
        group: [(text, [counted(one) for one in right]) for text, *right in rows]
        for group, rows in groups.items()
    }
    _table("Amounts", columns, answers)
    return _wrong(answers, as_read, lambda found, right: found == right)


# --- Times ---------------------------------------------------------------------------------------------------------------


def stretch(answer: str) -> Stretch:
    """Return the right answer as relation, first and last day."""
    relation, days = answer.split()
    first, _, last = days.partition("..")
    return (
        relation,
        dt.date.fromisoformat(first) if first else None,
        dt.date.fromisoformat(last) if last else None,
    )


def our_times(text: str) -> list[Stretch]:
    return [(when.relation, when.first, when.last) for when in times(text, PUBLISHED)]


def of_dateparser(text: str) -> list[Stretch]:
    from dateparser.search import search_dates  # noqa: PLC0415 - may be absent

    noon = dt.datetime.combine(PUBLISHED, dt.time(12))
    settings = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": False}
    found = search_dates(text, languages=["en"], settings=settings, add_period=True) or []
    return [("", *_widened(day.date(), period)) for _, day, period in found]


def _widened(day: dt.date, period: str | None) -> tuple[dt.date, dt.date]:
    if period == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    if period == "month":
        following = (day.replace(day=1) + dt.timedelta(31)).replace(day=1)
        return day.replace(day=1), following - dt.timedelta(1)
    return day, day


def within(found: list[Stretch], right: list[Stretch]) -> bool:
    """Return whether each answer shares a day with its stretch."""
    return len(found) == len(right) and all(
        (first or dt.date.min) <= (end or dt.date.max) and (begin or dt.date.min) <= (last or dt.date.max)
        for (_, begin, end), (_, first, last) in zip(found, right, strict=True)
    )


def same_days(found: list[Stretch], right: list[Stretch]) -> bool:
    return [one[1:] for one in found] == [one[1:] for one in right]


def _times(groups: dict[str, list[list[str]]]) -> list[str]:
    columns: list[
        tuple[str, Callable[[str], list[Stretch]], Callable[[list[Stretch], list[Stretch]], bool]]
    ] = [
        ("ours within", our_times, within),
        ("ours days", our_times, same_days),
        ("ours whole", our_times, list.__eq__),
    ]
    if _there("dateparser"):
        columns.append(("dateparser within", of_dateparser, within))
        columns.append(("dateparser days", of_dateparser, same_days))
    answers = {
        group: [(text, [stretch(one) for one in right]) for text, *right in rows]
        for group, rows in groups.items()
    }
    _table("Times", columns, answers)
    return _wrong(answers, our_times, lambda found, right: found == right)


# --- Tables --------------------------------------------------------------------------------------------------------------


def _there(library: str) -> bool:
    if importlib.util.find_spec(library) is None:
        print(f"{library} is not installed: its columns are left out (pip install {library} adds them)\n")
        return False
    return True


def _table(title: str, columns: list[Any], answers: dict[str, list[Any]]) -> None:
    right = {
        (name, group): sum(alike(read(text), answer) for text, answer in rows)
        for name, read, alike in columns
        for group, rows in answers.items()
    }
    width = max(len(name) for name, _, _ in columns)
    print(f"{title:<10}{'strings':>9}  " + "  ".join(f"{name:>{width}}" for name, _, _ in columns))
    for group, rows in answers.items():
        print(
            f"{group:<10}{len(rows):>9}  "
            + "  ".join(f"{right[name, group]:>{width}}" for name, _, _ in columns)
        )
    count = sum(map(len, answers.values()))
    shares = [sum(right[name, group] for group in answers) / count for name, _, _ in columns]
    print(f"{'right':<10}{count:>9}  " + "  ".join(f"{share:>{width}.0%}" for share in shares) + "\n")


def _wrong(
    answers: dict[str, list[Any]], read: Callable[[str], Any], alike: Callable[[Any, Any], bool]
) -> list[str]:
    told = []
    for rows in answers.values():
        for text, right in rows:
            found = read(text)
            if not alike(found, right):
                told.append(f"{text}  read {_said(found)}, right {_said(right)}")
    return told


def _said(found: list[tuple[Any, ...]]) -> str:
    return (
        "; ".join(" ".join("open" if part is None else str(part) for part in one).strip() for one in found)
        or "nothing"
    )


if __name__ == "__main__":
    # Rivals warn of their own dependencies; that is no measure of anything here.
    warnings.simplefilter("ignore")
    sys.exit(main())
