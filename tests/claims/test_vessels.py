"""Vessels: named, meeting, calling, silent; and what they carry."""

from tests.claims.reading import amounts, claims, events, only


def test_a_log_is_read_line_by_line() -> None:
    text = (
        "0415 Tanker Sing Ocean 7 (IMO 8817007) switched off its AIS south of Jeju.\n"
        "0930 Sing Ocean 7 seen alongside tanker Yu Song 12 in the Yellow Sea.\n"
        "1110 Tanker Sing Ocean 7 draught reduced from 7.2 m to 5.9 m.\n"
        "1400 The tanker docked at Nampo."
    )
    found = claims(text, publisher="KR:coast guard")
    assert [c.event for c in found] == ["vessel.ais_gap", "vessel.meet", "vessel.draught", "vessel.portcall"]
    assert {c.actor[0].canonical for c in found} == {"vessel:SING OCEAN 7 IMO 8817007"}


def test_two_vessels_with_numbers_are_two_vessels() -> None:
    claim = only(
        "The vessels Angara (IMO 9179842) and Maria (IMO 8517839) carried 4,200 containers from Rajin to Dunai."
    )
    assert [m.canonical for m in claim.vessels] == ["vessel:ANGARA IMO 9179842", "vessel:MARIA IMO 8517839"]
    assert (claim.event, amounts(claim)[0][4]) == ("ship.cargo", "container")
    assert ([m.canonical for m in claim.supplier], [m.canonical for m in claim.recipient]) == (["KP"], ["RU"])


def test_a_transfer_at_sea_has_no_agent_in_the_body_that_forbids_it() -> None:
    claim = only("The tanker Yu Song 12 made a ship-to-ship transfer prohibited by the Security Council.")
    assert claim.event == "vessel.sts"
    assert [m.canonical for m in claim.actor] == ["vessel:YU SONG 12"]


def test_round_trips_are_voyages_and_no_rounds() -> None:
    assert amounts(only("The freighter Blue Gate made 11 round trips last year.")) == [
        ("voyage", "exact", "11", "11", "voyage")
    ]


def test_a_state_is_no_ship() -> None:
    assert events("The vessel Russia bought was old.") == []
    claim = only("The tanker Northern Gate delivered 900 tonnes of diesel to Nampo.")
    assert [m.canonical for m in claim.vessels] == ["vessel:NORTHERN GATE"]


def test_the_cargo_of_a_cargo_vessel_is_no_cargo() -> None:
    claim = only("The navy boarded the cargo vessel Meerdijk off Benghazi.")
    assert (claim.event, claim.items) == ("interdict", ())
