"""Review at the desk: what waits and why, one decision for likes, edits, splits, merges, undo, and what findings make of it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from embargo import open_case
from embargo.casework import Case
from embargo.casework.likes import likeness, queue
from embargo.casework.risk import ORDER, weigh
from embargo.errors import UsageError
from embargo.vocabulary import Claim
from tests.casework.desks import AT, HOWITZERS, MISSILES, OIL, TEXT, case_of

SHIP = "The Angara carried containers of shells and over 200 missiles from Rajin to Dunai in late 2024."
MAYBE = "Russia may send oil to North Korea, officials said."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, TEXT, f"{SHIP}\n\n{MAYBE}\n", f"Wire\n\n{TEXT}") as made:
        yield made


def of(case: Case, words: str) -> list[Claim]:
    """The claims whose quotes hold the words, document by document."""
    found = [claim for claim in case.claims if words in claim.quote.text]
    assert found
    return found


def human(case: Case, name: str) -> list[Claim]:
    return [claim for claim in case.dossier().claims if claim.id == name]


# --- the queue -----------------------------------------------------------------------------------------------------


def test_the_same_words_in_two_documents_are_one_group(case: Case) -> None:
    groups = case.queue()
    howitzers = [claim.id for claim in of(case, "howitzers")]
    assert len(howitzers) == 2
    assert [sorted(group.claims) for group in groups if howitzers[0] in group.claims] == [sorted(howitzers)]
    assert sorted(name for group in groups for name in group.claims) == sorted(c.id for c in case.claims)


@pytest.mark.parametrize(
    "change",
    [
        {"modality": "alleged"},
        {"polarity": "negative"},
        {"event": "aid.military"},
        {"supplier": ()},
        {"items": ()},
    ],
    ids=str,
)
def test_claims_that_differ_in_a_slot_are_no_likes(case: Case, change: dict[str, object]) -> None:
    claim = of(case, "howitzers")[0]
    assert likeness(msgspec.structs.replace(claim, **change)) != likeness(claim)


def test_the_riskiest_come_first_and_every_reason_is_in_words(case: Case) -> None:
    groups = case.queue()
    first = [min(ORDER.index(risk.kind) for risk in group.risks) for group in groups if group.risks]
    assert first == sorted(first)
    assert any("conditional" in risk.words for risk in groups[0].risks)
    assert all(risk.words for group in groups for risk in group.risks)


def test_what_a_model_reads_otherwise_comes_before_everything_but_what_changed(case: Case) -> None:
    claim = of(case, "barrels")[0]
    groups = queue(case.claims, weigh(case.findings, {claim.id: ("recipient",)}), case.review)
    assert claim.id in groups[0].claims
    assert groups[0].risks[0].words == "a model reads otherwise: recipient"


def test_what_was_decided_waits_no_longer_and_all_shows_it(case: Case) -> None:
    before = len(case.queue())
    group = case.queue()[0]
    case.desk().decide(group.claims, "accept")
    assert len(case.queue()) == before - 1
    assert len(case.queue(decided=True)) == before


# --- decisions -----------------------------------------------------------------------------------------------------


def test_one_decision_settles_likes_each_by_its_own_event(case: Case) -> None:
    names = [claim.id for claim in of(case, "howitzers")]
    settled = case.desk().decide(names, "reject", "the text says the reverse")
    assert [made.decision.about for made in settled.made] == names
    events = case.record.events("decision.made")
    assert [(event.at, event.by) for event in events] == [(AT, "A. Drafter")] * 2
    case.run(rendering=False)
    assert not {claim.id for claim in case.dossier().claims} & set(names)
    assert dict(case.dossier().left_out)[names[0]] == "rejected by A. Drafter: the text says the reverse"


@pytest.mark.parametrize("verdict", ["reject", "edit", "split", "merge"])
def test_what_says_that_the_machine_was_wrong_needs_a_reason(case: Case, verdict: str) -> None:
    with pytest.raises(UsageError, match="needs a reason"):
        case.desk().decide([case.claims[0].id], verdict)
    assert case.record.events("decision.made") == []


def test_a_decision_by_nobody_is_refused(case: Case) -> None:
    case.by = " "
    with pytest.raises(UsageError, match="nobody"):
        case.desk().decide([case.claims[0].id], "accept")


def test_findings_use_the_human_reading_and_the_machines_stays(case: Case) -> None:
    claim = of(case, "barrels")[0]
    case.decide(claim.id, "edit", "read the wrong way round", edits={"supplier": "KP", "recipient": "Russia"})
    case.run(rendering=False)
    (now,) = human(case, claim.id)
    assert [party.canonical for party in (*now.supplier, *now.recipient)] == ["KP", "RU"]
    assert now.note == "edited by A. Drafter: read the wrong way round"
    assert any(claim.id in finding.claims for finding in case.findings if finding.giver == ("KP",))
    assert next(one for one in case.claims if one.id == claim.id) == claim
    assert case.verify() == ()


@pytest.mark.parametrize(
    ("slot", "typed", "expected"),
    [
        ("supplier", "CN", ["CN"]),
        ("supplier", "KP=North Korea; CN", ["KP", "CN"]),
        ("supplier", "North Korea", ["KP"]),
        ("supplier", "-", []),
        ("actor", "vessel:ANGARA IMO 9179842", ["vessel:ANGARA IMO 9179842"]),
        ("places", "Russia (target)", ["RU"]),
    ],
)
def test_parties_and_places_are_given_by_words_or_ids(
    case: Case, slot: str, typed: str, expected: list[str]
) -> None:
    claim = of(case, "howitzers")[0]
    case.decide(claim.id, "edit", "why", edits={slot: typed})
    held = case.review.of(claim.id)
    assert held is not None
    assert [one.canonical for one in getattr(held.human[0], slot)] == expected


def test_an_amount_is_reckoned_by_our_grammar_and_never_typed(case: Case) -> None:
    claim = of(case, "howitzers")[0]
    case.decide(claim.id, "edit", "why", edits={"items": "munition.shell=at least 40 howitzers"})
    held = case.review.of(claim.id)
    assert held is not None
    (item,) = held.human[0].items
    assert item.cls == "munition.shell"
    assert item.quantity is not None
    assert (item.quantity.text, item.quantity.bound, item.quantity.unit) == (
        "at least 40",
        "at_least",
        "count",
    )


@pytest.mark.parametrize("typed", ["March 2025", "2025-03-01..2025-03-31"])
def test_a_time_is_words_or_days(case: Case, typed: str) -> None:
    claim = of(case, "howitzers")[0]
    case.decide(claim.id, "edit", "why", edits={"time": typed})
    held = case.review.of(claim.id)
    assert held is not None
    when = held.human[0].time
    assert when is not None
    assert (str(when.first), str(when.last)) == ("2025-03-01", "2025-03-31")


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        ({"colour": "red"}, "there is no slot"),
        ({"modality": "certain"}, "is no modality"),
        ({"modality": "alleged; denied"}, "takes one value"),
        ({"supplier": "the moon"}, "stands neither in the quote nor near it"),
        ({"supplier": "howitzers"}, "names nobody and nothing"),
        ({"supplier": "ZZ=Russia"}, "is no id"),
        ({"items": "Russia"}, "names no thing"),
        ({"items": ""}, "nothing was given"),
        ({"time": "howitzers"}, "gives no time"),
        ({"time": "2025-02-31"}, "is no day"),
        ({}, "an edit without a slot"),
    ],
)
def test_an_edit_that_cannot_be_taken_is_refused_and_leaves_no_event(
    case: Case, edits: dict[str, str], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        case.decide(of(case, "howitzers")[0].id, "edit", "why", edits=edits)
    assert case.record.events("decision.made") == []


def test_a_second_edit_goes_on_top_of_the_first(case: Case) -> None:
    claim = of(case, "howitzers")[0]
    case.decide(claim.id, "edit", "why", edits={"supplier": "CN"})
    case.decide(claim.id, "edit", "why", edits={"modality": "alleged"})
    held = case.review.of(claim.id)
    assert held is not None
    assert (held.human[0].supplier[0].canonical, held.human[0].modality) == ("CN", "alleged")
    assert len(held.earlier) == 1


def test_a_split_makes_a_claim_of_each_value_and_each_may_be_edited(case: Case) -> None:
    (claim,) = of(case, "containers of shells")
    parts = [{}, {"time": "2024-12-01..2024-12-31"}]
    case.decide(claim.id, "split", "two cargoes", split="items", parts=parts)
    case.run(rendering=False)
    held = case.review.of(claim.id)
    assert held is not None
    assert [[item.cls for item in part.items] for part in held.human] == [["munition.shell"], ["missile"]]
    assert str(held.human[1].time.first if held.human[1].time else None) == "2024-12-01"
    assert len({part.id for part in held.human}) == 2
    assert {part.id for part in held.human} <= {one.id for one in case.dossier().claims}
    assert case.dossier().claims.count(claim) == 0


def test_a_part_is_decided_on_by_its_whole(case: Case) -> None:
    (claim,) = of(case, "containers of shells")
    case.decide(claim.id, "split", "two cargoes", split="items")
    held = case.review.of(claim.id)
    assert held is not None
    with pytest.raises(UsageError, match="is a part of"):
        case.decide(held.human[1].id, "reject", "why")


def test_only_slots_of_several_values_are_split(case: Case) -> None:
    with pytest.raises(UsageError, match="none here"):
        case.decide(of(case, "howitzers")[0].id, "split", "why", split="items")


def test_a_merged_claim_leaves_and_gives_what_the_other_lacks(case: Case) -> None:
    (ship,), (oil,) = of(case, "containers of shells"), of(case, "may send oil")
    case.decide(oil.id, "merge", "one matter", into=ship.id)
    case.run(rendering=False)
    (now,) = human(case, ship.id)
    assert human(case, oil.id) == []
    assert [one.canonical for one in now.supplier] == [one.canonical for one in ship.supplier or oil.supplier]
    assert [speaker.text for speaker in now.attribution] == ["officials", None]
    assert dict(case.dossier().left_out)[oil.id] == f"merged into {ship.id} by A. Drafter: one matter"


def test_claims_of_two_documents_are_not_merged(case: Case) -> None:
    (ship,), howitzers = of(case, "containers of shells"), of(case, "howitzers")
    with pytest.raises(UsageError, match="two documents"):
        case.decide(howitzers[0].id, "merge", "why", into=ship.id)


def test_undo_takes_the_last_decision_back_and_the_one_before_holds_again(case: Case) -> None:
    claim = of(case, "howitzers")[0]
    case.decide(claim.id, "accept")
    case.decide(claim.id, "reject", "why")
    case.decide(claim.id, "undo")
    held = case.review.of(claim.id)
    assert held is not None
    assert held.state == "accepted"
    case.decide(claim.id, "undo")
    assert case.review.of(claim.id) is None
    with pytest.raises(UsageError, match="no decision"):
        case.decide(claim.id, "undo")


def test_an_accepted_claim_is_doubtful_to_nobody_any_more(case: Case) -> None:
    (claim,) = of(case, "containers of shells")
    case.decide(claim.id, "accept")
    case.run(rendering=False)
    (now,) = human(case, claim.id)
    assert now.doubts == ()
    assert now.note == "accepted by A. Drafter"


# --- two people, new readings --------------------------------------------------------------------------------------


def test_of_two_people_at_once_the_later_wins_and_is_told_of_the_earlier(case: Case) -> None:
    name = of(case, "howitzers")[0].id
    mine = case.desk()
    assert mine.review.reviewed == ()
    with open_case(case.folder, by="B. Other", clock=lambda: AT) as other:
        other.decide(name, "reject", "misread")
    settled = mine.decide([name], "accept")
    assert [made.decision.by for made in settled.meanwhile] == ["B. Other"]
    held = case.review.of(name)
    assert held is not None
    assert (held.state, [made.decision.by for made in held.earlier]) == ("accepted", ["B. Other"])


def test_decisions_hold_for_a_newer_capture_of_the_same_file(case: Case, tmp_path: Path) -> None:
    claim = of(case, "howitzers")[0]
    case.decide(claim.id, "reject", "misread")
    (tmp_path / "again").mkdir()
    newer = f"A notice was put before the text.\n\n{HOWITZERS}\n\n{MISSILES}\n\n{OIL}\n"
    name = case.document(claim.document).name
    (tmp_path / "again" / name).write_text(newer, encoding="utf-8")
    case.add(tmp_path / "again", details={"publisher": "The Harbour Courier", "published": "2025-05-30"})
    case.run(rendering=False)
    rejected = [one.document for one in case.review.reviewed if one.state == "rejected"]
    assert len(rejected) == 2
    assert {case.document(document).name for document in rejected} == {name}


def test_a_case_without_decisions_is_read_as_ever(case: Case) -> None:
    claims = [claim for reading in case.dossier().readings for claim in reading.claims]
    assert claims == list(case.claims)


def test_a_decision_that_stands_twice_in_a_newer_capture_waits_for_a_person(
    case: Case, tmp_path: Path
) -> None:
    claim = of(case, "howitzers")[0]
    case.decide(claim.id, "reject", "misread")
    (tmp_path / "again").mkdir()
    name = case.document(claim.document).name
    (tmp_path / "again" / name).write_text(f"{TEXT}\n{TEXT}", encoding="utf-8")
    case.add(tmp_path / "again")
    case.run(rendering=False)
    (waiting,) = [item for item in case.dossier().attention if item.kind == "decision"]
    assert waiting.about == claim.id
    assert "2 times" in waiting.words


def test_accepting_everything_changes_no_finding(case: Case) -> None:
    before = case.findings
    for group in case.queue():
        case.desk().decide(group.claims, "accept")
    case.run(rendering=False)
    assert case.findings == before
    assert case.queue() == ()
    assert [item for item in case.dossier().attention if item.kind == "doubtful reading"] == []


def test_a_report_for_the_public_rests_on_human_readings_too(case: Case) -> None:
    claim = of(case, "barrels")[0]
    for document in case.documents:
        case.state(document.id, {"caveat": "public"})
    case.run(rendering=False)
    case.decide(claim.id, "edit", "turned round", edits={"supplier": "KP", "recipient": "RU"})
    (now,) = [one for one in case.dossier("public").claims if one.id == claim.id]
    assert [party.canonical for party in now.supplier] == ["KP"]
