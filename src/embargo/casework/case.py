"""A case: a folder with its record, its settings, the drafters' text and the report."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Self

import msgspec

from embargo import reports
from embargo.casework import ledger, road
from embargo.casework.add import Added, Progress, add
from embargo.casework.caveats import AUDIENCES
from embargo.casework.desk import Desk
from embargo.casework.details import state_details
from embargo.casework.layout import REPORT
from embargo.casework.likes import Group, queue, waiting
from embargo.casework.model import Model
from embargo.casework.propose import Beside, beside, disagreements
from embargo.casework.render import drafters_text, last_rendering, write_files
from embargo.casework.risk import weigh
from embargo.casework.run import Ran, capture, case_lexicon, case_packs, last_dossier, run
from embargo.casework.settings import Settings, read_settings, write_settings
from embargo.casework.verify import verify
from embargo.claims import load_lexicon
from embargo.errors import UsageError
from embargo.store import Record
from embargo.vocabulary import (
    Claim,
    Damage,
    Decision,
    Document,
    Dossier,
    Entity,
    Finding,
    Outcome,
    Reading,
    Review,
    SetAside,
    Text,
)


def utc_now() -> str:
    """Return this moment, UTC, ISO 8601 to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def quiet(step: str, done: int, total: int, note: str) -> None:
    """Take progress and say nothing."""


class Case:
    """One case in one folder. Use `open_case` or `create_case`; close it, or use it in a `with` block."""

    def __init__(
        self,
        record: Record,
        *,
        by: str = "",
        clock: Callable[[], str] = utc_now,
        progress: Progress = quiet,
    ) -> None:
        self.record = record
        self.folder = record.folder
        self.by = by
        self.clock = clock
        self.progress = progress

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self.record.close()

    @property
    def settings(self) -> Settings:
        """What the case's `embargo.toml` says."""
        return read_settings(self.folder)

    def add(
        self,
        *paths: str | Path,
        table: str | Path | None = None,
        details: Mapping[str, str] | None = None,
    ) -> Added:
        """Archive files and folders with what is stated of them, and draw their text."""
        added = add(
            self.record,
            [Path(path) for path in paths],
            at=self.clock(),
            by=self.by,
            table=Path(table) if table else None,
            flags=details,
            progress=self.progress,
        )
        capture(self.record, at=self.clock(), by=self.by, progress=self.progress)
        return self._with_unreadable(added)

    def _with_unreadable(self, added: Added) -> Added:
        """Move files whose bytes turned out not to be readable, now or earlier, to those set aside."""
        _, aside = ledger.documents(self.record)
        bad = {item.sha256: item for item in aside if item.sha256}
        new = tuple((name, digest) for name, digest in added.new if digest not in bad)
        moved = tuple(bad[digest] for _, digest in added.new if digest in bad)
        # Bytes that were handed in before and could not be read then: there is nothing of theirs in the case to be the same as.
        again = {name: item for name, words in added.same for item in bad.values() if _id(item) in words}
        same = tuple(item for item in added.same if item[0] not in again)
        return msgspec.structs.replace(
            added, new=new, same=same, set_aside=(*added.set_aside, *moved, *again.values())
        )

    def run(self, *, rendering: bool = True, model: Model | None = None) -> Ran:
        """Walk the road: capture, extract, resolve, fuse, assess, render; do again only what a change touched.

        `model` is asked in place of the endpoint that the settings name, and only where they let documents be sent.
        """
        return run(
            self.record,
            self.settings,
            at=self.clock(),
            by=self.by,
            progress=self.progress,
            rendering=rendering,
            model=model,
        )

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document that was read, by day and publisher."""
        return road.in_order(ledger.documents(self.record)[0])

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """Files that could not be taken in, with reasons."""
        return ledger.documents(self.record)[1]

    @property
    def decisions(self) -> dict[str, Decision]:
        """The decision in force on each claim, by the claim's id now."""
        return {one.claim: one.decided.decision for one in self.review.reviewed}

    @property
    def review(self) -> Review:
        """Human readings beside the machine's, and the decisions that could not be anchored again."""
        return self.desk().review

    def desk(self) -> Desk:
        """Return the desk at which the person of this session decides about claims."""
        return Desk(self.record, by=self.by, clock=self.clock)

    def queue(self, *, decided: bool = False) -> tuple[Group, ...]:
        """Return the claims that wait for a person, in groups of likes, riskiest first; with `decided` all claims."""
        review = self.review
        unsure = {
            claim: slots for some in disagreements(self.proposals, {}).values() for claim, slots in some
        }
        weights = weigh(self.dossier().findings, unsure)
        return queue(waiting(self.claims, review, decided=decided), weights, review)

    def reading(self, document: str) -> Reading:
        """Return what was read from the document: claims and every sentence's standing. Raises UsageError before a run."""
        found = ledger.readings(self.record).get(document)
        if found is None:
            raise UsageError(f"{document} has not been read yet", next_step=f"embargo run {self.folder}")
        return found

    def text(self, document: str) -> Text:
        """Return the text of a document with its map, by id or a unique beginning of it."""
        return ledger.text_of(self.record, self.document(document), with_map=True)

    def document(self, name: str) -> Document:
        """Return the document with that id, beginning of an id, or file name. Raises UsageError otherwise."""
        by_name = [item for item in self.documents if item.name == name]
        return by_name[0] if len(by_name) == 1 else self._one("document", self.documents, name)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that was read, in order of documents and quotes."""
        readings = ledger.readings(self.record)
        return tuple(
            claim for item in self.documents if item.id in readings for claim in readings[item.id].claims
        )

    @property
    def every_claim(self) -> tuple[Claim, ...]:
        """Every claim that was read by anybody: the machine's, and those that only people read (parts of split ones)."""
        read = {claim.id: claim for claim in self.claims}
        human = {claim.id: claim for held in self.review.reviewed for claim in held.human}
        return tuple({**human, **read}.values())

    @property
    def proposals(self) -> tuple[Beside, ...]:
        """What a model proposed beside the claims, document by document; empty where none was asked."""
        return beside(self.record)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Everyone and everything that claims name, resolved."""
        return self.dossier().entities

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings as of the last run."""
        return self.dossier().findings

    @property
    def law(self) -> tuple[Outcome, ...]:
        """What the packs say of every finding."""
        return self.dossier().outcomes

    def dossier(self, audience: str | None = None) -> Dossier:
        """Return the Dossier as of the last run; for another audience, computed anew from what that one may see.

        Raises UsageError for an audience there is none of.
        """
        if audience is not None and audience not in AUDIENCES:
            raise UsageError(f'there is no audience "{audience}"', " or ".join(AUDIENCES))
        settings = self.settings
        lexicon = load_lexicon(*case_lexicon(self.folder))
        packs = case_packs(self.folder, settings)
        if audience is None or audience == settings.audience:
            return last_dossier(self.record, settings, packs, road.versions(packs, lexicon))
        read, aside = ledger.documents(self.record)
        known = ledger.readings(self.record)
        documents = [document for document in read if document.id in known]
        return road.judge(
            documents,
            {document.id: ledger.text_of(self.record, document) for document in documents},
            [known[document.id] for document in documents],
            title=settings.title,
            audience=audience,
            packs=packs,
            lexicon=lexicon,
            decisions=ledger.history(self.record),
            # Nobody can tell whose a file is that could not be read: its name goes to participants alone.
            set_aside=aside if audience == "participants" else (),
        )

    def decide(self, about: str, verdict: str, why: str = "", **more: Any) -> Decision:
        """Record what the person of this session decides about a claim: accept, reject, edit, split, merge or undo.

        `edits` (slots as typed), `split` (a slot) with `parts` (edits of each), and `into` (a claim's id) go to the desk as they are.
        """
        desk = self.desk()
        claim = self._one("claim", self.every_claim, about)
        return desk.decide([claim.id], verdict, why, **more).made[0].decision

    def state(self, document: str, details: dict[str, str]) -> None:
        """Record what the person of this session states about a document (publisher, published, caveat ...)."""
        sha256 = self.document(document).sha256
        state_details(self.record, sha256, details, at=self.clock(), by=self.by)

    def report_for(self, audience: str, into: Path) -> tuple[str, ...]:
        """Render the report for another audience into a folder of its own; return the paths of its files."""
        dossier = self.dossier(audience)
        rendering = reports.render(dossier, reports.draft(dossier))
        write_files(into, rendering.files)
        return tuple(str(into / name) for name in sorted(rendering.files))

    @property
    def report_files(self) -> dict[str, str]:
        """The files of the last report with their SHA-256."""
        return last_rendering(self.record).files

    @property
    def report_text(self) -> str:
        """The drafters' text, `report.md`; empty before the first run."""
        return drafters_text(self.folder).text

    @property
    def report(self) -> Path:
        """The folder in which the report lies."""
        return self.folder / REPORT

    def verify(self, *, quick: bool = False) -> tuple[Damage, ...]:
        """Return everything damaged by name; empty where the case is whole."""
        return verify(self.record, quick=quick)

    def _one(self, kind: str, things: Iterable, name: str):  # type: ignore[no-untyped-def, type-arg]
        found = [thing for thing in things if thing.id == name] or [
            thing for thing in things if thing.id.casefold().startswith(name.casefold())
        ]
        if len(found) == 1:
            return found[0]
        few = ", ".join(thing.id for thing in found[:5]) + (" …" if len(found) > 5 else "")
        seen = f'"{name}" names no {kind}' if not found else f'"{name}" begins the ids of {len(found)}: {few}'
        room = "sources" if kind == "document" else f"{kind}s"
        raise UsageError(
            seen, f"the id of one {kind}, or enough of its beginning", f"embargo {room} list {self.folder}"
        )


def _id(item: SetAside) -> str:
    return f"(D-{(item.sha256 or '')[:12]})"


def create_case(
    folder: str | Path,
    *,
    title: str = "",
    by: str = "",
    clock: Callable[[], str] = utc_now,
    progress: Progress = quiet,
) -> Case:
    """Make an empty case in the folder and open it. Raises UsageError where there is one already."""
    path = Path(folder)
    name = title or path.resolve().name
    record = Record.create(path, at=clock(), by=by, body={"title": name})
    write_settings(path, name)
    return Case(record, by=by, clock=clock, progress=progress)


def open_case(
    folder: str | Path,
    *,
    by: str = "",
    readonly: bool = False,
    clock: Callable[[], str] = utc_now,
    progress: Progress = quiet,
) -> Case:
    """Open the case in the folder. Raises NoCase where there is none; `readonly` works beside a running `run`."""
    return Case(Record.open(Path(folder), readonly=readonly), by=by, clock=clock, progress=progress)
