"""Phrases: the noun phrase before or behind a verb that is its subject, whatever stands between them."""

import msgspec

from embargo.claims.anonymous import is_record, tells
from embargo.claims.grammar import ADVERBS, ARTICLES, AUXILIARIES, PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene

JOINS = words("joins") - {"with"}
# What may open a phrase about people, as an article does.
DETERMINING = ARTICLES | {"my", "your"} | words("counts_of_people")
# Prepositions behind a head that say where it belongs: "a foreman in Nakhodka".
BELONGING = frozenset({"of", "in", "at", "from", "for", "with", "on"})
PRONOUNS = frozenset({"it", "he", "she", "they"})
_RELATIVE = frozenset({"who", "which", "whose", "that", "who’d", "who'd"})
_STOPS = JOINS | {","}
_SIGNS = frozenset({";", ":", "“", "”", '"', "—", "–", "‘"})
_QUOTES = frozenset({"“", "”", '"', "‘"})
_STOPPING_SIGNS = _SIGNS - _QUOTES
_SPEAKING_PRONOUNS = PRONOUNS | {"we", "i"}
_NO_NOUNS = AUXILIARIES | PREPOSITIONS | JOINS
_BETWEEN = ADVERBS | JOINS
_HELPING = AUXILIARIES - {"to"}
_POSSESSIVE = frozenset({"’s", "'s", "’"})
_INVERTED = frozenset({"that", "to", "on", "in", "whether", "if", "by"})
_MANY = frozenset(
    {"they", "people", "police", "data", "media", "men", "women", "customs", "footage", "staff"}
)
# So many words stand at most between a comma and the one that closes it, and in one noun phrase.
_INSERTED, _PHRASE = 18, 14


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
        return shared(scene, k - 1, _floor(scene, k, _STOPPING_SIGNS))
    if last == ",":
        return _set_off(scene, k - 1, floor)
    return _subject(scene, k, floor)


def _subject(scene: Scene, k: int, floor: int) -> Phrase | None:
    """Return the noun phrase before token k, past a relative clause: "the envoy who had read the file said"."""
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
    while (
        j < len(scene.words) and j - i < _PHRASE and (_nominal(scene, j) or scene.words[j].low in BELONGING)
    ):
        j += 1
    return Phrase(i, head, j) if head > i else None


def _verb_group(scene: Scene, k: int) -> int:
    """Return where the verb's own words begin: "had also said", "on Monday said", "(Norway) said"."""
    while k > 0:
        word = scene.words[k - 1]
        time = next((m for m in scene.of("time") if m.i < k <= m.j), None)
        if time is not None:
            k = time.i
            k -= k > 0 and scene.words[k - 1].low in ("on", "in", "since", "at", "this", "last", "for", "of")
        elif word.low == ")":
            opens = next((n for n in range(k - 2, -1, -1) if scene.words[n].low == "("), None)
            if opens is None or opens == 0:
                return k
            k = opens
        elif word.low in AUXILIARIES or word.low in ADVERBS or word.low.endswith("ly"):
            k -= 1
        elif word.low in _QUOTES and k > 1 and scene.lows[k : k + 1] and scene.lows[k] in AUXILIARIES:
            k -= 1  # "said that the company “has sold nothing”"
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
    if k > floor and scene.words[k - 1].low in _SPEAKING_PRONOUNS:
        return Phrase(k - 1, k, k)
    found = None
    i = k
    while i > floor and k - i < _PHRASE + 4:
        start = _phrase_start(scene, i, floor)
        if start == i == k and i - 1 > floor and any(m.form == "s" for m in scene.over(i - 1)):
            # "Telegram channels say": before one verb no other stands, be "channels" one elsewhere.
            start = _phrase_start(scene, i - 1, floor)
        if start == i:
            return None  # a preposition that hangs on no noun: "in the room"
        found = Phrase(start, i, k)
        if start <= floor or not _hangs(scene, start - 1) or backs(scene, start):
            return found
        at = _before_participle(scene, start - 1, floor)
        if at <= floor:
            # "At his third hearing Mr Lee": the phrase opens the clause, who speaks stands at its end.
            return _last_name(scene, found)
        i = at
    return found


def backs(scene: Scene, i: int) -> bool:
    """Return whether the "as" of a clause that only backs what is said stands before token i: "…, as the ministry confirmed"."""
    return (
        i > 0 and scene.lows[i - 1] == "as" and (i == 1 or scene.lows[i - 2] in (",", "(", "–", "—", "and"))
    )


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
        if scene.words[i].low in DETERMINING and not named and before_it not in ("all", "both", "half"):
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
    if any(m.kind == "time" for m in here) or word.low in _NO_NOUNS:
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
    """Return the subject that a second verb shares with the first: "ministers left the hall and said"."""
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
        if word.low == "," or word.low in _BETWEEN or not _nominal(scene, i):
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
    """Return whom words between commas describe: "Dahl, the bank's director, said", "its captain, Lee, said"."""
    commas = [n for n in range(floor + 1, comma) if scene.words[n].low == ","]
    close = comma
    for at, open_ in reversed(list(enumerate(commas))):
        if close - open_ > _INSERTED or not _inserted(scene, open_ + 1, close):
            return None
        close = open_
        if at and scene.words[commas[at - 1] + 1].low in BELONGING:
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
    dated = {k for m in scene.of("time") for k in range(m.i, m.j)}  # "in a letter of 2 May"
    helping = (k for k in range(i, j) if scene.words[k].low in _HELPING)
    return not finite and all(k in dated for k in helping)


def _is_name(scene: Scene, phrase: Phrase) -> bool:
    return any(
        m.form in ("person", "unlisted", "body", "firm") and phrase.i <= m.i and m.j == phrase.head
        for m in scene.of("party")
    ) or all(scene.words[k].text[0].isupper() for k in range(phrase.i, phrase.head))


def owner(scene: Scene, k: int) -> Phrase:
    """Return the noun phrase before the possessive ending at token k: "a harbour pilot's"."""
    return Phrase(_phrase_start(scene, k, 0), k, k)


def is_plural(scene: Scene, phrase: Phrase) -> bool:
    """Return whether several are named, or what takes the verb of several: "brokers", "the police", "they"."""
    low = scene.words[phrase.head - 1].low
    joined = any(scene.words[k].low == "and" for k in range(phrase.i, phrase.head))
    return joined or low.endswith("s") or low in _MANY
