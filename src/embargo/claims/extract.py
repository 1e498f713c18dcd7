"""Extract: a document's text into claims, and a standing for every sentence."""

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from importlib.resources import files

import msgspec

from embargo.claims.capitals import as_written, calmed
from embargo.claims.lexicon import Lexicon
from embargo.claims.loading import load_lexicon
from embargo.claims.reader import open_page, read
from embargo.claims.rows import read_table_line, remember_trade
from embargo.claims.standing import Standing, furniture, standing_of
from embargo.claims.tables import is_row, tables_of
from embargo.claims.tongues import read_tongue, tongue_of
from embargo.claims.tonguewords import Tongue
from embargo.language import sentences
from embargo.vocabulary import Claim, Document, Reading, Sentence, Text, claim_id

# Past this many code points a line without a full stop is no sentence that anyone wrote; it is read in pieces.
LONGEST = 4000


@cache
def _version() -> str:
    digest = hashlib.sha256()
    for room in ("embargo.claims", "embargo.language", "embargo.geography"):
        for folder in (files(room), files(room) / "lexicon", files(room) / "data"):
            for path in sorted(folder.iterdir(), key=lambda item: item.name) if folder.is_dir() else ():
                if path.name.endswith((".py", ".toml")):
                    digest.update(path.read_bytes())
    return "claims-" + digest.hexdigest()[:12]


EXTRACTOR_VERSION = _version()


# Anything behind the Latin script but the usual marks and currencies: only then are letters counted.
_BEYOND_LATIN = re.compile("[\u0250-\u1fff\u2150-\U0010ffff]")


def extract(document: Document, text: Text, lexicon: Lexicon | None = None) -> Reading:
    """Return the claims of the document, in order of their quotes, and every sentence with what became of it."""
    lexicon = lexicon or load_lexicon()
    written = text.text
    text = msgspec.structs.replace(text, text=calmed(written, lexicon))
    page = open_page(document, text, lexicon)
    pieces = page.pieces = _pieces(text.text)
    grids = tables_of(text.text, pieces)
    claims: list[Claim] = []
    rows: list[Sentence] = []
    for number, (start, end) in enumerate(pieces, 1):
        standing = furniture(text, start, end, lexicon)
        mine: list[Claim] = []
        speech = tongue_of(document, text.text, start, end) if standing is None else None
        if isinstance(speech, Standing):
            standing = speech
        elif speech is None:
            standing = standing or _foreign(document, text.text, start, end)
        if isinstance(speech, Tongue):
            mine, standing = read_tongue(speech, document, text.text, start, end, lexicon)
        elif standing is None and page.memory.beside:
            standing = Standing("no event", "the text is not on the matter")
        elif standing is None and start in grids:
            mine, standing = read_table_line(document, text.text, start, end, grids[start], lexicon, page)
        elif standing is None:
            scene, mine = read(document, text.text, start, end, lexicon, page)
            standing = standing_of(scene, mine)
            remember_trade(scene, page.memory)
        claims.extend(mine)
        rows.append(Sentence(number, start, end, standing.standing, standing.reason))
    if text.text != written:
        claims = [as_written(claim, written) for claim in claims]
    claims = _numbered(document, claims)
    starts = [claim.quote.start for claim in claims]
    rows = [
        msgspec.structs.replace(row, claims=tuple(claim.id for claim in claims[first:last]))
        for row in rows
        for first, last in [(bisect_left(starts, row.start), bisect_left(starts, row.end))]
    ]
    return Reading(document.id, tuple(claims), tuple(rows))


def _pieces(text: str) -> list[tuple[int, int]]:
    """Return the stretches to be read one by one: sentences, and rows of tables whole."""
    found: list[tuple[int, int]] = []
    row_until = -1
    for start, end in sentences(text):
        if start < row_until:
            continue
        line_end = text.find("\n", start)
        line = text[start : len(text) if line_end < 0 else line_end].rstrip()
        stop = end
        if "|" in line and is_row(line):
            row_until = stop = start + len(line)
        found.extend((at, min(at + LONGEST, stop)) for at in range(start, stop, LONGEST))
    return found


def _foreign(document: Document, text: str, start: int, end: int) -> Standing | None:
    language = document.language.value
    if language and language != "en" and document.language.standing == "stated":
        return Standing("not understood", f"language {language} is not read yet")
    if _BEYOND_LATIN.search(text, start, end) is None:
        return None
    letters = [sign for sign in text[start:end] if sign.isalpha()]
    foreign = sum(ord(sign) > 0x24F for sign in letters)
    if letters and foreign * 2 > len(letters):
        return Standing("not understood", f"language {language or 'unknown'} is not read yet")
    return None


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
