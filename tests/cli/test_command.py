"""The command as a user meets it: exit codes, streams, JSON, and what it says when something is wrong."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from embargo.cli import main

NOTE = """The Harbour Courier, 30 May 2025

SEOUL - North Korea shipped at least 40 howitzers to Russia in March 2025, the South Korean defence ministry said.

The ministry gave no details of the route.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    source = tmp_path / "note.txt"
    source.write_text(NOTE, encoding="utf-8")
    folder = tmp_path / "case"
    assert main(["init", str(folder), "--title", "Howitzers"]) == 0
    given = ["--publisher", "The Harbour Courier", "--published", "2025-05-30", "--kind", "press"]
    assert main(["add", str(folder), str(source), *given]) == 0
    assert main(["run", str(folder)]) == 0
    return folder


def out_json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_version_is_told_without_loading_any_room() -> None:
    code = (
        "import sys; from embargo.cli import main; main(['--version']);"
        "heavy = {'typer', 'rich', 'pypdfium2', 'trafilatura', 'typst', 'jinja2', 'rapidfuzz', 'lxml'};"
        "sys.exit(len(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "embargo 0.1.0\n")


def test_an_unknown_command_exits_with_2_and_names_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fuse"]) == 2
    assert "--help" in capsys.readouterr().err


def test_a_folder_without_a_case_exits_with_3_and_says_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(tmp_path / "nothing")]) == 3
    assert "embargo init" in capsys.readouterr().err


def test_init_twice_is_refused_and_harms_nothing(case: Path) -> None:
    assert main(["init", str(case)]) == 2
    assert main(["verify", str(case)]) == 0


def test_the_quote_of_every_claim_stands_in_the_file(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = out_json(capsys, "claims", "list", str(case))
    assert isinstance(claims, list)
    assert claims
    for claim in claims:
        quote = claim["evidence"]
        assert NOTE[quote["start"] : quote["end"]] == quote["text"]


def test_results_go_to_stdout_and_progress_to_stderr(case: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "embargo", "run", str(case), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["findings"]
    assert "resolve" not in done.stdout.splitlines()[0]


def test_a_second_run_does_nothing_again(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = out_json(capsys, "run", str(case))
    assert isinstance(summary, dict)
    assert {step["step"]: step["done"] for step in summary["steps"]} == dict.fromkeys(
        ("capture", "extract", "entities", "findings", "assess", "render"), 0
    )


def test_the_same_bytes_twice_are_a_no_op_that_says_so(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["add", str(case), str(tmp_path / "note.txt")]) == 0
    assert "same bytes" in capsys.readouterr().out
    assert len(out_json(capsys, "claims", "list", str(case))) > 0


def test_a_decision_by_nobody_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = out_json(capsys, "claims", "list", str(case))
    name = claims[0]["id"]
    assert main(["claims", "reject", str(case), name, "--why", "misread"]) == 2
    assert "--as" in capsys.readouterr().err


def test_a_rejected_claim_leaves_every_finding_and_undo_brings_it_back(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = out_json(capsys, "findings", "list", str(case))
    before = [finding["id"] for finding in findings]
    name = findings[0]["claims"][0]
    signed = ["--as", "A. Drafter", "--why", "the text says the reverse"]
    assert main(["claims", "reject", str(case), name, *signed]) == 0
    assert main(["run", str(case)]) == 0
    used = [claim for f in out_json(capsys, "findings", "list", str(case)) for claim in f["claims"]]
    assert name not in used
    assert main(["claims", "undo", str(case), name, "--as", "A. Drafter"]) == 0
    assert main(["run", str(case)]) == 0
    after = out_json(capsys, "findings", "list", str(case))
    assert [finding["id"] for finding in after] == before


def test_check_exits_with_1_where_something_needs_a_person(tmp_path: Path) -> None:
    source = tmp_path / "undated.txt"
    source.write_text("Last year North Korea sent 30 howitzers to Russia, the ministry said.\n")
    folder = tmp_path / "case"
    assert main(["init", str(folder)]) == 0
    assert main(["add", str(folder), str(source)]) == 0
    assert main(["run", str(folder)]) == 0
    assert main(["run", str(folder), "--check"]) == 1


def test_day_unknown_leaves_relative_times_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "undated.txt"
    source.write_text("Last year North Korea sent 30 howitzers to Russia, the ministry said.\n")
    read = out_json(capsys, "claims", "extract", str(source), "--publisher", "The Harbour Courier")
    (claim,) = read["claims"]
    assert claim["time"]["text"] == "Last year"
    assert claim["time"]["from"] is None
    assert claim["time"]["to"] is None


def test_a_broken_pdf_is_set_aside_with_its_reason_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7\nthis is no PDF at all")
    (tmp_path / "in" / "note.txt").write_text(NOTE)
    folder = tmp_path / "case"
    assert main(["init", str(folder)]) == 0
    capsys.readouterr()
    assert main(["add", str(folder), str(tmp_path / "in")]) == 0
    told = capsys.readouterr().out
    assert "set aside  broken.pdf" in told
    assert "1 added" in told
    assert main(["run", str(folder)]) == 0
    assert main(["verify", str(folder)]) == 0


@pytest.mark.parametrize("room", ["sources", "claims", "entities", "findings", "law", "reports"])
def test_every_room_lists_and_speaks_json(case: Path, room: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([room, "list", str(case)]) == 0
    assert capsys.readouterr().out.strip()
    assert out_json(capsys, room, "list", str(case))


@pytest.mark.parametrize("verb", ["show", "explain"])
def test_show_and_explain_take_the_beginning_of_an_id(
    case: Path, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for room in ("claims", "findings", "entities", "sources"):
        listed = out_json(capsys, room, "list", str(case))
        first = (listed["documents"] if room == "sources" else listed)[0]
        assert main([room, verb, str(case), first["id"]]) == 0
        assert capsys.readouterr().out.strip()


def test_python_gives_the_same_as_the_command(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from embargo import open_case

    with open_case(case, readonly=True) as opened:
        mine = [finding.id for finding in opened.findings]
    listed = out_json(capsys, "findings", "list", str(case))
    assert mine == [finding["id"] for finding in listed]
