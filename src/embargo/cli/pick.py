"""Finding one record by its id or a unique beginning of it, and saying the command that shows more."""

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from embargo.errors import UsageError

T = TypeVar("T")


def one(kind: str, things: Iterable[T], name: str, listing: str) -> T:
    """Return the thing with that id, or the only one whose id begins so. Raises UsageError with near ones.

    `listing` is the command that lists them all.
    """
    listed: list[Any] = list(things)
    found = [thing for thing in listed if thing.id == name] or [
        thing for thing in listed if thing.id.casefold().startswith(name.casefold())
    ]
    if len(found) == 1:
        return found[0]  # type: ignore[no-any-return]
    ids = list(dict.fromkeys(thing.id for thing in found))
    if found:
        few = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")
        raise UsageError(
            f'"{name}" begins the ids of {len(ids)}: {few}', f"one {kind}", f"write more of the id; {listing}"
        )
    raise UsageError(f'"{name}" names no {kind}', f"the id of one of {len(listed)}", listing)


def command(folder: Path, words: str) -> str:
    """Return the command as one types it; DIR in the words stands for the case's folder."""
    return "embargo " + words.replace("DIR", shlex.quote(str(folder)), 1)
