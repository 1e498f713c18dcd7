"""What the doors print: records as JSON or as tables to stdout, progress and remarks to stderr."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

# A pipe has no width of its own: wide enough for a row of findings, narrow enough for a mail.
PIPE_WIDTH = 140


def console(*, err: bool = False) -> Console:
    """Return a console for stdout, or stderr; colours only where a person looks."""
    stream = sys.stderr if err else sys.stdout
    width = None if stream.isatty() else PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def as_json(record: Any) -> None:
    """Print the record as JSON, indented, keys in a fixed order, exact numbers as they are."""
    data = msgspec.json.Encoder(decimal_format="number", order="deterministic").encode(record)
    text = msgspec.json.format(data, indent=2).decode("utf-8", "replace")
    sys.stdout.write(text.encode("utf-8", "replace").decode("utf-8") + "\n")


def table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, empty: str = "none"
) -> None:
    """Print a table whose first column never wraps (an id one may copy); say so where there is nothing."""
    listed = [[str(cell) for cell in row] for row in rows]
    if not listed:
        say(f"{title}: {empty}")
        return
    grid = Table(title=f"{title} ({len(listed)})", title_justify="left", header_style="bold", pad_edge=False)
    for number, name in enumerate(columns):
        grid.add_column(name, no_wrap=number == 0, overflow="fold")
    for row in listed:
        grid.add_row(*(Text(cell) for cell in row))
    console().print(grid)


def say(words: str) -> None:
    """Print a line of result."""
    console().print(Text(words), soft_wrap=True)


def remark(words: str) -> None:
    """Print a line of progress or advice, to stderr."""
    console(err=True).print(Text(words), soft_wrap=True)


class Progress:
    """Progress per step on stderr: one line a step, counted in place where a person looks."""

    def __init__(self) -> None:
        self.step = ""
        self.live = sys.stderr.isatty()

    def __call__(self, step: str, done: int, total: int, note: str) -> None:
        """Show that `done` of `total` are done in the step."""
        if self.live:
            sys.stderr.write(f"\r\x1b[2K{step} {done}/{total} {note[:60]}")
            sys.stderr.flush()
        elif step != self.step:
            sys.stderr.write(f"{step} …\n")
        self.step = step

    def end(self) -> None:
        """Leave the line free for what comes next."""
        if self.live and self.step:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
