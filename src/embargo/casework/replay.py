"""Replay: the machine's readings and the log of decisions into human readings beside them. Pure; nothing is overwritten.

Every call starts from the first decision. The decision in force on a claim is the last one that was not taken back; what it
replaced stays beside it. A decision that cannot be carried to the readings of now is listed and changes nothing.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from embargo import claims
from embargo.casework.edits import Unplaced, edited
from embargo.casework.force import in_force
from embargo.casework.gist import SLOTS, WORDS, differences
from embargo.casework.human import settle, signed
from embargo.casework.merges import merge
from embargo.casework.targets import Shelf, Target, targets
from embargo.vocabulary import Claim, Document, Lost, Made, Reading, Review, Reviewed, Text
from embargo.vocabulary.decisions import Part, State

STATES: dict[str, State] = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "split": "split",
    "merge": "merged",
}
GONE = "the machine reads no such claim there any more"


def replay(
    history: Iterable[Made],
    documents: Sequence[Document],
    texts: Mapping[str, Text],
    readings: Sequence[Reading],
    lexicon: claims.Lexicon,
) -> Review:
    """Return the human readings beside the machine's, by id of the claim, and the decisions that could not be anchored.

    `texts` holds, by id, at least the texts of the documents that decisions speak of (`wanted`).
    """
    shelf = Shelf(documents, texts, readings)
    by_claim: dict[str, list[Target]] = defaultdict(list)
    lost: list[Lost] = []
    for made in in_force(history):
        found, missed = targets(made, shelf)
        lost.extend(missed)
        for target in found:
            by_claim[target.key].append(target)
    reviewed: dict[str, Reviewed] = {}
    for key in sorted(by_claim):
        last = by_claim[key][-1]
        try:
            reviewed[key] = _reviewed(key, by_claim[key], shelf, lexicon)
        except Unplaced as error:
            lost.append(Lost(last.made, last.document.id, str(error)))
    lost += merge(reviewed, shelf)
    lost.sort(key=lambda one: (one.made.number, one.document))
    return Review(tuple(reviewed[key] for key in sorted(reviewed)), tuple(lost))


def wanted(history: Iterable[Made], documents: Sequence[Document]) -> list[Document]:
    """Return the documents whose texts a replay needs: those that decisions in force speak of, and their other captures."""
    decisions = [made.decision for made in in_force(history)]
    anchors = [one.anchor for one in decisions if one.anchor is not None]
    hashes, names = {anchor.sha256 for anchor in anchors}, {anchor.name for anchor in anchors}
    return [document for document in documents if document.sha256 in hashes or document.name in names]


def as_reviewed(
    readings: Sequence[Reading], review: Review
) -> tuple[tuple[Reading, ...], tuple[tuple[str, str], ...]]:
    """Return the readings with the human ones in place of the machine's, and the claims that people left out, with why."""
    decided = {one.claim for one in review.reviewed}
    by_document: dict[str, list[Reviewed]] = defaultdict(list)
    for one in review.reviewed:
        by_document[one.document].append(one)
    found: list[Reading] = []
    out: list[tuple[str, str]] = []
    for reading in readings:
        mine = by_document.get(reading.document)
        if not mine:
            found.append(reading)
            continue
        kept = [claim for claim in reading.claims if claim.id not in decided]
        kept += [claim for one in mine for claim in one.human]
        out += [(one.claim, left_out(one)) for one in mine if not one.human and one.machine is not None]
        kept.sort(key=lambda claim: (claim.quote.start, claim.quote.end, claim.event))
        found.append(msgspec.structs.replace(reading, claims=tuple(kept)))
    return tuple(found), tuple(out)


def left_out(one: Reviewed) -> str:
    """Return in words who left the claim out, and why."""
    decision = one.decided.decision
    verb = f"merged into {one.into}" if one.state == "merged" else one.state
    return f"{verb} by {decision.by}: {decision.why or 'no reason given'}"


def _reviewed(key: str, on_it: Sequence[Target], shelf: Shelf, lexicon: claims.Lexicon) -> Reviewed:
    target = on_it[-1]
    decision, machine = target.made.decision, target.machine
    changed: tuple[str, ...] = ()
    if decision.reading is not None:
        changed = (GONE,) if machine is None else differences(decision.reading, machine)
    return Reviewed(
        claim=key,
        document=target.document.id,
        state=STATES[decision.verdict],
        decided=target.made,
        machine=machine,
        human=_human(key, target, shelf.texts, lexicon),
        earlier=tuple(one.made for one in on_it[:-1]),
        changed=changed,
    )


def _human(key: str, target: Target, texts: Mapping[str, Text], lexicon: claims.Lexicon) -> tuple[Claim, ...]:
    decision = target.made.decision
    before = decision.reading or target.machine
    if before is None or decision.verdict in ("reject", "merge"):
        return ()
    why = f"{decision.by}: {decision.why}" if decision.why else decision.by
    if decision.verdict == "accept" and decision.reading is None:
        return (signed(msgspec.structs.replace(before, doubts=()), f"accepted by {why}"),)
    text = texts[target.document.id]
    if decision.verdict != "split":
        base = _named(settle(before, target.machine, target.quote, text.text), key, target)
        base = edited(base, decision.edits, target.document, text, lexicon)
        return (signed(base, f"{STATES[decision.verdict]} by {why}"),)
    found: list[Claim] = []
    for number, part in enumerate(decision.parts, 1):
        one = settle(_kept(before, part), target.machine, target.quote, text.text)
        one = _named(one, key if number == 1 else part_id(key, number), target)
        one = edited(one, part.edits, target.document, text, lexicon)
        found.append(signed(one, f"part {number} of {len(decision.parts)}, split by {why}"))
    return tuple(found)


def part_id(key: str, number: int) -> str:
    """Return the id of a part of a claim that was split; the first part keeps the claim's own."""
    return "C-" + hashlib.sha256(f"{key}\nsplit\n{number}".encode()).hexdigest()[:12]


def _named(claim: Claim, key: str, target: Target) -> Claim:
    return msgspec.structs.replace(claim, id=key, document=target.document.id)


def _kept(claim: Claim, part: Part) -> Claim:
    kept = {
        slot: tuple(getattr(claim, slot)[number] for number in numbers if number < len(getattr(claim, slot)))
        for slot, numbers in part.keep.items()
        if slot in SLOTS and slot not in WORDS
    }
    return msgspec.structs.replace(claim, **kept)
