"""`embargo reports`: the files of the report, what waits for a person, another audience, a walk through a document."""

from pathlib import Path
from typing import Annotated

import typer

from embargo.cli.doors import Check, Folder, Json, reading
from embargo.cli.out import as_json, say, table
from embargo.cli.pick import command

app = typer.Typer(
    help="The report: its files, its text, what waits for a person, and the report for another audience.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("list")
def list_(folder: Folder, json: Json = False) -> None:
    """List the files of the last report with their hashes."""
    with reading(folder) as case:
        files = case.report_files
    if json:
        as_json(files)
    else:
        table("Report", ("file", "SHA-256"), sorted(files.items()), empty="none yet; embargo run CASE")


@app.command()
def show(folder: Folder, json: Json = False) -> None:
    """Print the text of the report, `report.md` in the case. It is yours to rewrite.

    Lines as {{summary}} or {{finding:ID}} are filled in by `embargo run`; the head of the text lists them all. Within a sentence
    {{finding:ID}} and {{claim:ID}} set footnotes. A paragraph that cites nothing is printed as the drafters' assessment.
    """
    with reading(folder) as case:
        text = case.report_text
    if json:
        as_json({"report.md": text})
    else:
        say(text)


@app.command()
def explain(folder: Folder, check: Check = False, json: Json = False) -> None:
    """Say everything that needs a person, most pressing first, each with the command that shows it."""
    with reading(folder) as case:
        waiting = case.dossier().attention
    if json:
        as_json(waiting)
    else:
        rows = [(item.rank, item.kind, item.words, command(folder, item.command)) for item in waiting]
        table("What needs a person", ("", "kind", "why", "see"), rows)
    if check and waiting:
        raise typer.Exit(1)


@app.command()
def render(
    folder: Folder,
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="Where the files go.")],
    audience: Annotated[str, typer.Option(metavar="WHO", help="public or participants.")] = "public",
    json: Json = False,
) -> None:
    """Render the report for another audience, computed anew from what that audience may see.

    Numbers may differ from the drafters' report, and should. Its text is the one we propose: what the drafters wrote may rest on
    what this audience may not see.

    \b
    Example:
      embargo reports render my-case --audience public --into public-report
    """
    with reading(folder) as case:
        files = case.report_for(audience, into)
    if json:
        as_json(files)
    else:
        for path in files:
            say(path)


@app.command()
def walk(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="txt, md, html or pdf.")],
    published: Annotated[str, typer.Option(metavar="DAY", help="The day of publication.")] = "",
    publisher: Annotated[str, typer.Option(metavar="NAME", help="Who published it.")] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The document's title.")] = "",
) -> None:
    """Walk one file sentence by sentence, as Markdown: claims, findings, law. Its text is not repeated."""
    from embargo.casework.walk import walk_file

    given = {"published": published, "publisher": publisher, "title": title}
    say(walk_file(file, {name: value for name, value in given.items() if value}))
