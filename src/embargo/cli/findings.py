"""`embargo findings`: the claims on one occasion, fused, and why a number is what it is."""

import typer

from embargo.cli.doors import Folder, Id, Json, reading
from embargo.cli.out import as_json, say, table
from embargo.cli.pick import command, one
from embargo.vocabulary import Dossier, Finding, Lines

app = typer.Typer(
    help="Claims on one occasion, brought together: independent lines, bounds, denials, contradictions.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def lines_in_words(lines: Lines) -> str:
    """Return the interval of independent lines: "1" or "1 to 2"."""
    return str(lines.k_min) if lines.k_min == lines.k_max else f"{lines.k_min} to {lines.k_max}"


def rows_of(dossier: Dossier) -> list[tuple[object, ...]]:
    """Return a row for each finding: id, headline, lines, documents, status, what the law says."""
    rows: list[tuple[object, ...]] = []
    for finding in dossier.findings:
        rows.append(
            (
                finding.id,
                finding.headline,
                lines_in_words(finding.lines),
                finding.lines.documents,
                finding.status,
                law_in_words(dossier, finding.id),
            )
        )
    return rows


def law_in_words(dossier: Dossier, finding: str) -> str:
    """Return the results of the law for a finding, each with its paragraphs."""
    found: dict[str, list[str]] = {}
    outcomes = [outcome for outcome in dossier.outcomes if outcome.fact == finding]
    for outcome in outcomes:
        for assessment in outcome.assessments:
            if assessment.result != "not-covered":
                found.setdefault(assessment.result, []).append(assessment.provision)
    if not found:
        return "outside" if outcomes and all(outcome.outside for outcome in outcomes) else "not covered"
    return "; ".join(f"{result}: {', '.join(dict.fromkeys(paths))}" for result, paths in found.items())


@app.command("list")
def list_(folder: Folder, json: Json = False) -> None:
    """List the findings as of the last run."""
    with reading(folder) as case:
        dossier = case.dossier()
    if json:
        as_json(dossier.findings)
    else:
        table("Findings", ("finding", "what", "lines", "documents", "status", "law"), rows_of(dossier))


@app.command()
def show(folder: Folder, name: Id, json: Json = False) -> None:
    """Show one finding: what is said, on whose word, within which bounds."""
    with reading(folder) as case:
        dossier = case.dossier()
    finding = one("finding", dossier.findings, name, command(folder, "findings list DIR"))
    if json:
        as_json(finding)
        return
    _head(finding)
    for origin in finding.lines.origins:
        say(f"  origin  {origin.name} ({origin.access}): {', '.join(origin.publishers)}")
    for bounds in finding.bounds:
        say(f"  count   {bounds.words}; floor {bounds.floor}")
    for stance in finding.stances:
        say(f"  {stance.kind}  {stance.party}: {stance.words}")
    for contradiction in finding.contradictions:
        say(f"  contradiction  {contradiction.words}")


def _head(finding: Finding) -> None:
    say(f"{finding.id}")
    say(f"{finding.headline}")
    say(
        f"  {finding.stage}; {finding.status}; lines {lines_in_words(finding.lines)} "
        f"from {finding.lines.documents} documents; confidence: event {finding.confidence.event}"
        + (f", number {finding.confidence.number}" if finding.confidence.number else "")
    )


@app.command()
def explain(folder: Folder, name: Id, json: Json = False) -> None:
    """Print every step behind a finding: why these claims, which origins, how the bounds were reckoned.

    \b
    Example:
      embargo findings explain my-case transfer-kp-ru-munition
    """
    with reading(folder) as case:
        dossier = case.dossier()
    finding = one("finding", dossier.findings, name, command(folder, "findings list DIR"))
    claims = {claim.id: claim for claim in dossier.claims}
    documents = {document.id: document for document in dossier.documents}
    mine = [claims[item] for item in (*finding.claims, *finding.against) if item in claims]
    if json:
        as_json({"finding": finding, "claims": mine})
        return
    _head(finding)
    _section("Why these claims are one occasion", finding.why)
    rows = []
    for claim in mine:
        document = documents[claim.document]
        chain = " < ".join(speaker.canonical for speaker in claim.attribution)
        against = "against: " if claim.id in finding.against else ""
        rows.append(
            (claim.id, f"{against}“{claim.quote.text}”", chain, document.published.value or "day unknown")
        )
    table("Claims", ("claim", "quote", "on whose word", "day"), rows)
    _section("Lines", [finding.lines.why, *(f"{o.name}: {o.why}" for o in finding.lines.origins)])
    _section("Ties", [f"{tie.left} and {tie.right}: {tie.grade}: {tie.why}" for tie in finding.lines.ties])
    for bounds in finding.bounds:
        _section(f"Bounds of {bounds.counted} in {bounds.unit or 'no unit'}: {bounds.words}", bounds.why)
    _section("Stances", [f"{s.kind} by {s.party} ({s.scope}): {s.words}" for s in finding.stances])
    _section("Contradictions", [f"{c.kind}: {c.words}" for c in finding.contradictions])
    _section("Near", [f"{near.relation} {near.finding}: {near.why}" for near in finding.near])
    _section("Confidence", finding.confidence.reasons)


def _section(title: str, lines: list[str] | tuple[str, ...]) -> None:
    if lines:
        say(f"{title}:")
        for line in lines:
            say(f"  - {line}")
