"""Voices: who says it. Chains of attribution with bounded reach: a cue holds in its own sentence and no further."""

import msgspec

from embargo.claims.anonymous import is_record
from embargo.claims.attribution import Heard, Voice
from embargo.claims.clauses import is_passive, preposition
from embargo.claims.grammar import ARTICLES, AUXILIARIES, PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import Phrase, backs, before, behind, is_plural, owner, shared
from embargo.claims.records import by_records
from embargo.claims.relays import COUNTING, backing, in_brackets, quoted
from embargo.claims.tellers import several, teller

_ACCOUNTS, _SOURCE = words("accounts"), frozenset({"source", "sources"})
_TELLING = _ACCOUNTS | _SOURCE
_OPENING_WORDS = 2
_LABEL = 8
_LEADING = frozenset({"by", "on", "in", "from"})
_OWNERS = {"its": "it", "his": "he", "her": "she", "their": "they"}
# Verbs of the eye: a witness tells by them; inside what another says the witness is only a part of it.
_SEEING = frozenset({"watch", "film", "photograph", "spot", "sight", "witness", "log", "track", "observe"})
_RECOUNTING = _SEEING | {"describe", "show", "list", "record", "reveal", "document", "indicate"}
# Verbs of telling somebody: who stands behind them hears it.
_ADDRESSING = frozenset({"tell", "inform", "notify", "assure", "ask", "remind", "advise", "warn"})
_BARE = frozenset({"the", "its", "their", "this", "that"})
_CLOSING = frozenset({",", "”", '"', "’"})
_OPENING = frozenset({"that", ",", ":", "“", '"'})
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
        "expect",
        "ask",
        "notify",
        "establish",
        "allow",
        "brag",
        "protest",
        "charge",
        "uncover",
        "volunteer",
        "watch",
        "film",
        "photograph",
        "spot",
        "sight",
        "witness",
        "log",
        "track",
    }
)


# "A spokeswoman would say only that": she says it.
_WOULD = frozenset({"would", "did", "does", "do", "can", "could", "will"})
# By what one answers, and not who.
_MEANS = words("means_of_answering")
_DENYING = frozenset({"deny", "reject", "dismiss", "refute"})


def hear(scene: Scene, memory: Memory) -> Heard:
    """Return who speaks in the sentence and how far each voice reaches."""
    heard = Heard(by_records(scene, memory), [])
    told = {voice.i for voice in heard.voices if voice.i}
    for cue in scene.of("speech"):
        if cue.i in told:
            continue
        if cue.form == "phrase":
            _phrase(scene, cue, heard, memory)
        elif is_passive(scene, cue) or (cue.form in ("past", "pp") and _by_follows(scene, cue)):
            _passive(scene, cue, heard)
        elif cue.form == "ing":
            _going_on(scene, cue, heard, memory)
        elif cue.form in ("past", "s", "base", "pp"):
            _active(scene, cue, heard, memory)
    if not heard.voices:
        heard.voices.extend(in_brackets(scene))
    if not heard.voices:
        _by_account(scene, heard, memory)
    if not heard.voices:
        _labelled(scene, heard, memory)
    return heard


def _by_account(scene: Scene, heard: Heard, memory: Memory) -> None:
    """Read "by a pilot's count", "in her view", "(source: the customs service)": a word for telling and whose it is."""
    if _TELLING.isdisjoint(scene.held):
        return
    for k, word in enumerate(scene.words):
        if (
            word.low in _SOURCE
            and 0 < k < len(scene.words) - 2
            and scene.words[k - 1].low == "("
            and scene.words[k + 1].low == ":"
        ):
            found = next((m for m in scene.of("party") if m.i - k <= 3 and m.i > k), None)
        elif word.low in _ACCOUNTS and k > 1:
            found = _whose(scene, k, memory)
        else:
            continue
        if found is not None:
            heard.voices.append(Voice(found, 0, len(scene.words), "account"))
            return


def _whose(scene: Scene, k: int, memory: Memory) -> Mark | None:
    """Return whose count or view the word at token k is: "by a pilot's count", "on its figures"."""
    word = scene.words[k - 1]
    if word.low in _OWNERS and scene.words[k - 2].low in _LEADING:
        meant = memory.means(_OWNERS[word.low])
        return Mark("party", word.start, word.end, k - 1, k, meant.value, "call") if meant else None
    if word.low not in ("’s", "'s", "’"):
        return None
    phrase = owner(scene, k - 1)
    led = phrase.head > phrase.i > 0 and scene.words[phrase.i - 1].low in _LEADING
    return teller(scene, phrase, memory, strong=True) if led else None


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
        if told and _opens_line(scene, mark.i) and j < len(words) and words[j].low == ":":
            heard.voices.append(Voice(mark, j, len(words), "label"))
            return
    colon = next((k for k in range(min(_LABEL, len(words))) if words[k].low == ":"), None)
    if colon and words[0].low in ARTICLES:
        # So lists begin: "a research group: up to 2,000 killed".
        named = teller(scene, Phrase(0, colon, colon), memory, strong=False)
        if named is not None and named.form == "named":
            heard.voices.append(Voice(named, colon, len(words), "label"))
            return
    dash = next((k for k in range(len(words) - 1, 1, -1) if words[k].low in ("-", "–", "—")), None)
    if dash is None or len(words) - dash > 8 or any(m.i > dash for m in scene.of("verb", "item")):
        return
    behind = [m for m in speakers if m.i > dash]
    if behind and not any(m.i > dash for m in scene.of("amount")):
        heard.voices.append(Voice(behind[-1], 0, dash, "label"))


def _opens_line(scene: Scene, i: int) -> bool:
    """Return whether next to nothing stands before token i, or only a day and a dash: "3 May – Oslo's coast guard: …"."""
    dated = {k for m in scene.of("time") for k in range(m.i, m.j)}
    return i <= _OPENING_WORDS or all(k in dated or not scene.words[k].text[0].isalnum() for k in range(i))


def _going_on(scene: Scene, cue: Mark, heard: Heard, memory: Memory) -> None:
    """Read "…, adding that", "…, accusing X of": who has spoken last, or acts in the sentence, speaks on."""
    following = scene.words[cue.j].low if cue.j < len(scene.words) else ""
    previous = scene.words[cue.i - 1].low if cue.i else ""
    if previous == "as":
        quoted(scene, cue, heard, memory)
        return
    if previous == "," and (following == "that" or cue.value in _DENYING | {"accuse"}):
        if heard.voices:
            last = heard.voices[-1]
            heard.voices.append(Voice(last.mark, cue.j, len(scene.words), cue.value, last.document))
            return
        phrase = shared(scene, cue.i - 1, 0)
    else:
        return
    speaker = teller(scene, phrase, memory, strong=True) if phrase is not None else None
    if speaker is not None:
        heard.voices.append(Voice(speaker, cue.j, len(scene.words), cue.value))


def _by_follows(scene: Scene, cue: Mark) -> bool:
    following = [word.low for word in scene.words[cue.j : cue.j + 3]]
    if not _MEANS.isdisjoint(following[1:]):
        return False  # "answered by e-mail": by no one
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
    following = _next(scene, cue)
    previous = words[cue.i - 1].low if cue.i else ""
    noun = is_record(words[cue.i].low) and any(m.i > cue.i for m in scene.of("speech"))
    reported = cue.value in _SEEING and any(v.i <= cue.i < v.j for v in heard.voices)
    if previous in ("to", "of", "by", "for") or noun or reported:
        return  # "bank records show": what is kept, and no verb
    phrase = before(scene, cue)
    inverted = phrase is None and previous in _CLOSING
    if inverted and cue.value not in _ADDRESSING:
        phrase = behind(scene, cue)
    alone = cue.form == "base" and previous not in _WOULD
    if phrase is None or (alone and not is_plural(scene, phrase)):
        return
    at_end = inverted or _ends_statement(scene, phrase, cue)
    strong = cue.value not in _WEAK or at_end or _to_somebody(scene, cue) or _at_an_amount(scene, cue)
    speaker, document = _told_by(scene, phrase, memory, strong=strong)
    if speaker is None and (following == "that" or (strong and at_end)):
        speaker = several(scene, phrase, memory)
    # "China's customs recorded imports of …": a customs service's figures are what it says.
    records = cue.value in ("record", "show", "report", "register") and _customs(speaker)
    # People and papers that no list knows do nothing but tell: "a clerk described 40 crates of crab coming in".
    found = cue.value == "find" and is_record(words[phrase.head - 1].low)
    recounts = found or cue.value in _RECOUNTING
    paper = is_record(words[phrase.head - 1].low)  # "Russian declarations described the goods as pumps"
    tells_only = speaker is not None and (speaker.form == "named" or paper) and recounts
    seen = cue.value in _SEEING and _sees_a_deed(scene, cue)
    if speaker is None or not (strong or following in _OPENING or records or tells_only or seen):
        return
    first = min(phrase.i, cue.i)
    if at_end:
        if backs(scene, phrase.i):
            backing(scene, cue, Voice(speaker, 0, len(words), cue.value, document), heard)
            return
        heard.voices.append(Voice(speaker, 0, first, cue.value, document))
        ends = max(phrase.j, cue.j)
        if inverted and ends < len(words) and words[ends].low == ",":
            # "…, say two clerks in Busan, the ship left": what goes on behind the speaker is theirs as well.
            heard.voices.append(Voice(speaker, ends, len(words), cue.value, document))
        elif following in ("that", ","):
            # "…, he said, and a further 60 are to follow": what is cut in two by the cue is said as one.
            heard.voices.append(Voice(speaker, cue.j, len(words), cue.value, document))
    else:
        # Who counts, puts or lists says so in that very word.
        begins = cue.i if cue.value in COUNTING else cue.j
        heard.voices.append(Voice(speaker, begins, _end_of_aside(scene, cue), cue.value, document))


def _sees_a_deed(scene: Scene, cue: Mark) -> bool:
    """Return whether what is seen does something: "the bureau tracked a tanker calling at Nampo"; not "spotted the dhow"."""
    return any(m.i > cue.j and m.form in ("ing", "base", "pp", "") for m in scene.of("verb", "phrase"))


def _next(scene: Scene, cue: Mark) -> str:
    """Return the word behind the verb, past the day on which it was said and the "that" behind that: "reported on Tuesday that"."""
    following = scene.lows[cue.j] if cue.j < len(scene.lows) else ""
    time = next((m for m in scene.of("time") if cue.j <= m.i <= cue.j + 1), None)
    dated = time is not None and (time.i == cue.j or following in PREPOSITIONS)
    return "that" if time is not None and dated and scene.lows[time.j : time.j + 1] == ["that"] else following


def _at_an_amount(scene: Scene, cue: Mark) -> bool:
    """Return whether the verb sets a figure: "puts the losses at 300", "put the figure between 40 and 60"."""
    if cue.value != "put":
        return False
    return any(
        m.i > cue.j
        and any(
            word.low in ("at", "between", "above", "below")
            for word in scene.words[max(cue.j, m.i - 3) : m.i + 1]
        )
        for m in scene.of("amount")
    )


def _to_somebody(scene: Scene, cue: Mark) -> bool:
    """Return whether the verb tells something: "reported to the Committee that", "asked whether", "expects X to send"."""
    following = [word.low for word in scene.words[cue.j : cue.j + 8]]
    if cue.value == "expect":
        return "to" in following[1:]
    if cue.value == "ask":
        return following[:1] in (["whether"], ["if"], ["why"], ["how"])
    if cue.value == "charge":
        return "with" in following
    told = following[:1] == ["to"] or cue.value in _ADDRESSING
    return told and "that" in following


def _told_by(scene: Scene, phrase: Phrase, memory: Memory, *, strong: bool) -> tuple[Mark | None, bool]:
    """Return who the phrase says, and whether it is a paper of theirs that says it."""
    paper = next((m for m in scene.of("document") if phrase.i <= m.i and m.j <= phrase.head), None)
    known = paper is not None and _document(scene, paper, memory)
    if known:
        return known, True
    return teller(scene, phrase, memory, strong=strong), False


def _end_of_aside(scene: Scene, cue: Mark) -> int:
    """Return where a voice ends: "Iran, which has denied sending drones, shipped …" says no more than its own clause."""
    aside = any(word.low in ("which", "who") for word in scene.words[max(0, cue.i - 3) : cue.i])
    commas = [k for k in range(cue.j, len(scene.words)) if scene.words[k].low == ","]
    return commas[0] if aside and commas else len(scene.words)


def _customs(speaker: Mark | None) -> bool:
    return speaker is not None and speaker.value.endswith(":customs")


def _ends_statement(scene: Scene, phrase: Phrase, cue: Mark) -> bool:
    """Return whether the phrase closes what was said before it: "…, the ministry said", "…,” X said"."""
    k = phrase.i - 1
    if backs(scene, phrase.i):
        return True
    if k < 0 or scene.words[k].text not in _CLOSING:
        return False
    if _opens_sentence(scene, k) and any(m.i >= cue.j for m in scene.of("verb")):
        return False  # "In a study handed to the Council, experts said that"
    # A comma after an opening phrase ("On Monday, the ministry said") closes no statement.
    return any(mark.j <= k and mark.kind in ("verb", "phrase", "noun") for mark in scene.marks)


def _after(scene: Scene, cue: Mark, memory: Memory) -> tuple[Mark | None, bool]:
    """Return who stands behind "according to", and whether it is a paper of theirs."""
    mark = next((m for m in scene.of("adjective") if 0 <= m.i - cue.j <= 1), None)
    if mark is not None:
        # "according to Chinese figures": on the word of that State.
        return Mark("party", mark.start, mark.end, mark.i, mark.j, mark.value, "adjective"), False
    phrase = behind(scene, cue)
    if phrase is None:
        return None, False
    found = _told_by(scene, phrase, memory, strong=True)
    maker = scene.words[phrase.head].low if phrase.head < len(scene.words) else ""
    if maker in ("by", "from") and (found[0] is None or found[0].form == "named"):
        # "according to tracing by the firm X"
        by = msgspec.structs.replace(cue, i=phrase.head, j=phrase.head + 1)
        return _after(scene, by, memory)
    return found


def _opens_sentence(scene: Scene, k: int) -> bool:
    """Return whether only a phrase that a preposition leads stands before token k, and no clause with a verb of its own."""
    opening = scene.words[:k]
    if (
        not opening
        or opening[0].low not in PREPOSITIONS
        or any(word.low in AUXILIARIES | {","} for word in opening)
    ):
        return False
    verbs = [m for m in scene.of("verb") if m.j <= k and m.form in ("past", "s")]
    return all(scene.words[m.j].low in PREPOSITIONS for m in verbs)


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
    if value is None and all(scene.words[k].low in _BARE for k in range(i, mark.i)):
        # "the report", with nothing that tells it from others: the one spoken of.
        value = memory.report_of or (memory.speaker.value if memory.speaker else None)
    return Mark("party", start, end, i, j, value, "document") if value else None
