"""Drafts: every trigger of a sentence put to the frames that know it, and its cast put into slots."""

from embargo.claims.build import Draft, classes_of, implied, is_party, meets, mention
from embargo.claims.clauses import Clause, clauses
from embargo.claims.lexicon import Frame, Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import mood_of
from embargo.claims.roles import Cast, cast, is_possessive
from embargo.claims.things import is_money, is_people
from embargo.claims.voices import Heard, Voice
from embargo.vocabulary import Mention, state_of

_HELP = frozenset(
    {
        "help",
        "helped",
        "helping",
        "helps",
        "assist",
        "assisting",
        "assisted",
        "enabling",
        "enable",
        "allow",
        "allowed",
        "allowing",
    }
)
_LIGHT = frozenset({"out"})


def drafts(scene: Scene, lexicon: Lexicon, memory: Memory, heard: Heard) -> list[Draft]:
    """Return the claims in the making of one sentence, in order of their triggers."""
    found: list[Draft] = []
    for clause in clauses(scene):
        for trigger in [m for m in scene.of("verb", "noun", "phrase") if clause.i <= m.i < clause.j]:
            draft = _draft(scene, trigger, clause, lexicon, memory, heard)
            if draft is not None and not any(_same(draft, other) for other in found):
                found.append(draft)
    return found


def _same(draft: Draft, other: Draft) -> bool:
    """Return whether a nominal form only repeats what a verb beside it says ("made deliveries of shells")."""
    if draft.trigger.start == other.trigger.start and draft.trigger.end == other.trigger.end:
        return True
    shared = {id(m) for m in draft.items} & {id(m) for m in other.items}
    same_clause = draft.clause is other.clause and draft.event.split(".")[0] == other.event.split(".")[0]
    return (
        bool(shared)
        and same_clause
        and (draft.trigger.kind != other.trigger.kind or draft.trigger.kind == "phrase")
    )


def _draft(
    scene: Scene, trigger: Mark, clause: Clause, lexicon: Lexicon, memory: Memory, heard: Heard
) -> Draft | None:
    following = scene.words[trigger.j].low if trigger.j < len(scene.words) else ""
    if trigger.kind == "verb" and following in _LIGHT:
        return None
    for frame in lexicon.frames:
        known = (
            frame.verbs
            if trigger.kind == "verb"
            else frame.nouns
            if trigger.kind == "noun"
            else frame.phrases
        )
        if trigger.value not in known:
            continue
        if frame.inner and not any(w.low in lexicon.inner for w in scene.words[trigger.j : trigger.j + 7]):
            continue
        if trigger.value in _MOODS and (
            following in ("to", "that") or any(m.i == trigger.j and m.form == "ing" for m in scene.of("verb"))
        ):
            continue
        cast_ = cast(scene, frame, trigger, clause, memory)
        _without_speakers(cast_, heard)
        if trigger.kind == "noun" and not frame.copula:
            _nominal(scene, trigger, cast_)
        if frame.passive_only and not cast_.passive:
            continue
        items, sums = _things(scene, frame, trigger, clause, cast_)
        if not meets(frame, classes_of(items, sums), cast_):
            continue
        if frame.bridge and not _bridges(scene, trigger, clause):
            continue
        event = frame.event
        if event == "by item":
            event = lexicon.event_of(items[0].value if items else "money")
            if event.startswith(("deploy", "labour")) and (len(items) == 1 or frame.pattern == "get"):
                continue
        if event == "evade.sanctions":
            items = []  # what is evaded is the measure itself, no thing that changes hands
        draft = Draft(
            frame,
            event,
            trigger,
            clause,
            cast_,
            mood_of(scene, trigger, clause, event, cast_.subject),
            items,
            sums,
            [],
            [],
            [],
        )
        _voice_of_mood(scene, draft, heard)
        _pronouns(scene, draft, heard)
        _fill(scene, draft, memory)
        if _complete(draft):
            return draft
    return None


# Verbs that set the mood of the verb after them, and say a deed only with a thing of their own.
_MOODS = frozenset(
    {"pledge", "promise", "offer", "consider", "weigh", "mull", "threaten", "prepare", "seek", "announce"}
)


def _without_speakers(found: Cast, heard: Heard) -> None:
    """Take those who only say it out of the cast: "…, according to the team" sends nothing to the team."""
    speaking = {voice.mark.i for voice in heard.voices} | {mark.i for mark in heard.also}
    for marks in (found.takers, found.objects, found.givers, found.agents):
        marks[:] = [mark for mark in marks if not any(mark.i <= i < mark.j for i in speaking)]


# "carried out a barrage", "made deliveries": the verb says nothing of its own, its subject acts.
_CARRY_OUT = frozenset(
    "carried carrying conducted conducting launched unleashed mounted staged made making completed".split()
)


def _nominal(scene: Scene, trigger: Mark, found: Cast) -> None:
    """Take the possessor of a noun as its subject: "Russia's deliveries", "Russian deliveries"."""
    light = any(word.low in _CARRY_OUT for word in scene.words[max(0, trigger.i - 7) : trigger.i])
    found.subject, found.passive, found.inherited = (found.subject if light else []), False, False
    for mark in scene.of("party", "adjective"):
        gap = [word.low for word in scene.words[mark.j : trigger.i]]
        if mark.j <= trigger.i and (
            gap in (["’s"], ["'s"])
            or (mark.kind == "adjective" and len(gap) <= 1)
            or (gap[:1] in (["’s"], ["'s"]) and len(gap) <= 3)
        ):
            found.subject = [mark]
    before = [m for m in scene.of("item") if m.j == trigger.i]
    found.objects = [*before, *found.objects]


def _things(
    scene: Scene, frame: Frame, trigger: Mark, clause: Clause, found: Cast
) -> tuple[list[Mark], list[Mark]]:
    needed = [need for need in frame.needs if need not in ("party", "place", "vessel", "report")]

    def fits(mark: Mark) -> bool:
        return any(
            mark.value == n or mark.value.startswith(n + ".") or mark.value.split(".")[0] == n for n in needed
        )

    pool = found.subject if found.passive and any(m.kind == "item" for m in found.subject) else found.objects
    items = [mark for mark in pool if mark.kind == "item"]
    if found.passive and not items:
        items = [mark for mark in scene.of("item") if mark.j == trigger.i] or [
            m for m in found.objects if m.kind == "item"
        ]
    if frame.event == "by item" and items and fits(items[0]):
        # A list that opens with arms may end with soldiers: one claim.
        items = [item for item in items if fits(item) or is_people(item)]
    else:
        items = [item for item in items if fits(item)]
    if frame.object == "recipient" and frame.inner:
        items = [m for m in scene.of("item") if trigger.j <= m.i < clause.j and fits(m)][:1]
    if frame.event == "train.personnel":
        items = []
    if frame.event == "evade.sanctions":
        items = [m for m in scene.of("item") if trigger.j <= m.i <= trigger.j + 6 and fits(m)][:1]
    sums = []
    if "money" in needed or "aid" in needed:
        end = clause.j
        claimed = {id(m) for m in items}
        sums = [m for m in scene.of("amount") if is_money(m) and trigger.j <= m.i < end]
        sums = [m for m in sums if not any(id(i) in claimed and 0 <= i.i - m.j <= 4 for i in items)][:1]
        if items and not any(item.value.startswith(("aid", "money")) for item in items):
            sums = []
    return items, sums


def _bridges(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    return any(
        clause.i <= mark.i and mark.j <= trigger.i and mark.value.startswith(("aid", "shipment"))
        for mark in scene.of("item")
    )


def _voice_of_mood(scene: Scene, draft: Draft, heard: Heard) -> None:
    """Let who asks or pledges speak: it stands in the attribution."""
    cue = draft.mood.cue
    if cue is None or draft.mood.modality not in ("requested", "pledged"):
        return
    word = scene.words[cue.i].low
    if draft.mood.modality == "pledged" and not word.startswith(("pledg", "promis", "vow", "commitment")):
        return
    holder = _possessor(scene, cue)
    if holder is not None:
        draft.cast.subject = [holder]
        draft.helper = holder
    if draft.event == "labour.dispatch":
        return  # who seeks visas does so by deed, not by word
    if draft.mood.modality == "requested" and cue.i != draft.trigger.i:
        before = [m for m in scene.of("party") if draft.clause.i <= m.i and m.j <= cue.i]
        draft.cast.subject = [m for m in before if not is_possessive(scene, m)][-1:] or draft.cast.subject
    speaker = holder or next(iter(m for m in draft.cast.subject if m.kind == "party"), None)
    if speaker is not None and not any(
        v.mark.value == speaker.value and v.i <= draft.trigger.i < v.j for v in heard.voices
    ):
        heard.voices.append(Voice(speaker, draft.trigger.i, draft.trigger.j, word))


def _possessor(scene: Scene, cue: Mark) -> Mark | None:
    return next(
        (m for m in scene.of("party") if [w.low for w in scene.words[m.j : cue.i]] in (["’s"], ["'s"])), None
    )


def _pronouns(scene: Scene, draft: Draft, heard: Heard) -> None:
    """Read "he" and "it" inside what somebody says as that somebody."""
    for mark in draft.cast.subject:
        low = scene.words[mark.i].low
        if mark.form == "pronoun" and low in ("he", "she", "it"):
            voice = next((v for v in heard.voices if v.i <= draft.trigger.i < v.j and not v.document), None)
            if voice is not None and voice.mark.i < mark.i:
                mark.value = voice.mark.value


def _fill(scene: Scene, draft: Draft, memory: Memory) -> None:
    found, frame = draft.cast, draft.frame
    for mark in found.subject:
        if mark.kind == "item" and is_people(mark) and not mark.nation and memory.people is not None:
            mark.nation = memory.people.nation
    helped = _helped(scene, draft)
    subject = [m for m in found.subject if is_party(m) and not (found.passive and m.kind == "item")]
    agents = [m for m in found.agents if is_party(m)]
    takers = [m for m in found.takers if is_party(m) and not (m.kind == "item" and m in draft.items)]
    givers = [m for m in found.givers if is_party(m)]
    objects = [m for m in found.objects if m.kind == "party" or (is_party(m) and m not in draft.items)]
    if draft.mood.asked is not None and frame.pattern == "give":
        subject = [draft.mood.asked]
    who = lambda marks: [mention(scene, mark) for mark in marks]  # noqa: E731
    if frame.pattern == "give":
        subject = [m for m in subject if m.kind != "vessel"]
        if found.passive:
            draft.supplier = who(agents or givers)
            draft.recipient = who(takers or [m for m in subject if m.kind == "party"])
        else:
            draft.supplier = who(subject or agents or givers)
            draft.recipient = who(takers or objects)
        _by_route(draft)
        _by_carrier(scene, draft)
        if frame.bridge and memory.aid is not None:
            draft.supplier, draft.recipient = list(memory.aid[0]), list(memory.aid[1])
        if draft.mood.asked is not None and not draft.recipient and found.subject:
            asking = state_of(found.subject[0].value)
            draft.recipient = [implied(asking)] if asking else []
    elif frame.pattern == "get":
        draft.recipient = who(agents if found.passive else subject)
        draft.supplier = who(givers)
    else:
        draft.actor = who(agents if found.passive else subject or agents)
        if helped is not None:
            helper, draft.recipient = helped
            draft.actor = helper or draft.actor
        elif frame.object == "recipient":
            draft.recipient = who(
                [m for m in found.subject if is_party(m)] if found.passive else objects or takers
            )
        elif draft.event in ("combat.participate", "deploy.personnel", "sanction.impose", "labour.dispatch"):
            draft.recipient = who(takers)
    _of_people(draft)
    draft.supplier = _apart(draft.supplier, draft.recipient)


def _by_route(draft: Draft) -> None:
    """Where only the route is said ("from Rajin to Vostochny"), the States at its ends are those it goes between."""
    origins = [state_of(m.value) for m, where in draft.cast.places if where == "origin"]
    ends = [state_of(m.value) for m, where in draft.cast.places if where in ("destination", "location")]
    nations = [m.nation for m in draft.items if m.nation and not is_people(m)]
    if not draft.supplier:
        known = [*origins, *(nations if ends else [])]
        draft.supplier = [implied(code) for code in dict.fromkeys(known) if code][:1]
    if not draft.recipient and draft.supplier:
        giving = state_of(draft.supplier[0].canonical)
        draft.recipient = [implied(code) for code in dict.fromkeys(ends) if code and code != giving][:1]


def _by_carrier(scene: Scene, draft: Draft) -> None:
    """Where a State's aircraft or ships are the subject ("Russian aircraft delivered"), take the State; say it is inferred."""
    carriers = [
        m
        for m in scene.of("mean")
        if draft.clause.i <= m.i and m.j <= draft.trigger.i and m not in draft.cast.means
    ]
    draft.cast.means.extend(carriers)
    if not draft.supplier and carriers and carriers[0].nation:
        draft.supplier = [implied(carriers[0].nation)]
        draft.inferred = "who supplies was inferred from whose craft carried it"


def _apart(supplier: list[Mention], recipient: list[Mention]) -> list[Mention]:
    taken = {m.canonical for m in recipient}
    return [m for m in supplier if m.canonical not in taken]


def _helped(scene: Scene, draft: Draft) -> tuple[list[Mention], list[Mention]] | None:
    """Read "Russia helping North Korea evade …": the helper acts, the helped one gains."""
    if draft.event != "evade.sanctions":
        return None
    for k in range(draft.trigger.i - 1, max(draft.clause.i - 1, draft.trigger.i - 9), -1):
        if scene.words[k].low in _HELP:
            helped = [m for m in scene.of("party") if k < m.i and m.j <= draft.trigger.i]
            helper = [m for m in scene.of("party") if draft.clause.i <= m.i and m.j <= k]
            if helped:
                return [mention(scene, m) for m in helper[-1:]], [mention(scene, helped[0])]
    return None


def _of_people(draft: Draft) -> None:
    """Give people their State: those whom North Korea deploys are North Korean, unless their words say otherwise."""
    acting = state_of(draft.actor[0].canonical) if draft.actor else None
    for mark in draft.items:
        if (
            is_people(mark)
            and not mark.nation
            and acting
            and draft.event in ("deploy.personnel", "move.personnel", "labour.dispatch")
        ):
            mark.nation = acting
    if (
        draft.event in ("deploy.personnel", "move.personnel")
        and not draft.actor
        and draft.items
        and draft.items[0].nation
    ):
        draft.actor = [implied(draft.items[0].nation)]
    if draft.event == "labour.dispatch" and any(m.value.startswith("labour") for m in draft.items):
        draft.items = [m for m in draft.items if m.value.startswith("labour")]
    if draft.event in ("deploy.personnel", "labour.dispatch") and not draft.recipient:
        acting = state_of(draft.actor[0].canonical) if draft.actor else None
        going = [state_of(m.value) for m, where in draft.cast.places if where in ("destination", "location")]
        draft.recipient = [implied(code) for code in dict.fromkeys(going) if code and code != acting]


def _complete(draft: Draft) -> bool:
    """Return whether enough is said to be a claim: a deed with a party, or a thing that changed hands with one."""
    if draft.event == "report.publish":
        return False
    if draft.frame.pattern in ("give", "get"):
        parties = draft.supplier or draft.recipient or draft.cast.vessels or draft.cast.passive
        if draft.trigger.kind == "noun":
            return bool(
                (draft.items or draft.sums) and draft.recipient and (draft.supplier or draft.frame.copula)
            ) or bool((draft.items or draft.sums) and draft.supplier)
        return bool((draft.items or draft.sums) and parties)
    if draft.event in ("visit.official",):
        return bool(draft.actor) and bool(draft.cast.places or draft.cast.objects)
    if draft.event == "evade.sanctions":
        return bool(draft.actor)
    if draft.frame.object == "recipient":
        return bool(draft.recipient)
    if draft.cast.passive:
        return bool(draft.items or draft.cast.places or draft.actor)
    return bool(draft.actor)
