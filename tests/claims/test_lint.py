"""Lint: every mistake of a lexicon with its file and line, and nothing to say of a lexicon in order."""

from pathlib import Path

import pytest

from embargo.claims.lint import lint, own_files
from embargo.cli import main


def told(written: str, name: str = "ours.toml") -> list[tuple[int, str]]:
    """Line and words of every mistake of a case's file on top of our lexicon."""
    return [(m.line, m.seen) for m in lint({name: written.encode()}, own_files())]


FRAME = '[[frame]]\nevent = "by item"\npattern = "give"\nobject = "items"\n'


def test_the_built_in_lexicon_has_no_mistake() -> None:
    assert lint(own_files()) == []


def test_a_lexicon_in_order_has_no_mistake() -> None:
    written = (
        '[[body]]\ncanonical = "IR:Northern Works"\nnames = ["Northern Works"]\n\n'
        '[[vessel]]\ncanonical = "vessel:BLUE GATE IMO 9000003"\nnames = ["Blue Gate"]\n\n'
        '[class]\n"uav" = [\n  "loitering glider", # of all kinds\n]\n\n'
        + FRAME
        + 'verbs = ["smuggle"]\nneeds = ["uav"]\n'
    )
    assert told(written) == []


@pytest.mark.parametrize(
    ("written", "line", "seen"),
    [
        ("[class\n", 1, "Expected ']' at the end of a table declaration"),
        ('x = 1\n\n[klass]\n"uav" = ["a"]\n', 3, "the table [klass] is not known"),
        ('[class]\n"uav" = ["glider"]\n"uaw" = ["kite"]\n', 3, '"uaw" is no class of the taxonomy'),
        ('[class]\n"UAV" = ["glider"]\n', 2, '"UAV" is no class of the taxonomy'),
        ('[class]\n"uav" = []\n', 2, "uav is an empty list"),
        ('[class]\n"uav" = "glider"\n', 2, "uav holds no list of words"),
        ('[class]\n"uav" = [\n  "glider",\n  " ",\n]\n', 4, "uav holds an empty word"),
        ('[class]\n"uav" = [\n  "glider",\n  "kite",\n  "glider",\n]\n', 5, 'uav holds "glider" twice'),
        ('[class]\n"uav" = ["glider", "Glider"]\n', 2, '"Glider" and "glider" (ours.toml, line 2) are one word'),
        (
            '[class]\n"uav" = ["glider"]\n"ship" = ["lighter",\n"Glider"]\n',
            4,
            '"Glider" is ship; "glider" is uav already (ours.toml, line 2)',
        ),
        ('[by_item]\nuav = "transfer.magic"\n', 2, '"transfer.magic" is no event'),
        ('[by_item]\nkite = "transfer.materiel"\n', 2, '"kite" begins no class of the taxonomy'),
        ('[irregular]\nfly = ["flew"]\n', 2, "fly has not two forms"),
        (FRAME + 'verbs = ["smuggle"]\n', 1, "a frame without needs"),
        (FRAME + "needs = []\n", 1, "a frame without words"),
        (FRAME + 'nouns = []\nverbs = ["smuggle"]\nneeds = []\n', 5, "nouns is an empty list"),
        (FRAME + 'verbs = ["smuggle"]\nneeds = [\n  "uav",\n  "gliders"]\n', 8, 'a frame cannot need "gliders"'),
        (FRAME + 'verb = ["smuggle"]\nverbs = ["run"]\nneeds = []\n', 5, "[frame] has no key verb"),
        (FRAME.replace("by item", "transfer.magic") + 'verbs = ["a"]\nneeds = []\n', 2, '"transfer.magic" is no event'),
        (FRAME.replace("give", "gift") + 'verbs = ["a"]\nneeds = []\n', 3, "Invalid enum value 'gift'"),
        (FRAME + 'verbs = ["smuggle", "Smuggle"]\nneeds = []\n', 5, '"Smuggle" and "smuggle" (ours.toml, line 5) are one word'),
        ('[[body]]\nnames = ["Northern Works"]\n', 1, "a body without canonical"),
        ('[[body]]\ncanonical = "IR:Works"\n', 1, "a body without names"),
        ('[[body]]\ncanonical = "Iran"\nnames = ["Works"]\n', 2, '"Iran" is no canonical id'),
        ('[[body]]\ncanonical = "XQ:Works"\nnames = ["Works"]\n', 2, '"XQ:Works" is no canonical id'),
        ('[[body]]\ncanonical = "IR:Works"\nnames = ["Works"]\nname = "W"\n', 4, "[body] has no key name"),
        ('[[person]]\ncanonical = "IR"\nnames = ["A. Person"]\n', 2, '"IR" is no canonical id'),
        ('[[vessel]]\ncanonical = "vessel:BLUE GATE IMO 9000001"\nnames = ["Blue Gate"]\n', 2, '"vessel:BLUE GATE IMO 9000001" is no canonical id'),
        ('[modality]\nrumoured = ["it is whispered"]\n', 2, '"rumoured" is no modality that words can set'),
        ('[speech]\nnouns = ["rumour"]\n', 2, "[speech] has no key nouns"),
        ('[offices]\n"court" = 3\n', 2, "court has no office"),
        ('[body]\ncanonical = "IR:Works"\n', 1, "[body] is one table"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(written: str, line: int, seen: str) -> None:
    assert (line, seen) in told(written)


def test_a_word_that_ours_already_use_otherwise_is_told_with_both_places() -> None:
    ((line, seen),) = told('[class]\n"uav" = ["Howitzer", "squid"]\n'.replace('"Howitzer", ', ""))
    assert line == 2
    assert seen.startswith('"squid" is uav; "squid" is seafood already (items.toml, line ')


def test_a_name_of_two_bodies_is_told() -> None:
    second = '[[body]]\ncanonical = "IR:Works"\nnames = ["Works"]\n\n[[person]]\ncanonical = "IR:B"\nnames = ["works"]\n'
    assert told(second) == [(7, '"works" is IR:B; "Works" is IR:Works already (ours.toml, line 3)')]


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    assert [(m.line, m.seen) for m in lint({"a.toml": b"# a\n# \xff\n"}, {})] == [
        (2, "bytes that are no UTF-8")
    ]


def test_the_words_of_another_language_are_checked_in_their_own_form() -> None:
    written = (
        '[tongue]\ncode = "ru"\n\n[party]\nKP = ["КНДР"]\nXQ = ["КНДР"]\n\n[item]\n"uaw" = []\n\n'
        '[[frame]]\nevent = "transfer.magic"\nverb = ["а"]\n'
    )
    assert [(m.line, m.seen) for m in lint({"russian.toml": written.encode()})] == [
        (6, '"XQ" is no canonical id'),
        (6, '"КНДР" is XQ; it is KP already (line 5)'),
        (9, '"uaw" is no class of the taxonomy'),
        (9, "uaw is an empty list"),
        (11, "a frame without needs"),
        (11, "a frame without words"),
        (12, '"transfer.magic" is no event'),
        (13, "[frame] has no key verb"),
    ]


def test_every_mistake_is_told_at_once_in_order_of_file_and_line() -> None:
    found = lint({"b.toml": b'[klass]\n\n[class]\n"uav" = []\n', "a.toml": b"[klass]\n"}, own_files())
    assert [(m.file, m.line) for m in found] == [("a.toml", 1), ("b.toml", 1), ("b.toml", 4)]


def test_the_command_exits_with_0_where_clean_and_3_with_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["claims", "lint"]) == 0
    assert "no mistake" in capsys.readouterr().out
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "ours.toml").write_text('[class]\n"uaw" = ["kite"]\n', encoding="utf-8")
    for folder in (tmp_path, tmp_path / "lexicon"):
        assert main(["claims", "lint", str(folder)]) == 3
        assert "ours.toml, line 2" in capsys.readouterr().out
    assert main(["claims", "lint", str(tmp_path / "lexicon"), "--json"]) == 3
    assert '"line": 2' in capsys.readouterr().out


def test_a_folder_that_is_not_there_or_empty_is_an_input_error(tmp_path: Path) -> None:
    assert main(["claims", "lint", str(tmp_path / "nothing")]) == 3
    assert main(["claims", "lint", str(tmp_path)]) == 3
