"""The gazetteer: States and places, and the names that texts give them."""

import re
from collections import defaultdict

from embargo.geography import names, state_name, states


def test_every_state_has_a_two_letter_code_a_name_and_that_name_among_its_names() -> None:
    for code, state in states().items():
        assert re.fullmatch(r"[A-Z]{2}", code)
        assert state.name.removeprefix("the ") in state.names


def test_every_place_lies_in_a_state_that_is_known_or_at_sea() -> None:
    for name in names():
        if name.kind in ("port", "region"):
            head = name.canonical.split(":", 1)[0]
            assert head == "sea" or head in states(), name


def test_no_name_means_two_states() -> None:
    meant = defaultdict(set)
    for name in names():
        if name.kind in ("state", "adjective", "metonym"):
            meant[name.written].add(name.canonical)
    assert {written: codes for written, codes in meant.items() if len(codes) > 1} == {}


def test_rajin_and_najin_are_one_port_and_kursk_is_not_kurilsk() -> None:
    by_name = {name.written: name.canonical for name in names()}
    assert by_name["Rajin"] == by_name["Najin"] == by_name["Rason"]
    assert by_name["Dunai"] == by_name["Dunay"]
    assert by_name["Kursk"] != by_name["Kurilsk"]
    assert "Danube" not in by_name


def test_capitals_stand_for_their_governments() -> None:
    by_name = {name.written: (name.canonical, name.kind) for name in names()}
    assert by_name["Pyongyang"] == ("KP", "metonym")
    assert by_name["the Kremlin"] == ("RU", "metonym")
    assert by_name["the North"][0] == "KP"


def test_a_code_of_no_state_is_printed_as_it_is() -> None:
    assert state_name("KP") == "North Korea"
    assert state_name("ZZ") == "ZZ"


def test_congo_alone_is_neither_of_two_states() -> None:
    written = {name.written: name.canonical for name in names()}
    assert "Congo" not in written
    assert (written["eastern Congo"], written["DR Congo"], written["Congo-Brazzaville"]) == ("CD", "CD", "CG")


def test_a_town_lies_in_one_state_alone() -> None:
    meant = defaultdict(set)
    for name in names():
        meant[name.written].add(name.canonical.split(":", 1)[0])
    assert {written: codes for written, codes in meant.items() if len(codes) > 1} == {}
    by_name = {name.written: name.canonical for name in names()}
    assert (by_name["Izhevsk"], by_name["Chittagong"]) == ("RU:Izhevsk", "BD:Chittagong")
