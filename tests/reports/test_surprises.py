"""What a reader would not have guessed is computed, ordered, and never said where it is not so."""

from decimal import Decimal

import msgspec
import pytest

from embargo.reports import surprises
from embargo.reports.index import Index
from embargo.reports.surprises import clash, surprises_of
from embargo.vocabulary import Dossier, Quantity
from tests.reports.dossier_for_tests import FINDINGS, dossier


def oil(unit: str, low: str) -> Quantity:
    return Quantity(None, None, None, Decimal(low), Decimal(low), "exact", unit)


def told(whole: Dossier) -> list[str]:
    return [one.words for one in surprises_of(Index(whole))]


@pytest.mark.parametrize(("tonnes", "barrels"), [("1000", "7620"), ("1000", "8330"), ("1000", "7500")])
def test_tonnes_and_barrels_that_a_factor_in_use_makes_one_are_no_clash(tonnes: str, barrels: str) -> None:
    assert clash(oil("tonne", tonnes), oil("barrel", barrels)) == ""


def test_56000_tonnes_are_not_over_a_million_barrels() -> None:
    assert "420,000 to 500,080 barrels" in clash(oil("tonne", "56000"), oil("barrel", "1000000"))
    assert clash(oil("barrel", "1000000"), oil("tonne", "56000")) == clash(
        oil("tonne", "56000"), oil("barrel", "1000000")
    )


def test_tonnes_beside_something_else_are_no_clash() -> None:
    assert clash(oil("tonne", "56000"), oil("USD", "1")) == ""


def test_the_finding_with_the_largest_gap_of_documents_over_origins_comes_first() -> None:
    assert told(dossier())[0].startswith("5 outlets, 1 origin")


def test_a_finding_with_as_many_origins_as_documents_is_no_echo() -> None:
    only = msgspec.structs.replace(dossier(), findings=(FINDINGS[4],))
    assert not [words for words in told(only) if "outlets" in words]


def test_what_no_paragraph_forbids_as_such_is_told_with_the_paragraphs_argued() -> None:
    (words,) = [words for words in told(dossier()) if words.startswith("No paragraph forbids this as such")]
    assert "S/RES/1718 (2006), para. 8 (c)" in words


def test_one_who_is_said_to_have_reported_it_too_is_no_line() -> None:
    assert [
        words for words in told(dossier()) if "Capital Journal" in words and "no line of support" in words
    ]


def test_every_surprise_rests_on_claims_or_notes() -> None:
    assert all(one.claims or one.notes for one in surprises_of(Index(dossier())))


def test_an_empty_case_surprises_nobody() -> None:
    assert surprises(msgspec.structs.replace(dossier(), findings=(), readings=(), outcomes=())) == ()
