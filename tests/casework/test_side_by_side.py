"""Several processes at one case: what one adds while another runs waits for the next run, and breaks nothing."""

from pathlib import Path

from embargo import create_case, open_case

AT = "2025-06-01T00:00:00Z"


def note(folder: Path, number: int) -> Path:
    path = folder / f"note-{number}.txt"
    path.write_text(
        f"SEOUL, 30 May 2025 - North Korea sent {number}0 howitzers to Russia, the ministry said.\n"
    )
    return path


def test_a_document_added_at_any_step_of_a_run_is_left_to_the_next_run(tmp_path: Path) -> None:
    added: list[str] = []

    def meanwhile(step: str, done: int, total: int, words: str) -> None:
        """Another process: it adds a document as each step of the run begins."""
        if step not in added:
            added.append(step)
            with open_case(tmp_path / "case", clock=lambda: AT) as other:
                other.add(note(tmp_path, len(added) + 1))

    with create_case(tmp_path / "case", clock=lambda: AT) as case:
        case.add(note(tmp_path, 1))
    with open_case(tmp_path / "case", clock=lambda: AT, progress=meanwhile) as case:
        case.run()
    assert len(added) >= 4
    with open_case(tmp_path / "case", clock=lambda: AT) as case:
        case.run()
        assert len(case.documents) == len(added) + 1
        assert {reading.document for reading in case.dossier().readings} == {doc.id for doc in case.documents}
        again = case.run()
        assert [stretch.step for stretch in again.stretches if stretch.done] == []
        assert case.verify() == ()


def test_a_text_that_a_person_saves_while_the_report_is_made_is_not_overwritten(tmp_path: Path) -> None:
    own = "# Ours\n\nA paragraph of ours.\n\n{{findings:rest}}\n"

    def meanwhile(step: str, done: int, total: int, words: str) -> None:
        if step == "render":
            (tmp_path / "case" / "report.md").write_text(own)

    with create_case(tmp_path / "case", clock=lambda: AT) as case:
        case.add(note(tmp_path, 1))
        case.run()
        case.add(note(tmp_path, 2))
    with open_case(tmp_path / "case", clock=lambda: AT, progress=meanwhile) as case:
        case.run()
        assert case.report_text == own
        case.run()
        assert case.report_text == own
        assert b"A paragraph of ours." in (case.report / "report.html").read_bytes()
