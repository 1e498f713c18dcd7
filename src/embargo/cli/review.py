"""`embargo claims review`: the claims that wait for a person, riskiest first, one key each."""

from typing import TYPE_CHECKING, Annotated

import typer

from embargo.cli import keys
from embargo.cli.doors import As, Folder, Json, reading, writing
from embargo.cli.out import complain, remark, say
from embargo.cli.pick import command
from embargo.cli.reviewed import show, visible
from embargo.cli.waiting import show_queue, told
from embargo.errors import Busy, UsageError
from embargo.vocabulary import Made

if TYPE_CHECKING:
    from embargo.casework import Case
    from embargo.casework.desk import Desk
    from embargo.casework.likes import Group

KEYS = """  a  accept: it is read right (after a change: as it is read now)
  r  reject: take it out of every finding; asks why
  e  edit slots: SLOT=VALUE, one a line; asks why
  s  split into one claim for each value of a slot; asks why
  m  merge into another claim of the document; asks why
  k  skip
  u  undo: take the last decision of this round back
  q  quit; everything decided is kept"""
# Claims of the same document that are offered for merging.
OFFERED = 9


def review(
    folder: Folder,
    by: As = "",
    every: Annotated[bool, typer.Option("--all", help="Also what was decided already.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="Print the queue and ask nothing.")] = False,
    json: Json = False,
) -> None:
    """Go through the claims, riskiest first; one decision settles all that say the same in the same words. Needs --as NAME.

    A key each: a accept, r reject, e edit, s split, m merge, k skip, u undo, q quit, ? help. From a pipe: a key or an answer a
    line. Every decision is kept at once, with who, when and why; Ctrl-C loses nothing. Decisions are found again by their quotes.

    \b
    Examples:
      embargo claims review my-case --as "A. Drafter"
      embargo claims review my-case --list        # the queue, and why each waits; asks nothing
    """
    if list_ or json:
        with reading(folder) as case:
            show_queue(case, case.queue(decided=every), json=json)
        return
    if not by.strip():
        raise UsageError("a decision was made by nobody", "the person who decides", "say it with --as NAME")
    with writing(folder, by) as case:
        here = Round(case, list(case.queue(decided=every)))
        try:
            here.walk()
        except EOFError:
            pass  # the end of a pipe is the end of the round
        finally:
            here.close()


class Round:
    """One person's walk through the queue: where they are, and what they decided, so that it can be taken back."""

    def __init__(self, case: "Case", groups: "list[Group]") -> None:
        self.case = case
        self.desk: Desk = case.desk()
        self.groups = groups
        self.at = 0
        self.done: list[tuple[int, tuple[Made, ...]]] = []

    def walk(self) -> None:
        """Show each group and do what its keys say, until the queue or the answers end."""
        verbs = {"a": self.accept, "r": self.reject, "e": self.edit, "s": self.split, "m": self.merge}
        while self.at < len(self.groups):
            self.show()
            pressed = "?"
            while pressed == "?" or pressed not in verbs.keys() | {"k", "u", "q"}:
                pressed = keys.key("a r e s m k u q ? > ").casefold()
                if pressed == "?":
                    remark(KEYS)
                elif pressed not in verbs.keys() | {"k", "u", "q"}:
                    remark(f'"{visible(pressed)}" is no key here; ? tells them')
            if pressed == "q":
                return
            if pressed == "k":
                self.at += 1
            elif pressed == "u":
                self.undo()
            else:
                try:
                    verbs[pressed]()
                except (UsageError, Busy) as error:
                    complain(str(error))

    def show(self) -> None:
        """Print the group that is asked about."""
        group = self.groups[self.at]
        claim = self.desk.claim(group.claims[0])
        likes = (
            f", and {len(group.claims) - 1} that say the same in the same words" if group.claims[1:] else ""
        )
        say("")
        say(f"{self.at + 1} of {len(self.groups)}: {claim.id}{likes}")
        document = self.desk.documents[claim.document]
        show(claim, document, self.desk.text(claim.document), group.risks, self.desk.review.of(claim.id))

    def accept(self) -> None:
        """Say that it was read right."""
        self._decide("accept")

    def reject(self) -> None:
        """Take it out of every finding."""
        self._decide("reject", keys.line("why? "))

    def edit(self) -> None:
        """Give slots other values, each checked as it is typed."""
        edits = self._typed("SLOT=VALUE (empty: done) > ")
        if not edits:
            remark("nothing was edited")
            return
        self._decide("edit", keys.line("why? "), edits=edits)

    def _typed(self, prompt: str) -> dict[str, str]:
        name = self.groups[self.at].claims[0]
        edits: dict[str, str] = {}
        while typed := keys.line(prompt):
            slot, _, value = (part.strip() for part in typed.partition("="))
            try:
                self.desk.values(name, slot, value)
            except UsageError as error:
                complain(str(error))
                continue
            edits[slot] = value
        return edits

    def split(self) -> None:
        """Make a claim of each value of a slot, each of which may be edited at once."""
        several = self.desk.splittable(self.groups[self.at].claims[0])
        if not several:
            remark("nothing to split: every slot has one value")
            return
        slot = keys.line(f"split by which slot ({', '.join(several)})? ")
        if slot not in several:
            remark(f'"{visible(slot)}" is none of them')
            return
        named = self.desk.parted(self.groups[self.at].claims[0], slot)
        parts = [self._typed(f"{visible(part)}: SLOT=VALUE (empty: done) > ") for part in named]
        self._decide("split", keys.line("why? "), split=slot, parts=parts)

    def merge(self) -> None:
        """Leave it out in favour of another claim of its document, which gets what it lacks."""
        claim = self.desk.claim(self.groups[self.at].claims[0])
        near = sorted(
            (other for other in self.desk.readings[claim.document].claims if other.id != claim.id),
            key=lambda other: abs(other.quote.start - claim.quote.start),
        )[:OFFERED]
        if not near:
            remark("nothing to merge with: its document has no other claim")
            return
        for number, other in enumerate(near, 1):
            say(f"  {number}  {other.id}  {other.event}  “{visible(other.quote.text)}”")
        chosen = keys.line("into which (number or id)? ")
        into = near[int(chosen) - 1].id if chosen.isdecimal() and 0 < int(chosen) <= len(near) else chosen
        self._decide("merge", keys.line("why? "), into=into)

    def undo(self) -> None:
        """Take the last decision of this round back, and ask about it again."""
        if not self.done:
            remark(
                "nothing was decided in this round; `embargo claims undo` takes back what was decided before"
            )
            return
        self.at, made = self.done.pop()
        self.desk.take_back(made)
        say(f"taken back: {made[0].decision.verdict} on {', '.join(one.decision.about for one in made)}")

    def close(self) -> None:
        """Say what was done and what to do next."""
        claims = sum(len(made) for _, made in self.done)
        waiting = len(self.groups) - len({place for place, _ in self.done})
        remark(
            f"decided {len(self.done)} times, on {claims} claims; all of it is kept. "
            f"{waiting} of {len(self.groups)} still wait"
        )
        if self.done:
            remark(f"Next: {command(self.case.folder, 'run DIR')}")

    def _decide(self, verdict: str, why: str = "", **more: object) -> None:
        settled = self.desk.decide(self.groups[self.at].claims, verdict, why, **more)  # type: ignore[arg-type]
        self.done.append((self.at, settled.made))
        self.at += 1
        told(settled, self.desk.review)
