"""Extract: a document's text into claims, and a standing for every sentence."""

import hashlib
from collections import Counter
from functools import cache
from importlib.resources import files

import msgspec

from embargo.claims.build import finish
from embargo.claims.clauses import is_verb
from embargo.claims.compose import compose
from embargo.claims.drafts import drafts
from embargo.claims.lexicon import Lexicon, load_lexicon
from embargo.claims.marks import Scene, lay_out
from embargo.claims.memory import Memory
from embargo.claims.parties import carried_over
from embargo.claims.standing import Standing, after_dateline, furniture, standing_of
from embargo.claims.things import is_people
from embargo.claims.vessels import fleet_of
from embargo.claims.voices import Voice, hear, publisher
from embargo.claims.when import owners, times_of
from embargo.language import sentences
from embargo.vocabulary import Claim, Document, Reading, Sentence, Text, claim_id, state_of

# Past this many code points a line without a full stop is no sentence that anyone wrote; it is read in pieces.
LONGEST = 4000


@cache
def _version() -> str:
    digest = hashlib.sha256()
    for room in ("embargo.claims", "embargo.language", "embargo.geography"):
        for path in sorted(files(room).iterdir(), key=lambda item: item.name):
            if path.name.endswith(".py"):
                digest.update(path.read_bytes())
    return "claims-" + digest.hexdigest()[:12]


EXTRACTOR_VERSION = _version()


def extract(document: Document, text: Text, lexicon: Lexicon | None = None) -> Reading:
    """Return the claims of the document, in order of their quotes, and every sentence with what became of it."""
    lexicon = lexicon or load_lexicon()
    memory = Memory()
    _seed_memory(memory, document, text, lexicon)
    claims: list[Claim] = []
    rows: list[Sentence] = []
    for number, (start, end) in enumerate(_pieces(text.text), 1):
        standing = furniture(text, start, end, lexicon) or _foreign(document, text.text, start, end)
        mine: list[Claim] = []
        if standing is None:
            scene, mine = _read(document, text, start, end, lexicon, memory)
            standing = standing_of(scene, mine)
        claims.extend(mine)
        rows.append(Sentence(number, start, end, standing.standing, standing.reason))
    claims = _numbered(document, claims)
    by_sentence = [tuple(c.id for c in claims if row.start <= c.quote.start < row.end) for row in rows]
    rows = [msgspec.structs.replace(row, claims=ids) for row, ids in zip(rows, by_sentence, strict=True)]
    return Reading(document.id, tuple(claims), tuple(rows))


def _pieces(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        found.extend((at, min(at + LONGEST, end)) for at in range(start, end, LONGEST))
    return found


def _foreign(document: Document, text: str, start: int, end: int) -> Standing | None:
    language = document.language.value
    if language and language != "en" and document.language.standing == "stated":
        return Standing("not understood", f"language {language} is not read yet")
    letters = [sign for sign in text[start:end] if sign.isalpha()]
    foreign = sum(ord(sign) > 0x24F for sign in letters)
    if letters and foreign * 2 > len(letters):
        return Standing("not understood", f"language {language or 'unknown'} is not read yet")
    return None


def _seed_memory(memory: Memory, document: Document, text: Text, lexicon: Lexicon) -> None:
    """Let "the team" mean the body that the document names anywhere: titles often name it first."""
    for body in lexicon.bodies:
        if body.get("calls") and any(name in text.text for name in body["names"]):
            memory.bodies[body["canonical"]] = None
            if memory.report_of is None and body.get("reports"):
                memory.report_of = body["canonical"]
    memory.fleet = fleet_of(text.text, lexicon)
    own = publisher(document).canonical
    if state_of(own) and ":" in own:
        # In a coast guard's own log "the coast guard" is that one.
        memory.offices[own.split(":", 1)[1]] = own
    memory.publisher = own if state_of(own) else None


def _read(
    document: Document, text: Text, start: int, end: int, lexicon: Lexicon, memory: Memory
) -> tuple[Scene, list[Claim]]:
    start = after_dateline(text.text, start, end)
    scene = lay_out(text.text, start, end, lexicon, document.day, memory.fleet)
    scene.marks[:] = [
        m for m in scene.marks if m.form != "call" or m.kind != "party" or m.value in memory.bodies
    ]
    compose(scene, lexicon, memory)
    scene.marks[:] = [m for m in scene.marks if m.kind != "verb" or is_verb(scene, m)]
    for mark in scene.marks:
        memory.meet(mark, scene.text[mark.start : mark.end])
    heard = hear(scene, memory)
    owner = owners(scene)
    found: list[Claim] = []
    for draft in drafts(scene, lexicon, memory, heard):
        claim = finish(scene, draft, document, heard, times_of(scene, draft, owner), (start, end))
        if claim is None:
            continue
        found.append(claim)
        _remember(memory, claim)
    _close(scene, memory, heard.voices)
    return scene, found


def _remember(memory: Memory, claim: Claim) -> None:
    if claim.family in ("aid", "transfer") and claim.supplier and claim.recipient:
        memory.aid = carried_over(claim.supplier), carried_over(claim.recipient)


def _close(scene: Scene, memory: Memory, voices: list[Voice]) -> None:
    """Remember for the next sentence whom "it", "they" and "the soldiers" will mean."""
    for mark in scene.of("item"):
        if is_people(mark) and mark.nation:
            memory.people = mark
    vessels = scene.of("vessel")
    if vessels:
        memory.vessel = vessels[-1].value
    persons = [m for m in scene.of("party") if m.form == "person"]
    if persons:
        memory.person = persons[0].value
    parties = [m for m in scene.of("party") if state_of(m.value) and m.form not in ("call", "document")]
    if parties:
        memory.subject = parties[0]
    if voices:
        memory.speaker = voices[-1].mark


def _numbered(document: Document, claims: list[Claim]) -> list[Claim]:
    claims = sorted(claims, key=lambda c: (c.quote.start, c.quote.end, c.event))
    seen: Counter[tuple[int, int, str]] = Counter()
    found: list[Claim] = []
    for claim in claims:
        key = (claim.quote.start, claim.quote.end, claim.family)
        name = claim_id(document.sha256, *key, seen[key])
        seen[key] += 1
        found.append(msgspec.structs.replace(claim, id=name))
    return found
