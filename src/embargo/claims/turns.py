"""Turns: who speaks in a transcript: "MR. HALVORSEN: …", "Q: …" at the head of a line holds until the next such head."""

import re

from embargo.claims.marks import Mark
from embargo.claims.memory import Memory, Turn

_HEAD = re.compile(
    r"(?P<who>(?:MR|MS|MRS|DR|GEN|AMB|Mr|Ms|Mrs|Dr)\.?\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?|[A-Z][A-Z.’'-]{2,}(?:\s+[A-Z][A-Z.’'-]+){0,3}|Q|A)\s*:\s+(?=\S)"
)
_ASKING = frozenset({"Q", "QUESTION", "REPORTER", "JOURNALIST"})
_NO_TITLE = re.compile(r"^(?:MR|MS|MRS|DR|GEN|AMB|Mr|Ms|Mrs|Dr)\.?\s+")
# Who speaks but once in a transcript is no speaker of it: "OUR RATING: …".
_TURNS = 2
# Those who speak for the publisher itself.
_STAFF = frozenset(
    {
        "NEWSREADER",
        "ANCHOR",
        "PRESENTER",
        "HOST",
        "NARRATOR",
        "ANNOUNCER",
        "INTERVIEWER",
        "EDITOR",
        "VOICEOVER",
        "STUDIO",
    }
)
# Heads of lines that are no speakers.
_LABELS = frozenset({"NOTE", "SUBJECT", "FROM", "TO", "DATE", "RE", "CC", "URGENT", "SOURCE", "TITLE", "POSITION", "FLASH", "UPDATE"})  # fmt: skip


def turn_at(text: str, start: int, end: int, memory: Memory) -> int:
    """Note the speaker whose head opens the stretch, if it stands at the head of its line; return where the words begin."""
    at_line = start == 0 or text[text.rfind("\n", 0, start) + 1 : start].strip() == ""
    match = _HEAD.match(text, start, end) if at_line else None
    if match is None:
        return start
    who = match["who"]
    once = text.count(f"{who}:") < _TURNS and _NO_TITLE.match(who) is None and who not in ("Q", "A")
    if who in _LABELS or once:
        return start
    if who in _ASKING:
        memory.turn = Turn(Mark("party", *match.span("who"), -1, -1, "group:questioners", "named"), True)
    elif who == "A" or who in _STAFF:
        memory.turn = None
    else:
        name = _NO_TITLE.sub("", who).strip()
        value = f"entity:{name.title() if name.isupper() else name}"
        memory.turn = Turn(Mark("party", *match.span("who"), -1, -1, value, "named"), False)
    return match.end()
