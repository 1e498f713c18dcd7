"""The command `embargo add`: files into a case, and what became of each."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from embargo.cli.doors import As, Folder, Json, writing
from embargo.cli.out import Progress, as_json, say
from embargo.cli.pick import command

if TYPE_CHECKING:
    from embargo.casework.add import Added


def add(
    folder: Folder,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="FILE|FOLDER", help="txt, md, html or pdf; a folder with all below it."),
    ],
    table_: Annotated[
        Path | None,
        typer.Option("--table", metavar="CSV", help="One sheet: file, publisher, published, kind ..."),
    ] = None,
    publisher: Annotated[
        str, typer.Option(metavar="NAME", help="Who published it, for every file given.")
    ] = "",
    published: Annotated[str, typer.Option(metavar="DAY", help="The day of publication, YYYY-MM-DD.")] = "",
    kind: Annotated[
        str,
        typer.Option(metavar="KIND", help="press, report, statement, denial, contribution, note, list ..."),
    ] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The document's title.")] = "",
    language: Annotated[str, typer.Option(metavar="CODE", help="ISO 639 code: en, ko, ru ...")] = "",
    reliability: Annotated[
        str, typer.Option(metavar="A-F", help="Of the source, A (best) to F (cannot be judged).")
    ] = "",
    caveat: Annotated[
        str, typer.Option(metavar="WHO", help="Who may see it: public, participants or withheld (nobody).")
    ] = "",
    contributor: Annotated[
        str, typer.Option(metavar="NAME", help="The participant who handed it over.")
    ] = "",
    by: As = "",
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 where a file was set aside.")] = False,
    json: Json = False,
) -> None:
    """Put files into the case. The same bytes twice change nothing; a file that cannot be read is set aside with its reason.

    \b
    What you know of a file may stand in three places; the first that says it holds:
      here, for every file given:  --publisher "The Harbour Courier" --published 2025-05-30
      in a sidecar, report.meta.toml beside report.pdf:
                                   publisher = "The Harbour Courier"
                                   published = 2025-05-30
      in one sheet for all:        --table sources.csv, its first row: file,publisher,published,kind

    What nobody states is proposed from the file and marked so. See it with: embargo sources list my-case

    \b
    Examples:
      embargo add my-case report.pdf --publisher "The Harbour Courier" --published 2025-05-30
      embargo add my-case ~/sources --table ~/sources/sources.csv
    """
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
    else:
        _show_added(folder, added)
    if added.set_aside and not added.new and not added.same:
        raise typer.Exit(3)
    if check and added.set_aside:
        raise typer.Exit(1)


def _show_added(folder: Path, added: "Added") -> None:
    for name, digest in added.new:
        say(f"added      {name}  D-{digest[:12]}")
        if name in added.twice:
            old = f"D-{added.twice[name][:12]}"
            say(
                f"           an earlier {name} with other bytes, {old}, stays in the case. If this one replaces it:"
            )
            say(f"           {command(folder, f'sources set DIR {old} caveat=withheld --as NAME')}")
    for name, words in added.same:
        say(f"same       {name}: {words}")
    for item in added.set_aside:
        say(f"set aside  {item.name}: {item.reason}")
    if added.own:
        say(f"left out   {added.own} files of the case itself: its record and report are no sources of it")
    say(f"{len(added.new)} added, {len(added.same)} already there, {len(added.set_aside)} set aside.")
