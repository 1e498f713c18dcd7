"""What a deed must say to be a claim: who, whom, what, where; in a text on the matter less than elsewhere."""

from collections.abc import Callable

from embargo.claims.build import Draft
from embargo.claims.grammar import words
from embargo.claims.marks import Mark
from embargo.claims.things import is_people
from embargo.vocabulary import state_of

# Goods that anyone trades: without a State, a body or a vessel beside them they are no business of ours.
_PLAIN_GOODS = (
    "money", "vehicle", "machinery", "textile", "seafood", "petroleum", "ore", "coal", "metal", "luxury", "shipment",
    "container", "voyage", "rail",
)  # fmt: skip


def complete(draft: Draft, *, concerned: bool) -> bool:
    """Return whether enough is said to be a claim: a deed with a party, or a thing that changed hands with one.

    In a text on the matter (`concerned`) a deed whose doer is left open is a claim as well, where a thing, a ship, a place or
    who it befell is said.
    """
    things = any((draft.items, draft.sums, draft.bare))
    places = bool(draft.cast.places)
    turn = draft.trigger.value.startswith("<")
    if draft.frame.pattern in ("give", "get"):
        return things and _changes_hands(draft, concerned=concerned)
    if draft.event.startswith("vessel."):
        return _of_a_ship(draft)
    if draft.event in _WHAT_MATTERS:
        return _WHAT_MATTERS[draft.event](draft)
    if draft.event == "presence.materiel":
        adjective = draft.trigger.form == "ing" and not draft.cast.subject  # "spotting drones"
        return not adjective and _present(draft, concerned=concerned)
    if draft.frame.object == "recipient" and draft.event != "sanction.impose":
        told = concerned and draft.event.startswith(("statement.", "report.", "train.")) and bool(draft.actor)
        return bool(draft.recipient) or told
    if draft.event == "sanction.impose" and _of_somebody(draft):
        return False
    if draft.event == "interdict":
        return _interdicted(draft, concerned=concerned)
    if draft.event.startswith("conceal.") and turn and concerned:
        return _hidden(draft)
    if draft.event == "capture.territory" and _takes_no_ground(draft):
        return False
    if draft.event == "deploy.personnel" and not (draft.actor or draft.recipient or places):
        return draft.counted or any(
            m.nation for m in draft.items
        )  # "assigned to the desk", "may be sent to the duty officer"
    if draft.cast.passive:
        return bool(draft.items or draft.cast.places or draft.actor or draft.recipient)
    done = bool(draft.actor or draft.recipient)
    if draft.event == "use.weapon":
        aimed = places or (draft.trigger.kind == "verb" and (turn or bool(draft.cast.subject)))
        return done or (concerned and things and aimed)
    if draft.event == "labour.dispatch" or concerned:
        return done or (things and (places or turn))
    return bool(draft.actor)


def _takes_no_ground(draft: Draft) -> bool:
    """Return whether a ship is, or takes, or things are taken: "seized the tanker off Zuwara", "she cleared out of Busan"."""
    ships = draft.cast.vessels or any(m.canonical.startswith("vessel:") for m in draft.actor)
    return bool(ships or draft.sums or any(m.kind == "item" for m in draft.cast.objects))


def _interdicted(draft: Draft, *, concerned: bool) -> bool:
    """Return whether a ship or a thing is taken: "wages stopped in February" seizes nothing."""
    if draft.items and all(m.value == "money" for m in draft.items):
        return bool(draft.actor)
    things = bool(draft.items or draft.sums)
    craft = any(m.value.startswith("vessel") for m in draft.cast.means)
    if craft and draft.trigger.kind == "verb" and not draft.cast.vessels and not things:
        # "may we stop a ship?" asks of none.
        return concerned and draft.mood.modality not in ("question", "conditional")
    if craft and concerned:
        return True  # "stopped five dhows", "no vessel was boarded"
    return bool(draft.cast.vessels) or (
        things and (concerned or bool(draft.cast.places) or bool(draft.actor))
    )


def _present(draft: Draft, *, concerned: bool) -> bool:
    """Return whether a thing is said to be somewhere; in a text on the matter, where it is counted or found is enough."""
    if not draft.items and not draft.sums:
        return False
    if draft.cast.places or (concerned and draft.trigger.value.startswith("<")):
        return True
    # "counted 13,000 containers" may count what was shipped; arms that are seen are somewhere.
    told = draft.grounded or not all(m.value.startswith(("container", "vehicle")) for m in draft.items)
    return concerned and told and any((draft.counted, draft.cast.passive, draft.grounded))


def _hidden(draft: Draft) -> bool:
    """Return whether it is said who or what goes under false colours, or what place papers give: "names Berbera as port of discharge"."""
    if "..." in draft.trigger.value:
        told = draft.cast.places or any(m.form == "unlisted" for m in draft.cast.objects)
        return bool(draft.actor or draft.recipient or draft.items) or (
            draft.event == "conceal.destination" and bool(told)
        )
    held = (draft.actor, draft.cast.vessels, draft.cast.places, draft.cast.objects, draft.cast.subject)
    return any(held)


def _of_somebody(draft: Draft) -> bool:
    """Return whether nobody is said to list nobody in particular: "a company named in an annex", "European Union sanctions"."""
    if draft.trigger.value in ("sanction", "announce") and not (draft.items or draft.sums or draft.recipient):
        return draft.clause.lead != "rel"
    unnamed = all(m.value.startswith("designation") for m in draft.items)
    return bool(draft.items) and unnamed and not (draft.actor or draft.recipient or draft.counted)


_FIRMS = words("firm_words")


def _is_firm(mark: Mark) -> bool:
    """Return whether a party that no list knows is named as a firm or a ship is: none of them pays a visit."""
    name = mark.value.partition(":")[2]
    known = mark.form in ("person", "office", "body", "state", "metonym")
    return not known and (name.isupper() or any(word.casefold() in _FIRMS for word in name.split()))


def _visited(draft: Draft) -> bool:
    guests = [m for m in draft.cast.subject if m.kind == "party" and not _is_firm(m)]
    somebody = not draft.trigger.value.startswith("<") or bool(guests)
    return bool(draft.actor) and somebody and bool(draft.cast.places or draft.cast.objects)


# What one deed or another must say of itself to be one.
_WHAT_MATTERS: dict[str, Callable[[Draft], bool]] = {
    "visit.official": _visited,
    # Trains that cross there do so any day: only those that did are news.
    "rail.cross": lambda draft: bool(draft.items) and (draft.trigger.form == "past" or draft.counted),
    "report.publish": lambda draft: bool(draft.actor),
    "evade.sanctions": lambda draft: bool(draft.actor),
    "statement.deny": lambda draft: bool(draft.actor),
    "theft.cyber": lambda draft: bool(draft.actor or draft.items or draft.sums),
    "casualty": lambda draft: bool(draft.actor or draft.recipient or draft.items),
}


_WEAK_MOVES = frozenset(
    {
        "go",
        "come",
        "<come> from",
        "<come> out of",
        "<go> (to|into|on|through)",
        "<be> sailing",
        "follow",
        "northbound",
        "southbound",
        "eastbound",
        "westbound",
        "outbound",
        "inbound",
    }
)


def _of_a_ship(draft: Draft) -> bool:
    """Return whether a ship does what ships do: not goods that "crossed the sea aboard the ship"."""
    if not draft.cast.passive and _goods_lead(draft):
        return False
    if draft.event == "vessel.sts" and any(is_people(m) for m in draft.cast.objects if m.kind == "item"):
        return False  # "took on 180 men"
    known = bool(draft.actor or draft.cast.vessels)
    if draft.event == "vessel.portcall" and draft.trigger.value.startswith("<"):
        return known and bool(draft.cast.places)
    if draft.event == "vessel.move" and draft.trigger.value in _WEAK_MOVES and not draft.items:
        return known and bool(draft.cast.places)  # "It went without saying"
    spoken = any(m.form == "pronoun" for m in draft.cast.subject)
    if draft.event == "vessel.move" and spoken and not draft.cast.places:
        return False  # "The ship herself it has left alone"
    if draft.event in ("vessel.move", "vessel.portcall"):
        return bool(draft.items) or _ships(draft) or known
    return known


def _goods_lead(draft: Draft) -> bool:
    goods = [
        m
        for m in draft.cast.subject
        if m.kind == "item" and not m.value.startswith(("voyage", "visit", "ais"))
    ]
    moves = draft.event == "vessel.move" or draft.trigger.value.startswith("<")
    return bool(goods) and moves and draft.event in ("vessel.move", "vessel.portcall")


def _ships(draft: Draft) -> bool:
    """Return whether ships that have no names act: "port calls by DPRK-flagged tankers"."""
    ships = [m for m in draft.cast.means if m.value.startswith("vessel")]
    return bool(ships) and (bool(draft.cast.places) or any(m.nation for m in ships))


def _said_of_the_thing(draft: Draft) -> bool:
    """Return whether a thing is counted or denied by a verb of its own: not "a dhow carrying 220 missiles"."""
    return draft.trigger.form != "ing" and (draft.counted or draft.mood.polarity == "negative")


def _changes_hands(draft: Draft, *, concerned: bool) -> bool:
    if draft.bare:
        return bool(draft.supplier or draft.recipient)
    if draft.trigger.value == "give" and not draft.items and not draft.recipient:
        return False  # "for 2024 the team gives $1.19 billion": a figure
    if draft.event == "customs.declare" and draft.sums:
        return bool(draft.supplier or draft.recipient)
    if draft.trigger.kind == "noun":
        copula = draft.frame.copula and bool(draft.recipient)
        told = draft.happened and bool(draft.recipient)
        return bool(draft.supplier) or copula or told
    parties = [*draft.supplier, *draft.recipient]
    if not draft.items or draft.items[0].value.startswith(_PLAIN_GOODS):
        named = any(state_of(m.canonical) or not m.canonical.startswith("entity:") for m in parties)
        if concerned and draft.items and _said_of_the_thing(draft):
            return True  # "will ship us another 60 howitzers", "no missile has ever reached his country"
        if concerned and draft.sums and (parties or draft.cast.places or draft.cast.passive):
            return True
        if concerned and parties and (draft.sums or any(m.form == "pronoun" for m in draft.cast.subject)):
            return True  # a firm that pays, a person spoken of before: in a text on a State under sanctions
        if concerned and (parties or draft.cast.means or draft.cast.places) and draft.items:
            return True  # "the four vessels carried nearly 16,000 containers"
        return named or bool(draft.cast.vessels) or (bool(draft.items) and bool(draft.cast.places))
    if concerned and _said_of_the_thing(draft):
        return True
    return bool(parties or draft.cast.vessels or draft.cast.passive or draft.cast.places or draft.cast.means)
