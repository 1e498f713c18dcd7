"""The road over a case's record: each step does again only what a change touched, and is whole or not there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from embargo import claims, entities, findings, law, sources
from embargo.casework import ledger, road
from embargo.casework.add import Progress
from embargo.casework.caveats import visible
from embargo.casework.codec import decode, encode, fingerprint
from embargo.casework.endpoint import Endpoint
from embargo.casework.layout import LEXICON, SETTINGS
from embargo.casework.model import Model
from embargo.casework.propose import Proposed, agreements, beside, disagreements, propose, put_away
from embargo.casework.render import render_case
from embargo.casework.replay import as_reviewed
from embargo.casework.review import review_of
from embargo.casework.settings import Settings
from embargo.errors import InputError, UnreadableSource, UsageError
from embargo.store import Derived, Record
from embargo.vocabulary import (
    Document,
    Dossier,
    Entity,
    Finding,
    Fusion,
    Outcome,
    Reading,
    SetAside,
)
from embargo.vocabulary.pack import Pack

# Rows that go into one transaction: a power cut costs at most this much work, never a half row.
BATCH = 20


class Stretch(msgspec.Struct, frozen=True):
    """What one step of a run did: rows done again, rows that still held."""

    step: str
    done: int
    held: int


class Ran(msgspec.Struct, frozen=True):
    """What a run did, the dossier it ended with, and the files of the report."""

    stretches: tuple[Stretch, ...]
    dossier: Dossier
    report: tuple[str, ...]
    problems: tuple[str, ...]
    proposed: Proposed | None = None


def run(
    record: Record,
    settings: Settings,
    *,
    at: str,
    by: str,
    progress: Progress,
    rendering: bool = True,
    model: Model | None = None,
) -> Ran:
    """Walk the road: capture, extract, resolve, fuse, assess, render. Return what was done and the dossier.

    Where the settings say that documents may be sent, a model is asked after `extract`: `model`, or else their endpoint.
    What it says stands beside the claims and enters nothing.
    """
    lexicon = claims.load_lexicon(*case_lexicon(record.folder))
    packs = case_packs(record.folder, settings)
    version = road.versions(packs, lexicon)
    stretches = [
        capture(record, at=at, by=by, progress=progress),
        extract(record, lexicon, at=at, by=by, progress=progress),
    ]
    proposed = ask_model(record, settings, lexicon, model, at=at, by=by, progress=progress)
    if proposed is not None:
        stretches.append(Stretch("propose", proposed.asked, proposed.held))
    read, aside = ledger.documents(record)
    all_readings = ledger.readings(record)
    # What another process added since the step before has no reading yet: the next run takes it.
    documents = road.in_order(doc for doc in visible(settings.audience, read) if doc.id in all_readings)
    raw = [all_readings[document.id] for document in documents]
    review = review_of(record, documents, raw)
    readings, rejected = as_reviewed(raw, review)
    print_of_readings = fingerprint([encode(documents), encode(readings)])

    def keep_one(step: str, mark: str, make: Callable[[], bytes]) -> tuple[bytes, Stretch]:
        progress(step, 0, 1, "")
        old = record.derived_one(step, "case")
        if old is not None and old.fingerprint == mark:
            return old.body, Stretch(step, 0, 1)
        body = make()
        record.keep(step, [Derived("case", mark, body)], at=at, by=by)
        return body, Stretch(step, 1, 0)

    body, stretch = keep_one(
        ledger.ENTITIES,
        fingerprint([version["entities"], print_of_readings]),
        lambda: encode(entities.resolve(readings)),
    )
    found = decode(body, tuple[Entity, ...])
    stretches.append(stretch)
    body, stretch = keep_one(
        ledger.FINDINGS,
        fingerprint([version["fusion"], print_of_readings]),
        lambda: encode(findings.fuse(documents, readings)),
    )
    fusion = decode(body, Fusion)
    stretches.append(stretch)
    outcomes, stretch = assess(
        record, fusion.findings, documents, readings, packs, at=at, by=by, progress=progress
    )
    stretches.append(stretch)
    texts = {document.id: ledger.text_of(record, document) for document in documents}
    dossier = road.gather(
        title=settings.title,
        audience=settings.audience,
        documents=documents,
        texts=texts,
        readings=readings,
        found=found,
        fusion=fusion,
        rejected=rejected,
        outcomes=outcomes,
        packs=packs,
        set_aside=aside,
        version=version,
        disagreements=disagreements(beside(record), ledger.decisions(record)),
        lost=review.lost,
        agreed=agreements(beside(record)),
    )
    files: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    if rendering:
        progress("render", 0, 1, "")
        done, files, problems = render_case(record, dossier, at=at, by=by)
        stretches.append(Stretch("render", int(done), int(not done)))
    return Ran(tuple(stretches), dossier, files, problems, proposed)


def last_dossier(
    record: Record, settings: Settings, packs: Sequence[Pack], version: Mapping[str, str]
) -> Dossier:
    """Return the Dossier from what the last run kept; nothing is derived, so it works beside a running `run`."""
    read, aside = ledger.documents(record)
    known = ledger.readings(record)
    documents = road.in_order(
        [document for document in visible(settings.audience, read) if document.id in known]
    )
    read_of = [known[document.id] for document in documents]
    review = review_of(record, documents, read_of)
    readings, rejected = as_reviewed(read_of, review)
    kept = {step: record.derived_one(step, "case") for step in (ledger.ENTITIES, ledger.FINDINGS)}
    found, fused = kept[ledger.ENTITIES], kept[ledger.FINDINGS]
    fusion = decode(fused.body, Fusion) if fused else Fusion((), (), ())
    assessed = record.derived(ledger.ASSESSMENTS)
    return road.gather(
        title=settings.title,
        audience=settings.audience,
        documents=documents,
        texts={document.id: ledger.text_of(record, document) for document in documents},
        readings=readings,
        found=decode(found.body, tuple[Entity, ...]) if found else (),
        fusion=fusion,
        rejected=rejected,
        outcomes=[
            outcome
            for finding in fusion.findings
            if finding.id in assessed
            for outcome in decode(assessed[finding.id].body, tuple[Outcome, ...])
        ],
        packs=packs,
        set_aside=aside,
        version=version,
        disagreements=disagreements(beside(record), ledger.decisions(record)),
        lost=review.lost,
        agreed=agreements(beside(record)),
    )


def case_lexicon(folder: Path) -> tuple[Path, ...]:
    """Return the case's own lexicon folder, where it has one."""
    own = folder / LEXICON
    return (own,) if own.is_dir() else ()


def case_packs(folder: Path, settings: Settings) -> tuple[Pack, ...]:
    """Return the law packs of the case, which its settings give as names or as folders beside them.

    Raises InputError where the settings name one that is not there.
    """
    names = [str(folder / name) if (folder / name).is_dir() else name for name in settings.packs]
    try:
        return road.open_packs(names)
    except UsageError as error:
        raise InputError(
            f"{SETTINGS} of the case cannot be used: {error.seen}", error.expected, f"edit {SETTINGS}"
        ) from error


def capture(record: Record, *, at: str, by: str, progress: Progress) -> Stretch:
    """Draw the text out of every captured file whose text is missing or was drawn otherwise."""
    held = record.fingerprints(ledger.DOCUMENT)
    waiting = []
    for item in ledger.captures(record).values():
        mark = fingerprint([sources.READER_VERSION, item.name, encode(item.stated)])
        if held.get(item.sha256) != mark:
            waiting.append((item, mark))
    for number, batch in _batches(waiting):
        rows: dict[str, list[Derived]] = {ledger.DOCUMENT: [], ledger.TEXT: [], ledger.MAP: []}
        gone: list[str] = []
        for offset, (item, mark) in enumerate(batch, 1):
            progress("capture", number + offset, len(waiting), item.name)
            try:
                taken = sources.capture(record.blob(item.sha256), item.name, item.stated)
            except UnreadableSource as error:
                row = ledger.DocumentRow(set_aside=SetAside(item.name, str(error), item.sha256))
                rows[ledger.DOCUMENT].append(Derived(item.sha256, mark, encode(row)))
                gone.append(item.sha256)
                continue
            row = ledger.DocumentRow(document=taken.document)
            bare = msgspec.structs.replace(taken.text, lines=())
            rows[ledger.DOCUMENT].append(Derived(item.sha256, mark, encode(row)))
            rows[ledger.TEXT].append(Derived(item.sha256, mark, encode(bare)))
            rows[ledger.MAP].append(Derived(item.sha256, mark, encode(taken.text.lines)))
        with record.writing():
            for step, some in rows.items():
                drop = gone if step != ledger.DOCUMENT else []
                if some or drop:
                    record.keep(step, some, at=at, by=by, drop=drop)
    return Stretch("capture", len(waiting), len(held) - sum(item.sha256 in held for item, _ in waiting))


def extract(record: Record, lexicon: claims.Lexicon, *, at: str, by: str, progress: Progress) -> Stretch:
    """Read the claims of every document whose text, details, lexicon or reader moved."""
    held = record.fingerprints(ledger.CLAIMS)
    version = [claims.EXTRACTOR_VERSION, claims.lexicon_version(lexicon)]
    drawn = ledger.drawn(record)
    read = [document for document, _ in drawn]
    waiting = []
    for document, told in sorted(drawn, key=lambda item: item[0].id):
        mark = fingerprint([*version, told])
        if held.get(document.id) != mark:
            waiting.append((document, mark))
    for number, batch in _batches(waiting):
        rows = []
        for offset, (document, mark) in enumerate(batch, 1):
            progress("extract", number + offset, len(waiting), document.name)
            text = ledger.text_of(record, document)
            rows.append(Derived(document.id, mark, encode(claims.extract(document, text, lexicon))))
        record.keep(ledger.CLAIMS, rows, at=at, by=by)
    gone = sorted(set(held) - {document.id for document in read})
    if gone:
        record.keep(ledger.CLAIMS, [], at=at, by=by, drop=gone)
    return Stretch("extract", len(waiting), len(read) - len(waiting))


def ask_model(
    record: Record,
    settings: Settings,
    lexicon: claims.Lexicon,
    model: Model | None,
    *,
    at: str,
    by: str,
    progress: Progress,
) -> Proposed | None:
    """Ask a model where the case says so; None, and nothing of a model beside the claims, where it does not."""
    asked = settings.claims.model
    if asked is None or asked.send == "nothing":
        put_away(record, at=at, by=by)
        return None
    return propose(record, asked, model or Endpoint(asked), lexicon, at=at, by=by, progress=progress)


def assess(
    record: Record,
    found: Sequence[Finding],
    documents: Sequence[Document],
    readings: Sequence[Reading],
    packs: Sequence[Pack],
    *,
    at: str,
    by: str,
    progress: Progress,
) -> tuple[list[Outcome], Stretch]:
    """Put every finding that moved to every pack; return all outcomes in order of findings."""
    held = record.derived(ledger.ASSESSMENTS)
    by_id = {claim.id: claim for reading in readings for claim in reading.claims}
    days = road.days_of(documents)
    version = [law.LAW_VERSION, *(pack.version for pack in packs)]
    rows: list[Derived] = []
    outcomes: list[Outcome] = []
    for number, finding in enumerate(found, 1):
        mine = [by_id[name] for name in (*finding.claims, *finding.against) if name in by_id]
        told = [str(days.get(claim.document)) for claim in mine]
        mark = fingerprint([*version, encode(finding), *(encode(claim) for claim in mine), *told])
        old = held.get(finding.id)
        if old is not None and old.fingerprint == mark:
            outcomes.extend(decode(old.body, tuple[Outcome, ...]))
            continue
        progress("assess", number, len(found), finding.id)
        fresh = road.assess_finding(finding, by_id, days, packs)
        rows.append(Derived(finding.id, mark, encode(fresh)))
        outcomes.extend(fresh)
    gone = sorted(set(held) - {finding.id for finding in found})
    if rows or gone:
        record.keep(ledger.ASSESSMENTS, rows, at=at, by=by, drop=gone)
    return outcomes, Stretch("assess", len(rows), len(found) - len(rows))


def _batches(items: Sequence[tuple]) -> Iterator[tuple[int, Sequence[tuple]]]:  # type: ignore[type-arg]
    for start in range(0, len(items), BATCH):
        yield start, items[start : start + BATCH]
