"""The metric: what counts as found, right and critical; the same figures as the published definition of it."""

import copy
import json
import random
from collections.abc import Callable
from types import ModuleType
from typing import Any

import msgspec
import pytest

from embargo.claims.figures import figures, flat
from embargo.claims.likeness import of_quantities, of_roles, of_times, party
from embargo.claims.plain import PlainMention, PlainQuantity, claims_of, unverified
from embargo.claims.resampling import intervals
from embargo.claims.score import Tally, tally
from embargo.errors import InputError
from tests.claims.reading import schema
from tests.shared import published_metric, shared

Claims = list[dict[str, Any]]

TEXT = (
    "North Korea shipped at least 40 howitzers to Russia in March 2025, the South Korean defence ministry said.\n\n"
    "Russia delivered 3,000 tonnes of diesel to North Korea in April 2025.\n"
)


def gold() -> Claims:
    found: Claims = schema(TEXT)["claims"]
    assert len(found) == 2
    return found


def tallied(answers: Claims, given: Claims, text: str = TEXT) -> Tally:
    return tally("d", claims_of(answers, "gold"), claims_of(given, "read"), text)


def test_a_reading_that_is_the_gold_is_right_in_everything() -> None:
    found = figures([tallied(gold(), gold())])
    assert (found.detect.f1, found.soft.f1, found.strict.f1) == (1.0, 1.0, 1.0)
    assert (found.critical, found.irrelevant, found.unverified) == (0, 0, 0)


def test_no_reading_at_all_has_no_precision_and_no_recall() -> None:
    found = figures([tallied(gold(), [])])
    assert (found.detect.precision, found.detect.recall, found.detect.f1) == (0.0, 0.0, 0.0)
    assert found.gold == 2


def test_giver_and_taker_changed_round_is_critical() -> None:
    given = gold()
    given[0]["supplier"], given[0]["recipient"] = given[0]["recipient"], given[0]["supplier"]
    (error,) = tallied(gold(), given).critical
    assert error.why == "giver and taker changed round"
    assert error.gold == error.read


def test_a_number_that_is_not_there_is_critical_and_a_missing_one_is_not() -> None:
    given = gold()
    given[0]["items"][0]["quantity"] |= {"low": 400, "high": None}
    assert len(tallied(gold(), given).critical) == 1
    given[0]["items"][0]["quantity"] = None
    assert tallied(gold(), given).critical == ()


def test_the_other_polarity_is_critical() -> None:
    given = gold()
    given[0]["polarity"] = "negative"
    assert len(tallied(gold(), given).critical) == 1


def test_what_is_read_in_an_irrelevant_text_is_counted_and_critical() -> None:
    found = figures([tallied([], gold())])
    assert (found.irrelevant, found.critical) == (2, 2)


def test_an_optional_gold_claim_counts_neither_way() -> None:
    answers = gold()
    answers[1]["required"] = False
    assert figures([tallied(answers, gold())]).read == 1
    assert figures([tallied(answers, gold()[:1])]).detect.recall == 1.0


def test_a_span_that_is_not_in_the_text_makes_the_claim_unverified_and_critical() -> None:
    given = gold()
    given[0]["supplier"][0]["text"] = "South Korea"
    found = figures([tallied(gold(), given)])
    assert (found.unverified, found.critical, found.read) == (1, 1, 2)


def test_an_implied_filler_may_be_given_or_left_out() -> None:
    implied = [PlainMention(canonical="KP"), PlainMention(canonical="RU", implicit=True)]
    assert of_roles(implied, [PlainMention(canonical="KP:troops")]) == 1.0
    assert of_roles(implied, [PlainMention(canonical="KP"), PlainMention(canonical="RU")]) == 1.0
    assert of_roles(implied[1:], []) is None
    assert of_roles(implied, [PlainMention(canonical="CN")]) == 0.0


def test_over_for_at_least_is_half_right_in_its_bound() -> None:
    one = PlainQuantity(low=100, bound="at_least", unit="count")
    assert of_quantities([one], [one]) == 1.0
    assert of_quantities([one], [PlainQuantity(low=100, bound="more_than", unit="count")]) == 0.875
    assert of_quantities([one], [PlainQuantity(low=110, bound="at_least", unit="count")]) == 0.0


def test_a_number_carried_over_may_be_left_out() -> None:
    assert of_quantities([PlainQuantity(low=5, high=5, outside_quote=True)], []) is None


def test_times_share_days() -> None:
    one, other = (
        claims_of([{**gold()[0], "time": {"from": first, "to": last}}], "x")[0].time
        for first, last in (("2025-03-01", "2025-03-10"), ("2025-03-06", "2025-03-15"))
    )
    assert of_times(one, other) == 5 / 15
    assert of_times(one, None) == 0.0
    assert of_times(None, one) is None


@pytest.mark.parametrize(
    ("canonical", "meant"),
    [("KP", "KP"), ("KP:troops", "KP"), ("MSMT", "MSMT"), ("UN:Security Council", "UN"), (None, "")],
)
def test_parties_are_compared_on_the_state(canonical: str | None, meant: str) -> None:
    assert party(canonical) == meant


def test_a_quote_over_two_paragraphs_is_refused() -> None:
    (claim,) = claims_of([{"event": "casualty", "quote": {"text": "a\n\nb", "start": 0, "end": 4}}], "x")
    assert unverified(claim, "a\n\nb") == ["the quote runs over the end of a paragraph"]


def test_claims_of_another_form_are_refused_with_their_file() -> None:
    with pytest.raises(InputError, match=r"pred\.json"):
        claims_of({"claims": [{"event": 3}]}, "pred.json")


def test_intervals_hold_the_figure_and_are_the_same_every_time() -> None:
    half = gold()[:1]
    tallies = [
        msgspec.structs.replace(tallied(gold(), given), document=f"d{n}")
        for n, given in enumerate([gold(), half, [], half])
    ]
    found = intervals(tallies)
    assert found == intervals(list(reversed(tallies)))
    for name, value in flat(figures(tallies)).items():
        low, high = found[name]
        assert low <= value <= high, name
    assert found["detect_recall"] != (0.5, 0.5)
    assert intervals([]) == {}


def test_a_corpus_said_twice_has_the_same_figures_and_its_order_is_nothing() -> None:
    tallies = [tallied(gold(), given) for given in (gold(), gold()[:1], [])]
    once = flat(figures(tallies))
    assert flat(figures(tallies[::-1])) == pytest.approx(once)
    assert flat(figures(tallies * 2)) == pytest.approx(once)


# --- The same figures as the published definition -------------------------------------------------------------------


@pytest.fixture(scope="module")
def published() -> ModuleType:
    return published_metric()


@pytest.fixture(scope="module")
def seed() -> tuple[dict[str, Any], str]:
    text = shared("seed", "article.txt").read_text(encoding="utf-8")
    return json.loads(shared("claims", "seed_gold.json").read_text(encoding="utf-8")), text


def as_it_is(claims: Claims, _: random.Random) -> Claims:
    return claims


def nothing(_: Claims, __: random.Random) -> Claims:
    return []


def some_missing(claims: Claims, chance: random.Random) -> Claims:
    return [claim for claim in claims if chance.random() < 0.6]


def turned_round(claims: Claims, chance: random.Random) -> Claims:
    for claim in claims:
        if chance.random() < 0.5:
            claim["supplier"], claim["recipient"] = claim["recipient"], claim["supplier"]
    return claims


def other_numbers(claims: Claims, chance: random.Random) -> Claims:
    for claim in claims:
        for item in claim["items"]:
            if item["quantity"]:
                item["quantity"]["bound"] = chance.choice(["exact", "at_least", "more_than", "less_than"])
                if item["quantity"]["low"] is not None:
                    item["quantity"]["low"] *= chance.choice([1, 1.004, 1.5])
    return claims


def other_events(claims: Claims, chance: random.Random) -> Claims:
    events = [claim["event"] for claim in claims]
    for claim in claims:
        claim["event"] = chance.choice([claim["event"], chance.choice(events), "ship.cargo"])
    return claims


def other_words(claims: Claims, chance: random.Random) -> Claims:
    for claim in claims:
        claim["modality"] = chance.choice([claim["modality"], "alleged"])
        claim["polarity"] = chance.choice(["positive", "positive", "negative"])
        claim["attribution"] = claim["attribution"][chance.choice([0, 1]) :]
    return claims


def other_classes(claims: Claims, chance: random.Random) -> Claims:
    for claim in claims:
        for item in claim["items"]:
            item["class"] = chance.choice([item["class"], "missile", "munition.shell", "petroleum HS 2710"])
        chance.shuffle(claim["items"])
    return claims


def other_days(claims: Claims, chance: random.Random) -> Claims:
    for claim in claims:
        claim["time"] = chance.choice(
            [
                claim["time"],
                None,
                {"text": None, "from": "2024-10-01", "to": "2025-01-31"},
                {"from": None, "to": "2025-01-01", "relation": "by"},
            ]
        )
    return claims


def other_names(claims: Claims, chance: random.Random) -> Claims:
    for claim in claims:
        for slot in ("supplier", "recipient", "actor", "places", "attribution"):
            for mention in claim[slot]:
                if chance.random() < 0.4:
                    mention["canonical"] = chance.choice(["entity:The Works Ltd", "KP:troops", "RU", "MSMT"])
    return claims


def doubled(claims: Claims, chance: random.Random) -> Claims:
    twice = claims + copy.deepcopy(claims)
    chance.shuffle(twice)
    return twice


def shorter_quotes(claims: Claims, chance: random.Random) -> Claims:
    for claim in claims:
        quote = claim["quote"]
        cut = chance.randrange(0, max(1, len(quote["text"]) - 5))
        claim["quote"] = {"text": quote["text"][cut:], "start": quote["start"] + cut, "end": quote["end"]}
    return claims


def false_spans(claims: Claims, chance: random.Random) -> Claims:
    for claim in claims:
        if chance.random() < 0.3:
            claim["quote"]["start"] += 1
    return claims


def bare(claims: Claims, _: random.Random) -> Claims:
    return [{"event": claim["event"], "quote": claim["quote"]} for claim in claims]


CHANGES: list[Callable[[Claims, random.Random], Claims]] = [
    as_it_is, nothing, some_missing, turned_round, other_numbers, other_events, other_words, other_classes, other_days,
    other_names, doubled, shorter_quotes, false_spans, bare,
]  # fmt: skip


@pytest.mark.parametrize("change", [*CHANGES, "all"], ids=lambda change: getattr(change, "__name__", change))
@pytest.mark.parametrize("number", range(3))
def test_the_published_definition_gives_the_same_figures(
    change: Callable[[Claims, random.Random], Claims] | str,
    number: int,
    published: ModuleType,
    seed: tuple[dict[str, Any], str],
) -> None:
    whole, text = seed
    chance = random.Random(number)
    given: Claims = copy.deepcopy(whole["claims"])
    for one in CHANGES[2:-1] if change == "all" else [change]:
        assert callable(one)
        given = one(given, chance)
    theirs = published.score_doc(whole, given, text)
    ours = tally("seed", claims_of(whole, "gold"), claims_of(given, "read"), text)
    assert (ours.gold, ours.read, ours.matched) == (theirs["gold"], theirs["pred"], theirs["matched"])
    assert (ours.strict, len(ours.critical), len(ours.unverified)) == (
        theirs["strict"],
        theirs["crit"],
        theirs["bad"],
    )
    assert ours.soft == pytest.approx(theirs["soft"])
    asked = {slot: list(grade) for slot, grade in ours.slots.items() if grade[1]}
    assert asked.keys() == theirs["slot"].keys()
    for slot, (total, n) in theirs["slot"].items():
        assert ours.slots[slot][0] == pytest.approx(total)
        assert ours.slots[slot][1] == n
    rates, _, _ = published.prf([theirs])
    found = figures([ours])
    for what, rate in (("detect", found.detect), ("soft", found.soft), ("strict", found.strict)):
        assert (rate.precision, rate.recall, rate.f1) == pytest.approx(rates[what], abs=0.0006)
