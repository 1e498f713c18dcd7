"""Unlisted: people and bodies that no list knows, as those who do a deed, give or take: "customs officers in Hamburg seized"."""

import msgspec

from embargo.claims.anonymous import is_record
from embargo.claims.build import Draft, is_party, mention
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import Phrase, before, behind
from embargo.claims.tellers import teller
from embargo.claims.things import is_people
from embargo.vocabulary import Mention

# Deeds of ships, and what befalls people or lies somewhere, with nobody who does it.
_BY_NOBODY = ("vessel.", "casualty", "presence.", "law.", "statement.", "report.")
# Deeds whose subject may be the people that are moved.
_OF_PEOPLE = ("deploy.", "move.", "labour.", "train.")


def of_nobody_known(scene: Scene, draft: Draft, memory: Memory) -> None:
    """Fill the parties of a verb that are still open with people and bodies that its words name and no list knows."""
    moved = draft.event.startswith(_OF_PEOPLE)
    acting = [m for m in draft.cast.subject if is_party(m) or (moved and m in draft.items)]
    known = draft.supplier or draft.actor or draft.cast.agents or acting
    doer = [] if known or draft.event.startswith(_BY_NOBODY) else _doer(scene, draft, memory)
    if draft.frame.pattern == "give":
        draft.supplier = draft.supplier or doer or _end(scene, draft, memory, "from")
        draft.recipient = draft.recipient or _end(scene, draft, memory, "to")
    elif draft.frame.pattern == "get":
        draft.recipient = draft.recipient or doer
        draft.supplier = draft.supplier or _end(scene, draft, memory, "from")
    else:
        draft.actor = draft.actor or doer


def _doer(scene: Scene, draft: Draft, memory: Memory) -> list[Mention]:
    """Return who stands before the verb, or behind the "by" of a passive."""
    if draft.cast.passive:
        return _end(scene, draft, memory, "by")
    phrase = before(scene, draft.trigger)
    if phrase is not None and any(m.j == phrase.i - 1 for m in scene.of("item", "amount")):
        return []  # "two men and one bank on its list": the last of what is counted
    return _somebody(scene, phrase, memory)


def _end(scene: Scene, draft: Draft, memory: Memory, word: str) -> list[Mention]:
    """Return the first such people or body behind the verb and that preposition: "to a customer in Osh"."""
    for k in range(draft.trigger.j - 1, draft.clause.j - 1):
        if scene.words[k].low == word:
            found = _somebody(scene, behind(scene, _at(draft.trigger, k + 1)), memory)
            if found:
                return found
    return []


def _at(trigger: Mark, j: int) -> Mark:
    return msgspec.structs.replace(trigger, j=j)


def _is_thing(scene: Scene, phrase: Phrase) -> bool:
    """Return whether the phrase names goods or craft and nobody: "the jammers", "two freighters"; firms are somebody."""
    here = scene.over(phrase.head - 1)
    goods = any(m.kind == "item" and not is_people(m) and not m.value.startswith("designation") for m in here)
    return goods or any(m.kind == "mean" for m in here) or is_record(scene.words[phrase.head - 1].low)


def _somebody(scene: Scene, phrase: Phrase | None, memory: Memory) -> list[Mention]:
    """Return whom the phrase names, where it is people or a body; papers do nothing."""
    if phrase is None or _is_thing(scene, phrase):
        return []
    found = teller(scene, phrase, memory, strong=False)
    return [mention(scene, found)] if found is not None and found.form == "named" else []
