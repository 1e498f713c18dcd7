"""The two drawings as blocks of the report: timeline and flows, each with its words for those who cannot see it."""

from embargo.reports.blocks import Block, Figure, Inline, Link, Paragraph, Run, Sentence, say
from embargo.reports.flows import flows_svg
from embargo.reports.grouping import HAPPENED
from embargo.reports.index import Index
from embargo.reports.tables import transfers
from embargo.reports.timeline import timeline_svg
from embargo.reports.words import count, listed, period, what, worded
from embargo.vocabulary import Finding

# So many rows a drawing holds before it can no longer be read on a page; the table of transfers has them all.
ROWS = 26


def on_timeline(index: Index) -> tuple[Finding, ...]:
    """Return the findings that the timeline shows: said to have happened on known days, in reading order, `ROWS` at most."""
    return tuple(f for f in happenings(index) if f.period.first or f.period.last)[:ROWS]


def happenings(index: Index) -> tuple[Finding, ...]:
    """Return the findings that are said to have happened and are more than talk, in reading order."""
    talk = ("report.", "statement.", "law.")
    return tuple(f for f in index.findings.values() if f.stage in HAPPENED and not f.event.startswith(talk))


def timeline_figure(index: Index) -> tuple[Block, ...]:
    """Return the timeline as a figure, with every period in words as its alternative text."""
    shown = on_timeline(index)
    if not shown:
        none = say("No finding has a day, so there is no timeline.", "corpus")
        return (Paragraph((none, *not_drawn(index, shown))),)
    rows = [f"{index.labels[f.id]} {f.headline.rstrip('.')}: {period(f.period)}" for f in shown]
    alt = f"Timeline of {count(len(shown), 'finding')}. " + "; ".join(rows) + "."
    cites = index.spread(tuple(claim for f in shown for claim in f.claims[:1]), 6)
    words = "When each finding is said to have happened (bars and diamonds), and when it was said (rings)."
    caption = [say(words, *cites)]
    caption += not_drawn(index, shown)
    return (Figure("timeline.svg", timeline_svg(index, shown), alt, tuple(caption)),)


def not_drawn(index: Index, shown: tuple[Finding, ...]) -> list[Sentence]:
    """Return a sentence that names the findings without a day, and one that counts those for which there was no room."""
    left = [f for f in happenings(index) if f not in shown]
    undated = [f for f in left if not (f.period.first or f.period.last)]
    said: list[Sentence] = []
    if undated:
        parts: list[Inline] = [Run(" Not drawn, since no source gives a day: ")]
        for n, finding in enumerate(undated):
            parts += [Run(", ")] if n else []
            parts.append(Link(index.labels[finding.id], index.anchor(finding.id)))
        said.append(Sentence((*parts, Run("."))))
    if more := len(left) - len(undated):
        said.append(say(f" {count(more, 'further finding')} found no room.", "corpus"))
    return said


def on_flows(index: Index) -> tuple[Finding, ...]:
    """Return the findings that the flow diagram shows: transfers with at least one end named, `ROWS` at most."""
    return tuple(f for f in transfers(index) if f.giver or f.actor or f.taker)[:ROWS]


def flows_figure(index: Index) -> tuple[Block, ...]:
    """Return the flow diagram as a figure, with every flow in words as its alternative text."""
    shown = on_flows(index)
    if not shown:
        return (Paragraph((say("No flow between States is said to have happened.", "corpus"),)),)
    rows = []
    for finding in shown:
        giver = listed([index.name(one) for one in finding.giver or finding.actor]) or "giver not stated"
        taker = listed([index.name(one) for one in finding.taker]) or "taker not stated"
        words = "; ".join(worded(b) for b in finding.bounds if b.words) or "amount not stated"
        rows.append(f"{index.labels[finding.id]} {giver} to {taker}, {what(finding)}, {words}")
    alt = f"Diagram of {count(len(shown), 'flow')}. " + "; ".join(rows) + "."
    cites = index.spread(tuple(claim for f in shown for claim in f.claims[:1]), 6)
    words = "Who is said to have given what to whom. All arrows are equally wide: amounts stand in words, not in widths."
    return (Figure("flows.svg", flows_svg(index, shown), alt, (say(words, *cites),)),)
