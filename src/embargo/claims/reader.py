"""Reading one sentence: laid out, heard, drafted, and every draft finished into a claim."""

import re
from bisect import bisect_right
from collections import Counter
from copy import copy
from functools import cache

import msgspec

from embargo import geography
from embargo.claims.attribution import AFAR, TURN, Heard, Voice, publisher
from embargo.claims.build import Draft, finish
from embargo.claims.citations import aside, ceiling, cited
from embargo.claims.clauses import is_verb
from embargo.claims.compared import compared_figures
from embargo.claims.compose import compose
from embargo.claims.denials import rebutted
from embargo.claims.drafts import drafts
from embargo.claims.entries import is_entry, listed_entry, listing_of, opens_list
from embargo.claims.errata import CORRECTS, HEAD, corrected
from embargo.claims.grammar import words
from embargo.claims.guests import give_floor, guests_of
from embargo.claims.layout import lay_out
from embargo.claims.leftover import lone, of_entry, unclaimed
from embargo.claims.lexicon import Lexicon
from embargo.claims.lists import Lead, item_style, lead_of, of_item
from embargo.claims.marks import Mark, Scene, quotations
from embargo.claims.matter import weigh
from embargo.claims.memory import Dated, Memory
from embargo.claims.names import capitals_of
from embargo.claims.pairs import note_pair
from embargo.claims.parties import carried_over
from embargo.claims.periods import note_period, of_the_period
from embargo.claims.rebuttals import rebutted_charge
from embargo.claims.remember import remember
from embargo.claims.restated import denied_again, restated
from embargo.claims.retractions import retracted
from embargo.claims.speakers import voice_of_customs
from embargo.claims.speeches import Speech, Speeches, said_by
from embargo.claims.standing import after_dateline
from embargo.claims.turns import heads_of, turn_at
from embargo.claims.vessels import fleet_of
from embargo.claims.voices import hear
from embargo.claims.when import (
    CARRIED,
    day_of_entry,
    entry_of,
    of_the_tale,
    owners,
    times_of,
    years_of,
)
from embargo.claims.whereabouts import head_place, located, place_named
from embargo.language import lowered
from embargo.vocabulary import Claim, Document, Text, state_of

# States under measures of the Security Council, by the names that texts have for them.
CONCERNS = re.compile(
    r"\b(?:North\s+Korea|NORTH\s+KOREA|[Tt]he\s+North\b|THE\s+NORTH\b|Democratic\s+People|Kim\s+Jong|Kursk|Ukraine|Kyiv|Rajin|Rason|Nampo|Chongjin|Wonsan|Vostochny|Novorossiysk|Urals|Benghazi|Haftar|DPRK|D\.P\.R\.K|Pyongyang|Belarus|Minsk|Iran|Tehran|Libya|Yemen|Houthi|Syria|Sudan|Somalia|Myanmar|Russia|Moscow)"
)


_THE_NORTH = re.compile(
    r"\b(?:North\s+Korea|NORTH\s+KOREA|DPRK|Pyongyang|Democratic\s+People[’']s\s+Republic\s+of\s+Korea)"
)

# Lines that open with a name and a colon: so many of them make a digest.
_HEADS = re.compile(r"^(?:[▪•*–-]\s*)?([A-Z][^:\n“”]{2,40}?)(?:\s\([A-Z]{2}\))?:\s", re.MULTILINE)
_MANY = 4
_WORD = re.compile(r"\w+")
_MATTERS, _OF_WORK, _OF_FIGHTING = words("matters"), words("of_work"), words("of_fighting")
# Words of the matter that a hyphen joins: "dual-use".
_JOINED = re.compile(rf"\b(?:{'|'.join(sorted(word for word in _MATTERS if '-' in word))})\b")
# Two of these words make a text on ships that hide, whether it names a State or not.
AT_SEA = frozenset(
    {"imo", "ais", "transponder", "transponders", "tanker", "tankers", "blacklisted", "sanctioned"}
)
_OFFICE = re.compile(
    r"\b(?:Ministry|Minister|Department|Government|Embassy|Treasury|Coast\s+Guard|Customs|Police|Army|Navy|Mission)\b"
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "its", "their", "his", "her", "any", "such", "no", "’s", "'s"}
)


class Page(msgspec.Struct):
    """A document half read: what it has said so far, the lead-in of the list it stands in, the claims found."""

    memory: Memory
    lead: Lead | None = None
    claims: list[Claim] = []
    speeches: Speeches | None = None
    # The sentences of the document: a quotation's speaker is often named only where it ends.
    pieces: list[tuple[int, int]] = []


def open_page(document: Document, text: Text, lexicon: Lexicon) -> Page:
    """Return the page before its first sentence, with the bodies that a title may name, the ships and the publisher."""
    memory = Memory()
    for body in lexicon.bodies:
        if body.get("calls") and any(name in text.text for name in body["names"]):
            memory.bodies[body["canonical"]] = None
            if memory.report_of is None and body.get("reports"):
                memory.report_of = body["canonical"]
    memory.fleet = fleet_of(text.text, lexicon)
    own = publisher(document).canonical
    memory.own = own
    memory.correcting = CORRECTS.search(text.text, 0, HEAD) is not None
    low = lowered(text.text)
    held = Counter(_WORD.findall(low))
    of_the_matter = (_MATTERS & held.keys()) | set(_JOINED.findall(low))
    named = CONCERNS.search(text.text) is not None
    matter = weigh(low, held.keys())
    memory.beside = matter.beside(named=named)
    memory.concerned = matter.plain or (bool(of_the_matter) and (named or len(of_the_matter & AT_SEA) > 1))
    memory.of_the_north = _THE_NORTH.search(text.text) is not None
    memory.capitals = capitals_of(text.text)
    memory.years = years_of(text.text)
    memory.heads = heads_of(text.text)
    memory.digest = len(set(_HEADS.findall(text.text))) >= _MANY
    if memory.concerned:
        at_work, in_arms = (sum(held[word] for word in known) for known in (_OF_WORK, _OF_FIGHTING))
        memory.people_are = (
            "" if at_work == in_arms else "labour.worker" if at_work > in_arms else "personnel.military"
        )
    if not state_of(own):
        memory.publisher = _state_in(own)
    if state_of(own):
        memory.publisher = own
        if ":" in own:
            # In a coast guard's own log "the coast guard" is that one.
            memory.offices[own.split(":", 1)[1]] = own
    memory.guests = guests_of(text.text, own) if not memory.heads else []
    memory.house = memory.own, memory.publisher
    return Page(memory, speeches=Speeches(text.text))


@cache
def _state_in(name: str) -> str | None:
    """Return the State in the name of an office that publishes: "publisher:Ministry of Foreign Affairs of Norway"."""
    if not _OFFICE.search(name):
        return None
    known = [
        n
        for n in geography.names()
        if n.kind in ("state", "adjective") and re.search(rf"\b{re.escape(n.written)}\b", name)
    ]
    states = {n.canonical for n in sorted(known, key=lambda n: -len(n.written))[:1]}
    return next(iter(states), None)


def scene_of(document: Document, text: str, start: int, end: int, lexicon: Lexicon, memory: Memory) -> Scene:
    """Return the sentence laid out and composed, with what it names remembered."""
    give_floor(memory, start)
    begin = turn_at(text, after_dateline(text, start, end), end, memory)
    memory.entry = entry_of(text, start, end, document.day, memory.years)
    # What an entry of a chronology tells is told on its day.
    day = memory.entry.first if memory.entry is not None and memory.entry.first == memory.entry.last else None
    scene = lay_out(text, begin, end, lexicon, day or document.day, memory.fleet, memory.told)
    scene.marks[:] = [
        m for m in scene.marks if m.form != "call" or m.kind != "party" or m.value in memory.bodies
    ]
    compose(scene, lexicon, memory)
    # What is a verb is asked of the marks as they stand now; then some are dropped, and the rest is final.
    scene.settle()
    named = {k for m in scene.of("party", "vessel") if m.j - m.i > 1 for k in range(m.i, m.j)}
    # "trading house", "holding company": the participle is of the name of the thing.
    inside = {k for m in scene.of("item") if m.j - m.i > 1 for k in range(m.i, m.j)}
    scene.marks[:] = [
        m
        for m in scene.marks
        if m.kind not in ("verb", "noun")
        or (
            m.i not in named
            and not (m.form == "ing" and m.i in inside)
            and (m.kind == "noun" or is_verb(scene, m))
        )
    ]
    # "the claim that", "its report": nouns, and nobody says anything by them.
    scene.marks[:] = [
        m for m in scene.marks if m.kind != "speech" or m.form != "base" or not _after_determiner(scene, m.i)
    ]
    scene.settle()
    for mark in scene.of("party"):
        memory.meet(mark, scene.text[mark.start : mark.end])
    return scene


def _after_determiner(scene: Scene, i: int) -> bool:
    return i > 0 and scene.words[i - 1].low in _DETERMINERS


def read(
    document: Document, text: str, start: int, end: int, lexicon: Lexicon, page: Page
) -> tuple[Scene, list[Claim]]:
    """Return the sentence laid out, and its claims in the order of their triggers."""
    memory = page.memory
    scene = scene_of(document, text, start, end, lexicon, memory)
    memory.head_place = head_place(scene, memory)
    note_period(scene, memory)
    heard = _heard(document, scene, lexicon, page)
    if memory.turn is not None:
        heard.voices.insert(0, Voice(memory.turn.mark, 0, len(scene.words), TURN))
    style = item_style(text, start)
    if page.lead is not None and (not style or page.lead.style not in ("", style)):
        page.lead = None
    if page.lead is not None:
        page.lead.style = style
        if not heard.voices:
            heard.voices.extend(page.lead.voices)
    memory.lead_subject = page.lead.subject if page.lead is not None else None
    made = drafts(scene, lexicon, memory, heard)
    if page.lead is not None and not made:
        made = of_item(scene, page.lead, lexicon)
    found = _finished(document, scene, made, heard, page, (start, end))
    found.extend(compared_figures(document, scene, found))
    if not found:
        found = retracted(document, scene, page.claims, (start, end))
    if not found:
        found = restated(document, scene, page.claims, heard, (start, end))
    if not found or all(claim.event == "statement.deny" for claim in found):
        found = (
            denied_again(document, scene, page.claims, heard, (start, end))
            or rebutted_charge(document, scene, page.claims, heard, memory, lexicon, (start, end))
            or found
        )
    if not found or is_entry(text, start, end):
        paragraph = text[start : text.find("\n", end) if "\n" in text[end:] else len(text)]
        found = [*listed_entry(document, scene, memory, (start, end), paragraph), *found]
    if not found:
        opens_list(scene, memory)
    found = corrected(scene, found, memory, (start, end))
    if memory.concerned:
        # What a rule forbids, allows or orders is no deed of anybody.
        rules = cited(document, scene, heard, (start, end), told=bool(found))
        found = rules or [*found, *aside(document, scene, heard, (start, end))]
        if not rules and not any(claim.event.startswith("law.") for claim in found):
            capped = ceiling(document, scene, heard, (start, end))
            found = capped or found
    listing_of(found, memory)
    if scene.words and scene.words[-1].text == ":":
        page.lead = lead_of(scene, lexicon, memory, heard)
    remember(scene, memory, heard.voices)
    note_pair(scene, found, memory)
    memory.place = place_named(scene) or memory.place
    page.claims.extend(found)
    return scene, found


def _heard(document: Document, scene: Scene, lexicon: Lexicon, page: Page) -> Heard:
    """Return who speaks in the sentence, and whose quotation it stands in where only another sentence says so."""
    speech = page.speeches.around(scene.start, scene.end) if page.speeches is not None else None
    if speech is not None and speech.start < scene.start:
        closed = min(speech.end, scene.end)
        scene.quoted = [(scene.start, closed), *quotations(scene.text, min(closed + 1, scene.end), scene.end)]
    heard = hear(scene, page.memory)
    if speech is None:
        return heard
    beside = _beside(speech, heard)
    if beside is not None or scene.start < speech.start - 1:
        speech.mark = beside or speech.mark
        return heard
    speech.mark = said_by(speech) or (page.memory.speaker if speech.led else None)
    if speech.mark is None and speech.end > scene.end:
        ends = next(
            (
                (a, b)
                for a, b in page.pieces[bisect_right(page.pieces, (scene.start, scene.end)) :]
                if b > speech.end
            ),
            None,
        )
        if ends is not None and ends[0] < speech.end:
            ahead = scene_of(document, scene.text, *ends, lexicon, copy(page.memory))
            speech.mark = _beside(speech, hear(ahead, page.memory))
    if speech.mark is not None:
        afar = msgspec.structs.replace(speech.mark, i=AFAR, j=AFAR)
        heard.voices.insert(0, Voice(afar, 0, scene.token_at(speech.end), "quote"))
    return heard


def _beside(speech: Speech, heard: Heard) -> Mark | None:
    """Return who is said to speak the quotation: named outside it."""
    named = [voice.mark for voice in heard.voices if not speech.start <= voice.mark.start < speech.end]
    return named[-1] if named else None


def _finished(
    document: Document, scene: Scene, made: list[Draft], heard: Heard, page: Page, bounds: tuple[int, int]
) -> list[Claim]:
    owner = owners(scene) if made else {}
    found: list[Claim] = []
    for draft in made:
        event, said = times_of(scene, draft, owner)
        event = event or unclaimed(scene, draft, owner, made, own=True)
        event = of_entry(draft, event, page.memory) or unclaimed(scene, draft, owner, made, own=False)
        event = event or day_of_entry(scene, page.memory) or lone(scene, draft, owner)
        told_before = of_the_tale(scene, draft, page.memory) if event is None else None
        event = event or told_before
        if draft.led and page.lead is not None:
            event = next((mark.when for mark in scene.of("time")), None) or page.lead.time
        voice_of_customs(scene, draft, heard, page.memory)
        claim = finish(scene, draft, document, heard, (event, said), bounds)
        if claim is None:
            continue
        if rebutted(scene, claim, draft.trigger, draft.clause, page.memory):
            claim = msgspec.structs.replace(
                claim,
                modality="denied",
                items=tuple(msgspec.structs.replace(item, quantity=None) for item in claim.items),
            )
        if told_before is not None and claim.time is not None:
            claim = msgspec.structs.replace(claim, doubts=(*claim.doubts, CARRIED))
        claim = located(scene, draft, of_the_period(scene, claim, page.memory), page.memory)
        found.append(claim)
        at = next((place for place in claim.places if place.role in ("location", "target")), None)
        if at is not None:
            page.memory.located = at, scene.text.rfind("\n", 0, scene.start)
        if claim.time is not None:
            page.memory.dated = Dated(claim.time, scene.text.rfind("\n", 0, scene.start))
        if claim.family in ("aid", "transfer") and claim.supplier and claim.recipient:
            page.memory.aid = carried_over(claim.supplier), carried_over(claim.recipient)
    return found
