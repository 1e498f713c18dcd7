"""A large case in a report that people can still read: some findings in full, the others a line each, nothing left unsaid."""

from collections.abc import Iterable, Sequence

from embargo.reports.blocks import (
    Anchor,
    Block,
    Cite,
    Link,
    Paragraph,
    Prose,
    Run,
    Sentence,
    Table,
    line,
    say,
)
from embargo.reports.grouping import HAPPENED, weight
from embargo.reports.index import Index
from embargo.reports.words import RESULTS, count, sentence
from embargo.vocabulary import Finding

# Up to so many findings each is set out in full; of more, the best supported are. Sections that list rows hold as many; the
# CSV files and report.json hold all. Measured: the typesetter needs 12 GB for 1,200 findings in full, 0.9 GB for these.
ALL, IN_FULL, ROWS = 60, 30, 120


def in_full(findings: Sequence[Finding], named: Iterable[str] = ()) -> frozenset[str]:
    """Return the findings to set out in full: all of a small case; of a large one those contested or best supported.

    `named` are those that the user's text asks for by name: they are always among them.
    """
    if len(findings) <= ALL:
        return frozenset(finding.id for finding in findings)

    def press(finding: Finding) -> tuple[object, ...]:
        contested = any(stance.kind == "denial" for stance in finding.stances) or finding.contradictions
        return (finding.stage not in HAPPENED, not contested, *weight(finding))

    chosen = sorted(findings, key=press)[:IN_FULL]
    return frozenset((*(finding.id for finding in chosen), *named))


def in_brief(index: Index, findings: Sequence[Finding], among: int) -> tuple[Block, ...]:
    """Return findings as a table, a line each: what, on how many lines, and what the law says.

    `among` is how many there are; where that is more than are handed in, the sentence before the table says so.
    """
    if not among:
        return ()
    rows: list[tuple[Prose, ...]] = []
    for finding in findings:
        anchor = index.anchor(finding.id)
        lines = finding.lines
        origins = str(lines.k_min) if lines.k_min == lines.k_max else f"{lines.k_min} to {lines.k_max}"
        cites = [Cite(key) for key in index.one_an_origin(finding)[:1]]
        rows.append(
            (
                (Sentence((Link(index.labels[finding.id], anchor),)),),
                (Sentence((Run(sentence(finding.headline)), *cites)),),
                (line(f"{origins} ({lines.documents})", anchor),),
                (line(law_in_a_line(index, finding), anchor),),
            )
        )
    told = f"{count(among, 'further finding')} of this group"
    if among > len(findings):
        told += f"; {f'the first {len(findings):,} have' if findings else 'none has'} room here, and all stand in report.json"
    else:
        told += ", a line each"
    words = f"{told}. Each claim behind them stands with its quote in claims.csv, each element of the law in assessments.csv."
    if not findings:
        return (Paragraph((say(words, "corpus"),), "small"),)
    table = Table("", ("No.", "Finding", "Lines (documents)", "Law"), tuple(rows), (8, 52, 12, 28))
    anchors = tuple(Anchor(index.anchor(finding.id)) for finding in findings)
    return (*anchors, Paragraph((say(words, "corpus"),), "small"), table)


def law_in_a_line(index: Index, finding: Finding) -> str:
    """Return "Prohibited: 1718/8/b, 1874/9; Needs a determination: 2270/8", or that no paragraph touches it."""
    found: dict[str, dict[str, None]] = {}
    for outcome in index.outcomes_of(finding.id):
        for one in outcome.assessments:
            if one.result != "not-covered":
                found.setdefault(one.result, {})[one.provision] = None
    if not found:
        return "outside the regime, or not covered"
    return "; ".join(f"{RESULTS[name]}: {', '.join(found[name])}" for name in RESULTS if name in found)


def shortened(
    rows: Sequence[tuple[Prose, ...]], what: str, where: str
) -> tuple[tuple[tuple[Prose, ...], ...], tuple[Block, ...]]:
    """Return the first rows, `ROWS` at most, and a sentence that counts the others and says which file holds them."""
    left = len(rows) - ROWS
    if left <= 0:
        return tuple(rows), ()
    words = f"{count(left, f'further {what}')} {'stands' if left == 1 else 'stand'} in {where}."
    return tuple(rows[:ROWS]), (Paragraph((say(words, "corpus"),), "small"),)
