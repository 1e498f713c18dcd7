"""Commands as people mistype them: told what was seen, what was expected and the next step, never a traceback."""

import io
import json
from pathlib import Path

import pytest

from embargo.cli import main

NOTE = """The Harbour Courier, 30 May 2025

North Korea sent at least 40 howitzers to Russia in March 2025.

Russia sent 30 tanks to North Korea in May 2025.
"""
FACT = {"id": "1", "conduct": "supply", "giver": ["KP"], "taker": ["RU"], "item": {"class": "arms.tank"}}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("mis takes")
    (home / "note.txt").write_text(NOTE)
    assert main(["init", str(home / "case")]) == 0
    assert main(["add", str(home / "case"), str(home / "note.txt")]) == 0
    assert main(["run", str(home / "case")]) == 0
    return home / "case"


def refused(capsys: pytest.CaptureFixture[str], code: int, *words: str | Path) -> str:
    """What is said where the command exits with the code: on stderr, with nothing on stdout."""
    capsys.readouterr()
    assert main([str(word) for word in words]) == code
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_an_ambiguous_id_names_the_ones_it_may_mean_and_the_command_that_lists_them(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["claims", "list", str(case), "--json"]) == 0
    ids = [claim["id"] for claim in json.loads(capsys.readouterr().out)]
    said = refused(capsys, 2, "claims", "show", case, "C-")
    assert all(name in said for name in ids)
    # The folder has a blank in its name: the command can be pasted as it stands.
    assert f"embargo claims list '{case}'" in said


@pytest.mark.parametrize("room", ["sources", "claims", "entities", "findings"])
def test_an_id_that_names_nothing_says_where_to_look(
    case: Path, room: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"embargo {room} list" in refused(capsys, 2, room, "show", case, "nothing-like-it")


def test_undo_without_a_decision_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["claims", "list", str(case), "--json"]) == 0
    name = json.loads(capsys.readouterr().out)[0]["id"]
    assert "no decision" in refused(capsys, 2, "claims", "undo", case, name, "--as", "A. Drafter")


def test_a_rejection_needs_its_reason(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["claims", "list", str(case), "--json"]) == 0
    name = json.loads(capsys.readouterr().out)[0]["id"]
    assert "--why" in refused(capsys, 2, "claims", "reject", case, name, "--as", "A. Drafter")


@pytest.mark.parametrize(
    "facts",
    [
        b"",
        b"[]",
        b"null",
        b"{bad",
        b'{"id": "1"}',
        b"\xff\xfe{",
        b'{"id": "1", "conduct": "eat"}',
        b"[" * 5000,
    ],
    ids=["nothing", "empty list", "null", "no JSON", "no conduct", "UTF-16", "unknown conduct", "too deep"],
)
def test_facts_that_cannot_be_used_exit_with_3_and_say_why(
    tmp_path: Path, facts: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts.json").write_bytes(facts)
    assert "Expected: " in refused(capsys, 3, "law", "assess", "--fact", tmp_path / "facts.json")


def test_facts_that_are_not_there_exit_with_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "cannot be read" in refused(capsys, 3, "law", "assess", "--fact", tmp_path / "none.json")


def test_each_fact_is_answered_on_a_line_of_its_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "\n".join(json.dumps({**FACT, "id": name}) for name in ("a", "b"))
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert main(["law", "assess", "--fact", "-", "--json"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b"]


def test_a_sentence_not_understood_is_printed_by_extract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "russian.txt").write_text("Прибыло не менее 40 гаубиц.\n", encoding="utf-8")
    assert main(["claims", "extract", str(tmp_path / "russian.txt")]) == 0
    assert "“Прибыло не менее 40 гаубиц.”" in capsys.readouterr().out


def test_a_lexicon_folder_that_is_not_there_is_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note, lexicon = case.parent / "note.txt", case / "no-such-folder"
    assert "no-such-folder" in refused(capsys, 3, "claims", "extract", note, "--lexicon", lexicon)


def test_a_case_cannot_be_made_where_a_file_lies(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is a file" in refused(capsys, 2, "init", case.parent / "note.txt")


@pytest.mark.parametrize(
    "given", ["published=30.5.2025", "caveat=secret", "reliability=G", "language=English"]
)
def test_a_detail_we_cannot_take_exits_with_3_and_changes_nothing(
    case: Path, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, 3, "sources", "set", case, "note.txt", given, "--as", "A. Drafter")
    assert given.split("=")[1] in said
    capsys.readouterr()
    assert main(["run", str(case), "--json"]) == 0
    assert [step for step in json.loads(capsys.readouterr().out)["steps"] if step["done"]] == []


def test_a_setting_we_cannot_take_names_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "case"
    assert main(["init", str(folder)]) == 0
    for line in ("packs = 7", 'audience = "everyone"', 'packs = ["no_such_pack"]', "colour = 1", "title ="):
        (folder / "embargo.toml").write_text(line + "\n")
        assert "embargo.toml" in refused(capsys, 3, "run", folder)
