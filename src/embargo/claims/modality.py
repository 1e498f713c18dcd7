"""Modality: how far the thing has got in these words: asserted, denied, pledged, asked for, thought about."""

import re

import msgspec

from embargo.claims.clauses import UNCHANGED, Clause
from embargo.claims.grammar import AUXILIARIES, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.negations import came_to_nothing, negations
from embargo.vocabulary import state_of
from embargo.vocabulary.words import Modality, Polarity

# Farther back than this many tokens a cue governs something else, unless only the speaker's clause lies between.
_REACH = 9
_ORDER: tuple[str, ...] = (
    "denied",
    "retracted",
    "acknowledged",
    "requested",
    "pledged",
    "considered",
    "planned",
    "alleged",
)
# Verbs that say the deed and its mood in one: "pledged 40 guns", "is considering sanctions", "sought visas".
_OWN = frozenset({"pledged", "considered", "requested"})
# "agreed to a treaty" is a deed; "agreed to provide" a pledge. "Requested" before a noun of the thing itself, too.
_BEFORE_NOUN = frozenset({"agreement.sign"})


# "would", "will" and "shall" right before a past form ("will put") are read as governing it.
_SHALL = frozenset({"will", "would", "shall"})
_PUT = frozenset({"asked", "pressed", "questioned", "invited"})
_MODALS = words("modals")
_AUXILIARIES = AUXILIARIES - {"to"}
_ASSERTIONS, _REFUTING, _REJECTING = words("assertions"), words("refuting"), words("rejecting")
# "to stop supplying", "refrain from sending": the deed itself is not to be.
_ENDING = words("ending_verbs")


# So many words lie at most between "no one" and the clause that hangs on it.
_HELD = 6
# So many words lie at most between "not" and its verb, and so many in what is set apart between them by commas.
_NEAR_BEFORE, _ASIDE = 4, 14
_AGAINST = re.compile(r"\b(?:decided|chose|opted|resolved)\s+(?:not\s+to|against)\b")


class Mood(msgspec.Struct):
    """Modality and polarity, with the cue that set them and the party asked, where one was."""

    modality: Modality
    polarity: Polarity
    cue: Mark | None = None
    asked: Mark | None = None


def mood_of(scene: Scene, trigger: Mark, clause: Clause, event: str, agents: list[Mark]) -> Mood:
    """Return the mood of what the trigger says."""
    chain = _governing(scene, clause)
    start = chain[-1].i
    cues = [
        mark
        for mark in scene.of("cue")
        if start <= mark.i
        and mark.j <= trigger.i + (trigger.kind == "noun")
        and not _put_to_the_speaker(scene, mark, trigger)
    ]
    own = next(
        (mark for mark in scene.of("cue") if mark.i == trigger.i and _is_own(scene, mark, trigger)), None
    )
    if event in _BEFORE_NOUN and own is not None and own.value == "pledged":
        own = None  # "agreed to a treaty" is done
    negative = _negated(scene, trigger, clause, [mark for mark in negations(scene) if mark in cues])
    polarity: Polarity = "negative" if negative else "positive"
    lows = scene.lows[clause.i : trigger.i]
    if any(low in _ENDING for low in lows[-3:]):
        polarity = "negative"
    cue = own or _nearest(scene, cues, trigger, clause, event)
    if own is not None and own.value == "requested":
        ahead = [m for m in cues if m.value == "planned" and m.j == own.i]
        cue = ahead[-1] if ahead else own  # "will ask for the funds" has not asked
    if (
        cue is not None
        and cue.value in ("considered", "planned")
        and _AGAINST.search(scene.text, trigger.end, scene.end)
    ):
        return Mood("asserted", "negative", cue)  # "considered listing the vessel and decided not to"
    if (cue is None or cue.value == "planned") and came_to_nothing(scene, trigger):
        return Mood("asserted", "negative", cue)
    if _counterfactual(lows):
        # "would never have received": thought of, and not done.
        return Mood("conditional", polarity)
    if cue is None and _refuted(scene, trigger):
        return Mood("denied", "negative")
    if cue is None:
        coming = _of_a_headline(scene, trigger, clause) or _made_ready(trigger, event)
        return Mood(_question(scene) or coming or "asserted", polarity)
    modality: Modality = _as_asked(scene, cue, trigger) or _as_bound(scene, cue, trigger) or cue.value  # type: ignore[assignment]
    if modality == "asserted":
        return Mood("asserted", "negative", cue)
    if (
        modality == "acknowledged"
        and scene.words[cue.i].low.startswith("confirm")
        and not _own(scene, cue, agents)
    ):
        # Who confirms what others did asserts it; who acknowledges or admits says so in that word.
        modality = "asserted"
    if modality == "denied":
        # "did not deny having sent" is no denial; leave it to people as negative and denied both.
        polarity = "negative"
    asked = _asked(scene, cue, trigger) if modality == "requested" else None
    return Mood(modality, polarity, cue, asked)


def _put_to_the_speaker(scene: Scene, cue: Mark, trigger: Mark) -> bool:
    """Return whether the cue only says that the speaker was asked: "Asked for comment, the ministry replied that there were none"."""
    return cue.i == 0 and scene.lows[0] in _PUT and "," in scene.lows[cue.j : trigger.i]


def _negated(scene: Scene, trigger: Mark, clause: Clause, denials: list[Mark]) -> bool:
    """Return whether a word of negation governs the deed: before its verb, in what governs its clause, or in what it hangs on."""
    for mark in denials:
        if clause.i > mark.i or (scene.words[mark.i].low == "without" and trigger.form != "ing"):
            continue  # "a firm without staff opened an account"
        parted = any(word.text == "," for word in scene.words[mark.j : trigger.i])
        if _set_apart(scene, mark.j, trigger.i) or (trigger.i - mark.j <= _NEAR_BEFORE and not parted):
            return True  # not "another we could not name, made five calls"
        if mark.i - clause.i <= 1 and _of_all(scene, mark) and not parted:
            return True  # "no firm of its country buys": of its whole clause
    if clause.lead == "comp" and clause.before is not None:
        # "has not been able to confirm that": nothing is denied, and nothing is affirmed; "asked not to be named" says who speaks.
        before = clause.before
        governing = [
            mark
            for mark in denials
            if before.i <= mark.i < before.j and "but" not in scene.lows[mark.j : clause.i]
        ]
        if any([w.low for w in scene.words[mark.j : mark.j + 2]] != ["to", "be"] for mark in governing):
            return True
    if clause.lead == "rel":
        # "found no one who had been repatriated"
        held = [word.low for word in scene.words[max(0, clause.i - _HELD) : clause.i]]
        return any(
            low in ("nobody", "none", "nothing") or held[k : k + 2] == ["no", "one"]
            for k, low in enumerate(held)
        )
    return False


def _of_all(scene: Scene, mark: Mark) -> bool:
    """Return whether the word of negation is of the whole clause that it opens: "no firm", "nobody", "not one", "nor has"."""
    low = scene.words[mark.i].low
    following = scene.words[mark.i + 1].low if mark.i + 1 < len(scene.words) else ""
    return low in _OF_CLAUSES or (low == "not" and following in ("one", "a", "an", "so", "even", "once"))


_OF_CLAUSES = frozenset({"no", "nobody", "none", "nothing", "nor", "neither", "never"})


def _set_apart(scene: Scene, start: int, stop: int) -> bool:
    """Return whether all between two tokens is set apart: "has not, so far as we know, sent", "never, on any sector” flown"."""
    between = [word.text for word in scene.words[start:stop]]
    return (
        len(between) > 2 and between[0] == "," and between[-1] in (",", "”", '"') and len(between) <= _ASIDE
    )


def _refuted(scene: Scene, trigger: Mark) -> bool:
    """Return whether the deed is only what a claim said that is called untrue.

    "Any claim that … is baseless", "rejected as baseless a charge by Washington that …".
    """
    if _ASSERTIONS.isdisjoint(scene.held):
        return False
    lows = scene.lows[: trigger.i]
    claim = max((k for k, low in enumerate(lows) if low in _ASSERTIONS), default=None)
    if claim is None or not {"that", "of", "about"} & set(lows[claim:]):
        return False
    waved = bool({*lows[:claim]} & (_REJECTING | _REFUTING))
    return waved or bool({word.low for word in scene.words[trigger.j :]} & _REFUTING)


def _counterfactual(lows: list[str]) -> bool:
    """Return whether the verb stands under "would have", "could not have", "had … would"."""
    if lows[:1] == ["had"]:
        return True  # "Had the firm delivered …"
    if "have" not in lows:
        return False
    for k, low in enumerate(lows):
        if low in ("would", "could", "should", "might’ve") and "have" in lows[k : k + 4]:
            return low != "could" or "not" in lows[k : k + 3]
    return False


def _governing(scene: Scene, clause: Clause) -> list[Clause]:
    """Return the clause and those before it that govern it: what A denied that B did, what A charges B with having done."""
    chain = [clause]
    # A relative clause stands on its own: "was asked to send troops, who fought" asks for no fight.
    while len(chain) < 4 and chain[-1].before is not None and _hangs(scene, chain[-1]):
        chain.append(chain[-1].before)
    return chain


def _hangs(scene: Scene, clause: Clause) -> bool:
    return clause.lead in ("comp", "and") or _with(scene, clause)


def _with(scene: Scene, clause: Clause) -> bool:
    """Return whether a clause that "with" opens completes the verb before it: "charges the firm with having shipped"."""
    opens = clause.lead == "sub" and scene.lows[clause.i] == "with" and clause.i > 0
    return opens and scene.lows[clause.i - 1] != ","


def _nearest(scene: Scene, cues: list[Mark], trigger: Mark, clause: Clause, event: str) -> Mark | None:
    """Return the cue that governs the trigger: the strongest kind, and of that the one nearest to it."""
    found: Mark | None = None
    for cue in cues:
        if cue.value == "negative" or not _governs(scene, cue, trigger, clause, event):
            continue
        if found is None or _rank(cue) <= _rank(found):
            found = cue
    return found


def _governs(scene: Scene, cue: Mark, trigger: Mark, clause: Clause, event: str) -> bool:
    lows = scene.lows[cue.j : trigger.i]
    inside = clause.i <= cue.i
    hangs = clause.lead == "comp" or _with(scene, clause)
    reported = hangs and clause.before is not None and clause.before.i <= cue.i
    if cue.value in ("requested", "pledged", "considered", "planned"):
        inside = inside or (reported and cue.value == "requested")  # "recommends that the Council list"
        return inside and _governs_infinitive(scene, cue, trigger, event, lows)
    if cue.value == "alleged":
        # "reportedly sent", "accused of sending", "suspects that … sent"
        return (inside and len(lows) <= _REACH) or reported
    if cue.value == "conditional":
        if scene.words[cue.i].low in _MODALS:
            # "may send", "could be sent": possible, not done; "could hold" binds nothing behind its own verb.
            bound = trigger.form == "base" or "be" in lows or trigger.kind in ("noun", "phrase")
            return inside and bound and len(lows) <= 3 and "have" not in lows
        return inside or reported
    if cue.value in ("denied", "acknowledged"):
        return inside or "that" in lows or clause.lead == "comp"
    return True


def _governs_infinitive(scene: Scene, cue: Mark, trigger: Mark, event: str, lows: list[str]) -> bool:
    """Return whether what is wanted is the infinitive, gerund or noun after the cue, not a later clause of its own."""
    word = scene.words[cue.i].low
    if len(lows) > _REACH + 4 or (event in _BEFORE_NOUN and cue.value == "pledged"):
        return False
    if word.startswith(_WITH_TO) and "to" not in lows and scene.words[cue.j - 1].low != "to":
        return False  # "undertook nine voyages", "invited forty officers"
    bare = not lows and (
        word in _SHALL or scene.words[cue.j - 1].low == "to"
    )  # "intends to put": no past form
    if _finite(trigger, lows) and cue.value != "considered" and not bare:
        return False
    if trigger.kind == "verb" and _form(scene, trigger) not in ("base", "ing") and cue.value == "requested":
        # "was asked to be sent" is rare; "urged the firm that sold …" is not: only "be" makes it a wish.
        return "be" in lows[-2:]
    return not (word.startswith(("sought", "seek")) and trigger.i == cue.i)


def _finite(trigger: Mark, lows: list[str]) -> bool:
    """Return whether the trigger is a past form of its own, with no "to", "be" or "have" that hangs it on the cue."""
    return trigger.form in ("past", "pp") and not {"be", "have", "to"} & set(lows)


# Verbs that set the mood only of an infinitive behind them.
_WITH_TO = ("undert", "invit", "want")
# What stands before a base form, of verbs that are written alike in it and in their past.
_BEFORE_BASE = _SHALL | _MODALS | {"to", "not", "did", "does", "do"}


def _form(scene: Scene, trigger: Mark) -> str:
    """Return the form of the verb, the base form where it only looks like a past: "asked Bonn to let them go"."""
    stem = trigger.value.strip("<").split(">")[0]
    if trigger.form != "past" or stem not in UNCHANGED or scene.lows[trigger.i] != stem or not trigger.i:
        return trigger.form
    wished = any(
        m.value == "requested" and scene.lows[m.j - 1] == "that" for m in scene.of("cue") if m.j < trigger.i
    )
    return "base" if wished or scene.lows[trigger.i - 1] in _BEFORE_BASE else trigger.form


def _is_own(scene: Scene, cue: Mark, trigger: Mark) -> bool:
    """Return whether the deed's own words set its mood: "pledged 40 guns", "is due in Minsk"."""
    if scene.words[cue.i].low.startswith(_WITH_TO):
        return False
    if cue.value == "planned":
        return trigger.value.startswith("<be>") and cue.j > cue.i + 1
    following = scene.words[cue.j].low if cue.j < len(scene.words) else ""
    return cue.value in _OWN and following not in _ASKING_ABOUT


_ASKING_ABOUT = frozenset({"why", "how", "when", "where", "what", "who", "which"})
_ASKERS = ("ask", "question", "wonder", "enquir", "inquir", "quer")


def _as_asked(scene: Scene, cue: Mark, trigger: Mark) -> Modality | None:
    """Return what "whether" leads in: a question where somebody asks it, nothing done where nobody can tell."""
    if cue.value != "conditional" or scene.words[cue.i].low not in ("whether", "if") or cue.i == 0:
        return None
    before = scene.lows[: cue.i]
    if any(low.startswith(_ASKERS) for low in before):
        return "question"
    cannot = {"unable", "cannot", "not", "n’t", "n't", "unclear", "impossible"} & set(before)
    return "asserted" if scene.words[cue.i].low == "whether" and cannot and trigger.i > cue.i else None


def _as_bound(scene: Scene, cue: Mark, trigger: Mark) -> Modality | None:
    """Return "conditional" for what will be done only if something else is: "Should the talks fail, Oslo will bar them"."""
    if cue.value != "planned" or scene.words[cue.i].low not in (*_SHALL, "’ll", "'ll"):
        return None
    opening = next((k for k, word in enumerate(scene.words) if word.low.isalpha()), 0)
    bound = (
        scene.lows[opening] in ("if", "unless", "should") and "you" not in scene.lows[opening : opening + 2]
    )
    return "conditional" if bound and "," in scene.lows[opening : trigger.i] else None


_PREPARING = words("preparing_verbs")


def _made_ready(trigger: Mark, event: str) -> Modality | None:
    """Return "planned" for what is only made ready: "were being readied", "picked for dispatch", "eighty crates booked for May"."""
    stem = trigger.value.strip("<").split(">")[0]
    ready = stem in _PREPARING or "for (dispatch" in trigger.value or "for dispatch" in trigger.value
    ready = ready or trigger.value == "<line> up out of"
    return "planned" if ready and event != "customs.declare" else None


def _of_a_headline(scene: Scene, trigger: Mark, clause: Clause) -> Modality | None:
    """Return "planned" for an infinitive that is all the verb its subject has: "Oslo to bar nine ships from its ports"."""
    to = trigger.i - 1
    if trigger.form not in ("base", "past") or to <= clause.i or scene.lows[to] != "to":
        return None
    if trigger.form == "past" and _form(scene, trigger) != "base":
        return None
    named = any(mark.j == to for mark in scene.of("party", "vessel"))
    spoken = any(clause.i <= m.i < to for m in scene.of("verb", "speech", "cue"))
    finite = spoken or not _AUXILIARIES.isdisjoint(scene.lows[clause.i : to])
    return "planned" if named and not finite else None


def _rank(cue: Mark) -> int:
    return _ORDER.index(cue.value) if cue.value in _ORDER else len(_ORDER)


def _own(scene: Scene, cue: Mark, agents: list[Mark]) -> bool:
    """Return whether who acknowledges is the one who acted: the same State, or a pronoun for it."""
    before = [mark for mark in scene.of("party") if mark.j <= cue.i]
    if not before:
        return False
    who = state_of(before[-1].value)
    acting = {state_of(mark.value) or mark.nation for mark in agents}
    return who is not None and (who in acting or not acting)


def _asked(scene: Scene, cue: Mark, trigger: Mark) -> Mark | None:
    between = [mark for mark in scene.of("party") if cue.j <= mark.i and mark.j <= trigger.i]
    return between[0] if between else None


def _question(scene: Scene) -> Modality | None:
    last = scene.words[-1].text if scene.words else ""
    return "question" if last == "?" else None


def of_doubt(scene: Scene, clause: Clause, marks: list[Mark]) -> Mark | None:
    """Return the word of likeness or doubt that leads in who or what the deed is of: "what he took to be howitzers"."""
    for cue in scene.of("cue"):
        if cue.value != "alleged" or (cue.j - cue.i < 2 and scene.lows[cue.i] not in _DOUBTS):
            continue
        for mark in marks:
            between = scene.lows[cue.j : mark.i]
            near = cue.j <= mark.i <= cue.j + 3 and not _CUTS.intersection(between)
            if near and clause.i <= cue.i < clause.j and not any(low[0].isdigit() for low in between):
                return cue
    return None


_DOUBTS = frozenset(
    {"probably", "possibly", "perhaps", "presumably", "resembling", "resembles", "resemble", "resembled"}
)
_CUTS = frozenset({",", "and", "or", "to", "of", "in", "by", "from", "that"})
