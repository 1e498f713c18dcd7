"""Reports: from a Dossier and the user's report.md to a cited report in HTML, PDF, JSON, CSV and drawings."""

from embargo.reports.draft import draft
from embargo.reports.render import REPORT_VERSION, Rendering, render
from embargo.reports.surprises import surprises

__all__ = ["REPORT_VERSION", "Rendering", "draft", "render", "surprises"]
