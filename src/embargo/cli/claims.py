"""`embargo claims`: what documents say, with quotes; and reading a single file without a case."""

from pathlib import Path
from typing import Annotated

import typer
from msgspec import structs

from embargo.cli import scoring
from embargo.cli.doors import As, Folder, Id, Json, Why, reading, writing
from embargo.cli.out import as_json, say, table
from embargo.cli.pick import command, one
from embargo.cli.proposals import proposals, verdict
from embargo.cli.review import review
from embargo.cli.reviewed import side_by_side
from embargo.vocabulary import Claim, Mention, Quantity, plain

app = typer.Typer(
    help="What documents say, each with its quote; and what people decide about it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command()(scoring.score)
app.command()(scoring.lint)


def amount(quantity: Quantity) -> str:
    """Return the quantity as worded, with what it means: "over 11,000 (more_than 11000)"."""
    ends = "–".join(dict.fromkeys(plain(end) for end in (quantity.low, quantity.high) if end is not None))
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{quantity.text or ends} ({quantity.bound} {ends}{unit})"


def _row(claim: Claim) -> tuple[object, ...]:
    parties = " → ".join(
        part for part in (_names((*claim.supplier, *claim.actor)), _names(claim.recipient)) if part
    )
    items = ", ".join(
        item.cls + (f" {amount(item.quantity)}" if item.quantity else "") for item in claim.items
    )
    modality = claim.modality + (" (negative)" if claim.polarity == "negative" else "")
    return claim.id, claim.event, modality, parties, items, f"“{claim.quote.text}”"


def _names(mentions: tuple[Mention, ...]) -> str:
    return ", ".join(dict.fromkeys(mention.canonical for mention in mentions))


@app.command("list")
def list_(
    folder: Folder,
    document: Annotated[
        str, typer.Option(metavar="ID", help="Only of this document (id or file name).")
    ] = "",
    json: Json = False,
) -> None:
    """List the claims with their quotes."""
    with reading(folder) as case:
        wanted = case.document(document).id if document else ""
        found = [claim for claim in case.claims if not wanted or claim.document == wanted]
        held = {one.claim: one for one in case.review.reviewed} if json else {}
    if json:
        as_json([{**structs.asdict(claim), "review": held.get(claim.id)} for claim in found])
    else:
        columns = ("claim", "event", "modality", "who → to whom", "what", "quote")
        table("Claims", columns, map(_row, found))


@app.command()
def show(folder: Folder, name: Id, json: Json = False) -> None:
    """Show one claim with all its slots."""
    with reading(folder) as case:
        claim = one("claim", case.every_claim, name, command(folder, "claims list DIR"))
    if json:
        as_json(claim)
    else:
        _show(claim)


@app.command()
def explain(folder: Folder, name: Id, json: Json = False) -> None:
    """Show a claim in its place: its document, its page, the sentence around it, where it went, what is doubtful."""
    with reading(folder) as case:
        claim = one("claim", case.every_claim, name, command(folder, "claims list DIR"))
        document = case.document(claim.document)
        text = case.text(claim.document)
        dossier = case.dossier()
        held = case.review.holding(claim.id)
        model = verdict(case.proposals, claim.id)
    ids = {claim.id, *(human.id for human in held.human)} if held else {claim.id}
    used = [f.id for f in dossier.findings if ids & {*f.claims, *f.against}]
    left = dict(dossier.left_out).get(claim.id)
    from embargo.vocabulary import places

    boxes = places(text, claim.quote.start, claim.quote.end)
    if json:
        as_json(
            {
                "claim": claim,
                "document": document,
                "findings": used,
                "left_out": left,
                "rectangles": boxes,
                "decision": held.decided.decision if held else None,
                "review": held,
                "model": model or None,
            }
        )
        return
    _show(claim)
    around = text.text[max(0, claim.quote.start - 200) : claim.quote.end + 200]
    say(f"  in       {document.name}, {document.publisher_name}, {document.published.value or 'day unknown'}")
    say(f"  SHA-256  {document.sha256}, code points {claim.quote.start}–{claim.quote.end}")
    if boxes:
        pages = sorted({box.page for box in boxes})
        say(f"  page     {', '.join(map(str, pages))}: {len(boxes)} printed lines")
    say(f"  around   … {' '.join(around.split())} …")
    say(f"  used in  {', '.join(used) or left or 'no finding'}")
    if model:
        say(f"  model    {model}")
    for doubt in claim.doubts:
        say(f"  doubt    {doubt}")
    if held is not None:
        side_by_side(held)


def _show(claim: Claim) -> None:
    _, event, modality, parties, items, quote = _row(claim)
    say(f"{claim.id}  {event}, {modality}")
    say(f"  quote    {quote}")
    for label, value in (("parties", parties), ("items", items)):
        if value:
            say(f"  {label:8} {value}")
    for label, when in (("time", claim.time), ("said", claim.said_time)):
        if when is not None:
            ends = f"{when.first or '…'} to {when.last or '…'}"
            say(f"  {label:8} {when.relation} {ends}" + (f" (“{when.text}”)" if when.text else " (implied)"))
    for place in claim.places:
        say(f"  {place.role or 'place':8} {place.canonical}" + (f" (“{place.text}”)" if place.text else ""))
    for label, mentions in (("means", claim.means), ("vessels", claim.vessels)):
        if mentions:
            say(f"  {label:8} {_names(mentions)}")
    for speaker in claim.attribution:
        words = f" (“{speaker.text}”)" if speaker.text else ""
        say(f"  {'says':8} {speaker.canonical}, {speaker.mode}{words}")
    for mention in claim.also_reported_by:
        say(f"  also     {mention.canonical} is said to have carried it: no second source")


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="txt, md, html or pdf; - for text on stdin.")],
    published: Annotated[str, typer.Option(metavar="DAY", help="The day of publication, YYYY-MM-DD.")] = "",
    publisher: Annotated[str, typer.Option(metavar="NAME", help="Who published it.")] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The document's title.")] = "",
    lexicon: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="A lexicon of your own, on top of ours.")
    ] = None,
    json: Json = False,
) -> None:
    """Read the claims of one file; no case needed. With --json in the structure embargo-claims/1.

    Sentences that count a thing or name a deed, and yet could not be read, are listed below the claims.

    \b
    Examples:
      embargo claims extract report.pdf --published 2025-05-30 --publisher "The Harbour Courier"
      embargo claims extract report.pdf --published 2025-05-30 --json > claims.json
    """
    from embargo.casework.single import read_one

    given = {"published": published, "publisher": publisher, "title": title}
    details = {name: value for name, value in given.items() if value}
    captured, reading_, structure = read_one(file, details, tuple(lexicon or ()))
    if json:
        as_json(structure)
        return
    columns = ("claim", "event", "modality", "who → to whom", "what", "quote")
    table("Claims", columns, map(_row, reading_.claims))
    for sentence in reading_.sentences:
        if sentence.standing == "not understood":
            words = " ".join(captured.text.text[sentence.start : sentence.end].split())
            say(f"not understood, sentence {sentence.number}: {sentence.reason}: “{words}”")


app.command()(proposals)
app.command()(review)


@app.command()
def accept(folder: Folder, name: Id, by: As = "", why: Why = "") -> None:
    """Say that a claim was read right. Needs --as NAME.

    \b
    Example:
      embargo claims accept my-case C-1a2b --as "A. Drafter"
    """
    _decide(folder, name, "accept", why, by)


@app.command()
def reject(folder: Folder, name: Id, by: As = "", why: Why = "") -> None:
    """Take a claim out of every finding. Needs --as NAME and --why TEXT. Nothing is deleted: `undo` brings it back.

    \b
    Example:
      embargo claims reject my-case C-1a2b --as "A. Drafter" --why "the text says the reverse"
      embargo run my-case
    """
    _decide(folder, name, "reject", why, by)


@app.command()
def undo(folder: Folder, name: Id, by: As = "", why: Why = "") -> None:
    """Take the last decision on a claim back. Needs --as NAME."""
    _decide(folder, name, "undo", why, by)


def _decide(folder: Path, name: str, verdict: str, why: str, by: str) -> None:
    with writing(folder, by) as case:
        decision = case.decide(name, verdict, why)
    say(f"{decision.about}: {decision.verdict}, {decision.by}. Next: {command(folder, 'run DIR')}")
