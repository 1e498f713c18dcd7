"""`embargo entities`: who and what is named, and by which names."""

import typer

from embargo.cli.doors import Folder, Id, Json, reading
from embargo.cli.out import as_json, say, table
from embargo.cli.pick import command, one
from embargo.vocabulary import Entity

app = typer.Typer(help="Who and what is named, on which list.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_(folder: Folder, json: Json = False) -> None:
    """List everyone and everything that claims name."""
    with reading(folder) as case:
        found = case.entities
    if json:
        as_json(found)
        return
    rows = [
        (e.id, e.kind, e.state or "", ", ".join(n.text for n in e.namings), "; ".join(e.doubts))
        for e in found
    ]
    table("Entities", ("entity", "kind", "State", "written as", "doubts"), rows)


@app.command()
def show(folder: Folder, name: Id, json: Json = False) -> None:
    """Show one identity: names as written, identifiers, lists."""
    _print(folder, name, json, reasons=False)


@app.command()
def explain(folder: Folder, name: Id, json: Json = False) -> None:
    """Say why these names are taken to mean one and the same, and what is doubtful."""
    _print(folder, name, json, reasons=True)


def _print(folder: Folder, name: str, json: bool, *, reasons: bool) -> None:
    with reading(folder) as case:
        entity: Entity = one("entity", case.entities, name, command(folder, "entities list DIR"))
    if json:
        as_json(entity)
        return
    say(f"{entity.id}  {entity.name} ({entity.kind}" + (f", {entity.state})" if entity.state else ")"))
    for naming in entity.namings:
        say(f"  written  “{naming.text}” in {len(naming.claims)} claims: {', '.join(naming.claims[:6])}")
    for scheme, value in entity.identifiers:
        say(f"  {scheme:8} {value}")
    for listing in entity.listings:
        say(
            f"  listed   {listing.list}: {listing.entry}, since {listing.since or 'day unknown'} ({listing.rests_on})"
        )
    for reason in entity.reasons if reasons else ():
        say(f"  because  {reason}")
    for doubt in entity.doubts:
        say(f"  doubt    {doubt}")
