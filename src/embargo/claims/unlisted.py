"""Unlisted: people and bodies that no list knows, as those who do a deed, give or take: "customs officers in Hamburg seized"."""

import re

import msgspec

from embargo.claims.anonymous import is_record, tells
from embargo.claims.attribution import Heard
from embargo.claims.build import Draft, is_party, mention
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import PRONOUNS, Phrase, before, behind
from embargo.claims.selves import selfsame
from embargo.claims.taken import given_to, hires
from embargo.claims.tellers import of_itself, teller
from embargo.claims.things import is_people
from embargo.vocabulary import Mention, state_of

# What is done, decided or written, and does nothing itself.
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ship|ism|ence|ance|ing|ity)s?$|ly$")
_NO_DOERS = words("no_doers")
_BODIES = words("own_names") | words("body_heads") | words("organs")
# Deeds of ships and trains, and what befalls people or lies somewhere, with nobody who does it.
_BY_NOBODY = (
    "vessel.",
    "casualty",
    "presence.",
    "law.",
    "statement.",
    "report.",
    "rail.",
    "capture.territory",
)
# What those who publish do themselves.
_OF_PUBLISHERS = ("report.", "statement.", "finance.", "transfer.finance", "transfer.commodity", "sanction.")
_CRAFT = words("vessel_heads") | words("further_craft")
_OWNING = frozenset({"own up", "admit", "acknowledge", "confess", "come clean", "recall", "boast", "brag"})
# Deeds whose subject may be the people that are moved.
_OF_PEOPLE = ("deploy.", "move.", "labour.", "train.")


def of_nobody_known(
    scene: Scene, draft: Draft, memory: Memory, heard: Heard, *, strong: bool = False
) -> None:
    """Fill the parties of a verb that are still open with people and bodies that its words name and no list knows.

    `strong` once the deed is a claim by what else it says: then whoever stands where its doer does is its doer, be it "the
    house" or "we"; such a doer alone makes no claim.
    """
    moved = draft.event.startswith(_OF_PEOPLE)
    acting = [m for m in draft.cast.subject if is_party(m) or (moved and m in draft.items)]
    hired = draft.event == "labour.dispatch" and hires(draft)
    ours = draft.recipient if hired or draft.frame.pattern == "get" else draft.supplier or draft.actor
    known = ours or draft.cast.agents or acting
    doer = [] if known else _doer(scene, draft, memory, heard, strong=strong)
    if draft.frame.pattern == "give":
        draft.supplier = draft.supplier or doer or _end(scene, draft, memory, "from")
        draft.recipient = draft.recipient or _end(scene, draft, memory, "to")
    elif draft.frame.pattern == "get":
        draft.recipient = draft.recipient or doer
        draft.supplier = draft.supplier or _end(scene, draft, memory, "from")
    elif hired:
        draft.recipient = draft.recipient or doer
    else:
        draft.actor = draft.actor or doer
    if strong and not draft.recipient:
        draft.recipient = given_to(scene, draft, memory, heard) or _taker(scene, draft, memory)


# Behind which words who gets it stands, deed by deed; "" is right behind the verb.
_TAKERS: dict[str, tuple[str, ...]] = {
    "transfer.": ("to", "into", "for"),
    "aid.": ("to", "for"),
    "sanction.impose": ("on", "against", ""),
    "labour.dispatch": ("for", "at", "to"),
    "theft.cyber": ("from",),
    "finance.unfreeze": ("to",),
    "finance.account": ("for", "behalf"),
    "statement.raise": ("with", "to", "before", ""),
    "report.notify": ("to", "with", ""),
    "train.personnel": ("",),
    "combat.participate": ("beside", "alongside", "with"),
}
# Whoever stands right behind one of these is told; behind other verbs of telling it is what is told.
_TOLD = frozenset({"notify", "inform", "alert", "brief", "advise", "summon", "warn", "update", "call"})
# "next to", "according to" lead to nobody.
_NOT_TO = frozenset({"next", "according", "close", "due", "thanks", "up", "prior", "owing", "en", "route"})


def _taker(scene: Scene, draft: Draft, memory: Memory) -> list[Mention]:
    """Return who gets it, is told, taught or listed, where the words for it stand and no list knows whom they name."""
    words_for = next((found for event, found in _TAKERS.items() if draft.event.startswith(event)), ())
    if draft.frame.pattern == "get":
        return []
    parties = {m.start for m in (*draft.actor, *draft.supplier)}
    for word in words_for:
        found = _object(scene, draft, memory) if word == "" else _behind(scene, draft, memory, word)
        if found and found[0].start not in parties:
            return found
    return []


def _object(scene: Scene, draft: Draft, memory: Memory) -> list[Mention]:
    """Return whom the phrase right behind an active verb, or before a passive one, names."""
    verb = draft.trigger.value.removeprefix("<").split(">")[0]
    if draft.event.startswith(("report.", "statement.")) and verb not in _TOLD:
        return []
    phrase = before(scene, draft.trigger) if draft.cast.passive else behind(scene, draft.trigger)
    counted = phrase is not None and any(m.i == phrase.i for m in scene.of("amount"))
    if draft.event == "sanction.impose" and counted:
        return []  # "blacklisted nine people": a number, and nobody
    return _somebody(scene, phrase, memory, strong=True)


def _behind(scene: Scene, draft: Draft, memory: Memory, word: str) -> list[Mention]:
    """Return whom the phrase behind that word names; a name alone behind "to" and "at" is as often a place."""
    for k in range(draft.trigger.j, draft.clause.j - 1):
        if scene.words[k].low != word or scene.words[k - 1].low in _NOT_TO:
            continue
        at = k + 1 + (word == "behalf" and scene.words[k + 1].low == "of")
        phrase = behind(scene, _at(draft.trigger, at))
        if phrase is None or all(scene.words[n].text[0].isupper() for n in range(phrase.i, phrase.head)):
            continue
        ship = next((m for m in scene.of("vessel") if phrase.i <= m.i and m.j <= phrase.j), None)
        if ship is not None:
            return [mention(scene, ship)] if draft.event.startswith(("transfer.", "sanction.")) else []
        head = scene.words[phrase.head - 1].low
        if draft.event.startswith(("report.", "statement.")) and head not in _BODIES and not tells(head):
            continue  # "drew attention to an encounter"
        found = _somebody(scene, phrase, memory, strong=True)
        if found:
            return found
    return []


def _doer(scene: Scene, draft: Draft, memory: Memory, heard: Heard, *, strong: bool) -> list[Mention]:
    """Return who stands before the verb, or behind the "by" of a passive."""
    nobody = draft.event.startswith(_BY_NOBODY)
    if draft.cast.passive:
        return [] if nobody else _end(scene, draft, memory, "by", strong=strong)
    phrase = before(scene, draft.trigger)
    verb = _owning_up(scene, draft.trigger) if phrase is None else None
    phrase = before(scene, verb) if verb is not None else phrase
    if phrase is None:
        return []
    own = selfsame(scene, draft, phrase, memory, heard)
    own = own or (_ourselves(scene, draft, phrase, memory, heard) if strong else None)
    if own is not None and not draft.event.startswith(("vessel.", "presence.")):
        return [mention(scene, own)]
    if nobody or any(m.j == phrase.i - 1 for m in scene.of("item", "amount")):
        return []  # "two men and one bank on its list": the last of what is counted
    return _somebody(
        scene, phrase, memory, strong=strong and scene.words[phrase.head - 1].low not in PRONOUNS
    )


def _owning_up(scene: Scene, trigger: Mark) -> Mark | None:
    """Return the verb of telling that what one has done hangs on: "owned up to having sold", "admitted shipping"."""
    gap = {"to", "having", "not", "ever", "never", "been"}
    told = (m for m in scene.of("speech") if m.j <= trigger.i and set(scene.lows[m.j : trigger.i]) <= gap)
    verb = (
        next(told, None)
        if trigger.form == "ing" or scene.lows[trigger.i - 1 : trigger.i] == ["having"]
        else None
    )
    # Who denies it may speak for those who are said to have done it.
    return verb if verb is not None and verb.value in _OWNING and verb.form in ("past", "s", "base") else None


def _ourselves(scene: Scene, draft: Draft, phrase: Phrase, memory: Memory, heard: Heard) -> Mark | None:
    """Return whom "we" and "our navy" mean: who speaks, else who publishes; None for any other phrase."""
    first, last = scene.words[phrase.i], scene.words[phrase.head - 1]
    if memory.publisher and of_itself(last, memory) and phrase.head - phrase.i <= 2:
        # "The Government has entered two firms in the list", in a ministry's own text
        value = f"{state_of(memory.publisher) or memory.publisher}:{last.text}"
        return Mark("party", first.start, last.end, phrase.i, phrase.head, value, "named")
    if last.low != "we" and first.low != "our":
        return None
    quoted = scene.within_quotes(draft.trigger.start, draft.trigger.end)
    told = [v.mark for v in heard.voices if v.i <= draft.trigger.i < v.j and not v.document]
    speaker = told[0].value if told else None if quoted else memory.own
    if speaker is None or speaker.endswith(":unknown"):
        return None
    if speaker == memory.own and not memory.publisher and not draft.event.startswith(_OF_PUBLISHERS):
        return None  # a paper fights and ships nothing: "we" is whoever it lets speak
    state = state_of(speaker) or memory.publisher or "entity"
    name = (
        " ".join(scene.text[scene.words[phrase.i + 1].start : last.end].split()) if first.low == "our" else ""
    )
    value = f"{state}:{name}" if name else speaker
    return Mark("party", first.start, last.end, phrase.i, phrase.head, value, "named")


def _end(scene: Scene, draft: Draft, memory: Memory, word: str, *, strong: bool = False) -> list[Mention]:
    """Return the first such people or body behind the verb and that preposition: "to a customer in Osh"."""
    for k in range(draft.trigger.j - 1, draft.clause.j - 1):
        if scene.words[k].low == word:
            found = _somebody(scene, behind(scene, _at(draft.trigger, k + 1)), memory, strong=strong)
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


def _somebody(scene: Scene, phrase: Phrase | None, memory: Memory, *, strong: bool = False) -> list[Mention]:
    """Return whom the phrase names, where it is people or a body; papers do nothing.

    `strong` where nothing but people and bodies stands there: before a verb of doing, behind the "by" of one.
    """
    if phrase is None or _is_thing(scene, phrase) or not _may_do(scene, phrase):
        return []
    strong = strong and not any(m.kind in ("time", "amount") for m in scene.over(phrase.i))
    # "a pilot watched hoses": a verb that nobody here knows stands in it.
    strong = strong and not any(word.low.endswith("ed") for word in scene.words[phrase.i + 1 : phrase.head])
    found = teller(scene, phrase, memory, strong=strong)
    return [mention(scene, found)] if found is not None and found.form == "named" else []


def _may_do(scene: Scene, phrase: Phrase) -> bool:
    """Return whether the phrase may name anybody at all: not "no State", "the notice", "the dhow", "whether insurers"."""
    first, head = scene.words[phrase.i].low, scene.words[phrase.head - 1].low
    if first in ("no", "whether") or first.endswith("ing") or head in _NO_DOERS:
        return False
    return head.removesuffix("s") not in _CRAFT and (head in _BODIES or not _ABSTRACT.search(head))
