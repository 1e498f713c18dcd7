"""Facts handed in: the form, its errors, and the day that stands in where no source gives one."""

import datetime as dt
import json

import msgspec
import pytest

from embargo.errors import BadFact
from embargo.law import assess, read_facts
from tests.law.quiz import PACK, fact


def test_json_lines_lists_and_single_objects_are_read() -> None:
    one = json.dumps({"id": "a", "conduct": "supply"})
    assert [f.id for f in read_facts(one)] == ["a"]
    assert [f.id for f in read_facts(f"{one}\n\n{one}\n")] == ["a", "a"]
    assert [f.id for f in read_facts(f"[{one}]")] == ["a"]


def test_nulls_of_the_form_are_taken() -> None:
    (read,) = read_facts(
        json.dumps({"id": "a", "conduct": "sign", "item": None, "quantity": None, "event": None})
    )
    assert read.item is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"id": "a", "conduct": "sell"}', "unknown conduct 'sell'"),
        ('{"id": "a", "conduct": "supply", "colour": 1}', "unknown field 'colour'"),
        ('{"id": "a", "conduct": "supply", "exemptions": [{"kind": "luck", "state": "yes"}]}', "luck"),
        ('{"id": "a", "conduct": "supply"}\n{oops', "line 2 is no JSON"),
        ('{"conduct": "supply"}', "id"),
        ("[3]", "no JSON object"),
        ('{"id": "a", "conduct": "supply", "date": {"from": "yesterday", "to": null}}', "date"),
    ],
)
def test_a_broken_fact_is_refused_with_what_was_expected(text: str, words: str) -> None:
    with pytest.raises(BadFact, match=words):
        list(read_facts(text))


def test_without_any_day_nobody_can_tell() -> None:
    found = {
        a.provision: a.result
        for a in assess(fact("supply", "KP", "RU", "missile.ballistic", ""), PACK).assessments
    }
    assert found["1874/9"] == "needs-determination"


def test_the_day_of_telling_stands_in_and_is_said_to() -> None:
    asked = msgspec.structs.replace(
        fact("supply", "KP", "RU", "missile.ballistic", ""), told=dt.date(2025, 5, 29)
    )
    (one,) = [a for a in assess(asked, PACK).assessments if a.provision == "1874/9" and a.party == "KP"]
    assert one.result == "prohibited"
    assert "no source gives a day; held against the law of 2025-05-29" in one.elements[0].reason


def test_an_open_beginning_stays_unknown_in_a_fact_written_by_hand() -> None:
    asked = fact("supply", "KP", "RU", "missile.ballistic", "", until="2025-05-29")
    found = {a.provision: a.result for a in assess(asked, PACK).assessments}
    assert found["1874/9"] == "needs-determination"
