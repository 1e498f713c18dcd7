"""What is told at once to be no use must be no use: shortcuts change no claim."""

import re
from pathlib import Path
from typing import Any

import pytest

from embargo.claims import drafts, extract
from embargo.language import dates, numbers
from embargo.sources import capture

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "dev"


def _read() -> list[Any]:
    found = []
    for path in sorted(CORPUS.glob("*/text.txt")):
        captured = capture(path.read_bytes(), path.name, {})
        found.append(extract(captured.document, captured.text).claims)
    return found


def test_frames_that_nothing_meets_would_give_no_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _read()
    monkeypatch.setattr(drafts, "may_meet", lambda *_: True)
    assert _read() == quick


def test_every_time_and_amount_stands_where_its_signs_are(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _read()
    everywhere = re.compile(r"\b\w")
    monkeypatch.setattr(dates, "_SIGN", everywhere)
    monkeypatch.setattr(numbers, "_SIGN", everywhere)
    assert _read() == quick
