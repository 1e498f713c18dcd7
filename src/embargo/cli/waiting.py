"""What waits for a person, and what a decision changed, as `embargo claims review` prints them."""

from pathlib import Path
from typing import TYPE_CHECKING

from embargo.cli.out import as_json, remark, say, table
from embargo.cli.pick import command
from embargo.cli.reviewed import decided, visible
from embargo.vocabulary import Review

if TYPE_CHECKING:
    from embargo.casework import Case
    from embargo.casework.desk import Settled
    from embargo.casework.likes import Group


def told(settled: "Settled", now: Review) -> None:
    """Print what a decision changed."""
    from embargo.casework.gist import SLOTS, gist

    for made in settled.meanwhile:
        say(f"meanwhile, {made.decision.about}: {decided(made)}; yours is later and wins")
    verdict = settled.made[0].decision.verdict
    say(f"{verdict}: {', '.join(made.decision.about for made in settled.made)}")
    held = now.of(settled.made[0].decision.about)
    if held is not None and held.machine is not None:
        for human in held.human:
            if len(held.human) > 1:
                say(f"  {human.id}")
            for slot in SLOTS:
                old, new = gist(held.machine, slot), gist(human, slot)
                if old != new:
                    say(f"  {slot}: {visible(old) or 'empty'} → {visible(new) or 'empty'}")
    for name, reason in settled.left:
        say(f"left as it is, {name}: {visible(reason)}")


def show_queue(case: "Case", groups: "tuple[Group, ...]", *, json: bool) -> None:
    """Print the queue, and the decisions that could not be carried to the readings of now."""
    from embargo.casework.gist import gist

    now = case.review
    alone = [one for one in now.reviewed if one.machine is None and one.human]
    by_id = {claim.id: claim for claim in case.claims}
    if json:
        queue = [
            {"claims": group.claims, "risks": group.risks, "claim": by_id[group.claims[0]]}
            for group in groups
        ]
        as_json({"queue": queue, "lost": now.lost, "alone": alone})
        return
    rows = []
    for group in groups:
        claim = by_id[group.claims[0]]
        parties = " → ".join(
            part
            for part in (gist(claim, "supplier") or gist(claim, "actor"), gist(claim, "recipient"))
            if part
        )
        look = "; ".join(risk.words for risk in group.risks)
        count = len(group.claims)
        rows.append(
            (claim.id, count, visible(look), claim.event, visible(parties), f"“{visible(claim.quote.text)}”")
        )
    table("Waiting for a person", ("claim", "likes", "look", "event", "who → to whom", "quote"), rows)
    _list_apart(now, case.folder)


def _list_apart(now: Review, folder: Path) -> None:
    for one in now.reviewed:
        if one.machine is None and one.human:
            say(f"stands on a person's reading alone: {one.claim}, {decided(one.decided)}")
    for lost in now.lost:
        quote = lost.made.decision.anchor.quote if lost.made.decision.anchor else ""
        say(f"not carried over: {lost.made.decision.about}, {decided(lost.made)}")
        say(f"  {visible(lost.reason)}{f' ({lost.document})' if lost.document else ''}")
        if quote:
            say(f"  “{visible(quote)}”")
    if now.lost:
        remark(f"take one back: {command(folder, 'claims undo DIR ID --as NAME')}")
