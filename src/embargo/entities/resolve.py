"""Resolving: every name in the claims under one identity each, with reasons and doubts; no judgement is final."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from embargo.entities.kinds import bare_name, kind_of
from embargo.entities.persons import lookalikes, spellings
from embargo.entities.vessels import by_number, fold, imo_of, judge
from embargo.geography import state_name, states
from embargo.vocabulary import Claim, Entity, Listing, Naming, Reading, state_of

ENTITIES_VERSION = "entities-1"


@dataclass(slots=True)
class _Seen:
    """What the claims hold of one canonical id."""

    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    claims: set[str] = field(default_factory=set)
    as_place: bool = False
    as_speaker: bool = False


def resolve(readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """Return one entity per identity that the claims name, in order of id; the same for any order of readings.

    Ids of persons that differ in romanisation only, within one State, become one entity; vessels are told apart by IMO number and
    never joined by name.
    """
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for reading in readings:
        for claim in reading.claims:
            _take(seen, claim)
    kinds = {one: kind_of(one, as_place=s.as_place, as_speaker=s.as_speaker) for one, s in seen.items()}
    persons = [(one, bare_name(one)) for one in sorted(seen) if kinds[one] == "person"]
    homes, reasons = _join(persons, seen)
    vessels = _by_number([one for one in sorted(seen) if kinds[one] == "vessel"], seen)
    homes |= vessels
    members: dict[str, list[str]] = defaultdict(list)
    for one in sorted(seen):
        members[homes.get(one, one)].append(one)
    heads = [(one, name) for one, name in persons if homes.get(one, one) == one]
    doubts = lookalikes(heads)
    namesakes = _namesakes([one for one in sorted(members) if kinds[one] == "vessel"])
    made = []
    for one in sorted(members):
        merged = [seen[member] for member in members[one]]
        entity_reasons = [f"the claims use the id {one}", *reasons.get(one, [])]
        entity_doubts = doubts.get(one, []) + namesakes.get(one, [])
        identifiers: tuple[tuple[str, str], ...] = ()
        listings: tuple[Listing, ...] = ()
        if kinds[one] == "vessel":
            imo = imo_of(one)
            why, odd, listings = judge(bare_name(one), imo)
            entity_reasons += why
            entity_doubts = [*odd, *entity_doubts]
            identifiers = (("IMO", imo),) if imo else ()
        made.append(
            Entity(
                id=one,
                kind=kinds[one],
                name=_name(one, merged),
                state=state_of(one),
                namings=_namings(merged),
                identifiers=identifiers,
                listings=listings,
                reasons=tuple(dict.fromkeys(entity_reasons)),
                doubts=tuple(dict.fromkeys(entity_doubts)),
            )
        )
    return tuple(made)


def _take(seen: dict[str, _Seen], claim: Claim) -> None:
    for mention in (*claim.supplier, *claim.recipient, *claim.actor, *claim.vessels, *claim.also_reported_by):
        _note(seen, mention.canonical, mention.text, claim.id)
    for place in claim.places:
        one = _note(seen, place.canonical, place.text, claim.id)
        if one is not None:
            one.as_place = True
    for means in claim.means:
        if ":" in means.canonical:
            _note(seen, means.canonical, means.text, claim.id)
    for speaker in claim.attribution:
        one = _note(seen, speaker.canonical, speaker.text, claim.id)
        if one is not None:
            one.as_speaker = True


def _note(seen: dict[str, _Seen], canonical: str, text: str | None, claim: str) -> _Seen | None:
    if not canonical:
        return None
    one = seen[canonical]
    one.claims.add(claim)
    if text:
        one.names[" ".join(text.split())].add(claim)
    return one


def _join(
    persons: Sequence[tuple[str, str]], seen: dict[str, _Seen]
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Spellings of one name go to the id that most claims use."""
    homes: dict[str, str] = {}
    reasons: dict[str, list[str]] = defaultdict(list)
    for spelling in spellings(persons):
        home = min(spelling.ids, key=lambda one: (-len(seen[one].claims), one))
        for one in spelling.ids:
            homes[one] = home
        reasons[home].append(spelling.reason)
    return homes, reasons


def _by_number(vessels: Iterable[str], seen: dict[str, _Seen]) -> dict[str, str]:
    """Ids with one IMO number are one ship, whatever they call it; the id most claims use leads."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for one in vessels:
        imo = imo_of(one)
        if imo is not None:
            numbers[imo].append(one)
    homes: dict[str, str] = {}
    for imo in sorted(numbers):
        home = min(numbers[imo], key=lambda one: (-len(seen[one].claims), one))
        homes |= dict.fromkeys(numbers[imo], home)
    return homes


def _namesakes(vessels: Iterable[str]) -> dict[str, list[str]]:
    """Doubts on vessels of this case that bear one name under several numbers, or a name that a numbered one bears too."""
    names: dict[str, list[str]] = defaultdict(list)
    for one in vessels:
        names[fold(bare_name(one))].append(one)
    doubts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        numbers = sorted({imo for one in names[name] if (imo := imo_of(one)) is not None})
        for one in names[name]:
            others = [imo for imo in numbers if imo != imo_of(one)]
            if others and imo_of(one) is not None:
                doubts[one].append(
                    f"same name, other IMO number in this case: {', '.join(others)}; another ship"
                )
            elif others:
                doubts[one].append(
                    f"the case names IMO {' and '.join(others)} under this name; not joined on the name alone"
                )
    return doubts


def _name(canonical: str, merged: Sequence[_Seen]) -> str:
    ship = by_number(imo_of(canonical) or "")
    if canonical.startswith("vessel:") and ship is not None:
        return ship.name
    if canonical == "MSMT" or ":" in canonical:
        return bare_name(canonical)
    if canonical in states():
        return state_name(canonical)
    names = [(-len(claims), text) for one in merged for text, claims in one.names.items()]
    return min(names)[1] if names else canonical


def _namings(merged: Sequence[_Seen]) -> tuple[Naming, ...]:
    names: dict[str, set[str]] = defaultdict(set)
    for one in merged:
        for text, claims in one.names.items():
            names[text] |= claims
    return tuple(Naming(text, tuple(sorted(names[text]))) for text in sorted(names))
