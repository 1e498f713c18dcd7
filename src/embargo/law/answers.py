"""Facts as they are handed in (`embargo-fact/1`, JSON or JSON lines), and answers as they are given back."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from embargo.errors import BadFact
from embargo.vocabulary import Fact, Outcome
from embargo.vocabulary.pack import CONDUCTS, EXEMPTION_KINDS

_FIELDS = {field.encode_name for field in msgspec.structs.fields(Fact)}


def read_facts(text: str) -> Iterator[Fact]:
    """Yield the facts of a JSON object, a JSON list, or JSON lines. Raises BadFact with the line and what is wrong."""
    for where, entry in _entries(text):
        yield _fact(where, entry)


def _entries(text: str) -> Iterator[tuple[str, object]]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        for number, row in enumerate(text.splitlines(), 1):
            if row.strip():
                try:
                    yield f"line {number}", json.loads(row)
                except json.JSONDecodeError as error:
                    raise BadFact(
                        f"line {number} is no JSON: {error.msg} at column {error.colno}",
                        "one JSON object, a list of them, or one a line",
                    ) from error
        return
    if isinstance(whole, list):
        yield from ((f"fact {number}", entry) for number, entry in enumerate(whole, 1))
    else:
        yield "the fact", whole


def _fact(where: str, entry: object) -> Fact:
    if not isinstance(entry, dict):
        raise BadFact(f"{where} is no JSON object", 'an object with "id" and "conduct"')
    if unknown := sorted(set(entry) - _FIELDS):
        raise BadFact(f"{where} has the unknown field {unknown[0]!r}", f"one of {', '.join(sorted(_FIELDS))}")
    try:
        fact = msgspec.convert({key: value for key, value in entry.items() if value is not None}, Fact)
    except msgspec.ValidationError as error:
        raise BadFact(f"{where}: {error}", "the form embargo-fact/1") from error
    if fact.conduct not in CONDUCTS:
        raise BadFact(f"{where}: unknown conduct {fact.conduct!r}", f"one of {', '.join(CONDUCTS)}")
    for exemption in fact.exemptions:
        if exemption.kind not in EXEMPTION_KINDS:
            kinds = ", ".join(EXEMPTION_KINDS)
            raise BadFact(f"{where}: unknown exemption {exemption.kind!r}", f"one of {kinds}")
    return fact


def as_answer(outcome: Outcome) -> dict[str, Any]:
    """Return the answer to one fact as plain JSON: id, outside, assessments with provision, party, result, elements."""
    answer: dict[str, Any] = {
        "id": outcome.fact,
        "outside": outcome.outside,
        "assessments": [
            {
                "provision": one.provision,
                "party": one.party,
                "result": one.result,
                "mark": one.mark,
                "elements": [msgspec.to_builtins(element) for element in one.elements],
            }
            for one in outcome.assessments
        ],
    }
    if outcome.outside:
        answer["why"] = outcome.why
    return answer
