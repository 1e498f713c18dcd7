"""The demo: where its documents lie, and what it has to tell."""

from pathlib import Path

from embargo import reports
from embargo.vocabulary import Dossier

EXAMPLES = Path("examples") / "dprk-russia-2025" / "documents"


def examples() -> Path | None:
    """Return the folder of the demo case: below this folder or one above it, or in the checkout; None elsewhere."""
    here = Path.cwd()
    checkout = Path(__file__).resolve().parents[3]
    for root in (here, *here.parents, checkout):
        if (root / EXAMPLES).is_dir():
            return root / EXAMPLES
    return None


def surprises(dossier: Dossier) -> tuple[str, ...]:
    """Return three things that a reader would not have guessed, computed from the dossier."""
    return reports.surprises(dossier)[:3]
