"""Turns: who speaks in a transcript: "MR. HALVORSEN: …", "Lee: …", "Q: …" at the head of a line holds until the next such head."""

import re
from collections import Counter

from embargo.claims.attribution import AFAR
from embargo.claims.marks import Mark
from embargo.claims.memory import Memory, Turn

_TITLE = r"(?:MR|MS|MRS|DR|GEN|AMB|SEN|REP|SIR|Mr|Ms|Mrs|Dr|Sir|Sen|Rep)\.?\s+"
_WORD = r"[A-Z][\w.’'-]*"
_HEAD = re.compile(
    rf"(?P<who>(?P<title>{_TITLE})?(?P<name>{_WORD}(?:[ ]{_WORD}){{0,4}}))(?:,[ ](?P<role>[A-Za-z]+)|[ ]\([^)\n]{{2,40}}\))?[ ]?:[ ]+(?=\S)"
)
_LINE = re.compile(rf"^{_HEAD.pattern}", re.MULTILINE)
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_ASKING = frozenset({"q", "question", "reporter", "journalist", "questions"})
# Those who speak for the publisher itself.
_STAFF = frozenset(
    {
        "newsreader",
        "anchor",
        "presenter",
        "host",
        "narrator",
        "announcer",
        "interviewer",
        "editor",
        "voiceover",
        "studio",
    }
)
# Heads of lines that are no speakers.
_LABELS = frozenset(
    {
        "note", "subject", "from", "to", "date", "re", "cc", "urgent", "source", "title", "position", "flash", "update", "claim",
        "verdict", "rating", "remarks", "photo", "image", "place", "contact", "name", "flag", "vessel", "cargo", "summary",
    }
)  # fmt: skip
# Who speaks but once is no speaker of a transcript, unless a name and nothing else stands there.
_TURNS = 2


def heads_of(text: str) -> frozenset[str]:
    """Return the heads of lines that are speakers of a transcript: heads that come again, in a text that asks something or says "I"."""
    found = [match for match in _LINE.finditer(text) if match["name"].split()[-1].casefold() not in _LABELS]
    spoken = any(
        _FIRST.search(text, match.end(), max(text.find("\n", match.end()), match.end())) for match in found
    )
    if "?" not in text and not spoken:
        return frozenset(match["who"] for match in found if match["title"])
    often = Counter(match["name"] for match in found)
    if not any(number >= _TURNS for number in often.values()):
        return frozenset(match["who"] for match in found if match["title"] or match["name"] in ("Q", "A"))
    return frozenset(
        match["who"]
        for match in found
        if match["title"] or often[match["name"]] >= _TURNS or match["role"] or len(match["name"].split()) > 1
    )


def turn_at(text: str, start: int, end: int, memory: Memory) -> int:
    """Note the speaker whose head opens the stretch, if it stands at the head of its line; return where the words begin."""
    if not memory.heads or (start > 0 and text[text.rfind("\n", 0, start) + 1 : start].strip()):
        return start
    match = _HEAD.match(text, start, end)
    if match is None or match["who"] not in memory.heads:
        if len(memory.heads) == 1 and memory.turn is not None and not memory.turn.asks:
            memory.turn = None  # an interview: what stands under no name is the interviewer's
        return start
    own = (memory.own or "").split(":")
    name, role = match["name"], (match["role"] or "").casefold()
    if role in _STAFF:
        memory.staff.add(name.split()[-1])
    if name.casefold() in _ASKING:
        memory.turn = Turn(Mark("party", *match.span("who"), AFAR, AFAR, "group:questioners", "named"), True)
    elif name == "A" or {name.casefold(), *own} & _STAFF or name.split()[-1] in memory.staff or name in own:
        memory.turn = None
    else:
        value = f"entity:{name.title() if name.isupper() else name}"
        memory.turn = Turn(Mark("party", *match.span("who"), AFAR, AFAR, value, "named"), False)
    return match.end()
