"""Lists take over their lead-in; a row of a table is one claim."""

from tests.claims.reading import amounts, claims, days, read, sides, speakers

LIST = """Between January and June 2024, Iran provided Russia with the following:
• at least 40 drones;
• over 300 tonnes of refined petroleum products.
Syria said nothing."""

TABLE = """Deliveries of diesel from Vostochny to the DPRK in 2024
Date | Tanker | Port of discharge | Tonnes
7 March | Paek Yang San 1 | Chongjin | 1,900
21 March | Chon Ma San | Nampo | about 2,400
Total | | | 4,300"""


def test_items_take_parties_and_time_from_their_lead_in() -> None:
    first, second = claims(LIST)
    assert {c.event for c in (first, second)} == {"transfer.materiel", "transfer.commodity"}
    assert sides(first) == sides(second) == (["IR"], ["RU"])
    assert days(first) == days(second) == ("2024-01-01", "2024-06-30")
    assert all(m.outside_quote for m in first.supplier)
    assert first.time is not None
    assert first.time.outside_quote


def test_items_take_their_source_from_the_lead_in_and_what_follows_does_not() -> None:
    text = "Japan reported that Iran had sent to Russia:\n(a) 40 drones;\n(b) 12 tanks.\nSyria bought 3 tanks from Iran."
    first, second, third = claims(text)
    assert speakers(first) == speakers(second) == ["JP"]
    assert speakers(third) == []


def test_items_that_open_with_a_verb_take_its_subject() -> None:
    found = claims(
        "The institute RUSI found that Iran:\n• delivered 40 drones to Russia;\n• trained Russian soldiers."
    )
    assert [c.event for c in found] == ["transfer.materiel", "train.personnel"]
    assert all(sides(c)[0] == ["IR"] for c in found)


def test_a_row_is_one_claim_with_its_title_parties() -> None:
    found = claims(TABLE)
    assert [sides(c) for c in found] == [(["RU"], ["KP"])] * 3
    assert [amounts(c)[0][1:] for c in found] == [
        ("exact", "1900", "1900", "tonne"),
        ("about", "2400", "2400", "tonne"),
        ("exact", "4300", "4300", "tonne"),
    ]
    assert [m.canonical for c in found[:2] for m in c.vessels] == [
        "vessel:PAEK YANG SAN 1",
        "vessel:CHON MA SAN",
    ]


def test_a_day_in_a_table_of_a_year_is_of_that_year() -> None:
    assert days(claims(TABLE, day="2025-02-20")[0]) == ("2024-03-07", "2024-03-07")


def test_a_total_is_a_claim_of_its_own_and_marked() -> None:
    total = claims(TABLE)[-1]
    assert total.cumulative
    assert total.note is not None


def test_a_row_is_quoted_whole() -> None:
    assert claims(TABLE)[0].quote.text == "7 March | Paek Yang San 1 | Chongjin | 1,900"


def test_rows_of_a_table_whose_columns_say_nothing_are_not_understood() -> None:
    reading = read("Team | Won | Lost\nReds | 3 | 1\nBlues | 1 | 3")
    assert reading.claims == ()
    assert all(s.reason for s in reading.sentences)


def test_a_list_ends_where_the_mark_of_its_items_changes() -> None:
    text = "7. Iran provided Russia with:\n(a) 40 drones;\n(b) 12 tanks.\n8. Missiles are another matter."
    assert len(claims(text)) == 2
