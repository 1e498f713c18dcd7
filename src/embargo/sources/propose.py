"""Proposals: publisher, day, kind, language and title read off the document itself, marked so, with where from."""

import datetime as dt
import re
from pathlib import PurePosixPath

from embargo.language import times
from embargo.sources.language import language_of
from embargo.vocabulary import Detail, Region

_BYLINE = re.compile(r"^\s*by\s+(?P<name>[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,3})\s*$", re.IGNORECASE)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .,’'-]{2,40})[,.]?\s+(?P<day>(?:\d{1,2}\s+\w+|\w+\.?\s+\d{1,2})(?:,?\s+\d{4})?)?\s*(?:\((?P<agency>[A-Z][\w .&’'-]{1,40})\))?\s*[-–—:]\s"
)
_NAMED_DAY = re.compile(r"(?<!\d)(?P<y>20[0-4]\d|19[5-9]\d)[-_.]?(?P<m>[01]\d)[-_.]?(?P<d>[0-3]\d)(?!\d)")
_DAY_LINE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\.?,?\s+(?:19|20)\d\d|[A-Z][a-z]+\.?\s+\d{1,2},?\s+(?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d)\b"
)
_KINDS = (
    ("denial", r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|groundless|fabricat\w+)\b.*\b(?:spokes\w+|ministry|statement)\b"),
    ("contribution", r"\b(?:contribution|submission)\b.{0,60}\b(?:team|panel|participat\w+|member)\b"),
    ("list", r"\b(?:designat\w+|specially designated|sanctions list|SDN)\b"),
    ("report", r"\b(?:executive summary|panel of experts|final report|this report|findings of the)\b"),
    ("statement", r"\b(?:statement by|press release|spokes(?:man|woman|person)|for immediate release|ministry of)\b"),
    ("press", r"\(Reuters\)|\(AP\)|^\s*by\s+[A-Z]|\bsaid on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
)  # fmt: skip
_DRAFT = re.compile(
    r"^(?:microsoft word|untitled|document\d*$)|\.(?:docx?|indd|qxd|pdf|pptx?|odt|rtf|tex|dvi)$",
    re.IGNORECASE,
)
HEAD = 1500


def proposals(
    text: str, name: str, meta: dict[str, Detail], skip: tuple[Region, ...] = ()
) -> dict[str, Detail]:
    """Return proposals for what nobody stated: from the file's own metadata first, then text, then its name."""
    found: dict[str, Detail] = {}
    lines = _head_lines(text, skip)
    stem = PurePosixPath(name).stem
    day = _day(lines, stem)
    if day is not None:
        found["published"] = day
    byline = next((m for line in lines[:6] if (m := _BYLINE.match(line))), None)
    dateline = next((m for line in lines[:6] if (m := _DATELINE.match(line))), None)
    if dateline is not None and dateline["agency"]:
        found["publisher"] = _proposed(dateline["agency"], "the dateline")
    elif byline is not None:
        found["publisher"] = _proposed(f"byline:{byline['name']}", "the byline")
    language = language_of(text)
    if language is not None:
        found["language"] = _proposed(language, "script and commonest words")
    kind = _kind(text)
    if kind is not None:
        found["kind"] = kind
    headed = next((text[region.start : region.end] for region in skip if region.kind == "title"), "")
    if headed:
        found["title"] = _proposed(headed, "the largest line of the first page")
    elif lines and len(lines[0]) <= 160 and not _BYLINE.match(lines[0]):
        found["title"] = _proposed(lines[0].lstrip("# ").strip(), "the first line")
    weak = {field for field, detail in meta.items() if field in found and _weak(field, detail, found[field])}
    return {**found, **{field: detail for field, detail in meta.items() if field not in weak}}


def _weak(field: str, said: Detail, seen: Detail) -> bool:
    """Return whether what a file says of itself counts less than what its text shows.

    A PDF's day of making is not its day of publication; its title is often the name of a draft; a page's language is often
    its template's, while a script cannot be mistaken.
    """
    if field == "published":
        return said.where.startswith("the PDF's")
    if field == "title":
        return bool(_DRAFT.search(said.value or ""))
    return field == "language" and seen.value in ("ko", "ja", "zh", "ru", "uk")


def _head_lines(text: str, skip: tuple[Region, ...]) -> list[str]:
    """Return the first lines of the text proper: no running heads, page numbers, notes."""
    gone = [
        (r.start, r.end)
        for r in skip
        if r.kind in ("running head", "running foot", "page number", "footnote", "furniture")
    ]
    found: list[str] = []
    start = 0
    for line in text[: HEAD + max((end for begin, end in gone if begin == 0), default=0)].splitlines(
        keepends=True
    ):
        if any(sign.isalnum() for sign in line) and not any(a <= start < b for a, b in gone):
            found.append(line.strip())
        start += len(line)
    return found


def _proposed(value: str, where: str) -> Detail:
    return Detail(" ".join(value.split())[:300], "proposed", where)


def _kind(text: str) -> Detail | None:
    head = text[:HEAD]
    for kind, pattern in _KINDS:
        match = re.search(pattern, head, re.IGNORECASE | re.MULTILINE)
        if match is not None:
            return _proposed(kind, f"the words “{' '.join(match.group().split())[:60]}”")
    return None


def _day(lines: list[str], stem: str) -> Detail | None:
    for line in lines[:8]:
        dateline = _DATELINE.match(line)
        match = _DAY_LINE.search(dateline.group() if dateline else line)
        if match is not None and (dateline is not None or len(line) <= 90):
            for when in times(match.group(), None):
                if when.first is not None and when.first == when.last:
                    where = "the dateline" if dateline else "a day at the head of the text"
                    return _proposed(when.first.isoformat(), where)
    named = _NAMED_DAY.search(stem)
    if named is not None:
        try:
            day = dt.date(int(named["y"]), int(named["m"]), int(named["d"]))
        except ValueError:
            return None
        return _proposed(day.isoformat(), "the file's name")
    return None
