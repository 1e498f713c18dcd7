"""Tellers: whom a noun phrase names: parties that lists know, people and papers that none knows, the publisher itself."""

import msgspec

from embargo.claims.anonymous import is_record, tells
from embargo.claims.clauses import preposition
from embargo.claims.grammar import ARTICLES, words
from embargo.claims.marks import Mark, Scene
from embargo.claims.memory import Memory
from embargo.claims.phrases import BELONGING, DETERMINING, JOINS, PRONOUNS, Phrase, shared
from embargo.claims.subjects import listed
from embargo.claims.things import is_people
from embargo.language import Token
from embargo.vocabulary import state_of

_NO_TELLERS = words("no_doers") | words("no_persons") | words("no_groups")
_OWN, _HEADS, _MEDIA = words("own_names"), words("body_heads"), words("media")
_ORGANS, _PEOPLE, _OFFICERS = words("organs"), words("people_who_tell"), words("officers")
_OVERFLIGHTS = words("overflights")
# Bodies that a State's own text speaks of as others.
_OTHERS = frozenset({"committee", "panel", "team", "group", "secretary", "secretariat"})
_OWNED = frozenset({"its", "their", "his", "her"})
_SELVES = frozenset({"we", "i", "us", "me", "you", "one", "there", "this", "that", "what", "nobody", "none"})
_AND = frozenset({"and", "or", "&"})
# So many words lie at most between a name and the title behind it that gives its State.
_DESCRIBED = 4


def _opening(scene: Scene, phrase: Phrase, memory: Memory) -> Mark | None:
    """Return the people that the sentence opens with: "Traders in Busan doubt it: coal comes in, they tell us"."""
    opens = shared(scene, phrase.i, 0)
    if opens is None or opens.head > phrase.i or not tells(scene.words[opens.head - 1].low):
        return None
    return teller(scene, opens, memory, strong=False)


def speaks_for_itself(scene: Scene, phrase: Phrase, memory: Memory) -> bool:
    """Return whether the phrase is the publisher's word for itself: "we", "the Panel"."""
    last = scene.words[phrase.head - 1]
    named = any(m.value == memory.own for m in scene.of("party") if phrase.i <= m.i and m.j == phrase.head)
    return named or last.low in ("we", "i") or of_itself(last, memory)


def of_itself(word: Token, memory: Memory) -> bool:
    """Return whether a word with a capital is the publisher's for itself: "the Panel" of a panel, "the Ministry" of a State."""
    if word.low not in _OWN or not word.text[0].isupper():
        return False
    own = (memory.own or "").casefold()
    return word.low[:6] in own or (memory.publisher is not None and word.low not in _OTHERS)


def teller(scene: Scene, phrase: Phrase, memory: Memory, *, strong: bool) -> Mark | None:
    """Return whom the phrase names as a mark, None for nobody; of two who do it together the first.

    `strong` where its verb is said of nothing but people and papers.
    """
    first = (
        phrase.i > 1 and scene.words[phrase.i - 1].low in _AND and scene.words[phrase.i].low in DETERMINING
    )
    beside = next((m for m in scene.of("party") if first and m.j == phrase.i - 1), None)
    opens = beside is not None and not any(m.i < beside.i for m in scene.of("verb", "speech"))
    listed_so = any(m.kind == "party" for m in scene.over(phrase.head - 1))
    if beside is not None and opens and not listed_so and preposition(scene, beside, 0) == "":
        return beside  # "Captain Lee and his mate"
    return _teller(scene, phrase, memory, strong=strong)


def _teller(scene: Scene, phrase: Phrase, memory: Memory, *, strong: bool) -> Mark | None:
    named = _party(scene, phrase)
    if named is not None and named.value.startswith("entity:"):
        state = _apposed(scene, named)
        named = (
            msgspec.structs.replace(named, value=f"{state}:{named.value.removeprefix('entity:')}")
            if state
            else named
        )
    if named is not None:
        return _of_somebody(scene, phrase, named) if named.value == "group:officials" else named
    last = scene.words[phrase.head - 1]
    if last.low in PRONOUNS:
        meant = (memory.means(last.low) or _opening(scene, phrase, memory)) if strong else None
        if meant is None:
            return None
        value = meant.value
        return Mark("party", last.start, last.end, phrase.head - 1, phrase.head, value, "call")
    if (
        last.low == "one"
        and scene.words[phrase.head : phrase.head + 1]
        and scene.words[phrase.head].low == "of"
    ):
        meant = memory.speaker  # "said one of the two": of those who spoke before
        return (
            Mark("party", last.start, last.end, phrase.head - 1, phrase.head, meant.value, "call")
            if meant
            else None
        )
    if last.low == "one" and phrase.head - phrase.i == 1 and strong and memory.people is not None:
        # "Two prisoners … One said under questioning that": of the people spoken of
        return Mark(
            "party",
            last.start,
            last.end,
            phrase.i,
            phrase.head,
            f"{memory.people.nation}:one of them",
            "call",
        )
    if last.low in _SELVES or scene.words[phrase.i].low == "our" or of_itself(last, memory):
        return None
    return None if last.low in ARTICLES else _unlisted(scene, phrase, memory, strong=strong)


def _apposed(scene: Scene, name: Mark) -> str:
    """Return the State that words between commas beside a name give it: "Norway's minister, Espen Dahl, said"."""
    for mark in scene.of("party"):
        state = state_of(mark.value)
        ahead = mark.j == name.i - 1 and scene.words[mark.j].low == ","
        gap = [word.low for word in scene.words[name.j : mark.i]]
        behind_it = gap[:1] == [","] and len(gap) <= _DESCRIBED and not set(gap[1:]) & ({","} | JOINS)
        if state and mark.form == "office" and (ahead or (behind_it and mark.i >= name.j)):
            return state
    return ""


def _party(scene: Scene, phrase: Phrase) -> Mark | None:
    inside = [m for m in scene.of("party", "unnamed") if phrase.i <= m.i and m.j <= phrase.head]
    if not inside:
        return None
    last = inside[-1]
    if last.kind == "unnamed" and len(inside) > 1 and inside[-2].j == last.i and state_of(inside[-2].value):
        # "a Dutch intelligence official"
        whose = inside[-2]
        value = f"{state_of(whose.value)}:officials"
        return Mark("party", whose.start, last.end, whose.i, last.j, value, "group")
    rest = [word.low for word in scene.words[last.j : phrase.head] if word.text[0].isalpha()]
    if rest and last.kind != "unnamed":
        # "UN experts", "Russia's farm lobby": people or a body of that party, not the party itself.
        state = state_of(last.value) or (last.value if ":" not in last.value else "")
        if state and not last.value.startswith("entity"):
            end = scene.words[phrase.head - 1].end
            value = f"{state}:{' '.join(rest)}"
            return Mark("party", last.start, end, last.i, phrase.head, value, "group")
        return last if last.form in ("body", "firm") else None
    of = next((m for m in inside[:-1] if m.j == last.i - 1 and scene.lows[m.j] in ("’s", "'s", "’")), None)
    if last.form == "unlisted" and of is not None and state_of(of.value):
        # "Norway's Deputy Foreign Minister": of that State.
        return msgspec.structs.replace(
            last, value=f"{state_of(of.value)}:{last.value.removeprefix('entity:')}"
        )
    if last.form == "unlisted" and last.i > phrase.i:
        # "Harbour Arms Tracker": one name, whatever its words mean.
        i = last.i
        while i > phrase.i and scene.words[i - 1].text[0].isupper():
            i -= 1
        start = scene.words[i].start
        name = " ".join(scene.text[start : last.end].split())
        return Mark("party", start, last.end, i, last.j, f"entity:{name}", "unlisted") if i < last.i else last
    # Of several who say it together the first is named: "Japan, South Korea and the United States said".
    joined = scene.words[last.i - 1].low in _AND or scene.words[max(0, last.i - 2)].low in _AND
    for mark in reversed([m for m in scene.of("party") if m.j <= last.i]) if joined else ():
        if not listed(scene, mark, last):
            break
        last = mark
    return last


def _unlisted(scene: Scene, phrase: Phrase, memory: Memory, *, strong: bool) -> Mark | None:
    """Return people, a body or papers that no list knows, with the State that stands behind or before them."""
    a, first = phrase.i, scene.words[phrase.i].low
    while a < phrase.head - 1 and scene.words[a].low in DETERMINING:
        a += 1
    name = scene.text[scene.words[a].start : scene.words[phrase.head - 1].end]
    head = scene.words[phrase.head - 1].low
    if head in _OVERFLIGHTS:
        return None  # "A pass of 2 February counts 41 wagons": whoever publishes it does
    people = tells(head) or head in _MEDIA
    capital = scene.words[a].text[0].isupper() and (a > 0 or phrase.head - a > 1)
    determined = first in DETERMINING or capital
    if not (people or is_record(head) or head in _HEADS | _ORGANS or (strong and determined)):
        return None
    state = next(
        (
            m.nation or state_of(m.value) or ""
            for m in scene.of("adjective", "item")
            if a <= m.i and m.j <= phrase.head and (m.kind == "adjective" or is_people(m))
        ),
        "",
    )
    if not is_record(head):
        behind_it = _behind_head(scene, phrase)
        if behind_it is not None and ":" in behind_it.value and head in _OFFICERS:
            return behind_it  # "the deputy director of the ministry said": who speaks for it speaks as it
        state = state or (state_of(behind_it.value) or "" if behind_it is not None else "")
    if first in _OWNED and head in _ORGANS | _PEOPLE:
        state = _owner(scene, phrase, memory, anywhere=head in _ORGANS) or state
    return Mark(
        "party",
        scene.words[a].start,
        scene.words[phrase.head - 1].end,
        a,
        phrase.head,
        f"{state or 'entity'}:{_named(name, opens=a == 0)}",
        "named",
    )


def several(scene: Scene, phrase: Phrase, memory: Memory) -> Mark | None:
    """Return those whom a plain noun of several names, before a verb that only people do: "detectives established that"."""
    head = scene.words[phrase.head - 1]
    if phrase.head == 1 and head.text in memory.capitals:
        # "Orlan has admitted that"
        return Mark("party", head.start, head.end, 0, 1, f"entity:{head.text}", "named")
    many = head.low.endswith("s") and (head.text.islower() or phrase.head == 1)
    if not many or head.low in _NO_TELLERS or phrase.head - phrase.i > _DESCRIBED:
        return None
    if scene.lows[phrase.i] in ("our", "my"):
        return None
    if any(
        m.kind in ("amount", "item", "time", "document", "vessel")
        for k in range(phrase.i, phrase.head)
        for m in scene.over(k)
    ):
        return None
    first = scene.words[phrase.i]
    name = scene.text[first.start : head.end].casefold()
    return Mark("party", first.start, head.end, phrase.i, phrase.head, f"entity:{name}", "named")


def _named(name: str, *, opens: bool) -> str:
    """Return the name as it stands in a canonical id: in small letters where only the sentence gives it a capital."""
    parts = name.split()
    kept = any(part[0].isupper() for part in parts[1:]) or (parts[0][0].isupper() and not opens)
    return " ".join(parts) if kept else " ".join(parts).casefold()


def _of_somebody(scene: Scene, phrase: Phrase, unnamed: Mark) -> Mark:
    """Return the body or the State that an official without a name speaks for, where it stands behind him."""
    whose = _behind_head(scene, phrase)
    if whose is None:
        return unnamed
    if ":" in whose.value and whose.kind == "party" and scene.words[phrase.head - 1].low in _OFFICERS:
        return whose
    value = f"{state_of(whose.value)}:officials"
    return Mark("party", unnamed.start, unnamed.end, unnamed.i, unnamed.j, value, "group")


def _behind_head(scene: Scene, phrase: Phrase) -> Mark | None:
    """Return what says whose "a foreman in Nakhodka", "an official of the ministry" is."""
    for mark in scene.of("party", "place"):
        inside = phrase.head < mark.i and mark.j <= phrase.j
        if inside and state_of(mark.value) and preposition(scene, mark, phrase.head) in BELONGING:
            return mark
    return None


def _owner(scene: Scene, phrase: Phrase, memory: Memory, *, anywhere: bool) -> str:
    """Return whose "its envoys", "their commander" are: the State named before them; of another sentence for its organs alone."""
    named = [state_of(m.value) for m in scene.of("party") if m.j <= phrase.i]
    known = [state for state in named if state]
    if known:
        return known[-1]
    return (state_of(memory.subject.value) or "") if anywhere and memory.subject is not None else ""
