"""Relays: who is quoted by another, and who is named only to back what is said: "A quoted B as saying", "…, as B confirmed"."""

import msgspec

from embargo.claims.attribution import Heard, Voice
from embargo.claims.grammar import words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import before, behind
from embargo.claims.tellers import teller

# Verbs whose doer says so in that very word: who counts, puts or lists.
COUNTING = frozenset({"count", "put", "list", "record", "tally", "reckon", "trace"})
# Verbs of passing on another's words, and so many words at most between one of them and its "as saying".
_QUOTING, _QUOTED = words("quoting"), 14

# Agencies and papers of the State, and words that go with their names: "(Interfax, 3 May)", "(source: TASS)".
_AGENCIES, _BESIDE = words("agencies"), frozenset({"source", "sources", ":", ",", "via", "and", "by", "the"})


def in_brackets(scene: Scene) -> list[Voice]:
    """Return the agency in brackets that closes an entry: "The minister is to travel to Alder (Interfax)."."""
    last = len(scene.words) - (scene.lows[-1:] == ["."])
    if last < 1 or scene.lows[last - 1] != ")" or "(" not in scene.lows[:last]:
        return []
    opens = max(k for k in range(last) if scene.lows[k] == "(")
    dated = {k for m in scene.of("time") for k in range(m.i, m.j)}
    rest = [k for k in range(opens + 1, last - 1) if k not in dated and scene.lows[k] not in _BESIDE]
    if not rest or any(scene.lows[k] not in _AGENCIES for k in rest):
        return []
    first, end = scene.words[rest[0]], scene.words[rest[-1]]
    named = next((m for m in scene.over(rest[0]) if m.kind == "party" and m.form != "unlisted"), None)
    name = scene.text[first.start : end.end]
    mark = named or Mark("party", first.start, end.end, rest[0], rest[-1] + 1, f"publisher:{name}", "named")
    return [Voice(mark, 0, len(scene.words), "account")]


def quoted(scene: Scene, cue: Mark, heard: Heard, memory: Memory) -> None:
    """Read "X was quoted as saying that" and "A quoted X as saying that": X says it, and A tells that."""
    verb = next(
        (k for k in range(cue.i - 2, max(-1, cue.i - _QUOTED), -1) if scene.lows[k] in _QUOTING), None
    )
    if verb is None:
        return
    passive = verb == cue.i - 2
    at = msgspec.structs.replace(cue, i=verb, j=verb + 1)
    inner = before(scene, at) if passive else behind(scene, at)
    outer = None if passive else before(scene, at)
    begins = cue.i if cue.value in COUNTING else cue.j
    for phrase, first in ((inner, True), (outer, False)):
        speaker = teller(scene, phrase, memory, strong=True) if phrase is not None else None
        if speaker is not None:
            heard.voices.append(
                Voice(speaker, begins, len(scene.words), cue.value, inner=first and not passive)
            )


def backing(scene: Scene, cue: Mark, voice: Voice, heard: Heard) -> None:
    """Read "…, as the ministry confirmed" of the whole sentence; who "had reported it before" is no second source."""
    around = {*scene.lows[max(0, cue.i - 1) : cue.i], *scene.lows[cue.j : cue.j + 1]}
    if cue.value == "report" and {"had", "first", "earlier", "before"} & around:
        heard.also.append(voice.mark)
    elif not any(m.value == "negative" and m.i < voice.mark.i for m in scene.of("cue")):
        heard.voices.append(voice)  # not "has been unable to verify that it sailed, as one outlet suggested"
