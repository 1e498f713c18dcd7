"""The two drawings as blocks of the report: timeline and flows, each with its words for those who cannot see it."""

from embargo.reports.blocks import Block, Figure, Paragraph, say
from embargo.reports.flows import flows_svg
from embargo.reports.grouping import HAPPENED
from embargo.reports.index import Index
from embargo.reports.tables import transfers
from embargo.reports.timeline import timeline_svg
from embargo.reports.words import count, listed, period, worded
from embargo.vocabulary import Finding, item_words

# So many rows a drawing holds before it can no longer be read on a page; the table of transfers has them all.
ROWS = 26


def on_timeline(index: Index) -> tuple[Finding, ...]:
    """Return the findings that the timeline shows: said to have happened, in reading order, `ROWS` at most."""
    talk = ("report.", "statement.", "law.")
    told = [f for f in index.findings.values() if f.stage in HAPPENED and not f.event.startswith(talk)]
    return tuple(told[:ROWS])


def timeline_figure(index: Index) -> tuple[Block, ...]:
    """Return the timeline as a figure, with every period in words as its alternative text."""
    shown = on_timeline(index)
    if not shown:
        return (Paragraph((say("No finding has a place on a timeline.", "corpus"),)),)
    rows = [f"{index.labels[f.id]} {f.headline.rstrip('.')}: {period(f.period)}" for f in shown]
    alt = f"Timeline of {count(len(shown), 'finding')}. " + "; ".join(rows) + "."
    cites = index.spread(tuple(claim for f in shown for claim in f.claims[:1]), 6)
    left = len([f for f in index.findings.values() if f.stage in HAPPENED]) - len(shown)
    words = "When each finding is said to have happened (bars and diamonds), and when it was said (rings)."
    caption = [say(words, *cites)]
    if left > 0:
        caption.append(say(f" {count(left, 'finding')} not drawn.", "corpus"))
    return (Figure("timeline.svg", timeline_svg(index, shown), alt, tuple(caption)),)


def on_flows(index: Index) -> tuple[Finding, ...]:
    """Return the findings that the flow diagram shows: transfers with at least one end named, `ROWS` at most."""
    return tuple(f for f in transfers(index) if f.giver or f.taker)[:ROWS]


def flows_figure(index: Index) -> tuple[Block, ...]:
    """Return the flow diagram as a figure, with every flow in words as its alternative text."""
    shown = on_flows(index)
    if not shown:
        return (Paragraph((say("No flow between States is said to have happened.", "corpus"),)),)
    rows = []
    for finding in shown:
        giver = listed([index.name(one) for one in finding.giver]) or "giver not stated"
        taker = listed([index.name(one) for one in finding.taker]) or "taker not stated"
        words = "; ".join(worded(b) for b in finding.bounds if b.words) or "amount not stated"
        rows.append(f"{index.labels[finding.id]} {giver} to {taker}, {item_words(finding.item)}, {words}")
    alt = f"Diagram of {count(len(shown), 'flow')}. " + "; ".join(rows) + "."
    cites = index.spread(tuple(claim for f in shown for claim in f.claims[:1]), 6)
    words = "Who is said to have given what to whom. All arrows are equally wide: amounts stand in words, not in widths."
    return (Figure("flows.svg", flows_svg(index, shown), alt, (say(words, *cites),)),)
