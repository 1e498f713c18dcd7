"""Same input, same bytes; and no string, however strange, stops a report or takes effect in it."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys

import msgspec
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo.reports import draft, render
from embargo.reports.coverage import Coverage, covered
from embargo.reports.sheets import defused
from embargo.vocabulary import Claim, Detail, Document, Dossier, Finding, Quote, Text
from tests.reports.dossier_for_tests import dossier
from tests.shared import ROOT

PRINT_HASHES = """
import hashlib, json
from embargo.reports import draft, render
from tests.reports.dossier_for_tests import dossier
files = render(dossier(), draft(dossier())).files
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}))
"""


def test_two_processes_on_two_days_with_two_hash_seeds_write_the_same_bytes() -> None:
    hashes = []
    for seed, epoch, zone in (("1", "0", "UTC"), ("4711", "1900000000", "Asia/Seoul")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "SOURCE_DATE_EPOCH": epoch,
            "TZ": zone,
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        }
        done = subprocess.run(
            [sys.executable, "-c", PRINT_HASHES], env=environment, capture_output=True, text=True, check=True
        )
        hashes.append(json.loads(done.stdout))
    files = render(dossier(), draft(dossier())).files
    hashes.append({name: hashlib.sha256(data).hexdigest() for name, data in files.items()})
    assert hashes[0] == hashes[1] == hashes[2]


def poisoned(text: str) -> Dossier:
    """The dossier with the text wherever a user or a source can write."""
    whole = dossier()
    poison = Detail(text, "stated", text)

    def document(one: Document) -> Document:
        return msgspec.structs.replace(one, name=text, title=poison, publisher=poison, notes=(text,))

    def claim(one: Claim) -> Claim:
        quote = Quote(one.document, 0, len(text), text)
        return msgspec.structs.replace(one, evidence=quote, doubts=(text,))

    def finding(one: Finding) -> Finding:
        return msgspec.structs.replace(one, headline=text or "-", why=(text,), means=(text,), taker=(text,))

    return msgspec.structs.replace(
        whole,
        title=text,
        documents=tuple(map(document, whole.documents)),
        texts={key: Text(text * 3) for key in whole.texts},
        readings=tuple(
            msgspec.structs.replace(one, claims=tuple(map(claim, one.claims))) for one in whole.readings
        ),
        findings=tuple(map(finding, whole.findings)),
    )


STRANGE = [
    "",
    "\u202eRIGHT TO LEFT\u2066\u2069",
    "👩‍🚀🚢🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "\ue000\U000f0000\uffff\ufffe",
    "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029",
    "#set page(fill: red) #panic() $x^2$ @ref *b* _e_ `r` \\ <l> = H\n- i\n+ j\n// c /* d */ ~ -- [x] {y} https://a.b",
    "<script>alert(1)</script><style>*{}</style></style></title></svg>&amp;&lt;<!-- --> ' \"",
    "{{ 7*7 }} {% raw %} {# c #} {{summary}} {{finding:x}} {{claim:",
    "=cmd|' /C calc'!A0\t+1\r-1\n@SUM(A1)",
    "\ud800 lone \udfff",
    "평양 Rasŏn 平壤 러시아 Владивосток Łódź Đà Nẵng עברית العربية ไทย हिन्दी",
    "a" * 5000,
    "word " * 3000,
    "a\u0301\u0302\u0303" * 50,
    "\xad\u200b\u200c\u200d\ufeff\u00a0\u2011",
]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_string_anywhere_is_inert(text: str) -> None:
    poison = poisoned(text)
    rendering = render(poison, draft(poison) + "\n\n" + text + "\n")
    files = rendering.files
    page = files["report.html"].decode("utf-8")
    assert "<script" not in page
    assert page.count("<title>") == 1 + page.count('role="img"')
    assert page.count("<style>") == 1
    json.loads(files["report.json"])
    pdf = pypdfium2.PdfDocument(files["report.pdf"])
    try:
        assert len(pdf) > 5
        assert pdf.is_tagged()
    finally:
        pdf.close()
    for name in ("claims.csv", "sources.csv", "transfers.csv"):
        for row in csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


@settings(max_examples=6)
@given(st.text(st.characters(), min_size=1, max_size=80))
def test_no_string_stops_a_report(text: str) -> None:
    poison = poisoned(text)
    assert render(poison, text).files["report.pdf"].startswith(b"%PDF")


@given(st.text(st.characters()))
def test_what_is_printed_is_covered_or_written_as_its_number(text: str) -> None:
    coverage = Coverage(covered())
    printed = coverage.printed(text, "here")
    assert all(coverage.holds(char) for char in printed)
    for char, _ in coverage.missing:
        assert f"[U+{ord(char):04X}]" in printed


@given(st.text())
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_withheld_document_is_quoted_nowhere() -> None:
    whole = dossier()
    secret = whole.documents[0]
    words = whole.texts[secret.id].text[:30]
    hidden = msgspec.structs.replace(secret, caveat=Detail("withheld", "stated", "flag"))
    changed = msgspec.structs.replace(whole, documents=(hidden, *whole.documents[1:]))
    rendering = render(changed, draft(changed))
    assert words in render(whole, draft(whole)).files["report.html"].decode()
    assert not [name for name, data in rendering.files.items() if words.encode() in data]
    assert any(secret.id in problem for problem in rendering.problems)


def test_a_case_without_anything_has_a_report() -> None:
    empty = Dossier("", "public", None, (), {}, (), (), (), (), (), (), (), (), (), {})
    rendering = render(empty, draft(empty))
    assert rendering.problems == ()
    assert b"The case holds no document." in rendering.files["report.html"]
