"""Laws that hold for any text: nothing invented, nothing lost, the same every time."""

import json
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo.claims import as_schema, extract
from embargo.errors import EmbargoError
from tests.claims.reading import claims, document, read

SENTENCES = (
    "Iran sent 40 drones to Russia last year.",
    "According to the institute RUSI, Syria received over 300 tanks from Russia in late 2024.",
    "Tehran denied that it had sent missiles to Moscow.",
    "The tanker Northern Gate (IMO 9123456) switched off its AIS and docked at Nampo on 3 May 2024.",
    "Poland pledged €2 billion ($2.3 billion) in military aid to Ukraine.",
    "Resolution 2397 limits the supply of oil to the DPRK to 500,000 barrels a year.",
    "Japan reported that North Korea had sent to Russia:",
    "• at least 40 howitzers;",
    "Date | Port | Tonnes",
    "3 May 2024 | Nampo | 1,900",
    "The garden was quiet that morning.",
)
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
# Prose of the field shuffled, with signs thrown in: what broken PDFs look like.
MESS = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(SENTENCES),
        st.text(max_size=6),
        st.sampled_from(["\n", " | ", ":", "“", "”"]),
    ),
    max_size=40,
).map(" ".join)


def spans(thing: Any) -> list[dict[str, Any]]:
    """Every part of the structure that has a text of its own."""
    found: list[dict[str, Any]] = []
    if isinstance(thing, dict):
        if thing.get("text") is not None and thing.get("start") is not None:
            found.append(thing)
        found += [span for value in thing.values() for span in spans(value)]
    elif isinstance(thing, list):
        found += [span for value in thing for span in spans(value)]
    return found


@settings(max_examples=250)
@given(st.one_of(st.text(), MESS))
def test_any_text_is_read_without_error_and_every_span_verifies(text: str) -> None:
    try:
        captured = document(text)
    except EmbargoError:
        return  # an empty file is refused at the door
    reading = extract(captured.document, captured.text)
    shown = as_schema(captured.document, reading)
    stored = captured.text.text
    for span in spans(shown):
        assert stored[span["start"] : span["end"]] == span["text"]
    for claim in shown["claims"]:
        assert len(claim["quote"]["text"]) <= 400
        assert "\n" not in claim["quote"]["text"]
    assert all(sentence.claims or sentence.reason for sentence in reading.sentences)
    covered = {place for s in reading.sentences for place in range(s.start, s.end)}
    assert all(place in covered for place, sign in enumerate(stored) if sign.isalpha())


@settings(max_examples=60)
@given(MESS)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    try:
        captured = document(text)
    except EmbargoError:
        return
    first, second = (msgspec.json.encode(extract(captured.document, captured.text)) for _ in range(2))
    assert first == second


def test_an_unrelated_sentence_changes_no_other_claim() -> None:
    deed = "According to Japan, Iran sent 40 drones to Russia last year."
    for other in (
        "The garden was quiet that morning.",
        "Syria bought 3 tanks from Iran.",
        "Rain is due on Monday.",
    ):
        alone, beside = claims(deed)[0], claims(f"{deed}\n{other}")[0]
        for slot in ("event", "modality", "items", "time", "supplier", "recipient", "attribution", "quote"):
            was, now = getattr(alone, slot), getattr(beside, slot)
            if slot == "quote":
                was, now = was.text, now.text
            assert was == now, (other, slot)


def test_a_sentence_said_twice_gives_two_claims_that_differ_only_in_place() -> None:
    first, second = claims("Iran sent 40 drones to Russia. Iran sent 40 drones to Russia.")
    assert first.id != second.id
    assert (first.event, first.quote.text) == (second.event, second.quote.text)


def test_ids_do_not_depend_on_slots() -> None:
    dated, undated = (claims("Iran sent drones to Russia last year.", day)[0] for day in ("2025-01-03", None))
    assert dated.time != undated.time
    assert dated.id == undated.id


def test_ids_depend_on_the_document() -> None:
    assert claims("Iran sent drones to Russia.")[0].id != claims("Iran sent drones to Russia. ")[0].id


def test_claims_stand_in_the_order_of_their_quotes_and_in_their_sentences() -> None:
    reading = read("\n".join(SENTENCES))
    places = [(claim.quote.start, claim.quote.end) for claim in reading.claims]
    assert places == sorted(places)
    listed = [name for sentence in reading.sentences for name in sentence.claims]
    assert sorted(listed) == sorted(claim.id for claim in reading.claims)
    assert len(set(listed)) == len(listed)


def test_the_structure_is_plain_json_with_the_fields_of_the_scheme() -> None:
    captured = document("\n".join(SENTENCES))
    shown = as_schema(captured.document, extract(captured.document, captured.text))
    assert json.loads(json.dumps(shown)) == shown
    assert (shown["schema"], set(shown["doc"])) == (
        "embargo-claims/1",
        {"id", "publisher", "published", "title", "chars"},
    )
    for claim in shown["claims"]:
        assert {
            "id",
            "event",
            "modality",
            "polarity",
            "quote",
            "supplier",
            "recipient",
            "actor",
            "items",
            "time",
        } <= set(claim)
        assert {"said_time", "places", "means", "vessels", "attribution", "also_reported_by"} <= set(claim)
        for item in claim["items"]:
            if item["quantity"] is not None:
                assert isinstance(item["quantity"]["unit"], str)
                assert {"low", "high", "bound"} <= set(item["quantity"])
