"""The streams a command writes to, made safe: a terminal of few characters, a closed pipe, no stream at all."""

import os
import sys
from pathlib import Path
from typing import TextIO


def steady() -> None:
    """Make stdout and stderr take whatever we print.

    A stream that was closed by the caller (`>&-`) is replaced by one that keeps nothing. A character that the stream's
    encoding lacks is written as its number instead of ending the command.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not holds_everything(stream):
            reconfigure(errors="backslashreplace")


def holds_everything(stream: TextIO) -> bool:
    """Return whether the stream's encoding has every character there is."""
    return (getattr(stream, "encoding", "") or "utf-8").casefold().replace("-", "").startswith("utf")


def let_go(stream: TextIO) -> None:
    """Send the rest of a stream nowhere, so that Python's last flush does not complain of a reader who has gone."""
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
