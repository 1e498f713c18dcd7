"""Forms of real prose, one sentence each: capitals, shares, idioms, light verbs, affiliations, clauses set off by commas."""

from tests.claims.reading import amounts, claims, events, only, sides, speakers


def test_a_wire_in_capitals_is_read_and_quoted_as_it_stands() -> None:
    claim = only(
        "IRAN HAS SENT RUSSIA AT LEAST 48 BALLISTIC MISSILES SINCE LATE 2023, UKRAINIAN OFFICIALS SAY"
    )
    assert claim.quote.text == "IRAN HAS SENT RUSSIA AT LEAST 48 BALLISTIC MISSILES SINCE LATE 2023"
    assert sides(claim) == (["IR"], ["RU"])
    assert claim.items[0].text == "BALLISTIC MISSILES"


def test_a_passive_whose_subject_is_a_measure_of_a_thing() -> None:
    claim = only("A further 300 tonnes of diesel were shipped to Syria in January 2025.")
    assert sides(claim) == ([], ["SY"])
    assert claim.additional


def test_debris_of_a_thing_is_where_the_thing_is() -> None:
    assert (
        only("Debris of an Iranian Shahed drone was found in Odesa on 2 January 2024.").event
        == "presence.materiel"
    )


def test_who_carries_out_a_strike_acts() -> None:
    claim = only("Last night Damascus carried out two drone strikes.")
    assert (claim.event, [m.canonical for m in claim.actor]) == ("use.weapon", ["SY"])


def test_hackers_linked_to_a_state_are_its_hackers() -> None:
    claim = only("Hackers linked to Iran stole about $3 million from an exchange in May 2024.")
    assert (claim.event, [m.canonical for m in claim.actor]) == ("theft.cyber", ["IR:hackers"])


def test_a_relative_clause_set_off_by_commas_lends_its_subject_to_no_later_verb() -> None:
    found = claims(
        "The Sea Rose (IMO 9074729), which Norway had sanctioned in 2022, delivered 300 shells to Syria."
    )
    assert all("NO" not in [m.canonical for m in claim.supplier] for claim in found)


def test_we_in_a_quotation_is_its_speaker_who_denies() -> None:
    claim = only("“We have never sold weapons to Russia,” Iran's defence ministry said.")
    assert claim.modality == "denied"
    assert speakers(claim) == ["IR:Ministry of Defence"]


def test_a_spokesman_for_a_ministry_denies_as_the_ministry() -> None:
    claim = only(
        "A spokesman for the Ministry of Defence of Iran rejected the claim that drones had been sent to Russia."
    )
    assert (claim.modality, speakers(claim)) == ("denied", ["IR:Ministry of Defence"])


def test_a_think_tank_is_no_tank_and_a_shell_company_no_shell() -> None:
    assert not claims("A German think tank and two shell companies moved to Cyprus in 2024.")


def test_a_range_between_two_numbers_is_one_amount() -> None:
    claim = only("Between 10,000 and 12,000 Iranian troops have been dispatched to Syria.")
    assert amounts(claim) == [("personnel.military", "range", "10000", "12000", "count")]


def test_the_signal_is_no_ship() -> None:
    assert "vessel:AIS" not in str(claims("The vessel's AIS went dark at 0655Z on 3 May."))


def test_assets_unfrozen() -> None:
    assert events("Turkey unfroze $9 million of Iranian assets in 2023.") == ["finance.unfreeze"]
