"""When: which of a sentence's times is the event's, and which is the time of saying it."""

from embargo.claims.build import Draft
from embargo.claims.marks import Mark, Scene
from embargo.vocabulary import When


def owners(scene: Scene) -> dict[int, Mark]:
    """Return, for each time mark (by its start), the verb or noun that it dates."""
    said = [
        mark
        for mark in scene.of("cue")
        if mark.value in ("requested", "pledged", "considered", "planned", "denied")
    ]
    verbs = sorted([*scene.of("verb", "speech", "phrase", "noun"), *said], key=lambda mark: mark.i)
    first = next((mark for mark in verbs if mark.kind != "noun"), None)
    found: dict[int, Mark] = {}
    for time in scene.of("time"):
        leading = first is not None and time.j <= first.i and _opens(scene, time)
        before = [mark for mark in verbs if mark.j <= time.i and not _wall(scene, mark, time)]
        after = [mark for mark in verbs if time.j <= mark.i]
        if leading and first is not None:
            found[time.start] = first
        elif before:
            # "said on Monday that": right after a verb of speech it dates the saying, else the nearest deed before it.
            found[time.start] = before[-1]
        elif after:
            found[time.start] = after[0]
    return found


def _opens(scene: Scene, time: Mark) -> bool:
    return time.i <= 2


def _wall(scene: Scene, verb: Mark, time: Mark) -> bool:
    return any(word.low in (";", "—") for word in scene.words[verb.j : time.i])


def times_of(scene: Scene, draft: Draft, owner: dict[int, Mark]) -> tuple[When | None, When | None]:
    """Return the time of the event and the time of saying it, None where the text gives none."""
    event: When | None = None
    said: When | None = None
    for time in scene.of("time"):
        mine = owner.get(time.start)
        if mine is None:
            continue
        if mine.i == draft.trigger.i or _inside(draft, mine):
            event = event or time.when
        elif mine.kind == "speech" or _speaks(scene, mine):
            said = said or time.when
        elif (
            draft.clause.lead == "and"
            and time.i <= 2
            and draft.clause.before is not None
            and draft.clause.before.i == 0
        ):
            # A time that opens the sentence dates its joined clauses too.
            event = event or time.when
        elif (
            _between(draft, time)
            and mine.kind in ("noun", "verb")
            and draft.clause.i <= time.i < draft.clause.j
            and mine.i < draft.trigger.i
        ):
            event = event or time.when
    return event, said


def _inside(draft: Draft, owner: Mark) -> bool:
    """Return whether the owner stands inside the trigger's own words (an item that is a verb's form)."""
    return draft.trigger.i <= owner.i < draft.trigger.j


def _speaks(scene: Scene, mark: Mark) -> bool:
    return any(cue.i == mark.i for cue in scene.of("speech", "cue"))


def _between(draft: Draft, time: Mark) -> bool:
    return draft.trigger.i < time.i
