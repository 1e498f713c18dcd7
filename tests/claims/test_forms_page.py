"""The page of forms in docs: its documents are in dev, its words stand in them, its tests are where it says."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.shared import ROOT

PAGE = ROOT / "docs" / "forms.md"
DEV = ROOT / "tests" / "corpus" / "dev"
NO_DOCUMENT = "no document of its own; test only"
NO_TEST = ("no test of its own", "no test of its own; near it:")
MOST_DOCUMENTS = 3
MOST_WORDS = 10
DOCUMENT = re.compile(r'`([a-z]+-\d\d-[a-z0-9-]+)` "([^"]+)"')
TEST = re.compile(r"`(tests/[a-z_/]+\.py)::(test_\w+)`(?: \([^`]+\))?")
BAR = re.compile(r"(?<!\\)\|")


class Row(NamedTuple):
    """A form with its documents and tests, each as it stands in its cell."""

    form: str
    documents: list[str]
    tests: list[str]


def rows() -> list[Row]:
    """The rows of all tables of the page, heads left out."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    found = []
    for line in lines:
        _, form, documents, tests, _ = (cell.strip() for cell in BAR.split(line))
        if form != "form" and set(form) != {"-"}:
            found.append(Row(form, documents.split("<br>"), tests.split("<br>")))
    return found


@cache
def functions(path: Path) -> set[str]:
    """The functions that a file defines at its top."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


ROWS = rows()
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.form)


def test_the_page_has_its_rows_and_no_form_twice() -> None:
    forms = [row.form for row in ROWS]
    assert len(forms) >= 45
    assert len(set(forms)) == len(forms)


@each_row
def test_each_document_is_in_dev_and_holds_the_words(row: Row) -> None:
    if row.documents == [NO_DOCUMENT]:
        return
    if not DEV.is_dir():
        pytest.skip("tests/corpus/dev is not in this checkout")
    assert len(row.documents) <= MOST_DOCUMENTS
    for told in row.documents:
        named = DOCUMENT.fullmatch(told)
        assert named, told
        words = named[2].replace("\\|", "|")
        assert len(words.split()) <= MOST_WORDS, words
        text = (DEV / named[1] / "text.txt").read_bytes().decode("utf-8")
        assert words in text, f"{words} is not in {named[1]}"


@each_row
def test_each_test_is_a_function_of_its_file(row: Row) -> None:
    told = row.tests[1:] if row.tests[0] in NO_TEST else row.tests
    assert told or row.tests[0] == NO_TEST[0]
    for one in told:
        named = TEST.fullmatch(one)
        assert named, one
        assert named[2] in functions(ROOT / named[1]), one


@each_row
def test_each_form_has_a_document_or_a_test(row: Row) -> None:
    assert row.documents != [NO_DOCUMENT] or row.tests[0] not in NO_TEST


def test_the_functions_named_above_the_tables_are_there() -> None:
    head = PAGE.read_text(encoding="utf-8").split("\n## ")[0]
    named = TEST.findall(head)
    assert named
    assert all(function in functions(ROOT / path) for path, function in named)
