"""What somebody outside the house speaks: a letter that a paper prints, the answers of an interview."""

from tests.claims.reading import claims

LETTER = """Letters: a reply
Sir,
Your report of 3 May alleges that Russia gave North Korea 40 howitzers. Russia has given North Korea no howitzer. In June, Ukrainian forces fired 12 missiles at the Alder bridge.
{closing}
{signature}
[We stand by our report. Norway sent Ukraine 30 vehicles in March. Ed.]
"""
INTERVIEW = """The man who counted boxes
By Inga Alder
Emil Crown, 58, commanded the tanker Alder Crown (IMO 9990029) until this spring. North Korea is under sanctions.
Where did you load?
At Nampo, in May. In June I took 4,000 tonnes of coal from North Korea to China.
And who paid you?
I never asked. In July they wired 50,000 dollars to my bank in Oslo.
Did you fear for your crew?
My crew knew nothing.
Would you sail there again?
I would not.
"""


def _first(text: str, words: str, publisher: str = "The Courier") -> str:
    told = [claim for claim in claims(text, publisher=publisher) if words in claim.quote.text]
    assert told, words
    return told[0].attribution[0].canonical


def test_who_signs_a_letter_speaks_it_and_denies_his_own_deeds() -> None:
    for closing, signature in (
        ("Yours faithfully,", "V. Orlan\nPress Attaché, Embassy of the Russian Federation"),
        ("I ask you to print this.", "Press Section, Embassy of the Russian Federation in Norway"),
    ):
        text = LETTER.format(closing=closing, signature=signature)
        assert _first(text, "fired 12 missiles").startswith("RU:")
        denied = [
            claim for claim in claims(text, publisher="The Courier") if "no howitzer" in claim.quote.text
        ]
        assert [claim.modality for claim in denied] == ["denied"]
        assert _first(text, "30 vehicles") == "publisher:The Courier"


def test_a_states_own_letter_needs_no_speaker() -> None:
    text = LETTER.format(closing="Yours faithfully,", signature="V. Orlan, Counsellor")
    assert _first(text, "fired 12 missiles", publisher="state:RU") == "state:RU"


def test_who_is_interviewed_speaks_the_answers_and_nothing_else() -> None:
    assert _first(INTERVIEW, "4,000 tonnes") == "entity:Emil Crown"
    assert _first(INTERVIEW, "50,000 dollars") == "entity:Emil Crown"


def test_questions_that_the_house_answers_are_no_interview() -> None:
    text = (
        INTERVIEW.replace("I took", "a ship took").replace("I never asked. ", "").replace("my bank", "a bank")
    )
    text = text.replace("I would not.", "Nobody would.").replace("My crew", "The crew")
    assert _first(text, "4,000 tonnes").startswith("publisher:")
