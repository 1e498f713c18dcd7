"""The commands on a whole case: init, add, run, verify, demo."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from embargo.cli.doors import As, Check, Folder, Json, new, reading, writing
from embargo.cli.findings import rows_of
from embargo.cli.out import Progress, as_json, remark, say, table
from embargo.errors import CannotCheck, NoCase, UsageError

if TYPE_CHECKING:
    from embargo.casework import Case
    from embargo.casework.run import Ran

TEN = 10


def add_to(app: typer.Typer) -> None:
    """Hang the commands on the app."""
    for command in (init, add, run, verify, demo):
        app.command()(command)


def init(
    folder: Folder,
    title: Annotated[str, typer.Option(help="What the case is called in its report.")] = "",
    by: As = "",
) -> None:
    """Make an empty case in DIR."""
    with new(folder, title, by) as case:
        say(f"A case is in {case.folder}. Next: embargo add {folder} FILES, then embargo run {folder}")


def add(
    folder: Folder,
    paths: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...", help="txt, md, html or pdf.")],
    table_: Annotated[
        Path | None,
        typer.Option("--table", metavar="CSV", help="One sheet: file, publisher, published, kind ..."),
    ] = None,
    publisher: Annotated[str, typer.Option(help="Who published it, for every file given.")] = "",
    published: Annotated[str, typer.Option(metavar="DAY", help="The day of publication, YYYY-MM-DD.")] = "",
    kind: Annotated[
        str, typer.Option(help="press, report, statement, denial, contribution, note, list ...")
    ] = "",
    title: Annotated[str, typer.Option(help="The document's title.")] = "",
    language: Annotated[str, typer.Option(help="ISO 639 code: en, ko, ru ...")] = "",
    reliability: Annotated[str, typer.Option(help="Of the source, A to F.")] = "",
    caveat: Annotated[str, typer.Option(help="public, participants or withheld.")] = "",
    contributor: Annotated[str, typer.Option(help="The participant who handed it over.")] = "",
    by: As = "",
    json: Json = False,
) -> None:
    """Put files into the case. A sidecar STEM.meta.toml beside a file, or one sheet, may say what is known of it."""
    given = {
        "publisher": publisher,
        "published": published,
        "kind": kind,
        "title": title,
        "language": language,
        "reliability": reliability,
        "caveat": caveat,
        "contributor": contributor,
    }
    progress = Progress()
    with writing(folder, by, progress) as case:
        added = case.add(
            *paths, table=table_, details={name: value for name, value in given.items() if value}
        )
    progress.end()
    if json:
        as_json(added)
        return
    for name, digest in added.new:
        say(f"added      {name}  D-{digest[:12]}")
    for name, words in added.same:
        say(f"same       {name}: {words}")
    for item in added.set_aside:
        say(f"set aside  {item.name}: {item.reason}")
    say(f"{len(added.new)} added, {len(added.same)} already there, {len(added.set_aside)} set aside.")


def run(folder: Folder, by: As = "", check: Check = False, json: Json = False) -> None:
    """Read, weigh, apply the law and write the report; do again only what a change touched."""
    progress = Progress()
    with writing(folder, by, progress) as case:
        begun = time.monotonic()
        ran = case.run()
        progress.end()
        if json:
            as_json(_summary(ran))
        else:
            _show(case, ran, time.monotonic() - begun)
    if check and ran.dossier.attention:
        raise typer.Exit(1)


def _summary(ran: "Ran") -> dict[str, object]:
    return {
        "steps": ran.stretches,
        "findings": ran.dossier.findings,
        "attention": ran.dossier.attention[:TEN],
        "waiting": len(ran.dossier.attention),
        "set_aside": ran.dossier.set_aside,
        "report": ran.report,
        "problems": ran.problems,
    }


def _show(case: "Case", ran: "Ran", seconds: float) -> None:
    for stretch in ran.stretches:
        remark(f"{stretch.step:9} {stretch.done} done, {stretch.held} still held")
    remark(f"in {seconds:.1f} s")
    table("Findings", ("finding", "what", "lines", "documents", "status", "law"), rows_of(ran.dossier))
    ten = ran.dossier.attention[:TEN]
    rows = [(item.rank, item.kind, item.words, _command(case, item.command)) for item in ten]
    table("What most needs a person", ("", "kind", "why", "see"), rows)
    more = len(ran.dossier.attention) - len(ten)
    if more:
        say(f"and {more} more: embargo reports explain {case.folder}")
    for item in ran.dossier.set_aside:
        say(f"set aside: {item.name}: {item.reason}")
    for problem in ran.problems:
        say(f"in the report: {problem}")
    for path in ran.report:
        if path.endswith((".html", ".pdf")):
            say(f"report: {path}")


def _command(case: "Case", command: str) -> str:
    return "embargo " + command.replace("DIR", str(case.folder), 1)


def verify(
    folder: Folder,
    quick: Annotated[bool, typer.Option(help="Hashes only, no quotes.")] = False,
    json: Json = False,
) -> None:
    """Check every byte, event, quote and derived row. Exit 0 whole, 1 damaged (by name), 2 cannot check."""
    try:
        with reading(folder) as case:
            damage = case.verify(quick=quick)
            counted = len(case.record.events())
    except (CannotCheck, NoCase) as error:
        remark(f"cannot check: {error}")
        raise typer.Exit(2) from error
    if json:
        as_json({"whole": not damage, "events": counted, "damage": damage})
    else:
        for item in damage:
            say(f"damaged {item.kind} {item.name}: {item.words}")
        say(
            f"{len(damage)} things damaged"
            if damage
            else f"whole: {counted} events, every hash and quote holds"
        )
    if damage:
        raise typer.Exit(1)


def demo(
    sources: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of documents; default the demo case.")
    ] = None,
    into: Annotated[Path, typer.Option(metavar="DIR", help="Where the case goes.")] = Path("embargo-demo"),
    json: Json = False,
) -> None:
    """Walk the whole road over the demo case and say what a reader would not have guessed."""
    from embargo.casework.demo import examples, surprises

    documents = sources or examples()
    if documents is None:
        raise UsageError(
            "the demo's documents are not here",
            "examples/dprk-russia-2025 below this folder, as in a checkout of the project",
            "run it from the checkout, or name a folder of documents: embargo demo FOLDER",
        )
    progress = Progress()
    new_case = not (into / "record").exists()
    with new(into, "Arms and people between the DPRK and Russia") if new_case else writing(into) as case:
        case.progress = progress
        sheet = documents / "sources.csv"
        added = case.add(documents, table=sheet if sheet.exists() else None)
        ran = case.run()
        progress.end()
        told = surprises(ran.dossier)
        if json:
            as_json({**_summary(ran), "surprises": told, "added": added})
            return
        _show(case, ran, 0.0)
        say("")
        say("Three things a reader would not have guessed:")
        for number, words in enumerate(told, 1):
            say(f"  {number}. {words}")
        html = next((path for path in ran.report if path.endswith(".html")), "")
        say("")
        say(f"The report lies at {html} (and .pdf beside it). The drafters' text is {case.folder}/report.md")
