"""One finding as it is printed: headline, fact box, what contests it, what supports it, and its evidence."""

from embargo.reports.beside import acknowledged, contested, exhibit
from embargo.reports.blocks import (
    Block,
    Bullets,
    Cite,
    Evidence,
    Facts,
    Fold,
    Heading,
    Inline,
    Link,
    Paragraph,
    Prose,
    Run,
    Sentence,
    line,
    say,
)
from embargo.reports.index import CITES, Index, provision_key
from embargo.reports.words import (
    CONFIDENCE,
    RESULTS,
    STAGES,
    amount,
    count,
    listed,
    means,
    period,
    sentence,
    worded,
)
from embargo.vocabulary import Assessment, Bounds, Finding

ROLES = {
    "origin": "from ",
    "destination": "to ",
    "target": "aimed at ",
    "via": "by way of ",
    "declared_origin": "declared as from ",
    "false_destination": "falsely declared as bound for ",
}


def finding_blocks(index: Index, finding: Finding, level: int = 4) -> tuple[Block, ...]:
    """Return the blocks of one finding, each generated sentence with its footnotes."""
    label = index.labels[finding.id]
    cites = index.one_an_origin(finding)
    blocks: list[Block] = [
        Heading(level, finding.headline, index.anchor(finding.id), label, cites, generated=True),
        Facts(tuple(fact_rows(index, finding))),
        *contested(index, finding),
        *acknowledged(index, finding),
    ]
    if finding.near:
        blocks.append(Paragraph(tuple(neighbours(index, finding)), "small"))
    reasons = [*finding.lines.why.splitlines(), *finding.why, *(why for b in finding.bounds for why in b.why)]
    if reasons := [reason for reason in dict.fromkeys(reasons) if reason.strip()]:
        anchor = index.anchor(finding.id)
        blocks.append(
            Fold(
                f"How {label} was reckoned",
                (Bullets(tuple((line(sentence(why), anchor),) for why in reasons)),),
            )
        )
    ids = list(dict.fromkeys([*finding.claims, *finding.against]))
    shown = tuple(exhibit(index, index.claims[i]) for i in ids if i in index.claims)
    if shown:
        blocks.append(
            Evidence(f"Evidence for {label}: {count(len(shown), 'claim')} with quotes in context", shown)
        )
    return tuple(blocks)


def fact_rows(index: Index, finding: Finding) -> list[tuple[str, Prose]]:
    """Return the lines of the fact box: standing, support, amounts, time, place, confidence, law."""
    few, anchor = index.one_an_origin(finding), index.anchor(finding.id)
    rows: list[tuple[str, Prose]] = [
        ("Standing", (line(standing(finding), anchor),)),
        ("Lines", (say(lines_words(finding) + ".", *index.spread(finding.claims)), *rest(finding, anchor))),
    ]
    for bounds in finding.bounds:
        rows.append(("Amount", amounts(index, finding, bounds)))
    if not finding.bounds:
        rows.append(("Amount", (line("No source states an amount.", anchor),)))
    rows.append(("When", (say(sentence(period(finding.period)), *few),)))
    where = [f"{ROLES.get(place.role or '', '')}{index.place(place.canonical)}" for place in finding.places]
    if where:
        rows.append(("Where", (say(sentence(listed(list(dict.fromkeys(where)))), *few),)))
    by_what = list(dict.fromkeys(means(index.name(one)) for one in (*finding.means, *finding.vessels)))
    if by_what:
        rows.append(("By", (say(sentence(listed(by_what)), *few),)))
    rows.append(("Confidence", confidence(finding, anchor)))
    rows += [("Law", (one,)) for one in law_lines(index, finding)]
    return rows


def standing(finding: Finding) -> str:
    """Return the finding's status, and how far the thing has got where that is less than done."""
    status = f"{finding.status[:1].upper()}{finding.status[1:]}"
    if finding.stage == "done" or finding.stage == finding.status:
        return status + "."
    return f"{status}; {STAGES[finding.stage]}."


def lines_words(finding: Finding) -> str:
    """Return the lines as an interval in words, and how many documents of how many publishers carry it."""
    lines = finding.lines
    origins = count(lines.k_min, "origin")
    if lines.k_max > lines.k_min:
        origins += f", at most {lines.k_max}"
    publishers = len({name for origin in lines.origins for name in origin.publishers})
    carried = count(lines.documents, "document")
    if publishers > 1 or lines.documents > 1:
        carried += f" of {count(publishers, 'publisher')}" if publishers else ""
    verb = "carries" if lines.documents == 1 else "repeat" if lines.documents > lines.k_max else "carry"
    return f"Rests on {origins}; {carried} {verb} it"


def rest(finding: Finding, anchor: str) -> Prose:
    """Return a sentence that says where the claims are which have no footnote, or nothing where all have one."""
    left = len(set(finding.claims)) - CITES
    if left <= 0:
        return ()
    words = f" {count(left, 'further claim')} {'stands' if left == 1 else 'stand'} in claims.csv and in the HTML report."
    return (line(words, anchor),)


def amounts(index: Index, finding: Finding, bounds: Bounds) -> Prose:
    """Return one count's sentences: as worded, as reckoned, and where estimates differ that they do."""
    cites, anchor = index.spread(bounds.claims or finding.claims), index.anchor(finding.id)
    reckoned = amount(bounds.range, bounds.unit, bounds.counted)
    prose = [
        say(f"As worded: {worded(bounds)}." if bounds.words else "No wording is kept.", *cites),
        line(f" Reckoned: {reckoned}.", anchor),
    ]
    if bounds.differ:
        prose.append(line(" Estimates differ: the intervals do not meet, and this is their hull.", anchor))
    names = {origin.id: origin.name for origin in finding.lines.origins}
    rests = [names.get(origin, origin) for origin in bounds.rests_on]
    if rests:
        prose.append(line(f" The bound rests on the word of {listed(rests)}.", anchor))
    if len(finding.lines.origins) > 1 and bounds.floor and bounds.floor not in (bounds.words, reckoned):
        prose.append(line(f" Lowest floor that one of them states: {bounds.floor}.", anchor))
    return tuple(prose)


def confidence(finding: Finding, anchor: str) -> Prose:
    """Return confidence for the event and for its number apart, with the reasons."""
    held = finding.confidence
    left = list(held.reasons)
    prose = [graded("In the event", "event", held.event, left, anchor)]
    if held.number:
        prose.append(graded(" In the number", "number", held.number, left, anchor))
    else:
        prose.append(line(" No number is stated.", anchor))
    return (*prose, *(line(" " + sentence(reason), anchor) for reason in dict.fromkeys(left)))


def graded(label: str, of: str, grade: str, left: list[str], anchor: str) -> Sentence:
    """Return one grade with the reason that names it ("event high: ..."), which it takes out of those left."""
    mark = f"{of} {grade}: "
    reason = next((why for why in left if why.startswith(mark)), "")
    if not reason:
        return line(f"{label}: {CONFIDENCE[grade]}.", anchor)
    left.remove(reason)
    return line(f"{label}: {CONFIDENCE[grade]}; {sentence(reason.removeprefix(mark), capital=False)}", anchor)


def law_lines(index: Index, finding: Finding) -> list[Sentence]:
    """Return a sentence for each paragraph that says more than "not covered", linked to where it is set out."""
    result: list[Sentence] = []
    for outcome in index.outcomes_of(finding.id):
        if outcome.outside:
            why = sentence(outcome.why or "no provision touches it")
            result.append(line(f"Outside the regime. {why}", index.anchor(finding.id)))
        for together in index.together(outcome):
            for same in by_result(together):
                one = same[0]
                parties = [index.name(each.party) for each in same if each.party]
                parts: list[Inline] = [
                    Run(RESULTS[one.result], "strong"),
                    Run(f" — {one.citation}{', as to ' if parties else ''}{listed(parties)} ("),
                    Link(index.assessment_labels[one.id], index.assessment_anchor(one.id)),
                    Run(")."),
                    Cite(f"provision:{provision_key(one)}"),
                ]
                result.append(Sentence(tuple(parts)))
    return result


def by_result(together: tuple[Assessment, ...]) -> list[tuple[Assessment, ...]]:
    """Return the assessments of one paragraph by result, those that do not cover the fact left out."""
    found: dict[str, tuple[Assessment, ...]] = {}
    for one in together:
        if one.result != "not-covered":
            found[one.result] = (*found.get(one.result, ()), one)
    return list(found.values())


def neighbours(index: Index, finding: Finding) -> list[Sentence]:
    """Return a sentence for each neighbouring finding, linked."""
    result: list[Sentence] = []
    for near in finding.near:
        label = index.labels.get(near.finding)
        target = index.anchor(near.finding) if label else index.anchor(finding.id)
        parts: tuple[Inline, ...] = (
            Run((" " if result else "") + f"{near.relation[:1].upper()}{near.relation[1:]} "),
            Link(label or near.finding, target),
            Run(f": {sentence(near.why)}"),
        )
        result.append(Sentence(parts))
    return result
