"""The report of a realistic case: what stands in it, and that nothing generated stands without a citation."""

import csv
import io
import json
import re
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pypdfium2
import pytest

from embargo.reports import REPORT_VERSION, Rendering, draft, render, surprises
from tests.reports.dossier_for_tests import CLAIMS, DOCUMENTS, FINDINGS, HOSTILE, dossier

FILES = {
    "report.html",
    "report.pdf",
    "report.json",
    "transfers.csv",
    "claims.csv",
    "sources.csv",
    "assessments.csv",
    "timeline.svg",
    "flows.svg",
}


@cache
def rendering() -> Rendering:
    return render(dossier(), draft(dossier()))


def html() -> str:
    return rendering().files["report.html"].decode()


class Page(HTMLParser):
    """Reads the page: ids, links, generated sentences with their marks, tags, attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.sentences: list[tuple[str, list[str]]] = []
        self.depth = 0
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        href = values.get("href")
        if tag == "a" and href:
            self.links.append(href)
            if self.depth:
                self.sentences[-1][1].append(href)
        if tag == "span" and values.get("class") == "g":
            self.depth = 1
            under = values.get("data-under")
            self.sentences.append(("", ["#" + under] if under else []))
        elif self.depth and tag == "span":
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag == "span":
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.depth:
            said, cites = self.sentences[-1]
            self.sentences[-1] = (said + data, cites)


@cache
def page() -> Page:
    return Page(html())


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(rendering().files[name].decode("utf-8-sig"), newline="")))


@cache
def pdf_text() -> str:
    document = pypdfium2.PdfDocument(rendering().files["report.pdf"])
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return re.sub(r"\s+", " ", text.replace("\ufffe", "").replace("-\r\n", ""))


def test_every_file_is_there() -> None:
    assert set(rendering().files) == FILES
    assert REPORT_VERSION


def test_no_generated_sentence_of_the_page_stands_without_a_mark_or_an_anchor() -> None:
    sentences = [one for one in page().sentences if one[0].strip()]
    assert len(sentences) > 200
    assert [said for said, cites in sentences if not cites] == []


def test_every_anchor_that_a_sentence_stands_under_is_on_the_page() -> None:
    targets = {link.removeprefix("#") for _, cites in page().sentences for link in cites}
    assert targets <= set(page().ids)


def test_no_generated_sentence_of_the_structure_lacks_a_citation() -> None:
    structure = json.loads(rendering().files["report.json"])
    generated = [one for one in structure["sentences"] if one["generated"]]
    assert len(generated) > 200
    assert [one["text"] for one in generated if not one["cites"]] == []


def test_every_link_of_the_page_leads_somewhere_on_the_page() -> None:
    assert [link for link in page().links if link.removeprefix("#") not in page().ids] == []
    assert len(page().ids) == len(set(page().ids))


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    assert not [
        tag for tag, _ in page().tags if tag in ("script", "link", "img", "iframe", "object", "base", "form")
    ]
    fetching = ("src", "srcset", "onload", "onclick", "action", "data")
    assert not [values for _, values in page().tags if any(name in values for name in fetching)]
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", html())


def test_footnotes_quote_verbatim_and_name_publisher_day_and_hash() -> None:
    structure = json.loads(rendering().files["report.json"])
    notes = {note["key"]: note for note in structure["notes"]}
    note = notes[f"claim:{CLAIMS['m1'].id}"]
    assert note["quote"] == CLAIMS["m1"].quote.text
    assert "Monitoring team" in note["source"]
    assert "29 May 2025" in note["source"]
    assert "p. 1" in note["source"]
    assert DOCUMENTS["msmt"][0].sha256[:12] in note["marks"]
    assert CLAIMS["m1"].quote.text in "".join(page().text)
    assert CLAIMS["m1"].quote.text in pdf_text()


def test_a_day_that_nobody_stated_says_so() -> None:
    assert "30 May 2025 (proposed)" in "".join(page().text)
    assert "day unknown" in "".join(page().text)


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.id)
def test_each_finding_stands_in_page_and_pdf(finding: object) -> None:
    headline = finding.headline  # type: ignore[attr-defined]
    assert headline in "".join(page().text)
    assert headline.rstrip(".") in pdf_text()


def test_lines_are_an_interval_in_words() -> None:
    text = "".join(page().text)
    assert "Rests on 1 origin; 5 documents of 5 publishers repeat it." in text
    assert "Rests on 2 origins, at most 3; 4 documents of 4 publishers repeat it." in text


def test_bounds_stand_as_worded_and_as_reckoned() -> None:
    text = "".join(page().text)
    assert "As worded: over 20,000; 28,000 containers." in text
    assert "Reckoned: more than 20,000 to 28,500 containers of munitions." in text
    assert "Estimates differ" in text


def test_what_is_pledged_stands_apart_and_in_no_transfer() -> None:
    structure = json.loads(rendering().files["report.json"])
    assert {f["id"]: f["group"] for f in structure["findings"]}["transfer-de-ua-money"] == "announced"
    assert "transfer-de-ua-money" not in {row["finding"] for row in rows("transfers.csv")}
    assert "pledged, not said to have happened" in "".join(page().text)
    assert "Germany" not in rendering().files["timeline.svg"].decode()


def test_a_denial_stands_beside_what_it_contests_and_outside_the_numbers() -> None:
    text = html()
    start = text.index('id="finding-transfer-kp-ru-missile-ballistic"')
    end = text.index('id="finding-', start + 10)
    assert "Denial: Russia" in text[start:end]
    assert CLAIMS["deny"].quote.text in "".join(page().text)


def test_marks_of_the_law_are_printed_with_their_meaning() -> None:
    text = "".join(page().text)
    assert "N: number seen, detail from memory." in text
    assert "C: content seen, number from memory." in text


def test_elements_say_in_words_whether_they_are_met() -> None:
    states = {row["state"] for row in rows("assessments.csv")}
    assert states == {"met", "not met", "unknown"}
    for label in ("Met", "Not met", "Unknown"):
        assert f">{label}<" in html()


def test_what_is_outside_the_regime_says_why() -> None:
    assert "Neither side is the DPRK, and no paragraph is about this money." in "".join(page().text)


def test_what_was_not_understood_is_listed_with_its_sentence() -> None:
    assert "The shipment has passed a thing nobody could name." in "".join(page().text)
    structure = json.loads(rendering().files["report.json"])
    assert "The shipment has passed a thing nobody could name." in [
        one["text"] for one in structure["not_understood"]
    ]


def test_the_structure_holds_no_whole_text_of_a_document() -> None:
    structure = rendering().files["report.json"].decode()
    long = [text.text for _, text in DOCUMENTS.values() if len(text.text) > 300]
    assert long
    assert not [text for text in long if json.dumps(text, ensure_ascii=False)[1:-1] in structure]
    assert "texts" not in json.loads(structure)


def test_claims_csv_has_every_claim_once() -> None:
    assert sorted(row["claim"] for row in rows("claims.csv")) == sorted(one.id for one in CLAIMS.values())


def test_sources_csv_says_what_is_stated_what_is_proposed_and_where_from() -> None:
    by_file = {row["file"]: row for row in rows("sources.csv")}
    assert by_file["wire.txt"]["published_standing"] == "proposed"
    assert by_file["wire.txt"]["published_where_from"] == "dateline"
    assert by_file["oil.txt"]["published_standing"] == "unknown"
    assert "conversion" in by_file["oil.txt"]["anomalies"]


def test_csv_opens_in_a_spreadsheet_as_utf_8() -> None:
    for name in FILES:
        if name.endswith(".csv"):
            assert rendering().files[name].startswith(b"\xef\xbb\xbf")


def test_marks_that_stand_together_stand_in_the_order_of_their_numbers() -> None:
    runs = re.findall(r'(?:<sup class="mark">.*?</sup>(?:<sup class="comma">,</sup>)?)+', html())
    numbers = [[int(n) for n in re.findall(r'href="#n(\d+)"', run)] for run in runs]
    assert any(len(run) > 2 for run in numbers)
    assert [run for run in numbers if run != sorted(set(run))] == []


def test_three_things_that_a_reader_would_not_have_guessed() -> None:
    first, second, third = surprises(dossier())
    assert first.startswith("5 outlets, 1 origin")
    assert "differ in the period" in second
    assert "420,000 to 500,080 barrels" in third


def test_the_pdf_is_tagged_and_titled_for_readers_who_cannot_see_it() -> None:
    data = rendering().files["report.pdf"]
    document = pypdfium2.PdfDocument(data)
    try:
        assert document.get_metadata_dict()["Title"] == dossier().title
        assert document.is_tagged()
    finally:
        document.close()
    assert b"pdfuaid" in data


def test_tables_have_heads_and_drawings_have_words() -> None:
    tags = page().tags
    assert all(values.get("scope") in ("col", "row") for tag, values in tags if tag == "th")
    assert next(values for tag, values in tags if tag == "html").get("lang") == "en"
    assert {"header", "main", "nav", "footer"} <= {tag for tag, _ in tags}
    assert all(values.get("aria-label") for tag, values in tags if tag == "svg")
    assert "The drawing in words" in "".join(page().text)


def test_headings_never_skip_a_level() -> None:
    levels = [int(tag[1]) for tag, _ in page().tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_hostile_characters_are_listed_with_their_place_and_stop_nothing() -> None:
    chars = {char for char, _ in rendering().unprintable}
    assert {"\u202e", "\ue000", "\x07", "🚢"} <= chars
    assert "[U+202E]" in pdf_text()
    assert HOSTILE in json.loads(rendering().files["report.json"])["documents"][-1]["title"]["value"]


def test_no_mark_up_of_a_source_takes_effect() -> None:
    text = "".join(page().text)
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}" in text
    assert "Odd & Sons {{7*7}}" in text
    assert "#set page(fill: red) $x$ @note *bold* _em_ `raw` \\ <label>" in pdf_text()
