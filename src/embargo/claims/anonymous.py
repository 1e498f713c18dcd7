"""Speakers that no list knows and no name gives: records that show a thing, and somebody who tells it."""

import re

from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene

# Records are witnesses of their own, and so is somebody without a name: the chain shows both.
_SHOWING = frozenset(
    {
        "show",
        "indicate",
        "suggest",
        "reveal",
        "confirm",
        "list",
        "record",
        "document",
        "find",
        "put",
        "name",
        "state",
        "describe",
        "say",
    }
)
_KEPT = "|".join(sorted(words("records_kept"), key=len, reverse=True))
_RECORDS = re.compile(
    rf"(?P<name>(?:[A-Za-z][\w’'-]*\s+){{0,3}}(?:{_KEPT}))\b"
    r"(?:,?\s+(?:in|of|for|from|by|on|seen|reviewed|obtained|bought|broadcast|published|posted|filed|kept|held|that|which|we|taken)\b[^.;“”]{0,70})?\s*$"
)
_SOMEBODY = re.compile(
    r"(?:^|(?<=[\s“\"(,]))(?P<name>(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Aa]nother|[Tt]he|[Ss]ome|[Oo]ther|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Oo]ur|[\w’'-]+[’']s)\s+"
    r"(?:[a-z]+(?:[ -][a-z]+){0,3}))"
    r"(?:\s+(?:there|in|at|from|with|of|on|for)(?:\s+[\w’'-]+){0,5})?(?:,?\s+(?:who|speaking|asked|reached|familiar|involved|close|quoted|himself|herself)\b[^.;“”]{0,60},?)?\s*,?\s*$"
)
_PEOPLE = words("people_who_tell")
_HEAD_SUFFIX = re.compile(r"(?:er|or|man|men|ist|woman|women|ian|cer)s?$")
_NO_PERSONS = words("no_persons")
_DETERMINER = re.compile(
    r"^(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Aa]nother|[Tt]he|[Ss]ome|[Oo]ther|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Oo]ur)\s+"
)


def recorded(scene: Scene, cue: Mark) -> Mark | None:
    """Return records that show a thing: "customs data show", "bank records in the file show", "a payment slip shows"."""
    if cue.value not in _SHOWING:
        return None
    start = scene.words[max(0, cue.i - 14)].start
    match = _RECORDS.search(scene.text, start, cue.start)
    return _unlisted(scene, *match.span("name")) if match is not None else None


def somebody(scene: Scene, cue: Mark) -> Mark | None:
    """Return somebody without a name: "a foreman told us", "two shipping agents said", "the broker, who …, told"."""
    start = scene.words[max(0, cue.i - 16)].start
    for match in _SOMEBODY.finditer(scene.text, start, cue.start):
        if tells(match["name"]):
            return _unlisted(scene, *match.span("name"))
    return None


def tells(name: str) -> bool:
    """Return whether the plain words name people who can tell: "two confidential sources", "the ship's captain"."""
    parts = [part for part in re.split(r"[\s]+", name.casefold()) if part]
    return any(
        part in _PEOPLE
        or (_HEAD_SUFFIX.search(part) is not None and len(part) > 4 and part not in _NO_PERSONS)
        for part in parts
    )


def behind(scene: Scene, cue: Mark) -> Mark | None:
    """Return who without a name stands behind "according to": "two confidential sources", "her captain", "the manifest"."""
    match = _BEHIND.match(scene.text, cue.end, scene.end)
    if match is None or not (tells(match["name"]) or re.search(rf"\b(?:{_KEPT})$", match["name"])):
        return None
    return _unlisted(scene, *match.span("name"))


_BEHIND = re.compile(
    r"\s+(?P<name>(?:[\w’'-]+\s+){0,4}?[a-z][\w-]+)(?=\s+(?:who|in|at|of|from|with|on|that|seen|reviewed|obtained|there|familiar)\b|\s*[,.;)”]|\s*$)"
)


def _unlisted(scene: Scene, at: int, stop: int) -> Mark | None:
    plain = _DETERMINER.sub("", scene.text[at:stop])
    at = stop - len(plain)
    i, j = scene.token_at(at), scene.token_at(stop - 1) + 1
    if i >= j or any(m.i < j and i < m.j for m in scene.marks if m.kind in ("party", "vessel", "time")):
        return None
    return Mark("party", at, stop, i, j, f"entity:{' '.join(plain.casefold().split())}", "named")
