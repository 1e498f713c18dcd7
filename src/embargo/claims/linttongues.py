"""Lint of another language's words (russian.toml, korean.toml): classes, events, canonical ids, lists, double meanings."""

from embargo.claims.canonical import wrong_body, wrong_person, wrong_vessel
from embargo.claims.sheet import Sheet
from embargo.vocabulary import EVENTS
from embargo.vocabulary.taxonomy import ITEM_WORDS

# What the keys of a table of words stand for, and what is wrong with one.
_IDS = {
    "party": wrong_body,
    "adjective": wrong_body,
    "place": wrong_body,
    "person": wrong_person,
    "ship": wrong_vessel,
}
_FRAME = ("event", "pattern", "verbs", "will", "nouns", "needs", "result")
_CAST = ("party", "person", "place", "vessel", "count")


def is_tongue(sheet: Sheet) -> bool:
    """Return whether the file holds the words of a language of its own."""
    return "tongue" in sheet.data


def check_tongue(sheet: Sheet) -> None:
    """Note the mistakes of the file in its sheet."""
    for table, wrong in _IDS.items():
        for canonical, _ in sheet.entries(table):
            if why := wrong(canonical):
                sheet.mistake(sheet.lines.key(table, canonical), f'"{canonical}" is no canonical id', why)
    for cls, _ in sheet.entries("item"):
        if cls not in ITEM_WORDS:
            sheet.mistake(sheet.lines.key("item", cls), f'"{cls}" is no class of the taxonomy')
    for table in (*_IDS, "item", "office"):
        _words(sheet, table)
    for n, row in sheet.rows("frame"):
        sheet.unknown("frame", _FRAME, row, n)
        event = row.get("event")
        if event not in (*EVENTS, "by item"):
            sheet.mistake(sheet.lines.key("frame", "event", n), f'"{event}" is no event')
        if "needs" not in row:
            sheet.mistake(sheet.lines.table("frame", n), "a frame without needs", "needs = […]")
        if not any(row.get(key) for key in ("verbs", "will", "nouns")):
            sheet.mistake(sheet.lines.table("frame", n), "a frame without words", "verbs, will or nouns")
        for key in ("verbs", "will", "nouns", "needs"):
            for word, line in sheet.words("frame", key, row.get(key, []), n, empty=True):
                if key == "needs" and word not in _CAST and not _heads(word):
                    sheet.mistake(line, f'a frame cannot need "{word}"')


def _heads(need: str) -> bool:
    return any(path == need or path.startswith(need + ".") for path in ITEM_WORDS)


def _words(sheet: Sheet, table: str) -> None:
    """Note what is wrong with a table's lists, and every word that stands under two of its keys."""
    first: dict[str, tuple[str, int]] = {}
    for key, words in sheet.entries(table):
        for word, line in sheet.words(table, key, words):
            other, there = first.setdefault(word.casefold(), (key, line))
            if other != key:
                sheet.mistake(line, f'"{word}" is {key}; it is {other} already (line {there})', "one meaning")
