"""Parties: who supplies, who receives, who acts, out of the cast of a deed."""

from collections.abc import Sequence

import msgspec

from embargo.claims.attribution import Heard
from embargo.claims.befallen import befallen
from embargo.claims.build import Draft, implied, is_party, mention
from embargo.claims.clauses import preposition
from embargo.claims.declared import declared
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.objects import nominal, passing
from embargo.claims.roles import Cast
from embargo.claims.subjects import listed
from embargo.claims.taken import heard_by, hires
from embargo.claims.targets import targeted
from embargo.claims.things import is_people
from embargo.claims.unlisted import of_nobody_known
from embargo.vocabulary import Mention, state_of

_HELP = words("helping_verbs")
# Bare "soldiers" are anybody's; "the soldiers" those spoken of last.
_SPOKEN_OF = frozenset({"the", "these", "those", "such", "their", "they"})
# Who loses soldiers loses its own.
_LOSING = frozenset(
    {"lose", "suffer", "sustain", "suffered", "sustained", "has lost", "have lost", "had lost"}
)
_SENT = ("deploy.personnel", "labour.dispatch")
# Verbs of those who keep count of what ships do.
_TALLYING = frozenset({"count", "put", "estimate", "log", "record", "trace", "track", "list"})
_MEETING = ("meet", "<meet>")
_ASKING = frozenset({"ask", "request"})
# Who ascribes a theft did not steal: whom it is ascribed "to" did, or whom it is held against.
_ASCRIBING = frozenset({"attribute", "pin", "lay", "trace", "link", "tie", "ascribe", "credit"})
_CHARGING = frozenset({"blame", "hold", "name", "accuse"})
# Verbs of carriage: their subject moves the goods, and may own none of them.
_CARRYING = frozenset({"carry", "move", "transport", "ferry", "fly", "haul", "truck", "ship", "deliver"})


class Sides(msgspec.Struct):
    """The parties of a cast that may fill a slot, by where they stand."""

    subject: list[Mark]
    agents: list[Mark]
    takers: list[Mark]
    givers: list[Mark]
    objects: list[Mark]


def fill(scene: Scene, draft: Draft, memory: Memory, heard: Heard) -> None:
    """Put the parties of the draft's cast into its slots: supplier and recipient, or actor and recipient."""
    found, frame = draft.cast, draft.frame
    for mark in found.subject:
        if mark.kind == "item" and is_people(mark) and not mark.nation:
            mark.nation = _nation(scene, mark, memory, heard)
    sides = Sides(
        [
            m
            for m in found.subject
            if is_party(m) and not (found.passive and m.kind == "item" and draft.event != "conceal.identity")
        ],
        [m for m in found.agents if is_party(m)],
        [m for m in found.takers if is_party(m) and not (m.kind == "item" and m in draft.items)],
        [m for m in found.givers if is_party(m)],
        [m for m in found.objects if m.kind == "party" or (is_party(m) and m not in draft.items)],
    )
    if frame.pattern == "give":
        _give(scene, draft, memory, sides)
        _by_customs(scene, draft)
    elif frame.pattern == "get":
        bid = _bidden(scene, draft)
        draft.recipient = _who(scene, sides.agents if found.passive else bid or sides.subject)
        asked = sides.objects if draft.trigger.value in _ASKING else []
        draft.supplier = _who(scene, sides.givers or asked)
        _by_customs(scene, draft)
    else:
        _act(scene, draft, sides)
        if draft.event == "presence.materiel":
            draft.actor = []  # who sees a thing does nothing with it
        lemma = draft.trigger.value.removeprefix("<").split(">")[0]
        if lemma in _TALLYING and draft.event.startswith(("vessel.", "casualty")) and not found.passive:
            # "The centre counted 64 voyages by Angara": it says so, and sails nowhere.
            draft.speakers = [m for m in found.subject if m.kind == "party"] or None
            draft.actor = [m for m in draft.actor if m.canonical.startswith("vessel:")]
    declared(scene, draft, memory)
    heard_by(scene, draft)
    _of_vessels(scene, draft, memory)
    if memory.concerned and draft.trigger.kind == "verb":
        of_nobody_known(scene, draft, memory, heard)
    of_people(draft)
    befallen(scene, draft, memory)
    targeted(scene, draft, memory, heard)
    if draft.event.startswith("labour.") and any(
        draft.clause.i <= m.i < draft.clause.j for m in scene.of("amount")
    ):
        _of_those_spoken_of(draft, memory)
    draft.supplier = _apart(draft.supplier, draft.recipient)


def _nation(scene: Scene, people: Mark, memory: Memory, heard: Heard) -> str:
    """Return whose people are meant: "our soldiers" are the speaker's, "the soldiers" those spoken of last."""
    if people.i and scene.words[people.i - 1].low == "our":
        speaking = [state_of(voice.mark.value) for voice in heard.voices]
        return next((code for code in speaking if code), None) or state_of(memory.publisher) or ""
    before = scene.words[people.i - 1].low if people.i else ""
    if before in ("its", "their"):
        # "the commission acknowledged that its troops …": those of the State named before.
        owners = [m for m in scene.of("party") if m.j <= people.i and state_of(m.value)]
        if owners:
            return state_of(owners[-1].value) or ""
    spoken_of = scene.words[people.i].low in _SPOKEN_OF or before in _SPOKEN_OF
    return memory.people.nation if memory.people is not None and spoken_of else ""


def _who(scene: Scene, marks: Sequence[Mark]) -> list[Mention]:
    return [mention(scene, mark) for mark in marks]


def _give(scene: Scene, draft: Draft, memory: Memory, sides: Sides) -> None:
    frame, asked = draft.frame, draft.mood.asked
    subject = [asked] if asked is not None else [m for m in sides.subject if m.kind != "vessel"]
    if sides.givers and draft.trigger.value in _CARRYING:
        # Who carries from one State to another supplies nothing of its own.
        subject = []
    if draft.cast.passive:
        draft.supplier = _who(scene, sides.agents or sides.givers)
        draft.recipient = _who(scene, sides.takers or [m for m in subject if m.kind == "party"])
    else:
        draft.supplier = _who(scene, subject or sides.agents or sides.givers)
        draft.recipient = _who(scene, [m for m in sides.takers or sides.objects if m.kind != "vessel"])
    if draft.trigger.value == "launder" and sides.takers:
        # Who launders for somebody takes that somebody's money.
        draft.supplier, draft.recipient = draft.recipient, draft.supplier
    _by_route(draft)
    _by_carrier(scene, draft)
    if frame.reverse:
        before, after = memory.flow if memory.flow is not None else ((), ())
        draft.recipient, draft.supplier = list(before), list(after)
    noun = passing(scene, draft.trigger, draft.clause) if frame.bridge else None
    if noun is not None:
        _by_noun(scene, draft, noun)
    elif frame.bridge and memory.aid is not None:
        draft.supplier, draft.recipient = list(memory.aid[0]), list(memory.aid[1])
    if asked is not None and not draft.recipient and draft.cast.subject:
        asking = state_of(draft.cast.subject[0].value)
        draft.recipient = [implied(asking)] if asking else []


def _act(scene: Scene, draft: Draft, sides: Sides) -> None:
    passive, frame = draft.cast.passive, draft.frame
    draft.actor = _who(
        scene, sides.agents if passive else _bidden(scene, draft) or sides.subject or sides.agents
    )
    if draft.event == "visit.official" and frame.needs == ("guest",):
        # Who is received visits, and not who receives.
        draft.actor = _who(scene, sides.subject if passive else sides.objects)
    elif draft.event == "visit.official" and draft.trigger.value.startswith(_MEETING) and not passive:
        # Who meets somebody and who is met do one and the same.
        met = [m for m in sides.objects if m.form in ("person", "office")]
        draft.actor = [*draft.actor, *_who(scene, met)]
    elif draft.event == "capture.territory" and draft.trigger.value == "<fall> to":
        draft.actor = _who(scene, sides.takers)  # "the village fell to Russian brigades"
    _ascribed(scene, draft, sides)
    helped = _helped(scene, draft)
    if helped is not None:
        helper, draft.recipient = helped
        draft.actor = helper or draft.actor
    elif frame.object == "recipient":
        befallen = [m for m in draft.cast.subject if is_party(m)]
        draft.recipient = _who(scene, befallen if passive else sides.objects or sides.takers)
    elif _takes_in(draft):
        # Who hires, hosts or invites workers receives them.
        draft.recipient, draft.actor = draft.actor, _who(scene, sides.givers)
    elif draft.event == "finance.unfreeze":
        # "released $9 million of frozen DPRK assets", "released to the DPRK"
        held = [
            m for m in scene.of("party", "adjective") if draft.trigger.j <= m.i and _owns_assets(scene, m)
        ]
        draft.recipient = _who(scene, sides.takers) or [implied(m.value) for m in held[:1]]
    elif draft.event in ("combat.participate", "deploy.personnel", "sanction.impose", "labour.dispatch"):
        # "sent Russia 3,000 troops" as well as "sent 3,000 troops to Russia"
        draft.recipient = _who(
            scene, sides.takers or (sides.objects if draft.event.startswith(("deploy", "labour")) else [])
        )


def _takes_in(draft: Draft) -> bool:
    """Return whether who acts is who receives the people: "hired 300 welders", "asked for a third contingent"."""
    lemma = draft.trigger.value.removeprefix("<").split(">")[0]
    if draft.event == "labour.dispatch":
        return hires(draft)
    if draft.cast.passive:
        return False
    return draft.event == "deploy.personnel" and lemma in _ASKING | {"beg", "seek"}


def _ascribed(scene: Scene, draft: Draft, sides: Sides) -> None:
    """Let a theft be whose it is said to be: "attributes the heist to the group", "pinned it on", "blames the North for it"."""
    lemma = draft.trigger.value.removeprefix("<").split(">")[0]
    if draft.event != "theft.cyber" or lemma not in _ASCRIBING | _CHARGING:
        return
    behind = [m for m in scene.of("party") if draft.trigger.j <= m.i < draft.clause.j]
    if lemma in _CHARGING and draft.cast.passive:
        found = sides.subject
    elif lemma in _CHARGING:
        found = sides.objects[:1] or behind[:1]
    else:
        found = [m for m in behind if preposition(scene, m, draft.trigger.j) in ("to", "on", "of")][:1]
    draft.actor = _who(scene, found)
    if not draft.cast.passive:
        draft.speakers = [m for m in draft.cast.subject if m.kind == "party"] or None


def _bidden(scene: Scene, draft: Draft) -> list[Mark]:
    """Return who is asked to do it: "Japan urged China and Laos to stop importing" imports nothing to Japan."""
    asked = draft.mood.asked
    if asked is None or draft.trigger.value in _ASKING:
        return []
    found = [asked]
    for mark in scene.of("party"):
        if found[-1].j <= mark.i and mark.j <= draft.trigger.i and listed(scene, found[-1], mark):
            found.append(mark)
    return found


def _owns_assets(scene: Scene, mark: Mark) -> bool:
    """Return whether the State is said to own what is frozen: "frozen DPRK assets", "North Korean funds"."""
    following = [word.low for word in scene.words[mark.j : mark.j + 2]]
    return bool({"assets", "funds", "money", "accounts", "deposits"} & set(following))


def _by_noun(scene: Scene, draft: Draft, noun: Mark) -> None:
    """Take giver and taker from the noun of passing on: "Iran's exports to China included …"."""
    found = Cast()
    nominal(scene, noun, found)
    owner = [m for m in found.subject if is_party(m)]
    behind = [m for m in scene.of("party") if noun.j <= m.i and m.j <= draft.trigger.i]
    ends = {word: [m for m in behind if preposition(scene, m, noun.j) == word] for word in ("to", "from")}
    if noun.value in ("import", "purchase"):
        draft.recipient, draft.supplier = _who(scene, owner), _who(scene, ends["from"])
    else:
        draft.supplier = _who(scene, owner or ends["from"])
        draft.recipient = _who(scene, ends["to"])


def _by_customs(scene: Scene, draft: Draft) -> None:
    """Let imports and exports that a State's customs record be that State's, where nobody else is said to trade."""
    if draft.trigger.kind != "noun":
        return
    states = [state_of(m.value) for m in scene.of("party") if m.value.endswith(":customs")]
    own = [implied(state) for state in states[:1] if state]
    if draft.trigger.value == "import":
        draft.recipient = draft.recipient or own
    elif draft.trigger.value == "export":
        draft.supplier = draft.supplier or own


def _of_vessels(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Let a vessel act where its own deed is told; "it" and "she" are the vessel spoken of last."""
    if not draft.event.startswith("vessel.") or draft.actor:
        return
    if draft.trigger.i == 0 and memory.vessel is not None:
        # "Berthed at Rajin on 2 November." in a log: the ship spoken of.
        draft.actor = [implied(memory.vessel)]
        draft.inferred = "which vessel was understood from what stands before"
        return
    near = [m for m in scene.of("vessel") if m.j <= draft.trigger.i]
    own = [m for m in scene.of("mean") if m.j <= draft.trigger.i and draft.clause.i <= m.i]
    flagged = [m for m in (*draft.cast.means, *own) if m.nation]
    if draft.cast.vessels:
        first = draft.cast.vessels[0]
        draft.actor = [mention(scene, first)]
    elif near:
        draft.actor = [mention(scene, near[-1])]
    elif flagged:
        draft.actor = [implied(flagged[0].nation)]
        draft.inferred = "who acts was inferred from the flag of the vessels"
    elif memory.flag:
        draft.actor = [implied(memory.flag)]
        draft.inferred = "whose vessels was understood from what stands before"
    elif memory.vessel is not None:
        draft.actor = [implied(memory.vessel)]
        draft.inferred = "which vessel was understood from what stands before"


def carried_over(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions as a later sentence takes them over: they stand outside its quote."""
    return tuple(msgspec.structs.replace(m, outside_quote=m.start is not None) for m in mentions)


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


def _of_those_spoken_of(draft: Draft, memory: Memory) -> None:
    """Take workers of no State for those spoken of before: "one manager expects 300 seamstresses"."""
    people = memory.people
    workers = [m for m in draft.items if m.value.startswith("labour") and not m.nation]
    if draft.actor or people is None or not workers:
        return
    if people.value.startswith("labour") and people.nation:
        draft.actor = [implied(people.nation)] if draft.event == "labour.dispatch" else []
        draft.inferred = "whose workers they are was understood from what stands before"


def of_people(draft: Draft) -> None:
    """Give people their State: those whom North Korea deploys are North Korean, unless their words say otherwise."""
    acting = state_of(draft.actor[0].canonical) if draft.actor else None
    for mark in draft.items:
        if (
            is_people(mark)
            and not mark.nation
            and acting
            and (
                draft.event in ("deploy.personnel", "move.personnel", "labour.dispatch")
                or draft.trigger.value in _LOSING
            )
        ):
            mark.nation = acting
    if (
        draft.event in ("deploy.personnel", "move.personnel")
        and not draft.actor
        and draft.items
        and draft.items[0].nation
    ):
        draft.actor = [implied(draft.items[0].nation)]
    if draft.event in _SENT and not draft.actor:
        # "400 welders have come from Laos to Oman": whence they come is whose they are.
        draft.actor = [implied(m.value) for m in draft.cast.givers if state_of(m.value) == m.value][:1]
    if draft.event == "labour.dispatch" and any(m.value.startswith("labour") for m in draft.items):
        draft.items = [m for m in draft.items if m.value.startswith(("labour", "visa"))]
    if draft.event == "labour.dispatch" and not draft.actor:
        nations = [m.nation for m in draft.items if m.nation]
        draft.actor = [implied(nations[0])] if nations else []
    if draft.event in ("deploy.personnel", "labour.dispatch") and not draft.recipient:
        acting = state_of(draft.actor[0].canonical) if draft.actor else None
        ends = [m for m, where in draft.cast.places if where == "destination"]
        ends = ends or [m for m, where in draft.cast.places if where == "location"]
        going = [state_of(m.value) for m in ends]
        draft.recipient = [implied(code) for code in dict.fromkeys(going) if code and code != acting]
