"""The commands on a whole case: init, run, verify."""

import time
from typing import TYPE_CHECKING, Annotated

import typer

from embargo.cli.doors import As, Check, Folder, Json, new, reading, writing
from embargo.cli.findings import rows_of
from embargo.cli.out import Progress, as_json, remark, say, table
from embargo.cli.pick import command
from embargo.cli.proposals import told
from embargo.errors import CannotCheck, NoCase

if TYPE_CHECKING:
    from embargo.casework import Case
    from embargo.casework.run import Ran

TEN = 10


def init(
    folder: Folder,
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the case is called in its report.")] = "",
    by: As = "",
) -> None:
    """Make an empty case in a folder: its record, and embargo.toml with its settings.

    \b
    Example:
      embargo init my-case --title "Oil deliveries, 2024"
    """
    with new(folder, title, by) as case:
        say(f"A case is in {case.folder}.")
        say(f"Next: {command(folder, 'add DIR FILES')}, then {command(folder, 'run DIR')}")


def run(folder: Folder, by: As = "", check: Check = False, json: Json = False) -> None:
    """Read, weigh, apply the law and write the report; do again only what a change touched.

    Ends with the findings and the ten things that most need a person. Stop it at any moment: the next run goes on from there.
    The report is in report/ of the case; its text, report.md, is yours to rewrite.

    \b
    Examples:
      embargo run my-case
      embargo run my-case --check         # exits with 1 where something needs a person
      embargo run my-case --json          # steps, findings, what waits, the report's files
    """
    progress = Progress()
    with writing(folder, by, progress) as case:
        begun = time.monotonic()
        ran = case.run()
        progress.end()
        if json:
            as_json(summary(ran))
        else:
            show_run(case, ran, time.monotonic() - begun)
    if check and ran.dossier.attention:
        raise typer.Exit(1)


def summary(ran: "Ran") -> dict[str, object]:
    """Return what a run did as a plain record, for --json."""
    return {
        "steps": ran.stretches,
        "findings": ran.dossier.findings,
        "attention": ran.dossier.attention[:TEN],
        "waiting": len(ran.dossier.attention),
        "set_aside": ran.dossier.set_aside,
        "report": ran.report,
        "problems": ran.problems,
        "proposed": ran.proposed,
    }


def show_run(case: "Case", ran: "Ran", seconds: float) -> None:
    """Print what a run did: findings, the ten things that most need a person, problems, where the report lies."""
    for stretch in ran.stretches:
        remark(f"{stretch.step:9} {stretch.done} done, {stretch.held} still held")
    for words in told(ran.proposed) if ran.proposed is not None else ():
        remark(words)
    remark(f"in {seconds:.1f} s")
    if not ran.dossier.documents:
        remark(f"no document was read. Next: {command(case.folder, 'add DIR FILES')}")
    table("Findings", ("finding", "what", "lines", "documents", "status", "law"), rows_of(ran.dossier))
    ten = ran.dossier.attention[:TEN]
    rows = [(item.rank, item.kind, item.words, command(case.folder, item.command)) for item in ten]
    table("What most needs a person", ("", "kind", "why", "see"), rows)
    more = len(ran.dossier.attention) - len(ten)
    if more:
        say(f"and {more} more: {command(case.folder, 'reports explain DIR')}")
    for item in ran.dossier.set_aside:
        say(f"set aside: {item.name}: {item.reason}")
    for problem in ran.problems:
        say(f"in the report: {problem}")
    for path in ran.report:
        if path.endswith((".html", ".pdf")):
            say(f"report: {path}")


def verify(
    folder: Folder,
    quick: Annotated[bool, typer.Option("--quick", help="Hashes only, no quotes.")] = False,
    json: Json = False,
) -> None:
    """Check every byte, event, quote and derived row of a case. Exits with 0 whole, 1 damaged (by name), 2 cannot check."""
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
