"""Records: papers and pictures that have, list or place a thing, and whose word that is: "port records put her in Dalian"."""

from embargo.claims.anonymous import RECORDS, is_record
from embargo.claims.attribution import Voice
from embargo.claims.grammar import ADVERBS, AUXILIARIES, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import Phrase, before, owner
from embargo.claims.tellers import speaks_for_itself, teller

# What papers and pictures do with what they hold, of one of them, of several, and in the past.
_OF_ONE, _OF_SEVERAL, _THEN = words("one_record_tells"), words("records_tell"), words("records_told")
# Words for them that go with either.
_EITHER = frozenset({"data", "footage", "imagery", "papers", "correspondence", "paperwork", "entries"})
# What may stand behind the paper and still describe it: "obtained by the Panel", "that we have seen", "of 14 April".
_DESCRIBING = words("describing_papers")
_SAYING = frozenset(
    {
        "name",
        "names",
        "named",
        "give",
        "gives",
        "gave",
        "state",
        "states",
        "stated",
        "describe",
        "describes",
        "described",
    }
)
_HAVING = frozenset({"have", "has", "had"})
_HELPED = AUXILIARIES | ADVERBS | {"to"}
_NO_VERB_AFTER = frozenset({"to", "that", "which", "who", "we", "they", "i", "you", "he", "she"})
# So many words describe a paper at most, and so many lie between "by" and the name of who keeps it.
_DESCRIBED, _NEAR = 22, 6
_BARE = frozenset({"the", "these", "those", "this", "that", "same", "its", "their"})
_TABLES = frozenset({"table", "tables", "release", "figures", "statistics", "returns", "bulletin"})
_SHOWING = [
    [verb + end] for verb in ("show", "list", "record", "put", "reveal", "indicate") for end in ("", "s")
]
_OURS = frozenset({"my", "our"})
_STOPS = frozenset({";", ":", "“", "”", '"'})


def by_records(scene: Scene, memory: Memory) -> list[Voice]:
    """Return the voices of papers and pictures: from their verb on, or all of the sentence that they are set apart in."""
    found: list[Voice] = []
    if memory.paper is None and RECORDS.isdisjoint(scene.held):
        return found
    for r, word in enumerate(scene.words):
        if memory.paper is not None and _goes_on(scene, r):
            # "They show imports of …": of the paper that the sentence before gives.
            again = Mark("party", word.start, word.end, r, r + 1, memory.paper.value, "call")
            found.append(Voice(again, 0 if r else 1, len(scene.words), scene.lows[r + 1], document=True))
        if not is_record(word.low):
            continue
        giver = _given_by(scene, r, memory)
        if giver is not None:
            found.append(Voice(giver, r, len(scene.words), word.low, document=True))
            continue
        verb = _telling(scene, r)
        speaker = _whose(scene, r, verb, memory) if verb is not None else None
        if verb is None or speaker is None:
            continue
        said = scene.lows[verb]
        if _set_apart(scene, owner(scene, r + 1).i, verb):
            found.append(Voice(speaker, 0, r, said, document=True))
        # "Her papers named Busan as the port of discharge": the paper says it, and nobody says it of the paper.
        begins = verb + (said in _SAYING)
        found.append(Voice(speaker, begins, len(scene.words), said, document=True))
    return found


def _given_by(scene: Scene, r: int, memory: Memory) -> Mark | None:
    """Return who hands over or puts out the paper at token r that shows the rest: "a Member State provided imagery of the ship"."""
    k = next((k for k in range(r - 1, max(-1, r - 4), -1) if scene.lows[k] in _HANDED), None)
    behind = scene.lows[r + 1 : r + 2]
    if k is None or k == 0 or behind not in (["of"], ["in"], ["on"], ["that"], ["showing"]):
        return None
    word = scene.words[k]
    phrase = before(scene, Mark("speech", word.start, word.end, k, k + 1, "provide", "past"))
    if phrase is None or speaks_for_itself(scene, phrase, memory):
        return None
    return teller(scene, phrase, memory, strong=True)


_HANDED = words("handing_over_papers")


def _goes_on(scene: Scene, r: int) -> bool:
    """Return whether a pronoun opens the sentence, or stands between commas, and does what papers do: "they show", "it lists"."""
    aside = r > 0 and scene.lows[r - 1] == "," and scene.lows[r + 2 : r + 3] in ([","], ["."])
    return (r == 0 or aside) and scene.lows[r] in ("they", "it") and scene.lows[r + 1 : r + 2] in _SHOWING


def _telling(scene: Scene, r: int) -> int | None:
    """Return the verb that the paper at token r is the subject of, past what describes the paper."""
    several = scene.lows[r].endswith("s")
    either = scene.lows[r] in _EITHER
    known = (_OF_SEVERAL if several or either else set()) | (_OF_ONE if either or not several else set())
    k = r + 1
    while k < len(scene.words) and scene.lows[k] in ADVERBS:
        k += 1
    if k >= len(scene.words):
        return None
    if scene.lows[k] in known | _THEN and _finite(scene, k):
        return k
    if scene.lows[k] not in _DESCRIBING and not scene.lows[k].endswith("ed"):
        return None
    for k in range(r + 2, min(r + _DESCRIBED, len(scene.words))):
        low = scene.lows[k]
        if low in _STOPS:
            return None
        if (low in known or (low in _THEN and scene.lows[k - 1] == ",")) and _finite(scene, k):
            return k
    return None


def _finite(scene: Scene, k: int) -> bool:
    """Return whether the word is the verb itself and no helper: "the logs have her at anchor", not "have been lost"."""
    ahead = scene.lows[k - 1]
    dated = any(m.kind == "time" for m in scene.over(k - 1))  # "in May show"
    if ahead in _NO_VERB_AFTER or (ahead in AUXILIARIES and not dated and scene.lows[k] not in _THEN):
        return False
    if scene.lows[k] not in _HAVING or k + 1 >= len(scene.words):
        return True
    following = scene.lows[k + 1]
    helped = following in _HELPED or following.endswith("ed")
    return not helped and not any(
        m.i == k + 1 and m.form in ("past", "pp") for m in scene.of("verb", "speech")
    )


def _set_apart(scene: Scene, i: int, verb: int) -> bool:
    """Return whether the paper only backs what is said: "…, as the yard's invoices confirm", "…, import records show, …"."""
    ahead = scene.lows[i - 1] if i else ""
    last = verb + 1 + (scene.lows[verb + 1 : verb + 2] == ["out"])
    closes = last >= len(scene.words) or scene.lows[last] in (",", ".", ")", ";")
    return closes and ahead in ("as", ",", "(", "–", "—")


def _whose(scene: Scene, r: int, end: int, memory: Memory) -> Mark | None:
    """Return whose word the paper at token r is: who keeps, posted or handed it over, else the paper itself."""
    for k in range(r + 1, end - 1):
        if scene.lows[k] not in ("by", "from"):
            continue
        named = next((m for m in scene.of("party") if k < m.i <= k + _NEAR and m.j <= end), None)
        if named is None or named.form in ("pronoun", "call", "adjective", "group"):
            continue
        phrase = Phrase(k + 1, named.j, named.j)
        if "," not in scene.lows[k + 1 : named.i] and not speaks_for_itself(scene, phrase, memory):
            return teller(scene, phrase, memory, strong=True)
    phrase = owner(scene, r + 1)
    spoken_of = memory.paper or (memory.customs if scene.lows[r] in _TABLES else None)
    if spoken_of is not None and all(low in _BARE for low in scene.lows[phrase.i : r]) and phrase.i < r:
        # "the same release shows", "the tables have": of whom the text spoke of just before
        word = scene.words[r]
        return Mark("party", word.start, word.end, r, r + 1, spoken_of.value, "call")
    if scene.lows[phrase.i] in _OURS:
        return None  # "my own log has": who publishes it
    return teller(scene, Phrase(phrase.i, r + 1, end), memory, strong=True)
