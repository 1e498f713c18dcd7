"""The lexicon: data that a case may add to, versioned, and refused with file and line where it is wrong."""

from pathlib import Path

import pytest

from embargo.claims import EXTRACTOR_VERSION, lexicon_version, load_lexicon
from embargo.errors import BadLexicon
from embargo.vocabulary import EVENTS
from tests.claims.reading import claims, read, sides


def test_a_case_adds_a_body_a_thing_and_a_verb(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(
        '[[body]]\ncanonical = "IR:Northern Works"\nnames = ["Northern Works"]\n\n'
        '[class]\n"uav" = ["loitering glider"]\n\n'
        '[[frame]]\nevent = "by item"\npattern = "give"\nobject = "items"\nverbs = ["smuggle"]\nneeds = ["uav"]\n',
        encoding="utf-8",
    )
    text = "Northern Works smuggled 12 loitering gliders to Russia."
    # Without the case's words it is so many things that no list knows, and its own verb is read as the built-in one.
    assert all(item.cls != "uav" for claim in claims(text) for item in claim.items)
    (claim,) = read(text, lexicon=load_lexicon(tmp_path)).claims
    assert sides(claim) == (["IR:Northern Works"], ["RU"])
    assert claim.items[0].cls == "uav"


def test_a_case_names_a_vessel(tmp_path: Path) -> None:
    (tmp_path / "ships.toml").write_text(
        '[[vessel]]\ncanonical = "vessel:BLUE GATE IMO 9000001"\nnames = ["Blue Gate"]\n', encoding="utf-8"
    )
    (claim,) = read("Blue Gate docked at Nampo.", lexicon=load_lexicon(tmp_path)).claims
    assert claim.vessels[0].canonical == "vessel:BLUE GATE IMO 9000001"


def test_the_version_follows_the_data(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('[class]\n"uav" = ["glider"]\n', encoding="utf-8")
    assert lexicon_version(load_lexicon()) == lexicon_version(load_lexicon())
    assert lexicon_version(load_lexicon(tmp_path)) != lexicon_version(load_lexicon())
    assert EXTRACTOR_VERSION.startswith("claims-")


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("[class\n", "line 1"),
        ('[klass]\n"uav" = []\n', "klass"),
        ('\n[[frame]]\nevent = "transfer.magic"\npattern = "give"\nobject = "items"\nneeds = []\n', "line 3"),
        ('[class]\n"uav" = "glider"\n', "uav"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_what_was_seen(
    tmp_path: Path, written: str, seen: str
) -> None:
    (tmp_path / "ours.toml").write_text(written, encoding="utf-8")
    with pytest.raises(BadLexicon, match=r"ours\.toml") as caught:
        load_lexicon(tmp_path)
    assert seen in str(caught.value)


def test_every_frame_names_an_event_of_the_scheme() -> None:
    lexicon = load_lexicon()
    assert {frame.event for frame in lexicon.frames} <= {*EVENTS, "by item"}
    assert set(lexicon.by_item.values()) <= set(EVENTS)
