"""Roles by syntax: who stands before the verb, who after it and behind which preposition."""

import msgspec

from embargo.claims.clauses import Clause, is_passive, is_reduced, preposition
from embargo.claims.compose import MEASURES
from embargo.claims.lexicon import Frame
from embargo.claims.marks import DETERMINERS, Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.things import is_people

_PRONOUNS = frozenset({"they", "it", "he", "she", "them"})
_TO = frozenset({"to", "into", "onto", "towards", "toward"})


class Cast(msgspec.Struct):
    """Who and what stands where around one trigger."""

    subject: list[Mark] = []
    objects: list[Mark] = []
    givers: list[Mark] = []
    takers: list[Mark] = []
    agents: list[Mark] = []
    places: list[tuple[Mark, str]] = []
    means: list[Mark] = []
    vessels: list[Mark] = []
    passive: bool = False
    inherited: bool = False


def cast(scene: Scene, frame: Frame, trigger: Mark, clause: Clause, memory: Memory) -> Cast:
    """Return the cast of a verb in its clause; slots that the text leaves open stay empty."""
    found = Cast()
    found.passive = is_passive(scene, trigger) or is_reduced(scene, trigger)
    found.subject, found.inherited = subject_of(scene, trigger, clause, memory)
    right = _right(scene, trigger, clause)
    last_role = ""
    before: Mark | None = None
    for mark in right:
        word = preposition(scene, mark, trigger.j)
        listed = before is not None and _listed(scene, before, mark)
        role = last_role if listed and word in ("", "and") else word
        if mark.kind == "item" and word == "of" and not _measured(scene, trigger, mark):
            role = "of something else"
        _place(found, frame, mark, role, first=before is None)
        last_role, before = role, mark
    return found


def _measured(scene: Scene, trigger: Mark, item: Mark) -> bool:
    """Return whether "of" ties the item to an amount, a measure, or the trigger: not "a show of steel"."""
    k = next((k for k in range(item.i - 1, trigger.i, -1) if scene.words[k].low == "of"), item.i)
    near = scene.words[k - 1].low
    counted = any(mark.j in (k, k - 1) for mark in scene.of("amount"))
    return k == trigger.j or counted or near in MEASURES or any(mark.j == k for mark in scene.of("item"))


def _place(found: Cast, frame: Frame, mark: Mark, word: str, *, first: bool) -> None:
    state_like = mark.kind == "party" and (
        mark.form in ("state", "metonym", "adjective") or ":" not in mark.value
    )
    if mark.kind == "mean":
        found.means.append(mark)
    elif mark.kind == "vessel":
        (found.vessels if word in ("by", "aboard", "on", "of", "to", "with", "") else found.vessels).append(
            mark
        )
        if word == "":
            found.objects.append(mark)
    elif mark.kind == "item":
        if is_people(mark) and word in ("by", "alongside"):
            found.agents.append(mark) if word == "by" else found.takers.append(mark)
        elif (word in ("to", "on") and frame.event == "agreement.sign") or (
            word == "for" and frame.event == "labour.dispatch"
        ):
            found.objects.append(mark)
        elif word in ("", "of", "with", "including", "in", "like", "such as", "between", "as"):
            found.objects.append(mark)
    elif mark.kind == "place":
        found.places.append((mark, _where(word)))
    elif word == "by":
        found.agents.append(mark)
    elif word == "from":
        found.givers.append(mark)
    elif word in _TO or word in (
        "for",
        "alongside",
        "beside",
        "against",
        "on",
        "at",
        "in",
        "near",
        "over",
        "with",
        "inside",
        "such as",
        "of",
    ):
        if (
            word in _TO
            or word in ("for", "with", "alongside", "beside")
            or (word in ("on", "against") and frame.event == "sanction.impose")
        ):
            found.takers.append(mark)
        if state_like and (
            word in _TO or word in ("against", "on", "at", "in", "near", "inside", "over", "such as")
        ):
            found.places.append((mark, _where(word)))
        if word == "of" and frame.object == "recipient":
            found.objects.append(mark)
    elif word == "" and (first or frame.object == "recipient"):
        found.objects.append(mark)
    elif word in ("through", "via"):
        found.places.append((mark, "via"))


def _where(word: str) -> str:
    if word in _TO:
        return "destination"
    if word in ("from",):
        return "origin"
    if word in ("through", "via"):
        return "via"
    if word in ("against", "on", "such as"):
        return "target"
    return "location"


def subject_of(scene: Scene, trigger: Mark, clause: Clause, memory: Memory) -> tuple[list[Mark], bool]:
    """Return who stands before the trigger as its subject, and whether they were taken over from an earlier clause."""
    floor = clause.i + (clause.lead in ("sub", "and", "rel", "comp"))
    before = [
        mark
        for mark in scene.of("party", "item", "vessel")
        if clause.i <= mark.i
        and mark.j <= trigger.i
        and mark is not trigger
        and not (mark.kind == "item" and mark.value in ("visa",))
    ]
    heads: list[Mark] = []
    for mark in before:
        if heads and _listed(scene, heads[-1], mark):
            heads.append(mark)
        elif preposition(scene, mark, floor) == "" and not is_possessive(scene, mark):
            # A later noun phrase takes over: "the panel said Pyongyang sent".
            if not heads or _verb_between(scene, heads[-1], mark):
                heads = [mark]
    if heads:
        return heads, False
    pronoun = next((w for w in scene.words[clause.i : trigger.i] if w.low in _PRONOUNS), None)
    if pronoun is not None:
        meant = _meant(scene, pronoun.low, clause, memory)
        if meant is not None:
            i = scene.token_at(pronoun.start)
            return [Mark("party", pronoun.start, pronoun.end, i, i + 1, meant, "pronoun")], False
    if clause.lead == "rel" and clause.antecedent is not None and scene.words[clause.i].low != "where":
        return [clause.antecedent], True
    if clause.lead in ("and", "sub", "comp") and clause.before is not None:
        earlier = _main_subject(scene, clause.before, memory)
        if earlier:
            return earlier, True
    return [], False


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
        if people:
            nation = people[-1].nation or next(
                (
                    m.value[:2]
                    for m in reversed(earlier)
                    if m.kind == "party" and len(m.value.split(":")[0]) == 2
                ),
                "",
            )
            return _troops(nation) if nation else None
        if memory.people is not None and memory.people.nation:
            return _troops(memory.people.nation)
        return memory.subject.value if memory.subject is not None else None
    parties = [mark for mark in earlier if mark.kind == "party" and mark.form not in ("call", "document")]
    if pronoun == "it" and parties:
        return parties[-1].value
    if pronoun in ("he", "she"):
        persons = [mark for mark in parties if mark.form == "person" or mark.value.endswith("leader")]
        if persons:
            return persons[-1].value
        return parties[-1].value if parties else None
    return memory.subject.value if memory.subject is not None else None


def _troops(nation: str) -> str:
    return "KP:troops" if nation == "KP" else f"{nation}:forces"


def _verb_between(scene: Scene, first: Mark, second: Mark) -> bool:
    return any(
        first.j <= mark.i and mark.j <= second.i for mark in scene.of("verb", "speech", "cue", "phrase")
    ) or any(word.low == "," for word in scene.words[first.j : second.i])


def is_possessive(scene: Scene, mark: Mark) -> bool:
    """Return whether the mark is followed by a possessive ending."""
    return mark.j < len(scene.words) and scene.words[mark.j].low in ("’s", "'s", "’")


def _listed(scene: Scene, first: Mark, second: Mark) -> bool:
    """Return whether both stand in one list: "A, B and even C"."""
    if first.kind != second.kind and {first.kind, second.kind} - {"party", "item", "place", "vessel"}:
        return False
    gap = [word.low for word in scene.words[first.j : second.i]]
    inner = [
        mark for mark in scene.marks if mark.kind == "amount" and first.j <= mark.i and mark.j <= second.i
    ]
    counted = {k - first.j for mark in inner for k in range(mark.i, mark.j)}
    rest = [word for k, word in enumerate(gap) if k not in counted]
    joins = [word for word in rest[:1] if word in (",", "and", "or", "&", "including", "plus")]
    return (
        bool(joins)
        and len(rest) <= 6
        and all(word.isalpha() or word in (",", "&") or "-" in word for word in rest)
        and not any(
            word
            in (
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
            )
            for word in rest
        )
        and not any(first.j <= mark.i and mark.j <= second.i for mark in scene.of("verb", "speech"))
    )


def _right(scene: Scene, trigger: Mark, clause: Clause) -> list[Mark]:
    stop = clause.j
    for mark in scene.of("verb", "speech"):
        # A participle or an infinitive of its own closes the reach of this verb, unless it hangs on its object.
        if (
            mark.i > trigger.j
            and mark.i < stop
            and mark.form in ("past", "s", "ing")
            and not is_reduced(scene, mark)
        ):
            if any(m.kind in ("item", "party") and trigger.j <= m.i and m.j <= mark.i for m in scene.marks):
                stop = mark.i
                break
    stop = min(stop, _infinitive(scene, trigger, stop))
    return [
        mark
        for mark in scene.of("party", "item", "place", "vessel", "mean")
        if trigger.j <= mark.i and mark.j <= stop and not _qualifies(scene, mark)
    ]


def _infinitive(scene: Scene, trigger: Mark, stop: int) -> int:
    """Return the token at which an infinitive of purpose begins ("… to boost output"), or `stop`."""
    named = {
        k
        for mark in scene.marks
        if mark.kind in ("party", "place", "item", "time", "amount", "adjective", "vessel", "mean")
        for k in range(mark.i, mark.j)
    }
    met = False
    for k in range(trigger.j, stop - 1):
        met = met or k in named
        if met and scene.words[k].low == "to" and k + 1 not in named:
            following = scene.words[k + 1]
            # "to ports in the east" is a way, "to boost output" a purpose: base forms do not end in a single s.
            plural = following.low.endswith("s") and not following.low.endswith("ss")
            if following.text[0].islower() and following.low not in DETERMINERS and not plural:
                return k
    return stop


def _qualifies(scene: Scene, mark: Mark) -> bool:
    """Return whether the party only qualifies the next noun ("Russia's war"): then it is no party of the verb."""
    if not is_possessive(scene, mark) or mark.kind != "party":
        return False
    following = mark.j + 1
    return (
        following < len(scene.words)
        and not any(m.kind == "place" and m.i == following for m in scene.marks)
        and scene.words[following].low not in ("war",)
    )
