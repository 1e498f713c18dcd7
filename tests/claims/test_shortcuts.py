"""What is told at once to be no use must be no use: shortcuts change no claim."""

import re
from pathlib import Path
from typing import Any

import pytest

from embargo.claims import citations, drafts, extract, firms, items, negations, offices, reader, vessels
from embargo.claims.layout import lay_out
from embargo.claims.lexicon import Lexicon
from embargo.claims.loading import load_lexicon
from embargo.claims.marks import Mark, Scene
from embargo.language import dates, holds, numbers, standing_in, tokens
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


def test_rules_look_first_for_words_that_they_cannot_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _read()
    every = frozenset(
        token.low for path in CORPUS.glob("*/text.txt") for token in tokens(path.read_text(encoding="utf-8"))
    )

    def with_every_word(*told: Any) -> Scene:
        scene = lay_out(*told)
        scene.held = every
        return scene

    monkeypatch.setattr(reader, "lay_out", with_every_word)
    assert _read() == quick


def test_patterns_find_nothing_where_none_of_their_signs_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _read()
    for room in (citations, firms, items, negations, offices, vessels):
        monkeypatch.setattr(room, "holds", lambda *_: True, raising=False)
        monkeypatch.setattr(room, "standing_in", lambda _, signs: signs, raising=False)
    assert _read() == quick


def test_entries_begin_only_with_words_that_the_lexicon_says_open_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quick = _read()
    monkeypatch.setattr(Lexicon, "opens", lambda *_: True)
    assert _read() == quick


def test_signs_are_looked_for_in_the_text_and_then_in_the_sentence() -> None:
    text = "The Grey Example called at Nampo. Nothing else moved."
    assert standing_in(text, ("Nampo", "Rajin", "else")) == ("Nampo", "else")
    assert holds(text[:33], ("else", "Nampo"))
    assert not holds(text[34:], ("Nampo",))


def test_marks_stand_in_the_order_of_their_beginnings_and_are_found_by_kind() -> None:
    scene = lay_out("Iran sold 40 drones.", 0, 20, load_lexicon(), None)
    whole, part = Mark("item", 10, 19, 2, 4, "uav"), Mark("amount", 10, 12, 2, 3, "")
    scene.marks[:] = [Mark("verb", 5, 9, 1, 2, "sell"), part, whole, Mark("party", 0, 4, 0, 1, "IR")]
    scene.in_order()
    assert [mark.kind for mark in scene.marks] == ["party", "verb", "item", "amount"]
    scene.settle()
    assert list(scene.of("amount", "item")) == [whole, part]
    assert list(scene.of("place")) == []
