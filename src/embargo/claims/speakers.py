"""Speakers: who asks, pledges or denies is heard as well as who says; who only speaks takes no part in the deed."""

import msgspec

from embargo.claims.attribution import AFAR, TURN, Heard, Voice
from embargo.claims.build import Draft
from embargo.claims.clauses import is_passive
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.modality import Mood
from embargo.claims.negations import came_to_nothing
from embargo.claims.phrases import before, behind
from embargo.claims.roles import Cast
from embargo.claims.subjects import WE
from embargo.claims.tellers import speaks_for_itself, teller
from embargo.claims.things import is_people
from embargo.vocabulary import state_of
from embargo.vocabulary.words import Modality

# "rejected Washington's claim that …": two stances on one proposition.
_CLAIMED = words("assertions")
_ALLEGED = words("allegations")


def without_speakers(found: Cast, heard: Heard) -> None:
    """Take those who only say it out of the cast: "…, according to the team" sends nothing to the team."""
    speaking = {voice.mark.i for voice in heard.voices} | {mark.i for mark in heard.also}
    if not speaking:
        return
    for marks in (found.takers, found.objects, found.givers, found.agents):
        if marks:
            marks[:] = [mark for mark in marks if not any(mark.i <= i < mark.j for i in speaking)]


def voice_of_mood(scene: Scene, draft: Draft, heard: Heard, memory: Memory) -> None:
    """Let who asks or pledges speak: it stands in the attribution, be it the publisher itself."""
    cue = draft.mood.cue
    if cue is None:
        return
    word = scene.words[cue.i].low
    if draft.mood.modality in ("denied", "acknowledged", "planned"):
        _of_stance(scene, draft, cue, heard, memory)
    if draft.mood.modality not in ("requested", "pledged"):
        return
    if (
        draft.mood.modality == "pledged"
        and not word.startswith(_PROMISING)
        and (word.startswith("agree") or _told(draft, heard))
    ):
        return  # who agreed or offered did so by deed as well: what another tells is told by that other
    holder = _possessor(scene, cue)
    if holder is not None:
        draft.cast.subject = [holder]
        draft.helper = holder
    if word.startswith(("seek", "sought")):
        return  # who seeks a thing does so by deed, not by word
    if draft.mood.modality == "requested" and cue.i != draft.trigger.i:
        holder = holder or _asking(scene, cue, memory)
        if holder is not None and not draft.cast.passive:
            draft.cast.subject = [holder]
    speaker = holder or next(iter(m for m in draft.cast.subject if m.kind == "party"), None)
    if draft.mood.modality == "requested" and draft.mood.asked is None and cue.i != draft.trigger.i:
        draft.mood = msgspec.structs.replace(draft.mood, asked=_asked(scene, cue, draft.trigger, memory))
    if draft.mood.asked is not None and speaker is draft.mood.asked:
        return
    if speaker is not None and not any(
        v.mark.value == speaker.value and v.i <= draft.trigger.i < v.j for v in heard.voices
    ):
        heard.voices.append(
            Voice(speaker, draft.trigger.i, draft.trigger.j, word, own=draft.mood.modality == "requested")
        )


_PROMISING = ("pledg", "promis", "vow", "undert", "commitment")
# Who plans these says so: no measure is known before it is announced.
_ANNOUNCED = ("sanction.", "statement.", "train.", "aid.")
_INTENDING = ("intend", "plan", "aim")


def _told(draft: Draft, heard: Heard) -> bool:
    """Return whether somebody is heard to say the deed, other than by his turn in a transcript."""
    return any(v.i <= draft.trigger.i < v.j and v.verb != TURN for v in heard.voices)


def _of_stance(scene: Scene, draft: Draft, cue: Mark, heard: Heard, memory: Memory) -> None:
    """Let who waves a charge away, owns up or intends speak, where no other does: "the Kremlin waved off talk of shells"."""
    if _told(draft, heard) or cue.i >= draft.trigger.i:
        return
    planned = draft.mood.modality == "planned"
    word = scene.lows[cue.i]
    if planned and not (word.startswith(_INTENDING) and draft.event.startswith(_ANNOUNCED)):
        return
    phrase = before(scene, cue)
    if phrase is None or is_passive(scene, msgspec.structs.replace(cue, form="past")):
        return
    speaker = teller(scene, phrase, memory, strong=True)
    house = state_of(memory.publisher) if memory.publisher is not None else None
    own = speaker is not None and house is not None and state_of(speaker.value) == house
    if speaker is not None and not own and not speaks_for_itself(scene, phrase, memory):
        heard.voices.append(Voice(speaker, draft.trigger.i, draft.trigger.j, word))


def _asking(scene: Scene, cue: Mark, memory: Memory) -> Mark | None:
    """Return who asks: the subject of the word of asking; "we" and "the Panel" in its own text are the publisher."""
    phrase = before(scene, cue)
    if phrase is None:
        return None
    if memory.own and speaks_for_itself(scene, phrase, memory):
        first, last = scene.words[phrase.i], scene.words[phrase.head - 1]
        return Mark("party", first.start, last.end, phrase.i, phrase.head, memory.own, "own")
    return teller(scene, phrase, memory, strong=True)


def _asked(scene: Scene, cue: Mark, trigger: Mark, memory: Memory) -> Mark | None:
    """Return who is asked where no list knows them: "urge all ports to inspect", "recommends that the Committee list"."""
    that = cue.j < len(scene.words) and "that" in (scene.words[cue.j].low, scene.words[cue.j - 1].low)
    phrase = before(scene, trigger) if that else behind(scene, cue)
    return (
        teller(scene, phrase, memory, strong=True)
        if phrase is not None and phrase.head <= trigger.i
        else None
    )


def _possessor(scene: Scene, cue: Mark) -> Mark | None:
    return next(
        (m for m in scene.of("party") if [w.low for w in scene.words[m.j : cue.i]] in (["’s"], ["'s"])), None
    )


def voice_of_customs(scene: Scene, draft: Draft, heard: Heard, memory: Memory) -> None:
    """Let a State's customs service tell what it declares, and the figures of its trade where nobody else is said to tell them.

    "Viet Nam Customs booked 14,300 tonnes", "Sales to the North stood at $30.6 million", in a text that has named the service.
    """
    if draft.event != "customs.declare" or draft.mood.modality == "retracted":
        return
    if _told(draft, heard):
        return
    doing = [m.canonical for m in draft.actor]
    if any("customs" not in name.casefold() and ":" in name for name in doing):
        return  # a firm or a ship declares its own cargo
    named = next((m for m in scene.of("party") if m.value in doing and "customs" in m.value.casefold()), None)
    ends = (*draft.supplier, *draft.recipient, *draft.actor)
    told = named or memory.keeper({state_of(m.canonical) or m.canonical for m in ends})
    if told is None:
        return
    here = told.start >= scene.start and told.end <= scene.end
    mark = told if here else msgspec.structs.replace(told, i=AFAR, j=AFAR)
    heard.voices.append(Voice(mark, draft.trigger.i, draft.trigger.j, "record", document=True))


def pronouns(scene: Scene, draft: Draft, heard: Heard) -> None:
    """Read "he" and "it" inside what somebody says as that somebody."""
    for mark in draft.cast.subject:
        low = scene.words[mark.i].low
        quoted = low == "we" and scene.within_quotes(draft.trigger.start, draft.trigger.end)
        they = low == "they" and not any(is_people(m) for m in scene.of("item") if m.j <= mark.i)
        if mark.form == "pronoun" and (low in ("he", "she", "it") or they or quoted):
            told = (v for v in heard.voices if v.i <= draft.trigger.i < v.j and not v.document)
            voice = next((v for v in told if v.verb != TURN), None)
            if quoted and voice is not None and voice.mark.form == "named" and not state_of(voice.mark.value):
                continue  # "we sailed", says a deckhand: his crew, of whom nobody knows the State
            if voice is not None and they and not _are_several(scene, voice.mark):
                continue  # one alone is no "they"
            if voice is not None and (voice.mark.i < mark.i or quoted):
                mark.value = voice.mark.value
    draft.cast.subject = [mark for mark in draft.cast.subject if mark.value != WE]


def _are_several(scene: Scene, mark: Mark) -> bool:
    """Return whether the speaker's last word is a plural; he may be named in another sentence, so by its text and no token."""
    return scene.text[mark.start : mark.end].casefold().endswith("s")


def stances(scene: Scene, draft: Draft, heard: Heard, memory: Memory) -> list[Draft]:
    """Return the draft, and beside a denial of somebody's assertion that assertion as a claim of its own.

    A party that says of its own deed that it never was denies it.
    """
    cue = draft.mood.cue
    if (
        draft.mood.modality == "asserted"
        and draft.mood.polarity == "negative"
        and draft.event != "customs.declare"
    ):
        parties = {state_of(m.canonical) for m in (*draft.supplier, *draft.recipient, *draft.actor)}
        speaking = [v for v in heard.voices if v.i <= draft.trigger.i < v.j]
        own = any(state_of(v.mark.value) in parties for v in speaking if state_of(v.mark.value))
        if own and not came_to_nothing(scene, draft.trigger):
            draft.mood = Mood("denied", "negative", cue)
        return [draft]
    if draft.mood.modality != "denied" or cue is None or cue.i >= draft.trigger.i:
        return [draft]
    asserting = _asserting(scene, cue, draft.trigger)
    if asserting is None:
        return [draft]
    denier = next(
        (v.mark for v in reversed(heard.voices) if v.mark.value != asserting.value and not v.inner), None
    )
    if denier is None:
        # "waved away Norway's claim that": no word of saying, and its subject denies all the same.
        phrase = before(scene, cue)
        denier = teller(scene, phrase, memory, strong=True) if phrase is not None else None
    draft.speakers = [denier] if denier is not None else []
    # What B claims is alleged on B's word; what B reports or states is asserted.
    noun = next(scene.words[k].low for k in range(cue.j, draft.trigger.i) if scene.words[k].low in _CLAIMED)
    modality: Modality = "alleged" if noun in _ALLEGED else "asserted"
    other = msgspec.structs.replace(
        draft, mood=Mood(modality, "positive", cue), speakers=[asserting], items=list(draft.items)
    )
    return [draft, other]


def _asserting(scene: Scene, cue: Mark, trigger: Mark) -> Mark | None:
    """Return whose assertion is denied: "X's claim that", "the claim by X that"."""
    noun = next((k for k in range(cue.j, trigger.i) if scene.words[k].low in _CLAIMED), None)
    if noun is None:
        return None
    for mark in scene.of("party"):
        if cue.j <= mark.i and mark.j <= noun and noun - mark.j <= 3:
            return mark
        if noun < mark.i <= noun + 3 and scene.words[noun + 1].low in ("by", "of", "from"):
            return mark
    return None
