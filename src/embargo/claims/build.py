"""Building a claim: a frame met, its cast put into slots, its quote cut, its words turned into records."""

from collections.abc import Sequence

import msgspec

from embargo.claims.ahead import ahead
from embargo.claims.attribution import Heard, Voice, carried, chain
from embargo.claims.clauses import Clause, is_reduced
from embargo.claims.denials import DENIABLE, waved_off
from embargo.claims.grammar import words
from embargo.claims.grounds import declared_of, grounds_of, house_of
from embargo.claims.lexicon import Frame
from embargo.claims.marks import Mark, Scene
from embargo.claims.measures import imposed
from embargo.claims.modality import Mood
from embargo.claims.needs import PERSONS, is_guest
from embargo.claims.negations import came_to_nothing
from embargo.claims.objects import AT_ALL, is_of
from embargo.claims.parts import of_wholes
from embargo.claims.roles import Cast
from embargo.claims.spelled import spelled
from embargo.claims.subjects import troops
from embargo.claims.things import amount_of, is_money, is_people, item_of, money
from embargo.language import holds
from embargo.vocabulary import Claim, Document, Item, Mention, Speaker, When, cut, state_of
from embargo.vocabulary.mentions import PlaceRole

LONGEST_QUOTE = 400
_ADDITIONAL = ("a further", "further", "another", "an additional", "additional", "extra", "on top of")
_CUMULATIVE = ("so far", "to date", "in total", "since", "cumulative", "overall", "altogether", "as of")


# Deeds whose State is where they happen.
_ON_GROUNDS = ("visit.official", "vessel.move", "combat.participate")
_IN_STATES = ("labour.", "train.", "casualty", "capture.personnel", "interdict", "presence.", "theft.")
# Verbs after which a capital is the city and not only the government.
_CARRIED_TO = frozenset(
    {"fly", "arrive", "reach", "visit", "travel", "airlift", "go", "come", "unload", "land"}
)


_MEASURING = words("measuring")
# So many words stand at most between a measuring verb and its amount.
_BEHIND = 4


class Draft(msgspec.Struct):
    """A claim in the making: frame, trigger, clause, cast, mood, and the marks that its quote must hold."""

    frame: Frame
    event: str
    trigger: Mark
    clause: Clause
    cast: Cast
    mood: Mood
    items: list[Mark]
    sums: list[Mark]
    supplier: list[Mention]
    recipient: list[Mention]
    actor: list[Mention]
    helper: Mark | None = None
    # Where the speakers of the sentence are not those of this draft (a denial and what it denies): these are.
    speakers: list[Mark] | None = None
    inferred: str = ""
    # A noun of a deed that is said to have happened: "the transfer of 60 missiles to Russia took place".
    happened: bool = False
    # Whether a number counts the thing: "60 howitzers".
    counted: bool = False
    # A deed of passing on that says with whom and not what: "has never traded with the North".
    bare: bool = False
    # Whether words behind the thing say on what ground it stands, though no list knows it: "on the quay", "at a depot".
    grounded: bool = False
    # An item of a list, whose parties and time come from the sentence that leads it in.
    led: bool = False


def mention(scene: Scene, mark: Mark, role: PlaceRole | None = None) -> Mention:
    """Return the mark as a mention; people act under their State's name."""
    canonical = mark.value
    if mark.kind == "item":
        canonical = people_of(mark)
    elif mark.kind == "place" or role is None:
        canonical = mark.value
    if role is not None and mark.form == "metonym":
        canonical = f"{mark.value}:{_bare(scene, mark)}"
    return Mention(scene.text[mark.start : mark.end], mark.start, mark.end, canonical, role)


def people_of(mark: Mark) -> str:
    """Return the canonical id under which people act: their State's soldiers or workers, else their class."""
    if not mark.nation:
        return f"people:{mark.value}"
    if mark.value.startswith("labour"):
        return f"{mark.nation}:workers"
    return troops(mark.nation)


def _bare(scene: Scene, mark: Mark) -> str:
    return scene.text[mark.start : mark.end].removeprefix("the ").removeprefix("The ")


def implied(canonical: str) -> Mention:
    """Return a filler that the text leaves unsaid but entails."""
    return Mention(None, None, None, canonical, None, implicit=True)


def is_party(mark: Mark) -> bool:
    """Return whether the mark may fill a party's slot."""
    return mark.kind in ("party", "vessel") or (mark.kind == "item" and is_people(mark) and bool(mark.nation))


def classes_of(items: list[Mark], sums: list[Mark]) -> list[str]:
    """Return the classes of the things, money among them."""
    return [item.value for item in items] + (["money"] if sums else [])


def meets(frame: Frame, classes: list[str], cast_: Cast) -> bool:
    """Return whether what the frame needs is there."""
    if not frame.needs:
        return True
    if any(is_of(cls, frame.needs) for cls in classes):
        return True
    for need in frame.needs:
        if need == "party" and any(is_party(m) for m in (*cast_.objects, *cast_.takers, *cast_.subject)):
            return True
        if need == "place" and cast_.places:
            return True
        if need == "person" and any(is_guest(m) for m in (*cast_.objects, *cast_.takers, *cast_.subject)):
            return True
        if need == "guest" and any(
            m.form in PERSONS
            for m in (
                *cast_.objects,
                *cast_.takers,
                *(cast_.subject if cast_.passive and (cast_.agents or cast_.places) else []),
            )
        ):
            return True
        if need == "vessel" and any(m.value.startswith("vessel") for m in cast_.means):
            return True
        if need == "vessel" and (cast_.vessels or any(m.value.startswith("vessel:") for m in cast_.subject)):
            return True
    return False


def finish(
    scene: Scene,
    draft: Draft,
    document: Document,
    heard: Heard,
    time: tuple[When | None, When | None],
    bounds: tuple[int, int],
) -> Claim | None:
    """Return the claim of a draft, or None where no quote of at most 400 code points carries it."""
    event_time, said = time
    quote = _quote(scene, draft, event_time, bounds)
    if quote is None:
        return None
    event_time = ahead(scene, draft.mood, draft.trigger, event_time, document)
    used: set[int] = set()
    items: list[Item] = []
    if draft.speakers is not None:
        heard = Heard([Voice(mark, 0, len(scene.words), "say") for mark in draft.speakers], heard.also)
    attribution = chain(scene, heard, draft.trigger, document, quote)
    if not came_to_nothing(scene, draft.trigger) and (
        _of_own_deed(draft, attribution)
        or _insisted(scene, draft)
        or waved_off(scene, draft.mood, draft.event, draft.trigger, draft.clause, attribution)
    ):
        draft.mood = msgspec.structs.replace(draft.mood, modality="denied")
    elif _confirmed(scene, draft, attribution) or _admitted(draft, heard):
        draft.mood = msgspec.structs.replace(draft.mood, modality="acknowledged")
    elif _promised(scene, draft, attribution):
        draft.mood = msgspec.structs.replace(draft.mood, modality="pledged")
    denied = draft.mood.modality == "denied"
    # A participle that only hangs on its noun ("of the 15,000 sent to …") counts the whole, not the part.
    reduced = is_reduced(scene, draft.trigger)
    for mark in _things(scene, draft):
        counted = None if denied else amount_of(scene, mark, used, part=not reduced)
        if counted is None and not denied:
            counted = _reached(scene, draft, mark)
        if counted is not None and reduced and _is_share(counted):
            counted = None  # "40 per cent of all shells fired by": the share is of another deed
        if counted is not None:
            used.add(id(counted))
        items.append(item_of(scene, mark, counted, quote))
    items.extend(money(scene, mark, quote) for mark in draft.sums if id(mark) not in used and not denied)
    if any(item.cls == "money" and item.quantity is not None for item in items):
        # "moved the stolen funds, $30 million": the sum is the funds.
        items = [item for item in items if item.cls != "money" or item.quantity is not None]
    if draft.event == "sanction.impose":
        items = imposed(scene, draft.clause, draft.recipient, items, quote)
    places = _places(scene, draft)
    if draft.mood.modality == "acknowledged" and event_time is None and said is not None and said.last:
        # What was acknowledged had happened by then.
        event_time = When(None, None, None, None, said.last, "before", implicit=True)
    window = scene.text[max(bounds[0], quote[0] - 24) : min(bounds[1], quote[1] + 16)].casefold()
    counts = any(item.quantity for item in items)
    return Claim(
        id="",
        document=document.id,
        event=draft.event,
        evidence=cut(document.id, scene.text, *quote),
        modality=draft.mood.modality,
        polarity=draft.mood.polarity,
        supplier=_settled(draft.supplier, quote),
        recipient=_settled(draft.recipient, quote),
        actor=_settled(draft.actor, quote),
        items=tuple(items),
        time=_when(event_time, quote),
        said_time=_when(said, quote),
        places=_settled(places, quote),
        means=_settled([mention(scene, m) for m in draft.cast.means], quote),
        vessels=_settled([mention(scene, m) for m in draft.cast.vessels], quote),
        attribution=attribution,
        also_reported_by=_settled(list(carried(scene, heard)), quote),
        additional=counts and holds(window, _ADDITIONAL),
        cumulative=counts and holds(window, _CUMULATIVE),
        doubts=_doubts(draft),
    )


# Who fights and what is put out are the deed itself, and no thing of it.
_WITHOUT_THINGS = ("combat.participate", "report.publish")


def _things(scene: Scene, draft: Draft) -> list[Mark]:
    """Return the things that the claim says; "has never sold anything" says none."""
    if draft.event in _WITHOUT_THINGS:
        return []
    # "so much as a screw": nothing at all, and no screw
    said = [m for m in draft.items if m.form != "least"]
    named = [m for m in said if m.form != "alone" or scene.words[m.i].low not in AT_ALL]
    named = of_wholes(scene, named)
    if draft.mood.modality == "denied" and len(named) > 1:
        named = [m for m in named if m.value != "voyage"]  # how often is a number, and a denial has none
    # "contraband diesel": a word for goods right before what they are only says what kind of it.
    heads = {m.i for m in draft.items}
    return [
        m
        for m in named
        if not m.value.startswith("shipment") or (m.j not in heads and not _is_pack(scene, m, heads))
    ]


_PACKS = words("packs")


def _is_pack(scene: Scene, mark: Mark, heads: set[int]) -> bool:
    """Return whether the mark is what goods come in, which counts them: "41 cartons of cognac"."""
    of = mark.j < len(scene.lows) and scene.lows[mark.j] == "of"
    return of and scene.lows[mark.j - 1] in _PACKS and any(mark.j < head <= mark.j + 3 for head in heads)


def _of_own_deed(draft: Draft, attribution: Sequence[Speaker]) -> bool:
    """Return whether who says that it was not done would have done it, got it or let it happen: then it is denied."""
    bare = (draft.mood.modality, draft.mood.polarity) == ("asserted", "negative")
    if not bare or not attribution or draft.event == "customs.declare":
        return False  # a service that has declared no coal denies none
    speaker = attribution[0].canonical
    doers = {
        m.canonical
        for m in (*draft.supplier, *draft.actor, *(draft.recipient if draft.frame.pattern == "get" else []))
    }
    states = {state_of(doer) for doer in doers}
    if draft.event.startswith(DENIABLE):
        states |= {state_of(m.canonical) for m in draft.recipient}
        states |= {state_of(mark.value) for mark, _ in draft.cast.places}
    states -= {None}
    return speaker in doers or (state_of(speaker) is not None and state_of(speaker) in states)


def _insisted(scene: Scene, draft: Draft) -> bool:
    """Return whether it is insisted that something was not done: nobody insists on what nobody says."""
    bare = (draft.mood.modality, draft.mood.polarity) == ("asserted", "negative")
    return bare and any(scene.words[mark.i].low.startswith("insist") for mark in scene.of("speech"))


def _confirmed(scene: Scene, draft: Draft, attribution: Sequence[Speaker]) -> bool:
    """Return whether who confirms is of the State that did it: "the ministry confirms that its engineers train them"."""
    cue = draft.mood.cue
    if draft.mood.modality != "asserted" or cue is None or not scene.words[cue.i].low.startswith("confirm"):
        return False
    states = {state_of(m.canonical) for m in (*draft.supplier, *draft.actor)} - {None}
    return bool(attribution) and state_of(attribution[0].canonical) in states


_ADMITTING = ("admit", "acknowledg", "conced", "allow")


def _admitted(draft: Draft, heard: Heard) -> bool:
    """Return whether the verb of saying behind it admits it: "Tehran did once sell drones, the minister conceded"."""
    if (draft.mood.modality, draft.mood.polarity) != ("asserted", "positive"):
        return False
    behind = (v for v in heard.voices if v.i <= draft.trigger.i < v.j and v.mark.i > draft.trigger.i)
    return any(voice.verb.startswith(_ADMITTING) for voice in behind)


_WILL = frozenset({"will", "would", "shall", "’ll", "'ll"})
_GIVING = ("transfer", "aid", "deploy", "finance", "report.notify")
# Who says "will contribute" promises it, whoever tells.
_CONTRIBUTING = frozenset({"contribute", "donate", "<contribute>", "<donate>", "<contribute> ... to"})


def _promised(scene: Scene, draft: Draft, attribution: Sequence[Speaker]) -> bool:
    """Return whether who says that it will be given is who gives it: then it is pledged, not only planned."""
    cue = draft.mood.cue
    if (
        draft.mood.modality != "planned"
        or draft.mood.polarity != "positive"
        or cue is None
        or not attribution
    ):
        return False
    if scene.words[cue.i].low not in _WILL or not draft.event.startswith(_GIVING):
        return False
    if draft.trigger.value in _CONTRIBUTING:
        return True
    givers = {state_of(m.canonical) or m.canonical for m in (*draft.supplier, *draft.actor)}
    return any((state_of(one.canonical) or one.canonical) in givers for one in attribution)


def _reached(scene: Scene, draft: Draft, item: Mark) -> Mark | None:
    """Return the amount behind a measuring verb: "deliveries of oil reached one million barrels"."""
    fate = draft.event == "casualty" and draft.trigger.kind == "verb"
    if (draft.trigger.kind != "noun" and not fate) or item not in draft.items[:1]:
        return None
    start = max(item.j, draft.trigger.i)
    verb = next((k for k in range(start, draft.clause.j) if scene.words[k].low in _MEASURING), None)
    if verb is None:
        return None
    behind = [m for m in scene.of("amount") if 0 < m.i - verb <= _BEHIND]
    counted = behind[0] if behind and behind[0].amount is not None else None
    if counted is None or counted.amount is None:
        return None
    taken = any(0 <= m.i - counted.j <= 2 and m.form != "measure" for m in scene.of("item"))
    declared = draft.event == "customs.declare"  # "exports of lathes came to €0.4 million"
    return None if (is_money(counted) and not declared) or taken else counted


def _is_share(amount: Mark) -> bool:
    return amount.amount is not None and amount.amount.unit == "percent"


def _doubts(draft: Draft) -> tuple[str, ...]:
    found: list[str] = [draft.inferred] if draft.inferred else []
    if draft.cast.inherited and not draft.cast.passive:
        found.append("who acts was taken from an earlier clause")
    if any(mark.form == "alone" for mark in draft.items):
        found.append("what the number counts was understood from what stands before")
    if draft.frame.pattern == "give" and not draft.supplier and not draft.cast.passive:
        found.append("who supplies is not said")
    if draft.cast.subject and draft.cast.subject[0].form in ("pronoun", "call"):
        found.append(f"“{draft.cast.subject[0].value}” was understood from what stands before")
    return tuple(found)


def _settled(mentions: list[Mention], quote: tuple[int, int]) -> tuple[Mention, ...]:
    seen: dict[tuple[str, str | None], Mention] = {}
    for item in mentions:
        outside = (
            item.start is not None
            and item.end is not None
            and not (quote[0] <= item.start and item.end <= quote[1])
        )
        settled = item
        if outside != item.outside_quote:
            settled = msgspec.structs.replace(item, outside_quote=outside)
        seen.setdefault((item.canonical, item.role), settled)
    return tuple(seen.values())


def _when(when: When | None, quote: tuple[int, int]) -> When | None:
    if when is None or when.start is None or when.end is None:
        return when
    return msgspec.structs.replace(when, outside_quote=not (quote[0] <= when.start and when.end <= quote[1]))


def _places(scene: Scene, draft: Draft) -> list[Mention]:
    found: list[Mention] = []
    if draft.event.startswith("sanction."):
        return found  # "a distributor in Gdynia is listed": where its targets sit is no place of a measure
    weapon = draft.event == "use.weapon"
    grounds = [(mark, "location") for mark in draft.cast.objects if mark.kind == "party"]
    stays = draft.event == "labour.dispatch" and draft.trigger.kind == "phrase"
    for mark, where in [*draft.cast.places, *(grounds if stays else [])]:
        role: PlaceRole = where  # type: ignore[assignment]
        if mark.kind == "party" and not weapon and not _is_ground(draft, mark, role):
            # A State that is a party of the deed is no place of it as well.
            continue
        if draft.event == "combat.participate" and role == "target":
            continue
        if weapon and role in ("destination", "location"):
            role = "target"
        found.append(mention(scene, mark, role))
    if (
        draft.clause.lead == "rel"
        and scene.words[draft.clause.i].low == "where"
        and draft.clause.antecedent is not None
    ):
        antecedent = draft.clause.antecedent
        if antecedent.kind == "place":
            found.append(mention(scene, antecedent, "location"))
    for mark, where in grounds_of(scene, draft.event, draft.trigger, draft.clause):
        if any(
            known.start is not None and known.start < mark.end and mark.start < (known.end or 0)
            for known in found
        ):
            continue
        found.append(mention(scene, mark, "target" if weapon and where != "origin" else where))
    house = house_of(scene, draft.event, draft.trigger, draft.clause) if not found else None
    if house is not None:
        found.append(mention(scene, *house))
    found += [mention(scene, m, "declared_origin") for m in declared_of(scene, draft.event, draft.trigger)]
    return found


def _is_ground(draft: Draft, mark: Mark, role: str | None) -> bool:
    """Return whether a State or its capital is a place of the deed: where people work, or whither a thing was flown."""
    if draft.event in _ON_GROUNDS or (role == "location" and draft.event.startswith(_IN_STATES)):
        return True
    carried = role in ("location", "destination") and draft.trigger.value in _CARRIED_TO
    return mark.form == "metonym" and carried


def _quote(scene: Scene, draft: Draft, time: When | None, bounds: tuple[int, int]) -> tuple[int, int] | None:
    """Return the shortest run inside the sentence that holds the trigger, its cast, its things and its time."""
    lo, hi = draft.trigger.start, draft.trigger.end
    # A conjunction joins the clause to the one before it and is no part of what it says.
    joined = draft.clause.lead in ("and", "sub") and draft.clause.i + 1 < draft.clause.j
    first = scene.words[draft.clause.i + joined].start
    last = scene.words[draft.clause.j - 1].end
    spans = [
        (m.start, m.end)
        for m in (
            *draft.items,
            *draft.sums,
            *draft.cast.subject,
            *draft.cast.objects,
            *draft.cast.takers,
            *draft.cast.agents,
            *draft.cast.givers,
            *draft.cast.means,
            *draft.cast.vessels,
        )
    ]
    spans += [(m.start, m.end) for m, _ in draft.cast.places]
    spans += [(m.start, m.end) for m in (draft.mood.cue, draft.mood.asked, draft.helper) if m is not None]
    if time is not None and time.start is not None and time.end is not None:
        spans.append((time.start, time.end))
    for mark in scene.of("amount"):
        if any(mark.j <= item.i and item.i - mark.j <= 7 for item in draft.items):
            spans.append((mark.start, mark.end))
    spans += [(m.start, m.end) for m in (spelled(scene, item) for item in draft.items) if m is not None]
    # A relative or joined clause is quoted by itself; what it takes over stands outside its quote.
    alone = draft.clause.lead in ("rel", "and", "sub")
    for start, end in spans:
        if alone and (end <= first or start >= last):
            continue
        if start < bounds[0] or end > bounds[1]:
            continue
        lo, hi = min(lo, start), max(hi, end)
    if alone:
        lo = min(lo, first)
    if hi - lo > LONGEST_QUOTE:
        lo, hi = max(lo, draft.trigger.start - 150), min(hi, draft.trigger.end + 240)
        lo, hi = scene.words[scene.token_at(lo)].start, scene.words[max(0, scene.token_at(hi) - 1)].end
    return (lo, hi) if lo < hi <= lo + LONGEST_QUOTE else None
