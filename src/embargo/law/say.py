"""The argument of an assessment in plain words: the result, for whom, and the elements it hangs on."""

from collections.abc import Sequence

from embargo.geography import state_name
from embargo.vocabulary import Element
from embargo.vocabulary.pack import Limb, Provision
from embargo.vocabulary.words import Result

_RESULTS: dict[Result, str] = {
    "prohibited": "Prohibited for {party}",
    "prohibited-unless": "Prohibited for {party} unless an exemption was granted",
    "exempt": "Exempt for {party}",
    "capped-within": "Within what the cap allows {party}",
    "capped-exceeded": "Above what the cap allows {party}",
    "capped-cannot-tell": "Whether this is above what the cap allows {party} cannot be told",
    "indicator-only": "An indicator about {party}, no breach",
    "not-covered": "Not covered for {party}",
    "indirect/contested": "Argued and contested for {party}",
    "needs-determination": "Cannot be told for {party} without a determination",
}


def argument(party: str | None, result: Result, elements: Sequence[Element]) -> str:
    """Return the result for the party with what decides it: what fails, else what is open, else that all is met."""
    who = state_name(party) if party is not None else "a State that the fact does not name"
    head = _RESULTS[result].format(party=who)
    failed = [element for element in elements if element.state == "not met"]
    if result == "not-covered":
        return f"{head}: {_told(failed)}."
    if result == "prohibited":
        return f"{head}: every element is met."
    return f"{head}: {_told(_decisive(result, elements))}."


def _decisive(result: Result, elements: Sequence[Element]) -> list[Element]:
    """The elements that a result hangs on, in the order a reader argues them."""
    named = {element.name: element for element in elements}
    open_ = [element for element in elements if element.state == "unknown"]
    if result in ("indicator-only", "indirect/contested"):
        return [named["breach"]]
    if result == "exempt":
        lifted = [element for element in elements if element.name in ("exemption", "cap")]
        return [element for element in lifted if (element.state == "met") == (element.name == "exemption")]
    if result in ("capped-within", "capped-exceeded"):
        return [named["cap"]]
    if result == "capped-cannot-tell":
        return [named["cap"], *(element for element in open_ if element.name not in ("cap", "exemption"))]
    if result == "prohibited-unless":
        return [element for element in open_ if element.name in ("exemption", "cap")]
    return [element for element in open_ if element.name != "exemption"]


def short(provision: Provision, limb: Limb) -> str:
    """Return what the rule says, in our own words."""
    return limb.words or provision.words


def _told(elements: Sequence[Element]) -> str:
    return "; ".join(f"{element.name}: {element.reason}" for element in elements) or "no element decides it"
