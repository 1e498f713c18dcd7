"""Replay: decisions find their claims again by quote and surroundings, and never where that would be a guess."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embargo.casework.anchors import anchor_of, find
from embargo.casework.force import in_force
from embargo.casework.replay import GONE, as_reviewed
from embargo.vocabulary import Captured, Claim, Decision, Made, Reading, Review, Value, holds
from tests.casework.desks import (
    AT,
    HOWITZERS,
    INSERTED,
    MISSILES,
    OIL,
    TEXT,
    captured,
    made,
    read,
    renamed,
    replayed,
)

TAKEN, READINGS = read(TEXT)
(ONE,), (READING,) = TAKEN, READINGS
CLAIMS = READING.claims
EDIT = {"supplier": (Value(canonical="CN"),), "items": (Value("100 ballistic missiles", 22),)}


def human(review: Review) -> dict[str, tuple[Claim, ...]]:
    return {one.claim: one.human for one in review.reviewed}


def by_quote(review: Review) -> dict[str, str]:
    """What was decided, by the words of the quote that it stands on now."""
    return {one.machine.quote.text: one.state for one in review.reviewed if one.machine is not None}


def test_the_text_gives_three_claims() -> None:
    assert [claim.family for claim in CLAIMS] == ["transfer"] * 3


# --- laws ------------------------------------------------------------------------------------------------------------

VERDICT = st.sampled_from(["accept", "reject", "edit", "undo"])
LOG = st.lists(st.tuples(st.integers(0, 2), VERDICT, st.sampled_from(["A", "B"])), max_size=12)


def log(steps: Sequence[tuple[int, str, str]]) -> list[Made]:
    """The steps as a log: an undo takes back what is in force on its claim, where anything is."""
    history: list[Made] = []
    for number, (place, verdict, by) in enumerate(steps, 1):
        claim = CLAIMS[place]
        if verdict == "undo":
            standing = [one for one in in_force(history) if one.decision.about == claim.id]
            if standing:
                takes = Decision(claim.id, "undo", "", by, takes_back=standing[-1].number)
                history.append(Made(number, AT, takes))
            continue
        edits = {"modality": (Value(canonical="alleged"),)} if verdict == "edit" else {}
        history.append(made(number, ONE, claim, verdict, by, edits=edits))
    return history


@given(LOG)
def test_replay_is_deterministic(steps: list[tuple[int, str, str]]) -> None:
    history = log(steps)
    assert replayed(history, TAKEN, READINGS) == replayed(list(history), *read(TEXT))


@given(LOG)
def test_the_order_of_unrelated_decisions_does_not_matter(steps: list[tuple[int, str, str]]) -> None:
    by_place = {place: [step for step in steps if step[0] == place] for place in range(3)}
    grouped = [step for place in range(3) for step in by_place[place]]
    states = [
        {
            one.claim: (one.state, one.decided.decision.by)
            for one in replayed(log(some), TAKEN, READINGS).reviewed
        }
        for some in (steps, grouped)
    ]
    assert states[0] == states[1]


@given(LOG)
def test_an_undo_of_everything_leaves_the_machines_reading(steps: list[tuple[int, str, str]]) -> None:
    history = log(steps)
    undone = [
        Made(100 + one.number, AT, Decision(one.decision.about, "undo", "", "A", takes_back=one.number))
        for one in in_force(history)
    ]
    review = replayed([*history, *undone], TAKEN, READINGS)
    assert review == Review()
    assert as_reviewed(READINGS, review) == (tuple(READINGS), ())


@given(st.integers(0, 2), st.integers(0, 4), st.sampled_from([" ", "\n", "\n\n  ", "\t"]))
def test_decisions_survive_a_new_capture_with_a_paragraph_more_and_lines_broken_elsewhere(
    place: int, at: int, blank: str
) -> None:
    paragraphs = TEXT.split("\n\n")
    paragraphs.insert(at, INSERTED)
    other = (
        "\n\n".join(paragraphs).replace(" to ", f"{blank}to ")
        if blank != "\n\n  "
        else "\n\n".join(paragraphs)
    )
    later, readings = read(other)
    review = replayed([made(1, ONE, CLAIMS[place], "reject")], [*TAKEN, *later], [*READINGS, *readings])
    states = {one.document: one.state for one in review.reviewed}
    assert states == {ONE.document.id: "rejected", later[0].document.id: "rejected"}
    assert review.lost == ()


@given(st.permutations([HOWITZERS, MISSILES, OIL]), st.integers(0, 2))
def test_every_quote_of_a_human_reading_stands_in_its_document(order: list[str], place: int) -> None:
    later, readings = read("SEOUL, 30 May 2025\n\n" + "\n\n".join(order) + "\n")
    history = [made(1, ONE, CLAIMS[place], "edit", edits={"modality": (Value(canonical="alleged"),)})]
    review = replayed(history, [*TAKEN, *later], [*READINGS, *readings])
    texts = {one.document.id: one.text.text for one in (*TAKEN, *later)}
    for one in review.reviewed:
        for claim in one.human:
            assert holds(claim.quote, texts[one.document])
            for mention in (*claim.supplier, *claim.recipient):
                if mention.start is not None:
                    assert texts[one.document][mention.start : mention.end] == mention.text


# --- a new extractor -------------------------------------------------------------------------------------------------


def test_decisions_survive_an_extractor_that_gives_other_ids() -> None:
    history = [made(1, ONE, CLAIMS[0], "reject"), made(2, ONE, CLAIMS[1], "edit", edits=EDIT)]
    review = replayed(history, TAKEN, [renamed(READING, "x")])
    assert {one.claim: one.state for one in review.reviewed} == {
        CLAIMS[0].id + "x": "rejected",
        CLAIMS[1].id + "x": "edited",
    }
    assert [one.changed for one in review.reviewed] == [(), ()]


def test_a_shorter_quote_is_the_same_claim() -> None:
    start, end = CLAIMS[0].quote.start, CLAIMS[0].quote.end - 14
    quote = msgspec.structs.replace(CLAIMS[0].quote, end=end, text=TEXT[start:end])
    other = msgspec.structs.replace(CLAIMS[0], id="C-other", evidence=quote)
    reading = msgspec.structs.replace(READING, claims=(other, *CLAIMS[1:]))
    review = replayed([made(1, ONE, CLAIMS[0], "accept")], TAKEN, [reading])
    assert list(human(review)) == ["C-other"]


def test_what_is_read_otherwise_since_is_said_and_the_human_reading_stands() -> None:
    turned = msgspec.structs.replace(CLAIMS[0], supplier=CLAIMS[0].recipient, recipient=CLAIMS[0].supplier)
    reading = msgspec.structs.replace(READING, claims=(turned, *CLAIMS[1:]))
    (one,) = replayed([made(1, ONE, CLAIMS[0], "accept")], TAKEN, [reading]).reviewed
    assert one.changed == (
        "supplier was KP, is read as RU now",
        "recipient was RU, is read as KP now",
    )
    assert [party.canonical for party in one.human[0].supplier] == ["KP"]
    assert one.machine == turned


def test_a_claim_that_the_machine_reads_no_longer_stands_on_the_persons_word() -> None:
    silent = msgspec.structs.replace(READING, claims=CLAIMS[1:])
    review = replayed([made(1, ONE, CLAIMS[0], "accept")], TAKEN, [silent])
    (one,) = review.reviewed
    assert (one.claim, one.machine, one.changed) == (CLAIMS[0].id, None, (GONE,))
    (reading,), left = as_reviewed([silent], review)
    assert [claim.id for claim in reading.claims] == [claim.id for claim in CLAIMS]
    assert left == ()


def test_a_rejected_claim_that_is_read_no_longer_leaves_nothing() -> None:
    silent = msgspec.structs.replace(READING, claims=CLAIMS[1:])
    review = replayed([made(1, ONE, CLAIMS[0], "reject")], TAKEN, [silent])
    assert as_reviewed([silent], review) == ((silent,), ())


def test_two_claims_where_one_was_are_listed_and_not_guessed() -> None:
    apart = [
        msgspec.structs.replace(CLAIMS[0], id=f"C-{mark}", supplier=(), note=mark, modality=modality)
        for mark, modality in (("one", "alleged"), ("two", "planned"))
    ]
    reading = msgspec.structs.replace(READING, claims=(*apart, *CLAIMS[1:]))
    review = replayed([made(1, ONE, CLAIMS[0], "reject")], TAKEN, [reading])
    assert review.reviewed == ()
    assert "2 claims are read there now" in review.lost[0].reason


# --- where a quote stands ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(3))
def test_in_the_same_text_the_offsets_hold(place: int) -> None:
    anchor = anchor_of(ONE.document, ONE.text.text, CLAIMS[place])
    assert find(anchor, TEXT) == (CLAIMS[place].quote.start, CLAIMS[place].quote.end)


def test_an_anchor_that_occurs_twice_is_listed_and_not_guessed() -> None:
    later, readings = read(f"{INSERTED}\n\n{TEXT}\n{TEXT}")
    review = replayed([made(1, ONE, CLAIMS[0], "reject")], [*TAKEN, *later], [*READINGS, *readings])
    assert {one.document for one in review.reviewed} == {ONE.document.id}
    (lost,) = review.lost
    assert lost.document == later[0].document.id
    assert "2 times" in lost.reason


def test_of_two_places_the_one_with_the_words_on_both_sides_is_meant() -> None:
    anchor = anchor_of(ONE.document, ONE.text.text, CLAIMS[1])
    other = f"{MISSILES}\n\n{INSERTED}\n\n{TEXT}"
    assert find(anchor, other) == tuple(
        place + len(other) - len(TEXT) for place in (CLAIMS[1].quote.start, CLAIMS[1].quote.end)
    )


def test_a_quote_in_other_surroundings_is_another_quote() -> None:
    anchor = anchor_of(ONE.document, ONE.text.text, CLAIMS[1])
    found = find(anchor, f"{INSERTED} {anchor.quote}; {INSERTED}")
    assert isinstance(found, str)
    assert "neither" in found


def test_a_quote_that_was_mended_in_its_own_document_is_listed() -> None:
    """A new reader of the same bytes draws the text otherwise."""
    mended = captured(TEXT.replace("at least 40", "at least 50"))
    same_bytes = Captured(msgspec.structs.replace(mended.document, sha256=ONE.document.sha256), mended.text)
    reading = Reading(same_bytes.document.id, (), ())
    review = replayed([made(1, ONE, CLAIMS[0], "reject")], [same_bytes], [reading])
    assert [lost.reason for lost in review.lost] == ["its quote does not stand in the text"]


def test_another_file_of_the_same_name_that_holds_no_such_quote_is_none_of_its_business() -> None:
    later, readings = read(f"{INSERTED}\n")
    review = replayed([made(1, ONE, CLAIMS[0], "reject")], [*TAKEN, *later], [*READINGS, *readings])
    assert review.lost == ()


def test_the_same_words_in_a_file_of_another_name_are_decided_apart() -> None:
    later, readings = read(f"{INSERTED}\n\n{TEXT}", names=["copy.txt"])
    review = replayed([made(1, ONE, CLAIMS[0], "reject")], [*TAKEN, *later], [*READINGS, *readings])
    assert {one.document for one in review.reviewed} == {ONE.document.id}


# --- what decisions do ---------------------------------------------------------------------------------------------


def test_an_edit_reckons_its_values_from_the_words_of_the_text_each_time() -> None:
    (one,) = replayed([made(1, ONE, CLAIMS[1], "edit", edits=EDIT)], TAKEN, READINGS).reviewed
    (item,) = one.human[0].items
    assert item.quantity is not None
    assert (item.cls, item.quantity.low, item.quantity.bound) == ("missile.ballistic", Decimal(100), "exact")
    assert one.machine == CLAIMS[1]
    assert one.human[0].quote == CLAIMS[1].quote


def test_an_edit_whose_words_are_gone_is_listed_and_the_machine_stands() -> None:
    edits = {"items": (Value("200 tanks", 22),)}
    review = replayed([made(1, ONE, CLAIMS[1], "edit", edits=edits)], TAKEN, READINGS)
    assert review.reviewed == ()
    assert [lost.reason for lost in review.lost] == ["“200 tanks” stands no longer in the quote"]


def test_the_later_of_two_people_wins_and_the_earlier_stays_visible() -> None:
    history = [made(1, ONE, CLAIMS[0], "accept", "A"), made(2, ONE, CLAIMS[0], "reject", "B")]
    (one,) = replayed(history, TAKEN, READINGS).reviewed
    assert (one.state, one.decided.decision.by) == ("rejected", "B")
    assert [made.decision.by for made in one.earlier] == ["A"]


def test_decisions_of_the_first_days_still_replay() -> None:
    old = [
        Made(1, AT, Decision(CLAIMS[0].id, "accept", "", "A")),
        Made(2, AT, Decision(CLAIMS[0].id, "reject", "misread", "A")),
        Made(3, AT, Decision(CLAIMS[0].id, "undo", "", "A")),
        Made(4, AT, Decision(CLAIMS[1].id, "reject", "misread", "A")),
        Made(5, AT, Decision("C-gone", "reject", "misread", "A")),
    ]
    review = replayed(old, TAKEN, READINGS)
    assert {one.claim: one.state for one in review.reviewed} == {
        CLAIMS[0].id: "accepted",
        CLAIMS[1].id: "rejected",
    }
    assert [lost.made.number for lost in review.lost] == [5]
    _, left = as_reviewed(READINGS, review)
    assert left == ((CLAIMS[1].id, "rejected by A: misread"),)


def test_of_two_who_merge_each_claim_into_the_other_the_later_wins() -> None:
    def merged(number: int, one: Claim, whole: Claim) -> Made:
        into = anchor_of(ONE.document, ONE.text.text, whole)
        return made(number, ONE, one, "merge", into=whole.id, into_anchor=into)

    history = [merged(1, CLAIMS[0], CLAIMS[1]), merged(2, CLAIMS[1], CLAIMS[0])]
    review = replayed(history, TAKEN, READINGS)
    (reading,), left = as_reviewed(READINGS, review)
    assert [claim.id for claim in reading.claims] == [CLAIMS[0].id, CLAIMS[2].id]
    assert [claim for claim, _ in left] == [CLAIMS[1].id]
    assert [lost.made.number for lost in review.lost] == [1]
