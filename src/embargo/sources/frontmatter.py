"""What a Markdown file says of itself in the lines between two rules at its head."""

import re

from embargo.sources.days import day_of
from embargo.vocabulary import Detail

_FENCED = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_LINE = re.compile(r"^([A-Za-z_-]{2,20}):[ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE)
_NAMES = {
    "title": "title", "date": "published", "published": "published", "publisher": "publisher", "source": "publisher",
    "lang": "language", "language": "language",
}  # fmt: skip


def front_matter(text: str) -> tuple[int, dict[str, Detail]]:
    """Return where the text proper begins, and what the lines before it propose."""
    fenced = _FENCED.match(text)
    if fenced is None:
        return 0, {}
    found: dict[str, Detail] = {}
    for name, value in _LINE.findall(fenced.group(1)):
        field = _NAMES.get(name.casefold(), "")
        taken = _taken(field, value)
        if field and taken and field not in found:
            found[field] = Detail(taken, "proposed", f"the front matter ({name})")
    return fenced.end(), found


def _taken(field: str, value: str) -> str:
    if field == "published":
        return day_of(value) or ""
    if field == "language":
        return value[:2].casefold() if value[:2].isalpha() else ""
    return " ".join(value.split())[:300]
