"""The corpus: every gold reading whole and verbatim, and the dev figures above their floors.

Of the test parts only the form is checked, and no word of it is printed; `embargo claims score --part test` scores it, and each
use is logged (docs/decisions/0002-the-corpus.md).
"""

import json
from functools import cache
from pathlib import Path

import pytest

from embargo.casework.measure import PARTS, Measure, below_floors, measure
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
def scored(part: str) -> Measure:
    return measure(CORPUS, part)


@pytest.mark.parametrize("place", [*documents("dev"), *documents("wide")], ids=lambda place: place.name)
def test_a_gold_reading_is_whole_verbatim_and_in_the_words_of_the_scheme(place: Path) -> None:
    assert faults_of(place) == []


@pytest.mark.parametrize("part", ["test", "test-2", "test-3"])
def test_the_test_parts_are_in_form(part: str) -> None:
    wanting = {place.name: len(faults_of(place)) for place in present(part)}
    assert {name: count for name, count in wanting.items() if count} == {}


@pytest.mark.parametrize("part", PARTS)
def test_every_document_has_its_text_its_gold_and_its_why(part: str) -> None:
    for place in present(part):
        held = {path.name for path in place.iterdir()}
        assert held == {"text.txt", "gold.json", "why.md"}, place.name
        assert (place / "why.md").read_text(encoding="utf-8").strip(), place.name


def test_no_document_stands_in_two_parts() -> None:
    texts = [
        text for part in PARTS for text in {(place / "text.txt").read_bytes() for place in present(part)}
    ]
    assert len(texts) == len(set(texts)) > 300


@pytest.mark.parametrize("part", ["dev", "wide"])
def test_figures_stand_above_their_floors(part: str) -> None:
    present(part)
    if not FLOORS.is_file():
        pytest.skip("tests/corpus/floors.toml is not in this checkout")
    assert below_floors(scored(part).parts, FLOORS) == []


def test_no_quote_or_span_of_ours_is_unverifiable_in_dev() -> None:
    present("dev")
    (dev,) = scored("dev").parts
    assert [fault for one in dev.documents for fault in one.unverified] == []
