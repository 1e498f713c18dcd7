"""A hand-made dossier, realistic in shape: relays of one report, a denial, an acknowledgement, law, hostile characters.

Every text here is invented for the tests; figures and days follow what is publicly reported of this traffic.
"""

import datetime as dt
import hashlib
from decimal import Decimal
from typing import Any

from embargo.vocabulary import (
    Anomaly,
    Assessment,
    Bounds,
    Claim,
    Confidence,
    Contradiction,
    Detail,
    Document,
    Dossier,
    Element,
    Entity,
    Finding,
    Item,
    Lines,
    Mention,
    Naming,
    Near,
    Origin,
    Outcome,
    PackNote,
    Page,
    Period,
    Quantity,
    Range,
    Reading,
    Sentence,
    Speaker,
    Stance,
    Text,
    Tie,
    When,
    claim_id,
    cut,
)

# Direction override, emoji, private use, a control, marks of typst, Markdown, HTML and Jinja, and a directive.
HOSTILE = (
    "\u202egnp.exe\u202c 🚢 \ue000 \x07 #set page(fill: red) $x$ @note *bold* _em_ `raw` \\ <label> <b>&amp;</b> "
    "<script>alert(1)</script> {{ 7 * 7 }} {% if %} {{finding:none}} =SUM(A1) 平壤 평양 Łódź"
)

SOURCES: dict[str, tuple[str, str, str | None, str]] = {
    "msmt": (
        "Monitoring team",
        "Military cooperation, summary of the first report",
        "2025-05-29",
        (
            "At least 100 ballistic missiles went from the DPRK to Russia in 2024. "
            "Over 20,000 containers of munitions were carried by sea, air and rail from September 2023. "
            "As many as 9,000,000 rounds of mixed ammunition came on Russian ships in 2024. "
            "Over 11,000 troops were deployed to eastern Russia late in 2024. "
            "Russia is believed to have given jamming equipment since November 2024, brought by cargo aircraft. "
            "Between March and October 2024 Russia delivered over 1,000,000 barrels of refined petroleum."
        ),
    ),
    "daily": (
        "The Harbour Daily",
        "Eleven States: missiles for a year",
        "2025-05-29",
        (
            "The team of eleven States says that at least 100 ballistic missiles were handed over last year. "
            "It says more than 11,000 soldiers went as well. Berlin promised Kyiv 5 billion euros."
        ),
    ),
    "wire": (
        "Northern Wire",
        "Missiles since 2023, report says",
        "2025-05-30",
        (
            "According to the team, at least 100 ballistic missiles have been delivered since September 2023. "
            "The shipment has passed a thing nobody could name."
        ),
    ),
    "evening": (
        "Evening Ledger",
        "What the report holds",
        "2025-05-30",
        "The report counts at least 100 ballistic missiles. It repeats 9,000,000 rounds.",
    ),
    "ministry": (
        "Ministry of Defence of the Republic of Korea",
        "Assessment of July 2025",
        "2025-07-13",
        "An estimated 28,000 containers of weapons and shells have been sent so far. About 13,000 troops were sent.",
    ),
    "denial": (
        "Ministry of Foreign Affairs of the Russian Federation",
        "Briefing",
        "2025-06-04",
        "Reports of deliveries of missiles do not correspond to reality, the spokeswoman said.",
    ),
    "kcna": (
        "Korean Central News Agency",
        "Statement of the Central Military Commission",
        "2025-04-28",
        "Units of our army took part in the operations to liberate Kursk, by order of the head of State.",
    ),
    "oil": (
        "Institute for Shipping Records",
        "Tankers out of Vostochny",
        None,
        "Tankers lifted 56,000 tonnes (over 1,000,000 barrels) of refined petroleum from March to November 2024.",
    ),
    "odd": (
        "Odd & Sons {{7*7}}",
        HOSTILE,
        "2025-06-01",
        f"They also moved at least 100 missiles: {HOSTILE} and left.",
    ),
}


def number(value: str) -> Decimal:
    return Decimal(value)


def amount(text: str, low: str | None, high: str | None, bound: str, unit: str = "") -> Quantity:
    def end(value: str | None) -> Decimal | None:
        return None if value is None else number(value)

    return Quantity(text, None, None, end(low), end(high), bound, unit)  # type: ignore[arg-type]


def mention(canonical: str) -> Mention:
    return Mention(canonical, None, None, canonical)


def document(key: str) -> tuple[Document, Text]:
    publisher, title, published, text = SOURCES[key]
    data = text.encode()
    sha = hashlib.sha256(data).hexdigest()
    pages = (
        (Page(1, 595.0, 842.0, 0, 90, True), Page(2, 595.0, 842.0, 90, len(text), True))
        if key == "msmt"
        else ()
    )
    day = Detail(
        published, "proposed" if key == "wire" else "stated", "dateline" if key == "wire" else "sidecar"
    )
    return (
        Document(
            id="D-" + sha[:12],
            sha256=sha,
            name=f"{key}.pdf" if key == "msmt" else f"{key}.txt",
            media="application/pdf" if key == "msmt" else "text/plain",
            size=len(data),
            text_sha256=sha,
            chars=len(text),
            pages=len(pages),
            title=Detail(title, "stated", "sidecar"),
            publisher=Detail(publisher, "stated", "sidecar"),
            published=day if published else Detail(where="no dateline, no metadata"),
            language=Detail("en", "proposed", "words of the text"),
            caveat=Detail("public", "stated", "sidecar"),
            notes=("second page has no running head",) if key == "msmt" else (),
        ),
        Text(text, pages=pages),
    )


DOCUMENTS = {key: document(key) for key in SOURCES}


def claim(
    key: str,
    words: str,
    event: str,
    cls: str = "",
    quantity: Quantity | None = None,
    ordinal: int = 0,
    **slots: Any,
) -> Claim:
    """A claim on the sentence of the document that begins with `words`."""
    record, text = DOCUMENTS[key]
    start = text.text.index(words)
    stop = text.text.find(". ", start)
    end = len(text.text) if stop < 0 else stop + 1
    items = (Item(cls, None, None, cls, quantity),) if cls else ()
    return Claim(
        id=claim_id(record.sha256, start, end, event.split(".", maxsplit=1)[0], ordinal),
        document=record.id,
        event=event,
        evidence=cut(record.id, text.text, start, end),
        items=items,
        **slots,
    )


KP_RU: dict[str, Any] = {"supplier": (mention("KP"),), "recipient": (mention("RU"),)}
RU_KP: dict[str, Any] = {"supplier": (mention("RU"),), "recipient": (mention("KP"),)}
MSMT = Speaker("the team", None, None, "MSMT", "document")


def relayed(publisher: str) -> tuple[Speaker, ...]:
    return (MSMT, Speaker(publisher, None, None, f"publisher:{publisher}", "publisher"))


HUNDRED = amount("at least 100", "100", None, "at_least")
CLAIMS: dict[str, Claim] = {
    "m1": claim("msmt", "At least 100", "transfer.materiel", "missile.ballistic", HUNDRED, **KP_RU),
    "m2": claim(
        "daily",
        "The team of eleven",
        "transfer.materiel",
        "missile.ballistic",
        HUNDRED,
        attribution=relayed("The Harbour Daily"),
        also_reported_by=(mention("publisher:Capital Journal"),),
        **KP_RU,
    ),
    "m3": claim(
        "wire", "According to", "transfer.materiel", "missile.ballistic", HUNDRED, attribution=relayed("Northern Wire")
    ),
    "m4": claim(
        "evening", "The report counts", "transfer.materiel", "missile.ballistic", HUNDRED, attribution=relayed("Ledger")
    ),
    "m5": claim("odd", "They also moved", "transfer.materiel", "missile.ballistic", HUNDRED, doubts=("odd signs",)),
    "deny": claim("denial", "Reports of", "statement.deny", modality="denied", polarity="negative"),
    "c1": claim(
        "msmt", "Over 20,000", "transfer.materiel", "munition", amount("over 20,000", "20000", None, "more_than", "container")
    ),
    "c2": claim(
        "ministry", "An estimated", "transfer.materiel", "munition", amount("28,000", "28000", "28000", "about", "container")
    ),
    "r1": claim(
        "msmt", "As many as", "transfer.materiel", "munition.round", amount("as many as 9,000,000", None, "9000000", "at_most")
    ),
    "r2": claim(
        "evening", "It repeats", "transfer.materiel", "munition.round", amount("9,000,000", "9000000", "9000000", "exact")
    ),
    "t1": claim(
        "msmt", "Over 11,000", "deploy.personnel", "personnel.military", amount("over 11,000", "11000", None, "more_than")
    ),
    "t2": claim(
        "daily", "It says more", "deploy.personnel", "personnel.military", amount("more than 11,000", "11000", None, "more_than")
    ),
    "t3": claim("ministry", "About 13,000", "deploy.personnel", "personnel.military", amount("about 13,000", "12500", "13500", "about")),
    "ack": claim(
        "kcna", "Units of", "deploy.personnel", modality="acknowledged", said_time=When("on 28 April", None, None, dt.date(2025, 4, 28), dt.date(2025, 4, 28))
    ),
    "j1": claim("msmt", "Russia is", "transfer.materiel", "ew_system.jammer", modality="alleged", **RU_KP),
    "o1": claim(
        "msmt", "Between March", "transfer.commodity", "petroleum.refined", amount("over 1,000,000", "1000000", None, "more_than", "barrel")
    ),
    "o2": claim(
        "oil",
        "Tankers lifted",
        "transfer.commodity",
        "petroleum.refined",
        Quantity(
            "56,000 tonnes", None, None, number("56000"), number("56000"), "exact", "tonne",
            also=(amount("over 1,000,000 barrels", "1000000", None, "more_than", "barrel"),),
        ),
    ),
    "p1": claim("daily", "Berlin", "transfer.finance", "money", amount("5 billion euros", "5000000000", "5000000000", "exact", "EUR"), modality="pledged"),
}  # fmt: skip


def ids(*keys: str) -> tuple[str, ...]:
    return tuple(CLAIMS[key].id for key in keys)


def origin(name: str, *keys: str, against_interest: bool = False) -> Origin:
    found = [CLAIMS[key] for key in keys]
    documents = tuple(dict.fromkeys(one.document for one in found))
    by_id = {record.id: record for record, _ in DOCUMENTS.values()}
    return Origin(
        id=name,
        name=name,
        access="participant" if name == "MSMT" else "judgement of a service",
        claims=tuple(one.id for one in found),
        documents=documents,
        publishers=tuple(dict.fromkeys(by_id[one].publisher_name for one in documents)),
        why=f"each of these documents says that it has this from {name}",
        against_interest=against_interest,
    )


def lines(k_min: int, k_max: int, *origins: Origin, ties: tuple[Tie, ...] = ()) -> Lines:
    documents = {document for one in origins for document in one.documents}
    return Lines(
        k_min, k_max, len(documents), origins, ties, "documents that name one source are counted with it"
    )


def finding(
    name: str,
    event: str,
    headline: str,
    item: str,
    support: Lines,
    claims: tuple[str, ...],
    period: Period,
    **more: object,
) -> Finding:
    values: dict[str, object] = {
        "stage": "done",
        "giver": (),
        "taker": (),
        "actor": (),
        "places": (),
        "means": (),
        "vessels": (),
        "against": (),
        "bounds": (),
        "stances": (),
        "contradictions": (),
        "near": (),
        "status": "assessed",
        "confidence": Confidence("moderate", "low", ("one origin, not seen at first hand",)),
    }
    return Finding(
        id=name, event=event, headline=headline, item=item, lines=support, claims=claims, period=period, **(values | more)  # type: ignore[arg-type]
    )  # fmt: skip


def bounds(counted: str, unit: str, span: Range, words: str, *keys: str, differ: bool = False) -> Bounds:
    return Bounds(
        counted,
        unit,
        span,
        words,
        "",
        ("MSMT",),
        ids(*keys),
        differ,
        ("the bound is kept as the source words it",),
    )


IN_2024 = Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31), "in 2024")
FINDINGS = (
    finding(
        "transfer-kp-ru-missile-ballistic",
        "transfer.materiel",
        "The DPRK transferred at least 100 ballistic missiles to Russia in 2024.",
        "missile.ballistic",
        lines(1, 1, origin("MSMT", "m1", "m2", "m3", "m4", "m5")),
        ids("m1", "m2", "m3", "m4", "m5"),
        IN_2024,
        giver=("KP",),
        taker=("RU",),
        against=ids("deny"),
        bounds=(bounds("missile.ballistic", "", Range(number("100")), "at least 100", "m1", "m2", "m3"),),
        stances=(
            Stance("denial", "RU", CLAIMS["deny"].id, "facts", "Russia says that reports of missile deliveries are untrue"),
        ),
        contradictions=(
            Contradiction(
                "period",
                "one relay has the missiles handed over in 2024, another since September 2023, from one sentence of one report",
                ids("m2", "m3"),
            ),
        ),
        near=(Near("transfer-kp-ru-munition", "other period", "both rest on the same report, over different months"),),
    ),
    finding(
        "transfer-kp-ru-munition",
        "transfer.materiel",
        "The DPRK sent Russia more than 20,000 containers of munitions.",
        "munition",
        lines(
            1, 2, origin("MSMT", "c1"), origin("Ministry of Defence of the Republic of Korea", "c2"),
            ties=(Tie("MSMT", "ROK", "may share an origin", "the Republic of Korea takes part in the team"),),
        ),
        ids("c1", "c2"),
        Period(dt.date(2023, 9, 1), None, "since September 2023"),
        giver=("KP",),
        taker=("RU",),
        bounds=(
            bounds("munition", "container", Range(number("20000"), number("28500"), low_open=True), "over 20,000; 28,000", "c1", "c2", differ=True),
        ),
        means=("RU:Russian Railways",),
        vessels=("vessel:ANGARA IMO 9179842",),
    ),
    finding(
        "transfer-kp-ru-munition-round",
        "transfer.materiel",
        "Up to 9,000,000 rounds of ammunition came from the DPRK to Russia in 2024.",
        "munition.round",
        lines(1, 1, origin("MSMT", "r1", "r2")),
        ids("r1", "r2"),
        Period(dt.date(2024, 1, 1), dt.date(2024, 12, 15), "January to mid-December 2024"),
        giver=("KP",),
        taker=("RU",),
        bounds=(bounds("munition.round", "", Range(None, number("9000000")), "as many as 9,000,000", "r1", "r2"),),
    ),
    finding(
        "transfer-ru-kp-ew-jammer",
        "transfer.materiel",
        "Russia is believed to have given the DPRK jamming equipment since November 2024.",
        "ew_system.jammer",
        lines(1, 1, origin("MSMT", "j1")),
        ids("j1"),
        Period(dt.date(2024, 11, 1), None, "since November 2024"),
        stage="alleged",
        giver=("RU",),
        taker=("KP",),
        status="alleged",
        confidence=Confidence("low", None, ("alleged by one origin",)),
    ),
    finding(
        "transfer-ru-kp-petroleum-refined",
        "transfer.commodity",
        "Russia delivered over 1,000,000 barrels of refined petroleum to the DPRK in 2024.",
        "petroleum.refined",
        lines(1, 2, origin("MSMT", "o1"), origin("Institute for Shipping Records", "o2")),
        ids("o1", "o2"),
        Period(dt.date(2024, 3, 1), dt.date(2024, 11, 30), "March to November 2024"),
        giver=("RU",),
        taker=("KP",),
        places=(Mention("Vostochny", None, None, "RU:Vostochny", "origin"),),
        bounds=(bounds("petroleum.refined", "barrel", Range(number("1000000"), low_open=True), "over 1,000,000 barrels", "o1", "o2"),),
        confidence=Confidence("high", "low", ("two origins", "the source's own conversion contradicts itself")),
    ),
    finding(
        "deploy-kp-ru-personnel-military",
        "deploy.personnel",
        "The DPRK deployed more than 11,000 troops to Russia in late 2024.",
        "personnel.military",
        lines(2, 3, origin("MSMT", "t1", "t2"), origin("Ministry of Defence of the Republic of Korea", "t3"), origin("DPRK", "ack", against_interest=True)),
        ids("t1", "t2", "t3", "ack"),
        Period(dt.date(2024, 9, 1), dt.date(2024, 12, 31), "late 2024"),
        giver=("KP",),
        taker=("RU",),
        actor=("KP:troops",),
        places=(Mention("Kursk", None, None, "RU:Kursk", "destination"),),
        bounds=(bounds("personnel.military", "", Range(number("11000"), number("13500"), low_open=True), "over 11,000; about 13,000", "t1", "t3"),),
        stances=(Stance("acknowledgement", "KP", CLAIMS["ack"].id, "facts", "the DPRK acknowledges that its units fought in Kursk"),),
        status="admitted",
        confidence=Confidence("high", "moderate", ("acknowledged against interest", "two further origins")),
    ),
    finding(
        "transfer-de-ua-money",
        "transfer.finance",
        "Germany pledged 5 billion euros to Ukraine.",
        "money",
        lines(1, 1, origin("DE", "p1")),
        ids("p1"),
        Period(),
        stage="pledged",
        giver=("DE",),
        taker=("UA",),
        bounds=(bounds("money", "EUR", Range(number("5000000000"), number("5000000000")), "5 billion euros", "p1"),),
        confidence=Confidence("moderate", "moderate", ("on the word of the one who pledges",)),
    ),
)  # fmt: skip


def assessment(
    fact: str, provision: str, citation: str, result: str, mark: str, party: str, words: str, *states: str
) -> Assessment:
    names = ("Conduct", "Object", "Day in force")
    reasons = (
        "the finding is a transfer that took place",
        "the thing is of the class the paragraph names",
        "the period lies within the interval",
    )
    elements = tuple(Element(n, s, r) for n, s, r in zip(names, states, reasons, strict=False))  # type: ignore[arg-type]
    return Assessment(
        f"{fact}@un_dprk:{provision}/{party}", fact, "un_dprk", provision, citation, "decides", mark, party, result, elements, words, "arms and related materiel"  # type: ignore[arg-type]
    )  # fmt: skip


MISSILES, TROOPS, JAMMERS = (FINDINGS[n].id for n in (0, 5, 3))
OUTCOMES = (
    Outcome(
        MISSILES,
        False,
        (
            assessment(MISSILES, "1718/8/b", "S/RES/1718 (2006), para. 8 (b)", "prohibited", "V", "RU", "every State must not procure such items from the DPRK", "met", "met", "met"),
            assessment(MISSILES, "1874/9", "S/RES/1874 (2009), para. 9", "prohibited", "N", "KP", "the DPRK must not export any arms", "met", "met", "met"),
            assessment(MISSILES, "2397/13", "S/RES/2397 (2017), para. 13", "not-covered", "R", "KP", "no vessel is named", "met", "not met", "met"),
        ),
    ),
    Outcome(
        JAMMERS,
        False,
        (assessment(JAMMERS, "1718/8/a/i", "S/RES/1718 (2006), para. 8 (a) (i)", "needs-determination", "N", "RU", "jammers stand in no category of the Register", "met", "unknown", "met"),),
    ),
    Outcome(
        TROOPS,
        False,
        (assessment(TROOPS, "1718/8/c", "S/RES/1718 (2006), para. 8 (c)", "indirect/contested", "C", "KP", "no paragraph forbids a deployment as such; training and advice are argued", "unknown", "not met", "met"),),
    ),
    Outcome("transfer-de-ua-money", True, (), "neither side is the DPRK, and no paragraph is about this money"),
)  # fmt: skip


def reading(key: str) -> Reading:
    record, text = DOCUMENTS[key]
    mine = tuple(one for one in CLAIMS.values() if one.document == record.id)
    sentences = []
    start = 0
    for n, words in enumerate(text.text.replace(". ", ".\n").split("\n"), 1):
        held = tuple(one.id for one in mine if one.quote.start == start)
        sentences.append(
            Sentence(
                n,
                start,
                start + len(words),
                "read" if held else "not understood",
                "" if held else "no event was recognised",
                held,
            )
        )
        start += len(words) + 1
    return Reading(record.id, mine, tuple(sentences))


def dossier() -> Dossier:
    documents = tuple(record for record, _ in DOCUMENTS.values())
    odd = DOCUMENTS["oil"][0].id
    return Dossier(
        title="Traffic between the DPRK and Russia, 2023 to 2025",
        audience="participants",
        as_of=dt.date(2025, 7, 13),
        documents=documents,
        texts={record.id: text for record, text in DOCUMENTS.values()},
        readings=tuple(reading(key) for key in SOURCES),
        entities=(
            Entity(
                "KP",
                "state",
                "Democratic People's Republic of Korea",
                "KP",
                (Naming("North Korea", ids("m1")),),
            ),
            Entity("DE", "state", "Germany", "DE", ()),
            Entity("UA", "state", "Ukraine", "UA", ()),
        ),
        findings=FINDINGS,
        left_out=((CLAIMS["deny"].id, "a denial carries no number"),),
        outcomes=OUTCOMES,
        packs=(
            PackNote(
                "un_dprk", "UN measures on the DPRK", "2025-11", "A mark says how far a row was checked."
            ),
        ),
        set_aside=(),
        anomalies=(
            Anomaly(
                odd, "conversion", "56,000 tonnes and over 1,000,000 barrels cannot be one amount", ids("o2")
            ),
        ),
        attention=(),
        versions={"claims": "1", "findings": "1", "law": "1"},
    )
