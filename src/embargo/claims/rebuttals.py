"""Rebuttals: what somebody says of a charge told before, without telling it again: "called that account an invention", "Pure fiction"."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from embargo.claims.attribution import AFAR, TURN, Heard, Voice, chain
from embargo.claims.build import LONGEST_QUOTE
from embargo.claims.clauses import preposition
from embargo.claims.falsehoods import BARE, BRANDS, FALSE, FIGURES, IS_FALSE, REJECTS, UNTRUTHS
from embargo.claims.grammar import words
from embargo.claims.lexicon import Lexicon
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import before
from embargo.claims.retractions import requoted
from embargo.claims.tellers import teller
from embargo.claims.things import is_people
from embargo.language import lowered
from embargo.vocabulary import Claim, Document, Mention, Quote, cut, state_of

_GATE = (
    FALSE
    | UNTRUTHS
    | words("waving_away")
    | {"not", "nothing", "no", "n't", "n’t", "hasn't", "hasn’t", "didn't", "didn’t", "isn't", "isn’t"}
)
_SAYABLE = ("asserted", "alleged", "acknowledged", "requested", "planned")
_AHEAD_ONLY = ("requested", "planned")
_NO_CHARGE = ("statement", "law", "report", "sanction", "interdict", "agreement")
# So far behind a charge stands a noun for it, and a pronoun; so many claims back it may stand where a name tells it.
_NEAR, _NEXT, _FAR = 500, 170, 20
_SENT = ("deploy", "combat", "labour", "move")
_THAT = re.compile(r"\bthat\s")
_AS = re.compile(r"[“”\"‘,;]|\bas\b")
_WORD, _SHORT = re.compile(r"\w+"), 3
DOUBT = "what is denied was understood from what stands before"


def rebutted_charge(
    document: Document,
    scene: Scene,
    earlier: Sequence[Claim],
    heard: Heard,
    memory: Memory,
    lexicon: Lexicon,
    bounds: tuple[int, int],
) -> list[Claim]:
    """Return the claim that the sentence waves away, as denied by who speaks; a denial carries no number.

    Of figures and papers that are called false no deed is denied: `statement.deny`.
    """
    if not memory.concerned or not earlier or _GATE.isdisjoint(scene.lows):
        return []
    low = lowered(scene.text[slice(*bounds)])
    found = _rejection(low)
    if found is None:
        return []
    at = bounds[0] + found.start()
    voices = _denier(scene, heard, memory, at)
    noun = found.groupdict().get("noun") or found.groupdict().get("aside") or ""
    quote = (bounds[0], min(bounds[1], bounds[0] + LONGEST_QUOTE))
    word = scene.token_at(max(at, scene.start))
    trigger = Mark("verb", at, bounds[0] + found.end(), word, word + 1, "deny")
    said = chain(scene, Heard(voices, []), trigger, document, quote)
    if noun in FIGURES:
        return _of_the_word(document, scene, quote, voices, said)
    named = bool(noun) and _told_of(low, found)
    if (noun.endswith("s") and not named) or _tells_it(low, found):
        return []  # "rejected the allegations": all of them, and no deed
    if not noun and _told_in_full(scene.text, bounds[1]):
        return []
    group = "noun" if found.groupdict().get("noun") else "aside"
    behind = bounds[0] + found.end(group) if named else scene.start
    claim = _charge(
        scene, earlier, voices, bounds, _events(scene, lexicon, behind, named=named), noun, named=named
    )
    if claim is None or (not voices and not _of_another(claim)):
        return []
    return [
        msgspec.structs.replace(
            moved,
            items=tuple(
                msgspec.structs.replace(item, quantity=None) for item in moved.items if item.text is not None
            ),
            places=(),
            modality="denied",
            polarity="negative",
            said_time=None,
            attribution=said,
            also_reported_by=(),
            doubts=(DOUBT,),
        )
        for moved in (requoted(document, scene, claim, *quote),)
    ]


def _rejection(low: str) -> re.Match[str] | None:
    for pattern in (BRANDS, REJECTS, IS_FALSE, BARE):
        found = pattern.search(low)
        if found is not None:
            return found
    return None


def _denier(scene: Scene, heard: Heard, memory: Memory, at: int) -> list[Voice]:
    """Return who rejects: the subject of the word, else who is heard in the sentence or has the floor."""
    whole = (0, len(scene.words))
    token = scene.token_at(max(at, scene.start))
    verb = next((m for m in scene.of("verb", "speech", "cue") if m.i == token), None)
    if verb is not None:
        phrase = before(scene, verb)
        subject = teller(scene, phrase, memory, strong=True) if phrase is not None else None
        if subject is not None:
            return [Voice(subject, *whole, "deny", own=False)]
    voices = [msgspec.structs.replace(voice, i=0, j=len(scene.words)) for voice in heard.voices]
    if voices:
        return voices
    named = [m for m in scene.of("party") if m.start < at and preposition(scene, m, 0) == ""]
    return [Voice(named[-1], *whole, "deny")] if named else []


def _of_another(claim: Claim) -> bool:
    """Return whether somebody else than the publisher is said to charge it, or it is only alleged."""
    return len(claim.attribution) > 1 or claim.modality == "alleged"


def _told_of(low: str, found: re.Match[str]) -> bool:
    """Return whether the charge is named by what it tells: "reports of the deployment", "talk of North Koreans"."""
    group = "noun" if found.groupdict().get("noun") else "aside"
    return low[found.end(group) :].lstrip().startswith(("of ", "about "))


def _tells_it(low: str, found: re.Match[str]) -> bool:
    """Return whether the charge is told in the same breath: "the suggestion that any product was passed", "it is a fantasy that …"."""
    rest = low[found.end() :].lstrip()
    cleft = (found.groupdict().get("pronoun") or "").strip() == "it" and _THAT.search(rest) is not None
    return cleft or rest.startswith("that ")


def _told_in_full(text: str, end: int) -> bool:
    """Return whether the words that follow in the paragraph tell what was not done: "That is wrong. At no time did …"."""
    line = text.find("\n", end)
    behind = text[end : min(end + _AHEAD, len(text) if line < 0 else line)]
    return _NOT_DONE.search(behind) is not None


_AHEAD = 120
_NOT_DONE = re.compile(r"\b(?:[Nn]ot?|[Nn]one|[Nn]ever|[Nn]othing|[Nn]either|den(?:y|ies|ied))\b|n[’']t\b")


def _events(scene: Scene, lexicon: Lexicon, start: int, *, named: bool) -> set[str]:
    """Return the families of the deeds named from there on: "the deployment", "talk of hackers plundering exchanges"."""
    stop = _AS.search(scene.text, start) if named else None
    end = stop.start() if stop is not None else scene.end
    marks = [m for m in scene.of("noun", *(["verb"] if named else [])) if start <= m.start < end]
    frames = [frame for mark in marks for frame in lexicon.frames_of(mark.kind, mark.value)]
    families = {frame.event.split(".")[0] for frame in frames}
    return families | {"transfer", "ship", "aid"} if "by item" in families else families


def _charge(
    scene: Scene,
    earlier: Sequence[Claim],
    voices: list[Voice],
    bounds: tuple[int, int],
    families: set[str],
    noun: str,
    *,
    named: bool,
) -> Claim | None:
    """Return the charge that is meant: one that shares a name, people or a deed with the sentence, else the last one told near it."""
    told = [c for c in _told(earlier) if not _by_denier(c, voices)]
    names = {w.text for w in scene.words[1:] if w.text[:1].isupper() and len(w.text) > _SHORT} - _listed(
        scene, voices
    )
    people = {m.value for m in scene.of("item") if is_people(m)}
    for claim in [c for c in told if c.modality not in _AHEAD_ONLY]:
        if names & set(_WORD.findall(claim.quote.text)) or claim.family in families:
            return claim
        if claim.family in _SENT and any(item.cls in people for item in claim.items):
            return claim
    last = earlier[-1]
    near = bounds[0] - last.quote.end <= (_NEAR if noun else _NEXT)
    meant = last in told and near and not families and not people and not named
    return last if meant and _concerns(voices, last) else None


def _listed(scene: Scene, voices: list[Voice]) -> set[str]:
    """Return the words of the names that say nothing of a charge: who speaks, where, when."""
    marks = [
        m for m in scene.of("party") if m.form in _OF_STATES or any(v.mark.value == m.value for v in voices)
    ]
    known = [m for m in scene.of("place", "time", "adjective") if m.form != "unlisted"]
    return {w.text for m in (*marks, *known) for w in scene.words[m.i : m.j]}


_OF_STATES = ("state", "metonym", "office")


def _told(earlier: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the charges told before, the last first."""
    for claim in reversed(earlier[-_FAR:]):
        said = claim.modality in _SAYABLE and claim.polarity == "positive"
        if said and claim.family not in _NO_CHARGE and isinstance(claim.evidence, Quote):
            yield claim


def _by_denier(claim: Claim, voices: list[Voice]) -> bool:
    """Return whether who denies is who told it: nobody denies his own word."""
    return bool(claim.attribution) and any(v.mark.value == claim.attribution[0].canonical for v in voices)


def _concerns(voices: list[Voice], claim: Claim) -> bool:
    """Return whether the deed is that of who denies it, as far as their States tell."""
    parties = (*claim.supplier, *claim.actor, *claim.recipient, *claim.places)
    states = {state_of(m.canonical) for m in parties} - {None}
    denying = {state_of(voice.mark.value) for voice in voices} - {None}
    return not states or not denying or bool(states & denying)


def _of_the_word(
    document: Document, scene: Scene, quote: tuple[int, int], voices: list[Voice], said: tuple[object, ...]
) -> list[Claim]:
    """Return the denial of a figure or a paper, which denies no deed."""
    named = [v.mark for v in voices if v.mark.i != AFAR and v.verb != TURN]
    if not named:
        return []
    who = named[-1]
    return [
        Claim(
            id="",
            document=document.id,
            event="statement.deny",
            evidence=cut(document.id, scene.text, *quote),
            modality="denied",
            polarity="negative",
            actor=(Mention(scene.text[who.start : who.end], who.start, who.end, who.value),),
            attribution=said,  # type: ignore[arg-type]
            doubts=(DOUBT,),
        )
    ]
