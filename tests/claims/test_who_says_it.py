"""Who says it: the noun phrase before or behind a word of saying, whatever stands between them."""

import pytest

from tests.claims.reading import claims, events, only, speakers

DEED = "Iran sent 40 drones to Russia"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # words between commas describe who speaks
        (f"Mina Sandoval, the airline's managing director, says {DEED}.", "entity:Mina Sandoval"),
        (f"{DEED}, its spokesman, Ola Brandt, confirmed.", "entity:Ola Brandt"),
        (f"Two Dutch officials, who asked not to be named, said {DEED}.", "NL:officials"),
        (f"Portwatch Ltd, of Hull, owner of a small fleet, replied that {DEED}.", "entity:Portwatch Ltd"),
        # words in brackets are no speaker
        (f"Mr Tom Lindgren (Ministry of Trade and Industry) said that {DEED}.", "entity:Tom Lindgren"),
        # what hangs on a noun is not who speaks, and gives its State
        (f"Iran's embassy in Oslo said {DEED}.", "IR:embassy"),
        (f"A foreman in Nakhodka told us that {DEED}.", "RU:foreman"),
        (f"On a quay in Busan two dockers said that {DEED}.", "entity:dockers"),
        (f"Invoices bought by a newspaper suggest that {DEED}.", "entity:invoices"),
        (f"The lawyer who had seen the file said {DEED}.", "entity:lawyer"),
        # behind the verb
        (f"{DEED}, says a clerk in Busan.", "KR:clerk"),
        (f"In May, say prosecutors in Manila, {DEED}.", "PH:prosecutors"),
        (f"{DEED}, according to tracing by the institute RUSI.", "entity:RUSI"),
        # who is told says nothing
        (f"“{DEED},” the woman told the Evening Gazette.", "entity:woman"),
        # several: the first
        (f"Norway, Latvia and Spain announced that {DEED}.", "NO"),
        (f"The ministers left the hall and said {DEED}.", "entity:ministers"),
        (f"Japan reported to the Committee that {DEED}.", "JP"),
    ],
)
def test_who_says_it_is_found_by_syntax(text: str, speaker: str) -> None:
    assert speakers(claims(text)[-1])[:1] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        f"In Oslo, {DEED}.",
        f"{DEED}, a suspected transfer at sea.",
        f"We say that {DEED}.",
        f"They show that {DEED}.",
        f"{DEED} in crates marked as tractor parts by the seller.",
    ],
)
def test_nobody_says_what_only_stands_there(text: str) -> None:
    assert speakers(claims(text)[0]) == []


def test_it_is_the_body_that_spoke_and_never_its_spokesman() -> None:
    text = f"RUSI said the war goes on. Its chairman said so too. It added that {DEED}."
    assert speakers(claims(text)[-1]) == ["entity:RUSI"]


def test_a_party_before_a_list_of_speakers_says_nothing() -> None:
    claim = only(f"{DEED} and a Syrian militia, a Norwegian lawyer told us.")
    assert speakers(claim) == ["NO:lawyer"]


INTERVIEW = "Arms for Libya: a talk\nWho sold them?\nNovak: Hard to say. {}\nAnd North Korea?\nNovak: Nothing. Trust me.\n"


def test_an_interview_gives_the_word_to_who_stands_at_the_head_of_a_line() -> None:
    claim = only(INTERVIEW.format("Iran sent 40 drones to Libya."))
    assert speakers(claim) == ["entity:Novak"]
    (quoting,) = claims(INTERVIEW.format("A broker in Doha told me that Iran sent 40 drones to Libya."))
    assert speakers(quoting) == ["QA:broker"]


def test_what_stands_under_no_name_in_an_interview_is_the_interviewers() -> None:
    text = "Novak: Nothing. Who cares?\nIran sent 40 drones to Libya.\nNovak: So they say."
    assert speakers(only(text)) == []


def test_heads_of_lines_that_ask_nothing_make_no_transcript() -> None:
    text = "Owner: Hull Lines. Iran sent 40 drones to Libya.\nOwner: Bath Lines. It sent nothing.\n"
    assert speakers(claims(text)[0]) == []


@pytest.mark.parametrize(
    ("text", "publisher", "speaker", "asked"),
    [
        (
            "We urge Malta to designate the tanker Blue Heron.",
            "publisher:Sea Watch",
            "publisher:Sea Watch",
            "MT",
        ),
        (
            "The Panel recommends that Malta designate the tanker Blue Heron.",
            "UN:Panel of Experts",
            "UN:Panel of Experts",
            "MT",
        ),
        ("Two clerks in Busan pressed Malta to designate the tanker Blue Heron.", "X", "KR:clerks", "MT"),
    ],
)
def test_who_asks_stands_in_the_chain_and_who_is_asked_acts(
    text: str, publisher: str, speaker: str, asked: str
) -> None:
    claim = only(text, publisher=publisher)
    assert (claim.event, claim.modality) == ("sanction.impose", "requested")
    assert claim.attribution[0].canonical == speaker
    assert [m.canonical for m in claim.actor] == [asked]


def test_who_asked_not_to_be_named_asks_for_no_deed() -> None:
    claim = only("According to a clerk who asked not to be named, Iran sent 40 drones to Russia.")
    assert claim.modality == "asserted"


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    behind = "“The war goes on, as we all know. Iran sent 40 drones to Russia,” said a clerk in Busan."
    onward = "“The war goes on, as we all know,” a clerk in Busan said. “Iran sent 40 drones to Russia.”"
    led = "A clerk in Busan replied:\n“The war goes on, as we all know. Iran sent 40 drones to Russia.”"
    for text in (behind, onward, led):
        claim = only(text)
        assert speakers(claim) == ["KR:clerk"]
        assert claim.attribution[0].mode == "direct_quote"
    apart = "“The war goes on, as we all know,” a clerk in Busan said.\nIran sent 40 drones to Russia."
    assert speakers(only(apart)) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"In a paper handed to Norway, RUSI experts concluded that {DEED}.", "entity:RUSI"),
        (f"The envoy attacked Oslo as well, saying that {DEED}.", "entity:envoy"),
        (f"Ola Brandt was quoted as saying that {DEED}.", "entity:Ola Brandt"),
        (f"Latvia notified the Committee that {DEED}.", "LV"),
        ("Two clerks in Busan described 40 tonnes of North Korean squid sold to Russia.", "KR:clerks"),
        ("A broker in Busan expects Iran to send 40 drones to Russia.", "KR:broker"),
    ],
)
def test_ways_of_telling_that_need_no_that(text: str, speaker: str) -> None:
    assert speakers(claims(text)[-1])[:1] == [speaker]


def test_our_own_people_are_the_publisher() -> None:
    assert speakers(claims(f"Our researchers found that {DEED}.")[-1]) == []


def test_who_waves_a_claim_away_denies_it() -> None:
    denied, said = claims(f"The minister waved away Norway's claim that {DEED}.")
    assert (denied.modality, speakers(denied)) == ("denied", ["entity:minister"])
    assert speakers(said) == ["NO"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"By a port captain's count, {DEED}.", "entity:port captain"),
        (f"{DEED} (source: RUSI, London).", "entity:RUSI"),
        (f"18 May – Norway's coast guard: {DEED}.", "NO:coast guard"),
        (f"RUSI met in May. In its view {DEED}.", "entity:RUSI"),
    ],
)
def test_whose_count_or_view_it_is(text: str, speaker: str) -> None:
    assert speakers(claims(text)[-1]) == [speaker]


def test_a_view_of_nobody_is_nobodys() -> None:
    assert speakers(only(f"In view of the war, {DEED}.")) == []


def test_tables_of_trade_are_the_customs_services_that_the_text_speaks_of() -> None:
    text = (
        "The General Administration of Customs put its figures online on Friday.\n"
        "Chinese imports from the DPRK, April 2025\nHS | Goods | Tonnes\n2607 | Lead ore | 3,115\n2613 | Molybdenum ore | 460\n"
    )
    rows = [claim for claim in claims(text) if "|" in claim.quote.text]
    assert [speakers(claim) for claim in rows] == [["CN:General Administration of Customs"]] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Traders in Busan doubt it: {DEED}, they tell us.", "entity:traders"),
        (f"Norway's embassy called it “a tale” and denied that {DEED}.", "NO:embassy"),
        (f"Two clerks in Busan said the war goes on. “{DEED} this year,” said one of the two.", "KR:clerks"),
        (f"The Norwegians have it that {DEED}.", "NO:Norwegians"),
        (f"A research foundation: {DEED}.", "entity:research foundation"),
        ("Japan condemned the delivery of 40 Iranian drones to Russia.", "JP"),
    ],
)
def test_who_else_says_it(text: str, speaker: str) -> None:
    assert speakers(claims(text)[-1])[:1] == [speaker]


def test_a_state_that_condemns_in_its_own_text_needs_no_other_speaker() -> None:
    claim = only("Japan condemned the delivery of 40 Iranian drones to Russia.", publisher="state:JP")
    assert speakers(claim) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Captain Lee and his mate said that {DEED}.", ["entity:Captain Lee"]),
        (f"Norway's foreign minister, Espen Dahl, told us that {DEED}.", ["NO:Espen Dahl"]),
        (f"Espen Dahl, the Norwegian foreign minister, told us that {DEED}.", ["NO:Espen Dahl"]),
        ("The firm found a buyer in Russia, and Iran sent 40 drones to Russia.", []),
        (f"Iran bombed Iraq and the ministry in Oslo said {DEED}.", ["NO:ministry"]),
    ],
)
def test_the_first_of_two_and_the_state_of_a_title(text: str, speaker: list[str]) -> None:
    assert speakers(claims(text)[-1]) == speaker


def test_they_behind_a_torn_quotation_break_nothing() -> None:
    torn = (
        'exports"China\'sforeign unmoved: "Weconflict,"spokesman told November. They travelled"refrigeration'
    )
    assert events(torn) in ([], ["vessel.move"])
