"""Laying out a sentence: everything that the lexicon and the grammars know in it, as marks in their order."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from embargo.claims.grammar import words
from embargo.claims.lexicon import Entry, Lexicon
from embargo.claims.marks import Mark, Scene, quotations
from embargo.claims.vessels import Fleet, ships
from embargo.language import Amount, Token, amounts, lowered, times, tokens

# What stands before a figure that counts nothing: paragraphs, resolutions, codes, dates of the month.
_NOT_COUNTS = words("not_counts")
_BEFORE_OVER = words("before_over")


def lay_out(
    text: str,
    start: int,
    end: int,
    lexicon: Lexicon,
    published: dt.date | None,
    fleet: Fleet | None = None,
    told: tuple[dt.date | None, dt.date | None] = (None, None),
) -> Scene:
    """Return the sentence text[start:end] with everything the lexicon and the grammars know in it.

    `fleet` holds the vessels that the document names anywhere; `told` the time given last before the sentence.
    """
    run = tokens(text, start, end)
    scene = Scene(
        text,
        start,
        end,
        run,
        [token.low for token in run],
        [],
        quotations(text, start, end),
        [token.end for token in run],
    )
    taken: list[tuple[int, int]] = []
    for ship in ships(text, start, end, lexicon, fleet or Fleet()):
        i, j = scene.token_at(ship.start), scene.token_at(ship.stop - 1) + 1
        scene.marks.append(Mark("vessel", ship.start, ship.end, i, j, ship.value))
        taken.append((ship.start, ship.stop))
    for contributor in _CONTRIBUTOR.finditer(text, start, end) if "State" in text[start:end] else ():
        i, j = scene.token_at(contributor.start()), scene.token_at(contributor.end() - 1) + 1
        value = f"state:{contributor.group(1)}"
        scene.marks.append(Mark("party", contributor.start(), contributor.end(), i, j, value, "body"))
        taken.append(contributor.span())
    for when in times(text, published, start, end, told):
        if when.start is None or when.end is None or _in_a_symbol(text, when.start, when.end):
            continue
        if not _overlaps(taken, when.start, when.end):
            i, j = scene.token_at(when.start), scene.token_at(when.end - 1) + 1
            scene.marks.append(Mark("time", when.start, when.end, i, j, "", when=when))
            taken.append((when.start, when.end))
    # No amount runs into another: only what was taken before them is in their way.
    before = tuple(taken)
    for written in amounts(text, start, end):
        if not _overlaps(before, written.start, written.end) and _counts(scene, written, lexicon):
            amount = _handed_over(scene, written)
            i, j = scene.token_at(amount.start), scene.token_at(amount.end - 1) + 1
            scene.marks.append(Mark("amount", amount.start, amount.end, i, j, "", amount=amount))
            taken.append((amount.start, amount.end))
    low = lowered(text[start:end])
    taken.extend((start + idiom.start(), start + idiom.end()) for idiom in _IDIOMS.finditer(low))
    _match_lexicon(scene, lexicon, taken)
    _turns(scene, lexicon)
    scene.in_order()
    _conversions(scene)
    return scene


# Words that name no thing of ours though they hold one: "a think tank", "shell companies".
_IDIOMS = re.compile(rf"\b(?:{'|'.join(sorted(words('idioms'), key=len, reverse=True))})\b")

# The symbol of a resolution before its year: "resolution 2397 (2017)", "S/RES/1718 (2006)".
_SYMBOL = re.compile(r"\d{3,4}\s?\(\s?$")


def _in_a_symbol(text: str, start: int, end: int) -> bool:
    """Return whether a year in brackets belongs to the symbol before it and dates no deed."""
    return text[end : end + 1] == ")" and _SYMBOL.search(text, max(0, start - 8), start) is not None


# A contributor that asked not to be named: "State B assesses".
_CONTRIBUTOR = re.compile(r"\b(?:Participating\s+)?State\s+([A-Z])\b(?![.’'-]\w)")


def _handed_over(scene: Scene, amount: Amount) -> Amount:
    """Return the amount without an "over" that belongs to the verb: "handed over 40 tanks"."""
    i = scene.token_at(amount.start)
    if i == 0 or scene.words[i].low != "over" or scene.words[i - 1].low not in _BEFORE_OVER:
        return amount
    start = scene.words[i + 1].start if i + 1 < len(scene.words) else amount.start
    if not amount.start < start < amount.end:
        return amount
    return msgspec.structs.replace(amount, start=start, high=amount.low, bound="exact")


def _match_lexicon(scene: Scene, lexicon: Lexicon, taken: list[tuple[int, int]]) -> None:
    at = 0
    done = {k for a, b in taken for k in range(scene.token_at(a), scene.token_at(b - 1) + 1)}
    for k, low in enumerate(scene.lows):
        if k < at or k in done or not lexicon.opens(low):
            continue
        options = lexicon.match(scene.words, k)
        if options and (low == "the" or len(options) > 1 or options[0][1].form == "person"):
            options = _that_hold(scene, lexicon, k, options)
        if options:
            _mark(scene, k, options)
            at = k + options[0][0]


def _turns(scene: Scene, lexicon: Lexicon) -> None:
    """Mark turns of phrase as verbs: "tied up", "put … under sanctions"; they say more than the words in them."""
    reach = 0
    for at in [k for k, low in enumerate(scene.lows) if low in lexicon.turns]:
        if at < reach:
            continue
        reach = at + 1
        for turn, end in lexicon.turns[scene.lows[at]].at(scene.lows, at):
            first, last = scene.words[at], scene.words[end - 1]
            scene.marks.append(Mark("verb", first.start, last.end, at, end, turn.template, turn.form))
            reach = max(reach, end)
        if reach > at + 1:
            scene.marks[:] = [
                m for m in scene.marks if not (at < m.i and m.j <= reach and m.kind in _OVERRULED)
            ]


# What the words behind a verb say no more once they are part of its turn; the verb itself may still be read alone.
_OVERRULED = ("verb", "noun", "phrase", "speech", "cue")


def _that_hold(
    scene: Scene, lexicon: Lexicon, at: int, options: list[tuple[int, Entry]]
) -> list[tuple[int, Entry]]:
    """Return the entries that may stand here: no namesake of a person, no "the North" in "the North Korean-flagged"."""
    held = options
    if any(size == 1 and entry.form == "person" for size, entry in options) and _longer_name(
        scene, lexicon, at
    ):
        held = [(size, entry) for size, entry in options if size > 1 or entry.form != "person"]
    if held and scene.words[at].low == "the" and _longer_next(lexicon, scene, at, held[0][0]):
        return []
    return held


def _mark(scene: Scene, at: int, options: list[tuple[int, Entry]]) -> None:
    """Mark what the longest entries say, and what shorter ones say of words that the longest leave free."""
    word = scene.words[at]
    longest = options[0][0]
    if longest == options[-1][0] == 1 == len(options):
        _, entry = options[0]
        if entry.kind != "verb" or word.low != "including":
            scene.marks.append(Mark(entry.kind, word.start, word.end, at, at + 1, entry.value, entry.form))
        return
    cued = longest > options[-1][0] and all(
        entry.kind == "cue" for length, entry in options if length == longest
    )
    seen: set[tuple[int, str, str]] = set()
    for length, entry in options:
        key = (length, entry.kind, entry.value)
        # A cue of several words ("agreed to") leaves its verb a verb.
        if key in seen or (length < longest and not (cued and entry.kind in ("verb", "speech"))):
            continue
        if entry.kind == "verb" and word.low == "including":
            continue
        seen.add(key)
        last = scene.words[at + length - 1]
        if length > 1:
            _overrule(scene, word.start, last.end)
        scene.marks.append(Mark(entry.kind, word.start, last.end, at, at + length, entry.value, entry.form))


def _longer_name(scene: Scene, lexicon: Lexicon, at: int) -> bool:
    """Return whether one word that names a person here is a part of a longer name: a namesake is somebody else."""
    word = scene.words[at]
    following = scene.words[at + 1] if at + 1 < len(scene.words) else None
    if following is not None and _is_name(following) and scene.text[word.end : following.start] in (" ", "-"):
        return not any(size > 0 for size, _ in lexicon.match(scene.words, at + 1))
    before = scene.words[at - 1] if at else None
    if before is None or not _is_name(before) or scene.text[before.end : word.start] not in (" ", "-"):
        return False
    opens = at == 1
    return not opens and not any(True for _ in lexicon.match(scene.words, at - 1))


def _is_name(word: Token) -> bool:
    return word.text.isalpha() and word.text.istitle() and word.low not in _DAYS


_DAYS = frozenset(
    name.casefold()
    for name in (*calendar.day_name, *calendar.month_name, "The", "A", "In", "On", "At")
    if name
)


def _longer_next(lexicon: Lexicon, scene: Scene, at: int, size: int) -> bool:
    """Return whether a name that begins after "the" runs on: "the North Korean-flagged", not "the North"."""
    following = lexicon.match(scene.words, at + 1) if at + 1 < len(scene.words) else []
    return bool(following) and following[0][0] > size - 1


def _overrule(scene: Scene, start: int, end: int) -> None:
    """Let a longer name take the number inside it ("152mm shells", "a report by 11 countries")."""
    scene.marks[:] = [m for m in scene.marks if not (m.kind == "amount" and start < m.start and m.end <= end)]


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < b and a < end for a, b in taken)


def _counts(scene: Scene, amount: Amount, lexicon: Lexicon) -> bool:
    """Return whether the amount counts something: no year, ordinal, code, paragraph or calibre."""
    at = scene.token_at(amount.start)
    named = scene.token_at(amount.figure_end - len(amount.figure)) if amount.figure else at
    if any(size > 1 and entry.kind == "party" for size, entry in lexicon.match(scene.words, named)):
        # "the 1718 Committee"
        return False
    before = scene.words[at - 1].low if at else ""
    if before in (".", ":") and at > 1:
        before = scene.words[at - 2].low
    if before in _NOT_COUNTS or (before == "/" and at > 1) or re.match(r"0\d", amount.figure):
        return False
    after = scene.text[amount.end : min(scene.end, amount.end + 12)].casefold()
    if re.match(
        r"-[a-z](?!trong)|\s?[x×]\s?\d|[\s-](?:thirds?|quarters?|fifths?|tenths?)\b|\s(?:in|out\sof)\s(?:\d|two|three|four|five|ten)\b|(?:st|nd|rd|th)\b|\s?(?:mm|km|kilomet|met(?:er|re)s?|miles?|nautical|minutes?|hours?|a\.m|p\.m|am\b|pm\b)|-?(?:mm|millimet)",
        after,
    ):
        return False
    figure = amount.figure
    plain_year = re.fullmatch(r"(?:19|20)\d\d", figure) is not None and not amount.unit
    if plain_year and scene.text[amount.figure_end : amount.figure_end + 1] != ",":
        # A bare 2024 is a year, unless a thing counted stands right after it.
        return False
    lone = amount.low == amount.high == Decimal(1) and not figure
    # "one" alone is a pronoun far more often than a count.
    return not (lone and amount.bound == "exact")


def _conversions(scene: Scene) -> None:
    """Join "(…)" amounts to the amount before them: one amount in two units."""
    money = scene.of("amount")
    for first, second in pairwise(money):
        between = scene.text[first.end : second.start]
        closing = scene.text[second.end : second.end + 24]
        if (
            first.amount is not None
            and second.amount is not None
            and between.strip() in ("(", "(or", "(about", "(equal to", "(some", "(roughly")
            and ")" in closing
            and second.amount.unit
            and second.amount.unit != first.amount.unit
        ):
            first.also = (*first.also, second.amount)
            first.j = scene.token_at(second.end + closing.index(")")) + 1
            scene.marks.remove(second)
