"""Forms of words: plurals of nouns, forms of verbs."""

import re
from collections.abc import Mapping


def plurals(written: str) -> tuple[str, ...]:
    """Return the regular plurals of a noun, none for one that ends in s."""
    if written.endswith(("s", "x", "ch", "sh")):
        return (written + "es",) if not written.endswith("s") else ()
    if written.endswith("y") and written[-2:-1] not in "aeiou":
        return (written[:-1] + "ies",)
    return (written + "s",)


_ALONE = {
    "be": (("be", "base"), ("is", "s"), ("are", "s"), ("being", "ing"), ("was", "past"), ("were", "past"), ("been", "pp")),
    "have it": (("have it", "base"), ("has it", "s"), ("had it", "past")),
    "have": (("have", "base"), ("has", "s"), ("having", "ing"), ("had", "past")),
    "do": (("do", "base"), ("does", "s"), ("doing", "ing"), ("did", "past"), ("done", "pp")),
}  # fmt: skip


# Verbs of two syllables that double their last consonant, and those that British spelling doubles and American does not.
_DOUBLING = frozenset(
    {"transfer", "refer", "admit", "begin", "commit", "confer", "control", "deflag", "de-flag", "emit", "enrol", "equip", "expel", "outfit",
     "quit", "reflag", "re-flag", "remit", "repel", "submit", "transmit", "tranship", "transship", "occur", "permit", "omit", "defer", "deter"}
)  # fmt: skip
_TWO_SPELLINGS = frozenset(
    {"travel", "funnel", "channel", "fuel", "refuel", "label", "mislabel", "relabel", "pummel", "signal", "cancel", "stencil", "initial"}
)  # fmt: skip


def forms(verb: str, irregular: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Return the forms of an English verb with their names: base, s, past (also pp where alike), ing."""
    if verb in _ALONE:
        return list(_ALONE[verb])
    if " " in verb:
        # "point out", "let it be known": the first word is the verb.
        first, rest = verb.split(" ", 1)
        return [(f"{written} {rest}", form) for written, form in forms(first, irregular)]
    third = verb + "es" if re.search(r"(s|x|ch|sh|o)$", verb) else verb + "s"
    if re.search(r"[^aeiou]y$", verb):
        third = verb[:-1] + "ies"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    double = re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", verb) is not None or verb in _DOUBLING
    ing = (stem + verb[-1] if double else stem) + "ing"
    if verb.endswith("ie"):
        ing = verb[:-2] + "ying"
    past = verb + "d" if verb.endswith("e") else (stem + verb[-1] if double else stem) + "ed"
    if re.search(r"[^aeiou]y$", verb):
        past = verb[:-1] + "ied"
    found = [(verb, "base"), (third, "s"), (ing, "ing")]
    if verb in irregular and irregular[verb][-2] == verb:
        # "put", "hit": a text tells of the past far more often.
        found = [(third, "s"), (ing, "ing")]
    if verb in irregular:
        first, second = irregular[verb][-2:]  # a later file overrules an earlier one
        found += [(first, "past")] + ([(second, "pp")] if second != first else [])
    else:
        found.append((past, "past"))
    if verb in _TWO_SPELLINGS:
        found += [(verb + "ling", "ing"), (verb + "led", "past")]
    return found
