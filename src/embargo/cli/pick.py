"""Finding one record by its id or a unique beginning of it."""

from collections.abc import Iterable
from typing import Any, TypeVar

from embargo.errors import UsageError

T = TypeVar("T")


def one(kind: str, things: Iterable[T], name: str) -> T:
    """Return the thing with that id, or the only one whose id begins so. Raises UsageError with near ones."""
    listed: list[Any] = list(things)
    found = [thing for thing in listed if thing.id == name] or [
        thing for thing in listed if thing.id.casefold().startswith(name.casefold())
    ]
    if len(found) == 1:
        return found[0]  # type: ignore[no-any-return]
    if found:
        few = ", ".join(thing.id for thing in found[:5])
        raise UsageError(
            f'"{name}" begins {len(found)} {kind}s: {few}', "one of them", "write more of the id"
        )
    raise UsageError(f'"{name}" names no {kind}', f"the id of one of {len(listed)}", "see them with `list`")
