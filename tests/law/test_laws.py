"""What must hold for every fact: only what the Council decides can be breached, and never before its day."""

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from embargo.law import as_answer, assess
from embargo.vocabulary import ITEM_WORDS, Fact
from embargo.vocabulary.pack import CONDUCTS, EXEMPTION_KINDS
from tests.law.quiz import PACK, fact

STATES = st.lists(st.sampled_from(["KP", "RU", "CN", "IR", "DE", "UA"]), max_size=2, unique=True)
DAYS = st.none() | st.dates(dt.date(2004, 1, 1), dt.date(2026, 12, 31))
CIRCUMSTANCES = ["reasonable-grounds", "designated-party", "vessel-owned-by-target", "workforce-increase", "no-dprk-link", "inspected-clean", "to-be-returned", "partner-of-target"]  # fmt: skip
PROVISIONS = {provision.path: provision for provision in PACK.provisions}


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """Any fact the form allows, sense or nonsense."""
    days = sorted(day for day in (draw(DAYS), draw(DAYS)) if day is not None)
    kinds = draw(st.lists(st.sampled_from(EXEMPTION_KINDS), max_size=2, unique=True))
    body = {
        "id": "any",
        "conduct": draw(st.sampled_from(CONDUCTS)),
        "giver": draw(STATES),
        "taker": draw(STATES),
        "actor": draw(STATES),
        "item": draw(st.none() | st.sampled_from(sorted(ITEM_WORDS)).map(lambda cls: {"class": cls})),
        "date": {"from": days[0] if days else None, "to": days[-1] if days else None},
        "flags": draw(st.sampled_from([{}, {"vessel": "KP"}, {"vessel": "TG"}, {"aircraft": "RU"}])),
        "nationality": draw(st.sampled_from([None, "KP", "RU"])),
        "status": draw(st.sampled_from(["done", "attempted", "planned", "pledged", "denied"])),
        "exemptions": [
            {"kind": kind, "state": draw(st.sampled_from(["yes", "no", "unknown"]))} for kind in kinds
        ],
        "circumstances": draw(st.lists(st.sampled_from(CIRCUMSTANCES), max_size=3, unique=True)),
    }
    return msgspec.convert(body, Fact)


@given(facts())
def test_only_what_binds_is_ever_prohibited(asked: Fact) -> None:
    for one in assess(asked, PACK).assessments:
        if one.result.startswith(("prohibited", "capped")):
            assert PROVISIONS[one.provision].power == "binds"


@given(facts())
def test_nothing_is_prohibited_before_its_day_or_after_its_end(asked: Fact) -> None:
    for one in assess(asked, PACK).assessments:
        provision = PROVISIONS[one.provision]
        if one.result in ("prohibited", "prohibited-unless", "capped-exceeded"):
            assert provision.since is None or (asked.date.first or dt.date.min) >= provision.since
            assert provision.last is None or (asked.date.last or dt.date.max) <= provision.last


@given(facts())
def test_what_was_not_done_is_never_prohibited(asked: Fact) -> None:
    if asked.status != "done":
        assert not [
            a for a in assess(asked, PACK).assessments if a.result.startswith(("prohibited", "capped"))
        ]


@given(facts())
def test_prohibited_means_that_every_element_but_the_way_out_is_met(asked: Fact) -> None:
    for one in assess(asked, PACK).assessments:
        if one.result == "prohibited":
            assert {e.state for e in one.elements if e.name not in ("exemption", "cap", "conditions")} == {
                "met"
            }


@given(facts())
def test_every_answer_has_its_reasons_and_the_same_bytes_twice(asked: Fact) -> None:
    outcome = assess(asked, PACK)
    assert outcome.outside == (not outcome.assessments)
    assert outcome.outside == bool(outcome.why)
    assert all(one.words and one.elements for one in outcome.assessments)
    assert msgspec.json.encode(outcome) == msgspec.json.encode(assess(asked, PACK))
    assert as_answer(outcome)["id"] == "any"


def test_no_input_makes_an_indicator_a_breach() -> None:
    asked = fact(
        "switch-off-ais", actor="KP RU", flags={"vessel": "TG"}, circumstances=["reasonable-grounds"]
    )
    assert {one.result for one in assess(asked, PACK).assessments} == {"indicator-only"}
