"""The pack of the DPRK and packs in general: whole, checked, and refused with file and line where they are not."""

import json
from pathlib import Path

import pytest

from embargo.errors import BadPack, UsageError
from embargo.regimes import canonical_path, load_pack, pack_names
from embargo.vocabulary import MARK_WORDS
from tests.shared import shared

BUILT_IN = Path(__file__).parents[2] / "src" / "embargo" / "regimes" / "packs" / "un_dprk"


def test_every_recorded_row_stands_in_the_pack_with_its_mark_and_days() -> None:
    rows = [
        json.loads(row)
        for row in shared("law", "un_dprk_provisions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    pack = {provision.path: provision for provision in load_pack("un_dprk").provisions}
    assert set(pack) == {row["path"] for row in rows}
    for row in rows:
        mine = pack[row["path"]]
        assert (mine.mark, str(mine.since or "None"), str(mine.until or "None")) == (
            row["verif"],
            str(row["from"]),
            str(row["until"]),
        ), row["path"]
        assert mine.force == row["force"]
        assert mine.bound == row["bound"]


def test_every_paragraph_has_words_a_citation_and_a_mark_that_means_something() -> None:
    pack = load_pack("un_dprk")
    assert len(pack.provisions) == 113
    for provision in pack.provisions:
        assert provision.words.endswith(".")
        assert provision.citation.startswith("S/RES/")
        assert provision.mark in MARK_WORDS


def test_ranges_and_doubtful_numbers_keep_their_row() -> None:
    paths = {provision.path for provision in load_pack("un_dprk").provisions}
    assert {"1874/11-16", "2270/34-35", "2397/27or28"} <= paths


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("1718/8(a)(i)", "1718/8/a/i"),
        ("1718/8/a/i", "1718/8/a/i"),
        ("2397/5", "2397/5"),
        ("S/RES/2397 (2017), para. 5", "2397/5"),
        ("UNSCR 1718 OP8(b)", "1718/8/b"),
        ("1718/OP8(a)(iii)", "1718/8/a/iii"),
        ("1874/11-16", "1874/11-16"),
        ("2397/27 or 28", "2397/27or28"),
    ],
)
def test_a_path_has_one_form(written: str, path: str) -> None:
    assert canonical_path(written) == path


def test_a_pack_that_is_not_there_is_named_with_those_that_are() -> None:
    assert "un_dprk" in pack_names()
    with pytest.raises(UsageError, match="un_dprk"):
        load_pack("un_atlantis")


def broken(folder: Path, name: str, old: str, new: str) -> Path:
    """A copy of the pack with one thing changed."""
    for source in BUILT_IN.rglob("*.toml"):
        target = folder / source.relative_to(BUILT_IN)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        if target.name == name:
            assert old in text
            text = text.replace(old, new, 1)
        target.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("1718.toml", 'power = "binds"', 'power = "forbids"', r"1718\.toml:3: .*power"),
        ("1718.toml", 'thing = "luxury goods"', 'thing = "jewels"', r"1718\.toml:\d+: 1718/8/a/iii: unknown thing 'jewels'"),
        ("2094.toml", 'path = "2094/14"', 'path = "2094/11"', "2094/11 stands twice"),
        ("2397.toml", 'conduct = ["switch-off-ais"]', 'conduct = ["hide"]', "unknown conduct 'hide'"),
        ("2397.toml", "until", "untill", "untill"),
        ("pack.toml", "title", "headline", r"pack\.toml"),
        ("2087.toml", "[[provision]]", "[[provision]", r"2087\.toml is no TOML"),
        ("2371.toml", 'mark = "C"', 'mark = "Z"', r"2371\.toml:\d+: .*mark"),
    ],
)  # fmt: skip
def test_a_broken_pack_is_refused_with_file_and_what_is_wrong(
    tmp_path: Path, name: str, old: str, new: str, words: str
) -> None:
    if old == "until":
        old, new = "since = 2017-12-22", "untill = 2017-12-22"
    with pytest.raises(BadPack, match=words):
        load_pack(str(broken(tmp_path, name, old, new)))


def test_a_change_of_one_byte_changes_the_version(tmp_path: Path) -> None:
    changed = broken(tmp_path, "1718.toml", "luxury goods to the DPRK.", "luxury goods to the DPRK!")
    assert load_pack(str(changed)).version != load_pack("un_dprk").version
