"""What most needs a person: a ranked list, each with its reason and the command that shows it."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from embargo.vocabulary import Attention, Dossier

# How pressing each kind is (1 first). Within a kind the order of the dossier holds, so the list is the same every time.
WEIGHT = {
    "contradiction": 1,
    "anomaly": 2,
    "denial": 3,
    "day unknown": 4,
    "set aside": 5,
    "determination": 6,
    "one origin": 7,
    "disagreement": 8,
    "doubtful reading": 9,
    "not understood": 10,
    "details proposed": 11,
    "identity": 12,
}
# No more than this many of one kind before the other kinds have had their turn.
TURN = 2


# Per document, the claims that a model reads otherwise than our reader, each with the slots in which it does.
Disagreements = Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]


def attend(dossier: Dossier, disagreements: Disagreements | None = None) -> tuple[Attention, ...]:
    """Return everything that needs a person, most pressing first; two of a kind, then the next kind, then again."""
    waiting: dict[str, list[Attention]] = {kind: [] for kind in WEIGHT}
    for kind, about, words, command in (*_all(dossier), *_of_model(dossier, disagreements or {})):
        waiting[kind].append(Attention(0, kind, about, words, command))
    ranked: list[Attention] = []
    while any(waiting.values()):
        for kind in WEIGHT:
            ranked.extend(waiting[kind][:TURN])
            del waiting[kind][:TURN]
    return tuple(msgspec.structs.replace(item, rank=number) for number, item in enumerate(ranked, 1))


def _all(dossier: Dossier) -> Iterator[tuple[str, str, str, str]]:
    yield from _of_findings(dossier)
    yield from _of_documents(dossier)
    yield from _of_readings(dossier)
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


def _of_readings(dossier: Dossier) -> Iterator[tuple[str, str, str, str]]:
    for reading in dossier.readings:
        text = dossier.texts[reading.document].text
        for claim in reading.claims:
            if claim.doubts:
                yield "doubtful reading", claim.id, "; ".join(claim.doubts), f"claims explain DIR {claim.id}"
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
