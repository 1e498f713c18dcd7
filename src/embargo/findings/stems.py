"""What an item is counted under: the stem of its class, and whether two classes can mean one thing."""

from collections.abc import Iterable
from functools import cache

from embargo.findings.tables import table

# Kinds of ammunition are one stem: outlets call the same rounds shells, rockets, rounds or munitions.
_ONE_STEM = ("munition",)
# These subclasses are other things counted (killed is not deployed), so they keep their whole path.
_WHOLE = ("personnel.military", "agreement", "aid", "document", "labour")


def path_of(cls: str) -> str:
    """Return the class without a customs code: "seafood HS 0307.43" gives "seafood"."""
    return cls.split(" ", 1)[0]


def stem(cls: str) -> str:
    """Return the stem under which an item comes together: "missile.ballistic.srbm" gives "missile.ballistic"."""
    path = path_of(cls)
    head = path.split(".", 1)[0]
    if head in _ONE_STEM:
        return head
    if any(path == whole or path.startswith(whole + ".") for whole in _WHOLE):
        return path
    return ".".join(path.split(".")[:2])


def covers(general: str, special: str) -> bool:
    """Return whether the first class is the second or a class above it, umbrella words ("arms") included."""
    if not general or general == special or special.startswith(general + "."):
        return True
    umbrella: dict[str, list[str]] = table("stances")["umbrella"]
    return any(special == word or special.startswith(word + ".") for word in umbrella.get(general, ()))


@cache
def compatible(one: str, two: str) -> bool:
    """Return whether either class covers the other."""
    return covers(one, two) or covers(two, one)


def shared_class(classes: Iterable[str]) -> str:
    """Return the longest class that covers all of them ("" where nothing does)."""
    paths = sorted({path_of(cls) for cls in classes if cls})
    if not paths:
        return ""
    parts = [path.split(".") for path in paths]
    common: list[str] = []
    for level in zip(*parts, strict=False):
        if len(set(level)) > 1:
            break
        common.append(level[0])
    return ".".join(common)
