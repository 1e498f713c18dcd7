"""Voices: who says it. Chains of attribution with bounded reach: a cue holds in its own sentence and no further."""

import re

from embargo.claims.anonymous import behind, recorded, somebody
from embargo.claims.attribution import Heard, Voice
from embargo.claims.clauses import is_passive, preposition
from embargo.claims.grammar import PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.subjects import listed

_OWN = words("own_names")
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_NAME = re.compile(r"(?:[Tt]he\s+)?[A-Z][\w’'.-]*(?:\s+(?:of|for|and|the|[A-Z][\w’'.-]*)){0,6}")
# Verbs of speech that take a party's own deeds as object as often as words; they voice only with "that" or quotes.
_WEAK = frozenset(
    {
        "put",
        "record",
        "show",
        "document",
        "describe",
        "observe",
        "recognise",
        "recognize",
        "find",
        "believe",
        "report",
        "note",
        "suggest",
        "indicate",
        "declare",
        "recall",
    }
)


_DENYING = frozenset({"deny", "reject", "dismiss", "refute"})


def hear(scene: Scene, memory: Memory) -> Heard:
    """Return who speaks in the sentence and how far each voice reaches."""
    heard = Heard([], [])
    for cue in scene.of("speech"):
        if cue.form == "phrase":
            _phrase(scene, cue, heard, memory)
        elif is_passive(scene, cue) or (cue.form in ("past", "pp") and _by_follows(scene, cue)):
            _passive(scene, cue, heard)
        elif cue.form == "ing":
            _going_on(scene, cue, heard)
        elif cue.form in ("past", "s", "base", "pp"):
            _active(scene, cue, heard, memory)
    if not heard.voices:
        _labelled(scene, heard, memory)
    return heard


def _labelled(scene: Scene, heard: Heard, memory: Memory) -> None:
    """Read "MSMT: DPRK sent …" and "… SENT TROOPS -SOUTH KOREA": a speaker before a colon or behind a last dash."""
    words = scene.words
    speakers = [m for m in scene.of("party", "unnamed") if m.kind == "unnamed" or m.form != "pronoun"]
    for mark in speakers:
        j = mark.j
        if j + 2 < len(words) and words[j].low == "(" and words[j + 2].low == ")":
            j += 3  # "Volga Trader (RU): …"
        quoted = j + 1 < len(words) and words[j + 1].text in '“"«'
        told = mark.form != "unlisted" or quoted or memory.digest
        if told and mark.i <= 2 and j < len(words) and words[j].low == ":":
            heard.voices.append(Voice(mark, j, len(words), "label"))
            return
    dash = next((k for k in range(len(words) - 1, 1, -1) if words[k].low in ("-", "–", "—")), None)
    if dash is None or len(words) - dash > 8 or any(m.i > dash for m in scene.of("verb", "item")):
        return
    behind = [m for m in speakers if m.i > dash]
    if behind and not any(m.i > dash for m in scene.of("amount")):
        heard.voices.append(Voice(behind[-1], 0, dash, "label"))


def _going_on(scene: Scene, cue: Mark, heard: Heard) -> None:
    """Read "…, adding that", "…, denying that": who has spoken last speaks on."""
    following = scene.words[cue.j].low if cue.j < len(scene.words) else ""
    before = scene.words[cue.i - 1].low if cue.i else ""
    if before == "," and heard.voices and (following == "that" or cue.value in _DENYING):
        last = heard.voices[-1]
        heard.voices.append(Voice(last.mark, cue.j, len(scene.words), cue.value, last.document))


def _by_follows(scene: Scene, cue: Mark) -> bool:
    following = [word.low for word in scene.words[cue.j : cue.j + 3]]
    return "by" in following[:2] or following[:2] in (["earlier", "by"], ["first", "by"])


def _passive(scene: Scene, cue: Mark, heard: Heard) -> None:
    """Read "findings were reported earlier by X", "first reported by X": carried, never a second source."""
    if cue.value not in ("report", "disclose", "reveal", "note", "document", "describe", "announce"):
        return
    for mark in scene.of("party"):
        if mark.i >= cue.j and preposition(scene, mark, cue.j) == "by" and mark.i - cue.j <= 6:
            heard.also.append(mark)
            return


def _phrase(scene: Scene, cue: Mark, heard: Heard, memory: Memory) -> None:
    speaker, document = _after(scene, cue, memory)
    if speaker is None:
        return
    inner = cue.value == "citing"
    heard.voices.append(Voice(speaker, 0, len(scene.words), cue.value, document, inner))


def _active(scene: Scene, cue: Mark, heard: Heard, memory: Memory) -> None:
    words = scene.words
    following = words[cue.j].low if cue.j < len(words) else ""
    opens = following in ("that", ",", ":", "“", '"') or cue.value not in _WEAK
    before = words[cue.i - 1].low if cue.i else ""
    if before in ("to", "of", "by", "for") or (
        cue.form == "base"
        and before not in ("they", "officials", "data", "media", "police")
        and not before.endswith("s")
    ):
        return
    speaker, document = _subject(scene, cue, memory)
    at_end = cue.i > 0 and _ends_statement(scene, cue, speaker)
    if speaker is None and at_end:
        speaker, document = _after(scene, cue, memory)
    # "China's customs recorded imports of …": a customs service's figures are what it says.
    records = cue.value in ("record", "show", "report", "register") and _customs(speaker)
    if speaker is None or not (opens or at_end or records):
        return
    if at_end:
        heard.voices.append(Voice(speaker, 0, min(speaker.i, cue.i), cue.value, document))
        if following in ("that", ","):
            # "…, he said, and a further 60 are to follow": what is cut in two by the cue is said as one.
            heard.voices.append(Voice(speaker, cue.j, len(words), cue.value, document))
    else:
        heard.voices.append(Voice(speaker, cue.j, _end_of_aside(scene, cue), cue.value, document))


def _end_of_aside(scene: Scene, cue: Mark) -> int:
    """Return where a voice ends: "Iran, which has denied sending drones, shipped …" says no more than its own clause."""
    aside = any(word.low in ("which", "who") for word in scene.words[max(0, cue.i - 3) : cue.i])
    commas = [k for k in range(cue.j, len(scene.words)) if scene.words[k].low == ","]
    return commas[0] if aside and commas else len(scene.words)


def _customs(speaker: Mark | None) -> bool:
    return speaker is not None and speaker.value.endswith(":customs")


def _ends_statement(scene: Scene, cue: Mark, speaker: Mark | None) -> bool:
    """Return whether the cue closes what was said before it: "…, the ministry said", "…,” X said"."""
    first = min(cue.i, speaker.i) if speaker is not None else cue.i
    k = first - 1
    named = {
        i for mark in scene.of("party", "item", "verb", "place", "vessel") for i in range(mark.i, mark.j)
    }
    if scene.words[k].low in ("’s", "'s"):
        # "the South's Joint Chiefs of Staff said": whose body it is stands before it.
        k = min((m.i for m in scene.of("party") if m.j == k), default=k) - 1
    while k >= max(0, first - 4) and k not in named and _qualifies_speaker(scene.words[k].low):
        k -= 1
    if k < 0 or scene.words[k].text not in (",", "”", '"', "’"):
        return False
    # A comma after an opening phrase ("On Monday, the ministry said") closes no statement.
    return any(mark.j <= k and mark.kind in ("verb", "phrase", "noun") for mark in scene.marks)


def _qualifies_speaker(word: str) -> bool:
    """Return whether the word may stand before a speaker: "two", "senior", "unnamed", "the"."""
    return word.isalpha() and word not in PREPOSITIONS and word not in ("and", "that", "which", "who")


def _subject(scene: Scene, cue: Mark, memory: Memory) -> tuple[Mark | None, bool]:
    best: Mark | None = None
    for mark in scene.of("party", "document"):
        if mark.j > cue.i or (mark.i and scene.words[mark.i - 1].low == "(" and mark.i > 1):
            continue  # "Brigadier Tyndall (Defence Force) said": what stands in brackets says nothing
        gap = scene.words[mark.j : cue.i]
        if mark.form == "person" and gap and gap[0].low in ("’s", "'s"):
            continue  # "Kim's sister claimed"
        relative = any(word.low in ("which", "who", "whose") for word in gap[:2])
        plain = all(word.text[0].isalpha() or word.text in (",", "’s", "'s", "(", ")") for word in gap)
        # A time between them ("the ministry said", "the ministry on Monday said") keeps nobody apart.
        dated = sum(min(m.j, cue.i) - m.i for m in scene.of("time") if mark.j <= m.i < cue.i)
        called = mark.form == "office" and all(word.low not in (",", "“", "”", ";", "that") for word in gap)
        near = (len(gap) - dated <= 5 and plain) or relative or (called and len(gap) <= 9)
        if near and (mark.kind == "document" or preposition(scene, mark, 0) in ("", "in")):
            # Of two who say it together the first is named.
            best = best if best is not None and listed(scene, best, mark) else mark
    if best is not None and best.kind == "document":
        return _document(scene, best, memory), True
    if best is not None:
        return best, False
    headed = _headed(scene, cue)
    if headed is not None:
        return headed, False
    unnamed = [m for m in scene.of("unnamed") if m.j <= cue.i and cue.i - m.j <= 8]
    if unnamed and not any(word.low in (";", "“", "”") for word in scene.words[unnamed[-1].j : cue.i]):
        return unnamed[-1], False
    if cue.i and scene.words[cue.i - 1].low in _PRONOUNS | {"also", "’s"}:
        pronoun = next(
            (w for w in reversed(scene.words[max(0, cue.i - 2) : cue.i]) if w.low in _PRONOUNS), None
        )
        if pronoun is not None and memory.speaker is not None:
            i = scene.token_at(pronoun.start)
            return Mark("party", pronoun.start, pronoun.end, i, i + 1, memory.speaker.value, "call"), False
    return _named(scene, cue) or recorded(scene, cue) or somebody(scene, cue), False


def _headed(scene: Scene, cue: Mark) -> Mark | None:
    """Return the body of "the deputy director of the ministry said": who speaks for it speaks as it."""
    for mark in scene.of("party"):
        gap = [word.low for word in scene.words[mark.j : cue.i]]
        opens = mark.i - 6 <= 0 or any(word.text in (",", "”") for word in scene.words[mark.i - 7 : mark.i])
        if (
            mark.j <= cue.i
            and opens
            and preposition(scene, mark, 0) in ("of", "for", "from")
            and len(gap) <= 12
            and "," not in gap
        ):
            return mark
    return None


def _named(scene: Scene, cue: Mark) -> Mark | None:
    """Return an unknown speaker with a capitalised name right before the verb."""
    start = scene.words[max(0, cue.i - 8)].start
    found = None
    for match in _NAME.finditer(scene.text, start, cue.start):
        if scene.text[match.end() : cue.start].strip() in ("", ","):
            found = match
    if found is None:
        return None
    name = found.group().strip()
    i, j = scene.token_at(found.start()), scene.token_at(found.end() - 1) + 1
    first = scene.words[i].low
    if (
        first in ("on", "in", "it", "he", "she", "they", "we", "at", "last", "this") and " " not in name
    ) or any(
        mark.i < j and i < mark.j and mark.kind in ("time", "party", "item", "noun") for mark in scene.marks
    ):
        return None
    shown = re.sub(r"^[Tt]he\s+", "", name)
    if shown.casefold() in _OWN:
        # "The Ministry estimates", in a ministry's own text: no speaker beside the publisher.
        return None
    return Mark("party", found.start(), found.start() + len(name), i, j, f"entity:{shown}", "named")


def _after(scene: Scene, cue: Mark, memory: Memory) -> tuple[Mark | None, bool]:
    for mark in scene.marks:
        if mark.i < cue.j:
            continue
        if mark.kind == "adjective" and mark.i - cue.j <= 1:
            # "according to Chinese figures": on the word of that State.
            return Mark("party", mark.start, mark.end, mark.i, mark.j, mark.value, "adjective"), False
        if mark.kind in ("party", "document") and mark.i - cue.j <= 6:
            gap = [word.low for word in scene.words[cue.j : mark.i]]
            if any(word in (",", ";", ".", "that") for word in gap):
                break
            if mark.kind == "document":
                return _document(scene, mark, memory), True
            return mark, False
        if mark.kind == "verb" and mark.i - cue.j <= 6:
            break
    plain = behind(scene, cue)
    if plain is not None:
        return plain, False
    following = scene.words[cue.j : cue.j + 6]
    names = [word for word in following if word.text[0].isupper()]
    if names:
        match = _NAME.match(scene.text, following[0].start, scene.end)
        if match is not None:
            i, j = scene.token_at(match.start()), scene.token_at(match.end() - 1) + 1
            shown = re.sub(r"^[Tt]he\s+", "", match.group().strip())
            return Mark("party", match.start(), match.end(), i, j, f"entity:{shown}", "named"), False
    return None, False


def _document(scene: Scene, mark: Mark, memory: Memory) -> Mark | None:
    """Return whose document "the report", "a report by X", "X's statement" is; None where it is unknown."""
    value = None
    start, i = mark.start, mark.i
    if i and scene.words[i - 1].low in ("the", "a", "an", "its", "their"):
        start, i = scene.words[i - 1].start, i - 1
    end, j = mark.end, mark.j
    if mark.form == "call":
        value = mark.value
    for party in scene.of("party"):
        owner = party.j <= mark.i and [w.low for w in scene.words[party.j : mark.i]] in (["’s"], ["'s"], [])
        by = party.i >= mark.j and [w.low for w in scene.words[mark.j : party.i]] in (
            ["by"],
            ["from"],
            ["of"],
            ["by", "the"],
        )
        if owner or by:
            value = party.value
            if by:
                end, j = party.end, party.j
            else:
                start, i = party.start, party.i
            break
    value = value or memory.report_of or (memory.speaker.value if memory.speaker else None)
    return Mark("party", start, end, i, j, value, "document") if value else None
