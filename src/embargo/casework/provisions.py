"""The law without a case: a provision of a pack in words, and facts put to a pack."""

from collections.abc import Iterator
from typing import Any

from embargo import law
from embargo.casework.road import open_packs
from embargo.errors import BadFact, UsageError
from embargo.regimes import canonical_path
from embargo.vocabulary import MARK_WORDS
from embargo.vocabulary.pack import Cap, Provision


def provision_of(pack_name: str, path: str) -> Provision:
    """Return the provision of that path. Raises UsageError where the pack has none, naming near ones."""
    (pack,) = open_packs([pack_name])
    wanted = canonical_path(path)
    for provision in pack.provisions:
        if provision.path == wanted:
            return provision
    head = wanted.split("/", 1)[0]
    near = [item.path for item in pack.provisions if item.path.startswith(head)]
    raise UsageError(
        f'the pack {pack_name} has no provision "{path}"',
        f"one of {', '.join(near[:12])}" if near else "a path like 2397/5",
    )


def provision_words(provision: Provision) -> list[str]:
    """Return a provision as lines a person can read."""
    lines = [
        f"{provision.path}  {provision.citation}",
        f"  {provision.words}",
        f"  force   {provision.force}",
        f"  binds   {', '.join(provision.binds)}",
        f"  valid   from {provision.since or 'unknown'} to {provision.until or 'open'}",
    ]
    lines += _cap(provision.cap) if provision.cap else []
    for exemption in provision.exemptions:
        until = f", until {exemption.last}" if exemption.last else ""
        lines.append(f"  but     {exemption.conditions or exemption.kind}{until}")
    for relation in provision.relations:
        since = f" since {relation.since}" if relation.since else ""
        lines.append(f"  {relation.kind} {relation.to}{since}")
    lines.append(f"  mark    {provision.mark}: {MARK_WORDS[provision.mark]}")
    return [*lines, f"  source  {provision.source}"] if provision.source else lines


def _cap(cap: Cap) -> list[str]:
    """A cap's windows in words, a line each."""
    joint = {"one": "", "either": " or ", "lower": " or (the lower counts) "}[cap.choice]
    lines = []
    for window in cap.windows:
        amounts = joint.join(f"{int(amount):,} {unit}" for unit, amount in sorted(window.amounts.items()))
        days = f"each 12 months from {window.first}" if window.yearly else f"{window.first} to {window.last}"
        lines.append(f"  cap     {amounts or 'no figure of its own'}, {days}")
    return lines


def answers(text: str, pack_name: str) -> Iterator[dict[str, Any]]:
    """Yield what the pack says of each fact in the text, in the form of the exchanged answers.

    Raises BadFact, before the first answer, where a fact breaks its form or there is none.
    """
    (pack,) = open_packs([pack_name])
    try:
        facts = list(law.read_facts(text))
    except RecursionError as error:
        raise BadFact("the facts are nested deeper than any fact is", "the form embargo-fact/1") from error
    if not facts:
        raise BadFact("there is no fact in what was given", "one JSON object, a list of them, or one a line")
    for fact in facts:
        yield law.as_answer(law.assess(fact, pack))
