"""Speakers that no list knows and no name gives: records that show a thing, and somebody who tells it."""

import re

from embargo.claims.marks import Mark, Scene

# Records are witnesses of their own, and so is somebody without a name: the chain shows both.
_SHOWING = frozenset({"show", "indicate", "suggest", "reveal", "confirm", "list", "record", "document"})
_TELLING = frozenset(
    {"say", "tell", "recall", "write", "report", "add", "explain", "testify", "note", "claim"}
)
_RECORDS = re.compile(
    r"\b(?P<name>(?:[A-Za-z][a-z]+\s+){1,2}(?:data|records|imagery|images|ledgers|filings|documents|papers|photographs|pictures|logs))"
    r"(?:\s+(?:in|of|seen|reviewed|obtained)\s[\w\s]{0,40})?\s*$"
)
_SOMEBODY = re.compile(
    r"(?:^|[\s“\"(])(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Aa]nother)\s+(?P<name>[a-z]+(?:[ -][a-z]+){0,2}?)"
    r"(?:\s+(?:there|in|at|from|with|of)(?:\s+[\w-]+){0,4})?\s*$"
)


def recorded(scene: Scene, cue: Mark) -> Mark | None:
    """Return records that show a thing: "customs data show", "bank records in the file show"."""
    start = scene.words[max(0, cue.i - 8)].start
    match = _RECORDS.search(scene.text, start, cue.start) if cue.value in _SHOWING else None
    return _unlisted(scene, match) if match is not None else None


def somebody(scene: Scene, cue: Mark) -> Mark | None:
    """Return somebody without a name: "a foreman told us", "two shipping agents said"."""
    start = scene.words[max(0, cue.i - 8)].start
    match = _SOMEBODY.search(scene.text, start, cue.start) if cue.value in _TELLING else None
    return _unlisted(scene, match) if match is not None else None


def _unlisted(scene: Scene, match: re.Match[str]) -> Mark | None:
    at, stop = match.span("name")
    i, j = scene.token_at(at), scene.token_at(stop - 1) + 1
    if any(m.i < j and i < m.j for m in scene.marks if m.kind in ("party", "vessel", "time")):
        return None
    return Mark("party", at, stop, i, j, f"entity:{' '.join(match['name'].casefold().split())}", "named")
