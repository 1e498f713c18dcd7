"""The law's sections: every assessment element by element, and what lies outside the regime with the reason."""

from embargo.reports.blocks import (
    Block,
    Box,
    Cite,
    Facts,
    Fold,
    Heading,
    Inline,
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
from embargo.reports.index import Index, provision_key
from embargo.reports.words import RESULTS, count, listed, sentence, slug
from embargo.vocabulary import MARK_WORDS, Assessment, Element, Outcome

STATES = {"met": "Met", "not met": "Not met", "unknown": "Unknown"}


def assessments_blocks(index: Index) -> tuple[Block, ...]:
    """Return the assessments of every fact that a provision touches, findings in reading order."""
    blocks: list[Block] = list(at_a_glance(index))
    for outcome in index.outcomes:
        if outcome.fact in index.findings and outcome.fact not in index.full:
            continue
        groups = index.together(outcome)
        told = [group for group in groups if any(one.result != "not-covered" for one in group)]
        passed = [group[0] for group in groups if group not in told]
        if not told:
            continue
        label = index.labels.get(outcome.fact, outcome.fact)
        finding = index.findings.get(outcome.fact)
        title = finding.headline.rstrip(".") if finding else outcome.fact
        cites = index.one_an_origin(finding)[:2] if finding else (f"assessment:{told[0][0].id}",)
        anchor = "law-" + slug(outcome.fact)
        blocks.append(Heading(3, title, anchor, label, cites, generated=True))
        for group in told:
            blocks.append(paragraph_box(index, group))
        if passed:
            blocks.append(passed_over(passed, outcome))
    return tuple(blocks) or (
        Paragraph((say("No provision of the law packs applied touches a finding of this case.", "corpus"),)),
    )


def at_a_glance(index: Index) -> tuple[Block, ...]:
    """Return one row a finding: the paragraphs under each result, each linked to where it is set out."""
    rows: list[tuple[Prose, ...]] = []
    for outcome in index.outcomes:
        by_result: dict[str, dict[str, Assessment]] = {}
        for one in outcome.assessments:
            if one.result != "not-covered":
                by_result.setdefault(one.result, {}).setdefault(one.provision, one)
        finding = index.findings.get(outcome.fact)
        if not by_result or finding is None or finding.id not in index.full:
            continue
        anchor = index.anchor(finding.id)
        what = Sentence((Link(index.labels[finding.id], anchor), Run(" " + finding.headline)), under=anchor)
        for n, result in enumerate(sorted(by_result, key=list(RESULTS).index)):
            parts: list[Inline] = []
            for place, one in enumerate(by_result[result].values()):
                parts += [Run("; ")] if place else []
                parts.append(Link(one.provision, index.assessment_anchor(one.id)))
            head = (what,) if n == 0 else (line("", anchor),)
            rows.append((head, (line(RESULTS[result], anchor, style="strong"),), (Sentence(tuple(parts)),)))
    if not rows:
        return ()
    return (Table("At a glance", ("Finding", "Result", "Paragraphs"), tuple(rows), (54, 22, 24)),)


def paragraph_box(index: Index, group: tuple[Assessment, ...]) -> Box:
    """Return one paragraph put to one fact: the result for each party bound, its words, force and mark, its elements."""
    one = group[0]
    key, anchor = f"provision:{provision_key(one)}", index.assessment_anchor(one.id)
    rows: list[tuple[str, Prose]] = []
    for same in by_reason(group):
        parties = listed([index.name(each.party) for each in same if each.party]) or "no party named"
        reason = same[0].words.partition(": ")[2] or same[0].words
        rows.append(
            (
                "Result",
                (
                    line(RESULTS[same[0].result], anchor, style="strong"),
                    say(f" for {bare(parties)}: {sentence(reason, capital=False)}", key),
                ),
            )
        )
    rows.append(("Paragraph", (line(sentence(one.summary), anchor),)))
    rows.append(("Force", (line(f"{one.force}; mark {one.mark}: {MARK_WORDS[one.mark]}.", anchor),)))
    blocks: list[Block] = [Facts(tuple(rows))]
    cells = []
    for element, whose in elements_of(group):
        reason = sentence(element.reason)
        if whose:
            reason = f"{index.name(whose)}: {sentence(element.reason, capital=False)}"
        cells.append(
            (
                (line(element.name, anchor),),
                (line(STATES[element.state], anchor, style="label"),),
                (line(reason, anchor, *index.spread(element.claims, 2)),),
            )
        )
    if cells:
        blocks.append(Table("", ("Element", "State", "Why"), tuple(cells), (22, 14, 64)))
    return Box("assessment", f"{index.assessment_labels[one.id]} · {one.citation}", tuple(blocks), anchor)


def by_reason(group: tuple[Assessment, ...]) -> list[tuple[Assessment, ...]]:
    """Return the assessments of one paragraph that share result and reason, in order."""
    found: dict[tuple[str, str], tuple[Assessment, ...]] = {}
    for one in group:
        key = (one.result, one.words.partition(": ")[2])
        found[key] = (*found.get(key, ()), one)
    return list(found.values())


def elements_of(group: tuple[Assessment, ...]) -> list[tuple[Element, str | None]]:
    """Return the elements of one paragraph, each once; one that is not the same for all comes with whose it is."""
    found: list[tuple[Element, str | None]] = []
    for place, element in enumerate(group[0].elements):
        same = all(place < len(one.elements) and one.elements[place] == element for one in group)
        if same and len({len(one.elements) for one in group}) == 1:
            found.append((element, None))
            continue
        for one in group:
            if place < len(one.elements):
                found.append((one.elements[place], one.party if len(group) > 1 else None))
    return found


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
        finding = index.findings.get(outcome.fact)
        if (not outcome.outside and told) or (finding and finding.id not in index.full):
            continue
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
