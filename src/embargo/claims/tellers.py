"""Tellers: the noun phrase before or behind a word of saying, and whom it names."""

import msgspec

from embargo.claims.anonymous import is_record, tells
from embargo.claims.clauses import preposition
from embargo.claims.grammar import ADVERBS, ARTICLES, AUXILIARIES, PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.subjects import listed
from embargo.claims.things import is_people
from embargo.language import Token
from embargo.vocabulary import state_of

_OWN, _HEADS, _MEDIA = words("own_names"), words("body_heads"), words("media")
_ORGANS, _PEOPLE, _OFFICERS = words("organs"), words("people_who_tell"), words("officers")
# Bodies that a State's own text speaks of as others.
_OTHERS = frozenset({"committee", "panel", "team", "group", "secretary", "secretariat"})
_OWNED = frozenset({"its", "their", "his", "her"})
_JOINS = words("joins") - {"with"}
_RELATIVE = frozenset({"who", "which", "whose", "that", "who’d", "who'd"})
_STOPS = _JOINS | {","}
_DETERMINERS = ARTICLES | {"my", "your"} | words("counts_of_people")
_STATED = frozenset({"of", "in", "at", "from", "for", "with", "on"})
_SELVES = frozenset({"we", "i", "us", "me", "you", "one", "there", "this", "that", "what", "nobody", "none"})
_MEANT = frozenset({"it", "he", "she", "they"})
_SIGNS = frozenset({";", ":", "“", "”", '"', "—", "–", "‘"})
_QUOTES = frozenset({"“", "”", '"', "‘"})
_AND = frozenset({"and", "or", "&"})
_POSSESSIVE = frozenset({"’s", "'s", "’"})
_INVERTED = frozenset({"that", "to", "on", "in", "whether", "if", "by"})
_MANY = frozenset(
    {"they", "people", "police", "data", "media", "men", "women", "customs", "footage", "staff"}
)
# So many words stand at most between a comma and the one that closes it, and in one noun phrase.
_INSERTED, _PHRASE, _DESCRIBED = 18, 14, 4


class Phrase(msgspec.Struct):
    """A noun phrase: its first token, the one after its head, and the one after what hangs on the head."""

    i: int
    head: int
    j: int


def before(scene: Scene, cue: Mark) -> Phrase | None:
    """Return the noun phrase that is the subject of the verb: "the ministry", "X, head of Y,", "brokers in Busan"."""
    k = _verb_group(scene, cue.i)
    floor = _floor(scene, k)
    last = scene.words[k - 1].low if k > floor else ""
    if last in ("and", "but"):
        # A quotation between the two verbs changes no subject: "called it “a tale” and denied that".
        return shared(scene, k - 1, _floor(scene, k, _SIGNS - _QUOTES))
    if last == ",":
        return _set_off(scene, k - 1, floor)
    return _subject(scene, k, floor)


def _subject(scene: Scene, k: int, floor: int) -> Phrase | None:
    """Return the noun phrase before token k, past a relative clause: "the lawmaker who had been in the room said"."""
    found = _ending(scene, k, floor)
    relative = next((n for n in range(k - 1, floor, -1) if scene.words[n].low in _RELATIVE), None)
    if relative is None or (
        found is not None and (found.i in (floor, relative + 1) or scene.words[found.i - 1].low in _STOPS)
    ):
        return found
    return _ending(scene, _verb_group(scene, relative - (scene.words[relative - 1].low == ",")), floor)


def behind(scene: Scene, cue: Mark) -> Phrase | None:
    """Return the noun phrase behind the verb that is its subject: "…, says a clerk in Busan", "“…,” said the envoy"."""
    i = cue.j
    if i >= len(scene.words) or scene.words[i].low in _INVERTED:
        return None
    head = i
    while head < len(scene.words) and head - i < _PHRASE and _nominal(scene, head):
        head += 1
    j = head
    while j < len(scene.words) and j - i < _PHRASE and (_nominal(scene, j) or scene.words[j].low in _STATED):
        j += 1
    return Phrase(i, head, j) if head > i else None


def _verb_group(scene: Scene, k: int) -> int:
    """Return where the verb's own words begin: "had also said", "on Monday said", "(Norway) said"."""
    while k > 0:
        word = scene.words[k - 1]
        time = next((m for m in scene.of("time") if m.i < k <= m.j), None)
        if time is not None:
            k = time.i
            k -= k > 0 and scene.words[k - 1].low in ("on", "in", "since", "at", "this", "last")
        elif word.low == ")":
            opens = next((n for n in range(k - 2, -1, -1) if scene.words[n].low == "("), None)
            if opens is None or opens == 0:
                return k
            k = opens
        elif word.low in AUXILIARIES or word.low in ADVERBS or word.low.endswith("ly"):
            k -= 1
        else:
            return k
    return k


def _floor(scene: Scene, k: int, signs: frozenset[str] = _SIGNS) -> int:
    """Return where the clause of the verb begins at the earliest: behind a stop, a quotation or what another verb says."""
    speech = {m.j for m in scene.of("speech", "cue")}
    for n in range(k - 2, -1, -1):
        low = scene.words[n].low
        if low in signs or (low == "that" and speech & {n, n - 1, n - 2}):
            return n + 1
    return 0


def _ending(scene: Scene, k: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends before token k, with what hangs on its head."""
    if k > floor and scene.words[k - 1].low in _MEANT | {"we", "i"}:
        return Phrase(k - 1, k, k)
    found = None
    i = k
    while i > floor and k - i < _PHRASE + 4:
        start = _phrase_start(scene, i, floor)
        if start == i:
            return None  # a preposition that hangs on no noun: "in the room"
        found = Phrase(start, i, k)
        if start <= floor or not _hangs(scene, start - 1):
            return found
        at = _before_participle(scene, start - 1, floor)
        if at <= floor:
            # "At his weekly briefing Mr Lee": the phrase opens the clause, who speaks stands at its end.
            return _last_name(scene, found)
        i = at
    return found


def _hangs(scene: Scene, k: int) -> bool:
    return scene.words[k].low in PREPOSITIONS


def _before_participle(scene: Scene, k: int, floor: int) -> int:
    """Return the end of what the preposition hangs on, past a participle: "entries bought from", "papers unsealed in"."""
    if k > floor and scene.words[k - 1].low.endswith(("ed", "ught", "een", "ast", "pt", "eld")):
        participle = scene.words[k - 1].text.islower() and k - 1 > floor
        return k - 1 if participle else k
    return k


def _phrase_start(scene: Scene, k: int, floor: int) -> int:
    """Return the first token of the plain noun phrase that ends before token k."""
    i = k
    while i > floor and _nominal(scene, i - 1):
        i -= 1
        named = any(m.i < i < m.j for m in scene.over(i) if m.kind in ("party", "unnamed"))
        before_it = scene.words[i - 1].low if i > floor else ""
        if scene.words[i].low in _DETERMINERS and not named and before_it not in ("all", "both", "half"):
            break  # but "State A" is a name
    return i


def _nominal(scene: Scene, k: int) -> bool:
    """Return whether the token may stand inside a noun phrase."""
    word = scene.words[k]
    here = scene.over(k)
    if any(m.kind in ("party", "unnamed", "document", "place", "vessel", "title") for m in here):
        return True
    if is_record(word.low):
        return True  # "trucking records", and no verb
    if any(m.kind == "time" for m in here) or word.low in AUXILIARIES or word.low in PREPOSITIONS | _JOINS:
        return False
    if word.low in _RELATIVE or word.low in ADVERBS or word.low in ("that", "to"):
        return False
    if any(m.kind in ("verb", "speech", "phrase") and m.form in ("past", "s", "fin") for m in here):
        return any(m.kind in ("item", "noun") for m in here) or word.low in ARTICLES
    inside = word.low == "&" or (word.low == "." and k + 1 < len(scene.words))
    return inside or word.text[0].isalnum() or word.low in _POSSESSIVE


def _last_name(scene: Scene, phrase: Phrase) -> Phrase | None:
    names = [m for m in scene.of("party", "unnamed") if phrase.i <= m.i and m.j == phrase.head]
    if names:
        return Phrase(names[-1].i, phrase.head, phrase.j)
    last = scene.words[phrase.head - 1]
    told = last.text.islower() and tells(last.low) and phrase.head - phrase.i > 1
    return Phrase(phrase.head - 1, phrase.head, phrase.j) if told else None


def shared(scene: Scene, k: int, floor: int) -> Phrase | None:
    """Return the subject that a second verb shares with the first: "lawmakers left the session and said"."""
    i = floor
    while i < k:
        word = scene.words[i]
        if word.low in PREPOSITIONS:
            # "In Seoul, lawmakers …", "In Seoul lawmakers …"
            comma = next((n for n in range(i, k) if scene.words[n].low == ","), None)
            if comma is None:
                return None
            i = comma + 1
            continue
        if word.low == "," or word.low in ADVERBS | _JOINS or not _nominal(scene, i):
            i += 1
            continue
        break
    head = i
    while head < k and _nominal(scene, head) and head - i < _PHRASE:
        head += 1
        if any(m.kind in ("party", "unnamed") and m.j == head for m in scene.over(head - 1)) or (
            tells(scene.words[head - 1].low) and scene.words[head - 1].text.islower()
        ):
            break
    return Phrase(i, head, head) if head > i else None


def _set_off(scene: Scene, comma: int, floor: int) -> Phrase | None:
    """Return whom words between commas describe: "Behrang, the airline's director, said", "its captain, Lee, said"."""
    commas = [n for n in range(floor + 1, comma) if scene.words[n].low == ","]
    close = comma
    for at, open_ in reversed(list(enumerate(commas))):
        if close - open_ > _INSERTED or not _inserted(scene, open_ + 1, close):
            return None
        close = open_
        if at and scene.words[commas[at - 1] + 1].low in _STATED:
            continue  # "X, of Hull, owner of a fleet, said"
        found, named = _subject(scene, _verb_group(scene, open_), floor), _ending(scene, comma, open_ + 1)
        name = named is not None and named.i == open_ + 1 and _is_name(scene, named)
        return named if name and found is not None and not _is_name(scene, found) else found
    return None


def _inserted(scene: Scene, i: int, j: int) -> bool:
    """Return whether the words between two commas only describe: no clause with a subject and a verb of its own."""
    first = scene.words[i].low
    if (
        first in _RELATIVE
        or first.endswith(("ed", "ing"))
        or first in ("for", "himself", "herself", "itself")
    ):
        return True
    finite = any(
        i <= m.i < j
        and m.form in ("past", "s")
        and scene.words[m.j].low not in ("by", "in", "at", "from", "on")
        for m in scene.of("verb", "speech")
    )
    return not finite and not any(scene.words[k].low in AUXILIARIES - {"to"} for k in range(i, j))


def _is_name(scene: Scene, phrase: Phrase) -> bool:
    return any(
        m.form in ("person", "unlisted", "body", "firm") and phrase.i <= m.i and m.j == phrase.head
        for m in scene.of("party")
    ) or all(scene.words[k].text[0].isupper() for k in range(phrase.i, phrase.head))


def owner(scene: Scene, k: int) -> Phrase:
    """Return the noun phrase before the possessive ending at token k: "an airline manager's"."""
    return Phrase(_phrase_start(scene, k, 0), k, k)


def is_plural(scene: Scene, phrase: Phrase) -> bool:
    """Return whether several are named, or what takes the verb of several: "brokers", "the police", "they"."""
    low = scene.words[phrase.head - 1].low
    joined = any(scene.words[k].low == "and" for k in range(phrase.i, phrase.head))
    return joined or low.endswith("s") or low in _MANY


def _opening(scene: Scene, phrase: Phrase, memory: Memory) -> Mark | None:
    """Return the people that the sentence opens with: "Traders in Busan doubt it: coal comes in, they tell us"."""
    opens = shared(scene, phrase.i, 0)
    if opens is None or opens.head > phrase.i or not tells(scene.words[opens.head - 1].low):
        return None
    return teller(scene, opens, memory, strong=False)


def speaks_for_itself(scene: Scene, phrase: Phrase, memory: Memory) -> bool:
    """Return whether the phrase is the publisher's word for itself: "we", "the Panel"."""
    last = scene.words[phrase.head - 1]
    named = any(m.value == memory.own for m in scene.of("party") if phrase.i <= m.i and m.j == phrase.head)
    return named or last.low in ("we", "i") or _of_itself(last, memory)


def _of_itself(word: Token, memory: Memory) -> bool:
    """Return whether a word with a capital is the publisher's for itself: "the Panel" of a panel, "the Ministry" of a State."""
    if word.low not in _OWN or not word.text[0].isupper():
        return False
    own = (memory.own or "").casefold()
    return word.low[:6] in own or (memory.publisher is not None and word.low not in _OTHERS)


def teller(scene: Scene, phrase: Phrase, memory: Memory, *, strong: bool) -> Mark | None:
    """Return whom the phrase names as a mark, None for nobody; of two who do it together the first.

    `strong` where its verb is said of nothing but people and papers.
    """
    first = (
        phrase.i > 1 and scene.words[phrase.i - 1].low in _AND and scene.words[phrase.i].low in _DETERMINERS
    )
    beside = next((m for m in scene.of("party") if first and m.j == phrase.i - 1), None)
    opens = beside is not None and not any(m.i < beside.i for m in scene.of("verb", "speech"))
    listed_so = any(m.kind == "party" for m in scene.over(phrase.head - 1))
    if beside is not None and opens and not listed_so and preposition(scene, beside, 0) == "":
        return beside  # "Captain Lee and his mate"
    return _teller(scene, phrase, memory, strong=strong)


def _teller(scene: Scene, phrase: Phrase, memory: Memory, *, strong: bool) -> Mark | None:
    named = _party(scene, phrase)
    if named is not None and named.value.startswith("entity:"):
        state = _apposed(scene, named)
        named = (
            msgspec.structs.replace(named, value=f"{state}:{named.value.removeprefix('entity:')}")
            if state
            else named
        )
    if named is not None:
        return _of_somebody(scene, phrase, named) if named.value == "group:officials" else named
    last = scene.words[phrase.head - 1]
    if last.low in _MEANT:
        meant = (memory.means(last.low) or _opening(scene, phrase, memory)) if strong else None
        if meant is None:
            return None
        value = meant.value
        return Mark("party", last.start, last.end, phrase.head - 1, phrase.head, value, "call")
    if (
        last.low == "one"
        and scene.words[phrase.head : phrase.head + 1]
        and scene.words[phrase.head].low == "of"
    ):
        meant = memory.speaker  # "said one of the two": of those who spoke before
        return (
            Mark("party", last.start, last.end, phrase.head - 1, phrase.head, meant.value, "call")
            if meant
            else None
        )
    if last.low in _SELVES or scene.words[phrase.i].low == "our" or _of_itself(last, memory):
        return None
    return None if last.low in ARTICLES else _unlisted(scene, phrase, memory, strong=strong)


def _apposed(scene: Scene, name: Mark) -> str:
    """Return the State that words between commas beside a name give it: "Norway's minister, Espen Dahl, said"."""
    for mark in scene.of("party"):
        state = state_of(mark.value)
        ahead = mark.j == name.i - 1 and scene.words[mark.j].low == ","
        gap = [word.low for word in scene.words[name.j : mark.i]]
        behind_it = gap[:1] == [","] and len(gap) <= _DESCRIBED and not set(gap[1:]) & ({","} | _JOINS)
        if state and mark.form == "office" and (ahead or (behind_it and mark.i >= name.j)):
            return state
    return ""


def _party(scene: Scene, phrase: Phrase) -> Mark | None:
    inside = [m for m in scene.of("party", "unnamed") if phrase.i <= m.i and m.j <= phrase.head]
    if not inside:
        return None
    last = inside[-1]
    if last.kind == "unnamed" and len(inside) > 1 and inside[-2].j == last.i and state_of(inside[-2].value):
        # "a South Korean intelligence official"
        whose = inside[-2]
        value = f"{state_of(whose.value)}:officials"
        return Mark("party", whose.start, last.end, whose.i, last.j, value, "group")
    rest = [word.low for word in scene.words[last.j : phrase.head] if word.text[0].isalpha()]
    if rest and last.kind != "unnamed":
        # "UN experts", "Russia's farm lobby": people or a body of that party, not the party itself.
        state = state_of(last.value) or (last.value if ":" not in last.value else "")
        if state and not last.value.startswith("entity"):
            end = scene.words[phrase.head - 1].end
            value = f"{state}:{' '.join(rest)}"
            return Mark("party", last.start, end, last.i, phrase.head, value, "group")
        return last if last.form in ("body", "firm") else None
    if last.form == "unlisted" and last.i > phrase.i:
        # "Harbour Arms Tracker": one name, whatever its words mean.
        i = last.i
        while i > phrase.i and scene.words[i - 1].text[0].isupper():
            i -= 1
        start = scene.words[i].start
        name = " ".join(scene.text[start : last.end].split())
        return Mark("party", start, last.end, i, last.j, f"entity:{name}", "unlisted") if i < last.i else last
    # Of several who say it together the first is named: "Japan, South Korea and the United States said".
    joined = scene.words[last.i - 1].low in _AND or scene.words[max(0, last.i - 2)].low in _AND
    for mark in reversed([m for m in scene.of("party") if m.j <= last.i]) if joined else ():
        if not listed(scene, mark, last):
            break
        last = mark
    return last


def _unlisted(scene: Scene, phrase: Phrase, memory: Memory, *, strong: bool) -> Mark | None:
    """Return people, a body or papers that no list knows, with the State that stands behind or before them."""
    a, first = phrase.i, scene.words[phrase.i].low
    while a < phrase.head - 1 and scene.words[a].low in _DETERMINERS:
        a += 1
    name = scene.text[scene.words[a].start : scene.words[phrase.head - 1].end]
    head = scene.words[phrase.head - 1].low
    people = tells(head) or head in _MEDIA
    capital = scene.words[a].text[0].isupper() and (a > 0 or phrase.head - a > 1)
    determined = first in _DETERMINERS or capital
    if not (people or is_record(head) or head in _HEADS | _ORGANS or (strong and determined)):
        return None
    state = next(
        (
            m.nation or state_of(m.value) or ""
            for m in scene.of("adjective", "item")
            if a <= m.i and m.j <= phrase.head and (m.kind == "adjective" or is_people(m))
        ),
        "",
    )
    if not is_record(head):
        behind_it = _behind_head(scene, phrase)
        if behind_it is not None and ":" in behind_it.value and head in _OFFICERS:
            return behind_it  # "the deputy director of the ministry said": who speaks for it speaks as it
        state = state or (state_of(behind_it.value) or "" if behind_it is not None else "")
    if first in _OWNED and head in _ORGANS | _PEOPLE:
        state = _owner(scene, phrase, memory, anywhere=head in _ORGANS) or state
    return Mark(
        "party",
        scene.words[a].start,
        scene.words[phrase.head - 1].end,
        a,
        phrase.head,
        f"{state or 'entity'}:{_named(name, opens=a == 0)}",
        "named",
    )


def _named(name: str, *, opens: bool) -> str:
    """Return the name as it stands in a canonical id: in small letters where only the sentence gives it a capital."""
    parts = name.split()
    kept = any(part[0].isupper() for part in parts[1:]) or (parts[0][0].isupper() and not opens)
    return " ".join(parts) if kept else " ".join(parts).casefold()


def _of_somebody(scene: Scene, phrase: Phrase, unnamed: Mark) -> Mark:
    """Return the body or the State that an official without a name speaks for, where it stands behind him."""
    whose = _behind_head(scene, phrase)
    if whose is None:
        return unnamed
    if ":" in whose.value and whose.kind == "party" and scene.words[phrase.head - 1].low in _OFFICERS:
        return whose
    value = f"{state_of(whose.value)}:officials"
    return Mark("party", unnamed.start, unnamed.end, unnamed.i, unnamed.j, value, "group")


def _behind_head(scene: Scene, phrase: Phrase) -> Mark | None:
    """Return what says whose "a foreman in Vladivostok", "an official of the ministry" is."""
    for mark in scene.of("party", "place"):
        inside = phrase.head < mark.i and mark.j <= phrase.j
        if inside and state_of(mark.value) and preposition(scene, mark, phrase.head) in _STATED:
            return mark
    return None


def _owner(scene: Scene, phrase: Phrase, memory: Memory, *, anywhere: bool) -> str:
    """Return whose "its envoys", "their commander" are: the State named before them; of another sentence for its organs alone."""
    named = [state_of(m.value) for m in scene.of("party") if m.j <= phrase.i]
    known = [state for state in named if state]
    if known:
        return known[-1]
    return (state_of(memory.subject.value) or "") if anywhere and memory.subject is not None else ""
