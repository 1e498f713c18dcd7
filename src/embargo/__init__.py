"""Embargo: from a folder of sources to a cited report on breaches of sanctions.

    from embargo import open_case

    with open_case("my-case") as case:
        for finding in case.findings:
            print(finding.headline, finding.lines.k_min, finding.lines.k_max)

The nouns: `Case` (via `open_case`, `create_case`) holds `Document`s with their `Text`; a `Document` is read into `Claim`s,
each with a `Quote` and, where it counts something, a `Quantity`; `Mention`, `Item`, `Speaker` and `When` fill a claim's slots;
`Entity` says who is meant; claims on one occasion make a `Finding` with `Lines` of support from `Origin`s, `Bounds`,
`Stance`s and `Contradiction`s; a `Finding` put to the law gives `Assessment`s of `Element`s; all of it in one record is the
`Dossier`. Whatever goes wrong is an `EmbargoError`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_CASE = ("open_case", "create_case", "Case")

__all__ = [
    "Assessment",
    "Bounds",
    "Case",
    "Claim",
    "Contradiction",
    "Document",
    "Dossier",
    "Element",
    "EmbargoError",
    "Entity",
    "Finding",
    "Item",
    "Lines",
    "Mention",
    "Origin",
    "Quantity",
    "Quote",
    "Speaker",
    "Stance",
    "Text",
    "When",
    "__version__",
    "create_case",
    "open_case",
]

if TYPE_CHECKING:
    from embargo.casework import Case, create_case, open_case
    from embargo.errors import EmbargoError
    from embargo.vocabulary import (
        Assessment,
        Bounds,
        Claim,
        Contradiction,
        Document,
        Dossier,
        Element,
        Entity,
        Finding,
        Item,
        Lines,
        Mention,
        Origin,
        Quantity,
        Quote,
        Speaker,
        Stance,
        Text,
        When,
    )


def __getattr__(name: str) -> object:
    # Imported on first use, so that `import embargo` costs nothing.
    if name in __all__:
        home = "casework" if name in _CASE else "errors" if name == "EmbargoError" else "vocabulary"
        return getattr(import_module(f"embargo.{home}"), name)
    raise AttributeError(f"embargo has no {name!r}; its nouns are {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
