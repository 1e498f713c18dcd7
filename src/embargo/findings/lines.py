"""Lines of support: the independent origins of an occasion, as an interval, each with its reason."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from embargo.findings.facets import Facet
from embargo.findings.sametext import Roots, Texts
from embargo.findings.tables import state_name
from embargo.findings.voices import ACCESS_ORDER, display
from embargo.vocabulary import MSMT_MEMBERS, Lines, Origin, Tie, state_of


@dataclass(frozen=True, slots=True)
class Support:
    """The lines, and for each facet (by position) the id of the origin it finally rests on."""

    lines: Lines
    origin_of: dict[str, str]


def support(facets: Sequence[Facet], texts: Texts) -> Support:
    """Return the lines on which the facets rest. Facets that support nothing must have been taken out before."""
    homes, same = _homes(facets, texts)
    by_origin: dict[str, list[Facet]] = defaultdict(list)
    for facet in facets:
        by_origin[homes[facet.voice.id]].append(facet)
    names = {facet.voice.id: facet.voice.name for facet in facets}
    origins = tuple(_origin(one, by_origin[one], homes, names) for one in sorted(by_origin))
    voices = {one: [facet for facet in by_origin[one] if facet.voice.id == one] for one in by_origin}
    ties = _ties(origins, voices)
    roots = Roots()
    for tie in ties:
        roots.join(tie.left, tie.right)
    k_min = len({roots.find(origin.id) for origin in origins})
    documents = {facet.document.id for facet in facets}
    publishers = {facet.document.publisher_name for facet in facets}
    why = _why(origins, len(documents), len(publishers), k_min, facets)
    lines = Lines(k_min, len(origins), len(documents), origins, tuple(same) + tuple(ties), why)
    return Support(lines, {facet.claim.id: homes[facet.voice.id] for facet in facets})


def _homes(facets: Sequence[Facet], texts: Texts) -> tuple[dict[str, str], list[Tie]]:
    """Each voice's origin: publishers that print the same words are one, named after the earliest document."""
    voices = {facet.voice.id: facet for facet in reversed(facets)}
    unsourced = {one for one, facet in voices.items() if facet.voice.unsourced}
    sourced_marks: dict[str, str] = {}
    marks: dict[str, list[str]] = defaultdict(list)
    for facet in facets:
        mark = texts.mark(facet)
        if mark is None:
            continue
        if facet.voice.id in unsourced:
            marks[mark].append(facet.voice.id)
        else:
            sourced_marks.setdefault(mark, facet.voice.id)
    roots = Roots()
    for _, holders in sorted(marks.items()):
        for holder in holders[1:]:
            roots.join(holders[0], holder)
    sets: dict[str, list[str]] = defaultdict(list)
    for one in sorted(unsourced):
        sets[roots.find(one)].append(one)
    taken: dict[str, str] = {}
    for mark in sorted(marks):
        if mark in sourced_marks:
            taken.setdefault(roots.find(marks[mark][0]), sourced_marks[mark])
    homes = {one: one for one in voices}
    ties: list[Tie] = []
    for root in sorted(sets):
        members = sets[root]
        home = taken.get(root) or min(members, key=lambda one: _earliest(voices[one]))
        for one in members:
            homes[one] = home
            if one != home:
                words = f"{voices[one].voice.name} prints the same words as {voices[home].document.publisher_name}"
                ties.append(Tie(home, one, "same text", words))
    return homes, ties


def _earliest(facet: Facet) -> tuple[object, str, str]:
    return (facet.order[0], facet.document.publisher_name, facet.document.id)


def _origin(one: str, facets: Sequence[Facet], homes: dict[str, str], names: dict[str, str]) -> Origin:
    own = [facet for facet in facets if facet.voice.id == one]
    access = min((facet.voice.access for facet in own), key=ACCESS_ORDER.index)
    claims = tuple(dict.fromkeys(facet.claim.id for facet in facets))
    documents = tuple(dict.fromkeys(facet.document.id for facet in facets))
    publishers = tuple(sorted({facet.document.publisher_name for facet in facets}))
    against = any(acknowledges(facet) for facet in own)
    folded = sorted(names[voice] for voice, home in homes.items() if home == one and voice != one)
    reasons = []
    if own[0].voice.unsourced:
        reasons.append(
            "the publisher names no source for it"
            if access == "unknown"
            else "it is passed on, with no source in reach"
        )
    elif any(facet.voice.own for facet in own):
        reasons.append("its own publication is among the documents")
    else:
        reasons.append("the texts name it as the innermost speaker")
    if folded:
        reasons.append("the same words are printed by " + _some(folded))
    if against:
        reasons.append("it acknowledges what it did itself: a line for this alone")
    also = sorted(
        {display(mention.canonical) for facet in facets for mention in facet.claim.also_reported_by}
    )
    if also:
        reasons.append(f"said to have been reported as well by {_some(also)}: never a line")
    return Origin(one, own[0].voice.name, access, claims, documents, publishers, "; ".join(reasons), against)


def acknowledges(facet: Facet) -> bool:
    """Return whether the claim is a party's acknowledgement of what it did, gave or took itself."""
    if facet.claim.modality != "acknowledged":
        return False
    parties = set(facet.key.source) | set(facet.key.target)
    parties |= {state for party in parties if (state := state_of(party)) is not None}
    return bool(set(facet.voice.states) & parties)


def _ties(origins: Sequence[Origin], voices: dict[str, list[Facet]]) -> list[Tie]:
    """Possible shared origins, each as one edge to the first of its kind: enough for counting, and grows with the origins."""
    ties: list[Tie] = []
    states: dict[str, str] = {}
    unsourced = {one: facets[0].voice.unsourced for one, facets in voices.items()}
    msmt = any(origin.id == "MSMT" for origin in origins)
    sourced = [origin.id for origin in origins if not unsourced[origin.id]]
    hub = "MSMT" if msmt else sourced[0] if sourced else origins[0].id if origins else ""
    for origin in origins:
        facet = voices[origin.id][0]
        for state in facet.voice.states:
            first = states.setdefault(state, origin.id)
            if first != origin.id:
                words = f"two voices of one State, {state_name(state)}"
                ties.append(Tie(first, origin.id, "may share an origin", words))
        members = [state for state in facet.voice.states if state in MSMT_MEMBERS]
        if msmt and origin.id != "MSMT" and members:
            who = state_name(members[0])
            ties.append(
                Tie("MSMT", origin.id, "member of", f"{who} is a member of the MSMT and may be its source")
            )
        elif unsourced[origin.id] and origin.id != hub:
            words = f"{origin.name} does not say how it knows; it may have it from {_name(origins, hub)}"
            ties.append(Tie(hub, origin.id, "may share an origin", words))
        elif msmt and origin.id != "MSMT" and not facet.voice.states:
            words = f"the MSMT draws on open sources too; whether {origin.name} is among them is unknown"
            ties.append(Tie("MSMT", origin.id, "may share an origin", words))
    return ties


def _name(origins: Sequence[Origin], one: str) -> str:
    return next((origin.name for origin in origins if origin.id == one), one)


def _why(
    origins: Sequence[Origin], documents: int, publishers: int, k_min: int, facets: Sequence[Facet]
) -> str:
    if not origins:
        return "no document supports it"
    names = _some([origin.name for origin in origins])
    verb = "rests" if documents == 1 else "rest"
    words = (
        f"{documents} {'document' if documents == 1 else 'documents'} of {publishers} "
        f"{'publisher' if publishers == 1 else 'publishers'} {verb} on {len(origins)} "
        f"{'origin' if len(origins) == 1 else 'origins'}: {names}"
    )
    if k_min < len(origins):
        words += f"; where origins may share a source, {k_min} {'is' if k_min == 1 else 'are'} independent at least"
    also = sorted({display(m.canonical) for facet in facets for m in facet.claim.also_reported_by})
    if also:
        words += f"; {_some(also)} is named as having reported it too and is no line"
    return words


def _some(names: Sequence[str]) -> str:
    """Names for a sentence, at most six of them."""
    shown = list(names[:6])
    if len(names) > 6:
        shown.append(f"{len(names) - 6} more")
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]
