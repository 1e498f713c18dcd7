"""The drafters' report.md as editors leave it: other line ends, marks at its head, bytes of another encoding."""

from pathlib import Path

import pytest

from embargo import Case, create_case
from embargo.errors import EmbargoError, UsageError

NOTE = "SEOUL, 30 May 2025 - North Korea sent at least 40 howitzers to Russia in March 2025, the ministry said.\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "note.txt").write_text(NOTE)
    case = create_case(tmp_path / "case", clock=lambda: "2025-06-01T00:00:00Z")
    case.add(tmp_path / "note.txt")
    case.run()
    return case


def test_a_draft_saved_with_other_line_ends_is_still_nobodys_own(case: Case) -> None:
    path = case.folder / "report.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert [stretch.step for stretch in case.run().stretches if stretch.done] == []


def test_bytes_that_are_no_utf8_are_told_with_their_line(case: Case) -> None:
    (case.folder / "report.md").write_bytes("# Bericht\n\nGrüße\n\n{{findings:rest}}\n".encode("latin-1"))
    ran = case.run()
    assert any("line 3" in problem and "UTF-8" in problem for problem in ran.problems)
    again = case.run()
    assert [stretch.step for stretch in again.stretches if stretch.done] == []
    assert again.problems == ran.problems


def test_directives_that_name_nothing_are_told_and_stop_no_report(case: Case) -> None:
    (case.folder / "report.md").write_text(
        "# Ours\n\n{{finding:nonsense}}\n\nWords {{claim:none}} and {{odd}}.\n"
    )
    told = " ".join(case.run().problems)
    for name in ("{{finding:nonsense}}", "{{claim:none}}", "{{odd}}"):
        assert name in told


def test_a_folder_in_the_place_of_the_text_is_told_with_the_next_step(case: Case) -> None:
    path = case.folder / "report.md"
    path.unlink()
    path.mkdir()
    with pytest.raises(EmbargoError, match="move it away"):
        case.run()


def test_a_file_in_the_place_of_the_reports_folder_is_told(case: Case, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(EmbargoError, match="in its way"):
        case.report_for("public", tmp_path / "taken")


@pytest.mark.parametrize("audience", ["minister", "withheld", ""])
def test_an_audience_there_is_none_of_is_refused(case: Case, tmp_path: Path, audience: str) -> None:
    with pytest.raises(UsageError, match="public or participants"):
        case.report_for(audience, tmp_path / "out")
