"""`embargo claims proposals`: what a model proposed beside the claims of our reader."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from embargo.cli.doors import Folder, Json, reading
from embargo.cli.out import as_json, remark, say, table
from embargo.cli.pick import command

if TYPE_CHECKING:
    from embargo.casework.propose import Beside, Proposed


def proposals(
    folder: Folder,
    document: Annotated[
        str, typer.Option(metavar="ID", help="Only of this document (id or file name): claim by claim.")
    ] = "",
    json: Json = False,
) -> None:
    """Show what a model proposed beside the claims: agreed, different, on one side only, refused and why.

    A model is asked by `embargo run`, where [claims.model] in embargo.toml says so; what it says enters no finding.

    \b
    Examples:
      embargo claims proposals my-case
      embargo claims proposals my-case --document D-1a2b
    """
    with reading(folder) as case:
        wanted = case.document(document).id if document else ""
        found = [item for item in case.proposals if not wanted or item.document == wanted]
        names = {item.id: item.name for item in case.documents}
    if json:
        as_json(found)
        return
    if not found:
        say("Proposals: none")
        remark("no model was asked; [claims.model] in embargo.toml says whether one is")
    elif wanted:
        _one(found[0])
    else:
        columns = ("document", "name", "agreed", "differ", "only rules", "only model", "refused", "no answer")
        rows = (
            (
                item.document,
                names.get(item.document, ""),
                *(item.count(side) for side in ("agreed", "differ", "only rules", "only model")),
                counted(item.refused) or "–",
                counted(item.failed) or "–",
            )
            for item in found
        )
        table("Proposals", columns, rows)
        say(f"Claim by claim: {command(folder, 'claims proposals DIR --document ID')}")


def _one(item: "Beside") -> None:
    rows = (
        (pair.claim or pair.proposal or "", pair.side, ", ".join(pair.slots), f"“{pair.quote}”")
        for pair in item.pairs
    )
    table("Side by side", ("claim", "who reads it", "differ in", "quote"), rows)
    for refusal in item.gated.refusals:
        say(f"refused: {refusal.reason}: {refusal.words}" + (f": “{refusal.quote}”" if refusal.quote else ""))
    for why, count in item.failed.items():
        say(f"no answer for {count} of {item.pieces} pieces: {why}")


def counted(reasons: Mapping[str, int]) -> str:
    """Return the counts with their reasons: "2 quote not verbatim, 1 party not known"."""
    return ", ".join(f"{count} {reason}" for reason, count in reasons.items())


def told(proposed: "Proposed") -> list[str]:
    """Return what a run has to say of the model it asked, beside its counts."""
    found = []
    if proposed.failed:
        found.append(f"the model did not answer: {counted(proposed.failed)}; the next run asks again")
    if proposed.kept_back:
        found.append(
            f"{proposed.kept_back} documents were not sent to the model, since their caveat is narrower"
        )
    return found


def verdict(found: "tuple[Beside, ...]", claim: str) -> str:
    """Return how a model reads the claim: "agrees", "reads it otherwise: time", "does not propose it"; "" where none was asked."""
    for item in found:
        for pair in item.pairs:
            if pair.claim == claim:
                if pair.side == "agreed":
                    return "agrees"
                differ = f"reads it otherwise: {', '.join(pair.slots)}"
                return differ if pair.slots else "does not propose it"
    return ""
