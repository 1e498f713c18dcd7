"""`embargo law`: findings and facts put to the paragraphs, element by element."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from embargo.cli.doors import Folder, Id, Json, reading
from embargo.cli.out import as_json, say, table
from embargo.cli.pick import command, one
from embargo.errors import BadFact
from embargo.vocabulary import MARK_WORDS, Assessment

app = typer.Typer(
    help="Findings, and facts written by hand, put to the paragraphs of a law pack, element by element.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Pack = Annotated[str, typer.Option("--pack", help="The law pack: a name or a folder.")]


@app.command("list")
def list_(folder: Folder, json: Json = False) -> None:
    """List what the law says of each finding of the case."""
    with reading(folder) as case:
        outcomes = case.law
    if json:
        as_json(outcomes)
        return
    rows: list[tuple[object, ...]] = []
    for outcome in outcomes:
        if outcome.outside:
            rows.append((outcome.fact, "–", "–", "outside this regime", "", outcome.why))
        for a in outcome.assessments:
            rows.append((outcome.fact, a.provision, a.party or "", a.result, a.mark, a.summary or a.words))
    table("Law", ("finding", "provision", "party", "result", "mark", "why"), rows)


@app.command()
def show(
    path: Annotated[str, typer.Argument(metavar="PROVISION", help="Its path: 2397/5, 1718/8/a/i.")],
    pack: Pack = "un_dprk",
    json: Json = False,
) -> None:
    """Show a provision of a pack: its words, force, who is bound, validity, mark. No case needed.

    \b
    Examples:
      embargo law show 2397/5             # S/RES/2397 (2017), paragraph 5
      embargo law show 1718/8/a/i
    """
    from embargo.casework.provisions import provision_of, provision_words

    provision = provision_of(pack, path)
    if json:
        as_json(provision)
        return
    for line in provision_words(provision):
        say(line)


@app.command()
def explain(folder: Folder, name: Id, json: Json = False) -> None:
    """Print the tree of elements behind the assessments of one finding (or of one assessment).

    \b
    Example:
      embargo law explain my-case transfer-ru-kp-petroleum-refined
    """
    with reading(folder) as case:
        outcomes = case.law
    every = [assessment for outcome in outcomes for assessment in outcome.assessments]
    mine = [a for outcome in outcomes if outcome.fact == name for a in outcome.assessments]
    outside = [outcome for outcome in outcomes if outcome.outside and outcome.fact == name]
    chosen = mine or ([] if outside else [one("assessment", every, name, command(folder, "law list DIR"))])
    if json:
        as_json(chosen or outside)
        return
    for outcome in outside:
        say(f"{outcome.fact}: outside this regime. {outcome.why}")
    for assessment in chosen:
        _tree(assessment)


def _tree(assessment: Assessment) -> None:
    say(f"{assessment.citation} for {assessment.party or 'nobody in particular'}: {assessment.result}")
    say(f"  {assessment.words}")
    say(f"  the Council {assessment.force}; mark {assessment.mark}: {MARK_WORDS[assessment.mark]}")
    for element in assessment.elements:
        claims = f"  [{', '.join(element.claims)}]" if element.claims else ""
        say(f"    {element.state:8} {element.name}: {element.reason}{claims}")


@app.command()
def assess(
    fact: Annotated[str, typer.Option("--fact", metavar="FILE", help="JSON or JSON lines; - for stdin.")],
    pack: Pack = "un_dprk",
    json: Json = False,
) -> None:
    """Put facts in the form embargo-fact/1 to a pack; no case needed. With --json one answer a line.

    \b
    Example, with the fact on stdin:
      echo '{"id": "1", "conduct": "supply", "giver": ["KP"], "taker": ["RU"], "item": {"class": "arms.tank"},
             "date": {"from": "2024-05-02", "to": "2024-05-02"}, "status": "done"}' | embargo law assess --fact -

    Fields: id, conduct, giver, taker, actor, item (class, hs, condition), quantity (low, high, unit), date (from, to), status,
    means, flags, place, exemptions, circumstances. A field or a conduct that is not known is answered with those that are.
    """
    from embargo.casework.provisions import answers

    if fact == "-":
        text = sys.stdin.read()
    else:
        try:
            text = Path(fact).read_text(encoding="utf-8-sig")
        except OSError as error:
            raise BadFact(f"{fact} cannot be read: {error.strerror}", "a file of facts") from error
        except UnicodeDecodeError as error:
            raise BadFact(
                f"{fact} is no UTF-8 from byte {error.start}", "a file of facts, JSON in UTF-8"
            ) from error
    for answer in answers(text, pack):
        if json:
            as_json(answer, indent=0)
            continue
        say(f"{answer['id']}:{' outside this regime' if answer['outside'] else ''}")
        for assessment in answer["assessments"]:
            say(f"  {assessment['provision']} {assessment['party'] or ''}: {assessment['result']}")
