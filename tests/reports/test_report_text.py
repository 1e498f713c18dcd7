"""report.md is the user's: her prose, her citations, and what happens where they name nothing."""

import re

import pytest

from embargo.reports import draft, render
from tests.reports.dossier_for_tests import CLAIMS, FINDINGS, OUTCOMES, dossier

MISSILES = FINDINGS[0].id
CLAIM = CLAIMS["m1"].id
ASSESSMENT = OUTCOMES[0].assessments[0].id


def html(text: str) -> str:
    return render(dossier(), text).files["report.html"].decode()


def body(text: str) -> str:
    page = html(text)
    return page[page.index("<main") : page.index("</main>")]


def test_the_first_draft_names_no_problem() -> None:
    assert render(dossier(), draft(dossier())).problems == ()


def test_the_first_draft_has_a_heading_for_every_direction_of_flow() -> None:
    text = draft(dossier())
    assert (
        text.index("### North Korea to Russia")
        < text.index("### Russia to North Korea")
        < text.index("### People")
    )


def test_a_title_with_marks_of_its_own_is_printed_as_it_is() -> None:
    import msgspec

    strange = msgspec.structs.replace(dossier(), title="The *case* of {{finding:x}} <b> \\ #1 `a`")
    rendering = render(strange, draft(strange))
    assert rendering.problems == ()
    assert (
        "The *case* of {{finding:x}} &lt;b&gt; \\ #1 `a`</bdi></h1>"
        in rendering.files["report.html"].decode()
    )


def test_a_paragraph_of_hers_without_a_citation_is_the_drafters_assessment() -> None:
    assert '<p class="drafters"><span class="own">Drafters’ assessment.</span> We think so.</p>' in body(
        "We think so."
    )


def test_a_paragraph_of_hers_with_a_citation_is_not() -> None:
    for citation in (
        f"{{{{claim:{CLAIM}}}}}",
        f"{{{{finding:{MISSILES}}}}}",
        f"{{{{assessment:{ASSESSMENT}}}}}",
    ):
        printed = body(f"So it is {citation}.")
        assert "Drafters’ assessment" not in printed
        assert 'role="doc-noteref"' in printed


def test_an_item_of_a_list_without_a_citation_is_marked_alone() -> None:
    printed = body(f"- one {{{{claim:{CLAIM}}}}}\n- two\n")
    assert printed.count("Drafters’ assessment") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        "{{finding:XYZ}}",
        "{{claim:nobody}}",
        "{{assessment:none}}",
        "{{nothing}}",
        "{{findings:XY-ZZ}}",
        "{{}}",
        "{{claim C-1}}",
    ],
)
def test_what_names_nothing_is_a_visible_notice_and_never_stops_the_report(wrong: str) -> None:
    for text in (wrong, f"In a sentence {wrong} of hers."):
        rendering = render(dossier(), text)
        assert any(wrong in problem for problem in rendering.problems)
        assert 'class="notice"' in rendering.files["report.html"].decode()


def test_braces_that_are_never_closed_are_a_notice() -> None:
    rendering = render(dossier(), "As we saw {{claim:C-12 and after.")
    assert any("is no directive" in problem for problem in rendering.problems)


def test_a_unique_beginning_of_an_id_is_enough() -> None:
    assert 'role="doc-noteref"' in body(f"So it is {{{{claim:{CLAIM[:-2].lower()}}}}}.")


def test_a_citation_that_names_nothing_is_no_citation() -> None:
    assert "Drafters’ assessment" in body("So it is {{finding:XYZ}}.")


def test_a_section_inside_a_sentence_is_a_notice() -> None:
    rendering = render(dossier(), "See {{summary}} here.")
    assert any("line of its own" in problem for problem in rendering.problems)


def test_findings_that_no_line_places_are_named_as_a_problem() -> None:
    rendering = render(dossier(), f"{{{{finding:{MISSILES}}}}}")
    assert any("transfer-ru-kp-petroleum-refined" in problem for problem in rendering.problems)
    assert not any(f"{MISSILES}," in problem for problem in rendering.problems)


def test_a_finding_named_twice_is_pointed_to_the_second_time() -> None:
    printed = body(f"{{{{finding:{MISSILES}}}}}\n\n{{{{finding:{MISSILES}}}}}")
    assert len(re.findall(f'id="finding-{MISSILES}"', printed)) == 1


def test_emphasis_lists_and_quotations_are_printed() -> None:
    printed = body(
        "# T\n\n## Her *own* heading\n\nA **strong** and _soft_ `word`.\n\n1. first\n2. second\n\n> said\n"
    )
    assert ">Her own heading<" in printed.replace("<bdi>", "").replace("</bdi>", "")
    assert "<strong>strong</strong>" in printed
    assert "<em>soft</em>" in printed
    assert "<code>word</code>" in printed
    assert "<ol>" in printed


def test_comments_are_not_printed_and_html_is_inert() -> None:
    printed = body("<!-- hidden --> A <img src=x onerror=alert(1)> word")
    assert "hidden" not in printed
    assert "&lt;img src=x onerror=alert(1)&gt;" in printed


def test_headings_that_skip_a_level_are_set_one_below_the_last() -> None:
    printed = body("##### deep\n\n###### deeper\n")
    assert re.findall(r"<h(\d)", printed) == ["2", "3"]


def test_two_headings_of_one_name_have_anchors_of_their_own() -> None:
    assert re.findall(r'<h2 id="([^"]+)"', body("## Same\n\n## Same\n")) == ["same", "same-2"]
