"""Vessels: the number is the ship; a name alone is none."""

import csv

import pytest

from embargo.entities import resolve
from embargo.entities.vessels import imo_holds, known_vessels
from embargo.vocabulary import Entity
from tests.findings.claims import claim, document, mentions, readings
from tests.shared import shared

PAPER = document("A newspaper")


def entity_of(*names: str, about: str) -> Entity:
    found = resolve(
        readings(*[claim(PAPER, "vessel.move", vessels=mentions(f"vessel:{name}")) for name in names])
    )
    return next(one for one in found if one.id == f"vessel:{about}")


def test_the_seven_known_numbers_hold_their_check_digit() -> None:
    assert [ship.name for ship in known_vessels() if not imo_holds(ship.imo)] == []
    assert len(known_vessels()) == 7


def test_a_wrong_check_digit_is_a_doubt_and_no_identity() -> None:
    ship = entity_of("ANGARA IMO 9179843", about="ANGARA IMO 9179843")
    assert "no valid IMO number" in ship.doubts[0]
    assert ship.listings == ()


@pytest.mark.parametrize("number", ["917984", "91798420", "abcdefg", ""])
def test_only_seven_digits_can_hold(number: str) -> None:
    assert not imo_holds(number)


def test_angara_by_number_is_listed_and_told_from_sasco_angara() -> None:
    ship = entity_of("ANGARA IMO 9179842", about="ANGARA IMO 9179842")
    assert ship.name == "Angara"
    assert {one.list for one in ship.listings} == {"US OFAC SDN", "EU Annex XLII"}
    assert any("Sasco Angara (IMO 9242986)" in reason for reason in ship.reasons)


def test_a_name_that_fits_several_ships_cannot_be_told() -> None:
    ship = entity_of("MARIA", about="MARIA")
    assert "cannot tell which" in ship.doubts[0]
    assert all(number in ship.doubts[0] for number in ("8517839", "9617923", "9897705"))
    assert ship.identifiers == ()
    assert ship.listings == ()


def test_a_name_that_fits_one_ship_still_proves_none() -> None:
    ship = entity_of("LADY R", about="LADY R")
    assert "a name proves no ship" in ship.doubts[0]
    assert ship.listings == ()


def test_maria_with_maria_es_number_is_maria_e() -> None:
    ship = entity_of("Maria IMO 9617923", about="Maria IMO 9617923")
    assert ship.name == "Maria E"
    assert not any("carries the arms" in reason for reason in ship.reasons)


def test_a_name_the_number_does_not_bear_is_a_doubt() -> None:
    ship = entity_of("Sunrise IMO 9161003", about="Sunrise IMO 9161003")
    assert "the number belongs to Lady R" in ship.doubts[0]


def test_same_name_other_number_stays_two_ships_with_doubts() -> None:
    names = ("MARIA IMO 8517839", "MARIA IMO 9617923")
    assert "other IMO number" in " ".join(entity_of(*names, about=names[0]).doubts)
    assert "other IMO number" in " ".join(entity_of(*names, about=names[1]).doubts)


def test_two_names_with_one_number_are_one_ship() -> None:
    found = resolve(
        readings(
            *[
                claim(PAPER, "vessel.move", vessels=mentions(f"vessel:{n} IMO 9358010"))
                for n in ("MAIA-1", "NEPTUN")
            ]
        )
    )
    assert len([one for one in found if one.kind == "vessel"]) == 1


def test_the_us_list_bears_out_the_data_file() -> None:
    with shared("data", "lists", "vessels", "ofac_vessels_2024-05-02.csv").open(encoding="utf-8") as lines:
        listed = {row[9]: (row[0], row[1]) for row in csv.reader(lines) if len(row) > 9}
    for ship in known_vessels():
        entry = next(one.entry for one in ship.listings if one.list == "US OFAC SDN")
        number, name = listed[ship.imo]
        assert entry.startswith(f"{number} {name}")
