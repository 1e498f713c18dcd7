"""The traps that the scheme names, one sentence each."""

import pytest

from tests.claims.reading import amounts, claims, days, events, only, read, sides, speakers, standings


def test_last_year_counts_from_the_day_of_publication() -> None:
    text = "Last year Iran delivered 40 drones to Russia."
    assert days(only(text, "2025-01-03")) == ("2024-01-01", "2024-12-31")
    assert days(only(text, "2024-01-03")) == ("2023-01-01", "2023-12-31")


def test_last_year_stays_open_where_no_day_of_publication_is_known() -> None:
    assert days(only("Last year Iran delivered 40 drones to Russia.", day=None)) == (None, None)


def test_a_cue_reaches_its_own_sentence_and_no_further() -> None:
    first, second = claims(
        "According to the Panel of Experts, Iran delivered 40 drones to Russia. Syria bought 12 tanks from Iran."
    )
    assert speakers(first) == ["UN:Panel of Experts"]
    assert speakers(second) == []


def test_reported_earlier_by_names_no_second_source() -> None:
    claim = only(
        "Iran trained Russian soldiers, according to the institute RUSI, whose findings were reported earlier by Reuters."
    )
    assert speakers(claim) == ["entity:RUSI"]
    assert [m.canonical for m in claim.also_reported_by] == ["publisher:Reuters"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Poland has pledged 14 tanks to Ukraine.", "pledged"),
        ("Poland promised to provide Ukraine with 14 tanks.", "pledged"),
        ("Ukraine asked Poland to supply 14 tanks.", "requested"),
        ("Kyiv called on Warsaw to send 14 tanks.", "requested"),
        ("Poland is considering sending 14 tanks to Ukraine.", "considered"),
        ("Poland plans to deliver 14 tanks to Ukraine.", "planned"),
        ("Poland will deliver 14 tanks to Ukraine.", "planned"),
        ("Poland decided to send Ukraine 14 tanks.", "planned"),
        ("14 tanks were to be sent to Ukraine.", "planned"),
        ("Poland may send Ukraine 14 tanks.", "conditional"),
        ("Poland could supply 14 tanks to Ukraine.", "conditional"),
        ("If Poland had sent Ukraine 14 tanks, the line would have held.", "conditional"),
        ("Russia would never have received 14 tanks.", "conditional"),
        ("Did Poland send 14 tanks to Ukraine?", "question"),
        ("Poland reportedly sent 14 tanks to Ukraine.", "alleged"),
        ("Kyiv accused Minsk of sending 14 tanks to Russia.", "alleged"),
        ("Japan suspects that Syria sent 14 tanks to Russia.", "alleged"),
    ],
)
def test_what_has_not_changed_hands_is_not_asserted(text: str, modality: str) -> None:
    found = claims(text)
    assert found, text
    assert {claim.modality for claim in found} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2397 limits the supply of refined petroleum products to the DPRK to 500,000 barrels a year.",
        "Transfers of all arms to the DPRK are prohibited by paragraph 8 of resolution 1718 (2006).",
        "Under resolution 2371, exports of seafood from the DPRK are banned.",
        "Decides that all Member States shall prohibit the supply of crude oil to the DPRK;",
        "Member States may seize any vessel in their ports that carried coal from the DPRK.",
        "The DPRK may import up to 500,000 barrels of oil.",
        "The ban on exports of coal to China was renewed.",
    ],
)
def test_a_cap_or_a_prohibition_is_law_and_no_event(text: str) -> None:
    assert set(events(text)) <= {"law.cap", "law.cite"}
    assert standings(text) == ["law"]


def test_a_deed_beside_a_ban_is_still_a_deed() -> None:
    claim = only("China imported 350 tonnes of squid from the DPRK despite the ban.")
    assert sides(claim) == (["KP"], ["CN"])


def test_received_from_reverses_the_roles() -> None:
    assert sides(only("Russia received 200 drones from Iran.")) == (["IR"], ["RU"])
    assert sides(only("Russia received from Iran 200 drones.")) == (["IR"], ["RU"])
    assert sides(only("In return Syria bought oil from Iran.")) == (["IR"], ["SY"])


def test_the_other_way_reverses_the_roles() -> None:
    first, second = claims("Iran shipped drones to Russia. The other way went air defence systems and tanks.")
    assert sides(first) == (["IR"], ["RU"])
    assert sides(second) == (["RU"], ["IR"])


def test_a_rate_is_no_total() -> None:
    claim = only("Tankers delivered 2,000 tonnes of diesel per visit to Syria.")
    assert amounts(claim) == [("petroleum.refined.diesel", "exact", "2000", "2000", "tonne per visit")]


def test_a_calibre_is_no_number_of_shells() -> None:
    assert amounts(only("Iran sent 152mm shells to Russia.")) == []
    assert amounts(only("Iran sent 3,000 152mm shells to Russia."))[0][2] == "3000"
    assert amounts(only("Iran sent 122 mm rockets to Russia.")) == []


def test_an_agentless_passive_leaves_the_agent_open() -> None:
    claim = only("Near Sumy, 40 drones were delivered to Russia.")
    assert sides(claim) == ([], ["RU"])


def test_the_nearest_noun_is_not_the_agent_of_a_passive() -> None:
    claim = only("The missiles that Moscow wanted were launched at Kharkiv.")
    assert claim.actor == ()


def test_page_furniture_is_no_sentence() -> None:
    text = "Iran sent drones to Russia.\nAlso Read\nSyria sent tanks to Russia."
    assert standings(text) == ["read", "furniture", "read"]


def test_a_list_does_not_multiply_claims() -> None:
    claim = only("Iran sent Russia 40 drones, 12 tanks and 3,000 shells.")
    assert [(cls, low) for cls, _, low, _, _ in amounts(claim)] == [
        ("uav", "40"),
        ("equipment.military", "12"),
        ("munition.shell", "3000"),
    ]


def test_a_change_of_event_makes_a_new_claim() -> None:
    assert events("Iran transferred 40 missiles to Russia, which were launched at Kharkiv.") == [
        "transfer.materiel",
        "use.weapon",
    ]
    assert events(
        "Iran deployed 300 soldiers to Syria, where they began fighting alongside Syrian forces."
    ) == [
        "deploy.personnel",
        "combat.participate",
    ]


def test_a_denial_of_an_assertion_is_two_stances_on_one_proposition() -> None:
    found = claims("Tehran rejected Washington's claim that Iran had sent missiles to Russia.")
    assert [(c.modality, c.polarity, speakers(c)) for c in found] == [
        ("denied", "negative", ["IR"]),
        ("asserted", "positive", ["US"]),
    ]
    assert len({c.quote.text for c in found}) == 1
    assert len({c.id for c in found}) == 2


def test_a_denial_carries_no_quantity() -> None:
    claim = only("Tehran denied that it had sent 400 missiles to Russia.")
    assert (claim.modality, claim.polarity, amounts(claim)) == ("denied", "negative", [])


def test_who_says_of_its_own_deed_that_it_never_was_denies_it() -> None:
    claim = only("Iran has never sent a missile to Russia, the Iranian foreign ministry said.")
    assert (claim.modality, claim.polarity) == ("denied", "negative")


def test_a_claim_called_baseless_is_denied() -> None:
    claim = only("Any claim that Iran has sold missiles to Russia is baseless, Tehran said.")
    assert (claim.modality, claim.polarity) == ("denied", "negative")


def test_absence_of_evidence_is_asserted_and_negative() -> None:
    claim = only("State C has not been able to confirm that any reactor module was handed over.")
    assert (claim.modality, claim.polarity) == ("asserted", "negative")


def test_a_retraction_keeps_the_withdrawn_figure() -> None:
    first, second = claims(
        "An article said that Iran had sent 28,000 containers to Russia. The figure of 28,000 has been withdrawn."
    )
    assert (first.modality, second.modality) == ("asserted", "retracted")
    assert amounts(first) == amounts(second)
    assert second.items[0].outside_quote


def test_nearly_is_below_and_as_many_as_is_up_to() -> None:
    assert amounts(only("Iran sent nearly 400 missiles to Russia."))[0][1:4] == ("less_than", "None", "400")
    assert amounts(only("Iran sent as many as 400 missiles to Russia."))[0][1:4] == ("at_most", "None", "400")


def test_an_article_is_no_quantity() -> None:
    assert amounts(only("Iran sent a tank to Russia.")) == []


def test_two_currencies_are_one_amount() -> None:
    item = only("Norway has agreed to provide Ukraine with €2 billion ($2.3 billion) in military aid.").items[
        0
    ]
    assert item.quantity is not None
    assert (item.quantity.unit, str(item.quantity.low)) == ("EUR", "2000000000")
    assert [(q.unit, str(q.low)) for q in item.quantity.also] == [("USD", "2300000000")]


def test_a_price_is_no_transfer_of_money() -> None:
    assert events("The striker was sold to a club in Italy for €75 million.") == []


def test_what_one_owns_up_to_is_acknowledged() -> None:
    claim = only("Iran acknowledged in April that it had sent 12 missiles to Russia.")
    assert claim.modality == "acknowledged"
    assert speakers(claim) == ["IR"]
    assert claim.said_time is not None


def test_confirming_what_others_did_is_asserting_it() -> None:
    assert only("Kyiv confirmed that Iran had sent 12 missiles to Russia.").modality == "asserted"


def test_a_part_is_counted_and_not_its_whole() -> None:
    claim = only("About 600 of the 15,000 North Korean soldiers have been killed.")
    assert amounts(claim) == [("personnel.military.killed", "about", "600", "600", "count")]


def test_a_participle_on_the_whole_counts_the_whole() -> None:
    found = {
        c.event: amounts(c)[0][2]
        for c in claims("Some 600 of the 15,000 soldiers sent to Russia by Iran have died.")
    }
    assert found == {"deploy.personnel": "15000", "casualty": "600"}


def test_a_share_of_all_that_others_fired_is_no_number_of_what_was_fired() -> None:
    found = {
        c.event: amounts(c) for c in claims("Iran has supplied 40 per cent of all shells fired by Russia.")
    }
    assert found["transfer.materiel"][0][4] == "percent"
    assert found["use.weapon"] == []


def test_what_is_not_understood_is_said_to_be_so() -> None:
    reading = read("Ukrainian defenders shot down two Shahed drones over Poltava.")
    assert [s.standing for s in reading.sentences] == ["not understood"]
    assert reading.sentences[0].reason


def test_should_at_the_head_of_a_sentence_is_a_condition() -> None:
    claim = only("Should Iranian soldiers engage in combat in Syria, they would be targets.")
    assert claim.modality == "conditional"


def test_of_whom_counts_a_part() -> None:
    found = claims("North Korea has lost 3,000 soldiers, of whom 300 were killed.")
    assert [amounts(c)[0][2] for c in found] == ["3000", "300"]


def test_our_soldiers_are_the_speakers() -> None:
    _, second = claims(
        "Ukraine captured 2 North Korean soldiers. “Our soldiers captured 3 men,” Ukraine's president said."
    )
    assert sides(second)[0] == ["UA:forces"]


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("Nothing suggests that China has sent weapons to Russia.", "asserted", "negative"),
        ("There is no evidence that Iran delivered missiles to Russia.", "asserted", "negative"),
        ("Berlin refused to send missiles to Ukraine.", "asserted", "negative"),
        ("Russia stopped supplying Armenia with weapons.", "asserted", "negative"),
        ("Moscow wants to buy drones from Iran.", "planned", "positive"),
        ("Had Iran delivered the missiles to Russia, Europe would have reacted.", "conditional", "positive"),
        ("Iran's threat to send missiles to Russia alarmed Europe.", "conditional", "positive"),
        ("The deal would allow Iran to sell oil to China.", "planned", "positive"),
    ],
)
def test_what_did_not_happen_is_not_done(text: str, modality: str, polarity: str) -> None:
    claim = only(text)
    assert (claim.modality, claim.polarity) == (modality, polarity)


def test_handed_over_40_hands_over_forty() -> None:
    assert amounts(only("Minsk handed over 40 tanks to Russia."))[0][1:4] == ("exact", "40", "40")


def test_bare_soldiers_are_nobodys() -> None:
    _, second = claims("North Korea sent 300 soldiers to Russia. Reinforcements were moved to Sumy.")
    assert second.actor == ()


def test_the_year_of_a_resolution_dates_no_deed() -> None:
    claim = only(
        "In breach of paragraph 5 of resolution 2397 (2017), Iran delivered more than 900 barrels of diesel to Syria "
        "between March and October 2024."
    )
    assert days(claim) == ("2024-03-01", "2024-10-31")


def test_a_line_that_only_names_its_matter_asserts_nothing() -> None:
    assert not claims("Subject: Training of Iranian personnel")


def test_a_headline_with_an_amount_still_says_a_deed() -> None:
    assert only("Delivery of 40 drones by Iran to Russia").event == "transfer.materiel"
