"""From a dossier and the text of report.md to the report's blocks, its notes in order of citation, its problems."""

from collections.abc import Iterable, Sequence

import msgspec

from embargo.reports.annex import not_understood_blocks, sources_blocks
from embargo.reports.blocks import (
    Anchor,
    Block,
    Bullets,
    Cite,
    Heading,
    Inline,
    Link,
    Note,
    Paragraph,
    Prose,
    Run,
    Sentence,
    prose_of,
)
from embargo.reports.brief import ROWS, in_brief, in_full
from embargo.reports.entry import finding_blocks
from embargo.reports.index import Index
from embargo.reports.lawful import assessments_blocks, outside_blocks, paragraph_box
from embargo.reports.markdown import parts, spans
from embargo.reports.method import method_blocks
from embargo.reports.notes import note
from embargo.reports.pictures import flows_figure, timeline_figure
from embargo.reports.summary import summary_blocks
from embargo.reports.tables import acknowledgements_blocks, contradictions_blocks, transfers_blocks
from embargo.reports.words import slug
from embargo.vocabulary import Dossier, Finding

SECTIONS = {
    "summary": summary_blocks,
    "transfers": transfers_blocks,
    "timeline": timeline_figure,
    "flows": flows_figure,
    "contradictions": contradictions_blocks,
    "acknowledgements": acknowledgements_blocks,
    "assessments": assessments_blocks,
    "outside": outside_blocks,
    "not-understood": not_understood_blocks,
    "method": method_blocks,
    "sources": sources_blocks,
}
# So many findings that the text leaves out are named; the others are counted.
NAMED = 12
KNOWN = ", ".join(f"{{{{{name}}}}}" for name in SECTIONS)


class Composed(msgspec.Struct, frozen=True):
    """The report before printing: title, blocks, notes numbered by their place (first is 1), problems in words."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    problems: tuple[str, ...]


class Composer:
    """Keeps what was placed and which anchors are taken while one report text is read from top to bottom."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.blocks: list[Block] = []
        self.problems: list[str] = []
        self.placed: set[str] = set()
        self.anchors: set[str] = set()
        self.level = 1
        self.room = ROWS

    def heading(self, level: int, text: str) -> None:
        """Add a heading of hers, at most one level below the one before, so that no level is skipped."""
        depth = min(max(2, level), self.level + 1, 4)
        self.level = depth
        words = "".join(run.text for run in self.inlines(text) if not isinstance(run, Cite))
        self.blocks.append(Heading(depth, words, self.free(slug(words.casefold()))))

    def free(self, anchor: str) -> str:
        """Return the anchor, numbered where an earlier heading has it already."""
        candidate, n = anchor, 2
        while candidate in self.anchors:
            candidate, n = f"{anchor}-{n}", n + 1
        self.anchors.add(candidate)
        return candidate

    def trouble(self, words: str) -> Run:
        """Note a problem and return the notice that stands in its place."""
        self.problems.append(words)
        return Run(f"[{words}]", "notice")

    def inlines(self, text: str) -> list[Inline]:
        """Return her prose as runs, with citations and links in the places where she put them."""
        result: list[Inline] = []
        for span in spans(text):
            if span.style != "directive":
                result.append(Run(span.text, span.style))
                continue
            verb, name = self.asked(span.name)
            if verb == "claim" and name in self.index.claims:
                result.append(Cite(f"claim:{name}"))
            elif verb == "finding" and name in self.index.findings:
                finding = self.index.findings[name]
                result.append(Link(self.index.labels[name], self.index.anchor(name)))
                result += [Cite(key) for key in self.index.one_an_origin(finding)]
            elif verb == "assessment" and name in self.index.assessments:
                result.append(Link(self.index.assessment_labels[name], self.index.assessment_anchor(name)))
                result.append(Cite(f"assessment:{name}"))
            elif verb in SECTIONS or verb == "findings":
                result.append(
                    self.trouble(f"{span.text} belongs on a line of its own, with an empty line around it")
                )
            elif verb in ("finding", "claim", "assessment"):
                result.append(self.trouble(f"{span.text} names nothing in this case"))
            else:
                result.append(self.trouble(f"{span.text} is no directive; known: {KNOWN}"))
        return result

    def asked(self, directive: str) -> tuple[str, str]:
        """Return the verb of a directive and what it names: the whole id where a unique beginning of one is given."""
        verb, _, name = directive.partition(":")
        return verb, whole_id(self.index, verb, name.strip())

    def prose(self, text: str) -> tuple[Prose, bool]:
        """Return her prose, and whether it cites anything at all."""
        inlines = tuple(self.inlines(text))
        return (Sentence(inlines, generated=False),), any(isinstance(part, Cite) for part in inlines)

    def directive(self, whole: str, name: str) -> None:
        """Add what a directive on a line of its own stands for, or a notice that it stands for nothing."""
        index = self.index
        verb, which = self.asked(name)
        if verb in SECTIONS and not which:
            self.blocks.append(Anchor(self.free(verb)))
            self.add(SECTIONS[verb](index))
        elif verb == "findings":
            self.findings(whole, which)
        elif verb == "finding" and which in index.findings:
            self.place(which)
        elif verb == "assessment" and which in index.assessments:
            one = index.assessments[which]
            group = index.paragraphs[(one.fact, one.pack, one.provision)]
            self.add((paragraph_box(index, group),))
        elif verb == "claim" and which in index.claims:
            quote = note(index, f"claim:{which}")
            words = Sentence((Run(quote.quote or "", "quote"), Cite(quote.key)), generated=True)
            self.add((Paragraph((words,), "quote"),))
        else:
            self.add((Paragraph((Sentence(tuple(self.inlines(whole)), generated=False),), "notice"),))

    def findings(self, whole: str, which: str) -> None:
        """Add a group of findings, all that are placed nowhere yet ("rest"), or every group under its heading."""
        groups = {group.key: group for group in self.index.groups}
        if which and which != "rest":
            if which not in groups:
                words = f"{whole} names no group of findings; this case has: {', '.join(groups) or 'none'}"
                self.add((Paragraph((Sentence((self.trouble(words),), generated=False),), "notice"),))
                return
            self.group(groups[which].findings)
            return
        for group in groups.values():
            waiting = [finding for finding in group.findings if finding.id not in self.placed]
            if waiting:
                self.heading(3, group.title)
                self.group(waiting)

    def group(self, findings: Sequence[Finding]) -> None:
        """Add findings of one group: in full, or a line each where a large case leaves them no room."""
        for finding in findings:
            if finding.id in self.index.full:
                self.place(finding.id)
        rest = [f for f in findings if f.id not in self.index.full and f.id not in self.placed]
        self.placed.update(finding.id for finding in rest)
        self.add(in_brief(self.index, rest[: self.room], len(rest)))
        self.room = max(0, self.room - len(rest))

    def place(self, finding_id: str) -> None:
        """Add one finding in full; a second time it is only pointed to, since an anchor can stand only once."""
        index = self.index
        if finding_id in self.placed:
            link = Link(index.labels[finding_id], index.anchor(finding_id))
            self.add((Paragraph((Sentence((Run("See "), link, Run("."))),)),))
            return
        self.placed.add(finding_id)
        self.add(finding_blocks(index, index.findings[finding_id], min(self.level + 1, 4)))

    def add(self, blocks: tuple[Block, ...]) -> None:
        """Add generated blocks, their headings fitted under the heading before them and their anchors made free."""
        for block in blocks:
            if isinstance(block, Heading):
                level = max(2, min(block.level, self.level + 1))
                anchor = self.free(block.anchor)
                self.blocks.append(msgspec.structs.replace(block, anchor=anchor, level=level))
            else:
                self.blocks.append(block)


def compose(dossier: Dossier, report_text: str) -> Composed:
    """Return the blocks of the whole report; nothing she writes can stop it."""
    index = Index(dossier)
    text = tuple(parts(report_text))
    composer = Composer(index)
    named = {composer.asked(part.name)[1] for part in text if part.kind == "directive"}
    index.full = in_full(tuple(index.findings.values()), sorted(named & set(index.findings)))
    title = ""
    for part in text:
        if part.kind == "heading" and part.level == 1 and not title:
            title = "".join(span.text for span in spans(part.texts[0]))
        elif part.kind == "heading":
            composer.heading(part.level, part.texts[0])
        elif part.kind == "directive":
            composer.directive(part.texts[0], part.name)
        elif part.kind in ("bullets", "numbers"):
            items = [composer.prose(text) for text in part.texts]
            own = tuple(place for place, (_, cites) in enumerate(items) if not cites)
            composer.add((Bullets(tuple(prose for prose, _ in items), part.kind == "numbers", own),))
        else:
            prose, cites = composer.prose(" ".join(part.texts))
            composer.add((Paragraph(prose, "body" if cites else "drafters"),))
    composer.problems += unplaced(composer)
    notes = numbered(index, composer.blocks)
    return Composed(title or dossier.title, tuple(composer.blocks), notes, tuple(composer.problems))


def whole_id(index: Index, verb: str, name: str) -> str:
    """Return the id that the name is, or the only one that it begins; else the name as it stands."""
    ids: dict[str, Iterable[str]] = {
        "claim": index.claims,
        "finding": index.findings,
        "assessment": index.assessments,
    }
    known = ids.get(verb)
    if known is None or name in known or not name:
        return name
    found = [one for one in known if one.casefold().startswith(name.casefold())]
    return found[0] if len(found) == 1 else name


def unplaced(composer: Composer) -> list[str]:
    """Return in words which findings the report's text leaves out, and which documents it may not quote."""
    index = composer.index
    missing = [f"{index.labels[i]} {i}" for i in index.findings if i not in composer.placed]
    words = []
    if missing:
        shown = ", ".join(missing[:NAMED]) + (
            f" and {len(missing) - NAMED:,} more" if missing[NAMED:] else ""
        )
        words.append(f"report.md places no {shown}; {{{{findings:rest}}}} shows what no other line shows")
    for document in sorted(index.withheld):
        words.append(
            f"{document} may not be seen by {index.dossier.audience}: its quotes are left out of this report"
        )
    return words


def numbered(index: Index, blocks: list[Block]) -> tuple[Note, ...]:
    """Return the notes in the order in which the report first cites them."""
    keys: dict[str, None] = {}
    for block in blocks:
        for prose in prose_of(block):
            for said in prose:
                for part in said.inlines:
                    if isinstance(part, Cite):
                        keys.setdefault(part.key)
    return tuple(note(index, key) for key in keys)
