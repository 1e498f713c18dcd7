"""How a claim under review is shown: in its place, with its slots, the machine's reading beside the human one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from embargo.cli.out import say
from embargo.vocabulary import Claim, Document, Made, Reviewed, Text

if TYPE_CHECKING:
    from embargo.casework.risk import Risk

# Code points shown before and after a quote.
CONTEXT = 160


def visible(words: str) -> str:
    """Return the words on one line, what cannot be seen written as its number: a source must not steer the terminal."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode()
        for sign in " ".join(words.split())
    )


def in_place(claim: Claim, text: Text) -> str:
    """Return the quote between [[ and ]] with what stands around it."""
    start, end = claim.quote.start, claim.quote.end
    before = text.text[max(0, start - CONTEXT) : start]
    after = text.text[end : end + CONTEXT]
    led = " " if before[-1:].isspace() else ""
    followed = " " if after[:1].isspace() else ""
    return f"… {visible(before)}{led}[[{visible(claim.quote.text)}]]{followed}{visible(after)} …"


def show_slots(claim: Claim) -> None:
    """Print what every slot that is not empty says, with the words that say it."""
    from embargo.casework.gist import SLOTS, gist

    for slot in SLOTS:
        said = gist(claim, slot)
        if said:
            say(f"  {slot:11} {visible(said)}{_words(claim, slot)}")


def _words(claim: Claim, slot: str) -> str:
    value = getattr(claim, slot)
    things = value if isinstance(value, tuple) else (value,)
    written = [
        f"“{visible(words)}”"
        for thing in things
        for words in (getattr(getattr(thing, "quantity", None), "text", None), getattr(thing, "text", None))
        if words
    ]
    return f"  ({', '.join(dict.fromkeys(written))})" if written else ""


def show(
    claim: Claim, document: Document, text: Text, risks: "Sequence[Risk]", held: Reviewed | None
) -> None:
    """Print the claim in its place, its slots, why to look at it, and what people decided before."""
    say(
        f"  in          {visible(document.name)}, {visible(document.publisher_name)}, {document.published.value or 'day unknown'}"
    )
    say(f"  text        {in_place(claim, text)}")
    show_slots(claim)
    for risk in risks:
        say(f"  look        {visible(risk.words)}")
    if held is not None:
        side_by_side(held)


def side_by_side(held: Reviewed) -> None:
    """Print the machine's reading beside the human one, slot by slot where they differ, and who decided what."""
    from embargo.casework.gist import SLOTS, gist

    say(f"  decided     {decided(held.decided)}")
    for number, human in enumerate(held.human, 1):
        part = f" {number} of {len(held.human)} ({human.id})" if len(held.human) > 1 else ""
        if held.machine is None:
            say(f"  human{part}: nothing is read there by the machine now")
            show_slots(human)
            continue
        other = [slot for slot in SLOTS if gist(human, slot) != gist(held.machine, slot)]
        say(
            f"  human{part}: {'reads ' + ', '.join(other) + ' otherwise' if other else 'reads it as the machine does'}"
        )
        for slot in other:
            say(f"  {slot:11} machine: {visible(gist(held.machine, slot)) or 'empty'}")
            say(f"  {'':11} human:   {visible(gist(human, slot)) or 'empty'}{_words(human, slot)}")
    if held.into:
        say(f"  merged      into {held.into}")
    for words in held.changed:
        say(f"  since then  {visible(words)}")
    for made in held.earlier:
        say(f"  earlier     {decided(made)}")


def decided(made: Made) -> str:
    """Return in words what was decided, by whom, when and why."""
    decision = made.decision
    why = f": {visible(decision.why)}" if decision.why else ""
    return f"{decision.verdict} by {visible(decision.by)}, {made.at}{why}"
