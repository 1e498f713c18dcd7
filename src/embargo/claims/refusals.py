"""What says no deed though its words could: participles that qualify, headings, moods of the verb behind, verbs parted by "out"."""

import re

from embargo.claims.anonymous import is_record
from embargo.claims.clauses import Clause
from embargo.claims.grammar import ARTICLES, PREPOSITIONS
from embargo.claims.marks import Mark, Scene
from embargo.claims.rules import is_rule

_WITH_OUT = frozenset(
    {
        "carry",
        "set",
        "put",
        "turn",
        "find",
        "point",
        "give",
        "make",
        "take",
        "work",
        "lay",
        "sell",
        "hold",
        "run",
        "break",
        "come",
        "rule",
        "drive",
        "push",
        "flush",
        "wipe",
        "wear",
    }
)
_HALTING = frozenset({"<stop>", "<halt>"})
# So many words lie at most between "halt" and the noun of the deed that it ends.
_HALTED = 2
_ABOUT_IT = frozenset({"about", "whether", "if", "by", "why", "how"})
_ASKED = frozenset({"ask", "request", "seek"})
_PERFECT = frozenset({"has", "have", "had", "’ve", "'ve"})
# Verbs that set the mood of the verb after them, and say a deed only with a thing of their own.
_MOODS = frozenset(
    {"pledge", "promise", "offer", "consider", "weigh", "mull", "threaten", "prepare", "seek", "announce"}
)
_BEFORE_NOUNS = ARTICLES | PREPOSITIONS
# No verb stands right behind one of these: "the release of frozen assets".
_BEFORE_NO_VERB = PREPOSITIONS - {"to", "before", "after", "than", "as"}
_CREWS = frozenset(
    {"team", "teams", "party", "parties", "officer", "officers", "crew", "crews", "operation", "operations"}
)


def says_no_deed(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    """Return whether the trigger stands so that it tells nothing done, whatever its frames are."""
    following = scene.words[trigger.j].low if trigger.j < len(scene.words) else ""
    parted = following == "out" and trigger.value.split(">")[0].strip("<") in _WITH_OUT
    if parted or (trigger.value == "bring" and following == "down") or is_rule(scene, trigger, clause):
        return True  # "carried out", "brought down": other verbs than "carry" and "bring"
    heading = not scene.of("amount", "time", "speech") or trigger.form == "ing"
    if (trigger.kind == "noun" or trigger.form == "ing") and heading and is_heading(scene):
        return True
    if _attributive(scene, trigger, clause):
        return True
    if _of_a_record(scene, trigger):
        return True
    if trigger.value == "shoot" and following == "down":
        return True  # who shoots drones down uses none of them
    if trigger.value in _HALTING and (
        _governs(scene, trigger) or any(0 <= m.i - trigger.j <= _HALTED for m in scene.of("noun"))
    ):
        return True  # "stopped supplying", "halt all shipments" stop no ship
    if trigger.value in _MOODS and (following in ("to", "that") or _governs(scene, trigger)):
        return True
    if trigger.value in _ASKED and following in _ABOUT_IT:
        return True  # "Asked about the third line, the importer …"
    # "asked the allies to provide": the providing is the deed
    return trigger.value in _ASKED and _infinitive_after(scene, trigger, clause)


def _governs(scene: Scene, trigger: Mark) -> bool:
    """Return whether a gerund stands right behind the verb: "stopped supplying"."""
    return any(m.i == trigger.j and m.form == "ing" for m in scene.of("verb"))


def _attributive(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    """Return whether a participle only qualifies the noun behind it: "captured arms", "a boarding team"."""
    if trigger.kind != "verb" or trigger.j >= len(scene.words):
        return False
    if trigger.form == "ing" and scene.words[trigger.j].low in _CREWS:
        return True
    if trigger.form not in ("past", "pp") or trigger.j - trigger.i > 1:
        return False
    before = scene.words[trigger.i - 1].low if trigger.i > clause.i else ""
    helped = {word.low for word in scene.words[max(clause.i, trigger.i - 3) : trigger.i]} & _PERFECT
    if helped and trigger.value.split(">")[0].strip("<") != "forge":
        return False  # "have since drilled 150 recruits", "has run munitions from Rajin"
    if any(m.i <= trigger.i < m.j for m in scene.of("item")) or before in _BEFORE_NO_VERB:
        return True  # "the release of frozen assets": no verb stands right behind a preposition
    if before in ARTICLES and any(
        m.i == trigger.j and m.value.startswith("designation") for m in scene.of("item")
    ):
        return True  # "the property of the designated persons"
    if before in ("a", "an"):
        return True  # "seized a wounded rifleman"
    opens = trigger.i == clause.i == 0 and any(
        m.form in ("past", "s") and trigger.j < m.i < clause.j for m in scene.of("verb")
    )
    if not trigger.value.startswith("<") and not opens:
        return False
    leads = before == "" or before in _BEFORE_NOUNS or any(m.j == trigger.i for m in scene.of("amount"))
    return leads and any(m.i <= trigger.j + 1 and m.i >= trigger.j for m in scene.of("item"))


def _of_a_record(scene: Scene, trigger: Mark) -> bool:
    """Return whether a participle only says whence papers come: "customs entries, bought from a broker, show"."""
    k = trigger.i - 1 - (trigger.i > 0 and scene.lows[trigger.i - 1] == ",")
    following = scene.lows[trigger.j] if trigger.j < len(scene.lows) else ""
    papers = k >= 0 and is_record(scene.lows[k]) and not any(m.i <= k < m.j for m in scene.of("item"))
    return trigger.form in ("past", "pp") and papers and following in ("from", "by", "to")


# The number of a note behind the stop of a sentence: "… fish carrier.[2]"
_NOTE = re.compile(r"(?<=[.!?”\"])(?:\s?\[\d{1,3}\])+$")


def is_heading(scene: Scene) -> bool:
    """Return whether the line ends without a stop, as a heading does that only names its matter."""
    line = _NOTE.sub("", scene.text[scene.start : scene.end].rstrip())
    return line[-1:] not in ".!?:;…”\"'"


def _infinitive_after(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    return any(
        trigger.j < mark.i < clause.j and mark.form == "base" and scene.words[mark.i - 1].low == "to"
        for mark in scene.of("verb")
    )
