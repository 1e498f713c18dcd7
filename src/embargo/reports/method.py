"""Method and limits: the conventions of the numbers, the meaning of marks, what this case cannot know, the versions."""

from embargo.reports.blocks import Block, Bullets, Paragraph, Prose, Table, line, say
from embargo.reports.index import Index
from embargo.reports.words import count, sentence
from embargo.vocabulary import MARK_WORDS, Dossier

METHOD = (
    "A number keeps the bound its source gave it: “at least n” includes n, “over n” excludes it, “up to n”, “as many as n” and “at most n” end at n, “nearly n” stays below it.",
    "“About n”, “some n” and “roughly n” stand for n within half a unit of its last digit given, and never for more than a tenth of it on either side.",
    "Claims with a number become constraints on what was counted, when and on which way; what is reckoned is the interval that no live claim contradicts. Where intervals do not meet, estimates differ and the report prints their hull.",
    "Support is counted in lines, and a line is an independent origin: the party on whose word or instrument a claim finally rests. Documents that repeat one origin add none.",
    "Lines are an interval. Its lower end treats every origin that may share a source with another as the same; its upper end treats them as different unless a document says they are the same.",
    "A denial carries no number and enters no sum. An acknowledgement against the interest of the one who makes it counts as a line, for that finding only.",
    "What is planned, pledged, requested, considered or asked stands apart and is never added to what happened.",
    "Confidence in the event and confidence in its number are held apart. Both come from a fixed list of rules whose reasons are printed; whether there are reasonable grounds is for the participants to say, not for this report.",
)


def method_blocks(index: Index) -> tuple[Block, ...]:
    """Return the conventions, the meaning of marks, the packs applied, the limits of this case, and the versions."""
    dossier = index.dossier
    blocks: list[Block] = [
        Bullets(
            tuple((line(words, "method", *(["method"] if n == 0 else [])),) for n, words in enumerate(METHOD))
        )
    ]
    marks: tuple[Prose, ...] = tuple(
        (line(f"{mark}: {words}.", "method"),) for mark, words in MARK_WORDS.items()
    )
    blocks.append(
        Paragraph(
            (line("A paragraph of law carries a mark that says how far its row was checked:", "method"),)
        )
    )
    blocks.append(Bullets(marks))
    for pack in dossier.packs:
        words = f"Law applied: {pack.title} (pack {pack.name}, version {pack.version})."
        blocks.append(
            Paragraph(
                (
                    say(words, f"pack:{pack.name}"),
                    *((say(" " + sentence(pack.note), f"pack:{pack.name}"),) if pack.note else ()),
                )
            )
        )
    blocks.append(Paragraph(limits(dossier)))
    if dossier.versions:
        rows = tuple(
            ((line(what, "method"),), (line(which, "method"),))
            for what, which in sorted(dossier.versions.items())
        )
        blocks.append(Table("Versions that made this report", ("Part", "Version"), rows, (40, 60)))
    return tuple(blocks)


def limits(dossier: Dossier) -> Prose:
    """Return what this case cannot know, counted."""
    undated = sum(1 for document in dossier.documents if document.day is None)
    proposed = sum(1 for document in dossier.documents if document.published.standing == "proposed")
    total = sum(len(reading.sentences) for reading in dossier.readings)
    missed = sum(s.standing == "not understood" for reading in dossier.readings for s in reading.sentences)
    prose = [
        say("The report says what the documents say and weighs it; it has seen nothing itself.", "corpus")
    ]
    if total:
        prose.append(
            say(
                f" Of {count(total, 'sentence')}, {missed:,} {'was' if missed == 1 else 'were'} not understood.",
                "corpus",
            )
        )
    if undated:
        verb = "has" if undated == 1 else "have"
        prose.append(
            say(
                f" {count(undated, 'document')} {verb} no known day; relative times in them stay open.",
                "corpus",
            )
        )
    if proposed:
        verb = "is" if proposed == 1 else "are"
        prose.append(
            say(
                f" The day of {count(proposed, 'document')} {verb} proposed by the program, not stated by a person.",
                "corpus",
            )
        )
    if dossier.set_aside:
        prose.append(
            say(
                f" {count(len(dossier.set_aside), 'file')} could not be read and {'is' if len(dossier.set_aside) == 1 else 'are'} named in the annex.",
                "corpus",
            )
        )
    return tuple(prose)
