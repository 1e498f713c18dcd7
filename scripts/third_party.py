"""Prints THIRD_PARTY.md: what a user's set-up installs beside Embargo, with version, licence and home page.

    .venv/bin/python scripts/third_party.py > THIRD_PARTY.md

Versions come from requirements.lock; licence and home page from what the installed distributions say of themselves.
"""

import re
import sys
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

HEAD = """# What Embargo is built on

Made by `scripts/third_party.py` from requirements.lock and what each package says of itself. Embargo itself is under the
Apache License 2.0. None of these packages is part of this repository: pip installs them, each with its own licence text
in its `dist-info` folder.

| package | version | licence | home page |
| --- | --- | --- | --- |
"""

FONTS = """
The fonts in src/embargo/reports/fonts are part of this repository, under the SIL Open Font License 1.1; their licence
texts and what was changed stand beside them.
"""

# Locked for another system only, so not always installed where this is run.
ELSEWHERE = {"colorama": ("BSD-3-Clause", "https://github.com/tartley/colorama")}

# Where the metadata names only a family of licences, or several to choose from: read by a person in the licence files.
READ = {
    "babel": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "justext": "BSD-2-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0 (the wheel holds PDFium and the licences of its parts)",
    "tld": "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later (a choice; taken under MPL-1.1)",
}

_CLASSIFIED = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


class Package(NamedTuple):
    """One locked distribution and what it says of itself."""

    name: str
    version: str
    licence: str
    home: str


def locked(lock: str) -> list[tuple[str, str]]:
    """Name and version of each pin in the text of a lock, in the lock's order."""
    return [(pin[1], pin[2]) for pin in re.finditer(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, re.MULTILINE)]


def stated(about: PackageMetadata, field: str) -> str:
    """What the package writes in one field of its metadata; empty where it writes nothing."""
    return str(about[field]).strip() if field in about else ""


def licence_of(about: PackageMetadata) -> str:
    """The licence as an expression where the package gives one, else from its classifiers, else its short free text."""
    expression = stated(about, "License-Expression")
    if expression:
        return expression
    lines = about.get_all("Classifier") or []
    named = [line.rsplit(" :: ", 1)[-1] for line in lines if line.startswith("License ::")]
    if named:
        return " OR ".join(_CLASSIFIED.get(name, name) for name in named)
    text = stated(about, "License")
    return text if text and "\n" not in text and len(text) < 60 else "not stated"


def home_of(about: PackageMetadata) -> str:
    """The address of the project's own page: what is called home page, else repository or source."""
    links: dict[str, str] = {}
    for line in about.get_all("Project-URL") or []:
        label, _, address = line.partition(",")
        links[label.strip().lower()] = address.strip()
    for label in (
        "homepage",
        "home page",
        "home",
        "repository",
        "source",
        "source code",
        "github",
        "documentation",
    ):
        if label in links:
            return links[label]
    return stated(about, "Home-page")


def packages(lock: str) -> list[Package]:
    """Every locked distribution, by name. Raises PackageNotFoundError where one is neither installed nor known here."""
    found = []
    for name, version in locked(lock):
        if name in ELSEWHERE:
            found.append(Package(name, version, *ELSEWHERE[name]))
            continue
        about = metadata(name)
        found.append(Package(name, version, READ.get(name) or licence_of(about), home_of(about)))
    return sorted(found)


def page(lock: str) -> str:
    """The text of THIRD_PARTY.md."""
    return HEAD + "".join(f"| {' | '.join(one)} |\n" for one in packages(lock)) + FONTS


if __name__ == "__main__":
    sys.stdout.write(page((ROOT / "requirements.lock").read_text(encoding="utf-8")))
