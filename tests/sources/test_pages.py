"""HTML pages: their text, tables and what they say of themselves; nothing runs, nothing is fetched."""

import pytest

from embargo.errors import UnreadableSource
from embargo.sources import capture
from embargo.vocabulary import Captured
from tests.sources.papers import spans

PROSE = (
    "<p>On Tuesday the ministry said that the ship had called at the port and that more than 11,000 containers were"
    " moved by rail over several months of work.</p>"
)


def page(body: str = "", head: str = "", rest: str = "") -> Captured:
    source = f"<html {rest}><head>{head}</head><body><article>{body}{PROSE}</article></body></html>"
    return capture(source.encode(), "page.html", {})


def test_scripts_styles_and_hidden_words_are_no_text() -> None:
    captured = page(
        '<script>say("5,000 shells")</script><style>p{color:red}</style><noscript>7,000 shells</noscript>'
        "<template>8,000 shells</template><!-- 9,000 shells --><p>Over 100 shells were seen that day at the border.</p>"
    )
    assert "shells were seen" in captured.text.text
    assert all(number not in captured.text.text for number in ("5,000", "7,000", "8,000", "9,000", "color"))


def test_menus_are_left_out_and_that_is_said() -> None:
    menu = "".join(f'<li><a href="/{k}">Section number {k} of the site</a></li>' for k in range(60))
    source = f"<html><body><nav><ul>{menu}</ul></nav><article>{PROSE}</article></body></html>"
    captured = capture(source.encode(), "page.html", {})
    assert "Section number" not in captured.text.text
    assert any("visible signs" in note for note in captured.document.notes)


def test_tables_keep_their_rows_even_one_within_another() -> None:
    captured = page(
        "<table><tr><th>Ship</th><th>IMO</th><th>Calls</th></tr><tr><td>Angara</td><td>9179842</td><td>12</td></tr></table>"
        "<table><tr><td>Outer</td><td><table><tr><td>21</td><td>22</td><td>23</td></tr></table></td></tr></table>"
    )
    rows = spans(captured, "table row")
    assert any("Angara" in row and "9179842" in row and "12" in row for row in rows)
    assert any("21" in row and "22" in row for row in rows)


def test_what_the_page_says_of_itself_is_proposed_with_where_from() -> None:
    captured = page(
        head='<meta property="og:site_name" content="The  Harbour Courier"><meta property="og:title" content="Trains">'
        '<meta property="article:published_time" content="2025-05-29T23:30:00-05:00">',
        rest='lang="en-GB"',
    )
    document = captured.document
    assert {
        field: (
            getattr(document, field).value,
            getattr(document, field).standing,
            getattr(document, field).where,
        )
        for field in ("publisher", "title", "published", "language")
    } == {
        "publisher": ("The Harbour Courier", "proposed", "the page's meta og:site_name"),
        "title": ("Trains", "proposed", "the page's meta og:title"),
        "published": ("2025-05-29", "proposed", "the page's meta article:published_time"),
        "language": ("en", "proposed", "the page's lang"),
    }


@pytest.mark.parametrize(
    "linked",
    [
        '{"@type": "NewsArticle", "headline": "Trains", "datePublished": "2025-05-29", "publisher": {"name": "Courier"}}',
        '[{"@type": "x"}, {"headline": "Trains", "datePublished": "2025-05-29T10:00", "publisher": "Courier"}]',
        '{"@graph": [{"publisher": [{"name": "Courier"}]}, {"headline": "Trains", "datePublished": "29 May 2025"}]}',
    ],
)
def test_json_ld_is_read(linked: str) -> None:
    document = page(head=f'<script type="application/ld+json">{linked}</script>').document
    assert (document.title.value, document.publisher.value, document.published.value) == (
        "Trains",
        "Courier",
        "2025-05-29",
    )
    assert document.published.where == "the page's JSON-LD"


@pytest.mark.parametrize(
    "linked",
    [
        "{",
        "[" * 100_000,
        "null",
        '"x"',
        "[1, 2]",
        '{"publisher": [1], "datePublished": 5}',
        '{"@graph": {"@graph": 1}}',
    ],
)
def test_json_ld_that_is_none_stops_nothing(linked: str) -> None:
    captured = page(head=f'<script type="application/ld+json">{linked}</script>')
    assert "11,000 containers" in captured.text.text
    assert captured.document.publisher.value is None


@pytest.mark.parametrize("day", ["2025-13-45", "2025-02-30", "soon", "", "0000-00-00", "20251399", "May"])
def test_a_day_that_is_none_is_not_proposed(day: str) -> None:
    document = page(
        head=f'<meta name="date" content="{day}"><meta name="dc.date" content="2025-05-29">'
    ).document
    assert (document.published.value, document.published.where) == ("2025-05-29", "the page's meta dc.date")


@pytest.mark.parametrize("code", ["x-default", "", "1", "english"])
def test_a_language_that_is_none_is_not_proposed(code: str) -> None:
    assert page(rest=f'lang="{code}"').document.language.where == "script and commonest words"


def test_a_script_beats_the_language_of_a_template() -> None:
    korean = "<p>북한은 러시아에 컨테이너를 보냈다고 국방부가 밝혔다. 국방부 대변인은 기자회견에서 이같이 말했다.</p>"
    source = f'<html lang="en"><body><article>{korean}</article></body></html>'
    assert capture(source.encode(), "page.html", {}).document.language.value == "ko"


def test_what_people_state_beats_what_a_page_says() -> None:
    from embargo.vocabulary import Detail

    source = f'<html><head><meta name="publisher" content="Page"></head><body>{PROSE}</body></html>'
    stated = {"publisher": Detail("Person", "stated", "command line")}
    assert capture(source.encode(), "page.html", stated).document.publisher.value == "Person"


@pytest.mark.parametrize(
    "source",
    ["<html></html>", "<script>x</script>", "<frameset><frame src=x></frameset>", "<!-- -->", "<p> </p>"],
)
def test_a_page_without_words_is_set_aside_with_what_to_do(source: str) -> None:
    with pytest.raises(UnreadableSource, match=r"page\.html .*"):
        capture(source.encode(), "page.html", {})


@pytest.mark.parametrize(
    "source",
    [
        "<p>Words that were never closed and go on to the end of the page <b>here",
        "<div>" * 3000 + "Words far within" + "</div>" * 3000,
        "<p>One</p>" * 20_000,
        "<table>" * 300 + "<tr><td>Words in cells",
        "Words without any tag at all",
        "<p>Signs &#0; &#x1; &#xFFFE; &#55296; &nosuch; &amp; words</p>",
        "<svg><text>Words</text></svg><p>Words beside a drawing that has words</p>",
        '<p onclick="x">⟅12⟆ words with odd brackets<sup>3</sup></p>',
    ],
)
def test_broken_pages_are_read_or_set_aside(source: str) -> None:
    try:
        captured = capture(source.encode(), "page.html", {})
    except UnreadableSource:
        return
    captured.text.text.encode("utf-8")
    assert captured.text.text.strip()


def test_a_page_too_large_is_set_aside() -> None:
    with pytest.raises(UnreadableSource, match="a page of at most 20000000"):
        capture(b"<p>x</p>" * 2_600_000, "page.html", {})
