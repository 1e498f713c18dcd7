"""Attribution: chains of speakers, innermost first, the publisher last."""

import re
from functools import lru_cache

import msgspec

from embargo.claims.marks import Mark, Scene
from embargo.vocabulary import Document, Mention, Speaker
from embargo.vocabulary.mentions import Mode

# The cue of a voice that a transcript gives the turn to.
TURN = "turn"
# The place of a mark that stands in another sentence: whoever is named in this one is nearer.
AFAR = -1000


class Voice(msgspec.Struct):
    """One speaker, the tokens that its cue reaches, the cue's verb, and whether it only carried what others found."""

    mark: Mark
    i: int
    j: int
    verb: str
    document: bool = False
    inner: bool = False
    # Said of the publisher itself where it asks or promises: it stands in the chain.
    own: bool = False


class Heard(msgspec.Struct):
    """The voices of a sentence, and those said to have carried the same thing."""

    voices: list[Voice]
    also: list[Mark]


def chain(
    scene: Scene, heard: Heard, trigger: Mark, document: Document, quote: tuple[int, int]
) -> tuple[Speaker, ...]:
    """Return the chain of attribution of what the trigger says: innermost speaker first, publisher last."""
    reaching = [
        voice for voice in heard.voices if voice.i <= trigger.i < voice.j and voice.mark.i != trigger.i
    ]
    # "A said, citing B": B is innermost. Otherwise the cue nearest to the trigger is.
    reaching.sort(key=lambda voice: (not voice.inner, abs(voice.mark.i - trigger.i)))
    links: list[Speaker] = []
    quoted = scene.within_quotes(trigger.start, trigger.end)
    own = publisher(document)
    for voice in reaching:
        itself = own.canonical in (voice.mark.value, f"state:{voice.mark.value}")
        if (itself and not voice.own) or (voice.verb == TURN and (links or _cited(scene, trigger))):
            # Whose turn it is says what nobody else is said to say, and no words of others that he quotes.
            continue  # "we", "the Ministry", in the publisher's own text: the publisher
        if any(link.canonical == voice.mark.value for link in links):
            continue
        mode: Mode = "direct_quote" if quoted and not links else "document" if voice.document else "indirect"
        mark = voice.mark
        outside = not (quote[0] <= mark.start and mark.end <= quote[1])
        links.append(
            Speaker(
                scene.text[mark.start : mark.end],
                mark.start,
                mark.end,
                mark.value,
                mode,
                outside_quote=outside,
            )
        )
    return (*links, own)


def _cited(scene: Scene, trigger: Mark) -> bool:
    """Return whether the trigger stands between quotation marks that open inside the sentence: ships that "vanished"."""
    return any(scene.start + 1 < a <= trigger.start and trigger.end <= b for a, b in scene.quoted)


def publisher(document: Document) -> Speaker:
    """Return the last link of every chain: the publisher, as the document's details give it."""
    return _publisher_of(document.publisher.value or "unknown")


@lru_cache(maxsize=8)
def _publisher_of(name: str) -> Speaker:
    canonical = (
        name
        if name.startswith(("byline:", "publisher:", "state:", "MSMT", "UN"))
        or re.match(r"[A-Z]{2}(:|$)", name)
        else f"publisher:{name}"
    )
    return Speaker(None, None, None, canonical, "publisher", implicit=True)


def carried(scene: Scene, heard: Heard) -> tuple[Mention, ...]:
    """Return those said to have carried the same thing: named, and never a source."""
    return tuple(
        Mention(scene.text[mark.start : mark.end], mark.start, mark.end, mark.value) for mark in heard.also
    )
