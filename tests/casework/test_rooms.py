"""Every room is needed: with its core function taken away, a sentence of the demo's report is wrong or gone."""

import dataclasses
import html
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from embargo import (
    claims,
    create_case,
    entities,
    findings,
    geography,
    language,
    law,
    regimes,
    reports,
    sources,
    vocabulary,
)
from embargo.casework.caveats import visible
from embargo.casework.road import travel
from embargo.findings.voices import Voice, voice_of
from embargo.reports.entry import finding_blocks
from embargo.sources.pdf import read_pdf
from embargo.store import Record
from embargo.vocabulary import Captured, Claim, Document, Fusion, Outcome, Reading, Text
from embargo.vocabulary.pack import Pack

DOCUMENTS = Path(__file__).parents[2] / "examples" / "dprk-russia-2025" / "documents"

MISSILES = "North Korea transferred at least 100 ballistic missiles to Russia"
OIL = "Russia transferred over 1,000,000 barrels of refined petroleum to North Korea"
TROOPS = "North Korea deployed over 11,000 soldiers to eastern Russia in late 2024"
BREACH = "Prohibited — S/RES/1874 (2009), para. 9, as to North Korea and Russia"
CAP = "Cap exceeded — S/RES/2397 (2017), para. 5, as to North Korea and Russia"
RELAYS = "in 2024. Rests on 1 origin; 3 documents of 3 publishers repeat it"
WORDED = "As worded: at least 100."
SHIPS = "Angara and Lady R."
HELD = "The case holds 10 documents"
PUBLIC = "The case holds 9 documents"


def captured() -> list[Captured]:
    found = sources.discover([DOCUMENTS], table=DOCUMENTS / "sources.csv")
    items = [item for item in found if isinstance(item, sources.Found)]
    return [sources.capture(item.path.read_bytes(), item.name, item.stated) for item in items]


def printed(audience: str = "participants") -> str:
    """The words of the demo's report, as a reader of the page sees them."""
    dossier = travel(captured(), title="Demo", audience=audience)
    page = reports.render(dossier, reports.draft(dossier)).files["report.html"].decode()
    page = re.sub(r'<a class="cite.*?</a>|<sup.*?</sup>|<style.*?</style>', "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).replace(" ,", ",").split())


@pytest.fixture(scope="module")
def whole() -> str:
    return printed()


def tight(words: str) -> str:
    """Without any white space: tags between words leave none behind that matters."""
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("sentence", [MISSILES, OIL, TROOPS, BREACH, CAP, RELAYS, WORDED, SHIPS, HELD])
def test_the_whole_house_prints_the_sentence(whole: str, sentence: str) -> None:
    assert tight(sentence) in tight(whole)


def instead(monkeypatch: pytest.MonkeyPatch, original: object, other: object) -> None:
    """Put another thing in every place of the house where the original is known by a name."""
    for name, module in list(sys.modules.items()):
        if name == "embargo" or name.startswith("embargo."):
            for known_as, value in list(vars(module).items()):
                if value is original:
                    monkeypatch.setattr(module, known_as, other)


def apart(claim: Claim, document: Document) -> Voice:
    """Every document an origin of its own."""
    one = VOICE_OF(claim, document)
    return dataclasses.replace(one, id=f"{one.id} in {document.id}", name=f"{one.name} in {document.id}")


def no_provisions(name: str) -> Pack:
    """The pack without its paragraphs."""
    return msgspec.structs.replace(LOAD_PACK(name), provisions=(), by_conduct={})


VOICE_OF, LOAD_PACK = voice_of, regimes.load_pack
GONE: dict[str, tuple[object, Callable[..., Any], str]] = {
    "sources": (read_pdf, lambda *_: (Text("The page could not be read."), {}, ()), OIL),
    "language": (language.amounts, lambda *_, **__: [], MISSILES),
    "geography": (geography.state_name, lambda code: code, TROOPS),
    "claims": (claims.extract, lambda document, *_: Reading(document.id, (), ()), MISSILES),
    "entities": (entities.resolve, lambda _: (), SHIPS),
    "findings": (findings.fuse, lambda *_: Fusion((), (), ()), TROOPS),
    "findings: lineage": (voice_of, apart, RELAYS),
    "regimes": (regimes.load_pack, no_provisions, CAP),
    "law": (law.assess, lambda fact, _: Outcome(fact.id, True, (), "nothing was asked"), BREACH),
    "reports": (finding_blocks, lambda *_: (), WORDED),
    "vocabulary": (vocabulary.state_of, lambda _: None, BREACH),
}


@pytest.mark.parametrize("room", GONE)
def test_without_the_core_of_a_room_its_sentence_is_gone(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    original, other, sentence = GONE[room]
    instead(monkeypatch, original, other)
    assert tight(sentence) not in tight(printed())


def test_without_caveats_the_public_is_told_of_a_document_it_may_not_see(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert tight(PUBLIC) in tight(printed("public"))
    instead(monkeypatch, visible, lambda _, documents: tuple(documents))
    assert tight(PUBLIC) not in tight(printed("public"))


def test_without_the_store_nothing_that_was_read_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Record, "keep", lambda *_, **__: None)
    with create_case(tmp_path / "case", title="Demo") as case:
        case.add(DOCUMENTS)
        page = "".join(
            reports.render(case.run(rendering=False).dossier, "{{summary}}").files["report.html"].decode()
        )
    assert HELD not in page
