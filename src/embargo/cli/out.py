"""What the doors print: records as JSON or as tables to stdout, progress and remarks to stderr."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from embargo.cli.streams import holds_everything

if TYPE_CHECKING:
    from rich.console import Console

# A pipe has no width of its own: wide enough for a row of findings, narrow enough for a mail.
PIPE_WIDTH = 140
# Below this many columns for each cell after the first, a table is harder to read than a list.
CELL_WIDTH = 14
# Back to the head of the line, and nothing left in it.
CLEAR = "\r\x1b[2K"


def console(*, err: bool = False) -> "Console":
    """Return a console for stdout, or stderr; colours only where a person looks. COLUMNS, where set, is the width."""
    # Here and in `table`: rich costs more to import than all of --help.
    from rich.console import Console

    stream = sys.stderr if err else sys.stdout
    given = os.environ.get("COLUMNS", "").isdecimal()
    width = None if stream.isatty() or given else PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def as_json(record: Any, *, indent: int = 2) -> None:
    """Print the record as JSON, keys in a fixed order, exact numbers as they are; indent 0 prints it on one line."""
    import msgspec

    data = msgspec.json.Encoder(decimal_format="number", order="deterministic").encode(record)
    text = msgspec.json.format(data, indent=indent or -1).decode("utf-8", "replace")
    if not holds_everything(sys.stdout):
        # JSON has its own way to write a character that the stream lacks.
        text = "".join(sign if sign.isascii() else json.dumps(sign)[1:-1] for sign in text)
    sys.stdout.write(text + "\n")


def table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, empty: str = "none"
) -> None:
    """Print a table whose first column never wraps (an id one may copy); say so where there is nothing.

    Where the width leaves too little for the other columns, each row is printed as a list of its cells.
    """
    listed = [[str(cell) for cell in row] for row in rows]
    if not listed:
        say(f"{title}: {empty}")
        return
    from rich.table import Table
    from rich.text import Text

    out = console()
    first = max(len(row[0]) for row in listed)
    if out.width - first < CELL_WIDTH * (len(columns) - 1):
        _stacked(title, columns, listed)
        return
    grid = Table(title=f"{title} ({len(listed)})", title_justify="left", header_style="bold", pad_edge=False)
    for number, name in enumerate(columns):
        grid.add_column(name, no_wrap=number == 0, overflow="fold")
    for row in listed:
        grid.add_row(*(Text(cell) for cell in row))
    out.print(grid)


def _stacked(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    say(f"{title} ({len(rows)})")
    for row in rows:
        say(row[0])
        for name, cell in zip(columns[1:], row[1:], strict=True):
            if cell:
                say(f"  {name}: {cell}" if name else f"  {cell}")


def say(words: str) -> None:
    """Print a line of result."""
    _print(words, err=False)


def remark(words: str) -> None:
    """Print a line of progress or advice, to stderr."""
    _print(words, err=True)


def _print(words: str, *, err: bool) -> None:
    from rich.text import Text

    console(err=err).print(Text(words), soft_wrap=True)


def complain(words: str) -> None:
    """Print why a command ends early, to stderr, on a line of its own even where progress was being counted in place."""
    if _counts_in_place():
        sys.stderr.write(CLEAR)
    remark(words)


def _counts_in_place() -> bool:
    # A dumb terminal cannot go back in its line.
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class Progress:
    """Progress per step on stderr: one line a step, counted in place where a person looks."""

    def __init__(self) -> None:
        self.step = ""
        self.live = _counts_in_place()

    def __call__(self, step: str, done: int, total: int, note: str) -> None:
        """Show that `done` of `total` are done in the step."""
        if self.live:
            sys.stderr.write(f"{CLEAR}{step} {done}/{total} {note[:60]}")
            sys.stderr.flush()
        elif step != self.step:
            sys.stderr.write(f"{step} …\n")
        self.step = step

    def end(self) -> None:
        """Leave the line free for what comes next."""
        if self.live and self.step:
            sys.stderr.write(CLEAR)
            sys.stderr.flush()
