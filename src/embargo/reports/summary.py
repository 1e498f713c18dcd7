"""The summary: the findings first, then how much rests on how little, then the law in one line."""

from collections import Counter

from embargo.reports.blocks import (
    Block,
    Box,
    Bullets,
    Cite,
    Inline,
    Link,
    Paragraph,
    Prose,
    Run,
    Sentence,
    say,
)
from embargo.reports.entry import lines_words
from embargo.reports.grouping import HAPPENED
from embargo.reports.index import Index
from embargo.reports.surprises import surprises_of
from embargo.reports.words import RESULTS, count, listed, sentence
from embargo.vocabulary import Finding

# So many findings are told in the summary, and so many of each group; the others are counted and stand below.
TOLD, EACH = 12, 4


def summary_blocks(index: Index) -> tuple[Block, ...]:
    """Return the summary's blocks."""
    happened = [f for f in index.findings.values() if f.stage in HAPPENED]
    told = chosen(index)
    blocks: list[Block] = []
    if told:
        blocks.append(Bullets(tuple(told_in_short(index, finding) for finding in told)))
    else:
        blocks.append(Paragraph((say("No finding in this case is said to have happened.", "corpus"),)))
    blocks.append(Paragraph(counted(index, len(happened) - len(told))))
    if law := law_in_short(index):
        blocks.append(Paragraph(law))
    stand_out = surprises_of(index)[:3]
    if stand_out:
        items = tuple((say(sentence(one.words), *index.spread(one.claims), *one.notes),) for one in stand_out)
        blocks.append(Box("standout", "What a reader would not have guessed", (Bullets(items),)))
    return tuple(blocks)


def chosen(index: Index) -> list[Finding]:
    """Return the findings that the summary tells: up to `EACH` of every group but statements and announcements."""
    told = [
        finding
        for group in index.groups
        if group.key not in ("statements", "announced")
        for finding in group.findings[:EACH]
    ]
    return told[:TOLD]


def told_in_short(index: Index, finding: Finding) -> Prose:
    """Return the headline and what it rests on, with a link to the finding."""
    parts: tuple[Inline, ...] = (
        Run(f"{sentence(finding.headline)} {lines_words(finding)} ("),
        Link(index.labels[finding.id], index.anchor(finding.id)),
        Run(")."),
    )
    return (Sentence((*parts, *(Cite(key) for key in index.one_an_origin(finding)[:3]))),)


def counted(index: Index, more: int) -> Prose:
    """Return how many documents, claims and findings there are, and how many are not told in the summary."""
    dossier = index.dossier
    publishers = {d.publisher.value for d in dossier.documents if d.publisher.value}
    words = (
        f"The case holds {count(len(dossier.documents), 'document')} of {count(len(publishers), 'known publisher')}, "
        f"{count(len(index.claims), 'claim')} read from them, and {count(len(index.findings), 'finding')}."
    )
    prose = [say(words, "corpus")]
    if more > 0:
        rest = (
            f" {count(more, 'further finding')} {'stands' if more == 1 else 'stand'} in the sections below."
        )
        prose.append(say(rest, "corpus"))
    announced = [f for f in index.findings.values() if f.stage not in HAPPENED]
    if announced:
        cites = index.spread(tuple(claim for f in announced for claim in f.claims))
        words = f" {count(len(announced), 'matter')} announced, requested or considered "
        prose.append(
            say(
                words + "is kept apart and enters no sum."
                if len(announced) == 1
                else words + "are kept apart and enter no sum.",
                *cites,
            )
        )
    contested = [f for f in index.findings.values() if f.contradictions or f.against]
    if contested:
        parts: list[Inline] = [Run(" Contradicted or denied in part: ")]
        for place, finding in enumerate(contested):
            joint = "" if place == 0 else " and " if place == len(contested) - 1 else ", "
            parts += [Run(joint), Link(index.labels[finding.id], index.anchor(finding.id))]
        claims = tuple(c for f in contested for one in f.contradictions for c in one.claims[:1])
        claims += tuple(claim for f in contested for claim in f.against)
        prose.append(Sentence((*parts, Run("."), *(Cite(key) for key in index.spread(claims)))))
    return tuple(prose)


def law_in_short(index: Index) -> Prose:
    """Return how many findings touch the law and with which results."""
    packs = tuple(f"pack:{pack.name}" for pack in index.dossier.packs)
    if not packs:
        return ()
    strongest: Counter[str] = Counter()
    for outcome in index.outcomes:
        for result in {one.result for one in outcome.assessments if one.result != "not-covered"}:
            strongest[result] += 1
    outside = sum(1 for outcome in index.outcomes if outcome.outside)
    parts = [
        f"{RESULTS[result][:1].lower()}{RESULTS[result][1:]} for {count(strongest[result], 'finding')}"
        for result in RESULTS
        if strongest[result]
    ]
    if outside:
        parts.append(f"outside the regime for {count(outside, 'finding')}")
    if not parts:
        return (say("No provision of the law packs applied touches a finding of this case.", *packs),)
    titles = listed([pack.title for pack in index.dossier.packs])
    return (say(f"Put to the law ({titles}), the results are: {listed(parts)}.", *packs),)
