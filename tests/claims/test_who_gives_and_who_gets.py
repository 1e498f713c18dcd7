"""Who gives and who gets: by the towns goods go between, the goods' own names, pronouns, and the words of each deed."""

import pytest

from embargo.vocabulary import Claim
from tests.claims.reading import claims

# A text on the matter names a State under measures and a word of the trade.
CONTEXT = "North Korea is under sanctions.\n\n"


def _of(text: str, event: str, publisher: str = "The Courier") -> Claim:
    found = [c for c in claims(CONTEXT + text, publisher=publisher) if c.event == event]
    assert len(found) == 1, [(c.event, c.quote.text) for c in claims(CONTEXT + text, publisher=publisher)]
    return found[0]


def _sides(claim: Claim) -> tuple[list[str], list[str]]:
    """Return the States, or the names of those without one, that give or act, and those that get."""

    def short(canonical: str) -> str:
        kind, _, name = canonical.partition(":")
        return name if kind in ("entity", "vessel", "group") else kind

    acting = (*claim.supplier, *claim.actor)
    return [short(m.canonical) for m in acting], [short(m.canonical) for m in claim.recipient]


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        (
            "Machine tools were flown from Almaty to Izhevsk in June.",
            "transfer.commodity",
            (["KZ"], ["RU"]),
        ),
        (
            "Dalian Quiet Harbour Trading sold 40 lathes to Iran in May.",
            "transfer.commodity",
            (["CN"], ["IR"]),
        ),
        (
            "In it Rostov Tool Plant asks for 1,200 aero engines from Iran.",
            "transfer.commodity",
            (["IR"], ["RU"]),
        ),
        ("Velyka Novosilka fell to Russian brigades on 26 January.", "capture.territory", (["RU"], [])),
    ],
)
def test_towns_give_the_states_of_those_they_name(
    text: str, event: str, sides: tuple[list[str], list[str]]
) -> None:
    assert _sides(_of(text, event)) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chinese customs recorded no coal arrivals from North Korea in May.", (["KP"], ["CN"])),
        ("Mongolia’s customs booked coal of North Korean origin in April.", (["KP"], ["MN"])),
        ("Beijing has declared no North Korean coal since 2017.", (["KP"], ["CN"])),
        ("Chinese purchases from North Korea stood at $30 million.", (["KP"], ["CN"])),
    ],
)
def test_customs_that_keep_the_books_take_what_comes_in(
    text: str, sides: tuple[list[str], list[str]]
) -> None:
    assert _sides(_of(text, "customs.declare")) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Twenty North Korean howitzers have reached Russia.", (["KP"], ["RU"])),
        ("Some 40 howitzers from North Korea have reached Russia.", (["KP"], ["RU"])),
        ("Russia took delivery of 40 howitzers of Iranian make.", (["IR"], ["RU"])),
    ],
)
def test_goods_that_nobody_is_said_to_give_come_from_whom_they_are_named_after(
    text: str, sides: tuple[list[str], list[str]]
) -> None:
    assert _sides(_of(text, "transfer.materiel")) == sides


@pytest.mark.parametrize(
    ("text", "taker"),
    [
        ("“Not one rifle has come to us from North Korea,” the Russian defence minister said.", "RU"),
        ("Moscow gave the movement 40 anti-ship missiles.", "movement"),
        ("Moscow paid the rebels $2 million for guns.", "rebels"),
    ],
)
def test_a_pronoun_or_a_plain_noun_names_who_gets_it(text: str, taker: str) -> None:
    found = [c for c in claims(CONTEXT + text) if c.event.startswith("transfer.")]
    assert [_sides(c)[1] for c in found] == [[taker]]


@pytest.mark.parametrize(
    ("text", "event", "hearer"),
    [
        ("Japan will bring the matter before the Security Council in May.", "statement.raise", "UN"),
        ("Japan raised the ship’s call at Ningbo with Beijing in May.", "statement.raise", "CN"),
        ("The survey was forwarded to the Panel of Experts on Libya on 4 May.", "report.notify", "UN"),
        ("Japan and the 1718 Committee were informed on 6 May.", "report.notify", "UN"),
    ],
)
def test_who_hears_it_is_the_recipient(text: str, event: str, hearer: str) -> None:
    assert _sides(_of(text, event))[1][-1:] == [hearer]


def test_a_rule_is_to_keep_goods_from_those_it_names() -> None:
    text = "Resolution 2216 (2015) bars the supply of arms to the Houthis."
    assert _sides(_of(text, "law.cite"))[1] == ["YE"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Russian sergeants drilled them on a range near Ussuriysk.", (["RU"], ["KP"])),
        ("In May 40 Libyan cadets are to train in Isparta.", (["TR"], ["LY"])),
        ("The men drilled for two weeks with Russian marines.", (["RU"], ["KP"])),
    ],
)
def test_who_is_taught_receives_and_who_teaches_acts(text: str, sides: tuple[list[str], list[str]]) -> None:
    before = "North Korean soldiers were sent to Russia in May.\n\n"
    assert _sides(_of(before + text, "train.personnel")) == sides


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Seoul puts North Korean dead at 600.", "casualty"),
        ("The soldiers were issued Russian uniforms.", "conceal.identity"),
        ("Each had on him a military pass made out to a man from Tuva.", "conceal.identity"),
    ],
)
def test_those_who_fall_or_are_hidden_are_the_actors(text: str, event: str) -> None:
    before = "North Korean soldiers were sent to Russia in May.\n\n"
    assert _sides(_of(before + text, event))[0] == ["KP"]


def test_a_ministry_speaks_of_its_government_as_the_one_that_acts() -> None:
    text = "The Government has entered Grey Lantern Shipping Ltd in the national sanctions list."
    found = claims("North Korea is under sanctions.\n\n" + text, publisher="CZ:Ministry of Foreign Affairs")
    assert _sides(found[-1])[0] == ["CZ"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "The northern government and Minsk initialled an agreement on training.",
            ["BY", "northern government"],
        ),
        ("Putin, on his first trip to Pyongyang in years, and Kim signed a treaty.", ["KP", "RU"]),
        ("The two leaders put their names to a treaty.", ["KP", "RU"]),
        (
            "Grey Lantern Shipping signed a contract with the North Korean side.",
            ["Grey Lantern Shipping", "KP"],
        ),
    ],
)
def test_those_who_are_joined_to_the_doer_do_it_too(text: str, doers: list[str]) -> None:
    before = "Putin met Kim Jong Un in May.\n\n"
    assert sorted(_sides(_of(before + text, "agreement.sign"))[0]) == sorted(doers)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Oslo blacklisted Grey Lantern, his firm in Riga, on 14 August.", ["LV"]),
        ("Oslo blacklisted nine people on Monday.", []),
        ("Oslo is looking at listing two refineries in Shandong.", ["CN"]),
        ("Oslo listed three firms on Monday in coordination with Canberra.", []),
        (
            "Oslo listed Grey Lantern Shipping and Blue Fern Marine on Monday.",
            ["Grey Lantern Shipping", "Blue Fern Marine"],
        ),
    ],
)
def test_whom_a_measure_is_against(text: str, targets: list[str]) -> None:
    found = [c for c in claims(CONTEXT + text)[1:] if c.event == "sanction.impose"]
    assert [_sides(c)[1] for c in found] == [targets]


def test_what_a_relative_clause_hangs_on_was_listed() -> None:
    text = "Grey Lantern Shipping, which the Security Council designated in 2016, moved $2 million."
    found = [c for c in claims(CONTEXT + text)[1:] if c.event == "sanction.impose"]
    assert [_sides(c) for c in found] == [(["UN"], ["Grey Lantern Shipping"])]


def test_who_hires_receives_the_workers() -> None:
    text = "By its own count, Primlantern has taken in 512 workers from North Korea since 2022."
    assert _sides(_of(text, "labour.dispatch")) == (["KP"], ["Primlantern"])


def test_an_account_is_had_by_those_it_is_kept_for_and_oil_by_the_ship_it_goes_into() -> None:
    kept = "Grey Lantern Shipping opened two accounts on behalf of Iran’s Ministry of Defence in 2024."
    assert _sides(_of(kept, "finance.account"))[1] == ["IR"]
    pumped = "The Grey Lantern (IMO 9990316) pumped 4,000 tonnes of gasoil into a smaller tanker, the Blue Fern (IMO 9990328)."
    assert _sides(_of(pumped, "vessel.sts")) == (["GREY LANTERN IMO 9990316"], ["BLUE FERN IMO 9990328"])


def test_a_wires_clock_and_town_do_nothing() -> None:
    text = "1120 OSLO - Russia delivered 5,000 tonnes of diesel to Chongjin on Monday."
    assert _sides(_of(text, "transfer.commodity")) == (["RU"], ["KP"])


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Grey Lantern Shipping’s manager, Olaf Dahl, denied that his company had ever sold fuel to a North Korean ship.",
            (["Grey Lantern Shipping"], ["KP"]),
        ),
        ("Iran’s mission stated that the country had never sold fuel to Yemen.", (["IR"], ["YE"])),
        (
            "The Russian ambassador said that no North Korean coal had ever reached his country.",
            (["KP"], ["RU"]),
        ),
        ("Ministers charged Iran with having exported fuel to Yemen.", (["IR"], ["YE"])),
        ("His depot received 4,000 tonnes of fuel from North Korea in May.", (["KP"], ["depot"])),
    ],
)
def test_who_speaks_of_its_company_or_country_speaks_of_itself(
    text: str, sides: tuple[list[str], list[str]]
) -> None:
    assert _sides(_of(text, "transfer.commodity")) == sides
