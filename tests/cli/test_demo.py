"""The demo: over its own documents, over a folder of one's own, and over nothing."""

import json
from pathlib import Path

import pytest

from embargo.cli import main

NOTE = "SEOUL, 30 May 2025 - North Korea sent at least 40 howitzers to Russia in March 2025, the ministry said.\n"


def test_a_folder_of_ones_own_becomes_a_case_and_a_second_call_does_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "note.txt").write_text(NOTE)
    words = ["demo", str(tmp_path / "in"), "--into", str(tmp_path / "case")]
    assert main(words) == 0
    said = capsys.readouterr().out
    assert str(tmp_path / "case" / "report" / "report.html") in said.replace("\n", "")
    # Three are promised only where there are three.
    assert said.count("  1. ") == ("would not have guessed" in said)
    assert main([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [step["step"] for step in told["steps"] if step["done"]] == []


def test_a_folder_that_is_not_there_exits_with_3_and_makes_no_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", str(tmp_path / "nothing"), "--into", str(tmp_path / "case")]) == 3
    assert "is no folder" in capsys.readouterr().err
    assert not (tmp_path / "case").exists()


def test_a_run_over_no_document_says_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "case")]) == 0
    assert main(["run", str(tmp_path / "case")]) == 0
    assert f"embargo add {tmp_path / 'case'} FILES" in capsys.readouterr().err
