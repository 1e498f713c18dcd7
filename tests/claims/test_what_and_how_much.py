"""What a deed is about and how much of it: units, bounds, amounts that no figure says, and things that are none."""

from itertools import pairwise

import pytest

from embargo.language import amounts as written
from tests.claims.reading import amounts, claims

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _amounts(text: str) -> list[tuple[str, str, str, str, str]]:
    return [told for claim in claims(CONTEXT + text)[1:] for told in amounts(claim)]


def _classes(text: str) -> list[list[str]]:
    return [[item.cls for item in claim.items] for claim in claims(CONTEXT + text)[1:]]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "unit"),
    [
        ("upwards of 900 tonnes", "900", "None", "more_than", ""),
        ("a little over 300 men", "300", "None", "more_than", ""),
        ("just short of 80 wagons", "None", "80", "less_than", ""),
        ("something like 60 crates", "60", "60", "about", ""),
        ("400 or so wagons", "400", "400", "about", ""),
        ("a fine not exceeding MYR 9,000", "None", "9000", "at_most", "MYR"),
        ("nearly half of the shells", "None", "50", "less_than", "percent"),
        ("a score of welders", "20", "20", "exact", ""),
        ("12 million Canadian dollars", "12000000", "12000000", "exact", "CAD"),
        ("5 million Swiss francs", "5000000", "5000000", "exact", "CHF"),
        ("it took 27,400t of coal", "27400", "27400", "exact", "tonne"),
        ("3kt of ore", "3000", "3000", "exact", "tonne"),
    ],
)
def test_an_amount_with_its_bound_and_unit(text: str, low: str, high: str, bound: str, unit: str) -> None:
    found = [(str(one.low), str(one.high), one.bound, one.unit) for one in written(text)]
    assert found == [(low, high, bound, unit)]


def test_half_of_a_year_is_no_share() -> None:
    assert list(written("in the second half of the year")) == []
    assert list(written("half of the year")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "North Korea sent 5,000 shells to Russia in May.",
            ("munition.shell", "exact", "5000", "5000", "count"),
        ),
        (
            "North Korea sent 5,000 rounds to Russia in May.",
            ("munition.round", "exact", "5000", "5000", "round"),
        ),
        ("North Korea shipped 40 crates to Russia in May.", ("shipment", "exact", "40", "40", "count")),
        ("North Korea shipped 40 containers to Russia.", ("container", "exact", "40", "40", "container")),
        ("Dutch customs seized 60 wicker hampers at Delfzijl.", ("shipment", "exact", "60", "60", "count")),
        ("Belgian customs seized 24 Swiss watches at Ghent.", ("luxury", "exact", "24", "24", "count")),
    ],
)
def test_what_is_counted_has_count_for_its_unit_unless_a_word_names_another(
    text: str, told: tuple[str, str, str, str, str]
) -> None:
    assert _amounts(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One sergeant was captured by Ukraine.", ("exact", "1", "1")),
        ("The firm sold both cars to North Korea.", ("exact", "2", "2")),
        ("Iran gave Russia a limited number of drones.", ("vague", "None", "None")),
        ("Iran sent Russia a pair of howitzers.", ("exact", "2", "2")),
    ],
)
def test_words_that_count(text: str, told: tuple[str, str, str]) -> None:
    assert [(bound, low, high) for _, bound, low, high, _ in _amounts(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Not one rifle was sold to North Korea.",
        "Iran sent Russia a drone.",
        "One of the ships sold oil to Russia.",
    ],
)
def test_words_that_count_nothing(text: str) -> None:
    assert _amounts(text) == []


def test_as_many_repeats_the_amount_before_it() -> None:
    told = _amounts("North Korea sent Russia about 120 howitzers and as many rocket launchers.")
    assert len(told) == 2
    assert all(one[1:4] == other[1:4] for one, other in pairwise(told))


def test_a_lot_is_as_much_as_it_weighs() -> None:
    told = _amounts("One parcel of 8,200 tonnes was shipped from Rajin to China on 3 May.")
    assert ("shipment", "exact", "8200", "8200", "tonne") in told


@pytest.mark.parametrize(
    "text",
    [
        "The firm said that it had never sold anything to Russia.",
        "North Korean soldiers stormed a trench near Sudzha on 3 May.",
    ],
)
def test_a_deed_without_a_thing(text: str) -> None:
    assert _classes(text) == [[]]


def test_who_is_trained_is_a_thing_only_where_counted() -> None:
    assert _classes("Russian instructors trained 40 North Korean gunners at Luga.") == [
        ["personnel.military"]
    ]
    assert _classes("Russian instructors trained North Korean gunners at Luga.") == [[]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "About 300 North Korean soldiers were killed and 2,700 hurt.",
            [("killed", "300"), ("wounded", "2700")],
        ),
        ("A North Korean company lost 63 men, 24 of them killed.", [("casualty", "63"), ("killed", "24")]),
        ("Two North Korean soldiers drowned in the Psel.", [("killed", "2")]),
        ("About 40 North Korean soldiers were killed or maimed.", [("casualty", "40")]),
    ],
)
def test_each_number_of_a_toll_has_its_own_fate(text: str, told: list[tuple[str, str]]) -> None:
    found = [(cls.rpartition(".")[2], low) for cls, _, low, _, _ in amounts(claims(CONTEXT + text)[1])]
    assert found == told


@pytest.mark.parametrize(
    "text",
    [
        "The cargo, 13,000 tonnes, was landed in Russia.",
        "Russia received a cargo (13,000 tonnes) from Iran.",
    ],
)
def test_an_amount_set_beside_a_thing_counts_it(text: str) -> None:
    assert _amounts(text)[0][1:] == ("exact", "13000", "13000", "tonne")


def test_what_is_added_is_of_the_same_deed() -> None:
    assert _classes("North Korea gave Russia rocket launchers on top of shells.") == [
        ["artillery.mlrs", "munition.shell"]
    ]


def test_the_sum_is_the_money_that_is_spoken_of() -> None:
    text = "North Korean hackers moved the stolen funds, $30 million, from the exchange to China."
    assert all(classes.count("money") == 1 for classes in _classes(text))


def test_a_rule_is_about_what_its_verb_governs() -> None:
    text = "Paragraph 8 of resolution 2397 (2017) obliges States to send home DPRK workers earning income abroad."
    assert _classes(text) == [["labour.worker"]]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        (
            "The European Union added six persons and one bank to its list.",
            ["designation.person", "designation.entity"],
        ),
        ("Japan intends to close its ports to the tanker Grey Fiction (IMO 9990029).", ["sanction.port_ban"]),
        ("Japan froze the assets of Vostok Fictional Bank.", ["sanction"]),
        ("The United Kingdom designated Mr Ivan Fictional.", ["designation.person"]),
    ],
)
def test_what_is_imposed(text: str, classes: list[str]) -> None:
    assert _classes(text) == [classes]


def test_workers_travel_on_visas() -> None:
    text = "Some 340 North Korean workers travelled from Pyongyang to Vladivostok on student visas."
    assert _classes(text) == [["labour.worker", "visa"]]


def test_what_was_found_in_a_ship_was_seized_with_her() -> None:
    text = "Omani coastguards boarded the dhow Al Fictional off Sohar and found 60 rifles in her hold."
    assert ("arms", "exact", "60", "60", "count") in _amounts(text)


def test_bottles_count_what_is_in_them() -> None:
    text = "Dutch customs seized 140 bottles of cognac at Delfzijl."
    assert _amounts(text) == [("luxury", "exact", "140", "140", "count")]


def test_a_call_made_twice_is_two_visits() -> None:
    text = "The tanker Grey Fiction (IMO 9990029) called at Nampo twice in May."
    assert _amounts(text) == [("visit", "exact", "2", "2", "visit")]


def test_the_tariff_says_what_a_thing_is() -> None:
    text = "A German firm sold four fictional grinders (HS 8460.22) to Russia in May."
    assert _classes(text) == [["machinery HS 8460.22"]]


def test_columns_of_a_table_give_one_amount_in_two_units() -> None:
    text = (
        "Chinese imports from the DPRK as recorded by Chinese customs, October 2024\n"
        "HS code | Goods | Tonnes | US dollars\n2607.00 | Lead ore | 412 | 618,000\n"
    )
    (row,) = claims(text)
    (item,) = row.items
    assert item.quantity is not None
    assert [(str(q.low), q.unit) for q in (item.quantity, *item.quantity.also)] == [
        ("412", "tonne"),
        ("618000", "USD"),
    ]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Iran sent Russia 14 seekers for anti-ship missiles.", ["missile"]),
        ("Iran sent Russia 40 drone engines.", ["uav"]),
        ("Russia sent North Korea air defence components.", ["air_defence"]),
        ("Russia gave North Korea four fighter jets.", ["equipment.military"]),
        ("North Korea sent Russia 12 towed guns.", ["artillery"]),
        ("A Danish firm sold two rotary encoders to Russia.", ["machinery"]),
    ],
)
def test_the_class_of_a_thing(text: str, classes: list[str]) -> None:
    assert _classes(text) == [classes]


def test_goods_have_the_voyages_that_took_them() -> None:
    text = "The freighter Grey Fiction carried munitions from Rajin to Vostochny on at least nine voyages."
    assert ("voyage", "at_least", "9", "None", "voyage") in _amounts(text)


def test_three_rouble_accounts_are_no_three_roubles() -> None:
    assert [(str(one.low), one.unit) for one in written("three rouble accounts")] == [("3", "")]


def test_several_crates_count_no_missiles() -> None:
    assert _amounts("Russia sent Libya several crates of interceptor missiles.") == []
