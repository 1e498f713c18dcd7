"""The drawings: intervals as intervals, open ends as arrows, and never a width for an amount that nobody stated."""

import datetime as dt
import re
import xml.etree.ElementTree as ElementTree

import msgspec

from embargo.reports.blocks import Figure, Paragraph
from embargo.reports.flows import flows_svg
from embargo.reports.index import Index
from embargo.reports.pictures import on_flows, on_timeline, timeline_figure
from embargo.reports.svg import width, wrap
from embargo.reports.timeline import timeline_svg
from embargo.vocabulary import Finding, Period
from tests.reports.dossier_for_tests import FINDINGS, dossier

SVG = "{http://www.w3.org/2000/svg}"


def index_with(*findings: Finding) -> Index:
    return Index(msgspec.structs.replace(dossier(), findings=findings))


def timeline(period: Period) -> ElementTree.Element:
    index = index_with(msgspec.structs.replace(FINDINGS[0], period=period))
    return ElementTree.fromstring(timeline_svg(index, on_timeline(index)))  # noqa: S314 - our own drawing


def bars(drawing: ElementTree.Element) -> list[ElementTree.Element]:
    """The bars of findings; the last two rectangles are the legend's."""
    return drawing.findall(f"{SVG}rect")[:-2]


def test_an_interval_is_a_bar() -> None:
    (bar,) = bars(timeline(Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31))))
    assert float(bar.get("width", "0")) > 100
    assert bar.get("fill-opacity") is None


def test_an_open_end_is_faint_and_has_an_arrow() -> None:
    closed = timeline(Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
    opened = timeline(Period(dt.date(2024, 1, 1), None))
    assert bars(opened)[0].get("fill-opacity") == "0.6"
    assert len(opened.findall(f"{SVG}path[@fill]")) == len(closed.findall(f"{SVG}path[@fill]")) + 1


def test_one_day_is_a_diamond_and_no_bar() -> None:
    assert bars(timeline(Period(dt.date(2024, 5, 3), dt.date(2024, 5, 3)))) == []


def test_a_finding_without_a_day_is_named_beside_the_drawing_and_not_drawn() -> None:
    undated = msgspec.structs.replace(FINDINGS[0], period=Period())
    index = index_with(undated, FINDINGS[1])
    assert on_timeline(index) == (FINDINGS[1],)
    (figure,) = timeline_figure(index)
    assert isinstance(figure, Figure)
    words = "".join(said.text for said in figure.caption)
    assert f"Not drawn, since no source gives a day: {index.labels[undated.id]}." in words


def test_without_any_day_there_is_no_timeline_and_the_findings_are_named() -> None:
    index = index_with(msgspec.structs.replace(FINDINGS[0], period=Period()))
    (paragraph,) = timeline_figure(index)
    assert isinstance(paragraph, Paragraph)
    assert "No finding has a day" in "".join(said.text for said in paragraph.prose)
    assert "F1." in "".join(said.text for said in paragraph.prose)


def test_days_of_saying_are_rings_apart_from_the_bar() -> None:
    drawing = timeline(Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
    rings = drawing.findall(f"{SVG}circle")[:-1]
    assert len(rings) == 3  # 29 and 30 May, 1 June
    assert all(float(ring.get("cy", "0")) > float(bars(drawing)[0].get("y", "0")) + 7 for ring in rings)


def test_no_two_labels_of_a_drawing_meet() -> None:
    index = Index(dossier())
    for text in (timeline_svg(index, on_timeline(index)), flows_svg(index, on_flows(index))):
        drawing = ElementTree.fromstring(text)  # noqa: S314 - our own drawing
        boxes = []
        for label in drawing.iter(f"{SVG}text"):
            if label.get("aria-hidden"):
                continue
            size, x, y = (float(label.get(name, "0")) for name in ("font-size", "x", "y"))
            wide = width(label.text or "", size)
            left = x - wide / 2 if label.get("text-anchor") == "middle" else x
            boxes.append((left, y - size * 0.75, left + wide, y + size * 0.2, label.text))
        for n, one in enumerate(boxes):
            for two in boxes[n + 1 :]:
                apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
                assert apart, (one, two)


def test_every_arrow_is_equally_wide_and_an_unknown_amount_stands_in_words() -> None:
    index = Index(dossier())
    text = flows_svg(index, on_flows(index))
    assert "amount not stated" in text
    assert len(set(re.findall(r'stroke-width="(2\.4|[3-9]\.\d)"', text))) == 1


def test_arrows_point_from_giver_to_taker() -> None:
    index = Index(dossier())
    ways = re.findall(r"M[\d.]+ [\d.]+l(-?\d+) -6v12z", flows_svg(index, on_flows(index)))
    assert ways == ["-12", "-12", "-12", "12", "12", "-12"]


def test_a_long_label_is_wrapped_and_ends_with_an_ellipsis() -> None:
    lines = wrap("word " * 60, 12, 150, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(width(line, 12) <= 150 for line in lines)
