"""Measuring: a corpus read and scored part by part, its test part sealed, its figures held to floors."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from embargo.casework.measure import measure
from embargo.cli import main
from embargo.errors import InputError, UsageError

TEXT = "North Korea shipped at least 40 howitzers to Russia in March 2025, the South Korean defence ministry said.\n"


def document(place: Path, change: str = "") -> None:
    """A document's folder whose gold is our own reading, or that reading with the polarity turned."""
    place.mkdir(parents=True)
    (place / "text.txt").write_text(TEXT, encoding="utf-8")
    gold = read_by_us(place / "text.txt")
    gold["doc"]["publisher"] = "publisher:The Harbour Courier"
    if change == "polarity":
        gold["claims"][0]["polarity"] = "negative"
    if change == "no claims":
        gold["claims"] = []
    (place / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


def read_by_us(file: Path) -> dict[str, Any]:
    from embargo.casework.single import read_one

    details = {"published": "2025-05-30", "publisher": "publisher:The Harbour Courier"}
    found: dict[str, Any] = json.loads(json.dumps(read_one(file, details, ())[2]))
    return found


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    document(tmp_path / "corpus" / "dev" / "press-01")
    document(tmp_path / "corpus" / "dev" / "press-02", "polarity")
    document(tmp_path / "corpus" / "test" / "wire-01", "no claims")
    return tmp_path / "corpus"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["claims", "score", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_dev_part_alone_is_scored_where_nothing_is_said(corpus: Path) -> None:
    found = measure(corpus)
    assert [part.name for part in found.parts] == ["dev"]
    assert found.left == ("test",)
    (dev,) = found.parts
    assert (dev.figures.documents, dev.figures.critical, dev.figures.detect.f1) == (2, 1, 1.0)


def test_both_parts_stand_side_by_side(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, str(corpus), "--part", "all")
    assert code == 0
    head = next(line for line in out.splitlines() if "figure" in line)
    assert head.index("dev") < head.index("test")


def test_a_critical_error_is_listed_with_its_document_and_both_quotes(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = told(capsys, str(corpus), "--documents")
    assert "press-02: transfer.materiel: positive, where the text is negative" in out
    assert out.count("“North Korea shipped at least 40 howitzers") == 2


def test_what_is_missed_and_what_is_wrong_in_what_was_found_is_listed(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = corpus / "dev" / "press-01" / "gold.json"
    gold = json.loads(place.read_text(encoding="utf-8"))
    gold["claims"][0]["event"] = "casualty"
    place.write_text(json.dumps(gold), encoding="utf-8")
    _, out, _ = told(capsys, str(corpus), "--misses")
    for line in (
        "press-01: casualty: missed",
        "press-01: transfer.materiel: in no gold",
        "press-02: transfer.materiel: modality",
    ):
        assert line in out


def test_no_word_of_the_test_part_comes_out_unless_it_is_unsealed(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in ([], ["--json"], ["--documents"], ["--misses"]):
        _, out, err = told(capsys, str(corpus), "--part", "test", *words)
        assert "howitzers" not in out + err
    _, out, _ = told(capsys, str(corpus), "--part", "test")
    assert "Critical errors, test: 1 (not shown)" in out
    _, out, _ = told(capsys, str(corpus), "--part", "test", "--unseal")
    assert "howitzers" in out


def test_a_folder_of_documents_is_one_part_under_its_own_name(corpus: Path) -> None:
    (part,) = measure(corpus / "dev").parts
    assert (part.name, part.figures.documents) == ("dev", 2)


def test_what_lacks_text_or_gold_is_named_and_not_scored(corpus: Path) -> None:
    (corpus / "dev" / "press-01" / "gold.json").unlink()
    (part,) = measure(corpus).parts
    assert part.set_aside == ("press-01: no gold.json",)
    assert part.figures.documents == 1


def test_a_fault_of_the_gold_is_told(corpus: Path) -> None:
    place = corpus / "dev" / "press-01" / "gold.json"
    gold = json.loads(place.read_text(encoding="utf-8"))
    gold["claims"][0]["items"][0]["class"] = "arms.catapult"
    del gold["claims"][0]["means"]
    place.write_text(json.dumps(gold), encoding="utf-8")
    (part,) = measure(corpus).parts
    assert [fault.split(": ", 2)[2] for fault in part.gold_faults] == [
        "the field means is missing",
        "items: arms.catapult is no class of the taxonomy",
    ]


def test_a_corpus_that_is_not_there_or_holds_nothing_is_an_input_error(corpus: Path) -> None:
    with pytest.raises(InputError, match="no folder"):
        measure(corpus / "nothing")
    shutil.rmtree(corpus / "dev")
    (corpus / "dev").mkdir()
    with pytest.raises(InputError, match="no document"):
        measure(corpus)


def test_a_part_that_is_not_there_is_a_usage_error(corpus: Path) -> None:
    with pytest.raises(UsageError, match="no part"):
        measure(corpus, "train")
    with pytest.raises(UsageError, match="no part test"):
        measure(corpus / "dev", "test")


def test_floors_let_through_and_stop(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[dev.at_least]\nstrict_f1 = 0.4\n[dev.at_most]\ncritical_share = 0.5\n")
    assert told(capsys, str(corpus), "--floors", str(floors))[0] == 0
    floors.write_text("[dev.at_least]\nstrict_f1 = 1.1\n[dev.at_most]\ncritical_share = 0.1\n")
    code, _, err = told(capsys, str(corpus), "--floors", str(floors))
    assert code == 1
    assert "dev: strict_f1 is 0.5, its floor is 1.1" in err
    assert "dev: critical_share is 0.5, it may be 0.1 at most" in err


@pytest.mark.parametrize(
    "written",
    [
        "[dev.at_least]\nbeauty = 1\n",
        "[dev\n",
        "[dev.floor]\nsoft_f1 = 1\n",
        "[train.at_least]\nsoft_f1 = 1\n",
    ],
)
def test_floors_of_another_form_are_an_input_error(
    corpus: Path, tmp_path: Path, written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "floors.toml").write_text(written)
    code, _, err = told(capsys, str(corpus), "--floors", str(tmp_path / "floors.toml"))
    assert code == 3
    assert "floors.toml" in err


def test_the_same_corpus_gives_the_same_bytes(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = told(capsys, str(corpus), "--part", "all", "--json")
    assert first == told(capsys, str(corpus), "--part", "all", "--json")
    assert json.loads(first[1])["measure"]["parts"][0]["intervals"]["detect_f1"] == [1.0, 1.0]
