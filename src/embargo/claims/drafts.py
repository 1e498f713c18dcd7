"""Drafts: every trigger of a sentence put to the frames that know it."""

from embargo.claims.attribution import Heard
from embargo.claims.befallen import fighting
from embargo.claims.build import Draft, classes_of, is_party, meets, mention
from embargo.claims.clauses import Clause, clauses, is_passive
from embargo.claims.companions import with_companions
from embargo.claims.complete import complete
from embargo.claims.craft import only_carried, refine
from embargo.claims.dealings import deals, goods_of
from embargo.claims.declared import by_origin
from embargo.claims.denials import DENIABLE
from embargo.claims.grammar import ADVERBS, PREPOSITIONS, words
from embargo.claims.hidden import with_hidden
from embargo.claims.joined import together
from embargo.claims.ledgers import declared, keeps_books
from embargo.claims.lexicon import Frame, Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import Mood, mood_of, of_doubt
from embargo.claims.needs import may_meet
from embargo.claims.negations import is_none, without_record
from embargo.claims.objects import (
    LIGHT_VERBS,
    bridges,
    counted_targets,
    measured_against,
    nominal,
    things_of,
)
from embargo.claims.parties import carried_over, fill
from embargo.claims.plausible import plausible
from embargo.claims.positions import DOUBT as POSITION_DOUBT
from embargo.claims.positions import positions
from embargo.claims.refusals import is_heading, says_no_deed
from embargo.claims.roles import Cast, cast
from embargo.claims.speakers import pronouns, stances, voice_of_mood, without_speakers
from embargo.claims.subjects import subject_of
from embargo.claims.taken import had_by
from embargo.claims.things import amount_of, is_people
from embargo.claims.unlisted import of_nobody_known
from embargo.claims.wide import DOUBT as NEAR_DOUBT
from embargo.claims.wide import near_things, says_enough
from embargo.claims.workplaces import at_work
from embargo.vocabulary import state_of

_GOVERNING = words("governing_verbs")
# So many words lie at most between a verb and the noun of a deed that it governs ("approved the sale").
_GOVERNED = 4
_SEEN = frozenset({"see", "spot", "observe", "photograph", "find", "locate", "track", "sight", "detect"})
_STANDING_ON = words("standing_on")
_BE, _GOODS_AT_ALL = words("forms_of_be"), words("goods_at_all")
_HAPPENING = words("happening")
_CALLS = frozenset({"at", "in", "on", "there"})
# How far behind its verb the word may stand that completes it; sums of money and those put on a list are long.
_REACH, _LONG_REACH = 7, 16
_OF_GOODS = frozenset({"shipment", "delivery", "export", "import", "purchase", "sale"})
_TELLING = frozenset(
    {
        "tell",
        "write",
        "inform",
        "notify",
        "brief",
        "<write> to ... (committee|panel|council|secretary-general)",
    }
)


def drafts(scene: Scene, lexicon: Lexicon, memory: Memory, heard: Heard) -> list[Draft]:
    """Return the claims in the making of one sentence, in order of their triggers.

    Where none is found in a text on the matter, the sentence is read once more, and wider.
    """
    found = _read(scene, lexicon, memory, heard, wide=False)
    if not found and memory.concerned and not is_heading(scene):
        # Of several readings by what stands near, the one that names a party is the likelier.
        wider = _read(scene, lexicon, memory, heard, wide=True)
        found = sorted(wider, key=lambda draft: not (draft.actor or draft.supplier or draft.recipient))[:1]
    if memory.concerned:
        found = with_hidden(scene, memory, found)
    if not found and memory.concerned:
        found = positions(scene, memory)
        for draft in found:
            voice_of_mood(scene, draft, heard, memory)
            fill(scene, draft, memory, heard)
            draft.inferred = POSITION_DOUBT
    if not found and memory.concerned:
        found = at_work(scene, memory, heard)
    return found


def _read(scene: Scene, lexicon: Lexicon, memory: Memory, heard: Heard, *, wide: bool) -> list[Draft]:
    found: list[Draft] = []
    for clause in clauses(scene):
        here = [m for m in scene.of("verb", "noun", "phrase") if clause.i <= m.i < clause.j]
        # "In the other direction the DPRK received …": the verb says more than the phrase.
        for trigger in sorted(
            here, key=lambda m: (m.value in lexicon.reversing, m.i, m.i - m.j, "<" not in m.value)
        ):
            draft = _draft(scene, trigger, clause, lexicon, memory, heard, wide=wide)
            if draft is not None and not any(_same(draft, other) for other in found):
                found.extend(stances(scene, draft, heard, memory))
                memory.fighters = fighting(draft) or memory.fighters
                if draft.supplier and draft.recipient:
                    memory.flow = carried_over(draft.supplier), carried_over(draft.recipient)
    if len(found) > 1:
        # "informed the Panel that …": what was told is the claim.
        found = [
            draft for draft in found if draft.event != "report.notify" or draft.trigger.value not in _TELLING
        ]
    for draft in found if memory.concerned else ():
        if draft.trigger.kind == "verb":
            of_nobody_known(scene, draft, memory, heard, strong=True)
    for draft in found:
        together(scene, draft, memory)
        by_origin(scene, draft)
        only_carried(scene, draft)
    found = [draft for k, draft in enumerate(found) if not any(_twice(draft, other) for other in found[:k])]
    found = [draft for draft in found if not any(_only_says_which(scene, draft, other) for other in found)]
    if any(draft.mood.polarity == "negative" and draft.event.startswith(DENIABLE) for draft in found):
        # "denied that … sent, dismissing the allegation": one stance on one proposition.
        found = [draft for draft in found if draft.event != "statement.deny"]
    return found


def _same(draft: Draft, other: Draft) -> bool:
    """Return whether a nominal form only repeats what a verb beside it says ("made deliveries of shells")."""
    if draft.trigger.start == other.trigger.start:
        return True
    if draft.clause is not other.clause or draft.event.split(".")[0] != other.event.split(".")[0]:
        return False
    if draft.event == other.event and draft.event.startswith("conceal."):
        return True
    if draft.event == other.event and _fillers(draft) == _fillers(other):
        return True  # two words of one deed
    shared = {id(m) for m in (*draft.items, *draft.sums)} & {id(m) for m in (*other.items, *other.sums)}
    if shared and draft.event == other.event and draft.event.startswith("labour"):
        return True  # "sent to work" is one dispatch
    things, others = {m.start for m in draft.items}, {m.start for m in other.items}
    if draft.event == other.event == "casualty" and things & others:
        return True  # "lost 63 men, 24 of them killed": one toll
    vessels = draft.event.startswith("vessel") and draft.event == other.event
    return (bool(shared) or vessels) and (
        draft.trigger.kind != other.trigger.kind or draft.trigger.kind == "phrase"
    )


def _twice(draft: Draft, other: Draft) -> bool:
    """Return whether two words of a clause turn out to say one deed once its parties are known: "slap a freeze on the firm"."""
    return (
        draft.trigger.start != other.trigger.start
        and draft.clause is other.clause
        and draft.event == other.event
        and _fillers(draft) == _fillers(other)
    )


# What a second word only says of people or goods that the first does something to, or why it does it.
_SAYING_WHICH = {
    "labour.dispatch": ("labour.repatriate",),
    "transfer.commodity": ("customs.declare",),
    "combat.participate": ("deploy.personnel", "move.personnel", "casualty"),
}


def _only_says_which(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Return whether a participle or an infinitive only qualifies another deed: "send home the workers still employed there",
    "books 40 tonnes hauled to Minsk", "sent to fight", "died fighting".
    """
    events = _SAYING_WHICH.get(draft.event, ())
    if other.event not in events or not other.trigger.i < draft.trigger.i or draft.trigger.kind != "verb":
        return False
    hangs = draft.trigger.form == "ing" or scene.lows[draft.trigger.i - 1] == "to"
    if draft.event == "combat.participate":
        return hangs and draft.trigger.i - other.trigger.j <= 2
    held = {m.i for m in other.items}
    return any(m.i in held for m in draft.items) and (hangs or _reduced(scene, draft.trigger))


def _reduced(scene: Scene, verb: Mark) -> bool:
    """Return whether a participle hangs on the noun before it, with at most an adverb between them."""
    k = verb.i - (scene.lows[verb.i - 1] in ADVERBS)
    return verb.form in ("past", "pp") and any(mark.j == k for mark in scene.of("item"))


def _fillers(draft: Draft) -> tuple[object, ...]:
    parties = ([m.canonical for m in role] for role in (draft.actor, draft.supplier, draft.recipient))
    things = [m.start for m in (*draft.items, *draft.sums, *draft.cast.vessels)]
    return (*parties, things, [m.start for m, _ in draft.cast.places])


def _draft(
    scene: Scene,
    trigger: Mark,
    clause: Clause,
    lexicon: Lexicon,
    memory: Memory,
    heard: Heard,
    *,
    wide: bool,
) -> Draft | None:
    """Return the draft of the first frame that the trigger and what stands around it fill, or None."""
    frames = [
        frame for frame in lexicon.frames_of(trigger.kind, trigger.value) if may_meet(scene, frame, memory)
    ]
    if not frames:
        return None
    if says_no_deed(scene, trigger, clause):
        return None
    following = scene.words[trigger.j].low if trigger.j < len(scene.words) else ""
    for frame in frames:
        if frame.event == "vessel.portcall" and trigger.value == "call" and following not in _CALLS:
            continue  # "called herself Su Ryong San"
        if frame.inner and not _holds_inner(scene, trigger, frame, lexicon):
            continue
        draft = _filled(scene, trigger, clause, frame, lexicon, memory, heard, wide=wide)
        if draft is None or not plausible(scene, draft):
            continue
        if complete(draft, concerned=memory.concerned) or (wide and says_enough(draft)):
            return draft
    return None


def _filled(
    scene: Scene,
    trigger: Mark,
    clause: Clause,
    frame: Frame,
    lexicon: Lexicon,
    memory: Memory,
    heard: Heard,
    *,
    wide: bool,
) -> Draft | None:
    found = cast(scene, frame, trigger, clause, memory)
    without_speakers(found, heard)
    if trigger.kind == "noun" and not frame.copula:
        nominal(scene, trigger, found)
        if not any(is_party(mark) for mark in found.subject):
            found.subject = _of_light_verb(scene, trigger, clause, memory) or found.subject
    if _out_of_place(scene, trigger, clause, frame, found, memory):
        return None
    items, sums = things_of(scene, frame, trigger, clause, found, memory)
    taken_near = not items and not sums and wide
    if taken_near:
        items = near_things(scene, frame, trigger, clause, found)
    bare = (
        frame.event == "by item"
        and memory.concerned
        and not (items or sums)
        and deals(scene, trigger, clause, found, mood_of(scene, trigger, clause, "transfer", found.subject))
    )
    if not bare and not meets(frame, classes_of(items, sums), found):
        return None
    if frame.event == "train.personnel":
        # Who is trained is the recipient; how many, a thing counted.
        items = [m for m in items if is_people(m) and amount_of(scene, m, set()) is not None]
    items = measured_against(scene, frame.event, items, clause)
    goods = any(m.kind == "item" for m in found.objects)
    event = (
        lexicon.event_of(goods_of(memory)) if bare else _event(frame, trigger, items, lexicon, goods=goods)
    )
    if event is None:
        return None
    event = _of_goods_at_all(scene, event, trigger, items)
    if event in ("evade.sanctions", "statement.deny", "vessel.ais_gap"):
        items = []  # what is evaded or denied is the measure or the word itself, no thing that changes hands
    items = with_companions(scene, event, trigger, clause, items, ship=bool(found.vessels))
    mood = _mood(scene, trigger, clause, event, found, [*items, *sums])
    draft = Draft(frame, event, trigger, clause, found, mood, items, sums, [], [], [])
    draft.bare = bare
    draft.grounded = not _STANDING_ON.isdisjoint(scene.lows[trigger.i : clause.j])
    draft.inferred = NEAR_DOUBT if taken_near and items else ""
    draft.counted = any(amount_of(scene, item, set()) is not None for item in items)
    draft.happened = trigger.kind == "noun" and not _HAPPENING.isdisjoint(scene.lows[trigger.j : clause.j])
    voice_of_mood(scene, draft, heard, memory)
    pronouns(scene, draft, heard)
    fill(scene, draft, memory, heard)
    if frame.of_customs and not declared(scene, draft, memory):
        return None
    refine(scene, draft)
    had_by(scene, draft)
    return _denial(scene, draft, memory, heard) if event == "statement.deny" else draft


def _denial(scene: Scene, draft: Draft, memory: Memory, heard: Heard) -> Draft | None:
    """Return the denial of a word with who denies; None where a deed is denied, or the publisher speaks for itself."""
    trigger = draft.trigger
    words_denied = [
        m for m in scene.of("item") if m.value == "statement" and 0 <= m.i - trigger.j <= _GOVERNED
    ]
    if any(m.j < len(scene.words) and scene.lows[m.j] == "that" for m in words_denied):
        return None  # "rejects the suggestion that any product was passed": that is what is denied
    speaking = [voice.mark for voice in heard.voices if voice.i <= trigger.i < voice.j]
    if draft.actor and not speaking:
        draft.speakers = [mark for mark in draft.cast.subject if mark.kind == "party"] or None
    if trigger.kind == "phrase":
        # "replied that the allegations were without foundation": who replies denies.
        draft.actor = [mention(scene, mark) for mark in [m for m in speaking if is_party(m)][-1:]]
    own = memory.own and all(mention_.canonical == memory.own for mention_ in draft.actor)
    return None if draft.actor and own else draft


def _out_of_place(
    scene: Scene, trigger: Mark, clause: Clause, frame: Frame, found: Cast, memory: Memory
) -> bool:
    """Return whether the frame does not hold where the trigger stands, whatever its thing is."""
    if frame.event == "sanction.impose" and trigger.value in _LISTS and _of_goods(scene, trigger, clause):
        return True  # "the sheet lists 1,640 tonnes of diesel"
    if frame.of_customs and not keeps_books(scene, trigger, clause, memory):
        return True
    if frame.event == "capture.territory" and trigger.value in _OF_MANY_SENSES:
        return not _taken_ground(scene, trigger, found, memory)
    seen = frame.event == "vessel.portcall" and trigger.value in _SEEN
    return (
        (seen and not _in_port(scene, found))
        or (frame.passive_only and not found.passive)
        or (frame.bridge and not bridges(scene, trigger, clause))
    )


_OF_MANY_SENSES = frozenset({"take", "claim", "seizure", "fall"})
_SETTLEMENTS = words("settlements")


def _taken_ground(scene: Scene, trigger: Mark, found: Cast, memory: Memory) -> bool:
    """Return whether a place is what is taken, in a text of fighting: "took Yasenove", "the seizure of the village of Yasenove"."""
    if memory.people_are != "personnel.military":
        return False
    k = trigger.j + (scene.lows[trigger.j : trigger.j + 1] == ["of"])
    near = scene.lows[k : k + 3]
    if near[:1] == ["the"] and near[1:2] and near[1] in _SETTLEMENTS:
        return True
    places = [m for m, _ in found.places]
    return any(m.i == k for m in places)


_LISTS = frozenset({"list", "<list>"})


def _of_goods(scene: Scene, trigger: Mark, clause: Clause) -> bool:
    """Return whether goods or an amount with a unit stand right behind the trigger, and nobody that is designated."""
    behind = [m for m in scene.of("item", "amount", "party") if trigger.j <= m.i < clause.j][:2]
    listed = any(m.value.startswith("designation") for m in scene.of("item") if m.i >= trigger.j)
    return any(m.kind == "amount" for m in behind[:1]) and not listed and not counted_targets(scene, clause)


def _event(frame: Frame, trigger: Mark, items: list[Mark], lexicon: Lexicon, *, goods: bool) -> str | None:
    """Return the event of the frame, of what passes on that of its thing; None where the thing makes it no such deed."""
    if frame.event == "customs.declare" and trigger.value in _OF_GOODS and goods:
        return None  # "deliveries of oil reached $90 million": deliveries of goods that are named
    if frame.event != "by item":
        return frame.event
    if trigger.kind == "noun" and trigger.value in _OF_GOODS and not items:
        return None  # "shipments to the DPRK account for $196 million": what they are worth, and no sum that was sent
    event = lexicon.event_of(items[0].value if items else "money")
    if event.startswith(("deploy", "labour")) and (len(items) == 1 or frame.pattern == "get"):
        return None
    return event


def _of_goods_at_all(scene: Scene, event: str, trigger: Mark, items: list[Mark]) -> str:
    """Return the event where goods are not named: "never sold anything" sells a commodity, "paid nothing" pays no money."""
    if event != "ship.cargo" or items[0].value != "shipment":
        return event
    if not any(scene.words[k].low in _GOODS_AT_ALL for k in range(items[0].i, items[0].j)):
        return event
    return "transfer.finance" if trigger.value.strip("<").startswith("pay") else "transfer.commodity"


def _mood(scene: Scene, trigger: Mark, clause: Clause, event: str, found: Cast, things: list[Mark]) -> Mood:
    """Return the mood of the deed, "no" before its thing or right behind its verb among what turns it."""
    mood = mood_of(scene, trigger, clause, event, found.subject)
    if (mood.modality, mood.polarity) == ("asserted", "positive"):
        doubt = of_doubt(scene, clause, [*things, *found.vessels, *found.subject, *found.objects])
        mood = Mood("alleged", "positive", doubt) if doubt is not None else mood
    if trigger.kind == "noun":
        things = [*things, trigger]  # "shows no sale"
    if mood.modality == "asserted" and any(is_none(scene, mark) for mark in things):
        mood = Mood(mood.modality, "negative", mood.cue, mood.asked)
    after_it = scene.words[trigger.j].low if trigger.j < len(scene.words) else ""
    if (
        mood.modality == "asserted"
        and trigger.kind == "verb"
        and after_it in ("no", "none", "nothing")
        and not any(m.i <= trigger.j < m.j for m in scene.of("amount"))  # "posted no fewer than 40"
        and not event.startswith("vessel.")
    ):
        mood = Mood(mood.modality, "negative", mood.cue, mood.asked)
    if trigger.value.startswith("<be> absent") or without_record(scene, trigger):
        mood = Mood(mood.modality, "negative", mood.cue, mood.asked)
    if event == "statement.deny":
        mood = Mood("denied", "negative", mood.cue, mood.asked)
    return mood


def _in_port(scene: Scene, found: Cast) -> bool:
    """Return whether a vessel is said to have been seen in a port: "at Rajin", not "340 km east of Shanghai"."""
    ports = [m for m, _ in found.places if m.kind == "place" and state_of(m.value)]
    return bool(found.vessels) and any(m.i and scene.words[m.i - 1].low in ("at", "in") for m in ports)


def _of_light_verb(scene: Scene, trigger: Mark, clause: Clause, memory: Memory) -> list[Mark]:
    """Return who carried out, launched or staged what the noun names: "Damascus staged two rocket salvos"."""
    light = [
        mark
        for mark in scene.of("verb")
        if clause.i <= mark.i < trigger.i <= mark.i + 8 and scene.words[mark.i].low in LIGHT_VERBS
    ]
    governing = [light[-1]] if light else _governing(scene, trigger, clause)
    if not governing or is_passive(scene, governing[-1]):
        return []
    return [mark for mark in subject_of(scene, governing[-1], clause, memory)[0] if is_party(mark)]


def _governing(scene: Scene, trigger: Mark, clause: Clause) -> list[Mark]:
    """Return the verb that governs the noun of a deed: "is considering the purchase", "allowed the release"."""
    for k in range(trigger.i - 1, max(clause.i - 1, trigger.i - 1 - _GOVERNED), -1):
        word = scene.words[k]
        if word.low in _GOVERNING:
            return [
                Mark(
                    "verb",
                    word.start,
                    word.end,
                    k,
                    k + 1,
                    word.low,
                    "fin" if word.low.endswith("ing") else "past",
                )
            ]
        if word.low == "behind" and k and scene.words[k - 1].low in _BE:
            before = scene.words[k - 1]  # "the group was behind the theft"
            return [Mark("verb", before.start, before.end, k - 1, k, before.low, "fin")]
        if word.low in PREPOSITIONS:
            return []
    return []


def _holds_inner(scene: Scene, trigger: Mark, frame: Frame, lexicon: Lexicon) -> bool:
    """Return whether a verb that says little alone is followed by the word that it needs ("help … build")."""
    wanted = frozenset().union(*(lexicon.inner[verb] for verb in frame.inner))
    reach = _LONG_REACH if frame.event in ("theft.cyber", "sanction.impose") else _REACH
    return any(word.low in wanted for word in scene.words[trigger.j : trigger.j + reach])
