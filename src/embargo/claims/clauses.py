"""Clauses: stretches of a sentence with a verb of their own, and what stands before and after that verb."""

import msgspec

from embargo.claims.finite import asked_for, is_only_verb
from embargo.claims.grammar import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene, once

RELATIVE = words("relatives")
_JOIN = words("joins")
PASSIVE = words("forms_of_be")
_PLURAL = frozenset({"were", "are", "have"})
_ARTICLES = words("articles")
# "all the", "both the", "about the", and the little words and signs that may stand before an article.
_BEFORE_ARTICLES = words("determiners") | {"“", '"', "‘", "only", "even", "also", "just", "half"}
# Phrases that open with one of these may stand in the passive: "have been killed or wounded".
_PARTICIPLES = words("participles")
_INTRANSITIVE = words("intransitives")
_ONLY_PAST = words("only_past")
# "handed over the tanks": this "over" belongs to its verb.
_BEFORE_OVER = words("before_over")
_FREE: dict[str, list[list[str]]] = {}
for _phrase in sorted(words("free_phrases")):
    _FREE.setdefault(_phrase.split()[0], []).append(_phrase.split())


# What is left of a thing, and words that count: "debris of a missile", "300 tonnes of fuel".
_REMAINS = words("remains")
_PARTS_OF_WHOLES = _REMAINS | words("shares")
_COUNTING, _ASSERTIONS = words("counting"), words("assertions")


# "Not so much as a screw has gone": no clause begins behind these.
_COMPARED = frozenset({"much", "such", "many", "far"})
# Only at these may a clause begin.
_PARTING = RELATIVE | _JOIN | PASSIVE | {"that", ";", ":", "—", "–"}
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "you"})
_PRONOUNS = words("pronouns") | _SUBJECTS | {"us", "me", "him"}


class Clause(msgspec.Struct):
    """A stretch of tokens with how it begins; `antecedent` is what a relative clause hangs on."""

    i: int
    j: int
    lead: str
    antecedent: Mark | None = None
    before: "Clause | None" = None


@once
def clauses(scene: Scene) -> list[Clause]:
    """Return the clauses of the sentence, in order, covering all its tokens."""
    words = scene.words
    begins: list[tuple[int, str]] = [(0, "root")]
    verbs = {k for mark in scene.of("verb", "speech", "phrase") for k in range(mark.i, mark.j)}
    named = {
        k
        for mark in scene.of("party", "item", "vessel", "place", "time", "amount")
        for k in range(mark.i, mark.j)
    }
    bracketed = _bracketed(scene)
    for k in _partings(scene):
        word, before = words[k], scene.lows[k - 1]
        if (
            before == ","
            and begins[-1][1] == "rel"
            and begins[-1][0] < k - 1
            and _set_off(scene, begins[-1][0])
        ):
            resumed = _resumed(scene, k, verbs)
            if resumed:
                begins.append((k, resumed))
                continue
        if word.low not in _PARTING or k in named:
            continue
        if word.low in (";", ":", "—", "–") and k not in bracketed:
            begins.append((k + 1, "root"))
        elif word.low in PASSIVE and begins[-1][1] == "rel" and before.endswith("ed") and k - 1 not in verbs:
            # "The missiles that Moscow wanted were launched": back to what the relative clause hangs on.
            begins.append((k, "back"))
        elif word.low in RELATIVE:
            begins.append((k, "rel"))
        elif word.low == "that":
            said = any(mark.j == k for mark in scene.of("speech", "cue")) or before in ("time", "day", ",")
            noun = _qualified(scene, k, verbs) or any(
                mark.j == k and mark.value != "statement"
                for mark in scene.of("item", "party", "vessel", "mean", "place")
            )
            told = any(mark.kind == "speech" and mark.j <= k for mark in scene.marks)
            said = said or _of_an_assertion(scene, k) or _wished(scene, k)
            begins.append((k, "comp" if said or (told and not noun) else "rel" if noun else "comp"))
        elif word.low in _JOIN and before not in _COMPARED and _verb_follows(scene, k + 1, verbs, word.low):
            begins.append((k, "and" if word.low in ("and", "but", "or") else "sub"))
    found: list[Clause] = []
    spans = [(i, lead) for i, lead in begins if i < len(words)]
    for number, (i, lead) in enumerate(spans):
        j = spans[number + 1][0] if number + 1 < len(spans) else len(words)
        if i >= j:
            continue
        clause = Clause(i, j, lead, None, found[-1] if found else None)
        if lead == "rel":
            clause.antecedent = _antecedent(scene, i)
        elif lead == "back" and found:
            clause.lead, clause.antecedent = "rel", found[-1].antecedent
        found.append(clause)
    return found


def _partings(scene: Scene) -> list[int]:
    """Return the tokens at which alone a clause may begin: words and signs that part clauses, and what stands behind a comma."""
    lows = scene.lows
    return [k for k in range(1, len(lows)) if lows[k] in _PARTING or lows[k - 1] == ","]


def _wished(scene: Scene, k: int) -> bool:
    """Return whether "that" leads in a wish: "proposed to the ministers that the bank be entered on the list"."""
    at = next((n for n in range(k + 2, min(k + 9, len(scene.lows))) if scene.lows[n] == "be"), None)
    return (
        at is not None
        and AUXILIARIES.isdisjoint(scene.lows[k + 1 : at])
        and "," not in scene.lows[k + 1 : at]
    )


def _of_an_assertion(scene: Scene, k: int) -> bool:
    """Return whether "that" tells what a claim says: "the claim of a member State that the dhow had delivered"."""
    noun = next((n for n in range(k - 1, max(-1, k - 8), -1) if scene.lows[n] in _ASSERTIONS), None)
    if noun is None or scene.lows[noun + 1] not in ("of", "from"):
        return False
    return any(mark.j == k and mark.i > noun for mark in scene.of("party"))


def _bracketed(scene: Scene) -> set[int]:
    """Return the tokens inside round brackets: "(IMO 9990123; flag: Comoros)" parts no clauses."""
    found: set[int] = set()
    if "(" not in scene.held:
        return found
    opened: int | None = None
    for k, word in enumerate(scene.words):
        if word.text == "(":
            opened = k
        elif word.text == ")" and opened is not None:
            found.update(range(opened, k))
            opened = None
    return found


def _qualified(scene: Scene, k: int, verbs: set[int]) -> bool:
    """Return whether "that" hangs on a thing with words of its own behind it: "launchers of 240 mm calibre that have gone"."""
    things = [m for m in scene.of("item") if 2 <= k - m.j <= _OF_ITS_OWN and m.value != "statement"]
    if not things:
        return False
    last = things[-1]
    return scene.words[last.j].low in ("of", "with") and not any(last.j <= n < k for n in verbs)


# So many words of its own a thing has at most before "that" goes on about it.
_OF_ITS_OWN = 5


def _set_off(scene: Scene, i: int) -> bool:
    """Return whether a relative clause is set off by a comma: ", which the US sanctioned in 2022,"."""
    return any(scene.words[k].low == "," for k in range(max(0, i - 2), i))


def _resumed(scene: Scene, k: int, verbs: set[int]) -> str:
    """Return how the sentence goes on after the comma that closes a relative clause: "back" to what it hangs on, "root"
    with a subject of its own, or "" where the clause goes on.
    """
    verb = next((m for m in scene.of("verb", "speech", "phrase") if m.i == k), None)
    if scene.words[k].low in AUXILIARIES or (verb is not None and verb.form in ("past", "s")):
        return "back"
    party = next((m for m in scene.of("party") if m.i - k in (0, 1)), None)
    if party is None:
        return ""
    following = range(party.j, min(party.j + 2, len(scene.words)))
    return "root" if any(n in verbs or scene.words[n].low in AUXILIARIES for n in following) else ""


def _verb_follows(scene: Scene, k: int, verbs: set[int], joiner: str) -> bool:
    words = scene.words
    if joiner in ("and", "but") and k > 1 and words[k - 2].low == ",":
        # ", and the chancellor promised …": a party with a verb of its own after it.
        party = next((m for m in scene.of("party") if m.i - k in (0, 1)), None)
        after = {party.j, party.j + 1} if party is not None else set()
        if after & (verbs | {m.i for m in scene.of("cue")}) or any(
            k < len(words) and words[k].low in AUXILIARIES for k in after
        ):
            return True
    if joiner in ("and", "but") and k < len(words) and words[k].low in _SUBJECTS:
        return True  # "… that moved the money, and I would expect": a clause with a subject of its own
    reach = 2 if joiner in ("and", "but", "or") else 7
    for at in range(k, min(k + reach, len(words))):
        low = words[at].low
        if any(m.kind == "amount" for m in scene.over(at)):
            continue  # the "to" of "5.8 to 6.5 million" leads no verb in
        if low == "may" and words[at].text[0].isupper():
            continue  # a month
        if at in verbs or low in AUXILIARIES:
            mark = next((m for m in scene.of("verb", "speech", "phrase") if m.i == at), None)
            if joiner == "with" and mark is not None and mark.value == "bound for":
                continue  # "a dhow with 2,000 rifles bound for Yemen"
            # "missiles and guns" is a list; "and shipped" is a verb; "and transfers" may be either.
            if (
                mark is not None
                and mark.kind == "verb"
                and mark.form in ("base", "s")
                and joiner in ("and", "or")
            ):
                return False
            if (
                joiner in ("before", "after", "with", "while", "when")
                and mark is None
                and low not in AUXILIARIES
            ):
                continue
            return True
        if joiner in ("and", "but", "or") and low not in ADVERBS:
            return False
        if low in (",", ";") or low in RELATIVE or low in _JOIN:
            return False
    return False


def _antecedent(scene: Scene, i: int) -> Mark | None:
    # "where" hangs on a place; "which" and "who" on a thing or party, though a place may stand nearer.
    kinds = ("place",) if scene.words[i].low == "where" else ("item", "party", "vessel")
    heads = [mark for mark in scene.of(*kinds) if mark.j <= i]
    if not heads:
        return None
    last = max(heads, key=lambda mark: mark.j)
    things = [mark for mark in heads if mark.kind == "item"]
    plural = scene.words[i].low == "which" and i + 1 < len(scene.words) and scene.words[i + 1].low in _PLURAL
    if plural and things and last.form in ("state", "metonym"):
        # "missiles to Russia, which were launched": one State is not many.
        return max(things, key=lambda mark: mark.j)
    # "shells for Russia last year, which …": the thing, not the name that stands nearer.
    return (
        last
        if i - last.j <= 1
        else max((m for m in heads if m.kind == "item"), key=lambda m: m.j, default=last)
    )


def preposition(scene: Scene, mark: Mark, floor: int) -> str:
    """Return the preposition that governs the mark, "" for none; looks no further back than token `floor`."""
    k = mark.i - 1
    closed = scene.words[mark.i].low in _ARTICLES
    while k >= floor:
        word = scene.words[k]
        if word.low == "between" and any(m.i == k + 1 for m in scene.of("amount")):
            k -= 1  # "between 10,000 and 12,000 men": a range, and no place between two
            continue
        here = [m for m in scene.over(k) if m is not mark]
        if word.low in ("’s", "'s"):
            owner = next((m for m in scene.of("party", "place") if m.j == k), None)
            if owner is not None and owner.i > floor:
                k = owner.i - 1  # "to Russia's Northern Fleet": whose it is stands between
                closed = closed or scene.words[owner.i].low in _ARTICLES
                continue
        inside = next((m for m in here if m.kind in ("amount", "adjective")), None)
        remains = word.low == "from" and k > floor and scene.words[k - 1].low in _REMAINS
        if (word.low == "of" and k > floor and _is_share(scene, k)) or remains:
            # "6,000 of the soldiers", "300 tonnes of fuel", "debris of a missile": a part stands where its whole does.
            k -= 1 if any(m.j == k for m in scene.of("amount")) else 2
            continue
        if inside is None and word.low in PREPOSITIONS:
            handed = word.low == "over" and k > 0 and scene.words[k - 1].low in _BEFORE_OVER
            if handed or _opens_free_phrase(scene, k):
                return ""
            # The little words of an amount ("at least", "over") govern nothing.
            return "such as" if word.low == "as" and k and scene.words[k - 1].low == "such" else word.low
        if word.low in _PRONOUNS and inside is None:
            return ""  # "In it the plant asks": what stands before a pronoun governs it alone
        if closed and inside is None and word.low not in _BEFORE_ARTICLES:
            # "In return the buyer", "received from its ally at least one": no noun stands before an article or a number
            # in one phrase with it.
            return ""
        closed = closed or word.low in _ARTICLES or (inside is not None and inside.kind == "amount")
        plain = word.text[0].isalpha() and word.low not in AUXILIARIES and word.low not in ("and", "or")
        blocked = any(m.kind in ("party", "item", "verb", "place", "time", "vessel", "speech") for m in here)
        if not (word.low in DETERMINERS or inside or (plain and not blocked) or word.low in ("“", '"', "‘")):
            return ""
        k -= 1
    return ""


def _is_share(scene: Scene, k: int) -> bool:
    """Return whether the "of" at token k ties a whole to an amount, a measure or a part of it."""
    low = scene.words[k - 1].low
    counted = any(m.j in (k, k - 1) for m in scene.of("amount"))
    return (
        any(m.j == k for m in scene.of("amount")) or (low in _COUNTING and counted) or low in _PARTS_OF_WHOLES
    )


def _opens_free_phrase(scene: Scene, k: int) -> bool:
    """Return whether the preposition at token k opens a phrase that governs nothing behind it: "in return the buyer"."""
    phrases = _FREE.get(scene.lows[k])
    return phrases is not None and any(scene.lows[k : k + len(phrase)] == phrase for phrase in phrases)


def is_passive(scene: Scene, verb: Mark) -> bool:
    """Return whether the verb stands in the passive: a form of "be" shortly before a participle, or before "under sanctions"."""
    participle = verb.kind == "phrase" and (
        scene.words[verb.i].low in _PARTICIPLES or scene.words[verb.i].low == "under"
    )
    if verb.form not in ("past", "pp") and not participle:
        return False
    k = verb.i - 1
    steps = 0
    while k >= 0 and steps < 4:
        low = scene.words[k].low
        if low in PASSIVE:
            return True
        if low in ("has", "have", "had", "’d", "’s", "'s"):
            return False
        if not (low.endswith("ly") or low in ADVERBS):
            return False
        k -= 1
        steps += 1
    return False


def _done_by(scene: Scene, verb: Mark, *, comma: bool) -> bool:
    """Return whether a party stands behind the "by" of a participle that a comma sets off: "the firm, itself listed by Japan, sold"."""
    itself = scene.lows[verb.i - 1] in ("itself", "himself", "herself", "themselves")
    start = verb.i - 1 - (itself and verb.i > 1 and scene.lows[verb.i - 2] == ",")
    named = any(m.j == start for m in scene.of("party", "vessel", "place") if m.kind != "place" or comma)
    doer = any(verb.j < m.i <= verb.j + 2 for m in scene.of("party"))
    return (comma or itself) and named and doer


def is_reduced(scene: Scene, verb: Mark) -> bool:
    """Return whether a participle hangs on the noun before it: "shells delivered by", "missiles sent to"."""
    lemma = verb.value.removeprefix("<").split(">")[0]
    if verb.form not in ("past", "pp") or verb.i == 0 or lemma in _INTRANSITIVE:
        return False
    if scene.lows[verb.i] in _ONLY_PAST:
        return False  # "gunners took delivery from": no participle
    following = scene.words[verb.j].low if verb.j < len(scene.words) else ""
    # "9,850 tonnes of coal, declared on 11 February as Russian": a comma may part them.
    comma = scene.words[verb.i - 1].low == ","
    if following == "by" and _done_by(scene, verb, comma=comma):
        return True
    noun = any(mark.j == verb.i - comma for mark in scene.of("item"))
    return noun and following in (
        "by",
        "to",
        "from",
        "aboard",
        "in",
        "into",
        "through",
        "abroad",
        "overseas",
        "on",
        "at",
        "as",
        "there",
        "here",
        "last",
    )


_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_OPENING_OBJECTS = _BEFORE_NOUNS | {"it", "them", "him", "her"}
_PREPOSITIONS_BUT_OF = PREPOSITIONS - {"of"}
# Before these a form that is a noun as well ("ships", "sanctions") is a verb.
_BEFORE_VERBS = words("before_verbs")


UNCHANGED = words("unchanged_verbs")


_ALSO_NOUNS = words("verbs_also_nouns")


def is_verb(scene: Scene, verb: Mark) -> bool:
    """Return whether a form that may be a noun ("ships", "sanctions", "shells") stands where a verb does."""
    before = scene.words[verb.i - 1].low if verb.i else ""
    if before == "." and any(m.j == verb.i - 1 and m.form == "firm" for m in scene.of("party")):
        return True  # "Kwangson Banking Corp. keeps an account"
    if verb.form == "past" and verb.value.strip("<>").split(">")[0] in UNCHANGED:
        return before not in _ARTICLES  # "a hit", "the cut"
    following = scene.words[verb.j].low if verb.j < len(scene.words) else ""
    if verb.form == "ing" and before in _ARTICLES and following in _PREPOSITIONS_BUT_OF:
        return False  # "the landing at Vanino"
    if verb.form not in ("base", "s"):
        # "two wounded riflemen", "40 seized missiles": between a number and its noun
        counts = verb.form != "ing" and any(m.j == verb.i for m in scene.of("amount"))
        return not (counts and any(m.i == verb.j for m in scene.of("item", "mean")))
    if verb.i == 0:
        return False
    stem = verb.value.strip("<").split(">")[0]
    if (
        verb.form == "s"
        and stem not in _ALSO_NOUNS
        and before not in _BEFORE_NOUNS
        and (before[-1:].isalnum() or before in (")", "”", '"', ",", "’s"))
    ):
        return True  # "the agency puts losses at", "Moscow sends"
    if before in ("and", "or", "not") and any(mark.i == verb.i for mark in scene.of("item")):
        return False  # "weapons and shells"
    if is_only_verb(scene, verb) or asked_for(scene, verb):
        return True
    if before in _BEFORE_VERBS or before.endswith("ly") or before in ("’d", "’ll"):
        return True
    following = scene.words[verb.j].low if verb.j < len(scene.words) else ""
    governs = following in _OPENING_OBJECTS or any(
        m.i == verb.j for m in scene.of("amount", "party", "place")
    )
    names = [*scene.of("party", "vessel", "place")]
    people = [mark for mark in scene.of("item") if mark.value.startswith(("personnel", "labour"))]
    counts = following in DETERMINERS or any(m.i == verb.j for m in scene.of("amount"))
    if counts and verb.form == "s" and any(m.j == verb.i for m in names):
        return True  # "China pumps some 500,000 tonnes", not "United Nations sanctions against"
    if any(mark.i <= verb.i < mark.j for mark in scene.of("item", "noun", "mean")):
        # "UN sanctions", "Russian ships": after a name these are nouns.
        return False
    one = verb.form == "base" and not before.endswith("s")  # "the largest drone attack of the war": a noun
    if governs and not one and any(m.j == verb.i for m in scene.of("item")):
        return True  # "drones hit it", "refined oil flows from", "shells reach our army"
    stands = before.isalpha() and before not in _BEFORE_NOUNS and (counts or following in DETERMINERS)
    if stands or (
        before.isalpha()
        and before not in _BEFORE_NOUNS
        and any(m.i == verb.j for m in scene.of("party", "vessel"))
    ):
        return True  # "landing ships carry 1,500 soldiers", "recommends that the Committee designate X"
    return any(mark.j == verb.i for mark in (*names, *people))
