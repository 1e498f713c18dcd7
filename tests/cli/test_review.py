"""`embargo claims review` as a person meets it: keys from a pipe or a terminal, wrong keys, undo, Ctrl-C, the end of a pipe."""

import io
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from embargo.cli import keys, main

TEXT = """The Harbour Courier, 30 May 2025

North Korea shipped at least 40 howitzers to Russia in March 2025, the ministry said.

The Angara carried containers of shells and over 200 missiles from Rajin to Dunai in late 2024.

Russia may send oil to North Korea, officials said.
"""
WAITING = 3
# Seconds until a terminal that asks nothing is given up: never reached where the command works.
PATIENCE = 60
Answer = Callable[..., tuple[int, str, str]]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    for name, head in (("a.txt", ""), ("b.txt", "Wire\n\n")):
        (tmp_path / name).write_text(head + TEXT, encoding="utf-8")
    folder = tmp_path / "case"
    assert main(["init", str(folder)]) == 0
    assert main(["add", str(folder), str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 0
    with_claims(folder)
    return folder


def with_claims(folder: Path) -> None:
    from embargo import open_case

    with open_case(folder) as case:
        case.run(rendering=False)


@pytest.fixture
def answer(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Go through the queue with those lines on stdin; return exit code, stdout and stderr."""

    def told(*lines: str, options: tuple[str, ...] = ()) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in lines)))
        capsys.readouterr()
        code = main(["claims", "review", str(case), "--as", "A. Drafter", *options])
        done = capsys.readouterr()
        return code, done.out, done.err

    return told


def decided(case: Path) -> list[tuple[str, str]]:
    """Verdict and reason of every decision of the log."""
    from embargo import open_case
    from embargo.casework import ledger

    with open_case(case, readonly=True) as opened:
        return [(made.decision.verdict, made.decision.why) for made in ledger.history(opened.record)]


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_one_key_settles_both_copies(case: Path, answer: Answer) -> None:
    code, out, err = answer("a")
    assert code == 0
    assert decided(case) == [("accept", "")] * 2
    assert "1 of 3" in out
    assert "and 1 that say the same in the same words" in out
    assert "decided 1 times, on 2 claims; all of it is kept. 2 of 3 still wait" in err


def test_the_quote_is_shown_in_its_place_with_slots_and_reasons(answer: Answer) -> None:
    _, out, _ = answer("q")
    assert "[[Russia may send oil to North Korea]], officials said." in out
    assert "supplier    RU  (“Russia”)" in out
    assert "look        it is conditional" in out


def test_the_end_of_a_pipe_ends_the_round(case: Path, answer: Answer) -> None:
    code, _, _ = answer("k", "k", "k")
    assert (code, decided(case)) == (0, [])
    code, _, err = answer()
    assert code == 0
    assert "3 of 3 still wait" in err


def test_a_rejection_asks_why_and_nothing_is_decided_without(case: Path, answer: Answer) -> None:
    _, out, err = answer("r", "", "r", "the text says the reverse")
    assert decided(case) == [("reject", "the text says the reverse")] * 2
    assert "needs a reason" in err
    assert out.count("1 of 3") == 2


def test_the_end_of_a_pipe_in_the_middle_of_a_question_decides_nothing(case: Path, answer: Answer) -> None:
    code, _, _ = answer("a", "r")
    assert code == 0
    assert decided(case) == [("accept", "")] * 2


@pytest.mark.parametrize("wrong", ["x", "", "accept", "1", "é", "\x1b[A"])
def test_a_wrong_key_says_so_and_asks_again(case: Path, answer: Answer, wrong: str) -> None:
    code, _, err = answer(wrong, "a")
    assert code == 0
    assert "is no key here" in err
    assert "\x1b" not in err
    assert len(decided(case)) == 2


def test_a_question_mark_tells_the_keys(answer: Answer) -> None:
    _, _, err = answer("?", "q")
    for verb in ("accept", "reject", "edit", "split", "merge", "skip", "undo", "quit"):
        assert verb in err


def test_undo_takes_back_the_last_decision_and_asks_again(case: Path, answer: Answer) -> None:
    _, out, err = answer("u", "a", "u", "q")
    assert "nothing was decided in this round" in err
    assert "taken back: accept on" in out
    assert out.count("1 of 3") == 3
    assert [verdict for verdict, _ in decided(case)] == ["accept", "accept", "undo", "undo"]
    assert "decided 0 times, on 0 claims" in err


def test_an_edit_says_what_changed_and_asks_again_for_what_cannot_be_taken(
    case: Path, answer: Answer
) -> None:
    lines = ("e", "colour=red", "supplier=the moon", "modality=alleged", "items=oil", "", "only alleged")
    _, out, err = answer(*lines)
    assert decided(case) == [("edit", "only alleged")] * 2
    assert "there is no slot" in err
    assert "stands neither in the quote nor near it" in err
    assert "modality: conditional → alleged" in out


def test_an_edit_of_nothing_is_none(case: Path, answer: Answer) -> None:
    _, _, err = answer("e", "", "q")
    assert "nothing was edited" in err
    assert decided(case) == []


def test_a_split_asks_for_the_slot_and_for_each_part(
    case: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    place = next(
        number
        for number, group in enumerate(as_json(capsys, "claims", "review", str(case))["queue"])
        if "shells" in group["claim"]["evidence"]["text"]
    )
    lines = ["k"] * place + ["s", "colour", "s", "items", "", "modality=alleged", "", "two cargoes"]
    _, out, err = answer(*lines)
    assert decided(case) == [("split", "two cargoes")] * 2
    assert "is none of them" in err
    assert "modality: asserted → alleged" in out


def test_a_merge_offers_the_claims_of_the_document(case: Path, answer: Answer) -> None:
    _, out, _ = answer("m", "1", "one matter")
    assert decided(case) == [("merge", "one matter")] * 2
    assert "  1  C-" in out


def test_nothing_is_asked_with_list_or_json(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["claims", "review", str(case), "--list"]) == 0
    assert f"Waiting for a person ({WAITING})" in capsys.readouterr().out
    told = as_json(capsys, "claims", "review", str(case))
    assert [len(group["claims"]) for group in told["queue"]] == [2] * WAITING
    assert told["lost"] == []
    assert decided(case) == []


def test_a_review_by_nobody_is_refused_before_it_asks(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "review", str(case)]) == 2
    assert "--as" in capsys.readouterr().err


def test_what_was_decided_is_shown_again_with_all(answer: Answer) -> None:
    answer("e", "modality=alleged", "", "only alleged")
    _, out, _ = answer("q")
    assert "1 of 2" in out
    _, out, _ = answer("k", "k", "k", options=("--all",))
    assert "decided     edit by A. Drafter" in out
    assert "modality    machine: conditional" in out
    assert "human:   alleged" in out


def test_explain_shows_the_machine_and_the_person_side_by_side(
    case: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    answer("e", "modality=alleged", "", "only alleged")
    listed = as_json(capsys, "claims", "list", str(case))
    edited = [claim for claim in listed if claim["review"]]
    assert len(edited) == 2
    assert edited[0]["modality"] == "conditional"
    assert edited[0]["review"]["human"][0]["modality"] == "alleged"
    assert main(["claims", "explain", str(case), edited[0]["id"]]) == 0
    told = capsys.readouterr().out
    assert "machine: conditional" in told
    assert "human:   alleged" in told
    explained = as_json(capsys, "claims", "explain", str(case), edited[0]["id"])
    assert explained["review"]["state"] == "edited"


def test_a_source_cannot_steer_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = "\u202e\x1b]0;owned\x07 North Korea shipped 40 howitzers to Russia in March 2025.\x1b[2J\n"
    (tmp_path / "bad.txt").write_text(hostile, encoding="utf-8")
    assert main(["init", str(tmp_path / "case")]) == 0
    assert main(["add", str(tmp_path / "case"), str(tmp_path / "bad.txt")]) == 0
    with_claims(tmp_path / "case")
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\n"))
    assert main(["claims", "review", str(tmp_path / "case"), "--as", "A", "--all"]) == 0
    told = "".join(capsys.readouterr())
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_ctrl_c_keeps_what_was_decided(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pressed = iter("a")

    def press(_: str) -> str:
        for one in pressed:
            return one
        raise KeyboardInterrupt

    monkeypatch.setattr(keys, "key", press)
    assert main(["claims", "review", str(case), "--as", "A. Drafter"]) == 130
    assert "decided 1 times, on 2 claims" in capsys.readouterr().err
    assert decided(case) == [("accept", "")] * 2
    assert main(["verify", str(case)]) == 0


@pytest.mark.skipif(os.name == "nt", reason="signals and terminals of POSIX")
def test_at_a_terminal_single_keys_are_enough_and_ctrl_c_stops(case: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    review = subprocess.Popen(
        [sys.executable, "-m", "embargo", "claims", "review", str(case), "--as", "A. Drafter"],
        stdin=theirs,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    assert review.stderr is not None
    told = b""
    for sent in (b"a", b""):
        asked = told.count(b"? > ")
        while told.count(b"? > ") == asked:
            ready, _, _ = select.select([review.stderr], [], [], PATIENCE)
            if not ready or not (more := os.read(review.stderr.fileno(), 4096)):
                review.kill()
                pytest.fail(f"no question came: {told!r}")
            told += more
        os.write(ours, sent)
    review.send_signal(signal.SIGINT)
    told += review.stderr.read()
    review.stderr.close()
    assert review.wait() == 130
    os.close(ours)
    assert b"decided 1 times, on 2 claims" in told
    assert decided(case) == [("accept", "")] * 2


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by the shell")
def test_a_closed_stdin_is_the_end(case: Path) -> None:
    line = f'"{sys.executable}" -m embargo claims review "{case}" --as A <&-'
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_what_cannot_be_carried_to_a_newer_capture_is_listed(
    case: Path, answer: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer("r", "misread")
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "a.txt").write_text(f"{TEXT}\n{TEXT}", encoding="utf-8")
    assert main(["add", str(case), str(tmp_path / "again" / "a.txt")]) == 0
    with_claims(case)
    capsys.readouterr()
    assert main(["claims", "review", str(case), "--list"]) == 0
    told = capsys.readouterr().out
    assert "not carried over: C-" in told
    assert "stands 2 times in the text" in told
    assert len(as_json(capsys, "claims", "review", str(case))["lost"]) == 1
