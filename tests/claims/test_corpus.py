"""The corpus: every gold reading whole and verbatim, and the dev figures above their floors.

Of the test part only the form is checked, and no word of it is printed; `embargo claims score --part test` scores it, and each
use is logged (docs/decisions/0002-the-corpus.md).
"""

import json
from functools import cache
from pathlib import Path

import pytest

from embargo.casework.measure import Measure, below_floors, measure
from embargo.claims.gold import faults
from tests.shared import ROOT

CORPUS = ROOT / "tests" / "corpus"
FLOORS = CORPUS / "floors.toml"


def documents(part: str) -> list[Path]:
    folder = CORPUS / part
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def present(part: str) -> list[Path]:
    found = documents(part)
    if not found:
        pytest.skip(f"tests/corpus/{part} is not in this checkout")
    return found


def faults_of(place: Path) -> list[str]:
    text = (place / "text.txt").read_bytes().decode("utf-8")
    return faults(json.loads((place / "gold.json").read_text(encoding="utf-8")), text, place.name)


@cache
def scored() -> Measure:
    return measure(CORPUS, "dev")


@pytest.mark.parametrize("place", documents("dev"), ids=lambda place: place.name)
def test_a_gold_reading_is_whole_verbatim_and_in_the_words_of_the_scheme(place: Path) -> None:
    assert faults_of(place) == []


def test_the_test_part_is_in_form() -> None:
    wanting = {place.name: len(faults_of(place)) for place in present("test")}
    assert {name: count for name, count in wanting.items() if count} == {}


@pytest.mark.parametrize("part", ["dev", "test"])
def test_every_document_has_its_text_its_gold_and_its_why(part: str) -> None:
    for place in present(part):
        held = {path.name for path in place.iterdir()}
        assert held == {"text.txt", "gold.json", "why.md"}, place.name
        assert (place / "why.md").read_text(encoding="utf-8").strip(), place.name


def test_no_document_stands_in_both_parts() -> None:
    texts = {part: {(place / "text.txt").read_bytes() for place in present(part)} for part in ("dev", "test")}
    assert not texts["dev"] & texts["test"]


def test_dev_figures_stand_above_their_floors() -> None:
    present("dev")
    if not FLOORS.is_file():
        pytest.skip("tests/corpus/floors.toml is not in this checkout")
    assert below_floors(scored().parts, FLOORS) == []


def test_no_quote_or_span_of_ours_is_unverifiable_in_dev() -> None:
    present("dev")
    (dev,) = scored().parts
    assert [fault for one in dev.documents for fault in one.unverified] == []
