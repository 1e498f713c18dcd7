"""What most needs a person: a ranked list, each with its reason and the command that shows it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from embargo.vocabulary import Attention, Dossier, Lost

# How pressing each kind is (1 first). Within a kind the order of the dossier holds, so the list is the same every time.
WEIGHT = {
    "contradiction": 1,
    "decision": 2,
    "anomaly": 3,
    "denial": 4,
    "day unknown": 5,
    "set aside": 6,
    "determination": 7,
    "one origin": 8,
    "disagreement": 9,
    "doubtful reading": 10,
    "not understood": 11,
    "details proposed": 12,
    "identity": 13,
}
# No more than this many of one kind before the other kinds have had their turn.
TURN = 2


# Per document, the claims that a model reads otherwise than our reader, each with the slots in which it does.
Disagreements = Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]


def attend(
    dossier: Dossier,
    disagreements: Disagreements | None = None,
    agreed: Collection[str] = (),
    lost: Sequence[Lost] = (),
) -> tuple[Attention, ...]:
    """Return everything that needs a person, most pressing first; two of a kind, then the next kind, then again.

    `agreed` holds the claims that a model reads the same: their doubts wait behind those that nobody shares. `lost` holds people's
    decisions that could not be carried to the readings of now.
    """
    waiting: dict[str, list[Attention]] = {kind: [] for kind in WEIGHT}
    for kind, about, words, command in (
        *_all(dossier, agreed),
        *_of_model(dossier, disagreements or {}),
        *_of_decisions(lost),
    ):
        waiting[kind].append(Attention(0, kind, about, words, command))
    ranked: list[Attention] = []
    while any(waiting.values()):
        for kind in WEIGHT:
            ranked.extend(waiting[kind][:TURN])
            del waiting[kind][:TURN]
    return tuple(msgspec.structs.replace(item, rank=number) for number, item in enumerate(ranked, 1))


def _all(dossier: Dossier, agreed: Collection[str]) -> Iterator[tuple[str, str, str, str]]:
    yield from _of_findings(dossier)
    yield from _of_documents(dossier)
    yield from _of_readings(dossier, agreed)
    for entity in dossier.entities:
        for doubt in entity.doubts:
            yield "identity", entity.id, f"{entity.name}: {doubt}", f"entities explain DIR '{entity.id}'"
    for outcome in dossier.outcomes:
        for assessment in outcome.assessments:
            if assessment.result in ("needs-determination", "capped-cannot-tell"):
                words = f"{assessment.citation}. {assessment.words}"
                yield "determination", assessment.id, words, f"law explain DIR {assessment.fact}"


def _of_model(dossier: Dossier, disagreements: Disagreements) -> Iterator[tuple[str, str, str, str]]:
    for reading in dossier.readings:
        standing = {claim.id for claim in reading.claims}
        for claim, slots in disagreements.get(reading.document, ()):
            if claim in standing:
                words = f"a model reads it otherwise: {', '.join(slots)}"
                yield "disagreement", claim, words, f"claims explain DIR {claim}"


def _of_decisions(lost: Sequence[Lost]) -> Iterator[tuple[str, str, str, str]]:
    for one in lost:
        # One that speaks of no document before us may speak of one that this audience may not see.
        if one.document:
            decision = one.made.decision
            words = (
                f"{decision.verdict} by {decision.by} could not be carried to the text of now: {one.reason}"
            )
            yield "decision", decision.about, words, "claims review DIR --list"


def _of_findings(dossier: Dossier) -> Iterator[tuple[str, str, str, str]]:
    for finding in dossier.findings:
        show = f"findings explain DIR {finding.id}"
        for contradiction in finding.contradictions:
            yield "contradiction", finding.id, contradiction.words, show
        denials = [stance for stance in finding.stances if stance.kind == "denial"]
        if denials and finding.claims:
            who = ", ".join(sorted({stance.party for stance in denials}))
            yield "denial", finding.id, f"{who} denies it: {finding.headline}", show
        if finding.stage == "done" and finding.lines.k_max == 1 and finding.lines.documents > 1:
            yield (
                "one origin",
                finding.id,
                f"{finding.lines.documents} documents, 1 origin: {finding.headline}",
                show,
            )


def _of_documents(dossier: Dossier) -> Iterator[tuple[str, str, str, str]]:
    for anomaly in dossier.anomalies:
        yield (
            "anomaly",
            anomaly.document,
            f"{anomaly.kind}: {anomaly.words}",
            f"sources show DIR {anomaly.document}",
        )
    for item in dossier.set_aside:
        yield "set aside", item.name, f"{item.name}: {item.reason}", "sources list DIR"
    for document in dossier.documents:
        show = f"sources show DIR {document.id}"
        if document.day is None:
            words = f"{document.name}: day of publication unknown, relative times stay open"
            yield (
                "day unknown",
                document.id,
                words,
                f"sources set DIR {document.id} published=YYYY-MM-DD --as NAME",
            )
        proposed = [
            f"{name} “{detail.value}” (from {detail.where})"
            for name, detail in (("publisher", document.publisher), ("day", document.published))
            if detail.standing == "proposed"
        ]
        if proposed:
            words = f"{document.name}: proposed, not stated: {'; '.join(proposed)}"
            yield "details proposed", document.id, words, show


def _of_readings(dossier: Dossier, agreed: Collection[str]) -> Iterator[tuple[str, str, str, str]]:
    shared: list[tuple[str, str, str, str]] = []
    for reading in dossier.readings:
        text = dossier.texts[reading.document].text
        for claim in reading.claims:
            words, show = "; ".join(claim.doubts), f"claims explain DIR {claim.id}"
            if claim.doubts and claim.id in agreed:
                shared.append(("doubtful reading", claim.id, f"{words}; a model reads it the same", show))
            elif claim.doubts:
                yield "doubtful reading", claim.id, words, show
        for sentence in reading.sentences:
            if sentence.standing == "not understood":
                words = " ".join(text[sentence.start : sentence.end].split())
                shown = words if len(words) <= 160 else words[:157] + "…"
                yield (
                    "not understood",
                    f"{reading.document} sentence {sentence.number}",
                    f"{sentence.reason}: “{shown}”",
                    f"sources show DIR {reading.document}",
                )
    yield from shared
