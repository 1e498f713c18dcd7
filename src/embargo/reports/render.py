"""The whole report from one dossier: every file as bytes, what could not be printed, what went wrong in words."""

import msgspec

from embargo.reports.compose import compose
from embargo.reports.flows import flows_svg
from embargo.reports.html import report_html
from embargo.reports.index import Index
from embargo.reports.pdf import report_pdf
from embargo.reports.pictures import on_flows, on_timeline
from embargo.reports.sheets import assessments_csv, claims_csv, sources_csv, transfers_csv
from embargo.reports.structure import report_json
from embargo.reports.timeline import timeline_svg
from embargo.vocabulary import Dossier

REPORT_VERSION = "reports 1"


class Rendering(msgspec.Struct, frozen=True):
    """A finished report.

    `files` by name; `unprintable` lists (character, where) for what the PDF's fonts do not hold and prints as
    [U+XXXX]; `problems` are things in report.md that name nothing, each also a visible notice in its place.
    """

    files: dict[str, bytes]
    unprintable: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]


def render(dossier: Dossier, report_text: str) -> Rendering:
    """Return the report of a dossier under the user's text; the same input gives the same bytes."""
    index = Index(dossier)
    composed = compose(dossier, report_text)
    typeset = report_pdf(index, composed, REPORT_VERSION)
    files = {
        "report.html": report_html(index, composed, REPORT_VERSION),
        "report.pdf": typeset.pdf,
        "report.json": report_json(index, composed, REPORT_VERSION),
        "transfers.csv": transfers_csv(index),
        "claims.csv": claims_csv(index),
        "sources.csv": sources_csv(index),
        "assessments.csv": assessments_csv(index),
        "timeline.svg": timeline_svg(index, on_timeline(index)).encode("utf-8"),
        "flows.svg": flows_svg(index, on_flows(index)).encode("utf-8"),
    }
    return Rendering(files, typeset.unprintable, (*composed.problems, *typeset.problems))
