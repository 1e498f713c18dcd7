"""Opening a case for a command: the one place where the command line loads the rooms.

Reading PDFs, HTML and law costs most of a second to import; `--help` and usage errors must not wait for it. That is why the
imports of casework stand inside these functions.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from embargo.cli.out import Progress

if TYPE_CHECKING:
    from embargo.casework import Case

Folder = Annotated[
    Path, typer.Argument(metavar="CASE", help="The folder of the case, made by `embargo init`.")
]
Id = Annotated[str, typer.Argument(metavar="ID", help="Its id, or enough of the beginning to be unique.")]
Json = Annotated[bool, typer.Option("--json", help="Print records as JSON, with exact numbers.")]
As = Annotated[
    str, typer.Option("--as", metavar="NAME", help="Who you are, as the log shall say.", envvar="EMBARGO_AS")
]
Why = Annotated[
    str, typer.Option("--why", metavar="TEXT", help="The reason, as the log and the report shall say.")
]
Check = Annotated[bool, typer.Option("--check", help="Exit with 1 where something needs a person.")]


def reading(folder: Path) -> "Case":
    """Open the case to read; works beside a running `run`."""
    from embargo.casework import open_case

    return open_case(folder, readonly=True)


def writing(folder: Path, by: str = "", progress: Progress | None = None) -> "Case":
    """Open the case to change it."""
    from embargo.casework import open_case

    return open_case(folder, by=by, progress=progress or Progress())


def new(folder: Path, title: str, by: str = "") -> "Case":
    """Make an empty case."""
    from embargo.casework import create_case

    return create_case(folder, title=title, by=by, progress=Progress())


def tight_umask() -> None:
    """Let nobody else on the machine read what this command writes."""
    os.umask(0o077)
