"""The seed article by the published metric, and nothing of it in the project. Without the article: skipped."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from embargo.claims import as_schema, extract
from embargo.sources import capture
from embargo.vocabulary import Captured, Detail, Reading
from tests.shared import ROOT, published_metric, shared

# Eight words in a row are a quotation; fewer may be anybody's.
RUN = 8
READABLE = {
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".html",
    ".j2",
    ".css",
    ".csv",
    ".json",
    ".typ",
    ".svg",
    ".yaml",
    ".yml",
}


@pytest.fixture(scope="module")
def article() -> Captured:
    stated = {
        "published": Detail("2025-05-29", "stated", "test"),
        "publisher": Detail("byline:John Harney", "stated", "test"),
    }
    return capture(shared("seed", "article.txt").read_bytes(), "article.txt", stated)


@pytest.fixture(scope="module")
def reading(article: Captured) -> Reading:
    return extract(article.document, article.text)


@pytest.fixture(scope="module")
def metric() -> ModuleType:
    return published_metric()


@pytest.fixture(scope="module")
def scored(article: Captured, reading: Reading, metric: ModuleType) -> dict[str, Any]:
    gold = json.loads(shared("claims", "seed_gold.json").read_text(encoding="utf-8"))
    predicted = json.loads(json.dumps(as_schema(article.document, reading)))["claims"]
    found = metric.score_doc(gold, predicted, article.text.text)
    totals, _, _ = metric.prf([found])
    return {**totals, "critical": found["crit"], "bad": found["bad"]}


def test_the_article_is_read_well_above_what_is_asked(scored: dict[str, Any]) -> None:
    _, recall, _ = scored["detect"]
    assert recall >= 0.95
    assert scored["soft"][2] >= 0.90
    assert scored["strict"][2] >= 0.85


def test_no_critical_error_and_no_quote_that_cannot_be_verified(scored: dict[str, Any]) -> None:
    assert (scored["critical"], scored["bad"]) == (0, 0)


def test_considered_requested_and_pledged_things_are_not_done(reading: Reading) -> None:
    undone = {
        claim.event: claim.modality
        for claim in reading.claims
        if claim.modality in ("considered", "requested")
    }
    assert undone == {"sanction.impose": "considered", "transfer.finance": "requested"}
    pledged = [claim for claim in reading.claims if claim.modality == "pledged"]
    assert {claim.event for claim in pledged} == {"aid.military"}
    assert all(
        claim.modality == "pledged"
        for claim in reading.claims
        if "DE" in {m.canonical[:2] for m in claim.supplier}
    )


def test_a_paper_that_reported_it_earlier_is_no_source(reading: Reading) -> None:
    papers = {m.canonical for claim in reading.claims for m in claim.also_reported_by}
    speaking = {s.canonical for claim in reading.claims for s in claim.attribution}
    assert len(papers) == 1
    assert not papers & speaking


def test_every_sentence_has_a_standing_and_every_letter_a_sentence(
    article: Captured, reading: Reading
) -> None:
    covered: set[int] = set()
    for sentence in reading.sentences:
        assert sentence.claims or sentence.reason
        covered.update(range(sentence.start, sentence.end))
    missed = [
        sign for place, sign in enumerate(article.text.text) if place not in covered and not sign.isspace()
    ]
    assert missed == []


def test_furniture_between_paragraphs_is_furniture(article: Captured, reading: Reading) -> None:
    furniture = [s for s in reading.sentences if s.standing == "furniture"]
    assert any("Also Read" in article.text.text[s.start : s.end] for s in furniture)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in READABLE:
                yield path


def test_no_eight_words_of_the_article_in_a_row_stand_in_the_project() -> None:
    words = _words(shared("seed", "article.txt").read_text(encoding="utf-8"))
    runs = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    copied = []
    for path in _files("src", "docs", "examples", "tests", "benchmarks"):
        held = _words(path.read_text(encoding="utf-8", errors="replace"))
        if any(tuple(held[at : at + RUN]) in runs for at in range(len(held) - RUN + 1)):
            copied.append(str(path.relative_to(ROOT)))
    assert copied == []


def test_no_code_holds_a_name_of_the_article() -> None:
    # Names of persons stand in data for all texts of the kind, never in code.
    names = ("Harney", "Zelenskiy", "Zelenskyy", "Zelensky", "Merz", "Putin", "Trump", "Kim Jong Un")
    held = [
        (str(path.relative_to(ROOT)), name)
        for path in _files("src")
        if path.suffix == ".py"
        for name in names
        if name in path.read_text(encoding="utf-8")
    ]
    assert held == []
