"""Declared: whose the goods are by their own words, and between which States they went that customs put in their books."""

from embargo.claims.build import Draft, implied, mention
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.things import is_people
from embargo.vocabulary import state_of

# So many words stand at most between goods and what says whose they are: "coal (HS 2701) of DPRK origin".
_NEAR = 7
_MADE = frozenset({"origin", "make", "manufacture", "production", "build", "design", "provenance"})
_COMING_IN = frozenset({"import", "purchase"})
# Words for goods that go both ways.
_BOTH_WAYS = frozenset({"trade", "turnover", "commerce"})
_DEALING = ("sell", "<sell>", "supply", "<supply>")
_OF_GOODS = ("transfer.commodity", "transfer.materiel")


def origin_of(scene: Scene, item: Mark) -> str:
    """Return the State that goods are said to come from: "North Korean coal", "shells of Iranian make", "guns from the North"."""
    if is_people(item) or item.value.startswith(("money", "aid")):
        return ""
    if item.nation:
        return item.nation
    for mark in scene.of("party", "adjective", "place"):
        state = state_of(mark.value) if mark.kind != "place" or mark.form == "origin" else None
        if state is None or not 0 < mark.i - item.j <= _NEAR:
            continue
        gap = [low for low in scene.lows[item.j : mark.i] if low != "the"]
        verb = any(item.j <= m.i < mark.i for m in scene.of("verb", "speech"))
        named = mark.form == "origin" or bool(_MADE & set(scene.lows[mark.j : mark.j + 1]))
        made = named and gap[-1:] == ["of"] and gap[-2:-1] != ["as"]
        if not verb and (made or gap[-1:] == ["from"]):
            return state
    return ""


def by_origin(scene: Scene, draft: Draft) -> None:
    """Let goods that nobody is said to give be given by the State they are named after: "North Korean shells reached Russia"."""
    if draft.frame.pattern == "act" or draft.event not in _OF_GOODS or draft.supplier or draft.actor:
        return
    taking = {state_of(m.canonical) for m in draft.recipient}
    dealt = draft.trigger.value.startswith(_DEALING) or any(not m.implicit for m in draft.recipient)
    if draft.frame.pattern == "give" and not draft.cast.passive and dealt:
        # The ship that brings it to somebody gives it where nobody else is said to: "the Grey Lantern ferried fuel to buyers in Nampo".
        ships = [m for m in draft.cast.subject if m.kind == "vessel"]
        draft.supplier = [mention(scene, m) for m in ships[:1]]
    if draft.supplier:
        return
    whose = [state for state in (origin_of(scene, item) for item in draft.items) if state]
    draft.supplier = [implied(state) for state in whose[:1] if state not in taking]


def declared(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Put the States into a declaration that a customs service keeps: "Mongolia's customs booked knitwear of DPRK origin".

    Who keeps the books is the taker of what comes in and the giver of what goes out, and does nothing else.
    """
    if draft.event != "customs.declare":
        return
    if draft.frame.pattern == "give":
        _by_noun(draft, memory)
        return
    goods = [m for m in draft.items if not m.value.startswith("shipment")]
    if goods and draft.trigger.value.endswith(" as"):
        draft.items = goods  # "describe four cargoes as anthracite" declares anthracite
    keeper = _keeper(scene, draft, memory)
    if not keeper:
        return
    origin = _origin(scene, draft)
    going = [m for m in draft.cast.takers if state_of(m.value) not in (None, keeper)]
    if origin and origin != keeper:
        draft.supplier, draft.recipient, draft.actor = [implied(origin)], [implied(keeper)], []
    elif going:
        draft.supplier, draft.actor = [implied(keeper)], []
        draft.recipient = [implied(state_of(going[0].value) or "")]


def _keeper(scene: Scene, draft: Draft, memory: Memory) -> str:
    """Return the State in whose books it stands: that itself, or its customs, declares; no firm does."""
    kept = [m.canonical for m in draft.actor] or [
        m.value for m in scene.of("party") if "customs" in m.value.casefold()
    ]
    if not kept and memory.customs is not None:
        kept = [memory.customs.value]
    ours = [name for name in kept if state_of(name) == name or _keeps_books(name)]
    return (state_of(ours[0]) or "") if ours else ""


def _keeps_books(name: str) -> bool:
    return any(word in name.casefold() for word in ("customs", "statistic", "revenue"))


def _origin(scene: Scene, draft: Draft) -> str:
    """Return where it came from: "from the DPRK", "of DPRK origin", "as Russian"."""
    givers = [state_of(m.value) for m in draft.cast.givers]
    whose = [state for state in givers if state] or [origin_of(scene, item) for item in draft.items]
    as_such = [
        m.value
        for m in scene.of("adjective")
        if draft.trigger.j <= m.i < draft.clause.j and scene.words[m.i - 1].low == "as"
    ]
    return next((state for state in (*whose, *as_such) if state), "")


def _by_noun(draft: Draft, memory: Memory) -> None:
    """Turn purchases round, and put the keeper of the books where one end of the trade is left open."""
    noun = draft.trigger.value
    keeper = state_of(memory.customs.value) if memory.customs is not None else None
    ends = {state_of(m.canonical) for m in (*draft.supplier, *draft.recipient)}
    kept = [implied(keeper)] if keeper and keeper not in ends else []
    if noun in _COMING_IN and draft.cast.subject and not draft.recipient:
        # "Chinese purchases from the DPRK"
        givers = [implied(state) for m in draft.cast.givers if (state := state_of(m.value))]
        draft.recipient, draft.supplier = draft.supplier, givers[:1]
    elif noun in _COMING_IN and draft.supplier:
        draft.recipient = draft.recipient or kept
    elif noun in _BOTH_WAYS and draft.supplier and not draft.recipient and kept:
        draft.recipient, draft.supplier = draft.supplier, kept  # "two-way trade with the North"
