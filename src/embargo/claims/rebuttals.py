"""Rebuttals: what somebody says of a charge told before, without telling it again: "called that account an invention", "Pure fiction"."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from embargo.claims.attribution import AFAR, TURN, Heard, Voice, chain
from embargo.claims.build import LONGEST_QUOTE
from embargo.claims.clauses import preposition
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

_CHARGES, _FIGURES = words("charges_told"), words("figures_told")
_FALSE, _UNTRUTHS = words("false_words"), words("untruths")
_ANY = "|".join
_NOUN = _ANY(sorted(_CHARGES | _FIGURES))
# "that account", "the troop story", "the reports of …", "such talk": with at most three words between article and noun.
_TOLD = (
    rf"(?:(?P<pronoun>(?:it|this|that|these|those|them)(?=\W|$))|"
    rf"(?:(?:the|that|this|these|those|such|any|all|its|their|his|her|our|\w+[’']s?)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?P<noun>{_NOUN})\b)"
)
_PART = r"any\s+(?:[\w’'-]+\s+){0,3}?(?:part|role|hand|involvement|share|link|links|connection|responsibility|wrongdoing|contact|dealings)\b"
_FALSEHOOD = rf"(?:(?:an?|the|as|pure|sheer|utter|complete|total|yet|another|more|merely|just|simply|wholly|entirely|completely|totally|stale|old|usual|\w+ly)\s+)*(?:[\w-]+\s+){{0,2}}?(?:{_ANY(sorted(_FALSE | _UNTRUTHS))})\b"
_OPENS = '[“"‘„«]?'
_REJECTS = re.compile(
    rf"\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|refut(?:es?|ed)|repudiat(?:es?|ed)|disown(?:s|ed)?|contest(?:s|ed)?|disclaim(?:s|ed)?|"
    rf"dismiss(?:es|ed)?|rebuff(?:s|ed)?|ridicul(?:es?|ed)|sho(?:ot|oots|t)\s+down|pour(?:s|ed)?\s+scorn\s+on|scoff(?:s|ed)?\s+at|sneer(?:s|ed)?\s+at|"
    rf"(?:brush|wav|laugh|shrug|wip|sweep|swep|push|wav)(?:es|e|s|ed|t)?\s+(?:aside|off|away)|(?:takes?|took)\s+issue\s+with)\s+(?:having\s+done\s+so|doing\s+so|{_PART}|{_TOLD})"
    rf"|\b(?:brush|wav|laugh|shrug|push|sweep|swep)(?:es|e|s|ed|t)?\s+{_TOLD.replace('?P<noun>', '?P<aside>').replace('?P<pronoun>', '?:')}\s+(?:[^.;]{{0,60}}?\s)?(?:aside|off|away)\b"
)
_BRANDS = re.compile(
    rf"\b(?:call|term|brand|label|describ|denounc|dub|dismiss|condemn|portray|characteri[sz])(?:e?s|e?d|led|ling|ing)?\s+"
    rf"{_TOLD}[^.;:]{{0,60}}?\s(?:as\s+)?{_OPENS}{_FALSEHOOD}"
)
_IS_FALSE = re.compile(
    rf"(?:^|[\s“\"‘]){_TOLD}\s+(?:[^.;:]{{0,40}}?\s)?(?:is|are|was|were|has|have|had|rests|lacks?)\s+(?:[\w-]+\s+){{0,3}}?{_OPENS}"
    rf"(?:{_FALSEHOOD}|not\s+(?:so|true|the\s+case|correct)|without\s+(?:any\s+)?(?:foundation|basis|substance)|no\s+(?:basis|foundation|truth|substance)|on\s+nothing|devoid\s+of)"
)
# A sentence that is nothing but a name for a lie, or says that nothing of the kind was done.
_BARE = re.compile(
    rf"^\W*(?:(?:that|this|it)(?:\s+is|[’']s)\s+)?(?:not\s+(?:so|true)|(?:(?:an?|pure|sheer|utter|complete|total|yet|another|more|absolute|all)\s+)*(?:{_ANY(sorted(_UNTRUTHS))}))\b(?=[.,;!”\"]|\s+from\b|$)"
    r"|^\W*(?:it|they|we|he|she)\s+(?:has|have|had|did|does|do|was|were|is|are)(?:n[’']t|\s+not)\s*[.,:;!–—]"
    r"|\bnothing\s+of\s+the\s+(?:sort|kind)\b|\b(?:did|done|do)\s+no\s+such\s+thing\b|\bno\s+such\s+(?:\w+\s+){1,2}?(?:took\s+place|"
    r"(?:has|had|have)\s+(?:taken\s+place|occurred|happened)|was\s+(?:ever\s+)?made|were\s+(?:ever\s+)?made|ever\s+\w+|occurred|happened|exists?)\b"
    r"|\b(?:not\s+a\s+(?:word|grain|shred)\s+of\s+truth|no\s+truth|not\s+a\s+word\s+of\s+(?:it|this|that)\s+is\s+true)\b"
)
_GATE = (
    _FALSE
    | _UNTRUTHS
    | words("waving_away")
    | {"not", "nothing", "no", "n't", "n’t", "hasn't", "hasn’t", "didn't", "didn’t", "isn't", "isn’t"}
)
_SAYABLE = ("asserted", "alleged", "acknowledged", "requested", "planned")
_AHEAD_ONLY = ("requested", "planned")
_NO_CHARGE = ("statement", "law", "report", "sanction", "interdict", "agreement")
# So far behind a charge stands a noun for it, and a pronoun; so many claims back it may stand where a name tells it.
_NEAR, _NEXT, _FAR = 500, 170, 20
_SENT = ("deploy", "combat", "labour", "move")
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
    if noun in _FIGURES:
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
            items=tuple(msgspec.structs.replace(item, quantity=None) for item in moved.items),
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
    for pattern in (_BRANDS, _REJECTS, _IS_FALSE, _BARE):
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
    """Return whether the charge is told in the same breath: "the suggestion that any product was passed"."""
    return low[found.end() :].lstrip().startswith("that ")


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
