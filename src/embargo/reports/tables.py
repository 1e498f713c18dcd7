"""The table of transfers and the sections that gather what stands beside findings: contests and acknowledgements."""

from embargo.reports.beside import acknowledged, contested
from embargo.reports.blocks import Block, Link, Paragraph, Prose, Run, Sentence, Table, line, say
from embargo.reports.brief import shortened
from embargo.reports.entry import lines_words
from embargo.reports.grouping import HAPPENED
from embargo.reports.index import Index
from embargo.reports.words import amount, count, listed, period, what, worded
from embargo.vocabulary import Finding


def is_transfer(finding: Finding) -> bool:
    """Return whether the finding is something that went from one party to another and is said to have happened."""
    flows = ("transfer", "deploy", "train", "labour", "aid", "ship")
    moved = finding.event.split(".", 1)[0] in flows or bool(finding.giver and finding.taker)
    talk = finding.event.startswith(("report.", "statement.", "law.", "visit.", "agreement."))
    return moved and not talk and finding.stage in HAPPENED


def transfers(index: Index) -> tuple[Finding, ...]:
    """Return the findings of the table of transfers, in reading order."""
    return tuple(finding for finding in index.findings.values() if is_transfer(finding))


def transfers_blocks(index: Index) -> tuple[Block, ...]:
    """Return the table of transfers, amounts as worded and as reckoned, each cell with its footnotes."""
    rows: list[tuple[Prose, ...]] = []
    for finding in transfers(index):
        few, anchor = index.one_an_origin(finding)[:2], index.anchor(finding.id)
        mark = Sentence((Link(index.labels[finding.id], index.anchor(finding.id)),))
        giver = listed([index.name(one) for one in finding.giver or finding.actor]) or "not stated"
        taker = listed([index.name(one) for one in finding.taker]) or "not stated"
        way = f"{giver} to {taker}" if finding.giver or finding.actor or finding.taker else "not stated"
        words = "; ".join(worded(b) for b in finding.bounds if b.words) or "amount not stated"
        reckoned = "; ".join(amount(b.range, b.unit, b.counted) for b in finding.bounds) or "—"
        origins = (
            f"{finding.lines.k_min}"
            if finding.lines.k_min == finding.lines.k_max
            else (f"{finding.lines.k_min} to {finding.lines.k_max}")
        )
        rows.append(
            (
                (mark,),
                (line(way, anchor),),
                (line(what(finding), anchor),),
                (say(words, *few),),
                (line(reckoned, anchor),),
                (line(finding.period.words or period(finding.period), anchor),),
                (line(f"{origins} ({finding.lines.documents})", anchor),),
            )
        )
    if not rows:
        return (Paragraph((say("No transfer is said to have happened in this case.", "corpus"),)),)
    head = ("No.", "From and to", "What", "As worded", "As reckoned", "When", "Lines (documents)")
    shown, more = shortened(rows, "transfer", "transfers.csv")
    return (Table("Transfers said to have happened", head, shown, (6, 16, 16, 17, 19, 15, 11)), *more)


def contradictions_blocks(index: Index) -> tuple[Block, ...]:
    """Return every contradiction and denial under the finding it contests."""
    blocks: list[Block] = []
    beyond = 0
    for finding in index.findings.values():
        boxes = contested(index, finding)
        if boxes and finding.id in index.full:
            blocks += [reminder(index, finding), *boxes]
        elif boxes:
            beyond += 1
    if beyond:
        words = f"{count(beyond, 'further finding')} that a document contests {'is' if beyond == 1 else 'are'} in report.json."
        blocks.append(Paragraph((say(words, "corpus"),), "small"))
    return tuple(blocks) or (
        Paragraph((say("No document contradicts or denies a finding of this case.", "corpus"),)),
    )


def acknowledgements_blocks(index: Index) -> tuple[Block, ...]:
    """Return every acknowledgement under the finding it admits; it carries over to no other."""
    blocks: list[Block] = []
    for finding in index.findings.values():
        boxes = acknowledged(index, finding)
        if boxes and finding.id in index.full:
            blocks += [reminder(index, finding), *boxes]
    if not blocks:
        return (Paragraph((say("No party acknowledges a finding of this case.", "corpus"),)),)
    rule = "An acknowledgement counts for the finding under which it stands and for no other."
    return (Paragraph((say(rule, "method"),), "small"), *blocks)


def reminder(index: Index, finding: Finding) -> Paragraph:
    """Return a line that names the finding, so that what contests it is read beside it."""
    label = Link(index.labels[finding.id], index.anchor(finding.id))
    words = f" {finding.headline.rstrip('.')}. {lines_words(finding)}."
    cites = say("", *index.one_an_origin(finding)[:2]).inlines[1:]
    return Paragraph((Sentence((label, Run(words), *cites)),), "lead")
