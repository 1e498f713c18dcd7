"""The law's sections: every assessment element by element, and what lies outside the regime with the reason."""

from embargo.reports.blocks import (
    Block,
    Box,
    Cite,
    Facts,
    Fold,
    Heading,
    Link,
    Paragraph,
    Prose,
    Run,
    Sentence,
    Table,
    line,
    say,
)
from embargo.reports.grouping import bare
from embargo.reports.index import Index
from embargo.reports.words import RESULTS, count, sentence, slug
from embargo.vocabulary import MARK_WORDS, Assessment, Outcome

STATES = {"met": "Met", "not met": "Not met", "unknown": "Unknown"}


def assessments_blocks(index: Index) -> tuple[Block, ...]:
    """Return the assessments of every fact that a provision touches, findings in reading order."""
    blocks: list[Block] = []
    for outcome in index.outcomes:
        told = [one for one in outcome.assessments if one.result != "not-covered"]
        passed = [one for one in outcome.assessments if one.result == "not-covered"]
        if not told:
            continue
        label = index.labels.get(outcome.fact, outcome.fact)
        finding = index.findings.get(outcome.fact)
        title = finding.headline.rstrip(".") if finding else outcome.fact
        cites = index.one_an_origin(finding)[:2] if finding else (f"assessment:{told[0].id}",)
        anchor = "law-" + slug(outcome.fact)
        blocks.append(Heading(3, title, anchor, label, cites, generated=True))
        for one in told:
            blocks.append(assessment_box(index, one))
        if passed:
            blocks.append(passed_over(passed, outcome))
    return tuple(blocks) or (
        Paragraph((say("No provision of the law packs applied touches a finding of this case.", "corpus"),)),
    )


def assessment_box(index: Index, one: Assessment) -> Box:
    """Return one assessment: result, paragraph, force, mark with its meaning, and its elements as a table."""
    label = index.assessment_labels[one.id]
    key, anchor = f"assessment:{one.id}", index.assessment_anchor(one.id)
    party = index.name(one.party) if one.party else "no party named"
    rows: list[tuple[str, Prose]] = [
        ("Result", (line(RESULTS[one.result] + ".", anchor, style="strong"),)),
        ("Provision", (line(f"{one.citation}. {sentence(one.summary)}".strip(), anchor),)),
        ("Binds", (line(f"{party}; force: {one.force}.", anchor),)),
        ("Mark", (line(f"{one.mark}: {MARK_WORDS[one.mark]}.", anchor),)),
    ]
    blocks: list[Block] = [Paragraph((say(sentence(one.words), key),)), Facts(tuple(rows))]
    if one.elements:
        cells = tuple(
            (
                (line(element.name, anchor),),
                (line(STATES[element.state], anchor, style="label"),),
                (line(sentence(element.reason), anchor, *index.spread(element.claims, 2)),),
            )
            for element in one.elements
        )
        head = ("Element", "State", "Why")
        blocks.append(Table(f"Elements of {label}, {one.citation}", head, cells, (26, 12, 62)))
    return Box("assessment", f"{label} · {one.citation} · {bare(party)}", tuple(blocks), anchor)


def passed_over(passed: list[Assessment], outcome: Outcome) -> Fold:
    """Return the provisions that were put to the fact and do not cover it, each with the element that fails."""
    rows, anchor = [], "law-" + slug(outcome.fact)
    for one in passed:
        failed = [element for element in one.elements if element.state == "not met"]
        why = failed[0].reason if failed else one.words
        rows.append(((say(one.citation, f"assessment:{one.id}"),), (line(sentence(why), anchor),)))
    table = Table("", ("Provision", "Why not"), tuple(rows), (28, 72))
    return Fold(f"{count(len(passed), 'provision')} put to this fact and found not to cover it", (table,))


def outside_blocks(index: Index) -> tuple[Block, ...]:
    """Return the findings that no provision covers, each with its reason."""
    rows: list[tuple[Prose, ...]] = []
    for outcome in index.outcomes:
        told = [one for one in outcome.assessments if one.result != "not-covered"]
        if not outcome.outside and told:
            continue
        finding = index.findings.get(outcome.fact)
        cites = index.one_an_origin(finding)[:2] if finding else ()
        why = outcome.why or reason_of(outcome)
        if finding:
            what = Sentence(
                (
                    Link(index.labels[finding.id], index.anchor(finding.id)),
                    Run(" " + finding.headline),
                    *(Cite(key) for key in cites),
                )
            )
        else:
            what = say(outcome.fact, "method")
        packs = tuple(f"pack:{pack.name}" for pack in index.dossier.packs) or ("method",)
        rows.append(((what,), (say(sentence(why), *packs),)))
    if not rows:
        return (
            Paragraph(
                (say("Every finding of this case touches a provision of the packs applied.", "corpus"),)
            ),
        )
    return (Table("", ("Finding", "Why it is outside"), tuple(rows), (50, 50)),)


def reason_of(outcome: Outcome) -> str:
    """Return why nothing covers the fact, from the assessments where the outcome gives no reason of its own."""
    if outcome.assessments:
        return f"{count(len(outcome.assessments), 'provision')} put to it, none covers it"
    return "no provision of the pack is about conduct of this kind"
