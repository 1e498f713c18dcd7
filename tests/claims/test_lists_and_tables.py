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


AT_SEA = """Fuel taken on at sea off Wonsan, June 2024, in each case gasoil for tankers of the DPRK.
Date | Receiving vessel | Delivering vessel | Tonnes
4 June | RED FICTION (IMO 9990017) | GREY FICTION (IMO 9990029) | 1,250
9 June | RED FICTION (IMO 9990017) | not identified | about 900
Total | | | 2,150"""


def test_the_two_ships_of_a_transfer_at_sea_give_and_take() -> None:
    first, second, total = claims(AT_SEA)[-3:]
    assert {claim.event for claim in (first, second, total)} == {"vessel.sts"}
    assert sides(first) == (["vessel:GREY FICTION IMO 9990029"], ["vessel:RED FICTION IMO 9990017"])
    assert days(first) == ("2024-06-04", "2024-06-04")
    assert sides(second) == ([], ["vessel:RED FICTION IMO 9990017"])
    assert amounts(second) == [("petroleum.refined.diesel", "about", "900", "900", "tonne")]
    assert total.cumulative


THOUSANDS = """The General Administration of Customs released its figures on 20 July. Values are in thousands of US dollars.

Chinese exports to North Korea, May 2024
HS | Goods | Value
8452.29 | Sewing machines | 1,310
5407.61 | Polyester fabric | 640
 | Subtotal | 1,950"""


def test_sums_take_the_scale_and_the_source_from_above_the_table() -> None:
    machines, fabric, total = claims(THOUSANDS)[-3:]
    assert amounts(machines) == [("machinery HS 8452.29", "exact", "1310000", "1310000", "USD")]
    assert amounts(fabric) == [("textile HS 5407.61", "exact", "640000", "640000", "USD")]
    assert amounts(total) == [("shipment", "exact", "1950000", "1950000", "USD")]
    for claim in (machines, fabric, total):
        assert claim.event == "customs.declare"
        assert sides(claim) == (["CN"], ["KP"])
        assert speakers(claim)[0] == "CN:General Administration of Customs"


def test_two_columns_under_a_colon_need_no_head() -> None:
    text = """What North Korea bought from China in August 2024 (tonnes):
Ferrosilicon (HS 7202.21) | 340
Zinc ore (HS 2608.00) | 55"""
    assert [amounts(claim)[0] for claim in claims(text)] == [
        ("metal HS 7202.21", "exact", "340", "340", "tonne"),
        ("ore HS 2608.00", "exact", "55", "55", "tonne"),
    ]


ADDED = """Additions to the Consolidated List with effect from 24 May 2024

1. OH Jun Fictive (a.k.a. O Chun), born 3 February 1971, DPRK national.

2. FICTIN, Pavel. Formerly: LANG, Pavel. Nationality: Russian. In March 2024 he shipped shells from Rajin to Vostochny.

3. Grey Heron Air Cargo LLC, Irkutsk, Russian Federation.

– Amur Fiction OOO, Khabarovsk, whose lorries hauled lathes into the DPRK"""


def test_a_heading_opens_a_list_whose_entries_are_its_publishers() -> None:
    listed = [
        claim
        for claim in claims(ADDED, publisher="state:NO")
        if claim.event == "sanction.impose" and claim.recipient
    ]
    assert [m.canonical for claim in listed for m in claim.recipient] == [
        "KP:Oh Jun Fictive",
        "RU:Fictin Pavel",
        "RU:Grey Heron Air Cargo LLC",
        "RU:Amur Fiction OOO",
    ]
    for claim in listed:
        assert sides(claim)[0] == ["NO"]
        assert days(claim) == ("2024-05-24", "2024-05-24")


def test_an_entry_that_tells_a_deed_gives_both() -> None:
    found = claims(ADDED, publisher="state:NO")
    assert [claim.event for claim in found][-2:] == ["sanction.impose", "transfer.commodity"]


def test_headings_of_the_tariff_parted_by_a_colon_are_rows() -> None:
    text = """North Korea sells ore under sanctions.

What China took from North Korea in July 2024, tonnes (General Administration of Customs):
Tungsten ore (HS 2611.00): 148
Ferrosilicon (HS 7202.21): 1,905
Both lines together: 2,053"""
    found = [claim for claim in claims(text) if claim.event == "customs.declare"]
    assert [amounts(claim)[0][3] for claim in found] == ["148", "1905", "2053"]
    assert all(sides(claim)[0] == ["KP"] for claim in found)
    assert found[-1].cumulative
