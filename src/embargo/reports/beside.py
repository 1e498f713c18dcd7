"""What stands beside a finding: contradictions, denials and acknowledgements, and each claim's quote in its context."""

from embargo.reports.blocks import Block, Box, Cite, Exhibit, Inline, Paragraph, Run, Sentence, line, say
from embargo.reports.grouping import bare
from embargo.reports.index import Index
from embargo.reports.notes import quoted, source
from embargo.reports.words import count, sentence
from embargo.vocabulary import Claim, Contradiction, Finding, Quote, Stance

# How much of the surrounding text stands beside a quote, in code points on each side.
CONTEXT = 240
# So many contradictions stand beside one finding; the others are counted.
BOXES = 6


def contested(index: Index, finding: Finding) -> list[Block]:
    """Return contradictions and denials as boxes, to stand beside what they contest."""
    blocks: list[Block] = []
    for found in finding.contradictions[:BOXES]:
        blocks.append(
            Box(
                "contradiction",
                title_of(found),
                (Paragraph((say(sentence(found.words), *index.spread(found.claims)),)),),
            )
        )
    if left := len(finding.contradictions[BOXES:]):
        words = f"{count(left, 'further contradiction')} of this finding {'stands' if left == 1 else 'stand'} in report.json."
        blocks.append(Paragraph((line(words, index.anchor(finding.id)),), "small"))
    for stance in finding.stances:
        if stance.kind == "acknowledgement":
            continue
        title = (
            "Denial" if stance.kind == "denial" else "Retraction"
        ) + f": {bare(index.name(stance.party))}"
        scope = f" This contests the {stance.scope}." if stance.kind == "denial" else ""
        blocks.append(Box("denial", title, (Paragraph((in_its_words(index, stance, scope),)),)))
    told = {stance.claim for stance in finding.stances}
    for claim in finding.against:
        if claim not in told and claim in index.claims:
            words = "A source denies or contradicts this finding; its words are in the footnote."
            blocks.append(Box("denial", "Denial", (Paragraph((say(words, *index.spread((claim,))),)),)))
    return blocks


def acknowledged(index: Index, finding: Finding) -> list[Block]:
    """Return a box for each acknowledgement; one against the party's own interest counts as a line."""
    return [
        Box(
            "acknowledgement",
            f"Acknowledged by {index.name(stance.party)}",
            (Paragraph((in_its_words(index, stance),)),),
        )
        for stance in finding.stances
        if stance.kind == "acknowledgement"
    ]


def title_of(found: Contradiction) -> str:
    """Return the title of a contradiction; estimates that merely differ are called that."""
    return (
        "Estimates differ" if found.words.startswith("estimates differ") else f"Contradiction: {found.kind}"
    )


def in_its_words(index: Index, stance: Stance, more: str = "") -> Sentence:
    """Return a party's stance, then the words in which it was reported, verbatim."""
    claim = index.claims.get(stance.claim)
    parts: list[Inline] = [Run(sentence(stance.words) + more)]
    if claim is not None:
        parts += [Run(" As reported: "), Run(quoted(index, claim), "quote"), Cite(f"claim:{claim.id}")]
    return Sentence(tuple(parts))


def exhibit(index: Index, claim: Claim) -> Exhibit:
    """Return the claim's quote with some of the text around it, cut at `CONTEXT` code points on each side."""
    before = after = ""
    text = index.dossier.texts.get(claim.document)
    if text is not None and isinstance(claim.evidence, Quote) and claim.document not in index.withheld:
        start, end = claim.evidence.start, claim.evidence.end
        before = around(text.text[max(0, start - CONTEXT) : start], start > CONTEXT, -1)
        after = around(text.text[end : end + CONTEXT], end + CONTEXT < len(text.text), 1)
    remarks = [f"read as {claim.event}, {claim.modality}"]
    remarks += ["negative"] if claim.polarity == "negative" else []
    remarks += [f"doubt: {doubt}" for doubt in claim.doubts]
    return Exhibit(
        claim.id,
        before,
        quoted(index, claim),
        after,
        source(index, claim),
        "; ".join(remarks),
        f"claim:{claim.id}",
    )


def around(text: str, cut: bool, side: int) -> str:
    """Return context, where it is cut with an ellipsis in place of the word that the cut goes through."""
    if not cut:
        return text
    if side < 0:
        return "… " + (text.split(None, 1)[-1] if " " in text else text)
    return (text.rsplit(None, 1)[0] if " " in text else text) + " …"
