"""The tariff: what chapters and headings of the harmonised system hold."""

# Chapters of the harmonised system, by what they hold.
_CHAPTERS = {
    "03": "seafood", "16": "seafood", "25": "ore", "26": "ore", "2701": "coal", "2702": "coal", "2704": "coal", "2709": "petroleum.crude",
    "2710": "petroleum.refined", "27": "petroleum", "22": "luxury", "33": "luxury", "71": "metal", "84": "machinery", "85": "machinery", "86": "vehicle",
    "87": "vehicle", "88": "vehicle", "89": "vehicle", "90": "machinery", "91": "luxury", "93": "arms",
    **{f"{n}": "textile" for n in range(50, 64)}, **{f"{n}": "metal" for n in range(72, 84)},
}  # fmt: skip


def chapter(code: str) -> str:
    """Return the class of things under a code of the tariff, "" where the scheme has none."""
    return _CHAPTERS.get(code[:4]) or _CHAPTERS.get(code[:2], "")


def coded(cls: str, code: str) -> str:
    """Return the class of a thing that stands with a code: the code says what a thing that no list knows is, and that an
    excavator of chapter 84 is a machine."""
    held = chapter(code)
    unknown = cls.partition(".")[0] == "shipment"
    return held if held and (unknown or (cls == "vehicle" and held == "machinery")) else cls
