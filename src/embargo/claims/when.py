"""When: which of a sentence's times is the event's, and which is the time of saying it."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from embargo.claims.build import Draft
from embargo.claims.clauses import Clause, clauses
from embargo.claims.comparisons import compared
from embargo.claims.grammar import PREPOSITIONS, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.language import times
from embargo.vocabulary import When

# Cues that date what is said or wanted, not what was done.
_SEEING = frozenset({"photograph", "see", "spot", "observe", "sight", "find", "show"})
# What a figure is set beside stands so near behind these.
_OWNING = words("articles") | {"’s", "'s"}
_SAYING = ("requested", "pledged", "considered", "planned", "denied")


# A time of day as logs write it: "0512Z", "at 02:30", "1740 hours".
_CLOCK = re.compile(r"\b(?:[01]\d|2[0-3])[:.]?[0-5]\d\s?(?:Z\b|UTC\b|hours\b|h\b|LT\b)")


# A line of a log that opens with its hour: all that it tells is of that day.
_ENTRY = re.compile(
    r"\s*(?:[-•*]\s*)?(?:[01]\d|2[0-3])[:.]?[0-5]\d\b(?!\s*(?:t|tonnes|tons|containers|boxes|men|kg)\b)"
)


# A paragraph that opens with its date and a stop, as entries of a chronology, a log or a diary do: "3 June. Wellington puts six …",
# "20 Sep, 22:05. Freighter …", "Saturday, 29 March. …", "Mon 2 June, 0540. Aircraft …".
_DATED = re.compile(
    r"\s*(?:[-•*–]\s*|\d{1,2}/\s+)?(?:(?:[A-Z][a-z]+day|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:[.,]|\.,)?\s+)?(?:[A-Z][\w’'-]+(?:\s[\w’'-]+){0,3},\s)?"
    r"(?:(?:\d{1,2}\s+[A-Z][a-z]{2,8}(?:\s+\d{4})?\s*(?:–|-|to)\s*)?\d{1,2}(?:\s*(?:–|-|to)\s*\d{1,2})?\s+[A-Z][A-Za-z]{2,8}(?:\s+\d{4})?|[A-Z][a-z]{2,8}\s+\d{1,2}(?:,\s+\d{4})?"
    r"|[A-Z][a-z]{2,8}\s+\d{4}|\d{4}-\d\d-\d\d)(?=(?:,?\s+\d\d[:.]?\d\d(?:\s?[A-Z]{1,4})?)?\s*[.:|–—])"
)
# A line that is a year alone heads the entries below it.
_YEAR = re.compile(r"(?:^|\n)[ \t]*((?:19|20)\d\d)[ \t]*[.:]?[ \t]*(?=\n)")
_WITH_YEAR = re.compile(r"\d{4}")


def entry_of(
    text: str, start: int, end: int, day: dt.date | None, years: Sequence[tuple[int, int]]
) -> When | None:
    """Return the date that the paragraph of a sentence opens with, None where it opens with none.

    Of which year a date without one is, the last heading says that is a year alone (`years`, from `years_of`).
    """
    line = text.rfind("\n", 0, start) + 1
    head = _DATED.match(text, line, min(end, line + _HEAD))
    if head is None:
        return None
    heading = next((year for at, year in reversed(years) if at < line), None)
    if heading is not None and day is not None and not _WITH_YEAR.search(head.group()):
        day = min(day, dt.date(heading, 12, 31))
    return next(iter(times(text, day, head.start(), head.end())), None)


# No date at the head of an entry is longer.
_HEAD = 60


def years_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each heading of the text stands that is a year alone, and the year."""
    return tuple((match.start(1), int(match[1])) for match in _YEAR.finditer(text))


def day_of_entry(scene: Scene, memory: Memory) -> When | None:
    """Return the day of the entry that a sentence without a time of its own stands in, None where it stands in none.

    An entry opens with its date, or gives its hour alone and is of the day last given before it.
    """
    head = memory.entry
    own = [m for m in scene.of("time") if head is None or head.start is None or m.start != head.start]
    if own:
        return None
    if head is not None:
        return msgspec.structs.replace(head, outside_quote=True)
    if memory.day is None:
        return None
    line = scene.text.rfind("\n", 0, scene.start) + 1
    if not _CLOCK.search(scene.text, scene.start, scene.end) and not _ENTRY.match(
        scene.text, line, scene.end
    ):
        return None
    return When(None, None, None, memory.day.first, memory.day.last, implicit=True, outside_quote=True)


def owners(scene: Scene) -> dict[int, Mark]:
    """Return, for each time mark (by its start), the verb or noun that it dates."""
    dated = scene.of("time")
    if not dated:
        return {}
    said = [mark for mark in scene.of("cue") if mark.value in _SAYING]
    verbs = sorted([*scene.of("verb", "speech", "phrase", "noun"), *said], key=lambda mark: mark.i)
    verbs = [mark for mark in verbs if not _leads_in(scene, mark)]
    parts = clauses(scene)
    led = [mark for mark in verbs if mark.kind != "noun"]
    first = next((mark for mark in led if not _set_apart(scene, mark, parts)), led[0] if led else None)
    found: dict[int, Mark] = {}
    for time in dated:
        if first is not None and time.j <= first.i and time.i <= 2:
            found[time.start] = _past_aside(scene, time, first, verbs)
            continue
        here = next((part for part in parts if part.i <= time.i < part.j), None)
        owner = _opening(verbs, time, here) or _nearest(scene, _inside(verbs, here), time)
        if owner is not None:
            found[time.start] = owner
    return found


def _set_apart(scene: Scene, mark: Mark, parts: list[Clause]) -> bool:
    """Return whether a verb stands in a relative clause: "On 6 March Arvane, which issues a token, froze"."""
    return any(part.i <= mark.i < part.j and scene.lows[part.i] in _RELATING for part in parts)


_RELATING = words("relatives") - {"when", "where"}


def _leads_in(scene: Scene, mark: Mark) -> bool:
    """Return whether words of saying date nothing: "according to X, …", and "is said to have shipped", which dates the shipping."""
    if mark.kind != "speech":
        return False
    before = scene.words[mark.i - 1].low if mark.i else ""
    if mark.form == "base" and before not in _BEFORE_VERBS and not before.endswith("s"):
        return True  # "a note of protest", "a transaction report": nouns
    closes = scene.lows[mark.j : mark.j + _ASIDE]
    if mark.form == "phrase":
        return "," in closes
    return (
        mark.form in ("past", "pp")
        and closes[:1] == ["to"]
        and bool(_BE & set(scene.lows[mark.i - 2 : mark.i]))
    )


_BE = words("forms_of_be")
_BEFORE_VERBS = frozenset(
    {"we", "they", "i", "you", "who", "and", "or", "not", "never", "also", "people"}
) | words("auxiliaries")


def _inside(verbs: list[Mark], clause: Clause | None) -> list[Mark]:
    """Return the verbs that may own a time in a clause: who reports a clause from outside dates nothing in it."""
    if clause is None or clause.lead not in ("comp", "rel"):
        return verbs
    return [m for m in verbs if m.kind != "speech" or clause.i <= m.i]


# So many words lie at most in who says it between commas: "On 11 June, a fuel attendant told us, six vehicles …".
_ASIDE = 9


def _past_aside(scene: Scene, time: Mark, first: Mark, verbs: list[Mark]) -> Mark:
    """Return the verb that a time opening the sentence dates: the deed, where the first verb only says who tells it, between commas."""
    lows = [word.low for word in scene.words]
    tells = any(m.kind == "speech" and m.i == first.i for m in verbs)
    if not tells or lows[time.j : time.j + 1] != [","]:
        return first
    closes = next((k for k in range(first.j, min(first.j + 3, len(lows))) if lows[k] == ","), None)
    if closes is None or closes - time.j > _ASIDE:
        return first
    return next((m for m in verbs if m.i > closes and m.kind in ("verb", "phrase")), first)


def _opening(verbs: list[Mark], time: Mark, clause: Clause | None) -> Mark | None:
    """Return the first verb after a time that opens a reported clause: "assess that in 2024 the … transferred"."""
    if clause is None or clause.lead not in ("comp", "sub", "and", "rel") or time.i - clause.i > 3:
        return None
    if any(clause.i <= mark.i < time.i for mark in verbs):
        return None
    return next(
        (m for m in verbs if time.j <= m.i < clause.j and m.kind in ("verb", "phrase", "speech")), None
    )


def _nearest(scene: Scene, verbs: list[Mark], time: Mark) -> Mark | None:
    # "said on Monday that": right after a verb of speech it dates the saying, else the nearest deed before it.
    before = [mark for mark in verbs if mark.j <= time.i and not _wall(scene, mark, time)]
    after = [mark for mark in verbs if time.j <= mark.i]
    return before[-1] if before else after[0] if after else None


def _wall(scene: Scene, verb: Mark, time: Mark) -> bool:
    return any(word.low in (";", "—") for word in scene.words[verb.j : time.i])


def times_of(scene: Scene, draft: Draft, owner: dict[int, Mark]) -> tuple[When | None, When | None]:
    """Return the time of the event and the time of saying it, None where the text gives none."""
    event: When | None = None
    said: When | None = None
    aside = False
    for time in scene.of("time"):
        mine = owner.get(time.start)
        if mine is None or compared(scene, time) or is_period(scene, draft, time):
            continue
        if draft.trigger.i <= mine.i < draft.trigger.j:
            # "The ship, under sanctions since 2022, called there last year": an aside dates no deed that has a time of its own.
            if event is None or aside:
                event, aside = time.when, _is_aside(scene, draft, time) or _gives_way(scene, draft, time)
            else:
                event = _and_again(scene, event, time)
        elif mine.value in _SEEING and mine.i < draft.trigger.i and draft.trigger.form != "past":
            event = event or time.when  # "a crew had photographed the tanker lashed to a coaster"
        elif is_speech(scene, draft, mine):
            said = said or time.when
        elif _dates_too(draft, time, mine):
            event = event or time.when
    event = event or _only_time(scene, draft, owner) or _beside(scene, draft, owner)
    return _silence(scene, draft, event), said


def is_period(scene: Scene, draft: Draft, time: Mark) -> bool:
    """Return whether a time only says what the published figures are of: "put out its tables for May on Tuesday"."""
    reported = draft.event.startswith(("report.", "statement."))
    led = time.i > 0 and scene.words[time.i - 1].low == "for"
    owned = bool(_FIGURES & set(scene.lows[time.j : time.j + 2]))
    return reported and (led or owned) and len(scene.of("time")) > 1


_FIGURES = words("published_figures")


def is_speech(scene: Scene, draft: Draft, mark: Mark) -> bool:
    """Return whether a word says, asks or plans, and does not hang on the deed as in "froze $4 million at its request"."""
    if draft.trigger.j <= mark.i < draft.clause.j and mark.kind == "cue":
        return False
    return mark.kind == "speech" or any(cue.i == mark.i for cue in scene.of("speech", "cue"))


def _gives_way(scene: Scene, draft: Draft, time: Mark) -> bool:
    """Return whether a time only qualifies a noun, "its March figures", "a report on 5 April had": any other of the deed dates it."""
    following = scene.words[time.j] if time.j < len(scene.words) else None
    before = scene.words[time.i - 1].low if time.i else ""
    qualifies = following is not None and following.text.isalpha() and following.text.islower()
    if qualifies and before not in PREPOSITIONS and (before in _OWNING or before.endswith("s")):
        return True
    # A time before its verb and no comma behind it hangs on the noun before it as often.
    return time.j <= draft.trigger.i and time.j < len(scene.words) and scene.words[time.j].low != ","


def _beside(scene: Scene, draft: Draft, owner: dict[int, Mark]) -> When | None:
    """Return the time that another word of the sentence has and that dates the deed as well, None where there is none.

    It stands in the deed's own clause, else in the one that its clause is joined to ("raided it on 6 March and impounded …"),
    else it opens the sentence.
    """
    if not scene.of("time"):
        return None
    free = [
        time
        for time in scene.of("time")
        if not compared(scene, time)
        and not is_period(scene, draft, time)
        and (
            time.start not in owner
            or not is_speech(scene, draft, owner[time.start])
            or (time.i <= 1 and draft.clause.lead != "comp")
        )
    ]
    own = [
        time
        for time in free
        if draft.clause.i <= time.i < draft.clause.j and not _of_another(draft, owner.get(time.start))
    ]
    if own:
        return min(own, key=lambda time: abs(time.i - draft.trigger.i)).when
    before = draft.clause.before if draft.clause.lead in ("and", "sub") else None
    joined = [time for time in free if before is not None and before.i <= time.i < before.j]
    if joined:
        return joined[-1].when
    if draft.clause.lead == "rel" and scene.lows[draft.clause.i] in _RELATING:
        return None  # "In April it said that it had fought those who had captured …": what they did has a time of its own
    opening = [time for time in free if time.i <= 1]
    return opening[0].when if opening else None


# Nobody tells of one occasion for longer than this, in days.
_ONE_OCCASION = 400
DONE = frozenset({"asserted", "acknowledged", "alleged"})
_NOW = frozenset({"has", "have", "is", "are", "will", "would", "may", "might", "can", "could", "had"})
_WAS = frozenset({"was", "were"})
# So many words before a verb say its tense.
_BEFORE = 4
CARRIED = "when it was is read from what is told before"


def of_the_tale(scene: Scene, draft: Draft, memory: Memory) -> When | None:
    """Return the time of the deed told before in the same paragraph, for one told on in the past tense without a time of its own.

    "On 9 July a patrol stopped the lorry. The officers confiscated 312 bearings." What has been done by now, what goes on and
    what is still to come has no such time.
    """
    dated = memory.dated
    if dated is None or scene.of("time") or not told_on(scene, draft):
        return None
    first, last = dated.when.first, dated.when.last
    if dated.paragraph != scene.text.rfind("\n", 0, scene.start) or first is None or last is None:
        return None
    if (last - first).days > _ONE_OCCASION:
        return None
    return msgspec.structs.replace(dated.when, outside_quote=True)


def told_on(scene: Scene, draft: Draft) -> bool:
    """Return whether a deed is told on in the past tense as done: "The officers confiscated 312 bearings."."""
    if draft.mood.modality not in DONE or draft.mood.polarity != "positive":
        return False
    before = {word.low for word in scene.words[max(0, draft.trigger.i - _BEFORE) : draft.trigger.i]}
    return (draft.trigger.form in ("past", "pp") or bool(_WAS & before)) and not _NOW & before


def _of_another(draft: Draft, mine: Mark | None) -> bool:
    """Return whether a time has a verb of its own behind the deed: "launched at Kyiv, it said in the report released on Monday"."""
    return mine is not None and mine.kind in ("verb", "phrase") and draft.trigger.j <= mine.i


# What a ship's signal does at the end of its silence.
_BACK = frozenset(
    {"until", "till", "again", "reappeared", "reappearing", "resumed", "resuming", "back", "returned"}
)


def _silence(scene: Scene, draft: Draft, event: When | None) -> When | None:
    """Return the stretch of a ship's silence: "went dark on 4 May and was not heard again until the 9th"; else the time as it is."""
    if draft.event != "vessel.ais_gap" or event is None or event.first is None or event.end is None:
        return event
    for time in scene.of("time"):
        when = time.when
        if when is None or when.last is None or time.start < event.end or when.last <= event.first:
            continue
        begins = scene.token_at(event.end)
        if _BACK & {word.low for word in scene.words[begins : time.j]}:
            return When(scene.text[event.start : time.end], event.start, time.end, event.first, when.last)
    return event


# So many words lie at most between two days of one deed: "on 14 May and again on 29 May".
_AGAIN = 4


def _and_again(scene: Scene, event: When, time: Mark) -> When:
    """Return the stretch from one day to another that the same deed has as well: "on 11 May and on 26 May"."""
    later = time.when
    if later is None or None in (event.first, event.last, later.first, later.last) or event.end is None:
        return event
    between = [word.low for word in scene.words if event.end <= word.start and word.end <= time.start]
    days = event.first == event.last and later.first == later.last
    if not days or "and" not in between or len(between) > _AGAIN or event.start is None:
        return event
    first, last = sorted(d for d in (event.first, later.first) if d is not None)
    return When(scene.text[event.start : time.end], event.start, time.end, first, last)


def _is_aside(scene: Scene, draft: Draft, time: Mark) -> bool:
    """Return whether the time closes an aside between commas before the trigger."""
    ends = time.j < len(scene.words) and scene.words[time.j].low == ","
    opens = any(scene.words[k].low == "," for k in range(draft.clause.i + 1, time.i))
    return ends and opens and time.j <= draft.trigger.i


def _only_time(scene: Scene, draft: Draft, owner: dict[int, Mark]) -> When | None:
    """Return the one time of a sentence where nothing else is dated by it than what happens around the trigger."""
    times = [t for t in scene.of("time") if not compared(scene, t) and not is_period(scene, draft, t)]
    if len(times) != 1:
        return None
    time, mine = times[0], owner.get(times[0].start)
    if mine is not None and (
        mine.kind == "speech" or any(cue.i == mine.i for cue in scene.of("speech", "cue"))
    ):
        return None
    clause = draft.clause
    if clause.i <= time.i < clause.j:
        return time.when
    before = clause.before
    when = clause.i < len(scene.words) and scene.words[clause.i].low in ("when", "where", "before")
    return time.when if when and before is not None and before.i <= time.i < before.j else None


def _dates_too(draft: Draft, time: Mark, owner: Mark) -> bool:
    """Return whether a time that another deed owns dates this one as well."""
    clause = draft.clause
    if clause.lead == "and" and time.i <= 2 and clause.before is not None and clause.before.i == 0:
        # A time that opens the sentence dates its joined clauses too.
        return True
    if clause.i <= time.i < clause.j and owner.value in _SEEING and owner.i < draft.trigger.i:
        return True  # "on 3 May an aircraft photographed the tanker lying alongside"
    inside = clause.i <= time.i < clause.j and owner.i < draft.trigger.i < time.i
    return inside and owner.kind in ("noun", "verb")
