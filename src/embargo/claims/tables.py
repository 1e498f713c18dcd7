"""Tables in text: a row is one claim; what its columns leave unsaid comes from the title."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from embargo.claims.attribution import Heard
from embargo.claims.build import Draft
from embargo.claims.units import COUNTERS
from embargo.vocabulary import Item, Mention, When

# Longer lines before a table are prose, not its title.
_LONGEST_TITLE = 240
_MOST_COLUMNS = 24
# What heads of columns call the currency of their sums.
_CURRENCIES = {
    "usd": "USD",
    "us$": "USD",
    "$": "USD",
    "eur": "EUR",
    "€": "EUR",
    "rub": "RUB",
    "cny": "CNY",
    "rmb": "CNY",
    "dollars": "USD",
    "euros": "EUR",
    "roubles": "RUB",
    "rubles": "RUB",
    "yuan": "CNY",
    "gbp": "GBP",
    "jpy": "JPY",
    "yen": "JPY",
    "chf": "CHF",
}


class Table(msgspec.Struct):
    """A table being read: the kinds and units of its columns, and what its title says of all rows."""

    kinds: list[str] = []
    units: list[str] = []
    draft: Draft | None = None
    items: list[Item] = []
    heard: Heard | None = None
    time: When | None = None
    # The States at both ends of what the title speaks of, and whether a customs service keeps the figures.
    giver: list[Mention] = []
    taker: list[Mention] = []
    customs: bool = False
    # Whether its rows are of transfers at sea.
    at_sea: bool = False
    # What its sums are multiplied by and in which currency, where the words above it say so: "in thousands of US dollars".
    scale: int = 1
    currency: str = ""
    # Whether its lines open with a stroke: elsewhere that is an empty first cell.
    bordered: bool = False
    # Goods last spoken of before it.
    goods: str = ""
    # The classes of its rows so far: what a total counts.
    classes: list[str] = []


class Line(msgspec.Struct):
    """One line of a table: its title, its head or a row with the spans of its cells."""

    table: Table
    part: str
    cells: list[tuple[int, int]]


def is_row(line: str) -> bool:
    """Return whether a printed line is a row of a table: cells parted by upright strokes."""
    return line.count(" | ") >= 1 or (line.startswith("|") and line.count("|") > 2) or is_entry_of_trade(line)


_ENTRY = re.compile(
    r"[^:|]{3,60}\(HS\s*\d{4}[\d.]*\):\s*(?:about\s|over\s|some\s)?[\d,.]+\s*|(?:Both|All|Total|Together|Luxury|Sub-?total)\b[^:|]{0,50}:\s*[\d,.]+\s*"
)


def is_entry_of_trade(line: str) -> bool:
    """Return whether a line is a heading of the tariff and its figure, parted by a colon: "Tungsten ore (HS 2611.00): 148"."""
    return "|" not in line and ":" in line and _ENTRY.fullmatch(line) is not None


def tables_of(text: str, pieces: list[tuple[int, int]]) -> dict[int, Line]:
    """Return the lines of tables by where they start: title, head and rows."""
    found: dict[int, Line] = {}
    table: Table | None = None
    earlier: list[tuple[int, int]] = []
    for start, end in pieces:
        if not is_row(text[start:end]):
            table = None
            earlier.append((start, end))
            continue
        cells = _cells(text, start, end)
        if table is None:
            table = _headed(text, cells) or _headless(text, cells, earlier)
            if table is None:
                continue
            _scaled(text, table, start)
            table.bordered = text[start] == "|"
            found[start] = Line(table, "head" if _is_head(text, cells) else "row", cells)
            titles = [piece for piece in earlier[-2:] if piece[1] - piece[0] <= _LONGEST_TITLE]
            if titles and not _BARE.fullmatch(text, *titles[-1]):
                titles = titles[-1:]
            for title in titles:
                found[title[0]] = Line(table, "title", [title])
        else:
            if text[start] == "|" and not table.bordered:
                cells = [(start, start), *cells]
            _settle(text, table, cells)
            found[start] = Line(table, "row", cells)
    return found


# A scale or a currency said so many characters above the table is still its own.
_ABOVE = 700
_SCALE = re.compile(
    r"(?P<before>US\$|USD|EUR|\$|€)?\s*(?:in\s+)?(?P<scale>thousands?|millions?|[’']000|bn|billions?)(?:\s+of)?\s*(?P<after>US\s+dollars|U\.S\.\s+dollars|dollars|US\$|USD|euros?|EUR|yuan)?",
    re.IGNORECASE,
)
_FACTORS = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000}
_MONIES = {"US": "USD", "$": "USD", "U.": "USD", "DO": "USD", "EU": "EUR", "€": "EUR", "YU": "CNY"}
_VALUES = re.compile(r"\b(?:[Vv]alues?|[Ff]igures|[Ss]ums|[Aa]mounts|[Tt]able|[Ee]xports|[Ii]mports)\b")


def _scaled(text: str, table: Table, start: int) -> None:
    """Take the scale and the currency of the sums from the words above the table: "US$ thousand", "in thousands of US dollars"."""
    above = text[max(0, start - _ABOVE) : start]
    for line in reversed(above.splitlines()):
        if is_row(line):
            continue  # of the table before, under the same words
        for match in _SCALE.finditer(line):
            money = (match["before"] or match["after"] or "").upper()
            unit = next((code for sign, code in _MONIES.items() if money.startswith(sign)), "")
            digits = line[: match.start()].rstrip()[-1:].isdigit()
            if not unit or digits or not _VALUES.search(line):
                continue
            word = match["scale"].casefold().rstrip("s")
            table.scale, table.currency = _FACTORS.get(word, 1_000), unit
            return


def _is_head(text: str, cells: list[tuple[int, int]]) -> bool:
    return not _NUMBER.fullmatch(text[slice(*cells[-1])].strip())


def _headless(text: str, cells: list[tuple[int, int]], earlier: list[tuple[int, int]]) -> Table | None:
    """Return the table whose first row is a row: a thing and its number, under a line that ends with a colon."""
    led = earlier and text[slice(*earlier[-1])].rstrip().endswith(":")
    if not led or not 2 <= len(cells) <= 3 or _is_head(text, cells):
        return None
    coded = len(cells) == 3 and _TARIFF.fullmatch(text[slice(*cells[0])].strip()) is not None
    if len(cells) == 3 and not coded:
        return None
    lead = re.findall(r"[a-z]+", text[slice(*earlier[-1])].casefold())
    unit = next((COUNTERS[w] for w in lead if w in COUNTERS), "")
    # The line that leads in says the currency at its end: "January to March, in US dollars".
    unit = unit or next((_CURRENCIES[w] for w in lead[-3:] if w in _CURRENCIES), "")
    kinds = ["code", "item", "quantity"] if coded else ["item", "quantity"]
    return Table(kinds, [*[""] * (len(kinds) - 1), unit], customs=coded)


# "Table 3" alone names the table; what it holds stands in the line before.
_BARE = re.compile(r"\s*(?:[Tt]able|[Aa]nnex|[Ff]igure)\.?\s*[\dA-Z]*[.:]?\s*")
_TARIFF = re.compile(r"(?:HS\s*)?\d{4}(?:\.\d{2}){0,3}")
_DAY = re.compile(r"\d{1,2}\s+[A-Z][a-z]{2,8}(?:\s+\d{4})?|\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"\d{1,3}(?:[,.\u00a0 ]\d{3})*|\d+(?:\.\d)?")


def _settle(text: str, table: Table, cells: list[tuple[int, int]]) -> None:
    """Take a column of plain numbers under a head that no list knows ("July") for the amounts, where no other is."""
    if "time" not in table.kinds:
        for k, (a, b) in enumerate(cells):
            if k < len(table.kinds) and _DAY.fullmatch(text[a:b].strip()):
                table.kinds[k] = "time"  # under "Discharged", days
                break
    if "quantity" in table.kinds:
        return
    for k in range(len(table.kinds) - 1, -1, -1):
        cell = text[slice(*cells[k])] if k < len(cells) else ""
        if not table.kinds[k] and _NUMBER.fullmatch(cell.strip()):
            table.kinds[k] = "quantity"
            return


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if "|" not in text[start:end]:
        colon = text.rindex(":", start, end)
        last = colon + 1 + len(text[colon + 1 : end]) - len(text[colon + 1 : end].lstrip())
        return [(start, colon), (last, last + len(text[last:end].rstrip()))]
    found: list[tuple[int, int]] = []
    at = start + (text[start] == "|")
    while at <= end and len(found) < _MOST_COLUMNS:
        stop = text.find("|", at, end)
        stop = end if stop < 0 else stop
        left, right = at, stop
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right or stop < end:
            found.append((left, right))
        at = stop + 1
    return found


@cache
def _columns() -> dict[str, list[str]]:
    path = files("embargo.claims") / "lexicon" / "columns.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {kind: [" ".join(word.split()) for word in held.split(",")] for kind, held in data.items()}


def _headed(text: str, cells: list[tuple[int, int]]) -> Table | None:
    """Return the table under this head, or None where no head is known."""
    heads = [" ".join(re.sub(r"[()/,.]", " ", text[a:b].casefold()).split()) for a, b in cells]
    kinds = [_kind(head) for head in heads]
    if sum(bool(kind) for kind in kinds) < 2:
        return None
    units = [
        next(
            (
                COUNTERS.get(word) or _CURRENCIES[word]
                for word in head.split()
                if word in COUNTERS or word in _CURRENCIES
            ),
            "",
        )
        for head in heads
    ]
    customs = any(re.match(r"hs\b", head) for head in heads)
    return Table(kinds, units, customs=customs, at_sea={"taking", "giving"} <= set(kinds))


_OF_SHIPS = re.compile(r"\b(?:vessels?|ships?|tankers?)\b.*\bimo\b")


def _kind(head: str) -> str:
    if _OF_SHIPS.search(head) and not re.search(r"\b(?:receiving|delivering|giving)\b", head):
        return "vessel"  # "Vessel (IMO number)"
    best = ("", 0)
    for kind, known in _columns().items():
        for words_ in known:
            if re.search(rf"\b{re.escape(words_)}\b", head) and len(words_) > best[1]:
                best = (kind, len(words_))
    return best[0]
