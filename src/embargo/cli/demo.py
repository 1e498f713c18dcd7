"""The command `embargo demo`: the whole road over the demo case, and what it has to tell."""

import time
from pathlib import Path
from typing import Annotated

import typer

from embargo.cli.cases import show_run, summary
from embargo.cli.doors import Json, new, writing
from embargo.cli.out import Progress, as_json, say
from embargo.errors import InputError, UsageError

NUMBERS = ("Nothing", "One thing", "Two things", "Three things")


def demo(
    sources: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of documents; default the demo case.")
    ] = None,
    into: Annotated[Path, typer.Option(metavar="DIR", help="Where the case goes.")] = Path("embargo-demo"),
    json: Json = False,
) -> None:
    """Walk the whole road over the demo case, or a folder of your own, and say what a reader would not have guessed.

    Makes a case, adds the documents (with sources.csv, where it lies beside them), runs it. A second call does only what moved.

    \b
    Examples:
      embargo demo
      embargo demo ~/sources --into my-case
    """
    from embargo.casework.demo import examples, surprises

    documents = sources or examples()
    if documents is None:
        raise UsageError(
            "the demo's documents are not here",
            "examples/dprk-russia-2025 below this folder, as in a checkout of the project",
            "run it from the checkout, or name a folder of documents: embargo demo FOLDER",
        )
    if not documents.is_dir():
        raise InputError(f"{documents} is no folder", "a folder of txt, md, html or pdf files")
    progress = Progress()
    begun = time.monotonic()
    new_case = not (into / "record").exists()
    with new(into, "Arms and people between the DPRK and Russia") if new_case else writing(into) as case:
        case.progress = progress
        sheet = documents / "sources.csv"
        added = case.add(documents, table=sheet if sheet.exists() else None)
        ran = case.run()
        progress.end()
        told = surprises(ran.dossier)
        if json:
            as_json({**summary(ran), "surprises": told, "added": added})
            return
        show_run(case, ran, time.monotonic() - begun)
        say("")
        say(
            f"{NUMBERS[len(told)]} a reader would not have guessed:"
            if told
            else "Nothing here would surprise a reader."
        )
        for number, words in enumerate(told, 1):
            say(f"  {number}. {words}")
        html = next((path for path in ran.report if path.endswith(".html")), "")
        say("")
        say(f"The report lies at {html} (and .pdf beside it). The drafters' text is {case.folder}/report.md")
