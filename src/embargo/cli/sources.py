"""`embargo sources`: documents, what is known of them and where from."""

from typing import Annotated

import typer

from embargo.cli.doors import As, Folder, Id, Json, reading, writing
from embargo.cli.out import as_json, remark, say, table
from embargo.cli.pick import command
from embargo.errors import UsageError
from embargo.vocabulary import Detail, Document

app = typer.Typer(
    help="Documents, what is known of them and where from, and what each sentence became.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
FIELDS = ("title", "publisher", "kind", "published", "language", "reliability", "caveat", "contributor")


def _marked(detail: Detail) -> str:
    if detail.value is None:
        return "unknown"
    return detail.value if detail.standing == "stated" else f"{detail.value} ({detail.standing})"


@app.command("list")
def list_(folder: Folder, json: Json = False) -> None:
    """List the documents, and the files set aside with their reasons."""
    with reading(folder) as case:
        documents = case.documents
        aside = case.set_aside
    if json:
        as_json({"documents": documents, "set_aside": aside})
        return
    rows = [
        (d.id, d.name, _marked(d.publisher), _marked(d.published), _marked(d.kind), f"{d.chars} chars")
        for d in documents
    ]
    table("Documents", ("document", "file", "publisher", "day", "kind", "size"), rows)
    for item in aside:
        say(f"set aside: {item.name}: {item.reason}")


@app.command()
def show(folder: Folder, name: Id, json: Json = False) -> None:
    """Show a document: its details and where from, its hash, and each sentence with what it became."""
    with reading(folder) as case:
        document = case.document(name)
        text = case.text(name).text
        sentences = case.reading(document.id).sentences
    if json:
        as_json({"document": document, "sentences": sentences})
        return
    _details(document)
    rows = []
    for sentence in sentences:
        words = " ".join(text[sentence.start : sentence.end].split())
        rows.append((sentence.number, sentence.standing, " ".join(sentence.claims) or sentence.reason, words))
    table("Sentences", ("", "standing", "claims, or why none", "text"), rows)


@app.command()
def explain(folder: Folder, name: Id, json: Json = False) -> None:
    """Say where each detail of a document comes from, and how its text was drawn."""
    with reading(folder) as case:
        document = case.document(name)
    if json:
        as_json(document)
    else:
        _details(document)


def _details(document: Document) -> None:
    say(
        f"{document.id}  {document.name}  ({document.media}, {document.size} bytes, {document.chars} code points)"
    )
    say(f"  SHA-256 {document.sha256}")
    for field in FIELDS:
        detail: Detail = getattr(document, field)
        where = f"  [{detail.where}]" if detail.where else ""
        say(f"  {field:12} {_marked(detail)}{where}")
    for note in document.notes:
        say(f"  note         {note}")


@app.command("set")
def set_(
    folder: Folder,
    name: Id,
    given: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE", help=", ".join(FIELDS))],
    by: As = "",
) -> None:
    """State what is known of a document. A word of yours beats what was proposed from the file. Needs --as NAME.

    \b
    Examples:
      embargo sources set my-case D-1a2b published=2025-05-30 --as "A. Drafter"
      embargo sources set my-case D-1a2b publisher="The Harbour Courier" kind=press --as "A. Drafter"
      embargo sources set my-case D-1a2b caveat=withheld --as "A. Drafter"     # in no report at all
    """
    details: dict[str, str] = {}
    for item in given:
        field, equals, value = item.partition("=")
        if not equals or field not in FIELDS:
            raise UsageError(f'"{item}" states nothing', f"FIELD=VALUE, the field one of {', '.join(FIELDS)}")
        details[field] = value
    with writing(folder, by) as case:
        case.state(name, details)
    remark(f"stated by {by}. Next: {command(folder, 'run DIR')}")
