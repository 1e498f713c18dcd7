"""Subjects: who stands before a verb, who is meant by a pronoun, and what an earlier clause hands on."""

from embargo.claims.anonymous import tells
from embargo.claims.clauses import Clause, preposition
from embargo.claims.grammar import ADVERBS, ARTICLES, AUXILIARIES, PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.things import is_people

_PRONOUNS = words("pronouns")
_CRAFT = words("vessel_heads") | words("further_craft")
# Behind a verb of saying no subject of the next verb: "said and did", "announced on Monday and sent".
_GOES_ON = _PRONOUNS | PREPOSITIONS | ADVERBS | AUXILIARIES | {"and", "but", "or", "that"}
_BEFORE_CRAFT = ARTICLES | {"small", "second"}
# Stands for "we" until a speaker is known.
WE = "we"


def subject_of(scene: Scene, trigger: Mark, clause: Clause, memory: Memory) -> tuple[list[Mark], bool]:
    """Return who stands before the trigger as its subject, and whether they were taken over from an earlier clause."""
    floor = clause.i + (clause.lead in ("sub", "and", "rel", "comp"))
    responsible = trigger.i > 1 and scene.words[trigger.i - 2].low in ("responsible", "blamed")
    if (
        trigger.form == "ing"
        and trigger.i
        and scene.words[trigger.i - 1].low in ("in", "of", "for", "from")
        and not responsible
    ):
        # "accused the firm of shipping": the firm; "for their role in moving": nobody that is named here.
        accused = [m for m in scene.of("party", "vessel") if m.j == trigger.i - 1]
        return (accused, False) if scene.words[trigger.i - 1].low != "in" else ([], False)
    if (
        trigger.i > 2
        and scene.lows[trigger.i - 1] == "having"
        and scene.lows[trigger.i - 2] in ("with", "of", "for")
    ):
        # "charged Pyongyang with having exported": Pyongyang, and not who charges it
        accused = [m for m in scene.of("party", "vessel") if m.j == trigger.i - 2]
        if accused:
            return accused, False
    if trigger.form == "ing" and (
        any(m.j == trigger.i for m in scene.of("mean")) or _hangs_on_noun(scene, trigger, clause)
    ):
        return [], False  # "observed Russian ships offloading": the ships, whose flag the cast takes up
    before = [
        mark
        for mark in scene.of("party", "item", "vessel")
        if clause.i <= mark.i
        and mark.j <= trigger.i
        and mark is not trigger
        and not (mark.kind == "item" and mark.value == "visa")
    ]
    heads: list[Mark] = []
    for mark in before:
        if heads and listed(scene, heads[-1], mark):
            heads.append(mark)
        elif (
            preposition(scene, mark, floor) == ""
            and not is_possessive(scene, mark)
            # A later noun phrase takes over: "the panel said Pyongyang sent".
            and (not heads or _verb_between(scene, heads[-1], mark))
        ):
            heads = [mark]
    if heads and _only_speaks(scene, heads[-1], trigger):
        heads = []
    if heads:
        return _beside(scene, heads, clause, memory) + heads, False
    pronoun = next((w for w in scene.words[clause.i : trigger.i] if w.low in _PRONOUNS), None)
    if pronoun is not None:
        meant = _meant(scene, pronoun.low, clause, memory)
        if meant is not None:
            i = scene.token_at(pronoun.start)
            return [Mark("party", pronoun.start, pronoun.end, i, i + 1, meant, "pronoun")], False
    return _taken_over(scene, trigger, clause, memory)


def _beside(scene: Scene, heads: list[Mark], clause: Clause, memory: Memory) -> list[Mark]:
    """Return the pronoun that acts beside a name: "he and Kim signed"."""
    i = heads[0].i - 2
    if i < clause.i or scene.words[i + 1].low != "and" or scene.words[i].low not in ("he", "she", "it"):
        return []
    word = scene.words[i]
    meant = _meant(scene, word.low, clause, memory)
    return [Mark("party", word.start, word.end, i, i + 1, meant, "pronoun")] if meant is not None else []


def _taken_over(scene: Scene, trigger: Mark, clause: Clause, memory: Memory) -> tuple[list[Mark], bool]:
    """Return the subject that a clause with none of its own has from what it hangs on or follows, and whether there is one."""
    if clause.lead == "rel" and clause.antecedent is not None and scene.words[clause.i].low != "where":
        return [clause.antecedent], True
    if clause.i == 0 and trigger.i <= 2 and memory.lead_subject is not None:
        # An item of a list that opens with its verb: "… found that the DPRK:" "• transferred …"
        return [memory.lead_subject], True
    if clause.lead == "comp" and scene.words[clause.i].low == "that":
        # "designated ships that bring arms": whoever designates brings none; the ships are nobody that is known here.
        return [], False
    if clause.lead in ("and", "sub", "comp") and clause.before is not None:
        earlier = _main_subject(scene, clause.before, memory)
        if earlier:
            return earlier, True
    return [], False


def _only_speaks(scene: Scene, head: Mark, trigger: Mark) -> bool:
    """Return whether who stands before a verb of speech only says it: in "S. Korea says Northerners sent guns" it sent none."""
    speech = next(
        (m for m in scene.of("speech") if head.j <= m.i <= head.j + 1 and m.form in ("s", "past")), None
    )
    if speech is None or trigger.form not in ("past", "s") or speech.j >= trigger.i:
        return False
    between = [word for word in scene.words[speech.j : trigger.i] if word.text[0].isalnum()]
    return bool(between) and between[0].low not in _GOES_ON


def _hangs_on_noun(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    """Return whether a participle hangs on a noun that nobody here knows: "intercepted a dhow carrying arms"."""
    if trigger.i < 2 or trigger.i - 1 <= clause.i:
        return False
    word, before = scene.words[trigger.i - 1], scene.words[trigger.i - 2].low
    if word.low.removesuffix("s") in _CRAFT:
        return True  # "intercepted two dhows carrying arms": the dhows carry, not who intercepted them
    known = any(m.i <= trigger.i - 1 < m.j for m in scene.marks if m.kind not in ("amount", "adjective"))
    return not known and word.text.isalpha() and word.text.islower() and before in _BEFORE_CRAFT


def _main_subject(scene: Scene, clause: Clause, memory: Memory) -> list[Mark]:
    verbs = [mark for mark in scene.of("verb", "speech", "phrase") if clause.i <= mark.i < clause.j]
    if verbs:
        return subject_of(scene, verbs[0], clause, memory)[0]
    if clause.antecedent is not None:
        return [clause.antecedent]
    return _main_subject(scene, clause.before, memory) if clause.before is not None else []


def _meant(scene: Scene, pronoun: str, clause: Clause, memory: Memory) -> str | None:
    """Return whom a pronoun means: people for "they", the State spoken of for "it"."""
    earlier = [mark for mark in scene.of("item", "party") if mark.j <= clause.i]
    if pronoun in ("they", "them"):
        people = [mark for mark in earlier if mark.kind == "item" and is_people(mark)]
        people = [mark for mark in people if mark.nation] or people
        if people:
            nation = people[-1].nation or next(
                (
                    m.value[:2]
                    for m in reversed(earlier)
                    if m.kind == "party" and len(m.value.split(":")[0]) == 2
                ),
                "",
            )
            return troops(nation) if nation else None
        if memory.people is not None and memory.people.nation:
            return troops(memory.people.nation)
        return memory.subject.value if memory.subject is not None else None
    if pronoun == "we":
        # Who "we" are inside a quotation its speaker will say; without one nobody is meant.
        return memory.publisher or WE
    parties = [mark for mark in earlier if mark.kind == "party" and mark.form not in ("call", "document")]
    if pronoun == "it" and parties:
        return parties[-1].value
    if pronoun in ("he", "she"):
        persons = [mark for mark in parties if mark.form == "person" or is_person(scene, mark)]
        if persons:
            return persons[-1].value
        if memory.vessel is not None and pronoun == "she":
            return memory.vessel
        return memory.person or (parties[-1].value if parties else None)
    return memory.subject.value if memory.subject is not None else None


def is_person(scene: Scene, mark: Mark) -> bool:
    """Return whether the mark's last word names people: "Germany's defence minister", "the DPRK leader"."""
    return tells(scene.words[mark.j - 1].low) or mark.value.endswith("leader")


def troops(nation: str) -> str:
    """Return the canonical id under which a State's soldiers act."""
    return "KP:troops" if nation == "KP" else f"{nation}:forces"


def _verb_between(scene: Scene, first: Mark, second: Mark) -> bool:
    return any(
        first.j <= mark.i and mark.j <= second.i and mark.form != "ing"
        for mark in scene.of("verb", "speech", "cue", "phrase")
    ) or any(word.low == "," for word in scene.words[first.j : second.i])


def is_possessive(scene: Scene, mark: Mark) -> bool:
    """Return whether the mark is followed by a possessive ending."""
    return mark.j < len(scene.words) and scene.words[mark.j].low in ("’s", "'s", "’")


# Words that add one thing to another, as "and" does.
_ADDING = [
    tuple(phrase.split())
    for phrase in (
        "as well as", "along with", "alongside", "together with", "on top of", "in addition to", "not to mention", "plus", "coupled with", "complete with", "and with",
    )
]  # fmt: skip


def adding(scene: Scene, first: Mark, second: Mark) -> int:
    """Return how many words between two things add the one to the other ("launchers on top of shells"), 0 for none."""
    if not first.kind == second.kind == "item":
        return 0
    gap = scene.lows[first.j : second.i]
    comma = gap[:1] == [","]
    for phrase in _ADDING:
        if tuple(gap[comma : comma + len(phrase)]) == phrase:
            return comma + len(phrase)
    return 0


_PARTING = frozenset(
    [
        "to",
        "from",
        "by",
        "in",
        "at",
        "on",
        "for",
        "with",
        "into",
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
        "have",
    ]
)
_LISTING = frozenset({",", "and", "or", "&", "including", "plus"})


def listed(scene: Scene, first: Mark, second: Mark) -> bool:
    """Return whether both stand in one list: "A, B and even C"."""
    if first.kind != second.kind and {first.kind, second.kind} - {"party", "item", "place", "vessel"}:
        return False
    gap = scene.lows[first.j : second.i]
    phrase = adding(scene, first, second)
    if not phrase and _LISTING.isdisjoint(gap):
        return False  # no word that joins stands between
    if phrase:
        gap = ["and", *gap[phrase:]]
    elif gap[1:3] == ["as", "many"]:
        gap = [gap[0], *gap[3:]]  # "120 howitzers and as many launchers"
    inner = [mark for mark in scene.of("amount") if first.j <= mark.i and mark.j <= second.i]
    counted = {k - first.j for mark in inner for k in range(mark.i, mark.j)}
    rest = [word for k, word in enumerate(gap) if k not in counted]
    joins = [word for word in rest[:1] if word in _LISTING]
    return (
        bool(joins)
        and len(rest) <= 6
        and all(word.isalpha() or word in (",", "&") or "-" in word for word in rest)
        and _PARTING.isdisjoint(rest)
        and not any(first.j <= mark.i and mark.j <= second.i for mark in scene.of("verb", "speech"))
    )
