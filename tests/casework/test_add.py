"""What becomes of files that are handed in: set aside once, told twice, never lost."""

from pathlib import Path

import pytest

from embargo import Case, create_case
from embargo.cli import main

NOTE = "SEOUL, 30 May 2025 - North Korea sent at least 40 howitzers to Russia in March 2025, the ministry said.\n"
AT = "2025-06-01T00:00:00Z"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return create_case(tmp_path / "case", clock=lambda: AT)


def kinds(case: Case) -> list[str]:
    """The kinds of the log's events, without the steps."""
    return [event.kind for event in case.record.events() if event.kind.startswith("document.")]


def test_a_mistyped_name_exits_with_3_and_is_no_source_of_the_case(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    assert main(["init", str(folder)]) == 0
    assert main(["add", str(folder), str(tmp_path / "nothing-here.txt")]) == 3
    with create_case(tmp_path / "other") as other:
        added = other.add(tmp_path / "nothing-here.txt")
        assert [item.name for item in added.set_aside] == ["nothing-here.txt"]
        assert other.set_aside == ()
        assert kinds(other) == []


def test_a_broken_file_handed_in_again_is_set_aside_again_and_not_already_there(
    case: Case, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nno pages")
    for _ in range(2):
        added = case.add(broken)
        assert [item.name for item in added.set_aside] == ["broken.pdf"]
        assert (added.new, added.same) == ((), ())


def test_a_file_set_aside_for_the_same_reason_is_logged_once_and_for_another_reason_again(
    case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"")
    case.add(path)
    case.add(path)
    assert kinds(case) == ["document.set-aside"]
    path.write_text(NOTE)
    (tmp_path / "note.meta.toml").write_text("published = 2025-13-45\n")
    case.add(path)
    assert kinds(case) == ["document.set-aside"] * 2
    (item,) = case.set_aside
    assert "note.meta.toml" in item.reason


def test_a_second_folder_with_the_same_sheet_sets_nothing_aside_that_came_with_the_first(
    case: Case, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(NOTE + name)
    sheet = tmp_path / "sources.csv"
    sheet.write_text("file,publisher\none.txt,The Courier\ntwo.txt,The Mercury\n")
    first = case.add(tmp_path / "one", table=sheet)
    assert [item.name for item in first.set_aside] == ["two.txt"]
    second = case.add(tmp_path / "two", table=sheet)
    assert second.set_aside == ()
    assert [name for name, _ in second.same] == ["one.txt"]
    assert case.set_aside == ()
    assert {document.publisher.value for document in case.documents} == {"The Courier", "The Mercury"}


def test_other_bytes_under_the_same_name_are_added_and_the_earlier_ones_named(
    case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "note.txt"
    path.write_text(NOTE)
    ((_, before),) = case.add(path).new
    path.write_text(NOTE.replace("40", "45"))
    added = case.add(path)
    assert added.twice == {"note.txt": before}
    assert len(case.documents) == 2


def test_a_duplicate_that_was_set_aside_under_its_own_name_is_no_longer_set_aside(
    case: Case, tmp_path: Path
) -> None:
    (tmp_path / "first.txt").write_text(NOTE)
    (tmp_path / "second.txt").write_text(NOTE)
    (tmp_path / "second.meta.toml").write_text("published = nonsense\n")
    case.add(tmp_path / "first.txt", tmp_path / "second.txt")
    assert [item.name for item in case.set_aside] == ["second.txt"]
    (tmp_path / "second.meta.toml").unlink()
    case.add(tmp_path / "second.txt")
    assert case.set_aside == ()


def test_the_cases_own_files_are_no_sources_of_it_and_a_users_files_beside_them_are(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(NOTE)
    with create_case(tmp_path / "case", clock=lambda: AT) as case:
        case.add(tmp_path / "note.txt")
        case.run()
        (tmp_path / "case" / "sources").mkdir()
        (tmp_path / "case" / "sources" / "second.txt").write_text(NOTE.replace("40", "45"))
        added = case.add(tmp_path)
        assert [name for name, _ in added.new] == ["case/sources/second.txt"]
        assert added.set_aside == ()
        assert added.own > 5
        assert {document.name for document in case.documents} == {"note.txt", "case/sources/second.txt"}
