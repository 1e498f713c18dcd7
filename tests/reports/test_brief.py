"""A large case: the best supported findings in full, the others a line each, and every one counted."""

import msgspec
import pytest

from embargo.reports.blocks import Heading, Paragraph, Table
from embargo.reports.brief import ALL, IN_FULL, ROWS, in_full
from embargo.reports.compose import Composed, compose
from embargo.reports.draft import draft
from embargo.vocabulary import Dossier, Finding
from tests.reports.dossier_for_tests import FINDINGS, dossier


def many(count: int) -> Dossier:
    """A dossier in which one finding stands that many times under other ids, the first ones contested as before."""
    copies = [
        msgspec.structs.replace(FINDINGS[1], id=f"{FINDINGS[1].id}-{number:04d}") for number in range(count)
    ]
    return msgspec.structs.replace(dossier(), findings=(*FINDINGS, *copies))


def composed(whole: Dossier, text: str = "") -> Composed:
    return compose(whole, text or draft(whole))


def in_detail(report: Composed) -> set[str]:
    return {
        block.label for block in report.blocks if isinstance(block, Heading) and block.label.startswith("F")
    }


def brief(report: Composed) -> set[str]:
    """The labels in the tables of findings told in a line."""
    tables = [
        b for b in report.blocks if isinstance(b, Table) and b.head[1:2] == ("Finding",) and len(b.head) == 4
    ]
    return {row[0][0].text for table in tables for row in table.rows}


def words(report: Composed) -> str:
    return " ".join(s.text for b in report.blocks if isinstance(b, Paragraph) for s in b.prose)


def test_a_small_case_sets_out_every_finding() -> None:
    report = composed(many(20))
    assert len(in_detail(report)) == len(FINDINGS) + 20
    assert not brief(report)


def test_a_large_case_sets_out_the_best_and_tells_the_others_in_a_line() -> None:
    whole = many(100)
    report = composed(whole)
    assert len(in_detail(report)) == IN_FULL
    assert len(brief(report)) == len(whole.findings) - IN_FULL
    assert not in_detail(report) & brief(report)
    assert "further findings of this group, a line each" in words(report)


def test_what_is_contested_is_set_out_before_what_is_not() -> None:
    whole = many(100)
    contested = {f.id for f in FINDINGS if f.contradictions or any(s.kind == "denial" for s in f.stances)}
    assert contested
    assert contested <= in_full(whole.findings)


def test_a_finding_that_her_text_names_is_set_out_whatever_its_support() -> None:
    whole = many(100)
    last = whole.findings[-1]
    assert last.id not in in_full(whole.findings)
    report = composed(whole, f"{{{{finding:{last.id}}}}}\n\n{{{{findings:rest}}}}\n")
    assert last.headline in {b.text for b in report.blocks if isinstance(b, Heading)}
    assert len(in_detail(report)) == IN_FULL + 1


def test_beyond_the_room_for_lines_the_others_are_counted_and_the_file_named() -> None:
    report = composed(many(ROWS + IN_FULL + 50))
    assert len(brief(report)) == ROWS
    assert "all stand in report.json" in words(report)


@pytest.mark.parametrize("count", [ALL, ALL + 1])
def test_the_line_between_small_and_large_is_where_it_is_said_to_be(count: int) -> None:
    findings: tuple[Finding, ...] = many(count).findings[:count]
    assert len(in_full(findings)) == (count if count <= ALL else IN_FULL)
