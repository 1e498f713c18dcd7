"""The first text of report.md: the user's to rewrite from its first line on."""

from embargo.reports.index import Index
from embargo.reports.markdown import escape
from embargo.vocabulary import Dossier

HINT = """<!--
This text is yours. Lines in double braces are filled in by `embargo run`; everything else is printed as you write it.
On a line of its own: {{summary}} {{findings:KEY}} {{findings:rest}} {{finding:ID}} {{claim:ID}} {{assessment:ID}}
{{transfers}} {{timeline}} {{flows}} {{contradictions}} {{acknowledgements}} {{assessments}} {{outside}}
{{not-understood}} {{method}} {{sources}}
Within a sentence: {{finding:ID}} {{claim:ID}} {{assessment:ID}} set footnotes and links.
A paragraph without any of these is printed as the drafters' assessment.
-->"""


def draft(dossier: Dossier) -> str:
    """Return a report text that shows everything: findings by direction of flow, then law, method and sources."""
    index = Index(dossier)
    lines = [f"# {escape(dossier.title) or 'Report'}", "", HINT, "", "## Summary", "", "{{summary}}", ""]
    lines += ["## Findings", ""]
    for group in index.groups:
        lines += [f"### {escape(group.title)}", "", f"{{{{findings:{group.key}}}}}", ""]
    lines += ["{{findings:rest}}", ""]
    for title, verb in (
        ("Table of transfers", "transfers"),
        ("Timeline", "timeline"),
        ("Flows", "flows"),
        ("Contradictions and denials", "contradictions"),
        ("Acknowledgements", "acknowledgements"),
        ("Assessments against the law", "assessments"),
        ("Outside the regime", "outside"),
        ("What was not understood", "not-understood"),
        ("Method and limits", "method"),
        ("Annex: sources", "sources"),
    ):
        lines += [f"## {title}", "", f"{{{{{verb}}}}}", ""]
    return "\n".join(lines)
