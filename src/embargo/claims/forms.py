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


def forms(verb: str, irregular: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Return the forms of an English verb with their names: base, s, past (also pp where alike), ing."""
    third = verb + "es" if re.search(r"(s|x|ch|sh|o)$", verb) else verb + "s"
    if re.search(r"[^aeiou]y$", verb):
        third = verb[:-1] + "ies"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    double = re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", verb) is not None or verb in (
        "transfer",
        "refer",
        "admit",
    )
    ing = (stem + verb[-1] if double else stem) + "ing"
    past = verb + "d" if verb.endswith("e") else (stem + verb[-1] if double else stem) + "ed"
    if re.search(r"[^aeiou]y$", verb):
        past = verb[:-1] + "ied"
    found = [(verb, "base"), (third, "s"), (ing, "ing")]
    if verb in irregular:
        first, second = irregular[verb][-2:]  # a later file overrules an earlier one
        found += [(first, "past")] + ([(second, "pp")] if second != first else [])
    else:
        found.append((past, "past"))
    return found
